//! What a feed or table says of a service, before anybody asked whether it can be.

use std::collections::BTreeMap;

/// The most things of one sort that a service has: numbers, places, hours. No real one comes near.
pub(crate) const MOST: usize = 200;

/// One service as its source gives it; texts are as they were, but for white space around them. Nothing here was checked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// Its identifier in the source.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The organisation's name.
    pub organization: Option<String>,
    /// What it does; may hold HTML.
    pub description: Option<String>,
    /// Whom it is for, how to apply, what to bring: further words worth keeping.
    pub more: Vec<String>,
    /// The word for whether it runs.
    pub status: Option<String>,
    /// Website.
    pub url: Option<String>,
    /// Email address.
    pub email: Option<String>,
    /// Numbers.
    pub phones: Vec<PhoneDraft>,
    /// Places.
    pub locations: Vec<LocationDraft>,
    /// Events that recur.
    pub schedules: Vec<ScheduleDraft>,
    /// Where it is offered.
    pub areas: Vec<Named>,
    /// Languages: code or name.
    pub languages: Vec<String>,
    /// Prices: an amount, if said, and words.
    pub costs: Vec<(Option<f64>, Option<String>)>,
    /// Words on fees.
    pub fees: Option<String>,
    /// What it is classified as.
    pub terms: Vec<Named>,
    /// The day it was last assured.
    pub assured: Option<String>,
    /// Fields of this program's own records, as its exports carry them.
    pub own: BTreeMap<String, String>,
    /// Words of a refuge, or a sign that its place is secret, in any text of the record.
    pub secret: Option<String>,
    /// Whether it is of this city's own export, so that its free words are those of the city's editors.
    pub ours: bool,
    /// What the record says and nothing here has a place for: names of fields, or what became of them.
    pub unread: Vec<String>,
}

/// Something with a name, a code or an address: a taxonomy's term, an area.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    /// Its name.
    pub name: Option<String>,
    /// Its code.
    pub code: Option<String>,
    /// Its address.
    pub uri: Option<String>,
    /// The taxonomy it is of.
    pub taxonomy: Option<String>,
}

/// A telephone number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PhoneDraft {
    /// The number, and whatever is with it.
    pub number: String,
    /// The word for what it is good for.
    pub kind: Option<String>,
    /// What it is for.
    pub description: Option<String>,
    /// Fields of this program's own records.
    pub own: BTreeMap<String, String>,
}

/// A place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LocationDraft {
    /// Its name.
    pub name: Option<String>,
    /// Lines of the address.
    pub lines: Vec<String>,
    /// Town.
    pub city: Option<String>,
    /// Postcode.
    pub postcode: Option<String>,
    /// Degrees north.
    pub latitude: Option<f64>,
    /// Degrees east.
    pub longitude: Option<f64>,
    /// The word for what kind of place it is.
    pub kind: Option<String>,
    /// Fields of this program's own records.
    pub own: BTreeMap<String, String>,
}

/// An event that recurs (RFC 5545, as far as HSDS takes it over).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScheduleDraft {
    /// `WEEKLY`, `DAILY` or `MONTHLY`.
    pub freq: Option<String>,
    /// Every how many weeks or months.
    pub interval: Option<String>,
    /// Days, separated by commas.
    pub byday: Option<String>,
    /// Days of the month.
    pub bymonthday: Option<String>,
    /// When it begins.
    pub opens_at: Option<String>,
    /// When it ends.
    pub closes_at: Option<String>,
    /// The first day it holds.
    pub valid_from: Option<String>,
    /// The last day it holds.
    pub valid_to: Option<String>,
    /// Parts of the rule that opening hours have no words for, with their values: `count`, `byweekno`.
    pub other: Vec<(String, String)>,
    /// The offset from UTC, if one is given.
    pub timezone: Option<String>,
    /// Words, or OpenStreetMap `opening_hours`.
    pub description: Option<String>,
    /// How to attend.
    pub attending: Option<String>,
    /// Fields of this program's own records.
    pub own: BTreeMap<String, String>,
}

/// What happened to a service on the way in, for whoever runs the import.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// The service: its name and identifier; empty for the feed itself.
    pub about: String,
    /// What was mended or left out, and why.
    pub text: String,
}

impl Draft {
    /// About how many bytes of memory it takes.
    pub fn weight(&self) -> usize {
        let own = |own: &BTreeMap<String, String>| -> usize {
            let texts: usize = own.iter().map(|(k, v)| k.len() + v.len() + 64).sum();
            if own.is_empty() { 0 } else { texts + 600 }
        };
        let text = |text: &Option<String>| text.as_ref().map_or(0, String::len);
        let named =
            |n: &Named| 120 + text(&n.name) + text(&n.code) + text(&n.uri) + text(&n.taxonomy);
        let texts = [
            &self.organization,
            &self.description,
            &self.status,
            &self.url,
            &self.email,
            &self.fees,
            &self.assured,
            &self.secret,
        ];
        let lists = self.more.iter().chain(&self.languages).chain(&self.unread);
        let phones = self.phones.iter();
        let places = self.locations.iter();
        let times = self.schedules.iter();
        1_000
            + self.id.len()
            + self.name.len()
            + texts.into_iter().map(text).sum::<usize>()
            + lists.map(|t| t.len() + 40).sum::<usize>()
            + phones
                .map(|p| 150 + p.number.len() + text(&p.kind) + text(&p.description) + own(&p.own))
                .sum::<usize>()
            + places
                .map(|l| {
                    let lines: usize = l.lines.iter().map(|t| t.len() + 40).sum();
                    300 + lines
                        + text(&l.name)
                        + text(&l.city)
                        + text(&l.postcode)
                        + text(&l.kind)
                        + own(&l.own)
                })
                .sum::<usize>()
            + times
                .map(|s| {
                    let texts = [
                        &s.freq,
                        &s.interval,
                        &s.byday,
                        &s.bymonthday,
                        &s.opens_at,
                        &s.closes_at,
                        &s.valid_from,
                        &s.valid_to,
                        &s.timezone,
                        &s.description,
                        &s.attending,
                    ];
                    let other: usize = s.other.iter().map(|(k, v)| k.len() + v.len() + 60).sum();
                    500 + texts.into_iter().map(text).sum::<usize>() + other + own(&s.own)
                })
                .sum::<usize>()
            + self
                .areas
                .iter()
                .chain(&self.terms)
                .map(named)
                .sum::<usize>()
            + self
                .costs
                .iter()
                .map(|(_, words)| 60 + text(words))
                .sum::<usize>()
            + own(&self.own)
    }

    /// Takes over what `other`, a record of the same service, says and this does not: lists are joined, gaps filled.
    pub fn merge(&mut self, other: Draft) {
        fn fill<T>(mine: &mut Option<T>, theirs: Option<T>) {
            if mine.is_none() {
                *mine = theirs;
            }
        }
        fn join<T: PartialEq>(mine: &mut Vec<T>, theirs: Vec<T>) {
            for item in theirs {
                if mine.len() >= MOST {
                    break;
                }
                if !mine.contains(&item) {
                    mine.push(item);
                }
            }
        }
        fill(&mut self.organization, other.organization);
        fill(&mut self.description, other.description);
        fill(&mut self.status, other.status);
        fill(&mut self.url, other.url);
        fill(&mut self.email, other.email);
        fill(&mut self.fees, other.fees);
        fill(&mut self.assured, other.assured);
        join(&mut self.more, other.more);
        join(&mut self.phones, other.phones);
        join(&mut self.locations, other.locations);
        join(&mut self.schedules, other.schedules);
        join(&mut self.areas, other.areas);
        join(&mut self.languages, other.languages);
        join(&mut self.costs, other.costs);
        join(&mut self.terms, other.terms);
        fill(&mut self.secret, other.secret);
        join(&mut self.unread, other.unread);
        for (field, value) in other.own {
            self.own.entry(field).or_insert(value);
        }
    }
}

/// Puts records of the same service together. Records that share an identifier and not a name are different services whose source
/// repeats it; each keeps it with a part of its name, so that it is known again next time.
pub fn merge(drafts: Vec<Draft>) -> (Vec<Draft>, Vec<Note>) {
    let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for draft in &drafts {
        let seen = names.entry(draft.id.clone()).or_default();
        let name = folded(&draft.name);
        if !seen.contains(&name) {
            seen.push(name);
        }
    }
    let mut told = std::collections::BTreeSet::new();
    let mut notes: Vec<Note> = names
        .iter()
        .filter(|(_, names)| names.len() > 1)
        .map(|(id, names)| Note {
            about: String::new(),
            text: format!(
                "the identifier {id} stands on {} services of different names; they are told apart by name",
                names.len()
            ),
        })
        .collect();
    let mut merged: Vec<Draft> = Vec::new();
    let mut at: BTreeMap<String, usize> = BTreeMap::new();
    for mut draft in drafts {
        if names[&draft.id].len() > 1 {
            draft.id = format!("{}#{}", draft.id, crate::plain::slug(&draft.name));
        }
        match at.get(&draft.id) {
            Some(index) => {
                let text = "the feed has it more than once; its records were put together";
                let note = Note {
                    about: about(&draft),
                    text: text.to_owned(),
                };
                // A table gives a row for each place; that is no repetition.
                if merged[*index].locations == draft.locations && told.insert(note.clone()) {
                    notes.push(note);
                }
                merged[*index].merge(draft);
            }
            None => {
                at.insert(draft.id.clone(), merged.len());
                merged.push(draft);
            }
        }
    }
    (merged, notes)
}

/// How notes name a service.
pub fn about(draft: &Draft) -> String {
    format!("{} ({})", crate::plain::line(&draft.name), draft.id)
}

/// Words for comparing: case, accents and signs do not count.
pub(crate) fn folded(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words: Vec<String> = words
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(id: &str, name: &str, city: &str) -> Draft {
        let location = LocationDraft {
            city: Some(city.to_owned()),
            ..LocationDraft::default()
        };
        Draft {
            id: id.to_owned(),
            name: name.to_owned(),
            locations: vec![location],
            ..Draft::default()
        }
    }

    #[test]
    fn records_of_one_service_are_put_together() {
        let (merged, notes) = merge(vec![
            draft("1", "Food Club", "North"),
            draft("2", "Law Desk", "North"),
            draft("1", "food club", "South"),
        ]);
        assert_eq!(merged.len(), 2);
        assert_eq!(merged[0].locations.len(), 2);
        assert_eq!(notes, []);
    }

    #[test]
    fn services_that_share_an_identifier_stay_apart() {
        let (merged, notes) = merge(
            (0..128)
                .map(|n| draft("same", &format!("Club {n}"), "x"))
                .collect(),
        );
        assert_eq!(merged.len(), 128);
        assert_eq!(merged[5].id, "same#club-5");
        assert_eq!(notes.len(), 1);
        assert!(notes[0].text.contains("128"));
    }
}
