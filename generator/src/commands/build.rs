//! `mifriendly build`: the site into a folder.

use crate::build::{self, Loaded};
use crate::cli::{BuildArguments, CityArguments};
use crate::manifest::Manifest;
use crate::output::Output;
use crate::read;
use crate::report::{self, Outcome};
use diagnostics::{Code, Diagnostic, Diagnostics};
use site::{Site, Sources};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

/// Builds, and publishes where nothing is wrong.
pub fn run(city: &CityArguments, options: &BuildArguments) -> Result<Outcome, String> {
    let start = Instant::now();
    let base_url = super::base_url(options.base_url.as_deref())?;
    // Taken before anything is read: of two builds the one that publishes last has also read last.
    let taken = read::is_city(&city.root).then(|| Output::open(&options.out));
    let (output, mut diagnostics) = match taken.transpose() {
        Ok(taken) => {
            let (output, warning) = taken.unzip();
            (output, Diagnostics::from_iter(warning.flatten()))
        }
        Err(problem) => return Ok(refused(problem, &options.out)),
    };
    let Loaded {
        sources,
        site,
        diagnostics: problems,
    } = super::load(city)?;
    diagnostics.append(problems);
    let ready = site.zip(output).filter(|_| !diagnostics.has_errors());
    let published = ready.and_then(|(site, output)| {
        let base_url = base_url.or_else(|| site.city.base_url.clone());
        let build = Build {
            site: &site,
            sources: &sources,
            base_url: base_url.as_deref(),
            verify: options.verify,
        };
        let manifest = build.publish(&output, &mut diagnostics)?;
        Some((manifest, site))
    });
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
    } else {
        tell_unpublished(&options.out);
    }
    Ok(outcome)
}

/// The output folder cannot be had, so nothing was even read.
fn refused(problem: Diagnostic, out: &Path) -> Outcome {
    let another_build = problem.code == Code::OutputTaken;
    let mut diagnostics = Diagnostics::from_iter([problem]);
    report::print(&mut diagnostics, &Sources::new());
    if another_build {
        anstream::eprintln!("Nothing was published by this one.");
    } else {
        tell_unpublished(out);
    }
    report::outcome(&diagnostics)
}

fn tell_unpublished(out: &Path) {
    if out.exists() {
        anstream::eprintln!("Nothing was published; `{}` is as it was.", out.display());
    } else {
        anstream::eprintln!("Nothing was published.");
    }
}

/// What is built.
struct Build<'b> {
    site: &'b Arc<Site>,
    sources: &'b Sources,
    base_url: Option<&'b str>,
    verify: bool,
}

impl Build<'_> {
    /// Fills a staging folder and exchanges it with the site, unless something is wrong.
    fn publish(&self, output: &Output, diagnostics: &mut Diagnostics) -> Option<Manifest> {
        let folder = match output.staging(self.verify) {
            Ok(folder) => folder,
            Err(problem) => {
                diagnostics.push(problem);
                return None;
            }
        };
        let (mut manifest, problems) = build::draw(self.site, self.sources, self.base_url, &folder);
        diagnostics.append(problems);
        if diagnostics.has_errors() {
            return None;
        }
        tell_changed(&folder.changed());
        match output.publish(&folder, &mut manifest) {
            Ok(()) => Some(manifest),
            Err(problem) => {
                diagnostics.push(problem);
                None
            }
        }
    }
}

/// Somebody, or a program of the host, has changed the site since it was written: they learn that it did not last.
fn tell_changed(changed: &BTreeSet<String>) {
    const SHOWN: usize = 5;
    let names: Vec<String> = changed
        .iter()
        .take(SHOWN)
        .map(|n| format!("`{n}`"))
        .collect();
    let more = match changed.len().saturating_sub(SHOWN) {
        0 => String::new(),
        n => format!(" and {n} more"),
    };
    if !names.is_empty() {
        anstream::eprintln!(
            "Changed in the site since the last build, and written anew: {}{more}.",
            names.join(", ")
        );
    }
}

fn bytes(n: u64) -> String {
    match n {
        0..10_000 => format!("{n} bytes"),
        10_000..10_000_000 => format!("{} kB", n / 1000),
        _ => format!("{:.1} MB", n as f64 / 1e6),
    }
}
