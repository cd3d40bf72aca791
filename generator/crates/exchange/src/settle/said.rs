//! Areas, languages, prices and days, out of the words of a feed.

use super::{REMARK, Settler};
use crate::draft::folded;
use crate::{languages, plain};
use content::Date;
use content::service::Word;
use finder::service::Cost;

impl Settler<'_> {
    pub(super) fn areas(&mut self) -> Vec<String> {
        if let Some(own) = self.draft.own.get("areas") {
            let known = |id: &&str| self.context.areas.values().any(|a| a == id);
            return each_once(own.split_whitespace().filter(known).map(str::to_owned));
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

    pub(super) fn languages(&mut self) -> Vec<String> {
        let mut tags: Vec<String> = Vec::new();
        // Our own exports say their tags whole, script and region too, where a code cannot.
        let own = self.draft.own.get("languages");
        let own = own.map(|own| {
            own.split([' ', ',', ';', '\n'])
                .map(str::to_owned)
                .collect()
        });
        for said in own.as_ref().unwrap_or(&self.draft.languages) {
            let word = plain::line(said);
            if word.is_empty() {
                continue;
            }
            match languages::tag(&word, &self.context.languages, own.is_some()) {
                Some(tag) if !tags.contains(&tag) => tags.push(tag),
                Some(_) => {}
                None => self.note(format!("the language \"{word}\" is not known; left out")),
            }
        }
        tags
    }

    /// Free only where every price is nothing; words without a price say nothing for sure.
    pub(super) fn cost(&mut self) -> (Option<Cost>, Option<String>) {
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
        let own = self.draft.own.get("cost").and_then(|w| Word::of(w.trim()));
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

    pub(super) fn assured(&mut self) -> Option<Date> {
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
}

/// The values in their order, each the first time it is there.
pub(super) fn each_once(values: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    for value in values {
        if !seen.contains(&value) {
            seen.push(value);
        }
    }
    seen
}
