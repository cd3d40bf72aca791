//! Notices: they are on top of every page, and are held to what pages are held to.

use super::Checker;
use diagnostics::{Code, Diagnostic};

impl Checker<'_> {
    pub(super) fn notices(&mut self) {
        let site = self.site;
        // A notice links to pages as the home page does, because it is on all of them.
        let home = site.page("").or_else(|| site.pages.values().next());
        let Some(home) = home else {
            return;
        };
        for notice in &site.notices {
            let Some(source) = notice.texts.get(notice.source_language.tag) else {
                continue; // A notice without its source text is not made.
            };
            for text in notice.texts.values() {
                self.text(home, text, &|_| Some(notice.record.from));
            }
            self.translations(source, notice.texts.values());
            let folder = source.file.rfind('/').map_or("", |at| &source.file[..=at]);
            let file = format!("{folder}notice.toml");
            for tag in &notice.record.languages {
                if site.city.language(&tag.value).is_none() {
                    let message = format!("\"{}\" is not a language of this city", tag.value);
                    let diagnostic = Diagnostic::new(Code::BadValue, message)
                        .hint("name languages of `city.toml`, or leave `languages` out: the notice is then shown in all")
                        .did_you_mean(&tag.value, site.city.languages.iter().map(|l| l.tag));
                    self.report(&file, &tag.span, diagnostic);
                }
            }
        }
    }
}
