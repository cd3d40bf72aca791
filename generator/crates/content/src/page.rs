//! `page.toml`: what is the same about a page in every language.

use crate::fields::{Fields, TomlText};
use crate::{Date, Spanned, folder_name};
use diagnostics::{Code, Diagnostic, Diagnostics};
use std::collections::BTreeMap;
use text::web_address::{self, Fault};

/// Which template draws a page, and what the generator adds to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layout {
    /// The front page of a language.
    Home,
    /// A page whose matter is its children.
    List,
    /// One of the city's themes.
    Theme,
    /// A guide: reviewed, sourced, in sections.
    Guide,
    /// Any other text.
    Page,
    /// The finder and every service.
    Finder,
    /// Terms explained.
    Glossary,
    /// One service; given by `service.toml`, never written.
    Service,
}

const LAYOUTS: &[(&str, Layout)] = &[
    ("home", Layout::Home),
    ("list", Layout::List),
    ("theme", Layout::Theme),
    ("guide", Layout::Guide),
    ("page", Layout::Page),
    ("finder", Layout::Finder),
    ("glossary", Layout::Glossary),
];

impl Layout {
    /// The word for it, which is also the name of its template and budget.
    pub fn as_str(self) -> &'static str {
        LAYOUTS
            .iter()
            .find(|(_, layout)| *layout == self)
            .map_or("service", |(word, _)| word)
    }
}

/// Which menu a page is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Menu {
    /// The head of every page.
    Main,
    /// The city's themes.
    Themes,
    /// The foot of every page.
    Foot,
}

impl Menu {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Menu::Main => "main",
            Menu::Themes => "themes",
            Menu::Foot => "foot",
        }
    }
}

/// What `page.toml` says.
#[derive(Clone, Debug, Default)]
pub struct PageRecord {
    /// Which template draws it, if said.
    pub layout: Option<Layout>,
    /// Place among its siblings, low first.
    pub order: i64,
    /// The menu it is in.
    pub menu: Option<Menu>,
    /// The language it was first written in, if not the city's.
    pub source_language: Option<Spanned<String>>,
    /// Kinds of help that it is about.
    pub kinds: Vec<Spanned<String>>,
    /// Whether it must not give itself away in a history or preview.
    pub sensitive: bool,
    /// When it is shown.
    pub publication: Publication,
    /// When it must be read again.
    pub next_review: Option<Spanned<Date>>,
    /// Old paths that lead here, without slashes at their ends.
    pub aliases: Vec<Spanned<String>>,
    /// Section ids that must not be used again.
    pub retired_ids: Vec<String>,
    /// Where its facts come from.
    pub sources: Vec<SourceRecord>,
    /// When advisers reviewed it.
    pub reviews: Vec<ReviewRecord>,
    /// Settings of single sections, by id.
    pub sections: BTreeMap<String, SectionRecord>,
}

/// When a page or section is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publication {
    /// Left out altogether.
    pub draft: bool,
    /// First day shown.
    pub from: Option<Date>,
    /// First day no longer shown.
    pub expires: Option<Date>,
}

impl Publication {
    /// Whether it is shown on `today`.
    pub fn shown(&self, today: Date) -> bool {
        !self.draft
            && self.from.is_none_or(|d| d <= today)
            && self.expires.is_none_or(|d| today < d)
    }
}

/// A source of facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceRecord {
    /// Its name.
    pub name: String,
    /// Its address.
    pub url: String,
    /// When somebody last looked.
    pub checked: Date,
    /// Whether it is the body that decides or measures the thing itself.
    pub primary: bool,
}

/// A review by a person or an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewRecord {
    /// Who.
    pub by: String,
    /// When.
    pub date: Date,
}

/// Settings of one section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionRecord {
    /// Where the settings are.
    pub span: std::ops::Range<usize>,
    /// Whom it applies to, of the city's statuses.
    pub applies_to: Vec<String>,
    /// From when the law in it holds.
    pub valid_from: Option<Date>,
    /// From when it no longer holds.
    pub valid_until: Option<Date>,
    /// When it is shown.
    pub publication: Publication,
}

/// Reads the `page.toml` at `path`. `statuses` are those that the city's guides tell apart; `today` is the last day on which something
/// can have been checked.
pub fn read(
    path: &str,
    text: &str,
    statuses: &[String],
    today: Date,
) -> (Option<PageRecord>, Diagnostics) {
    let file = TomlText::new(path, text, 0..text.len());
    let record = file.read(|f| page(f, statuses, today));
    (record, file.into_diagnostics())
}

fn page(fields: &Fields, statuses: &[String], today: Date) -> PageRecord {
    PageRecord {
        layout: fields.choice("layout", LAYOUTS),
        order: fields.integer("order").map_or(0, |n| n.value),
        menu: fields.choice(
            "menu",
            &[
                ("main", Menu::Main),
                ("themes", Menu::Themes),
                ("foot", Menu::Foot),
            ],
        ),
        source_language: fields.string("source_language"),
        kinds: fields.strings("kinds"),
        sensitive: fields.boolean("sensitive").unwrap_or(false),
        publication: publication(fields),
        next_review: fields.date("next_review"),
        aliases: aliases(fields),
        retired_ids: values(fields.strings("retired_ids")),
        sources: sources(fields, today),
        reviews: fields.tables("review", |f| {
            let (by, date) = (f.required("by"), past_date(f, "date", today));
            Some(ReviewRecord {
                by: by?.value,
                date: date?,
            })
        }),
        sections: fields
            .table("sections", |all| {
                all.named_tables(|id, f| Some((id.value, section(f, id.span, statuses))))
            })
            .unwrap_or_default()
            .into_iter()
            .collect(),
    }
}

fn section(fields: &Fields, span: std::ops::Range<usize>, statuses: &[String]) -> SectionRecord {
    let applies_to = fields.strings("applies_to");
    for status in &applies_to {
        if !statuses.contains(&status.value) {
            let diagnostic = Diagnostic::new(
                Code::BadValue,
                format!(
                    "\"{}\" is not a status that guides tell apart",
                    status.value
                ),
            )
            .did_you_mean(&status.value, statuses.iter().map(String::as_str));
            fields.report(diagnostic, &status.span);
        }
    }
    let (valid_from, valid_until) = period(fields, "valid_from", "valid_until");
    SectionRecord {
        span,
        applies_to: values(applies_to),
        valid_from,
        valid_until,
        publication: publication(fields),
    }
}

/// Old paths. Each becomes a folder of the site, so it is held to the same rule as the folders of pages.
fn aliases(fields: &Fields) -> Vec<Spanned<String>> {
    let mut aliases = fields.strings("aliases");
    aliases.retain_mut(|alias| {
        let path = alias.value.trim_matches('/');
        if !path.is_empty() && folder_name::is_path(path) {
            alias.value = path.to_owned();
            return true;
        }
        let diagnostic = Diagnostic::new(
            Code::BadFolderName,
            format!(
                "the alias \"{}\" cannot be an address of this site",
                alias.value
            ),
        );
        let hint = if path.is_empty() {
            "write the old path of the page, such as `housing-help`".to_owned()
        } else if path.contains(':') {
            "write only the path, without the site and the language: `housing-help`".to_owned()
        } else {
            folder_name::hint(path)
        };
        fields.report(diagnostic.hint(hint), &alias.span);
        false
    });
    aliases
}

fn publication(fields: &Fields) -> Publication {
    let (from, expires) = period(fields, "publish_from", "expires");
    Publication {
        draft: fields.boolean("draft").unwrap_or(false),
        from,
        expires,
    }
}

/// The first day of a time and the first day after it, either of which may be left out; a time without a day in it is reported.
pub(crate) fn period(fields: &Fields, from: &str, until: &str) -> (Option<Date>, Option<Date>) {
    let (first, after) = (fields.date(from), fields.date(until));
    if let (Some(first), Some(after)) = (&first, &after)
        && after.value <= first.value
    {
        let diagnostic = Diagnostic::new(
            Code::ContradictoryDates,
            format!(
                "`{until}` is {}, and `{from}` is {}: there is no day between them",
                after.value, first.value
            ),
        )
        .hint(format!(
            "`{from}` is the first day, `{until}` the first day after the last one; correct one of them"
        ));
        fields.report(diagnostic, &after.span);
    }
    (first.map(|d| d.value), after.map(|d| d.value))
}

/// The `[[source]]` tables of a page or service.
pub(crate) fn sources(fields: &Fields, today: Date) -> Vec<SourceRecord> {
    fields.tables("source", |f| {
        let (name, url) = (f.required("name"), web_address(f, "url", true));
        let checked = past_date(f, "checked", today);
        let primary = f.boolean("primary").unwrap_or(false);
        Some(SourceRecord {
            name: name?.value,
            url: url?,
            checked: checked?,
            primary,
        })
    })
}

/// A day that must be there and cannot lie in the future.
pub(crate) fn past_date(fields: &Fields, name: &str, today: Date) -> Option<Date> {
    if !fields.has(name) {
        fields.missing(name);
        return None;
    }
    let date = fields.date(name)?;
    if date.value > today {
        let diagnostic = Diagnostic::new(
            Code::BadDate,
            format!("`{name}` is {}, which is in the future", date.value),
        );
        fields.report(diagnostic, &date.span);
        return None;
    }
    Some(date.value)
}

/// A web address, `http:` or `https:`.
pub(crate) fn web_address(fields: &Fields, name: &str, required: bool) -> Option<String> {
    let url = if required {
        fields.required(name)?
    } else {
        fields.string(name)?
    };
    is_web_address(fields, &format!("`{name}`"), &url.value, &url.span).then_some(url.value)
}

/// Whether `url`, which messages call `what`, is a web address; reports why not.
pub(crate) fn is_web_address(
    fields: &Fields,
    what: &str,
    url: &str,
    span: &std::ops::Range<usize>,
) -> bool {
    let Err(fault) = web_address::check(url) else {
        return true;
    };
    let code = match fault {
        Fault::NotWhole => Code::BadLinkScheme,
        _ => Code::BadValue,
    };
    let message = format!("{what} {}: \"{url}\"", fault.what());
    fields.report(Diagnostic::new(code, message).hint(fault.hint()), span);
    false
}

/// The values without their places.
pub(crate) fn values(texts: Vec<Spanned<String>>) -> Vec<String> {
    texts.into_iter().map(|t| t.value).collect()
}
