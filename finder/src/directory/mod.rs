//! Everything that the widget needs in one language, in one file: strings, names, services.
//!
//! The file: `MFDR`, a byte with the version of the form (3), CRC-32 of what follows (four bytes, the lowest first),
//! four bytes with the length of all but texts, then the contents as `form.rs` describes them, texts last, each ended by a NUL.
//! The form is plain, so that the host's own compression serves it well.

use std::ops::Deref;

use crate::calendar::Day;
use crate::hours::{Hours, Zone};
use crate::locale::{DistanceUnit, Locale, Strings};
use crate::service::{Coverage, Service};
use crate::wire::{self, Error, Reader, Writer};

mod form;
mod index;

pub(crate) use index::{Entry, Index, Lean, QUESTIONS, Timed, bits};

const MAGIC: [u8; 4] = *b"MFDR";
const VERSION: u8 = 3;

/// What a directory holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contents {
    /// How the language writes dates, times and numbers; its tag and direction.
    pub locale: Locale,
    /// The strings of the interface.
    pub strings: Strings,
    /// Kinds of help, in the order in which they are offered; at most 64.
    pub kinds: Vec<Kind>,
    /// Council areas, in the order of `city.toml`.
    pub areas: Vec<Area>,
    /// Languages that services speak, each with its name in the reader's language.
    pub languages: Vec<LanguageName>,
    /// What distances are told in.
    pub distance_unit: DistanceUnit,
    /// The city's time zone.
    pub zone: Zone,
    /// The latest day that the content itself speaks of having been checked.
    pub content_date: Day,
    /// The day on which this copy was made, for the rule of thirty days; `None`: not known, so treated as old.
    pub made: Option<Day>,
    /// A gazetteer of the region's districts alone, to fall back to where the region's own cannot be read; empty where
    /// there is none.
    pub districts: Vec<u8>,
    /// The services; sorted by id.
    pub services: Vec<Service>,
}

/// A kind of help.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kind {
    /// `housing`
    pub id: String,
    /// Its name in the reader's language.
    pub name: String,
    /// Must never be in an address, fragment, title or history.
    pub sensitive: bool,
}

/// A council area.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// `coventry`
    pub id: String,
    /// Its name in the reader's language.
    pub name: String,
    /// The statistics office's code, by which the gazetteer knows it: `E08000026`.
    pub code: String,
}

/// A language that services speak.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LanguageName {
    /// BCP 47 tag.
    pub tag: String,
    /// Its name in the reader's language.
    pub name: String,
}

/// The contents of a directory file, checked: services sorted by id, ids unique, indices in range.
///
/// It gives out its [`Contents`] by reference (`directory.services`), and they cannot be changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Directory {
    contents: Contents,
    index: Index,
}

impl Deref for Directory {
    type Target = Contents;
    fn deref(&self) -> &Contents {
        &self.contents
    }
}

impl Directory {
    /// Checks and sorts the contents.
    ///
    /// # Errors
    /// [`Error::Invalid`] where an id is twice, an index points nowhere, or hours cannot be.
    pub fn new(mut contents: Contents) -> Result<Directory, Error> {
        contents.services.sort_by(|a, b| a.id.cmp(&b.id));
        check(&contents)?;
        let (hours, uses) = index::different(&contents);
        let index = Index::new(&contents, hours, &uses);
        Ok(Directory { contents, index })
    }

    /// What every search asks of every service.
    pub(crate) fn index(&self) -> &Index {
        &self.index
    }

    /// The file. The same contents give the same bytes.
    ///
    /// # Errors
    /// [`Error::Invalid`] where a time is too far away to be written.
    pub fn encode(&self) -> Result<Vec<u8>, Error> {
        let mut writer = Writer::default();
        let (hours, uses) = index::different(&self.contents);
        form::contents(
            &mut writer,
            &self.contents,
            &mut form::Table::new(hours, uses),
        );
        Ok(wire::seal(MAGIC, VERSION, &writer.finish()?))
    }

    /// Reads a file.
    ///
    /// # Errors
    /// [`Error`] for every file that is truncated, altered, of another version, or whose contents [`Directory::new`]
    /// would refuse.
    pub fn decode(bytes: &[u8]) -> Result<Directory, Error> {
        let mut reader = Reader::new(wire::open(MAGIC, VERSION, bytes)?);
        let mut table = form::Table::default();
        let contents = form::contents(&mut reader, &Contents::default(), &mut table);
        reader.finish()?;
        check(&contents)?;
        let index = Index::new(&contents, table.hours, &table.uses);
        Ok(Directory { contents, index })
    }

    /// The index of a kind of help.
    #[must_use]
    pub fn kind(&self, id: &str) -> Option<u16> {
        self.kinds
            .iter()
            .position(|kind| kind.id == id)
            .map(|at| at as u16)
    }

    /// The index of a language that services speak.
    #[must_use]
    pub fn language(&self, tag: &str) -> Option<u16> {
        self.languages
            .iter()
            .position(|language| language.tag == tag)
            .map(|at| at as u16)
    }

    /// The index of the service with this id.
    #[must_use]
    pub fn service(&self, id: &str) -> Option<usize> {
        self.services
            .binary_search_by(|service| service.id.as_str().cmp(id))
            .ok()
    }
}

/// Whether everything fits together.
fn check(contents: &Contents) -> Result<(), Error> {
    let ensure = |holds: bool, what| {
        if holds {
            Ok(())
        } else {
            Err(Error::Invalid(what))
        }
    };
    let most = usize::from(u16::MAX);
    ensure(
        contents
            .kinds
            .len()
            .max(contents.areas.len())
            .max(contents.languages.len())
            <= most
            && contents.kinds.len() <= index::MOST_KINDS,
        "a list is too long",
    )?;
    ensure(
        contents.services.is_sorted_by(|a, b| a.id < b.id),
        "a service's id stands twice or out of order",
    )?;
    ensure(
        contents.zone.transitions.is_sorted_by(|a, b| a.0 < b.0),
        "the time zone",
    )?;
    let offsets = contents.zone.transitions.iter().map(|(_, offset)| *offset);
    ensure(
        offsets
            .chain([contents.zone.initial_offset])
            .all(|offset| offset.unsigned_abs() <= 24 * 60),
        "the time zone",
    )?;
    let within =
        |indices: &[u16], length: usize| indices.iter().all(|index| usize::from(*index) < length);
    for service in &contents.services {
        ensure(
            within(&service.kinds, contents.kinds.len()),
            "a kind that is not listed",
        )?;
        ensure(
            within(
                service.languages.as_deref().unwrap_or(&[]),
                contents.languages.len(),
            ),
            "a language that is not listed",
        )?;
        if let Coverage::Areas(areas) = &service.coverage {
            ensure(
                within(areas, contents.areas.len()),
                "an area that is not listed",
            )?;
        }
        let hours = service.schedules.iter().map(|schedule| &schedule.hours);
        let hours = hours.chain(service.phones.iter().map(|phone| &phone.hours));
        ensure(hours.flatten().all(Hours::is_possible), "opening hours")?;
        ensure(service.locations().len() <= most, "a list is too long")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
