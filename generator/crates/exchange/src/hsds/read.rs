//! A service of HSDS 3 (and of the UK's first version, where its names differ) to a draft.

use super::{FIELDS, unread};
use crate::draft::{Draft, LocationDraft, MOST, Named, Note, PhoneDraft, ScheduleDraft};
use crate::secret::Signs;
use serde_json::Value;
use std::collections::BTreeMap;
use text::invisible::without;

/// The most unknown names that are told of one record.
pub(super) const MOST_NAMES: usize = 20;

/// Reads one service. Fields of this program's own are believed only where the feed is `trusted`: anybody can write them.
///
/// # Errors
/// Why it is no service that can be taken over.
pub fn read(value: &Value, trusted: bool) -> Result<Draft, Note> {
    let mut draft = draft(value)?;
    if let Some(what) = unread::no_service(value) {
        return Err(Note {
            about: text(value, &["name"]).unwrap_or_default(),
            text: format!("this is {what}, not a service; left out"),
        });
    }
    let mut signs = Signs::default();
    look(value, "", &mut signs);
    draft.secret = signs.found();
    draft.ours = trusted;
    if !trusted {
        distrust(&mut draft);
    }
    Ok(draft)
}

/// Looks at every text of a record, however deep it lies.
fn look(value: &Value, field: &str, signs: &mut Signs) {
    match value {
        Value::String(text) => signs.look(field, text),
        Value::Bool(flag) => signs.look(field, &flag.to_string()),
        Value::Number(number) => signs.look(field, &number.to_string()),
        Value::Array(items) => items.iter().for_each(|item| look(item, field, signs)),
        Value::Object(fields) => fields
            .iter()
            .for_each(|(name, value)| look(value, name, signs)),
        Value::Null => {}
    }
}

/// Takes away what only this program's exports say; that a service is confidential is believed of anybody.
fn distrust(draft: &mut Draft) {
    let confidential = draft.own.remove("confidential");
    let parts = draft.phones.iter_mut().map(|p| &mut p.own);
    let parts = parts.chain(draft.locations.iter_mut().map(|l| &mut l.own));
    let parts = parts.chain(draft.schedules.iter_mut().map(|s| &mut s.own));
    let mut lost = false;
    for own in parts.chain([&mut draft.own]) {
        lost |= !own.is_empty();
        own.clear();
    }
    draft
        .own
        .extend(confidential.map(|word| ("confidential".to_owned(), word)));
    if lost {
        draft
            .unread
            .push("attributes that only this city's own exports may carry".to_owned());
    }
}

fn draft(value: &Value) -> Result<Draft, Note> {
    let Some(id) = text(value, &["id"]) else {
        let name = text(value, &["name"]).unwrap_or_default();
        return Err(Note {
            about: name,
            text: "a record without an identifier cannot be known again; left out".to_owned(),
        });
    };
    let mut unread = Vec::new();
    unread::fields(value, unread::SERVICE, "", &mut unread);
    let organization = value.get("organization").unwrap_or(&Value::Null);
    let at_locations: Vec<&Value> = list(value, &["service_at_locations"]);
    let mut draft = Draft {
        id,
        name: text(value, &["name"]).unwrap_or_default(),
        organization: text(organization, &["name"]),
        description: text(value, &["description"]),
        more: ["eligibility_description", "application_process"]
            .into_iter()
            .filter_map(|name| text(value, &[name]))
            .collect(),
        status: text(value, &["status"]),
        url: text(value, &["url"]).or_else(|| text(organization, &["website", "url"])),
        email: text(value, &["email"]).or_else(|| text(organization, &["email"])),
        languages: list(value, &["languages"])
            .into_iter()
            .filter_map(|l| text(l, &["code", "language", "name"]))
            .collect(),
        areas: list(value, &["service_areas"])
            .into_iter()
            .map(area)
            .collect(),
        costs: list(value, &["cost_options"])
            .into_iter()
            .map(cost)
            .collect(),
        fees: text(value, &["fees_description", "fees"]),
        assured: text(value, &["assured_date"]),
        own: own(value),
        ..Draft::default()
    };
    if draft.own.contains_key("referral") {
        // Our own export wrote this sentence from the field.
        draft
            .more
            .retain(|m| text(value, &["application_process"]).as_ref() != Some(m));
    }
    for attribute in list(value, &["attributes", "service_taxonomys"]) {
        let term = attribute
            .get("taxonomy_term")
            .or_else(|| attribute.get("taxonomy"));
        if let Some(term) = term
            .map(named)
            .filter(|t| t.taxonomy.as_deref() != Some(FIELDS))
        {
            draft.terms.push(term);
        }
    }
    phones(value, &mut draft.phones);
    schedules(value, &mut draft.schedules);
    for at in at_locations {
        let place = at.get("location").unwrap_or(&Value::Null);
        unread::fields(place, unread::LOCATION, "location.", &mut unread);
        unread.extend(other_addresses(place));
        let unreadable = ["latitude", "longitude"]
            .into_iter()
            .filter(|name| text(place, &[name]).is_some() && number(place, name).is_none());
        unread.extend(unreadable.map(|name| format!("location.{name}")));
        for part in [at, place] {
            phones(part, &mut draft.phones);
            schedules(part, &mut draft.schedules);
        }
        draft.locations.extend(locations(place));
    }
    if draft.phones.is_empty() {
        phones(organization, &mut draft.phones);
    }
    draft.locations.truncate(MOST);
    draft.terms.truncate(MOST);
    unread.sort_unstable();
    unread.dedup();
    draft.unread = unread;
    Ok(draft)
}

/// Whether a record of a list says all there is: a shallow one has neither places nor ways to make contact.
pub fn is_whole(value: &Value) -> bool {
    [
        "service_at_locations",
        "phones",
        "contacts",
        "schedules",
        "regular_schedules",
    ]
    .iter()
    .any(|name| value.get(*name).is_some_and(Value::is_array))
}

/// The first of the fields that says something; feeds write nothing as null, as an empty text and as the word "null".
fn text(value: &Value, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| {
        let text = match value.get(*name)? {
            Value::String(text) => without(text).trim().to_owned(),
            // Days of a week as a list.
            Value::Array(items) => {
                let items: Option<Vec<&str>> = items.iter().map(Value::as_str).collect();
                items?.join(",")
            }
            Value::Number(number) => number.to_string(),
            Value::Bool(flag) => flag.to_string(),
            _ => return None,
        };
        let nothing =
            text.is_empty() || matches!(text.as_str(), "null" | "NULL" | "N/A" | "n/a" | "None");
        (!nothing).then_some(text)
    })
}

fn number(value: &Value, name: &str) -> Option<f64> {
    let number = value.get(name)?;
    let number = number
        .as_f64()
        // A decimal comma is how most of Europe writes it.
        .or_else(|| number.as_str()?.trim().replace(',', ".").parse().ok());
    number.filter(|n| n.is_finite())
}

/// The first of the fields that is a list.
fn list<'v>(value: &'v Value, names: &[&str]) -> Vec<&'v Value> {
    let found = names.iter().find_map(|name| value.get(*name)?.as_array());
    found
        .map(|items| items.iter().take(MOST).collect())
        .unwrap_or_default()
}

/// Our own fields, out of the attributes of a service, a location, a phone or a schedule.
fn own(value: &Value) -> BTreeMap<String, String> {
    let mut fields = BTreeMap::new();
    for attribute in list(value, &["attributes"]) {
        let Some(term) = attribute.get("taxonomy_term") else {
            continue;
        };
        if text(term, &["taxonomy"]).as_deref() == Some(FIELDS)
            && let (Some(field), Some(value)) = (text(term, &["code"]), text(attribute, &["value"]))
        {
            fields.insert(field, value);
        }
    }
    fields
}

fn named(term: &Value) -> Named {
    Named {
        name: text(term, &["name", "term"]),
        code: text(term, &["code", "id"]),
        uri: text(term, &["term_uri", "uri"]),
        taxonomy: text(term, &["taxonomy", "vocabulary"]),
    }
}

fn area(area: &Value) -> Named {
    Named {
        name: text(area, &["name", "service_area"]),
        code: text(area, &["code"]),
        uri: text(area, &["uri"]),
        taxonomy: None,
    }
}

fn cost(cost: &Value) -> (Option<f64>, Option<String>) {
    let words = [text(cost, &["option"]), text(cost, &["amount_description"])];
    let words: Vec<String> = words.into_iter().flatten().collect();
    (
        number(cost, "amount"),
        (!words.is_empty()).then(|| words.join(", ")),
    )
}

fn phones(value: &Value, phones: &mut Vec<PhoneDraft>) {
    let contacts = list(value, &["contacts"]);
    let theirs = contacts.iter().flat_map(|c| list(c, &["phones"]));
    for phone in list(value, &["phones"]).into_iter().chain(theirs) {
        let Some(number) = text(phone, &["number"]) else {
            continue;
        };
        let extension = text(phone, &["extension"]).map(|e| format!(" ext {e}"));
        let draft = PhoneDraft {
            number: number + &extension.unwrap_or_default(),
            kind: text(phone, &["type"]),
            description: text(phone, &["description"]),
            own: own(phone),
        };
        if phones.len() < MOST && !phones.contains(&draft) {
            phones.push(draft);
        }
    }
}

fn addresses(place: &Value) -> Vec<&Value> {
    list(place, &["addresses", "physical_addresses", "addresss"])
}

/// A place has one address; a postal one is for letters.
fn is_physical(address: &&Value) -> bool {
    text(address, &["address_type"]).is_none_or(|t| t.eq_ignore_ascii_case("physical"))
}

/// What the addresses of a place are that are not taken over.
fn other_addresses(place: &Value) -> Vec<String> {
    let all = addresses(place);
    let taken = all.iter().position(is_physical);
    let others = all.iter().enumerate().filter(|(at, _)| Some(*at) != taken);
    let kind = |address: &Value| match text(address, &["address_type"]) {
        Some(kind) if !kind.eq_ignore_ascii_case("physical") => crate::plain::summary(&kind, 60),
        _ => "another".to_owned(),
    };
    others
        .map(|(_, address)| format!("location.addresses ({})", kind(address)))
        .collect()
}

fn locations(place: &Value) -> Vec<LocationDraft> {
    let base = LocationDraft {
        name: text(place, &["name"]),
        latitude: number(place, "latitude"),
        longitude: number(place, "longitude"),
        kind: text(place, &["location_type"]),
        own: own(place),
        ..LocationDraft::default()
    };
    let address = addresses(place).into_iter().find(is_physical);
    let Some(address) = address else {
        let somewhere = base.latitude.is_some() || base.longitude.is_some();
        return somewhere.then_some(base).into_iter().collect();
    };
    let lines = ["attention", "address_1", "address_2"];
    vec![LocationDraft {
        lines: lines
            .iter()
            .filter_map(|name| text(address, &[name]))
            .collect(),
        city: text(address, &["city"]),
        postcode: text(address, &["postal_code", "postcode"]),
        ..base
    }]
}

fn schedules(value: &Value, schedules: &mut Vec<ScheduleDraft>) {
    for schedule in list(value, &["schedules", "regular_schedules"]) {
        let draft = ScheduleDraft {
            freq: text(schedule, &["freq"]),
            interval: text(schedule, &["interval"]),
            byday: text(schedule, &["byday", "weekday"]),
            bymonthday: text(schedule, &["bymonthday"]),
            opens_at: text(schedule, &["opens_at"]),
            closes_at: text(schedule, &["closes_at"]),
            valid_from: text(schedule, &["valid_from", "dtstart"]),
            valid_to: text(schedule, &["valid_to", "until"]),
            description: text(schedule, &["description", "notes"]),
            attending: text(schedule, &["attending_type"]),
            own: own(schedule),
            other: unread::parts(schedule),
            timezone: text(schedule, &["timezone"]),
        };
        if schedules.len() < MOST && !schedules.contains(&draft) {
            schedules.push(draft);
        }
    }
}
