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

impl Source {
    /// The file as text.
    pub fn text(&self) -> Result<&str, Diagnostic> {
        std::str::from_utf8(&self.bytes).map_err(|error| {
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
        })
    }
}

/// Every file of a city and its theme, by name.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    content: BTreeMap<String, Source>,
    theme: BTreeMap<String, Vec<Source>>,
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
            self.content.insert(name, source);
        }
    }

    /// Adds a file of the theme; `name` is relative to the theme's folder.
    pub fn add_theme(&mut self, name: impl Into<String>, source: Source) {
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

    /// The text of the file that messages name `path`, for quoting; of a theme's file in several layers, the highest one's.
    pub fn quoted(&self, path: &str) -> Option<String> {
        let theme = self.theme.values().flat_map(|layers| layers.iter().rev());
        self.content
            .values()
            .chain(theme)
            .find(|s| s.path == path)
            .and_then(|s| s.text().ok())
            .map(str::to_owned)
    }
}
