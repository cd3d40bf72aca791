//! A small region for the finder: a few postcodes that no letter is ever sent to, and one named place.

use crate::City;
use finder::gazetteer::{Builder, Council, Unit};
use finder::geometry::Position;
use finder::place::Place;
use finder::postcode::Format;

/// Postcodes and where they are: the law centre's own, one about 1.1 km north of it, and one far away.
const POSTCODES: [(&str, f64, f64); 3] = [
    ("ZZ1 2AB", 52.0, -1.0),
    ("ZZ1 2AD", 52.01, -1.0),
    ("ZZ2 1AA", 52.5, -1.5),
];

/// The gazetteer's file.
pub fn gazetteer() -> Vec<u8> {
    let format = Format::for_country("GB").expect("the finder knows British postcodes");
    let mut builder = Builder::new(format.clone());
    let council = builder.council(Council {
        code: "E00000001".to_owned(),
        county: String::new(),
        name: "Northside".to_owned(),
    });
    builder.attribution("Contains nobody's data.");
    for (code, latitude, longitude) in POSTCODES {
        builder.unit(Unit {
            code: format.normalise(code).expect("it is a postcode"),
            degrees: (latitude, longitude),
            council: Some(council),
        });
    }
    builder.place(Place {
        name: "Millhill".to_owned(),
        context: "Northside".to_owned(),
        spellings: Vec::new(),
        position: Position::from_degrees(52.02, -1.0).expect("it is on Earth"),
        radius_m: 300,
        council: Some(council),
        weight: 1,
    });
    builder.encode().expect("a gazetteer can be written")
}

impl City {
    /// Gives the city the region's gazetteer, and with it a finder.
    pub fn with_region(self) -> Self {
        self.write("content/places/region.gaz", gazetteer());
        let named = "name = \"Testford\"\ngazetteer = \"places/region.gaz\"\n";
        self.change("content/city.toml", "name = \"Testford\"\n", named);
        self
    }
}
