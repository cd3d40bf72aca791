//! `sitemap.xml` and `robots.txt`.

use document::html::escape;
use site::{Site, address};

/// Every page in every language that it is written in, with its other languages (sitemaps.org's protocol 0.9 and its `xhtml:link`).
pub fn sitemap(site: &Site, base_url: &str) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for page in site.pages.values() {
        let full = |tag: &str| {
            escape(&address::full(
                base_url,
                &address::output(tag, &page.address),
            ))
        };
        let languages = site.city.languages.iter().map(|l| l.tag);
        let written: Vec<&str> = languages
            .filter(|tag| page.texts.contains_key(tag))
            .collect();
        for tag in &written {
            xml.push_str(&format!("<url><loc>{}</loc>", full(tag)));
            if written.len() > 1 {
                for other in &written {
                    xml.push_str(&format!(
                        "<xhtml:link rel=\"alternate\" hreflang=\"{other}\" href=\"{}\"/>",
                        full(other)
                    ));
                }
            }
            xml.push_str("</url>\n");
        }
    }
    xml.push_str("</urlset>\n");
    xml
}

/// Everybody may read everything.
pub fn robots(base_url: Option<&str>) -> String {
    let sitemap = base_url.map_or(String::new(), |base| {
        format!("Sitemap: {base}sitemap.xml\n")
    });
    format!("User-agent: *\nAllow: /\n{sitemap}")
}
