use super::*;
use proptest::prelude::*;

fn places() -> Places {
    let place = |name: &str, context: &str, weight, spellings: &[&str]| Place {
        name: name.into(),
        context: context.into(),
        spellings: spellings
            .iter()
            .map(|spelling| (String::new(), (*spelling).into()))
            .collect(),
        position: Position::new(5_240_000, -151_000).expect("on Earth"),
        radius_m: 500,
        council: None,
        weight,
    };
    Places::new(vec![
        place("Foleshill", "Coventry", 400, &["فولشيل"]),
        place("Hillfields", "Coventry", 120, &[]),
        place("Hillfields", "Wolverhampton", 40, &[]),
        place("King's Heath", "Birmingham", 300, &[]),
        place("Coventry", "", 9000, &["كوفنتري", "ኮቨንትሪ"]),
        place("St Michael's", "Coventry", 100, &[]),
        place("Bell Green", "Coventry", 90, &[]),
        place("Łódź", "", 1, &[]),
    ])
}

/// Names and fits of what is found.
fn find(text: &str) -> Vec<(String, Fit)> {
    let places = places();
    places
        .find(text, 5)
        .into_iter()
        .map(|found| (places.all()[found.place].full_name(), found.fit))
        .collect()
}

fn first(text: &str) -> Option<String> {
    find(text).into_iter().next().map(|(name, _)| name)
}

#[test]
fn found_however_it_is_written() {
    for text in ["foleshill", "FOLESHILL ", "Foles-hill"] {
        assert_eq!(
            first(text).as_deref(),
            Some("Foleshill, Coventry"),
            "{text}"
        );
    }
    for text in [
        "kings heath",
        "King’s Heath",
        "KING'S  HEATH",
        "kings heath birmingham",
    ] {
        assert_eq!(
            find(text),
            [("King's Heath, Birmingham".into(), Fit::Exact)],
            "{text}"
        );
    }
    assert_eq!(
        first("saint michaels").as_deref(),
        Some("St Michael's, Coventry")
    );
    assert_eq!(first("lodz").as_deref(), Some("Łódź"));
    assert_eq!(find("ኮቨንትሪ"), [("Coventry".into(), Fit::Exact)]);
    // With vowel marks, lengthening, and the Persian form of a letter.
    for text in ["كوفنتري", "كُوفِنتري", "کوفنتری", "كوفنـــتري"] {
        assert_eq!(find(text), [("Coventry".into(), Fit::Exact)], "{text}");
    }
}

#[test]
fn half_typed_and_misspelt() {
    assert_eq!(find("foles"), [("Foleshill, Coventry".into(), Fit::Prefix)]);
    assert_eq!(find("green"), [("Bell Green, Coventry".into(), Fit::Word)]);
    for text in [
        "folshill",
        "foleshjl",
        "foelshill",
        "folleshhill",
        "fuleshill",
    ] {
        assert_eq!(
            find(text),
            [("Foleshill, Coventry".into(), Fit::Misspelt)],
            "{text}"
        );
    }
    assert_eq!(find("coventy"), [("Coventry".into(), Fit::Misspelt)]);
    for text in [
        "zzz",
        "fole",
        "xyzzy",
        "",
        " ",
        "?",
        "birmingham new street",
    ] {
        assert!(
            find(text).iter().all(|(_, fit)| *fit == Fit::Prefix),
            "{text}: {:?}",
            find(text)
        );
    }
}

#[test]
fn several_of_one_name_are_all_offered_the_larger_first() {
    let expected = [
        ("Hillfields, Coventry".into(), Fit::Exact),
        ("Hillfields, Wolverhampton".into(), Fit::Exact),
    ];
    assert_eq!(find("hillfields"), expected);
    assert_eq!(
        find("Hillfields, Wolverhampton"),
        [("Hillfields, Wolverhampton".into(), Fit::Exact)]
    );
}

proptest! {
    #[test]
    fn folding_is_idempotent_and_single_spaced(text in ".{0,40}") {
        let folded = fold(&text);
        prop_assert_eq!(&fold(&folded), &folded);
        prop_assert!(!folded.starts_with(' ') && !folded.ends_with(' ') && !folded.contains("  "));
    }

    #[test]
    fn a_name_with_one_letter_wrong_is_still_found(at in 0usize..9, letter in "[a-z]") {
        let mut name: Vec<char> = "foleshill".chars().collect();
        name[at] = letter.chars().next().expect("a letter");
        let name: String = name.into_iter().collect();
        let found = first(&name);
        prop_assert_eq!(found.as_deref(), Some("Foleshill, Coventry"));
    }

    #[test]
    fn any_text_is_answered(text in ".{0,200}") {
        let _ = places().find(&text, 5);
    }
}
