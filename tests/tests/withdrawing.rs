//! A guide that was wrong can be taken back at once: whichever it is, whatever links to it, in every language.

use end_to_end::City;
use end_to_end::city::{text, tree};
use end_to_end::project_folder;

/// The day of the build: after everything in this city was checked.
const NOW: &[&str] = &["--now", "2026-11-27"];

/// This repository's own city.
fn own_city() -> City {
    let city = City::empty();
    for (name, bytes) in tree(&project_folder().join("content")) {
        city.write(&format!("content/{name}"), bytes);
    }
    city
}

/// The paths of its guides.
fn guides(city: &City) -> Vec<String> {
    let files = tree(&city.file("content"));
    let guides = files.iter().filter(|(name, bytes)| {
        name.ends_with("/page.toml")
            && String::from_utf8_lossy(bytes).contains("layout = \"guide\"")
    });
    let paths: Vec<String> = guides
        .filter_map(|(name, _)| Some(name.strip_suffix("/page.toml")?.to_owned()))
        .collect();
    assert!(paths.len() > 10, "{paths:?}");
    paths
}

/// The languages in which a page has a text.
fn languages(city: &City, path: &str) -> Vec<String> {
    let files = tree(&city.file(&format!("content/{path}")));
    let texts = files.keys().filter_map(|name| name.strip_suffix(".md"));
    texts
        .filter(|name| !name.contains('/'))
        .map(str::to_owned)
        .collect()
}

fn withdraw(city: &City, path: &str, language: &str) {
    let file = format!("content/{path}/{language}.md");
    let old = city.read(&file);
    let rest = old
        .strip_prefix("+++\n")
        .expect("a text begins with front matter");
    city.write(
        &file,
        format!("+++\nwithdrawn = \"Wrong in {language}.\"\n{rest}"),
    );
}

#[test]
fn every_guide_of_this_city_can_be_withdrawn() {
    let city = own_city();
    let guides = guides(&city);
    let original = tree(&city.file("content"));
    // Each pair of guides is parted by one of these groups, so every link from one to another is seen with only its target withdrawn.
    let bits = usize::BITS - guides.len().leading_zeros();
    let groups = (0..bits).flat_map(|bit| [(bit, 0), (bit, 1)]);
    for (bit, value) in groups {
        for (name, bytes) in &original {
            city.write(&format!("content/{name}"), bytes);
        }
        let group = guides
            .iter()
            .enumerate()
            .filter(|(n, _)| (n >> bit) & 1 == value);
        let group: Vec<&String> = group.map(|(_, path)| path).collect();
        for path in &group {
            for language in languages(&city, path) {
                withdraw(&city, path, &language);
            }
        }
        let files = city.build(NOW);
        for path in group {
            for language in languages(&city, path) {
                let page = text(&files, &format!("{language}/{path}/index.html"));
                assert!(
                    page.contains(&format!("Wrong in {language}.")),
                    "{language}/{path}"
                );
                assert!(!page.contains("class=\"statement\""), "{language}/{path}");
            }
        }
    }
}

#[test]
fn a_guide_withdrawn_in_its_first_language_is_withdrawn_in_all() {
    let city = own_city();
    for path in guides(&city) {
        withdraw(&city, &path, "en");
    }
    let files = city.build(NOW);
    for path in guides(&city) {
        for language in ["ar", "ti"] {
            let page = text(&files, &format!("{language}/{path}/index.html"));
            assert!(
                page.contains("<span lang=\"en\" dir=\"ltr\">Wrong in en.</span>"),
                "{language}/{path}"
            );
        }
    }
}

#[test]
fn nothing_of_a_withdrawn_page_is_shown_elsewhere() {
    let city = City::base();
    let home = city.read("content/en.md");
    city.write(
        "content/en.md",
        format!("{home}\nSee [the limit](rights/housing/#leave-after-notice).\n\n```include\npage = \"rights/housing\"\nsection = \"threatened\"\n```\n"),
    );
    withdraw(&city, "rights/housing", "en");
    withdraw(&city, "glossary", "en");
    withdraw(&city, "urgent", "en");
    let files = city.build(&[]);
    for (name, bytes) in &files {
        let page = String::from_utf8_lossy(bytes);
        assert!(!page.contains("may not change the locks"), "{name}");
        assert!(!page.contains("In danger now?"), "{name}");
    }
    let home = text(&files, "en/index.html");
    assert!(
        home.contains("<a href=\"rights/housing/index.html\">the limit</a>"),
        "{home}"
    );
    assert!(
        home.contains("<p><a href=\"rights/housing/index.html\">Your home</a></p>"),
        "{home}"
    );
}

#[test]
fn a_link_to_a_section_that_is_not_shown_today_leads_to_the_top_of_its_page() {
    let city = City::base();
    let home = city.read("content/en.md");
    city.write(
        "content/en.md",
        format!("{home}\nSee [your notice](rights/housing/#notice).\n"),
    );
    let record = city.read("content/rights/housing/page.toml");
    city.write(
        "content/rights/housing/page.toml",
        format!("{record}\nexpires = 2026-11-01\n"),
    );
    let files = city.build(&[]);
    assert!(
        text(&files, "en/index.html")
            .contains("<a href=\"rights/housing/index.html\">your notice</a>")
    );
}
