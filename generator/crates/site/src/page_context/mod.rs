//! What a page needs to be drawn, put together from the site.

mod navigation;
mod sections;

use crate::address;
use crate::context::{
    CONTEXT_VERSION, Help, Link, Notice, PageContext, Passage, Review, Site as SiteContext,
};
use crate::draw::{Assets, Drawer, finder_link, finder_mount, page_link};
use crate::model::{Page, SERVICES, Site, Text, URGENT};
use crate::plan::{Rendering, Template};
use crate::service_context::{self, language_context, words};
use crate::words::Words;
use content::language::Language;
use content::page::Layout;
use document::Reference;

/// The choice of a language, at the root of the site.
const FRONT_DOOR: &str = "index.html";

/// Everything the template of one file sees.
pub fn page_context(
    site: &Site,
    rendering: &Rendering,
    assets: &Assets,
    base_url: Option<&str>,
) -> PageContext {
    let Rendering {
        page,
        language,
        output,
        ..
    } = rendering;
    let builder = Builder {
        site,
        page,
        language,
        assets,
        base_url,
        words: words(site, language),
        text: page.text(language.tag),
        output,
    };
    let mut context = builder.context();
    match rendering.template {
        Template::Layout | Template::Manifest => {}
        Template::Redirect => {
            context.next = Some(builder.link(page));
            context.content_security_policy = content_security_policy(false);
        }
        Template::Chooser => {
            context.canonical = builder.full(FRONT_DOOR);
            context.urgent_links = builder.urgent_links();
        }
        Template::NotFound => {
            // It has no address of its own, and is not the home page that lends it its frame.
            context.canonical = None;
            context.alternates = Vec::new();
            context.document_title = builder.words.text("not-found");
            context.description = builder.words.text("not-found-text");
        }
    }
    context
}

struct Builder<'s> {
    site: &'s Site,
    page: &'s Page,
    language: &'static Language,
    assets: &'s Assets,
    base_url: Option<&'s str>,
    words: Words<'s>,
    text: &'s Text,
    output: &'s str,
}

impl Builder<'_> {
    fn context(&self) -> PageContext {
        let page = self.page;
        let withdrawn = page.withdrawn(self.language.tag);
        let title = page.shown_title(self.language);
        let neutral = self.words.text("neutral-title");
        let sections = match withdrawn {
            Some(_) => Vec::new(),
            None => self.sections(),
        };
        let (previous, next) = self.neighbours();
        let finder = self.finder();
        PageContext {
            version: CONTEXT_VERSION,
            path: page.path.clone(),
            layout: page.layout.as_str().to_owned(),
            language: language_context(self.language),
            text_language: language_context(self.text.language),
            root: address::root(self.output),
            assets: self
                .assets
                .files
                .iter()
                .map(|(name, path)| (name.clone(), address::relative(self.output, path)))
                .collect(),
            content_security_policy: content_security_policy(finder.is_some()),
            site: self.site_context(),
            document_title: if page.sensitive {
                neutral
            } else {
                title.clone()
            },
            description: if page.sensitive {
                self.words.text("neutral-description")
            } else {
                page.shown_description(self.language)
            },
            title,
            sensitive: page.sensitive,
            // A page that shows its first language's text is the same page there.
            canonical: self.full(&address::output(self.text.language.tag, &page.address)),
            social_card: self
                .assets
                .files
                .get("card.png")
                .filter(|_| !page.sensitive)
                .and_then(|path| self.full(path)),
            alternates: self.alternates(),
            languages: self.languages(),
            menus: self.menus(),
            breadcrumbs: self.breadcrumbs(),
            previous,
            next,
            notices: self.notices(),
            urgent: self.urgent(),
            urgent_links: Vec::new(),
            quick_exit: self.site.city.quick_exit.clone(),
            withdrawn: withdrawn.map(|(why, of)| document::bidi::text(why, of.direction)),
            withdrawn_language: withdrawn.map(|(_, language)| language_context(language)),
            sections,
            children: self.children(),
            translation: self.translation().filter(|_| withdrawn.is_none()),
            untranslated: self.text.language != self.language,
            original: (self.language != page.source_language)
                .then(|| self.language_link(page.source_language)),
            reviews: self.reviews(),
            next_review: page
                .record
                .next_review
                .as_ref()
                .map(|d| self.words.date(d.value)),
            sources: service_context::sources(&page.record.sources, self.words),
            attributions: self.attributions(),
            help: self.help(),
            service: page.service.as_ref().map(|record| {
                service_context::service(self.site, page, record, self.output, self.language)
            }),
            directory: (page.layout == Layout::Finder).then(|| self.directory()),
            finder,
        }
    }

    fn link(&self, page: &Page) -> Link {
        let above = page.path.is_empty() || self.page.path.starts_with(&format!("{}/", page.path));
        Link {
            title: page.shown_title(self.language),
            url: page_link(page, self.output, self.language),
            current: page.path == self.page.path || (above && !page.path.is_empty()),
        }
    }

    fn full(&self, output: &str) -> Option<String> {
        self.base_url.map(|base| address::full(base, output))
    }

    fn site_context(&self) -> SiteContext {
        let url = |path: &str| {
            let page = self.site.page(path)?;
            Some(page_link(page, self.output, self.language))
        };
        let city = &self.site.city;
        SiteContext {
            name: city.name.clone(),
            home: url("").unwrap_or_else(|| address::relative(self.output, "index.html")),
            services: url(SERVICES),
            urgent: url(URGENT),
            operator: city.operator.name.clone(),
            operator_url: city.operator.url.clone(),
            corrections: city.operator.corrections.clone(),
            country: city.country.clone(),
        }
    }

    fn notices(&self) -> Vec<Notice> {
        let shown = |n: &&crate::model::Notice| {
            let languages = &n.record.languages;
            languages.is_empty() || languages.iter().any(|tag| tag.value == self.language.tag)
        };
        let notices = self.site.notices.iter().filter(shown);
        notices
            .filter_map(|n| {
                let text = n
                    .texts
                    .get(self.language.tag)
                    .or_else(|| n.texts.get(n.source_language.tag))?;
                // A notice may link to pages as the home page does.
                let home = self.site.page("").unwrap_or(self.page);
                Some(Notice {
                    level: if n.record.urgent {
                        "urgent"
                    } else {
                        "information"
                    }
                    .to_owned(),
                    title: text
                        .front
                        .title
                        .as_ref()
                        .map(|title| document::bidi::text(&title.value, text.language.direction))?,
                    passage: self.passage(home, text, |_| true),
                    from: self.words.date(n.record.from),
                    until: self.words.date(n.record.until),
                    shown: n.record.from <= self.site.today && self.site.today < n.record.until,
                })
            })
            .collect()
    }

    fn urgent(&self) -> Option<Passage> {
        let page = self.site.page(URGENT)?;
        if page.path == self.page.path {
            return None;
        }
        if let Some((why, language)) = page.withdrawn(self.language.tag) {
            return Some(Passage {
                language: language_context(language),
                html: format!(
                    "<p>{}</p>",
                    document::html::escape(&document::bidi::text(why, language.direction))
                ),
            });
        }
        let text = page.text(self.language.tag);
        Some(self.passage(page, text, |id| id == document::INTRO))
    }

    fn passage(&self, page: &Page, text: &Text, wanted: impl Fn(&str) -> bool) -> Passage {
        let drawer = Drawer::new(
            self.site,
            self.assets,
            page,
            text,
            self.output,
            self.language,
        );
        Passage {
            language: language_context(text.language),
            html: text
                .document
                .sections
                .iter()
                .filter(|s| wanted(&s.id))
                .map(|s| document::html::blocks(&s.blocks, &drawer))
                .collect(),
        }
    }

    fn reviews(&self) -> Vec<Review> {
        let mut reviews = self.page.record.reviews.clone();
        reviews.sort_by_key(|r| std::cmp::Reverse(r.date));
        reviews
            .into_iter()
            .map(|r| Review {
                date: self.words.date(r.date),
                by: r.by,
            })
            .collect()
    }

    fn attributions(&self) -> Vec<String> {
        if self.page.path != "sources" {
            return Vec::new();
        }
        let mut lines = self.site.city.attributions.clone();
        for line in self
            .site
            .gazetteer
            .iter()
            .flat_map(|g| g.index.attribution())
        {
            if !lines.contains(line) {
                lines.push(line.clone());
            }
        }
        let origins = self.site.services().filter_map(|(_, s)| s.origin.as_ref());
        for origin in origins {
            let line = format!(
                "{}: {}",
                origin.feed,
                origin.licence.as_deref().unwrap_or_default()
            );
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        lines
    }

    fn help(&self) -> Option<Help> {
        let kinds = self.page.record.kinds.iter();
        let kinds: Vec<String> = kinds.map(|k| k.value.clone()).collect();
        if kinds.is_empty() || self.page.layout == Layout::Finder {
            return None;
        }
        let ids: Vec<&str> = kinds.iter().map(String::as_str).collect();
        Some(Help {
            kinds: service_context::kinds(self.site, ids.iter().copied(), self.words),
            services: self
                .site
                .help_services(&kinds)
                .map(|(page, record)| {
                    service_context::service(self.site, page, record, self.output, self.language)
                })
                .collect(),
            url: finder_link(self.site, &ids, self.output, self.language)?,
        })
    }

    fn finder(&self) -> Option<crate::context::Finder> {
        let page = self.page;
        if page.layout == Layout::Finder {
            return finder_mount(self.assets, &[], "now", self.output, self.language);
        }
        let kinds: Vec<&str> = page.record.kinds.iter().map(|k| k.value.as_str()).collect();
        if kinds.is_empty() && !self.text_opens_finder() {
            return None;
        }
        finder_mount(self.assets, &kinds, "tap", self.output, self.language)
    }

    /// Whether a ` ```finder ` is in the text, in what it falls back to or in what it includes: it needs the script too.
    fn text_opens_finder(&self) -> bool {
        let opens = |section: &document::Section| {
            let references = section.references();
            references
                .iter()
                .any(|(reference, _)| matches!(reference, Reference::Kind(_)))
        };
        let included = |section: &document::Section| {
            section.references().into_iter().any(|(reference, _)| {
                let Reference::Include { page, section } = reference else {
                    return false;
                };
                let page = self.site.page(page);
                page.and_then(|p| p.source().document.section(section))
                    .is_some_and(opens)
            })
        };
        [self.text, self.page.source()]
            .into_iter()
            .flat_map(|text| &text.document.sections)
            .any(|section| opens(section) || included(section))
    }

    fn directory(&self) -> crate::context::Directory {
        crate::directory_page::directory(self.site, self.output, self.language)
    }
}

/// What a page may load and run: everything from its own site; WebAssembly only where the finder is.
fn content_security_policy(finder: bool) -> String {
    let wasm = if finder { " 'wasm-unsafe-eval'" } else { "" };
    format!(
        "default-src 'none'; base-uri 'none'; form-action 'none'; img-src 'self'; style-src 'self'; script-src 'self'{wasm}; connect-src 'self'; manifest-src 'self'; worker-src 'self'"
    )
}
