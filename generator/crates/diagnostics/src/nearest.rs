//! "Did you mean": the nearest known name to an unknown one.

/// The candidate nearest to `name`, if it is near enough to be a likely slip (about a third of its letters); ties go to the first in order.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = name.to_lowercase();
    let limit = (folded.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .map(|c| (strsim::damerau_levenshtein(&folded, &c.to_lowercase()), c))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_a_slip_and_refuses_a_stranger() {
        assert_eq!(
            nearest("reveiw", ["order", "review", "source"]),
            Some("review")
        );
        assert_eq!(nearest("colour", ["order", "review"]), None);
    }
}
