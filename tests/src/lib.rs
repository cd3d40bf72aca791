//! Runs the real `mifriendly` command on small cities in temporary folders, and compares everything it says and writes with files in
//! `tests/cases/`. `UPDATE=1 cargo test -p end-to-end` writes what is expected anew; read the difference before you commit it.
//!
//! A case is a folder; [`case`] says what may be in it.

pub mod case;
pub mod city;
pub mod command;
pub mod expected;
pub mod feed;
pub mod formats;
pub mod open_referral;
pub mod region;
pub mod schema;
pub mod server;
pub mod site;
pub mod steady;

pub use case::Case;
pub use city::City;
pub use command::Run;

use std::path::PathBuf;

/// The day of every run that names no other: whatever depends on the day is the same for ever.
pub const TODAY: &str = "2026-11-21";

/// The folder `tests/` of the project.
pub fn tests_folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The top folder of the project.
pub fn project_folder() -> PathBuf {
    tests_folder().join("..")
}
