//! The place of a refuge: every way that was found to write it, through the real command.

use end_to_end::city::tree;
use end_to_end::feed::{city, term};
use end_to_end::{City, Run};
use serde_json::{Value, json};

const RECORD: &str = "content/services/refuge/service.toml";
const TEXT: &str = "content/services/refuge/en.md";

/// A city with a refuge in which nothing says where it is.
fn refuge() -> City {
    let city = City::base();
    let toml = "name = \"Testford Haven\"\nkinds = [\"domestic-abuse\"]\nconfidential = true\nareas = [\"northside\"]\n\n[[phone]]\nnumber = \"0121 496 0456\"\n";
    city.write(RECORD, toml);
    city.write(TEXT, "+++\ndescription = \"A safe place.\"\n+++\n");
    city.run(&["check"]).ends_with(0);
    city
}

#[test]
fn no_text_of_a_refuge_says_where_it_is() {
    let city = refuge();
    for words in [
        "ZZ1 2AB",
        "ZZ1  2AB",
        "ZZ1\u{a0}2AB",
        "ZZ1–2AB",
        "ZZ1\u{200b} 2AB",
        "Z&#90;1 2AB",
        "Z Z 1 2 A B",
        "ＺＺ１ ２ＡＢ",
        "ZZ١ ٢AB",
        "ΖΖ1 2ΑΒ",
        "zz1 2ab",
        "ZZ1\\\n2AB",
        "**ZZ1** 2AB",
        "- ZZ1\n- 2AB",
        "| a | b |\n|---|---|\n| ZZ1 | 2AB |",
        "[map](https://x.example.org/?q=ZZ1%202AB)",
        "[map](https://www.google.com/maps/@52.4052,-1.5018,17z)",
        "[map](https://www.openstreetmap.org/#map=17/52.4/-1.5)",
        "[map](https://maps.app.goo.gl/x)",
        "52.4052, -1.5018",
        "52° 24' 18\" N",
        "9C4WCX4X+3H",
        "///filled.count.soap",
        "12 Acacia Road",
        "12 Acacia\nRoad",
        "PO Box 12",
    ] {
        city.write(
            TEXT,
            format!(
                "+++\ndescription = \"A safe place.\"\n+++\n\n## Where {{#where}}\n\n{words}\n"
            ),
        );
        let run = city.run(&["check"]);
        assert!(
            run.stderr.contains("error[MF406]"),
            "{words}: {}",
            run.stderr
        );
    }
}

#[test]
fn no_field_of_a_refuge_says_where_it_is() {
    let city = refuge();
    let whole = city.read(RECORD);
    for field in [
        "organization = \"At ZZ1\\u00202AB\"",
        "organization = \"12 Acacia Road Trust\"",
        "url = \"https://maps.app.goo.gl/x\"",
        "email = \"zz12ab@refuge.example.org\"",
        "cost_note = \"\\u005aZ1 2AB\"",
        "[[source]]\nname = \"ZZ1 2AB\"\nurl = \"https://x.example.org\"\nchecked = 2026-11-01",
        "[[source]]\nname = \"x\"\nurl = \"https://x.example.org/12-acacia-road\"\nchecked = 2026-11-01",
        "# ZZ1 2AB",
    ] {
        let toml = match field.starts_with(['[', '#']) {
            true => format!("{whole}\n{field}\n"),
            false => whole.replace(
                "confidential = true",
                &format!("confidential = true\n{field}"),
            ),
        };
        city.write(RECORD, toml);
        let run = city.run(&["check"]);
        assert!(
            run.stderr.contains("error[MF406]"),
            "{field}: {}",
            run.stderr
        );
    }
    city.write(
        RECORD,
        whole.replace("confidential = true", "confidential = \"yes\""),
    );
    let run = city.run(&["check"]).ends_with(1);
    assert!(
        run.stderr.contains("`confidential` takes"),
        "{}",
        run.stderr
    );
}

/// A record as a feed has it, with a place; nothing in it is that of a refuge.
fn plain() -> Value {
    json!({
        "id": "r1", "name": "Number Nine", "description": "Help for people.", "status": "active", "email": "help@nine.example.org",
        "organization": { "id": "o", "name": "Nine Trust" },
        "attributes": [term("Food banks")],
        "phones": [{ "id": "p", "number": "0121 496 0300", "description": "the side door in Canal Street" }],
        "service_at_locations": [{ "id": "l", "location": { "id": "x", "name": "Nine House", "latitude": 52.0, "longitude": -1.0,
            "addresses": [{ "id": "a", "address_1": "9 Canal Street", "city": "Testford", "postal_code": "ZZ1 2AE", "address_type": "physical" }] } }]
    })
}

fn import(city: &City, services: &Value) -> end_to_end::Run {
    city.write("feed.json", services.to_string());
    let options = [
        "services",
        "import",
        "feed.json",
        "--feed",
        "https://directory.example.org/o",
        "--licence",
        "OGL",
    ];
    city.run(&options).ends_with(0)
}

/// Nothing that was written or said has a word of the place.
fn assert_hidden(city: &City, run: &end_to_end::Run, way: &str) {
    for (name, bytes) in tree(&city.file("content/services")) {
        if name.starts_with("law-centre") {
            continue;
        }
        let text = String::from_utf8_lossy(&bytes);
        for place in ["Canal", "ZZ1", "52.0", "canal", "maps"] {
            assert!(
                !text.contains(place) && !name.contains(place),
                "{way}: {name} says {place}: {text}"
            );
        }
    }
    assert!(
        !run.stderr.contains("Canal") && !run.stderr.contains("ZZ1"),
        "{way}: {}",
        run.stderr
    );
    city.run(&["check"]).ends_with(0);
}

#[test]
fn a_refuge_is_known_by_any_field_in_any_language() {
    // Without such words the place is taken over, or this test would show nothing.
    let city = city_with_place();
    let run = import(&city, &json!([plain()]));
    assert!(
        city.read("content/services/number-nine/service.toml")
            .contains("9 Canal Street"),
        "{}",
        run.stderr
    );
    for (pointer, words) in [
        ("/service_at_locations/0/location/name", "Refuge"),
        ("/eligibility_description", "For women in our refuge"),
        ("/application_process", "Ring the safe house"),
        ("/alternate_name", "The Refuge"),
        ("/phones/0/description", "refuge line"),
        ("/attributes/0/taxonomy_term/code", "refuge"),
        ("/url", "https://refuge.example.org"),
        ("/name", "Safehouses"),
        ("/name", "Ref\u{ad}uge"),
        ("/name", "ＲＥＦＵＧＥ"),
        (
            "/description",
            "Emergency accommodation for women fleeing domestic abuse",
        ),
        (
            "/description",
            "NRM accommodation for victims of modern slavery",
        ),
        ("/description", "Women's crisis house"),
        ("/description", "Supported accommodation for LGBT people"),
        ("/description", "Lloches i fenywod"),
        ("/description", "Foyer d'urgence pour femmes"),
        ("/description", "Schronisko dla kobiet"),
        ("/description", "Casa de acogida"),
        ("/description", "Casa rifugio"),
        ("/description", "دار إيواء"),
        ("/organization/name", "Testford Women's Aid"),
        ("/service_at_locations/0/location/location_type", "redacted"),
        (
            "/service_at_locations/0/location/addresses/0/address_2",
            "Confidential address",
        ),
        (
            "/service_at_locations/0/location/addresses/0/address_2",
            "Address withheld",
        ),
        (
            "/description",
            "Emergency accommodation for people escaping domestic abuse. Address not given out.",
        ),
        (
            "/service_at_locations/0/location/description",
            "confidential location",
        ),
        ("/confidential", "TRUE"),
        ("/is_confidential", "yes"),
        ("/x_secret_place/note", "Frauenhaus"),
    ] {
        let mut service = plain();
        put(&mut service, pointer, words);
        let city = city_with_place();
        let run = import(&city, &json!([service]));
        assert_hidden(&city, &run, &format!("{pointer} = {words}"));
    }
}

fn city_with_place() -> City {
    city()
}

/// Sets a field, making the objects on the way.
fn put(value: &mut Value, pointer: &str, words: &str) {
    let mut at = value;
    for part in pointer.trim_start_matches('/').split('/') {
        at = match part.parse::<usize>() {
            Ok(index) => &mut at[index],
            Err(_) => &mut at[part],
        };
    }
    *at = json!(words);
}

#[test]
fn kinds_that_can_mean_shelter_come_without_a_place() {
    let mut service = plain();
    service["attributes"] = json!([term("Refuges")]);
    service["attributes"][0]["taxonomy_term"]["name"] = json!("Domestic violence services");
    let city = city();
    city.change(
        "content/city.toml",
        "\"Refuges\"",
        "\"Domestic violence services\"",
    );
    let run = import(&city, &json!([service]));
    assert_hidden(&city, &run, "kind");
    let file = "content/services/number-nine/service.toml";
    city.change(file, "confidential = true", "confidential = false");
    import(&city, &json!([service]));
    assert!(city.read(file).contains("9 Canal Street"));
}

#[test]
fn what_is_kept_of_a_refuge_says_nothing_of_its_place() {
    for (pointer, words) in [
        ("/name", "Refuge at 9 Canal Street"),
        ("/name", "Refuge ZZ1 2AE"),
        ("/id", "refuge-zz12ae"),
        ("/organization/name", "9 Canal Street Trust"),
        ("/url", "https://www.google.com/maps/@52.01234,-1.01234,17z"),
        ("/email", "9.canal.street@nine.example.org"),
    ] {
        let mut service = plain();
        service["description"] = json!("A refuge.");
        put(&mut service, pointer, words);
        let city = city();
        let run = import(&city, &json!([service]));
        assert_hidden(&city, &run, &format!("{pointer} = {words}"));
    }
    // What only this city's own exports may say is believed of nobody else.
    let mut service = plain();
    service["description"] = json!("A refuge.");
    let own = |code: &str, value: &str| json!({ "id": code, "value": value, "taxonomy_term": { "id": code, "code": code, "name": code, "taxonomy": "MiFriendly Cities: fields of a record" } });
    service["attributes"] = json!([
        term("Food banks"),
        own("cost_note", "ask in Canal Street"),
        own("confirmed_by", "Canal Trust"),
        own(
            "sources",
            "2026-01-01 | primary | https://maps.app.goo.gl/x | Canal"
        )
    ]);
    service["phones"][0]["attributes"] = json!([own("label", "side door in Canal Street")]);
    let city = city();
    let run = import(&city, &json!([service]));
    assert_hidden(&city, &run, "own fields");
    assert!(
        run.stderr.contains("only this city's own exports"),
        "{}",
        run.stderr
    );
}

#[test]
fn an_office_that_shares_the_number_of_a_refuge_has_no_place_either() {
    let mut secret = plain();
    secret["id"] = json!("r2");
    secret["name"] = json!("Other Name");
    secret["description"] = json!("A refuge.");
    let city = city();
    let run = import(&city, &json!([plain(), secret]));
    assert_hidden(&city, &run, "a number shared");
    // One that this city lists already, with a place: the refuge is left out until somebody has looked.
    let city = city_with_office();
    let run = import(&city, &json!([secret]));
    assert!(
        run.stderr
            .contains("services/office has its name, a number"),
        "{}",
        run.stderr
    );
    city.run(&["check"]).ends_with(0);
}

fn city_with_office() -> City {
    let city = city();
    city.write("content/services/office/service.toml", "name = \"Nine Office\"\nkinds = [\"legal\"]\nareas = [\"northside\"]\n\n[[phone]]\nnumber = \"0121 496 0300\"\n\n[[location]]\naddress = [\"1 Market Square\"]\n");
    city.write(
        "content/services/office/en.md",
        "+++\ndescription = \"An office.\"\n+++\n",
    );
    city
}

/// Imports `feed.csv` of another directory, which has no error.
fn import_table(city: &City) -> Run {
    let arguments = [
        "services",
        "import",
        "feed.csv",
        "--feed",
        "T",
        "--licence",
        "OGL",
    ];
    city.run(&arguments).ends_with(0)
}

#[test]
fn any_spelling_of_yes_keeps_a_row_secret() {
    for yes in [
        "TRUE", "true", "yes", "Y", "1", "x", "✓", "ja", "oui", "perhaps",
    ] {
        let city = city();
        city.write("feed.csv", format!("id,name,kinds,phone,address,postcode,confidential\n1,Number Nine,housing,0121 496 0300,9 Canal Street,ZZ1 2AE,{yes}\n"));
        let run = import_table(&city);
        assert_hidden(&city, &run, yes);
    }
    let city = city();
    city.write("feed.csv", "id,name,kinds,phone,address,postcode,confidential,women_only,adress\n1,Number Nine,housing,0121 496 0300,9 Canal Street,ZZ1 2AE,no,YES,x\n");
    let run = import_table(&city);
    let toml = city.read("content/services/number-nine/service.toml");
    assert!(
        toml.contains("9 Canal Street") && toml.contains("women_only = true"),
        "{toml}"
    );
    assert!(
        run.stderr.contains("not taken over: the columns adress"),
        "{}",
        run.stderr
    );
}
