//! GeoJSON (RFC 7946): a feature for each place where a service can be found.

use crate::hsds::{compact, licences};
use crate::identity::uuid;
use crate::listing::Dataset;
use content::service::Word;
use serde_json::{Value, json};

/// A feature collection. A place whose position is not known to the whole postcode has no geometry; a service without a place, or with
/// one that must stay secret, has no feature.
pub fn write(dataset: &Dataset) -> String {
    let mut features: Vec<Value> = Vec::new();
    for listing in &dataset.services {
        let service = listing.record;
        for (n, (place, at)) in listing.places().enumerate() {
            let kinds: Vec<&str> = service.kinds.iter().map(|k| k.value.as_str()).collect();
            let phones: Vec<&str> = service.phones.iter().map(|p| p.number.as_str()).collect();
            let hours: Vec<Value> = listing
                .schedules()
                .iter()
                .map(|s| json!({ "kind": s.kind.word(), "opening_hours": s.opening_hours }))
                .collect();
            features.push(json!({
                "type": "Feature",
                "id": uuid(&["location", listing.key, &n.to_string()]),
                // Longitude first: RFC 7946, section 3.1.1.
                "geometry": at.map(|(latitude, longitude)| json!({ "type": "Point", "coordinates": [longitude, latitude] })),
                "properties": compact(json!({
                    "service_id": uuid(&["service", listing.key, ""]),
                    "name": service.name,
                    "organization": service.organization,
                    "description": listing.description,
                    "kinds": kinds,
                    "place": place.name,
                    "address": (!place.address.is_empty()).then(|| place.address.join(", ")),
                    "city": place.city,
                    "postal_code": place.postcode.as_ref().map(|p| &p.value),
                    "position": at.map(|_| if place.coordinates.is_some() { "given" } else { "postcode" }),
                    "step_free": place.step_free,
                    "phones": (!phones.is_empty()).then_some(phones),
                    "url": listing.url(),
                    "email": service.email,
                    "page": listing.page,
                    "schedules": (!hours.is_empty()).then_some(hours),
                    "assured_date": service.last_confirmed.map(|d| d.to_string()),
                    "source": service.origin.as_ref().map(|o| &o.feed),
                    "license": service.origin.as_ref().and_then(|o| o.licence.as_ref()),
                })),
            }));
        }
    }
    let origins = dataset.origins();
    let collection = compact(json!({
        "type": "FeatureCollection",
        "title": dataset.title,
        "publisher": dataset.publisher,
        "licenses": licences(dataset),
        "sources": (!origins.is_empty()).then(|| origins.iter().map(|(feed, licence)| json!({ "title": feed, "license": licence })).collect::<Vec<_>>()),
        "features": features,
    }));
    // A tree of strings, numbers and lists is always JSON.
    let mut text = serde_json::to_string(&collection).unwrap_or_default();
    text.push('\n');
    text
}
