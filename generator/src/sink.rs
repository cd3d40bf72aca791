//! Where a build writes: a folder ([`crate::staging`]), or memory.

use crate::manifest::OutputMeta;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// Takes the files of one generation of the site. Files may come from several threads.
pub trait Sink: Sync {
    /// Writes a new file at `path`, from the root of the site.
    fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()>;
    /// What the last generation had at `path`, if its bytes can be taken over.
    fn previous(&self, path: &str) -> Option<&OutputMeta>;
    /// Takes the bytes at `path` over from the last generation.
    ///
    /// # Errors
    /// Where they are not as it left them; the file is then written anew.
    fn reuse(&self, path: &str) -> io::Result<()>;
}

/// The file at `path` from the root of the site in `folder`.
///
/// # Errors
/// Where the path could lead out of the folder, whoever made it.
pub fn place(folder: &Path, path: &str) -> io::Result<PathBuf> {
    // Backslashes and colons part names on Windows.
    let plain = |name: &str| !matches!(name, "" | "." | "..") && !name.contains(['\\', ':', '\0']);
    if path.split('/').all(plain) {
        Ok(folder.join(path))
    } else {
        let error = format!("`{path}` is no path inside the site");
        Err(io::Error::new(io::ErrorKind::InvalidInput, error))
    }
}

/// Files by path.
pub type Files = BTreeMap<String, Arc<[u8]>>;

/// A generation in memory.
#[derive(Default)]
pub struct Memory {
    files: Mutex<Files>,
    old: Files,
    previous: BTreeMap<String, OutputMeta>,
}

impl Memory {
    /// A new generation after the one whose files are `old`.
    pub fn after(old: Files, previous: BTreeMap<String, OutputMeta>) -> Self {
        Self {
            files: Mutex::default(),
            old,
            previous,
        }
    }

    /// All its files.
    pub fn into_files(self) -> Files {
        self.files
            .into_inner()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn keep(&self, path: &str, bytes: Arc<[u8]>) {
        self.files
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .insert(path.to_owned(), bytes);
    }
}

impl Sink for Memory {
    fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        place(Path::new(""), path)?;
        self.keep(path, bytes.into());
        Ok(())
    }

    fn previous(&self, path: &str) -> Option<&OutputMeta> {
        self.previous.get(path)
    }

    fn reuse(&self, path: &str) -> io::Result<()> {
        let bytes = self.old.get(path).ok_or(io::ErrorKind::NotFound)?;
        self.keep(path, bytes.clone());
        Ok(())
    }
}
