//! What a build leaves behind about itself: a mark in the site that says whose it is, and beside the site what each file was made from and how it
//! was left.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::Metadata;
use std::path::Path;

/// The file in an output folder that says this command made it.
pub const MARK: &str = ".mifriendly";

/// The version of the mark and the manifest; an older one is built anew.
const VERSION: u32 = 3;

/// What is known of a written file: enough to check the site without reading it again, and to know whether it was changed since.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutputMeta {
    /// A hash of all it was made from: the same key gives the same bytes.
    pub key: String,
    /// A hash of its bytes, as [`hash`] gives it.
    pub hash: String,
    /// Bytes.
    pub size: u64,
    /// The file as it was left on the disk; `None` in memory.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stamp: Option<Stamp>,
    /// Bytes under gzip -9; for files that a page needs before it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gzip: Option<u64>,
    /// Ids in it that a link can lead to.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub ids: BTreeSet<String>,
    /// Links in it to other files of the site, as written.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub links: BTreeSet<String>,
    /// Files that a browser waits for before it shows the page, as linked.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub blocking: BTreeSet<String>,
    /// Pictures of its text, the largest version of each, as linked.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub pictures: BTreeSet<String>,
    /// The budget it is held to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<String>,
}

/// By what a file on the disk is known again without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// When its bytes were last changed, in nanoseconds since 1970.
    pub modified: i64,
    /// Its number in its file system.
    inode: u64,
    /// The file system.
    device: u64,
}

impl Stamp {
    /// The stamp of a file; `None` where the system has none.
    #[cfg(unix)]
    pub fn of(file: &Metadata) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;
        Some(Self {
            modified: file.mtime().checked_mul(1_000_000_000)? + file.mtime_nsec(),
            inode: file.ino(),
            device: file.dev(),
        })
    }

    /// Files have no numbers here: they are read again.
    #[cfg(not(unix))]
    pub fn of(_file: &Metadata) -> Option<Self> {
        None
    }
}

/// A hash of bytes: 128 bits of BLAKE3, in hexadecimal.
pub fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..32].to_owned()
}

/// Every file of one build by its path.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    version: u32,
    /// By path from the root of the site.
    pub files: BTreeMap<String, OutputMeta>,
}

impl Manifest {
    /// Nothing written yet.
    pub fn new() -> Self {
        Self {
            version: VERSION,
            files: BTreeMap::new(),
        }
    }

    /// The manifest in the file `path`; `None` where there is none, or one of another version.
    pub fn read(path: &Path) -> Option<Self> {
        let manifest: Self = serde_json::from_slice(&std::fs::read(path).ok()?).ok()?;
        (manifest.version == VERSION).then_some(manifest)
    }

    /// As it is written.
    pub fn to_json(&self) -> Vec<u8> {
        // A map of strings and numbers is always JSON.
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// A hash of all names and bytes: two sites with the same one are the same.
    pub fn site(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        for (path, meta) in &self.files {
            hasher.update(format!("{path}\0{}\n", meta.hash).as_bytes());
        }
        hasher.finalize().to_hex()[..32].to_owned()
    }

    /// All bytes of the site.
    pub fn bytes(&self) -> u64 {
        self.files.values().map(|f| f.size).sum()
    }
}

/// The files that a manifest of any version names; `None` where it cannot be read.
pub fn names(path: &Path) -> Option<BTreeSet<String>> {
    #[derive(Deserialize)]
    struct Names {
        files: BTreeMap<String, serde::de::IgnoredAny>,
    }
    let names: Names = serde_json::from_slice(&std::fs::read(path).ok()?).ok()?;
    Some(names.files.into_keys().collect())
}

/// The mark in a site. It names no file: it is published with the site.
#[derive(Serialize, Deserialize)]
pub struct Mark {
    version: u32,
    /// [`Manifest::site`] of the files in the folder; empty in a mark of the first version, which was a manifest itself.
    #[serde(default)]
    pub site: String,
}

impl Mark {
    /// The mark of a site.
    pub fn new(manifest: &Manifest) -> Self {
        Self {
            version: VERSION,
            site: manifest.site(),
        }
    }

    /// The mark in `folder`; `None` where no build of ours left one.
    pub fn read(folder: &Path) -> Option<Self> {
        let mark: Self = serde_json::from_slice(&std::fs::read(folder.join(MARK)).ok()?).ok()?;
        // It becomes part of a name.
        let plain = mark.site.bytes().all(|b| b.is_ascii_hexdigit());
        plain.then_some(mark)
    }

    /// As it is written.
    pub fn to_json(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }
}
