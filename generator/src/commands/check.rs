//! `mifriendly check`: everything that is wrong; nothing is written but, with `--fix`, what can be mended without a person.

use crate::build::{self, Loaded};
use crate::cli::{CheckArguments, CityArguments};
use crate::disk;
use crate::report::{self, Outcome};
use crate::sink::Memory;
use content::front_matter;
use site::model::Text;
use site::{Layer, Site, Sources};
use std::path::Path;

/// Used in place of the site's full address, which may be known only to the host, so that pages weigh here what they weigh when they are published.
const SOME_ADDRESS: &str = "https://the-preview-of-a-city.host.example/";

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
        let base_url = site.city.base_url.as_deref().unwrap_or(SOME_ADDRESS);
        let (_, problems) = build::draw(&site, &sources, Some(base_url), &Memory::default());
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

/// Mends what can be mended without a doubt in every text: blanks that Markdown needs, and missing heading ids in source texts. How many
/// files were changed.
fn fix(root: &Path, site: &Site) -> Result<usize, String> {
    let mut fixed = 0;
    for page in site.pages.values() {
        for text in page.texts.values() {
            let is_source = text.language == page.source_language;
            fixed += usize::from(fix_text(root, text, &page.record.retired_ids, is_source)?);
        }
    }
    for text in site.notices.iter().flat_map(|notice| notice.texts.values()) {
        fixed += usize::from(fix_text(root, text, &[], false)?);
    }
    Ok(fixed)
}

/// Mends one text; whether there was anything to mend.
fn fix_text(
    root: &Path,
    text: &Text,
    retired_ids: &[String],
    is_source: bool,
) -> Result<bool, String> {
    let file = root.join(&text.file);
    let failed = |e: std::io::Error| format!("{}: {}", file.display(), crate::system::reason(&e));
    let before = std::fs::read_to_string(&file).map_err(failed)?;
    let Some(parts) = front_matter::split(&before) else {
        return Ok(false);
    };
    let options = document::Options {
        language: text.language.tag.to_owned(),
        retired_ids: retired_ids.iter().cloned().collect(),
        ..document::Options::default()
    };
    let with_blanks = document::fix::blanks(&before, parts.body, &options);
    let after = with_blanks.as_deref().unwrap_or(&before);
    let with_ids = is_source
        .then(|| document::fix::heading_ids(after, parts.body, &options))
        .flatten();
    let Some(mended) = with_ids.as_ref().or(with_blanks.as_ref()) else {
        return Ok(false);
    };
    disk::replace(&file, mended.as_bytes()).map_err(failed)?;
    if with_blanks.is_some() {
        anstream::eprintln!("{}: blanks written", text.file);
    }
    if with_ids.is_some() {
        anstream::eprintln!("{}: ids written", text.file);
    }
    Ok(true)
}
