//! What a build leaves on the disk: the same bytes every time, the unchanged files of the last one, and never half a site.

use end_to_end::City;
use end_to_end::city::{Files, tree};
use end_to_end::command::{killed_by_a_full_disk, mifriendly, on_a_full_disk, run};
use std::collections::{BTreeMap, BTreeSet};
use std::os::unix::fs::MetadataExt;

/// The mark of a build, the only file that each writes anew.
const MARK: &str = ".mifriendly";

/// The folder beside the site in which builds keep what is not published.
const OWN: &str = ".public.mifriendly";

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
        BTreeSet::from([OWN, "content", "public", "themes"].map(str::to_owned))
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
        BTreeSet::from([OWN, "content", "public", "themes"].map(str::to_owned))
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
        BTreeSet::from([OWN, "content", "public", "themes"].map(str::to_owned)),
        "what the killed build had written is taken away"
    );
}

const PAGE: &str = "public/en/rights/housing/index.html";

fn remove_page(city: &City) {
    std::fs::remove_file(city.file(PAGE)).expect("it can be removed");
}

/// What is done to a page of the site, in words and in fact.
type Damage = (&'static str, fn(&City));

/// Ways in which a page of the site may be changed after it was built.
const DAMAGE: [Damage; 6] = [
    ("emptied", |city| _ = city.write(PAGE, "")),
    // Of the same length, so that only the bytes and the time differ.
    ("edited", |city| {
        _ = city.change(PAGE, "Your home", "Your hole")
    }),
    ("cut off", |city| {
        let old = city.read(PAGE);
        city.write(PAGE, &old[..old.len() / 2]);
    }),
    ("removed", remove_page),
    ("a link", |city| {
        remove_page(city);
        city.write("elsewhere", "<p>Of somebody else.</p>");
        std::os::unix::fs::symlink(city.file("elsewhere"), city.file(PAGE)).expect("a link");
    }),
    ("a file of the city's", |city| {
        std::fs::copy(city.file("content/en.md"), city.file(PAGE)).expect("it can be copied");
    }),
];

#[test]
fn a_file_that_was_changed_in_the_site_is_written_anew() {
    let city = City::base();
    let before = city.build(&[]);
    for (what, change) in DAMAGE {
        change(&city);
        let run = city.run(&["build"]).ends_with(0);
        assert!(before == city.public(), "{what}");
        assert!(
            run.stderr
                .contains("written anew: `en/rights/housing/index.html`.\n"),
            "{what}: {}",
            run.stderr
        );
        assert!(city.file(PAGE).is_file());
        assert_eq!(city.run(&["build"]).ends_with(0).stderr, "", "{what}");
    }
}

/// Changes the page to words of the same length, with the time that it had, as a damaged disk does.
fn change_unseen(city: &City) {
    let page = city.file(PAGE);
    let time = page.metadata().and_then(|m| m.modified()).expect("a time");
    city.change(PAGE, "Your home", "Your hole");
    let file = std::fs::File::options().append(true).open(page);
    file.and_then(|f| f.set_modified(time))
        .expect("it can be set");
}

#[test]
fn every_file_is_read_again_where_that_is_asked_for() {
    let city = City::base();
    let before = city.build(&[]);
    std::thread::sleep(std::time::Duration::from_millis(2100));
    city.build(&[]);
    change_unseen(&city);
    assert!(
        before != city.build(&[]),
        "size, time and number are as they were"
    );
    city.build(&["--verify"]);
    assert!(before == city.public());
}

#[test]
fn a_change_in_the_moment_of_the_build_is_seen() {
    // The clock of a file system is coarse: what was changed within two seconds of the build is read again even if its time is the same.
    let city = City::base();
    let before = city.build(&[]);
    change_unseen(&city);
    assert!(before == city.build(&[]));
}

#[test]
fn a_full_disk_leaves_the_texts_of_the_city_whole() {
    let more = "More words. ".repeat(8_000);
    for (command, file) in [(&["check", "--fix"][..], "en.md"), (&["accept"], "ar.md")] {
        let city = City::of_case("site-translations");
        let file = format!("content/rights/housing/{file}");
        let text = city.read(&file);
        let text = match command[0] {
            "check" => text.replace(" {#notice}", ""),
            _ => text,
        };
        let text = text + &more;
        city.write(&file, &text);
        let entries = || tree(&city.file("content/rights/housing")).len();
        let names = entries();
        let run = run(on_a_full_disk(city.path(), 100, command)).ends_with(2);
        assert!(run.stderr.starts_with("error: "), "{}", run.stderr);
        assert!(text == city.read(&file), "{command:?}");
        assert_eq!(names, entries(), "nothing is left over");
    }
}
