//! The files that pages share: style, scripts, icons, the widget, the gazetteer and the finder's directories, each under a name with a hash.

use diagnostics::{Code, Diagnostic, Diagnostics, Location};
use site::{Assets, GLUE, Site, Sources, WASM};
use std::collections::BTreeMap;

/// A shared file: where it is published, and its bytes.
pub struct SharedFile {
    /// From the root of the site.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Puts all shared files together: their names for pages, and the files.
pub fn collect(site: &Site, sources: &Sources) -> (Assets, Vec<SharedFile>, Diagnostics) {
    let mut collector = Collector::default();
    let mut style: BTreeMap<&str, String> = BTreeMap::new();
    for (name, source) in sources.theme() {
        let (folder, file) = name.split_once('/').unwrap_or(("", name));
        match folder {
            "style" | "script" => match source.text() {
                Ok(text) if folder == "style" => match minified(text) {
                    Ok(css) if belongs_to_all(file) => {
                        style.insert(file, css);
                    }
                    Ok(css) => collector.add(file, css.as_bytes()),
                    Err(why) => collector.diagnostics.push(
                        Diagnostic::new(
                            Code::BadTemplate,
                            format!("this style cannot be read: {why}"),
                        )
                        .at(Location::file(source.path.as_str())),
                    ),
                },
                Ok(text) => collector.add(file, text.as_bytes()),
                Err(problem) => collector.diagnostics.push(problem),
            },
            "icons" => collector.add(file, &source.bytes),
            _ => {}
        }
    }
    let style: String = style.into_values().collect();
    collector.add("style.css", style.as_bytes());
    for (name, file) in [(GLUE, widget::glue()), (WASM, widget::wasm())] {
        collector.add(name, file.bytes);
    }
    if let Some(gazetteer) = &site.gazetteer {
        let path = collector.place("region.gaz", &gazetteer.bytes);
        collector.assets.gazetteer = Some(path);
    }
    for language in &site.city.languages {
        let (directory, problems) = site::directory(site, language);
        collector.diagnostics.append(problems);
        match directory.and_then(|d| d.encode()) {
            Ok(bytes) => {
                let name = format!("directory-{}.bin", language.tag);
                let path = collector.place(&name, &bytes);
                let tag = language.tag.to_owned();
                collector.assets.directories.insert(tag, path);
            }
            Err(error) => collector.diagnostics.push(Diagnostic::new(
                Code::BadValue,
                format!(
                    "the finder's directory in \"{}\" cannot be made: {error}",
                    language.tag
                ),
            )),
        }
    }
    (collector.assets, collector.files, collector.diagnostics)
}

/// Styles named by a letter and a hyphen, such as `a-tokens.css`, are joined in that order to the one that every page loads; others stand alone.
fn belongs_to_all(file: &str) -> bool {
    file.as_bytes().get(1) == Some(&b'-')
}

/// A style without comments and needless white space.
fn minified(css: &str) -> Result<String, String> {
    minifier::css::minify(css)
        .map(|m| m.to_string())
        .map_err(str::to_owned)
}

#[derive(Default)]
struct Collector {
    assets: Assets,
    files: Vec<SharedFile>,
    diagnostics: Diagnostics,
}

impl Collector {
    fn add(&mut self, name: &str, bytes: &[u8]) {
        let path = self.place(name, bytes);
        self.assets.files.insert(name.to_owned(), path);
    }

    /// The name carries a hash of the bytes, so that a browser may keep the file for ever.
    fn place(&mut self, name: &str, bytes: &[u8]) -> String {
        let hash = &blake3::hash(bytes).to_hex()[..8];
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let path = format!("assets/{stem}-{hash}.{ending}");
        self.files.push(SharedFile {
            path: path.clone(),
            bytes: bytes.to_vec(),
        });
        path
    }
}
