//! The languages of a city and the one that its pages are first written in.

use crate::fields::Fields;
use crate::language::Language;
use diagnostics::{Code, Diagnostic};

pub(super) fn languages(fields: &Fields) -> Vec<&'static Language> {
    let tags = fields.strings("languages");
    if tags.is_empty() {
        fields.missing("languages");
    }
    let mut found: Vec<&'static Language> = Vec::new();
    for tag in tags {
        match Language::find(&tag.value) {
            Some(language) if found.contains(&language) => fields.report(
                Diagnostic::new(
                    Code::CityConflict,
                    format!("the language \"{}\" stands twice", tag.value),
                ),
                &tag.span,
            ),
            Some(language) => found.push(language),
            None => fields.report(
                Diagnostic::new(
                    Code::BadValue,
                    format!("\"{}\" is not a language this program knows", tag.value),
                )
                .hint(unknown_language(&tag.value)),
                &tag.span,
            ),
        }
    }
    found
}

/// What to do about a tag that is in no table. Tags are too short for the nearest one to be meant: `pap` is Papiamento, and `pa` Punjabi.
fn unknown_language(tag: &str) -> String {
    let plain = tag
        .split(['-', '_'])
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    match Language::find(&plain) {
        Some(known) if plain != tag => {
            format!("write `{}` ({})", known.tag, known.name)
        }
        _ => "`docs/content-format.md` lists the languages that it knows, such as `en` and `ar`"
            .to_owned(),
    }
}

pub(super) fn source_language(
    fields: &Fields,
    languages: &[&'static Language],
) -> Option<&'static Language> {
    let tag = fields.required("source_language")?;
    let found = languages.iter().copied().find(|l| l.tag == tag.value);
    if found.is_none() {
        let diagnostic = Diagnostic::new(
            Code::CityConflict,
            format!(
                "the source language \"{}\" is not one of `languages`",
                tag.value
            ),
        );
        fields.report(diagnostic, &tag.span);
    }
    found
}
