//! `city.toml`: the city's languages, law, kinds of help, areas and budgets.

mod languages;
mod open_data;

pub use open_data::{Download, Licence};

use crate::fields::{Fields, TomlText};
use crate::language::Language;
use crate::{Date, Spanned, country};
use diagnostics::{Code, Diagnostic, Diagnostics};
use document::Span;
use languages::{languages, source_language};
use std::collections::{BTreeMap, BTreeSet};
use text::web_address::{self, Fault};

/// The content format this program reads.
pub const FORMAT: i64 = 1;

/// The budgets, in bytes under gzip -9, of a city that names none; the keys are layouts, what the finder loads (the
/// services in one language, some 500 of them, and the gazetteer), and the pictures of one page, which gzip makes no smaller.
const DEFAULT_BUDGETS: &[(&str, u64)] = &[
    ("directory", 71_680),
    ("finder", 61_440),
    ("gazetteer", 153_600),
    ("glossary", 14_336),
    ("guide", 14_336),
    ("home", 14_336),
    ("list", 14_336),
    ("page", 14_336),
    ("pictures", 512_000),
    ("service", 14_336),
    ("theme", 14_336),
];

/// Where "leave this site" leads in a city that names no page: one that many people have open.
const DEFAULT_QUICK_EXIT: &str = "https://www.bbc.co.uk/weather";

/// What `city.toml` says.
#[derive(Clone, Debug)]
pub struct City {
    /// The site's name.
    pub name: String,
    /// ISO 3166-1 code; one that [`country::find`] knows.
    pub country: String,
    /// IANA name of the time zone; one that exists.
    pub time_zone: String,
    /// The language that pages are first written in; one of `languages`.
    pub source_language: &'static Language,
    /// Every language of the site, in the chooser's order.
    pub languages: Vec<&'static Language>,
    /// How distances are told.
    pub distance_unit: DistanceUnit,
    /// Full address of the site's root, ending in `/`, if known.
    pub base_url: Option<String>,
    /// The gazetteer's file under `content/`.
    pub gazetteer: Option<Spanned<String>>,
    /// How postcodes are imported.
    pub postcodes: Postcodes,
    /// Who runs this copy.
    pub operator: Operator,
    /// Kinds of help, in the order they are offered.
    pub kinds: Vec<Kind>,
    /// Council areas.
    pub areas: Vec<Area>,
    /// The statuses that guides tell apart, in `applies_to`; their names are the strings `status-ID`.
    pub statuses: Vec<String>,
    /// Where "leave this site" leads.
    pub quick_exit: String,
    /// Days on which public holidays fall; empty: the program's own list for the country.
    pub public_holidays: Vec<Date>,
    /// Licence lines of open data used.
    pub attributions: Vec<String>,
    /// The licence of the texts and records; `None`: not said, so no open data is offered.
    pub licence: Option<Licence>,
    /// Which of this city's kinds of help the terms of other directories stand for; an empty list: none of them.
    pub import_kinds: BTreeMap<String, Vec<Spanned<String>>>,
    /// Bytes under gzip -9 by layout, and of what the finder loads.
    pub budgets: BTreeMap<String, u64>,
}

/// How distances are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DistanceUnit {
    /// 1,609 metres.
    Mile,
    /// 1,000 metres.
    Kilometre,
}

/// Where the region's postcodes come from and how they are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Postcodes {
    /// The form of a postcode, as `finder::postcode` writes patterns; `None`: the country's.
    pub pattern: Option<String>,
    /// Beginnings of the region's postcodes; empty: all.
    pub areas: Vec<String>,
    /// Where each of them is written.
    pub area_spans: Vec<Span>,
    /// The widest the cells of the grid may be, in metres.
    pub grid_m: Option<u16>,
    /// What `mifriendly postcodes fetch` downloads.
    pub downloads: Vec<Download>,
}

impl City {
    /// How postcodes are written here, if the program knows.
    pub fn postcode_format(&self) -> Option<finder::postcode::Format> {
        match &self.postcodes.pattern {
            Some(pattern) => finder::postcode::Format::parse(pattern).ok(),
            None => finder::postcode::Format::for_country(&self.country),
        }
    }
}

/// Who runs a copy of the site.
#[derive(Clone, Debug, Default)]
pub struct Operator {
    /// Their name, for every footer.
    pub name: String,
    /// Their website.
    pub url: Option<String>,
    /// Where to report a mistake.
    pub corrections: Option<String>,
}

/// A kind of help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    /// Its id; its name is the string `kind-ID`.
    pub id: String,
    /// Whether it must never be in an address, fragment, title or history.
    pub sensitive: bool,
    /// Further words that give away a sensitive kind of help, and so are in no address and no id.
    pub telling: Vec<String>,
    /// Whether a service must say who regulates it.
    pub regulated: bool,
}

/// A council's area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Its id; its name is the string `area-ID`.
    pub id: String,
    /// The statistics office's code.
    pub code: Option<String>,
}

impl City {
    /// The kind of help with this id.
    pub fn kind(&self, id: &str) -> Option<&Kind> {
        self.kinds.iter().find(|k| k.id == id)
    }

    /// Whether `tag` is a language of the site.
    pub fn language(&self, tag: &str) -> Option<&'static Language> {
        self.languages.iter().copied().find(|l| l.tag == tag)
    }
}

/// Reads `city.toml`; `None` where it says too little to go on.
pub fn read(path: &str, text: &str) -> (Option<City>, Diagnostics) {
    let file = TomlText::new(path, text, 0..text.len());
    let city = file.read(city).flatten();
    (city, file.into_diagnostics())
}

fn city(fields: &Fields) -> Option<City> {
    match fields.integer("format") {
        Some(format) if format.value != FORMAT => {
            let diagnostic = Diagnostic::new(
                Code::FormatVersion,
                format!(
                    "this city is written in format {}, this command reads format {FORMAT}",
                    format.value
                ),
            );
            let diagnostic = diagnostic.hint(if format.value > FORMAT {
                "install a newer `mifriendly`"
            } else {
                "write `format = 1` and mend what is then reported"
            });
            fields.report(diagnostic, &format.span);
            fields.ignore_rest();
            return None;
        }
        Some(_) => {}
        None => fields.missing("format"),
    }
    let name = fields.required("name");
    let country = country(fields);
    let time_zone = time_zone(fields);
    let languages = languages(fields);
    let source_language = source_language(fields, &languages);
    let kinds = unique(fields, "kind", |f, id| Kind {
        id,
        sensitive: f.boolean("sensitive").unwrap_or(false),
        telling: crate::page::values(f.strings("telling")),
        regulated: f.boolean("regulated").unwrap_or(false),
    });
    let areas = unique(fields, "area", |f, id| Area {
        id,
        code: f.text("code"),
    });
    let operator = fields.table("operator", operator);
    if operator.is_none() {
        fields.missing("operator");
    }
    let distance_unit = fields.choice(
        "distance_unit",
        &[
            ("mile", DistanceUnit::Mile),
            ("kilometre", DistanceUnit::Kilometre),
        ],
    );
    let base_url = fields
        .string("base_url")
        .and_then(|url| base_url(fields, url));
    let gazetteer = fields.string("gazetteer");
    let postcodes = fields.table("postcodes", postcodes).unwrap_or_default();
    let statuses = crate::page::values(fields.strings("statuses"));
    let quick_exit = crate::page::web_address(fields, "quick_exit", false);
    if quick_exit.is_none() && country.as_deref().is_some_and(|c| c != "GB") {
        let message = "`quick_exit` is missing, so \"leave this site\" opens the British weather";
        fields.report(
            Diagnostic::new(Code::BorrowedExit, message)
                .hint("name a website that many people here have open, such as the weather or the news: `quick_exit = \"https://…\"`"),
            &(0..0),
        );
    }
    let public_holidays = fields.dates("public_holidays");
    let attributions = fields.tables("attribution", |f| f.required("text").map(|t| t.value));
    let licence = fields.table("licence", open_data::licence).flatten();
    let import_kinds = fields
        .table("import", |f| f.table("kinds", open_data::import_kinds))
        .flatten()
        .unwrap_or_default();
    let mut budgets: BTreeMap<String, u64> = DEFAULT_BUDGETS
        .iter()
        .map(|(layout, bytes)| ((*layout).to_owned(), *bytes))
        .collect();
    fields.table("budgets", |f| {
        for (layout, _) in DEFAULT_BUDGETS {
            if let Some(bytes) = f.integer(layout) {
                budgets.insert((*layout).to_owned(), bytes.value.unsigned_abs());
            }
        }
    });
    Some(City {
        name: name?.value,
        country: country?,
        time_zone: time_zone?,
        source_language: source_language?,
        languages,
        distance_unit: distance_unit.unwrap_or(DistanceUnit::Kilometre),
        base_url,
        gazetteer,
        postcodes,
        operator: operator.flatten()?,
        kinds,
        areas,
        statuses,
        quick_exit: quick_exit.unwrap_or_else(|| DEFAULT_QUICK_EXIT.to_owned()),
        public_holidays,
        attributions,
        licence,
        import_kinds,
        budgets,
    })
}

fn country(fields: &Fields) -> Option<String> {
    let code = fields.required("country")?;
    if country::find(&code.value).is_none() {
        let diagnostic = Diagnostic::new(
            Code::BadValue,
            format!("\"{}\" is not a country this program knows", code.value),
        )
        .hint(format!(
            "of the codes of ISO 3166-1 it knows {}",
            country::codes().collect::<Vec<_>>().join(", ")
        ));
        fields.report(diagnostic, &code.span);
        return None;
    }
    Some(code.value)
}

fn time_zone(fields: &Fields) -> Option<String> {
    let name = fields.required("time_zone")?;
    if jiff::tz::TimeZone::get(&name.value).is_err() {
        let diagnostic = Diagnostic::new(
            Code::BadValue,
            format!("there is no time zone \"{}\"", name.value),
        )
        .hint("use a name of the IANA list, such as \"Europe/London\"");
        fields.report(diagnostic, &name.span);
        return None;
    }
    Some(name.value)
}

fn postcodes(fields: &Fields) -> Postcodes {
    let pattern = fields.string("pattern").filter(|pattern| {
        let parsed = finder::postcode::Format::parse(&pattern.value);
        if let Err(error) = &parsed {
            let message = format!("this is no pattern of postcodes: {}", error.message);
            let at = (pattern.span.start + 1 + error.at).min(pattern.span.end);
            fields.report(
                Diagnostic::new(Code::BadValue, message).hint(
                    "write `d` for a digit, `L` for a letter and `A` for either, as far as the data needs: `dddd/ LL`, or `LAA` for the first part of Ireland's codes",
                ),
                &(at..pattern.span.end),
            );
        }
        parsed.is_ok()
    });
    let grid = fields.integer("grid_m");
    let areas = fields.strings("areas");
    Postcodes {
        pattern: pattern.map(|p| p.value),
        areas: areas.iter().map(|area| area.value.clone()).collect(),
        area_spans: areas.into_iter().map(|area| area.span).collect(),
        grid_m: grid.and_then(|n| u16::try_from(n.value).ok()),
        downloads: fields
            .one_or_more("download")
            .into_iter()
            .filter_map(|text| open_data::download(fields, text))
            .collect(),
    }
}

fn operator(fields: &Fields) -> Option<Operator> {
    Some(Operator {
        name: fields.required("name").map(|n| n.value)?,
        url: crate::page::web_address(fields, "url", false),
        corrections: corrections(fields),
    })
}

/// A web address, or an email address as `mailto:help@example.org`.
fn corrections(fields: &Fields) -> Option<String> {
    let is_email = |address: &Spanned<String>| {
        let address = address.value.strip_prefix("mailto:");
        address.is_some_and(text::email::is_email)
    };
    match fields.string("corrections") {
        Some(address) if is_email(&address) => Some(address.value),
        _ => crate::page::web_address(fields, "corrections", false),
    }
}

fn base_url(fields: &Fields, url: Spanned<String>) -> Option<String> {
    match normal_base_url(&url.value) {
        Ok(normal) => Some(normal),
        Err(hint) => {
            let message = format!("\"{}\" is not the address of a site", url.value);
            fields.report(
                Diagnostic::new(Code::BadValue, message).hint(hint),
                &url.span,
            );
            None
        }
    }
}

/// `url` as the root of a site: a URI that ends in `/`.
///
/// # Errors
/// What to do where it is no web address, or has a query or fragment.
pub fn normal_base_url(url: &str) -> Result<String, &'static str> {
    match web_address::check(url) {
        Err(fault) if fault != Fault::NotWhole => Err(fault.hint()),
        Ok(()) if !url.contains(['?', '#']) => {
            let uri = web_address::escaped(url);
            Ok(format!("{}/", uri.trim_end_matches('/')))
        }
        _ => Err("write it whole, \"https://example.org/\""),
    }
}

fn unique<T>(fields: &Fields, name: &str, mut make: impl FnMut(&Fields, String) -> T) -> Vec<T> {
    let mut seen = BTreeSet::new();
    fields.tables(name, |f| {
        let id = f.required("id");
        let record = make(f, id.as_ref().map(|i| i.value.clone()).unwrap_or_default());
        let id = id?;
        if !seen.insert(id.value.clone()) {
            let diagnostic = Diagnostic::new(
                Code::CityConflict,
                format!("the {name} \"{}\" stands twice", id.value),
            );
            f.report(diagnostic, &id.span);
            return None;
        }
        Some(record)
    })
}
