//! Values that many pages use, computed once for a site.

use crate::hours;
use crate::model::{Page, Site};
use content::service::ServiceRecord;
use finder::hours::Hours;
use std::collections::BTreeMap;

/// How many services the "get help" box of a guide shows.
const HELP_SERVICES: usize = 3;

/// What follows from the records of a site.
#[derive(Default)]
pub struct Derived {
    /// Compiled opening hours by their text; many services share one.
    hours: BTreeMap<String, Hours>,
    /// Paths of the pages that are in a menu, in its order.
    menu: Vec<String>,
    /// Paths of the services to show for help of these kinds.
    help: BTreeMap<Vec<String>, Vec<String>>,
}

impl Derived {
    /// Computes all of it.
    pub fn of(site: &Site) -> Self {
        Self {
            hours: compiled_hours(site),
            menu: menu(site),
            help: help(site),
        }
    }

    /// Opening hours written `text`; `None` where they cannot be read.
    pub fn hours(&self, text: &str) -> Option<&Hours> {
        self.hours.get(text)
    }
}

impl Site {
    /// The pages that are in a menu, in its order.
    pub fn menu_pages(&self) -> impl Iterator<Item = &Page> {
        self.derived.menu.iter().filter_map(|path| self.page(path))
    }

    /// A few services for help of these kinds, the same for every reader.
    pub fn help_services(&self, kinds: &[String]) -> impl Iterator<Item = (&Page, &ServiceRecord)> {
        let paths = self.derived.help.get(kinds).into_iter().flatten();
        paths.filter_map(|path| {
            let page = self.page(path)?;
            Some((page, page.service.as_ref()?))
        })
    }
}

fn compiled_hours(site: &Site) -> BTreeMap<String, Hours> {
    let mut compiled = BTreeMap::new();
    for (_, record) in site.services() {
        let phones = record
            .phones
            .iter()
            .filter_map(|p| p.opening_hours.as_ref());
        let schedules = record.schedules.iter().map(|s| &s.opening_hours);
        for text in phones.chain(schedules) {
            if !compiled.contains_key(text)
                && let Some(hours) = hours::compile(site, text)
            {
                compiled.insert(text.clone(), hours);
            }
        }
    }
    compiled
}

fn menu(site: &Site) -> Vec<String> {
    let pages = site.pages.values();
    let mut pages: Vec<&Page> = pages.filter(|p| p.record.menu.is_some()).collect();
    pages.sort_by_key(|p| (p.record.order, &p.path));
    pages.into_iter().map(|p| p.path.clone()).collect()
}

fn help(site: &Site) -> BTreeMap<Vec<String>, Vec<String>> {
    let mut help = BTreeMap::new();
    for page in site.pages.values() {
        let kinds: Vec<String> = page.record.kinds.iter().map(|k| k.value.clone()).collect();
        if !kinds.is_empty() && !help.contains_key(&kinds) {
            let services = help_of(site, &kinds);
            help.insert(kinds, services);
        }
    }
    help
}

/// Those whose main kind it is first, then helplines, then by name: a steady choice that a reader can find again.
fn help_of(site: &Site, kinds: &[String]) -> Vec<String> {
    let mut services: Vec<_> = site
        .services()
        .filter(|(_, s)| s.kinds.iter().any(|k| kinds.contains(&k.value)))
        .map(|(page, s)| {
            let other = s.kinds.first().is_none_or(|k| k.value != kinds[0]);
            let place = !s.locations.is_empty() || s.phones.is_empty();
            ((other, place, &s.name), &page.path)
        })
        .collect();
    services.sort();
    let first = services.into_iter().take(HELP_SERVICES);
    first.map(|(_, path)| path.clone()).collect()
}
