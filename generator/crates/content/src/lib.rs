//! What a city's files say: `city.toml`, `facts.toml`, `page.toml`, `service.toml`, `notice.toml` and the front matter of texts, as records.
//!
//! Each record is read by hand from TOML with places, not by serde, because serde stops at the first error and an editor wants to hear of
//! all of them. A field that cannot be used is reported and taken as absent; reading always goes on. `docs/content-format.md` is the
//! specification. No I/O here: texts come in, records and diagnostics go out.

pub mod city;

pub mod country;
pub mod facts;
pub mod fields;
pub mod folder_name;
pub mod front_matter;
pub mod language;
mod mistake;
pub mod notice;
pub mod number;
pub mod page;
pub mod places;
pub mod secrecy;
pub mod service;
pub mod telephone;

pub use document::{Direction, Spanned};
pub use jiff::civil::Date;

/// A value and where it was read from, in bytes of the whole file.
pub(crate) fn spanned<T>(value: T, span: std::ops::Range<usize>) -> Spanned<T> {
    Spanned { value, span }
}
