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
    ///
    /// Reads the text from its start: for many places in one file use [`Lines`].
    pub fn new(path: impl Into<String>, text: &str, span: Range<usize>) -> Self {
        Lines::new(text).location(path, text, span)
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

/// Where the lines of one text begin, found once, so that a hundred thousand places in a file cost no more than reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lines {
    /// The first byte of each line.
    starts: Vec<usize>,
    /// How many characters begin before [`STRIDE`]th byte, for texts that are one long line.
    characters: Vec<usize>,
}

/// How many bytes of a line are counted anew for each place at most.
const STRIDE: usize = 4096;

impl Lines {
    /// The lines of `text`.
    pub fn new(text: &str) -> Self {
        let mut starts = vec![0];
        starts.extend(text.match_indices('\n').map(|(at, _)| at + 1));
        let mut characters = vec![0];
        let mut before = 0;
        for stretch in text.as_bytes().chunks(STRIDE) {
            before += characters_in(stretch);
            characters.push(before);
        }
        Self { starts, characters }
    }

    /// The place of `span` in the file at `path`; `text` is the one that these lines were made from.
    pub fn location(&self, path: impl Into<String>, text: &str, span: Range<usize>) -> Location {
        let start = floor_char_boundary(text, span.start);
        let end = floor_char_boundary(text, span.end).max(start);
        let line = self.starts.partition_point(|first| *first <= start);
        let line_start = self.starts.get(line - 1).copied().unwrap_or_default();
        let bytes = text.as_bytes();
        Location {
            path: path.into(),
            line,
            column: self.before(bytes, start) - self.before(bytes, line_start) + 1,
            span: start..end,
        }
    }

    /// How many characters begin before byte `at`.
    fn before(&self, bytes: &[u8], at: usize) -> usize {
        let stretch = at / STRIDE;
        let counted = self.characters.get(stretch).copied().unwrap_or_default();
        counted + characters_in(&bytes[stretch * STRIDE..at])
    }
}

/// How many characters begin in these bytes of a text.
fn characters_in(bytes: &[u8]) -> usize {
    bytes.iter().filter(|b| !matches!(b, 0x80..=0xbf)).count()
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
    fn places_are_the_same_in_a_text_of_many_stretches() {
        let line = "سكن and قانون\n";
        let text = line.repeat(2000) + &"ሰ".repeat(5000);
        let lines = Lines::new(&text);
        let at = 1777 * line.len() + line.find("and").unwrap();
        let location = lines.location("ar.md", &text, at..at + 3);
        assert_eq!((location.line, location.column), (1778, 5));
        let end = lines.location("ar.md", &text, text.len()..text.len());
        assert_eq!((end.line, end.column), (2001, 5001));
    }

    #[test]
    fn a_span_past_the_end_is_the_end() {
        let location = Location::new("en.md", "ab", 7..9);
        assert_eq!(location.span, 2..2);
    }
}
