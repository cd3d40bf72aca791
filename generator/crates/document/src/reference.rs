//! Walks over a document: what it refers to, its statements, and its parts.

use crate::model::{Block, Document, Inline, Section, Span, Statement, Target};

/// Something a document refers to, which the rest of the city must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reference<'a> {
    /// A fact's name.
    Fact(&'a str),
    /// A glossary term's id.
    Term(&'a str),
    /// A service's folder name.
    Service(&'a str),
    /// A link.
    Link(&'a Target),
    /// A picture's file, relative to the page's folder.
    Picture(&'a str),
    /// A kind of help.
    Kind(&'a str),
    /// A council's area.
    Area(&'a str),
    /// Another page's section.
    Include {
        /// The page's path from the top of the content.
        page: &'a str,
        /// The id of its section.
        section: &'a str,
    },
}

impl Document {
    /// The section with this id.
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }

    /// The statements of all sections, in reading order.
    pub fn statements(&self) -> Vec<Statement<'_>> {
        self.sections.iter().flat_map(Section::statements).collect()
    }

    /// The statement with this id.
    pub fn statement(&self, id: &str) -> Option<Statement<'_>> {
        self.sections
            .iter()
            .flat_map(Section::statements)
            .find(|statement| statement.id.value == id)
    }

    /// Every id of the document: sections, then their statements, in reading order.
    pub fn ids(&self) -> Vec<&str> {
        let statements = |section| Section::statements(section).into_iter();
        self.sections
            .iter()
            .flat_map(|section| {
                std::iter::once(section.id.as_str())
                    .chain(statements(section).map(|statement| statement.id.value.as_str()))
            })
            .collect()
    }
}

impl Section {
    /// Calls `visit` with every block, containers before their contents, in reading order.
    pub fn for_each_block<'a>(&'a self, visit: &mut dyn FnMut(&'a Block)) {
        each_block(&self.blocks, visit);
    }

    /// Calls `visit` with every piece of running text, the heading's first, containers before their contents, in reading order.
    pub fn for_each_inline<'a>(&'a self, visit: &mut dyn FnMut(&'a Inline)) {
        each_inline(&self.heading, visit);
        self.for_each_block(&mut |block| match block {
            Block::Paragraph { inlines, .. } => each_inline(inlines, visit),
            Block::Table(table) => {
                for cell in table.head.iter().chain(table.rows.iter().flatten()) {
                    each_inline(cell, visit);
                }
            }
            _ => {}
        });
    }

    /// Everything the section refers to, with its place, in no particular order.
    pub fn references(&self) -> Vec<(Reference<'_>, &Span)> {
        let mut found = Vec::new();
        self.for_each_inline(&mut |inline| match inline {
            Inline::Fact { name, span } => found.push((Reference::Fact(name), span)),
            Inline::Term { id, span, .. } => found.push((Reference::Term(id), span)),
            Inline::Service { id, span, .. } => found.push((Reference::Service(id), span)),
            Inline::Link { target, span, .. } => found.push((Reference::Link(target), span)),
            Inline::Picture { source, span, .. } => found.push((Reference::Picture(source), span)),
            _ => {}
        });
        self.for_each_block(&mut |block| match block {
            Block::Finder { kinds, .. } => found.extend(
                kinds
                    .iter()
                    .map(|kind| (Reference::Kind(&kind.value), &kind.span)),
            ),
            Block::Include {
                page,
                section,
                span,
            } => found.push((
                Reference::Include {
                    page: &page.value,
                    section: &section.value,
                },
                span,
            )),
            Block::Only { council, .. } => {
                found.push((Reference::Area(&council.value), &council.span));
            }
            _ => {}
        });
        found
    }

    /// The section's statements, in reading order.
    pub fn statements(&self) -> Vec<Statement<'_>> {
        let mut found = Vec::new();
        self.for_each_block(&mut |block| match block {
            Block::Paragraph {
                statement: Some(id),
                inlines,
            } => found.push(Statement {
                id,
                inlines,
                section: self,
            }),
            Block::List { items, .. } => {
                for item in items {
                    if let (Some(id), Some(Block::Paragraph { inlines, .. })) =
                        (&item.statement, item.blocks.first())
                    {
                        found.push(Statement {
                            id,
                            inlines,
                            section: self,
                        });
                    }
                }
            }
            _ => {}
        });
        // A list is met before what its items hold, so its statements come too early where lists are nested.
        found.sort_by_key(|statement| statement.id.span.start);
        found
    }
}

fn each_block<'a>(blocks: &'a [Block], visit: &mut dyn FnMut(&'a Block)) {
    for block in blocks {
        visit(block);
        match block {
            Block::List { items, .. } => {
                for item in items {
                    each_block(&item.blocks, visit);
                }
            }
            Block::Quote(blocks) | Block::Callout { blocks, .. } | Block::Only { blocks, .. } => {
                each_block(blocks, visit)
            }
            Block::Paragraph { .. }
            | Block::Code(_)
            | Block::Table(_)
            | Block::ThematicBreak
            | Block::Finder { .. }
            | Block::Include { .. } => {}
        }
    }
}

/// Calls `visit` with every piece of `inlines`, containers before their contents, in reading order.
pub fn each_inline<'a>(inlines: &'a [Inline], visit: &mut dyn FnMut(&'a Inline)) {
    for inline in inlines {
        visit(inline);
        match inline {
            Inline::Emphasis(inlines)
            | Inline::Strong(inlines)
            | Inline::Strikethrough(inlines)
            | Inline::Link { inlines, .. }
            | Inline::Term { inlines, .. }
            | Inline::Service { inlines, .. } => each_inline(inlines, visit),
            Inline::Text(_)
            | Inline::Code(_)
            | Inline::SoftBreak
            | Inline::HardBreak
            | Inline::Picture { .. }
            | Inline::Fact { .. } => {}
        }
    }
}
