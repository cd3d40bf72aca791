//! The gazetteer that the site publishes: the city's own or imported postcodes, with the names of places added.

use crate::model::Gazetteer;
use crate::sources::{Source, Sources};
use content::city::City;
use content::places::{self, PlaceRecord};
use diagnostics::{Code, Diagnostic, Diagnostics, Location};
use finder::gazetteer::Builder;
use finder::geometry::Position;
use finder::place::Place;

/// What `mifriendly postcodes import` writes, under `content/`; where it is there and sound, it comes before the city's own gazetteer.
pub const IMPORTED: &str = "places/postcodes.gaz";

/// The names of places, under `content/`.
const PLACES: &str = "places/places.toml";

/// Reads the gazetteer and the places of a city; `None` where it has no gazetteer, or none that can be read, which is reported.
pub fn read(sources: &Sources, city: &City) -> (Option<Gazetteer>, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let places = match sources.content().get(PLACES) {
        None => Vec::new(),
        Some(source) => match source.text() {
            Ok(text) => {
                let (places, problems) = places::read(&source.path, text);
                diagnostics.append(problems);
                places
            }
            Err(problem) => {
                diagnostics.push(problem);
                Vec::new()
            }
        },
    };
    if let Some(source) = sources.content().get(IMPORTED) {
        match decode(source, &places) {
            Ok(gazetteer) => return (Some(gazetteer), diagnostics),
            // What a download left must not be between a city and its site.
            Err(problem) => diagnostics.push(Diagnostic {
                code: Code::UnreadableImport,
                severity: Code::UnreadableImport.severity(),
                ..problem
            }),
        }
    }
    let gazetteer = match &city.gazetteer {
        None => return (None, diagnostics),
        Some(name) => match sources.content().get(name.value.as_str()) {
            Some(source) => decode(source, &places),
            None => {
                let missing = Diagnostic::new(
                    Code::BadValue,
                    format!("the gazetteer `content/{}` is not there", name.value),
                )
                .hint("make it with `mifriendly postcodes import`, or leave `gazetteer` out");
                Err(
                    match sources.content().get("city.toml").map(|s| (s, s.text())) {
                        Some((city, Ok(text))) => {
                            missing.at(Location::new(city.path.as_str(), text, name.span.clone()))
                        }
                        _ => missing,
                    },
                )
            }
        },
    };
    match gazetteer {
        Ok(gazetteer) => (Some(gazetteer), diagnostics),
        Err(problem) => {
            diagnostics.push(problem);
            (None, diagnostics)
        }
    }
}

fn decode(source: &Source, places: &[PlaceRecord]) -> Result<Gazetteer, Diagnostic> {
    let problem = |error: finder::wire::Error| {
        Diagnostic::new(
            Code::BadValue,
            format!("this gazetteer cannot be read: {error}"),
        )
        .hint("make it again with `mifriendly postcodes import`")
        .at(Location::file(source.path.as_str()))
    };
    let index = finder::gazetteer::Gazetteer::decode(&source.bytes).map_err(problem)?;
    if places.is_empty() {
        return Ok(Gazetteer {
            index,
            bytes: source.bytes.clone(),
        });
    }
    let mut builder = Builder::from_gazetteer(&index);
    for record in places {
        if let Some(place) = place(record, &builder) {
            builder.place(place);
        }
    }
    let bytes = builder.encode().map_err(problem)?;
    let index = finder::gazetteer::Gazetteer::decode(&bytes).map_err(problem)?;
    Ok(Gazetteer {
        index,
        bytes: bytes.into(),
    })
}

fn place(record: &PlaceRecord, builder: &Builder) -> Option<Place> {
    let (latitude, longitude) = record.degrees;
    let council = record.council.as_deref();
    Some(Place {
        name: record.name.clone(),
        context: record.context.clone(),
        spellings: record.spellings.clone(),
        position: Position::from_degrees(latitude, longitude)?,
        radius_m: record.radius_m,
        council: council.and_then(|code| builder.council_by_code(code)),
        weight: record.weight,
    })
}
