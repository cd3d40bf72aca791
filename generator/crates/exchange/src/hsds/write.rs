//! The city's services as a page of an Open Referral UK feed, whole records in it.

use super::{FIELDS, KINDS};
use crate::hours;
use crate::listing::{Dataset, Listing};
use crate::{identity::uuid, record};
use content::service::{
    LocationRecord, PhoneRecord, RegulationRecord, ScheduleKind, ServiceRecord, Status,
};
use finder::service::{CallCost, Cost, PhoneKind};
use serde_json::{Map, Value, json};

/// The page, as `GET /services` of such a feed gives it, with the licences of what it holds.
pub fn write(dataset: &Dataset) -> String {
    let services: Vec<Value> = dataset
        .services
        .iter()
        .map(|listing| Writer { dataset, listing }.service())
        .collect();
    let count = services.len();
    let origins = dataset.origins();
    let page = compact(json!({
        "version": "3.0",
        "profile": "Open Referral UK 3.0",
        "title": dataset.title,
        "publisher": dataset.publisher,
        "homepage": dataset.homepage,
        "licenses": dataset.licence.map(|l| json!([compact(json!({ "name": l.name, "title": l.title, "path": l.url }))])),
        "sources": (!origins.is_empty()).then(|| origins.iter().map(|(feed, licence)| json!({ "title": feed, "license": licence })).collect::<Vec<_>>()),
        "total_items": count,
        "total_pages": 1,
        "page_number": 1,
        "size": count,
        "first_page": true,
        "last_page": true,
        "empty": count == 0,
        "contents": services,
    }));
    // A tree of strings, numbers and lists is always JSON.
    let mut text = serde_json::to_string_pretty(&page).unwrap_or_default();
    text.push('\n');
    text
}

/// An object without the fields that say nothing.
pub(crate) fn compact(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            Value::Object(map.into_iter().filter(|(_, v)| !v.is_null()).collect())
        }
        other => other,
    }
}

struct Writer<'a> {
    dataset: &'a Dataset<'a>,
    listing: &'a Listing<'a>,
}

impl Writer<'_> {
    fn record(&self) -> &ServiceRecord {
        self.listing.record
    }

    /// An identifier of something that belongs to the service.
    fn id(&self, what: &str, which: &str) -> String {
        uuid(&[what, self.listing.key, which])
    }

    fn service(&self) -> Value {
        let record = self.record();
        let organization = record.organization.as_ref().unwrap_or(&record.name);
        let organization_id = uuid(&["organization", organization]);
        let (status, alert) = match record.status {
            Status::Active => ("active", None),
            Status::Inactive => ("inactive", None),
            Status::TemporarilyClosed(None) => ("temporarily closed", None),
            Status::TemporarilyClosed(Some(until)) => {
                ("temporarily closed", Some(format!("Closed until {until}")))
            }
        };
        let seen = record.sources.iter().map(|s| s.checked);
        let modified = record.last_confirmed.into_iter().chain(seen).max();
        let at_locations: Vec<Value> = self
            .listing
            .places()
            .enumerate()
            .map(|(n, (place, at))| self.at_location(n, place, at))
            .collect();
        compact(json!({
            "id": self.id("service", ""),
            "organization_id": organization_id,
            "organization": {
                "id": organization_id,
                "name": organization,
                // HSDS asks for words on the organisation; a record has none but its name.
                "description": organization,
            },
            "name": record.name,
            "description": self.listing.description,
            "url": record.url.as_ref().or(self.listing.page.as_ref()),
            "email": record.email,
            "status": status,
            "alert": alert,
            "interpretation_services": record.interpreting.map(|i| match i {
                finder::service::Interpreting::Available => "An interpreter can be had.",
                finder::service::Interpreting::ByTelephone => "An interpreter can be had by telephone.",
                finder::service::Interpreting::NotAvailable => "There is no interpreter.",
            }),
            "application_process": record.referral.map(|r| match r {
                finder::service::Referral::None => "No referral is needed.",
                finder::service::Referral::SelfReferral => "You refer yourself.",
                finder::service::Referral::Professional => "A professional must refer you.",
            }),
            "fees_description": self.fees(),
            "assured_date": record.last_confirmed.map(|d| d.to_string()),
            "last_modified": modified.map(|d| format!("{d}T00:00:00.000Z")),
            "phones": record.phones.iter().enumerate().map(|(n, p)| self.phone(n, p)).collect::<Vec<_>>(),
            "schedules": self.schedules(),
            "service_areas": self.areas(),
            "service_at_locations": at_locations,
            "languages": self.languages(),
            "cost_options": self.costs(),
            "attributes": self.attributes(),
        }))
    }

    fn fees(&self) -> Option<String> {
        let record = self.record();
        record.cost_note.clone().or_else(|| match record.cost? {
            Cost::Free => Some("Free".to_owned()),
            Cost::Some | Cost::Paid => None,
        })
    }

    fn costs(&self) -> Option<Value> {
        let record = self.record();
        let cost = record.cost?;
        Some(json!([compact(json!({
            "id": self.id("cost option", ""),
            "service_id": self.id("service", ""),
            "option": record.cost_note,
            "amount": (cost == Cost::Free).then_some(0),
        }))]))
    }

    fn languages(&self) -> Vec<Value> {
        let language = |tag: &str| {
            json!({
                "id": self.id("language", tag),
                "service_id": self.id("service", ""),
                "code": tag,
                "name": self.dataset.languages.get(tag).map_or(tag, String::as_str),
            })
        };
        self.record()
            .languages
            .iter()
            .map(|l| language(&l.value))
            .collect()
    }

    fn areas(&self) -> Vec<Value> {
        let area = |id: &str| {
            let area = self.dataset.areas.get(id);
            let name = area.map_or(id, |a| a.name.as_str());
            let code = area.and_then(|a| a.code.as_deref());
            // The statistics office's own address of an area, as the UK's profile writes it.
            let british = code.filter(|_| self.dataset.country == "GB");
            compact(json!({
                "id": self.id("service area", id),
                "service_id": self.id("service", ""),
                "name": name,
                "service_area": name,
                "uri": british.map(|c| format!("http://statistics.data.gov.uk/id/statistical-geography/{c}")),
            }))
        };
        self.record().areas.iter().map(|a| area(&a.value)).collect()
    }

    fn phone(&self, n: usize, phone: &PhoneRecord) -> Value {
        let id = self.id("phone", &n.to_string());
        let kind = match phone.kind {
            PhoneKind::Voice => "voice",
            PhoneKind::Text | PhoneKind::Whatsapp => "text",
            PhoneKind::Textphone | PhoneKind::Relay => "textphone",
        };
        let own = [
            (
                "kind",
                Some(record::phone_kind(phone.kind)).filter(|k| *k != kind),
            ),
            ("cost", phone.cost.map(record::call_cost)),
        ];
        let said = [
            phone.label.as_deref(),
            (phone.kind == PhoneKind::Whatsapp).then_some("WhatsApp"),
            phone
                .cost
                .and_then(|c| (c == CallCost::Free).then_some("free to call")),
        ];
        let description: Vec<&str> = said.into_iter().flatten().collect();
        compact(json!({
            "id": id,
            "service_id": self.id("service", ""),
            "number": phone.number,
            "type": kind,
            "description": (!description.is_empty()).then(|| description.join("; ")),
            "attributes": self.own(&id, "phone", own.into_iter().chain([("label", phone.label.as_deref())])),
        }))
    }

    fn at_location(&self, n: usize, place: &LocationRecord, at: Option<(f64, f64)>) -> Value {
        let which = n.to_string();
        let id = self.id("location", &which);
        let address = (!place.address.is_empty() || place.postcode.is_some()).then(|| {
            json!([{
                "id": self.id("address", &which),
                "location_id": id,
                "address_1": place.address.join(", "),
                "city": place.city.as_deref().unwrap_or_default(),
                "state_province": "",
                "postal_code": place.postcode.as_ref().map_or("", |p| p.value.as_str()),
                "country": self.dataset.country,
                "address_type": "physical",
            }])
        });
        let step_free = place.step_free.map(|s| if s { "true" } else { "false" });
        let exact = place.coordinates.is_none() && at.is_some();
        let lines = place.address.join("\n");
        // Readers part an address at its commas; lines with commas of their own are kept.
        let lines = place
            .address
            .iter()
            .any(|l| l.contains(','))
            .then_some(lines.as_str());
        let own = [
            ("lines", lines),
            ("step_free", step_free),
            ("position", exact.then_some("postcode")),
        ];
        let accessibility = place.step_free.map(|s| {
            let words = if s { "Step-free access" } else { "No step-free access" };
            json!([{ "id": self.id("accessibility", &which), "location_id": id, "description": words }])
        });
        json!({
            "id": self.id("service at location", &which),
            "service_id": self.id("service", ""),
            "location_id": id,
            "location": compact(json!({
                "id": id,
                "location_type": "physical",
                "name": place.name.as_ref().or(place.address.first()),
                "latitude": at.map(|a| a.0),
                "longitude": at.map(|a| a.1),
                "addresses": address,
                "accessibility": accessibility,
                "attributes": self.own(&id, "location", own.into_iter().chain([("name", place.name.as_deref())])),
            })),
        })
    }

    /// Every week's hours as events that recur; what is more than that in words alone.
    fn schedules(&self) -> Vec<Value> {
        let mut schedules = Vec::new();
        for (n, schedule) in self.listing.schedules().iter().enumerate() {
            let confirmed = schedule.confirmed.map(|d| d.to_string());
            let own = [
                ("opening_hours", Some(schedule.opening_hours.as_str())),
                ("confirmed", confirmed.as_deref()),
            ];
            let word = match schedule.kind {
                ScheduleKind::Building => "building",
                ScheduleKind::DropIn => "drop_in",
                ScheduleKind::Appointment => "appointment",
            };
            self.events(
                &format!("place {n}"),
                &schedule.opening_hours,
                word,
                &own,
                &mut schedules,
            );
        }
        for (n, phone) in self.record().phones.iter().enumerate() {
            if let Some(hours) = &phone.opening_hours {
                let own = [
                    ("opening_hours", Some(hours.as_str())),
                    ("number", Some(phone.number.as_str())),
                ];
                self.events(&format!("phone {n}"), hours, "phone", &own, &mut schedules);
            }
        }
        schedules
    }

    fn events(
        &self,
        which: &str,
        text: &str,
        attending: &str,
        own: &[(&str, Option<&str>)],
        schedules: &mut Vec<Value>,
    ) {
        let slots = hours::weekly(text).unwrap_or_default();
        let slots = slots
            .iter()
            .map(Some)
            .chain(slots.is_empty().then_some(None));
        for (n, slot) in slots.enumerate() {
            let id = self.id("schedule", &format!("{which} {n}"));
            let days = slot.map(|s| {
                let days: Vec<String> = s
                    .days
                    .iter()
                    .map(|d| hours::DAYS[*d].to_uppercase())
                    .collect();
                days.join(",")
            });
            schedules.push(compact(json!({
                "id": id,
                "service_id": self.id("service", ""),
                "freq": slot.map(|_| "WEEKLY"),
                "interval": slot.map(|_| 1),
                "byday": days,
                "opens_at": slot.map(|s| hours::clock(s.opens)),
                "closes_at": slot.map(|s| hours::clock(s.closes)),
                "description": text,
                "attending_type": attending,
                "attributes": self.own(&id, "schedule", own.iter().copied()),
            })));
        }
    }

    /// Kinds of help, and the fields that HSDS has no place for.
    fn attributes(&self) -> Value {
        let record = self.record();
        let id = self.id("service", "");
        let mut attributes: Vec<Value> = Vec::new();
        for kind in &record.kinds {
            let name = self
                .dataset
                .kinds
                .get(kind.value.as_str())
                .map_or(kind.value.as_str(), String::as_str);
            attributes.push(attribute(
                &self.id("kind", &kind.value),
                &id,
                "service",
                "service_type",
                &term(KINDS, &kind.value, name),
                None,
            ));
        }
        let flag = |b: Option<bool>| b.map(|b| b.to_string());
        let regulation = record.regulation.as_ref().map(|r| match r {
            RegulationRecord::NoAdvice => "no_advice".to_owned(),
            RegulationRecord::Unconfirmed => "unconfirmed".to_owned(),
            RegulationRecord::Regulated {
                body,
                registration,
                checked,
            } => format!("{body} | {registration} | {checked}"),
        });
        let until = match record.status {
            Status::TemporarilyClosed(until) => until.map(|d| d.to_string()),
            _ => None,
        };
        let sources: Vec<String> = record
            .sources
            .iter()
            .map(|s| {
                format!(
                    "{} | {} | {} | {}",
                    s.checked,
                    if s.primary { "primary" } else { "other" },
                    s.url,
                    s.name
                )
            })
            .collect();
        let areas: Vec<&str> = record.areas.iter().map(|a| a.value.as_str()).collect();
        let origin = record.origin.as_ref();
        let own = [
            (
                "confidential",
                record.confidential.then(|| "true".to_owned()),
            ),
            ("areas", (!areas.is_empty()).then(|| areas.join(" "))),
            ("residents_only", flag(record.residents_only)),
            (
                "interpreting",
                record
                    .interpreting
                    .map(|v| record::interpreting(v).to_owned()),
            ),
            ("cost", record.cost.map(|v| record::cost(v).to_owned())),
            ("cost_note", record.cost_note.clone()),
            (
                "referral",
                record.referral.map(|v| record::referral(v).to_owned()),
            ),
            ("women_only", flag(record.women_only)),
            ("children_welcome", flag(record.children_welcome)),
            ("confirmed_by", record.confirmed_by.clone()),
            (
                "confirmed_how",
                record
                    .confirmed_how
                    .map(|v| record::confirmed_how(v).to_owned()),
            ),
            ("regulation", regulation),
            ("status_until", until),
            ("sources", (!sources.is_empty()).then(|| sources.join("\n"))),
            ("page", self.listing.page.clone()),
            ("origin_feed", origin.map(|o| o.feed.clone())),
            ("origin_id", origin.map(|o| o.id.clone())),
            ("origin_licence", origin.and_then(|o| o.licence.clone())),
        ];
        let own = own.iter().map(|(field, value)| (*field, value.as_deref()));
        if let Some(Value::Array(own)) = self.own(&id, "service", own) {
            attributes.extend(own);
        }
        Value::Array(attributes)
    }

    /// Attributes of our own taxonomy on the entity `link`.
    fn own<'v>(
        &self,
        link: &str,
        entity: &str,
        fields: impl Iterator<Item = (&'v str, Option<&'v str>)>,
    ) -> Option<Value> {
        let attributes: Vec<Value> = fields
            .filter_map(|(field, value)| {
                let id = uuid(&["attribute", link, field]);
                Some(attribute(
                    &id,
                    link,
                    entity,
                    "record",
                    &term(FIELDS, field, field),
                    Some(value?),
                ))
            })
            .collect();
        (!attributes.is_empty()).then_some(Value::Array(attributes))
    }
}

fn attribute(
    id: &str,
    link: &str,
    entity: &str,
    kind: &str,
    term: &Value,
    value: Option<&str>,
) -> Value {
    let mut attribute = Map::new();
    attribute.insert("id".to_owned(), id.into());
    attribute.insert("link_id".to_owned(), link.into());
    attribute.insert("link_entity".to_owned(), entity.into());
    attribute.insert("link_type".to_owned(), kind.into());
    attribute.insert("taxonomy_term_id".to_owned(), term["id"].clone());
    attribute.insert("taxonomy_term".to_owned(), term.clone());
    if let Some(value) = value {
        attribute.insert("value".to_owned(), value.into());
    }
    Value::Object(attribute)
}

/// A term: HSDS calls its words `name`, the UK's profile `term`.
fn term(taxonomy: &str, code: &str, name: &str) -> Value {
    json!({
        "id": uuid(&["term", taxonomy, code]),
        "code": code,
        "name": name,
        "term": name,
        "description": name,
        "taxonomy": taxonomy,
        "taxonomy_id": uuid(&["taxonomy", taxonomy]),
    })
}
