//! Where a build writes: a folder beside the old site, or memory.

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
    fn reuse(&self, path: &str) -> io::Result<()>;
}

/// Between the name of the output folder and the number of the process that fills a new one.
const STAGING: &str = ".next-";

/// Takes away what builds left beside `out` that were killed half-way.
fn sweep(out: &Path, prefix: &str) {
    let parent = match out.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    for entry in std::fs::read_dir(parent).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let process = name
            .to_str()
            .and_then(|n| n.strip_prefix(prefix)?.parse().ok());
        if process.is_some_and(has_ended) {
            // It is only in the way: what cannot be removed may stay.
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

#[cfg(unix)]
fn has_ended(process: i32) -> bool {
    use rustix::process::{Pid, test_kill_process};
    Pid::from_raw(process).is_some_and(|pid| test_kill_process(pid) == Err(rustix::io::Errno::SRCH))
}

/// Elsewhere nobody can be asked.
#[cfg(not(unix))]
fn has_ended(_process: i32) -> bool {
    false
}

/// A folder beside the output folder, with the last generation to link from.
pub struct Folder {
    staging: PathBuf,
    old: PathBuf,
    previous: BTreeMap<String, OutputMeta>,
}

impl Folder {
    /// A new, empty staging folder beside `out`; `previous` is what is known of the files in `out`.
    pub fn new(out: &Path, previous: BTreeMap<String, OutputMeta>) -> io::Result<Self> {
        let name = out.file_name().unwrap_or_default().to_string_lossy();
        let staging = out.with_file_name(format!("{name}{STAGING}{}", std::process::id()));
        sweep(out, &format!("{name}{STAGING}"));
        if staging.exists() {
            std::fs::remove_dir_all(&staging)?;
        }
        std::fs::create_dir_all(&staging)?;
        Ok(Self {
            staging,
            old: out.to_owned(),
            previous,
        })
    }

    /// Where the new generation is.
    pub fn path(&self) -> &Path {
        &self.staging
    }

    fn place(&self, path: &str) -> io::Result<PathBuf> {
        let place = self.staging.join(path);
        if let Some(folder) = place.parent() {
            std::fs::create_dir_all(folder)?;
        }
        Ok(place)
    }
}

impl Sink for Folder {
    fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        std::fs::write(self.place(path)?, bytes)
    }

    fn previous(&self, path: &str) -> Option<&OutputMeta> {
        self.previous.get(path)
    }

    fn reuse(&self, path: &str) -> io::Result<()> {
        let (old, new) = (self.old.join(path), self.place(path)?);
        std::fs::hard_link(&old, &new).or_else(|_| std::fs::copy(&old, &new).map(drop))
    }
}

impl Drop for Folder {
    /// Whatever is left here was not published, or is the generation before.
    fn drop(&mut self) {
        // Nothing more can be done about a folder that will not go, and the site is unharmed.
        let _ = std::fs::remove_dir_all(&self.staging);
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
