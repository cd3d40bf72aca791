//! What a record says and nothing here has a place for; whoever runs an import is told.

use serde_json::Value;

/// Fields of a service that are read, or say nothing to a reader.
pub(super) const SERVICE: &[&str] = &[
    "id",
    "name",
    "description",
    "status",
    "url",
    "email",
    "organization",
    "organization_id",
    "program_id",
    "eligibility_description",
    "application_process",
    "languages",
    "service_areas",
    "cost_options",
    "fees_description",
    "fees",
    "assured_date",
    "attributes",
    "service_taxonomys",
    "phones",
    "contacts",
    "schedules",
    "regular_schedules",
    "service_at_locations",
    "last_modified",
    "assurer_email",
    "metadata",
    "confidential",
];

/// Fields of a location that are read, or say nothing to a reader.
pub(super) const LOCATION: &[&str] = &[
    "id",
    "name",
    "latitude",
    "longitude",
    "location_type",
    "addresses",
    "physical_addresses",
    "addresss",
    "phones",
    "contacts",
    "schedules",
    "regular_schedules",
    "attributes",
    "metadata",
    "organization_id",
    "geometry",
];

/// Fields of a schedule that are read, or change nothing in what it says.
const SCHEDULE: &[&str] = &[
    "id",
    "service_id",
    "location_id",
    "service_at_location_id",
    "name",
    "notes",
    "schedule_link",
    "wkst",
    "freq",
    "interval",
    "byday",
    "weekday",
    "bymonthday",
    "opens_at",
    "closes_at",
    "valid_from",
    "valid_to",
    "until",
    "dtstart",
    "description",
    "attending_type",
    "attributes",
    "metadata",
    "timezone",
    "last_modified",
];

/// Fields that only a service has.
const OF_SERVICES: &[&str] = &[
    "organization",
    "organization_id",
    "service_at_locations",
    "status",
    "service_areas",
    "cost_options",
    "eligibility_description",
    "application_process",
    "assured_date",
    "fees_description",
    "fees",
    "service_taxonomys",
    "eligibilitys",
    "interpretation_services",
    "required_documents",
    "program_id",
];

/// Fields by which something else is known, and what it is.
const OF_OTHERS: &[(&str, &str)] = &[
    ("legal_status", "an organisation"),
    ("year_incorporated", "an organisation"),
    ("tax_status", "an organisation"),
    ("tax_id", "an organisation"),
    ("parent_organization_id", "an organisation"),
    ("services", "an organisation"),
    ("website", "an organisation"),
    ("location_type", "a place"),
    ("latitude", "a place"),
    ("addresses", "a place"),
    ("transportation", "a place"),
    ("department", "a person"),
    ("title", "a person"),
];

/// What a record is that is no service; `None` where it may be one.
pub(super) fn no_service(value: &Value) -> Option<&'static str> {
    let has = |name: &str| value.get(name).is_some();
    if OF_SERVICES.iter().any(|name| has(name)) {
        return None;
    }
    let other = OF_OTHERS.iter().find(|(name, _)| has(name));
    if let Some((_, what)) = other {
        return Some(what);
    }
    let some = [
        "attributes",
        "phones",
        "contacts",
        "schedules",
        "regular_schedules",
        "languages",
    ];
    (!some.iter().any(|name| has(name)))
        .then_some("a record without any field that only services have")
}

/// The names of fields of `value` that say something and are not among `known`.
pub(super) fn fields(value: &Value, known: &[&str], of: &str, unread: &mut Vec<String>) {
    let Value::Object(fields) = value else { return };
    let names = fields
        .iter()
        .filter(|(name, value)| !known.contains(&name.as_str()) && says(value));
    unread.extend(
        names
            .take(super::read::MOST_NAMES)
            .map(|(name, _)| format!("{of}{}", crate::plain::summary(name, 60))),
    );
}

/// Parts of a rule of recurrence that are not understood.
pub(super) fn parts(schedule: &Value) -> Vec<(String, String)> {
    let Value::Object(fields) = schedule else {
        return Vec::new();
    };
    let parts = fields
        .iter()
        .filter(|(name, value)| !SCHEDULE.contains(&name.as_str()) && says(value));
    let shown = |value: &Value| match value {
        Value::String(text) => crate::plain::summary(text, 60),
        other => crate::plain::summary(&other.to_string(), 60),
    };
    parts
        .take(super::read::MOST_NAMES)
        .map(|(name, value)| (crate::plain::summary(name, 60), shown(value)))
        .collect()
}

fn says(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::String(text) => {
            !matches!(text.trim(), "" | "null" | "NULL" | "N/A" | "n/a" | "None")
        }
        Value::Array(items) => items.iter().any(says),
        Value::Object(fields) => !fields.is_empty(),
        Value::Bool(_) | Value::Number(_) => true,
    }
}
