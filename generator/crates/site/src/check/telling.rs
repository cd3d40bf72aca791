//! Addresses and ids that would tell which help somebody looked for. Both stay in the history of a browser, in the log of a
//! network and in every link that is passed on, where the neutral title of a page no longer helps.

use super::{Checker, folder_prefix};
use crate::model::Page;
use diagnostics::{Code, Diagnostic, Location};
use document::Span;

impl Checker<'_> {
    pub(super) fn telling(&mut self, page: &Page) {
        let source = page.source();
        let sections = source.document.sections.iter();
        let sections = sections.map(|s| (s.id.as_str(), &s.heading_span));
        let statements = source.document.sections.iter().flat_map(|s| s.statements());
        let statements = statements.map(|s| (s.id.value.as_str(), &s.id.span));
        for (id, span) in sections.chain(statements) {
            if let Some(word) = self.telling_word(id) {
                let hint = "choose an id that tells nothing and list the old one in `retired_ids`: links with it then lead to the top of the page";
                let diagnostic = telling(&format!("the id `{id}`"), word).hint(hint);
                self.report(&source.file, span, diagnostic);
            }
        }
        // A service of a sensitive kind has an address without its folder's name.
        if let Some(word) = self.telling_word(&page.address) {
            let hint = "give the folder a name that tells nothing";
            let diagnostic = telling(&format!("the address `{}/`", page.address), word).hint(hint);
            self.diagnostics
                .push(diagnostic.at(Location::file(folder_prefix(page))));
        }
        let file = format!("{}page.toml", folder_prefix(page));
        let aliases: Vec<(&str, &Span)> = page
            .record
            .aliases
            .iter()
            .map(|alias| (alias.value.as_str(), &alias.span))
            .collect();
        for (alias, span) in aliases {
            if let Some(word) = self.telling_word(alias) {
                let diagnostic = telling(&format!("the alias `{alias}`"), word)
                    .hint("leave it out: a redirect has the old address in the history too");
                self.report(&file, span, diagnostic);
            }
        }
    }

    /// The sensitive kind's id, or the word listed with it, that is in an id or path as one or more of its words.
    fn telling_word(&self, name: &str) -> Option<&str> {
        let words = words(name);
        let kinds = self.site.city.kinds.iter().filter(|kind| kind.sensitive);
        kinds
            .flat_map(|kind| [&kind.id].into_iter().chain(&kind.telling))
            .map(String::as_str)
            .find(|telling| {
                let telling = self::words(telling);
                words.windows(telling.len()).any(|part| part == telling)
            })
    }
}

fn telling(what: &str, word: &str) -> Diagnostic {
    Diagnostic::new(
        Code::TellingId,
        format!("{what} tells that somebody looked for help with `{word}`"),
    )
}

/// The words of an id or path: `rights/asylum-seekers` has three.
fn words(name: &str) -> Vec<&str> {
    name.split(['-', '/'])
        .filter(|word| !word.is_empty())
        .collect()
}
