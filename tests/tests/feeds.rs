//! Live feeds of other directories: read to the end, whatever fails on the way.

use end_to_end::feed::{city, term};
use end_to_end::server::{Answer, Server};
use end_to_end::{City, Run};
use serde_json::{Value, json};

/// A live feed of three pages with short records.
fn feed(bad: Option<&'static str>) -> Server {
    Server::start(move |_, request| {
        let short = |n: u32| json!({ "id": format!("s{n}"), "name": format!("Live {n}"), "status": "active" });
        let whole = |n: &str| json!({ "id": format!("s{n}"), "name": format!("Live {n}"), "status": "active", "attributes": [term("Food banks")], "phones": [{ "id": "p", "number": "0121 496 0123" }], "service_at_locations": [] });
        let target = request.target.as_str();
        if bad.is_some_and(|b| target.contains(b)) {
            return Answer::new("404 Not Found", "");
        }
        let body = match target.strip_prefix("/o/services") {
            Some(rest) if rest.starts_with("?page=") => {
                let page: u32 = rest[6..]
                    .split('&')
                    .next()
                    .and_then(|p| p.parse().ok())
                    .expect("a page");
                let contents: Vec<Value> = (0..2).map(|n| short((page - 1) * 2 + n)).collect();
                json!({ "total_pages": 3, "page_number": page, "last_page": page == 3, "contents": contents })
            }
            Some(rest) => whole(rest.trim_start_matches("/s")),
            None => return Answer::new("404 Not Found", ""),
        };
        Answer::ok(body.to_string()).header("Content-Type", "application/json")
    })
}

/// Imports a feed whose licence is named.
fn import(city: &City, address: &str) -> Run {
    city.run(&["services", "import", address, "--licence", "CC BY 4.0"])
}

#[test]
fn a_live_feed_is_read_page_by_page_and_record_by_record() {
    let server = feed(None);
    let city = city();
    let address = format!("{}/o/services", server.address);
    let run = import(&city, &address).ends_with(0);
    assert!(
        run.stdout.contains("6 services read: 6 new"),
        "{}",
        run.stdout
    );
    assert_eq!(server.requests().len(), 3 + 6);
    assert!(
        city.read("content/services/live-3/service.toml")
            .contains("0121 496 0123")
    );
    assert!(
        city.read("content/services/live-3/service.toml")
            .contains(&format!("feed = \"{}/o\"", server.address))
    );
    city.run(&["check"]).ends_with(0);
}

#[test]
fn a_page_or_record_that_fails_is_said_and_takes_nothing_away() {
    for (bad, left) in [("page=2", 4), ("/services/s1", 5)] {
        let server = feed(Some(bad));
        let run = import(&city(), &format!("{}/o", server.address)).ends_with(2);
        assert!(
            run.stderr.contains("there is nothing at this address"),
            "{}",
            run.stderr
        );
        assert!(
            run.stdout.contains(&format!("{left} new")),
            "{}",
            run.stdout
        );
        assert!(
            !run.stderr.contains("no longer in the feed"),
            "{}",
            run.stderr
        );
    }
    // Not even the first page: nothing is touched.
    let server = feed(Some("page=1"));
    let run = city()
        .run(&["services", "import", &format!("{}/o", server.address)])
        .ends_with(2);
    assert_eq!(run.stdout, "");
}

#[test]
fn a_feed_that_goes_in_a_circle_has_an_end() {
    let service = json!({ "id": "s1", "name": "Round", "status": "active", "phones": [{ "id": "p", "number": "0121 496 0123" }], "attributes": [term("Food banks")] });
    let server =
        Server::start(move |_, _| Answer::ok(json!({ "contents": [service] }).to_string()));
    let run = import(&city(), &format!("{}/o", server.address)).ends_with(0);
    assert!(run.stderr.contains("goes in a circle"), "{}", run.stderr);
    assert!(run.stdout.contains("1 new"), "{}", run.stdout);
}

#[test]
fn a_page_that_is_too_large_is_left_unread() {
    let server = Server::start(|_, _| {
        let page = format!("{{\"contents\": [{}]}}", " ".repeat(33_000_000));
        Answer::ok(page)
    });
    let run = import(&city(), &format!("{}/o", server.address)).ends_with(2);
    assert!(run.stderr.contains("larger than 32 MB"), "{}", run.stderr);
    assert_eq!(server.requests().len(), 1, "it is not asked for again");
}

#[test]
fn a_feed_of_many_small_values_is_left_unread() {
    let server = Server::start(|_, _| {
        let page = format!("{{\"contents\": [{}0]}}", "{\"a\":0},".repeat(1_000_000));
        Answer::ok(page)
    });
    let run = import(&city(), &format!("{}/o", server.address)).ends_with(2);
    assert!(
        run.stderr
            .contains("more than an import can keep in memory"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_time_of_a_feed_that_is_none_costs_its_hours_and_nothing_else() {
    let service = |id: &str, schedule: Value| json!({ "id": id, "name": format!("Club {id}"), "status": "active", "phones": [{ "number": "0121 496 0123" }], "attributes": [term("Food banks")], "schedules": [schedule] });
    let day = |more: Value| {
        let mut day =
            json!({ "freq": "WEEKLY", "byday": "MO", "opens_at": "10:00", "closes_at": "12:00" });
        for (name, value) in more.as_object().expect("an object") {
            day[name] = value.clone();
        }
        day
    };
    let city = city();
    let services = json!([
        service("a", day(json!({ "opens_at": "2000:00" }))), service("b", day(json!({ "closes_at": "65535:59" }))), service("c", day(json!({ "count": "4" }))), service("d", day(json!({ "byweekno": "41,42" }))),
        service("e", day(json!({ "opens_at": "00:00", "closes_at": "00:00" }))), service("f", day(json!({ "dtstart": "2027-03-04" }))), service("g", day(json!({ "freq": "DAILY", "byday": null }))), service("h", day(json!({ "byday": ["MO", "WE"] }))),
        { "id": "o", "name": "An Organisation", "legal_status": "charity", "website": "https://x.example.org" },
    ]);
    city.write("feed.json", services.to_string());
    let run = city
        .run(&[
            "services",
            "import",
            "feed.json",
            "--feed",
            "T",
            "--licence",
            "X",
        ])
        .ends_with(0);
    for id in ["a", "b", "c", "d", "e", "f"] {
        let toml = city.read(&format!("content/services/club-{id}/service.toml"));
        assert!(!toml.contains("opening_hours"), "{id}: {toml}");
        assert!(
            run.stderr
                .contains(&format!("Club {id} ({id}): hours left out")),
            "{id}: {}",
            run.stderr
        );
    }
    assert!(
        city.read("content/services/club-g/service.toml")
            .contains("Mo-Su 10:00-12:00")
    );
    assert!(
        city.read("content/services/club-h/service.toml")
            .contains("Mo,We 10:00-12:00")
    );
    assert!(
        run.stderr
            .contains("An Organisation: this is an organisation, not a service"),
        "{}",
        run.stderr
    );
}

#[test]
fn telephone_numbers_that_a_spreadsheet_spoilt_are_left_out() {
    let city = city();
    city.write("feed.csv", "sep=;\nid;name;kinds;email;phones;schedules\n1;One;housing;a@one.example.org;1.63296E+11;Mo-Fr 09:00-17:00\n2;Two;housing;a@two.example.org;0121 496 0123 / 0124;by appointment only\n");
    let run = city
        .run(&[
            "services",
            "import",
            "feed.csv",
            "--feed",
            "T",
            "--licence",
            "X",
        ])
        .ends_with(0);
    let (one, two) = (
        city.read("content/services/one/service.toml"),
        city.read("content/services/two/service.toml"),
    );
    assert!(
        !one.contains("number") && one.contains("Mo-Fr 09:00-17:00"),
        "{one}"
    );
    assert!(
        two.contains("0121 496 0123") && !two.contains("0124\""),
        "{two}"
    );
    for note in [
        "a spreadsheet has rounded it",
        "the end of another number",
        "by appointment only",
    ] {
        assert!(run.stderr.contains(note), "{note}: {}", run.stderr);
    }
}
