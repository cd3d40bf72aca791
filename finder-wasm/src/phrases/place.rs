//! Where the search is, how rough that is, and which council it lies under.

use finder::search::{Alternative, CouncilAnswer, Located, Outcome, Precision};

use super::distance::length;
use crate::words::Words;

/// The heading of an answer.
pub fn heading(words: &Words, place: Option<&Located>) -> String {
    match place {
        None => words.text("finder-all").to_owned(),
        Some(place) if place.label.is_empty() => words.text("finder-near-you").to_owned(),
        Some(place) => words.say("finder-near", &[("place", &place.label)]),
    }
}

/// What is said instead of, or before, an answer when the text was not plainly understood. `limits`: what is said of a
/// gazetteer that could not be read.
pub fn trouble(outcome: Outcome, limits: Option<&'static str>) -> Option<&'static str> {
    match outcome {
        Outcome::Nothing | Outcome::Found | Outcome::Around => None,
        _ if limits.is_some() => limits,
        Outcome::Incomplete => Some("finder-incomplete"),
        Outcome::NotInRegion => Some("finder-not-in-region"),
        Outcome::Ambiguous => Some("finder-ambiguous"),
        Outcome::NotUnderstood => Some("finder-not-understood"),
    }
}

/// How exact the position is.
pub fn precision(words: &Words, place: &Located) -> String {
    let rough = length(words, place.roughness_m);
    if let Some(asked) = &place.asked {
        return words.say(
            "finder-around",
            &[
                ("asked", asked),
                ("place", &place.label),
                ("distance", &rough),
            ],
        );
    }
    match place.precision {
        Precision::Postcode => words.text("finder-exact-postcode").to_owned(),
        Precision::Location => words.say("finder-exact-location", &[("distance", &rough)]),
        Precision::Sector | Precision::District | Precision::Place => words.say(
            "finder-rough",
            &[("place", &place.label), ("distance", &rough)],
        ),
    }
}

/// Under which council the position lies; named plainly only from a whole postcode.
pub fn council(words: &Words, council: &CouncilAnswer) -> Option<String> {
    match council {
        CouncilAnswer::Unknown => None,
        CouncilAnswer::Named(council) => {
            Some(words.say("finder-council", &[("council", &council.name)]))
        }
        CouncilAnswer::Probably { likely, or } if or.is_empty() => {
            Some(words.say("finder-council-probably", &[("council", &likely.name)]))
        }
        CouncilAnswer::Probably { likely, or } => {
            let others = words.list(&mut or.iter().map(|council| council.name.as_str()));
            Some(words.say(
                "finder-council-or",
                &[("council", &likely.name), ("others", &others)],
            ))
        }
    }
}

/// A place that may be meant, with what tells it apart.
pub fn alternative(words: &Words, alternative: &Alternative) -> String {
    // Of several places with one name, each name has its context in it already.
    if alternative.text.ends_with(alternative.context.as_str()) {
        return alternative.text.clone();
    }
    words.say(
        "finder-alternative",
        &[
            ("place", &alternative.text),
            ("context", &alternative.context),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{plain, words};
    use finder::geometry::Position;
    use finder::search::CouncilRef;

    fn council(name: &str) -> CouncilRef {
        CouncilRef {
            area: None,
            name: name.into(),
            code: String::new(),
        }
    }

    #[test]
    fn a_rough_position_says_so_and_names_the_council_only_as_probable() {
        let words = words(vec![]);
        let mut place = Located {
            position: Position::new(5_240_000, -150_000).expect("a position"),
            precision: Precision::Sector,
            label: "CV1 5".into(),
            asked: Some("CV1 5ZZ".into()),
            roughness_m: 700,
            council: CouncilAnswer::Probably {
                likely: council("Coventry"),
                or: vec![council("Warwick"), council("Rugby")],
            },
        };
        let said = plain(&precision(&words, &place));
        assert!(
            said.starts_with("We do not know the exact place of CV1 5ZZ."),
            "{said}"
        );
        assert!(
            said.contains("middle of CV1 5") && said.contains("0.4 miles"),
            "{said}"
        );
        let said = super::council(&words, &place.council).map(|said| plain(&said));
        assert_eq!(
            said.as_deref(),
            Some("Your council is probably Coventry. It could also be Warwick, Rugby.")
        );
        place.asked = None;
        place.precision = Precision::Postcode;
        assert_eq!(precision(&words, &place), "We measure from this postcode.");
        let said = super::council(&words, &CouncilAnswer::Named(council("Coventry")));
        assert_eq!(
            said.map(|said| plain(&said)).as_deref(),
            Some("Your council is Coventry.")
        );
    }
}
