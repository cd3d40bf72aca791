//! The open data of a city is valid by the schema of Open Referral UK, whatever its records say; and the checker of that would notice.

use end_to_end::city::text;
use end_to_end::open_referral::{faults, unseen};
use end_to_end::{City, Run, command, project_folder};
use serde_json::{Value, json};

const HSDS: [&str; 4] = ["services", "export", "--format", "hsds"];
const BASE_URL: [&str; 2] = ["--base-url", "https://testford.example.org/"];

/// Hours, places, names and addresses that standards find hard.
const HARD: &str = r#"name = "Hard & Fast"
organization = "Straße & Co"
kinds = ["legal"]
url = "https://xn--mnchen-3ya.example/straße?a[]=100%#b#c"
languages = ["zh-Hant", "zh-Hans", "pt-BR"]
cost = "paid"

[[phone]]
number = "0121 496 0124"
kind = "relay"
opening_hours = "24/7"

[[location]]
city = "Testford"

[[location]]
latitude = 60.9
longitude = -8.7

[[schedule]]
kind = "building"
opening_hours = "24/7"

[[schedule]]
kind = "building"
opening_hours = "Mo-Su 22:00-02:00"

[[schedule]]
kind = "drop_in"
opening_hours = "Mo 10:00-12:00, Mo 10:00-12:00"

[[schedule]]
kind = "drop_in"
opening_hours = "Tu 14:00-24:00; PH off"

[[schedule]]
kind = "drop_in"
opening_hours = "Mo[1] 10:00-12:00"

[[schedule]]
kind = "appointment"
opening_hours = "sunrise-sunset"

[[schedule]]
kind = "appointment"
opening_hours = "PH off"
"#;

/// The city of all that an export can say: a licence, areas with codes, a record of another directory, one that is whole.
fn whole() -> City {
    let city = City::base().with_whole_service();
    let toml = city.read("content/city.toml");
    let licence = "[licence]\nname = \"CC-BY-4.0\"\ntitle = \"Attribution\"\nurl = \"https://licences.example.org/straße\"\n";
    city.write("content/city.toml", format!("{toml}\n{licence}"));
    city.change(
        "content/city.toml",
        "id = \"northside\"",
        "id = \"northside\"\ncode = \"E08000026\"",
    );
    let record = "content/services/law-centre/service.toml";
    let origin = "[origin]\nfeed = \"Testford Directory\"\nid = \"7\"\nlicence = \"OGL-UK-3.0\"\nretrieved = 2026-11-01\n";
    let toml = city.read(record);
    city.write(record, format!("{toml}\n{origin}"));
    city
}

fn hard() -> City {
    let city = City::base();
    city.write("content/services/hard/service.toml", HARD);
    city.write(
        "content/services/hard/en.md",
        "+++\ndescription = \"It is hard to say.\"\n+++\n",
    );
    city
}

fn page(run: &Run) -> Value {
    serde_json::from_str(&run.stdout).expect("it is JSON")
}

fn exported(city: &City, options: &[&str]) -> Value {
    page(&city.run(&[&HSDS[..], options].concat()).ends_with(0))
}

/// The services of a page.
fn contents(page: &Value) -> &[Value] {
    page["contents"].as_array().expect("a list")
}

#[track_caller]
fn assert_valid(page: &Value) {
    assert_eq!(faults(page), Vec::<String>::new());
}

#[test]
fn a_record_in_which_every_field_says_something_is_valid() {
    let page = exported(&whole(), &BASE_URL);
    assert_valid(&page);
    assert_eq!(
        unseen(&page),
        Vec::<String>::new(),
        "no record has these fields of the schema"
    );
    let status: Vec<&Value> = contents(&page).iter().map(|s| &s["status"]).collect();
    assert_eq!(status, ["active", "temporarily closed"]);
}

#[test]
fn hours_places_and_addresses_that_are_hard_to_say_are_valid() {
    let page = exported(&hard(), &BASE_URL);
    assert_valid(&page);
    let service = contents(&page)
        .iter()
        .find(|s| s["name"] == "Hard & Fast")
        .expect("it is there");
    assert_eq!(
        service["url"],
        "https://xn--mnchen-3ya.example/stra%C3%9Fe?a%5B%5D=100%25#b%23c"
    );
    let codes: Vec<&Value> = service["languages"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|l| &l["code"])
        .collect();
    assert_eq!(codes, ["zh", "zh", "pt"]);
    let days: Vec<&Value> = service["schedules"]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|s| s["opens_at"] == "10:00")
        .map(|s| &s["byday"])
        .collect();
    assert_eq!(days, ["MO"], "a day is named once");
}

#[test]
fn without_the_sites_address_a_service_may_have_none_and_it_is_said() {
    let city = City::base();
    city.change(
        "content/services/law-centre/service.toml",
        "url = \"https://law.example.org\"\n",
        "",
    );
    let run = city.run(&HSDS).ends_with(0);
    let without = page(&run);
    assert_valid(&without);
    assert!(without["contents"][0].get("url").is_none());
    assert!(
        run.stderr
            .contains("note: 1 service without a website of its own has no `url`"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("--base-url"), "{}", run.stderr);
    let run = city.run(&[&HSDS[..], &BASE_URL].concat()).ends_with(0);
    let with = page(&run);
    assert_valid(&with);
    assert_eq!(
        with["contents"][0]["url"],
        "https://testford.example.org/en/services/law-centre/"
    );
    assert!(!run.stderr.contains("`url`"), "{}", run.stderr);
}

#[test]
fn a_refuge_and_an_empty_city_are_valid_too() {
    let city = City::of_case("site-sensitive");
    for options in [&BASE_URL[..], &[]] {
        assert_valid(&exported(&city, options));
    }
    let city = City::base();
    city.change(
        "content/services/law-centre/service.toml",
        "kinds =",
        "status = \"inactive\"\nkinds =",
    );
    let page = exported(&city, &BASE_URL);
    assert_valid(&page);
    assert_eq!(
        (&page["empty"], &page["contents"]),
        (&json!(true), &json!([]))
    );
}

#[test]
fn the_site_publishes_what_the_command_exports() {
    let city = whole().with_region();
    let files = city.build(&BASE_URL);
    let run = city.run(&[&HSDS[..], &BASE_URL].concat()).ends_with(0);
    assert_eq!(text(&files, "data/services.json"), run.stdout);
    assert_valid(&page(&run));
}

#[test]
fn the_data_of_this_projects_own_city_are_valid() {
    // The day on which `tests/run` builds its site.
    let day = ["--now", "2026-12-01"];
    let arguments = [&HSDS[..], &BASE_URL, &day].concat();
    let run = command::run(command::mifriendly(&project_folder(), &arguments)).ends_with(0);
    let page = page(&run);
    assert_valid(&page);
    let services = page["contents"].as_array().expect("a list");
    assert!(services.len() > 100, "{} services", services.len());
    let unreachable: Vec<&Value> = services
        .iter()
        .filter(|s| s.get("url").is_none())
        .map(|s| &s["name"])
        .collect();
    assert_eq!(unreachable, Vec::<&Value>::new(), "each has an address");
}

/// A page, spoilt at one place: another value there, or nothing.
fn spoilt(page: &Value, place: &str, value: Option<Value>) -> Value {
    let mut page = page.clone();
    let (above, field) = place.rsplit_once('/').expect("a place has a field");
    let object = page
        .pointer_mut(above)
        .and_then(Value::as_object_mut)
        .unwrap_or_else(|| panic!("there is no {above}"));
    match value {
        Some(value) => object.insert(field.to_owned(), value),
        None => object.remove(field),
    };
    page
}

#[test]
fn the_checker_refuses_what_is_spoilt() {
    let page = exported(&whole(), &BASE_URL);
    assert_valid(&page);
    // The whole record is the second; the first is the law centre.
    let service = "/contents/1";
    let place = "/contents/1/service_at_locations/0";
    let weekly = "/contents/0/schedules/0";
    let other = page["contents"][0]["phones"][0]["id"].clone();
    for (at, value) in [
        ("/total_items".to_owned(), Some(json!(3))),
        ("/empty".to_owned(), Some(json!(true))),
        ("/size".to_owned(), None),
        ("/homepage".to_owned(), Some(json!("testford"))),
        (format!("{service}/id"), Some(json!("whole"))),
        (format!("{service}/name"), None),
        (format!("{service}/name"), Some(Value::Null)),
        (format!("{service}/adresses"), Some(json!([]))),
        (format!("{service}/status"), Some(json!("open"))),
        (
            format!("{service}/url"),
            Some(json!("https://whole.example.org/straße")),
        ),
        (format!("{service}/url"), Some(json!("https:///contact"))),
        (format!("{service}/email"), Some(json!("nobody"))),
        (format!("{service}/assured_date"), Some(json!("2026-11-31"))),
        (
            format!("{service}/last_modified"),
            Some(json!("2026-11-01")),
        ),
        (format!("{service}/organization_id"), Some(other.clone())),
        (format!("{service}/organization/description"), None),
        (format!("{service}/phones/0/id"), Some(other.clone())),
        (
            format!("{service}/phones/0/service_id"),
            Some(other.clone()),
        ),
        (format!("{service}/phones/0/type"), Some(json!("whatsapp"))),
        (format!("{service}/languages/0/code"), Some(json!(1))),
        (format!("{service}/cost_options/0/amount"), Some(json!("0"))),
        (
            format!("{service}/attributes/0/link_id"),
            Some(other.clone()),
        ),
        (
            format!("{service}/attributes/0/taxonomy_term_id"),
            Some(other.clone()),
        ),
        (format!("{service}/attributes/0/taxonomy_term/name"), None),
        (
            format!("{service}/service_areas/0/uri"),
            Some(json!("E08000026")),
        ),
        (format!("{place}/location_id"), Some(other.clone())),
        (
            format!("{place}/location/location_type"),
            Some(json!("building")),
        ),
        (format!("{place}/location/latitude"), Some(json!(90.1))),
        (format!("{place}/location/longitude"), None),
        (format!("{place}/location/addresses/0/address_1"), None),
        (
            format!("{place}/location/addresses/0/location_id"),
            Some(other),
        ),
        (format!("{weekly}/freq"), Some(json!("DAILY"))),
        (format!("{weekly}/freq"), None),
        (format!("{weekly}/interval"), Some(json!(1))),
        (format!("{weekly}/byday"), Some(json!("MO,MO"))),
        (format!("{weekly}/byday"), Some(json!("Mo"))),
        (format!("{weekly}/opens_at"), Some(json!("9:30"))),
        (format!("{weekly}/closes_at"), Some(json!("24:00"))),
        (format!("{weekly}/closes_at"), None),
    ] {
        let said = format!("{at}: {value:?}");
        assert_ne!(
            faults(&spoilt(&page, &at, value)),
            Vec::<String>::new(),
            "{said}"
        );
    }
    // A field that is no longer written is missed.
    let mut without = page.clone();
    for service in without["contents"].as_array_mut().expect("a list") {
        service.as_object_mut().expect("an object").remove("alert");
    }
    assert_eq!(unseen(&without), ["/$defs/service/properties/alert"]);
}
