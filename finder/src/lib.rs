//! What a search for help IS: postcodes, the gazetteer, services, opening hours and ranking.
//!
//! No input or output, no clock and no browser: bytes, a query and the time come in, an [`search::Answer`]
//! goes out. The generator (native) and the widget (WebAssembly) run the same code on the same
//! bytes and give the same answer to the bit: positions and distances are whole numbers,
//! ties are broken by id, and nothing depends on the order of a hash map.
//!
//! The two files that a search needs:
//!
//! - the **gazetteer** ([`gazetteer::Gazetteer`]): one for the region, the same for every reader and
//!   every language, fetched before anything is typed, so that a postcode never leaves the device;
//! - the **directory** ([`directory::Directory`]): one for each language: services, strings, names and dates.
//!
//! Both are read from bytes that may be truncated, altered or hostile: reading them gives an
//! [`wire::Error`], never a panic and never an allocation larger than the file can justify.

pub mod calendar;
mod coder;
pub mod directory;
pub mod gazetteer;
pub mod geometry;
pub mod hours;
pub mod locale;
pub mod marks;
mod order;
pub mod place;
pub mod postcode;
pub mod search;
pub mod service;
pub mod wire;
