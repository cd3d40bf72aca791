//! The walls of the house: which crate may know which, and that the pure ones touch no disk, no network, no clock and no browser.

use end_to_end::city::tree;
use end_to_end::project_folder;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The stages in the order in which content flows through them, each with its folder. One may know those before it, and `finder`.
const STAGES: [(&str, &str); 8] = [
    ("text", "generator/crates/text"),
    ("diagnostics", "generator/crates/diagnostics"),
    ("document", "generator/crates/document"),
    ("translation", "generator/crates/translation"),
    ("content", "generator/crates/content"),
    ("exchange", "generator/crates/exchange"),
    ("site", "generator/crates/site"),
    ("generator", "generator"),
];

/// Crates that take bytes, words and the day, and give bytes, words and findings.
const PURE: [(&str, &str); 8] = [
    ("finder", "finder"),
    STAGES[0],
    STAGES[1],
    STAGES[2],
    STAGES[3],
    STAGES[4],
    STAGES[5],
    STAGES[6],
];

/// What a pure crate must not name in its sources.
const FORBIDDEN_WORDS: [&str; 13] = [
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "SystemTime",
    "Instant",
    "Timestamp::now",
    "Zoned::now",
    "std::io::stdin",
    "println!",
    "eprintln!",
    "dbg!",
];

/// What a pure crate must not be built on, not even for a part of itself.
const FORBIDDEN_CRATES: [&str; 13] = [
    "anstream", "axum", "image", "notify", "rayon", "rustix", "rustls", "tempfile", "tokio",
    "ureq", "walkdir", "web-sys", "js-sys",
];

fn manifest(folder: &str) -> toml::Table {
    let path = project_folder().join(folder).join("Cargo.toml");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    text.parse()
        .unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// The crates in `[dependencies]`, also those for one system only; `kind` may name the tables for tests or building instead.
fn dependencies(folder: &str, kind: &str) -> BTreeSet<String> {
    let manifest = manifest(folder);
    let systems = manifest.get("target").and_then(toml::Value::as_table);
    let tables = systems.into_iter().flat_map(|t| t.values());
    let tables = tables.filter_map(|t| t.get(kind)).chain(manifest.get(kind));
    tables
        .filter_map(toml::Value::as_table)
        .flat_map(|t| t.keys().cloned())
        .collect()
}

/// The Rust files of a crate, and their text without what is in comments.
fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let src = project_folder().join(folder).join("src");
    let files = tree(&src);
    assert!(!files.is_empty(), "{} has no sources", src.display());
    files
        .into_iter()
        .filter(|(name, _)| name.ends_with(".rs"))
        .map(|(name, bytes)| {
            let text = String::from_utf8(bytes).expect("sources are UTF-8");
            let code = text
                .lines()
                .map(|line| line.split("//").next().unwrap_or_default());
            (
                Path::new(folder).join("src").join(name),
                code.collect::<Vec<_>>().join("\n"),
            )
        })
        .collect()
}

#[test]
fn a_stage_knows_only_those_before_it() {
    for (at, (name, folder)) in STAGES.iter().enumerate() {
        let later: BTreeSet<&str> = STAGES[at..].iter().map(|(name, _)| *name).collect();
        for kind in ["dependencies", "dev-dependencies", "build-dependencies"] {
            for known in dependencies(folder, kind) {
                assert!(!later.contains(known.as_str()), "{name} depends on {known}");
            }
        }
    }
}

#[test]
fn the_finder_knows_no_stage() {
    for kind in ["dependencies", "build-dependencies"] {
        for known in dependencies("finder", kind) {
            let is_stage = STAGES.iter().any(|(stage, _)| *stage == known);
            assert!(!is_stage, "finder depends on {known}");
        }
    }
}

#[test]
fn the_widget_knows_the_finder_and_no_stage() {
    let known = dependencies("finder-wasm", "dependencies");
    assert!(known.contains("finder"));
    for (stage, _) in STAGES {
        assert!(!known.contains(stage), "finder-wasm depends on {stage}");
    }
}

#[test]
fn pure_crates_are_built_on_nothing_that_reaches_out() {
    for (name, folder) in PURE {
        for known in dependencies(folder, "dependencies") {
            assert!(
                !FORBIDDEN_CRATES.contains(&known.as_str()),
                "{name} depends on {known}"
            );
        }
    }
}

#[test]
fn pure_crates_touch_no_disk_no_network_no_clock_and_no_browser() {
    for (_, folder) in PURE {
        for (path, code) in sources(folder) {
            for word in FORBIDDEN_WORDS {
                for (number, line) in code.lines().enumerate() {
                    assert!(
                        !names(line, word),
                        "{}:{}: {word}",
                        path.display(),
                        number + 1
                    );
                }
            }
            for forbidden in FORBIDDEN_CRATES {
                let path_of = format!("{}::", forbidden.replace('-', "_"));
                assert!(
                    !code.lines().any(|l| names(l, &path_of)),
                    "{}: {path_of}",
                    path.display()
                );
            }
        }
    }
}

/// Whether `line` holds `word` as a word or path of its own.
fn names(line: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back().is_some_and(part);
        let after = line[at + word.len()..].chars().next().is_some_and(part);
        let ends_open = word.ends_with([':', '!']);
        !before && (ends_open || !after)
    })
}

#[test]
fn words_are_found_as_words() {
    assert!(names("use std::fs;", "std::fs"));
    assert!(names("let x = std::fs::read(path);", "std::fs"));
    assert!(names("tokio::spawn(x)", "tokio::"));
    assert!(names("    println!(\"x\");", "println!"));
    assert!(!names("    eprintln!(\"x\");", "println!"));
    assert!(!names("use std::fstab;", "std::fs"));
    assert!(!names("let instant = Instants;", "Instant"));
}

#[test]
fn imports_of_several_names_at_once_are_seen_too() {
    // `use std::{fs, io}` would hide from the search above.
    for (_, folder) in PURE {
        for (path, code) in sources(folder) {
            let grouped = code
                .lines()
                .filter(|l| l.trim_start().starts_with("use std::{"));
            for line in grouped {
                let hides = ["fs", "net", "env", "process", "thread", "time"];
                assert!(
                    !hides.iter().any(|m| names(line, m)),
                    "{}: {line}",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn nothing_is_published_to_a_registry_and_nothing_is_unsafe() {
    let workspace = manifest(".");
    assert_eq!(
        workspace["workspace"]["package"]["publish"].as_bool(),
        Some(false)
    );
    let lint = &workspace["workspace"]["lints"]["rust"]["unsafe_code"];
    assert_eq!(lint.as_str(), Some("forbid"));
    let crates = ["finder", "finder-wasm", "generator", "tests"].map(str::to_owned);
    let more =
        std::fs::read_dir(project_folder().join("generator/crates")).expect("it can be listed");
    let more = more.map(|e| {
        e.expect("it can be read")
            .file_name()
            .to_string_lossy()
            .into_owned()
    });
    for folder in crates
        .into_iter()
        .chain(more.map(|n| format!("generator/crates/{n}")))
    {
        let manifest = manifest(&folder);
        let inherits = |table: &str| manifest.get("lints").and_then(|l| l.get(table)).is_some();
        assert!(inherits("workspace"), "{folder} has lints of its own");
        let publish = manifest["package"].get("publish");
        assert!(
            publish.is_some(),
            "{folder} says nothing about being published"
        );
    }
}
