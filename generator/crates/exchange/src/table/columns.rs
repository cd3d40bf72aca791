//! The columns of a table: which are read, which are not, and which are those of something else than services.

use crate::draft::Note;
use std::collections::BTreeSet;

/// Columns that are fields of this program's own records.
pub(super) const OWN: [&str; 15] = [
    "status_until",
    "areas",
    "residents_only",
    "interpreting",
    "cost",
    "cost_note",
    "referral",
    "women_only",
    "children_welcome",
    "confidential",
    "regulation",
    "confirmed_by",
    "confirmed_how",
    "sources",
    "page",
];

/// Tables of organisations, places and people have a column `name` too.
pub(super) fn refuse_others(columns: &[String]) -> Result<(), String> {
    let has = |name: &str| columns.iter().any(|c| c == name);
    let of_services = [
        "status",
        "kinds",
        "service_name",
        "program_id",
        "eligibility",
        "eligibility_description",
        "application_process",
        "fees",
        "fees_description",
        "category",
        "categories",
        "service_type",
        "taxonomy_term",
        "taxonomy_terms",
        "opening_hours",
        "schedules",
        "phones",
    ];
    if of_services.iter().any(|name| has(name)) {
        return Ok(());
    }
    let other = match () {
        () if ["legal_status", "tax_status", "tax_id", "year_incorporated"]
            .iter()
            .any(|n| has(n)) =>
        {
            "organisations"
        }
        () if has("department") || has("title") && has("name") => "people",
        () if has("transportation") || has("location_type") => "places",
        () => return Ok(()),
    };
    Err(format!("it is a table of {other}, not of services"))
}

/// Columns that nothing reads, in one note; two columns of one name.
pub(super) fn unknown(columns: &[String]) -> Vec<Note> {
    let mut notes = Vec::new();
    let note = |text: String| Note {
        about: String::new(),
        text,
    };
    let unknown: Vec<&str> = columns
        .iter()
        .map(String::as_str)
        .filter(|c| !c.is_empty() && !KNOWN.split(' ').any(|known| known == *c) && !OWN.contains(c))
        .collect();
    if !unknown.is_empty() {
        notes.push(note(format!(
            "not taken over: the columns {}",
            unknown.join(", ")
        )));
    }
    let mut seen = BTreeSet::new();
    for twice in columns
        .iter()
        .filter(|c| !c.is_empty() && !seen.insert(c.as_str()))
    {
        notes.push(note(format!(
            "two columns are named `{twice}`; the last one was read"
        )));
    }
    notes
}

/// Columns that are read.
const KNOWN: &str = "name service_name title organization organisation organization_name organisation_name id service_id identifier license licence service_areas service_area area kinds taxonomy_terms taxonomy_term categories category service_type description service_description eligibility_description eligibility status url website web email e_mail email_address phones phone phone_number telephone number schedules schedule opening_hours languages language fees_description fees assured_date last_confirmed latitude lat longitude lon lng long address address_1 address_2 location_name location city town postal_code postcode location_type step_free position byday freq interval opens_at closes_at valid_from valid_to attending_type origin_feed origin_id retrieved";
