//! A page's context to a file, by the theme's templates.

mod mistake;

use crate::read::THEME;
use diagnostics::{Code, Diagnostic, Diagnostics, Location};
use mistake::blame;
use site::context::PageContext;
use site::{Argument, Rendering, Site, Sources};
use std::collections::BTreeMap;
use std::sync::Arc;
use tera::{Context, Kwargs, State, Tera, Value};

/// Draws pages in every language of a site.
pub struct Renderer {
    engines: BTreeMap<&'static str, Tera>,
    templates_hash: String,
    site: Arc<Site>,
}

impl Renderer {
    /// Reads the theme's templates; `None` where they cannot be read, which is then reported.
    pub fn new(site: &Arc<Site>, sources: &Sources) -> (Option<Self>, Diagnostics) {
        let mut diagnostics = Diagnostics::new();
        let mut hasher = blake3::Hasher::new();
        let mut templates = Vec::new();
        for (name, source) in sources.theme() {
            let Some(name) = name.strip_prefix("templates/") else {
                continue;
            };
            match source.text() {
                Ok(text) => {
                    hasher.update(name.as_bytes()).update(text.as_bytes());
                    templates.push((name.to_owned(), text.to_owned()));
                }
                Err(problem) => diagnostics.push(problem),
            }
        }
        let mut engines = BTreeMap::new();
        for language in &site.city.languages {
            let mut engine = Tera::default();
            engine.autoescape_on(vec![".html"]);
            engine.register_function("t", message(site, language.tag));
            engine.register_filter("json", json);
            if let Err(error) = engine.add_raw_templates(templates.clone()) {
                diagnostics.push(blame(&error, "the theme's templates cannot be read"));
                return (None, diagnostics);
            }
            engines.insert(language.tag, engine);
        }
        let renderer = Self {
            engines,
            templates_hash: hasher.finalize().to_hex()[..16].to_owned(),
            site: Arc::clone(site),
        };
        (Some(renderer), diagnostics)
    }

    /// The key of a page's file: a hash of its context, its template and the strings of its language.
    pub fn key(&self, rendering: &Rendering, context: &PageContext) -> String {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.templates_hash.as_bytes());
        hasher.update(rendering.template_name().as_bytes());
        hasher.update(self.site.strings.hash(rendering.language.tag).as_bytes());
        // A tree of strings, numbers and lists is always JSON.
        hasher.update(&serde_json::to_vec(context).unwrap_or_default());
        hasher.finalize().to_hex()[..32].to_owned()
    }

    /// Draws one file.
    pub fn draw(&self, rendering: &Rendering, context: &PageContext) -> Result<String, Diagnostic> {
        let name = rendering.template_name();
        let bad = |error: tera::Error| {
            let page = if context.path.is_empty() {
                "the home page".to_owned()
            } else {
                format!("`{}`", context.path)
            };
            let problem = blame(&error, &format!("the template `{name}` cannot draw {page}"));
            match problem.hint {
                Some(_) => problem,
                None => problem.hint(format!(
                    "`mifriendly inspect {:?}` shows all that it can use",
                    context.path
                )),
            }
        };
        let engine = self
            .engines
            .get(rendering.language.tag)
            .ok_or_else(|| bad(tera::Error::message("there is no such language")))?;
        let context = Context::from_serialize(context).map_err(bad)?;
        let text = engine.render(&name, &context).map_err(bad)?;
        if name.ends_with(".webmanifest") {
            serde_json::from_str::<serde::de::IgnoredAny>(&text).map_err(|error| {
                Diagnostic::new(
                    Code::BadTemplate,
                    format!(
                        "the template `{name}` wrote what is not JSON, in line {} of it",
                        error.line()
                    ),
                )
                .hint("write every value as `{{ value | json }}`, which adds the quotes")
                .at(Location::file(format!("themes/{THEME}/templates/{name}")))
            })?;
        }
        Ok(match name.ends_with(".html") {
            true => site::strings::in_html(text),
            false => site::strings::unmarked(&text).into_owned(),
        })
    }
}

/// The filter `json` of templates: a value as JSON, texts in quotes.
fn json(value: &Value, _: Kwargs, _: &State) -> tera::TeraResult<String> {
    serde_json::to_string(value).map_err(tera::Error::message)
}

/// The function `t(key="…", name=value…)` of templates: a message of the page's language.
fn message(
    site: &Arc<Site>,
    language: &'static str,
) -> impl Fn(Kwargs, &State) -> tera::TeraResult<String> + Send + Sync + 'static {
    let site = Arc::clone(site);
    move |arguments, _| {
        let id: String = arguments.must_get("key")?;
        let mut values = Vec::new();
        for (name, value) in arguments.iter() {
            let name = name.to_string();
            if name != "key" {
                values.push((name, value));
            }
        }
        let values: Vec<(&str, Argument)> = values
            .iter()
            .map(|(name, value)| {
                let argument = match (value.as_i128(), value.as_str()) {
                    (Some(number), _) => {
                        Argument::Number(i64::try_from(number).unwrap_or(i64::MAX))
                    }
                    (None, text) => Argument::Text(text.unwrap_or_default()),
                };
                (name.as_str(), argument)
            })
            .collect();
        site.strings
            .try_text(language, &id, &values)
            .map_err(tera::Error::message)
    }
}
