//! What is seen is what was written: no text, name, number or address holds a character that nobody sees.

use end_to_end::City;

/// A base city with a translation into Arabic.
fn city() -> City {
    let city = City::base();
    city.change(
        "content/city.toml",
        "languages = [\"en\"]",
        "languages = [\"en\", \"ar\"]",
    );
    city.write(
        "content/rights/housing/ar.md",
        "+++\ntitle = \"بيتك\"\ndescription = \"ماذا تفعل.\"\n+++\n\nاتصل [](fact:helpline).\n\n## الإشعار {#notice}\n\nغادر خلال [](fact:notice_period). {#leave-after-notice}\n\nهذه [رسالة](term:notice). [](service:law-centre)\n\n## تهديد {#threatened}\n\nلا تغيير.\n",
    );
    city
}

#[test]
fn a_mark_of_direction_is_an_error_wherever_somebody_can_write_one() {
    let city = city();
    for (file, old, new) in [
        (
            "content/city.toml",
            "name = \"",
            "name = \"\u{202e}42\u{202c}",
        ),
        ("content/city.toml", "name = \"", "name = \"\\u202E42"),
        (
            "content/facts.toml",
            "source_name = \"",
            "source_name = \"\u{2067}42",
        ),
        ("content/rights/housing/page.toml", "[", "# \u{202e}\n["),
        (
            "content/services/law-centre/service.toml",
            "number = \"",
            "number = \"\u{200e}",
        ),
        (
            "content/services/law-centre/service.toml",
            "address = [\"",
            "address = [\"\u{202d}",
        ),
        (
            "content/rights/housing/en.md",
            "title = \"",
            "title = \"\u{202e}",
        ),
        (
            "content/rights/housing/en.md",
            "You must",
            "You\u{200b} must",
        ),
        (
            "content/rights/housing/en.md",
            "[](fact:helpline)",
            "\u{202e}[](fact:helpline)\u{202c}",
        ),
        (
            "content/rights/housing/en.md",
            "(term:notice)",
            "(term:not\u{ad}ice)",
        ),
        (
            "content/rights/housing/en.md",
            "[notice]",
            "`\u{202e}42` [notice]",
        ),
        ("content/rights/housing/ar.md", "خلال", "خلال \u{200f}"),
        ("content/rights/housing/ar.md", "خلال", "خلال 4\u{200c}2"),
        (
            "content/rights/housing/ar.md",
            "description = \"",
            "description = \"\u{061c}",
        ),
        (
            "themes/mifriendly/strings/ar/city.ftl",
            " = ",
            " = \u{200f}",
        ),
    ] {
        let before = city.read(file);
        city.change(file, old, new);
        let run = city.run(&["check"]).ends_with(1);
        let named = run.stderr.contains("error[MF114]") && run.stderr.contains(file);
        assert!(named, "{file}: {new:?}\n{}", run.stderr);
        city.write(file, before);
    }
}

#[test]
fn joiners_that_a_script_needs_are_published_as_they_are() {
    let city = city();
    city.change("content/rights/housing/ar.md", "لا تغيير", "خانه\u{200c}ها");
    city.run(&["check"]).ends_with(0);
    let files = city.build(&[]);
    let page = end_to_end::city::text(&files, "ar/rights/housing/index.html");
    assert!(page.contains("خانه\u{200c}ها"));
}

#[test]
fn check_fix_deletes_what_nobody_misses_and_leaves_a_turned_number_to_a_person() {
    let city = city();
    let file = "content/rights/housing/en.md";
    let before = city.read(file);
    city.change(file, "You must", "You\u{200b} mu\u{ad}st");
    city.run(&["check", "--fix"]).ends_with(0);
    assert_eq!(city.read(file), before);
    city.change(file, "You must", "\u{202e}24\u{202c} You\u{200b} must");
    let run = city.run(&["check", "--fix"]).ends_with(1);
    assert!(run.stderr.contains("U+202E"), "{}", run.stderr);
    assert!(city.read(file).contains("\u{202e}24\u{202c} You must"));
}

#[test]
fn a_feed_brings_no_invisible_character_into_any_file() {
    let city = City::base();
    city.write(
        "feed.csv",
        "id,name,description,kinds,email,phones,address,postal_code,languages\n\
         7,Fo\u{200b}od \u{202e}bulC,He\u{ad}lp with \u{202e}24\u{202c} things,legal,he\u{2060}lp@example.org,0121\u{200e} 496 0123,1 \u{202e}Road,ZZ1 2AB,en\n",
    );
    city.run(&[
        "services",
        "import",
        "feed.csv",
        "--licence",
        "CC0-1.0",
        "--kind",
        "legal",
        "--feed",
        "Example directory",
    ])
    .ends_with(0);
    let run = city.run(&["check"]);
    assert!(!run.stderr.contains("MF114"), "{}", run.stderr);
    let name = "content/services/food-bulc/service.toml";
    assert!(
        city.read(name).contains("name = \"Food bulC\""),
        "{}",
        city.read(name)
    );
}
