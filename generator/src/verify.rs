//! Looks at what was written: what each file links to, whether it is there, and what each page weighs.

use crate::manifest::{Manifest, OutputMeta, hash};
use content::city::City;
use diagnostics::{Code, Diagnostic, Diagnostics};
use flate2::Compression;
use flate2::write::GzEncoder;
use html5gum::{Token, Tokenizer};
use site::Site;
use std::collections::BTreeSet;
use std::io::Write as _;

/// What is to be known of a file with these bytes.
pub fn inspect(path: &str, bytes: &[u8], key: String, budget: Option<&str>) -> OutputMeta {
    let mut meta = OutputMeta {
        key,
        hash: hash(bytes),
        size: bytes.len() as u64,
        budget: budget.map(str::to_owned),
        ..OutputMeta::default()
    };
    if path.ends_with(".html") {
        read_html(bytes, &mut meta);
    }
    // The finder's directories are plain, and hosts compress them; a gazetteer is as small as it gets.
    let compressed = [".html", ".css", ".js", ".bin"];
    if compressed.iter().any(|ending| path.ends_with(ending)) {
        meta.gzip = Some(gzip_size(bytes));
    }
    meta
}

/// Bytes under gzip -9, the measure of the budgets.
fn gzip_size(bytes: &[u8]) -> u64 {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    // Writing to memory does not fail.
    let written = encoder.write_all(bytes).and_then(|()| encoder.finish());
    written.map_or(bytes.len(), |packed| packed.len()) as u64
}

fn read_html(bytes: &[u8], meta: &mut OutputMeta) {
    for token in Tokenizer::new(bytes) {
        let Ok(Token::StartTag(tag)) = token else {
            continue;
        };
        let attribute = |name: &str| {
            let value = tag.attributes.get(name.as_bytes())?;
            Some(String::from_utf8_lossy(value.as_ref()).into_owned())
        };
        if let Some(id) = attribute("id") {
            meta.ids.insert(id);
        }
        for name in [
            "href",
            "src",
            "data-directory",
            "data-gazetteer",
            "data-glue",
            "data-wasm",
        ] {
            if let Some(link) = attribute(name).filter(|l| is_own(l)) {
                meta.links.insert(link);
            }
        }
        if &**tag.name == b"img" {
            let own = attribute("src").filter(|link| link.contains("media/"));
            meta.pictures.extend(own);
        }
        for candidate in attribute("srcset").iter().flat_map(|s| s.split(',')) {
            if let Some(link) = candidate.split_whitespace().next() {
                meta.links.insert(link.to_owned());
            }
        }
        let blocks = match &**tag.name {
            b"link" if attribute("rel").as_deref() == Some("stylesheet") => {
                attribute("href").filter(|_| attribute("media").as_deref() != Some("print"))
            }
            b"script" => {
                let waits = attribute("defer").is_none()
                    && attribute("async").is_none()
                    && attribute("type").as_deref() != Some("module");
                attribute("src").filter(|_| waits)
            }
            _ => None,
        };
        meta.blocking.extend(blocks);
    }
}

/// Whether a link leads into the site.
fn is_own(link: &str) -> bool {
    let scheme = link.split(['/', '?', '#']).next().unwrap_or_default();
    !scheme.contains(':') && !link.starts_with("//")
}

/// Bytes under gzip -9 by which each urgent notice raises the budget of every page: a notice must not be stopped by a page that was
/// close to its budget before.
const NOTICE_ALLOWANCE: u64 = 400;

/// Dead links and anchors, and pages over budget. `root` is the folder of the site on its host, such as `/` or `/sub/`.
pub fn verify(manifest: &Manifest, site: &Site, root: &str) -> Diagnostics {
    let notices = u64::try_from(site.notices.len()).unwrap_or(0);
    let allowance = notices * NOTICE_ALLOWANCE;
    let city = &site.city;
    let mut diagnostics = Diagnostics::new();
    for (path, meta) in &manifest.files {
        for link in &meta.links {
            if let Some(what) = dead(manifest, path, link, root) {
                diagnostics.push(Diagnostic::new(
                    Code::BrokenOutput,
                    format!("the file `{path}` links to `{link}`, {what}"),
                ));
            }
        }
        weigh(manifest, path, meta, city, allowance, &mut diagnostics);
        weigh_pictures(manifest, path, meta, city, &mut diagnostics);
    }
    diagnostics
}

fn dead(manifest: &Manifest, path: &str, link: &str, root: &str) -> Option<&'static str> {
    let (file, anchor) = link
        .split_once('#')
        .map_or((link, None), |(f, a)| (f, Some(a)));
    let target = resolve(path, file, root);
    let Some(target) = target.filter(|t| manifest.files.contains_key(t)) else {
        return Some("which was not written");
    };
    let ids = &manifest.files[&target].ids;
    // `#kind=housing` tells the finder what to open; it is no place on the page.
    let anchor = anchor.filter(|a| !a.is_empty() && !a.contains('='))?;
    (!ids.contains(anchor)).then_some("where there is no such place")
}

/// The path that `link` in the file `path` leads to.
fn resolve(path: &str, link: &str, root: &str) -> Option<String> {
    if link.is_empty() {
        return Some(path.to_owned());
    }
    let (base, link) = match link.strip_prefix(root) {
        Some(rest) if link.starts_with('/') => ("", rest),
        _ => (path.rsplit_once('/').map_or("", |(folder, _)| folder), link),
    };
    site::address::join(base, link)
}

fn weigh(
    manifest: &Manifest,
    path: &str,
    meta: &OutputMeta,
    city: &City,
    allowance: u64,
    diagnostics: &mut Diagnostics,
) {
    let Some((name, budget)) = meta
        .budget
        .as_ref()
        .and_then(|name| Some((name, *city.budgets.get(name)?)))
    else {
        return;
    };
    // Notices are in pages alone, not in what the finder loads.
    let budget = match name.as_str() {
        "directory" | "gazetteer" => budget,
        _ => budget + allowance,
    };
    let weight = weight(manifest, path, meta);
    if weight > budget {
        let hint = match name.as_str() {
            "directory" => "shorten descriptions of services",
            "gazetteer" => "widen `grid_m` or name fewer `areas` under `[postcodes]`",
            _ => "shorten the page or split it",
        };
        diagnostics.push(
            Diagnostic::new(
                Code::OverBudget,
                format!(
                    "`{path}` weighs {weight} bytes compressed, and the budget `{name}` is {budget}"
                ),
            )
            .hint(format!("{hint}; `budgets` in `city.toml` sets the limit")),
        );
    }
}

/// The pictures of a page are loaded after it can be read, but a reader pays for them too.
fn weigh_pictures(
    manifest: &Manifest,
    path: &str,
    meta: &OutputMeta,
    city: &City,
    diagnostics: &mut Diagnostics,
) {
    let Some(budget) = city.budgets.get("pictures") else {
        return;
    };
    let files = meta
        .pictures
        .iter()
        .filter_map(|link| resolve(path, link, "/"));
    let weight: u64 = files
        .filter_map(|file| Some(manifest.files.get(&file)?.size))
        .sum();
    if weight > *budget {
        let diagnostic = Diagnostic::new(
            Code::OverBudget,
            format!("the pictures of `{path}` weigh {weight} bytes, and the budget `pictures` is {budget}"),
        )
        .hint("take one out, cut out the part that matters, or save photographs as JPEG; `budgets` in `city.toml` sets the limit");
        diagnostics.push(diagnostic);
    }
}

/// What a reader must fetch before the page can be read: the page, its styles and its blocking scripts, under gzip -9.
pub fn weight(manifest: &Manifest, path: &str, meta: &OutputMeta) -> u64 {
    let files: BTreeSet<String> = meta
        .blocking
        .iter()
        .filter_map(|link| resolve(path, link, "/"))
        .collect();
    let blocking = files
        .iter()
        .filter_map(|file| manifest.files.get(file)?.gzip)
        .sum::<u64>();
    meta.gzip.unwrap_or(meta.size) + blocking
}
