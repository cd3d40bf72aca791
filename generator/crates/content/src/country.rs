//! What the program knows of a country: how its telephone numbers are written, and where it lies.
//!
//! Dialling codes are ITU-T E.164's. Which numbers exist is for [`crate::telephone`].

/// A country that a city can be in.
#[derive(Clone, Copy, Debug)]
pub struct Country {
    /// ISO 3166-1 code.
    pub code: &'static str,
    /// Dialling code, without `+`.
    pub dialling: &'static str,
    /// What a national number begins with and an international one drops.
    pub trunk: &'static str,
    /// Most digits of a short number such as 999, 111, 116 123 or a text code.
    pub short: usize,
    /// The degrees between which it lies.
    pub bounds: Bounds,
}

/// The degrees between which a country lies, its islands in Europe included, rounded outwards.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    latitude: (f64, f64),
    longitude: (f64, f64),
}

impl Bounds {
    /// Whether a place with these degrees can be in the country.
    pub fn contains(&self, latitude: f64, longitude: f64) -> bool {
        let within = |(least, most): (f64, f64), degrees: f64| (least..=most).contains(&degrees);
        within(self.latitude, latitude) && within(self.longitude, longitude)
    }
}

/// The codes of all countries that the program knows.
pub fn codes() -> impl Iterator<Item = &'static str> {
    COUNTRIES.iter().map(|c| c.code)
}

/// The country of `code`, if the program knows it.
pub fn find(code: &str) -> Option<&'static Country> {
    COUNTRIES.iter().find(|c| c.code == code)
}

/// Every country that the program knows.
pub fn all() -> impl Iterator<Item = &'static Country> {
    COUNTRIES.iter()
}

const COUNTRIES: &[Country] = &[
    country("AT", "43", "0", (46.3, 49.1), (9.5, 17.2)),
    country("BE", "32", "0", (49.4, 51.6), (2.5, 6.5)),
    country("CH", "41", "0", (45.8, 47.9), (5.9, 10.6)),
    country("CZ", "420", "", (48.5, 51.1), (12.0, 18.9)),
    country("DE", "49", "0", (47.2, 55.1), (5.8, 15.1)),
    country("DK", "45", "", (54.5, 57.8), (8.0, 15.2)),
    country("ES", "34", "", (27.6, 43.9), (-18.3, 4.4)),
    country("FI", "358", "0", (59.4, 70.1), (19.0, 31.6)),
    country("FR", "33", "0", (41.3, 51.2), (-5.2, 9.6)),
    country("GB", "44", "0", (49.8, 60.9), (-8.7, 1.8)),
    country("GR", "30", "", (34.7, 41.8), (19.3, 29.7)),
    country("IE", "353", "0", (51.3, 55.5), (-10.7, -5.9)),
    country("IT", "39", "", (35.4, 47.1), (6.6, 18.6)),
    country("NL", "31", "0", (50.7, 53.6), (3.3, 7.3)),
    country("NO", "47", "", (57.9, 71.3), (4.4, 31.2)),
    country("PL", "48", "", (49.0, 54.9), (14.1, 24.2)),
    country("PT", "351", "", (30.0, 42.2), (-31.4, -6.1)),
    country("RO", "40", "0", (43.6, 48.3), (20.2, 29.8)),
    country("SE", "46", "0", (55.2, 69.1), (10.9, 24.2)),
];

const fn country(
    code: &'static str,
    dialling: &'static str,
    trunk: &'static str,
    latitude: (f64, f64),
    longitude: (f64, f64),
) -> Country {
    Country {
        code,
        dialling,
        trunk,
        short: 6,
        bounds: Bounds {
            latitude,
            longitude,
        },
    }
}
