//! Draws diagnostics for a terminal, with the offending line quoted.

use crate::{Code, Diagnostic, Diagnostics, Severity};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::collections::BTreeMap;

/// How many problems of one code are shown for one file; the rest are counted.
pub const SHOWN: usize = 50;

/// With colour or without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// For a pipe, a file, or a reader who asked for no colour.
    Plain,
    /// For a terminal.
    Colour,
}

/// Draws diagnostics, quoting from the texts it is handed.
pub struct Printer<'a> {
    renderer: Renderer,
    text_of: &'a dyn Fn(&str) -> Option<&'a str>,
}

impl<'a> Printer<'a> {
    /// A printer that asks `text_of` for the text of a file by its path; a file it does not get is named but not quoted.
    pub fn new(style: Style, text_of: &'a dyn Fn(&str) -> Option<&'a str>) -> Self {
        let renderer = match style {
            Style::Plain => Renderer::plain(),
            Style::Colour => Renderer::styled(),
        };
        Self { renderer, text_of }
    }

    /// One diagnostic, ending in a line break.
    pub fn one(&self, diagnostic: &Diagnostic) -> String {
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let title = level
            .primary_title(diagnostic.message.as_str())
            .id(diagnostic.code.as_str());
        let text = diagnostic
            .location
            .as_ref()
            .filter(|l| !l.span.is_empty())
            .and_then(|l| (self.text_of)(&l.path));
        let mut groups = vec![match (&diagnostic.location, text) {
            (Some(location), Some(text)) => {
                let span = clamp(&location.span, text);
                let lines = lines_of(&span, text);
                let own = span.start - lines.start..span.end - lines.start;
                title.element(
                    Snippet::source(&text[lines])
                        .path(location.path.as_str())
                        .line_start(location.line)
                        .annotation(AnnotationKind::Primary.span(own)),
                )
            }
            (Some(location), None) => title.element(
                Origin::path(location.path.as_str())
                    .line(location.line)
                    .char_column(location.column),
            ),
            (None, _) => Group::with_title(title),
        }];
        if let Some(hint) = &diagnostic.hint {
            groups.push(Group::with_title(
                Level::HELP.secondary_title(hint.as_str()),
            ));
        }
        let mut drawn = self.renderer.render(&groups);
        drawn.push('\n');
        drawn
    }

    /// All of them, which are sorted, a blank line after each. Of one code in one file [`SHOWN`] are drawn, and the others counted below
    /// the file's last one.
    pub fn all(&self, diagnostics: &Diagnostics) -> String {
        let mut drawn = String::new();
        let mut found: BTreeMap<Code, usize> = BTreeMap::new();
        let mut group = None;
        for diagnostic in diagnostics.iter() {
            let path = diagnostic.location.as_ref().map(|l| l.path.as_str());
            let own = Some((diagnostic.severity, diagnostic.code.is_cause(), path));
            if own != group {
                self.more(&std::mem::take(&mut found), &mut drawn);
                group = own;
            }
            let count = found.entry(diagnostic.code).or_default();
            *count += 1;
            if *count <= SHOWN {
                drawn.push_str(&self.one(diagnostic));
                drawn.push('\n');
            }
        }
        self.more(&found, &mut drawn);
        drawn
    }

    /// How many of each code were not drawn.
    fn more(&self, found: &BTreeMap<Code, usize>, drawn: &mut String) {
        for (code, count) in found {
            let Some(more) = count.checked_sub(SHOWN).filter(|more| *more > 0) else {
                continue;
            };
            let note = format!(
                "and {} more {} like these in this file",
                thousands(more),
                code.as_str()
            );
            let title = Group::with_title(Level::NOTE.primary_title(note));
            drawn.push_str(&self.renderer.render(&[title]));
            drawn.push_str("\n\n");
        }
    }
}

/// A count as people read it: `19,950`.
fn thousands(count: usize) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The whole lines that `span` lies in: an index of a large file for each problem in it would take longer than all else.
fn lines_of(span: &std::ops::Range<usize>, text: &str) -> std::ops::Range<usize> {
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[span.end..].find('\n');
    start..end.map_or(text.len(), |at| span.end + at + 1)
}

/// The file may have changed since the span was taken (an editor saves while `serve` runs).
fn clamp(span: &std::ops::Range<usize>, text: &str) -> std::ops::Range<usize> {
    let floor = |i: usize| {
        (0..=i.min(text.len()))
            .rev()
            .find(|i| text.is_char_boundary(*i))
            .unwrap_or(0)
    };
    floor(span.start)..floor(span.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Code, Location};

    #[test]
    fn quotes_the_line_and_says_what_to_do() {
        let text = "+++\ntitel = \"Home\"\n+++\n";
        let diagnostic = Diagnostic::new(Code::UnknownField, "`titel` is not a field here")
            .at(Location::new("content/en.md", text, 4..9))
            .hint("did you mean `title`?");
        let text_of = |_: &str| Some(text);
        let drawn = Printer::new(Style::Plain, &text_of).one(&diagnostic);
        assert_eq!(
            drawn,
            "error[MF108]: `titel` is not a field here\n --> content/en.md:2:1\n  |\n2 | titel = \"Home\"\n  | ^^^^^\n  |\nhelp: did you mean `title`?\n"
        );
    }

    #[test]
    fn shows_a_few_of_many_and_counts_the_rest() {
        let many = |code, path: &str, n: usize| -> Vec<Diagnostic> {
            (0..n)
                .map(|i| {
                    let mut location = Location::file(path);
                    location.line = i + 1;
                    location.span = i..i;
                    Diagnostic::new(code, format!("problem {i}")).at(location)
                })
                .collect()
        };
        let mut all: Diagnostics = many(Code::RawHtml, "content/en.md", 100_000)
            .into_iter()
            .chain(many(Code::DeadLink, "content/en.md", 3))
            .chain(many(Code::DeadLink, "content/ar.md", SHOWN))
            .collect();
        all.sort();
        let drawn = Printer::new(Style::Plain, &|_| None).all(&all);
        assert_eq!(drawn.matches("error[MF204]").count(), SHOWN);
        assert_eq!(drawn.matches("error[MF302]").count(), SHOWN + 3);
        assert_eq!(drawn.matches("more").count(), 1);
        assert!(drawn.ends_with("note: and 99,950 more MF204 like these in this file\n\n"));
    }
}
