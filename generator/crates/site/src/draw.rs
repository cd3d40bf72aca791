//! Draws texts: answers what the writers of `document` ask about the rest of the city, for one text on one page.

use crate::address;
use crate::check::linked_page;
use crate::model::{GLOSSARY, Page, SERVICES, Site, Text};
use crate::strings::Argument;
use crate::words::Words;
use content::language::Language;
use document::html::escape;
use document::{
    Beside, CalloutKind, Direction, Drawn, PictureFile, Resolver, ServiceLink, Target, TermLink,
};
use std::collections::BTreeMap;

/// Where the files that pages share are published: plain name to path from the root of the site.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    /// Theme and widget: `style.css` -> `assets/style-0c1d2e3f.css`.
    pub files: BTreeMap<String, String>,
    /// The directory of services by language tag.
    pub directories: BTreeMap<String, String>,
    /// The gazetteer.
    pub gazetteer: Option<String>,
}

/// The name of the widget's JavaScript among the assets.
pub const GLUE: &str = "finder-widget.js";
/// The name of the widget's WebAssembly among the assets.
pub const WASM: &str = "finder-widget.wasm";

/// Draws one text on one page.
pub(crate) struct Drawer<'s> {
    pub site: &'s Site,
    pub assets: &'s Assets,
    /// The page whose text it is.
    pub page: &'s Page,
    /// The text.
    pub text: &'s Text,
    /// The file being written, which links start from.
    pub output: &'s str,
    /// The language of the page being written, which links lead to.
    pub language: &'static Language,
    /// Whether this text is itself included in another.
    included: bool,
}

impl<'s> Drawer<'s> {
    pub fn new(
        site: &'s Site,
        assets: &'s Assets,
        page: &'s Page,
        text: &'s Text,
        output: &'s str,
        language: &'static Language,
    ) -> Self {
        Self {
            site,
            assets,
            page,
            text,
            output,
            language,
            included: false,
        }
    }

    /// The same page, another of its texts.
    pub fn with_text(&self, text: &'s Text) -> Self {
        Self::new(
            self.site,
            self.assets,
            self.page,
            text,
            self.output,
            self.language,
        )
    }

    /// Words of the text's own language.
    pub fn words(&self) -> Words<'s> {
        crate::service_context::words(self.site, self.text.language)
    }

    /// The link to a page in the language being written.
    pub fn page_link(&self, page: &Page) -> String {
        page_link(page, self.output, self.language)
    }

    fn file_link(&self, path: &str) -> String {
        address::relative(self.output, path)
    }
}

/// The link from the file `output` to a page in `language`.
pub(crate) fn page_link(page: &Page, output: &str, language: &Language) -> String {
    address::relative(output, &address::output(language.tag, &page.address))
}

/// The address of the finder set to the first of `kinds` that may be in an address.
pub(crate) fn finder_link(
    site: &Site,
    kinds: &[&str],
    output: &str,
    language: &Language,
) -> Option<String> {
    let link = page_link(site.page(SERVICES)?, output, language);
    // All or none: a link that names only the harmless one of two kinds would set the finder to the wrong help.
    let harmless = |id: &&str| site.city.kind(id).is_some_and(|k| !k.sensitive);
    let [first, ..] = kinds else {
        return Some(link);
    };
    Some(if kinds.iter().all(harmless) {
        format!("{link}#kinds={first}")
    } else {
        link
    })
}

/// The attributes by which an element starts the finder; `None` where the city has no finder.
pub(crate) fn finder_mount(
    assets: &Assets,
    kinds: &[&str],
    open: &str,
    output: &str,
    language: &Language,
) -> Option<crate::context::Finder> {
    let link = |path: &String| address::relative(output, path);
    Some(crate::context::Finder {
        kinds: kinds.join(" "),
        open: open.to_owned(),
        directory: link(assets.directories.get(language.tag)?),
        gazetteer: link(assets.gazetteer.as_ref()?),
        glue: link(assets.files.get(GLUE)?),
        wasm: link(assets.files.get(WASM)?),
    })
}

impl Resolver for Drawer<'_> {
    fn direction(&self) -> Direction {
        self.text.language.direction
    }

    fn href(&self, target: &Target) -> Option<String> {
        match target {
            Target::External(url) => Some(url.clone()),
            Target::Email(address) => Some(format!("mailto:{address}")),
            Target::Telephone(number) => {
                let dialled = self.site.dialled(number);
                Some(format!("tel:{}", dialled.as_ref().unwrap_or(number)))
            }
            Target::Page { path, anchor } => {
                let page = self.site.page(&linked_page(self.page, path)?)?;
                let link = self.page_link(page);
                let shown = |id: &&String| page.shows(self.language.tag, id);
                Some(match anchor.as_ref().filter(shown) {
                    Some(id) => format!("{link}#{id}"),
                    None => link,
                })
            }
            Target::Anchor(id) => {
                let own = address::output(self.language.tag, &self.page.address);
                if !self.page.shows(self.language.tag, id) {
                    return Some(self.page_link(self.page));
                }
                Some(if own == self.output {
                    format!("#{id}")
                } else {
                    format!("{}#{id}", self.page_link(self.page))
                })
            }
        }
    }

    fn fact(&self, name: &str) -> Option<Drawn> {
        Some(self.words().fact(self.site.facts.get(name)?))
    }

    fn term(&self, id: &str) -> Option<TermLink> {
        // The explanation is one tap away; repeated on every page it would cost each reader a kilobyte.
        let glossary = self.site.page(GLOSSARY)?;
        let text = glossary.text(self.text.language.tag);
        let known = text.document.section(id).is_some();
        let link = self.page_link(glossary);
        known.then(|| TermLink {
            href: match glossary.shows(self.language.tag, id) {
                true => format!("{link}#{id}"),
                false => link,
            },
            explanation: None,
        })
    }

    fn service(&self, id: &str) -> Option<ServiceLink> {
        let page = self.site.page(&Site::service_path(id))?;
        Some(ServiceLink {
            name: page.service.as_ref()?.name.clone(),
            href: self.page_link(page),
        })
    }

    fn picture(&self, source: &str) -> Option<PictureFile> {
        let picture = self.page.picture(source)?;
        let sizes: Vec<String> = picture
            .versions
            .iter()
            .map(|version| format!("{} {}w", self.file_link(&version.output), version.width))
            .collect();
        Some(PictureFile {
            src: self.file_link(&picture.output),
            width: picture.width,
            height: picture.height,
            srcset: (sizes.len() > 1).then(|| sizes.join(", ")),
        })
    }

    fn include(&self, page: &str, section: &str) -> Option<Drawn> {
        if self.included {
            return None; // Reported by `check` as a loop.
        }
        let page = self.site.page(page)?;
        let text = page.text(self.text.language.tag);
        if !page.shows(self.language.tag, section) {
            // What was recalled is not shown elsewhere: its page says why.
            let (link, title) = (self.page_link(page), page.title(self.text.language.tag));
            return Some(Drawn {
                html: format!("<p><a href=\"{}\">{}</a></p>", escape(&link), escape(title)),
                text: title.to_owned(),
            });
        }
        // A section that is not translated yet is included from the source.
        let (text, section) = match text.document.section(section) {
            Some(found) => (text, found),
            None => (page.source(), page.source().document.section(section)?),
        };
        let mut drawer = Drawer::new(
            self.site,
            self.assets,
            page,
            text,
            self.output,
            self.language,
        );
        drawer.included = true;
        let html = document::html::blocks(&section.blocks, &drawer);
        let html = if text.language == self.text.language {
            html
        } else {
            format!(
                "<div lang=\"{}\" dir=\"{}\">{html}</div>",
                text.language.tag,
                text.language.direction.as_str()
            )
        };
        Some(Drawn {
            html,
            text: document::text::blocks(&section.blocks, &drawer),
        })
    }

    fn finder(&self, kinds: &[&str]) -> Option<Drawn> {
        let words = self.words();
        let names: Vec<String> = kinds
            .iter()
            .filter(|id| self.site.city.kind(id).is_some())
            .map(|id| words.text(&format!("kind-{id}")))
            .collect();
        let link = finder_link(self.site, kinds, self.output, self.language)?;
        let text = words.with(
            "finder-block",
            &[("kinds", Argument::Text(&words.list(&names)))],
        );
        let opener = format!(
            "<p class=\"find\"><a data-finder-open href=\"{}\">{}</a></p>",
            escape(&link),
            escape(&text)
        );
        let mount = finder_mount(self.assets, kinds, "tap", self.output, self.language);
        let html = match mount {
            None => opener,
            Some(m) => format!(
                "<div data-finder data-open=\"tap\" data-base=\"{}\" data-kinds=\"{}\" data-directory=\"{}\" data-gazetteer=\"{}\" data-glue=\"{}\" data-wasm=\"{}\"><p data-finder-loading hidden>{}</p><p class=\"mark\" data-finder-failed hidden>{}</p>{opener}</div>",
                escape(&format!(
                    "{}{}/",
                    address::root(self.output),
                    self.language.tag
                )),
                escape(&m.kinds),
                escape(&m.directory),
                escape(&m.gazetteer),
                escape(&m.glue),
                escape(&m.wasm),
                escape(&words.text("finder-loading")),
                escape(&words.text("finder-failed")),
            ),
        };
        Some(Drawn { html, text })
    }

    fn only_label(&self, council: &str) -> String {
        let words = self.words();
        let area = words.text(&format!("area-{council}"));
        words.with("only-in", &[("area", Argument::Text(&area))])
    }

    fn callout_label(&self, kind: CalloutKind) -> String {
        self.words().text(&format!("callout-{}", kind.as_str()))
    }

    fn beside(&self, statement: &str) -> Option<Beside> {
        let source = self.page.source();
        if self.text.language == source.language || self.text.checked() {
            return None;
        }
        let found = source.document.statement(statement)?;
        // Plain words: the links are in the translation, and the sentence is there to be compared.
        let text = document::text::inlines(found.inlines, &self.with_text(source));
        Some(Beside {
            language: source.language.tag.to_owned(),
            direction: source.language.direction,
            drawn: Drawn {
                html: escape(&text),
                text,
            },
        })
    }
}
