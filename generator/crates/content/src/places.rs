//! `places/places.toml`: names of neighbourhoods and towns that people type instead of a postcode.

use crate::fields::{Fields, TomlText};
use diagnostics::{Code, Diagnostic, Diagnostics};

/// A named place.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceRecord {
    /// Its name.
    pub name: String,
    /// The town or council that tells it apart from another of the same name.
    pub context: String,
    /// Latitude and longitude of its middle, in degrees.
    pub degrees: (f64, f64),
    /// Half of its postcodes lie within this many metres.
    pub radius_m: u32,
    /// The statistics office's code of its council.
    pub council: Option<String>,
    /// How many postcodes it has.
    pub weight: u32,
    /// Spellings in other languages: BCP 47 tag and name.
    pub spellings: Vec<(String, String)>,
}

/// Reads the `places.toml` at `path`.
pub fn read(path: &str, text: &str) -> (Vec<PlaceRecord>, Diagnostics) {
    let file = TomlText::new(path, text, 0..text.len());
    let places = file.read(|fields| fields.tables("place", place));
    (places.unwrap_or_default(), file.into_diagnostics())
}

fn place(fields: &Fields) -> Option<PlaceRecord> {
    let name = fields.required("name");
    let (latitude, longitude) = (fields.number("latitude"), fields.number("longitude"));
    for field in ["latitude", "longitude"] {
        if !fields.has(field) {
            fields.missing(field);
        }
    }
    let whole = |field: &str| {
        let number = fields.integer(field)?;
        u32::try_from(number.value).ok()
    };
    let spellings = fields.table("spellings", |all| {
        let tags: Vec<String> = all.names();
        tags.into_iter()
            .flat_map(|tag| {
                let names = all.strings(&tag);
                names.into_iter().map(move |n| (tag.clone(), n.value))
            })
            .collect()
    });
    let record = PlaceRecord {
        context: fields.text("context").unwrap_or_default(),
        radius_m: whole("radius").unwrap_or(0),
        council: fields.text("council"),
        weight: whole("weight").unwrap_or(0),
        spellings: spellings.unwrap_or_default(),
        name: name?.value,
        degrees: (latitude.as_ref()?.value, longitude.as_ref()?.value),
    };
    let (latitude, longitude) = (latitude?, longitude?);
    if latitude.value.abs() > 90.0 || longitude.value.abs() > 180.0 {
        let message = format!(
            "no place on Earth is at {}, {}",
            latitude.value, longitude.value
        );
        fields.report(
            Diagnostic::new(Code::BadCoordinate, message),
            &latitude.span,
        );
        return None;
    }
    Some(record)
}
