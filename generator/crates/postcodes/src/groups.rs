//! Postcodes gathered: by ward, by named place, by code. Middles, reach, and who they belong to.

use std::collections::BTreeMap;

use finder::gazetteer::{Council, Spot};
use finder::geometry::Position;
use finder::place::Place;
use finder::postcode::Code;
use geo::{Distance, Haversine, Point};

use crate::code_list;
use crate::row::Row;

/// A ward: a name, and the middle of its postcodes.
#[derive(Clone, Debug, PartialEq)]
pub struct Ward {
    /// Its code: `E05001228`.
    pub code: String,
    /// Its name without "Ward".
    pub name: String,
    /// The code of its council.
    pub council: String,
    /// The name of its council.
    pub council_name: String,
    /// Mean latitude and longitude of its postcodes, in degrees.
    pub degrees: (f64, f64),
    /// Half of its postcodes lie within so many metres of the mean.
    pub radius_m: u32,
    /// How many postcodes it has.
    pub postcodes: u32,
}

/// A named place of GeoNames.
pub(crate) struct Named<'a> {
    name: &'a str,
    pub(crate) council: &'a Council,
    degrees: (f64, f64),
    radius_m: u32,
    postcodes: u32,
}

impl Named<'_> {
    pub(crate) fn into_place(self, council: Option<u16>) -> Option<Place> {
        let council_name = code_list::plain_name(&self.council.name);
        Some(Place {
            context: if council_name == self.name {
                String::new()
            } else {
                council_name
            },
            name: self.name.into(),
            spellings: Vec::new(),
            position: Position::from_degrees(self.degrees.0, self.degrees.1)?,
            radius_m: self.radius_m,
            council,
            weight: self.postcodes,
        })
    }
}

/// The mean of positions that lie near each other. There is at least one.
pub(crate) fn mean<'a>(rows: impl IntoIterator<Item = &'a Row>) -> (f64, f64) {
    let (mut count, mut sum) = (0.0, (0.0, 0.0));
    for row in rows {
        count += 1.0;
        sum = (sum.0 + row.degrees.0, sum.1 + row.degrees.1);
    }
    (sum.0 / count, sum.1 / count)
}

/// The median distance from a middle, in metres.
fn radius_m(middle: (f64, f64), rows: &[&Row]) -> u32 {
    let mut distances: Vec<f64> = rows
        .iter()
        .map(|row| distance(middle, row.degrees))
        .collect();
    distances.sort_by(f64::total_cmp);
    distances
        .get(distances.len() / 2)
        .map_or(0, |distance| distance.round() as u32)
}

fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
    Haversine.distance(Point::new(a.1, a.0), Point::new(b.1, b.0))
}

/// A part of a postcode that the data gives a position to, as GeoNames does for the four digits of a Dutch one.
pub(crate) fn spot(
    code: &Code,
    middle: (f64, f64),
    rows: &[Row],
    councils: &[Option<u16>],
) -> Option<Spot> {
    let mut counts: BTreeMap<u16, usize> = BTreeMap::new();
    for council in councils.iter().flatten() {
        *counts.entry(*council).or_default() += 1;
    }
    let mut councils: Vec<u16> = counts.keys().copied().collect();
    councils.sort_by_key(|council| std::cmp::Reverse(counts[council]));
    let farthest = rows
        .iter()
        .map(|row| distance(middle, row.degrees))
        .fold(0.0, f64::max);
    Some(Spot {
        code: code.clone(),
        position: Position::from_degrees(middle.0, middle.1)?,
        roughness_m: farthest.round() as u32,
        councils,
        variants: Vec::new(),
    })
}

/// The least and the most that a part is taken to reach from its middle, in metres, where the data has nothing but that middle.
const REACH_M: (f64, f64) = (250.0, 5_000.0);
/// What is taken where there is no other part to compare with.
const REACH_ALONE_M: f64 = 1_000.0;

/// Gives each spot, of which the data has little more than the middle, the distance to the nearest other one as its reach, if it has no
/// larger one: nobody is "about 0 metres" from the middle of an area.
pub(crate) fn widen(spots: &mut [Spot]) {
    spots.sort_by(|a, b| f64::total_cmp(&a.position.degrees().0, &b.position.degrees().0));
    let middles: Vec<(f64, f64)> = spots.iter().map(|spot| spot.position.degrees()).collect();
    for (at, spot) in spots.iter_mut().enumerate() {
        let (south, north) = (middles[..at].iter().rev(), middles[at + 1..].iter());
        let reach = match middles.len() {
            1 => REACH_ALONE_M,
            _ => nearest(middles[at], north, nearest(middles[at], south, REACH_M.1)),
        };
        spot.roughness_m = spot.roughness_m.max(reach.max(REACH_M.0).round() as u32);
    }
}

/// The distance to the nearest of `others` at another place, if it is less than `best`. They come by their distance in latitude.
fn nearest<'m>(own: (f64, f64), others: impl Iterator<Item = &'m (f64, f64)>, best: f64) -> f64 {
    let mut best = best;
    for other in others {
        if distance(own, (other.0, own.1)) > best {
            break;
        }
        if *other != own {
            best = best.min(distance(own, *other));
        }
    }
    best
}

fn gather<'a, K: Ord>(rows: &'a [Row], key: impl Fn(&'a Row) -> K) -> BTreeMap<K, Vec<&'a Row>> {
    let mut groups: BTreeMap<K, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        groups.entry(key(row)).or_default().push(row);
    }
    groups
}

pub(crate) fn wards(rows: &[Row], names: &BTreeMap<String, String>) -> Vec<Ward> {
    let mut wards = Vec::new();
    for ((code, council), rows) in gather(rows, |row| {
        (row.origin.ward.as_str(), row.origin.council.code.as_str())
    }) {
        if let (Some(name), Some(council_name)) = (names.get(code), names.get(council)) {
            let degrees = mean(rows.iter().copied());
            wards.push(Ward {
                code: code.into(),
                name: code_list::plain_name(name),
                council: council.into(),
                council_name: code_list::plain_name(council_name),
                degrees,
                radius_m: radius_m(degrees, &rows),
                postcodes: rows.len() as u32,
            });
        }
    }
    wards.sort_by(|a, b| (&a.name, &a.code).cmp(&(&b.name, &b.code)));
    wards
}

/// Places by name and council, from GeoNames' rows.
pub(crate) fn named_places(rows: &[Row]) -> Vec<Named<'_>> {
    let groups = gather(rows, |row| {
        (row.origin.place.as_str(), row.origin.council.code.as_str())
    });
    let named = groups
        .into_iter()
        .filter(|((place, _), _)| !place.is_empty());
    named
        .map(|((place, _), rows)| {
            let degrees = mean(rows.iter().copied());
            Named {
                name: place,
                council: &rows[0].origin.council,
                degrees,
                radius_m: radius_m(degrees, &rows),
                postcodes: rows.len() as u32,
            }
        })
        .collect()
}
