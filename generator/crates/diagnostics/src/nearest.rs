//! "Did you mean": the nearest known name to an unknown one.

use unicode_normalization::UnicodeNormalization as _;

/// The candidate nearest to `name`, if it is near enough to be a likely slip (about a third of its letters); ties go to the first in order.
///
/// Never `name` itself, which the reader has typed and was told does not do, and never nothing.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = name.to_lowercase();
    let limit = (folded.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .filter(|c| !c.is_empty() && *c != name)
        .map(|c| (strsim::damerau_levenshtein(&folded, &c.to_lowercase()), c))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, candidate)| candidate)
}

/// Whether two different texts are the same to the eye: one letter with its mark, or the letter and the mark apart.
pub fn looks_like(one: &str, other: &str) -> bool {
    one != other && one.nfc().eq(other.nfc())
}

#[cfg(test)]
mod tests {
    use super::{looks_like, nearest};

    #[test]
    fn offers_neither_the_same_name_nor_nothing() {
        assert_eq!(nearest("housing", ["housing"]), None);
        assert_eq!(nearest("a", [""]), None);
        assert_eq!(nearest("Housing", ["housing"]), Some("housing"));
    }

    #[test]
    fn a_composed_and_a_decomposed_name_look_alike() {
        assert!(looks_like("caf\u{e9}", "cafe\u{301}"));
        assert!(!looks_like("cafe", "cafe\u{301}"));
        assert!(!looks_like("cafe", "cafe"));
    }

    #[test]
    fn finds_a_slip_and_refuses_a_stranger() {
        assert_eq!(
            nearest("reveiw", ["order", "review", "source"]),
            Some("review")
        );
        assert_eq!(nearest("colour", ["order", "review"]), None);
    }
}
