//! The city's services for other directories: whole, in the standards' forms, and without the place of a refuge.

use end_to_end::City;
use end_to_end::city::WHOLE;
use serde_json::{Value, json};

#[test]
fn what_is_given_away_can_be_taken_over_whole() {
    let from = City::base().with_whole_service();
    for format in ["hsds", "csv"] {
        let file = format!("out.{format}");
        from.run(&["services", "export", "--format", format, "--out", &file])
            .ends_with(0);
        let to = City::base();
        to.write("feed", from.read(&file));
        let run = to
            .run(&[
                "services",
                "import",
                "feed",
                "--feed",
                "Testford",
                "--licence",
                "CC-BY-4.0",
            ])
            .ends_with(0);
        let toml = to.read("content/services/whole-record-ltd/service.toml");
        let parse = |text: &str| {
            let mut table: toml::Table = text.parse().expect("it is TOML");
            table.remove("origin");
            table
        };
        assert_eq!(parse(&toml), parse(WHOLE), "{format}\n{}", run.stderr);
        let text = to.read("content/services/whole-record-ltd/en.md");
        assert!(text.contains("It does everything."), "{text}");
        to.run(&["check"]).ends_with(0);
    }
}

#[test]
fn no_export_says_where_a_refuge_was_looked_up() {
    let city = City::base();
    let file = "content/services/law-centre/service.toml";
    let open = city.read(file);
    let (above, rest) = open.split_once("[[location]]").expect("a place");
    let (_, below) = rest.split_once("[[schedule]]").expect("hours");
    let secret = format!("confidential = true\n{above}[[schedule]]{below}");
    for (text, is_named) in [(open.as_str(), true), (&secret, false)] {
        city.write(file, text);
        city.run(&["check"]).ends_with(0);
        for format in ["hsds", "csv"] {
            let run = city
                .run(&["services", "export", "--format", format])
                .ends_with(0);
            assert!(run.stdout.contains("Testford Law Centre"), "{}", run.stdout);
            let names = run.stdout.contains("law.example.org/contact");
            assert_eq!(names, is_named, "{format}: {}", run.stdout);
        }
    }
}

#[test]
fn no_export_says_where_a_refuge_is() {
    let city = City::of_case("site-sensitive").with_region();
    let toml = city.read("content/city.toml");
    city.write(
        "content/city.toml",
        format!("{toml}\n[licence]\nname = \"CC-BY-4.0\"\n"),
    );
    let files = city.build(&["--base-url", "https://testford.example.org/"]);
    let data: Vec<(&String, String)> = files
        .iter()
        .filter(|(name, _)| name.starts_with("data/"))
        .map(|(name, bytes)| {
            (
                name,
                String::from_utf8(bytes.clone()).expect("data is text"),
            )
        })
        .collect();
    assert_eq!(data.len(), 3);
    for (name, text) in &data {
        for word in [
            "Hidden Lane",
            "ZZ2 9QQ",
            "ZZ29QQ",
            "by the canal",
            "safe-haven",
            "womens-advice",
        ] {
            assert!(!text.contains(word), "{name} says {word}");
        }
        let refuge = text.contains("Safe Haven Refuge");
        assert_eq!(
            refuge,
            !name.ends_with(".geojson"),
            "{name}: known by name, and no place of it"
        );
        assert!(text.contains("CC-BY-4.0"), "{name} names its licence");
        assert!(
            text.contains("services/s-"),
            "{name}: addresses are neutral"
        );
    }
    assert!(!String::from_utf8_lossy(&files["sitemap.xml"]).contains("data/"));
}

#[test]
fn the_site_offers_its_data_where_it_names_a_licence() {
    let city = City::base().with_region();
    assert!(!city.build(&[]).keys().any(|name| name.starts_with("data/")));
    let toml = city.read("content/city.toml");
    city.write("content/city.toml", format!("{toml}\n[licence]\nname = \"CC-BY-4.0\"\ntitle = \"Attribution\"\nurl = \"https://creativecommons.org/licenses/by/4.0/\"\n"));
    let files = city.build(&[]);
    let page = String::from_utf8_lossy(&files["en/services/index.html"]).into_owned();
    for name in [
        "data/services.json",
        "data/services.geojson",
        "data/services.csv",
    ] {
        assert!(files.contains_key(name), "{name}");
        assert!(
            page.contains(&format!("href=\"../../{name}\"")),
            "{name} is not linked"
        );
    }
    // The same input gives the same bytes.
    let once = files["data/services.json"].clone();
    assert_eq!(city.build(&[])["data/services.json"], once);
}

#[test]
fn geojson_has_a_feature_for_each_place() {
    let city = City::base().with_whole_service();
    let run = city
        .run(&["services", "export", "--format", "geojson"])
        .ends_with(0);
    let map: Value = serde_json::from_str(&run.stdout).expect("it is JSON");
    assert_eq!(map["type"], "FeatureCollection");
    let features = map["features"].as_array().expect("a list");
    assert_eq!(features.len(), 3);
    for feature in features {
        assert_eq!(feature["type"], "Feature");
        // A place that is not known exactly has no position, and says so (RFC 7946, section 3.2).
        assert!(feature.get("geometry").is_some());
        if feature["properties"]["address"] == "3 Far Road" {
            assert_eq!(feature["geometry"], Value::Null);
        } else {
            assert_eq!(
                feature["geometry"]["coordinates"],
                json!([-1.0, 52.0]),
                "longitude first"
            );
        }
    }
}
