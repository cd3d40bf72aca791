//! `mifriendly serve`: answers from memory, shows an editor's change, and lets no path out of the site.

use end_to_end::City;
use end_to_end::command::mifriendly;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::Duration;

/// A running server, which ends with this.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(city: &City) -> Self {
        let mut command = mifriendly(city.path(), &["serve", "--port", "0"]);
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("the command starts");
        let mut output = BufReader::new(child.stdout.take().expect("it is piped"));
        let mut line = String::new();
        output
            .read_line(&mut line)
            .expect("it says where it listens");
        let address = line
            .trim()
            .strip_prefix("http://")
            .and_then(|a| a.strip_suffix('/'));
        let address = address
            .unwrap_or_else(|| panic!("{line:?} is no address"))
            .to_owned();
        Self { child, address }
    }

    /// The head and the body of the answer to `GET path`.
    fn get(&self, path: &str) -> (String, String) {
        self.get_as(&self.address, path)
    }

    /// As [`Server::get`], asked under the name `host`.
    fn get_as(&self, host: &str, path: &str) -> (String, String) {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("it answers");
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").expect("a head and a body");
        (head.to_lowercase(), body.to_owned())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself, which the test has seen.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn pages_are_shown_and_an_editors_change_with_them() {
    let city = City::base().with_region();
    let server = Server::start(&city);
    let (head, body) = server.get("/en/rights/housing/");
    assert!(head.starts_with("http/1.1 200"), "{head}");
    assert!(
        head.contains("content-type: text/html; charset=utf-8"),
        "{head}"
    );
    assert!(body.contains("<h1>Your home</h1>"));
    assert!(body.contains("reload.js"), "the page loads itself again");
    city.change(
        "content/rights/housing/en.md",
        "title = \"Your home\"",
        "title = \"Your new home\"",
    );
    // Two minutes are for a machine that has much else to do.
    let shown = (0..2400).any(|_| {
        std::thread::sleep(Duration::from_millis(50));
        server
            .get("/en/rights/housing/")
            .1
            .contains("<h1>Your new home</h1>")
    });
    assert!(shown, "the change is shown");
    assert!(!city.file("public").exists(), "nothing is written");
}

#[test]
fn a_page_with_a_mistake_leaves_the_rest_to_be_seen() {
    let city = City::base();
    city.change(
        "content/rights/housing/en.md",
        "(fact:helpline)",
        "(fact:zebra)",
    );
    let server = Server::start(&city);
    assert!(server.get("/en/").0.starts_with("http/1.1 200"));
    assert!(server.get("/en/rights/housing/").1.contains("[zebra]"));
}

#[test]
fn folders_lead_on_and_strange_paths_lead_nowhere() {
    let city = City::base();
    let server = Server::start(&city);
    let (head, _) = server.get("/en/rights");
    assert!(head.starts_with("http/1.1 308"), "{head}");
    assert!(head.contains("location: /en/rights/"), "{head}");
    for path in [
        "/nowhere/",
        "/../content/city.toml",
        "/%2e%2e/content/city.toml",
        "/content/city.toml",
        "//etc/passwd",
    ] {
        let (head, body) = server.get(path);
        assert!(head.starts_with("http/1.1 404"), "{path}: {head}");
        assert!(body.contains("We cannot find this page"), "{path}");
    }
}

#[test]
fn a_web_page_elsewhere_cannot_read_drafts_under_its_own_name() {
    let city = City::base();
    let server = Server::start(&city);
    for path in ["/en/", "/", "/__mifriendly/events"] {
        let (head, body) = server.get_as("evil.example", path);
        assert!(head.starts_with("http/1.1 421"), "{path}: {head}");
        assert!(body.contains(&server.address), "{body}");
    }
    let (_, port) = server.address.split_once(':').expect("a port");
    let (head, _) = server.get_as(&format!("localhost:{port}"), "/en/");
    assert!(head.starts_with("http/1.1 200"), "{head}");
}
