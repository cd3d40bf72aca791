//! GeoNames' postal files: tab-separated text, one row for each place of each postcode.
//!
//! Columns (readme of the export): country, postal code, place, then name and code of three levels of
//! administration, latitude, longitude, accuracy. Licence: CC BY 4.0.

use std::collections::{BTreeMap, BTreeSet};

use finder::gazetteer::Council;
use finder::postcode::Code;

use crate::{Dropped, Row};

/// What the licence asks for.
pub(crate) const ATTRIBUTION: &str =
    "Contains postal data from GeoNames (https://www.geonames.org/), licensed under CC BY 4.0.";

const COLUMNS: usize = 12;

/// Whether this is such a file.
pub(crate) fn is_form(bytes: &[u8]) -> bool {
    let line = bytes
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    let columns: Vec<&[u8]> = line.split(|byte| *byte == b'\t').collect();
    columns.len() >= COLUMNS - 1 && columns[0].len() == 2
}

/// All rows.
pub(crate) fn rows(bytes: &[u8]) -> impl Iterator<Item = Result<Row, Dropped>> {
    bytes
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.trim_ascii().is_empty())
        .map(|line| {
            let line = std::str::from_utf8(line).map_err(|_| Dropped::Malformed)?;
            read(&line.trim_end_matches('\r').split('\t').collect::<Vec<_>>())
        })
}

fn read(columns: &[&str]) -> Result<Row, Dropped> {
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
    Ok(Row {
        code: code.into(),
        degrees: (latitude, longitude),
        council: Council {
            code: council.into(),
            county: county.into(),
            name: name.into(),
        },
        ward: String::new(),
        place: place.into(),
    })
}

/// Rows that name no finer level than the county, in a county in which others do (Sweden's postcodes of boxes): a county is
/// nobody's council. They get that of the same place's other rows, where those agree, else none.
pub(crate) fn complete(rows: &mut [(Code, Row)]) {
    let counties: BTreeSet<String> = rows
        .iter()
        .map(|(_, row)| row.council.county.clone())
        .filter(|county| !county.is_empty())
        .collect();
    // By county and place: the council of its rows; `None` where they differ.
    let mut councils: BTreeMap<(String, String), Option<Council>> = BTreeMap::new();
    for (_, row) in rows
        .iter()
        .filter(|(_, row)| !row.council.county.is_empty())
    {
        let council = councils
            .entry((row.council.county.clone(), row.place.clone()))
            .or_insert_with(|| Some(row.council.clone()));
        if council.as_ref() != Some(&row.council) {
            *council = None;
        }
    }
    for (_, row) in rows {
        let county = row.council.code.clone();
        if row.council.county.is_empty() && counties.contains(&county) {
            let name = row.council.name.clone();
            let known = councils.get(&(county, row.place.clone())).cloned();
            row.council = known.flatten().unwrap_or(Council {
                name,
                ..Council::default()
            });
        }
    }
}
