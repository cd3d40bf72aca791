//! The code list of Ordnance Survey's Boundary-Line, an Excel file beside the postcodes: names of councils and wards.
//!
//! An Excel file is a zip of XML. Only two things of it are needed, strings and the cells that point to them, so it
//! is read here by hand rather than by a library many times larger.

use std::collections::BTreeMap;

use crate::archive::Archive;

/// No sheet and no list of its strings is larger; those of 2025 have 1 MB.
const LARGEST: u64 = 8_000_000;
/// No code list has more sheets; that of 2025 has ten.
const MOST_SHEETS: usize = 40;
/// Nor more names: the United Kingdom has 10,000 wards and councils.
const MOST_NAMES: usize = 100_000;
/// Nor longer ones.
const LONGEST_NAME: usize = 200;

/// Names by code, from every sheet whose rows are a name and a code.
///
/// # Errors
/// Why the file cannot be read, in words.
pub(crate) fn names(bytes: &[u8]) -> Result<BTreeMap<String, String>, String> {
    let mut archive = Archive::open(bytes)?;
    let files = archive.names();
    let mut text = |name: &str, index: usize| {
        let bytes = archive.whole(name, index, LARGEST)?;
        String::from_utf8(bytes).map_err(|_| "a sheet is not UTF-8".to_string())
    };
    let (name, index) = files
        .iter()
        .find(|(name, _)| name == "xl/sharedStrings.xml")
        .ok_or("it has no strings")?;
    let shared = text(name, *index)?;
    let strings: Vec<&str> = elements(&shared, "si").collect();
    let sheets = files
        .iter()
        .filter(|(name, _)| name.starts_with("xl/worksheets/sheet"));
    let mut names = BTreeMap::new();
    for (name, index) in sheets.take(MOST_SHEETS) {
        for row in elements(&text(name, *index)?, "row") {
            let mut cells = elements(row, "v")
                .filter_map(|cell| strings.get(cell.parse::<usize>().ok()?))
                .map(|string| plain(string));
            if let (Some(name), Some(code), None) = (cells.next(), cells.next(), cells.next())
                && name.len().max(code.len()) <= LONGEST_NAME
            {
                names.insert(code, name);
            }
            if names.len() > MOST_NAMES {
                return Err(format!("it holds more than {MOST_NAMES} names"));
            }
        }
    }
    Ok(names)
}

/// What is inside each `<name …> … </name>`.
fn elements<'a>(xml: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    let end = format!("</{name}>");
    let start = format!("<{name}");
    let mut rest = xml;
    std::iter::from_fn(move || {
        loop {
            let at = rest.find(&start)?;
            rest = &rest[at + start.len()..];
            // `<v` is not the beginning of `<vector`.
            if rest.starts_with(['>', ' ', '/']) {
                break;
            }
        }
        let (tag, after) = rest.split_once('>')?;
        if tag.ends_with('/') {
            rest = after;
            return Some("");
        }
        let (inside, after) = after.split_once(end.as_str())?;
        rest = after;
        Some(inside)
    })
}

/// The text of a shared string, its runs joined and its entities resolved.
fn plain(xml: &str) -> String {
    let text: String = elements(xml, "t").collect();
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&apos;", "'"),
        ("&amp;", "&"),
    ];
    entities.iter().fold(text, |text, (entity, character)| {
        text.replace(entity, character)
    })
}

/// A name without its legal form: `Coventry District (B)` is Coventry.
pub(crate) fn plain_name(name: &str) -> String {
    let mut name = name.trim();
    loop {
        let shorter = [
            " (B)",
            " District",
            " London Boro",
            " Ward",
            " ED",
            " County",
            " Municipality",
        ]
        .iter()
        .find_map(|end| name.strip_suffix(end));
        match shorter {
            Some(shorter) => name = shorter,
            None => return name.strip_prefix("City of ").unwrap_or(name).to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_and_their_texts() {
        let xml = r#"<a><si><t>Bell &amp; Green</t></si><size/><si/><si><r><t xml:space="preserve">Two </t></r><r><t>runs</t></r></si></a>"#;
        assert_eq!(
            elements(xml, "si").map(plain).collect::<Vec<_>>(),
            ["Bell & Green", "", "Two runs"]
        );
    }

    #[test]
    fn names_without_their_legal_form() {
        for (name, plain) in [
            ("Coventry District (B)", "Coventry"),
            ("City of Wolverhampton District (B)", "Wolverhampton"),
            ("St. Michael's Ward", "St. Michael's"),
            ("Assen Municipality", "Assen"),
            ("Warwickshire County", "Warwickshire"),
        ] {
            assert_eq!(plain_name(name), plain);
        }
    }
}
