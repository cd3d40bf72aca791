//! Writing so that a crash, a full disk or a power cut leaves the old bytes or the new ones, never a part of either.

use std::ffi::OsString;
use std::hash::{BuildHasher as _, RandomState};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Sixteen characters that no other process will choose, in this container or another that shares the folder.
pub fn random_name() -> String {
    // The keys come from the system's source of randomness.
    format!("{:016x}", RandomState::new().hash_one(()))
}

/// Replaces the file at `path`, or makes it and the folders above it.
///
/// # Errors
/// What the system does not allow; the old file is then whole.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A symbolic link stays one: the file that it leads to is replaced.
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    if path.metadata().is_ok_and(|old| !old.is_file()) {
        // A device or a pipe takes the bytes itself.
        return std::fs::write(path, bytes);
    }
    let folder = parent(&path);
    std::fs::create_dir_all(folder)?;
    // Names that begin with a dot are left alone by whatever reads the folder.
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".next-{}", random_name()));
    let next = folder.join(name);
    let write = || {
        let mut file = std::fs::File::create_new(&next)?;
        file.write_all(bytes)?;
        if let Ok(old) = path.metadata() {
            file.set_permissions(old.permissions())?;
        }
        file.sync_all()?;
        std::fs::rename(&next, &path)
    };
    let written = write();
    if written.is_err() {
        // It may not have been made at all.
        let _ = std::fs::remove_file(&next);
    }
    written.and_then(|()| sync_folder(folder))
}

/// The folder that holds `path`.
pub fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// Waits until the names in `folder` are on the disk.
#[cfg(unix)]
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    match std::fs::File::open(folder)?.sync_all() {
        // Some file systems have nothing to wait for.
        Err(error) if error.kind() == io::ErrorKind::InvalidInput => Ok(()),
        other => other,
    }
}

/// Elsewhere folders cannot be opened as files; the system writes them by itself.
#[cfg(not(unix))]
pub fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// Waits until everything under `folder` is on the disk.
///
/// # Errors
/// Where something was not written.
pub fn sync_tree(folder: &Path) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_os = "android"))]
    {
        // One wait for the whole file system: hundreds for single files take many times as long.
        let done = rustix::fs::syncfs(std::fs::File::open(folder)?);
        if !matches!(
            done,
            Err(rustix::io::Errno::NOSYS | rustix::io::Errno::INVAL)
        ) {
            return Ok(done?);
        }
    }
    for entry in walkdir::WalkDir::new(folder).contents_first(true) {
        let entry = entry?;
        if entry.file_type().is_dir() {
            sync_folder(entry.path())?;
        } else {
            std::fs::File::open(entry.path())?.sync_all()?;
        }
    }
    Ok(())
}

/// The folder or file that a path leads to, whatever symbolic links are on the way; what does not exist yet is named in its real folder,
/// which is made.
///
/// # Errors
/// Where a link leads nowhere, or the folder above cannot be made.
pub fn resolve(path: &Path) -> io::Result<PathBuf> {
    match path.canonicalize() {
        Err(error) if error.kind() == io::ErrorKind::NotFound && !path.is_symlink() => {}
        other => return other,
    }
    let path = std::path::absolute(path)?;
    let name = path.file_name().ok_or(io::ErrorKind::NotFound)?;
    let folder = parent(&path);
    std::fs::create_dir_all(folder)?;
    Ok(folder.canonicalize()?.join(name))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

    fn folder() -> PathBuf {
        let folder = std::env::temp_dir().join(format!("disk-{}", random_name()));
        std::fs::create_dir(&folder).expect("folders can be made");
        folder
    }

    #[test]
    fn a_replaced_file_keeps_its_permissions_and_its_link() {
        let folder = folder();
        let (file, link) = (folder.join("a.md"), folder.join("link.md"));
        std::fs::write(&file, "old").expect("it can be written");
        let mode = std::fs::Permissions::from_mode(0o640);
        std::fs::set_permissions(&file, mode).expect("it can be changed");
        std::os::unix::fs::symlink(&file, &link).expect("links can be made");
        replace(&link, b"new").expect("it can be replaced");
        assert!(link.is_symlink());
        assert_eq!(std::fs::read(&file).expect("it is there"), b"new");
        let mode = file.metadata().expect("it is there").permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
        let names = std::fs::read_dir(&folder).expect("it is there").count();
        assert_eq!(names, 2, "nothing is left over");
        std::fs::remove_dir_all(folder).expect("it can be removed");
    }

    #[test]
    fn a_path_is_resolved_through_links_and_folders_that_do_not_exist_yet() {
        let folder = folder().canonicalize().expect("it is there");
        std::os::unix::fs::symlink(&folder, folder.join("link")).expect("links can be made");
        std::os::unix::fs::symlink("nowhere", folder.join("dead")).expect("links can be made");
        let resolved = |path: &str| resolve(&folder.join(path)).ok();
        assert_eq!(resolved("link"), Some(folder.clone()));
        assert_eq!(resolved("link/a/b"), Some(folder.join("a/b")));
        assert_eq!(resolved("dead"), None);
        std::fs::remove_dir_all(folder).expect("it can be removed");
    }

    #[test]
    fn names_are_not_repeated() {
        assert_ne!(random_name(), random_name());
    }
}
