//! What the reading stage hands over: files, each with the layer it comes from.

use diagnostics::{Code, Diagnostic, Location};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where a file comes from. A later layer's file takes the place of an earlier one's of the same name; strings are merged message by message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// The theme that the program carries.
    BuiltIn,
    /// The city that this one forked.
    Upstream,
    /// This city.
    City,
}

/// One file.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its layer.
    pub layer: Layer,
    /// How messages name it: relative to the city's folder, `content/rights/en.md`.
    pub path: String,
    /// What it holds.
    pub bytes: Arc<[u8]>,
}

/// The most bytes that a text, record, template or file of strings may have.
pub const LARGEST_TEXT: usize = 1_000_000;
/// The most bytes that all of them may have together.
pub const LARGEST_TEXTS: usize = 250_000_000;
/// The most bytes that any other file may have: a picture, a gazetteer.
pub const LARGEST_FILE: usize = 100_000_000;

impl Source {
    /// The file as text, without a byte order mark.
    ///
    /// # Errors
    /// Why it is none that can be read: what it holds is not UTF-8, lines end as on an old Mac, or it is too large.
    pub fn text(&self) -> Result<&str, Diagnostic> {
        if self.bytes.len() > LARGEST_TEXT {
            return Err(Diagnostic::new(
                Code::TooLarge,
                "this file has more than 1,000,000 bytes, the most that a text may have",
            )
            .hint("split it, or remove it if it is something else under the name of a text")
            .at(Location::file(self.path.as_str())));
        }
        let text = std::str::from_utf8(&self.bytes).map_err(|error| {
            let before = &self.bytes[..error.valid_up_to()];
            let line = before.iter().filter(|b| **b == b'\n').count() + 1;
            Diagnostic::new(
                Code::NotUtf8,
                format!("this file is not UTF-8: line {line} holds bytes that are no character"),
            )
            .hint("open it in an editor and save it with the encoding UTF-8")
            .at(Location {
                line,
                ..Location::file(self.path.as_str())
            })
        })?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if old_line_end(text.as_bytes()) {
            return Err(Diagnostic::new(
                Code::OldLineEnds,
                "lines of this file end as on an old Mac, in a carriage return alone",
            )
            .hint("open it in an editor and save it with the line ends LF or CRLF")
            .at(Location::file(self.path.as_str())));
        }
        Ok(text)
    }
}

/// Whether a carriage return is not followed by a line feed.
fn old_line_end(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|b| *b == b'\r') {
        rest = &rest[at + 1..];
        if rest.first() != Some(&b'\n') {
            return true;
        }
    }
    false
}

/// Every file of a city and its theme, by name.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    content: BTreeMap<String, Source>,
    theme: BTreeMap<String, Vec<Source>>,
    /// Every file by the path that messages name; of several the highest layer's.
    named: BTreeMap<String, Source>,
}

impl Sources {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file of the content; `name` is relative to `content/`.
    pub fn add_content(&mut self, name: impl Into<String>, source: Source) {
        let name = name.into();
        let covered = self
            .content
            .get(&name)
            .is_some_and(|old| old.layer > source.layer);
        if !covered {
            self.remember(&source);
            self.content.insert(name, source);
        }
    }

    fn remember(&mut self, source: &Source) {
        let known = self.named.get(&source.path);
        if known.is_none_or(|old| old.layer <= source.layer) {
            self.named.insert(source.path.clone(), source.clone());
        }
    }

    /// Adds a file of the theme; `name` is relative to the theme's folder.
    pub fn add_theme(&mut self, name: impl Into<String>, source: Source) {
        self.remember(&source);
        let layers = self.theme.entry(name.into()).or_default();
        layers.push(source);
        layers.sort_by_key(|s| s.layer);
    }

    /// The content's files by name.
    pub fn content(&self) -> &BTreeMap<String, Source> {
        &self.content
    }

    /// The theme's files in force by name: of each the highest layer's.
    pub fn theme(&self) -> impl Iterator<Item = (&str, &Source)> {
        self.theme
            .iter()
            .filter_map(|(name, layers)| Some((name.as_str(), layers.last()?)))
    }

    /// Every layer's file of one name in the theme, lowest first; for files that are merged.
    pub fn theme_layers(&self) -> impl Iterator<Item = (&str, &[Source])> {
        self.theme
            .iter()
            .map(|(name, layers)| (name.as_str(), layers.as_slice()))
    }

    /// Whether there is a file that messages name `path`.
    pub fn has(&self, path: &str) -> bool {
        self.named.contains_key(path)
    }

    /// The text of the file that messages name `path`, for quoting; of a theme's file in several layers, the highest one's.
    pub fn quoted(&self, path: &str) -> Option<&str> {
        self.named.get(path).and_then(|source| source.text().ok())
    }
}
