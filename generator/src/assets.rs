//! The files that pages share: style, scripts, icons, the widget, the gazetteer and the finder's directories, each under a name with a hash.

use diagnostics::{Code, Diagnostic, Diagnostics, Location};
use site::{Assets, GLUE, Site, Source, Sources, WASM};
use std::collections::BTreeMap;

/// A shared file: where it is published, and its bytes.
pub struct SharedFile {
    /// From the root of the site.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
    /// The budget that its weight is held to; most have none of their own, and count with the page that loads them.
    pub budget: Option<&'static str>,
}

/// Puts all shared files together: their names for pages, and the files.
pub fn collect(site: &Site, sources: &Sources) -> (Assets, Vec<SharedFile>, Diagnostics) {
    let mut collector = Collector::default();
    let mut style: BTreeMap<&str, String> = BTreeMap::new();
    let mut scripts: BTreeMap<String, String> = BTreeMap::new();
    for (name, source) in sources.theme() {
        let (folder, file) = name.split_once('/').unwrap_or(("", name));
        if let Some(ending) = wrong_ending(folder, file) {
            collector.diagnostics.push(
                Diagnostic::new(
                    Code::StrayFile,
                    format!("the theme's `{folder}/` holds {ending}, not `{file}`"),
                )
                .hint("remove it, or let its name begin with `_`, and it is left alone")
                .at(Location::file(source.path.as_str())),
            );
            continue;
        }
        match folder {
            "style" | "script" => match source.text() {
                Ok(text) if folder == "style" && belongs_to_all(file) => {
                    style.insert(file, compact(text));
                }
                Ok(text) if folder == "style" => collector.add(file, compact(text).as_bytes()),
                Ok(text) => scripts.entry(joined(file)).or_default().push_str(text),
                Err(problem) => collector.diagnostics.push(problem),
            },
            "icons" if file.ends_with(".svg") => collector.add_svg(file, source),
            "icons" => collector.add(file, &source.bytes),
            _ => {}
        }
    }
    let style: String = style.into_values().collect();
    collector.add("style.css", style.as_bytes());
    for (file, text) in scripts {
        collector.add(&file, text.as_bytes());
    }
    for (name, file) in [(GLUE, widget::glue()), (WASM, widget::wasm())] {
        collector.add(name, file.bytes);
    }
    if let Some(gazetteer) = &site.gazetteer {
        let path = collector.place("region.gaz", &gazetteer.bytes, Some("gazetteer"));
        collector.assets.gazetteer = Some(path);
    }
    for language in &site.city.languages {
        let (directory, problems) = site::directory(site, language);
        collector.diagnostics.append(problems);
        match directory.and_then(|d| d.encode()) {
            Ok(bytes) => {
                let name = format!("directory-{}.bin", language.tag);
                let path = collector.place(&name, &bytes, Some("directory"));
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

/// What the files of a theme's folder are, where `file` is none of them: whatever is there is published, and opened at its own address a
/// file of another kind could do what no page may.
fn wrong_ending(folder: &str, file: &str) -> Option<&'static str> {
    let (endings, what): (&[&str], _) = match folder {
        "style" => (&["css"], "styles, `.css`"),
        "script" => (&["js"], "scripts, `.js`"),
        "icons" => (
            &["svg", "png", "ico", "webp", "jpg", "jpeg"],
            "pictures, `.svg`, `.png`, `.ico`, `.webp` or `.jpg`",
        ),
        _ => return None,
    };
    let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
    (!endings.contains(&ending)).then_some(what)
}

/// Styles named by a letter and a hyphen, such as `a-tokens.css`, are joined in that order to the one that every page loads; others are alone.
fn belongs_to_all(file: &str) -> bool {
    file.as_bytes().get(1) == Some(&b'-')
}

/// The script to which a file belongs: `finder.qr.js` follows on `finder.js`, being later in the order of names.
fn joined(file: &str) -> String {
    let (name, ending) = file.rsplit_once('.').unwrap_or((file, ""));
    let (first, _) = name.split_once('.').unwrap_or((name, ""));
    format!("{first}.{ending}")
}

/// A style without comments, indentation and empty lines. More would need a parser of CSS, and gains a reader a hundred bytes.
fn compact(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    let mut quote = None;
    while let Some(c) = rest.chars().next() {
        if quote.is_none() && rest.starts_with("/*") {
            rest = rest.find("*/").map_or("", |end| &rest[end + 2..]);
            continue;
        }
        quote = match quote {
            None if matches!(c, '"' | '\'') => Some(c),
            Some(open) if open == c => None,
            other => other,
        };
        out.push(c);
        rest = &rest[c.len_utf8()..];
    }
    out.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .flat_map(|line| [line, "\n"])
        .collect()
}

#[derive(Default)]
struct Collector {
    assets: Assets,
    files: Vec<SharedFile>,
    diagnostics: Diagnostics,
}

impl Collector {
    fn add(&mut self, name: &str, bytes: &[u8]) {
        let path = self.place(name, bytes, None);
        self.assets.files.insert(name.to_owned(), path);
    }

    fn add_svg(&mut self, name: &str, source: &Source) {
        let read = source.text().map_err(|problem| vec![problem]);
        match read.and_then(|text| site::svg::read(&source.path, text)) {
            Ok(svg) => self.add(name, svg.text.as_bytes()),
            Err(problems) => {
                self.diagnostics.append(problems.into_iter().collect());
                // Templates that name it would be reported again.
                self.add(name, &[]);
            }
        }
    }

    /// The name carries a hash of the bytes, so that a browser may keep the file for ever.
    fn place(&mut self, name: &str, bytes: &[u8], budget: Option<&'static str>) -> String {
        let hash = &blake3::hash(bytes).to_hex()[..8];
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let path = format!("assets/{stem}-{hash}.{ending}");
        self.files.push(SharedFile {
            path: path.clone(),
            bytes: bytes.to_vec(),
            budget,
        });
        path
    }
}

#[cfg(test)]
mod tests {
    use super::compact;

    #[test]
    fn comments_go_and_everything_that_means_something_stays() {
        let css = "/* look */\n.a :is(b) {\n  width: calc(1rem + 2vw); /* } */\n\n  content: \"/* no comment */\";\n}\n";
        assert_eq!(
            compact(css),
            ".a :is(b) {\nwidth: calc(1rem + 2vw);\ncontent: \"/* no comment */\";\n}\n"
        );
    }
}
