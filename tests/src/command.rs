//! The command under test: where it is, whether it is up to date, and how it is run.

use crate::TODAY;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

/// What is to be done where the command cannot be tested.
const BUILD_IT: &str =
    "build it first with `cargo build -p generator`, in the same target folder (`tests/run` does)";

/// What a run of the command said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its exit code; `None` where a signal ended it.
    pub code: Option<i32>,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
}

impl Run {
    /// The run, if it ended with `code`.
    ///
    /// # Panics
    /// With all it said, if it did not.
    #[track_caller]
    pub fn ends_with(self, code: i32) -> Self {
        assert_eq!(
            self.code,
            Some(code),
            "--- standard output\n{}\n--- standard error\n{}",
            self.stdout,
            self.stderr
        );
        self
    }
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

/// The command: the one that the variable `MIFRIENDLY` names, else as cargo built it beside the tests.
///
/// # Panics
/// Where it was not built, or a source of it has changed since: a test of an old command says nothing.
pub fn binary() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| {
        if let Some(other) = std::env::var_os("MIFRIENDLY") {
            return other.into();
        }
        let test = std::env::current_exe().expect("a test knows its own file");
        // target/debug/deps/cases-0123456789abcdef -> target/debug/mifriendly
        let folder = test
            .ancestors()
            .nth(2)
            .expect("tests are built in a folder of folders");
        let binary = folder.join(format!("mifriendly{}", std::env::consts::EXE_SUFFIX));
        assert!(
            binary.is_file(),
            "the command `{}` is not there; {BUILD_IT}",
            binary.display()
        );
        if let Some(source) = newer_source(&binary) {
            panic!(
                "`{source}` was changed after the command `{}` was built; {BUILD_IT}",
                binary.display()
            );
        }
        binary
    })
}

/// A source of the binary that was changed after it was built, by the list that cargo writes beside it (`binary: source source …`).
fn newer_source(binary: &Path) -> Option<String> {
    let changed = |path: &Path| path.metadata().and_then(|m| m.modified()).ok();
    let built = changed(binary)?;
    let list = std::fs::read_to_string(binary.with_extension("d")).ok()?;
    let (_, sources) = list.split_once(": ")?;
    // Spaces in names are escaped.
    let sources = sources.trim().replace("\\ ", "\0");
    sources
        .split(' ')
        .map(|source| source.replace('\0', " "))
        .find(|source| changed(Path::new(source)).is_some_and(|time| time > built))
}

/// The command in `folder`, on [`TODAY`] if `arguments` name no other day. No terminal, no settings of the machine's user.
pub fn mifriendly<S: AsRef<OsStr>>(folder: &Path, arguments: &[S]) -> Command {
    let mut command = Command::new(binary());
    prepare(&mut command, folder, arguments);
    command
}

/// As [`mifriendly`], but no file that it writes may hold more than `blocks` blocks of 512 bytes: to the command, a full disk.
pub fn on_a_full_disk<S: AsRef<OsStr>>(folder: &Path, blocks: u64, arguments: &[S]) -> Command {
    // With the signal ignored the system reports an error instead.
    limited("trap '' XFSZ", folder, blocks, arguments)
}

/// As [`on_a_full_disk`], but the system ends the command in the middle of its work.
pub fn killed_by_a_full_disk<S: AsRef<OsStr>>(
    folder: &Path,
    blocks: u64,
    arguments: &[S],
) -> Command {
    limited("ulimit -c 0", folder, blocks, arguments)
}

fn limited<S: AsRef<OsStr>>(first: &str, folder: &Path, blocks: u64, arguments: &[S]) -> Command {
    let mut command = Command::new("sh");
    let script = format!("{first}; ulimit -f {blocks}; exec \"$0\" \"$@\"");
    command.arg("-c").arg(script).arg(binary());
    prepare(&mut command, folder, arguments);
    command
}

fn prepare<S: AsRef<OsStr>>(command: &mut Command, folder: &Path, arguments: &[S]) {
    command.current_dir(folder).args(arguments);
    if !arguments.iter().any(|a| a.as_ref() == "--now") {
        command.args(["--now", TODAY]);
    }
    command.stdin(Stdio::null()).env("NO_COLOR", "1");
    for variable in ["RAYON_NUM_THREADS", "CLICOLOR_FORCE", "COLUMNS"] {
        command.env_remove(variable);
    }
}

/// Runs a command to its end.
pub fn run(mut command: Command) -> Run {
    command
        .output()
        .unwrap_or_else(|error| panic!("{command:?} cannot be run: {error}"))
        .into()
}
