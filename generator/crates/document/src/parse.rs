//! Markdown to a document: the file as a whole, and its sections.

mod accidental;
mod blocks;
mod definitions;
mod fenced;
mod foreign;
mod ids;
mod inlines;
mod link;
mod problems;
mod residue;
mod settings;
mod source;
#[cfg(test)]
pub(crate) mod tests;
mod unnamed;

use crate::model::{Document, INTRO, Section, Span};
use blocks::Reader;
use diagnostics::{Code, Diagnostics};
use ids::Ids;
use inlines::{Leaf, is_wordless};
use problems::{Problems, WITHOUT_WORDS};
use pulldown_cmark::{CowStr, Event, Tag};
use residue::Place;
use source::Source;
use std::collections::BTreeSet;

pub use residue::check_plain;

/// What reading a text depends on beside the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// BCP 47 tag of the text's language; goes into [`Document::language`].
    pub language: String,
    /// Ids that the page once published and must not use again.
    pub retired_ids: BTreeSet<String>,
    /// Of a translation: the ids of its source's sections, in order. A heading without an id takes the one at its place.
    pub source_ids: Option<Vec<String>>,
}

/// Reads `text`, the whole of the file at `path`, from byte `body_start` (after the front matter) on. Never stops at a problem: the
/// document holds whatever could be understood. A `body_start` past the end, or inside a character, means the nearest place before.
pub fn parse(
    path: &str,
    text: &str,
    body_start: usize,
    options: &Options,
) -> (Document, Diagnostics) {
    let read = read(text, body_start, options);
    (read.document, read.problems.place(path, text))
}

/// A text that was read.
pub(crate) struct Read {
    /// What it says.
    pub document: Document,
    /// What is wrong with it.
    problems: Problems,
    /// The indexes of sections whose heading has no id, not even a wrong one; the document's is made up.
    pub without_id: Vec<usize>,
}

impl Read {
    /// What mends problems without a doubt: the text that belongs in each place, in order.
    pub fn mends(self) -> Vec<(Span, String)> {
        self.problems.mends()
    }
}

/// Reads a text without placing its problems.
pub(crate) fn read(text: &str, body_start: usize, options: &Options) -> Read {
    let body_start = Source::body(text, 0).span(0..body_start).end;
    let body = &text[body_start..];
    let source = Source::body(text, body_start);
    let mut problems = Problems::default();
    let mut ids = Ids::new(&options.retired_ids);
    let mut reader = Reader::new(body, &source, 0, &mut problems, &mut ids);
    let mut sections = vec![Section {
        id: INTRO.to_owned(),
        level: 1,
        heading: Vec::new(),
        blocks: Vec::new(),
        span: body_start..text.len(),
        heading_span: body_start..body_start,
    }];
    let mut without_id = Vec::new();
    while let Some(event) = reader.peek() {
        let last = sections.len() - 1;
        if !matches!(event, Event::Start(Tag::Heading { .. })) {
            reader.block(0, &mut sections[last].blocks);
        } else if let Some(section) = reader.section(sections[last].level, text.len()) {
            sections[last].span.end = section.span.start;
            sections.push(section);
            if reader.id_is_missing {
                without_id.push(last + 1);
            }
        }
    }
    reader.report_definitions();
    unnamed::name(&mut sections, &without_id, options, &mut ids, &mut problems);
    if sections[0].blocks.is_empty() {
        sections.remove(0);
        without_id.iter_mut().for_each(|index| *index -= 1);
    }
    Read {
        document: Document {
            language: options.language.clone(),
            sections,
        },
        problems,
        without_id,
    }
}

impl Reader<'_, '_> {
    /// A heading, with its section still empty and reaching to `end`. The id is empty where none is written.
    /// Where it cannot be used, it is empty too.
    fn section(&mut self, level_before: u8, end: usize) -> Option<Section> {
        let Some((
            Event::Start(Tag::Heading {
                level,
                id,
                classes,
                attrs,
            }),
            range,
        )) = self.next()
        else {
            return None;
        };
        let raw = self.source.slice(range.clone());
        let start = range.start;
        let heading_span = self.source.span(start..start + raw.trim_end().len());
        self.last_number = None;
        let mut leaf = Leaf::default();
        let mut heading = self.inlines(&mut leaf, 0, false);
        // `## Words {#id} ##`: the parser of Markdown looks for an id at the end of the line alone.
        let closed = id.is_none() && raw.starts_with('#') && raw.trim_end().ends_with('#');
        let before_marks = closed.then(|| leaf.take_id(&mut heading)).flatten();
        leaf.report_leftovers(self, Place::Heading);
        if is_wordless(&heading) {
            self.problems.hinted(
                WITHOUT_WORDS,
                &heading_span,
                "a heading without words",
                "write what the section is about, or take the heading away",
            );
        }
        let level = level as u8;
        self.check_level(level, level_before, &heading_span);
        let has_more = !classes.is_empty() || !attrs.is_empty();
        self.id_is_missing = id.is_none() && before_marks.is_none();
        let id = match (id, before_marks) {
            (Some(id), _) => self.heading_id(id, has_more, raw, start),
            (None, Some((id, span))) if self.ids.meet(&id, &span, self.problems) => id,
            _ => String::new(),
        };
        Some(Section {
            id,
            level: level.max(2),
            heading,
            blocks: Vec::new(),
            span: heading_span.start..end,
            heading_span,
        })
    }

    fn check_level(&mut self, level: u8, before: u8, span: &Span) {
        let (message, hint) = if level < 2 {
            (
                "a first-level heading, which only the page's title is".to_owned(),
                "begin it with `##`".to_owned(),
            )
        } else if level > before + 1 {
            let marks = "#".repeat(usize::from(before) + 1);
            (
                format!(
                    "a heading of level {level} after one of level {before}{}",
                    if before == 1 { ", the title" } else { "" }
                ),
                format!("begin it with `{marks}`"),
            )
        } else {
            return;
        };
        self.problems
            .hinted(Code::HeadingLevel, span, message, &hint);
    }

    /// The id that is in a heading's braces; empty where it cannot be used.
    fn heading_id(&mut self, id: CowStr<'_>, has_more: bool, raw: &str, start: usize) -> String {
        let braces = raw.rfind('{').map_or(0..raw.trim_end().len(), |open| {
            open..raw[open..].find('}').map_or(raw.len(), |i| open + i + 1)
        });
        let in_braces = raw[braces.clone()]
            .trim_matches(['{', '}'])
            .trim()
            .to_owned();
        let span = self.source.span(start + braces.start..start + braces.end);
        if has_more || in_braces != format!("#{id}") {
            self.problems.hinted(
                Code::BadId,
                &span,
                "more than an id in the braces of a heading",
                "the braces hold one id of lower-case letters, digits and hyphens: `{#notice}`",
            );
            return String::new();
        }
        match self.ids.meet(&id, &span, self.problems) {
            true => id.into_string(),
            false => String::new(),
        }
    }
}
