//! Draws diagnostics for a terminal, with the offending line quoted.

use crate::{Diagnostic, Diagnostics, Severity};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

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
    text_of: &'a dyn Fn(&str) -> Option<String>,
}

impl<'a> Printer<'a> {
    /// A printer that asks `text_of` for the text of a file by its path; a file it does not get is named but not quoted.
    pub fn new(style: Style, text_of: &'a dyn Fn(&str) -> Option<String>) -> Self {
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
        let mut groups = vec![match (&diagnostic.location, &text) {
            (Some(location), Some(text)) => title.element(
                Snippet::source(text.as_str())
                    .path(location.path.as_str())
                    .annotation(AnnotationKind::Primary.span(clamp(&location.span, text))),
            ),
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

    /// All of them, a blank line after each.
    pub fn all(&self, diagnostics: &Diagnostics) -> String {
        diagnostics.iter().map(|d| self.one(d) + "\n").collect()
    }
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
        let text_of = |_: &str| Some(text.to_owned());
        let drawn = Printer::new(Style::Plain, &text_of).one(&diagnostic);
        assert_eq!(
            drawn,
            "error[MF108]: `titel` is not a field here\n --> content/en.md:2:1\n  |\n2 | titel = \"Home\"\n  | ^^^^^\n  |\nhelp: did you mean `title`?\n"
        );
    }
}
