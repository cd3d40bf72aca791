//! Alignment: each section of the source, and what the translation has for it.

use crate::fingerprint::Fingerprint;
use crate::reading::Reading;
use document::{Document, Id, Span};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How far a translated section can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Made from the source as it is.
    Current,
    /// The source was reworded since.
    Stale,
    /// A critical fact changed in the source since: do not rely on this.
    Unsafe,
    /// Nobody recorded what it was made from, or by a rule this version does not know.
    Unrecorded,
    /// There is no translation of this section.
    Missing,
}

/// A translation beside its source.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Alignment {
    /// Every section of the source, in the source's order.
    pub sections: Vec<Aligned>,
    /// Sections and statements of the translation that the source does not have: sections first, by id.
    pub orphans: Vec<Orphan>,
    /// Statements of the source that the translation does not have anywhere.
    pub missing_statements: Vec<MissingStatement>,
}

/// A section of the source and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Aligned {
    /// The section's id.
    pub id: String,
    /// Its index in the source's sections.
    pub source: usize,
    /// Its index in the translation's sections.
    pub translation: Option<usize>,
    /// How far the translation can be relied on.
    pub state: State,
    /// The source section as it is: what `accept` records.
    pub fingerprint: Fingerprint,
}

/// Something translated that the source does not have (any more).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Orphan {
    /// The id of the section or statement.
    pub id: String,
    /// Whether it is a statement.
    pub statement: bool,
    /// Its place in the translation: the heading, or the statement's id.
    pub span: Span,
}

/// A sentence that must reach every reader and does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MissingStatement {
    /// The statement's id, and its place in the source.
    pub id: Id,
    /// The id of the source section it belongs to.
    pub section: String,
    /// Whether the translation has that section; a missing section lacks its statements as a matter of course.
    pub section_translated: bool,
}

/// Compares `translation` with `source`, section by section and by id alone; `readings` are those of the source's sections, in order, and
/// `recorded` is `[translation.sections]` of the translation. The order of the translation's sections does not matter: readers get them
/// in the source's order.
pub fn align(
    source: &Document,
    readings: &[Reading],
    translation: &Document,
    recorded: &BTreeMap<String, Fingerprint>,
) -> Alignment {
    let translated: BTreeMap<&str, usize> = translation
        .sections
        .iter()
        .enumerate()
        .map(|(index, section)| (section.id.as_str(), index))
        .collect();
    let sections = source
        .sections
        .iter()
        .zip(readings)
        .enumerate()
        .map(|(index, (section, reading))| {
            let fingerprint = reading.fingerprint;
            let translation = translated.get(section.id.as_str()).copied();
            Aligned {
                id: section.id.clone(),
                source: index,
                translation,
                state: match translation {
                    Some(_) => state(&fingerprint, recorded.get(&section.id)),
                    None => State::Missing,
                },
                fingerprint,
            }
        })
        .collect();
    Alignment {
        sections,
        orphans: orphans(source, translation),
        missing_statements: missing_statements(source, translation, &translated),
    }
}

fn state(now: &Fingerprint, then: Option<&Fingerprint>) -> State {
    match then {
        Some(then) if then.rule != now.rule => State::Unrecorded,
        None => State::Unrecorded,
        Some(then) if then.facts != now.facts => State::Unsafe,
        Some(then) if then.text != now.text => State::Stale,
        Some(_) => State::Current,
    }
}

fn orphans(source: &Document, translation: &Document) -> Vec<Orphan> {
    let sections: BTreeSet<_> = source.sections.iter().map(|s| s.id.as_str()).collect();
    let statements = statement_ids(source);
    let mut orphans = Vec::new();
    for section in &translation.sections {
        if !sections.contains(section.id.as_str()) {
            orphans.push(Orphan {
                id: section.id.clone(),
                statement: false,
                span: section.heading_span.clone(),
            });
        }
        for statement in section.statements() {
            if !statements.contains(&statement.id.value) {
                orphans.push(Orphan {
                    id: statement.id.value.clone(),
                    statement: true,
                    span: statement.id.span.clone(),
                });
            }
        }
    }
    orphans.sort_by(|a, b| (a.statement, &a.id).cmp(&(b.statement, &b.id)));
    orphans
}

fn missing_statements(
    source: &Document,
    translation: &Document,
    translated: &BTreeMap<&str, usize>,
) -> Vec<MissingStatement> {
    let there = statement_ids(translation);
    source
        .statements()
        .into_iter()
        .filter(|statement| !there.contains(&statement.id.value))
        .map(|statement| MissingStatement {
            id: statement.id.clone(),
            section: statement.section.id.clone(),
            section_translated: translated.contains_key(statement.section.id.as_str()),
        })
        .collect()
}

fn statement_ids(document: &Document) -> BTreeSet<String> {
    document
        .statements()
        .into_iter()
        .map(|statement| statement.id.value.clone())
        .collect()
}

#[cfg(test)]
mod tests;
