//! `mifriendly postcodes fetch`: what is downloaded is whole and checked, and a bad download harms nothing.

use end_to_end::City;
use end_to_end::server::{Answer, Request, Server};

/// Postcodes of nobody's letters as Code-Point Open writes them, enough for a connection to break in.
fn postcodes() -> Vec<u8> {
    let row = |n: u32| {
        let letters = |n: u32| char::from(b"ABDEFGHJLNPQRSTUWXYZ"[(n % 20) as usize]);
        format!(
            "\"ZZ1 {}{}{}\",10,{},{},\"E92000001\",\"\",\"\",\"\",\"E00000001\",\"E05000001\"\r\n",
            n / 400 % 10,
            letters(n / 20),
            letters(n),
            433_000 + n,
            278_000 + n
        )
    };
    (0..2000).map(row).collect::<String>().into_bytes()
}

fn city(address: &str) -> City {
    let city = City::base();
    // The service is elsewhere than these postcodes.
    let service = "content/services/law-centre/service.toml";
    city.change(service, "latitude = 52.0\nlongitude = -1.0\n", "");
    let toml = city.read("content/city.toml");
    city.write(
        "content/city.toml",
        format!("{toml}\n[postcodes]\ndownload = \"{address}\"\n"),
    );
    city
}

const GAZETTEER: &str = "content/places/postcodes.gaz";

/// The part of the file that a request asks for, from a server whose file has this tag.
fn part(request: &Request, etag: &str) -> Answer {
    let body = postcodes();
    let range = request
        .headers
        .get("range")
        .filter(|_| request.headers.get("if-range").is_some_and(|e| e == etag));
    match range.and_then(|r| {
        r.strip_prefix("bytes=")?
            .strip_suffix('-')?
            .parse::<usize>()
            .ok()
    }) {
        Some(from) => Answer::new("206 Partial Content", &body[from..]).header(
            "Content-Range",
            format!("bytes {from}-{}/{}", body.len() - 1, body.len()),
        ),
        None => Answer::ok(body),
    }
    .header("ETag", etag)
}

#[test]
fn a_file_is_fetched_imported_and_then_used() {
    let server = Server::start(|_, request| match request.headers.get("if-none-match") {
        Some(tag) if tag == "\"one\"" => {
            Answer::new("304 Not Modified", "").header("ETag", "\"one\"")
        }
        _ => part(request, "\"one\""),
    });
    let city = city(&format!("{}/codepo.csv?area=GB", server.address));
    let run = city.run(&["postcodes", "fetch"]).ends_with(0);
    assert!(
        run.stdout.contains("2000 rows read, 2000 postcodes kept"),
        "{}",
        run.stdout
    );
    let first = std::fs::read(city.file(GAZETTEER)).expect("it was written");
    let found = city.run(&["find", "ZZ1 2AB", "--json"]).ends_with(0);
    assert!(found.stdout.contains("ZZ1 2AB"), "{}", found.stdout);
    // What was downloaded is no content, and not for git.
    assert_eq!(city.read(".downloads/.gitignore"), "*\n");
    city.run(&["check"]).ends_with(0);
    // The second time nothing comes.
    std::fs::remove_file(city.file(GAZETTEER)).expect("it is there");
    let again = city.run(&["postcodes", "fetch"]).ends_with(0);
    assert!(again.stdout.contains("not changed"), "{}", again.stdout);
    assert_eq!(
        std::fs::read(city.file(GAZETTEER)).expect("it was written again"),
        first
    );
    assert_eq!(server.requests().len(), 2);
}

#[test]
fn a_broken_connection_costs_only_what_is_missing() {
    let server = Server::start(|number, request| match number {
        0 => part(request, "\"one\"").broken_after(50_000),
        _ => part(request, "\"one\""),
    });
    let city = city(&format!("{}/codepo.csv", server.address));
    let run = city.run(&["postcodes", "fetch"]).ends_with(0);
    assert!(run.stdout.contains("2000 postcodes kept"), "{}", run.stdout);
    let requests = server.requests();
    assert_eq!(requests.len(), 2);
    assert_eq!(requests[1].headers["range"], "bytes=50000-");
    assert_eq!(requests[1].headers["if-range"], "\"one\"");
}

#[test]
fn a_file_that_changed_meanwhile_is_begun_anew() {
    let server = Server::start(|number, request| match number {
        0 => part(request, "\"one\"").broken_after(50_000),
        _ => part(request, "\"two\""),
    });
    let city = city(&format!("{}/codepo.csv", server.address));
    let run = city.run(&["postcodes", "fetch"]).ends_with(0);
    assert!(run.stdout.contains("2000 postcodes kept"), "{}", run.stdout);
}

#[test]
fn a_bad_download_says_so_and_harms_nothing() {
    type Bad = (&'static str, fn() -> Answer, &'static str);
    let cases: [Bad; 6] = [
        (
            "gone",
            || Answer::new("404 Not Found", "no"),
            "(status 404)",
        ),
        (
            "page",
            || {
                Answer::ok("<!DOCTYPE html><title>Moved</title>")
                    .header("Content-Type", "text/html")
            },
            "a web page came",
        ),
        (
            "page without a type",
            || Answer::ok("\n <html>"),
            "a web page came",
        ),
        (
            "short",
            || Answer::ok(postcodes()).broken_after(1000),
            "connection broke",
        ),
        (
            "no zip",
            || Answer::ok(&b"PK\x03\x04 and then nothing of the kind"[..]),
            "zip",
        ),
        ("empty", || Answer::ok(""), "an empty file came"),
    ];
    for (name, answer, says) in cases {
        let server = Server::start(move |_, _| answer());
        let city = city(&format!("{}/{}", server.address, "codes.zip"));
        city.write(GAZETTEER, "the last good one");
        let run = city.run(&["postcodes", "fetch"]).ends_with(2);
        assert!(
            run.stderr.to_lowercase().contains(&says.to_lowercase()),
            "{name}: {}",
            run.stderr
        );
        assert!(
            run.stderr.contains("The gazetteer is as it was."),
            "{name}: {}",
            run.stderr
        );
        assert_eq!(city.read(GAZETTEER), "the last good one", "{name}");
        let left = city.file(".downloads");
        let whole = std::fs::read_dir(left).expect("the folder is there");
        let whole = whole.filter(|e| {
            e.as_ref()
                .is_ok_and(|e| e.path().extension().is_some_and(|x| x == "data"))
        });
        assert_eq!(whole.count(), 0, "{name}: nothing bad is kept");
    }
}

#[test]
fn a_pinned_file_must_be_the_one() {
    let server = Server::start(|_, _| Answer::ok(postcodes()));
    let wrong = city(&format!(
        "{}/codepo.csv#sha256={}",
        server.address,
        "0".repeat(64)
    ));
    let run = wrong.run(&["postcodes", "fetch"]).ends_with(2);
    let found = run
        .stderr
        .split("has the SHA-256 ")
        .nth(1)
        .and_then(|rest| rest.get(..64));
    let found = found.expect("it says which it is");
    let right = city(&format!("{}/codepo.csv#sha256={found}", server.address));
    right.run(&["postcodes", "fetch"]).ends_with(0);
}

#[test]
fn without_an_address_there_is_nothing_to_fetch() {
    let run = City::base().run(&["postcodes", "fetch"]).ends_with(2);
    assert!(run.stderr.contains("download = "), "{}", run.stderr);
    let plain = city("http://data.example.org/codes.zip");
    let run = plain.run(&["check"]).ends_with(1);
    assert!(run.stderr.contains("error[MF205]"), "{}", run.stderr);
}
