//! Makes sure that the standard library for WebAssembly is installed for the compiler in use.
//!
//! `rust-toolchain.toml` declares the target, and rustup installs what is declared by itself. Where its automatic
//! installs are switched off (`RUSTUP_AUTO_INSTALL=0`, common in images), the target is missing although rustup
//! could add it. So the build asks rustup itself before it asks a person.

use std::ffi::{OsStr, OsString};
use std::io;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Where WebAssembly runs without the browser's own libraries.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// The programs to use.
pub struct Tools {
    /// The compiler, as cargo names it in `RUSTC`.
    pub rustc: OsString,
    /// The search path in which `rustc` (where it is no path) and `rustup` are found.
    pub path: OsString,
}

/// What had to be done.
#[derive(Debug, PartialEq, Eq)]
pub enum Done {
    /// The target was installed already.
    Nothing,
    /// rustup added the target to the toolchain of this name.
    Added(String),
}

/// Adds the target by rustup where it is missing.
///
/// # Errors
/// What a person should do, where rustup is absent, fails, or does not manage the compiler in use.
pub fn ensure(tools: &Tools) -> Result<Done, String> {
    if tools.is_installed()? {
        return Ok(Done::Nothing);
    }
    let toolchain = tools.toolchain()?;
    let by_hand = match &toolchain {
        Some(name) => format!("rustup target add {TARGET} --toolchain {name}"),
        None => format!("rustup target add {TARGET}"),
    };
    let Some(toolchain) = toolchain else {
        return Err(advice(
            "The compiler in use was not installed by rustup, which therefore cannot add it.",
            None,
        ));
    };
    let arguments = ["target", "add", TARGET, "--toolchain", &toolchain];
    let answer = match tools.run(OsStr::new("rustup"), &arguments) {
        Ok(answer) => answer,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(advice("There is no rustup to add it.", Some(&by_hand)));
        }
        Err(error) => {
            return Err(advice(
                &format!("rustup did not run: {error}."),
                Some(&by_hand),
            ));
        }
    };
    if !answer.status.success() {
        let said = String::from_utf8_lossy(&answer.stderr);
        let said: String = said.trim().lines().map(|l| format!("\n    {l}")).collect();
        return Err(advice(
            &format!("rustup could not add it. Is there a network? It said:\n{said}"),
            Some(&by_hand),
        ));
    }
    if !tools.is_installed()? {
        return Err(advice(
            "rustup reported success, but the library is still not there.",
            Some(&by_hand),
        ));
    }
    Ok(Done::Added(toolchain))
}

impl Tools {
    /// Whether the compiler has a standard library for the target.
    fn is_installed(&self) -> Result<bool, String> {
        let folder = self.ask_rustc(&["--print", "target-libdir", "--target", TARGET])?;
        // The folder can be left over from a removal; an installed one holds libraries.
        let files = folder.map(std::fs::read_dir);
        Ok(files.is_some_and(|files| files.is_ok_and(|mut files| files.next().is_some())))
    }

    /// The name of the rustup toolchain that the compiler belongs to, if rustup installed it.
    fn toolchain(&self) -> Result<Option<String>, String> {
        let sysroot = self.ask_rustc(&["--print", "sysroot"])?;
        Ok(sysroot.and_then(|sysroot| {
            // rustup keeps toolchains as `$RUSTUP_HOME/toolchains/NAME`. One that is linked is elsewhere.
            let managed = sysroot.parent()?.file_name()? == "toolchains";
            let name = sysroot.file_name()?.to_str()?.to_owned();
            managed.then_some(name)
        }))
    }

    /// The path that the compiler prints, if it succeeds.
    fn ask_rustc(&self, arguments: &[&str]) -> Result<Option<PathBuf>, String> {
        let answer = self
            .run(&self.rustc, arguments)
            .map_err(|error| format!("rustc did not run: {error}."))?;
        let path = PathBuf::from(String::from_utf8_lossy(&answer.stdout).trim());
        Ok(answer.status.success().then_some(path))
    }

    fn run(&self, program: &OsStr, arguments: &[&str]) -> io::Result<std::process::Output> {
        Command::new(program)
            .args(arguments)
            .env("PATH", &self.path)
            .stdin(Stdio::null())
            .output()
    }
}

/// The message for a person: `why` it is missing, and the command that adds it, if rustup can.
fn advice(why: &str, by_hand: Option<&str>) -> String {
    let rustup = by_hand.map_or_else(
        || "Install Rust by rustup (https://rustup.rs), which adds it by itself.".to_owned(),
        |command| format!("With rustup and a network, run:\n\n    {command}"),
    );
    format!(
        "Rust's library for {TARGET} is not installed. {why}\n\n{rustup}\n\n\
         Without rustup, install your system's package for it (Debian: libstd-rust-dev-wasm32), or set \
         MIFRIENDLY_WIDGET to the absolute path of a folder with a built widget."
    )
}
