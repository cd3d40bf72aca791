//! What a build leaves behind about itself: the mark that the folder is ours, and what each file was made from.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The file in an output folder that says this command made it.
pub const MARK: &str = ".mifriendly";

/// The version of the mark; an older one is built anew.
const VERSION: u32 = 1;

/// What is known of a written file: enough to check the site without reading it again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutputMeta {
    /// A hash of all it was made from: the same key gives the same bytes.
    pub key: String,
    /// Bytes.
    pub size: u64,
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
    /// The budget it is held to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<String>,
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

    /// The mark of the build in `folder`; `None` where there is none, or one of another version.
    pub fn read(folder: &Path) -> Option<Self> {
        let text = std::fs::read(folder.join(MARK)).ok()?;
        let manifest: Self = serde_json::from_slice(&text).ok()?;
        (manifest.version == VERSION).then_some(manifest)
    }

    /// The files that a build of any version says it wrote into `folder`; `None` where no build of ours did.
    pub fn names(folder: &Path) -> Option<BTreeSet<String>> {
        #[derive(Deserialize)]
        struct Names {
            files: BTreeMap<String, serde::de::IgnoredAny>,
        }
        let text = std::fs::read(folder.join(MARK)).ok()?;
        let names: Names = serde_json::from_slice(&text).ok()?;
        Some(names.files.into_keys().collect())
    }

    /// As it is written.
    pub fn to_json(&self) -> Vec<u8> {
        // A map of strings and numbers is always JSON.
        serde_json::to_vec_pretty(self).unwrap_or_default()
    }

    /// All bytes of the site.
    pub fn bytes(&self) -> u64 {
        self.files.values().map(|f| f.size).sum()
    }
}
