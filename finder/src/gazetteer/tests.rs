use super::*;
use proptest::prelude::*;

fn format() -> Format {
    Format::for_country("GB").expect("Great Britain has postcodes")
}

fn unit(text: &str, degrees: (f64, f64), council: Option<u16>) -> Unit {
    Unit {
        code: format().normalise(text).expect("a postcode"),
        degrees,
        council,
    }
}

fn council(code: &str, name: &str) -> Council {
    Council {
        code: code.into(),
        county: String::new(),
        name: name.into(),
    }
}

/// A few postcodes of two councils, with a place.
fn builder() -> Builder {
    let mut builder = Builder::new(format());
    builder
        .attribution("Contains nobody's data.")
        .data_date(Day::from_iso("2026-11-21").expect("a date"));
    let second = builder.council(council("E08000029", "Solihull"));
    let first = builder.council(council("E08000026", "Coventry"));
    builder
        .unit(unit("CV1 5FB", (52.4105, -1.5012), Some(first)))
        .unit(unit("CV1 5FA", (52.4101, -1.5030), Some(first)))
        .unit(unit("CV1 2HL", (52.4036, -1.5096), Some(first)))
        .unit(unit("CV7 7AA", (52.3900, -1.6400), Some(second)))
        .unit(unit("CV7 7AB", (52.3910, -1.6390), Some(second)))
        .unit(unit("CV7 7AD", (52.4200, -1.6000), None))
        .place(Place {
            name: "Hillfields".into(),
            context: "Coventry".into(),
            spellings: vec![("ar".into(), "هيلفيلدز".into())],
            position: Position::from_degrees(52.4122, -1.4987).expect("on Earth"),
            radius_m: 400,
            council: Some(first),
            weight: 120,
        });
    builder
}

fn decoded(builder: &Builder) -> Gazetteer {
    Gazetteer::decode(&builder.encode().expect("it can be written")).expect("it can be read")
}

fn get(gazetteer: &Gazetteer, text: &str) -> Option<Spot> {
    let reading = gazetteer.format().read(text);
    reading
        .candidates
        .iter()
        .find_map(|code| gazetteer.get(code))
}

/// The councils of a spot, by name.
fn councils(gazetteer: &Gazetteer, spot: &Spot) -> Vec<String> {
    spot.councils
        .iter()
        .map(|index| gazetteer.councils()[usize::from(*index)].name.clone())
        .collect()
}

#[test]
fn what_goes_in_comes_out() {
    let gazetteer = decoded(&builder());
    let spot = get(&gazetteer, "cv1 5fb").expect("it is there");
    let off = spot
        .position
        .distance_m(Position::from_degrees(52.4105, -1.5012).expect("on Earth"));
    assert!(off <= 18, "{off} m off");
    assert_eq!(councils(&gazetteer, &spot), ["Coventry"]);
    assert_eq!(
        (gazetteer.unit_count(), gazetteer.finest()),
        (6, Level::Unit)
    );
    assert_eq!(gazetteer.attribution(), ["Contains nobody's data."]);
    assert_eq!(
        gazetteer.data_date().map(Day::iso).as_deref(),
        Some("2026-11-21")
    );
    let place = &gazetteer.places().all()[0];
    assert_eq!(
        (place.full_name().as_str(), place.radius_m, place.weight),
        ("Hillfields, Coventry", 400, 120)
    );
    assert_eq!(gazetteer.places().find("هيلفيلدز", 5).len(), 1);
    for unknown in ["CV1 5FD", "CV2 5FB", "B1 1AA", "CV7 7AE"] {
        assert_eq!(get(&gazetteer, unknown), None, "{unknown}");
    }
}

#[test]
fn sectors_and_districts_follow_from_their_postcodes() {
    let gazetteer = decoded(&builder());
    let sector = get(&gazetteer, "CV7 7").expect("it is there");
    // Of three, two in Solihull, and one of which nothing is known.
    assert_eq!(councils(&gazetteer, &sector), ["Solihull"]);
    let mean = Position::from_degrees((52.39 + 52.391 + 52.42) / 3.0, (-1.64 - 1.639 - 1.6) / 3.0)
        .expect("on Earth");
    assert!(sector.position.distance_m(mean) <= 30);
    let distances = [(52.39, -1.64), (52.391, -1.639), (52.42, -1.6)];
    let mut distances =
        distances.map(|at| mean.distance_m(Position::from_degrees(at.0, at.1).expect("on Earth")));
    distances.sort_unstable();
    assert!(
        sector.roughness_m.abs_diff(distances[1]) < 60,
        "{} {distances:?}",
        sector.roughness_m
    );
    let district = get(&gazetteer, "CV1").expect("it is there");
    assert_eq!(district.code.level, Level::District);
    let names = |level| {
        gazetteer
            .codes(level)
            .iter()
            .map(|code| gazetteer.format().display(code))
            .collect::<Vec<_>>()
    };
    assert_eq!(names(Level::Sector), ["CV1 2", "CV1 5", "CV7 7"]);
    assert_eq!(names(Level::District), ["CV1", "CV7"]);
}

#[test]
fn the_same_content_in_any_order_is_the_same_file() {
    let mut other = Builder::new(format());
    let first = other.council(council("E08000026", "Coventry"));
    let second = other.council(council("E08000029", "Solihull"));
    let units = [
        ("CV7 7AD", (52.4200, -1.6000), None),
        ("CV7 7AA", (52.3900, -1.6400), Some(second)),
        ("CV1 2HL", (52.4036, -1.5096), Some(first)),
        ("CV1 5FA", (52.4101, -1.5030), Some(first)),
        ("CV7 7AB", (52.3910, -1.6390), Some(second)),
        ("CV1 5FB", (52.4105, -1.5012), Some(first)),
    ];
    for place in decoded(&builder()).places().all() {
        other.place(Place {
            council: Some(first),
            ..place.clone()
        });
    }
    for (text, degrees, council) in units {
        other.unit(unit(text, degrees, council));
    }
    other
        .attribution("Contains nobody's data.")
        .data_date(Day::from_iso("2026-11-21").expect("a date"));
    assert_eq!(builder().encode(), other.encode());
    // And read and written again it stays the same.
    assert_eq!(
        Builder::from_gazetteer(&decoded(&builder())).encode(),
        builder().encode()
    );
}

#[test]
fn adding_a_place_far_away_moves_no_postcode() {
    let before = decoded(&builder());
    let mut builder = Builder::from_gazetteer(&before);
    let mut place = before.places().all()[0].clone();
    (place.name, place.position) = (
        "Penzance".into(),
        Position::from_degrees(50.119, -5.537).expect("on Earth"),
    );
    builder.place(place);
    let after = decoded(&builder);
    for code in before.codes(Level::Unit) {
        assert_eq!(before.get(&code), after.get(&code));
    }
    assert_eq!(after.places().all().len(), 2);
}

#[test]
fn reduced_to_sectors_it_keeps_them() {
    let whole = decoded(&builder());
    let mut builder = builder();
    let sectors = decoded(builder.reduce(Level::Sector).expect("it can be reduced"));
    assert_eq!((sectors.finest(), sectors.unit_count()), (Level::Sector, 0));
    for level in [Level::Sector, Level::District] {
        assert_eq!(sectors.codes(level), whole.codes(level));
        for code in whole.codes(level) {
            assert_eq!(sectors.get(&code), whole.get(&code));
        }
    }
    assert_eq!(get(&sectors, "CV1 5FB"), None);
    let districts = decoded(builder.reduce(Level::District).expect("it can be reduced"));
    assert_eq!(
        (districts.finest(), districts.codes(Level::Sector).len()),
        (Level::District, 0)
    );
}

#[test]
fn several_places_share_a_code() {
    let german = Format::for_country("DE").expect("a format");
    let code = german.normalise("01945").expect("a postcode");
    let mut builder = Builder::new(german);
    builder.unit(Unit {
        code: code.clone(),
        degrees: (51.4, 13.9),
        council: None,
    });
    for (name, degrees) in [("Kroppen", (51.3833, 13.8)), ("Grünewald", (51.4, 14.0))] {
        let position = Position::from_degrees(degrees.0, degrees.1).expect("on Earth");
        builder.variant(
            &code,
            Variant {
                name: name.into(),
                position,
                council: None,
            },
        );
    }
    let spot = decoded(&builder).get(&code).expect("it is there");
    assert_eq!(
        spot.variants
            .iter()
            .map(|variant| variant.name.as_str())
            .collect::<Vec<_>>(),
        ["Grünewald", "Kroppen"]
    );
}

#[test]
fn councils_around_a_position() {
    let gazetteer = decoded(&builder());
    let around = |latitude, longitude| {
        let position = Position::from_degrees(latitude, longitude).expect("on Earth");
        gazetteer
            .councils_around(position, 5_000)
            .into_iter()
            .map(|index| gazetteer.councils()[usize::from(index)].name.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(around(52.4104, -1.5013), ["Coventry"]);
    assert_eq!(around(52.3901, -1.6401), ["Solihull"]);
    assert!(around(51.5, -0.1).is_empty());
}

#[test]
fn what_cannot_be_is_refused_by_the_builder() {
    let mut builder = builder();
    builder.unit(Unit {
        code: Code {
            level: Level::Unit,
            key: "CV15CB".into(),
        },
        degrees: (52.0, -1.0),
        council: None,
    });
    assert_eq!(
        builder.encode(),
        Err(Error::Invalid("a code that does not fit the format"))
    );
    for (degrees, council) in [
        ((f64::NAN, 0.0), None),
        ((91.0, 0.0), None),
        ((52.0, -1.0), Some(7)),
    ] {
        let mut builder = self::builder();
        builder.unit(unit("CV1 1AA", degrees, council));
        assert!(
            matches!(builder.encode(), Err(Error::Invalid(_))),
            "{degrees:?} {council:?}"
        );
    }
    let mut builder = self::builder();
    builder.attribution(&"long ".repeat(2000));
    assert!(builder.encode().is_err());
}

#[test]
fn damaged_files_say_so() {
    let file = builder().encode().expect("it can be written");
    for end in 0..file.len() {
        assert!(
            matches!(
                Gazetteer::decode(&file[..end]),
                Err(Error::Truncated | Error::Checksum)
            ),
            "{end} bytes"
        );
    }
    for at in 0..file.len() {
        let mut altered = file.clone();
        altered[at] ^= 4;
        assert!(Gazetteer::decode(&altered).is_err(), "byte {at}");
    }
    assert_eq!(
        Gazetteer::decode(b"<!doctype html>").err(),
        Some(Error::Foreign)
    );
}

/// A file with a right checksum around any stream.
fn sealed(stream: &[u8]) -> Vec<u8> {
    wire::seal(MAGIC, VERSION, stream)
}

proptest! {
    #[test]
    fn any_postcodes_go_there_and_back(
        units in prop::collection::btree_map("(CV|B|WV)[1-9] [0-9][A-B][ABD-H]", (52.0f64..53.0, -2.5f64..-1.0, prop::option::of(0u16..3)), 0..120),
        grid in 5u16..100,
    ) {
        let mut builder = Builder::new(format());
        builder.grid(grid);
        for index in 0..3 {
            builder.council(council(&format!("E{index}"), "Name"));
        }
        for (text, (latitude, longitude, council)) in &units {
            builder.unit(unit(text, (*latitude, *longitude), *council));
        }
        let gazetteer = decoded(&builder);
        prop_assert_eq!(gazetteer.unit_count(), units.len());
        for (text, (latitude, longitude, council)) in &units {
            let spot = get(&gazetteer, text).expect("it is there");
            let off = spot.position.distance_m(Position::from_degrees(*latitude, *longitude).expect("on Earth"));
            // Half the diagonal of a cell, and the rounding of both positions.
            prop_assert!(f64::from(off) <= f64::from(grid) * 0.7072 + 2.0, "{} m off", off);
            prop_assert_eq!(spot.councils, council.iter().copied().collect::<Vec<_>>());
        }
        prop_assert_eq!(Builder::from_gazetteer(&gazetteer).encode(), builder.encode());
    }

    #[test]
    fn hostile_streams_are_refused_or_read(stream in prop::collection::vec(any::<u8>(), 0..600)) {
        let _ = Gazetteer::decode(&stream);
        if let Ok(gazetteer) = Gazetteer::decode(&sealed(&stream)) {
            let _ = Builder::from_gazetteer(&gazetteer).encode();
        }
    }

    #[test]
    fn altered_streams_are_refused_or_read(at in 0usize..400, to: u8, cut in 0usize..100) {
        let file = builder().encode().expect("it can be written");
        let mut stream = file[9..].to_vec();
        let at = at % stream.len();
        stream[at] = to;
        stream.truncate(stream.len() - cut % stream.len() / 2);
        if let Ok(gazetteer) = Gazetteer::decode(&sealed(&stream)) {
            for level in [Level::District, Level::Sector, Level::Unit] {
                for code in gazetteer.codes(level) {
                    let _ = gazetteer.get(&code);
                }
            }
        }
    }
}
