//! The words of the interface: Fluent messages per language, behind each those of the source language, and behind all English.

mod bake;
mod mark;
mod mistake;

use crate::sources::{Source, Sources};
use content::Direction;
use content::city::City;
use content::language::Language;
use diagnostics::{Code, Diagnostic, Diagnostics, Lines, nearest};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Begins messages of right-to-left languages that would otherwise begin with an inserted value, and take its direction.
const RIGHT_TO_LEFT_MARK: char = '\u{200f}';

pub(crate) use mark::marked;
pub use mark::{in_html, unmarked};

/// The language of the theme's own strings, which are shown where a city has none.
const ENGLISH: &str = "en";
/// What readers miss most where it is not in their language, for the list of work.
const NEEDED: &[&str] = &[
    "urgent-heading",
    "urgent-more",
    "exit",
    "exit-limits",
    "page-untranslated",
    "translated-by-machine",
    "footer-not-official",
    "menu",
    "language",
    "finder-find",
];

/// A value that a message is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Argument<'a> {
    /// Words.
    Text(&'a str),
    /// A number, which may decide the plural form.
    Number(i64),
}

/// The words of every language.
pub struct Strings {
    languages: BTreeMap<&'static str, Messages>,
    source: &'static str,
    /// Whether a file could not be read whole.
    broken: bool,
}

struct Messages {
    bundle: FluentBundle<Arc<FluentResource>>,
    resources: Vec<Arc<FluentResource>>,
    ids: BTreeSet<String>,
    hash: String,
    right_to_left: bool,
}

impl Strings {
    /// Reads `strings/<tag>/*.ftl` of the theme for each language; a higher layer's message takes the place of a lower one's.
    pub fn read(sources: &Sources, city: &City) -> (Self, Diagnostics) {
        let mut diagnostics = Diagnostics::new();
        let english = Language::find(ENGLISH);
        let own = city.languages.iter().copied();
        let mut languages = BTreeMap::new();
        for language in own.chain(english) {
            languages
                .entry(language.tag)
                .or_insert_with(|| Messages::read(sources, language, &mut diagnostics));
        }
        let strings = Self {
            languages,
            source: city.source_language.tag,
            broken: !diagnostics.is_empty(),
        };
        if !strings.broken {
            strings.report_untranslated(city, &mut diagnostics);
        }
        (strings, diagnostics)
    }

    /// The languages whose messages are asked for one in `language`, in order.
    fn chain<'s>(&'s self, language: &str) -> impl Iterator<Item = (&'static str, &'s Messages)> {
        let find = |tag: &str| {
            let found = self.languages.get_key_value(tag);
            found.map(|(tag, messages)| (*tag, messages))
        };
        let own = find(language);
        own.into_iter()
            .chain(find(self.source))
            .chain(find(ENGLISH))
    }

    /// Every message that there is for the city: those of the source language and those of the theme.
    fn ids(&self) -> BTreeSet<&str> {
        let known = [self.source, ENGLISH].into_iter();
        let known = known.filter_map(|tag| self.languages.get(tag));
        known
            .flat_map(|m| m.ids.iter().map(String::as_str))
            .collect()
    }

    /// The message `id` in `language`, or else in the source language or in English, and then with marks that [`in_html`] reads; an error
    /// names what is missing.
    pub fn try_text(
        &self,
        language: &str,
        id: &str,
        arguments: &[(&str, Argument)],
    ) -> Result<String, String> {
        for (tag, messages) in self.chain(language) {
            if tag == language {
                if let Some(text) = messages.format(id, arguments) {
                    return text;
                }
            } else if let Some(text) = self.borrowed(language, tag, messages, id, arguments) {
                return text;
            }
        }
        let known = self.ids();
        Err(match nearest(id, known) {
            Some(found) => format!("there is no string `{id}`; did you mean `{found}`?"),
            None => format!("there is no string `{id}`"),
        })
    }

    /// A message of another language, with marks around it and around those of its values that are words of `language`.
    fn borrowed(
        &self,
        language: &str,
        tag: &str,
        messages: &Messages,
        id: &str,
        arguments: &[(&str, Argument)],
    ) -> Option<Result<String, String>> {
        let words: Vec<Option<String>> = arguments
            .iter()
            .map(|(_, argument)| match argument {
                // `{}` holds the place of words that the template puts in.
                Argument::Text(text) if text.contains(|c: char| c.is_alphabetic() || c == '{') => {
                    Some(mark::marked(language, text))
                }
                _ => None,
            })
            .collect();
        let arguments: Vec<(&str, Argument)> = arguments
            .iter()
            .zip(&words)
            .map(|((name, argument), words)| {
                let argument = words.as_deref().map_or(*argument, Argument::Text);
                (*name, argument)
            })
            .collect();
        let text = messages.format(id, &arguments)?;
        Some(text.map(|text| mark::marked(tag, &text)))
    }

    /// The message `id` in `language`; `{id}` where there is none, which [`Strings::require`] has reported.
    pub fn text(&self, language: &str, id: &str, arguments: &[(&str, Argument)]) -> String {
        self.try_text(language, id, arguments)
            .unwrap_or_else(|_| format!("{{{id}}}"))
    }

    /// Whether there is the message in the source language or in English.
    pub fn has(&self, id: &str) -> bool {
        let known = [self.source, ENGLISH].into_iter();
        let mut known = known.filter_map(|tag| self.languages.get(tag));
        known.any(|m| m.ids.contains(id))
    }

    /// Reports each of `ids` that there is nowhere.
    pub fn require<'a>(
        &self,
        ids: impl IntoIterator<Item = &'a str>,
        diagnostics: &mut Diagnostics,
    ) {
        if self.broken {
            return; // They may be in the file that could not be read.
        }
        for id in ids {
            if !self.has(id) {
                diagnostics.push(
                    Diagnostic::new(
                        Code::MissingString,
                        format!(
                            "the string `{id}` is missing in the source language \"{}\"",
                            self.source
                        ),
                    )
                    .hint(format!(
                        "add `{id} = …` to `themes/mifriendly/strings/{}/city.ftl` in the city's folder",
                        self.source
                    )),
                );
            }
        }
    }

    /// A hash of everything a page in `language` can take from here, for the keys of pages.
    pub fn hash(&self, language: &str) -> String {
        self.chain(language).map(|(_, m)| m.hash.as_str()).collect()
    }

    fn report_untranslated(&self, city: &City, diagnostics: &mut Diagnostics) {
        let all: BTreeSet<&str> = self.ids().into_iter().filter(|id| used(city, id)).collect();
        for language in &city.languages {
            let tag = language.tag;
            let Some(messages) = self.languages.get(tag) else {
                continue;
            };
            let missing: Vec<&str> = all
                .iter()
                .copied()
                .filter(|id| !messages.ids.contains(*id))
                .collect();
            if missing.is_empty() {
                continue;
            }
            let needed = NEEDED.iter().copied().filter(|id| missing.contains(id));
            let others = missing.iter().copied().filter(|id| !NEEDED.contains(id));
            let first: Vec<String> = needed
                .chain(others)
                .take(NEEDED.len())
                .map(|id| format!("`{id}`"))
                .collect();
            let more = match missing.len() - first.len() {
                0 => String::new(),
                n => format!(" and {n} more"),
            };
            diagnostics.push(
                Diagnostic::new(
                    Code::UntranslatedString,
                    format!(
                        "the interface in \"{tag}\" lacks {} of {} strings: {}{more}",
                        missing.len(),
                        all.len(),
                        first.join(", ")
                    ),
                )
                .hint(format!(
                    "write them in `themes/mifriendly/strings/{tag}/city.ftl` in the city's folder; until then pages show the words of another language in their place, and say which"
                )),
            );
        }
    }
}

/// Whether a city can show the message: the theme names more kinds of help, areas and statuses than one city has.
fn used(city: &City, id: &str) -> bool {
    if let Some(kind) = id.strip_prefix("kind-") {
        return city.kind(kind).is_some();
    }
    if let Some(area) = id.strip_prefix("area-") {
        return matches!(area, "all" | "country" | "unknown")
            || city.areas.iter().any(|a| a.id == area);
    }
    if let Some(status) = id.strip_prefix("status-") {
        return city.statuses.iter().any(|s| s == status);
    }
    true
}

impl Messages {
    fn read(sources: &Sources, language: &Language, diagnostics: &mut Diagnostics) -> Self {
        // The tag comes from the program's own table, which holds only valid tags.
        let tag = language.tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Marks around inserted values keep telephone numbers in order in right-to-left text; elsewhere they are dead weight.
        bundle.set_use_isolating(language.direction == Direction::RightToLeft);
        let folder = format!("strings/{}/", language.tag);
        let mut messages = Self {
            bundle,
            resources: Vec::new(),
            ids: BTreeSet::new(),
            hash: String::new(),
            right_to_left: language.direction == Direction::RightToLeft,
        };
        let mut hasher = blake3::Hasher::new();
        let named = sources
            .theme_layers()
            .filter(|(name, _)| name.starts_with(&folder) && name.ends_with(".ftl"));
        let mut files: Vec<&Source> = named.flat_map(|(_, layers)| layers).collect();
        // A higher layer's message is the last word; within one, that of `city.ftl`, which holds the words of one city alone.
        files.sort_by_key(|source| (source.layer, source.path.ends_with("/city.ftl")));
        for source in files {
            match source.text() {
                Ok(text) => {
                    hasher.update(text.as_bytes());
                    messages.add(&source.path, text, diagnostics);
                }
                Err(diagnostic) => diagnostics.push(diagnostic),
            }
        }
        messages.hash = hasher.finalize().to_hex()[..16].to_owned();
        messages
    }

    fn add(&mut self, path: &str, text: &str, diagnostics: &mut Diagnostics) {
        let lines = Lines::new(text);
        let resource =
            FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, errors)| {
                for error in errors {
                    let (message, hint, span) = mistake::explain(text, &error);
                    diagnostics.push(
                        Diagnostic::new(Code::BadStrings, message)
                            .hint(hint)
                            .at(lines.location(path, text, span)),
                    );
                }
                resource
            });
        let resource = Arc::new(resource);
        for entry in resource.entries() {
            if let fluent_syntax::ast::Entry::Message(message) = entry {
                self.ids.insert(message.id.name.to_owned());
            }
        }
        self.bundle.add_resource_overriding(resource.clone());
        self.resources.push(resource);
    }

    fn format(&self, id: &str, arguments: &[(&str, Argument)]) -> Option<Result<String, String>> {
        let message = self.bundle.get_message(id)?;
        let pattern = message.value()?;
        let mut values = FluentArgs::new();
        for (name, argument) in arguments {
            let value = match argument {
                Argument::Text(text) => FluentValue::from(*text),
                Argument::Number(number) => FluentValue::from(*number),
            };
            values.set(*name, value);
        }
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&values), &mut errors)
            .into_owned();
        Some(match errors.first() {
            // A message that begins with an inserted value would otherwise run left to right inside another one.
            None if self.right_to_left && text.starts_with('\u{2068}') => {
                Ok(format!("{RIGHT_TO_LEFT_MARK}{text}"))
            }
            None => Ok(text),
            Some(error) => Err(mistake::formatting(id, error)),
        })
    }
}
