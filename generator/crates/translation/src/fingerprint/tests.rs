//! What changes a fingerprint, and what does not.

use super::*;
use crate::Reading;
use document::{Document, Options};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn document(text: &str) -> Document {
    let options = Options {
        language: "en".to_owned(),
        ..Options::default()
    };
    document::parse("en.md", text, 0, &options).0
}

fn fingerprints(document: &Document) -> BTreeMap<String, Fingerprint> {
    let ids = document.sections.iter().map(|section| section.id.clone());
    ids.zip(Reading::all(document).iter().map(|r| r.fingerprint))
        .collect()
}

fn of(text: &str) -> Fingerprint {
    fingerprints(&document(text))["intro"]
}

/// Which of the two hashes differ: text, facts.
fn changes(before: &str, after: &str) -> (bool, bool) {
    let (before, after) = (of(before), of(after));
    (before.text != after.text, before.facts != after.facts)
}

#[test]
fn the_rule_stays_as_it_is() {
    // These are in every city's translations. If this test fails, the rule has changed and needs a new number.
    let text = "Leave within 28 days, by 9 March, or call [us](tel:08001234567). See [](fact:rate) at <https://www.gov.uk/x>.\n\n> [!CAUTION]\n> You **must not** sign. {#sign}\n";
    assert_eq!(of(text).to_string(), "1:1c143616f0cdbee2:72aae18a1a2964a1");
    // The number words and months belong to the rule too.
    let all: Vec<_> = crate::lexicon::forms()
        .map(|(language, form)| {
            let options = Options {
                language: language.to_owned(),
                ..Options::default()
            };
            let (document, _) =
                document::parse("x.md", &format!("{form} 28 {form} x"), 0, &options);
            fingerprints(&document)["intro"].to_string()
        })
        .collect();
    let mut hash = Hash::default();
    hash.add("all", &all.concat());
    assert_eq!(
        format!("{} {:016x}", all.len(), hash.finish()),
        "374 326616a4f239838e"
    );
}

#[test]
fn prints_reads_and_refuses() {
    let text = "1:6a0c2f1b9e44d871:0f3b77d2a1c95e60";
    let read: Fingerprint = text.parse().unwrap();
    assert_eq!(read.to_string(), text);
    assert_eq!(serde_json::to_string(&read).unwrap(), format!("\"{text}\""));
    assert_eq!(
        serde_json::from_str::<Fingerprint>(&format!("\"{text}\"")).unwrap(),
        read
    );
    for (bad, why) in [
        ("", ParseFingerprintError::Parts),
        ("1:6a0c2f1b9e44d871", ParseFingerprintError::Parts),
        (
            "1:6a0c2f1b9e44d871:0f3b77d2a1c95e60:",
            ParseFingerprintError::Parts,
        ),
        (
            "+1:6a0c2f1b9e44d871:0f3b77d2a1c95e60",
            ParseFingerprintError::Rule,
        ),
        (
            "99999999999:6a0c2f1b9e44d871:0f3b77d2a1c95e60",
            ParseFingerprintError::Rule,
        ),
        (
            "1:6A0C2F1B9E44D871:0f3b77d2a1c95e60",
            ParseFingerprintError::Hash,
        ),
        (
            "1:6a0c2f1b9e44d87:0f3b77d2a1c95e60",
            ParseFingerprintError::Hash,
        ),
        (
            "1:6a0c2f1b9e44d871:+f3b77d2a1c95e60",
            ParseFingerprintError::Hash,
        ),
    ] {
        assert_eq!(bad.parse::<Fingerprint>(), Err(why), "{bad}");
    }
}

#[test]
fn looks_do_not_count() {
    for (before, after) in [
        ("You have 28 days.", "You   have\n**28** days"),
        ("You have 28 days.", "You have *28 days*!"),
        ("Don't sign it", "Don’t sign it"),
        (
            "See [health](../health/).",
            "See [health](../health-care/#gp).",
        ),
        ("An e-mail, perhaps", "An e mail (perhaps)"),
        ("One. Two.", "- One\n- Two"),
        ("See [the centre](service:a)", "See [the centre](service:b)"),
        ("![A clock](a.svg)", "![A clock](b.svg)"),
        ("28–42 days", "28-42 days"),
        ("caf\u{e9}", "cafe\u{301}"),
    ] {
        assert_eq!(changes(before, after), (false, false), "{before} / {after}");
    }
}

#[test]
fn words_make_it_stale_and_facts_make_it_unsafe() {
    for (before, after) in [
        ("Take your letter.", "Bring your letter."),
        ("> [!NOTE]\n> Stop", "> [!CAUTION]\n> Stop"),
        ("You may work", "You ~~may~~ work"),
        ("[](service:a)", "[](service:b)"),
    ] {
        assert!(changes(before, after).0, "{before} / {after}");
    }
    assert_eq!(
        changes("Take your letter.", "Bring your letter."),
        (true, false)
    );
    assert_eq!(changes("One of them", "Some of them"), (true, false));
    for (before, after) in [
        ("within 28 days", "within 42 days"),
        ("within 28 days", "within 28 weeks"),
        ("within three months", "within six months"),
        ("by 9 March", "by 9 April"),
        ("in March 2026", "in April 2026"),
        ("28 days, then 42 days", "42 days, then 28 days"),
        ("pay £1.50", "pay £150"),
        ("pay £5", "pay €5"),
        ("[](fact:rate)", "[](fact:limit)"),
        ("[us](https://a.example/)", "[us](https://b.example/)"),
        ("write to a@b.example", "write to c@b.example"),
        ("[us](tel:0800111)", "[us](tel:0800112)"),
        ("You must go. {#go}", "You must not go. {#go}"),
        ("You must go. {#go}", "You must go."),
        (
            "```only council=coventry\nA\n```\n",
            "```only council=walsall\nA\n```\n",
        ),
        ("CV1 5FB", "CV1 5FC"),
    ] {
        assert!(changes(before, after).1, "{before} / {after}");
    }
}

/// Paragraphs of words and numbers, with a mark of emphasis to put around each.
fn words() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec("[a-z]{1,8}|[1-9][0-9]{0,3}|م[ا-ي]{1,4}", 1..20)
}

proptest! {
    #[test]
    fn white_space_and_emphasis_never_count(words in words(), spaces in prop::collection::vec(0..3_usize, 20), marks in prop::collection::vec(0..4_usize, 20)) {
        let mut plain = String::new();
        let mut dressed = String::new();
        for (at, word) in words.iter().enumerate() {
            plain.push_str(word);
            plain.push(' ');
            let mark = ["", "*", "**", "***"][marks[at]];
            dressed.push_str(&format!("{mark}{word}{mark}"));
            dressed.push_str([" ", "\n", "   "][spaces[at]]);
        }
        // A number at the beginning of a line would begin a list.
        let (plain, dressed) = (format!("So {plain}"), format!("So {}", dressed.replace('\n', " \u{200b}\n\u{200b}")));
        prop_assert_eq!(of(&plain), of(&dressed), "{:?} / {:?}", plain, dressed);
    }

    #[test]
    fn a_changed_number_is_always_seen(words in words(), number in 2..10_000_u32, other in 2..10_000_u32, at in 0..20_usize) {
        prop_assume!(number != other);
        let with = |number: u32| {
            let mut words = words.clone();
            words.insert(at.min(words.len()), number.to_string());
            of(&format!("So {}", words.join(" ")))
        };
        prop_assert_ne!(with(number).facts, with(other).facts);
        prop_assert_ne!(with(number).text, with(other).text);
    }

    #[test]
    fn no_text_panics(text in any::<String>()) {
        fingerprints(&document(&text));
    }
}
