//! `mifriendly build`: the site into a folder.

use crate::build::{self, Loaded};
use crate::cli::{BuildArguments, CityArguments};
use crate::manifest::{MARK, Manifest};
use crate::publish;
use crate::report::{self, Outcome};
use crate::sink::{Folder, Sink};
use diagnostics::Diagnostics;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Builds, and publishes where nothing is wrong.
pub fn run(city: &CityArguments, options: &BuildArguments) -> Result<Outcome, String> {
    let start = Instant::now();
    let base_url = super::base_url(options.base_url.as_deref())?;
    let Loaded {
        sources,
        site,
        mut diagnostics,
    } = super::load(city)?;
    let out = absolute(&options.out)?;
    let mut published = None;
    if let Some(site) = site.filter(|_| !diagnostics.has_errors()) {
        let base_url = base_url.or_else(|| site.city.base_url.clone());
        let (manifest, problems) = publish(&out, |sink| {
            build::draw(&site, &sources, base_url.as_deref(), sink)
        });
        diagnostics.append(problems);
        published = manifest.map(|manifest| (manifest, site));
    }
    report::print(&mut diagnostics, &sources);
    let outcome = report::outcome(&diagnostics);
    if let Some((manifest, site)) = published {
        println!(
            "{} pages in {} languages, {} services, {} in {} files, {:.1} s: {}",
            build::count_pages(&site),
            site.city.languages.len(),
            site.services().count(),
            bytes(manifest.bytes()),
            manifest.files.len(),
            start.elapsed().as_secs_f64(),
            options.out.display()
        );
    } else if options.out.exists() {
        anstream::eprintln!(
            "Nothing was published; `{}` is as it was.",
            options.out.display()
        );
    } else {
        anstream::eprintln!("Nothing was published.");
    }
    Ok(outcome)
}

/// Lets `draw` fill a staging folder and exchanges it with `out`, unless something is wrong.
fn publish(
    out: &Path,
    draw: impl FnOnce(&dyn Sink) -> (Manifest, Diagnostics),
) -> (Option<Manifest>, Diagnostics) {
    if let Err(problem) = publish::may_replace(out) {
        return (None, Diagnostics::from_iter([problem]));
    }
    let previous = Manifest::read(out).map(|m| m.files).unwrap_or_default();
    let folder = match Folder::new(out, previous) {
        Ok(folder) => folder,
        Err(error) => {
            return (
                None,
                Diagnostics::from_iter([publish::cannot_write(out, &error)]),
            );
        }
    };
    let (manifest, mut diagnostics) = draw(&folder);
    if diagnostics.has_errors() {
        return (None, diagnostics);
    }
    let done = folder
        .write(MARK, &manifest.to_json())
        .map_err(|error| publish::cannot_write(out, &error))
        .and_then(|()| publish::exchange(folder.path(), out));
    match done {
        Ok(()) => (Some(manifest), diagnostics),
        Err(problem) => {
            diagnostics.push(problem);
            (None, diagnostics)
        }
    }
}

/// Staging lies beside the output folder, so its parent must be known whatever the current folder is called.
fn absolute(path: &Path) -> Result<PathBuf, String> {
    std::path::absolute(path).map_err(|error| format!("`{}`: {error}", path.display()))
}

fn bytes(n: u64) -> String {
    match n {
        0..10_000 => format!("{n} bytes"),
        10_000..10_000_000 => format!("{} kB", n / 1000),
        _ => format!("{:.1} MB", n as f64 / 1e6),
    }
}
