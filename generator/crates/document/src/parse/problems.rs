//! The problems of one file, placed.

use crate::model::Span;
use diagnostics::{Code, Diagnostic, Diagnostics, Location};

/// Words that are asked for and not there: of a link, a term, a heading.
pub(super) const WITHOUT_WORDS: Code = Code::BadExtension;
/// Quotations and lists in each other beyond reading.
pub(super) const TOO_DEEP: Code = Code::BadExtension;

/// Collects problems with their spans. Lines and columns are counted once, at the end: a hostile text may have a hundred thousand
/// problems in one line.
#[derive(Default)]
pub(super) struct Problems {
    found: Vec<(Span, Diagnostic)>,
    /// What mends some of them: the text that belongs in a place.
    mends: Vec<(Span, String)>,
}

impl Problems {
    /// Adds a problem.
    pub fn report(&mut self, span: &Span, diagnostic: Diagnostic) {
        self.found.push((span.clone(), diagnostic));
    }

    /// Adds a problem with a hint.
    pub fn hinted(&mut self, code: Code, span: &Span, message: impl Into<String>, hint: &str) {
        self.report(span, Diagnostic::new(code, message).hint(hint));
    }

    /// Notes that `replacement` in place of `span` mends a problem without a doubt.
    pub fn mend(&mut self, span: Span, replacement: String) {
        self.mends.push((span, replacement));
    }

    /// What mends problems without a doubt, by place.
    pub fn mends(mut self) -> Vec<(Span, String)> {
        self.mends.sort_by_key(|(span, _)| span.start);
        self.mends
    }

    /// All of them, by place. Spans lie on character boundaries of `text`, the whole file at `path`.
    pub fn place(mut self, path: &str, text: &str) -> Diagnostics {
        self.found.sort_by_key(|(span, _)| span.start);
        let (mut at, mut line, mut column) = (0, 1, 1);
        self.found
            .into_iter()
            .map(|(span, diagnostic)| {
                for c in text[at..span.start].chars() {
                    if c == '\n' {
                        (line, column) = (line + 1, 1);
                    } else {
                        column += 1;
                    }
                }
                at = span.start;
                diagnostic.at(Location {
                    path: path.to_owned(),
                    line,
                    column,
                    span,
                })
            })
            .collect()
    }
}
