//! From the British National Grid (OSGB36, Airy 1830) to WGS 84.
//!
//! Formulas and constants: Ordnance Survey, "A guide to coordinate systems in Great Britain", version 3.6:
//! the inverse transverse Mercator of annexe C.2, cartesian coordinates of annexe B, and the seven-parameter
//! Helmert transformation of section 6.6, whose error the guide gives as up to 5 metres.
//! The exact transformation (OSTN15) needs 1.75 million grid shifts; a postcode at 25 m does not.

/// An ellipsoid: semi-major and semi-minor axis in metres.
struct Ellipsoid {
    a: f64,
    b: f64,
}

const AIRY_1830: Ellipsoid = Ellipsoid {
    a: 6_377_563.396,
    b: 6_356_256.909,
};
const WGS_84: Ellipsoid = Ellipsoid {
    a: 6_378_137.0,
    b: 6_356_752.314_2,
};

impl Ellipsoid {
    fn eccentricity_squared(&self) -> f64 {
        1.0 - (self.b * self.b) / (self.a * self.a)
    }
}

/// Scale on the central meridian, true origin (49° N, 2° W), and its easting and northing.
const SCALE: f64 = 0.999_601_271_7;
const ORIGIN_LATITUDE: f64 = 49.0;
const ORIGIN_LONGITUDE: f64 = -2.0;
const FALSE_EASTING: f64 = 400_000.0;
const FALSE_NORTHING: f64 = -100_000.0;

/// OSGB36 to WGS 84: metres, parts in a million, seconds of arc. (The guide prints the other way; the signs are turned.)
const SHIFT: [f64; 3] = [446.448, -125.157, 542.060];
const SCALE_PPM: f64 = -20.489_4;
const ROTATION_SECONDS: [f64; 3] = [0.150_2, 0.247_0, 0.842_1];

/// Latitude and longitude in degrees, WGS 84, of an easting and northing in metres; at most 5 m off in Great Britain.
#[must_use]
pub fn to_wgs84(easting: f64, northing: f64) -> (f64, f64) {
    let (latitude, longitude) = to_airy(easting, northing);
    let [x, y, z] = to_cartesian(&AIRY_1830, latitude, longitude);
    let [rx, ry, rz] = ROTATION_SECONDS.map(|seconds| (seconds / 3600.0).to_radians());
    let scale = 1.0 + SCALE_PPM * 1e-6;
    let (latitude, longitude) = from_cartesian(
        &WGS_84,
        [
            SHIFT[0] + scale * x - rz * y + ry * z,
            SHIFT[1] + rz * x + scale * y - rx * z,
            SHIFT[2] - ry * x + rx * y + scale * z,
        ],
    );
    (latitude.to_degrees(), longitude.to_degrees())
}

/// Latitude and longitude on Airy's ellipsoid, in radians.
fn to_airy(easting: f64, northing: f64) -> (f64, f64) {
    let Ellipsoid { a, b } = AIRY_1830;
    let e2 = AIRY_1830.eccentricity_squared();
    let n = (a - b) / (a + b);
    let origin = ORIGIN_LATITUDE.to_radians();
    let arc = |latitude: f64| {
        let (difference, sum) = (latitude - origin, latitude + origin);
        b * SCALE
            * ((1.0 + n + 1.25 * n * n + 1.25 * n.powi(3)) * difference
                - (3.0 * n + 3.0 * n * n + 2.625 * n.powi(3)) * difference.sin() * sum.cos()
                + (1.875 * n * n + 1.875 * n.powi(3))
                    * (2.0 * difference).sin()
                    * (2.0 * sum).cos()
                - 35.0 / 24.0 * n.powi(3) * (3.0 * difference).sin() * (3.0 * sum).cos())
    };
    let mut latitude = origin + (northing - FALSE_NORTHING) / (a * SCALE);
    // Converges by a factor of some hundreds each time; ten rounds reach the end of an f64 anywhere on the grid.
    for _ in 0..10 {
        latitude += (northing - FALSE_NORTHING - arc(latitude)) / (a * SCALE);
    }
    let (sin, tan, sec) = (latitude.sin(), latitude.tan(), 1.0 / latitude.cos());
    let nu = a * SCALE / (1.0 - e2 * sin * sin).sqrt();
    let rho = a * SCALE * (1.0 - e2) / (1.0 - e2 * sin * sin).powf(1.5);
    let eta2 = nu / rho - 1.0;
    let (t2, t4, t6) = (tan.powi(2), tan.powi(4), tan.powi(6));
    let east = easting - FALSE_EASTING;
    let vii = tan / (2.0 * rho * nu);
    let viii = tan / (24.0 * rho * nu.powi(3)) * (5.0 + 3.0 * t2 + eta2 - 9.0 * t2 * eta2);
    let ix = tan / (720.0 * rho * nu.powi(5)) * (61.0 + 90.0 * t2 + 45.0 * t4);
    let x = sec / nu;
    let xi = sec / (6.0 * nu.powi(3)) * (nu / rho + 2.0 * t2);
    let xii = sec / (120.0 * nu.powi(5)) * (5.0 + 28.0 * t2 + 24.0 * t4);
    let xiia = sec / (5040.0 * nu.powi(7)) * (61.0 + 662.0 * t2 + 1320.0 * t4 + 720.0 * t6);
    (
        latitude - vii * east.powi(2) + viii * east.powi(4) - ix * east.powi(6),
        ORIGIN_LONGITUDE.to_radians() + x * east - xi * east.powi(3) + xii * east.powi(5)
            - xiia * east.powi(7),
    )
}

/// Cartesian coordinates of a point on the ellipsoid, in metres.
fn to_cartesian(ellipsoid: &Ellipsoid, latitude: f64, longitude: f64) -> [f64; 3] {
    let e2 = ellipsoid.eccentricity_squared();
    let nu = ellipsoid.a / (1.0 - e2 * latitude.sin().powi(2)).sqrt();
    [
        nu * latitude.cos() * longitude.cos(),
        nu * latitude.cos() * longitude.sin(),
        (1.0 - e2) * nu * latitude.sin(),
    ]
}

/// Latitude and longitude in radians of cartesian coordinates near the ellipsoid.
fn from_cartesian(ellipsoid: &Ellipsoid, [x, y, z]: [f64; 3]) -> (f64, f64) {
    let e2 = ellipsoid.eccentricity_squared();
    let p = x.hypot(y);
    let mut latitude = z.atan2(p * (1.0 - e2));
    for _ in 0..10 {
        let nu = ellipsoid.a / (1.0 - e2 * latitude.sin().powi(2)).sqrt();
        latitude = (z + e2 * nu * latitude.sin()).atan2(p);
    }
    (latitude, y.atan2(x))
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo::{Distance, Geodesic, Point};

    /// Points that Ordnance Survey publishes with its exact transformation (OSTN15 developer pack, test files):
    /// ETRS89 latitude and longitude, easting and northing.
    const TEST_POINTS: [(f64, f64, f64, f64); 20] = [
        (49.92226394, -6.29977752, 91_492.146, 11_318.804),
        (49.96006138, -5.20304610, 170_370.718, 11_572.405),
        (50.43885826, -4.10864564, 250_359.811, 62_016.569),
        (50.57563665, -1.29782277, 449_816.371, 75_335.861),
        (50.93127938, -1.45051434, 438_710.920, 114_792.250),
        (51.40078220, -3.55128349, 292_184.870, 168_003.465),
        (51.37447026, 1.44454730, 639_821.835, 169_565.858),
        (51.42754743, -2.54407618, 362_269.991, 169_978.690),
        (51.48936565, -0.11992557, 530_624.974, 178_388.464),
        (51.85890896, -4.30852477, 241_124.584, 220_332.641),
        (51.89436637, 0.89724327, 599_445.590, 225_722.826),
        (52.25529382, -2.15458614, 389_544.190, 261_912.153),
        (52.25160951, -0.91248957, 474_335.969, 262_047.755),
        (52.75136687, 0.40153547, 562_180.547, 319_784.995),
        (52.96219109, -1.19747656, 454_002.834, 340_834.943),
        (53.34480280, -2.64049321, 357_455.843, 383_290.436),
        (53.41628516, -4.28918070, 247_958.971, 393_492.909),
        (53.77911026, -3.04045491, 331_534.564, 431_920.794),
        (53.80021520, -1.66379168, 422_242.186, 433_818.701),
        (54.08666318, -4.63452168, 227_778.330, 468_847.388),
    ];

    #[test]
    fn at_most_five_metres_from_the_exact_transformation() {
        let mut worst = 0.0f64;
        for (latitude, longitude, easting, northing) in TEST_POINTS {
            let found = to_wgs84(easting, northing);
            let off = Geodesic.distance(
                Point::new(found.1, found.0),
                Point::new(longitude, latitude),
            );
            assert!(off < 5.0, "{easting} {northing}: {off} m off");
            worst = worst.max(off);
        }
        // Not exact either: if it were, these would not be the guide's parameters.
        assert!(worst > 1.0);
    }

    /// The worked example of the guide, annexe C: Airy's ellipsoid alone.
    #[test]
    fn the_inverse_projection_is_the_guides() {
        let (latitude, longitude) = to_airy(651_409.903, 313_177.270);
        assert!((latitude.to_degrees() - (52.0 + 39.0 / 60.0 + 27.253_1 / 3600.0)).abs() < 1e-8);
        assert!((longitude.to_degrees() - (1.0 + 43.0 / 60.0 + 4.517_7 / 3600.0)).abs() < 1e-8);
    }
}
