//! What a build leaves on the disk: the same bytes every time, the unchanged files of the last one, and never half a site.

use end_to_end::City;
use end_to_end::city::{Files, tree};
use end_to_end::command::{killed_by_a_full_disk, mifriendly, on_a_full_disk, run};
use std::collections::{BTreeMap, BTreeSet};
use std::os::unix::fs::MetadataExt;

/// The mark of a build, the only file that each writes anew.
const MARK: &str = ".mifriendly";

/// Each file of the site by its number on the disk.
fn inodes(city: &City) -> BTreeMap<String, u64> {
    let number = |name: &String| {
        let metadata = city.file("public").join(name).metadata();
        metadata.expect("the file is there").ino()
    };
    city.public()
        .keys()
        .filter(|name| *name != MARK)
        .map(|name| (name.clone(), number(name)))
        .collect()
}

/// The files that one of the two has and the other has not, or not the same.
fn changed(before: &Files, after: &Files) -> BTreeSet<String> {
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    names
        .into_iter()
        .filter(|name| *name != MARK && before.get(*name) != after.get(*name))
        .cloned()
        .collect()
}

fn entries(city: &City) -> BTreeSet<String> {
    let entries = std::fs::read_dir(city.path()).expect("a folder can be listed");
    entries
        .map(|entry| entry.expect("it can be read").file_name())
        .map(|name| name.to_string_lossy().into_owned())
        .collect()
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let city = City::of_case("site-translations").with_region();
    let first = city.build(&[]);
    let mut alone = mifriendly(city.path(), &["build", "--out", "alone"]);
    alone.env("RAYON_NUM_THREADS", "1");
    run(alone).ends_with(0);
    assert!(first == tree(&city.file("alone")), "one thread or many");
    let from_above = mifriendly(
        city.path().parent().expect("it lies in a folder"),
        &[
            "build".as_ref(),
            "--root".as_ref(),
            city.path().as_os_str(),
            "--out".as_ref(),
            city.file("from-above").as_os_str(),
        ],
    );
    run(from_above).ends_with(0);
    assert!(
        first == tree(&city.file("from-above")),
        "run from elsewhere"
    );
    let second = city.build(&[]);
    assert!(first == second, "built again over itself");
}

#[test]
fn a_second_build_takes_unchanged_files_over() {
    let city = City::of_case("site-translations").with_region();
    city.build(&[]);
    let first = inodes(&city);
    city.build(&[]);
    assert_eq!(first, inodes(&city), "a file was written anew");
}

#[test]
fn a_changed_fact_changes_only_the_pages_that_cite_it() {
    let city = City::base().with_region();
    let before = city.build(&[]);
    let numbers = inodes(&city);
    city.change("content/facts.toml", "value = 28", "value = 42");
    let after = city.build(&[]);
    let expected = BTreeSet::from(["en/rights/housing/index.html".to_owned()]);
    assert_eq!(changed(&before, &after), expected);
    let mut now = inodes(&city);
    now.retain(|name, number| numbers.get(name) != Some(number));
    assert_eq!(now.into_keys().collect::<BTreeSet<_>>(), expected);
}

#[test]
fn a_removed_page_leaves_the_site() {
    let city = City::base();
    city.write("content/rights/work/page.toml", "layout = \"guide\"\n");
    let text = "+++\ntitle = \"Work\"\ndescription = \"Your work.\"\n+++\n\nWords.\n";
    city.write("content/rights/work/en.md", text);
    assert!(city.build(&[]).contains_key("en/rights/work/index.html"));
    std::fs::remove_dir_all(city.file("content/rights/work")).expect("it can be removed");
    assert!(!city.build(&[]).contains_key("en/rights/work/index.html"));
}

#[test]
fn errors_in_the_content_leave_the_old_site_whole() {
    let city = City::base();
    let before = (city.build(&[]), inodes(&city));
    city.change(
        "content/rights/housing/en.md",
        "(fact:helpline)",
        "(fact:helpine)",
    );
    let run = city.run(&["build"]).ends_with(1);
    assert!(run.stderr.contains("did you mean `helpline`?"));
    assert!(
        run.stderr
            .ends_with("Nothing was published; `public` is as it was.\n")
    );
    assert_eq!(run.stdout, "");
    assert!(before == (city.public(), inodes(&city)));
    assert_eq!(
        entries(&city),
        BTreeSet::from(["content", "public", "themes"].map(str::to_owned))
    );
}

/// A picture larger than the disk that the tests pretend to have (512,000 bytes).
fn add_large_picture(city: &City) {
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><desc>{}</desc></svg>",
        "x".repeat(600_000)
    );
    city.write("content/rights/housing/clock.svg", svg);
}

#[test]
fn a_full_disk_leaves_the_old_site_whole() {
    let city = City::base();
    let before = (city.build(&[]), inodes(&city));
    add_large_picture(&city);
    let run = run(on_a_full_disk(city.path(), 1000, &["build"])).ends_with(2);
    assert!(run.stderr.contains("error[MF502]"), "{}", run.stderr);
    assert!(before == (city.public(), inodes(&city)));
    assert_eq!(
        entries(&city),
        BTreeSet::from(["content", "public", "themes"].map(str::to_owned))
    );
}

#[test]
fn a_build_that_is_killed_leaves_the_old_site_whole_and_the_next_succeeds() {
    let city = City::base();
    let before = (city.build(&[]), inodes(&city));
    add_large_picture(&city);
    let killed = run(killed_by_a_full_disk(city.path(), 1000, &["build"]));
    assert_eq!(killed.code, None, "a signal ends it half-way");
    assert!(before == (city.public(), inodes(&city)));
    let after = city.build(&[]);
    let added = changed(&before.0, &after);
    assert_eq!(added.len(), 1, "{added:?}");
    assert_eq!(
        entries(&city),
        BTreeSet::from(["content", "public", "themes"].map(str::to_owned)),
        "what the killed build had written is taken away"
    );
}

#[test]
fn a_site_of_another_version_of_the_command_is_replaced() {
    let city = City::base();
    let before = city.build(&[]);
    city.change("public/.mifriendly", "\"version\": 1", "\"version\": 0");
    assert!(before == city.build(&[]));
    city.change("public/.mifriendly", "\"version\": 1", "\"version\": 0");
    city.write("public/thesis.txt", "my only copy");
    city.run(&["build"]).ends_with(2);
}

#[test]
fn a_folder_that_this_command_did_not_make_is_not_touched() {
    let city = City::base();
    city.write("public/thesis.txt", "my only copy");
    let run = city.run(&["build"]).ends_with(2);
    assert!(run.stderr.contains("error[MF501]"), "{}", run.stderr);
    assert_eq!(city.public().keys().collect::<Vec<_>>(), ["thesis.txt"]);
    assert_eq!(city.read("public/thesis.txt"), "my only copy");
}

#[test]
fn a_file_put_into_the_site_by_hand_is_not_lost() {
    let city = City::base();
    city.build(&[]);
    city.write("public/en/thesis.txt", "my only copy");
    let run = city.run(&["build"]).ends_with(2);
    assert!(run.stderr.contains("`en/thesis.txt`"), "{}", run.stderr);
    assert_eq!(city.read("public/en/thesis.txt"), "my only copy");
}

#[test]
fn an_empty_folder_may_be_filled() {
    let city = City::base();
    std::fs::create_dir(city.file("public")).expect("folders can be made");
    assert!(city.build(&[]).contains_key("en/index.html"));
}

#[test]
fn a_damaged_mark_is_not_trusted() {
    let city = City::base();
    let before = city.build(&[]);
    city.write("public/.mifriendly", "{");
    city.write("public/thesis.txt", "my only copy");
    city.run(&["build"]).ends_with(2);
    assert_eq!(changed(&before, &city.public()).len(), 1);
}
