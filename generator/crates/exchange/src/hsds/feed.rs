//! Files and answers that hold services: pages of a feed, lists, single services, JSON lines.

use super::bounded;
use serde_json::Value;
use serde_json::error::Category;

/// A page of a feed, or a whole file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// Its services, as they are.
    pub services: Vec<Value>,
    /// How many pages the feed has, if it says.
    pub total_pages: Option<u64>,
    /// How many services the feed has, if it says.
    pub total_items: Option<u64>,
    /// Whether it says that it is the last.
    pub last: bool,
    /// The licence it names.
    pub licence: Option<String>,
}

/// Reads a page, a list, one service, or JSON lines of any of them.
///
/// # Errors
/// Why it is none of these, in words.
pub fn page(bytes: &[u8]) -> Result<Page, String> {
    let text = std::str::from_utf8(bytes).map_err(|_| "it is not UTF-8 text".to_owned())?;
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.starts_with('<') {
        return Err("it is a web page, not JSON".to_owned());
    }
    let whole = match bounded::parse(text) {
        Ok(value) => return of(value),
        Err(error) => error,
    };
    // JSON lines: a value on each line.
    let mut pages = Page::default();
    for line in text.lines().filter(|l| !l.trim().is_empty()) {
        let value = bounded::parse(line).map_err(|_| words(&whole))?;
        let page = of(value)?;
        pages.services.extend(page.services);
        pages.licence = pages.licence.or(page.licence);
    }
    Ok(pages)
}

/// Why a text is no JSON.
fn words(error: &serde_json::Error) -> String {
    let place = format!("line {}, column {}", error.line(), error.column());
    match error.classify() {
        Category::Eof => format!("it ends in the middle, in {place}; was it saved or sent whole?"),
        Category::Data => bounded::TOO_LARGE.to_owned(),
        Category::Syntax | Category::Io => format!("it is no JSON: look at {place}"),
    }
}

fn of(value: Value) -> Result<Page, String> {
    match value {
        Value::Array(items) => Ok(Page {
            services: items,
            ..Page::default()
        }),
        Value::Object(mut object) => {
            let list = ["contents", "content", "services", "items", "data"]
                .into_iter()
                .find(|name| object.get(*name).is_some_and(Value::is_array));
            let Some(list) = list else {
                let is_service = object.contains_key("id") && object.contains_key("name");
                return match is_service {
                    true => Ok(Page {
                        services: vec![Value::Object(object)],
                        ..Page::default()
                    }),
                    false => Err("it holds no services: neither a page with `contents`, nor a list, nor a service".to_owned()),
                };
            };
            let licence = licence(&object);
            let number = |name: &str| {
                let value = object.get(name)?;
                value
                    .as_u64()
                    .or_else(|| value.as_str()?.trim().parse().ok())
            };
            let (total_pages, total_items, last) = (
                number("total_pages").or_else(|| number("totalPages")),
                number("total_items").or_else(|| number("totalElements")),
                ["last_page", "last"]
                    .iter()
                    .any(|n| object.get(*n) == Some(&Value::Bool(true))),
            );
            let services = match object.remove(list) {
                Some(Value::Array(services)) => services,
                _ => Vec::new(),
            };
            Ok(Page {
                services,
                total_pages,
                total_items,
                last,
                licence,
            })
        }
        _ => Err("it holds no services".to_owned()),
    }
}

/// The licence as a Data Package names it (`licenses`), or a plain `license` or `licence`.
fn licence(object: &serde_json::Map<String, Value>) -> Option<String> {
    let words = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Object(licence) => ["title", "name", "path", "url"]
            .iter()
            .find_map(|field| Some(licence.get(*field)?.as_str()?.to_owned())),
        _ => None,
    };
    let list = object.get("licenses").and_then(Value::as_array);
    let listed = list.and_then(|l| l.first()).and_then(words);
    let plain = ["license", "licence"]
        .iter()
        .find_map(|name| words(object.get(*name)?));
    listed.or(plain).filter(|l| !l.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn services_are_found_in_every_wrapping() {
        let service = r#"{"id": "1", "name": "Food Club"}"#;
        for text in [
            service.to_owned(),
            format!("[{service}]"),
            format!(r#"{{"contents": [{service}], "total_pages": 3, "last_page": false}}"#),
            format!(r#"{{"content": [{service}], "totalPages": "3"}}"#),
            format!("{service}\n\n{service}\n"),
        ] {
            let page = page(text.as_bytes()).unwrap();
            assert_eq!(page.services[0]["name"], "Food Club", "{text}");
        }
        let page = page(br#"{"contents": [], "total_pages": 2, "last_page": true, "licenses": [{"name": "OGL-UK-3.0"}]}"#).unwrap();
        assert_eq!((page.total_pages, page.last), (Some(2), true));
        assert_eq!(page.licence.as_deref(), Some("OGL-UK-3.0"));
    }

    #[test]
    fn why_a_text_is_no_json_is_said_without_words_of_the_reader() {
        for (text, why) in [
            (
                "[1,\n2",
                "it ends in the middle, in line 2, column 1; was it saved or sent whole?",
            ),
            ("{\"a\": x}", "it is no JSON: look at line 1, column 7"),
        ] {
            assert_eq!(page(text.as_bytes()).unwrap_err(), why);
        }
    }

    #[test]
    fn what_holds_no_services_is_refused_in_words() {
        for text in ["<html>", "{\"error\": 1}", "{", "12", ""] {
            assert!(page(text.as_bytes()).is_err() || text.is_empty(), "{text}");
        }
    }
}
