//! Where a byte of the Markdown being read is in the file.

use crate::model::Span;
use std::ops::Range;

/// Markdown, and the places its bytes come from: the file's body as it is, or what is in a fenced block, whose lines may have lost
/// the marks of a list or quotation around them.
pub(super) struct Source<'a> {
    file: &'a str,
    /// Where each run of bytes begins: here, and in the file. Sorted; the first begins at 0 here.
    runs: Vec<(usize, usize)>,
}

impl<'a> Source<'a> {
    /// The file from byte `start` on.
    pub fn body(file: &'a str, start: usize) -> Self {
        Self {
            file,
            runs: vec![(0, start)],
        }
    }

    /// The place in the file of a range of this Markdown.
    pub fn span(&self, range: Range<usize>) -> Span {
        let start = self.floor(self.at(range.start));
        // The byte after the last may already belong to another run.
        let end = if range.is_empty() {
            start
        } else {
            self.floor(self.at(range.end - 1) + 1)
        };
        start..end.max(start)
    }

    /// What is in the file at a range of this Markdown.
    pub fn slice(&self, range: Range<usize>) -> &'a str {
        &self.file[self.span(range)]
    }

    fn at(&self, offset: usize) -> usize {
        let next = self.runs.partition_point(|(here, _)| *here <= offset);
        let (here, there) = self.runs[next.saturating_sub(1)];
        there + (offset - here)
    }

    fn floor(&self, index: usize) -> usize {
        let mut index = index.min(self.file.len());
        while !self.file.is_char_boundary(index) {
            index -= 1;
        }
        index
    }
}

/// The text in a fenced block, gathered piece by piece.
pub(super) struct Gathered<'a> {
    /// What is in the block.
    pub text: String,
    /// Its places.
    pub source: Source<'a>,
}

impl<'a> Gathered<'a> {
    /// Nothing yet, of a block whose first byte in the file is `start`.
    pub fn new(outer: &Source<'a>, start: usize) -> Self {
        let start = outer.span(start..start).start;
        Self {
            text: String::new(),
            source: Source::body(outer.file, start),
        }
    }

    /// Adds a piece that is at `range` of `outer`.
    pub fn push(&mut self, piece: &str, outer: &Source<'a>, range: Range<usize>) {
        let run = (self.text.len(), outer.span(range).start);
        if self.text.is_empty() {
            self.source.runs.clear();
        }
        self.source.runs.push(run);
        self.text.push_str(piece);
    }
}
