//! From a text to a place.

use super::*;

/// Outcome, label and precision of what a text is understood as.
fn understood(text: &str) -> (Outcome, Option<(String, Precision)>) {
    let answer = find(text);
    (
        answer.outcome,
        answer.place.map(|place| (place.label, place.precision)),
    )
}

#[test]
fn what_was_typed_and_how_exactly_it_is_known() {
    let found = |label: &str, precision| (Outcome::Found, Some((label.to_string(), precision)));
    assert_eq!(understood("cv15fb"), found("CV1 5FB", Precision::Postcode));
    assert_eq!(understood("cv1 5"), found("CV1 5", Precision::Sector));
    assert_eq!(understood("CV7"), found("CV7", Precision::District));
    assert_eq!(understood("foleshil"), found("Foleshill", Precision::Place));
    assert_eq!(
        understood("fuleshill"),
        found("Foleshill", Precision::Place)
    );
    assert_eq!(
        understood("Hillfields, Coventry"),
        found("Hillfields", Precision::Place)
    );
    assert_eq!(
        understood("12 Example Street, Coventry CV1 5FB"),
        found("CV1 5FB", Precision::Postcode)
    );
    assert_eq!(
        understood("CV1 5FB, Coventry"),
        found("CV1 5FB", Precision::Postcode)
    );
    for (text, outcome) in [
        ("", Outcome::Nothing),
        ("CV", Outcome::Incomplete),
        ("cv1 5f", Outcome::Incomplete),
        ("hillfields", Outcome::Ambiguous),
        ("M1 1AA", Outcome::NotInRegion),
        ("xyzzy", Outcome::NotUnderstood),
        ("????", Outcome::NotUnderstood),
    ] {
        assert_eq!(understood(text), (outcome, None), "{text}");
    }
}

#[test]
fn a_new_postcode_uses_the_area_around_it_and_says_so() {
    let answer = find("CV1 5ZZ");
    let place = answer.place.expect("the sector is known");
    assert_eq!(
        (answer.outcome, place.label.as_str(), place.asked.as_deref()),
        (Outcome::Around, "CV1 5", Some("CV1 5ZZ"))
    );
    assert_eq!(place.precision, Precision::Sector);
    assert_eq!(
        find("CV1 9ZZ").place.map(|place| place.label).as_deref(),
        Some("CV1")
    );
}

#[test]
fn what_else_may_be_meant_is_offered_and_finds_itself() {
    // CV15 is a district and, closed up, the sector CV1 5.
    let answer = find("cv15");
    assert_eq!(
        answer.place.map(|place| place.label).as_deref(),
        Some("CV15")
    );
    assert_eq!(
        answer
            .alternatives
            .iter()
            .map(|other| other.text.as_str())
            .collect::<Vec<_>>(),
        ["CV1 5"]
    );
    let answer = find("hillfields");
    let offered: Vec<&str> = answer
        .alternatives
        .iter()
        .map(|other| other.text.as_str())
        .collect();
    assert_eq!(
        offered,
        ["Hillfields, Coventry", "Hillfields, Wolverhampton"]
    );
    for other in &answer.alternatives {
        let found = find(&other.text);
        assert_eq!(
            (found.outcome, found.place.map(|place| place.position)),
            (Outcome::Found, Some(other.position))
        );
    }
}

#[test]
fn a_name_is_taken_as_it_is_spelt() {
    // It could be the beginning of A5 7.. with O for 0.
    let answer = find("aston");
    assert_eq!(answer.outcome, Outcome::Found);
    assert_eq!(answer.place.map(|place| place.label), Some("Aston".into()));
    // Aston Heath was not meant: it is offered to nobody who spelt Aston.
    assert_eq!(answer.alternatives, []);
}

#[test]
fn a_postcode_is_found_in_an_address() {
    for address in [
        "Flat 2, 10 Howard Street, Coventry CV1 5FB",
        "CV1 5FB, Coventry",
        "10 Howard Street CV15FB Coventry",
    ] {
        let answer = find(address);
        assert_eq!(answer.outcome, Outcome::Found, "{address}");
        assert_eq!(
            answer.place.map(|place| place.label),
            Some("CV1 5FB".into()),
            "{address}"
        );
    }
    // One that is not known has an area around it that is; a part alone says too little among words.
    assert_eq!(find("10 High Street, CV1 5ZZ").outcome, Outcome::Around);
    assert_eq!(find("CV1 High Street").outcome, Outcome::NotUnderstood);
}

#[test]
fn a_code_of_several_places_offers_them() {
    let format = Format::for_country("DE").expect("a format");
    let code = format.normalise("01945").expect("a postcode");
    let mut builder = Builder::new(format);
    let council = builder.council(Council {
        code: "12066".into(),
        county: String::new(),
        name: "OSL".into(),
    });
    builder.unit(Unit {
        code: code.clone(),
        degrees: (51.39, 13.9),
        council: Some(council),
    });
    for (name, position) in [
        ("Kroppen", at(51.3833, 13.8)),
        ("Grünewald", at(51.4, 14.0)),
    ] {
        builder.variant(
            &code,
            Variant {
                name: name.into(),
                position,
                council: Some(council),
            },
        );
    }
    let gazetteer = Gazetteer::decode(&builder.encode().expect("written")).expect("read");
    let nothing = directory(vec![]);
    let german = |text: &str| search(&nothing, Some(&gazetteer), &ask(text));
    let answer = german("D-01945");
    assert_eq!(answer.outcome, Outcome::Ambiguous);
    assert!(answer.place.is_some_and(|place| place.roughness_m > 3_000));
    let offered: Vec<&str> = answer
        .alternatives
        .iter()
        .map(|other| other.text.as_str())
        .collect();
    assert_eq!(offered, ["01945 Grünewald", "01945 Kroppen"]);
    for other in &answer.alternatives {
        let place = german(&other.text).place.expect("it finds itself");
        assert_eq!(
            (place.label.as_str(), place.position),
            (other.text.as_str(), other.position)
        );
    }
}

#[test]
fn a_part_of_several_places_offers_them_too() {
    let format = Format::for_country("NL").expect("a format");
    let mut builder = Builder::new(format.clone());
    for (digits, middle) in [("1240", at(52.04, 5.0)), ("1241", at(52.1, 5.0))] {
        let reading = format.read(digits);
        builder.part(crate::gazetteer::Spot {
            code: reading.candidates[0].clone(),
            position: middle,
            roughness_m: 2_200,
            councils: Vec::new(),
            variants: Vec::new(),
        });
    }
    let code = format.read("1240").candidates[0].clone();
    for (name, position) in [("Veendorp", at(52.06, 5.0)), ("Kerkdorp", at(52.02, 5.0))] {
        let variant = Variant {
            name: name.into(),
            position,
            council: None,
        };
        builder.variant(&code, variant);
    }
    let bytes = builder.encode().expect("written");
    let gazetteer = Gazetteer::decode(&bytes).expect("read");
    // What is read and written again is the same.
    let again = Builder::from_gazetteer(&gazetteer).encode();
    assert_eq!(again.as_ref(), Ok(&bytes));
    let nothing = directory(vec![]);
    let dutch = |text: &str| search(&nothing, Some(&gazetteer), &ask(text));
    let answer = dutch("1240 XY");
    assert_eq!(answer.outcome, Outcome::Ambiguous);
    let place = answer.place.expect("a middle");
    assert_eq!(
        (place.label.as_str(), place.asked.as_deref()),
        ("1240", Some("1240 XY"))
    );
    let offered: Vec<&str> = answer
        .alternatives
        .iter()
        .map(|other| other.text.as_str())
        .collect();
    assert_eq!(offered, ["1240 Kerkdorp", "1240 Veendorp"]);
    for other in &answer.alternatives {
        let place = dutch(&other.text).place.expect("it finds itself");
        assert_eq!(
            (place.label, place.position),
            (other.text.clone(), other.position)
        );
    }
    assert_eq!(dutch("1241 AA").outcome, Outcome::Around);
}

#[test]
fn the_council_is_named_only_from_a_whole_postcode() {
    let council = |text: &str| find(text).place.map(|place| place.council);
    let name = |council: &CouncilRef| (council.name.clone(), council.area);
    let Some(CouncilAnswer::Named(coventry)) = council("CV1 5FB") else {
        panic!("it is named")
    };
    assert_eq!(name(&coventry), ("كوفنتري".into(), Some(0)));
    // A district of a county is itself, and belongs to the county's area.
    let Some(CouncilAnswer::Named(rugby)) = council("CV21 1AA") else {
        panic!("it is named")
    };
    assert_eq!(name(&rugby), ("Rugby".into(), Some(1)));
    let Some(CouncilAnswer::Probably { likely, or }) = council("CV7 7") else {
        panic!("only probably")
    };
    assert_eq!(
        (name(&likely), or.iter().map(name).collect::<Vec<_>>()),
        (("Solihull".into(), None), vec![("كوفنتري".into(), Some(0))])
    );
    assert!(matches!(council("CV1 5"), Some(CouncilAnswer::Probably { or, .. }) if or.is_empty()));
    assert!(matches!(
        council("foleshill"),
        Some(CouncilAnswer::Probably { .. })
    ));
    let device = Query {
        location: Some(at(52.3901, -1.6401)),
        location_accuracy_m: 40,
        ..ask("")
    };
    let place = search(&directory(vec![]), Some(gazetteer()), &device)
        .place
        .expect("a place");
    assert!(matches!(place.council, CouncilAnswer::Probably { .. }));
    assert_eq!(
        (place.precision, place.roughness_m),
        (Precision::Location, 40)
    );
    let abroad = Query {
        location: Some(at(48.0, 2.0)),
        ..ask("")
    };
    assert!(
        search(&directory(vec![]), Some(gazetteer()), &abroad)
            .place
            .is_some_and(|place| place.council == CouncilAnswer::Unknown)
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_answered(text in ".{0,60}") {
        let _ = find(&text);
    }

    #[test]
    fn any_known_postcode_finds_itself(lower: bool, at in 0usize..7) {
        let gazetteer = gazetteer();
        let code = &gazetteer.codes(Level::Unit)[at];
        let text = if lower { code.key.to_lowercase() } else { gazetteer.format().display(code) };
        let place = find(&text).place.expect("it is known");
        prop_assert_eq!(place.label, gazetteer.format().display(code));
    }
}
