use super::*;

fn found(text: &str) -> Vec<Kind> {
    let format = Format::for_country("GB").unwrap();
    let areas = ["CV".to_owned(), "B".to_owned()];
    let searcher = Searcher {
        format: Some(&format),
        areas: &areas,
    };
    searcher.search(text).into_iter().map(|h| h.kind).collect()
}

#[test]
fn places_are_found_however_they_are_written() {
    let mut missed = Vec::new();
    for (kind, texts) in [
        (
            Kind::Postcode,
            &[
                "CV1 2HL",
                "cv1 2hl",
                "CV12HL",
                "cv12hl",
                "CV1  2HL",
                "CV1\u{a0}2HL",
                "CV1\u{2007}2HL",
                "CV1\t2HL",
                "CV1\n2HL",
                "CV1–2HL",
                "CV1-2HL",
                "CV1\u{200b}2HL",
                "CV1\u{ad}2HL",
                "C&#86;1 2HL",
                "C&#x56;1 2HL",
                "CV1&nbsp;2HL",
                "CV1&ensp;2HL",
                "CV1\\u00202HL",
                "\\u0043V1 2HL",
                "https://x.example/?q=CV1%202HL",
                "https://x.example/?q=CV1+2HL",
                "https://x.example/?q=CV1%25202HL",
                "CV1. 2HL",
                "CV1, 2HL",
                "CV1/2HL",
                "**CV1** 2HL",
                "*CV1 2*HL",
                "`CV1 2HL`",
                "(CV1)(2HL)",
                "CV1 | 2HL",
                "| CV1 | | 2HL |",
                "- CV1\n- 2HL",
                "C V 1 2 H L",
                "c v 1 2 h l",
                "C-V-1 2-H-L",
                "CV 1 2HL",
                "CV1 2 HL",
                "ＣＶ１ ２ＨＬ",
                "CV١ ٢HL",
                "СV1 2НL",
                "ϹV1 2HL",
                "CVl 2HL",
                "CV0 2HL",
                "𝐂𝐕𝟏 𝟐𝐇𝐋",
                "🄲🅅1 2HL",
                "🅲🆅1 2🅷🅻",
                "ᴄᴠ1 2ʜʟ",
                "refuge-cv1-2hl",
                "refuge_cv12hl",
                "CV1_2HL",
                "\u{202d}CV1\u{202c} 2HL",
                "CV1\u{fe0f} 2HL",
                "CV1 · 2HL",
                "CV1 — 2HL",
            ][..],
        ),
        (Kind::District, &["CV1", "in cv1", "(CV1)", "CV1 5"]),
        (
            Kind::Coordinates,
            &[
                "52.4052, -1.5018",
                "52.4052,-1.5018",
                "52.4052 / -1.5018",
                "lat 52.41, long -1.50",
                "52.4052°N 1.5018°W",
                "N52.4052 W1.5018",
                "N52 24.312 W001 30.108",
                "N 52 24.312, W 1 30.108",
                "52,4052; -1,5018",
                "52° 24' 18\" N",
                "52°24.312'N",
                "52 24.312 N, 1 30.108 W",
                "52º24′18″N 1º30′6″W",
                "٥٢.٤٠٥٢",
                "52.405, -1.501",
                "latitude=52.4052&longitude=-1.5018",
            ],
        ),
        (
            Kind::GridReference,
            &[
                "SP 337 790",
                "SP337790",
                "SP 33790 79012",
                "30U WC 12345 67890",
            ],
        ),
        (
            Kind::PlusCode,
            &["9C4WCX4X+3H", "CX4X+3H Coventry", "cx4x+3h"],
        ),
        (
            Kind::ThreeWords,
            &[
                "///filled.count.soap",
                "filled.count.soap",
                "what3words: filled count soap",
                "w3w",
                "https://w3w.co/a.b.c",
            ],
        ),
        (
            Kind::Map,
            &[
                "https://www.google.com/maps/@52.4,-1.5,17z",
                "https://maps.google.co.uk/?q=refuge",
                "https://maps.app.goo.gl/AbCd",
                "https://goo.gl/maps/x",
                "https://www.openstreetmap.org/#map=17/52.4/-1.5",
                "https://osm.org/go/x",
                "https://bing.com/maps?x",
                "https://maps.apple.com/?x",
                "https://waze.com/ul/x",
                "geo:52.4,-1.5",
                "https://x.example/?u=https%3A%2F%2Fgoo.gl%2Fmaps%2Fx",
                "https://www.streetmap.co.uk/x",
            ],
        ),
        (
            Kind::HiddenLink,
            &[
                "https://bit.ly/x",
                "https://tinyurl.com/x",
                "https://goo.gl/abc",
            ],
        ),
        (
            Kind::Street,
            &[
                "12 Acacia Road",
                "12 acacia road",
                "Flat 3, 12 Acacia Rd.",
                "12a Acacia Avenue",
                "12 St Mary's Close",
                "Acacia Road 12",
                "12, Acacia Street",
                "refuge-12-acacia-road",
                "12 Acacia\u{a0}Road",
                "12 Ac\u{ad}acia Road",
                "12–14 Acacia Road",
                "1 Old Church Lane",
                "12 rue de la Paix",
                "12, rue Victor Hugo",
                "rue de la Paix 12",
                "Calle Mayor, 12",
                "C/ Mayor 12",
                "Via Roma 12",
                "via Roma, 12",
                "Rua Augusta 12",
                "Strada Lipscani nr. 12",
                "ul. Długa 5",
                "ulica Długa 5/7",
                "Hauptstraße 12",
                "Hauptstr. 12",
                "Berliner Straße 12",
                "Kerkstraat 12",
                "Storgatan 5",
                "Nørregade 3",
                "Storgata 3",
                "Kossuth utca 12",
                "Kossuth Lajos u. 12",
                "Pikk tänav 12",
                "Brīvības iela 12",
                "Gedimino gatvė 12",
                "Mannerheimkatu 12",
                "Atatürk Caddesi No: 12",
                "ул. Иван Вазов 12",
                "вул. Шевченка, 12",
                "οδός Ερμού 12",
                "Triq ir-Repubblika 12",
                "12 Heol y Bont",
                "12 Sráid Uí Chonaill",
                "شارع النيل 12",
                "ulice Dlouhá 12",
                "Ulica Ilica 12",
            ],
        ),
        (Kind::StreetName, &["Acacia Road", "in Acacia Avenue"]),
        (
            Kind::Box,
            &[
                "PO Box 123",
                "P.O. Box 123",
                "Postfach 12",
                "Boîte postale 12",
                "Postbus 12",
                "صندوق بريد 12",
            ],
        ),
    ] {
        for text in texts {
            let kinds = found(text);
            if !kinds.contains(&kind) {
                missed.push(format!("{kind:?}: {text:?} {kinds:?}"));
            }
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn other_words_and_numbers_are_no_places() {
    let mut alarms = Vec::new();
    for text in [
        "0808 2000 247, day and night",
        "024 7678 6666",
        "+44 7700 900123",
        "Mo-Fr 09:30-17:00",
        "from 9 to 5 on the road to recovery",
        "24 hours a day, 7 days a week",
        "Room 1 at 9 AM, form N200",
        "£10.50 to £12.50",
        "1.234 people",
        "12,000, 14,000",
        "version 1.2.3",
        "192.168.1.1",
        "It is for women over 18. Street Support Network: safety contacts, verified 28 February 2026",
        "https://github.com/StreetSupport/street-support-va/blob/a05826fe189d6f6b84c8b8de47469d8f378ec484/lib/data/wmca_organizations_v7.json",
        "https://city.example/en/services/s-d356da/",
        "https://www.hartlepoolnow.co.uk/pages/home/information-&-advice/living-well/domestic-abuse",
        "housing@microrainbow.org",
        "www.domestic.abuse.org",
        "Ring before you come. You need an appointment.",
        "English at level A2",
        "20 °C outside",
        "Call 999 at once",
        "What happens there",
        "The Immigration and Asylum Act 1999, section 82",
        "call 111 any time",
        "within 2 miles of the main road",
        "2026-11-21",
        "SC041898",
        "GCSE+",
        "C++",
    ] {
        let kinds = found(text);
        if !kinds.is_empty() {
            alarms.push(format!("{text:?} {kinds:?}"));
        }
    }
    assert!(alarms.is_empty(), "{}", alarms.join("\n"));
}

#[test]
fn postcodes_of_digits_are_told_from_other_numbers() {
    let kinds = |country: &str, text: &str| {
        let format = Format::for_country(country).unwrap();
        let searcher = Searcher {
            format: Some(&format),
            areas: &[],
        };
        searcher.finds(text)
    };
    for (country, text) in [
        ("DE", "10115 Berlin"),
        ("DE", "10115"),
        ("DE", "D-10115"),
        ("NL", "1012 AB"),
        ("NL", "1012ab"),
        ("AT", "1010 Wien"),
        ("SE", "113 47"),
        ("CZ", "110 00"),
        ("PL", "00-950"),
    ] {
        assert!(kinds(country, text), "{country} {text}");
    }
    for (country, text) in [
        ("DE", "08000 116016"),
        ("DE", "+49 30 12345"),
        ("DE", "€12345"),
        ("AT", "2026"),
        ("AT", "im Jahr 2026 Frauen"),
        ("AT", "0800 222 555"),
        ("SE", "020-50 50 50"),
    ] {
        assert!(!kinds(country, text), "{country} {text}");
    }
}

#[test]
fn a_hint_is_quoted_as_it_is_written() {
    let format = Format::for_country("GB").unwrap();
    let searcher = Searcher {
        format: Some(&format),
        areas: &[],
    };
    let text = "at C&#86;1\u{200b}\u{a0}2HL, ask";
    let hints = searcher.search(text);
    assert_eq!(&text[hints[0].span.clone()], "C&#86;1\u{200b}\u{a0}2HL");
    assert_eq!(hints[0].key, "CV12HL");
}

#[test]
fn texts_of_settings_are_read_as_they_are_meant() {
    let format = Format::for_country("GB").unwrap();
    let searcher = Searcher {
        format: Some(&format),
        areas: &[],
    };
    let quoted = |text: &str| -> Vec<String> {
        let hints = searcher.search_toml(text).into_iter();
        hints
            .filter(|h| h.kind.certain())
            .map(|h| text[h.span].to_owned())
            .collect()
    };
    for (text, found) in [
        ("name = \"Refuge CV1 2HL\"", "CV1 2HL"),
        ("name = \"CV1\\u00202HL\"", "\"CV1\\u00202HL\""),
        ("name = \"\\u0043V1 2HL\"", "\"\\u0043V1 2HL\""),
        (
            "a = [\"Old Mill CV1\", \"2HL\"]",
            "\"Old Mill CV1\", \"2HL\"",
        ),
        ("# it is at CV1 2HL\nname = \"x\"", "CV1 2HL"),
        ("[x]\nlatitude = 52.4052", "52.4052"),
        (
            "[[source]]\nurl = \"https://maps.app.goo.gl/x\"",
            "maps.app.goo.gl/x",
        ),
    ] {
        assert!(
            quoted(text).iter().any(|q| q == found),
            "{text}: {:?}",
            quoted(text)
        );
    }
    assert!(quoted("number = \"024 7678 6666\"\nopening_hours = \"Mo-Fr 09:00-17:00\"\nchecked = 2026-11-21").is_empty());
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,60}", dirt in "[A-Z0-9 .,+°'/&#;%\\\\u{}:-]{0,60}") {
        let format = Format::for_country("GB").unwrap();
        let searcher = Searcher { format: Some(&format), areas: &[] };
        for text in [&text, &dirt] {
            for hint in searcher.search(text) {
                proptest::prop_assert!(text.get(hint.span).is_some());
            }
            searcher.search_toml(text);
        }
    }
}

#[test]
fn opening_hours_are_no_place_but_their_remarks_may_be() {
    let format = Format::for_country("GB").unwrap();
    let searcher = Searcher {
        format: Some(&format),
        areas: &[],
    };
    let kinds = |hours: &str| {
        let toml = format!("opening_hours = {hours:?}\n");
        let hints = searcher.search_toml(&toml);
        hints.iter().map(|h| h.kind).collect::<Vec<_>>()
    };
    assert_eq!(kinds("Mo-Fr 09:30-12:30; PH off"), []);
    assert_eq!(kinds("Mo-Fr 09:30-12:30 \"at CV1 2HL\""), [Kind::Postcode]);
    assert_eq!(kinds("CV1 2HL"), [Kind::Postcode]);
}
