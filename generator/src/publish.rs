//! Puts a new generation in the place of the old one, whole.

use crate::manifest::{MARK, Manifest};
use diagnostics::{Code, Diagnostic};
use std::collections::BTreeSet;
use std::io;
use std::path::Path;
use walkdir::WalkDir;

/// Refuses an output folder that this command did not make.
pub fn may_replace(out: &Path) -> Result<(), Diagnostic> {
    let refuse = |why: &str| {
        Diagnostic::new(
            Code::ForeignOutput,
            format!("`{}` {why}, so it is left alone", out.display()),
        )
        .hint("choose another folder with `--out`, or empty this one yourself")
    };
    let folder = match std::fs::read_dir(out) {
        Ok(folder) => folder,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory && out.exists() => {
            return Err(refuse("is a file"));
        }
        Err(error) => return Err(cannot_write(out, &error)),
    };
    if folder.into_iter().next().is_none() {
        return Ok(());
    }
    let Some(names) = Manifest::names(out) else {
        return Err(refuse("was not made by this command"));
    };
    match foreign(out, &names) {
        Some(file) => Err(refuse(&format!(
            "holds `{file}`, which this command did not write"
        ))),
        None => Ok(()),
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

/// Puts the folder `staging` where `out` is; what was there is afterwards in `staging`.
///
/// Where the system can exchange two folders there is no moment without a site. Elsewhere the old one is moved aside first.
pub fn exchange(staging: &Path, out: &Path) -> Result<(), Diagnostic> {
    let done = if out.exists() {
        swap(staging, out)
    } else {
        std::fs::rename(staging, out)
    };
    done.map_err(|error| cannot_write(out, &error))
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn swap(staging: &Path, out: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    match renameat_with(CWD, staging, CWD, out, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(()),
        // Some file systems cannot; a moment without a site is then the price.
        Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS | rustix::io::Errno::NOTSUP) => {
            swap_in_steps(staging, out)
        }
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn swap(staging: &Path, out: &Path) -> io::Result<()> {
    swap_in_steps(staging, out)
}

/// Moves the old site aside and the new one in; puts the old one back where that fails.
fn swap_in_steps(staging: &Path, out: &Path) -> io::Result<()> {
    let aside = staging.with_extension("old");
    std::fs::rename(out, &aside)?;
    if let Err(error) = std::fs::rename(staging, out) {
        std::fs::rename(&aside, out)?;
        return Err(error);
    }
    std::fs::rename(&aside, staging)
}

/// The diagnostic of a site that cannot be written.
pub fn cannot_write(path: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::new(
        Code::CannotWrite,
        format!("`{}` cannot be written: {error}", path.display()),
    )
    .hint("make room or change the permissions; the site as it was before is whole")
}
