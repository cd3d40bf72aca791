//! GeoNames' postal files: tab-separated text, one row for each place of each postcode.
//!
//! Columns (readme of the export): country, postal code, place, then name and code of three levels of
//! administration, latitude, longitude, accuracy. Licence: CC BY 4.0.

use std::collections::{BTreeMap, BTreeSet};

use finder::gazetteer::Council;

use crate::Dropped;
use crate::row::{Origin, Origins, Parsed, Row};

/// What the licence asks for.
pub(crate) const ATTRIBUTION: &str =
    "Contains postal data from GeoNames (https://www.geonames.org/), licensed under CC BY 4.0.";

const COLUMNS: usize = 12;

/// Whether a file that begins with this line is one.
pub(crate) fn is_form(line: &[u8]) -> bool {
    let columns: Vec<&[u8]> = line.split(|byte| *byte == b'\t').collect();
    columns.len() >= COLUMNS - 1 && columns[0].len() == 2
}

/// A line.
pub(crate) fn row(line: &[u8]) -> Result<Parsed, Dropped> {
    let line = std::str::from_utf8(line).map_err(|_| Dropped::Malformed)?;
    read(&line.split('\t').collect::<Vec<_>>())
}

fn read(columns: &[&str]) -> Result<Parsed, Dropped> {
    let &[
        _,
        code,
        place,
        name1,
        code1,
        name2,
        code2,
        name3,
        code3,
        latitude,
        longitude,
        ..,
    ] = columns
    else {
        return Err(Dropped::Malformed);
    };
    if latitude.is_empty() || longitude.is_empty() {
        return Err(Dropped::NoPosition);
    }
    let degrees = |text: &str| text.parse::<f64>().map_err(|_| Dropped::Malformed);
    let (latitude, longitude) = (degrees(latitude)?, degrees(longitude)?);
    if !(latitude.abs() <= 90.0 && longitude.abs() <= 180.0) {
        return Err(Dropped::Malformed);
    }
    // The council is the finest level that has a code; the one above it is its county.
    let levels: Vec<(&str, &str)> = [(name3, code3), (name2, code2), (name1, code1)]
        .into_iter()
        .filter(|(_, code)| !code.is_empty())
        .collect();
    let (name, council) = levels.first().copied().unwrap_or_default();
    let county = levels.get(1).map_or("", |(_, code)| code);
    Ok(Parsed {
        code: code.into(),
        degrees: (latitude, longitude),
        origin: Origin {
            council: Council {
                code: council.into(),
                county: county.into(),
                name: name.into(),
            },
            ward: String::new(),
            place: place.into(),
        },
    })
}

/// Rows that name no finer level than the county, in a county in which others do (Sweden's postcodes of boxes): a county is
/// nobody's council. They get that of the same place's other rows, where those agree, else none.
pub(crate) fn complete(rows: &mut [Row], origins: &mut Origins) {
    let counties: BTreeSet<&str> = rows
        .iter()
        .map(|row| row.origin.council.county.as_str())
        .filter(|county| !county.is_empty())
        .collect();
    // By county and place: the council of its rows; `None` where they differ.
    let mut councils: BTreeMap<(&str, &str), Option<&Council>> = BTreeMap::new();
    for row in rows
        .iter()
        .filter(|row| !row.origin.council.county.is_empty())
    {
        let own = &row.origin.council;
        let council = councils
            .entry((&own.county, &row.origin.place))
            .or_insert(Some(own));
        if *council != Some(own) {
            *council = None;
        }
    }
    let better = |origin: &Origin| {
        let own = &origin.council;
        if !own.county.is_empty() || !counties.contains(own.code.as_str()) {
            return None;
        }
        let known = councils.get(&(own.code.as_str(), origin.place.as_str()));
        Some(Origin {
            council: known.copied().flatten().cloned().unwrap_or(Council {
                name: own.name.clone(),
                ..Council::default()
            }),
            ..origin.clone()
        })
    };
    let better: Vec<(usize, Origin)> = rows
        .iter()
        .enumerate()
        .filter_map(|(at, row)| Some((at, better(&row.origin)?)))
        .collect();
    for (at, origin) in better {
        rows[at].origin = origins.shared(origin);
    }
}
