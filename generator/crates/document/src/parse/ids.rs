//! Ids as they are met: their form, and that each is used once.

use super::problems::Problems;
use crate::id::{is_id, slug};
use crate::model::{INTRO, Span};
use diagnostics::{Code, Diagnostic};
use std::collections::{BTreeMap, BTreeSet};

/// The ids met so far on a page.
pub(super) struct Ids {
    retired: BTreeSet<String>,
    seen: BTreeSet<String>,
    /// How often an id was tried to be made up from the same words.
    made_up: BTreeMap<String, u64>,
}

impl Ids {
    /// None yet but the introduction's.
    pub fn new(retired: &BTreeSet<String>) -> Self {
        Self {
            retired: retired.clone(),
            seen: BTreeSet::from([INTRO.to_owned()]),
            made_up: BTreeMap::new(),
        }
    }

    /// Whether the page has or had the id.
    pub fn is_used(&self, id: &str) -> bool {
        self.seen.contains(id) || self.retired.contains(id)
    }

    /// Makes up a new id: `base`, or `base-2`, `base-3` …
    pub fn make_up(&mut self, base: &str) -> String {
        let count = self.made_up.entry(base.to_owned()).or_default();
        loop {
            *count += 1;
            let id = match *count {
                1 => base.to_owned(),
                count => format!("{base}-{count}"),
            };
            if !self.retired.contains(&id) && self.seen.insert(id.clone()) {
                return id;
            }
        }
    }

    /// Takes note of a written id and reports what is wrong with it. Whether it can be used.
    pub fn meet(&mut self, id: &str, span: &Span, problems: &mut Problems) -> bool {
        if !is_id(id) {
            problems.report(
                span,
                Diagnostic::new(Code::BadId, format!("`{id}` cannot be an id"))
                    .hint(format!("write it `{{#{}}}`", slug(id))),
            );
            return false;
        }
        if id == INTRO {
            problems.hinted(
                Code::DuplicateId,
                span,
                "the id `intro` belongs to the text before the first heading",
                "take another id",
            );
            return false;
        }
        if self.retired.contains(id) {
            problems.hinted(
                Code::RetiredId,
                span,
                format!("the id `{id}` was retired and stands for something else in old links"),
                "take an id that was never published, or take this one out of `retired_ids`",
            );
        }
        if !self.seen.insert(id.to_owned()) {
            problems.hinted(
                Code::DuplicateId,
                span,
                format!("the id `{id}` stands twice on this page"),
                "give the second one another id; headings and statements share their ids",
            );
            return false;
        }
        true
    }
}

/// A place in running text that looks like an id: `{#…}`.
pub(super) struct Candidate {
    /// From the brace on, with the closing one if it is in the same piece of text.
    pub text: String,
    /// Where it is.
    pub span: Span,
    /// Whether nothing followed so far.
    pub last: bool,
}

/// Signs that may follow an id unseen: white space and the marks of direction.
pub(super) fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Where `{#`, perhaps with spaces between, is in `text`.
pub(super) fn find_braces(text: &str) -> Vec<usize> {
    text.match_indices('{')
        .map(|(at, _)| at)
        .filter(|at| text[at + 1..].trim_start().starts_with('#'))
        .collect()
}
