use super::*;
use proptest::prelude::*;

fn gb() -> Format {
    Format::for_country("GB").expect("Great Britain has postcodes")
}

/// Everything that a text can be, as people write it, with its level.
fn read(format: &Format, text: &str) -> Vec<(String, Level)> {
    let candidates = format.read(text).candidates;
    candidates
        .iter()
        .map(|code| (format.display(code), code.level))
        .collect()
}

#[test]
fn one_postcode_typed_in_many_ways() {
    for text in [
        "CV1 5FB",
        "cv15fb",
        "Cv1-5fB",
        " cv1  5 fb ",
        "CV1.5FB",
        "cv1\u{a0}5fb",
        "\u{202a}CV1 5FB\u{202c}",
        "ＣＶ１　５ＦＢ",
        "CV١ ٥FB",
        "CV۱ ۵FB",
        "CV੧ ੫FB",
        "CV፩ ፭FB", // full width, Arabic, Persian, Gurmukhi, Ethiopic
        "СV1 5FВ",
        "сv1 5fв", // Cyrillic С and В
        "CVI 5FB",
        "CVl 5FB",
        "CV1 SFB",
        "c v 1 5 f b",
    ] {
        assert_eq!(
            gb().normalise(text).map(|code| code.key).as_deref(),
            Some("CV15FB"),
            "{text}"
        );
    }
    // Ethiopic writes eleven as ten and one; Greek letters for B and A.
    assert_eq!(
        gb().normalise("Β፲፩ 1ΑΑ")
            .map(|code| gb().display(&code))
            .as_deref(),
        Some("B11 1AA")
    );
    assert_eq!(
        gb().normalise("B፲ 1AA")
            .map(|code| gb().display(&code))
            .as_deref(),
        Some("B10 1AA")
    );
    // I and O are not in the second half.
    assert_eq!(
        gb().normalise("B10 9IA").map(|code| code.key).as_deref(),
        Some("B109LA")
    );
    assert_eq!(gb().normalise("BO1 9AA"), gb().normalise("BO19AA"));
}

#[test]
fn parts_of_postcodes() {
    let (district, sector) = (Level::District, Level::Sector);
    assert_eq!(read(&gb(), "cv1 5"), [("CV1 5".into(), sector)]);
    // Without the gap it can be either; the rougher first.
    assert_eq!(
        read(&gb(), "cv15"),
        [("CV15".into(), district), ("CV1 5".into(), sector)]
    );
    assert_eq!(read(&gb(), "B1 1"), [("B1 1".into(), sector)]);
    assert_eq!(read(&gb(), "b1"), [("B1".into(), district)]);
    assert_eq!(read(&gb(), "cv"), [("CV".into(), Level::Area)]);
    assert_eq!(read(&gb(), "EC1A 1"), [("EC1A 1".into(), sector)]);
    for unfinished in ["CV1 5F", "cv15f", "B1 1A"] {
        let reading = gb().read(unfinished);
        assert!(
            reading.incomplete && reading.candidates.is_empty(),
            "{unfinished}: {reading:?}"
        );
    }
    let unit = gb().normalise("B11 1AA").expect("a postcode");
    let part = |level| gb().part(&unit, level).map(|code| gb().display(&code));
    assert_eq!(part(Level::Sector).as_deref(), Some("B11 1"));
    assert_eq!(part(Level::District).as_deref(), Some("B11"));
    assert_eq!(part(Level::Area).as_deref(), Some("B"));
    let district = gb().part(&unit, Level::District).expect("a district");
    assert_eq!(gb().part(&district, Level::Sector), None);
}

#[test]
fn what_is_no_postcode_is_none() {
    for text in [
        "",
        " ",
        "-",
        "Foleshill",
        "CV1 5FC",
        "CV1 5FBX",
        "1CV 5FB",
        "CV1 5 FB 7",
        "CVX 5FB",
        "12345",
        "CV1 5F!B?x",
        "ひらがな",
        "CV1 5FB CV1 5FB",
        "مرحبا",
        "😀",
        "CV1\u{0} 5FB",
    ] {
        assert_eq!(gb().normalise(text), None, "{text}");
    }
}

#[test]
fn other_countries_by_their_patterns() {
    let written = |country: &str, text: &str| {
        let format = Format::for_country(country).expect("a format");
        format.normalise(text).map(|code| format.display(&code))
    };
    for (country, text, expected) in [
        ("NL", "1012ab", "1012 AB"),
        ("NL", "NL-1012 AB", "1012 AB"),
        ("NL", "1O12 AB", "1012 AB"),
        ("DE", "D-04109", "04109"),
        ("DE", "O41O9", "04109"),
        ("DE", "٠٤١٠٩", "04109"),
        ("SE", "41103", "411 03"),
        ("SE", "SE-411 03", "411 03"),
        ("SE", "S41103", "411 03"),
        ("LV", "1073", "LV-1073"),
        ("LV", "lv1073", "LV-1073"),
        ("PL", "00950", "00-950"),
        ("PT", "1250096", "1250-096"),
        ("MT", "vct1753", "VCT 1753"),
    ] {
        assert_eq!(
            written(country, text).as_deref(),
            Some(expected),
            "{country} {text}"
        );
    }
    for (country, text) in [
        ("NL", "1012"),
        ("DE", "0410"),
        ("DE", "041099"),
        ("SE", "411"),
        ("DE", "X04109"),
    ] {
        assert_eq!(written(country, text), None, "{country} {text}");
    }
    let dutch = Format::for_country("NL").expect("a format");
    assert_eq!(read(&dutch, "1012"), [("1012".into(), Level::District)]);
    for (country, pattern) in countries::PATTERNS {
        assert!(Format::parse(pattern).is_ok(), "{country}");
    }
    assert!(countries::PATTERNS.is_sorted());
    assert_eq!(Format::for_country("XX"), None);
}

#[test]
fn patterns_that_are_none_say_where() {
    for (pattern, at) in [
        ("", 0),
        ("dx", 1),
        ("d[dd]", 1),
        ("d/", 2),
        ("/d", 0),
        ("d d ", 4),
        ("d//d", 2),
        ("dddddddddd", 9),
        ("(SE", 0),
        ("d\"LV\"", 1),
        ("d/d/d/d/d", 7),
        ("ñ", 0),
    ] {
        assert_eq!(
            Format::parse(pattern).map_err(|error| error.at),
            Err(at),
            "{pattern}"
        );
    }
}

prop_compose! {
    fn written()(area in "[A-Z]{1,2}", district in "[0-9][0-9A-Z]?", inward in "[0-9][ABD-HJLNP-UW-Z]{2}") -> String {
        format!("{area}{district} {inward}")
    }
}

proptest! {
    #[test]
    fn a_postcode_is_read_as_it_is_written(text in written()) {
        let code = gb().normalise(&text).expect("a postcode");
        prop_assert_eq!(gb().display(&code), text.clone());
        // Case and gaps make no difference.
        let closed: String = text.to_lowercase().split(' ').collect();
        prop_assert_eq!(gb().normalise(&closed), Some(code.clone()));
        let (number, same) = gb().numbers(&code).expect("it fits");
        prop_assert_eq!(number, same);
        prop_assert_eq!(gb().unit(number), code);
    }

    #[test]
    fn normalising_is_idempotent(text in ".{0,12}") {
        for country in ["GB", "NL", "DE", "SE", "LV", "PT"] {
            let format = Format::for_country(country).expect("a format");
            for code in format.read(&text).candidates {
                let again = format.read(&format.display(&code)).candidates;
                prop_assert_eq!(again.first(), Some(&code), "{} {}", country, text);
            }
        }
    }

    #[test]
    fn any_text_and_pattern_is_answered(text in ".{0,100}", pattern in "[dLlA\\[\\]/ \"()|-]{0,20}") {
        let _ = gb().read(&text);
        if let Ok(format) = Format::parse(&pattern) {
            for code in format.read(&text).candidates {
                prop_assert!(format.numbers(&code).is_some());
            }
        }
    }
}
