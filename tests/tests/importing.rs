//! Services from other directories: what is taken over, what is mended, what is never written.

use end_to_end::City;
use end_to_end::city::tree;
use end_to_end::feed::{city, term};
use serde_json::{Value, json};

/// A service with every kind of dirt that feeds were seen to hold.
fn dirty() -> Value {
    json!({
        "id": "11111111-0000-4000-8000-000000000001",
        "name": " Testford  Food &amp; Friends ",
        "description": "<p>Free food <b>every</b> week.</p><ul><li>No card needed</li></ul><script>alert(1)</script>",
        "status": "active",
        "url": "www.food.example.org",
        "email": "mailto:help@food.example.org",
        "assured_date": "2026-10-01",
        "fees": "",
        "organization": { "id": "o1", "name": "Testford Churches", "description": null, "website": null },
        "attributes": [term("Food banks"), term("Gardening"), term("Unheard of")],
        "languages": [{ "id": "l1", "code": "eng" }, { "id": "l2", "name": "Arabic" }, { "id": "l3", "name": "Klingon" }],
        "service_areas": [{ "id": "a1", "name": "Northside" }, { "id": "a2", "name": "Atlantis" }],
        "cost_options": [{ "id": "c1", "amount": "0.00" }],
        "phones": [
            { "id": "p1", "number": "'0121 496 0200'" },
            { "id": "p2", "number": "Tel: 0121 496 0201 (ask for the cook)" },
            { "id": "p3", "number": "ask at the door" },
            { "id": "p4", "number": "0121 496 0202", "type": "fax" }
        ],
        "schedules": [
            { "id": "s1", "freq": "WEEKLY", "interval": 1, "byday": "MO,WE", "opens_at": "10:00:00", "closes_at": "12:00:00", "valid_from": "2020-01-01", "attending_type": "drop-in" },
            { "id": "s2", "freq": "WEEKLY", "byday": "FR", "opens_at": "22:00", "closes_at": "02:00", "attending_type": "drop-in" },
            { "id": "s3", "freq": "WEEKLY", "interval": 2, "byday": "TU", "opens_at": "10:00", "closes_at": "11:00" },
            { "id": "s4", "freq": "MONTHLY", "byday": "2TH", "opens_at": "14:00Z", "closes_at": "15:00Z" },
            { "id": "s5", "byday": "SU", "opens_at": "10:00", "closes_at": "11:00", "valid_to": "2021-01-01" }
        ],
        "service_at_locations": [
            { "id": "sl1", "location": { "id": "x", "name": "", "latitude": 100, "longitude": 101,
                "addresses": [{ "id": "d1", "address_1": "1 Food Street, Testford", "city": "Testford", "state_province": "", "postal_code": "England", "country": "GB", "address_type": "physical" }] } },
            { "id": "sl2", "location": { "id": "y", "latitude": -1.01, "longitude": 52.0,
                "addresses": [{ "id": "d2", "address_1": "2 Food Street", "city": "Testford", "postal_code": "zz1 2ae", "country": "GB", "address_type": "physical" }] } }
        ]
    })
}

fn write(city: &City, services: &Value) {
    city.write("feed.json", services.to_string());
}

const IMPORT: [&str; 7] = [
    "services",
    "import",
    "feed.json",
    "--feed",
    "https://directory.example.org/o",
    "--licence",
    "Open Government Licence 3.0",
];
const FOOD: &str = "content/services/testford-food-friends/service.toml";

#[test]
fn a_dirty_record_is_mended_and_every_loss_is_said() {
    let city = city();
    write(&city, &json!({ "contents": [dirty()], "total_pages": 1 }));
    let run = city.run(&IMPORT).ends_with(0);
    let toml = city.read(FOOD);
    for line in [
        "name = \"Testford Food & Friends\"",
        "organization = \"Testford Churches\"",
        "kinds = [\"housing\"]",
        "url = \"https://www.food.example.org\"",
        "email = \"help@food.example.org\"",
        "areas = [\"northside\"]",
        "languages = [\"en\", \"ar\"]",
        "cost = \"free\"",
        "last_confirmed = 2026-10-01",
        "number = \"0121 496 0200\"",
        "number = \"0121 496 0201\"",
        "label = \"ask for the cook\"",
        "kind = \"drop_in\"",
        "opening_hours = \"Mo,We 10:00-12:00; Fr 22:00-02:00\"",
        "opening_hours = \"Th[2] 14:00-15:00\"",
        "address = [\"1 Food Street\"]",
        "postcode = \"ZZ1 2AE\"",
        "latitude = 52.0",
        "longitude = -1.01",
        "feed = \"https://directory.example.org/o\"",
        "licence = \"Open Government Licence 3.0\"",
        "retrieved = 2026-11-21",
    ] {
        assert!(toml.lines().any(|l| l == line), "{line} is not in\n{toml}");
    }
    assert!(!toml.contains("496 0202"), "a fax is no help: {toml}");
    for note in [
        "\"England\" is no postcode",
        "latitude 100, longitude 101",
        "were swapped",
        "\"ask at the door\" is no telephone number",
        "fax",
        "every 2 weeks",
        "ended on 2021-01-01",
        "\"Klingon\"",
        "\"Atlantis\"",
        "time zone",
        "\"Unheard of\"",
    ] {
        assert!(
            run.stderr.contains(note),
            "no word of {note} in\n{}",
            run.stderr
        );
    }
    assert!(
        !run.stderr.contains("Gardening"),
        "it is mapped to nothing on purpose"
    );
    let text = city.read("content/services/testford-food-friends/en.md");
    assert!(text.contains("Free food every week."), "{text}");
    assert!(!text.contains('<') && !text.contains("alert"), "{text}");
    city.run(&["check"]).ends_with(0);
}

#[test]
fn a_web_address_is_mended_or_left_out_and_never_costs_the_record() {
    let city = city();
    let mut service = dirty();
    service["attributes"] = json!([]);
    for (given, written, note) in [
        (
            "https://food.example.org/a|b?c={d}",
            Some("https://food.example.org/a%7Cb?c=%7Bd%7D"),
            "were escaped",
        ),
        (
            "https://food.example.org/straße",
            Some("https://food.example.org/straße"),
            "",
        ),
        ("https://fööd.example.org/", None, "a host in other letters"),
        (
            "https://food.example.org/a,",
            Some("https://food.example.org/a"),
            "was taken away",
        ),
        ("https://www.gov.uk@food.example.org/", None, "left out"),
        ("javascript:alert(1)", None, "is no web address; left out"),
        ("https:///food", None, "names no host"),
        ("https://food.example.org/a b", None, "contains a blank"),
        ("at the church", None, "is no web address; left out"),
    ] {
        service["url"] = json!(given);
        write(&city, &json!([service]));
        // What the command line names twice is one kind.
        let kinds = ["--kind", "legal", "--kind", "legal"];
        let run = city.run(&[&IMPORT[..], &kinds].concat()).ends_with(0);
        let toml = city.read(FOOD);
        let mut own = toml.lines().take_while(|line| !line.starts_with('['));
        let url = own.find(|line| line.starts_with("url = "));
        let written = written.map(|url| format!("url = \"{url}\""));
        assert_eq!(url, written.as_deref(), "{given}");
        assert!(run.stderr.contains(note), "{given}: {}", run.stderr);
        city.run(&["check"]).ends_with(0);
    }
}

#[test]
fn coordinates_are_held_against_the_postcode() {
    // The region knows ZZ1 2AB at 52, -1.
    let city = city().with_region();
    let mut service = dirty();
    let place = |latitude: f64, longitude: f64| {
        json!({ "id": "l", "location": { "id": "x", "latitude": latitude, "longitude": longitude,
            "addresses": [{ "id": "d", "address_1": "1 Food Street", "city": "Testford", "postal_code": "ZZ1 2AB", "country": "GB", "address_type": "physical" }] } })
    };
    for (given, written, note) in [
        (place(52.001, -1.001), "latitude = 52.001", ""),
        (place(-1.001, 52.001), "latitude = 52.001", "were swapped"),
        (
            place(53.0, -1.0),
            "postcode = \"ZZ1 2AB\"",
            "far from its postcode",
        ),
    ] {
        service["service_at_locations"] = json!([given]);
        write(&city, &json!([service]));
        let run = city.run(&IMPORT).ends_with(0);
        let toml = city.read(FOOD);
        assert!(toml.contains(written), "{toml}");
        assert!(run.stderr.contains(note), "{note}: {}", run.stderr);
        assert_eq!(
            toml.contains("latitude"),
            written.starts_with("latitude"),
            "{toml}"
        );
        city.run(&["check"]).ends_with(0);
    }
}

#[test]
fn an_address_for_letters_or_of_nowhere_is_not_taken_over_and_that_is_said() {
    let address = |kind: &str, line: &str| json!({ "id": line, "address_1": line, "city": "Testford", "postal_code": "ZZ1 2AB", "country": "GB", "address_type": kind });
    let place = |kind: &str, addresses: Value| json!([{ "id": "l", "location": { "id": "x", "location_type": kind, "addresses": addresses } }]);
    for (given, note) in [
        (
            place("physical", json!([address("postal", "9 Letter Street")])),
            "not taken over: location.addresses (postal)",
        ),
        (
            place("physical", json!([address("physical", "PO Box 15")])),
            "a post office box is no place to go to",
        ),
        (
            place("virtual", json!([address("physical", "9 Letter Street")])),
            "the address of an online location",
        ),
        (
            place(
                "physical",
                json!([
                    address("physical", "1 Food Street"),
                    address("physical", "9 Letter Street")
                ]),
            ),
            "not taken over: location.addresses (another)",
        ),
    ] {
        let city = city();
        let mut service = dirty();
        service["service_at_locations"] = given;
        write(&city, &json!([service]));
        let run = city.run(&IMPORT).ends_with(0);
        let toml = city.read(FOOD);
        assert!(run.stderr.contains(note), "{note}: {}", run.stderr);
        assert!(!toml.contains("Letter Street"), "{toml}");
        assert!(!toml.contains("Box 15"), "{toml}");
        city.run(&["check"]).ends_with(0);
    }
}

#[test]
fn words_beside_hours_marks_in_descriptions_and_middles_of_towns_do_not_get_lost_or_through() {
    let city = city();
    let mut service = dirty();
    service["organization"]["name"] = json!("**Testford** [Churches](https://x.example/)");
    service["description"] = json!("**Free** food. [Ask](https://x.example/) `us` {{ now }}");
    service["schedules"] = json!([
        { "id": "s", "freq": "WEEKLY", "byday": "MO", "opens_at": "10:00", "closes_at": "12:00", "description": "by appointment only" }
    ]);
    let place = |latitude: &str, line: &str, code: &str| {
        json!({ "id": line, "location": { "id": line, "latitude": latitude, "longitude": "-1,0",
            "addresses": [{ "id": line, "address_1": line, "city": "Testford", "postal_code": code, "country": "GB" }] } })
    };
    service["service_at_locations"] = json!([
        place("52,0001", "1 Food Street", "ZZ1 2AB"),
        place("52.1", "Testford", ""),
        place("near the church", "2 Food Street", ""),
    ]);
    write(&city, &json!([service]));
    let run = city.run(&IMPORT).ends_with(0);
    for note in [
        "the words beside its hours were not taken over: \"by appointment only\"",
        "only the name of a town",
        "not taken over: location.latitude",
    ] {
        assert!(run.stderr.contains(note), "{note}: {}", run.stderr);
    }
    let toml = city.read(FOOD);
    assert!(
        toml.contains("latitude = 52.0001"),
        "a decimal comma: {toml}"
    );
    assert!(
        toml.contains("organization = \"Testford Churches\""),
        "{toml}"
    );
    assert!(!toml.contains("52.1"), "the middle of a town: {toml}");
    let text = city.read("content/services/testford-food-friends/en.md");
    assert!(
        text.contains("description = \"Free food. Ask us now\""),
        "{text}"
    );
    city.run(&["check"]).ends_with(0);
}

#[test]
fn an_import_keeps_what_editors_wrote_and_deletes_nothing() {
    let city = city();
    let mut second = dirty();
    second["id"] = json!("22222222-0000-4000-8000-000000000002");
    second["name"] = json!("Second Service");
    write(&city, &json!([dirty(), second]));
    city.run(&IMPORT).ends_with(0);
    let text = "content/services/testford-food-friends/en.md";
    city.write(text, "+++\ndescription = \"Written by an editor.\"\n+++\n");
    city.change(
        FOOD,
        "cost = \"free\"",
        "cost = \"free\"\nwomen_only = false",
    );
    // The same feed again: nothing changes but what the feed owns.
    let run = city.run(&IMPORT).ends_with(0);
    assert!(
        run.stdout.contains("0 new, 0 changed, 2 as before"),
        "{}",
        run.stdout
    );
    // A changed name, and a service that is gone.
    let mut renamed = dirty();
    renamed["name"] = json!("Food and Friends of Testford");
    renamed["phones"] = json!([{ "id": "p", "number": "0121 496 0300" }]);
    write(&city, &json!([renamed]));
    let dry = city
        .run(&[&IMPORT[..], &["--dry-run"]].concat())
        .ends_with(0);
    assert!(
        dry.stdout
            .contains("changed: content/services/testford-food-friends"),
        "{}",
        dry.stdout
    );
    assert!(
        city.read(FOOD).contains("496 0200"),
        "a dry run writes nothing"
    );
    let run = city.run(&IMPORT).ends_with(0);
    let toml = city.read(FOOD);
    assert!(toml.contains("Food and Friends of Testford") && toml.contains("496 0300"));
    assert!(!toml.contains("496 0200"), "numbers are the feed's");
    assert!(
        toml.contains("women_only = false"),
        "an editor's answer stays"
    );
    assert!(city.read(text).contains("Written by an editor."));
    assert!(
        run.stderr
            .contains("content/services/second-service is no longer in the feed"),
        "{}",
        run.stderr
    );
    assert!(
        city.file("content/services/second-service/service.toml")
            .is_file()
    );
}

#[test]
fn without_a_licence_nothing_is_published() {
    let city = city();
    write(&city, &json!([dirty()]));
    let run = city.run(&IMPORT[..5]).ends_with(0);
    assert!(run.stderr.contains("names no licence"), "{}", run.stderr);
    let check = city.run(&["check"]).ends_with(1);
    assert!(check.stderr.contains("error[MF410]"), "{}", check.stderr);
    // A feed may name its own.
    write(
        &city,
        &json!({ "contents": [dirty()], "licenses": [{ "name": "OGL-UK-3.0", "title": "Open Government Licence 3.0" }] }),
    );
    city.run(&IMPORT[..5]).ends_with(0);
    city.run(&["check"]).ends_with(0);
}

#[test]
fn the_place_of_a_refuge_is_never_written() {
    let mut refuge = dirty();
    refuge["name"] = json!("Testford Women's Refuge");
    refuge["description"] = json!("We are at 1 Food Street, by the canal, ZZ1 2AE.");
    refuge["attributes"] = json!([term("Refuges")]);
    let city = city();
    write(&city, &json!([refuge]));
    let run = city.run(&IMPORT).ends_with(0);
    assert!(run.stderr.contains("may be a refuge"), "{}", run.stderr);
    let file = "content/services/testford-womens-refuge/service.toml";
    assert!(city.read(file).contains("confidential = true"));
    let written = tree(&city.file("content/services/testford-womens-refuge"));
    for (name, bytes) in &written {
        let text = String::from_utf8_lossy(bytes);
        for place in [
            "Food Street",
            "ZZ1",
            "canal",
            "52.0",
            "opening_hours",
            "ask for the cook",
        ] {
            assert!(!text.contains(place), "{name} says {place}: {text}");
        }
    }
    assert!(
        !run.stderr.contains("Food Street") && !run.stderr.contains("ZZ1"),
        "{}",
        run.stderr
    );
    city.run(&["check"]).ends_with(0);
    // An editor who knows that it is none may say so, and the feed cannot undo the opposite.
    city.run(&IMPORT).ends_with(0);
    assert!(city.read(file).contains("confidential = true"));
    city.change(file, "confidential = true", "confidential = false");
    city.run(&IMPORT).ends_with(0);
    assert!(
        city.read(file).contains("confidential = false") && city.read(file).contains("ZZ1 2AE")
    );
}

#[test]
fn what_this_city_keeps_secret_no_feed_gives_away() {
    let city = City::of_case("site-sensitive");
    // By its name, though no word says refuge; by its number, though the name is another.
    let mut by_name = dirty();
    by_name["name"] = json!("Safe Haven Refuge");
    let mut by_number = dirty();
    by_number["id"] = json!("2");
    by_number["name"] = json!("Haven House");
    by_number["phones"] = json!([{ "id": "p", "number": "0808 157 0456" }]);
    write(&city, &json!([by_name, by_number]));
    let import = [&IMPORT[..], &["--kind", "housing"]].concat();
    let run = city.run(&import).ends_with(0);
    assert!(run.stderr.contains("keeps confidential"), "{}", run.stderr);
    for folder in ["safe-haven-refuge", "haven-house"] {
        let toml = city.read(&format!("content/services/{folder}/service.toml"));
        assert!(toml.contains("confidential = true"), "{toml}");
        assert!(
            !toml.contains("Food Street") && !toml.contains("ZZ1"),
            "{toml}"
        );
    }
}

#[test]
fn a_service_of_a_name_that_is_there_stands_beside_it_and_is_pointed_out() {
    let city = city();
    let mut twin = dirty();
    twin["name"] = json!("Law Centre");
    twin["description"] = json!("Much to say. ".repeat(600));
    write(&city, &json!([twin]));
    let run = city.run(&IMPORT).ends_with(0);
    assert!(
        run.stderr
            .contains("content/services/law-centre-2 has the name of content/services/law-centre"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("too long for a page"), "{}", run.stderr);
    city.run(&["check"]).ends_with(0);
    city.change(
        "content/city.toml",
        "\"Gardening\" = []",
        "\"Gardening\" = [\"gardens\"]",
    );
    let check = city.run(&["check"]).ends_with(1);
    assert!(check.stderr.contains("error[MF308]"), "{}", check.stderr);
}

#[test]
fn one_identifier_on_many_records_does_not_lose_any() {
    let city = city();
    let clubs: Vec<Value> = (0..128)
        .map(|n| json!({ "id": "same", "name": format!("Club {n}"), "status": "active", "url": "https://club.example.org", "attributes": [term("Food banks")] }))
        .collect();
    write(&city, &json!(clubs));
    let run = city.run(&IMPORT).ends_with(0);
    assert!(run.stdout.contains("128 new"), "{}", run.stdout);
    assert!(
        run.stderr.contains("stands on 128 services"),
        "{}",
        run.stderr
    );
    let again = city.run(&IMPORT).ends_with(0);
    assert!(again.stdout.contains("128 as before"), "{}", again.stdout);
}

#[test]
fn closed_and_unusable_services_are_left_out_with_a_word() {
    let city = city();
    let service = |id: &str, name: &str, status: &str| json!({ "id": id, "name": name, "status": status, "url": "https://x.example.org", "attributes": [term("Food banks")] });
    let mut unmapped = service("3", "Unmapped", "active");
    unmapped["attributes"] = json!([]);
    let mut unreachable = service("4", "Unreachable", "active");
    unreachable["url"] = json!("null");
    write(
        &city,
        &json!([service("1", "Defunct", "defunct"), service("2", "Odd", "pending review"), unmapped, unreachable, { "name": "Nameless id" }, service("5", "مركز", "temporarily closed")]),
    );
    let run = city.run(&IMPORT).ends_with(0);
    for note in [
        "Defunct (1): the feed says that it is closed",
        "pending review",
        "Unmapped (3): none of its terms",
        "Unreachable (4): nobody could reach it",
        "Nameless id: a record without an identifier",
    ] {
        assert!(run.stderr.contains(note), "{note}: {}", run.stderr);
    }
    assert!(run.stdout.contains("1 new"), "{}", run.stdout);
    city.run(&["check"]).ends_with(0);
}
