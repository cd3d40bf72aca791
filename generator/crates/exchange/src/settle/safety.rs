//! Refuges: known as such, their place taken out of every word.

use super::Settler;
use crate::words::{ASYLUM, HOUSING, KIND, Text, is_no};
use crate::{plain, telephone};
use content::secrecy::{self, Searcher};
use content::service::{RegulationRecord, ServiceRecord};
use content::telephone::dialled;
use finder::service::PhoneKind;

/// The most characters of a description: pages have a budget.
const LONGEST: usize = 3_000;

/// The paragraphs that fit, or the beginning of the first.
fn shortened(text: &str) -> String {
    let mut room = LONGEST;
    let fitting = text.split("\n\n").take_while(|paragraph| {
        let fits = paragraph.chars().count() <= room;
        room = room.saturating_sub(paragraph.chars().count());
        fits
    });
    let kept: Vec<&str> = fitting.collect();
    if kept.is_empty() {
        plain::summary(text, LONGEST)
    } else {
        kept.join("\n\n")
    }
}

impl Settler<'_> {
    /// What the file shall say: what it says already, what the feed says, or `true` where anything may be that of a refuge.
    pub(super) fn confidential(&mut self, name: &str, kinds: &[String]) -> Option<bool> {
        let said = self.existing.and_then(|e| e.confidential);
        let own = self
            .draft
            .own
            .get("confidential")
            .filter(|word| !is_no(word));
        match said {
            Some(true) => return Some(true),
            _ if own.is_some() => return Some(true),
            // An editor has looked.
            Some(false) => return Some(false),
            None => {}
        }
        if self.is_known_secret(name) {
            self.note("it has the name, a number or the email address of a service that this city keeps confidential: marked confidential, its places and hours left out. If it is another, write `confidential = false` into its `service.toml` and import again");
            return Some(true);
        }
        // Editors of this city looked at what its own exports say.
        if self.draft.ours {
            return None;
        }
        let found = self
            .draft
            .secret
            .clone()
            .or_else(|| self.sheltering_kind(kinds))?;
        self.note(format!(
            "it may be a refuge (\"{found}\"): marked confidential, its places and hours left out. If it is none, write `confidential = false` into its `service.toml` and import again"
        ));
        Some(true)
    }

    /// A kind of help or a term that can mean a place to live which must not be found.
    fn sheltering_kind(&self, kinds: &[String]) -> Option<String> {
        let terms = self.draft.terms.iter();
        let terms = terms
            .flat_map(|t| [&t.name, &t.code, &t.uri, &t.taxonomy])
            .flatten();
        let text: Vec<String> = terms
            .chain(kinds)
            .map(|w| w.replace(['-', '_', '/'], " "))
            .collect();
        let text = Text::new(&text.join(" . "));
        if let Some(kind) = KIND.find(&text) {
            return Some(kind.to_owned());
        }
        let (asylum, housing) = (ASYLUM.find(&text)?, HOUSING.find(&text)?);
        Some(format!("{asylum}, {housing}"))
    }

    /// Whether the city has it already, and keeps its place secret.
    fn is_known_secret(&self, name: &str) -> bool {
        let (secrets, country) = (self.context.secrets, self.context.country);
        let numbers = self.draft.phones.iter();
        let mut numbers = numbers
            .filter_map(|p| telephone::numbers(&p.number, country, PhoneKind::Text).ok())
            .flatten()
            .filter_map(|found| dialled(country, &found.number, PhoneKind::Text).ok());
        let email = self.draft.email.as_deref().map(plain::unquoted);
        secrets.contains(&secrecy::folded(name))
            || email.is_some_and(|e| secrets.contains(&e.to_lowercase()))
            || numbers.any(|n| secrets.contains(&n))
    }

    /// What places look like in this city.
    pub(super) fn searcher(&self) -> Searcher<'_> {
        Searcher {
            format: self.context.postcode,
            areas: &self.context.city.postcodes.areas,
        }
    }

    /// Whether a text has anything that may say where a place is.
    fn tells(&self, text: &str) -> bool {
        !self.searcher().search(text).is_empty()
    }

    /// Takes out of the record of a refuge whatever may say where it is: free words, but for those of this city's own exports, and links,
    /// sources and addresses that lead there. `None` where its name or identifier says it.
    pub(super) fn hide(&mut self, mut record: ServiceRecord) -> Option<ServiceRecord> {
        if self.tells(&record.name) || self.tells(&self.draft.id) {
            return None;
        }
        let mut lost: Vec<&str> = Vec::new();
        let ours = self.draft.ours;
        let mut keep =
            |settler: &Self, what: &'static str, text: &mut Option<String>, free: bool| {
                let said = text.take();
                let (before, free) = (said.is_some(), free && !ours);
                *text = said.filter(|t| !free && !settler.tells(t));
                if before && text.is_none() {
                    lost.push(what);
                }
            };
        keep(self, "organisation", &mut record.organization, false);
        keep(self, "web address", &mut record.url, false);
        keep(self, "email address", &mut record.email, false);
        keep(self, "remark on cost", &mut record.cost_note, true);
        keep(self, "who confirmed it", &mut record.confirmed_by, false);
        for phone in &mut record.phones {
            keep(self, "label of a number", &mut phone.label, true);
            let comment = phone
                .opening_hours
                .as_ref()
                .is_some_and(|h| h.contains('"'));
            keep(self, "hours of a number", &mut phone.opening_hours, comment);
        }
        let count = record.sources.len();
        record
            .sources
            .retain(|s| !self.tells(&s.name) && !self.tells(&s.url));
        if record.sources.len() < count {
            lost.push("source");
        }
        if let Some(RegulationRecord::Regulated {
            body, registration, ..
        }) = &record.regulation
            && (self.tells(body) || self.tells(registration))
        {
            record.regulation = Some(RegulationRecord::Unconfirmed);
            lost.push("regulation");
        }
        if let Some(origin) = &mut record.origin {
            let mut licence = origin.licence.take();
            let tells = licence.as_ref().is_some_and(|l| self.tells(l));
            if tells {
                licence = None;
                lost.push("licence");
            }
            origin.licence = licence;
        }
        lost.sort_unstable();
        lost.dedup();
        if !lost.is_empty() {
            self.note(format!(
                "not taken over, since it may say where it is: {}",
                lost.join(", ")
            ));
        }
        Some(record)
    }

    /// Takes what may be a place out of what is told of a refuge: a terminal's words end in logs.
    pub(super) fn hush(&mut self) {
        let mut notes = std::mem::take(&mut self.notes);
        for note in &mut notes {
            if self.tells(&note.about) {
                "a record that may be a refuge".clone_into(&mut note.about);
            }
            if self.tells(&note.text) {
                "something that may say where it is was left out".clone_into(&mut note.text);
            }
        }
        self.notes = notes;
    }

    /// What it does. Of a refuge nothing is taken over: no program can tell which words say where it is.
    pub(super) fn description(&mut self, name: &str, hidden: bool) -> String {
        if hidden {
            if self.existing.is_none() {
                self.note("its description was not taken over: write one by hand, without a word of where it is");
            }
            return name.to_owned();
        }
        let said = self.draft.description.iter().chain(&self.draft.more);
        let mut paragraphs: Vec<String> = said.map(|d| plain::text(d)).collect();
        paragraphs.retain(|d| !d.is_empty());
        paragraphs.dedup();
        let mut text = paragraphs.join("\n\n");
        if text.chars().count() > LONGEST {
            self.note("its description is too long for a page; its beginning was taken over");
            text = shortened(&text);
        }
        if text.is_empty() {
            name.to_owned()
        } else {
            text
        }
    }
}
