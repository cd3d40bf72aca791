//! Cities whose source language is not English: they build at once, and what is still English says so.

use end_to_end::City;
use end_to_end::city::{Files, text, tree};

/// The smallest city, moved: its texts are said to be in `language`, its kinds of help are its own, and it has no strings but their names.
fn moved(country: &str, zone: &str, language: &str) -> City {
    let city = City::base();
    city.change("content/city.toml", "\"GB\"", &format!("\"{country}\""))
        .change("content/city.toml", "Europe/London", zone)
        .change("content/city.toml", "\"en\"", &format!("\"{language}\""))
        .change(
            "content/city.toml",
            "distance_unit = \"mile\"",
            "distance_unit = \"kilometre\"\nquick_exit = \"https://example.org/\"",
        )
        .change("content/city.toml", "id = \"housing\"", "id = \"wonen\"");
    let service = "content/services/law-centre/service.toml";
    city.change(
        "content/rights/housing/page.toml",
        "\"housing\"",
        "\"wonen\"",
    );
    city.change(service, "\"housing\"", "\"wonen\"")
        .change(
            service,
            "postcode = \"ZZ1 2AB\"\nlatitude = 52.0\nlongitude = -1.0\n",
            "",
        )
        .change(
            service,
            "number = \"0121 496 0123\"",
            "number = \"+44 121 496 0123\"",
        );
    city.change(
        "content/facts.toml",
        "\"0808 157 0123\"",
        "\"+44 808 157 0123\"",
    );
    let facts = city.read("content/facts.toml");
    city.write(
        "content/facts.toml",
        format!(
            "{facts}\n[rent]\nvalue = 12345.5\nunit = \"EUR/month\"\nsource = \"https://example.org/rent\"\nsource_name = \"Example\"\nprimary = true\nchecked = 2026-11-01\n"
        ),
    );
    for (name, bytes) in tree(&city.file("content")) {
        if let Some(stem) = name.strip_suffix("en.md") {
            std::fs::remove_file(city.file(&format!("content/{name}"))).expect("it can be removed");
            city.write(&format!("content/{stem}{language}.md"), bytes);
        }
    }
    let guide = format!("content/rights/housing/{language}.md");
    city.change(&guide, "Ask for help early.", "It is [](fact:rent).");
    let old = city.read("themes/mifriendly/strings/en/city.ftl");
    std::fs::remove_dir_all(city.file("themes")).expect("it can be removed");
    city.write(
        &format!("themes/mifriendly/strings/{language}/city.ftl"),
        old.replace("kind-housing", "kind-wonen"),
    );
    city
}

/// What a file of the finder's words and services is called, up to its language.
const DIRECTORY: &str = "assets/directory-";
/// What is around words of another language until they are drawn.
const MARKS: [&str; 3] = ["\u{fdd0}", "\u{fdd1}", "\u{fdd2}"];

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|w| w == text.as_bytes())
}

/// The finder's words and services in `language`.
fn directory(files: &Files, language: &str) -> Vec<u8> {
    let begin = format!("{DIRECTORY}{language}-");
    let mut found = files.iter().filter(|(name, _)| name.starts_with(&begin));
    let (_, bytes) = found.next().expect("there is a directory");
    bytes.clone()
}

fn built(city: &City) -> (Files, String) {
    let run = city.run(&["build"]).ends_with(0);
    (city.public(), run.stderr)
}

#[test]
fn a_city_in_any_language_builds_with_english_words_that_say_what_they_are() {
    for (country, zone, language, direction, amount) in [
        ("NL", "Europe/Amsterdam", "nl", "ltr", "€\u{a0}12.345,50"),
        (
            "BE",
            "Europe/Brussels",
            "fr",
            "ltr",
            "12\u{202f}345,50\u{a0}€",
        ),
        ("IT", "Europe/Rome", "it", "ltr", "12.345,50\u{a0}€"),
        ("PL", "Europe/Warsaw", "pl", "ltr", "12\u{a0}345,50\u{a0}€"),
        (
            "DE",
            "Europe/Berlin",
            "fa",
            "rtl",
            "\u{2066}12.345,50\u{a0}€\u{2069}",
        ),
    ] {
        let city = moved(country, zone, language);
        let (files, said) = built(&city);
        let page = text(&files, &format!("{language}/rights/housing/index.html"));
        assert!(
            page.starts_with(&format!(
                "<!doctype html>\n<html lang=\"{language}\" dir=\"{direction}\">"
            )),
            "{language}"
        );
        let skip = "<a class=\"skip\" href=\"#main_\"><span lang=\"en\" dir=\"ltr\">Skip to the text</span></a>";
        assert!(page.contains(skip), "{language}: {page}");
        assert!(page.contains(amount), "{language}: {page}");
        // An attribute has no room for an element.
        assert!(page.contains("aria-label=\"Where you are\""), "{language}");
        // The city's own words are in its language.
        let finder = text(&files, &format!("{language}/services/index.html"));
        assert!(finder.contains("Legal advice"), "{language}");
        assert!(
            !finder.contains("<span lang=\"en\" dir=\"ltr\">Legal advice"),
            "{language}"
        );
        for (name, bytes) in &files {
            // The finder's directory keeps them: its widget makes the elements.
            let keeps = name.starts_with(DIRECTORY);
            let found = MARKS.iter().any(|mark| contains(bytes, mark));
            assert_eq!(found, keeps, "{name}: marks");
        }
        let work = format!("warning[MF322]: the interface in \"{language}\" lacks ");
        assert_eq!(said.matches("MF322").count(), 1, "{said}");
        assert!(said.contains(&work), "{said}");
        assert!(
            said.contains("`urgent-heading`, `urgent-more`, `exit`"),
            "{said}"
        );
        let place = format!("themes/mifriendly/strings/{language}/city.ftl");
        assert!(said.contains(&place), "{said}");
    }
}

#[test]
fn a_string_that_is_written_takes_the_place_of_the_english_one() {
    let city = moved("NL", "Europe/Amsterdam", "nl");
    let strings = "themes/mifriendly/strings/nl/city.ftl";
    let own = city.read(strings);
    city.write(strings, format!("{own}skip = Naar de tekst\n"));
    let (files, _) = built(&city);
    let page = text(&files, "nl/rights/housing/index.html");
    assert!(
        page.contains("<a class=\"skip\" href=\"#main_\">Naar de tekst</a>"),
        "{page}"
    );
}

#[test]
fn the_finder_is_told_which_of_its_words_are_of_another_language() {
    let city = moved("DE", "Europe/Berlin", "fa");
    let strings = "themes/mifriendly/strings/fa/city.ftl";
    let own = city.read(strings);
    city.write(
        strings,
        format!("{own}finder-all = همه\ndate = {{ $day }} {{ $month }} {{ $year }}\n"),
    );
    let (files, _) = built(&city);
    let fa = directory(&files, "fa");
    for marked in [
        "Find help",
        "Help near {place}",
        "{n} services found",
        "Monday",
        "November",
    ] {
        let marked = format!("\u{fdd0}ltr en\u{fdd1}{marked}\u{fdd2}");
        assert!(contains(&fa, &marked), "{marked}");
    }
    for own in ["همه", "Legal advice", "{day} {month} {year}"] {
        assert!(contains(&fa, own), "{own}");
        assert!(!contains(&fa, &format!("{own}\u{fdd2}")), "{own}");
    }
    let (files, _) = built(&City::base());
    let en = directory(&files, "en");
    assert!(contains(&en, "Find help"));
    assert!(MARKS.iter().all(|mark| !contains(&en, mark)));
}

#[test]
fn words_of_a_sentence_of_another_language_keep_their_own() {
    let city = moved("NL", "Europe/Amsterdam", "nl");
    let strings = "themes/mifriendly/strings/nl/city.ftl";
    let own = city.read(strings);
    let months: String = (1..13).map(|n| format!("month-{n} = maand{n}\n")).collect();
    city.write(
        strings,
        format!("{own}{months}date = {{ $day }} {{ $month }} {{ $year }}\n"),
    );
    let (files, _) = built(&city);
    let page = text(&files, "nl/services/law-centre/index.html");
    let confirmed = "<span lang=\"en\" dir=\"ltr\">Details last confirmed on <span lang=\"nl\" dir=\"ltr\"><time datetime=\"2026-11-01\">1 maand11 2026</time></span></span>";
    assert!(page.contains(confirmed), "{page}");
}

#[test]
fn a_kind_of_help_without_a_name_anywhere_is_an_error() {
    let city = moved("NL", "Europe/Amsterdam", "nl");
    city.change(
        "themes/mifriendly/strings/nl/city.ftl",
        "kind-wonen",
        "kind-woning",
    );
    let run = city.run(&["check"]).ends_with(1);
    assert!(
        run.stderr
            .contains("error[MF319]: the string `kind-wonen` is missing"),
        "{}",
        run.stderr
    );
}
