//! Addresses: where a page is written, and how one page links to another.
//!
//! Links are relative and name `index.html`, so that a site works in a sub-folder, as a preview, and opened from a memory stick without a server.

/// Where a page in a language is written, from the root of the site: `ar/rights/housing/index.html`.
pub fn output(language: &str, address: &str) -> String {
    if address.is_empty() {
        format!("{language}/index.html")
    } else {
        format!("{language}/{address}/index.html")
    }
}

/// The link from the file `from` to the file `to`, both from the root of the site.
///
/// A host shows its "not found" page at any address, so links from it cannot be relative: a `from` that begins with a slash, such as
/// `/sub/404.html`, gets links from the top, `/sub/en/index.html`.
pub fn relative(from: &str, to: &str) -> String {
    if from.starts_with('/') {
        return format!("{}{to}", root(from));
    }
    let from_dir: Vec<&str> = from.split('/').rev().skip(1).collect::<Vec<_>>();
    let from_dir: Vec<&str> = from_dir.into_iter().rev().collect();
    let to: Vec<&str> = to.split('/').collect();
    let shared = from_dir
        .iter()
        .zip(&to[..to.len() - 1])
        .take_while(|(a, b)| a == b)
        .count();
    let up = "../".repeat(from_dir.len() - shared);
    format!("{up}{}", to[shared..].join("/"))
}

/// From the file `from` up to the root of the site: `../../../`, or `./` for a file in the root; for a `from` as `/sub/404.html`, `/sub/`.
pub fn root(from: &str) -> String {
    if from.starts_with('/') {
        return from[..=from.rfind('/').unwrap_or(0)].to_owned();
    }
    match from.matches('/').count() {
        0 => "./".to_owned(),
        n => "../".repeat(n),
    }
}

/// The full address of a written file: its folder, where it is an `index.html`.
pub fn full(base_url: &str, output: &str) -> String {
    format!(
        "{base_url}{}",
        output.strip_suffix("index.html").unwrap_or(output)
    )
}

/// The path of the page that the relative link `link` leads to from the page of `path`; `None` where it climbs out of the city.
///
/// A page is a folder, so `../health/` leads from `rights/housing` to `rights/health`.
pub fn join(path: &str, link: &str) -> Option<String> {
    let mut parts: Vec<&str> = path.split('/').filter(|p| !p.is_empty()).collect();
    for part in link.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// `text` for a query of an address: everything but letters, digits and `-._~` of ASCII as `%XX` (RFC 3986, section 2.1).
pub fn encode(text: &str) -> String {
    text.bytes()
        .map(|b| match b {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                char::from(b).to_string()
            }
            _ => format!("%{b:02X}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_name_the_file_and_share_what_they_can() {
        assert_eq!(
            relative(
                "en/rights/housing/index.html",
                "en/rights/health/index.html"
            ),
            "../health/index.html"
        );
        assert_eq!(
            relative(
                "en/rights/housing/index.html",
                "en/rights/housing/index.html"
            ),
            "index.html"
        );
        assert_eq!(
            relative("en/index.html", "assets/style-1.css"),
            "../assets/style-1.css"
        );
        assert_eq!(relative("index.html", "en/index.html"), "en/index.html");
        assert_eq!(
            relative("/sub/404.html", "en/index.html"),
            "/sub/en/index.html"
        );
    }

    #[test]
    fn links_between_folders() {
        assert_eq!(
            join("rights/housing", "../health/").as_deref(),
            Some("rights/health")
        );
        assert_eq!(
            join("rights/housing", "../../services/").as_deref(),
            Some("services")
        );
        assert_eq!(join("rights/housing", "../..").as_deref(), Some(""));
        assert_eq!(join("rights", "../../x"), None);
    }
}
