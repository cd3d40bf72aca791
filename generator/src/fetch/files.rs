//! The files of a download: the whole one, the part that came so far, and beside each a mark with what the other side calls that version.

use super::{Failure, cannot_write, text};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use ureq::Body;
use ureq::http::{Response, header};

/// What is known of a file, or of the part of one, beside it.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Mark {
    pub(super) url: String,
    pub(super) etag: Option<String>,
    pub(super) last_modified: Option<String>,
}

/// The files of one download.
pub(super) struct Files {
    pub(super) whole: PathBuf,
    pub(super) part: PathBuf,
}

impl Files {
    pub(super) fn of(url: &str, folder: &Path) -> Self {
        let name = &blake3::hash(url.as_bytes()).to_hex()[..16];
        Self {
            whole: folder.join(format!("{name}.data")),
            part: folder.join(format!("{name}.part")),
        }
    }

    /// Where the mark of `path` is.
    pub(super) fn beside(path: &Path) -> PathBuf {
        path.with_added_extension("json")
    }

    pub(super) fn mark(&self, path: &Path) -> Option<Mark> {
        serde_json::from_slice(&std::fs::read(Self::beside(path)).ok()?).ok()
    }

    pub(super) fn write_mark(&self, path: &Path, mark: &Mark) -> Result<(), Failure> {
        let json = serde_json::to_vec(mark).map_err(|e| Failure::Final(e.to_string()))?;
        std::fs::write(Self::beside(path), json).map_err(|e| cannot_write(path, &e))
    }

    pub(super) fn forget_part(&self) {
        for path in [&self.part, &Self::beside(&self.part)] {
            // A file that is not there is forgotten.
            let _ = std::fs::remove_file(path);
        }
    }

    /// The part is whole: it takes the place of the older file.
    pub(super) fn keep_part(&self) -> Result<(), Failure> {
        std::fs::rename(&self.part, &self.whole)
            .and_then(|()| std::fs::rename(Self::beside(&self.part), Self::beside(&self.whole)))
            .map_err(|e| cannot_write(&self.whole, &e))
    }
}

impl Mark {
    pub(super) fn of(url: &str, response: &Response<Body>) -> Self {
        Self {
            url: url.to_owned(),
            etag: text(response, &header::ETAG),
            last_modified: text(response, &header::LAST_MODIFIED),
        }
    }

    /// What `If-Range` takes: a strong tag, or a date (RFC 9110, section 13.1.5).
    pub(super) fn validator(&self) -> Option<String> {
        let strong = self.etag.clone().filter(|e| !e.starts_with("W/"));
        strong.or_else(|| self.last_modified.clone())
    }
}
