//! What is wrong with the files of a folder: a record or a source text that is missing, a file that nothing uses.

use super::{Folder, Loader};
use crate::sources::Source;
use content::language::Language;
use diagnostics::{Code, Diagnostic, Location};

impl Loader<'_> {
    /// A text that needs a record would become a page that nobody meant; links to it are not reported again.
    pub(super) fn no_record(&mut self, path: &str, folder: &Folder, record: &str) {
        let Some(source) = folder.values().next() else {
            return;
        };
        let folder = source
            .path
            .rsplit_once('/')
            .map_or("", |(folder, _)| folder);
        let what = record.trim_end_matches(".toml");
        self.diagnostics.push(
            Diagnostic::new(Code::NoRecord, format!("this {what} has no `{record}`"))
                .hint(format!(
                    "write `{folder}/{record}`; `docs/content-format.md` shows one"
                ))
                .at(Location::file(source.path.as_str())),
        );
        self.unpublished.insert(path.to_owned());
    }

    pub(super) fn no_source(&mut self, path: &str, folder: &Folder, language: &Language) {
        let Some(source) = folder.values().next() else {
            return;
        };
        let wanted = format!("{}.md", language.tag);
        // It is there and could not be read, or has almost its name, which was reported.
        if folder.keys().any(|name| text_name(name) == wanted) {
            return;
        }
        let name = if path.is_empty() { "this page" } else { path };
        let folder = source
            .path
            .rsplit_once('/')
            .map_or("", |(folder, _)| folder);
        self.diagnostics.push(
            Diagnostic::new(
                Code::NoSourceLanguage,
                format!(
                    "`{name}` has no text in its source language, \"{}\"",
                    language.tag
                ),
            )
            .hint(format!("write `{folder}/{}.md`", language.tag))
            .at(Location::file(source.path.as_str())),
        );
    }

    /// A text whose name a person reads as `right`, and the program does not.
    pub(super) fn misnamed(&mut self, name: &str, right: &str, source: &Source) {
        let hint = match name.to_ascii_lowercase().ends_with(".txt") {
            true => format!(
                "name it `{right}`; Windows does not show the ending `.txt` until you switch on \"File name extensions\""
            ),
            false => format!("name it `{right}`, in small letters"),
        };
        self.diagnostics.push(
            Diagnostic::new(
                Code::StrayFile,
                format!("`{name}` is not the name of a text"),
            )
            .hint(hint)
            .at(Location::file(source.path.as_str())),
        );
    }

    pub(super) fn stray(&mut self, name: &str, source: &Source) {
        let right = text_name(name);
        if right
            .strip_suffix(".md")
            .is_some_and(|tag| self.city.language(tag).is_some())
        {
            return self.misnamed(name, &right, source);
        }
        let texts = self.city.languages.iter().map(|l| format!("{}.md", l.tag));
        let records = ["page.toml", "service.toml", "notice.toml"].map(str::to_owned);
        let known: Vec<String> = records.into_iter().chain(texts).collect();
        self.diagnostics.push(
            Diagnostic::new(Code::StrayFile, format!("nothing uses the file `{name}`"))
                .hint("remove it, or let its name begin with `_`, and it is left alone")
                .did_you_mean(name, known.iter().map(String::as_str))
                .at(Location::file(source.path.as_str())),
        );
    }
}

/// The name that a text's file should have: in small letters, and without the `.txt` that some programs add.
fn text_name(name: &str) -> String {
    let name = name.to_ascii_lowercase();
    name.strip_suffix(".txt").map(str::to_owned).unwrap_or(name)
}
