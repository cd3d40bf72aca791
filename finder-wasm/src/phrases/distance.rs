//! How far and in which direction.

use finder::geometry::Offset;
use finder::locale::{Distance, walking_minutes};
use finder::search::Hit;
use finder::service::Premises;

use crate::words::Words;

/// Below this nobody needs a number, and no position here is that exact.
const VERY_NEAR_M: u32 = 50;

/// Longest walk worth proposing, in minutes.
const LONGEST_WALK: u32 = 60;

/// A length in the city's unit.
pub fn length(words: &Words, metres: u32) -> String {
    match words.directory().distance_unit.tell(metres) {
        Distance::Metres(n) => words.count("finder-metres", n),
        Distance::Yards(n) => words.count("finder-yards", n),
        Distance::MileTenths(n) => words.count_tenths("finder-miles", n),
        Distance::KilometreTenths(n) => words.count_tenths("finder-kilometres", n),
    }
}

/// The key of the name of one of the eight winds in which `offset` lies.
///
/// Whole numbers only: the border between two winds, tan 22.5° = 0.41421, is taken as 12/29 = 0.41379.
pub fn wind(offset: Offset) -> &'static str {
    let (east, north) = (i64::from(offset.east), i64::from(offset.north));
    let (across, along) = (east.abs() * 29, north.abs() * 29);
    let sideways = across > north.abs() * 12;
    let lengthways = along > east.abs() * 12;
    match (lengthways, sideways, north > 0, east > 0) {
        (true, true, true, true) => "finder-bearing-ne",
        (true, true, true, false) => "finder-bearing-nw",
        (true, true, false, true) => "finder-bearing-se",
        (true, true, false, false) => "finder-bearing-sw",
        (true, false, true, _) => "finder-bearing-n",
        (true, false, false, _) => "finder-bearing-s",
        (false, _, _, true) => "finder-bearing-e",
        (false, _, _, false) => "finder-bearing-w",
    }
}

/// Where a service is as seen from the reader, in words. `located`: whether the search is anywhere; without
/// that nothing is said of distances, for nobody asked. `None` where there is nothing to say.
pub fn whereabouts(words: &Words, hit: &Hit, located: bool) -> Option<String> {
    let service = words.directory().services.get(hit.service as usize)?;
    match (&service.premises, hit.distance_m) {
        (Premises::Confidential, _) => Some(words.text("finder-secret").to_owned()),
        (Premises::Remote, _) => Some(words.text("finder-remote").to_owned()),
        (Premises::At(_), None) if located => Some(words.text("finder-no-position").to_owned()),
        (Premises::At(_), None) => None,
        (Premises::At(_), Some(metres)) => Some(toward(words, metres, hit.offset)),
    }
}

fn toward(words: &Words, metres: u32, offset: Option<Offset>) -> String {
    if metres < VERY_NEAR_M {
        return words.text("finder-very-near").to_owned();
    }
    let mut said = length(words, metres);
    if let Some(offset) = offset {
        let direction = words.text(wind(offset));
        said = words.say(
            "finder-far",
            &[("distance", &said), ("direction", direction)],
        );
    }
    let minutes = walking_minutes(metres);
    if minutes <= LONGEST_WALK {
        let walk = words.count("finder-walk", minutes);
        said = words.pair(&said, &walk);
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn winds_turn_at_the_middle_between_two() {
        let wind = |east, north| wind(Offset { east, north });
        assert_eq!(wind(0, 1000), "finder-bearing-n");
        assert_eq!(wind(410, 1000), "finder-bearing-n");
        assert_eq!(wind(420, 1000), "finder-bearing-ne");
        assert_eq!(wind(1000, 420), "finder-bearing-ne");
        assert_eq!(wind(1000, 410), "finder-bearing-e");
        assert_eq!(wind(-1000, 0), "finder-bearing-w");
        assert_eq!(wind(-700, -700), "finder-bearing-sw");
        assert_eq!(wind(10, -700), "finder-bearing-s");
        assert_eq!(wind(900, -700), "finder-bearing-se");
        assert_eq!(wind(-900, 700), "finder-bearing-nw");
    }
}
