//! The languages that people at a service speak.

use super::Checker;
use crate::service_context::words;
use content::language::{self, Language};
use diagnostics::{Code, Diagnostic};

impl Checker<'_> {
    /// A language without a name would be shown to readers, and given to other directories, as its tag or as whatever was typed.
    pub(super) fn unknown_language(&self, tag: &str) -> Option<Diagnostic> {
        let is_known = Language::find(tag).is_some() || language::with_subtags(tag).is_some();
        if is_known || self.site.strings.has(&format!("language-{tag}")) {
            return None;
        }
        let lower = tag.replace('_', "-").to_lowercase();
        let known = |tag: &str| Language::find(tag).is_some();
        let first = lower.split('-').next().unwrap_or_default();
        let by_name = || {
            let words = words(self.site, self.site.city.source_language).plain_text();
            let named = |known: &&str| {
                let own = Language::find(known).map_or("", |l| l.name);
                own.to_lowercase() == lower || words.language_name(known).to_lowercase() == lower
            };
            language::tags().find(named)
        };
        let meant = [lower.as_str(), first]
            .into_iter()
            .find(|tag| known(tag))
            .or_else(by_name);
        let hint = match meant {
            Some(meant) => format!("write \"{meant}\""),
            None => format!(
                "write a tag such as \"ar\" (BCP 47), not a name; where \"{tag}\" is one, name the language in the `city.ftl` of each of the city's languages: `language-{tag} = …`"
            ),
        };
        let message = format!("\"{tag}\" is the tag of no language that this site can name");
        Some(Diagnostic::new(Code::BadValue, message).hint(hint))
    }
}
