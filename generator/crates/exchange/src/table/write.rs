//! The city's services as rows.

use super::formula::safe;
use crate::identity::uuid;
use crate::listing::{Dataset, Listing};
use crate::record;
use content::service::Word;
use content::service::{LocationRecord, RegulationRecord, Status};

/// The columns that are written; those of [`OWN`] carry their field as the record has it.
const COLUMNS: [&str; 34] = [
    "id",
    "name",
    "organization",
    "status",
    "status_until",
    "description",
    "kinds",
    "url",
    "email",
    "phones",
    "location_name",
    "address",
    "city",
    "postal_code",
    "latitude",
    "longitude",
    "position",
    "step_free",
    "schedules",
    "areas",
    "residents_only",
    "languages",
    "interpreting",
    "cost",
    "cost_note",
    "referral",
    "women_only",
    "children_welcome",
    "confidential",
    "regulation",
    "assured_date",
    "confirmed_by",
    "confirmed_how",
    "sources",
];
/// Columns after those: where the row comes from and what may be done with it.
const PROVENANCE: [&str; 4] = ["page", "origin_feed", "origin_id", "license"];
/// The services as CSV, with CRLF at the end of each row.
pub fn write(dataset: &Dataset) -> String {
    let mut rows = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .quote_style(csv::QuoteStyle::Always)
        .from_writer(Vec::new());
    // Writing to memory does not fail.
    let _ = rows.write_record(COLUMNS.iter().chain(&PROVENANCE));
    for listing in &dataset.services {
        let places: Vec<_> = listing.places().map(Some).collect();
        let places = if places.is_empty() {
            vec![None]
        } else {
            places
        };
        for place in places {
            let _ = rows.write_record(row(dataset, listing, place).iter().map(|cell| safe(cell)));
        }
    }
    let bytes = rows.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

type Place<'a> = (&'a LocationRecord, Option<(f64, f64)>);

fn row(dataset: &Dataset, listing: &Listing, place: Option<Place>) -> Vec<String> {
    let service = listing.record;
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let flag = |value: Option<bool>| value.map(|v| v.to_string()).unwrap_or_default();
    let word = |value: Option<&'static str>| value.unwrap_or_default().to_owned();
    let list = |values: &[content::Spanned<String>]| {
        values
            .iter()
            .map(|v| v.value.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let (status, until) = match service.status {
        Status::Active => ("active", None),
        Status::TemporarilyClosed(until) => ("temporarily closed", until),
        Status::Inactive => ("inactive", None),
    };
    let phones: Vec<String> = service
        .phones
        .iter()
        .map(|p| {
            let kind = p.kind.word();
            let cost = p.cost.map(Word::word).unwrap_or_default();
            parts(&[
                &p.number,
                kind,
                cost,
                &text(&p.label),
                &text(&p.opening_hours),
            ])
        })
        .collect();
    let schedules: Vec<String> = listing
        .schedules()
        .iter()
        .map(|s| {
            let confirmed = s.confirmed.map(|d| d.to_string()).unwrap_or_default();
            parts(&[s.kind.word(), &s.opening_hours, &confirmed])
        })
        .collect();
    let regulation = service.regulation.as_ref().map(|r| match r {
        RegulationRecord::NoAdvice => "no_advice".to_owned(),
        RegulationRecord::Unconfirmed => "unconfirmed".to_owned(),
        RegulationRecord::Regulated {
            body,
            registration,
            checked,
        } => format!("{body} | {registration} | {checked}"),
    });
    // Where a refuge was looked up is nobody's business: a source may lead to its place.
    let sources: Vec<String> = service
        .sources
        .iter()
        .filter(|_| !service.confidential)
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
    let here = place.map(|(place, _)| place);
    let at = place.and_then(|(_, at)| at);
    let degrees =
        |pick: fn((f64, f64)) -> f64| at.map(|at| record::degrees(pick(at))).unwrap_or_default();
    let derived = here.is_some_and(|p| p.coordinates.is_none()) && at.is_some();
    let origin = service.origin.as_ref();
    let licence = origin
        .and_then(|o| o.licence.clone())
        .or_else(|| dataset.licence.map(|l| l.name.clone()));
    vec![
        uuid(&["service", listing.key, ""]),
        service.name.clone(),
        text(&service.organization),
        status.to_owned(),
        until.map(|d| d.to_string()).unwrap_or_default(),
        listing.description.clone(),
        list(&service.kinds),
        listing.url().unwrap_or_default(),
        text(&service.email),
        phones.join("\n"),
        here.map(|p| text(&p.name)).unwrap_or_default(),
        here.map(|p| p.address.join("\n")).unwrap_or_default(),
        here.map(|p| text(&p.city)).unwrap_or_default(),
        here.and_then(|p| p.postcode.as_ref().map(|c| c.value.clone()))
            .unwrap_or_default(),
        degrees(|at| at.0),
        degrees(|at| at.1),
        word(derived.then_some("postcode")),
        flag(here.and_then(|p| p.step_free)),
        schedules.join("\n"),
        list(&service.areas),
        flag(service.residents_only),
        list(&service.languages),
        word(service.interpreting.map(Word::word)),
        word(service.cost.map(Word::word)),
        text(&service.cost_note),
        word(service.referral.map(Word::word)),
        flag(service.women_only),
        flag(service.children_welcome),
        word(service.confidential.then_some("true")),
        regulation.unwrap_or_default(),
        service
            .last_confirmed
            .map(|d| d.to_string())
            .unwrap_or_default(),
        text(&service.confirmed_by),
        word(service.confirmed_how.map(Word::word)),
        sources.join("\n"),
        text(&listing.page),
        origin.map(|o| o.feed.clone()).unwrap_or_default(),
        origin.map(|o| o.id.clone()).unwrap_or_default(),
        licence.unwrap_or_default(),
    ]
}

/// Parts of one thing, the empty ones at the end left out.
fn parts(parts: &[&str]) -> String {
    let used = parts
        .iter()
        .rposition(|p| !p.is_empty())
        .map_or(0, |last| last + 1);
    parts[..used].join(" | ")
}
