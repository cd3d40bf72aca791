//! The golden sites in `cases/site-…`: what must hold in each, said in words beside the files that are compared to the letter.

use end_to_end::City;
use end_to_end::city::{Files, text};
use end_to_end::site::{addresses, attributes, files_that_hold, pages};
use serde_json::Value;

#[test]
fn links_are_relative_so_that_a_site_works_in_any_folder_and_from_a_memory_stick() {
    for case in [
        "site-one-language",
        "site-translations",
        "site-dates",
        "site-sensitive",
    ] {
        let city = City::of_case(case).with_region();
        let files = city.build(&["--now", "2027-01-05"]);
        for (name, html) in pages(&files) {
            if name == "404.html" {
                continue;
            }
            for link in addresses(html) {
                assert!(!link.starts_with('/'), "{case}: {name} links to {link}");
            }
        }
    }
}

#[test]
fn in_a_sub_folder_the_not_found_page_links_from_the_top() {
    let city = City::of_case("site-subfolder");
    let files = city.build(&["--base-url", "https://example.org/city"]);
    let html = text(&files, "404.html");
    assert!(html.contains("<title>We cannot find this page"), "{html}");
    let links: Vec<&str> = ["href", "src"]
        .iter()
        .flat_map(|a| attributes(html, a))
        .collect();
    assert!(links.len() > 10);
    for link in links {
        let fine = link.starts_with("/city/") || link.contains(':') || link.starts_with('#');
        assert!(fine, "{link}");
    }
}

#[test]
fn the_sites_own_address_is_a_uri_or_refused() {
    let city = City::base();
    let files = city.build(&["--base-url", "https://example.org/straße"]);
    let sitemap = text(&files, "sitemap.xml");
    assert!(
        sitemap.contains("<loc>https://example.org/stra%C3%9Fe/en/"),
        "{sitemap}"
    );
    assert!(text(&files, "404.html").contains("href=\"/stra%C3%9Fe/"));
    for (address, what_to_do) in [
        ("https://münchen.example/", "`xn--` form"),
        ("https:///city", "a host of letters"),
        ("https://example.org/?a", "write it whole"),
        ("example.org", "write it whole"),
    ] {
        let run = city.run(&["build", "--base-url", address]).ends_with(2);
        assert!(run.stderr.contains(what_to_do), "{address}: {}", run.stderr);
    }
}

#[test]
fn without_an_address_there_are_no_whole_links_to_the_site_itself() {
    let files = City::base().build(&[]);
    assert!(!files.contains_key("sitemap.xml"));
    for (name, html) in pages(&files) {
        assert!(!html.contains("rel=\"canonical\""), "{name}");
        assert!(!html.contains("og:image"), "{name}");
    }
}

#[test]
fn a_fork_replaces_a_template_a_style_an_icon_and_single_strings() {
    let city = City::of_case("site-fork");
    let files = city.build(&[]);
    let file = |start: &str, end: &str| {
        let mut found = files
            .keys()
            .filter(|n| n.starts_with(start) && n.ends_with(end));
        found
            .next()
            .unwrap_or_else(|| panic!("no {start}…{end}"))
            .as_str()
    };
    let page = text(&files, "en/urgent/index.html");
    assert!(
        page.contains("<p>Welcome to Testford</p>"),
        "template and string"
    );
    assert!(
        page.contains(">Quick, away</a>"),
        "a string of the theme, replaced by one in a file of another name"
    );
    assert!(
        page.contains(">Urgent help</a>"),
        "the theme's other strings stay"
    );
    let style = text(&files, file("assets/style-", ".css"));
    assert!(style.contains("rebeccapurple"), "the city's style");
    let built_in = City::base().build(&[]);
    let own = |files: &Files| {
        files
            .keys()
            .find(|n| n.starts_with("assets/style-"))
            .cloned()
    };
    assert_ne!(
        own(&files),
        own(&built_in),
        "another style has another name"
    );
    assert!(
        text(&files, file("assets/testford-", ".css")).contains("teal"),
        "a style of its own"
    );
    let own_icon =
        |n: &&String| n.starts_with("assets/icon-") && n.len() == "assets/icon-01234567.svg".len();
    let icon = text(&files, files.keys().find(own_icon).expect("an icon"));
    assert!(icon.contains("<title>Testford</title>"), "{icon}");
}

#[test]
fn notices_drafts_and_dates_follow_the_day() {
    let city = City::of_case("site-dates");
    let shown = |day: &str| -> Vec<&str> {
        let files = city.build(&["--now", day]);
        ["draft", "later", "now", "gone", "last-day"]
            .into_iter()
            .filter(|page| files.contains_key(&format!("en/rights/{page}/index.html")))
            .collect()
    };
    assert_eq!(shown("2027-01-04"), ["gone", "last-day"]);
    assert_eq!(shown("2027-01-05"), ["now", "last-day"]);
    assert_eq!(shown("2027-01-06"), ["later", "now"]);
    let notices = |day: &str| -> Vec<(String, bool)> {
        let run = city
            .run(&["inspect", "rights/housing", "--now", day])
            .ends_with(0);
        let page: Value = serde_json::from_str(&run.stdout).expect("it prints JSON");
        let notices = page["notices"].as_array().expect("a list");
        let one = |n: &Value| {
            (
                n["title"].as_str().expect("a text").to_owned(),
                n["shown"] == true,
            )
        };
        notices.iter().map(one).collect()
    };
    let (flood, strike, over) = ("Flood in Northside", "No buses", "This is over");
    let expected = |list: &[(&str, bool)]| -> Vec<(String, bool)> {
        list.iter()
            .map(|(title, shown)| ((*title).to_owned(), *shown))
            .collect()
    };
    assert_eq!(
        notices("2027-01-03"),
        expected(&[(flood, false), (over, true), (strike, false)])
    );
    assert_eq!(
        notices("2027-01-04"),
        expected(&[(flood, true), (over, true), (strike, false)])
    );
    assert_eq!(
        notices("2027-01-05"),
        expected(&[(flood, true), (strike, false)])
    );
    assert_eq!(notices("2027-01-11"), expected(&[(strike, false)]));
    assert_eq!(notices("2027-02-03"), expected(&[]));
}

#[test]
fn what_is_not_published_stands_in_no_file() {
    let files = City::of_case("site-dates").build(&["--now", "2027-01-05"]);
    for words in [
        "The text of draft",
        "The text of later",
        "The text of gone",
        "A hidden section",
        "A section of",
        "This is over",
    ] {
        assert_eq!(
            files_that_hold(&files, words),
            Vec::<&str>::new(),
            "{words}"
        );
    }
}

#[test]
fn the_day_changes_no_page_on_which_nothing_changes() {
    let city = City::base().with_region();
    let today = city.build(&[]);
    let tomorrow = city.build(&["--now", "2026-11-22"]);
    for (name, html) in pages(&today) {
        // A page names the directory it opens, whose name changes with what is in it.
        let same = |html: &str| -> Vec<String> {
            html.lines()
                .filter(|l| !l.contains("data-directory"))
                .map(str::to_owned)
                .collect()
        };
        assert_eq!(same(html), same(text(&tomorrow, name)), "{name}");
    }
}

#[test]
fn old_addresses_lead_on_and_a_withdrawn_guide_says_what_was_wrong() {
    let city = City::of_case("site-moved");
    let files = city.build(&[]);
    for (name, link) in [
        ("en/housing-help/index.html", "../rights/housing/index.html"),
        ("en/old/home/index.html", "../../rights/housing/index.html"),
    ] {
        assert!(
            text(&files, name).contains(&format!("content=\"0;url={link}\"")),
            "{name}"
        );
    }
    let page = text(&files, "en/rights/housing/index.html");
    assert!(page.contains("It gave 28 days where the law gives &lt;42&gt;."));
    assert_eq!(files_that_hold(&files, "recalled text"), Vec::<&str>::new());
}

#[test]
fn a_fact_changes_on_the_day_on_which_the_next_value_holds() {
    let city = City::base();
    let facts = city.read("content/facts.toml");
    let source = "source = \"https://example.org/rate\"\nsource_name = \"Example Ministry: rates\"\nprimary = true\nchecked = 2026-11-01\n";
    city.write(
        "content/facts.toml",
        format!("{facts}\n[rate]\nvalue = 12.71\nunit = \"GBP/hour\"\n{source}valid_until = 2027-04-01\n\n[rate.next]\nvalue = 13.1\nunit = \"GBP/hour\"\n{source}valid_from = 2027-04-01\n"),
    );
    let home = city.read("content/en.md");
    city.write(
        "content/en.md",
        format!("{home}\nYou are paid at least [](fact:rate).\n"),
    );
    for (day, amount) in [("2027-03-31", "£12.71"), ("2027-04-01", "£13.10")] {
        let files = city.build(&["--now", day]);
        let page = text(&files, "en/index.html");
        assert!(
            page.contains(&format!("at least {amount}")),
            "{day}: {page}"
        );
    }
}

#[test]
fn where_nobody_knows_who_can_go_the_page_does_not_ask() {
    let city = City::base();
    let asked = |city: &City| {
        let files = city.build(&[]);
        text(&files, "en/services/law-centre/index.html").contains("<dt>Who can go</dt>")
    };
    assert!(asked(&city));
    city.change(
        "content/services/law-centre/service.toml",
        "areas = [\"northside\"]\n",
        "",
    );
    assert!(!asked(&city));
}

#[test]
fn a_telephone_link_in_a_text_dials_what_a_record_would() {
    let city = City::base();
    let home = city.read("content/en.md");
    city.write(
        "content/en.md",
        format!("{home}\nCall [us](tel:02476786666).\n"),
    );
    let files = city.build(&[]);
    assert!(text(&files, "en/index.html").contains("href=\"tel:+442476786666\""));
}

#[test]
fn an_urgent_notice_is_not_stopped_by_a_page_at_its_budget() {
    let city = City::base();
    let budget = |bytes: &str| {
        let settings = city.read("content/city.toml");
        let (before, _) = settings
            .split_once("\n[budgets]")
            .unwrap_or((&settings, ""));
        city.write(
            "content/city.toml",
            format!("{before}\n[budgets]\nguide = {bytes}\n"),
        );
    };
    budget("100");
    let refused = city.run(&["build"]).ends_with(1).stderr;
    let weight = refused
        .split_once(" weighs ")
        .and_then(|(_, rest)| rest.split_once(" bytes"))
        .expect("it says what the page weighs")
        .0
        .to_owned();
    budget(&weight);
    city.run(&["build"]).ends_with(0);
    city.write(
        "content/notices/flood/notice.toml",
        "from = 2026-11-01\nuntil = 2027-01-01\n",
    );
    let notice = "+++\ntitle = \"The river is high in all of Testford\"\ndescription = \"Flood.\"\n+++\n\nStay at home until Friday.\n";
    city.write("content/notices/flood/en.md", notice);
    city.run(&["build"]).ends_with(0);
}

#[test]
fn the_words_of_the_city_take_the_place_of_those_of_its_theme() {
    let city = City::base();
    let strings = "themes/mifriendly/strings/en";
    let theme = "footer-not-official = It is not a government website.\n";
    city.write(&format!("{strings}/site.ftl"), theme);
    let own = "footer-not-official = It is not the town hall of Testford.\n";
    let before = city.read(&format!("{strings}/city.ftl"));
    city.write(&format!("{strings}/city.ftl"), format!("{before}\n{own}"));
    let site = city.build(&[]);
    let foot = String::from_utf8_lossy(&site["en/index.html"]).into_owned();
    assert!(
        foot.contains("It is not the town hall of Testford."),
        "{foot}"
    );
}
