//! What the sources of an import hold, within what it may cost.

use super::is_address;
use super::live::{self, Feed};
use crate::cli::ServicesImportArguments;
use crate::fetch::{Budget, Client};
use exchange::draft::{Draft, Note};
use exchange::{hsds, table};
use std::io::Read as _;

/// The most services of one import.
const MOST_SERVICES: usize = 20_000;
/// The most memory that drafts may take, in bytes.
const MOST_MEMORY: usize = 96_000_000;
/// The most notes that are kept; nobody reads more.
const MOST_NOTES: usize = 20_000;
/// The largest file, in bytes.
const LARGEST_FILE: usize = 64_000_000;

/// What the sources gave.
pub struct Gathered {
    /// Services.
    pub drafts: Vec<Draft>,
    /// What is to be told.
    pub notes: Vec<Note>,
    /// The licence that a source names.
    pub licence: Option<String>,
    /// Whether everything could be read; only then is an absent service a vanished one.
    pub complete: bool,
    /// Records that are none.
    pub refused: usize,
    services: usize,
    memory: usize,
}

impl Gathered {
    /// Adds a note.
    pub fn note(&mut self, note: Note) {
        if self.notes.len() < MOST_NOTES {
            self.notes.push(note);
        }
    }

    /// Something could not be read.
    pub fn lacks(&mut self, why: String) {
        self.complete = false;
        self.note(Note {
            about: String::new(),
            text: why,
        });
    }

    /// A record is none.
    pub fn refuse(&mut self, note: Note) {
        self.refused += 1;
        self.note(note);
    }

    /// Counts one more service of `size` bytes; whether there is room for it.
    pub fn has_room(&mut self, size: usize) -> bool {
        self.services += 1;
        self.memory += size;
        let room = self.services <= MOST_SERVICES && self.memory <= MOST_MEMORY;
        if !room && self.complete {
            self.lacks(format!(
                "the feed is larger than an import may be: {MOST_SERVICES} services, {} MB of records. Import it in parts",
                MOST_MEMORY / 1_000_000
            ));
        }
        room
    }

    fn page(&mut self, page: hsds::Page, trusted: bool) {
        self.licence = self.licence.take().or(page.licence);
        for value in &page.services {
            match hsds::read(value, trusted) {
                Ok(draft) => {
                    if !self.has_room(draft.weight()) {
                        return;
                    }
                    self.drafts.push(draft);
                }
                Err(note) => self.refuse(note),
            }
        }
    }
}

/// Reads every source. Fields of this program's own are believed where the feed is `trusted`.
///
/// # Errors
/// Why a source cannot be read at all.
pub fn gather(options: &ServicesImportArguments, trusted: bool) -> Result<Gathered, String> {
    let mut gathered = Gathered {
        drafts: Vec::new(),
        notes: Vec::new(),
        licence: None,
        complete: true,
        refused: 0,
        services: 0,
        memory: 0,
    };
    let (client, budget) = (Client::new(), Budget::new());
    for source in &options.sources {
        if is_address(source) && !live::is_file(source) {
            let base = live::base(source);
            let feed = Feed {
                client: &client,
                budget: &budget,
                base: &base,
                trusted,
            };
            feed.read(&mut gathered)?;
            continue;
        }
        let bytes = match is_address(source) {
            true => client.get(source, LARGEST_FILE, &budget)?,
            false => read(source)?,
        };
        let first = bytes
            .iter()
            .find(|b| !b.is_ascii_whitespace() && !matches!(b, 0xef | 0xbb | 0xbf));
        let fail = |why| format!("`{source}`: {why}");
        if matches!(first, Some(b'{' | b'[' | b'<')) {
            let page = hsds::page(&bytes).map_err(fail)?;
            drop(bytes);
            gathered.page(page, trusted);
        } else {
            let (drafts, notes) = table::read(&bytes, trusted).map_err(fail)?;
            for draft in drafts {
                if !gathered.has_room(draft.weight()) {
                    break;
                }
                gathered.drafts.push(draft);
            }
            notes.into_iter().for_each(|note| gathered.note(note));
        }
    }
    Ok(gathered)
}

fn read(path: &str) -> Result<Vec<u8>, String> {
    let fail = |e: std::io::Error| format!("`{path}`: {}", crate::system::reason(&e));
    let file = std::fs::File::open(path).map_err(fail)?;
    let mut bytes = Vec::new();
    // A byte more than is allowed shows that there are more.
    let mut reader = file.take(LARGEST_FILE as u64 + 1);
    reader.read_to_end(&mut bytes).map_err(fail)?;
    if bytes.len() > LARGEST_FILE {
        return Err(format!(
            "`{path}`: the file is larger than {} MB; import it in parts",
            LARGEST_FILE / 1_000_000
        ));
    }
    Ok(bytes)
}
