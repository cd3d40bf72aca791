//! A case: a folder in `tests/cases/` with a city, a command, and all that the command must say and write.
//!
//! | in the folder | |
//! |---|---|
//! | `city/` | files laid over those of `_base/city`, so that a case holds only what is special about it |
//! | `setup.sh` | run in the city's folder afterwards, for what git cannot hold or to take files away; `$MIFRIENDLY` is the command |
//! | `command` | the command's arguments, parted by spaces; `check` where there is none |
//! | `environment` | variables for the command, `NAME=value` on each line |
//! | `limit` | no written file may be larger than so many blocks of 512 bytes: a full disk |
//! | `shown` | the site in `public` is compared too: the text of the files listed here (may be empty), and the list of all |
//! | `expected.exit`, `expected.stdout`, `expected.stderr` | what the command must say; an absent one means nothing |
//! | `expected.files`, `expected/` | every file of the site; the text of those in `shown` |

use crate::city::{City, cases, tree};
use crate::command::{self, Run};
use crate::expected::{compare, updating};
use crate::steady;
use std::path::PathBuf;

/// A case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Case {
    /// The name of its folder.
    pub name: String,
}

impl Case {
    /// Every case, by name; folders whose names begin with `_` are what cases are on.
    pub fn all() -> Vec<Self> {
        let entries = std::fs::read_dir(cases()).expect("the folder of the cases can be listed");
        let mut all: Vec<Self> = entries
            .map(|entry| entry.expect("a folder can be listed").path())
            .filter(|path| path.is_dir())
            .filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()))
            .filter(|name| !name.starts_with('_'))
            .map(|name| Self { name })
            .collect();
        all.sort();
        all
    }

    /// Its folder.
    pub fn folder(&self) -> PathBuf {
        cases().join(&self.name)
    }

    fn setting(&self, name: &str) -> Option<String> {
        std::fs::read_to_string(self.folder().join(name)).ok()
    }

    /// The arguments of the command.
    pub fn arguments(&self) -> Vec<String> {
        let line = self.setting("command").unwrap_or("check".to_owned());
        line.split_whitespace().map(str::to_owned).collect()
    }

    /// Runs it; everything that is not as expected.
    pub fn failures(&self) -> Vec<String> {
        let city = City::of_case(&self.name);
        let run = self.run(&city);
        let mut failures = Vec::new();
        let mut check = |name: &str, found: &str| {
            failures.extend(compare(&self.folder().join(name), found));
        };
        let code = run.code.map_or("a signal".to_owned(), |c| c.to_string());
        check("expected.exit", &format!("{code}\n"));
        check("expected.stdout", &steady::said(&run.stdout, city.path()));
        check("expected.stderr", &steady::said(&run.stderr, city.path()));
        if let Some(shown) = self.setting("shown") {
            self.compare_site(&city, &shown, &mut check);
        }
        failures
    }

    fn run(&self, city: &City) -> Run {
        let arguments = self.arguments();
        let mut command = match self.setting("limit") {
            Some(blocks) => {
                let blocks = blocks.trim().parse().expect("a limit is a number");
                command::on_a_full_disk(city.path(), blocks, &arguments)
            }
            None => command::mifriendly(city.path(), &arguments),
        };
        for line in self.setting("environment").unwrap_or_default().lines() {
            let (name, value) = line.split_once('=').expect("a variable has a value");
            command.env(name, value);
        }
        command::run(command)
    }

    fn compare_site(&self, city: &City, shown: &str, check: &mut dyn FnMut(&str, &str)) {
        let files = city.public();
        let mut list: Vec<String> = files.keys().map(|name| steady::hashes(name)).collect();
        list.sort();
        check("expected.files", &(list.join("\n") + "\n"));
        if updating() {
            // A file no longer shown leaves nothing behind; the folder may not be there at all.
            let _ = std::fs::remove_dir_all(self.folder().join("expected"));
        }
        let shown: Vec<&str> = shown.lines().collect();
        for name in &shown {
            let found = files.iter().find(|(n, _)| steady::hashes(n) == **name);
            let text = found.map_or("there is no such file\n".into(), |(_, bytes)| {
                String::from_utf8_lossy(bytes)
            });
            check(&format!("expected/{name}"), &steady::hashes(&text));
        }
        for name in tree(&self.folder().join("expected")).keys() {
            if !shown.contains(&name.as_str()) {
                check(&format!("expected/{name}"), "this file is not in `shown`\n");
            }
        }
    }
}
