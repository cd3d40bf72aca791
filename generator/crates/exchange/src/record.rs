//! A record as `service.toml`, and the text of a service that is new.

use crate::plain;
use content::service::{
    LocationRecord, OriginRecord, PhoneRecord, RegulationRecord, ScheduleRecord, ServiceRecord,
    Status, Word,
};
use std::fmt::Write as _;

/// `service.toml`. `confidential` is what is there in words; leaving it out is not the same as an editor's `false`.
///
/// A confidential record is written without places and hours, whatever it holds.
pub fn toml(record: &ServiceRecord, confidential: Option<bool>) -> String {
    let mut toml = Toml::default();
    toml.text("name", Some(&record.name));
    toml.text("organization", record.organization.as_ref());
    toml.list("kinds", record.kinds.iter().map(|k| k.value.as_str()));
    let (status, until) = match record.status {
        Status::Active => ("active", None),
        Status::TemporarilyClosed(until) => ("temporarily_closed", until),
        Status::Inactive => ("inactive", None),
    };
    toml.text("status", Some(status));
    toml.raw("status_until", until);
    toml.raw("confidential", confidential);
    toml.text("url", record.url.as_ref());
    toml.text("email", record.email.as_ref());
    toml.list("areas", record.areas.iter().map(|a| a.value.as_str()));
    toml.raw("residents_only", record.residents_only);
    toml.list(
        "languages",
        record.languages.iter().map(|l| l.value.as_str()),
    );
    toml.text("interpreting", record.interpreting.map(Word::word));
    toml.text("cost", record.cost.map(Word::word));
    toml.text("cost_note", record.cost_note.as_ref());
    toml.text("referral", record.referral.map(Word::word));
    toml.raw("women_only", record.women_only);
    toml.raw("children_welcome", record.children_welcome);
    toml.raw("last_confirmed", record.last_confirmed);
    toml.text("confirmed_by", record.confirmed_by.as_ref());
    toml.text("confirmed_how", record.confirmed_how.map(Word::word));
    if let Some(origin) = &record.origin {
        toml.origin(origin);
    }
    if let Some(regulation) = &record.regulation {
        toml.regulation(regulation);
    }
    record.phones.iter().for_each(|p| toml.phone(p));
    if !record.confidential && confidential != Some(true) {
        record.locations.iter().for_each(|l| toml.location(l));
        record.schedules.iter().for_each(|s| toml.schedule(s));
    }
    for source in &record.sources {
        toml.table("[[source]]");
        toml.text("name", Some(&source.name));
        toml.text("url", Some(&source.url));
        toml.raw("checked", Some(source.checked));
        toml.raw("primary", source.primary.then_some(true));
    }
    toml.0
}

/// The text of a new service: a sentence or two for lists, and all that was said.
pub fn markdown(description: &str) -> String {
    let summary = plain::summary(description, 160);
    let shown = plain::unmarked(&summary);
    let mut text = format!("+++\ndescription = {}\n+++\n", quoted(&shown));
    if plain::line(description) != summary {
        text.push('\n');
        text.push_str(&plain::markdown(description));
        text.push('\n');
    }
    text
}

/// A text as TOML's basic string: JSON's escapes are among TOML's.
fn quoted(text: &str) -> String {
    serde_json::Value::from(plain::line(text)).to_string()
}

#[derive(Default)]
struct Toml(String);

impl Toml {
    fn line(&mut self, name: &str, value: &str) {
        // A String takes everything.
        let _ = writeln!(self.0, "{name} = {value}");
    }

    fn text(&mut self, name: &str, value: Option<impl AsRef<str>>) {
        if let Some(value) = value {
            self.line(name, &quoted(value.as_ref()));
        }
    }

    fn raw(&mut self, name: &str, value: Option<impl ToString>) {
        if let Some(value) = value {
            self.line(name, &value.to_string());
        }
    }

    fn list<'a>(&mut self, name: &str, values: impl Iterator<Item = &'a str>) {
        let values: Vec<String> = values.map(quoted).collect();
        if !values.is_empty() {
            self.line(name, &format!("[{}]", values.join(", ")));
        }
    }

    fn table(&mut self, head: &str) {
        // A String takes everything.
        let _ = writeln!(self.0, "\n{head}");
    }

    fn origin(&mut self, origin: &OriginRecord) {
        self.table("[origin]");
        self.text("feed", Some(&origin.feed));
        self.text("id", Some(&origin.id));
        self.text("licence", origin.licence.as_ref());
        self.raw("retrieved", Some(origin.retrieved));
    }

    fn regulation(&mut self, regulation: &RegulationRecord) {
        self.table("[regulation]");
        match regulation {
            RegulationRecord::NoAdvice => self.raw("advice", Some(false)),
            RegulationRecord::Unconfirmed => self.raw("confirmed", Some(false)),
            RegulationRecord::Regulated {
                body,
                registration,
                checked,
            } => {
                self.text("body", Some(body));
                self.text("registration", Some(registration));
                self.raw("checked", Some(*checked));
            }
        }
    }

    fn phone(&mut self, phone: &PhoneRecord) {
        self.table("[[phone]]");
        self.text("number", Some(&phone.number));
        self.text("kind", Some(phone.kind.word()));
        self.text("cost", phone.cost.map(Word::word));
        self.text("label", phone.label.as_ref());
        self.text("opening_hours", phone.opening_hours.as_ref());
    }

    fn location(&mut self, location: &LocationRecord) {
        self.table("[[location]]");
        self.text("name", location.name.as_ref());
        self.list("address", location.address.iter().map(String::as_str));
        self.text("city", location.city.as_ref());
        self.text("postcode", location.postcode.as_ref().map(|p| &p.value));
        if let Some(at) = &location.coordinates {
            self.raw("latitude", Some(degrees(at.value.0)));
            self.raw("longitude", Some(degrees(at.value.1)));
        }
        self.raw("step_free", location.step_free);
    }

    fn schedule(&mut self, schedule: &ScheduleRecord) {
        self.table("[[schedule]]");
        self.text("kind", Some(schedule.kind.word()));
        self.text("opening_hours", Some(&schedule.opening_hours));
        self.raw("confirmed", schedule.confirmed);
    }
}

/// Degrees to five decimals, about a metre; finer is not known of any address.
pub fn degrees(value: f64) -> String {
    let text = format!("{value:.5}");
    let text = text.trim_end_matches('0');
    match text.strip_suffix('.') {
        Some(whole) => format!("{whole}.0"),
        None => text.to_owned(),
    }
}
