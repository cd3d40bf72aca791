//! How a section is built: its lists, tables, callouts and pictures. A translation is built as its source; a step that is missing changes no
//! number and no address.

use document::{Block, CalloutKind, Document, Inline, Item, Section, Span};
use std::fmt;

/// One thing that both texts must have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A list.
    List {
        /// The first number of an ordered list.
        start: Option<u64>,
        /// How many items it has.
        items: usize,
    },
    /// A table.
    Table {
        /// How many columns it has.
        columns: usize,
        /// How many rows, without the first.
        rows: usize,
    },
    /// A callout.
    Callout(CalloutKind),
    /// A picture: its file, which may differ from language to language, is not compared.
    Picture,
    /// A finder.
    Finder,
    /// A passage from elsewhere.
    Include(String),
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let s = |count: &usize| if *count == 1 { "" } else { "s" };
        match self {
            Self::List { start: None, items } => write!(f, "a list of {items} item{}", s(items)),
            Self::List {
                start: Some(1),
                items,
            } => write!(f, "a numbered list of {items} item{}", s(items)),
            Self::List {
                start: Some(start),
                items,
            } => write!(
                f,
                "a numbered list of {items} item{} that begins at {start}",
                s(items)
            ),
            Self::Table { columns, rows } => write!(
                f,
                "a table of {columns} column{} and {rows} row{}",
                s(columns),
                s(rows)
            ),
            Self::Callout(kind) => write!(f, "a callout [!{}]", kind.as_str().to_uppercase()),
            Self::Picture => f.write_str("a picture"),
            Self::Finder => f.write_str("a finder"),
            Self::Include(section) => write!(f, "the passage `{section}`"),
        }
    }
}

/// What is in one text at the place where the two are built differently, and what in the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShapeDifference {
    /// Of the source; may be empty.
    pub source: Vec<Part>,
    /// Of the translation; may be empty.
    pub translation: Vec<Part>,
}

/// Where a translated section is built otherwise than its source; `None` where it is not.
pub fn shapes_differ(source: &Section, translated: &Section) -> Option<ShapeDifference> {
    let (mut source, mut translation) = (parts(source), parts(translated));
    let same = |(a, b): &(&Part, &Part)| a == b;
    let first = source.iter().zip(&translation).take_while(same).count();
    source.drain(..first);
    translation.drain(..first);
    let last = source
        .iter()
        .rev()
        .zip(translation.iter().rev())
        .take_while(same)
        .count();
    source.truncate(source.len() - last);
    translation.truncate(translation.len() - last);
    (!source.is_empty() || !translation.is_empty()).then_some(ShapeDifference {
        source,
        translation,
    })
}

fn parts(section: &Section) -> Vec<Part> {
    let mut parts = Vec::new();
    let pictures = |inlines: &[Inline], parts: &mut Vec<Part>| {
        let count = inlines
            .iter()
            .filter(|inline| matches!(inline, Inline::Picture { .. }))
            .count();
        parts.extend(std::iter::repeat_n(Part::Picture, count));
    };
    section.for_each_block(&mut |block| match block {
        Block::Paragraph { inlines, .. } => pictures(inlines, &mut parts),
        Block::List { start, items } => parts.push(Part::List {
            start: *start,
            items: items.len(),
        }),
        Block::Callout { kind, .. } => parts.push(Part::Callout(*kind)),
        Block::Table(table) => parts.push(Part::Table {
            columns: table.columns.len(),
            rows: table.rows.len(),
        }),
        Block::Finder { .. } => parts.push(Part::Finder),
        Block::Include { page, section, .. } => {
            parts.push(Part::Include(format!("{}#{}", page.value, section.value)));
        }
        Block::Quote(_) | Block::Code(_) | Block::ThematicBreak | Block::Only { .. } => {}
    });
    parts
}

/// A sentence of the source that lacks the id it has in a translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unnamed<'s> {
    /// The section of the source.
    pub section: &'s Section,
    /// The sentence.
    pub inlines: &'s [Inline],
}

/// The sentence of `source` that is where `translated` has the statement whose id is written at `statement`, if it has no id of its
/// own. `None` where the two sections do not have equally many sentences, so that nobody can tell which one it is.
pub fn unnamed<'s>(
    source: &'s Document,
    translated: &Document,
    statement: &Span,
) -> Option<Unnamed<'s>> {
    let (section, at, count) = translated.sections.iter().find_map(|section| {
        let sentences = sentences(&section.blocks);
        let at = sentences
            .iter()
            .position(|(id, _)| id.is_some_and(|span| span == statement))?;
        Some((&section.id, at, sentences.len()))
    })?;
    let section = source.section(section)?;
    let sentences = sentences(&section.blocks);
    if sentences.len() != count {
        return None;
    }
    match sentences[at] {
        (None, inlines) => Some(Unnamed { section, inlines }),
        _ => None,
    }
}

type Sentence<'s> = (Option<&'s Span>, &'s [Inline]);

/// What can carry an id: paragraphs and items of lists, in reading order, with the places of their ids.
fn sentences(blocks: &[Block]) -> Vec<Sentence<'_>> {
    let mut found = Vec::new();
    collect(blocks, &mut found);
    found
}

fn collect<'s>(blocks: &'s [Block], found: &mut Vec<Sentence<'s>>) {
    for block in blocks {
        match block {
            Block::Paragraph { statement, inlines } => {
                found.push((statement.as_ref().map(|id| &id.span), inlines));
            }
            Block::List { items, .. } => {
                for item in items {
                    collect_item(item, found);
                }
            }
            Block::Quote(blocks) | Block::Callout { blocks, .. } | Block::Only { blocks, .. } => {
                collect(blocks, found);
            }
            _ => {}
        }
    }
}

fn collect_item<'s>(item: &'s Item, found: &mut Vec<Sentence<'s>>) {
    let mut rest = item.blocks.as_slice();
    if let Some((Block::Paragraph { inlines, .. }, others)) = rest.split_first() {
        found.push((item.statement.as_ref().map(|id| &id.span), inlines));
        rest = others;
    }
    collect(rest, found);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(text: &str) -> Document {
        document::parse("x.md", text, 0, &document::Options::default()).0
    }

    fn differ(source: &str, translated: &str) -> Option<(String, String)> {
        let (source, translated) = (document(source), document(translated));
        let difference = shapes_differ(&source.sections[0], &translated.sections[0])?;
        let words = |parts: &[Part]| {
            let words: Vec<_> = parts.iter().map(Part::to_string).collect();
            words.join(", ")
        };
        Some((words(&difference.source), words(&difference.translation)))
    }

    #[test]
    fn a_step_that_is_missing_or_a_list_in_pieces_is_seen() {
        let seen = |source: &str, translation: &str| Some((source.into(), translation.into()));
        for (source, translated, expected) in [
            (
                "1. a\n2. b\n3. c",
                "1. a\n2. b",
                seen("a numbered list of 3 items", "a numbered list of 2 items"),
            ),
            (
                "1. a\n   - x\n2. b",
                "1. a\n  - x\n2. b",
                seen(
                    "a numbered list of 2 items, a list of 1 item",
                    "a numbered list of 1 item, a list of 1 item, a numbered list of 1 item that begins at 2",
                ),
            ),
            (
                "| a | b |\n|---|---|\n| 1 | 2 |",
                "| a |\n|---|\n| 1 |",
                seen(
                    "a table of 2 columns and 1 row",
                    "a table of 1 column and 1 row",
                ),
            ),
            (
                "> [!CAUTION]\n> a\n\n- a",
                "a\n\n- a",
                seen("a callout [!CAUTION]", ""),
            ),
            ("a", "a\n\n![b](b.svg)", seen("", "a picture")),
        ] {
            assert_eq!(differ(source, translated), expected, "{translated}");
        }
    }

    #[test]
    fn other_words_and_other_line_ends_are_built_alike() {
        assert_eq!(
            differ(
                "a\n\n- **b**\n- c [d](../e/)\n\n> [!NOTE]\n> f\n\n![g](g.svg)",
                "ا ب\n\n* ج\n* د\n\n> [!NOTE]\n> ه\n> و\n\n![ز](g-ar.svg)"
            ),
            None
        );
    }

    #[test]
    fn a_sentence_without_its_id_is_found_by_its_place() {
        let source = document("One.\n\n- Two.\n- Three.\n\nFour. {#four}");
        let translated = document("A.\n\n- B. {#two}\n- C.\n\nD. {#four}");
        let at = |id: &str| translated.statement(id).unwrap().id.span.clone();
        let found = unnamed(&source, &translated, &at("two")).unwrap();
        assert_eq!(found.inlines, [Inline::Text("Two.".into())]);
        assert_eq!(unnamed(&source, &translated, &at("four")), None);
        let longer = document("Zero.\n\nOne.\n\n- Two.\n- Three.\n\nFour. {#four}");
        assert_eq!(unnamed(&longer, &translated, &at("two")), None);
    }
}
