//! What can only be seen with the whole city at hand: links, facts, terms, services, kinds, addresses, and how translations are.

mod in_force;
mod languages;
mod link_words;
mod links;
mod notices;
mod region;
mod secrecy;
mod telling;
mod translations;

use crate::address;
use crate::model::{Page, Site, Text, URGENT};
use crate::parallel::{self, ForEach};
use crate::positions;
use crate::sources::Sources;
use content::Date;
use content::page::PageRecord;
use content::service::LocationRecord;
use diagnostics::{Code, Diagnostic, Diagnostics, Lines, Location};
use document::Span;
use finder::geometry::Position;
use std::cell::Cell;
use std::collections::BTreeMap;

/// Everything that is wrong between pages. `sources` are those the site was loaded from; pages are checked by `for_each`.
pub fn check(site: &Site, sources: &Sources, for_each: &ForEach) -> Diagnostics {
    let mut checker = Checker::new(site, sources);
    let pages: Vec<&Page> = site.pages.values().collect();
    for problems in parallel::map(&pages, for_each, |page| {
        let mut checker = Checker::new(site, sources);
        checker.page(page);
        checker.diagnostics
    }) {
        checker.diagnostics.append(problems);
    }
    checker.notices();
    checker.secrecy();
    checker.region();
    checker.urgent_help();
    checker.import_kinds();
    checker.addresses();
    checker.names();
    checker.diagnostics
}

/// The page a relative link leads to: its path, as [`address::join`] gives it, may still not exist.
pub(crate) fn linked_page(from: &Page, path: &str) -> Option<String> {
    address::join(&from.path, path)
}

struct Checker<'s> {
    site: &'s Site,
    sources: &'s Sources,
    diagnostics: Diagnostics,
    /// The texts of files that something is wrong with, and their lines; `None` for a file that is no text. To look at the whole file for
    /// each mistake in it would take longer than all else.
    texts: BTreeMap<String, Option<(&'s str, Lines)>>,
    /// How many suggestions were looked for in the present text.
    suggested: Cell<usize>,
}

/// For how many mistakes in one text the nearest name is looked for: as many of each of some codes as are shown.
const SUGGESTIONS: usize = 200;

impl<'s> Checker<'s> {
    fn new(site: &'s Site, sources: &'s Sources) -> Self {
        Self {
            site,
            sources,
            diagnostics: Diagnostics::new(),
            texts: BTreeMap::new(),
            suggested: Cell::new(0),
        }
    }

    fn page(&mut self, page: &Page) {
        self.record(page);
        self.telling(page);
        for text in page.texts.values() {
            let settings = &page.record.sections;
            self.text(page, text, &|id| settings.get(id)?.valid_from);
        }
        // A page that is taken back in a hurry need not agree with its translations.
        let kept = |text: &&Text| page.withdrawn(text.language.tag).is_none();
        self.translations(page.source(), page.texts.values().filter(kept));
    }

    /// What a text on `page` refers to is there, and what it states holds. `holds_from` gives the day from which a section holds, where it
    /// has one.
    fn text(&mut self, page: &Page, text: &Text, holds_from: &dyn Fn(&str) -> Option<Date>) {
        self.suggested.set(0);
        for section in &text.document.sections {
            for (reference, span) in section.references() {
                if let Some(diagnostic) = self.reference(page, reference) {
                    self.report(&text.file, span, diagnostic);
                }
            }
            let early = self.too_early(section, holds_from(&section.id));
            for (span, diagnostic) in self.links(section).into_iter().chain(early) {
                self.report(&text.file, span, diagnostic);
            }
        }
    }

    fn record(&mut self, page: &Page) {
        let file = if page.service.is_some() {
            "service.toml"
        } else {
            "page.toml"
        };
        let file = format!("{}{file}", folder_prefix(page));
        let service = page.service.as_ref();
        let kinds = page.record.kinds.iter();
        for kind in kinds.chain(service.iter().flat_map(|s| &s.kinds)) {
            if self.site.city.kind(&kind.value).is_none() {
                let diagnostic = self.unknown_kind(&kind.value);
                self.report(&file, &kind.span, diagnostic);
            }
        }
        for area in service.iter().flat_map(|s| &s.areas) {
            let special = matches!(area.value.as_str(), "all" | "country");
            if !special && !self.site.city.areas.iter().any(|a| a.id == area.value) {
                let diagnostic = self.unknown_area(&area.value);
                self.report(&file, &area.span, diagnostic);
            }
        }
        for language in service.iter().flat_map(|s| &s.languages) {
            if let Some(diagnostic) = self.unknown_language(&language.value) {
                self.report(&file, &language.span, diagnostic);
            }
        }
        if let Some(service) = service {
            for location in &service.locations {
                let far = self.far_from_postcode(location);
                if let Some((span, diagnostic)) =
                    far.or_else(|| self.outside_region(service, location))
                {
                    self.report(&file, &span, diagnostic);
                }
            }
        }
        self.page_record(page, &page.record);
    }

    /// A slip of a digit sends people to another part of the city.
    fn far_from_postcode(&self, location: &LocationRecord) -> Option<(Span, Diagnostic)> {
        let at = location.coordinates.as_ref()?;
        let position = Position::from_degrees(at.value.0, at.value.1)?;
        let (distance_m, most_m) = positions::postcode_distance(self.site, location, position)?;
        if distance_m <= most_m {
            return None;
        }
        let spot = positions::postcode_spot(self.site, location)?;
        let (latitude, longitude) = spot.position.degrees();
        let diagnostic = Diagnostic::new(
            Code::BadCoordinate,
            format!(
                "this place is {} km from {}, the postcode of the same location",
                distance_m / 1000,
                location.postcode.as_ref()?.value
            ),
        )
        .hint(format!(
            "the postcode's middle is near {latitude:.3}, {longitude:.3}; leave the coordinates out where the postcode is right"
        ));
        Some((at.span.clone(), diagnostic))
    }

    fn page_record(&mut self, page: &Page, record: &PageRecord) {
        let file = format!("{}page.toml", folder_prefix(page));
        if let Some(tag) = &record.source_language
            && self.site.city.language(&tag.value).is_none()
        {
            let diagnostic = Diagnostic::new(
                Code::BadValue,
                format!("\"{}\" is not a language of this city", tag.value),
            )
            .did_you_mean(&tag.value, self.site.city.languages.iter().map(|l| l.tag));
            self.report(&file, &tag.span, diagnostic);
        }
        for alias in &record.aliases {
            if let Some(diagnostic) = self.alias_with_language(&alias.value) {
                self.report(&file, &alias.span, diagnostic);
            }
        }
        let source = &page.source().document;
        for (id, section) in &record.sections {
            let hidden = !section.publication.shown(self.site.today);
            if page.source().sound && !hidden && source.section(id).is_none() {
                let ids = source.sections.iter().map(|s| s.id.as_str());
                let diagnostic = Diagnostic::new(
                    Code::UnknownSection,
                    format!("the page has no section `{id}`"),
                )
                .did_you_mean(id, ids);
                self.report(&file, &section.span, diagnostic);
            }
        }
        if let Some(review) = &record.next_review
            && review.value < self.site.today
        {
            let diagnostic = Diagnostic::new(
                Code::ReviewOverdue,
                format!("this page should have been read again by {}", review.value),
            );
            self.report(&file, &review.span, diagnostic);
        }
    }

    /// An alias is written for every language: with one in front it would become `/en/ar/housing/`, which nobody has ever linked to.
    fn alias_with_language(&self, alias: &str) -> Option<Diagnostic> {
        let (first, rest) = alias.split_once('/').unwrap_or((alias, ""));
        let language = self.site.city.language(first)?;
        let diagnostic = Diagnostic::new(
            Code::BadFolderName,
            format!(
                "an alias applies to every language, so it does not begin with one (\"{}\")",
                language.tag
            ),
        );
        Some(match rest {
            "" => diagnostic.hint("remove it: the front page of each language has its own address"),
            rest => diagnostic.hint(format!("write \"{rest}\"")),
        })
    }

    /// The diagnostic with the nearest of `candidates`, while there are not too many like it: each is compared with all of them.
    fn suggest<'a>(
        &self,
        diagnostic: Diagnostic,
        name: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Diagnostic {
        match self.may_suggest() {
            true => diagnostic.did_you_mean(name, candidates),
            false => diagnostic,
        }
    }

    fn may_suggest(&self) -> bool {
        self.suggested.set(self.suggested.get() + 1);
        self.suggested.get() <= SUGGESTIONS
    }

    /// Terms of other directories stand for kinds of help that there are.
    fn import_kinds(&mut self) {
        let kinds = self.site.city.import_kinds.values().flatten();
        for kind in kinds.filter(|k| self.site.city.kind(&k.value).is_none()) {
            let diagnostic = self.unknown_kind(&kind.value);
            self.report("content/city.toml", &kind.span, diagnostic);
        }
    }

    /// What to do in danger is on every page: a city cannot do without it.
    fn urgent_help(&mut self) {
        if self.site.unpublished.contains(URGENT) {
            return; // Reported as what it is.
        }
        let page = self.site.page(URGENT);
        let diagnostic = match page.map(Page::source) {
            None => Diagnostic::new(Code::NoUrgentHelp, "there is no page `urgent`")
                .at(Location::file("content/urgent")),
            Some(text) if text.document.section(document::INTRO).is_none() => Diagnostic::new(
                Code::NoUrgentHelp,
                "the page `urgent` has no words before its first heading",
            )
            .hint("what stands there is shown at the foot of every page")
            .at(Location::file(text.file.as_str())),
            Some(_) => return,
        };
        self.diagnostics.push(diagnostic);
    }

    fn addresses(&mut self) {
        let mut taken: BTreeMap<String, &Page> = BTreeMap::new();
        let pages = self.site.pages.values();
        let own = pages.clone().map(|p| (p.address.clone(), p, None));
        let aliases = pages.flat_map(|p| {
            let aliases = p.record.aliases.iter();
            aliases.map(move |a| (a.value.clone(), p, Some(a.span.clone())))
        });
        for (address, page, span) in own.chain(aliases) {
            if let Some(first) = taken.insert(address.clone(), page) {
                let diagnostic = Diagnostic::new(
                    Code::DuplicateUrl,
                    format!(
                        "`{}` and `{}` both have the address `{address}/`",
                        first.path, page.path
                    ),
                );
                let file = format!("{}page.toml", folder_prefix(page));
                match span {
                    Some(span) => self.report(&file, &span, diagnostic),
                    None => self.diagnostics.push(diagnostic.at(Location::file(file))),
                }
            }
        }
    }

    /// Kinds, areas and statuses have names.
    fn names(&mut self) {
        let city = &self.site.city;
        let kinds = city.kinds.iter().map(|k| format!("kind-{}", k.id));
        let areas = city.areas.iter().map(|a| format!("area-{}", a.id));
        let statuses = city.statuses.iter().map(|id| format!("status-{id}"));
        let ids: Vec<String> = kinds.chain(areas).chain(statuses).collect();
        self.site
            .strings
            .require(ids.iter().map(String::as_str), &mut self.diagnostics);
    }

    fn unknown_kind(&self, id: &str) -> Diagnostic {
        Diagnostic::new(
            Code::UnknownKind,
            format!("there is no kind of help `{id}`"),
        )
        .did_you_mean(id, self.site.city.kinds.iter().map(|k| k.id.as_str()))
    }

    fn unknown_area(&self, id: &str) -> Diagnostic {
        Diagnostic::new(Code::UnknownArea, format!("there is no area `{id}`"))
            .did_you_mean(id, self.site.city.areas.iter().map(|a| a.id.as_str()))
    }

    fn report(&mut self, file: &str, span: &Span, diagnostic: Diagnostic) {
        let sources = self.sources;
        let known = self.texts.entry(file.to_owned()).or_insert_with(|| {
            let text = sources.quoted(file)?;
            Some((text, Lines::new(text)))
        });
        let location = match known {
            Some((text, lines)) => lines.location(file, text, span.clone()),
            None => Location::file(file),
        };
        self.diagnostics.push(diagnostic.at(location));
    }
}

/// The page's folder as messages name it, with a slash at its end.
fn folder_prefix(page: &Page) -> &str {
    let file = &page.source().file;
    file.rfind('/').map_or("", |i| &file[..=i])
}
