//! Open Referral UK: the Human Services Data Specification (HSDS) 3 with the UK's profile.
//!
//! What HSDS has no field for is carried in attributes of a taxonomy of our own, which other programs may pass over and this one reads
//! again. Sources: docs.openreferral.org (HSDS 3.0 and 3.1), the schemas of the UK profile.

mod bounded;
mod feed;
mod read;
mod unread;
mod write;

pub use feed::{Page, page};
pub use read::{is_whole, read};
pub use write::write;
pub(crate) use write::{compact, licences};

/// The taxonomy of the kinds of help, in attributes of a service.
pub const KINDS: &str = "MiFriendly Cities: kinds of help";
/// The taxonomy of fields that HSDS has no place for.
const FIELDS: &str = "MiFriendly Cities: fields of a record";
