//! Every service by area and kind, for the finder's page as it is read without JavaScript.

use crate::context::{Directory, DirectoryArea, DirectoryKind, Link};
use crate::model::{Page, Site};
use crate::service_context::{self, words};
use content::language::Language;
use content::service::ServiceRecord;

/// The whole directory for the file `output`.
pub(crate) fn directory(site: &Site, output: &str, language: &'static Language) -> Directory {
    let words = words(site, language);
    let services: Vec<(&Page, &ServiceRecord)> = site.services().collect();
    let areas = ["country", "all"]
        .into_iter()
        .chain(site.city.areas.iter().map(|a| a.id.as_str()))
        .chain([""]);
    let areas = areas
        .filter_map(|area| {
            let here: Vec<_> = services.iter().filter(|(_, s)| serves(s, area)).collect();
            let kinds: Vec<DirectoryKind> = site
                .city
                .kinds
                .iter()
                .filter_map(|kind| {
                    let mut list: Vec<_> = here
                        .iter()
                        .filter(|(_, s)| s.kinds.first().is_some_and(|k| k.value == kind.id))
                        .collect();
                    list.sort_by(|a, b| (&a.1.name, &a.0.path).cmp(&(&b.1.name, &b.0.path)));
                    let kind =
                        service_context::kinds(site, std::iter::once(kind.id.as_str()), words)
                            .into_iter()
                            .next()?;
                    let services: Vec<_> = list
                        .into_iter()
                        .map(|(page, record)| {
                            service_context::service(site, page, record, output, language)
                        })
                        .collect();
                    (!services.is_empty()).then_some(DirectoryKind { kind, services })
                })
                .collect();
            (!kinds.is_empty()).then(|| DirectoryArea {
                id: area.to_owned(),
                name: words.text(&if area.is_empty() {
                    "area-unknown".to_owned()
                } else {
                    format!("area-{area}")
                }),
                kinds,
            })
        })
        .collect();
    Directory {
        count: services.len(),
        areas,
        data: data(site, output),
    }
}

/// Links from the file `output` to the files of open data.
fn data(site: &Site, output: &str) -> Vec<Link> {
    if !crate::open_data::offered(site) {
        return Vec::new();
    }
    let referral = match site.city.country.as_str() {
        "GB" => "Open Referral UK (JSON)",
        _ => "Open Referral (JSON)",
    };
    [referral, "GeoJSON", "CSV"]
        .into_iter()
        .zip(crate::open_data::DATA)
        .map(|(name, file)| Link {
            title: name.to_owned(),
            url: crate::address::relative(output, file),
            current: false,
        })
        .collect()
}

/// Whether a service is listed under `area`; the empty area takes those of which it is not known.
fn serves(service: &ServiceRecord, area: &str) -> bool {
    if area.is_empty() {
        return service.areas.is_empty();
    }
    service.areas.iter().any(|a| a.value == area)
}
