//! The texts of a page, one for each language.

use super::{Folder, Loader};
use crate::model::Text;
use crate::sources::Source;
use content::front_matter;
use content::language::Language;
use content::page::PageRecord;
use diagnostics::{Code, Diagnostic, Location};
use std::collections::{BTreeMap, BTreeSet};
use translation::Reading;

/// The most words of a page; a long guide has 2,000.
const MOST_WORDS: usize = 50_000;

impl Loader<'_> {
    pub(super) fn texts(
        &mut self,
        folder: &Folder,
        record: &PageRecord,
        source_language: &'static Language,
        titled: bool,
    ) -> BTreeMap<&'static str, Text> {
        let mut texts: BTreeMap<&'static str, Text> = BTreeMap::new();
        // The source comes first: a translation takes its ids.
        let of_source = format!("{}.md", source_language.tag);
        let first = folder.get_key_value(of_source.as_str());
        let others = folder.iter().filter(|(name, _)| **name != of_source);
        for (name, source) in first.into_iter().chain(others) {
            let Some(tag) = name.strip_suffix(".md") else {
                continue;
            };
            let language = self
                .city
                .language(tag)
                .or_else(|| (tag == source_language.tag).then_some(source_language));
            let Some(language) = language else {
                let small = tag.to_ascii_lowercase();
                if self.city.language(&small).is_some() {
                    self.misnamed(name, &format!("{small}.md"), source);
                    continue;
                }
                let known = self.city.languages.iter().map(|l| l.tag);
                self.diagnostics.push(
                    Diagnostic::new(
                        Code::UnknownLanguageFile,
                        format!("`{tag}` is not a language of this city"),
                    )
                    .hint(format!(
                        "add it to `languages` in `city.toml`, or name the file after one of them: {}",
                        known.collect::<Vec<_>>().join(", ")
                    ))
                    .at(Location::file(source.path.as_str())),
                );
                continue;
            };
            let translated = texts.get(source_language.tag);
            if let Some(text) = self.text(source, language, record, titled, translated) {
                texts.insert(language.tag, text);
            }
        }
        texts
    }

    fn text(
        &mut self,
        source: &Source,
        language: &'static Language,
        record: &PageRecord,
        titled: bool,
        translated: Option<&Text>,
    ) -> Option<Text> {
        let text = match source.text() {
            Ok(text) => text,
            Err(problem) => {
                self.diagnostics.push(problem);
                return None;
            }
        };
        let (front, body, problems) = front_matter::read(&source.path, text, titled);
        self.diagnostics.append(problems);
        let options = document::Options {
            language: language.tag.to_owned(),
            retired_ids: record.retired_ids.iter().cloned().collect(),
            source_ids: translated.map(|source| {
                let sections = source.document.sections.iter();
                sections.map(|section| section.id.clone()).collect()
            }),
        };
        let words = text.split_whitespace().count();
        if words > MOST_WORDS {
            self.diagnostics.push(
                Diagnostic::new(
                    Code::TooLarge,
                    format!("this text has {words} words; {MOST_WORDS} are the most that a page may have"),
                )
                .hint("make several pages of it")
                .at(Location::file(source.path.as_str())),
            );
            return None;
        }
        let (document, problems) = document::parse(&source.path, text, body, &options);
        let sound = !problems.has_errors();
        // Without front matter nobody knows where the text begins.
        if body > 0 {
            self.diagnostics.append(problems);
        }
        Some(Text {
            file: source.path.clone(),
            language,
            // Without its settings a text is not compared with others: what came of that would be no mistake of its own.
            front: front?,
            sound,
            readings: Reading::all(&document),
            document,
            alignment: None,
        })
    }

    /// Takes out what is not shown today; the ids that were in it.
    pub(super) fn drop_unpublished_sections(
        &self,
        record: &PageRecord,
        texts: &mut BTreeMap<&'static str, Text>,
    ) -> BTreeSet<String> {
        let ids = |texts: &BTreeMap<_, Text>| -> BTreeSet<String> {
            let ids = texts.values().flat_map(|text| text.document.ids());
            ids.map(str::to_owned).collect()
        };
        let mut hidden = ids(texts);
        for text in texts.values_mut() {
            let shown = |id: &str| {
                let record = record.sections.get(id);
                record.is_none_or(|r| r.publication.shown(self.today))
            };
            let mut sections = text.document.sections.iter();
            text.readings
                .retain(|_| sections.next().is_some_and(|s| shown(&s.id)));
            text.document.sections.retain(|s| shown(&s.id));
        }
        for shown in ids(texts) {
            hidden.remove(&shown);
        }
        hidden
    }
}

/// Puts each translation beside its source.
pub(super) fn align(texts: &mut BTreeMap<&'static str, Text>, source_language: &'static Language) {
    let Some(source) = texts.remove(source_language.tag) else {
        return;
    };
    for text in texts.values_mut() {
        let nothing = BTreeMap::new();
        let recorded = text
            .front
            .translation
            .as_ref()
            .map_or(&nothing, |t| &t.sections);
        text.alignment = Some(translation::align(
            &source.document,
            &source.readings,
            &text.document,
            recorded,
        ));
    }
    texts.insert(source_language.tag, source);
}
