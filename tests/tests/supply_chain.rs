//! The libraries that the program is made of: each has a permissive licence that `deny.toml` allows, and comes from the public
//! registry with a checksum. The release workflow runs `cargo deny` over the same file, which also knows security advisories.

use end_to_end::project_folder;
use serde_json::Value;
use spdx::{Expression, ParseMode};
use std::collections::BTreeSet;
use std::process::Command;

/// The licences that `deny.toml` allows.
fn allowed() -> BTreeSet<String> {
    let text = std::fs::read_to_string(project_folder().join("deny.toml")).expect("deny.toml");
    let policy: toml::Table = text.parse().expect("TOML");
    let allow = policy["licenses"]["allow"].as_array().expect("a list");
    allow
        .iter()
        .map(|licence| licence.as_str().expect("a text").to_owned())
        .collect()
}

/// The packages of this platform and of WebAssembly, as `cargo metadata` gives them.
fn packages() -> Vec<Value> {
    let host = Command::new("rustc").arg("-vV").output().expect("rustc");
    let host = String::from_utf8(host.stdout).expect("UTF-8");
    let host = host
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .expect("rustc names its host");
    let output = Command::new(env!("CARGO"))
        .current_dir(project_folder())
        .args(["metadata", "--format-version", "1", "--locked"])
        .args(["--filter-platform", host])
        .args(["--filter-platform", "wasm32-unknown-unknown"])
        .output()
        .expect("cargo");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    metadata["packages"].as_array().expect("a list").clone()
}

/// Whether a licence expression is satisfied by the allowed licences alone.
fn is_allowed(licence: &str, allowed: &BTreeSet<String>) -> bool {
    // Lax: older crates write `MIT/Apache-2.0`.
    Expression::parse_mode(licence, ParseMode::LAX).is_ok_and(|expression| {
        expression.evaluate(|requirement| allowed.contains(&requirement.to_string()))
    })
}

#[test]
fn every_library_has_a_permissive_licence() {
    let allowed = allowed();
    let refused: Vec<String> = packages()
        .iter()
        .filter_map(|package| {
            let licence = package["license"].as_str().unwrap_or("none");
            let name = package["name"].as_str().unwrap_or_default();
            (!is_allowed(licence, &allowed)).then(|| format!("{name}: {licence}"))
        })
        .collect();
    assert_eq!(refused, [] as [String; 0], "not allowed by deny.toml");
}

#[test]
fn a_licence_that_asks_for_more_is_refused() {
    let allowed = allowed();
    for licence in [
        "GPL-3.0-only",
        "MPL-2.0",
        "MIT AND GPL-2.0-or-later",
        "SSPL-1.0",
        "none",
    ] {
        assert!(!is_allowed(licence, &allowed), "{licence}");
    }
    for licence in [
        "MIT/Apache-2.0",
        "Apache-2.0 OR GPL-2.0-only",
        "(MIT OR Apache-2.0) AND Unicode-3.0",
    ] {
        assert!(is_allowed(licence, &allowed), "{licence}");
    }
}

#[test]
fn every_library_comes_from_one_registry_with_a_checksum() {
    let lock = std::fs::read_to_string(project_folder().join("Cargo.lock")).expect("Cargo.lock");
    let lock: toml::Table = lock.parse().expect("TOML");
    let mut registries = BTreeSet::new();
    for package in lock["package"].as_array().expect("a list") {
        let name = &package["name"];
        // The crates of this workspace have no source.
        let Some(source) = package.get("source") else {
            continue;
        };
        let source = source.as_str().expect("a text");
        assert!(
            source.starts_with("registry+"),
            "{name} comes from {source}"
        );
        assert!(package.get("checksum").is_some(), "{name} has no checksum");
        registries.insert(source.to_owned());
    }
    assert_eq!(registries.len(), 1, "{registries:?}");
}
