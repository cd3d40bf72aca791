//! `mifriendly find`: what it answers, and the shape of its JSON, which scripts rely on.

use end_to_end::City;
use serde_json::Value;

fn found(city: &City, arguments: &[&str]) -> Value {
    let arguments = [&["find", "--json"], arguments].concat();
    let run = city.run(&arguments).ends_with(0);
    assert_eq!(run.stderr, "");
    serde_json::from_str(&run.stdout).expect("it prints JSON")
}

fn names(found: &Value) -> Vec<&str> {
    let services = found["services"].as_array().expect("a list");
    services
        .iter()
        .map(|s| s["name"].as_str().expect("a text"))
        .collect()
}

fn fields(value: &Value) -> Vec<&str> {
    let fields = value.as_object().expect("an object");
    let mut names: Vec<&str> = fields.keys().map(String::as_str).collect();
    names.sort_unstable();
    names
}

#[test]
fn a_postcode_is_found_however_it_is_typed() {
    let city = City::base().with_region();
    for typed in ["ZZ1 2AD", "zz12ad", "Zz1-2aD.", " zz1  2ad "] {
        let found = found(&city, &[typed]);
        assert_eq!(found["query"], typed);
        let position = &found["position"];
        assert_eq!(position["precision"], "postcode", "{typed}");
        assert_eq!(position["label"], "ZZ1 2AD", "{typed}");
        let latitude = position["latitude"].as_f64().expect("a number");
        assert!((latitude - 52.01).abs() < 0.001, "{latitude}");
        let service = &found["services"][0];
        let distance = service["distance_m"].as_u64().expect("whole metres");
        assert!((1050..1180).contains(&distance), "{distance}");
    }
}

#[test]
fn words_may_be_given_as_several_arguments() {
    let city = City::base().with_region();
    let found = found(&city, &["zz1", "2ad"]);
    assert_eq!(found["position"]["label"], "ZZ1 2AD");
}

#[test]
fn rougher_parts_and_names_say_how_rough_they_are() {
    let city = City::base().with_region();
    for (typed, precision) in [
        ("zz1 2", "sector"),
        ("ZZ1", "district"),
        ("millhill", "place"),
        ("ZZ1 2AZ", "sector"),
    ] {
        let found = found(&city, &[typed]);
        assert_eq!(found["position"]["precision"], precision, "{typed}");
    }
}

#[test]
fn the_json_has_the_fields_that_scripts_rely_on() {
    let city = City::base().with_region();
    let found = found(&city, &["ZZ1 2AB"]);
    assert_eq!(
        fields(&found),
        ["alternatives", "position", "query", "services"]
    );
    assert_eq!(
        fields(&found["position"]),
        [
            "asked",
            "council",
            "label",
            "latitude",
            "longitude",
            "precision",
            "roughness_m"
        ]
    );
    assert_eq!(
        found["position"]["council"],
        serde_json::json!({ "name": "Northside", "certain": true, "or": [] })
    );
    let service = &found["services"][0];
    for field in ["id", "name", "distance_m", "group", "kinds", "url"] {
        assert!(fields(service).contains(&field), "{field}");
    }
    assert_eq!(service["id"], "law-centre");
    assert_eq!(service["name"], "Testford Law Centre");
    assert_eq!(service["kinds"], serde_json::json!(["legal", "housing"]));
    assert_eq!(service["url"], "en/services/law-centre/index.html");
    assert_eq!(service["address"], "1 Market Square, Testford, ZZ1 2AB");
}

#[test]
fn many_texts_are_answered_line_by_line() {
    let city = City::base().with_region();
    let run = city
        .run_with(&["find", "--lines"], "ZZ1 2AD\nAtlantis\nmillhill\n")
        .ends_with(0);
    let found: Vec<Value> = run
        .stdout
        .lines()
        .map(|line| serde_json::from_str(line).expect("each line is JSON"))
        .collect();
    let labels: Vec<&Value> = found.iter().map(|one| &one["position"]["label"]).collect();
    assert_eq!(
        labels,
        ["ZZ1 2AD", "", "Millhill"]
            .map(|label| if label.is_empty() {
                Value::Null
            } else {
                label.into()
            })
            .iter()
            .collect::<Vec<_>>()
    );
    let listed = city.run(&["postcodes", "list"]).ends_with(0).stdout;
    assert_eq!(listed, "ZZ1 2AB\nZZ1 2AD\nZZ2 1AA\n");
    let sectors = ["postcodes", "list", "--level", "sector"];
    assert_eq!(city.run(&sectors).ends_with(0).stdout, "ZZ1 2\nZZ2 1\n");
    let none = City::base().run(&["postcodes", "list"]).ends_with(2);
    assert!(none.stderr.contains("no gazetteer"), "{}", none.stderr);
}

/// A line that answers day and night.
const LINE: &str = r#"
name = "NAME"
kinds = ["housing"]
url = "https://line.example.org"
areas = ["AREA"]
last_confirmed = 2026-11-01
confirmed_by = "Testford Volunteers"
confirmed_how = "website"

[[phone]]
number = "0121 496 0999"
opening_hours = "24/7"

[[source]]
name = "The line"
url = "https://line.example.org"
checked = 2026-11-01
"#;

#[test]
fn lines_that_answer_day_and_night_stand_first_where_they_serve() {
    let city = City::base().with_region();
    city.change(
        "content/city.toml",
        "id = \"northside\"",
        "id = \"northside\"\ncode = \"E00000001\"",
    );
    for (name, area) in [
        ("Northside line", "northside"),
        ("Southside line", "southside"),
        ("National line", "country"),
    ] {
        let folder = name.to_lowercase().replace(' ', "-");
        let record = LINE.replace("NAME", name).replace("AREA", area);
        city.write(&format!("content/services/{folder}/service.toml"), record);
        let text = city
            .read("content/services/law-centre/en.md")
            .replace("Testford Law Centre", name);
        city.write(&format!("content/services/{folder}/en.md"), text);
    }
    let order = |typed: &str| {
        let found = found(&city, &[typed]);
        let group = |service: &Value| service["group"].as_str().map(str::to_owned);
        let services = found["services"].as_array().expect("a list");
        let groups: Vec<_> = services.iter().filter_map(group).collect();
        (
            names(&found)
                .into_iter()
                .map(str::to_owned)
                .collect::<Vec<_>>(),
            groups,
        )
    };
    // The base's law centre is shut on this Saturday; the other area's line answers, but is not for the reader.
    let (names, groups) = order("ZZ1 2AB");
    assert_eq!(
        names,
        [
            "National line",
            "Northside line",
            "Testford Law Centre",
            "Southside line"
        ]
    );
    assert_eq!(
        groups,
        ["always-answers", "always-answers", "closed", "open"]
    );
    // Without a place only what serves everybody.
    let (_, groups) = order("Atlantis");
    assert_eq!(groups, ["always-answers", "open", "open", "closed"]);
}

#[test]
fn the_nearest_can_be_asked_for_first() {
    let city = City::base().with_region();
    // The law centre is shut on this Saturday; the library is open, and half a mile farther.
    let record = city
        .read("content/services/law-centre/service.toml")
        .replace("Testford Law Centre", "Testford Library")
        .replace("Mo-Fr", "Mo-Su")
        .replace("longitude = -1.0", "longitude = -1.01");
    city.write("content/services/library/service.toml", record);
    let text = city
        .read("content/services/law-centre/en.md")
        .replace("Testford Law Centre", "Testford Library");
    city.write("content/services/library/en.md", text);
    assert_eq!(
        names(&found(&city, &["ZZ1 2AB"])),
        ["Testford Library", "Testford Law Centre"]
    );
    let nearest = found(&city, &["ZZ1 2AB", "--nearest"]);
    assert_eq!(names(&nearest), ["Testford Law Centre", "Testford Library"]);
    assert_eq!(nearest["services"][0]["group"], "closed");
}

#[test]
fn what_is_not_found_is_null_and_no_failure() {
    for city in [City::base().with_region(), City::base()] {
        let found = found(&city, &["Atlantis"]);
        assert_eq!(found["position"], Value::Null);
        assert_eq!(names(&found), ["Testford Law Centre"]);
        assert_eq!(found["services"][0]["distance_m"], Value::Null);
    }
}

#[test]
fn services_can_be_had_of_one_kind_and_in_another_language() {
    let city = City::base().with_region();
    city.change("content/city.toml", "[\"en\"]", "[\"en\", \"ar\"]");
    assert_eq!(
        names(&found(&city, &["ZZ1", "--kind", "legal"])),
        ["Testford Law Centre"]
    );
    assert!(names(&found(&city, &["ZZ1", "--kind", "domestic-abuse"])).is_empty());
    let arabic = found(&city, &["ZZ1", "--language", "ar"]);
    assert_eq!(
        arabic["services"][0]["url"],
        "ar/services/law-centre/index.html"
    );
}

#[test]
fn unknown_kinds_and_languages_are_refused_with_the_nearest() {
    let city = City::base().with_region();
    let run = city.run(&["find", "ZZ1", "--kind", "housng"]).ends_with(2);
    assert_eq!(
        run.stderr,
        "error: there is no kind of help `housng`; did you mean `housing`?\n"
    );
    let run = city.run(&["find", "ZZ1", "--language", "pl"]).ends_with(2);
    assert_eq!(
        run.stderr,
        "error: \"pl\" is not a language of this city; it has en\n"
    );
}

#[test]
fn a_confidential_service_has_no_distance_and_no_place() {
    let city = City::of_case("site-sensitive").with_region();
    let found = found(&city, &["ZZ1 2AB"]);
    let services = found["services"].as_array().expect("a list");
    let refuge = services
        .iter()
        .find(|s| s["name"] == "Safe Haven Refuge")
        .expect("it can be found");
    assert_eq!(refuge["distance_m"], Value::Null);
    assert_eq!(refuge["address"], Value::Null);
    let url = refuge["url"].as_str().expect("a text");
    assert!(url.starts_with("en/services/s-"), "{url}");
}

#[test]
fn people_at_a_terminal_get_lines() {
    let city = City::base().with_region();
    let run = city.run(&["find", "ZZ1 2AD"]).ends_with(0);
    assert!(
        run.stdout.starts_with("ZZ1 2AD (postcode, "),
        "{}",
        run.stdout
    );
    assert!(
        run.stdout
            .contains("\n  0.7 mi  closed    Testford Law Centre  0121 496 0123"),
        "{}",
        run.stdout
    );
}

#[test]
fn imported_postcodes_are_found() {
    let city = City::base();
    // GeoNames' postal files: twelve columns, of which the names of regions may be empty.
    let row = |code: &str, latitude: &str| {
        format!("GB\t{code}\tTestford\t\t\t\t\t\t\t{latitude}\t-1.0\t6\n")
    };
    let rows = row("ZZ1 2AB", "52.0") + &row("ZZ1 2AD", "52.01");
    city.write("GB_full.txt", rows);
    let run = city.run(&["postcodes", "import", "GB_full.txt"]);
    let run = run.ends_with(0);
    assert!(
        run.stdout.starts_with("2 rows read, 2 postcodes kept\n"),
        "{}",
        run.stdout
    );
    let found = found(&city, &["zz12ad"]);
    assert_eq!(found["position"]["precision"], "postcode");
    city.run(&["postcodes", "import", "gone.txt"]).ends_with(2);
    city.write("notes.txt", "no postcodes at all\n");
    city.run(&["postcodes", "import", "notes.txt"]).ends_with(2);
    let nothing = City::empty();
    nothing.write("GB_full.txt", row("ZZ1 2AB", "52.0"));
    let run = nothing.run(&["postcodes", "import", "GB_full.txt"]);
    assert!(run.ends_with(2).stderr.contains("error[MF001]"));
}

#[test]
fn names_of_another_language_come_without_the_marks_that_say_so() {
    let city = City::base().with_region();
    city.change("content/city.toml", "[\"en\"]", "[\"en\", \"fa\"]");
    let run = city
        .run(&["find", "ZZ1 2AD", "--language", "fa", "--json"])
        .ends_with(0);
    let found: Value = serde_json::from_str(&run.stdout).expect("it prints JSON");
    assert_eq!(found["position"]["council"]["name"], "Northside");
}
