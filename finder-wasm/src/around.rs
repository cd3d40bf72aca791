//! The layout of the picture "around you": rings of distance, numbered dots and a few names of places, in the
//! whole-number units of an SVG whose middle is the reader, east right and north up in every language.

use std::cmp::Reverse;

use finder::geometry::Offset;
use finder::locale::DistanceUnit;
use finder::search::REACH_M;

/// Half the side of the picture.
pub const HALF: i32 = 500;
/// The radius of the outermost ring.
const OUTER: i32 = 430;
/// The radius of a dot.
pub const DOT: i32 = 40;
/// The radius of the mark for the reader.
pub const YOU: i32 = 18;
/// The height of a letter, for the boxes of names.
pub const LETTER: i32 = 38;
/// Where the letter for north is.
pub const NORTH: Point = Point { x: 0, y: 30 - HALF };
/// At most this many names of places.
const MOST_NAMES: usize = 7;

/// Radii that people know, in metres: from a quarter of a mile or of a kilometre on.
const MILES: [u32; 8] = [402, 805, 1609, 3219, 8047, 16_093, 32_187, 80_467];
const KILOMETRES: [u32; 8] = [250, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000];

/// A point in the picture: x to the right (east), y down (south).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// To the right.
    pub x: i32,
    /// Downwards.
    pub y: i32,
}

/// A ring of distance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ring {
    /// Its radius in the picture.
    pub radius: i32,
    /// Its radius on the ground, in metres.
    pub metres: u32,
    /// The middle of its label, on the ring.
    pub label: Point,
}

/// A numbered dot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dot {
    /// Its index among what was asked to be drawn.
    pub index: usize,
    /// Where it is drawn.
    pub at: Point,
    /// Where it truly lies, if it was moved so as not to cover another.
    pub from: Option<Point>,
}

/// A named place to be offered to the picture.
#[derive(Clone, Copy, Debug)]
pub struct Landmark<'a> {
    /// Its name in the reader's language.
    pub name: &'a str,
    /// Where it lies.
    pub offset: Offset,
    /// How important it is.
    pub weight: u32,
}

/// The picture.
#[derive(Clone, Debug, Default)]
pub struct Picture<'a> {
    /// The rings, the widest first.
    pub rings: Vec<Ring>,
    /// The dots, by index.
    pub dots: Vec<Dot>,
    /// Names of places and the middle of their text.
    pub names: Vec<(&'a str, Point)>,
    /// How many lie outside the picture.
    pub far: u32,
}

/// A box that is taken: its middle and half its sides.
type Taken = (Point, i32, i32);

/// Lays out dots at `offsets` and the best of `landmarks`. Empty where there is no offset at all.
pub fn lay_out<'a>(
    unit: DistanceUnit,
    offsets: &[Offset],
    mut landmarks: Vec<Landmark<'a>>,
) -> Picture<'a> {
    let Some(metres) = reach(unit, offsets) else {
        return Picture::default();
    };
    let mut rings = rings(unit, metres);
    let mut taken: Vec<Taken> = vec![
        (Point { x: 0, y: 0 }, YOU, YOU),
        (NORTH, LETTER, LETTER / 2),
    ];
    let mut picture = Picture::default();
    for (index, offset) in offsets.iter().enumerate() {
        if offset.distance_m() > metres {
            picture.far += 1;
            continue;
        }
        let truly = project(*offset, metres);
        let at = free_spot(truly, &taken);
        taken.push((at, DOT, DOT));
        let from = (at != truly).then_some(truly);
        picture.dots.push(Dot { index, at, from });
    }
    for ring in &mut rings {
        ring.label = label_spot(ring.radius, &taken);
        taken.push((ring.label, LETTER * 2, LETTER / 2));
    }
    picture.rings = rings;
    landmarks.retain(|landmark| landmark.offset.distance_m() <= metres);
    // The most important first. A sort would weigh more than all this file.
    while let Some((best, _)) = landmarks
        .iter()
        .enumerate()
        .max_by_key(|(_, it)| (it.weight, Reverse(it.name)))
    {
        let landmark = landmarks.swap_remove(best);
        let at = project(landmark.offset, metres);
        let half_width = landmark.name.chars().fold(0, |count, _| count + 1) * LETTER * 3 / 10;
        let inside = at.x.abs() + half_width < HALF;
        if inside
            && !taken
                .iter()
                .any(|other| overlap((at, half_width, LETTER / 2), *other))
        {
            taken.push((at, half_width, LETTER / 2));
            picture.names.push((landmark.name, at));
            if picture.names.len() == MOST_NAMES {
                break;
            }
        }
    }
    picture
}

/// Where the label of a ring of this radius covers nothing: south, north, east or west on the ring.
fn label_spot(radius: i32, taken: &[Taken]) -> Point {
    let spots = [(0, 1), (0, -1), (1, 0), (-1, 0)].map(|(x, y)| Point {
        x: x * radius,
        y: y * radius,
    });
    let free = |at: &&Point| {
        !taken
            .iter()
            .any(|other| overlap((**at, LETTER * 2, LETTER / 2), *other))
    };
    *spots.iter().find(free).unwrap_or(&spots[0])
}

/// The radius in metres that holds most of the dots that are in reach, or of all where none is: a few that lie far off must
/// not squeeze the others together.
fn reach(unit: DistanceUnit, offsets: &[Offset]) -> Option<u32> {
    let steps = steps(unit);
    let widest = steps[steps.len() - 1];
    let within = |metres: u32| {
        let near = offsets.iter().filter(|at| at.distance_m() <= metres);
        near.count()
    };
    let drawn = match within(REACH_M) {
        0 => offsets.len(),
        near => near,
    };
    // Four of five.
    let wanted = (drawn * 4).div_ceil(5);
    let holds = |&step: &u32| within(step) >= wanted;
    (wanted > 0).then(|| steps.into_iter().find(holds).unwrap_or(widest))
}

fn steps(unit: DistanceUnit) -> [u32; 8] {
    match unit {
        DistanceUnit::Mile => MILES,
        DistanceUnit::Kilometre => KILOMETRES,
    }
}

/// The outermost ring and up to two that people know inside it, where there is room for their labels.
fn rings(unit: DistanceUnit, outermost: u32) -> Vec<Ring> {
    let inner = steps(unit)
        .into_iter()
        .rev()
        .filter(|&step| step <= outermost);
    let rings = inner.map(|metres| Ring {
        radius: scale(metres as i32, outermost),
        metres,
        label: Point { x: 0, y: 0 },
    });
    rings
        .take(3)
        .filter(|ring| ring.radius > LETTER * 2)
        .collect()
}

fn scale(metres: i32, outermost: u32) -> i32 {
    (i64::from(metres) * i64::from(OUTER) / i64::from(outermost.max(1))) as i32
}

fn project(offset: Offset, outermost: u32) -> Point {
    Point {
        x: scale(offset.east, outermost),
        y: -scale(offset.north, outermost),
    }
}

/// The nearest spot to `wanted` where a dot covers nothing: rounds of eight, each one dot further out.
fn free_spot(wanted: Point, taken: &[Taken]) -> Point {
    const ROUND: [(i32, i32); 8] = [
        (0, -1),
        (1, 0),
        (0, 1),
        (-1, 0),
        (1, -1),
        (1, 1),
        (-1, 1),
        (-1, -1),
    ];
    let free = |at: Point| {
        let inside = at.x.abs() <= HALF - DOT && at.y.abs() <= HALF - DOT;
        inside && !taken.iter().any(|other| overlap((at, DOT, DOT), *other))
    };
    let around = (1..=8).flat_map(|round| {
        ROUND.iter().map(move |(x, y)| Point {
            x: wanted.x + x * round * DOT,
            y: wanted.y + y * round * DOT,
        })
    });
    std::iter::once(wanted)
        .chain(around)
        .find(|at| free(*at))
        .unwrap_or(wanted)
}

fn overlap(a: Taken, b: Taken) -> bool {
    (a.0.x - b.0.x).abs() < a.1 + b.1 && (a.0.y - b.0.y).abs() < a.2 + b.2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offset(east: i32, north: i32) -> Offset {
        Offset { east, north }
    }

    #[test]
    fn north_is_up_and_east_is_right() {
        let picture = lay_out(
            DistanceUnit::Kilometre,
            &[offset(900, 0), offset(0, 900)],
            vec![],
        );
        assert_eq!(picture.rings[0].metres, 1000);
        assert!(picture.dots[0].at.x > 300 && picture.dots[0].at.y == 0);
        assert!(picture.dots[1].at.y < -300 && picture.dots[1].at.x == 0);
    }

    #[test]
    fn services_in_one_building_do_not_hide_one_another() {
        let same = [offset(300, 300); 9];
        let picture = lay_out(DistanceUnit::Mile, &same, vec![]);
        assert_eq!(picture.dots.len(), 9);
        for (i, a) in picture.dots.iter().enumerate() {
            for b in &picture.dots[..i] {
                assert!(
                    !overlap((a.at, DOT, DOT), (b.at, DOT, DOT)),
                    "{a:?} covers {b:?}"
                );
            }
            assert!(a.at.x.abs() <= HALF - DOT && a.at.y.abs() <= HALF - DOT);
        }
        assert_eq!(picture.dots[0].from, None);
        assert!(picture.dots[8].from.is_some());
    }

    #[test]
    fn one_far_service_is_counted_and_does_not_squeeze_the_rest() {
        let offsets = [
            offset(100, 0),
            offset(0, 300),
            offset(-350, 0),
            offset(0, -390),
            offset(30_000, 0),
        ];
        let picture = lay_out(DistanceUnit::Mile, &offsets, vec![]);
        assert_eq!(
            (picture.rings[0].metres, picture.far, picture.dots.len()),
            (402, 1, 4)
        );
    }

    #[test]
    fn the_next_city_is_drawn_only_where_nothing_is_nearer() {
        let far = [offset(21_000, 0), offset(0, 22_000), offset(23_000, 0)];
        let picture = lay_out(DistanceUnit::Mile, &far, vec![]);
        assert_eq!((picture.dots.len(), picture.far), (3, 0));
        let with_near = [&far[..], &[offset(700, 0)]].concat();
        let picture = lay_out(DistanceUnit::Mile, &with_near, vec![]);
        assert_eq!((picture.rings[0].metres, picture.far), (805, 3));
    }

    #[test]
    fn names_cover_neither_dots_nor_one_another() {
        let landmark = |name, east, north, weight| Landmark {
            name,
            offset: offset(east, north),
            weight,
        };
        let names = vec![
            landmark("Small", 500, 505, 1),
            landmark("Large", 500, 500, 9),
            landmark("Under a dot", -700, 0, 5),
            landmark("Outside", 5000, 0, 7),
        ];
        let picture = lay_out(DistanceUnit::Kilometre, &[offset(-700, 0)], names);
        let shown: Vec<&str> = picture.names.iter().map(|(name, _)| *name).collect();
        assert_eq!(shown, ["Large"]);
    }

    #[test]
    fn nothing_to_draw_draws_nothing() {
        let picture = lay_out(DistanceUnit::Mile, &[], vec![]);
        assert!(picture.rings.is_empty() && picture.dots.is_empty());
    }
}
