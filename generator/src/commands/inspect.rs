//! `mifriendly inspect PAGE`: all that a template sees.

use crate::assets;
use crate::cli::{CityArguments, InspectArguments};
use crate::report::{self, Outcome};
use diagnostics::nearest;
use site::Template;
use site::context::PageContext;

/// Prints a page's context, or the schema of all contexts.
pub fn run(city: &CityArguments, options: &InspectArguments) -> Result<Outcome, String> {
    let print = |value: &dyn erased::Json| value.json().and_then(|text| report::say(&text));
    if options.schema {
        print(&schemars::schema_for!(PageContext))?;
        return Ok(Outcome::Fine);
    }
    let mut loaded = super::load(city)?;
    report::print(&mut loaded.diagnostics, &loaded.sources);
    let outcome = report::outcome(&loaded.diagnostics);
    let Some(site) = loaded.site else {
        return Ok(outcome);
    };
    let path = options
        .page
        .as_deref()
        .unwrap_or_default()
        .trim_matches('/');
    let language = super::language(&site, options.language.as_deref())?;
    if site.page(path).is_none() {
        let paths = site.pages.keys().map(String::as_str);
        return Err(match nearest(path, paths) {
            Some(found) => format!("there is no page `{path}`; did you mean `{found}`?"),
            None => format!("there is no page `{path}`"),
        });
    }
    let base_url = site.city.base_url.clone();
    let (assets, _, _) = assets::collect(&site, &loaded.sources);
    let plan = site::plan(&site, base_url.as_deref());
    let rendering = plan
        .iter()
        .find(|r| r.template == Template::Layout && r.page.path == path && r.language == language);
    if let Some(rendering) = rendering {
        print(&site::page_context(
            &site,
            rendering,
            &assets,
            base_url.as_deref(),
        ))?;
    }
    Ok(outcome)
}

mod erased {
    //! One printing function for two types.

    pub trait Json {
        fn json(&self) -> Result<String, String>;
    }

    impl<T: serde::Serialize> Json for T {
        fn json(&self) -> Result<String, String> {
            let json = serde_json::to_string_pretty(self).map_err(|e| e.to_string())?;
            Ok(site::strings::unmarked(&json).into_owned())
        }
    }
}
