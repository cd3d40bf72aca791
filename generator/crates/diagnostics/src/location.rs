//! Where a problem is: a file, and bytes in it, with the line and column an editor's window shows.

use serde::Serialize;
use std::ops::Range;

/// A place in a file of the city or of a theme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Location {
    /// The file, relative to the city's folder, with `/` between its parts.
    pub path: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The bytes meant.
    pub span: Range<usize>,
}

impl Location {
    /// The place of `span` in `text`, the whole text of the file at `path`. A span past the end means the end.
    pub fn new(path: impl Into<String>, text: &str, span: Range<usize>) -> Self {
        let start = floor_char_boundary(text, span.start);
        let end = floor_char_boundary(text, span.end).max(start);
        let before = &text[..start];
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        Self {
            path: path.into(),
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            span: start..end,
        }
    }

    /// A file as a whole.
    pub fn file(path: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            line: 1,
            column: 1,
            span: 0..0,
        }
    }
}

fn floor_char_boundary(text: &str, index: usize) -> usize {
    let mut index = index.min(text.len());
    while !text.is_char_boundary(index) {
        index -= 1;
    }
    index
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let text = "one\nسكن x\n";
        let at = text.find('x').unwrap();
        let location = Location::new("ar.md", text, at..at + 1);
        assert_eq!((location.line, location.column), (2, 5));
    }

    #[test]
    fn a_span_past_the_end_is_the_end() {
        let location = Location::new("en.md", "ab", 7..9);
        assert_eq!(location.span, 2..2);
    }
}
