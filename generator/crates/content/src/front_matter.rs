//! The front matter of a text: TOML between two lines `+++` at its top.

use crate::fields::{Fields, TomlText};
use crate::{Date, Spanned};
use diagnostics::{Code, Diagnostic, Diagnostics, Location};
use std::collections::BTreeMap;
use std::ops::Range;
use translation::Fingerprint;

/// What the front matter of a text says.
#[derive(Clone, Debug, Default)]
pub struct FrontMatter {
    /// The title; a service has none of its own.
    pub title: Option<Spanned<String>>,
    /// One sentence on what the page is.
    pub description: Option<Spanned<String>>,
    /// What was wrong with a page that is recalled.
    pub withdrawn: Option<String>,
    /// Who translated it.
    pub translation: Option<TranslationRecord>,
}

/// Who made a translation, who checked it, and of what.
#[derive(Clone, Debug, Default)]
pub struct TranslationRecord {
    /// Whether a machine made it.
    pub by_machine: bool,
    /// When it was made.
    pub date: Option<Date>,
    /// The person who made it, if they want to be named.
    pub translator: Option<String>,
    /// The person or organisation who checked it.
    pub checked_by: Option<String>,
    /// When.
    pub checked_on: Option<Date>,
    /// The version of each source section that it was made from.
    pub sections: BTreeMap<String, Fingerprint>,
}

/// A text taken apart: where its TOML is, and where its body begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The TOML, in bytes of the file.
    pub toml: Range<usize>,
    /// The first byte of the body.
    pub body: usize,
}

/// Finds the front matter of `text`; `None` where there is none or it is not closed.
pub fn split(text: &str) -> Option<Parts> {
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let rest = &text[start..];
    let first = rest.split_inclusive('\n').next()?;
    // Blanks at the end of the line are not seen.
    if !first.ends_with('\n') || first.trim_end() != "+++" {
        return None;
    }
    let mut at = start + first.len();
    let toml_start = at;
    for line in text[at..].split_inclusive('\n') {
        if line.trim_end() == "+++" {
            return Some(Parts {
                toml: toml_start..at,
                body: at + line.len(),
            });
        }
        at += line.len();
    }
    None
}

/// Reads the front matter of the text at `path`; also gives the byte where the body begins.
///
/// `titled` says whether a title is required (all but services).
pub fn read(path: &str, text: &str, titled: bool) -> (Option<FrontMatter>, usize, Diagnostics) {
    let Some(parts) = split(text) else {
        let first_line = text.find('\n').unwrap_or(text.len());
        let opened = text[..first_line].trim_start_matches('\u{feff}').trim_end() == "+++";
        let what = if text.trim().is_empty() {
            "this file is empty"
        } else if opened {
            "the front matter has no end: the second line `+++` is missing"
        } else {
            "this text does not begin with front matter between two lines `+++`"
        };
        let diagnostic = Diagnostic::new(Code::NoFrontMatter, what).hint("begin with `+++`, `title = \"…\"`, `description = \"…\"` and `+++`, each on a line of its own")
        .at(Location::new(path, text, 0..first_line));
        // Where the settings end is not known, so none of it is read as words.
        return (None, text.len(), Diagnostics::from_iter([diagnostic]));
    };
    let file = TomlText::new(path, text, parts.toml.clone());
    let record = file.read(|fields| FrontMatter {
        title: plain(
            fields,
            if titled {
                title(fields)
            } else {
                fields.string("title")
            },
        ),
        description: plain(fields, description(fields, titled)),
        withdrawn: plain(
            fields,
            fields
                .has("withdrawn")
                .then(|| fields.required("withdrawn"))
                .flatten(),
        )
        .map(|text| text.value),
        translation: fields.table("translation", translation_record),
    });
    (record, parts.body, file.into_diagnostics())
}

/// Reports Markdown in a text that is none.
fn plain(fields: &Fields, text: Option<Spanned<String>>) -> Option<Spanned<String>> {
    if let Some(text) = &text
        && let Some(diagnostic) = document::check_plain(&text.value)
    {
        fields.report(diagnostic, &text.span);
    }
    text
}

/// Characters of a title and a description that lists, tabs and previews have room for.
const ROOM: (usize, usize) = (80, 160);

fn title(fields: &Fields) -> Option<Spanned<String>> {
    let text = fields.required("title")?;
    roomy(fields, "title", &text, ROOM.0);
    Some(text)
}

/// Reports a text that is cut off where it is shown in brief.
fn roomy(fields: &Fields, name: &str, text: &Spanned<String>, room: usize) {
    let length = text.value.chars().count();
    if length > room {
        let message =
            format!("the {name} has {length} characters; lists and previews have room for {room}");
        let diagnostic = Diagnostic::new(Code::LongText, message).hint("shorten it");
        fields.report(diagnostic, &text.span);
    }
}

/// A service's description is its whole text in lists, and may be longer than that of a page.
fn description(fields: &Fields, of_page: bool) -> Option<Spanned<String>> {
    let text = fields.required("description")?;
    let length = text.value.chars().count();
    if length > 300 {
        fields.report(
            Diagnostic::new(
                Code::BadValue,
                format!("the description has {length} characters; lists and previews have room for 160, and 300 is too many"),
            ),
            &text.span,
        );
    } else if of_page {
        roomy(fields, "description", &text, ROOM.1);
    }
    Some(text)
}

fn translation_record(fields: &Fields) -> TranslationRecord {
    let by_machine = fields.choice("by", &[("machine", true), ("person", false)]);
    if by_machine.is_none() && !fields.has("by") {
        fields.missing("by");
    }
    let record = TranslationRecord {
        by_machine: by_machine.unwrap_or(true),
        date: fields.date("date").map(|d| d.value),
        translator: fields.text("translator"),
        checked_by: fields.text("checked_by"),
        checked_on: fields.date("checked_on").map(|d| d.value),
        sections: fields.table("sections", sections).unwrap_or_default(),
    };
    if let (Some(made), Some(on)) = (record.date, fields.date("checked_on"))
        && on.value < made
    {
        let diagnostic = Diagnostic::new(
            Code::ContradictoryDates,
            format!(
                "the translation was checked on {}, but made on {made}",
                on.value
            ),
        )
        .hint("a check counts for the text as it was then: correct one of the days, or take the check out");
        fields.report(diagnostic, &on.span);
    }
    if record.checked_by.is_some() != record.checked_on.is_some() {
        fields.missing(if record.checked_by.is_some() {
            "checked_on"
        } else {
            "checked_by"
        });
    }
    record
}

fn sections(fields: &Fields) -> BTreeMap<String, Fingerprint> {
    let mut sections = BTreeMap::new();
    for (id, text) in fields.named_strings() {
        match text.value.parse::<Fingerprint>() {
            Ok(fingerprint) => {
                sections.insert(id, fingerprint);
            }
            Err(error) => fields.report(
                Diagnostic::new(
                    Code::BadValue,
                    format!("this is not a section's fingerprint: {error}"),
                )
                .hint("remove the line and run `mifriendly accept`"),
                &text.span,
            ),
        }
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_body_behind_windows_line_ends_and_a_byte_order_mark() {
        let text = "\u{feff}+++\r\ntitle = \"x\"\r\n+++\r\nBody";
        let parts = split(text).unwrap();
        assert_eq!(&text[parts.toml], "title = \"x\"\r\n");
        assert_eq!(&text[parts.body..], "Body");
    }

    #[test]
    fn blanks_after_the_pluses_are_not_seen() {
        let text = "+++ \u{a0}\ntitle = \"x\"\n+++\t\nBody";
        let parts = split(text).unwrap();
        assert_eq!(&text[parts.body..], "Body");
    }

    #[test]
    fn an_unclosed_front_matter_is_none() {
        assert_eq!(split("+++\ntitle = \"x\"\n"), None);
    }
}
