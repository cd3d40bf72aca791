//! Fenced blocks: text shown letter by letter, and the three extensions that are in a fence.

use super::blocks::Reader;
use super::settings::{self, Settings};
use super::source::Gathered;
use crate::model::{Block, Span, Spanned};
use diagnostics::{Code, Diagnostic};
use pulldown_cmark::{CodeBlockKind, Event};
use std::ops::Range;

/// The blocks that are extensions.
const EXTENSIONS: [&str; 3] = ["finder", "include", "only"];

impl<'a> Reader<'a, '_> {
    /// A block of code whose beginning was taken.
    pub fn code(
        &mut self,
        kind: CodeBlockKind<'a>,
        range: Range<usize>,
        depth: usize,
        blocks: &mut Vec<Block>,
    ) {
        let mut body = Gathered::new(self.source, range.start);
        while let Some((event, piece_range)) = self.next() {
            match event {
                Event::Text(piece) => body.push(&piece, self.source, piece_range),
                Event::End(_) => break,
                _ => {}
            }
        }
        let CodeBlockKind::Fenced(info) = kind else {
            self.report_indented(&range);
            blocks.push(Block::Code(body.text));
            return;
        };
        let raw = &self.text[range.clone()];
        let span = self.source.span(range.clone());
        let first_line = raw.lines().next().unwrap_or_default();
        let line_span = self
            .source
            .span(range.start..range.start + first_line.len());
        if !is_closed(raw) {
            self.problems.hinted(
                Code::BadExtension,
                &line_span,
                "a block that is never closed, so that it swallows all that follows",
                "end it with a line of as many signs as it begins with",
            );
        }
        let info = info.trim();
        let (name, settings) = info.split_once(char::is_whitespace).unwrap_or((info, ""));
        match name {
            "" => blocks.push(Block::Code(body.text)),
            "finder" | "include" => {
                if !settings.trim().is_empty() {
                    self.problems.hinted(
                        Code::BadExtension,
                        &line_span,
                        format!("the settings of `{name}` stand in the block, not beside its name"),
                        settings::example(name),
                    );
                }
                let settings = Settings {
                    name,
                    text: &body.text,
                    source: &body.source,
                    span,
                };
                blocks.extend(match name {
                    "finder" => settings.finder(self.problems),
                    _ => settings.include(self.problems),
                });
            }
            "only" => {
                let council = settings::council(settings).map(|council| {
                    let at = first_line.rfind(council).unwrap_or(0);
                    Spanned {
                        value: council.to_owned(),
                        span: self
                            .source
                            .span(range.start + at..range.start + at + council.len()),
                    }
                });
                blocks.extend(self.only(council, &body, &line_span, depth));
            }
            _ => {
                self.problems.report(
                    &line_span,
                    Diagnostic::new(
                        Code::UnknownExtension,
                        format!("`{name}` is not a kind of block"),
                    )
                    .hint(
                        "the kinds are `finder`, `include` and `only`; a block of code has no name",
                    )
                    .did_you_mean(name, EXTENSIONS),
                );
            }
        }
    }

    fn only(
        &mut self,
        council: Option<Spanned<String>>,
        body: &Gathered<'_>,
        line_span: &Span,
        depth: usize,
    ) -> Option<Block> {
        let mut wrong = |message: &str| {
            self.problems.hinted(
                Code::BadExtension,
                line_span,
                message,
                settings::example("only"),
            );
        };
        if self.base > 0 {
            wrong("an `only` block inside another");
            return None;
        }
        if council.is_none() {
            wrong("an `only` block that does not say for which council");
        }
        if body.text.trim().is_empty() {
            wrong("an `only` block with nothing in it");
        }
        let base = depth + 1;
        let mut reader = Reader::new(&body.text, &body.source, base, self.problems, self.ids);
        let blocks = reader.blocks(base);
        reader.report_definitions();
        Some(Block::Only {
            council: council?,
            blocks,
        })
    }
}

/// Whether the last line of a fenced block closes it.
fn is_closed(block: &str) -> bool {
    let fence = |line: &str| {
        let marks = line.trim_start_matches([' ', '\t', '>']);
        let mark = marks.chars().next().unwrap_or(' ');
        let count = marks.chars().take_while(|c| *c == mark).count();
        (mark, count, marks.trim_end().len() == count)
    };
    let lines: Vec<_> = block.trim_end().lines().collect();
    match (lines.first(), lines.last()) {
        (Some(first), Some(last)) if lines.len() > 1 => {
            let ((mark, least, _), (closing, count, alone)) = (fence(first), fence(last));
            mark == closing && alone && count >= least
        }
        _ => false,
    }
}
