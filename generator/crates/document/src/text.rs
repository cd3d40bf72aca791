//! The plain-text writer.

use crate::bidi;
use crate::model::{Block, Inline, Section};
use crate::resolver::Resolver;

/// A section as plain text: heading and blocks, a line break between blocks, list items and table rows, no blank lines.
/// Where the resolver's direction is right-to-left, numbers are isolated ([`crate::bidi`]); for a search index, answer left-to-right.
pub fn section(section: &Section, resolver: &dyn Resolver) -> String {
    let mut writer = Writer::new(resolver);
    writer.line(&section.heading);
    writer.blocks(&section.blocks);
    writer.out
}

/// Blocks as plain text.
pub fn blocks(blocks: &[Block], resolver: &dyn Resolver) -> String {
    let mut writer = Writer::new(resolver);
    writer.blocks(blocks);
    writer.out
}

/// Running text as plain text: one line, but for hard breaks.
pub fn inlines(inlines: &[Inline], resolver: &dyn Resolver) -> String {
    let mut writer = Writer::new(resolver);
    writer.inlines(inlines);
    writer.out
}

struct Writer<'a> {
    resolver: &'a dyn Resolver,
    out: String,
}

impl<'a> Writer<'a> {
    fn new(resolver: &'a dyn Resolver) -> Self {
        Self {
            resolver,
            out: String::new(),
        }
    }

    fn begin_line(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    fn line(&mut self, inlines: &[Inline]) {
        self.begin_line();
        self.inlines(inlines);
    }

    fn plain_line(&mut self, text: &str) {
        self.begin_line();
        self.out.push_str(text.trim_end());
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph { inlines, .. } => self.line(inlines),
                Block::List { start, items } => {
                    let mut number = *start;
                    for item in items {
                        self.begin_line();
                        let mark = match (item.task, number) {
                            (Some(true), _) => "☑ ".to_owned(),
                            (Some(false), _) => "☐ ".to_owned(),
                            (None, Some(number)) => format!("{number}. "),
                            (None, None) => "- ".to_owned(),
                        };
                        let mut inner = Writer::new(self.resolver);
                        inner.blocks(&item.blocks);
                        self.out.push_str(&mark);
                        self.out.push_str(&inner.out);
                        number = number.map(|number| number.saturating_add(1));
                    }
                }
                Block::Quote(blocks) => self.blocks(blocks),
                Block::Callout { kind, blocks } => {
                    self.plain_line(&self.resolver.callout_label(*kind));
                    self.blocks(blocks);
                }
                Block::Code(text) => self.plain_line(text),
                Block::Table(table) => {
                    for row in std::iter::once(&table.head).chain(&table.rows) {
                        self.begin_line();
                        for (column, cell) in row.iter().enumerate() {
                            if column > 0 {
                                self.out.push_str(" | ");
                            }
                            self.inlines(cell);
                        }
                    }
                }
                Block::ThematicBreak => {}
                Block::Finder { kinds, .. } => {
                    let kinds: Vec<_> = kinds.iter().map(|kind| kind.value.as_str()).collect();
                    if let Some(drawn) = self.resolver.finder(&kinds) {
                        self.plain_line(&drawn.text);
                    }
                }
                Block::Include { page, section, .. } => {
                    if let Some(drawn) = self.resolver.include(&page.value, &section.value) {
                        self.plain_line(&drawn.text);
                    }
                }
                Block::Only { council, blocks } => {
                    self.plain_line(&self.resolver.only_label(&council.value));
                    self.blocks(blocks);
                }
            }
        }
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => self
                    .out
                    .push_str(&bidi::text(text, self.resolver.direction())),
                Inline::Code(text) => self.out.push_str(text),
                Inline::SoftBreak => self.out.push(' '),
                Inline::HardBreak => self.out.push('\n'),
                Inline::Emphasis(inner)
                | Inline::Strong(inner)
                | Inline::Strikethrough(inner)
                | Inline::Link { inlines: inner, .. }
                | Inline::Term { inlines: inner, .. } => self.inlines(inner),
                Inline::Picture { alternative, .. } => self
                    .out
                    .push_str(&bidi::text(alternative, self.resolver.direction())),
                Inline::Fact { name, .. } => match self.resolver.fact(name) {
                    Some(drawn) => self.out.push_str(&drawn.text),
                    None => self.out.push_str(&format!("[{name}]")),
                },
                Inline::Service { id, inlines, .. } if inlines.is_empty() => {
                    match self.resolver.service(id) {
                        Some(service) => self
                            .out
                            .push_str(&bidi::text(&service.name, self.resolver.direction())),
                        None => self.out.push_str(&format!("[{id}]")),
                    }
                }
                Inline::Service { inlines, .. } => self.inlines(inlines),
            }
        }
    }
}
