//! What a text may hold, whatever file it is in: web addresses, email addresses, and which invisible characters.
//!
//! One rule for each, used by Markdown links, by every record and by imports, so that no file is checked less than another. Pure.

pub mod email;
pub mod invisible;
pub mod web_address;
