//! Which version of a source section a translation was made from, which translated sections can still be relied on, and whether a
//! translation gives the same numbers as its source.
//!
//! Sections are matched by id alone. Nothing here knows files, dates or people.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod align;
mod fingerprint;
mod guard;
mod lexicon;
mod numeral;
mod reading;
mod shape;
mod token;

pub use align::{Aligned, Alignment, MissingStatement, Orphan, State, align};
pub use fingerprint::{Fingerprint, ParseFingerprintError, RULE};
pub use guard::{Critical, CriticalFacts, Difference, facts_differ};
pub use reading::Reading;
pub use shape::{Part, ShapeDifference, Unnamed, shapes_differ, unnamed};
