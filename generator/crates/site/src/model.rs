//! The city, read and resolved: pages times languages.

use crate::derived::Derived;
use crate::names;
use crate::strings::Strings;
use content::city::City;
use content::facts::Facts;
use content::front_matter::FrontMatter;
use content::language::Language;
use content::notice::NoticeRecord;
use content::page::{Layout, PageRecord};
use content::service::ServiceRecord;
use content::{Date, Direction};
use document::Document;
use finder::service::PhoneKind;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use translation::{Alignment, Reading};

/// The path of the glossary, whose sections are the terms.
pub const GLOSSARY: &str = "glossary";
/// The path of the page whose introduction is the urgent help on every page's foot.
pub const URGENT: &str = "urgent";
/// The path of the finder's page; its children are the services.
pub const SERVICES: &str = "services";
/// The folder whose folders are notices.
pub const NOTICES: &str = "notices";

/// Everything a city publishes, resolved for one day.
pub struct Site {
    /// What `city.toml` says.
    pub city: City,
    /// The day of the build, which decides what is shown, expired and overdue.
    pub today: Date,
    /// The pages that are shown, by path.
    pub pages: BTreeMap<String, Page>,
    /// Paths of pages that exist and are not shown today; a link to one is drawn as plain words.
    pub unpublished: BTreeSet<String>,
    /// Facts by name.
    pub facts: Facts,
    /// The names of all facts, also of those that could not be read; `None` where their file could not be.
    pub fact_names: Option<BTreeSet<String>>,
    /// The words of the interface.
    pub strings: Strings,
    /// Notices in force or to come.
    pub notices: Vec<Notice>,
    /// The gazetteer, read and as it is in its file.
    pub gazetteer: Option<Gazetteer>,
    /// Values that many pages use.
    pub derived: Derived,
}

/// The gazetteer of the city's region.
pub struct Gazetteer {
    /// To look things up in.
    pub index: finder::gazetteer::Gazetteer,
    /// The file.
    pub bytes: Arc<[u8]>,
}

/// A page in all its languages.
pub struct Page {
    /// Folder under `content/`: `rights/housing`; empty for the home page. Part of a page's key.
    pub path: String,
    /// The path in addresses: as `path`, but neutral for a service of a sensitive kind.
    pub address: String,
    /// Which template draws it.
    pub layout: Layout,
    /// What `page.toml` says.
    pub record: PageRecord,
    /// What `service.toml` says.
    pub service: Option<ServiceRecord>,
    /// Whether it must not give itself away in a history or preview.
    pub sensitive: bool,
    /// The language it was first written in.
    pub source_language: &'static Language,
    /// Its texts by language tag; the source language's is among them.
    pub texts: BTreeMap<&'static str, Text>,
    /// Ids of sections that are not shown today, and of the statements in them; a link to one leads to the top of the page.
    pub hidden_ids: BTreeSet<String>,
    /// Its pictures by file name, composed as [`names::composed`] does.
    pub pictures: BTreeMap<String, Picture>,
    /// Names of files in its folder that cannot be shown, which was reported; composed likewise.
    pub unusable: BTreeSet<String>,
    /// Paths of its children, in order.
    pub children: Vec<String>,
}

/// A page's text in one language.
pub struct Text {
    /// The file, as messages name it.
    pub file: String,
    /// The language.
    pub language: &'static Language,
    /// Title, description, translation.
    pub front: FrontMatter,
    /// The text.
    pub document: Document,
    /// Whether it was read without an error. What comes of one elsewhere, such as a section that is not there, is not reported beside it.
    pub sound: bool,
    /// What was read of each of its sections, in their order.
    pub readings: Vec<Reading>,
    /// How it is beside the source; `None` for the source itself.
    pub alignment: Option<Alignment>,
}

/// A picture.
#[derive(Clone)]
pub struct Picture {
    /// Its file, as messages name it.
    pub file: String,
    /// Where its largest version is published, from the root of the site.
    pub output: String,
    /// Every version that is published, the largest last; of a drawing only one, as it is.
    pub versions: Vec<PictureVersion>,
    /// Width of the largest version in pixels.
    pub width: u32,
    /// Height of the largest version in pixels.
    pub height: u32,
    /// The file's bytes, which are published of a drawing only.
    pub bytes: Arc<[u8]>,
    /// What a photograph is written as; `None` for a drawing.
    pub format: Option<PictureFormat>,
}

/// One size of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureVersion {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Where it is published, from the root of the site.
    pub output: String,
}

/// What photographs are published as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureFormat {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// WebP without loss.
    WebP,
}

/// An urgent notice in all its languages.
pub struct Notice {
    /// When and where it is shown.
    pub record: NoticeRecord,
    /// Its texts by language tag.
    pub texts: BTreeMap<&'static str, Text>,
    /// The language it was first written in.
    pub source_language: &'static Language,
}

impl Page {
    /// The text to show in `language`: that language's, or the source's.
    ///
    /// # Panics
    /// Never: a page without its source text is not made.
    pub fn text(&self, language: &str) -> &Text {
        self.texts.get(language).unwrap_or_else(|| self.source())
    }

    /// The text in the source language.
    pub fn source(&self) -> &Text {
        &self.texts[self.source_language.tag]
    }

    /// The picture that a text calls `name`. An accented letter may be one character in the text and two in the name of the file.
    pub fn picture(&self, name: &str) -> Option<&Picture> {
        self.pictures.get(&names::composed(name))
    }

    /// What was wrong with the page where it is withdrawn in `language`, and in which language that is said.
    ///
    /// What is wrong with the source is wrong with its translations: one that was not withdrawn itself says what the source says.
    pub fn withdrawn(&self, language: &str) -> Option<(&str, &'static Language)> {
        [self.text(language), self.source()]
            .into_iter()
            .find_map(|text| Some((text.front.withdrawn.as_deref()?, text.language)))
    }

    /// Whether the section or statement `id` can be seen in `language`, so that a link can lead to it.
    pub fn shows(&self, language: &str, id: &str) -> bool {
        self.withdrawn(language).is_none() && !self.hidden_ids.contains(id)
    }

    /// The last part of its path.
    pub fn slug(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// Its title in `language`; a service's name is the same in all.
    pub fn title(&self, language: &str) -> &str {
        if let Some(service) = &self.service {
            return &service.name;
        }
        self.text(language)
            .front
            .title
            .as_ref()
            .map_or("", |t| t.value.as_str())
    }

    /// Its title in `language` for readers: with the numbers in it in order.
    pub fn shown_title(&self, language: &Language) -> String {
        // A service's name is in no language of ours, and is read in a sentence of the page's.
        let around = match self.service {
            Some(_) => language,
            None => self.text(language.tag).language,
        };
        document::bidi::text(self.title(language.tag), around.direction)
    }

    /// Its description in `language` for readers: with the numbers in it in order.
    pub fn shown_description(&self, language: &Language) -> String {
        let around = self.text(language.tag).language;
        document::bidi::text(self.description(language.tag), around.direction)
    }

    /// Its description in `language`.
    pub fn description(&self, language: &str) -> &str {
        self.text(language)
            .front
            .description
            .as_ref()
            .map_or("", |d| d.value.as_str())
    }
}

impl Text {
    /// Whether a person has checked it: a source is its author's, a translation needs a checker or a person as its maker.
    pub fn checked(&self) -> bool {
        self.front
            .translation
            .as_ref()
            .is_none_or(|t| t.checked_by.is_some())
    }
}

impl Site {
    /// The page of `path`.
    pub fn page(&self, path: &str) -> Option<&Page> {
        self.pages.get(path)
    }

    /// The pages that are services, by path.
    pub fn services(&self) -> impl Iterator<Item = (&Page, &ServiceRecord)> {
        self.pages
            .values()
            .filter_map(|p| p.service.as_ref().map(|s| (p, s)))
    }

    /// The folder name of a service's page, which is its id.
    pub fn service_path(id: &str) -> String {
        format!("{SERVICES}/{id}")
    }

    /// A telephone number in a text as a link dials it; `None` where nobody can dial it, which is reported.
    pub fn dialled(&self, number: &str) -> Option<String> {
        let country = content::country::find(&self.city.country)?;
        content::telephone::dialled(country, number, PhoneKind::Voice).ok()
    }

    /// The direction of a language of the site.
    pub fn direction(&self, tag: &str) -> Direction {
        self.city
            .language(tag)
            .map_or(Direction::LeftToRight, |l| l.direction)
    }
}
