//! The city's services as a page of an Open Referral UK feed, whole records in it.

mod attributes;
mod parts;

use crate::identity::uuid;
use crate::languages;
use crate::listing::{Dataset, Listing};
use content::service::{ServiceRecord, Status};
use finder::service::Cost;
use serde_json::{Value, json};
use text::web_address::escaped;

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
        "licenses": licences(dataset),
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
    let mut text = serde_json::to_string(&page).unwrap_or_default();
    text.push('\n');
    text
}

/// The licence of the whole, as a Data Package names it.
pub(crate) fn licences(dataset: &Dataset) -> Option<Value> {
    let licence = dataset.licence?;
    let path = licence.url.as_deref().map(escaped);
    Some(json!([compact(
        json!({ "name": licence.name, "title": licence.title, "path": path })
    )]))
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
            "url": self.listing.url().or_else(|| self.listing.page.clone()),
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
            compact(json!({
                "id": self.id("language", tag),
                "service_id": self.id("service", ""),
                "code": languages::code(tag),
                "name": self.dataset.languages.get(tag).map_or(tag, String::as_str),
            }))
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
                "uri": british.map(|c| escaped(&format!("http://statistics.data.gov.uk/id/statistical-geography/{c}"))),
            }))
        };
        self.record().areas.iter().map(|a| area(&a.value)).collect()
    }
}
