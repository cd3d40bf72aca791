//! What a text refers to: pages, sections, facts, terms, services, pictures, kinds of help and areas.

use super::{Checker, folder_prefix, linked_page};
use crate::address;
use crate::model::{GLOSSARY, Page, Site};
use crate::names;
use diagnostics::{Code, Diagnostic};
use document::{Block, Reference, Target};

impl Checker<'_> {
    pub(super) fn reference(&self, page: &Page, reference: Reference) -> Option<Diagnostic> {
        let site = self.site;
        match reference {
            Reference::Fact(name) => {
                let names = site.fact_names.as_ref()?;
                (!names.contains(name)).then(|| {
                    let diagnostic =
                        Diagnostic::new(Code::UnknownFact, format!("there is no fact `{name}`"));
                    self.suggest(diagnostic, name, names.iter().map(String::as_str))
                })
            }
            Reference::Term(id) => {
                let terms = site.page(GLOSSARY).map(|p| &p.source().document);
                let hidden = |page: &Page| !page.shows(page.source_language.tag, id);
                let known = terms.is_some_and(|t| t.section(id).is_some())
                    || site.page(GLOSSARY).is_some_and(hidden);
                // A glossary that could not be read was reported.
                let broken = site.unpublished.contains(GLOSSARY)
                    || site.page(GLOSSARY).is_some_and(|p| !p.source().sound);
                (!known && !broken).then(|| {
                    let ids = terms
                        .iter()
                        .flat_map(|t| t.sections.iter().map(|s| s.id.as_str()));
                    let diagnostic = Diagnostic::new(
                        Code::UnknownTerm,
                        format!("the glossary has no term `{id}`"),
                    );
                    self.suggest(diagnostic, id, ids)
                })
            }
            Reference::Service(id) => {
                let path = Site::service_path(id);
                let known = site.page(&path).is_some_and(|p| p.service.is_some())
                    || site.unpublished.contains(&path);
                (!known).then(|| {
                    let diagnostic = Diagnostic::new(
                        Code::UnknownService,
                        format!("there is no service `{id}`"),
                    );
                    self.suggest(diagnostic, id, site.services().map(|(p, _)| p.slug()))
                })
            }
            Reference::Picture(name) => self.picture(page, name),
            Reference::Kind(id) => site.city.kind(id).is_none().then(|| self.unknown_kind(id)),
            Reference::Area(id) => {
                (!site.city.areas.iter().any(|a| a.id == id)).then(|| self.unknown_area(id))
            }
            Reference::Include {
                page: path,
                section,
            } => self.include(path, section),
            Reference::Link(target) => self.link(page, target),
        }
    }

    fn picture(&self, page: &Page, name: &str) -> Option<Diagnostic> {
        // A file that is there and cannot be shown was reported as what it is.
        if page.picture(name).is_some() || page.unusable.contains(&names::composed(name)) {
            return None;
        }
        if self.sources.has(&format!("{}{name}", folder_prefix(page))) {
            return Some(
                Diagnostic::new(
                    Code::MissingPicture,
                    format!("the file `{name}` is there, but it is no picture that can be used"),
                )
                .hint("pictures are PNG, JPEG, WebP or SVG: save it as one of these, and use that name here"),
            );
        }
        let diagnostic = Diagnostic::new(
            Code::MissingPicture,
            format!("there is no picture `{name}` in the page's folder"),
        );
        Some(self.suggest(diagnostic, name, page.pictures.keys().map(String::as_str)))
    }

    fn link(&self, page: &Page, target: &Target) -> Option<Diagnostic> {
        match target {
            Target::Page { path, anchor } => {
                let Some(linked) = linked_page(page, path) else {
                    return Some(self.dead_link(page, path));
                };
                if self.site.unpublished.contains(&linked) {
                    return None;
                }
                match self.site.page(&linked) {
                    None => Some(self.dead_link(page, path)),
                    Some(found) => anchor.as_ref().and_then(|id| dead_anchor(found, id)),
                }
            }
            Target::Anchor(id) => dead_anchor(page, id),
            Target::External(_) | Target::Email(_) | Target::Telephone(_) => None,
        }
    }

    fn include(&self, path: &str, section: &str) -> Option<Diagnostic> {
        let Some(page) = self.site.page(path) else {
            return (!self.site.unpublished.contains(path)).then(|| {
                let diagnostic = Diagnostic::new(
                    Code::DeadLink,
                    format!("there is no page `{path}` to include from"),
                );
                match self.moved(path) {
                    Some(moved) => diagnostic.hint(format!("the page moved: write `{moved}`")),
                    None => match self.nearest_page(path, "") {
                        Some(found) => diagnostic.hint(format!("did you mean `{found}`?")),
                        None => diagnostic,
                    },
                }
            });
        };
        let Some(found) = page.source().document.section(section) else {
            return dead_anchor(page, section);
        };
        let mut loops = false;
        found.for_each_block(&mut |block| loops |= matches!(block, Block::Include { .. }));
        loops.then(|| {
            Diagnostic::new(
                Code::IncludeLoop,
                format!("the section `{section}` of `{path}` itself includes another"),
            )
        })
    }

    /// Where the page went that was at `path`: another has it among its aliases.
    fn moved(&self, path: &str) -> Option<&str> {
        let pages = self.site.pages.values();
        let mut moved =
            pages.filter(|page| page.record.aliases.iter().any(|alias| alias.value == path));
        moved.next().map(|page| page.path.as_str())
    }

    /// The page that was probably meant by `wanted`: never the home page, nor the page at `own` itself.
    fn nearest_page(&self, wanted: &str, own: &str) -> Option<&str> {
        let slug = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
        let last = slug(wanted);
        let paths = || {
            let pages = self.site.pages.keys().map(String::as_str);
            pages.filter(|p| !p.is_empty() && *p != own)
        };
        // Two pages of one folder have most of their paths in common.
        let alike = |found: &&str| {
            let slug = slug(found);
            slug == last || diagnostics::nearest(&last, [slug.as_str()]).is_some()
        };
        diagnostics::nearest(wanted, paths().filter(alike))
            .or_else(|| paths().find(|path| slug(path) == last))
    }

    fn dead_link(&self, page: &Page, path: &str) -> Diagnostic {
        let diagnostic = Diagnostic::new(
            Code::DeadLink,
            format!("`{path}` leads to no page of this city"),
        );
        if let Some(moved) = linked_page(page, path).and_then(|wanted| self.moved(&wanted)) {
            let to = relative_folder(&page.path, moved);
            return diagnostic.hint(format!("the page moved: write `{to}`"));
        }
        if let Some(hint) = slip_of_a_link(path) {
            return diagnostic.hint(hint);
        }
        if !self.may_suggest() {
            return diagnostic;
        }
        let wanted =
            linked_page(page, path).unwrap_or_else(|| path.trim_matches(['.', '/']).to_owned());
        match self.nearest_page(&wanted, &page.path) {
            Some(found) => diagnostic.hint(format!(
                "did you mean `{}`?",
                relative_folder(&page.path, found)
            )),
            None => diagnostic,
        }
    }
}

/// The link from one page's folder to another's; the home page has an empty path.
fn relative_folder(from: &str, to: &str) -> String {
    let folder = |path: &str| match path {
        "" => String::new(),
        path => format!("{path}/"),
    };
    match address::relative(&folder(from), &folder(to)) {
        link if link.is_empty() => "./".to_owned(),
        link => link,
    }
}

/// What is wrong with a link that was never meant as a path, if that is plain.
fn slip_of_a_link(path: &str) -> Option<String> {
    let plain = path.trim_matches('/');
    let host = plain.split('/').next().unwrap_or_default();
    let labels: Vec<&str> = host.split('.').collect();
    let ending = labels.last().copied().unwrap_or_default();
    let known = matches!(
        ending,
        "org" | "com" | "net" | "info" | "eu" | "uk" | "gov" | "io"
    ) || host.starts_with("www.");
    let is_host = labels.len() > 1 && labels.iter().all(|label| !label.is_empty()) && known;
    if is_host && !path.starts_with('.') {
        return Some(format!(
            "a link to another website begins with `https://`: `https://{plain}`"
        ));
    }
    path.starts_with('/').then(|| {
        "links are relative to the page's own folder, without a language: `../health/`".to_owned()
    })
}

fn dead_anchor(page: &Page, id: &str) -> Option<Diagnostic> {
    if !page.source().sound {
        return None;
    }
    let ids = page.source().document.ids();
    // A link to what is taken back, or not shown today, leads to the top of its page.
    let hidden = !page.shows(page.source_language.tag, id);
    (!hidden && !ids.contains(&id)).then(|| {
        let name = match page.path.as_str() {
            "" => "the home page".to_owned(),
            path => format!("`{path}`"),
        };
        Diagnostic::new(
            Code::DeadAnchor,
            format!("{name} has no section or statement `{id}`"),
        )
        .did_you_mean(id, ids)
    })
}
