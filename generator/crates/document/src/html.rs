//! The HTML writer. Small, because readers pay for every byte: no white space between elements, no ids but those of statements. All
//! text goes through [`escape`]; only what the [`Resolver`] has drawn is written as it is.

mod table;
#[cfg(test)]
mod tests;

use crate::bidi;
use crate::model::{Block, Inline, Item, Section};
use crate::resolver::{Direction, Resolver};
use crate::text;
use std::collections::BTreeMap;

/// A section: its heading, as `<h2>` … `<h6>` without an id, and its blocks. The element around it, with the id, is the caller's.
pub fn section(section: &Section, resolver: &dyn Resolver) -> String {
    let mut writer = Writer::new(resolver);
    if !section.heading.is_empty() {
        let level = section.level.clamp(2, 6);
        writer.push(&format!("<h{level}>"));
        writer.inlines(&section.heading);
        writer.push(&format!("</h{level}>"));
    }
    writer.heading = text::inlines(&section.heading, resolver);
    writer.blocks(&section.blocks);
    writer.out
}

/// The names that tables of one page have so far.
#[derive(Debug, Default)]
pub struct TableNames(BTreeMap<String, usize>);

/// A section without its heading, which names its tables; `names` are those of the sections before it on the page.
pub fn body(section: &Section, resolver: &dyn Resolver, names: &mut TableNames) -> String {
    let mut writer = Writer::new(resolver);
    writer.heading = text::inlines(&section.heading, resolver);
    writer.tables = std::mem::take(&mut names.0);
    writer.blocks(&section.blocks);
    names.0 = writer.tables;
    writer.out
}

/// Blocks without a heading.
pub fn blocks(blocks: &[Block], resolver: &dyn Resolver) -> String {
    let mut writer = Writer::new(resolver);
    writer.blocks(blocks);
    writer.out
}

/// Running text: phrasing content.
pub fn inlines(inlines: &[Inline], resolver: &dyn Resolver) -> String {
    let mut writer = Writer::new(resolver);
    writer.inlines(inlines);
    writer.out
}

/// `text` with `&`, `<`, `>` and the straight quotation marks escaped: safe as content and in a quoted attribute.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            // HTML has no way to hold them.
            c if c.is_control() && !matches!(c, '\n' | '\r' | '\t') => escaped.push('\u{fffd}'),
            _ => escaped.push(c),
        }
    }
    escaped
}

struct Writer<'a> {
    resolver: &'a dyn Resolver,
    out: String,
    /// The section's heading, which names its tables.
    heading: String,
    /// How many tables have had a name.
    tables: BTreeMap<String, usize>,
}

impl<'a> Writer<'a> {
    fn new(resolver: &'a dyn Resolver) -> Self {
        Self {
            resolver,
            out: String::new(),
            heading: String::new(),
            tables: BTreeMap::new(),
        }
    }

    fn push(&mut self, html: &str) {
        self.out.push_str(html);
    }

    /// ` name="value"`.
    fn attribute(&mut self, name: &str, value: &str) {
        self.push(" ");
        self.push(name);
        self.push("=\"");
        self.push(&escape(value));
        self.push("\"");
    }

    fn text(&mut self, text: &str) {
        self.push(&bidi::html(text, self.resolver.direction()));
    }

    fn element(&mut self, name: &str, inlines: &[Inline]) {
        self.push(&format!("<{name}>"));
        self.inlines(inlines);
        self.push(&format!("</{name}>"));
    }

    fn label(&mut self, text: &str) {
        self.push("<p class=\"label\">");
        self.text(text);
        self.push("</p>");
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph { statement, inlines } => match (statement, inlines.as_slice()) {
                (Some(id), _) => {
                    self.push("<p class=\"statement\"");
                    self.attribute("id", &id.value);
                    self.push(">");
                    self.inlines(inlines);
                    self.push("</p>");
                    self.beside(&id.value);
                }
                (
                    None,
                    [
                        Inline::Picture {
                            source,
                            alternative,
                            title,
                            ..
                        },
                    ],
                ) => {
                    self.push("<figure>");
                    self.picture(source, alternative);
                    if let Some(title) = title {
                        self.push("<figcaption>");
                        self.text(title);
                        self.push("</figcaption>");
                    }
                    self.push("</figure>");
                }
                (None, _) => self.element("p", inlines),
            },
            Block::List { start, items } => self.list(*start, items),
            Block::Quote(blocks) => {
                self.push("<blockquote>");
                self.blocks(blocks);
                self.push("</blockquote>");
            }
            Block::Callout { kind, blocks } => {
                // The role keeps it from being a landmark of the page, which a screen reader would list.
                self.push(&format!(
                    "<aside class=\"callout {}\" role=\"note\">",
                    kind.as_str()
                ));
                self.label(&self.resolver.callout_label(*kind));
                self.blocks(blocks);
                self.push("</aside>");
            }
            Block::Code(text) => {
                self.push("<pre");
                self.own_direction();
                self.push("><code>");
                self.push(&escape(text));
                self.push("</code></pre>");
            }
            Block::Table(table) => self.table(table),
            Block::ThematicBreak => self.push("<hr>"),
            Block::Finder { kinds, .. } => {
                let kinds: Vec<_> = kinds.iter().map(|kind| kind.value.as_str()).collect();
                if let Some(drawn) = self.resolver.finder(&kinds) {
                    self.push(&drawn.html);
                }
            }
            Block::Include { page, section, .. } => {
                if let Some(drawn) = self.resolver.include(&page.value, &section.value) {
                    self.push(&drawn.html);
                }
            }
            Block::Only { council, blocks } => {
                self.push("<div class=\"only\">");
                self.label(&self.resolver.only_label(&council.value));
                self.blocks(blocks);
                self.push("</div>");
            }
        }
    }

    /// The source-language sentence after a statement.
    fn beside(&mut self, statement: &str) {
        if let Some(beside) = self.resolver.beside(statement) {
            self.push("<p class=\"source\"");
            self.attribute("lang", &beside.language);
            self.attribute("dir", beside.direction.as_str());
            self.push(">");
            self.push(&beside.drawn.html);
            self.push("</p>");
        }
    }

    /// Text shown letter by letter keeps the direction of its own letters.
    fn own_direction(&mut self) {
        if self.resolver.direction() == Direction::RightToLeft {
            self.push(" dir=\"auto\"");
        }
    }

    fn list(&mut self, start: Option<u64>, items: &[Item]) {
        let name = if start.is_some() { "ol" } else { "ul" };
        self.push(&format!("<{name}"));
        if items.iter().any(|item| item.task.is_some()) {
            self.push(" class=\"tasks\"");
        }
        if let Some(start) = start.filter(|start| *start != 1) {
            self.attribute("start", &start.to_string());
        }
        self.push(">");
        for item in items {
            self.item(item);
        }
        self.push(&format!("</{name}>"));
    }

    fn item(&mut self, item: &Item) {
        self.push("<li");
        if let Some(id) = &item.statement {
            self.push(" class=\"statement\"");
            self.attribute("id", &id.value);
        }
        self.push(">");
        match item.task {
            Some(true) => self.push("☑ "),
            Some(false) => self.push("☐ "),
            None => {}
        }
        let mut rest = item.blocks.as_slice();
        // Words of an item need no paragraph of their own, unless more than a list in the list follows them.
        if let Some((
            Block::Paragraph {
                inlines,
                statement: None,
            },
            others,
        )) = rest.split_first()
            && others.iter().all(|b| matches!(b, Block::List { .. }))
        {
            self.inlines(inlines);
            rest = others;
        } else if let Some((first, others)) = rest.split_first() {
            self.block(first);
            rest = others;
        }
        if let Some(id) = &item.statement {
            self.beside(&id.value);
        }
        self.blocks(rest);
        self.push("</li>");
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            self.inline(inline);
        }
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(text) => self.text(text),
            Inline::Emphasis(inner) => self.element("em", inner),
            Inline::Strong(inner) => self.element("strong", inner),
            Inline::Strikethrough(inner) => self.element("s", inner),
            Inline::Code(text) => {
                self.push("<code");
                self.own_direction();
                self.push(">");
                self.push(&escape(text));
                self.push("</code>");
            }
            Inline::SoftBreak => self.push(" "),
            Inline::HardBreak => self.push("<br>"),
            Inline::Link {
                target, inlines, ..
            } => match self.resolver.href(target) {
                Some(href) => {
                    self.push("<a");
                    self.attribute("href", &href);
                    self.push(">");
                    self.inlines(inlines);
                    self.push("</a>");
                }
                None => self.inlines(inlines),
            },
            Inline::Picture {
                source,
                alternative,
                ..
            } => self.picture(source, alternative),
            Inline::Fact { name, .. } => match self.resolver.fact(name) {
                Some(drawn) => self.push(&drawn.html),
                None => self.text(&format!("[{name}]")),
            },
            Inline::Term { id, inlines, .. } => match self.resolver.term(id) {
                Some(term) => {
                    self.push("<a class=\"term\"");
                    self.attribute("href", &term.href);
                    if let Some(explanation) = &term.explanation {
                        let explanation = bidi::text(explanation, self.resolver.direction());
                        self.attribute("title", &explanation);
                    }
                    self.push(">");
                    self.inlines(inlines);
                    self.push("</a>");
                }
                None => self.inlines(inlines),
            },
            Inline::Service { id, inlines, .. } => self.service(id, inlines),
        }
    }

    fn service(&mut self, id: &str, inlines: &[Inline]) {
        let Some(service) = self.resolver.service(id) else {
            match inlines {
                [] => self.text(&format!("[{id}]")),
                _ => self.inlines(inlines),
            }
            return;
        };
        self.push("<a");
        self.attribute("href", &service.href);
        self.push(">");
        if !inlines.is_empty() {
            self.inlines(inlines);
        } else if self.resolver.direction() == Direction::RightToLeft {
            // A name in its own script, which may be another than the text's.
            self.push("<bdi>");
            self.push(&escape(&service.name));
            self.push("</bdi>");
        } else {
            self.push(&escape(&service.name));
        }
        self.push("</a>");
    }

    fn picture(&mut self, source: &str, alternative: &str) {
        let Some(file) = self.resolver.picture(source) else {
            self.text(&format!("[{alternative}]"));
            return;
        };
        self.push("<img");
        self.attribute("src", &file.src);
        if let Some(srcset) = &file.srcset {
            self.attribute("srcset", srcset);
            // Needed where the candidates say how wide they are.
            if srcset.trim_end().ends_with('w') {
                self.push(" sizes=\"100vw\"");
            }
        }
        let alternative = bidi::text(alternative, self.resolver.direction());
        self.attribute("alt", &alternative);
        self.attribute("width", &file.width.to_string());
        self.attribute("height", &file.height.to_string());
        self.push(" loading=\"lazy\">");
    }
}
