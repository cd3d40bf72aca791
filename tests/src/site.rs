//! Looks into a finished site.

use crate::city::{Files, text};
use std::collections::BTreeMap;

/// The HTML of a site by path.
pub fn pages(files: &Files) -> BTreeMap<&str, &str> {
    let names = files.keys().filter(|name| name.ends_with(".html"));
    names
        .map(|name| (name.as_str(), text(files, name)))
        .collect()
}

/// The values of an attribute in HTML; all of ours are in double quotes.
pub fn attributes<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
    html.split(&format!(" {name}=\""))
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

/// Every address that a page names: links, pictures, scripts, and where its finder gets its files.
pub fn addresses(html: &str) -> Vec<&str> {
    let names = [
        "href",
        "src",
        "srcset",
        "data-base",
        "data-directory",
        "data-gazetteer",
        "data-glue",
        "data-wasm",
        "content",
    ];
    names
        .iter()
        .flat_map(|name| attributes(html, name))
        .collect()
}

/// Whether a file's bytes hold `word`, in any case.
pub fn holds(bytes: &[u8], word: &str) -> bool {
    let word = word.to_lowercase().into_bytes();
    let folded = bytes.to_ascii_lowercase();
    folded.windows(word.len()).any(|part| part == word)
}

/// The files whose bytes hold `word`, in any case.
pub fn files_that_hold<'f>(files: &'f Files, word: &str) -> Vec<&'f str> {
    let found = files.iter().filter(|(_, bytes)| holds(bytes, word));
    found.map(|(name, _)| name.as_str()).collect()
}
