//! Everything that can be wrong with a city, said so that an editor can mend it: a stable code, where it is, what is wrong, what to do.
//!
//! A stage of the generator never stops at the first bad page. It returns its result and a [`Diagnostics`], and the command prints all of
//! them together. Nothing here reads a file: the printer is handed the text it quotes from.

mod code;
mod location;
mod nearest;
mod print;

pub use code::{Code, Severity};
pub use location::{Lines, Location};
pub use nearest::{looks_like, nearest};
pub use print::{Printer, SHOWN, Style};

use serde::Serialize;

/// One problem: what is wrong, where, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// The stable code that `mifriendly explain` knows more about.
    pub code: Code,
    /// Whether the build may still publish.
    pub severity: Severity,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do about it, in one sentence.
    pub hint: Option<String>,
    /// Where it is; `None` where no file is to blame.
    pub location: Option<Location>,
}

impl Diagnostic {
    /// A diagnostic of `code` with the code's usual severity. What nobody would see in `message` is named as `U+202E`.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            message: text::invisible::named(&message.into()),
            hint: None,
            location: None,
        }
    }

    /// The same diagnostic, placed.
    #[must_use]
    pub fn at(mut self, location: Location) -> Self {
        self.location = Some(location);
        self
    }

    /// The same diagnostic, saying what to do.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(text::invisible::named(&hint.into()));
        self
    }

    /// The same diagnostic with a hint that names the nearest of `candidates`, where one is near enough.
    #[must_use]
    pub fn did_you_mean<'a>(
        self,
        name: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        match nearest(name, candidates) {
            Some(found) if looks_like(name, found) => self.hint(format!(
                "`{found}` looks the same but is written with other signs: write it the same way in both places"
            )),
            Some(found) => self.hint(format!("did you mean `{found}`?")),
            None => self,
        }
    }
}

/// The problems found so far, in the order found until [`Diagnostics::sort`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// No problem yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one problem.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Adds all problems of another stage.
    pub fn append(&mut self, mut other: Diagnostics) {
        self.0.append(&mut other.0);
    }

    /// Whether any problem forbids publishing.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many problems there are of one severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.0.iter().filter(|d| d.severity == severity).count()
    }

    /// Whether there is no problem at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The problems, in their present order.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.iter()
    }

    /// Orders errors before warnings, and what keeps a whole file from being read before all else; then by file, place and code, so that
    /// the same input prints the same bytes. Drops exact repeats.
    pub fn sort(&mut self) {
        type Key<'d> = (Severity, bool, bool, &'d str, usize, Code, &'d str);
        fn key(d: &Diagnostic) -> Key<'_> {
            let (path, start) = d
                .location
                .as_ref()
                .map_or(("", 0), |l| (l.path.as_str(), l.span.start));
            (
                d.severity,
                !d.code.is_cause(),
                d.location.is_none(),
                path,
                start,
                d.code,
                &d.message,
            )
        }
        self.0.sort_by(|a, b| key(a).cmp(&key(b)));
        self.0.dedup();
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(iter: I) -> Self {
        Self(iter.into_iter().collect())
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
