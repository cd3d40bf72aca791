//! Links to maps, links that hide where they lead, and the three words of what3words.

use super::fold::Letter;
use super::token::{Token, gap, span};
use super::{Hint, Kind, words};
use std::sync::LazyLock;

/// The most letters that a `*` in the list of addresses is.
const STAR: usize = 12;

/// Patterns of addresses, in characters, with what they lead to.
static HOSTS: LazyLock<Vec<(Kind, Vec<char>)>> = LazyLock::new(|| {
    let section = |kind: Kind, name: &'static str| {
        words::hosts(name).map(move |pattern| (kind, pattern.chars().collect()))
    };
    section(Kind::Map, "map")
        .chain(section(Kind::HiddenLink, "hidden"))
        .collect()
});

/// Addresses of maps and of services that shorten links.
pub(super) fn maps(letters: &[Letter]) -> Vec<Hint> {
    let signs: Vec<char> = letters
        .iter()
        .map(|l| l.sign.to_ascii_lowercase())
        .collect();
    let mut hints = Vec::new();
    let mut next = 0;
    for at in 0..signs.len() {
        // A host begins where no letter goes before; a dot may, since a map has subdomains.
        let begins = at == 0 || !(signs[at - 1].is_alphanumeric() || signs[at - 1] == '-');
        if at < next || !begins || !signs[at].is_ascii_alphanumeric() {
            continue;
        }
        if signs[at..].starts_with(&['g', 'e', 'o', ':'])
            && signs
                .get(at + 4)
                .is_some_and(|c| c.is_ascii_digit() || *c == '-')
        {
            next = end_of_link(&signs, at);
            hints.push(hint(letters, Kind::Map, at, next));
            continue;
        }
        let found = HOSTS
            .iter()
            .find(|(_, pattern)| matches(pattern, &signs[at..]));
        if let Some((kind, _)) = found {
            next = end_of_link(&signs, at);
            hints.push(hint(letters, *kind, at, next));
        }
    }
    hints
}

fn hint(letters: &[Letter], kind: Kind, start: usize, end: usize) -> Hint {
    Hint {
        kind,
        span: span(letters, start..end),
        key: letters[start..end]
            .iter()
            .map(|l| l.sign.to_ascii_lowercase())
            .collect(),
    }
}

fn end_of_link(signs: &[char], start: usize) -> usize {
    let ends = |c: &char| c.is_whitespace() || "\"'<>()[]|".contains(*c);
    signs[start..]
        .iter()
        .position(ends)
        .map_or(signs.len(), |length| start + length)
}

/// Whether an address of `pattern` is at the beginning of `signs`, and ends there or goes on behind a slash or another sign.
fn matches(pattern: &[char], signs: &[char]) -> bool {
    match pattern.split_first() {
        None => !signs.first().is_some_and(|c| {
            c.is_alphanumeric()
                || *c == '-'
                || *c == '.' && signs.get(1).is_some_and(|c| c.is_alphanumeric())
        }),
        Some(('*', rest)) => (1..=STAR)
            .take_while(|n| {
                signs
                    .get(n - 1)
                    .is_some_and(|c| c.is_ascii_alphanumeric() || ".-".contains(*c))
            })
            .any(|n| matches(rest, &signs[n..])),
        Some((wanted, rest)) => signs.first() == Some(wanted) && matches(rest, &signs[1..]),
    }
}

/// Ends of hosts: three words before one are an address of the web, not of what3words.
const ENDINGS: [&str; 30] = [
    "com",
    "org",
    "net",
    "info",
    "edu",
    "gov",
    "int",
    "mil",
    "coop",
    "charity",
    "help",
    "support",
    "health",
    "london",
    "wales",
    "scot",
    "cymru",
    "care",
    "community",
    "foundation",
    "online",
    "site",
    "website",
    "news",
    "page",
    "app",
    "html",
    "aspx",
    "json",
    "jpeg",
];

/// `///filled.count.soap`, three words joined by dots, or the service's name.
pub(super) fn three_words(letters: &[Letter], tokens: &[Token]) -> Vec<Hint> {
    let mut hints = Vec::new();
    let mut push =
        |at: std::ops::Range<usize>| hints.push(hint(letters, Kind::ThreeWords, at.start, at.end));
    for (n, token) in tokens.iter().enumerate() {
        if matches!(token.lower.as_str(), "what3words" | "w3w" | "what3word") {
            push(token.at.clone());
        }
        let spelled: Vec<&str> = tokens[n..]
            .iter()
            .take(3)
            .map(|t| t.lower.as_str())
            .collect();
        if matches!(spelled[..], ["what", "3" | "three", "words"]) {
            push(token.at.start..tokens[n + 2].at.end);
        }
        let Some([a, b, c]) = tokens.get(n..n + 3) else {
            continue;
        };
        let dot =
            |a: &Token, b: &Token| matches!(gap(letters, a, b).as_str(), "." | "。" | "・" | "·");
        let word =
            |t: &Token| t.text.chars().count() >= 3 && t.text.chars().all(char::is_alphabetic);
        if !(dot(a, b) && dot(b, c) && word(a) && word(b) && word(c)) {
            continue;
        }
        let before: String = letters[..a.at.start]
            .iter()
            .rev()
            .take(3)
            .map(|l| l.sign)
            .collect();
        let after: String = letters[c.at.end..].iter().take(2).map(|l| l.sign).collect();
        let slashes = before.starts_with("///");
        let of_address = before.starts_with(['/', '@', '.', '-', '_'])
            || after.starts_with(['@', '/', '_', '-'])
            || after.starts_with('.') && after.chars().nth(1).is_some_and(char::is_alphanumeric);
        // A sentence's end has a blank behind its dot, so three words closed up are no sentence.
        let host =
            c.text.chars().count() <= 2 || ENDINGS.contains(&c.lower.as_str()) || a.lower == "www";
        if slashes || !of_address && !host {
            push(a.at.start..c.at.end);
        }
    }
    hints
}
