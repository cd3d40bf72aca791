//! Blocks: events to blocks.

use super::accidental::ListBefore;
use super::definitions::Definitions;
use super::ids::Ids;
use super::inlines::Leaf;
use super::problems::{Problems, TOO_DEEP};
use super::residue::Place;
use super::source::Source;
use crate::model::{Block, CalloutKind, Column, Inline, Item, Table};
use diagnostics::Code;
use pulldown_cmark::{Alignment, BlockQuoteKind, Event, OffsetIter, Options, Parser, Tag, TagEnd};
use std::collections::BTreeSet;
use std::iter::Peekable;
use std::ops::Range;

/// How deep quotations, lists and `only` blocks may be in each other.
const DEEPEST: usize = 8;

/// Reads the events of one Markdown text.
pub(super) struct Reader<'a, 'p> {
    events: Peekable<OffsetIter<'a>>,
    /// The text itself.
    pub text: &'a str,
    /// Where the text is in the file.
    pub source: &'a Source<'a>,
    /// What is wrong with it.
    pub problems: &'p mut Problems,
    /// The ids met so far.
    pub ids: &'p mut Ids,
    /// How deep this text is: more than 0 in an `only` block.
    pub base: usize,
    /// Lists and quotations that are too deep and were dropped around what they hold, and whose ends are still to come.
    dropped: usize,
    /// Whether the next block is the first of a quotation.
    opens_quotation: bool,
    /// The box of the task list's item being read.
    pub task: Option<bool>,
    /// Whether the last heading read had no id.
    pub id_is_missing: bool,
    /// The sign by which the last paragraph numbered itself.
    pub last_number: Option<char>,
    /// The definitions of links that no link has used so far.
    pub definitions: Definitions,
    /// The numbers that ordered lists so far would go on with.
    pub next_numbers: BTreeSet<u64>,
    /// The list read last, which another may follow.
    list_before: Option<ListBefore>,
}

impl<'a, 'p> Reader<'a, 'p> {
    /// A reader of `text`, whose places `source` knows.
    pub fn new(
        text: &'a str,
        source: &'a Source<'a>,
        base: usize,
        problems: &'p mut Problems,
        ids: &'p mut Ids,
    ) -> Self {
        let events = Parser::new_ext(text, options()).into_offset_iter();
        let definitions = Definitions::of(events.reference_definitions());
        Self {
            events: events.peekable(),
            text,
            source,
            problems,
            ids,
            base,
            dropped: 0,
            opens_quotation: false,
            task: None,
            id_is_missing: false,
            last_number: None,
            definitions,
            next_numbers: BTreeSet::new(),
            list_before: None,
        }
    }

    /// The next event, taken.
    pub fn next(&mut self) -> Option<(Event<'a>, Range<usize>)> {
        self.events.next()
    }

    /// The next event, left.
    pub fn peek(&mut self) -> Option<&Event<'a>> {
        self.events.peek().map(|(event, _)| event)
    }

    /// The start of the next event.
    pub fn position(&mut self) -> usize {
        self.events
            .peek()
            .map_or(self.text.len(), |(_, range)| range.start)
    }

    /// The sign before a place.
    pub fn before(&self, offset: usize) -> Option<char> {
        self.text[..offset].chars().next_back()
    }

    /// Blocks up to the end of what holds them, which is taken too.
    pub fn blocks(&mut self, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        loop {
            match self.peek() {
                None => return blocks,
                Some(Event::End(_)) => {
                    self.next();
                    if self.dropped == 0 {
                        return blocks;
                    }
                    self.dropped -= 1;
                }
                Some(_) => self.block(depth, &mut blocks),
            }
        }
    }

    /// The next block. At least one event is taken.
    pub fn block(&mut self, depth: usize, blocks: &mut Vec<Block>) {
        let start = self.position();
        let is_container = matches!(
            self.peek(),
            Some(Event::Start(Tag::BlockQuote(_) | Tag::List(_) | Tag::Item))
        );
        if is_container && (depth >= DEEPEST || self.dropped > 0) {
            let Some((_, range)) = self.next() else {
                return;
            };
            if self.dropped == 0 {
                self.problems.hinted(
                    TOO_DEEP,
                    &self.source.span(range),
                    "lists and quotations too deep in each other to be read",
                    "write it in fewer levels, or as sections",
                );
            }
            self.dropped += 1;
            return;
        }
        let opens_quotation = std::mem::take(&mut self.opens_quotation);
        if !self.peek().is_some_and(is_block_event) {
            // The words of a tight list's item.
            let mut leaf = Leaf::default();
            let inlines = self.inlines(&mut leaf, 0, true);
            self.paragraph(leaf, inlines, start, opens_quotation, blocks);
            return;
        }
        let Some((event, range)) = self.next() else {
            return;
        };
        match event {
            Event::Rule => blocks.push(Block::ThematicBreak),
            Event::Start(Tag::Paragraph) => {
                let mut leaf = Leaf::default();
                let inlines = self.inlines(&mut leaf, 0, false);
                self.paragraph(leaf, inlines, start, opens_quotation, blocks);
            }
            Event::Start(Tag::Heading { .. }) => {
                self.problems.hinted(
                    Code::HeadingLevel,
                    &self.source.span(range),
                    "a heading inside a list, a quotation or a block",
                    "end the block before the heading, or make the words **strong** instead",
                );
                let inlines = self.inlines(&mut Leaf::default(), 0, false);
                blocks.push(Block::Paragraph {
                    statement: None,
                    inlines: vec![Inline::Strong(inlines)],
                });
            }
            Event::Start(Tag::BlockQuote(kind)) => {
                self.opens_quotation = true;
                let inner = self.blocks(depth + 1);
                self.opens_quotation = false;
                blocks.push(match kind {
                    Some(kind) => Block::Callout {
                        kind: callout(kind),
                        blocks: inner,
                    },
                    None => Block::Quote(inner),
                });
            }
            Event::Start(Tag::List(start)) => self.list(start, &range, depth, blocks),
            Event::Start(Tag::Table(columns)) => self.table(&columns, blocks),
            Event::Start(Tag::CodeBlock(kind)) => self.code(kind, range, depth, blocks),
            Event::Start(Tag::HtmlBlock) => {
                while let Some((event, _)) = self.next() {
                    if event == Event::End(TagEnd::HtmlBlock) {
                        break;
                    }
                }
                let html = &self.text[range.clone()];
                let trimmed = range.start..range.start + html.trim_end().len();
                self.report_html(html, trimmed);
            }
            // Nothing else was asked for in `options`.
            _ => {}
        }
    }

    fn paragraph(
        &mut self,
        mut leaf: Leaf,
        mut inlines: Vec<Inline>,
        start: usize,
        opens_quotation: bool,
        blocks: &mut Vec<Block>,
    ) {
        let statement = leaf.take_statement(&mut inlines, self);
        leaf.report_leftovers(self, Place::Paragraph);
        self.report_callout(&inlines, start, opens_quotation);
        if !inlines.is_empty() {
            blocks.push(Block::Paragraph { statement, inlines });
        }
    }

    fn list(
        &mut self,
        start: Option<u64>,
        range: &Range<usize>,
        depth: usize,
        blocks: &mut Vec<Block>,
    ) {
        let before = self.list_before.take();
        let mut items = Vec::new();
        while let Some((event, _)) = self.next() {
            match event {
                Event::Start(Tag::Item) => items.push(self.item(depth)),
                Event::End(_) => break,
                _ => {}
            }
        }
        self.check_list(start, &items, blocks, before, range);
        blocks.push(Block::List { start, items });
        self.list_before = Some(ListBefore {
            is_ordered: start.is_some(),
            indent: self.indent(range),
            blocks: blocks.len(),
        });
    }

    fn item(&mut self, depth: usize) -> Item {
        let mut blocks = Vec::new();
        self.task = None;
        if !matches!(self.peek(), None | Some(Event::End(_))) {
            self.block(depth + 1, &mut blocks);
        }
        let task = self.task.take();
        blocks.append(&mut self.blocks(depth + 1));
        let statement = match blocks.first_mut() {
            Some(Block::Paragraph { statement, .. }) => statement.take(),
            _ => None,
        };
        Item {
            statement,
            task,
            blocks,
        }
    }

    fn table(&mut self, columns: &[Alignment], blocks: &mut Vec<Block>) {
        let mut table = Table {
            columns: columns.iter().map(column).collect(),
            head: Vec::new(),
            rows: Vec::new(),
        };
        let mut row = Vec::new();
        while let Some((event, range)) = self.next() {
            match event {
                Event::Start(Tag::TableRow) => self.check_row(&range, columns.len()),
                Event::Start(Tag::TableCell) => {
                    let mut leaf = Leaf::default();
                    row.push(self.inlines(&mut leaf, 0, false));
                    leaf.report_leftovers(self, Place::Cell);
                }
                Event::End(TagEnd::TableHead) => table.head = std::mem::take(&mut row),
                Event::End(TagEnd::TableRow) => table.rows.push(std::mem::take(&mut row)),
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        blocks.push(Block::Table(table));
    }
}

/// What is read beside CommonMark. Smart punctuation is off: quotation marks differ from language to language, and authors write them.
pub(super) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
}

/// Whether an event begins or ends a block rather than standing in running text.
pub(super) fn is_block_event(event: &Event<'_>) -> bool {
    match event {
        Event::End(_) | Event::Rule => true,
        Event::Start(tag) => !matches!(
            tag,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
        ),
        _ => false,
    }
}

fn column(alignment: &Alignment) -> Column {
    match alignment {
        Alignment::None | Alignment::Left => Column::Start,
        Alignment::Center => Column::Centre,
        Alignment::Right => Column::End,
    }
}

fn callout(kind: BlockQuoteKind) -> CalloutKind {
    match kind {
        BlockQuoteKind::Note => CalloutKind::Note,
        BlockQuoteKind::Tip => CalloutKind::Tip,
        BlockQuoteKind::Important => CalloutKind::Important,
        BlockQuoteKind::Warning => CalloutKind::Warning,
        BlockQuoteKind::Caution => CalloutKind::Caution,
    }
}
