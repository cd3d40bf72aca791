//! Refuges: known as such, their place taken out of every word.

use super::Settler;
use crate::draft::folded;
use crate::plain;

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
        match paragraphs.join("\n\n") {
            text if text.is_empty() => name.to_owned(),
            text => text,
        }
    }
}
