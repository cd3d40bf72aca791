//! One module for each command.

pub mod accept;
pub mod build;
pub mod check;
pub mod explain;
pub mod find;
pub mod inspect;
pub mod postcodes;
pub mod serve;
pub mod services;

use crate::build::Loaded;
use crate::cli::CityArguments;
use content::language::Language;
use site::Site;
use std::sync::Arc;

/// The city, or an outcome where it has none; problems are printed.
pub fn load(city: &CityArguments) -> Result<Loaded, String> {
    let today = city.today()?;
    Ok(crate::build::load(&city.root, today))
}

/// What `--base-url` says, made whole; an empty one says nothing.
pub fn base_url(option: Option<&str>) -> Result<Option<String>, String> {
    let url = option.filter(|url| !url.is_empty());
    let normal = |url: &str| {
        content::city::normal_base_url(url)
            .map_err(|hint| format!("`--base-url {url}` is not the address of a site: {hint}"))
    };
    url.map(normal).transpose()
}

/// The language `tag` of the site, or its source language.
pub fn language(site: &Arc<Site>, tag: Option<&str>) -> Result<&'static Language, String> {
    match tag {
        None => Ok(site.city.source_language),
        Some(tag) => site.city.language(tag).ok_or_else(|| {
            let known: Vec<&str> = site.city.languages.iter().map(|l| l.tag).collect();
            format!(
                "\"{tag}\" is not a language of this city; it has {}",
                known.join(", ")
            )
        }),
    }
}
