//! Names of folders, which become addresses that people read aloud and print.

/// The longest name of one folder, in bytes: file systems take no more than 255 for a name, some only 143.
pub const LONGEST: usize = 100;

/// What a name may hold, as a hint.
pub const HINT: &str = "use lower-case letters a to z, digits and hyphens";

/// Whether every part of `path` can be the name of a folder; the empty path is the home page's.
pub fn is_path(path: &str) -> bool {
    path.is_empty() || path.split('/').all(is_name)
}

/// Whether `name` can be the name of one folder.
fn is_name(name: &str) -> bool {
    (1..=LONGEST).contains(&name.len())
        && name
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// What to do about a path that is none.
pub fn hint(path: &str) -> String {
    if path.split('/').any(|name| name.len() > LONGEST) {
        format!("{HINT}; one name has at most {LONGEST} of them")
    } else {
        HINT.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::is_path;

    #[test]
    fn only_plain_names_are_part_of_an_address() {
        for good in ["", "rights", "rights/housing-2", "2-rooms"] {
            assert!(is_path(good), "{good}");
        }
        for bad in [
            "..",
            ".",
            "../x",
            "a//b",
            "/a",
            "a/",
            "a b",
            "a?b",
            "a#b",
            "*",
            "UPPER",
            "index.html",
            "é",
            "a\\b",
            "c:",
            "a\u{202e}b",
        ] {
            assert!(!is_path(bad), "{bad}");
        }
        assert!(is_path(&"a".repeat(100)) && !is_path(&"a".repeat(101)));
    }
}
