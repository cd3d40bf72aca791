//! What the build does where the WebAssembly target is missing: with a stand-in `rustup` on the search path that works, one
//! that fails, one that only says that it worked, and none.
#![cfg(unix)]

#[path = "../build/target.rs"]
mod target;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use target::{Done, TARGET, Tools, ensure};

/// A folder of stand-in programs and a toolchain without the target, removed with this.
struct Machine {
    folder: PathBuf,
}

impl Machine {
    /// A machine whose compiler is in `sysroot`, a path inside the machine's folder.
    fn new(name: &str, sysroot: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("machine-{name}"));
        let _ = fs::remove_dir_all(&folder);
        let machine = Self { folder };
        let sysroot = machine.folder.join(sysroot);
        fs::create_dir_all(&sysroot).expect("a folder");
        fs::create_dir_all(machine.folder.join("bin")).expect("a folder");
        let (root, library) = (sysroot.display(), machine.library(&sysroot));
        let library = library.display();
        machine.program(
            "rustc",
            &format!(
                "case \"$2\" in sysroot) echo '{root}' ;; target-libdir) echo '{library}' ;; esac"
            ),
        );
        machine
    }

    fn library(&self, sysroot: &Path) -> PathBuf {
        sysroot.join("lib/rustlib").join(TARGET).join("lib")
    }

    fn program(&self, name: &str, script: &str) {
        let path = self.folder.join("bin").join(name);
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("a script");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("permissions");
    }

    /// A rustup that logs its arguments and then does what `script` says.
    fn rustup(&self, script: &str) {
        let log = self.folder.join("asked");
        self.program(
            "rustup",
            &format!(
                "PATH=/usr/bin:/bin\necho \"$@\" >> '{}'\n{script}",
                log.display()
            ),
        );
    }

    fn ensure(&self) -> Result<Done, String> {
        let bin = self.folder.join("bin");
        ensure(&Tools {
            rustc: bin.join("rustc").into(),
            // Nothing but the stand-ins: this machine may have a rustup of its own.
            path: bin.into(),
        })
    }

    fn asked(&self) -> String {
        fs::read_to_string(self.folder.join("asked")).unwrap_or_default()
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

const MANAGED: &str = "home/toolchains/stable-x86_64-unknown-linux-gnu";

#[test]
fn a_present_target_asks_nobody() {
    let machine = Machine::new("complete", MANAGED);
    machine.rustup("exit 1");
    let library = machine.library(&machine.folder.join(MANAGED));
    fs::create_dir_all(&library).expect("a folder");
    fs::write(library.join("libcore.rlib"), "").expect("a file");
    assert_eq!(machine.ensure(), Ok(Done::Nothing));
    assert_eq!(machine.asked(), "");
}

#[test]
fn a_missing_target_is_added_to_the_toolchain_in_use() {
    let machine = Machine::new("present", MANAGED);
    let library = machine.library(&machine.folder.join(MANAGED));
    let library = library.display();
    machine.rustup(&format!(
        "mkdir -p '{library}' && touch '{library}/libcore.rlib'"
    ));
    let toolchain = "stable-x86_64-unknown-linux-gnu";
    assert_eq!(machine.ensure(), Ok(Done::Added(toolchain.to_owned())));
    assert_eq!(
        machine.asked(),
        format!("target add {TARGET} --toolchain {toolchain}\n")
    );
    assert_eq!(machine.ensure(), Ok(Done::Nothing), "once is enough");
}

#[test]
fn an_absent_rustup_is_named_with_what_to_do() {
    let machine = Machine::new("absent", MANAGED);
    let message = machine.ensure().expect_err("nothing can add it");
    assert!(message.contains("There is no rustup"), "{message}");
    assert!(
        message.contains("rustup target add wasm32-unknown-unknown --toolchain stable-x86_64"),
        "{message}"
    );
    assert!(message.contains("libstd-rust-dev-wasm32"), "{message}");
    assert!(message.contains("MIFRIENDLY_WIDGET"), "{message}");
}

#[test]
fn a_failing_rustup_is_quoted_with_what_to_do() {
    let machine = Machine::new("failing", MANAGED);
    machine.rustup("echo 'error: could not download the manifest' >&2; exit 1");
    let message = machine.ensure().expect_err("it fails");
    assert!(message.contains("could not download"), "{message}");
    assert!(message.contains("Is there a network?"), "{message}");
    assert!(message.contains("rustup target add"), "{message}");
}

#[test]
fn a_rustup_that_only_says_that_it_worked_is_not_believed() {
    let machine = Machine::new("lying", MANAGED);
    machine.rustup("exit 0");
    let message = machine.ensure().expect_err("nothing was added");
    assert!(message.contains("still not there"), "{message}");
}

#[test]
fn a_compiler_from_elsewhere_is_not_rustups_to_change() {
    let machine = Machine::new("system", "usr");
    machine.rustup("exit 0");
    let message = machine.ensure().expect_err("rustup cannot help");
    assert!(message.contains("not installed by rustup"), "{message}");
    assert_eq!(machine.asked(), "");
}
