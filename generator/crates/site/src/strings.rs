//! The words of the interface: Fluent messages per language, with the source language behind each.

mod bake;
mod mistake;

use crate::sources::{Source, Sources};
use content::Direction;
use content::language::Language;
use diagnostics::{Code, Diagnostic, Diagnostics, Lines, nearest};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Begins messages of right-to-left languages that would otherwise begin with an inserted value, and take its direction.
const RIGHT_TO_LEFT_MARK: char = '\u{200f}';

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
    pub fn read(
        sources: &Sources,
        languages: &[&'static Language],
        source: &'static Language,
    ) -> (Self, Diagnostics) {
        let mut diagnostics = Diagnostics::new();
        let read = |language: &&'static Language| {
            let messages = Messages::read(sources, language, &mut diagnostics);
            (language.tag, messages)
        };
        let strings = Self {
            languages: languages.iter().map(read).collect(),
            source: source.tag,
        };
        strings.report_untranslated(&mut diagnostics);
        (strings, diagnostics)
    }

    /// The message `id` in `language`, or in the source language where it is not translated; an error names what is missing.
    pub fn try_text(
        &self,
        language: &str,
        id: &str,
        arguments: &[(&str, Argument)],
    ) -> Result<String, String> {
        [language, self.source]
            .iter()
            .filter_map(|tag| self.languages.get(tag))
            .find_map(|messages| messages.format(id, arguments))
            .unwrap_or_else(|| {
                let known = self.languages.get(self.source);
                let ids = known.iter().flat_map(|m| m.ids.iter().map(String::as_str));
                Err(match nearest(id, ids) {
                    Some(found) => format!("there is no string `{id}`; did you mean `{found}`?"),
                    None => format!("there is no string `{id}`"),
                })
            })
    }

    /// The message `id` in `language`; `{id}` where there is none, which [`Strings::require`] has reported.
    pub fn text(&self, language: &str, id: &str, arguments: &[(&str, Argument)]) -> String {
        self.try_text(language, id, arguments)
            .unwrap_or_else(|_| format!("{{{id}}}"))
    }

    /// Whether the source language has the message.
    pub fn has(&self, id: &str) -> bool {
        self.languages
            .get(self.source)
            .is_some_and(|m| m.ids.contains(id))
    }

    /// Reports each of `ids` that the source language lacks.
    pub fn require<'a>(
        &self,
        ids: impl IntoIterator<Item = &'a str>,
        diagnostics: &mut Diagnostics,
    ) {
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
                        "add `{id} = …` to a file in `themes/mifriendly/strings/{}/`",
                        self.source
                    )),
                );
            }
        }
    }

    /// A hash of everything a page in `language` can take from here, for the keys of pages.
    pub fn hash(&self, language: &str) -> String {
        [language, self.source]
            .iter()
            .filter_map(|tag| self.languages.get(tag))
            .map(|m| m.hash.as_str())
            .collect()
    }

    fn report_untranslated(&self, diagnostics: &mut Diagnostics) {
        let Some(source) = self.languages.get(self.source) else {
            return;
        };
        for (tag, messages) in &self.languages {
            let missing: Vec<_> = source.ids.difference(&messages.ids).collect();
            if missing.is_empty() {
                continue;
            }
            let some = missing
                .iter()
                .take(5)
                .map(|id| format!("`{id}`"))
                .collect::<Vec<_>>()
                .join(", ");
            let more = match missing.len().saturating_sub(5) {
                0 => String::new(),
                n => format!(" and {n} more"),
            };
            diagnostics.push(Diagnostic::new(
                Code::UntranslatedString,
                format!(
                    "the interface in \"{tag}\" lacks {} of {} strings: {some}{more}",
                    missing.len(),
                    source.ids.len()
                ),
            ));
        }
    }
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
        // Whatever its file is called, a higher layer's message is the last word.
        files.sort_by_key(|source| source.layer);
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
