//! `service.toml`: one service, in Open Referral UK (HSDS 3) terms.
//!
//! What is not said stays unknown. A confidential service has no location in the record, whatever its file says: the file is refused.

mod night;
mod record;
mod said;
mod words;

pub use words::Word;

pub use record::{
    LocationRecord, OriginRecord, PhoneRecord, RegulationRecord, ScheduleKind, ScheduleRecord,
    ServiceRecord, Status,
};

use crate::country::Country;
use crate::fields::{Fields, TomlText};
use crate::page::{past_date, sources, values, web_address};
use crate::{Date, Spanned, spanned, telephone};
use diagnostics::{Code, Diagnostic, Diagnostics};
use finder::postcode;
use std::ops::Range;

/// What a record is read against.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// How telephone numbers are written.
    pub country: &'a Country,
    /// How postcodes are written, if the program knows.
    pub postcode: Option<&'a postcode::Format>,
    /// Kinds of help whose services must say who regulates them.
    pub regulated_kinds: &'a [&'a str],
    /// The day of the build.
    pub today: Date,
}

/// Reads the `service.toml` at `path`; `None` where it lacks what every service needs.
pub fn read(path: &str, text: &str, setting: Setting) -> (Option<ServiceRecord>, Diagnostics) {
    let file = TomlText::new(path, text, 0..text.len());
    let record = file.read(|f| service(f, setting)).flatten();
    (record, file.into_diagnostics())
}

fn service(fields: &Fields, setting: Setting) -> Option<ServiceRecord> {
    let name = fields.required("name");
    if let Some(name) = &name {
        said::plain(fields, name);
    }
    let kinds = said::each_once(fields, "kinds");
    if kinds.is_empty() {
        fields.missing("kinds");
    }
    // What is neither true nor false is reported, and kept secret until somebody has mended it.
    let confidential = fields
        .boolean("confidential")
        .unwrap_or_else(|| fields.has("confidential"));
    let record = ServiceRecord {
        organization: said::text(fields, "organization"),
        status: status(fields),
        confidential,
        url: web_address(fields, "url", false),
        email: email(fields),
        phones: fields.tables("phone", |f| phone(f, setting)),
        locations: locations(fields, confidential, setting),
        schedules: fields.tables("schedule", |f| schedule(f, setting.today)),
        areas: said::each_once(fields, "areas"),
        residents_only: fields.boolean("residents_only"),
        languages: said::each_once(fields, "languages"),
        interpreting: fields.choice("interpreting", Word::WORDS),
        cost: fields.choice("cost", Word::WORDS),
        cost_note: said::text(fields, "cost_note"),
        referral: fields.choice("referral", Word::WORDS),
        women_only: fields.boolean("women_only"),
        children_welcome: fields.boolean("children_welcome"),
        regulation: fields
            .table("regulation", |f| regulation(f, setting.today))
            .flatten(),
        last_confirmed: fields
            .has("last_confirmed")
            .then(|| past_date(fields, "last_confirmed", setting.today))
            .flatten(),
        confirmed_by: said::text(fields, "confirmed_by"),
        confirmed_how: fields.choice("confirmed_how", Word::WORDS),
        sources: sources(fields, setting.today),
        origin: fields
            .table("origin", |f| origin(f, setting.today))
            .flatten(),
        name: name?.value,
        kinds,
    };
    check(fields, &record, setting);
    Some(record)
}

/// What no single field shows.
fn check(fields: &Fields, record: &ServiceRecord, setting: Setting) {
    let reachable = !record.phones.is_empty()
        || !record.locations.is_empty()
        || record.email.is_some()
        || record.url.is_some();
    // A number or an address that cannot be used was reported.
    let reachable = reachable
        || ["phone", "location", "email", "url"]
            .iter()
            .any(|f| fields.has(f));
    if !reachable {
        fields.report(
            Diagnostic::new(
                Code::EmptyService,
                format!("nobody could reach \"{}\"", record.name),
            )
            .hint("give a telephone number, an email address, a website or a location"),
            &fields.span(),
        );
    }
    let regulated = |k: &&Spanned<String>| setting.regulated_kinds.contains(&k.value.as_str());
    let adviser = record.kinds.iter().find(regulated);
    if let Some(kind) = adviser
        && !fields.has("regulation")
    {
        fields.report(
            Diagnostic::new(
                Code::UnregulatedAdvice,
                format!(
                    "\"{}\" offers help with {}, which is regulated, but does not say who regulates it",
                    record.name, kind.value
                ),
            )
            .hint(
                "add `[regulation]` with body, registration and checked, or with `advice = false`",
            ),
            &kind.span,
        );
    }
    let year_ago = setting.today.saturating_sub(jiff::Span::new().years(1));
    if let Some(date) = record.last_confirmed
        && date < year_ago
    {
        fields.report(
            Diagnostic::new(
                Code::OldConfirmation,
                format!("\"{}\" was last confirmed on {date}", record.name),
            ),
            &fields.date("last_confirmed").map_or(0..0, |d| d.span),
        );
    }
}

fn status(fields: &Fields) -> Status {
    #[derive(Clone, Copy)]
    enum Word {
        Active,
        Closed,
        Inactive,
    }
    let until = fields.date("status_until").map(|d| d.value);
    let word = fields.choice(
        "status",
        &[
            ("active", Word::Active),
            ("temporarily_closed", Word::Closed),
            ("inactive", Word::Inactive),
        ],
    );
    match word {
        None | Some(Word::Active) => Status::Active,
        Some(Word::Closed) => Status::TemporarilyClosed(until),
        Some(Word::Inactive) => Status::Inactive,
    }
}

fn email(fields: &Fields) -> Option<String> {
    let email = fields.string("email")?;
    if !text::email::is_email(&email.value) {
        let message = format!("\"{}\" is not an email address", email.value);
        let diagnostic = Diagnostic::new(Code::BadValue, message)
            .hint("write it as somebody@example.org, in ASCII; a host in other letters in its `xn--` form");
        fields.report(diagnostic, &email.span);
        return None;
    }
    Some(email.value)
}

fn phone(fields: &Fields, setting: Setting) -> Option<PhoneRecord> {
    let number = fields.required("number");
    let kind = fields.choice("kind", Word::WORDS);
    let cost = fields.choice("cost", Word::WORDS);
    let label = said::text(fields, "label");
    let hours = opening_hours(fields, false);
    let number = number?;
    let kind = kind.unwrap_or_default();
    match telephone::dialled(setting.country, &number.value, kind) {
        Ok(dialled) => Some(PhoneRecord {
            number: number.value,
            dialled,
            kind,
            cost,
            label,
            opening_hours: hours,
        }),
        Err(fault) => {
            fields.report(fault.diagnostic(&number.value), &number.span);
            None
        }
    }
}

fn locations(fields: &Fields, confidential: bool, setting: Setting) -> Vec<LocationRecord> {
    let mut spans: Vec<Range<usize>> = Vec::new();
    let locations = fields.tables("location", |f| {
        spans.push(f.span());
        location(f, setting)
    });
    if !confidential {
        return locations;
    }
    for span in spans {
        fields.report(
            Diagnostic::new(
                Code::ConfidentialLocation,
                "this service is confidential, so no place may stand here",
            )
            .hint("remove the whole `[[location]]`, also from older versions of the file"),
            &span,
        );
    }
    Vec::new()
}

fn location(fields: &Fields, setting: Setting) -> Option<LocationRecord> {
    let postcode = fields
        .string("postcode")
        .and_then(|p| checked_postcode(fields, p, setting.postcode));
    let (latitude, longitude) = (fields.number("latitude"), fields.number("longitude"));
    let coordinates = match (latitude, longitude) {
        (Some(lat), Some(lon)) => {
            let fine = lat.value.abs() <= 90.0 && lon.value.abs() <= 180.0;
            let span = lat.span.start..lon.span.end.max(lat.span.end);
            if !fine {
                let message = format!("no place on Earth is at {}, {}", lat.value, lon.value);
                fields.report(Diagnostic::new(Code::BadCoordinate, message), &span);
            }
            let bounds = setting.country.bounds;
            let inside = fine && bounds.contains(lat.value, lon.value);
            if fine && !inside {
                let swapped = bounds.contains(lon.value, lat.value);
                let problem = elsewhere(setting.country, lat.value, lon.value, swapped);
                fields.report(problem, &span);
            }
            inside.then(|| spanned((lat.value, lon.value), span))
        }
        (None, None) => None,
        (Some(one), None) | (None, Some(one)) => {
            let message = "latitude and longitude go together, and one is missing";
            fields.report(Diagnostic::new(Code::BadCoordinate, message), &one.span);
            None
        }
    };
    Some(LocationRecord {
        name: said::text(fields, "name"),
        address: values(said::address(fields)),
        city: said::text(fields, "city"),
        postcode,
        coordinates,
        step_free: fields.boolean("step_free"),
    })
}

/// A place that is not in the city's country.
fn elsewhere(country: &Country, latitude: f64, longitude: f64, swapped: bool) -> Diagnostic {
    let code = country.code;
    if swapped {
        let message = format!(
            "latitude and longitude look swapped: {latitude:?}, {longitude:?} is not in the country {code}"
        );
        return Diagnostic::new(Code::BadCoordinate, message).hint(format!(
            "write `latitude = {longitude:?}` and `longitude = {latitude:?}`"
        ));
    }
    let message = format!("{latitude:?}, {longitude:?} is not in the country {code}");
    Diagnostic::new(Code::BadCoordinate, message)
        .hint("copy both again, or leave them out: they are computed from the postcode")
}

fn checked_postcode(
    fields: &Fields,
    text: Spanned<String>,
    format: Option<&postcode::Format>,
) -> Option<Spanned<String>> {
    let Some(format) = format else {
        return Some(text);
    };
    match format.normalise(&text.value) {
        Some(code) => Some(spanned(format.display(&code), text.span)),
        _ => {
            let message = format!("\"{}\" cannot be a postcode", text.value);
            fields.report(Diagnostic::new(Code::BadPostcode, message), &text.span);
            None
        }
    }
}

fn schedule(fields: &Fields, today: Date) -> Option<ScheduleRecord> {
    let kind = fields.choice("kind", Word::WORDS);
    if !fields.has("kind") {
        fields.missing("kind");
    }
    let hours = opening_hours(fields, true);
    let confirmed = fields
        .has("confirmed")
        .then(|| past_date(fields, "confirmed", today))
        .flatten();
    Some(ScheduleRecord {
        kind: kind?,
        opening_hours: hours?,
        confirmed,
    })
}

/// The most characters of opening hours: more rules than a person would write take seconds for each page that shows them.
const LONGEST_HOURS: usize = 1000;

fn opening_hours(fields: &Fields, required: bool) -> Option<String> {
    let hours = if required {
        fields.required("opening_hours")?
    } else {
        fields.string("opening_hours")?
    };
    let length = hours.value.chars().count();
    if length > LONGEST_HOURS {
        fields.report(
            Diagnostic::new(
                Code::TooLarge,
                format!("these opening hours have {length} characters; {LONGEST_HOURS} are the most"),
            )
            .hint("one rule covers days that are alike: \"Mo-Fr 09:00-17:00; PH off\"; write what is special into the text"),
            &hours.span,
        );
        return None;
    }
    let Ok(parsed) = opening_hours_syntax::parse(&hours.value) else {
        let message = format!("the opening hours \"{}\" cannot be read", hours.value);
        fields.report(
            Diagnostic::new(Code::BadHours, message)
                .hint("write them as OpenStreetMap does: \"Mo-Fr 09:00-17:00; PH off\""),
            &hours.span,
        );
        return None;
    };
    if let Some((message, hint)) = night::doubt(&hours.value, &parsed) {
        let diagnostic = Diagnostic::new(Code::NightHours, message).hint(hint);
        fields.report(diagnostic, &hours.span);
    }
    Some(hours.value)
}

/// Somebody else's record may only be published as its licence says, so there must be one.
fn origin(fields: &Fields, today: Date) -> Option<OriginRecord> {
    let feed = fields.required("feed");
    let id = fields.required("id");
    let retrieved = past_date(fields, "retrieved", today);
    let licence = fields
        .string("licence")
        .filter(|l| !l.value.trim().is_empty());
    if licence.is_none() {
        let feed = feed.as_ref().map_or("elsewhere", |f| f.value.as_str());
        fields.report(
            Diagnostic::new(
                Code::UnlicensedOrigin,
                format!("this record comes from {feed}, and does not say under which licence"),
            )
            .hint("ask its publisher, then add `licence = \"…\"`"),
            &fields.span(),
        );
    }
    Some(OriginRecord {
        feed: feed?.value,
        id: id?.value,
        licence: licence.map(|l| l.value),
        retrieved: retrieved?,
    })
}

fn regulation(fields: &Fields, today: Date) -> Option<RegulationRecord> {
    if fields.boolean("advice") == Some(false) {
        return Some(RegulationRecord::NoAdvice);
    }
    if fields.boolean("confirmed") == Some(false) {
        return Some(RegulationRecord::Unconfirmed);
    }
    let body = fields.required("body");
    let registration = fields.required("registration");
    let checked = past_date(fields, "checked", today);
    Some(RegulationRecord::Regulated {
        body: body?.value,
        registration: registration?.value,
        checked: checked?,
    })
}
