//! Markup that CommonMark does not take for markup: what would be printed as it is.
//!
//! A slip of one blank turns a link or a heading into literal brackets and `#` on the page, and CommonMark has no errors. So the text of
//! every paragraph, heading and cell is searched, as it would be printed, for what only markup looks like. A sign that is meant is escaped
//! (`\*`) or is in backquotes, and is not seen here.

mod lines;
mod links;
mod marks;
mod printed;
#[cfg(test)]
mod tests;
mod typed;

pub(super) use printed::Printed;

use diagnostics::{Code, Diagnostic};
use std::ops::Range;

/// Stands in [`Printed`] for what is not literal text: pictures, facts, code, escaped signs.
pub(super) const OBJECT: char = '\u{fffc}';

/// How many findings are kept of one paragraph: its author mends them one by one anyway.
const MOST: usize = 20;

/// What kind of text is searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A paragraph, or the words of a list's item. Its lines may begin with the marks of blocks.
    Paragraph,
    /// A heading.
    Heading,
    /// A cell of a table.
    Cell,
    /// Text that is not Markdown at all, such as a title.
    Plain,
}

/// One piece of markup that would be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Finding {
    /// Which problem it is.
    pub code: Code,
    /// Where, in the printed text.
    pub range: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub hint: String,
    /// What `check --fix` writes in place of the range.
    pub replacement: Option<String>,
}

/// The search through one text.
struct Search<'t> {
    text: &'t str,
    /// The words of links, in which an address is not bare.
    linked: &'t [Range<usize>],
    place: Place,
    found: Vec<Finding>,
}

/// What would be printed of `text`, in the order of the text. `last_number` is the sign by which the paragraph before numbered itself, if
/// it did, and becomes that of this one.
pub(super) fn search(
    text: &str,
    linked: &[Range<usize>],
    place: Place,
    last_number: &mut Option<char>,
) -> Vec<Finding> {
    let mut search = Search {
        text,
        linked,
        place,
        found: Vec::new(),
    };
    search.lines(last_number);
    search.marks();
    search.found.sort_by_key(|finding| finding.range.start);
    search.found
}

/// What is wrong with a text that is not Markdown, such as a title: its marks would be printed.
pub fn check_plain(text: &str) -> Option<Diagnostic> {
    let first = search(text, &[], Place::Plain, &mut None)
        .into_iter()
        .next()?;
    Some(
        Diagnostic::new(
            Code::MarkupAsText,
            format!(
                "`{}` would be printed as it is, because this text is not Markdown",
                &text[first.range]
            ),
        )
        .hint("write it in plain words, without marks, links and ids"),
    )
}

impl Search<'_> {
    /// Adds a finding, unless another covers its place.
    fn add(
        &mut self,
        range: Range<usize>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Option<&mut Finding> {
        if !self.is_free(&range) {
            return None;
        }
        self.found.push(Finding {
            code: Code::MarkupAsText,
            range,
            message: message.into(),
            hint: hint.into(),
            replacement: None,
        });
        self.found.last_mut()
    }

    /// Whether a finding at `range` would be a new one. Checks that look around ask first, so that a hostile text costs no more than [`MOST`]
    /// such looks.
    fn is_free(&self, range: &Range<usize>) -> bool {
        self.found.len() < MOST
            && !self
                .found
                .iter()
                .any(|f| f.range.start < range.end && range.start < f.range.end)
    }

    fn before(&self, at: usize) -> Option<char> {
        self.text[..at].chars().next_back()
    }

    fn after(&self, at: usize) -> Option<char> {
        self.text[at..].chars().next()
    }
}

/// A blank that Markdown does not take for one: no-break spaces and the like.
fn is_foreign_blank(c: char) -> bool {
    c.is_whitespace() && !matches!(c, ' ' | '\t' | '\n' | '\r')
        || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// The name of a sign that cannot be seen.
fn name(c: char) -> String {
    let name = match c {
        '\u{a0}' => "no-break space ",
        '\u{202f}' => "narrow no-break space ",
        '\u{3000}' => "ideographic space ",
        '\u{200b}' => "zero width space ",
        '\u{feff}' => "byte order mark ",
        _ => "blank ",
    };
    format!("{name}U+{:04X}", u32::from(c))
}
