//! From what a feed says to a record that the city can use: nothing is guessed silently, what cannot be is left out and said.
//!
//! Contact details, places and hours are the feed's: they take the place of the old ones. What an editor decided stays where the feed
//! says nothing of it: regulation, women only, kinds of help, areas. That a service is confidential is never undone by a feed.

mod contact;
mod own;
mod place;
mod safety;
mod said;
mod times;

use crate::draft::{Draft, Named, Note, about, folded};
use crate::plain;
use crate::words::yes_or_no;
use content::city::City;
use content::country::Country;
use content::page::SourceRecord;
use content::service::Word;
use content::service::{OriginRecord, RegulationRecord, ServiceRecord, Status};
use content::{Date, Spanned};
use finder::geometry::Position;
use finder::postcode::Format;
use std::collections::{BTreeMap, BTreeSet};

/// Words longer than this are no remark on a price or a number; they would burst a card.
const REMARK: usize = 120;

/// What drafts are read against.
#[derive(Clone)]
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
    /// What the city's own confidential services are known by, from [`marks`].
    pub secrets: &'a BTreeSet<String>,
    /// Whether an address of a postcode can be at a position; `None` where the postcode is not known.
    pub fits: &'a dyn Fn(&str, Position) -> Option<bool>,
    /// The middle of the region.
    pub centre: Option<Position>,
}

/// The record that is there already.
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
    /// Whether it is confidential, whatever became of it.
    pub hidden: bool,
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
        hidden: false,
    };
    let settled = settler.settle();
    if settler.hidden {
        settler.hush();
    }
    Outcome {
        hidden: settler.hidden,
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
    /// Whether it is confidential.
    hidden: bool,
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
        let confidential = self.confidential(&name, &kinds);
        let hidden = confidential == Some(true);
        self.hidden = hidden;
        if !self.draft.unread.is_empty() {
            self.note(format!("not taken over: {}", self.draft.unread.join(", ")));
        }
        let mut phones = self.phones();
        // Of a refuge only the hours of the telephone are taken over.
        let schedules = self.schedules(&mut phones, hidden);
        let locations = match hidden {
            true => Vec::new(),
            false => self.locations(),
        };
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
        let (cost, cost_note) = self.cost();
        let last_confirmed = self.assured();
        let mut record = ServiceRecord {
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
            interpreting: self.choice("interpreting", |r| r.interpreting),
            cost,
            cost_note,
            referral: self.choice("referral", |r| r.referral),
            women_only: self.flag("women_only", |r| r.women_only),
            children_welcome: self.flag("children_welcome", |r| r.children_welcome),
            regulation,
            last_confirmed,
            confirmed_by: last_confirmed.map(|_| {
                let by = self.draft.own.get("confirmed_by");
                by.map_or_else(|| self.context.publisher.to_owned(), |b| plain::line(b))
            }),
            confirmed_how: self.choice("confirmed_how", |_| None),
            sources: self.sources(),
            origin: Some(origin),
            kinds: kinds.into_iter().map(unplaced).collect(),
            name,
        };
        without_marks(&mut record);
        if hidden {
            let Some(hushed) = self.hide(record) else {
                self.note("it may be a refuge, and its name or identifier says where it is; left out. Write its record by hand");
                return None;
            };
            record = hushed;
        }
        let reachable = !(record.phones.is_empty()
            // A town alone leads nobody there.
            && record.locations.iter().all(|l| {
                l.address.is_empty() && l.postcode.is_none() && l.coordinates.is_none()
            })
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
            kinds = said::each_once(self.context.kinds.iter().cloned());
        }
        kinds
    }

    /// Where a kind is regulated the page has to say who regulates the service, or that nobody has found that out.
    fn regulation(&self, kinds: &[String]) -> Option<RegulationRecord> {
        let own = self
            .draft
            .own
            .get("regulation")
            .and_then(|text| own::regulation(text));
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

    fn sources(&self) -> Vec<SourceRecord> {
        let own = self
            .draft
            .own
            .get("sources")
            .map(String::as_str)
            .unwrap_or_default();
        let mut sources: Vec<SourceRecord> = own.lines().filter_map(own::source).collect();
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

    fn flag(
        &mut self,
        name: &str,
        old: impl FnOnce(&ServiceRecord) -> Option<bool>,
    ) -> Option<bool> {
        let said = self.draft.own.get(name);
        let own = said.and_then(|word| yes_or_no(word));
        if let Some(said) = said.filter(|_| own.is_none()) {
            let said = plain::summary(said, 60);
            self.note(format!(
                "`{name}` is \"{said}\", which is neither yes nor no; left out"
            ));
        }
        own.or_else(|| self.old(old).flatten())
    }

    fn choice<T: Word>(
        &self,
        name: &str,
        old: impl FnOnce(&ServiceRecord) -> Option<T>,
    ) -> Option<T> {
        let own = self.draft.own.get(name).and_then(|w| T::of(w.trim()));
        own.or_else(|| self.old(old).flatten())
    }
}

fn values(texts: &[Spanned<String>]) -> Vec<String> {
    texts.iter().map(|t| t.value.clone()).collect()
}

/// A value that was read from no file of the city.
fn unplaced<T>(value: T) -> Spanned<T> {
    Spanned { value, span: 0..0 }
}

/// Takes marks of Markdown out of texts that are shown as they are.
fn without_marks(record: &mut ServiceRecord) {
    let places = record.locations.iter_mut();
    let places = places.flat_map(|l| l.name.iter_mut().chain(&mut l.city));
    let labels = record.phones.iter_mut().flat_map(|p| &mut p.label);
    let texts = [
        &mut record.organization,
        &mut record.cost_note,
        &mut record.confirmed_by,
    ];
    let texts = texts.into_iter().flatten();
    for text in texts.chain(places).chain(labels).chain([&mut record.name]) {
        if document::check_plain(text).is_some() {
            *text = plain::unmarked(text);
        }
    }
}
