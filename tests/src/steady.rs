//! Takes out of an output what differs from run to run, or with every change of the theme's look: temporary folders, times, sizes, hashes.

use std::path::Path;

/// Words before a number that depends on the machine, the theme or the widget, and what stands for the number.
const NUMBERS: [(&str, &str); 5] = [
    (" weighs ", "N"),
    (" services, ", "SIZE"),
    (" service, ", "SIZE"),
    (" files, ", "TIME"),
    (".next-", "PID"),
];

/// `text` of a run in the city's `folder`, steadied.
pub fn said(text: &str, folder: &Path) -> String {
    let mut text = text.replace(&folder.display().to_string(), "[CITY]");
    for (before, name) in NUMBERS {
        text = without_number(&text, before, name);
    }
    for unit in ["bytes", "kB", "MB"] {
        text = text.replace(&format!("SIZE {unit}"), "SIZE");
    }
    hashes(&without_total(&text))
}

/// `-0c1d2e3f.` and `-0c1d2e3f-` in names of files become `-HASH.` and `-HASH-`.
pub fn hashes(text: &str) -> String {
    let mut steady = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('-') {
        let (before, after) = rest.split_at(at + 1);
        steady.push_str(before);
        rest = after;
        let hash = rest
            .get(..8)
            .filter(|h| h.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')));
        if hash.is_some() && rest[8..].starts_with(['.', '-']) {
            steady.push_str("HASH");
            rest = &rest[8..];
        }
    }
    steady + rest
}

fn without_number(text: &str, before: &str, name: &str) -> String {
    let mut steady = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(before) {
        let number = at + before.len();
        steady.push_str(&rest[..number]);
        rest = &rest[number..];
        let length = rest
            .find(|c: char| !c.is_ascii_digit() && c != '.')
            .unwrap_or(rest.len());
        if length > 0 {
            steady.push_str(name);
        }
        rest = &rest[length..];
    }
    steady + rest
}

/// How many strings the theme has changes often: `lacks 1 of 423 strings`.
fn without_total(text: &str) -> String {
    let Some((before, after)) = text.split_once(" strings:") else {
        return text.to_owned();
    };
    let words = before.trim_end_matches(|c: char| c.is_ascii_digit());
    format!("{words}N strings:{after}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_varies_is_replaced() {
        let folder = Path::new("/tmp/city-1");
        assert_eq!(
            said(
                "7 pages in 1 languages, 1 services, 116 kB in 56 files, 0.2 s: /tmp/city-1/public\n",
                folder
            ),
            "7 pages in 1 languages, 1 services, SIZE in 56 files, TIME s: [CITY]/public\n"
        );
        assert_eq!(
            said("`a.html` weighs 9123 bytes, budget 14336", folder),
            "`a.html` weighs N bytes, budget 14336"
        );
        assert_eq!(
            said("\"ar\" lacks 1 of 423 strings: `a`", folder),
            "\"ar\" lacks 1 of N strings: `a`"
        );
        assert_eq!(
            hashes("assets/icon-home-0a1b2c3d.svg media/x-0a1b2c3d-480.jpg s-0a1b2c/ en-GB"),
            "assets/icon-home-HASH.svg media/x-HASH-480.jpg s-0a1b2c/ en-GB"
        );
    }
}
