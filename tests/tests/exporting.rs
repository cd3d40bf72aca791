//! The city's services for other directories: whole, in the standards' forms, and without the place of a refuge.

use end_to_end::City;
use serde_json::{Value, json};

/// A record in which every field says something.
const WHOLE: &str = r#"name = "Whole, \"Record\" Ltd"
organization = "=Whole Trust"
kinds = ["legal", "housing"]
status = "temporarily_closed"
status_until = 2027-01-05
url = "https://whole.example.org/a?b=c&d"
email = "help@whole.example.org"
areas = ["northside", "country"]
residents_only = true
languages = ["en", "ar", "ckb"]
interpreting = "by_telephone"
cost = "some"
cost_note = "5 pounds for the course"
referral = "professional"
women_only = true
children_welcome = false
last_confirmed = 2026-11-01
confirmed_by = "Testford Volunteers"
confirmed_how = "visit"

[regulation]
body = "Immigration Advice Authority"
registration = "N200100045"
checked = 2026-11-02

[[phone]]
number = "+44 1632 960123"
kind = "voice"
cost = "free"
label = "advice line"
opening_hours = "Mo-Fr 10:00-13:00; PH off"

[[phone]]
number = "+44 1632 960123"
kind = "whatsapp"

[[location]]
name = "The Hall"
address = ["Unit 1, Yard", "2 Side Street"]
city = "Testford"
postcode = "ZZ1 2AB"
latitude = 52.0
longitude = -1.0
step_free = true

[[location]]
address = ["3 Far Road"]
city = "Testford"
postcode = "ZZ1 2AD"

[[schedule]]
kind = "drop_in"
opening_hours = "Mo,We 09:30-12:30; PH off"
confirmed = 2026-11-03

[[schedule]]
kind = "appointment"
opening_hours = "Mo[1] 10:00-12:00"

[[source]]
name = "Whole: contact | us"
url = "https://whole.example.org/contact"
checked = 2026-11-01
primary = true
"#;

#[test]
fn what_is_given_away_can_be_taken_over_whole() {
    let from = City::base();
    from.write("content/services/whole/service.toml", WHOLE);
    from.write(
        "content/services/whole/en.md",
        "+++\ndescription = \"It does everything.\"\n+++\n",
    );
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

/// Every object in `value` that stands under a field of this name.
fn under<'v>(value: &'v Value, name: &str, found: &mut Vec<&'v Value>) {
    match value {
        Value::Object(map) => {
            for (field, value) in map {
                if field == name {
                    found.extend(value.as_array().map_or(vec![value], |a| a.iter().collect()));
                }
                under(value, name, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|v| under(v, name, found)),
        _ => {}
    }
}

/// What the schemas of HSDS 3 and of the UK's profile require of each part, as they stood in November 2026.
const REQUIRED: [(&str, &[&str]); 12] = [
    ("contents", &["id", "name", "status", "url", "description"]),
    ("organization", &["id", "name", "description"]),
    ("phones", &["id", "number"]),
    ("schedules", &["id"]),
    ("service_areas", &["id"]),
    ("service_at_locations", &["id"]),
    ("location", &["id", "location_type"]),
    (
        "addresses",
        &[
            "id",
            "address_1",
            "city",
            "state_province",
            "postal_code",
            "country",
            "address_type",
        ],
    ),
    ("languages", &["id"]),
    ("cost_options", &["id"]),
    ("attributes", &["id", "link_type"]),
    ("taxonomy_term", &["id", "taxonomy", "name", "description"]),
];

#[test]
fn open_referral_json_has_what_its_schema_requires() {
    let city = City::base();
    city.write("content/services/whole/service.toml", WHOLE);
    city.write(
        "content/services/whole/en.md",
        "+++\ndescription = \"It does everything.\"\n+++\n",
    );
    let run = city
        .run(&["services", "export", "--format", "hsds"])
        .ends_with(0);
    let page: Value = serde_json::from_str(&run.stdout).expect("it is JSON");
    assert_eq!(page["total_items"], 2);
    assert_eq!(page["contents"].as_array().map(Vec::len), Some(2));
    for (part, fields) in REQUIRED {
        let mut found = Vec::new();
        under(&page, part, &mut found);
        assert!(!found.is_empty(), "{part} stands nowhere");
        for object in found {
            for field in fields {
                assert!(
                    object.get(field).is_some(),
                    "{part} has no {field}: {object}"
                );
            }
            let id = object["id"].as_str().expect("an id is a text");
            assert_eq!(id.len(), 36, "{part}: {id} is no UUID");
        }
    }
    let mut schedules = Vec::new();
    under(&page, "schedules", &mut schedules);
    for schedule in schedules {
        if let Some(freq) = schedule.get("freq") {
            assert!(freq == "WEEKLY" || freq == "MONTHLY");
            assert!(schedule["opens_at"].as_str().is_some_and(|t| t.len() == 5));
        } else {
            assert!(
                schedule["description"].is_string(),
                "what no rule can say is said in words"
            );
        }
    }
    let status: Vec<&str> = page["contents"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|s| s["status"].as_str())
        .collect();
    assert!(status.contains(&"temporarily closed"));
}

#[test]
fn geojson_has_a_feature_for_each_place() {
    let city = City::base();
    city.write("content/services/whole/service.toml", WHOLE);
    city.write(
        "content/services/whole/en.md",
        "+++\ndescription = \"It does everything.\"\n+++\n",
    );
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
