//! The output folder, and the folder beside it where a build keeps what is not published: `.public.mifriendly` beside `public`.
//!
//! It holds the lock that lets one build at a time in, the list of the files of the site that is in the output folder, and the new generation
//! while it is being written.

use crate::disk;
use crate::manifest::{self, MARK, Manifest, Mark};
use crate::publish::{cannot_write, exchange};
use crate::sink::Sink;
use crate::staging::{Folder, Previous};
use diagnostics::{Code, Diagnostic};
use std::collections::BTreeSet;
use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// The ending of the folder beside the output folder.
const OWN: &str = ".mifriendly";
/// What it holds: the lock, …
const LOCK: &str = "lock";
/// … a file that keeps the folder out of git, …
const IGNORED: &str = ".gitignore";
/// … the list of a site's files, followed by [`Mark::site`], …
const LIST: &str = "files-";
/// … new generations, followed by a random name, …
const STAGING: &str = "next-";
/// … and the old generation where a file system cannot exchange two folders and moves it aside for a moment.
const ASIDE: &str = "aside";

/// An output folder that no other build writes into while this value lives.
pub struct Output {
    /// The folder as it was asked for, for messages.
    shown: PathBuf,
    /// The folder, through whatever links lead to it.
    out: PathBuf,
    own: PathBuf,
    /// Held until the end, also by the end of the process; `None` where the file system cannot lock.
    lock: Option<File>,
}

impl Output {
    /// Takes the folder `out`, which need not exist, for one build; a warning where that cannot be sure.
    ///
    /// # Errors
    /// Where the folder is not ours to replace, another build has it, or the system does not allow it.
    pub fn open(out: &Path) -> Result<(Self, Option<Diagnostic>), Diagnostic> {
        let cannot = |error| cannot_write(out, &error);
        let resolved = disk::resolve(out).map_err(cannot)?;
        let name = resolved.file_name().ok_or(io::ErrorKind::InvalidInput);
        let name = name.map_err(|kind| cannot(kind.into()))?.to_string_lossy();
        let own = resolved.with_file_name(format!(".{name}{OWN}"));
        let mut output = Self {
            shown: out.to_owned(),
            out: resolved,
            own,
            lock: None,
        };
        if !output.own.exists() {
            // A folder of somebody else's gets no neighbour.
            output.names()?;
            std::fs::create_dir_all(&output.own).map_err(cannot)?;
            std::fs::write(output.own.join(IGNORED), "*\n").map_err(cannot)?;
        }
        let file = File::options()
            .write(true)
            .create(true)
            .truncate(false)
            .open(output.own.join(LOCK))
            .map_err(cannot)?;
        match file.try_lock() {
            Ok(()) => output.lock = Some(file),
            Err(TryLockError::WouldBlock) => return Err(taken(out)),
            Err(TryLockError::Error(error)) => return Ok((output, Some(no_locks(out, &error)))),
        }
        output.tidy();
        Ok((output, None))
    }

    /// Puts back what a killed build had moved aside, and takes away what others left. Only under the lock: then no other build is at work,
    /// in whatever container.
    fn tidy(&self) {
        let aside = self.own.join(ASIDE);
        if !self.out.exists() && aside.exists() {
            // Where that fails the build goes on without the old site, as for the first time.
            let _ = std::fs::rename(&aside, &self.out);
        }
        let list = Mark::read(&self.out).map(|mark| self.list(&mark));
        let kept = |path: &Path| match path.file_name().and_then(|name| name.to_str()) {
            Some(LOCK | IGNORED) => true,
            Some(ASIDE) => !self.out.exists(),
            _ => list.as_deref() == Some(path),
        };
        for entry in std::fs::read_dir(&self.own).into_iter().flatten().flatten() {
            let path = entry.path();
            if !kept(&path) {
                // What cannot be removed is only in the way.
                let _ = std::fs::remove_dir_all(&path).or_else(|_| std::fs::remove_file(&path));
            }
        }
    }

    fn list(&self, mark: &Mark) -> PathBuf {
        self.own.join(format!("{LIST}{}.json", mark.site))
    }

    /// A staging folder for the next generation.
    ///
    /// # Errors
    /// Where the output folder holds what no build of ours wrote, or the system does not allow it.
    pub fn staging(&self, verify: bool) -> Result<Folder, Diagnostic> {
        self.names()?;
        let list = Mark::read(&self.out).map(|mark| self.list(&mark));
        let manifest = list.as_deref().and_then(Manifest::read);
        let listed = list.and_then(|list| list.metadata().ok());
        let previous = Previous {
            files: manifest.map(|m| m.files).unwrap_or_default(),
            listed: listed
                .and_then(|list| manifest::Stamp::of(&list))
                .map_or(0, |stamp| stamp.modified),
            verify,
        };
        let staging = self.own.join(format!("{STAGING}{}", disk::random_name()));
        Folder::new(staging, self.out.clone(), previous).map_err(|e| cannot_write(&self.shown, &e))
    }

    /// Puts what is in `folder` in the place of the old site, once it is known to be whole and on the disk.
    ///
    /// # Errors
    /// Where it is not as it was written, or the system does not allow it; the old site is then as it was.
    pub fn publish(&self, folder: &Folder, manifest: &mut Manifest) -> Result<(), Diagnostic> {
        let mark = Mark::new(manifest);
        let done = folder
            .seal(manifest)
            .and_then(|()| folder.write(MARK, &mark.to_json()))
            .and_then(|()| disk::replace(&self.list(&mark), &manifest.to_json()))
            .and_then(|()| disk::sync_tree(folder.path()))
            .and_then(|()| disk::sync_folder(&self.own))
            .and_then(|()| exchange(folder.path(), &self.out, &self.own.join(ASIDE)));
        done.map_err(|error| cannot_write(&self.shown, &error))?;
        // It is published now. Should the power fail before the exchange is on the disk, the old site is there, which is whole as well.
        let _ = disk::sync_folder(disk::parent(&self.out));
        if self.lock.is_some() {
            // The generation before, and its list.
            self.tidy();
        }
        Ok(())
    }

    /// The files that the build before wrote.
    ///
    /// # Errors
    /// Where the folder is not one that this command made, or holds a file of somebody else's.
    fn names(&self) -> Result<BTreeSet<String>, Diagnostic> {
        let out = &self.out;
        let refuse = |why: &str| {
            Diagnostic::new(
                Code::ForeignOutput,
                format!("`{}` {why}, so it is left alone", self.shown.display()),
            )
            .hint("choose another folder with `--out`, or empty this one yourself")
        };
        let folder = match std::fs::read_dir(out) {
            Ok(folder) => folder,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(BTreeSet::new()),
            Err(error) if error.kind() == io::ErrorKind::NotADirectory && out.exists() => {
                return Err(refuse("is a file"));
            }
            Err(error) => return Err(cannot_write(&self.shown, &error)),
        };
        if folder.into_iter().next().is_none() {
            return Ok(BTreeSet::new());
        }
        let Some(mark) = Mark::read(out) else {
            return Err(refuse("was not made by this command"));
        };
        // The mark of the first version was the list.
        let names = manifest::names(&self.list(&mark)).or_else(|| manifest::names(&out.join(MARK)));
        let Some(names) = names else {
            let list = self.own.file_name().unwrap_or_default().to_string_lossy();
            return Err(refuse(&format!(
                "was made by this command, but the list of its files in `{list}` beside it is gone"
            )));
        };
        match foreign(out, &names) {
            Some(file) => Err(refuse(&format!(
                "holds `{file}`, which this command did not write"
            ))),
            None => Ok(names),
        }
    }
}

/// A file in `out` that the build before did not write.
fn foreign(out: &Path, names: &BTreeSet<String>) -> Option<String> {
    let files = WalkDir::new(out).sort_by_file_name().into_iter().flatten();
    files
        .filter(|entry| !entry.file_type().is_dir())
        .filter_map(|entry| {
            let name = entry.path().strip_prefix(out).ok()?.to_string_lossy();
            Some(name.replace('\\', "/"))
        })
        .find(|name| name != MARK && !names.contains(name))
}

fn taken(out: &Path) -> Diagnostic {
    Diagnostic::new(
        Code::OutputTaken,
        format!("another build is writing into `{}`", out.display()),
    )
    .hint("wait for it, or choose another folder with `--out`")
}

fn no_locks(out: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::new(
        Code::NoLocks,
        format!(
            "the file system of `{}` cannot lock files: {}",
            out.display(),
            crate::system::reason(error)
        ),
    )
    .hint("see to it that only one build at a time writes there, or choose a folder on another disk with `--out`")
}
