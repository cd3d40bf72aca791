//! What a page of services in Open Referral UK must be: its fields by a schema of our own (names, types, formats, words of a list and what is
//! required, as HSDS 3 and the UK's profile had them in November 2026), and what the standard asks for beyond what a schema can say.
//!
//! The schema names every field that is written, so one that is misspelt or new is told; and [`unseen`] tells of one that is gone.

use crate::schema;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The parts of a page that may come back in it, word for word the same.
const SHARED: [&str; 2] = ["organization", "taxonomy_term"];

fn open_referral() -> Value {
    serde_json::from_str(include_str!("open_referral.schema.json")).expect("the schema is JSON")
}

/// Everything wrong with a page of services.
pub fn faults(page: &Value) -> Vec<String> {
    let mut faults = schema::problems(&open_referral(), page);
    let count = page["contents"].as_array().map_or(0, Vec::len);
    for (field, value) in [
        ("total_items", json!(count)),
        ("total_pages", json!(1)),
        ("page_number", json!(1)),
        ("size", json!(count)),
        ("first_page", json!(true)),
        ("last_page", json!(true)),
        ("empty", json!(count == 0)),
    ] {
        if page[field] != value {
            faults.push(format!("/{field}: {} is not {value}", page[field]));
        }
    }
    let mut reader = Reader {
        faults,
        seen: BTreeMap::new(),
    };
    reader.walk("contents", &page["contents"], Above::default());
    reader.faults
}

/// The things that another is in, by their identifiers.
#[derive(Clone, Copy, Default)]
struct Above<'v> {
    owner: Option<&'v Value>,
    service: Option<&'v Value>,
    location: Option<&'v Value>,
}

struct Reader<'v> {
    faults: Vec<String>,
    seen: BTreeMap<&'v str, &'v Value>,
}

impl<'v> Reader<'v> {
    /// Reads what is in the field `part`, and all that is in that.
    fn walk(&mut self, part: &str, value: &'v Value, above: Above<'v>) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.walk(part, item, above)),
            Value::Object(fields) => {
                self.identity(part, value);
                self.links(part, value, above);
                match part {
                    "schedules" => self.schedule(value),
                    "location" => self.position(value),
                    _ => {}
                }
                let mut inside = above;
                inside.owner = value.get("id");
                match part {
                    "contents" => inside.service = value.get("id"),
                    "location" => inside.location = value.get("id"),
                    _ => {}
                }
                for (field, value) in fields {
                    self.walk(field, value, inside);
                }
            }
            _ => {}
        }
    }

    /// An identifier is of one thing only.
    fn identity(&mut self, part: &str, value: &'v Value) {
        let Some(id) = value["id"].as_str() else {
            return;
        };
        if let Some(other) = self.seen.insert(id, value)
            && !(SHARED.contains(&part) && other == value)
        {
            self.faults.push(format!("{part}: {id} stands twice"));
        }
    }

    /// What ends in `_id` names the thing that is there under that name, or the one that it is in.
    fn links(&mut self, part: &str, value: &'v Value, above: Above<'v>) {
        for (field, id) in value.as_object().into_iter().flatten() {
            let named = match field.strip_suffix("_id") {
                // A taxonomy is only named, nowhere told of.
                None | Some("taxonomy") => continue,
                Some(name) if value[name].is_object() => value[name].get("id"),
                Some("link") => above.owner,
                Some("service") => above.service,
                Some("location") => above.location,
                Some(_) => None,
            };
            if named != Some(id) {
                self.faults
                    .push(format!("{part}: its {field} {id} is not where it leads"));
            }
        }
    }

    /// Days and times are together, or words in their place.
    fn schedule(&mut self, schedule: &Value) {
        let rule = ["freq", "byday", "opens_at", "closes_at"].map(|field| schedule.get(field));
        let [_, byday, opens, closes] = rule.map(|r| r.and_then(Value::as_str));
        let whole = rule.iter().all(Option::is_some);
        let said = schedule["description"].is_string();
        if !whole && (rule.iter().any(Option::is_some) || !said) {
            self.faults.push(format!("half a schedule: {schedule}"));
        }
        let days: Vec<&str> = byday.map_or(Vec::new(), |d| d.split(',').collect());
        let known = |day: &&str| ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].contains(day);
        let once: BTreeSet<&&str> = days.iter().collect();
        if !days.iter().all(known) || once.len() < days.len() {
            self.faults.push(format!("its days are {days:?}"));
        }
        for time in [opens, closes].into_iter().flatten() {
            if !is_clock(time) {
                self.faults.push(format!("{time} is no time of day"));
            }
        }
    }

    fn position(&mut self, location: &Value) {
        if location.get("latitude").is_some() != location.get("longitude").is_some() {
            self.faults.push(format!("half a position: {location}"));
        }
    }
}

/// `HH:MM`, from 00:00 to 23:59.
fn is_clock(text: &str) -> bool {
    let number = |part: &str, below: u8| {
        part.len() == 2
            && part.bytes().all(|b| b.is_ascii_digit())
            && part.parse::<u8>().is_ok_and(|n| n < below)
    };
    text.split_once(':')
        .is_some_and(|(hour, minute)| number(hour, 24) && number(minute, 60))
}

/// The fields of the schema that are nowhere in `page`, by their place in the schema.
pub fn unseen(page: &Value) -> Vec<String> {
    let schema = open_referral();
    let mut named = BTreeSet::new();
    fields(&schema, "", &mut named);
    let mut seen = BTreeSet::new();
    visit(&schema, "", page, &mut seen);
    named.difference(&seen).cloned().collect()
}

/// Every field that the part of the schema at `place` names.
fn fields(schema: &Value, place: &str, found: &mut BTreeSet<String>) {
    let Some(rules) = schema.pointer(place).and_then(Value::as_object) else {
        return;
    };
    for (word, rule) in rules {
        let inner = format!("{place}/{word}");
        if word == "properties" {
            let names = rule.as_object().into_iter().flatten();
            found.extend(names.map(|(name, _)| format!("{inner}/{name}")));
        }
        fields(schema, &inner, found);
    }
}

/// The fields of `value`, by their place in the schema that rules it, the one at `place`.
fn visit(schema: &Value, place: &str, value: &Value, seen: &mut BTreeSet<String>) {
    let rules = schema.pointer(place).unwrap_or(&Value::Null);
    if let Some(other) = rules["$ref"].as_str() {
        return visit(schema, other.trim_start_matches('#'), value, seen);
    }
    for item in value.as_array().into_iter().flatten() {
        visit(schema, &format!("{place}/items"), item, seen);
    }
    for (name, field) in value.as_object().into_iter().flatten() {
        let inner = format!("{place}/properties/{name}");
        visit(schema, &inner, field, seen);
        seen.insert(inner);
    }
}
