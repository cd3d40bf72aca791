//! The steps of a build, from a city's folder to a sink; `build`, `serve` and `check` put them together differently.

use crate::manifest::{Manifest, OutputMeta, hash};
use crate::publish::cannot_write;
use crate::render::Renderer;
use crate::sink::Sink;
use crate::{assets, headers, pictures, read, sitemap, verify};
use content::Date;
use diagnostics::{Code, Diagnostic, Diagnostics};
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use site::model::{Picture, PictureVersion};
use site::{Assets, Rendering, Site, Sources, Template};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::Path;
use std::sync::{Arc, Mutex};

/// A city, read and resolved.
pub struct Loaded {
    /// Its files, for quoting.
    pub sources: Sources,
    /// The site; `None` where there is no city to speak of.
    pub site: Option<Arc<Site>>,
    /// Everything wrong so far.
    pub diagnostics: Diagnostics,
}

/// Reads and resolves the city in the folder `root`.
pub fn load(root: &Path, today: Date) -> Loaded {
    let (sources, mut diagnostics) = read::read(root);
    let (site, problems) = site::load(&sources, today, &on_all_processors);
    diagnostics.append(problems);
    if let Some(site) = &site {
        diagnostics.append(site::check(site, &sources, &on_all_processors));
    }
    Loaded {
        sources,
        site: site.map(Arc::new),
        diagnostics,
    }
}

/// The order of the work does not matter to what comes of it.
fn on_all_processors(count: usize, work: &(dyn Fn(usize) + Sync)) {
    (0..count).into_par_iter().for_each(work);
}

/// Draws every file of `site` into `sink` and looks at what was written.
///
/// Errors of the content do not stop it: `serve` shows what can be shown. An error of the sink does.
pub fn draw(
    site: &Arc<Site>,
    sources: &Sources,
    base_url: Option<&str>,
    sink: &dyn Sink,
) -> (Manifest, Diagnostics) {
    let (renderer, mut diagnostics) = Renderer::new(site, sources);
    let (assets, shared, problems) = assets::collect(site, sources);
    diagnostics.append(problems);
    let writer = Writer {
        sink,
        taken: Mutex::default(),
        files: Mutex::new(Manifest::new()),
        diagnostics: Mutex::new(diagnostics),
    };
    for file in &shared {
        writer.put(&file.path, &file.bytes, file.budget);
    }
    for (path, text) in around(site, base_url) {
        writer.put(path, text.as_bytes(), None);
    }
    let pictures = site.pages.values().flat_map(|page| page.pictures.values());
    let pictures: Vec<&Picture> = pictures.collect();
    pictures.par_iter().for_each(|p| writer.picture(p));
    if let Some(renderer) = renderer {
        let plan = site::plan(site, base_url);
        let progress = progress(plan.len());
        plan.par_iter().for_each(|rendering| {
            page(site, rendering, &assets, base_url, &renderer, &writer);
            progress.inc(1);
        });
        progress.finish_and_clear();
    }
    let manifest = unlock(writer.files);
    let size = |picture: &Picture| Some(manifest.files.get(&picture.output)?.size);
    let heavy = pictures.iter().filter_map(|picture| {
        let bytes = size(picture).filter(|bytes| *bytes > pictures::HEAVY)?;
        Some(pictures::heavy(picture, bytes))
    });
    let mut diagnostics = unlock(writer.diagnostics);
    for problem in heavy {
        diagnostics.push(problem);
    }
    // Pages that could not be drawn would be reported again as dead links.
    if !diagnostics.has_errors() {
        let root = base_url.map_or("/".to_owned(), root_folder);
        diagnostics.append(verify::verify(&manifest, site, &root));
    }
    (manifest, diagnostics)
}

fn page(
    site: &Site,
    rendering: &Rendering,
    assets: &Assets,
    base_url: Option<&str>,
    renderer: &Renderer,
    writer: &Writer,
) {
    let context = site::page_context(site, rendering, assets, base_url);
    let key = renderer.key(rendering, &context);
    if !writer.claim(&rendering.path, &key) || writer.reused(&rendering.path, &key) {
        return;
    }
    match renderer.draw(rendering, &context) {
        Ok(text) => writer.new_file(&rendering.path, text.as_bytes(), key, rendering.budget()),
        Err(problem) => writer.report(problem),
    }
}

/// Files that no template draws.
fn around(site: &Site, base_url: Option<&str>) -> Vec<(&'static str, String)> {
    let mut files = vec![
        ("_headers", headers::headers()),
        ("robots.txt", sitemap::robots(base_url)),
    ];
    if let Some(base) = base_url {
        files.push(("sitemap.xml", sitemap::sitemap(site, base)));
    }
    if site::offered(site) {
        let dataset = site::dataset(site, base_url);
        let texts = [
            exchange::hsds::write(&dataset),
            exchange::geojson::write(&dataset),
            exchange::table::write(&dataset),
        ];
        files.extend(site::DATA.into_iter().zip(texts));
    }
    files
}

/// `/sub/` of `https://example.org/sub/`.
fn root_folder(base_url: &str) -> String {
    base_url
        .split_once("://")
        .and_then(|(_, rest)| rest.find('/').map(|i| rest[i..].to_owned()))
        .unwrap_or_else(|| "/".to_owned())
}

/// Writes files and remembers what they are.
struct Writer<'s> {
    sink: &'s dyn Sink,
    /// What is written to each path, folded: the path and the key.
    taken: Mutex<BTreeMap<String, (String, String)>>,
    files: Mutex<Manifest>,
    diagnostics: Mutex<Diagnostics>,
}

impl Writer<'_> {
    /// A file whose bytes are at hand: their hash is its key.
    fn put(&self, path: &str, bytes: &[u8], budget: Option<&str>) {
        let key = hash(bytes);
        if self.claim(path, &key) && !self.reused(path, &key) {
            self.new_file(path, bytes, key, budget);
        }
    }

    /// Every version of a picture. A drawing is written as it is; of a photograph no byte of the original is.
    fn picture(&self, picture: &Picture) {
        let Some(format) = picture.format else {
            self.put(&picture.output, &picture.bytes, None);
            return;
        };
        // The name holds a hash of the original.
        let key = format!("{}:{}", pictures::VERSION, picture.output);
        let mut versions: Vec<&PictureVersion> = picture.versions.iter().collect();
        versions.retain(|version| {
            self.claim(&version.output, &key) && !self.reused(&version.output, &key)
        });
        if versions.is_empty() {
            return;
        }
        match pictures::write(picture, format, &versions) {
            Ok(files) => {
                for (version, bytes) in versions.into_iter().zip(files) {
                    self.new_file(&version.output, &bytes, key.clone(), None);
                }
            }
            Err(problem) => self.report(problem),
        }
    }

    /// Whether `path` is to be written: not where it was with the same bytes, and never over other ones, or where a system could take the
    /// two paths for one.
    fn claim(&self, path: &str, key: &str) -> bool {
        let mut taken = lock(&self.taken);
        let (first, same) = match taken.entry(site::names::folded(path)) {
            Entry::Vacant(free) => {
                free.insert((path.to_owned(), key.to_owned()));
                return true;
            }
            Entry::Occupied(first) => {
                let (first, first_key) = first.get();
                (first.clone(), first == path && first_key == key)
            }
        };
        drop(taken);
        if !same {
            // Files come from several threads, in any order.
            let mut two = [first.as_str(), path];
            two.sort_unstable();
            self.report(Diagnostic::new(
                Code::DuplicateUrl,
                format!(
                    "`{}` and `{}` would be one file of the site",
                    two[0], two[1]
                ),
            ));
        }
        false
    }

    fn reused(&self, path: &str, key: &str) -> bool {
        let Some(meta) = self.sink.previous(path).filter(|m| m.key == key) else {
            return false;
        };
        if self.sink.reuse(path).is_err() {
            return false;
        }
        self.remember(path, meta.clone());
        true
    }

    fn new_file(&self, path: &str, bytes: &[u8], key: String, budget: Option<&str>) {
        match self.sink.write(path, bytes) {
            Ok(()) => self.remember(path, verify::inspect(path, bytes, key, budget)),
            Err(error) => self.report(cannot_write(Path::new(path), &error)),
        }
    }

    fn remember(&self, path: &str, meta: OutputMeta) {
        lock(&self.files).files.insert(path.to_owned(), meta);
    }

    fn report(&self, problem: Diagnostic) {
        lock(&self.diagnostics).push(problem);
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn unlock<T>(mutex: Mutex<T>) -> T {
    mutex
        .into_inner()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// Shown on a terminal, silent elsewhere.
fn progress(steps: usize) -> ProgressBar {
    let bar = ProgressBar::new(steps as u64);
    match ProgressStyle::with_template("{bar:32} {pos}/{len} pages") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// How many files are pages in the plan's sense, for the report.
pub fn count_pages(site: &Site) -> usize {
    let plan = site::plan(site, None);
    plan.iter()
        .filter(|r| r.template == Template::Layout)
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sink::Memory;

    /// The messages of a writer that was given these paths and bytes, and the files that it wrote.
    fn written(files: &[(&str, &str)]) -> (Vec<String>, Vec<String>) {
        let memory = Memory::default();
        let writer = Writer {
            sink: &memory,
            taken: Mutex::default(),
            files: Mutex::new(Manifest::new()),
            diagnostics: Mutex::default(),
        };
        for (path, text) in files {
            writer.put(path, text.as_bytes(), None);
        }
        let problems = unlock(writer.diagnostics).into_iter();
        let problems = problems.map(|d| format!("{}: {}", d.code.as_str(), d.message));
        (
            problems.collect(),
            memory.into_files().into_keys().collect(),
        )
    }

    #[test]
    fn no_file_takes_the_place_of_another() {
        let twice = [("en/a.html", "one"), ("en/a.html", "one")];
        assert_eq!(written(&twice), (vec![], vec!["en/a.html".to_owned()]));
        for second in ["en/a.html", "en/A.html", "EN/a.html"] {
            let (problems, files) = written(&[("en/a.html", "one"), (second, "two")]);
            assert!(problems[0].starts_with("MF301: "), "{problems:?}");
            assert_eq!((problems.len(), files.len()), (1, 1), "{second}");
        }
        let accents = [
            ("media/caf\u{e9}.png", "one"),
            ("media/cafe\u{301}.png", "one"),
        ];
        assert_eq!(written(&accents).0.len(), 1);
    }

    #[test]
    fn no_file_is_written_outside_the_site() {
        for path in ["../index.html", "en/../../index.html", "/index.html"] {
            let (problems, files) = written(&[(path, "one")]);
            assert!(problems[0].starts_with("MF502: "), "{problems:?}");
            assert!(files.is_empty(), "{path}");
        }
    }
}
