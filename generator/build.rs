//! Lists the built-in theme's files, so that the command carries them: a copied binary builds a whole site.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

fn main() {
    let manifest = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let theme = manifest.join("../themes/mifriendly");
    println!("cargo::rerun-if-changed={}", theme.display());
    let mut files = Vec::new();
    list(&theme, &theme, &mut files);
    // This city's own words are no other city's.
    files.retain(|(name, _)| !(name.starts_with("strings/") && name.ends_with("/city.ftl")));
    files.sort();
    let mut source = String::from("&[\n");
    for (name, path) in files {
        println!("cargo::rerun-if-changed={}", path.display());
        writeln!(source, "    ({name:?}, include_bytes!({path:?})),").expect("a String takes it");
    }
    source.push_str("]\n");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets it"));
    std::fs::write(out.join("theme.rs"), source).expect("cargo's output folder can be written");
}

fn list(root: &Path, folder: &Path, files: &mut Vec<(String, PathBuf)>) {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| {
        panic!(
            "the theme's folder {} cannot be read: {error}",
            folder.display()
        )
    });
    for entry in entries {
        let path = entry.expect("a folder's entry can be read").path();
        if path.is_dir() {
            list(root, &path, files);
        } else {
            let name = path.strip_prefix(root).expect("it lies under the root");
            let name = name.to_string_lossy().replace('\\', "/");
            let path = path.canonicalize().expect("it exists");
            files.push((name, path));
        }
    }
}
