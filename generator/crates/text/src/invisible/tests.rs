use super::*;
use proptest::prelude::*;

fn names(text: &str) -> Vec<String> {
    find(text).iter().map(Invisible::name).collect()
}

#[test]
fn what_nobody_sees_is_found_and_named() {
    for (text, name) in [
        (
            "within \u{202e}42\u{202c} days",
            "U+202E (right-to-left override)",
        ),
        ("\u{2067}42\u{2069}", "U+2067 (right-to-left isolate)"),
        ("0800\u{200e}123", "U+200E (left-to-right mark)"),
        ("٤٢\u{61c}", "U+061C (Arabic letter mark)"),
        ("024\u{ad}7622", "U+00AD (soft hyphen)"),
        ("Foles\u{200b}hill", "U+200B (zero-width space)"),
        ("Foles\u{2060}hill", "U+2060 (word joiner)"),
        ("Foles\u{feff}hill", "U+FEFF (zero-width no-break space)"),
        ("a\u{0}b", "U+0000 (control character)"),
        ("a\u{85}b", "U+0085 (control character)"),
        ("a\u{2028}b", "U+2028 (line separator)"),
        ("4\u{fe0f}2", "U+FE0F (variation selector)"),
        ("x\u{e0041}", "U+E0041 (tag character)"),
        ("Free\u{fdd2}", "U+FDD2 (noncharacter)"),
        ("ㅤ", "U+3164 (invisible character)"),
        ("\\u202E42", "U+202E (right-to-left override)"),
        ("\\U0000202E42", "U+202E (right-to-left override)"),
        ("{\"\\U00202E\"}", "U+202E (right-to-left override)"),
        ("&#8238;42", "U+202E (right-to-left override)"),
        ("&#x202E;42", "U+202E (right-to-left override)"),
        ("024&shy;7622", "U+00AD (soft hyphen)"),
    ] {
        assert_eq!(
            names(text).first().map(String::as_str),
            Some(name),
            "{text:?}"
        );
    }
}

#[test]
fn joiners_are_needed_within_words_of_scripts_that_join_and_nowhere_else() {
    for text in [
        "خانه\u{200c}ها",
        "می\u{200c}خواهم",
        "٥ ه\u{200d}.",
        "र्\u{200d}य",
        "ਕ੍\u{200d}ਯ",
        "ര്\u{200d} ",
        "❤\u{fe0f} 1\u{fe0f}\u{20e3} 👨\u{200d}👩\u{200d}👧",
        "no-break\u{a0}space, thin\u{2009}space, tab\t, line\r\n",
        "&amp; &nbsp; \\u00e9 \\n AT&T; R&D",
        "۝ ٪",
    ] {
        assert_eq!(names(text), Vec::<String>::new(), "{text:?}");
    }
    for text in [
        "4\u{200c}2",
        "٤\u{200c}٢",
        "۴\u{200d}۲",
        "gov\u{200c}uk",
        "خانه\u{200c}42",
        "42\u{200c}ها",
        "خانه\u{200c}\u{200c}ها",
        "خانه\u{200c}x",
        " \u{200c}ها",
        "a\u{200d}b",
        "& \u{200d}",
    ] {
        assert_eq!(names(text).len().min(1), 1, "{text:?}");
    }
}

#[test]
fn what_is_removed_leaves_the_rest_byte_for_byte() {
    assert_eq!(
        without("\u{feff}a\u{200b}b خانه\u{200c}ها \\u202E"),
        "ab خانه\u{200c}ها \\u202E"
    );
}

#[test]
fn messages_name_them() {
    assert_eq!(named("024\u{ad}7622"), "024U+00AD7622");
}

proptest! {
    #[test]
    fn ranges_are_in_order_and_hold_the_character(text in "[a-z0-9&#;x\\\\uU\u{202e}\u{200c}\u{ad}\u{feff}ب ]*") {
        let mut end = 0;
        for found in find(&text) {
            prop_assert!(found.range.start >= end);
            end = found.range.end;
            if !found.escaped {
                prop_assert_eq!(&text[found.range.clone()], found.character.to_string());
            }
        }
    }

    #[test]
    fn removing_twice_removes_no_more_than_once_leaves(text in "[a-z0-9\u{202e}\u{200c}\u{200d}\u{ad}بख ]*") {
        let mut plain = without(&text);
        // Taking one joiner away can leave another one without its letter.
        while plain != without(&plain) {
            plain = without(&plain);
        }
        prop_assert!(find(&plain).is_empty());
    }
}
