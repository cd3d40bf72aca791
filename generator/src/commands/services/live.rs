//! A live feed of Open Referral UK: `/services` page by page, `/services/ID` for what a list says too little of.

use crate::fetch::Client;
use exchange::draft::Note;
use exchange::hsds;
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Services asked for at once.
const PER_PAGE: usize = 100;
/// No feed has more pages; one that never ends does.
const MOST_PAGES: u64 = 2_000;
/// Requests under way at once: enough to be done, few enough not to be a burden.
const AT_ONCE: usize = 4;

/// What a feed gave.
pub struct Feed {
    /// Its services, whole.
    pub services: Vec<Value>,
    /// Whether every page and every service could be read.
    pub complete: bool,
    /// What could not.
    pub notes: Vec<Note>,
    /// The licence it names.
    pub licence: Option<String>,
}

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

/// Reads the whole feed at `base`.
///
/// # Errors
/// Why not even its first page could be read.
pub fn read(client: &Client, base: &str) -> Result<Feed, String> {
    let mut feed = Feed {
        services: Vec::new(),
        complete: true,
        notes: Vec::new(),
        licence: None,
    };
    let mut pages_seen: BTreeSet<String> = BTreeSet::new();
    let mut total: Option<u64> = None;
    for number in 1..=MOST_PAGES {
        let address = format!("{base}/services?page={number}&per_page={PER_PAGE}");
        let answer = client.get(&address);
        let page = match answer.and_then(|a| hsds::page(&a).map_err(|e| format!("{address}: {e}")))
        {
            Ok(page) => page,
            Err(why) if number == 1 => return Err(why),
            Err(why) => {
                feed.lacks(why);
                // Where it is known how many there are, the others may be well.
                if total.is_some_and(|t| number < t) {
                    continue;
                }
                break;
            }
        };
        feed.licence = feed.licence.take().or(page.licence);
        total = page.total_pages.or(total);
        if page.services.is_empty() {
            break;
        }
        let ids: Vec<String> = page.services.iter().map(|s| s["id"].to_string()).collect();
        if !pages_seen.insert(ids.join(" ")) {
            feed.note(format!("page {number} is one that came before; the feed goes in a circle, so it was taken for its end"));
            break;
        }
        feed.services.extend(page.services);
        if page.last || total.is_some_and(|t| number >= t) {
            break;
        }
        if number == MOST_PAGES {
            feed.lacks(format!("{base}: no end after {MOST_PAGES} pages"));
        }
    }
    whole(client, base, &mut feed);
    Ok(feed)
}

/// Puts whole records in the place of those that a list gave in short. One that cannot be had is left out: a short one would take away
/// what the last good one said.
fn whole(client: &Client, base: &str, feed: &mut Feed) {
    let short: Vec<(usize, String)> = feed
        .services
        .iter()
        .enumerate()
        .filter(|(_, service)| !hsds::is_whole(service))
        .filter_map(|(at, service)| Some((at, service["id"].as_str()?.to_owned())))
        .collect();
    let next = AtomicUsize::new(0);
    let answers = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE.min(short.len()) {
            scope.spawn(|| {
                while let Some((at, id)) = short.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let answer = service(client, base, id);
                    let mut answers = answers
                        .lock()
                        .unwrap_or_else(std::sync::PoisonError::into_inner);
                    answers.push((*at, answer));
                }
            });
        }
    });
    let mut answers = answers
        .into_inner()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    // In the feed's order, whichever came first.
    answers.sort_by_key(|(at, _)| *at);
    let mut gone = BTreeSet::new();
    for (at, answer) in answers {
        match answer {
            Ok(service) => feed.services[at] = service,
            Err(why) => {
                gone.insert(at);
                feed.lacks(why);
            }
        }
    }
    let mut at = 0;
    feed.services.retain(|_| {
        at += 1;
        !gone.contains(&(at - 1))
    });
}

fn service(client: &Client, base: &str, id: &str) -> Result<Value, String> {
    let address = format!("{base}/services/{}", site::address::encode(id));
    let page = hsds::page(&client.get(&address)?).map_err(|e| format!("{address}: {e}"))?;
    let service = page.services.into_iter().next();
    match service {
        Some(service) if service["id"].as_str() == Some(id) => Ok(service),
        Some(_) => Err(format!(
            "{address}: another service came than was asked for"
        )),
        None => Err(format!("{address}: no service came")),
    }
}

impl Feed {
    fn note(&mut self, text: String) {
        let about = String::new();
        self.notes.push(Note { about, text });
    }

    fn lacks(&mut self, why: String) {
        self.complete = false;
        self.note(why);
    }
}
