//! Places on the map in whole numbers: positions in hundred-thousandths of a degree, distances in
//! metres in a plane that touches the Earth at one point, directions in sixteen winds.
//!
//! No trigonometry is used where a query is answered, and of floating point only the square root, whose result the
//! standard fixes to the bit (IEEE 754) and which is then put right to the whole number: a browser and a terminal agree.

/// A point in WGS 84, in units of 1e-5 degree (about 1.1 m of latitude).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    latitude: i32,
    longitude: i32,
}

impl Position {
    /// A position from 1e-5 degrees, or `None` outside ±90° and ±180°.
    #[must_use]
    pub const fn new(latitude: i32, longitude: i32) -> Option<Position> {
        if latitude < -9_000_000
            || latitude > 9_000_000
            || longitude < -18_000_000
            || longitude > 18_000_000
        {
            return None;
        }
        Some(Position {
            latitude,
            longitude,
        })
    }

    /// The nearest position to these degrees, or `None` outside ±90° and ±180° or where one is not a number.
    #[must_use]
    pub fn from_degrees(latitude: f64, longitude: f64) -> Option<Position> {
        if !(latitude.abs() <= 90.0 && longitude.abs() <= 180.0) {
            return None;
        }
        Position::new(
            (latitude * 1e5).round() as i32,
            (longitude * 1e5).round() as i32,
        )
    }

    /// Latitude in 1e-5 degree, north positive.
    #[must_use]
    pub const fn latitude(self) -> i32 {
        self.latitude
    }

    /// Longitude in 1e-5 degree, east positive.
    #[must_use]
    pub const fn longitude(self) -> i32 {
        self.longitude
    }

    /// Latitude and longitude in degrees.
    #[must_use]
    pub fn degrees(self) -> (f64, f64) {
        (
            f64::from(self.latitude) / 1e5,
            f64::from(self.longitude) / 1e5,
        )
    }

    /// The distance to `other` in whole metres, in the plane around `self`.
    #[must_use]
    pub fn distance_m(self, other: Position) -> u32 {
        Plane::at(self).offset(other).distance_m()
    }
}

/// Where a point lies as seen from the origin of a [`Plane`], in whole metres.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Offset {
    /// Metres to the east; negative to the west.
    pub east: i32,
    /// Metres to the north; negative to the south.
    pub north: i32,
}

/// The local equirectangular plane that touches the WGS 84 ellipsoid at one position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plane {
    origin: Position,
    /// Metres in one unit of latitude and of longitude, times 2^24.
    north_scale: i64,
    east_scale: i64,
}

/// One of sixteen directions, clockwise from north.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
#[allow(missing_docs)] // the names are the points of the compass
pub enum Bearing {
    N,
    NNE,
    NE,
    ENE,
    E,
    ESE,
    SE,
    SSE,
    S,
    SSW,
    SW,
    WSW,
    W,
    WNW,
    NW,
    NNW,
}

/// A number of fixed point with 24 binary places.
const ONE: i64 = 1 << 24;

/// The cosine of an angle in 1e-5 degree, 0 … 90°, in fixed point: the Taylor series to the
/// twelfth power, at most 1e-6 off.
fn cosine(angle: i32) -> i64 {
    // One radian is 5_729_577.951 units of 1e-5 degree.
    let radians = (i64::from(angle) * ONE * 1000 + 2_864_788_976) / 5_729_577_951;
    let square = (radians * radians) >> 24;
    // Horner, from the inside: 1 - x²/(1·2) (1 - x²/(3·4) (1 - …)).
    [132, 90, 56, 30, 12, 2].iter().fold(ONE, |inner, divisor| {
        ONE - ((square * inner) >> 24) / divisor
    })
}

impl Plane {
    /// The plane around `origin`.
    ///
    /// The length of a degree of latitude and of longitude on WGS 84 by the usual series (National
    /// Geospatial-Intelligence Agency, "Length of a degree of latitude and longitude"), at most 0.1 m off in a degree.
    #[must_use]
    pub fn at(origin: Position) -> Plane {
        let c1 = cosine(origin.latitude.abs());
        // cos 2φ … cos 5φ from cos φ: cos nφ = 2 cos φ cos (n-1)φ - cos (n-2)φ.
        let next = |now: i64, before: i64| ((2 * c1 * now) >> 24) - before;
        let c2 = next(c1, ONE);
        let c3 = next(c2, c1);
        let c4 = next(c3, c2);
        let c5 = next(c4, c3);
        // Millimetres in a degree; a unit is 1e-5 of it.
        let north = 111_132_920 * ONE - 559_820 * c2 + 1_175 * c4;
        let east = 111_412_840 * c1 - 93_500 * c3 + 118 * c5;
        Plane {
            origin,
            north_scale: north / 100_000_000,
            east_scale: east.max(0) / 100_000_000,
        }
    }

    /// The position in which the plane touches the Earth.
    #[must_use]
    pub fn origin(&self) -> Position {
        self.origin
    }

    /// Where `position` lies as seen from the origin.
    #[must_use]
    pub fn offset(&self, position: Position) -> Offset {
        let mut east = i64::from(position.longitude) - i64::from(self.origin.longitude);
        // The short way round, across the date line.
        if east > 18_000_000 {
            east -= 36_000_000;
        } else if east < -18_000_000 {
            east += 36_000_000;
        }
        let north = i64::from(position.latitude) - i64::from(self.origin.latitude);
        Offset {
            east: round(east * self.east_scale),
            north: round(north * self.north_scale),
        }
    }

    /// How many units of 1e-5 degree to the east and to the north are so many metres; rounded down.
    #[must_use]
    pub fn units(&self, metres: u32) -> (i32, i32) {
        let units = |scale: i64| ((i64::from(metres) << 24) / scale.max(1)).min(18_000_000) as i32;
        (units(self.east_scale), units(self.north_scale))
    }
}

/// From fixed point to the nearest whole number, halves upward.
fn round(number: i64) -> i32 {
    ((number + ONE / 2) >> 24) as i32
}

impl Offset {
    /// The length of the offset in whole metres, rounded to the nearest.
    #[must_use]
    pub fn distance_m(self) -> u32 {
        length_m(self.squared())
    }

    /// The square of its length, in square metres: what is nearer has the smaller, and a root is not drawn from it.
    pub(crate) fn squared(self) -> u64 {
        let square = |side: i32| u64::from(side.unsigned_abs()).pow(2);
        square(self.east) + square(self.north)
    }

    /// The direction of the offset; `None` at the origin itself.
    #[must_use]
    pub fn bearing(self) -> Option<Bearing> {
        if self == Offset::default() {
            return None;
        }
        let (east, north) = (i64::from(self.east).abs(), i64::from(self.north).abs());
        // Winds are centred on multiples of 22.5°; the borders between them, by their tangents times 1e5.
        let steeper = |tangent: i64| east * 100_000 > north * tangent;
        let from_north = [19_891, 66_818, 149_661, 502_734]
            .into_iter()
            .filter(|tangent| steeper(*tangent))
            .count();
        let wind = match (self.east >= 0, self.north >= 0) {
            (true, true) => from_north,
            (true, false) => 8 - from_north,
            (false, false) => 8 + from_north,
            (false, true) => (16 - from_north) % 16,
        };
        Some(Bearing::ALL[wind])
    }
}

/// The length in whole metres, rounded to the nearest, of an offset of which the square is known.
pub(crate) fn length_m(squared: u64) -> u32 {
    // Rounding on the way there and back can only be off by one; whole numbers decide.
    let near = (squared as f64).sqrt() as u64;
    let root = near + u64::from((near + 1).pow(2) <= squared) - u64::from(near * near > squared);
    // (root + 1/2)² = root² + root + 1/4
    (root + u64::from(squared - root * root > root)) as u32
}

impl Bearing {
    /// All sixteen, clockwise from north.
    pub const ALL: [Bearing; 16] = {
        use Bearing::*;
        [
            N, NNE, NE, ENE, E, ESE, SE, SSE, S, SSW, SW, WSW, W, WNW, NW, NNW,
        ]
    };

    /// `n`, `nne`, `ne` …: the end of the key of its name among the strings (`bearing-nne`).
    #[must_use]
    pub fn id(self) -> &'static str {
        [
            "n", "nne", "ne", "ene", "e", "ese", "se", "sse", "s", "ssw", "sw", "wsw", "w", "wnw",
            "nw", "nnw",
        ][self as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(latitude: f64, longitude: f64) -> Position {
        Position::from_degrees(latitude, longitude).expect("on Earth")
    }

    /// Distances by Vincenty's formula on WGS 84, to the metre.
    #[test]
    fn distances_agree_with_the_ellipsoid() {
        // Coventry station - cathedral; Coventry - Birmingham New Street; - Wolverhampton; Leipzig - Halle; Gothenburg, due east.
        for (a, b, expected) in [
            ((52.4008, -1.5135), (52.4083, -1.5074), EXPECTED[0]),
            ((52.4008, -1.5135), (52.4778, -1.8981), EXPECTED[1]),
            ((52.4008, -1.5135), (52.5878, -2.1196), EXPECTED[2]),
            ((51.3455, 12.3821), (51.4776, 11.9871), EXPECTED[3]),
            ((57.7089, 11.9746), (57.7089, 12.0746), EXPECTED[4]),
        ] {
            let found = at(a.0, a.1).distance_m(at(b.0, b.1));
            let off = f64::from(found) / expected - 1.0;
            assert!(
                off.abs() < 0.003,
                "{a:?} {b:?}: {found} instead of {expected}"
            );
        }
    }
    const EXPECTED: [f64; 5] = [932.1, 27_521.9, 46_125.9, 31_165.0, 5_961.2];

    #[test]
    fn sixteen_winds() {
        let of = |east, north| Offset { east, north }.bearing().map(Bearing::id);
        assert_eq!(of(0, 0), None);
        for (index, bearing) in Bearing::ALL.iter().enumerate() {
            let angle = (index as f64 * 22.5).to_radians();
            for nudge in [-0.19, 0.0, 0.19] {
                let (east, north) = ((angle + nudge).sin() * 1e6, (angle + nudge).cos() * 1e6);
                assert_eq!(of(east as i32, north as i32), Some(bearing.id()));
            }
        }
    }

    proptest! {
        #[test]
        fn never_panics_and_is_symmetric_nearby(latitude in -8_900_000i32..8_900_000, longitude in -18_000_000i32..=18_000_000, east in -5_000i32..5_000, north in -5_000i32..5_000) {
            let a = Position::new(latitude, longitude).expect("on Earth");
            let b = Position::new(latitude + north, (longitude + east).clamp(-18_000_000, 18_000_000)).expect("on Earth");
            let (there, back) = (a.distance_m(b), b.distance_m(a));
            prop_assert!(there.abs_diff(back) <= 2 + there / 20, "{there} {back}");
        }

        #[test]
        fn lengths_are_those_of_whole_numbers(root in 0u64..1 << 31, more in 0u64..3, far: bool) {
            // Just below, at and just above a square, and half way to the next.
            let squared = (root * root + if far { root } else { 0 } + more).saturating_sub(1);
            let exact = squared.isqrt();
            prop_assert_eq!(u64::from(length_m(squared)), exact + u64::from(squared - exact * exact > exact));
        }

        #[test]
        fn any_two_positions_have_a_distance(a in (-9_000_000i32..=9_000_000, -18_000_000i32..=18_000_000), b in (-9_000_000i32..=9_000_000, -18_000_000i32..=18_000_000)) {
            let a = Position::new(a.0, a.1).expect("on Earth");
            let b = Position::new(b.0, b.1).expect("on Earth");
            prop_assert!(a.distance_m(b) < 30_000_000);
            prop_assert_eq!(a.distance_m(a), 0);
        }
    }
}
