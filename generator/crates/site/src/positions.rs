//! Where a service's places are: what their records and their postcodes say of it.

use crate::model::Site;
use content::service::LocationRecord;
use finder::gazetteer::{Gazetteer, Spot};
use finder::geometry::Position;
use finder::postcode::{Code, Level};

/// Where a location is: as its record says, or as its postcode says.
pub fn position(site: &Site, location: &LocationRecord) -> Option<Position> {
    if let Some(at) = &location.coordinates {
        let (latitude, longitude) = at.value;
        return Position::from_degrees(latitude, longitude);
    }
    // Without full postcodes in the gazetteer the nearest rougher level has to do; the roughness is not told, so no finer claim is made.
    postcode_spot(site, location).map(|spot| spot.position)
}

/// How far `position` is from the middle of the location's postcode, and how far an address of that postcode can be, in metres; `None`
/// where the gazetteer does not know the postcode.
pub fn postcode_distance(
    site: &Site,
    location: &LocationRecord,
    position: Position,
) -> Option<(u32, u32)> {
    let spot = postcode_spot(site, location)?;
    let others = spot.variants.iter().map(|v| v.position);
    let distance_m = others
        .chain([spot.position])
        .map(|middle| middle.distance_m(position))
        .min()?;
    // Half of a code's addresses lie within its roughness; eight times as far, and three kilometres, no address does.
    Some((distance_m, 3_000 + 8 * spot.roughness_m))
}

/// What the gazetteer knows of a location's postcode, as finely as it can.
pub(crate) fn postcode_spot(site: &Site, location: &LocationRecord) -> Option<Spot> {
    let (index, code) = postcode(site, location)?;
    [Level::Unit, Level::Sector, Level::District]
        .into_iter()
        .filter_map(|level| match level {
            Level::Unit => Some(code.clone()),
            rougher => index.format().part(&code, rougher),
        })
        .find_map(|code| index.get(&code))
}

/// Where a place is, in degrees: as its record says, or the middle of its whole postcode. Anything rougher would be taken for exact.
pub(crate) fn exact_degrees(site: &Site, location: &LocationRecord) -> Option<(f64, f64)> {
    if let Some(at) = &location.coordinates {
        return Some(at.value);
    }
    let (index, code) = postcode(site, location)?;
    index.format().part(&code, Level::Unit)?;
    index.get(&code).map(|spot| spot.position.degrees())
}

/// The location's postcode and the gazetteer to look it up in.
fn postcode<'s>(site: &'s Site, location: &LocationRecord) -> Option<(&'s Gazetteer, Code)> {
    let index = &site.gazetteer.as_ref()?.index;
    let written = &location.postcode.as_ref()?.value;
    Some((index, index.format().normalise(written)?))
}
