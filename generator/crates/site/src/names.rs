//! Names of files as different systems compare them.

use unicode_normalization::UnicodeNormalization;

/// `name` with each accented letter as one character (Unicode normalisation form C). macOS writes some as two.
pub fn composed(name: &str) -> String {
    name.nfc().collect()
}

/// Equal for names that a system may take for one: those that differ only in capital letters or in how accented letters are written.
pub fn folded(name: &str) -> String {
    // Upper case first: `ß` and `ss`, `ς` and `σ` are one to systems that fold by upper case.
    let upper = name.nfd().flat_map(char::to_uppercase);
    upper.flat_map(char::to_lowercase).nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::{composed, folded};

    #[test]
    fn names_that_some_system_takes_for_one_are_folded_to_one() {
        for (one, other) in [
            ("Clock.svg", "clock.SVG"),
            ("caf\u{e9}.png", "cafe\u{301}.png"),
            ("CAF\u{c9}.png", "cafe\u{301}.png"),
            ("stra\u{df}e", "STRASSE"),
        ] {
            assert_eq!(folded(one), folded(other));
        }
        assert_ne!(folded("cafe"), folded("caf\u{e9}"));
        assert_eq!(composed("cafe\u{301}"), "caf\u{e9}");
    }
}
