//! A live feed of Open Referral UK: `/services` page by page, `/services/ID` for what a list says too little of. A page becomes drafts
//! and is forgotten before the next is asked for, so that a large feed needs little memory.

use super::gather::Gathered;
use crate::fetch::{Budget, Client};
use exchange::draft::{Draft, Note};
use exchange::hsds;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Services asked for at once.
const PER_PAGE: usize = 100;
/// No feed has more pages; one that never ends does.
const MOST_PAGES: u64 = 2_000;
/// Requests under way at once: enough to be done, few enough not to be a burden.
const AT_ONCE: usize = 4;
/// The largest page, and the largest service alone, in bytes.
const LARGEST_PAGE: usize = 32_000_000;
const LARGEST_SERVICE: usize = 4_000_000;

/// Whether an address is that of a file and not of a feed.
pub fn is_file(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    [".json", ".jsonl", ".csv"]
        .iter()
        .any(|end| path.to_ascii_lowercase().ends_with(end))
}

/// The address that a feed's endpoints follow: without `/services`, a query and a last slash.
pub fn base(address: &str) -> String {
    if is_file(address) {
        return address.to_owned();
    }
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let path = path.trim_end_matches('/');
    path.strip_suffix("/services").unwrap_or(path).to_owned()
}

/// A feed that is being read.
pub struct Feed<'f> {
    pub client: &'f Client,
    pub budget: &'f Budget,
    /// Where its endpoints are.
    pub base: &'f str,
    /// Whether it is this city's own.
    pub trusted: bool,
}

/// A service of a list.
enum Entry {
    Whole(Box<Draft>),
    /// Only its identifier; the rest is to be asked for.
    Short(String),
}

impl Feed<'_> {
    /// Reads the whole feed into `gathered`.
    ///
    /// # Errors
    /// Why not even its first page could be read.
    pub fn read(&self, gathered: &mut Gathered) -> Result<(), String> {
        let base = self.base;
        let mut entries: Vec<Entry> = Vec::new();
        let mut pages_seen = BTreeSet::new();
        let mut total: Option<u64> = None;
        let mut items: Option<u64> = None;
        for number in 1..=MOST_PAGES {
            let address = format!("{base}/services?page={number}&per_page={PER_PAGE}");
            let answer = self.client.get(&address, LARGEST_PAGE, self.budget);
            let page =
                match answer.and_then(|a| hsds::page(&a).map_err(|e| format!("{address}: {e}"))) {
                    Ok(page) => page,
                    Err(why) if number == 1 => return Err(why),
                    Err(why) => {
                        gathered.lacks(why);
                        // Where it is known how many there are, the others may be well.
                        if total.is_some_and(|t| number < t) && self.budget.is_left() {
                            continue;
                        }
                        break;
                    }
                };
            gathered.licence = gathered.licence.take().or(page.licence);
            total = page.total_pages.or(total);
            items = page.total_items.or(items);
            if page.services.is_empty() {
                break;
            }
            let mut ids = blake3::Hasher::new();
            for service in &page.services {
                ids.update(service["id"].to_string().as_bytes());
                ids.update(b" ");
            }
            if !pages_seen.insert(*ids.finalize().as_bytes()) {
                let text = format!(
                    "page {number} is one that came before; the feed goes in a circle, so it was taken for its end"
                );
                gathered.note(Note {
                    about: String::new(),
                    text,
                });
                if let Some(items) = items.filter(|items| entries.len() as u64 != *items) {
                    gathered.lacks(format!(
                        "{base}: {} services came of {items}",
                        entries.len()
                    ));
                }
                break;
            }
            for service in &page.services {
                if !self.entry(service, &mut entries, gathered) {
                    self.whole(entries, gathered);
                    return Ok(());
                }
            }
            if page.last || total.is_some_and(|t| number >= t) {
                break;
            }
            if number == MOST_PAGES {
                gathered.lacks(format!("{base}: no end after {MOST_PAGES} pages"));
            }
        }
        self.whole(entries, gathered);
        Ok(())
    }

    /// Takes a service of a list; whether there is room for more.
    fn entry(&self, service: &Value, entries: &mut Vec<Entry>, gathered: &mut Gathered) -> bool {
        match service["id"].as_str().filter(|_| !hsds::is_whole(service)) {
            Some(id) if id.len() < 1_000 => {
                entries.push(Entry::Short(id.to_owned()));
                gathered.has_room(1_000)
            }
            Some(_) => {
                gathered.lacks(format!("{}: an identifier is too long", self.base));
                true
            }
            None => match hsds::read(service, self.trusted) {
                Ok(draft) => {
                    let room = gathered.has_room(draft.weight());
                    entries.push(Entry::Whole(Box::new(draft)));
                    room
                }
                Err(note) => {
                    gathered.refuse(note);
                    true
                }
            },
        }
    }

    /// Asks for the whole records of those that a list gave in short. One that cannot be had is left out: a short one would take away
    /// what the last good one said.
    fn whole(&self, entries: Vec<Entry>, gathered: &mut Gathered) {
        let ids: Vec<&str> = entries
            .iter()
            .filter_map(|entry| match entry {
                Entry::Short(id) => Some(id.as_str()),
                Entry::Whole(_) => None,
            })
            .collect();
        let next = AtomicUsize::new(0);
        let mut answers = BTreeMap::new();
        // Values take many times the memory of their text, so one answer is read at a time.
        let reading = Mutex::new((&mut answers, &mut *gathered));
        std::thread::scope(|scope| {
            for _ in 0..AT_ONCE.min(ids.len()) {
                scope.spawn(|| {
                    while let Some(id) = ids.get(next.fetch_add(1, Ordering::Relaxed)) {
                        let address =
                            format!("{}/services/{}", self.base, site::address::encode(id));
                        let answer = self.client.get(&address, LARGEST_SERVICE, self.budget);
                        let mut reading = reading
                            .lock()
                            .unwrap_or_else(std::sync::PoisonError::into_inner);
                        let (answers, gathered) = &mut *reading;
                        let service = answer.and_then(|answer| self.service(&address, id, &answer));
                        if let Ok(Ok(draft)) = &service
                            && !gathered.has_room(draft.weight())
                        {
                            // Nothing more is asked for.
                            next.store(ids.len(), Ordering::Relaxed);
                            break;
                        }
                        answers.insert((*id).to_owned(), service);
                    }
                });
            }
        });
        // In the feed's order, whichever came first.
        for entry in entries {
            match entry {
                Entry::Whole(draft) => gathered.drafts.push(*draft),
                Entry::Short(id) => match answers.remove(&id) {
                    Some(Ok(Ok(draft))) => gathered.drafts.push(draft),
                    Some(Ok(Err(note))) => gathered.refuse(note),
                    Some(Err(why)) => gathered.lacks(why),
                    None => {}
                },
            }
        }
    }

    /// The service that `answer` holds, if it is the one that was asked for.
    fn service(
        &self,
        address: &str,
        id: &str,
        answer: &[u8],
    ) -> Result<Result<Draft, Note>, String> {
        let page = hsds::page(answer).map_err(|e| format!("{address}: {e}"))?;
        match page.services.first() {
            Some(service) if service["id"].as_str() == Some(id) => {
                Ok(hsds::read(service, self.trusted))
            }
            Some(_) => Err(format!(
                "{address}: another service came than was asked for"
            )),
            None => Err(format!("{address}: no service came")),
        }
    }
}
