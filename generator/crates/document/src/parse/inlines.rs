//! Running text: events to inlines.

use super::blocks::{Reader, is_block_event};
use super::ids::{Candidate, find_braces, is_invisible};
use super::link::{self, Destination};
use super::problems::WITHOUT_WORDS;
use super::residue::{Place, Printed, check_plain};
use crate::model::{Id, Inline, Span, Spanned};
use diagnostics::{Code, Diagnostic};
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};
use std::collections::BTreeMap;
use std::ops::Range;

/// How deep emphasis and links in each other are kept; the marks of anything deeper are dropped, its words are not.
const DEEPEST: usize = 8;

/// A paragraph, heading or cell while it is read.
#[derive(Default)]
pub(super) struct Leaf {
    /// What looks like an id, in reading order.
    candidates: Vec<Candidate>,
    /// How many opening tags of each HTML element were reported, whose closing ones are not.
    pub opened: BTreeMap<String, usize>,
    /// What is printed of it letter by letter.
    printed: Printed,
}

impl Leaf {
    /// Takes what looks like an id off the end of `inlines`: the id, and where its braces are.
    pub fn take_id(&mut self, inlines: &mut Vec<Inline>) -> Option<(String, Span)> {
        let Some(Inline::Text(text)) = inlines.last_mut() else {
            return None;
        };
        let seen = text.trim_end_matches(is_invisible);
        let candidate = self
            .candidates
            .pop_if(|c| c.last && c.text.ends_with('}') && seen.ends_with(c.text.as_str()))?;
        let words = &seen[..seen.len() - candidate.text.len()];
        text.truncate(words.trim_end_matches(is_invisible).len());
        if text.is_empty() {
            inlines.pop();
        }
        while matches!(inlines.last(), Some(Inline::SoftBreak | Inline::HardBreak)) {
            inlines.pop();
        }
        let id = candidate.text[1..candidate.text.len() - 1]
            .trim()
            .trim_start_matches('#');
        Some((id.to_owned(), candidate.span))
    }

    /// Takes the id off the end of `inlines`, if they end in one that can be used.
    pub fn take_statement(
        &mut self,
        inlines: &mut Vec<Inline>,
        reader: &mut Reader<'_, '_>,
    ) -> Option<Id> {
        let (value, span) = self.take_id(inlines)?;
        if inlines.is_empty() {
            reader.problems.hinted(
                Code::BadId,
                &span,
                "an id without a sentence",
                "put the id on the same line as the sentence it names, at its end",
            );
            return None;
        }
        reader
            .ids
            .meet(&value, &span, reader.problems)
            .then_some(Spanned { value, span })
    }

    /// Reports whatever looks like an id or like other markup and is none.
    pub fn report_leftovers(self, reader: &mut Reader<'_, '_>, place: Place) {
        self.printed.report(place, reader);
        for candidate in self.candidates {
            reader.problems.hinted(
                Code::BadId,
                &candidate.span,
                format!("`{}` is not an id here and would be printed", candidate.text),
                "an id stands at the very end of a heading, a paragraph or a list item: `… {#notice}`",
            );
        }
    }
}

impl<'a> Reader<'a, '_> {
    /// Inlines up to the end of what holds them, which is taken too; with `bare`, up to anything that is no inline, which is left.
    pub fn inlines(&mut self, leaf: &mut Leaf, depth: usize, bare: bool) -> Vec<Inline> {
        let mut inlines = Vec::new();
        // Marks that were dropped because they are too deep, and whose ends are still to come.
        let mut dropped = 0_usize;
        loop {
            if bare && dropped == 0 && self.peek().is_none_or(is_block_event) {
                return inlines;
            }
            let Some((event, range)) = self.next() else {
                return inlines;
            };
            if let Event::End(_) = event {
                if dropped == 0 {
                    return inlines;
                }
                dropped -= 1;
                continue;
            }
            if !matches!(&event, Event::Text(text) if text.chars().all(is_invisible))
                && let Some(candidate) = leaf.candidates.last_mut()
            {
                candidate.last = false;
            }
            match event {
                Event::Text(text) => {
                    self.find_candidates(leaf, &text, &range);
                    self.print(leaf, &text, &range);
                    push_text(&mut inlines, &text);
                }
                Event::Code(text) => {
                    leaf.printed.hide(range.start);
                    inlines.push(Inline::Code(text.into_string()));
                }
                Event::TaskListMarker(done) => self.task = Some(done),
                Event::SoftBreak => {
                    leaf.printed.end_line(range.start);
                    inlines.push(Inline::SoftBreak);
                }
                Event::HardBreak => {
                    leaf.printed.end_line(range.start);
                    inlines.push(Inline::HardBreak);
                }
                Event::InlineHtml(html) | Event::Html(html) => {
                    self.report_tag(leaf, &html, range);
                }
                Event::Start(Tag::Image {
                    dest_url, title, ..
                }) => {
                    leaf.printed.hide(range.start);
                    let alternative = self.alternative();
                    self.picture(&dest_url, &title, alternative, range, &mut inlines);
                }
                Event::Start(_) if depth >= DEEPEST => dropped += 1,
                Event::Start(Tag::Emphasis) => {
                    let inner = self.inlines(leaf, depth + 1, false);
                    self.report_words_in_stars(&range);
                    inlines.push(Inline::Emphasis(inner));
                }
                Event::Start(Tag::Strong) => {
                    let inner = self.inlines(leaf, depth + 1, false);
                    inlines.push(Inline::Strong(inner));
                }
                Event::Start(Tag::Strikethrough) => {
                    let inner = self.inlines(leaf, depth + 1, false);
                    if self.text[range].starts_with("~~") {
                        inlines.push(Inline::Strikethrough(inner));
                    } else {
                        // One tilde means "about".
                        push_text(&mut inlines, "~");
                        push_all(&mut inlines, inner);
                        push_text(&mut inlines, "~");
                    }
                }
                Event::Start(Tag::Link {
                    link_type,
                    dest_url,
                    title,
                    id,
                }) => {
                    let start = leaf.printed.len();
                    let inner = self.inlines(leaf, depth + 1, false);
                    if inner.is_empty() {
                        leaf.printed.hide(range.start);
                    }
                    leaf.printed.link(start);
                    self.use_definition(&id, &range);
                    if !title.is_empty() {
                        self.problems.hinted(
                            Code::BadExtension,
                            &self.source.span(range.clone()),
                            "a link with a title, which nobody on a telephone could see",
                            "say it in the text, and take the title away",
                        );
                    }
                    self.link(link_type, &dest_url, inner, range, &mut inlines);
                }
                // Options that were not asked for, and blocks, which are not in running text.
                Event::Start(_) => dropped += 1,
                _ => {}
            }
        }
    }

    fn link(
        &mut self,
        link_type: LinkType,
        destination: &str,
        inner: Vec<Inline>,
        range: Range<usize>,
        inlines: &mut Vec<Inline>,
    ) {
        let span = self.source.span(range);
        let destination = match link_type {
            LinkType::Email => link::read(&format!("mailto:{destination}")),
            _ => link::read(destination),
        };
        let wordless = is_wordless(&inner);
        let without_words = |what: &str| {
            Diagnostic::new(WITHOUT_WORDS, format!("{what} without words"))
                .hint("write between the brackets `[…]` what the reader should see")
        };
        match destination {
            Err(diagnostic) => {
                self.problems.report(&span, diagnostic);
                // The words stay, as plain text.
                push_all(inlines, inner);
            }
            Ok(Destination::Fact(name)) => {
                if !inner.is_empty() {
                    self.problems.hinted(
                        Code::BadExtension,
                        &span,
                        "a fact with words of its own, which would be lost",
                        "leave the brackets empty, `[](fact:name)`, and write the words around it",
                    );
                }
                inlines.push(Inline::Fact { name, span });
            }
            Ok(Destination::Service(id)) => inlines.push(Inline::Service {
                id,
                inlines: inner,
                span,
            }),
            Ok(Destination::Term(id)) => {
                if wordless {
                    self.problems.report(&span, without_words("a term"));
                }
                inlines.push(Inline::Term {
                    id,
                    inlines: inner,
                    span,
                });
            }
            Ok(Destination::Target(target)) => {
                if wordless {
                    self.problems.report(&span, without_words("a link"));
                }
                inlines.push(Inline::Link {
                    target,
                    inlines: inner,
                    span,
                });
            }
        }
    }

    fn picture(
        &mut self,
        source: &str,
        title: &str,
        alternative: String,
        range: Range<usize>,
        inlines: &mut Vec<Inline>,
    ) {
        let span = self.source.span(range);
        if alternative.is_empty() {
            self.problems.hinted(
                Code::PictureWithoutText,
                &span,
                "a picture without words for those who cannot see it",
                "write what it shows between the brackets: `![A clock at half past nine](clock.svg)`",
            );
        }
        for text in [alternative.as_str(), title] {
            if let Some(diagnostic) = check_plain(text) {
                self.problems.report(&span, diagnostic);
            }
        }
        if !link::is_path(source) {
            self.problems.hinted(
                Code::BadLinkScheme,
                &span,
                format!("`{source}` is no picture of this page's folder"),
                "put the file beside the text and write its name",
            );
            return;
        }
        inlines.push(Inline::Picture {
            source: source.to_owned(),
            alternative,
            title: (!title.trim().is_empty()).then(|| title.trim().to_owned()),
            span,
        });
    }

    /// The words in a picture's brackets, without marks, up to the picture's end.
    fn alternative(&mut self) -> String {
        let mut words = String::new();
        let mut open = 0_usize;
        while let Some((event, _)) = self.next() {
            match event {
                Event::Start(_) => open += 1,
                Event::End(TagEnd::Image) if open == 0 => break,
                Event::End(_) => open = open.saturating_sub(1),
                Event::Text(text) | Event::Code(text) => words.push_str(&text),
                Event::SoftBreak | Event::HardBreak => words.push(' '),
                _ => {}
            }
        }
        words.trim().to_owned()
    }

    /// Takes note of a piece of literal text.
    fn print(&self, leaf: &mut Leaf, text: &str, range: &Range<usize>) {
        if self.text.get(range.clone()) == Some(text) {
            let backslashes = self.text[..range.start].len()
                - self.text[..range.start].trim_end_matches('\\').len();
            leaf.printed.push(text, range.start, backslashes % 2 == 1);
        } else {
            // An entity.
            leaf.printed.hide(range.start);
        }
    }

    fn find_candidates(&mut self, leaf: &mut Leaf, text: &str, range: &Range<usize>) {
        // A piece that differs from the file was an entity: not something anybody meant as an id.
        if !text.contains('{') || self.source.slice(range.clone()) != text {
            return;
        }
        for at in find_braces(text) {
            let end = text[at..].find('}').map_or(text.len(), |i| at + i + 1);
            let escaped = at == 0 && self.before(range.start) == Some('\\');
            if escaped {
                continue;
            }
            leaf.candidates.push(Candidate {
                text: text[at..end].to_owned(),
                span: self.source.span(range.start + at..range.start + end),
                last: text[end..].chars().all(is_invisible),
            });
        }
    }
}

/// Whether inlines show no words and no picture.
pub(super) fn is_wordless(inlines: &[Inline]) -> bool {
    inlines.iter().all(|inline| match inline {
        Inline::Text(text) | Inline::Code(text) => text.chars().all(is_invisible),
        Inline::SoftBreak | Inline::HardBreak => true,
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => {
            is_wordless(inner)
        }
        Inline::Link { .. }
        | Inline::Picture { .. }
        | Inline::Fact { .. }
        | Inline::Term { .. }
        | Inline::Service { .. } => false,
    })
}

fn push_all(inlines: &mut Vec<Inline>, more: Vec<Inline>) {
    for inline in more {
        match inline {
            Inline::Text(text) => push_text(inlines, &text),
            other => inlines.push(other),
        }
    }
}

fn push_text(inlines: &mut Vec<Inline>, text: &str) {
    if let Some(Inline::Text(last)) = inlines.last_mut() {
        last.push_str(text);
    } else if !text.is_empty() {
        inlines.push(Inline::Text(text.to_owned()));
    }
}
