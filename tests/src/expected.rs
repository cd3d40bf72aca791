//! What is expected is in files; this compares, or with `UPDATE=1` writes them.

use similar::{ChangeTag, TextDiff};
use std::fmt::Write as _;
use std::path::Path;

/// Whether expectations are to be written anew.
pub fn updating() -> bool {
    std::env::var_os("UPDATE").is_some_and(|value| value == "1")
}

/// Compares `found` with the file `path`; a file that is not there means nothing. `None` where they are equal, else how they differ.
pub fn compare(path: &Path, found: &str) -> Option<String> {
    if updating() {
        write(path, found);
        return None;
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    (expected != found).then(|| {
        format!(
            "{} (- expected, + found)\n{}",
            path.display(),
            difference(&expected, found)
        )
    })
}

fn write(path: &Path, found: &str) {
    if found.is_empty() {
        // It may never have been there.
        let _ = std::fs::remove_file(path);
        return;
    }
    let folder = path.parent().expect("a file stands in a folder");
    std::fs::create_dir_all(folder).expect("folders can be made");
    std::fs::write(path, found).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
}

/// The lines that differ, each with a few around it.
fn difference(expected: &str, found: &str) -> String {
    let diff = TextDiff::from_lines(expected, found);
    let mut lines = String::new();
    for group in diff.grouped_ops(3) {
        for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
            let sign = match change.tag() {
                ChangeTag::Delete => '-',
                ChangeTag::Insert => '+',
                ChangeTag::Equal => ' ',
            };
            // A String takes everything.
            let _ = writeln!(lines, "{sign} {}", change.value().trim_end_matches('\n'));
        }
        lines.push_str("  …\n");
    }
    lines
}
