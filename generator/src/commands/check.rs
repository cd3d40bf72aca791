//! `mifriendly check`: everything that is wrong; nothing is written but, with `--fix`, what can be mended without a person.

use crate::build::{self, Loaded};
use crate::cli::{CheckArguments, CityArguments};
use crate::disk;
use crate::report::{self, Outcome};
use crate::sink::Memory;
use content::front_matter;
use site::{Layer, Site, Sources};
use std::path::Path;

/// Checks the whole city, finished pages included.
pub fn run(city: &CityArguments, options: &CheckArguments) -> Result<Outcome, String> {
    let mut loaded = super::load(city)?;
    if options.fix {
        if delete_invisible(&city.root, &loaded.sources)? > 0 {
            loaded = super::load(city)?;
        }
        if let Some(site) = &loaded.site
            && fix(&city.root, site)? > 0
        {
            loaded = super::load(city)?;
        }
    }
    let Loaded {
        sources,
        site,
        mut diagnostics,
    } = loaded;
    if let Some(site) = site.filter(|_| !diagnostics.has_errors()) {
        let base_url = site.city.base_url.clone();
        let (_, problems) = build::draw(&site, &sources, base_url.as_deref(), &Memory::default());
        diagnostics.append(problems);
    }
    let outcome = report::outcome(&diagnostics);
    if options.json {
        diagnostics.sort();
        let json = serde_json::to_string_pretty(&diagnostics).map_err(|e| e.to_string())?;
        report::say(&json)?;
    } else {
        report::print(&mut diagnostics, &sources);
        if diagnostics.is_empty() {
            println!("Nothing is wrong.");
        }
    }
    Ok(outcome)
}

/// Deletes invisible characters from the city's own texts; how many files were changed.
fn delete_invisible(root: &Path, sources: &Sources) -> Result<usize, String> {
    let mut fixed = 0;
    for source in site::invisible::texts(sources).filter(|s| s.layer == Layer::City) {
        let Some(text) = site::invisible::fixed(source) else {
            continue;
        };
        let file = root.join(&source.path);
        disk::replace(&file, text.as_bytes())
            .map_err(|e| format!("{}: {}", file.display(), crate::system::reason(&e)))?;
        anstream::eprintln!("{}: invisible characters deleted", source.path);
        fixed += 1;
    }
    Ok(fixed)
}

/// Writes missing heading ids into source texts; how many files were changed.
fn fix(root: &Path, site: &Site) -> Result<usize, String> {
    let mut fixed = 0;
    for page in site.pages.values() {
        let file = root.join(&page.source().file);
        let text = std::fs::read_to_string(&file)
            .map_err(|e| format!("{}: {}", file.display(), crate::system::reason(&e)))?;
        let Some(parts) = front_matter::split(&text) else {
            continue;
        };
        let options = document::Options {
            language: page.source_language.tag.to_owned(),
            retired_ids: page.record.retired_ids.iter().cloned().collect(),
        };
        if let Some(mended) = document::fix::heading_ids(&text, parts.body, &options) {
            disk::replace(&file, mended.as_bytes())
                .map_err(|e| format!("{}: {}", file.display(), crate::system::reason(&e)))?;
            anstream::eprintln!("{}: ids written", page.source().file);
            fixed += 1;
        }
    }
    Ok(fixed)
}
