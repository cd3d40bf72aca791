//! Sources to site: every record and text read, every page put in its place. What is wrong between pages is for [`crate::check`].

mod collisions;
mod conflict;
mod files;
mod texts;

use crate::derived::Derived;
use crate::gazetteer;
use crate::invisible;
use crate::model::{NOTICES, Notice, Page, SERVICES, Site};
use crate::names;
use crate::parallel::{self, ForEach};
use crate::picture;
use crate::sources::{Source, Sources};
use crate::strings::Strings;
use content::city::City;
use content::facts::Facts;
use content::language::Language;
use content::page::{Layout, PageRecord};
use content::service::{ServiceRecord, Setting, Status};
use content::{Date, city, country, facts, folder_name, notice, page, service};
use diagnostics::{Code, Diagnostic, Diagnostics, Location};
use std::collections::{BTreeMap, BTreeSet};

/// Reads everything; `None` where there is no city to speak of. `today` is the day of the build; folders are read by `for_each`.
pub fn load(sources: &Sources, today: Date, for_each: &ForEach) -> (Option<Site>, Diagnostics) {
    let conflicts = conflict::conflicts(sources);
    if !conflicts.is_empty() {
        return (None, Diagnostics::from_iter(conflicts));
    }
    let mut diagnostics = invisible::check(sources);
    let Some(city) = read_city(sources, &mut diagnostics) else {
        return (None, diagnostics);
    };
    let (strings, problems) = Strings::read(sources, &city);
    diagnostics.append(problems);
    let (facts, fact_names) = read_facts(sources, &city, today, &mut diagnostics);
    let (gazetteer, problems) = gazetteer::read(sources, &city);
    diagnostics.append(problems);
    diagnostics.append(collisions::check(sources));
    let mut loader = Loader::new(&city, today);
    loader.diagnostics = diagnostics;
    let folders: Vec<(&str, Folder)> = folders(sources).into_iter().collect();
    for part in parallel::map(&folders, for_each, |(path, folder)| {
        let mut part = Loader::new(&city, today);
        part.folder(path, folder);
        part
    }) {
        loader.append(part);
    }
    loader.link_children();
    let Loader {
        diagnostics,
        pages,
        unpublished,
        notices,
        ..
    } = loader;
    let mut site = Site {
        city,
        today,
        pages,
        unpublished,
        facts,
        fact_names,
        strings,
        notices,
        gazetteer,
        derived: Derived::default(),
    };
    site.derived = Derived::of(&site);
    (Some(site), diagnostics)
}

/// The facts that can be used, and the names of all in the file; no names where it cannot be read, and each would be unknown.
fn read_facts(
    sources: &Sources,
    city: &City,
    today: Date,
    diagnostics: &mut Diagnostics,
) -> (Facts, Option<BTreeSet<String>>) {
    let Some(source) = sources.content().get("facts.toml") else {
        return (Facts::new(), Some(BTreeSet::new()));
    };
    match source.text() {
        Ok(text) => {
            let (facts, problems) = facts::read(&source.path, text, &city.country, today);
            let broken = problems.iter().any(|p| p.code.is_cause());
            diagnostics.append(problems);
            (facts, (!broken).then(|| facts::names(text)))
        }
        Err(problem) => {
            diagnostics.push(problem);
            (Facts::new(), None)
        }
    }
}

fn read_city(sources: &Sources, diagnostics: &mut Diagnostics) -> Option<City> {
    let Some(source) = sources.content().get("city.toml") else {
        diagnostics.push(
            Diagnostic::new(Code::NotACity, "there is no `content/city.toml` here")
                .hint("run this in a city's folder, or name it with `--root`"),
        );
        return None;
    };
    match source.text() {
        Ok(text) => {
            let (city, problems) = city::read(&source.path, text);
            diagnostics.append(problems);
            city
        }
        Err(problem) => {
            diagnostics.push(problem);
            None
        }
    }
}

/// The files of one folder by name.
type Folder<'s> = BTreeMap<&'s str, &'s Source>;

/// The folders that hold pages and notices, by path.
fn folders(sources: &Sources) -> BTreeMap<&str, Folder<'_>> {
    let mut folders: BTreeMap<&str, Folder> = BTreeMap::new();
    for (name, source) in sources.content() {
        let (path, file) = name.rsplit_once('/').unwrap_or(("", name));
        let places = path == "places" || path.starts_with("places/");
        let city_file = path.is_empty() && matches!(file, "city.toml" | "facts.toml");
        if !places && !city_file {
            folders.entry(path).or_default().insert(file, source);
        }
    }
    folders
}

struct Loader<'c> {
    city: &'c City,
    today: Date,
    postcode: Option<finder::postcode::Format>,
    diagnostics: Diagnostics,
    pages: BTreeMap<String, Page>,
    unpublished: BTreeSet<String>,
    notices: Vec<Notice>,
}

impl<'c> Loader<'c> {
    fn new(city: &'c City, today: Date) -> Self {
        Self {
            city,
            today,
            postcode: city.postcode_format(),
            diagnostics: Diagnostics::new(),
            pages: BTreeMap::new(),
            unpublished: BTreeSet::new(),
            notices: Vec::new(),
        }
    }

    /// Takes in what was read of other folders.
    fn append(&mut self, other: Self) {
        self.diagnostics.append(other.diagnostics);
        self.pages.extend(other.pages);
        self.unpublished.extend(other.unpublished);
        self.notices.extend(other.notices);
    }

    fn folder(&mut self, path: &str, folder: &Folder) {
        if !folder_name::is_path(path)
            && let Some(source) = folder.values().next()
        {
            self.diagnostics.push(
                Diagnostic::new(
                    Code::BadFolderName,
                    format!("the folder name `{path}` cannot be part of an address"),
                )
                .hint(folder_name::hint(path))
                .at(Location::file(source.path.as_str())),
            );
            return;
        }
        if folder.contains_key("notice.toml") {
            self.notice(folder);
        } else if let Some(record) = missing_record(path, folder) {
            self.no_record(path, folder, record);
        } else {
            self.page(path, folder);
        }
    }

    fn page(&mut self, path: &str, folder: &Folder) {
        let record = match folder.get("page.toml") {
            Some(source) => {
                let (city, today) = (self.city, self.today);
                self.read(source, |file, text| {
                    page::read(file, text, &city.statuses, today)
                })
            }
            None => Some(PageRecord::default()),
        };
        let is_service = folder.contains_key("service.toml");
        let service = folder.get("service.toml").map(|s| self.service(s));
        let record = record.unwrap_or_default();
        let source_language = self.source_language(&record);
        let mut texts = self.texts(folder, &record, source_language, !is_service);
        let known_service = service.as_ref().and_then(Option::as_ref);
        let sensitive = record.sensitive || known_service.is_some_and(|s| self.is_sensitive(s));
        // The name of a picture is in the logs of hosts and networks.
        let named_after = (!sensitive).then_some(path);
        let mut pictures = BTreeMap::new();
        let mut unusable = BTreeSet::new();
        for (name, source) in folder {
            match *name {
                "page.toml" | "service.toml" => {}
                name if name.ends_with(".md") => {}
                name if picture::is_picture(name) => {
                    match picture::inspect(named_after, name, source) {
                        Ok(picture) => {
                            pictures.insert(names::composed(name), picture);
                        }
                        Err(problems) => {
                            unusable.insert(names::composed(name));
                            self.diagnostics.append(problems.into_iter().collect());
                        }
                    }
                }
                name => {
                    unusable.insert(names::composed(name));
                    self.stray(name, source);
                }
            }
        }
        let inactive = matches!(&service, Some(Some(s)) if s.status == Status::Inactive);
        let broken_service = matches!(service, Some(None));
        if !texts.contains_key(source_language.tag) {
            self.no_source(path, folder, source_language);
        }
        if !texts.contains_key(source_language.tag)
            || broken_service
            || inactive
            || !record.publication.shown(self.today)
        {
            self.unpublished.insert(path.to_owned());
            return;
        }
        let hidden_ids = self.drop_unpublished_sections(&record, &mut texts);
        texts::align(&mut texts, source_language);
        let service = service.flatten();
        let page = Page {
            path: path.to_owned(),
            address: address(path, service.is_some() && sensitive),
            layout: layout(path, &record, service.is_some()),
            record,
            service,
            sensitive,
            source_language,
            texts,
            hidden_ids,
            pictures,
            unusable,
            children: Vec::new(),
        };
        self.pages.insert(page.path.clone(), page);
    }

    fn service(&mut self, source: &Source) -> Option<ServiceRecord> {
        // `City` is only made with a country that the program knows.
        let country = country::find(&self.city.country)?;
        let postcode = self.postcode.clone();
        let regulated: Vec<&str> = self
            .city
            .kinds
            .iter()
            .filter(|k| k.regulated)
            .map(|k| k.id.as_str())
            .collect();
        let setting = Setting {
            regulated_kinds: &regulated,
            country,
            postcode: postcode.as_ref(),
            today: self.today,
        };
        self.read(source, |file, text| service::read(file, text, setting))
    }

    fn is_sensitive(&self, service: &ServiceRecord) -> bool {
        let sensitive = |id: &str| self.city.kind(id).is_some_and(|k| k.sensitive);
        service.confidential || service.kinds.iter().any(|k| sensitive(&k.value))
    }

    fn notice(&mut self, folder: &Folder) {
        let Some(record) = folder
            .get("notice.toml")
            .and_then(|source| self.read(source, notice::read))
        else {
            return;
        };
        let source_language = self.city.source_language;
        let mut texts = self.texts(folder, &PageRecord::default(), source_language, true);
        for (name, source) in folder {
            if *name != "notice.toml" && !name.ends_with(".md") {
                self.stray(name, source);
            }
        }
        if !texts.contains_key(source_language.tag) {
            self.no_source("", folder, source_language);
            return;
        }
        texts::align(&mut texts, source_language);
        if self.today < record.until {
            self.notices.push(Notice {
                record,
                texts,
                source_language,
            });
        }
    }

    fn source_language(&mut self, record: &PageRecord) -> &'static Language {
        record
            .source_language
            .as_ref()
            .and_then(|tag| self.city.language(&tag.value))
            .unwrap_or(self.city.source_language)
    }

    fn read<T>(
        &mut self,
        source: &Source,
        read: impl FnOnce(&str, &str) -> (Option<T>, Diagnostics),
    ) -> Option<T> {
        match source.text() {
            Ok(text) => {
                let (record, problems) = read(&source.path, text);
                self.diagnostics.append(problems);
                record
            }
            Err(problem) => {
                self.diagnostics.push(problem);
                None
            }
        }
    }

    /// Hands every page to its parent, in the order of the menu.
    fn link_children(&mut self) {
        let mut children: BTreeMap<String, Vec<(i64, String)>> = BTreeMap::new();
        for page in self.pages.values() {
            if let Some(parent) = parent(&page.path) {
                let entry = (page.record.order, page.path.clone());
                children.entry(parent.to_owned()).or_default().push(entry);
            }
        }
        for (parent, mut list) in children {
            list.sort();
            if let Some(page) = self.pages.get_mut(&parent) {
                page.children = list.into_iter().map(|(_, path)| path).collect();
                if page.record.layout.is_none() && page.layout == Layout::Page {
                    page.layout = Layout::List;
                }
            }
        }
    }
}

/// The path one step up; the home page has none.
pub fn parent(path: &str) -> Option<&str> {
    if path.is_empty() {
        return None;
    }
    Some(path.rsplit_once('/').map_or("", |(parent, _)| parent))
}

/// The record that the folder at `path` should hold and does not: notices and services are told by where they are.
fn missing_record(path: &str, folder: &Folder) -> Option<&'static str> {
    let (parent, _) = path.rsplit_once('/')?;
    let record = match parent {
        NOTICES => "notice.toml",
        SERVICES => "service.toml",
        // A page among services has settings of its own; everything else there was meant as a service.
        _ if parent.starts_with(SERVICES)
            && parent[SERVICES.len()..].starts_with('/')
            && !folder.contains_key("page.toml") =>
        {
            "service.toml"
        }
        _ => return None,
    };
    (!folder.contains_key(record)).then_some(record)
}

fn layout(path: &str, record: &PageRecord, service: bool) -> Layout {
    match record.layout {
        _ if service => Layout::Service,
        Some(layout) => layout,
        None if path.is_empty() => Layout::Home,
        None => Layout::Page,
    }
}

/// A hidden address is made from the path alone, so that it stays when the record changes.
fn address(path: &str, hidden: bool) -> String {
    if hidden {
        format!(
            "{SERVICES}/s-{}",
            &blake3::hash(path.as_bytes()).to_hex()[..6]
        )
    } else {
        path.to_owned()
    }
}
