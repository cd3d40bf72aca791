//! Reads a city's folder and its theme: the only place where content enters.

use crate::system::reason;
use diagnostics::{Code, Diagnostic, Diagnostics, Location};
use site::{LARGEST_FILE, LARGEST_TEXT, LARGEST_TEXTS, Layer, Source, Sources};
use std::fs::File;
use std::io::Read as _;
use std::path::{Component, Path, PathBuf};
use walkdir::WalkDir;

/// The name of the theme's folder under `themes/`.
pub const THEME: &str = "mifriendly";

/// The endings of files that are read as texts.
const TEXTS: &[&str] = &[
    "md",
    "toml",
    "ftl",
    "html",
    "css",
    "js",
    "svg",
    "txt",
    "webmanifest",
    "xml",
    "json",
];

/// The theme that the command carries: file name and bytes.
const BUILT_IN: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/theme.rs"));

/// Reads the city in the folder `root`: its content, its own theme files, and the built-in theme behind them.
pub fn read(root: &Path) -> (Sources, Diagnostics) {
    let mut reader = Reader {
        root,
        sources: Sources::new(),
        diagnostics: Diagnostics::new(),
        text_bytes: 0,
    };
    for (name, bytes) in BUILT_IN {
        let source = Source {
            layer: Layer::BuiltIn,
            path: format!("themes/{THEME}/{name}"),
            bytes: (*bytes).into(),
        };
        reader.sources.add_theme(*name, source);
    }
    let content = root.join("content");
    reader.folder(&content, Sources::add_content);
    let theme = root.join("themes").join(THEME);
    if theme.is_dir() {
        reader.folder(&theme, Sources::add_theme);
    }
    (reader.sources, reader.diagnostics)
}

/// Whether there is a city in the folder `root`.
pub fn is_city(root: &Path) -> bool {
    root.join("content/city.toml").is_file()
}

struct Reader<'r> {
    root: &'r Path,
    sources: Sources,
    diagnostics: Diagnostics,
    /// How many bytes all texts have so far.
    text_bytes: usize,
}

impl Reader<'_> {
    fn folder(&mut self, folder: &Path, add: fn(&mut Sources, String, Source)) {
        if !folder.is_dir() {
            return;
        }
        let mut walk = WalkDir::new(folder)
            .follow_links(true)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(|e| e.depth() == 0 || !is_left_alone(&e.file_name().to_string_lossy()));
        while let Some(entry) = walk.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    self.walk_error(&error);
                    continue;
                }
            };
            if entry.path_is_symlink() && self.leads_outside(entry.path()) {
                if entry.file_type().is_dir() {
                    walk.skip_current_dir();
                }
                continue;
            }
            if !entry.file_type().is_file() {
                continue;
            }
            let path = self.shown(entry.path());
            match self.bytes(entry.path(), &path) {
                Ok(None) => {}
                Ok(Some(bytes)) => {
                    let name = slashed(entry.path().strip_prefix(folder).unwrap_or(entry.path()));
                    let source = Source {
                        layer: Layer::City,
                        path,
                        bytes: bytes.into(),
                    };
                    add(&mut self.sources, name, source);
                }
                Err(error) => self.unreadable(path, &error),
            }
        }
    }

    /// What a file holds; nothing where it is too large, which is reported. Of a text that is too large only the beginning is read, so
    /// that it is still known to be there.
    fn bytes(&mut self, file: &Path, shown: &str) -> std::io::Result<Option<Vec<u8>>> {
        let text = file
            .extension()
            .is_some_and(|end| TEXTS.iter().any(|text| end.eq_ignore_ascii_case(text)));
        let most = if text { LARGEST_TEXT } else { LARGEST_FILE };
        let mut bytes = Vec::new();
        let wanted = u64::try_from(most).unwrap_or(u64::MAX) + 1;
        File::open(file)?.take(wanted).read_to_end(&mut bytes)?;
        if text {
            self.text_bytes += bytes.len();
        }
        let message = if self.text_bytes > LARGEST_TEXTS && text {
            "with this file the texts have more than 250,000,000 bytes together, the most that a city may have"
        } else if bytes.len() > most && !text {
            "this file has more than 100,000,000 bytes, the most that one may have"
        } else {
            return Ok(Some(bytes));
        };
        self.diagnostics.push(
            Diagnostic::new(Code::TooLarge, message)
                .hint("remove what is not for readers, or make it smaller")
                .at(Location::file(shown)),
        );
        Ok(None)
    }

    /// Reports a link to anything but the content and the theme: whatever it leads to is published, and a city's folder holds more,
    /// such as git's own files with the words that open the repository.
    fn leads_outside(&mut self, path: &Path) -> bool {
        let root = self.root.canonicalize().ok();
        let target = root.zip(path.canonicalize().ok());
        let inside = target.is_some_and(|(root, target)| {
            let folders = [root.join("content"), root.join("themes").join(THEME)];
            let mut within = folders.iter().filter_map(|f| target.strip_prefix(f).ok());
            within.any(|rest| {
                let mut names = rest.components().map(|c| c.as_os_str().to_string_lossy());
                !names.any(|name| is_left_alone(&name))
            })
        });
        if !inside {
            self.diagnostics.push(
                Diagnostic::new(
                    Code::SymlinkOutside,
                    "this symbolic link leads out of the content and the theme",
                )
                .hint("copy the file into the folder instead")
                .at(Location::file(self.shown(path))),
            );
        }
        !inside
    }

    fn walk_error(&mut self, error: &walkdir::Error) {
        let path = error.path().map(|p| self.shown(p)).unwrap_or_default();
        if error.loop_ancestor().is_some() {
            self.diagnostics.push(
                Diagnostic::new(Code::SymlinkOutside, "this symbolic link leads in a circle")
                    .hint("remove it")
                    .at(Location::file(path)),
            );
            return;
        }
        let gone = |e: &std::io::Error| e.kind() == std::io::ErrorKind::NotFound;
        if error.path().is_some_and(Path::is_symlink) && error.io_error().is_some_and(gone) {
            self.diagnostics.push(
                Diagnostic::new(Code::Unreadable, "this symbolic link leads nowhere")
                    .hint("remove it, or mend where it leads")
                    .at(Location::file(path)),
            );
            return;
        }
        match error.io_error() {
            Some(error) => self.unreadable(path, error),
            None => self.unreadable(path, &std::io::Error::other("the folder cannot be listed")),
        }
    }

    fn unreadable(&mut self, path: String, error: &std::io::Error) {
        self.diagnostics.push(
            Diagnostic::new(
                Code::Unreadable,
                format!("this file cannot be read: {}", reason(error)),
            )
            .hint("check the file's permissions")
            .at(Location::file(path)),
        );
    }

    /// A path as messages name it.
    fn shown(&self, path: &Path) -> String {
        slashed(path.strip_prefix(self.root).unwrap_or(path))
    }
}

fn slashed(path: &Path) -> String {
    path.components()
        .filter_map(|c| match c {
            Component::Normal(name) => Some(name.to_string_lossy()),
            _ => None,
        })
        .collect::<Vec<_>>()
        .join("/")
}

fn is_left_alone(name: &str) -> bool {
    name.starts_with(['.', '_'])
}

/// The folders whose changes `serve` watches.
pub fn watched(root: &Path) -> Vec<PathBuf> {
    [root.join("content"), root.join("themes")]
        .into_iter()
        .filter(|p| p.is_dir())
        .collect()
}
