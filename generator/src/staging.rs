//! A new generation of the site in a folder of its own, with the files of the last one to link from.

use crate::manifest::{Manifest, OutputMeta, Stamp, hash};
use crate::sink::{Sink, place};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use walkdir::WalkDir;

/// A file that was changed within two seconds before its stamp was listed may have been changed once more with the same time: that is how
/// coarse some file systems are.
const COARSE_NS: i64 = 2_000_000_000;

/// What is known of the generation before.
#[derive(Default)]
pub struct Previous {
    /// Its files.
    pub files: BTreeMap<String, OutputMeta>,
    /// When they were listed, by the clock that their stamps are from, in nanoseconds since 1970.
    pub listed: i64,
    /// Whether each is read again, whatever its stamp.
    pub verify: bool,
}

/// The folder. It goes with this value, whatever is in it then.
pub struct Folder {
    staging: PathBuf,
    old: PathBuf,
    previous: Previous,
    changed: Mutex<BTreeSet<String>>,
}

impl Folder {
    /// The new, empty folder `staging`; `previous` is what is known of the files in `old`.
    pub fn new(staging: PathBuf, old: PathBuf, previous: Previous) -> io::Result<Self> {
        std::fs::create_dir(&staging)?;
        Ok(Self {
            staging,
            old,
            previous,
            changed: Mutex::default(),
        })
    }

    /// Where the new generation is.
    pub fn path(&self) -> &Path {
        &self.staging
    }

    /// Files of the last generation that were asked for and are not as it left them.
    pub fn changed(&self) -> BTreeSet<String> {
        let changed = self.changed.lock();
        changed.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Compares all that is here with the list of what was written, and notes how each file is left.
    ///
    /// # Errors
    /// Says what is not as it was written.
    pub fn seal(&self, manifest: &mut Manifest) -> io::Result<()> {
        let mut found = BTreeSet::new();
        for entry in WalkDir::new(&self.staging) {
            let entry = entry?;
            if !entry.file_type().is_dir() {
                let path = entry.path().strip_prefix(&self.staging);
                let name = path.unwrap_or(entry.path()).to_string_lossy();
                found.insert(name.replace('\\', "/"));
            }
        }
        let listed = |name: &&String| manifest.files.contains_key(*name);
        if let Some(name) = found.iter().find(|name| !listed(name)) {
            return Err(tampered(name));
        }
        manifest.files.par_iter_mut().try_for_each(|(name, meta)| {
            let file = self.staging.join(name);
            if !found.contains(name) || !self.is_as_left(&file, meta)? {
                return Err(tampered(name));
            }
            meta.stamp = Stamp::of(&file.symlink_metadata()?);
            Ok(())
        })
    }

    /// Whether the file holds the bytes that `meta` is about.
    fn is_as_left(&self, file: &Path, meta: &OutputMeta) -> io::Result<bool> {
        let found = file.symlink_metadata()?;
        // A symbolic link would be linked as one, and could lead anywhere.
        if !found.is_file() || found.len() != meta.size {
            return Ok(false);
        }
        let trusted = !self.previous.verify
            && meta.stamp.is_some_and(|stamp| {
                Stamp::of(&found) == Some(stamp)
                    && stamp.modified < self.previous.listed - COARSE_NS
            });
        Ok(trusted || hash(&std::fs::read(file)?) == meta.hash)
    }

    fn take_over(&self, path: &str) -> io::Result<()> {
        let meta = self.previous(path).ok_or(io::ErrorKind::NotFound)?;
        let (old, new) = (self.old.join(path), self.place(path)?);
        std::fs::hard_link(&old, &new).or_else(|_| std::fs::copy(&old, &new).map(drop))?;
        // The link is looked at, not the old name: what the old name leads to may change at any time.
        if matches!(self.is_as_left(&new, meta), Ok(true)) {
            return Ok(());
        }
        std::fs::remove_file(&new)?;
        Err(tampered(path))
    }

    fn place(&self, path: &str) -> io::Result<PathBuf> {
        let place = place(&self.staging, path)?;
        if let Some(folder) = place.parent() {
            std::fs::create_dir_all(folder)?;
        }
        Ok(place)
    }
}

fn tampered(name: &str) -> io::Error {
    io::Error::other(format!(
        "`{name}` was changed by another program while the site was being written"
    ))
}

impl Sink for Folder {
    fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        // Never through a link into the generation before.
        std::fs::File::create_new(self.place(path)?)?.write_all(bytes)
    }

    fn previous(&self, path: &str) -> Option<&OutputMeta> {
        self.previous.files.get(path)
    }

    fn reuse(&self, path: &str) -> io::Result<()> {
        let taken = self.take_over(path);
        if taken.is_err() {
            let changed = self.changed.lock();
            let mut changed = changed.unwrap_or_else(PoisonError::into_inner);
            changed.insert(path.to_owned());
        }
        taken
    }
}

impl Drop for Folder {
    /// Whatever is left here was not published, or is the generation before.
    fn drop(&mut self) {
        // Nothing more can be done about a folder that will not go, and the site is unharmed. The next build tries again.
        let _ = std::fs::remove_dir_all(&self.staging);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::random_name;

    fn folder() -> Folder {
        let base = std::env::temp_dir().join(format!("staging-{}", random_name()));
        Folder::new(base.clone(), base.join("none"), Previous::default()).expect("it can be made")
    }

    fn manifest(files: &[(&str, &[u8])]) -> Manifest {
        let mut manifest = Manifest::new();
        for (name, bytes) in files {
            let meta = OutputMeta {
                hash: hash(bytes),
                size: bytes.len() as u64,
                ..OutputMeta::default()
            };
            manifest.files.insert((*name).to_owned(), meta);
        }
        manifest
    }

    #[test]
    fn nothing_is_written_outside_or_over_another_file() {
        let folder = folder();
        for path in [
            "../x",
            "/x",
            "a/../../x",
            "a//b",
            "./a",
            "",
            "a/",
            "a\\b",
            "c:x",
            "a\0b",
        ] {
            assert!(folder.write(path, b"x").is_err(), "{path:?}");
            assert!(folder.reuse(path).is_err(), "{path:?}");
        }
        folder.write("a/b", b"one").expect("it can be written");
        assert!(folder.write("a/b", b"two").is_err());
        let names = WalkDir::new(folder.path()).into_iter().count();
        assert_eq!(names, 3, "the folder, `a` and `a/b`");
    }

    #[test]
    fn a_folder_is_sealed_only_as_it_was_written() {
        let written = || {
            let folder = folder();
            folder.write("a", b"one").expect("it can be written");
            (folder, manifest(&[("a", b"one")]))
        };
        let (folder, mut list) = written();
        folder.seal(&mut list).expect("it is as it was written");
        assert_eq!(list.files["a"].stamp.is_some(), cfg!(unix));

        let (folder, mut list) = written();
        std::fs::write(folder.path().join("a"), "two").expect("it can be written");
        assert!(folder.seal(&mut list).is_err(), "other bytes");

        let (folder, mut list) = written();
        std::fs::write(folder.path().join("b"), "").expect("it can be written");
        assert!(folder.seal(&mut list).is_err(), "a file too many");

        let (folder, mut list) = written();
        std::fs::remove_file(folder.path().join("a")).expect("it can be removed");
        assert!(folder.seal(&mut list).is_err(), "a file too few");
    }
}
