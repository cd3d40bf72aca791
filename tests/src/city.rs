//! A city in a temporary folder.

use crate::command::{self, Run};
use crate::tests_folder;
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// A record in which every field says something.
pub const WHOLE: &str = include_str!("whole.toml");

/// A city in a temporary folder, which goes when this does.
#[derive(Debug)]
pub struct City {
    folder: TempDir,
}

impl City {
    /// An empty folder.
    pub fn empty() -> Self {
        let folder = TempDir::with_prefix("city-").expect("temporary folders can be made");
        Self { folder }
    }

    /// The smallest whole city, `cases/_base`: one language, a guide, one service.
    pub fn base() -> Self {
        let city = Self::empty();
        city.lay_over(&cases().join("_base/city"));
        city
    }

    /// The city of a case, made ready.
    pub fn of_case(name: &str) -> Self {
        let city = Self::base();
        let case = cases().join(name);
        assert!(case.is_dir(), "there is no case `{name}`");
        if case.join("city").is_dir() {
            city.lay_over(&case.join("city"));
        }
        let setup = case.join("setup.sh");
        if setup.is_file() {
            city.set_up(&setup);
        }
        city
    }

    /// This city with the service `whole`, whose record is [`WHOLE`].
    pub fn with_whole_service(self) -> Self {
        self.write("content/services/whole/service.toml", WHOLE);
        self.write(
            "content/services/whole/en.md",
            "+++\ndescription = \"It does everything.\"\n+++\n",
        );
        self
    }

    /// The city's folder.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The path of a file in it.
    pub fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    /// Copies the files of `folder` over those that are there.
    pub fn lay_over(&self, folder: &Path) {
        for (name, bytes) in tree(folder) {
            self.write(&name, bytes);
        }
    }

    fn set_up(&self, script: &Path) {
        let mut shell = Command::new("sh");
        shell.arg("-e").arg(script).current_dir(self.path());
        shell.env("MIFRIENDLY", command::binary());
        command::run(shell).ends_with(0);
    }

    /// Writes a file and the folders above it.
    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) -> &Self {
        let path = self.file(name);
        let folder = path.parent().expect("a file stands in a folder");
        std::fs::create_dir_all(folder).expect("folders can be made");
        std::fs::write(&path, text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        self
    }

    /// The text of a file.
    pub fn read(&self, name: &str) -> String {
        let path = self.file(name);
        std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
    }

    /// Changes words in a file.
    ///
    /// # Panics
    /// Where `old` is not there: the test would change nothing.
    pub fn change(&self, name: &str, old: &str, new: &str) -> &Self {
        let text = self.read(name);
        assert!(text.contains(old), "`{old}` does not stand in {name}");
        self.write(name, text.replace(old, new))
    }

    /// Runs the command here.
    pub fn run<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Run {
        command::run(command::mifriendly(self.path(), arguments))
    }

    /// Runs the command here with `input` on its standard input.
    pub fn run_with<S: AsRef<OsStr>>(&self, arguments: &[S], input: &str) -> Run {
        self.write("input", input);
        let input = std::fs::File::open(self.file("input")).expect("it was written");
        let mut command = command::mifriendly(self.path(), arguments);
        command.stdin(input);
        command::run(command)
    }

    /// Builds into `public`, which must succeed; every file by its path.
    #[track_caller]
    pub fn build(&self, options: &[&str]) -> Files {
        self.run(&[&["build"], options].concat()).ends_with(0);
        self.public()
    }

    /// Every file of the site by its path.
    pub fn public(&self) -> Files {
        tree(&self.file("public"))
    }
}

/// Files by path, with `/` between the parts.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The text of a file of `files`.
pub fn text<'f>(files: &'f Files, name: &str) -> &'f str {
    let bytes = files
        .get(name)
        .unwrap_or_else(|| panic!("there is no file `{name}` among {:#?}", files.keys()));
    std::str::from_utf8(bytes).unwrap_or_else(|e| panic!("{name}: {e}"))
}

/// The folder of the cases.
pub fn cases() -> PathBuf {
    tests_folder().join("cases")
}

/// Every file under `folder` by its path from there; none where there is no such folder.
pub fn tree(folder: &Path) -> Files {
    let mut files = Files::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        let Ok(entries) = std::fs::read_dir(&next) else {
            continue;
        };
        for entry in entries {
            let path = entry.expect("a folder can be listed").path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let name = path.strip_prefix(folder).expect("it stands under it");
            let name = name.to_string_lossy().replace('\\', "/");
            let bytes = std::fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            files.insert(name, bytes);
        }
    }
    files
}
