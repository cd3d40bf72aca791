//! What a template sees: the contract between the generator and a theme.
//!
//! A page's file is a function of one [`PageContext`] and of the theme's templates and strings, and of nothing else. So everything here is
//! ready to print: links are relative to the page, dates and numbers are words of the page's language, texts are finished HTML where the
//! field's name says so. `mifriendly inspect PAGE` prints it; `mifriendly inspect --schema` prints its JSON Schema.

mod service;

pub use service::{Location, Phone, Regulation, Schedule, Service};

use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// The version of this contract. It grows by one when a field changes its meaning or goes away.
pub const CONTEXT_VERSION: u32 = 1;

/// All that is needed to draw one page in one language.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PageContext {
    /// [`CONTEXT_VERSION`].
    pub version: u32,
    /// The page's path, the same in every language: `rights/housing`; empty for the home page.
    pub path: String,
    /// Which template draws it: `guide` is drawn by `guide.html`.
    pub layout: String,
    /// The language of the interface and of the address.
    pub language: Language,
    /// The language of the text; another than `language` where the page is not translated yet.
    pub text_language: Language,
    /// From this page to the root of the site: `../../../`.
    pub root: String,
    /// Every file of the theme and of the widget by its plain name, as a link: `style.css` -> `../../assets/style-0c1d2e3f.css`.
    pub assets: BTreeMap<String, String>,
    /// The Content-Security-Policy this page can live with.
    pub content_security_policy: String,
    /// The city.
    pub site: Site,
    /// The page's own title, as its heading says it.
    pub title: String,
    /// The title for tabs, history and link previews; neutral where the page is sensitive.
    pub document_title: String,
    /// One sentence on what the page is; neutral where the page is sensitive.
    pub description: String,
    /// Whether the page must not give itself away in a history or preview.
    pub sensitive: bool,
    /// The full address, where the site's address is known.
    pub canonical: Option<String>,
    /// The full address of the picture for link previews, where the site's address is known.
    pub social_card: Option<String>,
    /// The same page in every language, full addresses, where the site's address is known.
    pub alternates: Vec<Alternate>,
    /// The same page in every language, for the chooser.
    pub languages: Vec<LanguageLink>,
    /// Menus by name: `main`, `themes`, `foot`.
    pub menus: BTreeMap<String, Vec<Link>>,
    /// From the home page down to the parent of this page.
    pub breadcrumbs: Vec<Link>,
    /// The neighbours among the page's siblings.
    pub previous: Option<Link>,
    /// See `previous`.
    pub next: Option<Link>,
    /// Urgent notices in force or to come.
    pub notices: Vec<Notice>,
    /// Urgent help for the foot of the page; on the urgent page itself, nothing.
    pub urgent: Option<Passage>,
    /// Urgent help in every language, at the front door.
    pub urgent_links: Vec<LanguageLink>,
    /// Where "leave this page quickly" leads.
    pub quick_exit: String,
    /// What was wrong with a guide that was withdrawn; then there are no sections.
    pub withdrawn: Option<String>,
    /// The language in which that is said.
    pub withdrawn_language: Option<Language>,
    /// The text, in order; the first one is the introduction and has no heading.
    pub sections: Vec<Section>,
    /// The page's children, for lists.
    pub children: Vec<Card>,
    /// Who translated and who checked it; nothing on a page in its source language.
    pub translation: Option<Translation>,
    /// Whether `text_language` differs from `language`.
    pub untranslated: bool,
    /// The page in the language it was first written in, where this is another.
    pub original: Option<LanguageLink>,
    /// When advisers reviewed the page, newest first; empty: not yet reviewed.
    pub reviews: Vec<Review>,
    /// When it must be read again.
    pub next_review: Option<Date>,
    /// Where its facts come from.
    pub sources: Vec<Source>,
    /// Licence lines of open data used, on the page of sources.
    pub attributions: Vec<String>,
    /// The "get help" box of a guide.
    pub help: Option<Help>,
    /// The record, on a service's page.
    pub service: Option<Service>,
    /// Every service, on the finder's page.
    pub directory: Option<Directory>,
    /// How a page starts the finder, where it has one.
    pub finder: Option<Finder>,
}

/// A language, ready for `lang` and `dir`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Language {
    /// BCP 47 tag.
    pub tag: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// Its name in itself.
    pub name: String,
}

/// The city, as every page names it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Site {
    /// Its name.
    pub name: String,
    /// Link to the home page in this language.
    pub home: String,
    /// Link to the finder's page in this language.
    pub services: Option<String>,
    /// Link to the page of urgent help in this language.
    pub urgent: Option<String>,
    /// Who runs this copy.
    pub operator: String,
    /// Their website.
    pub operator_url: Option<String>,
    /// Where to report a mistake.
    pub corrections: Option<String>,
    /// The country's code (ISO 3166-1).
    pub country: String,
}

/// A link with words.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Link {
    /// The words.
    pub title: String,
    /// Where it leads, relative to the page.
    pub url: String,
    /// Whether it is the page itself or one above it.
    pub current: bool,
}

/// The page in another language, full address.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Alternate {
    /// BCP 47 tag, or `x-default`.
    pub tag: String,
    /// Full address.
    pub url: String,
}

/// A page in another language.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LanguageLink {
    /// The words: the language's own name, or the title of the page there.
    pub title: String,
    /// The language.
    pub language: Language,
    /// Relative link.
    pub url: String,
    /// Whether this is the page's own language.
    pub current: bool,
    /// Whether the page's text is in that language.
    pub translated: bool,
}

/// A child of a list.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Card {
    /// Last part of the path: a name for icons and classes.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Its description.
    pub description: String,
    /// Relative link.
    pub url: String,
    /// The language its title and description are in, if not the page's.
    pub language: Option<Language>,
    /// Its own children, one level deep.
    pub children: Vec<Link>,
}

/// A passage from elsewhere, in the language it exists in.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Passage {
    /// The language of the passage.
    pub language: Language,
    /// Finished HTML.
    pub html: String,
}

/// A day, for people and for machines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Date {
    /// `2026-11-21`.
    pub iso: String,
    /// In the page's language: `21 November 2026`.
    pub text: String,
}

/// An urgent notice.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Notice {
    /// `urgent` or `information`.
    pub level: String,
    /// Its heading.
    pub title: String,
    /// Its text.
    pub passage: Passage,
    /// First day shown.
    pub from: Date,
    /// First day no longer shown.
    pub until: Date,
    /// Whether it is in force on the day of the build; scripts look again later.
    pub shown: bool,
}

/// One section of the text.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Section {
    /// Its id, equal in every language; `intro` for the introduction.
    pub id: String,
    /// 2 for a section, 3 for one inside it …
    pub level: u8,
    /// The heading as HTML; empty for the introduction.
    pub heading_html: String,
    /// The heading as text.
    pub heading: String,
    /// The text as HTML.
    pub html: String,
    /// The language it is in, where that is not the page's `text_language` (a section not translated yet).
    pub language: Option<Language>,
    /// Whom it applies to, in words; empty: not said.
    pub applies_to: Vec<String>,
    /// `source` | `current` | `stale` | `unsafe` (contradicts its source on a critical fact) | `unrecorded` | `missing` (shown in the source language).
    pub translation: String,
    /// `valid` | `future` | `past`, on the day of the build.
    pub validity: String,
    /// From when the law in it holds.
    pub valid_from: Option<Date>,
    /// From when it no longer holds.
    pub valid_until: Option<Date>,
}

/// Who made a translation.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Translation {
    /// Whether a machine made it.
    pub by_machine: bool,
    /// Who made it, if a person who wants to be named.
    pub translator: Option<String>,
    /// When.
    pub date: Option<Date>,
    /// The person or organisation who checked it; nothing: not checked by a person.
    pub checked_by: Option<String>,
    /// When it was checked.
    pub checked_on: Option<Date>,
    /// Link to the page in its source language.
    pub source_url: String,
    /// The source language.
    pub source_language: Language,
    /// Titles of sections with old or missing text, so that the top of the page can say so.
    pub outdated: Vec<Link>,
}

/// A review by an adviser.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Review {
    /// Who.
    pub by: String,
    /// When.
    pub date: Date,
}

/// A source of facts.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Source {
    /// Its name.
    pub name: String,
    /// Its address.
    pub url: String,
    /// When somebody last looked.
    pub checked: Date,
    /// Whether it is the body that decides or measures the thing itself.
    pub primary: bool,
}

/// A kind of help.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Kind {
    /// Its id.
    pub id: String,
    /// Its name in the page's language.
    pub name: String,
    /// Whether it must never be in an address.
    pub sensitive: bool,
}

/// The "get help" box of a guide.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Help {
    /// The kinds of help that the guide is about.
    pub kinds: Vec<Kind>,
    /// A few services of these kinds: helplines first.
    pub services: Vec<Service>,
    /// Link to the finder, set to the first kind where that is not sensitive.
    pub url: String,
}

/// How a page starts the finder.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Finder {
    /// Kinds it opens with, ids with spaces between.
    pub kinds: String,
    /// `now` on the finder's own page, `tap` in guides.
    pub open: String,
    /// Relative link to the directory of this language.
    pub directory: String,
    /// Relative link to the gazetteer.
    pub gazetteer: String,
    /// Relative link to the widget's JavaScript.
    pub glue: String,
    /// Relative link to the widget's WebAssembly.
    pub wasm: String,
}

/// Every service, by area and kind.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Directory {
    /// How many services there are.
    pub count: usize,
    /// The country's helplines first, then the region, then each area in the city's order; none is empty.
    pub areas: Vec<DirectoryArea>,
    /// Links to the services as open data, named by their formats; none where the city names no licence.
    pub data: Vec<Link>,
}

/// One area of the directory.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DirectoryArea {
    /// `country`, `all`, or an area's id.
    pub id: String,
    /// Its name in the page's language.
    pub name: String,
    /// Its services by main kind, in the city's order of kinds; none is empty.
    pub kinds: Vec<DirectoryKind>,
}

/// One kind of help in one area.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DirectoryKind {
    /// The kind.
    pub kind: Kind,
    /// The services, by name. A service of several areas is in each.
    pub services: Vec<Service>,
}
