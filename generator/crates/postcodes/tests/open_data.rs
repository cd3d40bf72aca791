//! Against real open data, where the folder beside the project holds it: what a city's own build does.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::OnceLock;

use finder::directory::{Contents, Directory};
use finder::gazetteer::Gazetteer;
use finder::geometry::Position;
use finder::postcode::{Code, Format, Level};
use finder::search::{Answer, CouncilAnswer, Outcome, Precision, Query, search};
use geo::{Distance, Geodesic, Point};
use postcodes::{Dropped, ImportError, Imported, Importer, Options};

/// The contents of a sample, or `None`, said aloud, where there is none.
fn sample(name: &str) -> Option<Vec<u8>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../../../shared/postcodes")
        .join(name);
    let bytes = std::fs::read(&path).ok();
    if bytes.is_none() {
        println!("skipped: there is no {}", path.display());
    }
    bytes
}

fn import(country: &str, name: &str, areas: &[&str], level: Level) -> Option<Imported> {
    let mut options = Options::new(Format::for_country(country).expect("a format"));
    options.areas = areas.iter().map(|area| (*area).to_string()).collect();
    let mut importer = Importer::new(options);
    importer.add(name, &sample(name)?).expect("it is open data");
    Some(importer.finish(level).expect("it can be made"))
}

fn ask(gazetteer: &Gazetteer, text: &str) -> Answer<'static> {
    static NOTHING: OnceLock<Directory> = OnceLock::new();
    let nothing = || Directory::new(Contents::default()).expect("nothing is wrong with nothing");
    search(
        NOTHING.get_or_init(nothing),
        Some(gazetteer),
        &Query {
            text,
            ..Query::default()
        },
    )
}

fn label(gazetteer: &Gazetteer, text: &str) -> (Outcome, Option<String>) {
    let answer = ask(gazetteer, text);
    (answer.outcome, answer.place.map(|place| place.label))
}

#[test]
fn an_area_of_which_only_the_middle_is_known_reaches_to_its_neighbour() {
    let row = |code: &str, latitude: &str| {
        format!(
            "NL\t{code}\tRotterdam\tZuid-Holland\tZH\tRotterdam\t0599\t\t\t{latitude}\t4.48\t6\n"
        )
    };
    let reach = |rows: &[(&str, &str)], code: &str| {
        let format = Format::for_country("NL").expect("a format");
        let mut importer = Importer::new(Options::new(format));
        let text: String = rows.iter().map(|(code, at)| row(code, at)).collect();
        importer
            .add("NL.txt", text.as_bytes())
            .expect("it is open data");
        let imported = importer.finish(Level::Unit).expect("it can be made");
        let gazetteer = Gazetteer::decode(&imported.bytes).expect("it was just made");
        ask(&gazetteer, code)
            .place
            .expect("it is known")
            .roughness_m
    };
    let rows = [
        ("3011", "51.920"),
        ("3012", "51.910"),
        ("3013", "51.9099"),
        ("3014", "52.500"),
    ];
    assert!((1_050..1_200).contains(&reach(&rows, "3011")));
    assert!((200..=300).contains(&reach(&rows, "3012")));
    assert!((4_900..=5_100).contains(&reach(&rows, "3014")));
    assert!((900..=1_100).contains(&reach(&rows[..1], "3011")));
}

#[test]
fn areas_are_parts_of_postcodes_and_those_that_match_nothing_are_told() {
    let row = |code: &str| format!("GB\t{code}\tX\tX\tX\tX\tE01\t\t\t52.0\t-1.0\t4\n");
    let mut options = Options::new(Format::for_country("GB").expect("a format"));
    options.areas = ["EH1", "cv1 2", "QQ"].map(str::to_owned).to_vec();
    let mut importer = Importer::new(options);
    let codes = ["EH1 1AA", "EH11 1AA", "CV1 2HL", "CV1 3AA", "CV12 2AA"];
    let text: String = codes.into_iter().map(row).collect();
    importer
        .add("GB.txt", text.as_bytes())
        .expect("it is open data");
    let report = importer.finish(Level::Unit).expect("it can be made").report;
    assert_eq!((report.kept, report.without), (2, vec!["QQ".to_owned()]));
}

#[test]
fn the_west_midlands_in_150_kb() {
    let Some(imported) = import(
        "GB",
        "codepo_wm.zip",
        &["B", "CV", "DY", "WS", "WV"],
        Level::Unit,
    ) else {
        return;
    };
    let report = &imported.report;
    assert_eq!((report.rows, report.kept), (102_357, 94_975));
    assert_eq!(
        report
            .dropped
            .iter()
            .map(|(why, rows)| (*why, *rows))
            .collect::<Vec<_>>(),
        [(Dropped::NoPosition, 161), (Dropped::OtherArea, 7_221),]
    );
    println!(
        "{} bytes, {:.1} m mean, {:.1} m at most",
        report.bytes, report.error_mean_m, report.error_max_m
    );
    assert!(
        imported.bytes.len() <= 150_000,
        "{} bytes",
        imported.bytes.len()
    );
    assert!(report.error_max_m <= 18.0, "{} m", report.error_max_m);

    let gazetteer = Gazetteer::decode(&imported.bytes).expect("it was just made");
    let format = gazetteer.format();
    assert_eq!(gazetteer.unit_count(), 94_975);
    assert_eq!(gazetteer.attribution().len(), 3);
    // Every code of some sectors: those that exist are found, and nothing else.
    let units: BTreeSet<Code> = gazetteer.codes(Level::Unit).into_iter().collect();
    for sector in gazetteer.codes(Level::Sector).iter().step_by(40) {
        let mut found = 0;
        for first in 'A'..='Z' {
            for second in 'A'..='Z' {
                let text = format!("{}{first}{second}", format.display(sector));
                let exists = format
                    .normalise(&text)
                    .is_some_and(|code| units.contains(&code));
                let answer = format
                    .normalise(&text)
                    .and_then(|code| gazetteer.get(&code));
                assert_eq!(answer.is_some(), exists, "{text}");
                found += usize::from(exists);
            }
        }
        assert!(found > 0);
    }
    let answer = ask(&gazetteer, "cv1 5fb");
    let place = answer.place.expect("a well-known postcode");
    assert_eq!(
        (place.precision, place.label.as_str()),
        (Precision::Postcode, "CV1 5FB")
    );
    assert!(
        matches!(place.council, CouncilAnswer::Named(council) if council.code == "E08000026" && council.name == "Coventry")
    );
}

#[test]
fn wards_give_names_to_places() {
    let Some(bytes) = sample("codepo_wm.zip") else {
        return;
    };
    let mut importer = Importer::new(Options::new(Format::for_country("GB").expect("a format")));
    importer
        .add("codepo_wm.zip", &bytes)
        .expect("it is open data");
    let wards = importer.wards();
    let foleshill = wards
        .iter()
        .find(|ward| ward.name == "Foleshill")
        .expect("a ward of Coventry");
    assert_eq!(
        (foleshill.council_name.as_str(), foleshill.council.as_str()),
        ("Coventry", "E08000026")
    );
    assert!(
        (foleshill.degrees.0 - 52.43).abs() < 0.02 && (foleshill.degrees.1 + 1.50).abs() < 0.03,
        "{foleshill:?}"
    );
    assert!(
        wards
            .iter()
            .all(|ward| ward.postcodes > 0 && !ward.name.ends_with("Ward"))
    );
}

#[test]
fn the_netherlands_by_four_digits() {
    let Some(imported) = import("NL", "NL.zip", &[], Level::Unit) else {
        return;
    };
    let gazetteer = Gazetteer::decode(&imported.bytes).expect("it was just made");
    assert_eq!(
        label(&gazetteer, "9401"),
        (Outcome::Found, Some("9401".into()))
    );
    // The letters are not in GeoNames: the four digits are used, and that is said.
    assert_eq!(
        label(&gazetteer, "9401 ab"),
        (Outcome::Around, Some("9401".into()))
    );
    assert_eq!(
        label(&gazetteer, "assen"),
        (Outcome::Found, Some("Assen".into()))
    );
    assert_eq!(label(&gazetteer, "0000").0, Outcome::NotInRegion);
    let place = ask(&gazetteer, "9401").place.expect("it is known");
    assert!(
        place
            .position
            .distance_m(Position::from_degrees(52.9939, 6.5625).expect("on Earth"))
            < 18
    );
    assert!(
        matches!(place.council, CouncilAnswer::Probably { likely, .. } if likely.name == "Assen")
    );
    assert!(gazetteer.attribution()[0].contains("CC BY 4.0"));
}

#[test]
fn germany_where_places_share_a_code() {
    let Some(imported) = import("DE", "DE.zip", &["019", "04"], Level::Unit) else {
        return;
    };
    assert!(imported.report.dropped[&Dropped::OtherArea] > 10_000);
    let gazetteer = Gazetteer::decode(&imported.bytes).expect("it was just made");
    let answer = ask(&gazetteer, "01945");
    assert_eq!(answer.outcome, Outcome::Ambiguous);
    let offered: Vec<&str> = answer
        .alternatives
        .iter()
        .map(|other| other.text.as_str())
        .collect();
    assert!(
        offered.contains(&"01945 Kroppen") && offered.contains(&"01945 Tettau"),
        "{offered:?}"
    );
    assert_eq!(
        label(&gazetteer, "01945 kroppen"),
        (Outcome::Found, Some("01945 Kroppen".into()))
    );
    assert_eq!(
        label(&gazetteer, "D-04109"),
        (Outcome::Found, Some("04109".into()))
    );
    assert_eq!(label(&gazetteer, "leipsig").1.as_deref(), Some("Leipzig"));
    assert_eq!(label(&gazetteer, "80331").0, Outcome::NotInRegion);
}

#[test]
fn sweden_with_a_space() {
    let Some(imported) = import("SE", "SE.zip", &["41"], Level::Unit) else {
        return;
    };
    let gazetteer = Gazetteer::decode(&imported.bytes).expect("it was just made");
    let code = &gazetteer.codes(Level::Unit)[0];
    let written = gazetteer.format().display(code);
    assert_eq!((written.len(), &written[3..4]), (6, " "));
    assert_eq!(
        label(&gazetteer, &code.key),
        (Outcome::Found, Some(written.clone()))
    );
    assert_eq!(
        label(&gazetteer, &format!("SE-{written}")),
        (Outcome::Found, Some(written.clone()))
    );
    assert_eq!(
        label(&gazetteer, &written[..3]),
        (Outcome::Found, Some(written[..3].into()))
    );
    assert_eq!(label(&gazetteer, "goteborg").1.as_deref(), Some("Göteborg"));
}

#[test]
fn the_planes_distances_are_those_of_the_ellipsoid() {
    for latitude in [36.0, 52.4, 57.7, 69.0] {
        for (north, east) in [
            (0.0, 0.1),
            (0.1, 0.0),
            (0.2, -0.3),
            (-0.4, 0.2),
            (0.01, 0.01),
        ] {
            let (a, b) = ((latitude, -1.5), (latitude + north, -1.5 + east));
            let plane = Position::from_degrees(a.0, a.1)
                .and_then(|from| Some(from.distance_m(Position::from_degrees(b.0, b.1)?)));
            let exact = Geodesic.distance(Point::new(a.1, a.0), Point::new(b.1, b.0));
            let off = f64::from(plane.expect("on Earth")) - exact;
            assert!(
                off.abs() <= 1.0 + exact * 0.008,
                "{latitude} {north} {east}: {off} m of {exact} m"
            );
        }
    }
}

#[test]
fn what_is_no_open_data_is_refused_by_name() {
    let mut importer = Importer::new(Options::new(Format::for_country("GB").expect("a format")));
    for (name, bytes) in [
        ("page.html", &b"<!doctype html>"[..]),
        ("empty.csv", b""),
        ("two.csv", b"a,b\nc,d\n"),
    ] {
        assert_eq!(
            importer.add(name, bytes),
            Err(ImportError::UnknownForm(name.into()))
        );
    }
    assert!(matches!(
        importer.add("cut.zip", b"PK\x03\x04half"),
        Err(ImportError::Archive(..))
    ));
    assert_eq!(
        importer.finish(Level::Unit).err(),
        Some(ImportError::Nothing)
    );
}
