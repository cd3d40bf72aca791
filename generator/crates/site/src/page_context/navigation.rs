//! Where a page leads: other languages, menus, the pages above, beside and below it.

use super::{Builder, FRONT_DOOR};
use crate::address;
use crate::context::{Alternate, Card, LanguageLink, Link};
use crate::draw::page_link;
use crate::load::parent;
use crate::model::{Page, URGENT};
use crate::service_context::language_context;
use content::language::Language;
use content::page::Layout;
use std::collections::BTreeMap;

impl Builder<'_> {
    pub(super) fn alternates(&self) -> Vec<Alternate> {
        let Some(base) = self.base_url else {
            return Vec::new();
        };
        let translated = self.site.city.languages.iter();
        let mut alternates: Vec<Alternate> = translated
            .filter(|l| self.page.texts.contains_key(l.tag))
            .map(|l| Alternate {
                tag: l.tag.to_owned(),
                url: address::full(base, &address::output(l.tag, &self.page.address)),
            })
            .collect();
        if self.page.path.is_empty() {
            alternates.push(Alternate {
                tag: "x-default".to_owned(),
                url: address::full(base, FRONT_DOOR),
            });
        }
        alternates
    }

    /// The page of urgent help in every language, by its own title there.
    pub(super) fn urgent_links(&self) -> Vec<LanguageLink> {
        let Some(page) = self.site.page(URGENT) else {
            return Vec::new();
        };
        let languages = self.site.city.languages.iter();
        languages
            .filter(|l| page.texts.contains_key(l.tag))
            .map(|l| LanguageLink {
                title: page.shown_title(l),
                language: language_context(l),
                url: page_link(page, self.output, l),
                current: false,
                translated: true,
            })
            .collect()
    }

    pub(super) fn languages(&self) -> Vec<LanguageLink> {
        self.site
            .city
            .languages
            .iter()
            .map(|l| self.language_link(l))
            .collect()
    }

    pub(super) fn language_link(&self, language: &Language) -> LanguageLink {
        LanguageLink {
            title: language.name.to_owned(),
            language: language_context(language),
            url: page_link(self.page, self.output, language),
            current: language.tag == self.language.tag,
            translated: self.page.texts.contains_key(language.tag),
        }
    }

    pub(super) fn menus(&self) -> BTreeMap<String, Vec<Link>> {
        let mut menus: BTreeMap<String, Vec<Link>> = ["main", "themes", "foot"]
            .into_iter()
            .map(|name| (name.to_owned(), Vec::new()))
            .collect();
        for page in self.site.menu_pages() {
            if let Some(menu) = page.record.menu {
                let links = menus.entry(menu.as_str().to_owned()).or_default();
                links.push(self.link(page));
            }
        }
        menus
    }

    pub(super) fn breadcrumbs(&self) -> Vec<Link> {
        let mut crumbs = Vec::new();
        let mut path = self.page.path.as_str();
        while let Some(up) = parent(path) {
            crumbs.extend(self.site.page(up).map(|p| self.link(p)));
            path = up;
        }
        crumbs.reverse();
        crumbs
    }

    /// Only guides are read one after the other.
    pub(super) fn neighbours(&self) -> (Option<Link>, Option<Link>) {
        let siblings = parent(&self.page.path).and_then(|p| self.site.page(p));
        let Some(siblings) = siblings.filter(|_| self.page.layout == Layout::Guide) else {
            return (None, None);
        };
        let guides: Vec<&Page> = siblings
            .children
            .iter()
            .filter_map(|path| self.site.page(path))
            .filter(|p| p.layout == Layout::Guide)
            .collect();
        let Some(at) = guides.iter().position(|p| p.path == self.page.path) else {
            return (None, None);
        };
        let link = |i: Option<usize>| i.and_then(|i| guides.get(i)).map(|p| self.link(p));
        (link(at.checked_sub(1)), link(at.checked_add(1)))
    }

    pub(super) fn children(&self) -> Vec<Card> {
        if self.page.layout == Layout::Finder {
            return Vec::new(); // They are the directory.
        }
        let cards = self
            .page
            .children
            .iter()
            .filter_map(|path| self.site.page(path));
        cards
            .map(|p| {
                let text = p.text(self.language.tag);
                let grandchildren = p.children.iter().filter_map(|path| self.site.page(path));
                Card {
                    slug: p.slug().to_owned(),
                    title: p.shown_title(self.language),
                    description: p.shown_description(self.language),
                    url: page_link(p, self.output, self.language),
                    language: (text.language != self.language)
                        .then(|| language_context(text.language)),
                    children: if p.layout == Layout::Finder {
                        Vec::new()
                    } else {
                        grandchildren.map(|c| self.link(c)).collect()
                    },
                }
            })
            .collect()
    }
}
