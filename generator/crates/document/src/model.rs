//! The typed document: what a text says, with everything that may still turn out wrong carrying its place in the file.
//!
//! Every [`Span`] counts bytes in the whole file, front matter included.

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Bytes in the whole file, front matter included.
pub type Span = Range<usize>;

/// The id of the section that holds everything before the first heading.
pub const INTRO: &str = "intro";

/// A value and where it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it is written.
    pub span: Span,
}

/// The id of a statement, without `#` and braces, and where it is written.
pub type Id = Spanned<String>;

/// One text of one page in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// BCP 47 tag, as given in [`crate::Options::language`]; empty where it was not given.
    pub language: String,
    /// In reading order, flat: a `###` follows its `##`. The introduction, if there is any, is the first.
    pub sections: Vec<Section>,
}

/// A heading and what follows it up to the next heading of any level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Unique in the document, statements included; [`INTRO`] for the text before the first heading. Where the text gives none or a
    /// wrong one (which is reported), one is made up from the heading.
    pub id: String,
    /// 1 for the introduction, else 2 to 6: the level of the heading.
    pub level: u8,
    /// The heading's words; empty for the introduction.
    pub heading: Vec<Inline>,
    /// What is under the heading.
    pub blocks: Vec<Block>,
    /// From the heading's first byte to the next heading's.
    pub span: Span,
    /// The heading with its marks; an empty range for the introduction.
    pub heading_span: Span,
}

/// A block of a section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// Set where the paragraph ends in `{#id}`: a sentence that must reach every reader.
        statement: Option<Id>,
        /// Its words.
        inlines: Vec<Inline>,
    },
    /// A list.
    List {
        /// The first number of an ordered list; `None` for an unordered one.
        start: Option<u64>,
        /// Its items.
        items: Vec<Item>,
    },
    /// A quotation.
    Quote(Vec<Block>),
    /// A GitHub alert.
    Callout {
        /// Which of the five.
        kind: CalloutKind,
        /// What is in it.
        blocks: Vec<Block>,
    },
    /// Text shown letter by letter.
    Code(String),
    /// A table.
    Table(Table),
    /// A line between two thoughts.
    ThematicBreak,
    /// A finder set to some kinds of help.
    Finder {
        /// Ids of kinds, at least one.
        kinds: Vec<Spanned<String>>,
        /// The whole fenced block.
        span: Span,
    },
    /// The text of another page's section.
    Include {
        /// The other page's path, from the top of the content.
        page: Spanned<String>,
        /// The id of its section.
        section: Spanned<String>,
        /// The whole fenced block.
        span: Span,
    },
    /// A passage that holds in one council's area only.
    Only {
        /// The id of the area.
        council: Spanned<String>,
        /// What is in it. Holds no other `Only` and no heading.
        blocks: Vec<Block>,
    },
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Set where the item's first paragraph ends in `{#id}`; that paragraph then has none of its own.
    pub statement: Option<Id>,
    /// `Some(true)` for `[x]`, `Some(false)` for `[ ]`.
    pub task: Option<bool>,
    /// What is in it; the words of a tight list are a paragraph too.
    pub blocks: Vec<Block>,
}

/// A table; every row has as many cells as there are columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// How each column is aligned.
    pub columns: Vec<Column>,
    /// The cells of the header row.
    pub head: Vec<Vec<Inline>>,
    /// The cells of the other rows.
    pub rows: Vec<Vec<Vec<Inline>>>,
}

/// How a column is aligned. Named by the direction of the text, so that `:---` means the same in Arabic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// As text begins: `---` and `:---`.
    Start,
    /// `:---:`.
    Centre,
    /// `---:`.
    End,
}

/// GitHub's five alerts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CalloutKind {
    /// Useful to know.
    Note,
    /// Makes it easier.
    Tip,
    /// Needed to reach the aim.
    Important,
    /// Needs attention at once.
    Warning,
    /// A mistake can cost a home, money or the right to stay.
    Caution,
}

impl CalloutKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [
        Self::Note,
        Self::Tip,
        Self::Important,
        Self::Warning,
        Self::Caution,
    ];

    /// The kind in lower case, as class names and strings use it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Tip => "tip",
            Self::Important => "important",
            Self::Warning => "warning",
            Self::Caution => "caution",
        }
    }
}

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Inline {
    /// Plain words. Two are never side by side.
    Text(String),
    /// `*words*`.
    Emphasis(Vec<Inline>),
    /// `**words**`.
    Strong(Vec<Inline>),
    /// `~~words~~`.
    Strikethrough(Vec<Inline>),
    /// Text shown letter by letter.
    Code(String),
    /// A line end in the file that means no more than a space.
    SoftBreak,
    /// A line end that stays.
    HardBreak,
    /// A link.
    Link {
        /// Where it leads.
        target: Target,
        /// Its words.
        inlines: Vec<Inline>,
        /// The whole link.
        span: Span,
    },
    /// A picture.
    Picture {
        /// The path of the file, relative to the page's folder.
        source: String,
        /// What it shows, in words; empty only where that was reported.
        alternative: String,
        /// Its caption.
        title: Option<String>,
        /// The whole picture.
        span: Span,
    },
    /// The value of a fact.
    Fact {
        /// The fact's name in `facts.toml`.
        name: String,
        /// The whole citation.
        span: Span,
    },
    /// Words that the glossary explains.
    Term {
        /// The term's section in the glossary.
        id: String,
        /// The words as they are here.
        inlines: Vec<Inline>,
        /// The whole link.
        span: Span,
    },
    /// A link to a service.
    Service {
        /// The name of its folder.
        id: String,
        /// Words to show; empty where the service's name is meant.
        inlines: Vec<Inline>,
        /// The whole link.
        span: Span,
    },
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// An `https:` or `http:` address, whole.
    External(String),
    /// An email address, without `mailto:`.
    Email(String),
    /// A telephone number: digits, perhaps after a `+`, and nothing else.
    Telephone(String),
    /// Another page of this city.
    Page {
        /// Relative to the page's folder, as written: `../health/`.
        path: String,
        /// The id after `#`, if any.
        anchor: Option<String>,
    },
    /// A section or statement of this page.
    Anchor(String),
}

/// A sentence that must reach every reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statement<'a> {
    /// Its id, and where that is written.
    pub id: &'a Id,
    /// Its words: the paragraph's, or the first paragraph's of the list item.
    pub inlines: &'a [Inline],
    /// The section it is in.
    pub section: &'a Section,
}
