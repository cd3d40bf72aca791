//! Slips of markup in this project's own pages: each is reported at its line, in every language, and nothing else is.

use end_to_end::City;
use end_to_end::city::{text, tree};
use end_to_end::project_folder;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A day after everything in the content was checked.
const DAY: [&str; 2] = ["--now", "2026-11-27"];

/// Paragraphs with one slip each, in the line that is counted from here, and the code of the message.
const SLIPS: [(&str, usize, &str); 40] = [
    ("##Heading {#x}", 0, "MF211"),
    ("##\u{a0}Heading", 0, "MF211"),
    ("#Heading", 0, "MF211"),
    ("-Two", 0, "MF211"),
    ("*three", 0, "MF211"),
    ("• first", 0, "MF211"),
    ("-\u{a0}first", 0, "MF211"),
    ("1.\u{202f}Ask", 0, "MF211"),
    ("1.Ask", 0, "MF211"),
    ("١. اطلب\n٢. انتظر", 0, "MF211"),
    ("1- اطلب\n2- انتظر", 1, "MF211"),
    (">\u{a0}[!CAUTION]\n> Danger", 0, "MF211"),
    ("Usually [](fact: move_on_period) from the day", 0, "MF211"),
    ("See [home] (../)", 0, "MF211"),
    ("See [home](../the rest/)", 0, "MF211"),
    ("See\n[call](tel:024 7678 6666)", 1, "MF211"),
    ("See [a](https://example.org/a b)", 0, "MF211"),
    ("![A clock] (clock.svg)", 0, "MF211"),
    ("See [home", 0, "MF211"),
    ("See home](../)", 0, "MF211"),
    ("See [home](../", 0, "MF211"),
    ("Ask.[^a]", 0, "MF211"),
    ("[^a]: See there.", 0, "MF211"),
    ("See [[home]]", 0, "MF211"),
    ("You must **not go", 0, "MF211"),
    ("**Note:**Read", 0, "MF211"),
    ("**ملاحظة:**اقرأ", 0, "MF211"),
    ("**መጠንቀቕታ፦**ኣንብብ", 0, "MF211"),
    ("| a | b |\n| c | d |", 0, "MF211"),
    ("Word\n: meaning", 1, "MF211"),
    ("::: tip", 0, "MF211"),
    ("{{ value }}", 0, "MF211"),
    ("You must go. ｛#go｝", 0, "MF211"),
    ("You must go. {go}", 0, "MF211"),
    ("2026. The rule changed.", 0, "MF212"),
    ("1. a\n  - b\n2. c", 1, "MF212"),
    ("    Pasted.", 0, "MF213"),
    ("| a | b |\n|---|---|\n| c |", 2, "MF214"),
    ("[Note]: read", 0, "MF215"),
    ("Look at https://example.org/.", 0, "MF216"),
];

/// The problems that `check --json` names: file, line and code.
fn problems(city: &City, exit: i32) -> BTreeSet<(String, u64, String)> {
    let run = city
        .run(&[&["check", "--json"][..], &DAY].concat())
        .ends_with(exit);
    let found: Value = serde_json::from_str(&run.stdout).expect("it prints JSON");
    let list = found.as_array().expect("a list");
    list.iter()
        .map(|d| {
            let place = &d["location"];
            (
                place["path"].as_str().unwrap_or_default().to_owned(),
                place["line"].as_u64().unwrap_or_default(),
                d["code"].as_str().unwrap_or_default().to_owned(),
            )
        })
        .collect()
}

/// This project's own city, in a folder that may be changed.
fn own_city() -> City {
    let city = City::empty();
    for folder in ["content", "themes"] {
        for (name, bytes) in tree(&project_folder().join(folder)) {
            city.write(&format!("{folder}/{name}"), bytes);
        }
    }
    city
}

#[test]
fn a_slip_in_any_page_is_reported_at_its_line() {
    let city = own_city();
    assert_eq!(problems(&city, 0), BTreeSet::new(), "before");
    let texts: Vec<String> = tree(&city.file("content"))
        .into_keys()
        .filter(|name| name.ends_with(".md"))
        .map(|name| format!("content/{name}"))
        .collect();
    assert!(texts.len() > 200, "{} texts", texts.len());
    let mut expected = BTreeMap::new();
    for (index, file) in texts.iter().enumerate() {
        let (slip, line, code) = SLIPS[index % SLIPS.len()];
        let page = city.read(file);
        // Between two paragraphs, each time another one; never within the front matter.
        let body = page.match_indices("+++\n").nth(1).expect("front matter").0 + 4;
        let gaps: Vec<usize> = page[body..]
            .match_indices("\n\n")
            .map(|(at, _)| body + at + 2)
            .filter(|at| {
                !page[*at..].starts_with([
                    ' ', '-', '>', '`', '|', '1', '2', '3', '4', '5', '6', '7', '8', '9',
                ])
            })
            .filter(|at| page[..*at].matches("```").count().is_multiple_of(2))
            .collect();
        if gaps.is_empty() {
            continue;
        }
        let at = gaps[(index * 7) % gaps.len()];
        let before = page[..at].matches('\n').count() + 1;
        city.write(
            file,
            format!("{}Words.\n\n{slip}\n\n{}", &page[..at], &page[at..]),
        );
        expected.insert(file.clone(), (before + 2 + line, code));
    }
    assert!(expected.len() > 200, "{} slips", expected.len());
    let found = problems(&city, 1);
    for (file, (line, code)) in &expected {
        let place = (file.clone(), *line as u64, (*code).to_owned());
        let own: Vec<_> = found.iter().filter(|(f, ..)| f == file).collect();
        assert!(
            found.contains(&place),
            "{place:?}: {own:?}\n{}",
            city.read(file)
        );
    }
}

#[test]
fn tables_of_one_page_have_names_that_differ() {
    let city = City::base();
    let table = "| Question | Answer |\n|---|---|\n| Who? | You. |\n\n";
    city.change(
        "content/rights/housing/en.md",
        "## Your notice {#notice}\n\n",
        &format!("{table}{table}## Your notice {{#notice}}\n\n{table}Words.\n\n{table}"),
    );
    city.change(
        "content/rights/housing/en.md",
        "{#threatened}\n\n",
        &format!("{{#threatened}}\n\n{table}"),
    );
    let files = city.build(&DAY);
    let page = text(&files, "en/rights/housing/index.html");
    let names: Vec<&str> = page
        .split("role=\"region\" tabindex=\"0\" aria-label=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert_eq!(
        names,
        [
            "Question, Answer",
            "Question, Answer 2",
            "Your notice: Question, Answer",
            "Your notice: Question, Answer 2",
            "If you are threatened: Question, Answer",
        ]
    );
}

#[test]
fn one_tilde_means_about_and_two_strike_through() {
    let city = City::base();
    city.change(
        "content/rights/housing/en.md",
        "Your landlord may not change the locks.",
        "It costs ~£5, and takes 20~ days. ~~Old.~~",
    );
    let files = city.build(&DAY);
    let page = text(&files, "en/rights/housing/index.html");
    assert!(
        page.contains("<p>It costs ~£5, and takes 20~ days. <s>Old.</s></p>"),
        "{page}"
    );
}
