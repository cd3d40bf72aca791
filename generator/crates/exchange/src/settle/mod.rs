//! From what a feed says to a record that the city can use: nothing is guessed silently, what cannot be is left out and said.
//!
//! Contact details, places and hours are the feed's: they take the place of the old ones. What an editor decided stays where the feed
//! says nothing of it: regulation, women only, kinds of help, areas. That a service is confidential is never undone by a feed.

mod place;
mod safety;
mod times;

use crate::draft::{Draft, Named, Note, PhoneDraft, about, folded};
use crate::{languages, plain, record, telephone};
use content::city::City;
use content::country::Country;
use content::page::SourceRecord;
use content::service::{OriginRecord, PhoneRecord, RegulationRecord, ServiceRecord, Status};
use content::{Date, Spanned};
use finder::geometry::Position;
use finder::postcode::Format;
use finder::service::{CallCost, ConfirmedHow, Cost, Interpreting, PhoneKind, Referral};
use std::collections::BTreeMap;

/// Words longer than this are no remark on a price or a number; they would burst a card.
const REMARK: usize = 120;

/// What drafts are read against.
pub struct Context<'a> {
    /// The city.
    pub city: &'a City,
    /// How telephone numbers are written.
    pub country: &'a Country,
    /// How postcodes are written, if the program knows.
    pub postcode: Option<&'a Format>,
    /// Tags of languages by their codes and names, in lower case.
    pub languages: BTreeMap<String, String>,
    /// Ids of areas by their ids and names, in lower case.
    pub areas: BTreeMap<String, String>,
    /// Kinds of help for services whose terms give none.
    pub kinds: &'a [String],
    /// The feed: its address or name.
    pub feed: &'a str,
    /// Whose feed it is, for people to read.
    pub publisher: &'a str,
    /// The licence it is under, if known.
    pub licence: Option<&'a str>,
    /// The day.
    pub today: Date,
    /// Where a postcode is.
    pub locate: &'a dyn Fn(&str) -> Option<Position>,
    /// The middle of the region.
    pub centre: Option<Position>,
}

/// The record that stands there already.
pub struct Existing {
    /// The record.
    pub record: ServiceRecord,
    /// What its file says of `confidential`, in words.
    pub confidential: Option<bool>,
}

/// A record to write.
pub struct Settled {
    /// The record; without places where it is confidential.
    pub record: ServiceRecord,
    /// What its file shall say of `confidential`, in words.
    pub confidential: Option<bool>,
    /// What it does, for the text of a new service.
    pub description: String,
}

/// What came of a draft.
pub struct Outcome {
    /// The record; `None` where there can be none, which the notes say.
    pub settled: Option<Settled>,
    /// What was mended or left out.
    pub notes: Vec<Note>,
    /// Terms that the city's settings do not know.
    pub unmapped: Vec<Named>,
}

/// Makes a record of `draft`.
pub fn settle(draft: &Draft, context: &Context, existing: Option<&Existing>) -> Outcome {
    let mut settler = Settler {
        draft,
        context,
        existing,
        notes: Vec::new(),
        unmapped: Vec::new(),
    };
    let settled = settler.settle();
    Outcome {
        settled,
        notes: settler.notes,
        unmapped: settler.unmapped,
    }
}

struct Settler<'a> {
    draft: &'a Draft,
    context: &'a Context<'a>,
    existing: Option<&'a Existing>,
    notes: Vec<Note>,
    unmapped: Vec<Named>,
}

impl Settler<'_> {
    fn note(&mut self, text: impl Into<String>) {
        self.notes.push(Note {
            about: about(self.draft),
            text: text.into(),
        });
    }

    /// An editor's answer, where the feed has none.
    fn old<T>(&self, field: impl FnOnce(&ServiceRecord) -> T) -> Option<T> {
        self.existing.map(|e| field(&e.record))
    }

    fn settle(&mut self) -> Option<Settled> {
        let name = plain::line(&plain::text(&self.draft.name));
        if name.is_empty() {
            self.note("it has no name; left out");
            return None;
        }
        let status = self.status()?;
        let kinds = self.kinds();
        if kinds.is_empty() {
            self.note("none of its terms is one of the city's kinds of help; left out. Map them in `city.toml`, `[import.kinds]`, or give `--kind`");
            return None;
        }
        let regulation = self.regulation(&kinds);
        let confidential = self.confidential(&name);
        let hidden = confidential == Some(true);
        let (mut phones, mut schedules) = (self.phones(), Vec::new());
        let mut locations = Vec::new();
        if !hidden {
            locations = self.locations();
            schedules = self.schedules(&mut phones);
        }
        let description = self.description(&name, hidden);
        let origin = self.origin();
        let mut areas = self.areas();
        if areas.is_empty() {
            areas = self.old(|r| values(&r.areas)).unwrap_or_default();
        }
        let mut languages = self.languages();
        if languages.is_empty() {
            languages = self.old(|r| values(&r.languages)).unwrap_or_default();
        }
        let (cost, mut cost_note) = self.cost();
        if hidden {
            // Free words may say where it is.
            cost_note = None;
            phones.iter_mut().for_each(|p| p.label = None);
        }
        let last_confirmed = self.assured();
        let record = ServiceRecord {
            organization: self.organization(&name),
            status,
            confidential: hidden,
            url: self.url(),
            email: self.email(),
            phones,
            locations,
            schedules,
            areas: areas.into_iter().map(unplaced).collect(),
            residents_only: self.flag("residents_only", |r| r.residents_only),
            languages: languages.into_iter().map(unplaced).collect(),
            interpreting: self.word("interpreting", INTERPRETING, record::interpreting, |r| {
                r.interpreting
            }),
            cost,
            cost_note,
            referral: self.word("referral", REFERRAL, record::referral, |r| r.referral),
            women_only: self.flag("women_only", |r| r.women_only),
            children_welcome: self.flag("children_welcome", |r| r.children_welcome),
            regulation,
            last_confirmed,
            confirmed_by: last_confirmed.map(|_| {
                let by = self.draft.own.get("confirmed_by");
                by.map_or_else(|| self.context.publisher.to_owned(), |b| plain::line(b))
            }),
            confirmed_how: self.word(
                "confirmed_how",
                CONFIRMED_HOW,
                record::confirmed_how,
                |_| None,
            ),
            sources: self.sources(),
            origin: Some(origin),
            kinds: kinds.into_iter().map(unplaced).collect(),
            name,
        };
        let reachable = !(record.phones.is_empty()
            && record.locations.is_empty()
            && record.email.is_none()
            && record.url.is_none());
        if !reachable {
            self.note("nobody could reach it: no telephone number, email address, website or place can be used; left out");
            return None;
        }
        Some(Settled {
            record,
            confidential,
            description,
        })
    }

    fn status(&mut self) -> Option<Status> {
        let word = folded(self.draft.status.as_deref().unwrap_or("active"));
        let status = match word.as_str() {
            "active" | "open" | "live" | "published" => Status::Active,
            "temporarily closed" | "temporarily_closed" | "suspended" | "paused" => {
                let until = self
                    .draft
                    .own
                    .get("status_until")
                    .and_then(|d| d.parse().ok());
                Status::TemporarilyClosed(until)
            }
            "inactive" | "defunct" | "closed" | "archived" | "deleted" | "ceased" => {
                Status::Inactive
            }
            other => {
                let other = other.to_owned();
                self.note(format!(
                    "its status \"{other}\" is not known; left as it was"
                ));
                return None;
            }
        };
        if status == Status::Inactive && self.existing.is_none() {
            self.note("the feed says that it is closed; left out");
            return None;
        }
        Some(status)
    }

    /// The city's kinds of help, the first named first.
    fn kinds(&mut self) -> Vec<String> {
        let city = self.context.city;
        let mut kinds: Vec<String> = Vec::new();
        let add = |kind: &str, kinds: &mut Vec<String>| {
            if !kinds.iter().any(|k| k == kind) {
                kinds.push(kind.to_owned());
            }
        };
        let table: BTreeMap<String, &Vec<Spanned<String>>> = city
            .import_kinds
            .iter()
            .map(|(term, kinds)| (term.trim().to_lowercase(), kinds))
            .collect();
        for term in &self.draft.terms {
            let own = term.taxonomy.as_deref() == Some(crate::hsds::KINDS);
            if let Some(kind) = term
                .code
                .as_deref()
                .filter(|c| own && city.kind(c).is_some())
            {
                add(kind, &mut kinds);
                continue;
            }
            let says = [&term.uri, &term.code, &term.name].into_iter().flatten();
            let mapped = says
                .map(|word| word.trim().to_lowercase())
                .find_map(|word| table.get(&word));
            match mapped {
                Some(mapped) => mapped.iter().for_each(|k| add(&k.value, &mut kinds)),
                None => self.unmapped.push(term.clone()),
            }
        }
        if kinds.is_empty() {
            kinds = self.old(|r| values(&r.kinds)).unwrap_or_default();
        }
        if kinds.is_empty() {
            kinds = self.context.kinds.to_vec();
        }
        kinds
    }

    /// Where a kind is regulated the page has to say who regulates the service, or that nobody has found that out.
    fn regulation(&self, kinds: &[String]) -> Option<RegulationRecord> {
        let own = self
            .draft
            .own
            .get("regulation")
            .and_then(|text| own_regulation(text));
        let regulated = |id: &String| self.context.city.kind(id).is_some_and(|k| k.regulated);
        let unknown = kinds
            .iter()
            .any(regulated)
            .then_some(RegulationRecord::Unconfirmed);
        // What an editor has looked up counts for more than what another directory passes on.
        self.old(|r| r.regulation.clone())
            .flatten()
            .or(own)
            .or(unknown)
    }

    fn organization(&self, name: &str) -> Option<String> {
        let organization = plain::line(&plain::text(self.draft.organization.as_deref()?));
        (!organization.is_empty() && organization != name).then_some(organization)
    }

    fn url(&mut self) -> Option<String> {
        let text = plain::unquoted(self.draft.url.as_deref()?).to_owned();
        if text.is_empty() || self.draft.own.get("page") == Some(&text) {
            return None;
        }
        let whole = text.starts_with("https://") || text.starts_with("http://");
        let host = text.split('/').next().unwrap_or_default();
        let bare = !text.contains(':') && host.contains('.') && !host.contains('@');
        if text.contains(char::is_whitespace) || !(whole || bare) {
            self.note(format!("\"{text}\" is no web address; left out"));
            return None;
        }
        if whole {
            return Some(text);
        }
        self.note(format!("`https://` was put before the web address {text}"));
        Some(format!("https://{text}"))
    }

    fn email(&mut self) -> Option<String> {
        let said = plain::unquoted(self.draft.email.as_deref()?).to_owned();
        let first = said.split([',', ';', ' ']).find(|p| p.contains('@'));
        let address = first.unwrap_or(&said).trim_start_matches("mailto:");
        let fine = address.split_once('@').is_some_and(|(user, host)| {
            !user.is_empty()
                && host.contains('.')
                && !host.contains('@')
                && !address.contains(|c: char| c.is_whitespace() || "<>\"?&".contains(c))
        });
        if !said.is_empty() && !fine {
            self.note(format!("\"{said}\" is no email address; left out"));
        }
        fine.then(|| address.to_owned())
    }

    fn phones(&mut self) -> Vec<PhoneRecord> {
        let mut phones: Vec<PhoneRecord> = Vec::new();
        for draft in &self.draft.phones {
            let Some(kind) = self.phone_kind(draft) else {
                continue;
            };
            for phone in self.numbers(draft, kind) {
                if !phones
                    .iter()
                    .any(|p| (&p.dialled, p.kind) == (&phone.dialled, phone.kind))
                {
                    phones.push(phone);
                }
            }
        }
        phones
    }

    fn numbers(&mut self, draft: &PhoneDraft, kind: PhoneKind) -> Vec<PhoneRecord> {
        let country = self.context.country;
        // Our own exports write more into the description than the label.
        let label = match draft.own.is_empty() {
            true => draft.description.as_ref(),
            false => draft.own.get("label"),
        };
        let label = label.map(|d| plain::line(&plain::text(d)));
        let hours = draft.own.get("opening_hours").cloned();
        let cost = draft
            .own
            .get("cost")
            .and_then(|w| of(w, CALL_COST, record::call_cost));
        let record = |number: String, dialled: String, words: Option<String>| PhoneRecord {
            number,
            dialled,
            kind,
            cost,
            label: label
                .clone()
                .filter(|l| !l.is_empty())
                .or(words)
                .filter(|l| l.chars().count() <= REMARK),
            opening_hours: hours
                .clone()
                .filter(|h| opening_hours_syntax::parse(h).is_ok()),
        };
        if kind == PhoneKind::Relay {
            // A prefix and a number in one: only its signs can be checked.
            let number = plain::unquoted(&draft.number).to_owned();
            let dialled: String = number.chars().filter(char::is_ascii_digit).collect();
            return vec![record(number, dialled, None)];
        }
        match telephone::numbers(&draft.number, country) {
            Ok(found) => found
                .into_iter()
                .filter_map(|f| {
                    if let Some(how) = f.mended {
                        self.note(format!("telephone number {}: {how}", f.number));
                    }
                    let dialled = country.dialled(&f.number).ok()?;
                    Some(record(f.number, dialled, f.words))
                })
                .collect(),
            Err(why) => {
                let number = plain::line(&draft.number);
                if !number.is_empty() {
                    self.note(format!(
                        "\"{number}\" is no telephone number ({why}); left out"
                    ));
                }
                Vec::new()
            }
        }
    }

    /// What a number is good for; `None` for those that nobody could ring.
    fn phone_kind(&mut self, phone: &PhoneDraft) -> Option<PhoneKind> {
        if let Some(kind) = phone
            .own
            .get("kind")
            .and_then(|w| of(w, PHONE_KIND, record::phone_kind))
        {
            return Some(kind);
        }
        let word = folded(phone.kind.as_deref().unwrap_or("voice"));
        let about = folded(phone.description.as_deref().unwrap_or_default());
        if word.contains("whatsapp") || about.contains("whatsapp") {
            return Some(PhoneKind::Whatsapp);
        }
        match word.as_str() {
            "text" | "sms" => Some(PhoneKind::Text),
            "textphone" | "minicom" | "tty" => Some(PhoneKind::Textphone),
            "relay" => Some(PhoneKind::Relay),
            "fax" | "pager" | "video" => {
                self.note(format!("the {word} number was left out"));
                None
            }
            _ => Some(PhoneKind::Voice),
        }
    }

    fn origin(&self) -> OriginRecord {
        let own = self.draft.own.get("origin_licence").map(String::as_str);
        let old = self
            .existing
            .and_then(|e| e.record.origin.as_ref()?.licence.as_deref());
        let licence = own.or(self.context.licence).or(old);
        OriginRecord {
            feed: plain::line(self.context.feed),
            id: plain::line(&self.draft.id),
            licence: licence.map(plain::line).filter(|l| !l.is_empty()),
            retrieved: self.context.today,
        }
    }

    fn areas(&mut self) -> Vec<String> {
        if let Some(own) = self.draft.own.get("areas") {
            let known = |id: &&str| self.context.areas.values().any(|a| a == id);
            return own
                .split_whitespace()
                .filter(known)
                .map(str::to_owned)
                .collect();
        }
        let mut areas: Vec<String> = Vec::new();
        for area in &self.draft.areas {
            let code = |a: &&content::city::Area| {
                a.code.as_deref().is_some_and(|code| {
                    let uri = area.uri.as_deref().unwrap_or_default();
                    area.code.as_deref() == Some(code) || uri.rsplit('/').next() == Some(code)
                })
            };
            let by_code = self
                .context
                .city
                .areas
                .iter()
                .find(code)
                .map(|a| a.id.clone());
            let name = area.name.as_deref().map(|n| plain::line(n).to_lowercase());
            let by_name = name.and_then(|n| self.context.areas.get(&n).cloned());
            match by_code.or(by_name) {
                Some(id) if !areas.contains(&id) => areas.push(id),
                Some(_) => {}
                None => {
                    let said = [&area.name, &area.code, &area.uri]
                        .into_iter()
                        .flatten()
                        .next();
                    let said = plain::summary(said.map_or("", String::as_str), 60);
                    self.note(format!(
                        "the area \"{said}\" is none of the city's; left out"
                    ));
                }
            }
        }
        areas
    }

    fn languages(&mut self) -> Vec<String> {
        let mut tags: Vec<String> = Vec::new();
        for said in &self.draft.languages {
            let word = plain::line(said);
            match languages::tag(&word, &self.context.languages) {
                Some(tag) if !tags.contains(tag) => tags.push(tag.clone()),
                Some(_) => {}
                None => self.note(format!("the language \"{word}\" is not known; left out")),
            }
        }
        tags
    }

    /// Free only where every price is nothing; words without a price say nothing for sure.
    fn cost(&mut self) -> (Option<Cost>, Option<String>) {
        let amounts: Vec<f64> = self.draft.costs.iter().filter_map(|(a, _)| *a).collect();
        let fees = self
            .draft
            .fees
            .as_deref()
            .map(|f| plain::line(&plain::text(f)));
        let free = |words: &str| {
            matches!(
                folded(words).as_str(),
                "free" | "free of charge" | "no charge" | "none" | "0" | "0 00"
            )
        };
        let own = self
            .draft
            .own
            .get("cost")
            .and_then(|w| of(w, COST, record::cost));
        let all_said = !amounts.is_empty() && amounts.len() == self.draft.costs.len();
        let cost = own.or(match () {
            () if all_said && amounts.iter().all(|a| *a == 0.0) => Some(Cost::Free),
            () if all_said && amounts.iter().all(|a| *a > 0.0) => Some(Cost::Paid),
            () if amounts.iter().any(|a| *a > 0.0) => Some(Cost::Some),
            () if amounts.is_empty() && fees.as_deref().is_some_and(free) => Some(Cost::Free),
            () => None,
        });
        let words = self
            .draft
            .costs
            .iter()
            .filter_map(|(_, words)| words.clone());
        let remark = self.draft.own.get("cost_note").cloned().or_else(|| {
            let said: Vec<String> = words
                .chain(fees)
                .map(|w| plain::line(&plain::text(&w)))
                .collect();
            said.into_iter().find(|w| !w.is_empty() && !free(w))
        });
        let long = remark.as_ref().is_some_and(|r| r.chars().count() > REMARK);
        if long {
            self.note("what it says about its cost is too long for a remark; left out");
        }
        (
            cost.or_else(|| self.old(|r| r.cost).flatten()),
            remark.filter(|_| !long),
        )
    }

    fn assured(&mut self) -> Option<Date> {
        let said = plain::unquoted(self.draft.assured.as_deref()?);
        let day: Option<Date> = said.get(..10).and_then(|d| d.parse().ok());
        match day {
            Some(day) if day <= self.context.today => Some(day),
            Some(day) => {
                self.note(format!(
                    "it was assured on {day}, which is in the future; left out"
                ));
                None
            }
            None => {
                let said = said.to_owned();
                if !said.is_empty() {
                    self.note(format!("\"{said}\" is no day; left out"));
                }
                None
            }
        }
    }

    fn sources(&self) -> Vec<SourceRecord> {
        let own = self
            .draft
            .own
            .get("sources")
            .map(String::as_str)
            .unwrap_or_default();
        let mut sources: Vec<SourceRecord> = own.lines().filter_map(own_source).collect();
        let feed = self.context.feed;
        if feed.starts_with("https://") || feed.starts_with("http://") {
            sources.push(SourceRecord {
                name: plain::line(self.context.publisher),
                url: feed.to_owned(),
                checked: self.context.today,
                primary: false,
            });
        }
        sources
    }

    fn flag(&self, name: &str, old: impl FnOnce(&ServiceRecord) -> Option<bool>) -> Option<bool> {
        let own = self.draft.own.get(name).and_then(|w| w.parse().ok());
        own.or_else(|| self.old(old).flatten())
    }

    fn word<T: Copy>(
        &self,
        name: &str,
        all: &[T],
        word: fn(T) -> &'static str,
        old: impl FnOnce(&ServiceRecord) -> Option<T>,
    ) -> Option<T> {
        let own = self.draft.own.get(name).and_then(|w| of(w, all, word));
        own.or_else(|| self.old(old).flatten())
    }
}

const INTERPRETING: &[Interpreting] = &[
    Interpreting::Available,
    Interpreting::ByTelephone,
    Interpreting::NotAvailable,
];
const REFERRAL: &[Referral] = &[
    Referral::None,
    Referral::SelfReferral,
    Referral::Professional,
];
const COST: &[Cost] = &[Cost::Free, Cost::Some, Cost::Paid];
const CALL_COST: &[CallCost] = &[CallCost::Free, CallCost::Standard, CallCost::Premium];
const PHONE_KIND: &[PhoneKind] = &[
    PhoneKind::Voice,
    PhoneKind::Text,
    PhoneKind::Whatsapp,
    PhoneKind::Textphone,
    PhoneKind::Relay,
];
const CONFIRMED_HOW: &[ConfirmedHow] = &[
    ConfirmedHow::Website,
    ConfirmedHow::Telephone,
    ConfirmedHow::Email,
    ConfirmedHow::Visit,
    ConfirmedHow::Provider,
];

/// Which of `all` the word is for.
pub(super) fn of<T: Copy>(word: &str, all: &[T], name: fn(T) -> &'static str) -> Option<T> {
    all.iter()
        .copied()
        .find(|value| name(*value) == word.trim())
}

fn own_regulation(text: &str) -> Option<RegulationRecord> {
    match text {
        "no_advice" => Some(RegulationRecord::NoAdvice),
        "unconfirmed" => Some(RegulationRecord::Unconfirmed),
        text => {
            let mut parts = text.split('|').map(str::trim);
            Some(RegulationRecord::Regulated {
                body: parts.next()?.to_owned(),
                registration: parts.next()?.to_owned(),
                checked: parts.next()?.parse().ok()?,
            })
        }
    }
}

/// `checked | primary | address | name`, as the exports write it.
fn own_source(line: &str) -> Option<SourceRecord> {
    let mut parts = line.splitn(4, " | ");
    Some(SourceRecord {
        checked: parts.next()?.parse().ok()?,
        primary: parts.next()? == "primary",
        url: parts.next()?.to_owned(),
        name: plain::line(parts.next()?),
    })
}

fn values(texts: &[Spanned<String>]) -> Vec<String> {
    texts.iter().map(|t| t.value.clone()).collect()
}

/// A value that was read from no file of the city.
fn unplaced<T>(value: T) -> Spanned<T> {
    Spanned { value, span: 0..0 }
}
