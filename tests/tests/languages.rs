//! Sites in several languages: how far a translation can be trusted, what is in for a missing one, and the order of numbers.

use end_to_end::City;
use end_to_end::city::text;
use end_to_end::site::pages;
use serde_json::Value;
use std::collections::BTreeSet;

/// What a template sees of a page.
fn context(city: &City, page: &str, language: &str) -> Value {
    let run = city.run(&["inspect", page, "--language", language]);
    serde_json::from_str(&run.ends_with(0).stdout).expect("it prints JSON")
}

#[test]
fn every_section_says_how_far_its_translation_can_be_trusted() {
    let city = City::of_case("site-translations");
    let page = context(&city, "rights/housing", "ar");
    let states: Vec<(&str, &str)> = page["sections"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|s| {
            (
                s["id"].as_str().expect("a text"),
                s["translation"].as_str().expect("a text"),
            )
        })
        .collect();
    assert_eq!(
        states,
        [
            ("intro", "current"),
            ("notice", "current"),
            ("threatened", "stale"),
            ("write", "unsafe"),
            ("new", "missing"),
            ("old", "unrecorded"),
        ]
    );
    let outdated = page["translation"]["outdated"].as_array().expect("a list");
    let outdated: Vec<&str> = outdated
        .iter()
        .map(|l| l["url"].as_str().expect("a text"))
        .collect();
    assert_eq!(outdated, ["#threatened", "#write", "#new"]);
}

#[test]
fn an_unchecked_statement_has_its_source_beside_it_until_a_person_has_checked_it() {
    let city = City::of_case("site-translations");
    let beside = "<p class=\"source\" lang=\"en\" dir=\"ltr\">You must leave within 28 days of the letter.</p>";
    let page = "ar/rights/housing/index.html";
    assert!(text(&city.build(&[]), page).contains(beside));
    city.change(
        "content/rights/housing/ar.md",
        "date = 2026-11-21\n",
        "date = 2026-11-21\nchecked_by = \"Example Law Centre\"\nchecked_on = 2026-11-21\n",
    );
    let checked = city.build(&[]);
    assert!(!text(&checked, page).contains(beside));
    assert!(!text(&checked, "en/rights/housing/index.html").contains("class=\"source\""));
}

#[test]
fn a_page_that_is_not_translated_is_shown_in_its_source_language_and_says_so() {
    let city = City::of_case("site-translations");
    let page = context(&city, "urgent", "ar");
    assert_eq!(page["untranslated"], true);
    assert_eq!(page["text_language"]["tag"], "en");
    let files = city.build(&[]);
    let html = text(&files, "ar/urgent/index.html");
    assert!(html.starts_with("<!doctype html>\n<html lang=\"ar\" dir=\"rtl\">"));
    assert!(html.contains("<h1 lang=\"en\" dir=\"ltr\">Urgent help</h1>"));
}

#[test]
fn numbers_keep_their_order_in_right_to_left_text() {
    let files = City::of_case("site-translations").with_region().build(&[]);
    let fragile = [
        "0808 157 0123",
        "0121 496 0123",
        "ZZ1 2AB",
        "HC 1691/26",
        "1 Market Square",
    ];
    let mut seen = BTreeSet::new();
    for (name, html) in pages(&files) {
        let Some(html) = html
            .split("<body")
            .nth(1)
            .filter(|_| name.starts_with("ar/"))
        else {
            continue;
        };
        // What is in English there is left to right already.
        let arabic = html
            .split("lang=\"en\" dir=\"ltr\">")
            .enumerate()
            .map(|(i, part)| {
                if i == 0 {
                    part
                } else {
                    part.split_once("</").map_or("", |(_, rest)| rest)
                }
            });
        for part in arabic {
            for number in fragile {
                for (at, _) in part.match_indices(number) {
                    let before = &part[..at];
                    let isolated = before.ends_with("<bdi dir=\"ltr\">")
                        || before.ends_with("<bdi>")
                        || before
                            .rfind("<bdi")
                            .is_some_and(|open| !before[open..].contains("</bdi>"))
                        || before.ends_with('\u{2066}');
                    assert!(
                        isolated,
                        "{name}: {number} after …{:?}",
                        before.chars().rev().take(40).collect::<String>()
                    );
                    seen.insert(number);
                }
            }
        }
    }
    assert_eq!(
        seen.len(),
        fragile.len(),
        "only {seen:?} stood in Arabic text"
    );
}

#[test]
fn only_pages_that_are_written_in_a_language_are_offered_to_search_engines_in_it() {
    let city = City::of_case("site-subfolder");
    let files = city.build(&["--base-url", "https://example.org/city/"]);
    let sitemap = text(&files, "sitemap.xml");
    assert!(sitemap.contains("<loc>https://example.org/city/ar/urgent/</loc>"));
    assert!(!sitemap.contains("<loc>https://example.org/city/ar/rights/</loc>"));
    let alternates = |name: &str| -> BTreeSet<String> {
        let links = text(&files, name)
            .split("<link rel=\"alternate\" hreflang=\"")
            .skip(1);
        links
            .filter_map(|l| l.split('"').next())
            .map(str::to_owned)
            .collect()
    };
    for page in ["en/urgent/index.html", "ar/urgent/index.html"] {
        assert!(
            alternates(page).is_superset(&["en", "ar"].map(str::to_owned).into()),
            "{page}"
        );
    }
    assert!(!alternates("en/rights/index.html").contains("ar"));
    let canonical = |name: &str, path: &str| {
        let link = format!("<link rel=\"canonical\" href=\"https://example.org/city/{path}\">");
        assert!(text(&files, name).contains(&link), "{name}");
    };
    canonical("ar/urgent/index.html", "ar/urgent/");
    canonical("ar/rights/index.html", "en/rights/");
    canonical("index.html", "");
    for page in ["index.html", "en/index.html", "ar/index.html"] {
        assert!(alternates(page).contains("x-default"), "{page}");
    }
    assert!(!alternates("en/urgent/index.html").contains("x-default"));
}

#[test]
fn the_front_door_leads_to_urgent_help_in_every_language_that_has_it() {
    let city = City::of_case("site-subfolder");
    let files = city.build(&[]);
    let door = text(&files, "index.html");
    for (tag, title) in [("en", "Urgent help"), ("ar", "مساعدة عاجلة")] {
        let link = format!("<a href=\"{tag}/urgent/index.html\" lang=\"{tag}\"");
        let at = door.find(&link).unwrap_or_else(|| panic!("{door}"));
        assert!(door[at..].contains(title), "{door}");
    }
}
