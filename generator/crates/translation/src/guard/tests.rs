//! What the guard sees across languages.

use super::*;
use crate::Reading;
use document::{Document, Options};
use proptest::prelude::*;

fn document(text: &str) -> Document {
    document::parse("x.md", text, 0, &Options::default()).0
}

fn differ(source: &str, language: &str, translated: &str) -> Vec<Difference> {
    let read =
        |text: &str, language: &str| Reading::of(&document(text).sections[0], language).facts;
    facts_differ(&read(source, "en"), &read(translated, language))
}

fn number(number: &str) -> Critical {
    Critical::Number(number.to_owned())
}

#[test]
fn a_true_translation_is_not_warned_of() {
    for (source, language, translated) in [
        (
            "You have 28 days and £49.18.",
            "ar",
            "لديك ٢٨ يوماً و ٤٩٫١٨ جنيه.",
        ),
        (
            "You have 28 days and £1,250.",
            "fa",
            "شما ۲۸ روز و ۱٬۲۵۰ پوند دارید.",
        ),
        ("You have 28 days.", "pa", "ਤੁਹਾਡੇ ਕੋਲ ੨੮ ਦਿਨ ਹਨ।"),
        ("You have 28 days.", "ti", "፳፰ መዓልቲ ኣለኩም።"),
        (
            "It costs £1,250.50 or 14,000 zł.",
            "pl",
            "Kosztuje 1250,50 GBP albo 14 000 zł.",
        ),
        ("It costs £1,250.", "fr", "Cela coûte 1\u{202f}250 £."),
        ("Within three months", "fr", "Dans les 3 mois"),
        ("Within 3 months", "ro", "În termen de trei luni"),
        (
            "Within three months of two letters",
            "ar",
            "خلال ثلاثة أشهر من رسالتين",
        ),
        ("Within twelve months", "ar", "خلال اثني عشر شهراً"),
        ("Within eleven days", "ti", "ኣብ ውሽጢ ዓሰርተ ሓደ መዓልቲ"),
        ("Within six weeks", "ur", "چھ ہفتوں کے اندر"),
        ("Within five days", "ckb", "لە ماوەی پێنج ڕۆژدا"),
        ("Within seven days", "pa", "ਸੱਤ ਦਿਨਾਂ ਦੇ ਅੰਦਰ"),
        ("Within eight days", "pl", "W ciągu ośmiu dni"),
        (
            "One of them has two children",
            "pl",
            "Ktoś z nich ma dzieci",
        ),
        ("By 9 March 2026", "ar", "بحلول 9 مارس 2026"),
        ("By 9 March 2026", "ckb", "تا 09/03/2026"),
        ("On 5 October", "ckb", "لە 5 تشرینی یەکەم"),
        ("Before 12 May", "fa", "قبل از ۱۲ مه"),
        ("Call 0800 123 4567.", "ar", "اتصل على ٠٨٠٠١٢٣٤٥٦٧."),
        (
            "Call [0800 123 4567](tel:08001234567).",
            "fr",
            "Appelez le [0800-123-4567](tel:08001234567).",
        ),
        ("From 9:00 to 17:30", "fr", "De 9 à 17:30"),
        (
            "See <https://www.gov.uk/x>, [](fact:rate)",
            "ur",
            "[](fact:rate) دیکھیں <https://www.gov.uk/x>",
        ),
        ("You may stay 3 days", "xx", "Xxx 3 xxx"),
        ("If you are not a citizen", "ar", "إذا لست مواطنًا"),
        ("Within six days", "ar", "لستة أيام"),
        ("From 9:30 to 17:15", "pl", "Od 9.30 do 17.15"),
        ("From 9.30 to 10.05", "fr", "De 9:30 à 10:05"),
        ("Call 024 7678 6666", "pl", "Zadzwoń: +44 24 7678 6666"),
        (
            "Leave in 28 days. {#a}\n\nSign in 14 days. {#b}",
            "fr",
            "Partez dans les 28 jours. {#a}\n\nSignez dans les 14 jours. {#b}",
        ),
        ("Within four weeks", "xx", "Xxx xxx"),
    ] {
        assert_eq!(
            differ(source, language, translated),
            [],
            "{source} / {translated}"
        );
    }
}

#[test]
fn what_is_lost_or_added_is_named() {
    use Difference::{Added, Elsewhere, Lacking};
    for (source, language, translated, expected) in [
        (
            "You have 28 days.",
            "ar",
            "لديك ٢٤ يوماً.",
            vec![Lacking(number("28")), Added(number("24"))],
        ),
        (
            "Within three months",
            "fr",
            "Dans les deux mois",
            vec![Lacking(number("3"))],
        ),
        ("Soon", "pl", "W ciągu ośmiu dni", vec![Added(number("8"))]),
        (
            "By 9 March",
            "ar",
            "بحلول 9 مايو",
            vec![Lacking(Critical::Month(3)), Added(Critical::Month(5))],
        ),
        (
            "Call 0800 123 4567",
            "fr",
            "Appelez le 0800 123 4576",
            vec![
                Lacking(Critical::Telephone("08001234567".into())),
                Added(Critical::Telephone("08001234576".into())),
            ],
        ),
        (
            "[a](https://a.example/)",
            "fr",
            "[a](https://b.example/)",
            vec![
                Lacking(Critical::Url("https://a.example/".into())),
                Added(Critical::Url("https://b.example/".into())),
            ],
        ),
        (
            "Within [](fact:notice)",
            "fr",
            "Dans les 28 jours",
            vec![
                Lacking(Critical::Fact("notice".into())),
                Added(number("28")),
            ],
        ),
        (
            "Write to Help@example.org",
            "fr",
            "Écrivez",
            vec![Lacking(Critical::Email("help@example.org".into()))],
        ),
        (
            "Leave in 28 days. {#a}\n\n- Sign in 14 days. {#b}",
            "fr",
            "Partez dans les 14 jours. {#a}\n\n- Signez dans les 28 jours. {#b}",
            vec![
                Elsewhere {
                    statement: "a".into(),
                    critical: number("28"),
                },
                Elsewhere {
                    statement: "b".into(),
                    critical: number("14"),
                },
            ],
        ),
        (
            "From 9:30",
            "pl",
            "Od 9.45",
            vec![Lacking(number("9:30")), Added(number("9.45"))],
        ),
        (
            "```only council=coventry\nA\n```\n",
            "fr",
            "A",
            vec![Lacking(Critical::Council("coventry".into()))],
        ),
    ] {
        assert_eq!(
            differ(source, language, translated),
            expected,
            "{source} / {translated}"
        );
    }
}

#[test]
fn a_difference_can_be_said_in_words() {
    assert_eq!(number("28").to_string(), "the number 28");
    assert_eq!(Critical::Fact("rate".into()).to_string(), "the fact `rate`");
}

proptest! {
    #[test]
    fn a_text_never_differs_from_itself(text in any::<String>()) {
        let document = document(&text);
        for section in &document.sections {
            let facts = Reading::of(section, "en").facts;
            prop_assert_eq!(facts_differ(&facts, &facts), []);
        }
    }

    #[test]
    fn digits_of_any_script_are_the_same_number(value in 13..1_000_000_u32, zero in prop::sample::select(vec![0x660_u32, 0x6f0, 0xa66])) {
        let translated: String = value.to_string().bytes()
            .map(|b| char::from_u32(zero + u32::from(b - b'0')).unwrap())
            .collect();
        prop_assert_eq!(differ(&format!("So {value} days"), "ar", &format!("م {translated} م")), []);
    }
}
