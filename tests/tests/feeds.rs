//! Live feeds of other directories: read to the end, whatever fails on the way.

use end_to_end::feed::{city, term};
use end_to_end::server::{Answer, Server};
use end_to_end::{City, Run};
use serde_json::{Value, json};

/// A live feed of three pages with short records.
fn feed(bad: Option<&'static str>) -> Server {
    Server::start(move |_, request| {
        let short = |n: u32| json!({ "id": format!("s{n}"), "name": format!("Live {n}"), "status": "active" });
        let whole = |n: &str| json!({ "id": format!("s{n}"), "name": format!("Live {n}"), "status": "active", "attributes": [term("Food banks")], "phones": [{ "id": "p", "number": "01632 960123" }], "service_at_locations": [] });
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
            .contains("01632 960123")
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
        assert!(run.stderr.contains("404 Not Found"), "{}", run.stderr);
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
    let service = json!({ "id": "s1", "name": "Round", "status": "active", "phones": [{ "id": "p", "number": "01632 960123" }], "attributes": [term("Food banks")] });
    let server =
        Server::start(move |_, _| Answer::ok(json!({ "contents": [service] }).to_string()));
    let run = import(&city(), &format!("{}/o", server.address)).ends_with(0);
    assert!(run.stderr.contains("goes in a circle"), "{}", run.stderr);
    assert!(run.stdout.contains("1 new"), "{}", run.stdout);
}
