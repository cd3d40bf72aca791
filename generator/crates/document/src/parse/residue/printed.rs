//! The text of a paragraph, heading or cell as it is printed, and where it is in the Markdown.

use super::{OBJECT, Place, search};
use crate::parse::blocks::Reader;
use std::ops::Range;

/// Printed text, gathered event by event.
#[derive(Default)]
pub(in crate::parse) struct Printed {
    text: String,
    /// Where each run of bytes begins: here, and in the Markdown. Sorted.
    runs: Vec<(usize, usize)>,
    /// The words of links.
    linked: Vec<Range<usize>>,
}

impl Printed {
    /// Adds text that is in the Markdown at `at` as it is printed. `escaped`: its first sign was escaped.
    pub fn push(&mut self, piece: &str, at: usize, escaped: bool) {
        let first = if escaped {
            piece.chars().next().map_or(0, char::len_utf8)
        } else {
            0
        };
        if first > 0 {
            self.hide(at);
        }
        self.runs.push((self.text.len(), at + first));
        self.text.push_str(&piece[first..]);
    }

    /// Adds something that is not literal text.
    pub fn hide(&mut self, at: usize) {
        self.runs.push((self.text.len(), at));
        self.text.push(OBJECT);
    }

    /// Adds the end of a line.
    pub fn end_line(&mut self, at: usize) {
        self.runs.push((self.text.len(), at));
        self.text.push('\n');
    }

    /// How much there is.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Notes that what was added since `start` are the words of a link.
    pub fn link(&mut self, start: usize) {
        self.linked.push(start..self.text.len());
    }

    /// Reports what would be printed and should not.
    pub fn report(&self, place: Place, reader: &mut Reader<'_, '_>) {
        for finding in search(&self.text, &self.linked, place, &mut reader.last_number) {
            let span = reader.source.span(self.range(&finding.range));
            reader
                .problems
                .hinted(finding.code, &span, finding.message, &finding.hint);
            if let Some(replacement) = finding.replacement {
                reader.problems.mend(span, replacement);
            }
        }
    }

    /// Where a range of the printed text is in the Markdown.
    fn range(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.at(range.start);
        let end = range.end.checked_sub(1).map_or(start, |i| self.at(i) + 1);
        start..end.max(start)
    }

    fn at(&self, offset: usize) -> usize {
        let next = self.runs.partition_point(|(here, _)| *here <= offset);
        let run = next.checked_sub(1).and_then(|i| self.runs.get(i));
        run.map_or(0, |(here, there)| there + (offset - here))
    }
}
