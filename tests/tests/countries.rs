//! Cities of other countries: how their postcodes are written is data, and a city needs no more than `city.toml` and
//! an imported file. The rows below are of the form of GeoNames' postal files, and of no real place.

use end_to_end::City;
use serde_json::Value;
use std::path::PathBuf;

/// A country's city: its code, its time zone, and where its one service is.
struct Country {
    code: &'static str,
    zone: &'static str,
    postcode: &'static str,
    degrees: (f64, f64),
}

const NETHERLANDS: Country = Country {
    code: "NL",
    zone: "Europe/Amsterdam",
    postcode: "1234 AB",
    degrees: (52.0, 5.0),
};
const GERMANY: Country = Country {
    code: "DE",
    zone: "Europe/Berlin",
    postcode: "09876",
    degrees: (51.0, 12.0),
};
const SWEDEN: Country = Country {
    code: "SE",
    zone: "Europe/Stockholm",
    postcode: "123 45",
    degrees: (57.0, 12.0),
};

/// The smallest city, moved to a country.
fn city(country: &Country) -> City {
    let city = City::base();
    let (latitude, longitude) = country.degrees;
    let (latitude, longitude) = (format!("{latitude:.1}"), format!("{longitude:.1}"));
    city.change("content/city.toml", "\"GB\"", &quoted(country.code))
        .change(
            "content/city.toml",
            "\"Europe/London\"",
            &quoted(country.zone),
        )
        .change("content/city.toml", "\"mile\"", "\"kilometre\"");
    // The numbers stay British, and are written as from abroad.
    city.change("content/facts.toml", "\"0808", "\"+44 808");
    let service = "content/services/law-centre/service.toml";
    city.change(service, "\"0121", "\"+44 121");
    city.change(service, "\"ZZ1 2AB\"", &quoted(country.postcode))
        .change(
            service,
            "latitude = 52.0",
            &format!("latitude = {latitude}"),
        )
        .change(
            service,
            "longitude = -1.0",
            &format!("longitude = {longitude}"),
        );
    city
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// Imports rows of code, place, region and its code, municipality and its code, latitude and longitude.
fn import(city: &City, country: &str, rows: &[[&str; 8]]) -> String {
    let lines = rows.iter().map(|[code, place, region, region_code, council, council_code, latitude, longitude]| {
        format!("{country}\t{code}\t{place}\t{region}\t{region_code}\t{council}\t{council_code}\t\t\t{latitude}\t{longitude}\t4\n")
    });
    city.write("rows.txt", lines.collect::<String>());
    let run = city.run(&["postcodes", "import", "rows.txt"]).ends_with(0);
    run.stdout
}

fn found(city: &City, typed: &str) -> Value {
    let run = city.run(&["find", "--json", typed]).ends_with(0);
    serde_json::from_str(&run.stdout).expect("it prints JSON")
}

/// What a search is on, how exact that is, and how far away the service is.
fn answer(city: &City, typed: &str) -> (String, String, u64) {
    let found = found(city, typed);
    let position = &found["position"];
    let text = |value: &Value| value.as_str().unwrap_or("nowhere").to_owned();
    let distance = found["services"][0]["distance_m"].as_u64();
    (
        text(&position["label"]),
        text(&position["precision"]),
        distance.unwrap_or(0),
    )
}

fn offered(found: &Value) -> Vec<&str> {
    let offers = found["alternatives"].as_array().expect("a list");
    offers
        .iter()
        .map(|offer| offer.as_str().expect("a text"))
        .collect()
}

#[test]
fn a_dutch_postcode_falls_back_to_its_four_digits() {
    let city = city(&NETHERLANDS);
    let printed = import(
        &city,
        "NL",
        &[
            [
                "1234",
                "Molendorp",
                "Waterland",
                "99",
                "Molendorp",
                "9901",
                "52.0",
                "5.0",
            ],
            [
                "1235",
                "Molendorp",
                "Waterland",
                "99",
                "Molendorp",
                "9901",
                "52.01",
                "5.0",
            ],
            [
                "1240",
                "Kerkdorp",
                "Waterland",
                "99",
                "Molendorp",
                "9901",
                "52.02",
                "5.0",
            ],
            [
                "1240",
                "Veendorp",
                "Waterland",
                "99",
                "Veendorp",
                "9902",
                "52.06",
                "5.0",
            ],
        ],
    );
    assert!(
        printed.starts_with("4 rows read, 3 postcodes kept\n"),
        "{printed}"
    );
    for typed in ["1235 AB", "1235ab", "NL-1235 AB", "1235", "１２３５ ab"] {
        let (label, precision, distance) = answer(&city, typed);
        assert_eq!(
            (label.as_str(), precision.as_str()),
            ("1235", "district"),
            "{typed}"
        );
        assert!((1_080..1_150).contains(&distance), "{typed}: {distance}");
    }
    // The letters are not known: what was asked for is said, and the council is only probable.
    let position = &found(&city, "1235 AB")["position"];
    assert_eq!(position["asked"], "1235 AB");
    assert_eq!(position["council"]["name"], "Molendorp");
    assert_eq!(position["council"]["certain"], false);
    // Two villages share a code: both are offered, and each finds itself.
    for typed in ["1240", "1240 XY"] {
        let shared = found(&city, typed);
        assert_eq!(
            offered(&shared),
            ["1240 Kerkdorp", "1240 Veendorp"],
            "{typed}"
        );
    }
    let (label, _, distance) = answer(&city, "1240 Veendorp");
    assert_eq!(label, "1240 Veendorp");
    assert!((6_600..6_750).contains(&distance), "{distance}");
    assert_eq!(answer(&city, "kerkdorp").1, "place");
    assert_eq!(answer(&city, "9999 ZZ").0, "nowhere");
}

#[test]
fn a_german_postcode_of_several_villages_offers_them() {
    let city = city(&GERMANY);
    import(
        &city,
        "DE",
        &[
            [
                "09876",
                "Lindenau",
                "Sonnenland",
                "99",
                "Kreis Linden",
                "99001",
                "51.0",
                "12.0",
            ],
            [
                "09877",
                "Bächlein",
                "Sonnenland",
                "99",
                "Kreis Linden",
                "99001",
                "51.1",
                "12.0",
            ],
            [
                "09877",
                "Groß Eichen",
                "Sonnenland",
                "99",
                "Kreis Linden",
                "99001",
                "51.14",
                "12.0",
            ],
        ],
    );
    for typed in [
        "09876",
        "D-09876",
        "DE 09876",
        "o9876",
        "Lindenweg 4, 09876 Lindenau",
    ] {
        let (label, precision, distance) = answer(&city, typed);
        assert_eq!(
            (label.as_str(), precision.as_str()),
            ("09876", "postcode"),
            "{typed}"
        );
        assert!(distance < 30, "{typed}: {distance}");
    }
    assert_eq!(
        found(&city, "09876")["position"]["council"]["certain"],
        true
    );
    let shared = found(&city, "09877");
    assert_eq!(offered(&shared), ["09877 Bächlein", "09877 Groß Eichen"]);
    for (typed, label) in [
        ("09877 bachlein", "09877 Bächlein"),
        ("09877 GROSS EICHEN", "09877 Groß Eichen"),
    ] {
        assert_eq!(answer(&city, typed).0, label);
    }
    assert_eq!(answer(&city, "baechlein").0, "Bächlein");
    assert_eq!(offered(&found(&city, "0987")), Vec::<&str>::new());
}

#[test]
fn a_swedish_postcode_has_a_space_that_nobody_need_type() {
    let city = city(&SWEDEN);
    import(
        &city,
        "SE",
        &[
            [
                "123 45",
                "Björkby",
                "Skogslän",
                "X",
                "Björkby",
                "9901",
                "57.0",
                "12.0",
            ],
            [
                "123 46",
                "Björkby",
                "Skogslän",
                "X",
                "Björkby",
                "9901",
                "57.01",
                "12.0",
            ],
            // A postcode of boxes, of which the file names only the county.
            ["123 99", "Björkby", "Skogslän", "X", "", "", "57.0", "12.0"],
            ["129 00", "Ödeby", "Skogslän", "X", "", "", "57.2", "12.0"],
        ],
    );
    for typed in ["123 46", "12346", "SE-123 46", "s-12346", "123-46"] {
        let (label, precision, distance) = answer(&city, typed);
        assert_eq!(
            (label.as_str(), precision.as_str()),
            ("123 46", "postcode"),
            "{typed}"
        );
        assert!((1_080..1_150).contains(&distance), "{typed}: {distance}");
    }
    // One that is not in the file: the area around it.
    let new = found(&city, "123 47");
    assert_eq!(new["position"]["label"], "123");
    assert_eq!(new["position"]["asked"], "123 47");
    // One town, though some rows name its county only; and a county is nobody's council.
    assert_eq!(answer(&city, "bjorkby").0, "Björkby");
    assert_eq!(offered(&found(&city, "Björkby")), Vec::<&str>::new());
    assert_eq!(
        found(&city, "123 99")["position"]["council"]["name"],
        "Björkby"
    );
    assert_eq!(found(&city, "129 00")["position"]["council"], Value::Null);
}

/// Real files beside the project's folder, where they are: every postcode in them is found, by itself and at its place.
#[test]
fn real_files_of_three_countries() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/postcodes");
    for (country, towns) in [
        (&NETHERLANDS, ["Rotterdam", "Utrecht", "'s-Hertogenbosch"]),
        (&GERMANY, ["Leipzig", "München", "Köln"]),
        (&SWEDEN, ["Göteborg", "Malmö", "Umeå"]),
    ] {
        let file = folder.join(format!("{}.zip", country.code));
        if !file.is_file() {
            println!("{}: skipped, there is no {}", country.code, file.display());
            continue;
        }
        let city = city(country);
        // A postcode of the tests' own, which may be one of another town.
        let line = format!("postcode = {}\n", quoted(country.postcode));
        city.change("content/services/law-centre/service.toml", &line, "");
        let path = file.to_str().expect("the path is text");
        let run = city.run(&["postcodes", "import", path]).ends_with(0);
        let listed = city.run(&["postcodes", "list"]).ends_with(0).stdout;
        let level = if listed.trim().is_empty() {
            "district"
        } else {
            "unit"
        };
        let codes = city
            .run(&["postcodes", "list", "--level", level])
            .ends_with(0)
            .stdout;
        let codes: Vec<&str> = codes.lines().collect();
        let asked: Vec<&str> = codes
            .iter()
            .copied()
            .step_by(codes.len() / 500)
            .chain(towns)
            .collect();
        let answers = city
            .run_with(&["find", "--lines"], &asked.join("\n"))
            .ends_with(0)
            .stdout;
        assert_eq!(answers.lines().count(), asked.len());
        for (typed, line) in asked.iter().zip(answers.lines()) {
            let found: Value = serde_json::from_str(line).expect("JSON");
            assert_eq!(found["position"]["label"], *typed, "{}", country.code);
        }
        println!(
            "{}: {} of {} codes asked for; {}",
            country.code,
            asked.len(),
            codes.len(),
            run.stdout.lines().next().unwrap_or_default()
        );
    }
}
