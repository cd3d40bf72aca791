//! Puts a new generation in the place of the old one, whole.

use diagnostics::{Code, Diagnostic};
use std::io;
use std::path::Path;

/// Puts the folder `staging` where `out` is; what was there is afterwards in `staging`.
///
/// Where the system can exchange two folders there is no moment without a site. Elsewhere the old one is moved to `aside` first; a process that is
/// killed in between leaves it there.
pub fn exchange(staging: &Path, out: &Path, aside: &Path) -> io::Result<()> {
    if out.exists() {
        swap(staging, out, aside)
    } else {
        std::fs::rename(staging, out)
    }
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn swap(staging: &Path, out: &Path, aside: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    match renameat_with(CWD, staging, CWD, out, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(()),
        // Some file systems cannot; a moment without a site is then the price.
        Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS | rustix::io::Errno::NOTSUP) => {
            swap_in_steps(staging, out, aside)
        }
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn swap(staging: &Path, out: &Path, aside: &Path) -> io::Result<()> {
    swap_in_steps(staging, out, aside)
}

/// Moves the old site aside and the new one in; puts the old one back where that fails.
fn swap_in_steps(staging: &Path, out: &Path, aside: &Path) -> io::Result<()> {
    std::fs::rename(out, aside)?;
    if let Err(error) = std::fs::rename(staging, out) {
        std::fs::rename(aside, out)?;
        return Err(error);
    }
    std::fs::rename(aside, staging)
}

/// The diagnostic of a site that cannot be written.
pub fn cannot_write(path: &Path, error: &io::Error) -> Diagnostic {
    let hint = match error.kind() {
        // Of our own making: something does not fit together, which another try may mend.
        io::ErrorKind::Other => "run the build again; the site as it was before is whole",
        io::ErrorKind::CrossesDevices | io::ErrorKind::ResourceBusy => {
            "a folder on which a disk is mounted cannot be exchanged: name a folder inside it with `--out`"
        }
        _ => "make room or change the permissions; the site as it was before is whole",
    };
    Diagnostic::new(
        Code::CannotWrite,
        format!(
            "`{}` cannot be written: {}",
            path.display(),
            crate::system::reason(error)
        ),
    )
    .hint(hint)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::random_name;

    #[test]
    fn two_folders_change_places_in_steps_too() {
        let base = std::env::temp_dir().join(format!("publish-{}", random_name()));
        let [staging, out, aside] = ["next", "out", "aside"].map(|name| base.join(name));
        for folder in [&staging, &out] {
            std::fs::create_dir_all(folder).expect("folders can be made");
        }
        std::fs::write(staging.join("new"), "").expect("it can be written");
        std::fs::write(out.join("old"), "").expect("it can be written");
        swap_in_steps(&staging, &out, &aside).expect("they can be moved");
        assert!(out.join("new").exists() && staging.join("old").exists() && !aside.exists());
        std::fs::remove_dir_all(&staging).expect("it can be removed");
        assert!(swap_in_steps(&staging, &out, &aside).is_err());
        assert!(out.join("new").exists(), "the old site is put back");
        std::fs::remove_dir_all(base).expect("it can be removed");
    }
}
