//! Headings without an id that can be used: each gets one, so that the rest of the page can be checked.

use super::Options;
use super::ids::Ids;
use super::problems::Problems;
use crate::id::slug;
use crate::model::{INTRO, Inline, Section};
use diagnostics::Code;
use std::collections::BTreeMap;

/// Gives each section with an empty id one that no other has, and reports those of `without_id`, whose headings have none at all. Comes
/// after the whole text was read: only then are all written ids known.
pub(super) fn name(
    sections: &mut [Section],
    without_id: &[usize],
    options: &Options,
    ids: &mut Ids,
    problems: &mut Problems,
) {
    let source = options.source_ids.as_deref();
    let places = places(source.unwrap_or_default());
    let mut without_id = without_id.iter().copied().peekable();
    let mut before = INTRO.to_owned();
    for (index, section) in sections.iter_mut().enumerate() {
        let missing = without_id.next_if_eq(&index).is_some();
        if section.id.is_empty() {
            let words = slug(&plain(&section.heading));
            let of_source = places.get(before.as_str()).filter(|id| !ids.is_used(id));
            let (id, hint) = match (of_source, source) {
                (Some(id), _) => (
                    (*id).to_owned(),
                    format!("end it with the id that its source has at this place: `{{#{id}}}`"),
                ),
                (None, Some(_)) => (
                    words,
                    "end it with the id that the same heading has in the source text".to_owned(),
                ),
                (None, None) => {
                    let hint = format!("end it with an id, such as `{{#{words}}}`");
                    (words, hint)
                }
            };
            if missing {
                let message = "a heading without an id";
                problems.hinted(
                    Code::HeadingWithoutId,
                    &section.heading_span,
                    message,
                    &hint,
                );
            }
            section.id = ids.make_up(&id);
        }
        before.clone_from(&section.id);
    }
}

/// Each id of a source with the one that follows it; the introduction is there, if empty.
fn places(source: &[String]) -> BTreeMap<&str, &str> {
    let headings = source.iter().map(String::as_str).filter(|id| *id != INTRO);
    std::iter::once(INTRO)
        .chain(headings.clone())
        .zip(headings)
        .collect()
}

/// The words of a heading alone, for an id.
fn plain(inlines: &[Inline]) -> String {
    let mut words = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => words.push_str(text),
            Inline::SoftBreak | Inline::HardBreak => words.push(' '),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Strikethrough(inner)
            | Inline::Link { inlines: inner, .. }
            | Inline::Term { inlines: inner, .. }
            | Inline::Service { inlines: inner, .. } => words.push_str(&plain(inner)),
            Inline::Picture { .. } | Inline::Fact { .. } => {}
        }
    }
    words
}
