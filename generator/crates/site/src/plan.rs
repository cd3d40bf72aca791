//! Every file that a template draws: pages times languages, and what is around them.

use crate::address;
use crate::model::{Page, Site};
use content::language::Language;

/// Which template draws a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// The page's own layout.
    Layout,
    /// The choice of a language at the root of the site.
    Chooser,
    /// What a host shows for an address that does not exist.
    NotFound,
    /// An old address that leads to the page.
    Redirect,
    /// The web manifest of a language.
    Manifest,
}

/// One file to draw.
#[derive(Clone)]
pub struct Rendering<'s> {
    /// Which template draws it.
    pub template: Template,
    /// The page it is about.
    pub page: &'s Page,
    /// The language it is in.
    pub language: &'static Language,
    /// The file that links start from; see [`address::relative`].
    pub output: String,
    /// Where it is written, from the root of the site.
    pub path: String,
}

impl Rendering<'_> {
    /// The name of its template in the theme.
    pub fn template_name(&self) -> String {
        match self.template {
            Template::Layout => format!("{}.html", self.page.layout.as_str()),
            Template::Chooser => "chooser.html".to_owned(),
            Template::NotFound => "404.html".to_owned(),
            Template::Redirect => "redirect.html".to_owned(),
            Template::Manifest => "manifest.webmanifest".to_owned(),
        }
    }

    /// The budget that its weight is held to: its layout's; other files have none.
    pub fn budget(&self) -> Option<&'static str> {
        (self.template == Template::Layout).then(|| self.page.layout.as_str())
    }
}

/// Every file to draw, in a steady order. `base_url` decides where the "not found" page finds the root of the site.
pub fn plan<'s>(site: &'s Site, base_url: Option<&str>) -> Vec<Rendering<'s>> {
    let mut plan = Vec::new();
    for page in site.pages.values() {
        for language in &site.city.languages {
            let add = |template, output: String| Rendering {
                template,
                page,
                language,
                path: output.clone(),
                output,
            };
            plan.push(add(
                Template::Layout,
                address::output(language.tag, &page.address),
            ));
            for alias in &page.record.aliases {
                let old = address::output(language.tag, &alias.value);
                plan.push(add(Template::Redirect, old));
            }
            if page.path.is_empty() {
                plan.push(add(
                    Template::Manifest,
                    format!("{}/manifest.webmanifest", language.tag),
                ));
            }
        }
    }
    if let Some(home) = site.page("") {
        let add = |template, output: String, path: &str| Rendering {
            template,
            page: home,
            language: site.city.source_language,
            output,
            path: path.to_owned(),
        };
        plan.push(add(
            Template::Chooser,
            "index.html".to_owned(),
            "index.html",
        ));
        let folder = base_url.and_then(folder_of).unwrap_or("/");
        plan.push(add(
            Template::NotFound,
            format!("{folder}404.html"),
            "404.html",
        ));
    }
    plan
}

/// The folder of a site's address on its host: `/sub/` of `https://example.org/sub/`.
fn folder_of(base_url: &str) -> Option<&str> {
    let (_, rest) = base_url.split_once("://")?;
    rest.find('/').map(|i| &rest[i..])
}
