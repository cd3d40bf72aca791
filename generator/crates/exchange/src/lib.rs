//! Services given to other directories and taken from them.
//!
//! Out: a [`Dataset`] becomes Open Referral UK JSON ([`hsds::write`]), GeoJSON ([`geojson::write`]) or CSV ([`table::write`]).
//! In: a feed ([`hsds::read`]) or a table ([`table::read`]) becomes [`draft::Draft`]s, which say what the source says, dirt and all;
//! [`settle::settle`] makes a record of each that the city can use, and says what it left out and why; [`record`] writes its files.
//!
//! The safety of refuges is kept here, on both ways: what is confidential has no place in a record, nor in any file. No I/O, no clock.

pub mod draft;
pub mod geojson;
pub mod hours;
pub mod hsds;
mod identity;
mod languages;
mod listing;
mod plain;
pub mod record;
mod secret;
pub mod settle;
pub mod table;
mod telephone;
mod words;

pub use identity::uuid;
pub use listing::{Area, Dataset, Listing};
pub use plain::slug;
