//! `notice.toml`: when and where an urgent notice is on top of every page.

use crate::fields::{Fields, TomlText};
use crate::page::period;
use crate::{Date, Spanned};
use diagnostics::Diagnostics;

/// What `notice.toml` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeRecord {
    /// First day shown.
    pub from: Date,
    /// First day no longer shown.
    pub until: Date,
    /// Whether it is urgent, or only information.
    pub urgent: bool,
    /// The languages it is shown in; empty: all.
    pub languages: Vec<Spanned<String>>,
}

/// Reads the `notice.toml` at `path`.
pub fn read(path: &str, text: &str) -> (Option<NoticeRecord>, Diagnostics) {
    let file = TomlText::new(path, text, 0..text.len());
    let record = file.read(notice).flatten();
    (record, file.into_diagnostics())
}

fn notice(fields: &Fields) -> Option<NoticeRecord> {
    let (from, until) = period(fields, "from", "until");
    for name in ["from", "until"] {
        if !fields.has(name) {
            fields.missing(name);
        }
    }
    let urgent = fields
        .choice("level", &[("urgent", true), ("information", false)])
        .unwrap_or(true);
    Some(NoticeRecord {
        from: from?,
        until: until?,
        urgent,
        languages: fields.strings("languages"),
    })
}
