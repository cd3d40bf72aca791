//! Refuges: known as such, their place taken out of every word.

use super::Settler;
use crate::draft::folded;
use crate::{plain, telephone};
use content::service::{PhoneRecord, ServiceRecord};

/// Words for a place that must not be found, in the languages of the countries that the program knows most of.
const REFUGES: &[&str] = &[
    "refuge",
    "refuges",
    "safe house",
    "safe houses",
    "safehouse",
    "safe accommodation",
    "women s shelter",
    "womens shelter",
    "frauenhaus",
    "schutzwohnung",
    "blijfhuis",
    "vrouwenopvang",
    "kvinnojour",
    "skyddat boende",
    "krisesenter",
    "kvindekrisecenter",
];

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

/// What a confidential service is known by: name, numbers and email address; nothing of any other. Another directory may print what this city must not.
pub fn marks(record: &ServiceRecord) -> Vec<String> {
    if !record.confidential {
        return Vec::new();
    }
    let email = record.email.iter().map(|e| e.to_lowercase());
    let numbers = record.phones.iter().map(|p| p.dialled.clone());
    email.chain(numbers).chain([folded(&record.name)]).collect()
}

impl Settler<'_> {
    /// What the file shall say: what it says already, what our own export says, or `true` where the words are those of a refuge.
    pub(super) fn confidential(&mut self, name: &str) -> Option<bool> {
        let said = self.existing.and_then(|e| e.confidential);
        let own = self
            .draft
            .own
            .get("confidential")
            .is_some_and(|w| w == "true");
        match said {
            Some(true) => return Some(true),
            _ if own => return Some(true),
            // An editor has looked.
            Some(false) => return Some(false),
            None => {}
        }
        if self.is_known_secret(name) {
            self.note("it has the name, a number or the email address of a service that this city keeps confidential: marked confidential, its places and hours left out. If it is another, write `confidential = false` into its `service.toml` and import again");
            return Some(true);
        }
        let terms = self.draft.terms.iter().filter_map(|t| t.name.as_deref());
        let organization = self.draft.organization.as_deref();
        let words = [Some(name), organization, self.draft.description.as_deref()];
        let text: Vec<&str> = words.into_iter().flatten().chain(terms).collect();
        let text = format!(" {} ", folded(&plain::text(&text.join(" . "))));
        let found = REFUGES
            .iter()
            .find(|word| text.contains(&format!(" {word} ")))?;
        self.note(format!(
            "it may be a refuge (\"{found}\"): marked confidential, its places and hours left out. If it is none, write `confidential = false` into its `service.toml` and import again"
        ));
        Some(true)
    }

    /// Whether the city has it already, and keeps its place secret.
    fn is_known_secret(&self, name: &str) -> bool {
        let (secrets, country) = (self.context.secrets, self.context.country);
        let numbers = self.draft.phones.iter();
        let mut numbers = numbers
            .filter_map(|p| telephone::numbers(&p.number, country).ok())
            .flatten()
            .filter_map(|found| country.dialled(&found.number).ok());
        let email = self.draft.email.as_deref().map(plain::unquoted);
        secrets.contains(&folded(name))
            || email.is_some_and(|e| secrets.contains(&e.to_lowercase()))
            || numbers.any(|n| secrets.contains(&n))
    }

    /// Takes the labels of numbers away, but for those that another city of this program gave.
    pub(super) fn drop_foreign_labels(&self, phones: &mut [PhoneRecord]) {
        let drafts = self.draft.phones.iter();
        let ours: Vec<&String> = drafts.filter_map(|p| p.own.get("label")).collect();
        for phone in phones {
            phone.label = phone.label.take().filter(|label| ours.contains(&label));
        }
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
