//! What is read of a section once, for every comparison with its translations or its source.

use crate::fingerprint::{Fingerprint, fingerprint};
use crate::guard::CriticalFacts;
use crate::lexicon::Lexicon;
use crate::token::tokens;
use document::{Document, Section};

/// The fingerprint and the critical facts of one section.
#[derive(Clone, Debug)]
pub struct Reading {
    /// What `accept` records of a source section.
    pub fingerprint: Fingerprint,
    /// What a translation must give alike.
    pub facts: CriticalFacts,
}

impl Reading {
    /// Reads a section whose text is in `language` (BCP 47).
    pub fn of(section: &Section, language: &str) -> Self {
        let lexicon = Lexicon::of(language);
        let tokens = tokens(section);
        Self {
            fingerprint: fingerprint(&tokens, lexicon),
            facts: CriticalFacts::of(tokens, lexicon),
        }
    }

    /// Reads every section of a document, in its order.
    pub fn all(document: &Document) -> Vec<Self> {
        let sections = document.sections.iter();
        sections
            .map(|section| Self::of(section, &document.language))
            .collect()
    }
}
