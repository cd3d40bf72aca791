//! A service, ready to print.

use crate::address;
use crate::context::{Kind, Language, Location, Phone, Regulation, Schedule, Service, Source};
use crate::draw::page_link;
use crate::hours;
use crate::model::{Page, Site};
use crate::words::Words;
use content::page::SourceRecord;
use content::service::{
    LocationRecord, PhoneRecord, RegulationRecord, ServiceRecord, Status, Word,
};
use finder::service::PhoneKind;

/// The service of `page` for the file `output`, in the words of a language.
pub(crate) fn service(
    site: &Site,
    page: &Page,
    record: &ServiceRecord,
    output: &str,
    language: &'static content::language::Language,
) -> Service {
    let words = words(site, language);
    let text = page.text(language.tag);
    let (temporarily_closed, closed_until) = match record.status {
        Status::TemporarilyClosed(until) => (true, until.map(|d| words.date(d))),
        Status::Active | Status::Inactive => (false, None),
    };
    Service {
        name: record.name.clone(),
        organization: record.organization.clone().filter(|o| *o != record.name),
        page: page_link(page, output, language),
        description: page.shown_description(language),
        description_language: (text.language != language).then(|| language_context(text.language)),
        kinds: kinds(site, record.kinds.iter().map(|k| k.value.as_str()), words),
        confidential: record.confidential,
        temporarily_closed,
        closed_until,
        url: record.url.clone(),
        email: record.email.clone(),
        phones: record
            .phones
            .iter()
            .map(|p| phone(site, p, words))
            .collect(),
        locations: record
            .locations
            .iter()
            .map(|l| location(l, page.sensitive))
            .collect(),
        schedules: record
            .schedules
            .iter()
            .filter_map(|s| {
                Some(Schedule {
                    kind: s.kind.word().to_owned(),
                    hours: hours::in_words(site.derived.hours(&s.opening_hours)?, words),
                    confirmed: s.confirmed.map(|d| words.date(d)),
                })
            })
            .collect(),
        areas: record
            .areas
            .iter()
            .map(|a| words.text(&format!("area-{}", a.value)))
            .collect(),
        residents_only: record.residents_only == Some(true),
        languages: record
            .languages
            .iter()
            .map(|tag| words.language_name(&tag.value))
            .collect(),
        interpreting: record.interpreting.map(|c| c.word().to_owned()),
        cost: record.cost.map(|c| c.word().to_owned()),
        cost_note: record.cost_note.clone(),
        record_language: (site.city.source_language != language)
            .then(|| language_context(site.city.source_language)),
        referral: record.referral.map(|c| c.word().to_owned()),
        women_only: record.women_only == Some(true),
        children_welcome: record.children_welcome,
        regulation: record.regulation.as_ref().map(|r| regulation(r, words)),
        last_confirmed: record.last_confirmed.map(|d| words.date(d)),
        confirmed_how: record.confirmed_how.map(|c| c.word().to_owned()),
        confirmed_by: record.confirmed_by.clone(),
        sources: sources(&record.sources, words),
    }
}

/// The words of an interface language.
pub(crate) fn words<'s>(
    site: &'s Site,
    language: &'static content::language::Language,
) -> Words<'s> {
    Words {
        strings: &site.strings,
        language: language.tag,
        direction: language.direction,
        number: content::number::form(&site.city.country, language.tag),
        marked: true,
    }
}

/// A language for `lang` and `dir`.
pub(crate) fn language_context(language: &content::language::Language) -> Language {
    Language {
        tag: language.tag.to_owned(),
        direction: language.direction.as_str().to_owned(),
        name: language.name.to_owned(),
    }
}

/// Kinds of help by id, with their names; unknown ones were reported and drop out.
pub(crate) fn kinds<'a>(
    site: &Site,
    ids: impl Iterator<Item = &'a str>,
    words: Words,
) -> Vec<Kind> {
    ids.filter_map(|id| site.city.kind(id))
        .map(|kind| Kind {
            id: kind.id.clone(),
            name: words.text(&format!("kind-{}", kind.id)),
            sensitive: kind.sensitive,
        })
        .collect()
}

/// Sources of facts.
pub(crate) fn sources(records: &[SourceRecord], words: Words) -> Vec<Source> {
    records
        .iter()
        .map(|s| Source {
            name: s.name.clone(),
            url: s.url.clone(),
            checked: words.date(s.checked),
            primary: s.primary,
        })
        .collect()
}

fn phone(site: &Site, record: &PhoneRecord, words: Words) -> Phone {
    let digits = record.dialled.trim_start_matches('+');
    let (kind, url) = match record.kind {
        PhoneKind::Voice => ("voice", format!("tel:{}", record.dialled)),
        PhoneKind::Text => ("text", format!("sms:{}", record.dialled)),
        PhoneKind::Whatsapp => ("whatsapp", format!("https://wa.me/{digits}")),
        PhoneKind::Textphone => ("textphone", format!("tel:{}", record.dialled)),
        PhoneKind::Relay => ("relay", format!("tel:{}", record.dialled)),
    };
    let hours = record
        .opening_hours
        .as_deref()
        .and_then(|text| site.derived.hours(text))
        .map(|h| hours::in_words(h, words));
    Phone {
        number: record.number.clone(),
        url,
        kind: kind.to_owned(),
        cost: record.cost.map(|c| c.word().to_owned()),
        label: record.label.clone(),
        hours: hours.unwrap_or_default(),
    }
}

fn location(record: &LocationRecord, sensitive: bool) -> Location {
    let postcode = record.postcode.as_ref().map(|p| p.value.clone());
    let town = [record.city.clone(), postcode.clone()]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ");
    let lines = record.name.iter().chain(&record.address).cloned();
    let address: Vec<String> = lines.chain((!town.is_empty()).then_some(town)).collect();
    // To the address, not the coordinates: those may be the middle of a postcode.
    // Not for a service of a sensitive kind: its address would be in another site's address, and so in the history.
    let placed = record.postcode.is_some() || !record.address.is_empty();
    let directions = (placed && !sensitive).then(|| {
        format!(
            "https://www.openstreetmap.org/search?query={}",
            address::encode(&address.join(", "))
        )
    });
    Location {
        address,
        postcode,
        directions,
        step_free: record.step_free,
    }
}

fn regulation(record: &RegulationRecord, words: Words) -> Regulation {
    let without = |advice: &str| Regulation {
        advice: advice.to_owned(),
        body: None,
        registration: None,
        checked: None,
    };
    match record {
        RegulationRecord::NoAdvice => without("none"),
        RegulationRecord::Unconfirmed => without("unconfirmed"),
        RegulationRecord::Regulated {
            body,
            registration,
            checked,
        } => Regulation {
            advice: "regulated".to_owned(),
            body: Some(body.clone()),
            registration: Some(registration.clone()),
            checked: Some(words.date(*checked)),
        },
    }
}
