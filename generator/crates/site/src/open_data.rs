//! The city's services as they are given away: the source language's words, and positions no rougher than a whole postcode.

use crate::address;
use crate::model::Site;
use crate::positions::exact_degrees;
use crate::service_context::words;
use exchange::{Area, Dataset, Listing};
use std::collections::{BTreeMap, BTreeSet};

/// Where the files of open data are, from the root of the site: Open Referral UK JSON, GeoJSON, CSV.
pub const DATA: [&str; 3] = [
    "data/services.json",
    "data/services.geojson",
    "data/services.csv",
];

/// Whether the site offers its services as open data: where there are any, and the city says under which licence.
pub fn offered(site: &Site) -> bool {
    site.city.licence.is_some() && site.services().next().is_some()
}

/// Every service that is shown, with what the files say around them. `base_url` makes the addresses of pages whole.
pub fn dataset<'s>(site: &'s Site, base_url: Option<&'s str>) -> Dataset<'s> {
    let language = site.city.source_language;
    let words = words(site, language).plain_text();
    let area = |id: &str, code: Option<String>| Area {
        name: words.text(&format!("area-{id}")),
        code,
    };
    let ends = ["all", "country"]
        .into_iter()
        .map(|id| (id, area(id, None)));
    let areas = site.city.areas.iter();
    let areas = areas.map(|a| (a.id.as_str(), area(&a.id, a.code.clone())));
    let tags: BTreeSet<&str> = site
        .services()
        .flat_map(|(_, s)| s.languages.iter().map(|l| l.value.as_str()))
        .collect();
    let kinds = site.city.kinds.iter();
    Dataset {
        title: &site.city.name,
        publisher: &site.city.operator.name,
        homepage: base_url,
        country: &site.city.country,
        language: language.tag,
        licence: site.city.licence.as_ref(),
        kinds: kinds
            .map(|k| (k.id.as_str(), words.text(&format!("kind-{}", k.id))))
            .collect(),
        areas: ends.chain(areas).collect(),
        languages: tags
            .into_iter()
            .map(|tag| (tag, words.language_name(tag)))
            .collect::<BTreeMap<_, _>>(),
        services: site
            .services()
            .map(|(page, record)| Listing {
                key: &page.path,
                record,
                description: page.description(page.source_language.tag).to_owned(),
                // The address of a page is neutral where its service is sensitive.
                page: base_url
                    .map(|base| address::full(base, &address::output(language.tag, &page.address))),
                positions: record
                    .locations
                    .iter()
                    .map(|l| exact_degrees(site, l))
                    .collect(),
            })
            .collect(),
    }
}

/// How other directories may call this city's languages and areas: tags and ids by code and name, in lower case.
pub struct Names {
    /// Tags of languages by tag, own name, and name in the source language.
    pub languages: BTreeMap<String, String>,
    /// Ids of areas by id and name.
    pub areas: BTreeMap<String, String>,
}

/// The names of languages and areas.
pub fn names(site: &Site) -> Names {
    let words = words(site, site.city.source_language).plain_text();
    let languages = content::language::tags().flat_map(|tag| {
        let own = content::language::Language::find(tag).map_or(tag, |l| l.name);
        [tag.to_owned(), own.to_owned(), words.language_name(tag)]
            .map(|name| (name.to_lowercase(), tag.to_owned()))
    });
    let ends = ["all", "country"].into_iter();
    let areas = ends.chain(site.city.areas.iter().map(|a| a.id.as_str()));
    let areas = areas.flat_map(|id| {
        [id.to_owned(), words.text(&format!("area-{id}"))]
            .map(|name| (name.to_lowercase(), id.to_owned()))
    });
    Names {
        languages: languages.collect(),
        areas: areas.collect(),
    }
}
