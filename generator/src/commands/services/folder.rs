//! The folders of services: which came from which feed, and what is written into them.

use crate::disk;
use content::secrecy::Searcher;
use content::service::{self, ServiceRecord, Setting};
use diagnostics::{Code, Severity};
use exchange::record;
use exchange::settle::{Existing, Settled};
use site::Sources;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Where services are, from the city's folder.
const SERVICES: &str = "content/services";

/// The city's folders of services.
pub struct Folders<'a> {
    setting: Setting<'a>,
    /// Services of this feed by their identifier there.
    known: BTreeMap<String, Known>,
    /// Names of all folders.
    names: BTreeSet<String>,
    /// Files to write, by their path from the city's folder.
    files: BTreeMap<PathBuf, String>,
    /// What happens to which folder.
    changes: Vec<(String, &'static str)>,
    /// New folders, and those of the same name that were there.
    namesakes: Vec<(String, String)>,
    /// What all confidential services of the city are known by.
    secrets: BTreeSet<String>,
    /// What services with a place are known by, by folder.
    placed: BTreeMap<String, BTreeSet<String>>,
    /// How often a folder's name was asked for.
    asked: BTreeMap<String, usize>,
}

struct Known {
    folder: String,
    text: String,
    existing: Existing,
}

impl<'a> Folders<'a> {
    /// The folders among `sources`, and which of them came from `feed`.
    pub fn read(sources: &Sources, setting: Setting<'a>, feed: &str) -> Self {
        let mut folders = Self {
            setting,
            known: BTreeMap::new(),
            names: BTreeSet::new(),
            files: BTreeMap::new(),
            changes: Vec::new(),
            namesakes: Vec::new(),
            secrets: BTreeSet::new(),
            placed: BTreeMap::new(),
            asked: BTreeMap::new(),
        };
        for (name, source) in sources.content() {
            let Some(folder) = name
                .strip_prefix("services/")
                .and_then(|n| n.split_once('/'))
            else {
                continue;
            };
            folders.names.insert(folder.0.to_owned());
            let Some(text) = (folder.1 == "service.toml")
                .then(|| source.text().ok())
                .flatten()
            else {
                continue;
            };
            let (record, _) = service::read(&source.path, text, setting);
            let Some(record) = record else { continue };
            // Also those that are closed or not published: their places are as secret.
            folders.secrets.extend(content::secrecy::marks(&record));
            if !record.confidential && !record.locations.is_empty() {
                folders.placed.insert(folder.0.to_owned(), placed(&record));
            }
            let Some(origin) = record.origin.as_ref().filter(|o| o.feed == feed) else {
                continue;
            };
            let table = text.parse::<toml::Table>().ok();
            let known = Known {
                folder: folder.0.to_owned(),
                text: text.to_owned(),
                existing: Existing {
                    // What is not a plain "false" is not one.
                    confidential: table.and_then(|t| {
                        let said = t.get("confidential")?;
                        Some(said.as_bool().unwrap_or(true))
                    }),
                    record: record.clone(),
                },
            };
            folders.known.insert(origin.id.clone(), known);
        }
        folders
    }

    /// What the confidential services of the city are known by.
    pub fn secrets(&self) -> BTreeSet<String> {
        self.secrets.clone()
    }

    /// The record that is there for the service `id` of the feed.
    pub fn existing(&self, id: &str) -> Option<&Existing> {
        self.known.get(id).map(|k| &k.existing)
    }

    /// Takes a record over; whether anything changes.
    ///
    /// # Errors
    /// What `check` would say of it.
    pub fn take(&mut self, id: &str, settled: &Settled, language: &str) -> Result<bool, String> {
        let text = record::toml(&settled.record, settled.confidential);
        let (_, problems) = service::read("service.toml", &text, self.setting);
        // Without a licence a record can be imported, not published.
        let mut errors = problems
            .iter()
            .filter(|p| p.severity == Severity::Error && p.code != Code::UnlicensedOrigin);
        if let Some(problem) = errors.next() {
            return Err(format!("{} ({})", problem.message, problem.code.as_str()));
        }
        let description = record::markdown(&settled.description);
        if settled.record.confidential {
            self.check_secrecy(id, settled, [&text, &description])?;
        }
        if let Some(known) = self.known.get(id) {
            if known.text == text {
                return Ok(false);
            }
            let folder = known.folder.clone();
            self.files
                .insert(Path::new(SERVICES).join(&folder).join("service.toml"), text);
            self.changes
                .push((format!("{SERVICES}/{folder}"), "changed"));
            return Ok(true);
        }
        let folder = self.free_name(&settled.record.name, id);
        let path = Path::new(SERVICES).join(&folder);
        self.files.insert(path.join("service.toml"), text);
        self.files
            .insert(path.join(format!("{language}.md")), description);
        self.changes.push((format!("{SERVICES}/{folder}"), "new"));
        Ok(true)
    }

    /// What `check` says of the place of a confidential service.
    fn check_secrecy(&self, id: &str, settled: &Settled, texts: [&str; 2]) -> Result<(), String> {
        let searcher = Searcher {
            format: self.setting.postcode,
            areas: &[],
        };
        let slug = exchange::slug(&settled.record.name);
        let tells = searcher
            .search_toml(texts[0])
            .iter()
            .any(|h| h.kind.certain())
            || searcher.finds(texts[1])
            || searcher.finds(&slug);
        if tells {
            return Err("something in it may say where it is".to_owned());
        }
        let own = self.known.get(id).map(|k| k.folder.as_str());
        let marks = content::secrecy::marks(&settled.record);
        let other = self.placed.iter().find(|(folder, of)| {
            Some(folder.as_str()) != own && marks.iter().any(|mark| of.contains(mark))
        });
        match other {
            Some((folder, _)) => Err(format!(
                "it may be a refuge, and {SERVICES}/{folder} has its name, a number or its email address, and a place. If that is where it is, make it `confidential = true` and take the place out"
            )),
            None => Ok(()),
        }
    }

    /// A folder's name that nobody has, made from the service's.
    fn free_name(&mut self, name: &str, id: &str) -> String {
        let mut slug = exchange::slug(name);
        if slug.is_empty() {
            // A name in another script: its identifier, which stays the same.
            slug = format!("service-{}", &blake3::hash(id.as_bytes()).to_hex()[..8]);
        }
        let mut free = slug.clone();
        // Thousands of one name would else be counted through for each.
        let n = self.asked.entry(slug.clone()).or_insert(1);
        while !self.names.insert(free.clone()) {
            *n += 1;
            free = format!("{slug}-{n}");
        }
        let of_feed = self.known.values().any(|k| k.folder == slug);
        let is_new = self
            .files
            .contains_key(&Path::new(SERVICES).join(&slug).join("service.toml"));
        if free != slug && !of_feed && !is_new {
            let folder = |name: &str| format!("{SERVICES}/{name}");
            self.namesakes.push((folder(&free), folder(&slug)));
        }
        free
    }

    /// Services of the feed that are not among `seen`: identifier and folder.
    pub fn vanished(&self, seen: &BTreeSet<String>) -> impl Iterator<Item = (&str, String)> {
        let gone = self.known.iter().filter(move |(id, _)| !seen.contains(*id));
        gone.map(|(id, known)| (id.as_str(), format!("{SERVICES}/{}", known.folder)))
    }

    /// New folders whose service has the name of one that was there and is not the feed's.
    pub fn namesakes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.namesakes
            .iter()
            .map(|(new, old)| (new.as_str(), old.as_str()))
    }

    /// Every folder that changes, and how.
    pub fn changes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.changes
            .iter()
            .map(|(folder, what)| (folder.as_str(), *what))
    }

    /// How many folders change in this way.
    pub fn count(&self, what: &str) -> usize {
        self.changes.iter().filter(|(_, w)| *w == what).count()
    }

    /// Writes everything under the city's folder; what the system does not allow. One file that cannot be written keeps none of the
    /// others out.
    pub fn write_all(&self, root: &Path) -> Vec<String> {
        let mut failures = Vec::new();
        for (path, text) in &self.files {
            let file = root.join(path);
            // A text is its editor's, even where a record was lost.
            let is_text = file.extension().is_some_and(|e| e == "md");
            if !(is_text && file.exists()) {
                failures.extend(write(&file, text).err());
            }
        }
        failures
    }
}

/// What a service with a place is known by.
fn placed(record: &ServiceRecord) -> BTreeSet<String> {
    let as_secret = ServiceRecord {
        confidential: true,
        ..record.clone()
    };
    content::secrecy::marks(&as_secret).into_iter().collect()
}

/// Beside the old file first, so that a full disk leaves that one whole.
pub fn write(file: &Path, text: &str) -> Result<(), String> {
    let fail = |e: std::io::Error| {
        format!(
            "`{}` cannot be written: {}",
            file.display(),
            crate::system::reason(&e)
        )
    };
    disk::replace(file, text.as_bytes()).map_err(fail)
}
