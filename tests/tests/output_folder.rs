//! The folder that a build writes into, and the one beside it: whose it is, one build at a time, and what killed builds leave.

use end_to_end::City;
use end_to_end::city::tree;
use end_to_end::command::mifriendly;

/// The folder beside the site in which builds keep what is not published.
const OWN: &str = ".public.mifriendly";

#[test]
fn a_site_of_another_version_of_the_command_is_replaced() {
    let city = City::base();
    let before = city.build(&[]);
    // A list of another version.
    city.change(&list(&city), "\"version\":", "\"version\":9");
    assert!(before == city.build(&[]));
    // The mark of the first version was the list.
    let names: Vec<String> = before
        .keys()
        .map(|name| format!("\"{name}\":{{}}"))
        .collect();
    let mark = format!("{{\"version\":1,\"files\":{{{}}}}}", names.join(","));
    std::fs::remove_dir_all(city.file(OWN)).expect("it can be removed");
    city.write("public/.mifriendly", mark);
    assert!(before == city.build(&[]));
    city.write("public/thesis.txt", "my only copy");
    city.run(&["build"]).ends_with(2);
}

/// The path of the list of the site's files.
fn list(city: &City) -> String {
    let entries = std::fs::read_dir(city.file(OWN)).expect("a folder can be listed");
    let names = entries.map(|e| e.expect("it can be read").file_name().into_string());
    let mut lists: Vec<String> = names
        .map(|name| name.expect("it is ASCII"))
        .filter(|name| name.starts_with("files-"))
        .collect();
    assert_eq!(lists.len(), 1, "{lists:?}");
    format!("{OWN}/{}", lists.remove(0))
}

#[test]
fn what_a_build_knows_of_its_files_is_not_published() {
    let city = City::base();
    let files = city.build(&[]);
    let mark = String::from_utf8_lossy(&files[".mifriendly"]);
    assert!(mark.len() < 100 && !mark.contains("index.html"), "{mark}");
    assert!(city.read(&list(&city)).contains("en/index.html"));
    assert_eq!(city.read(&format!("{OWN}/.gitignore")), "*\n");
}

#[test]
fn a_second_build_into_the_same_folder_is_refused_and_does_no_harm() {
    let city = City::base();
    let before = city.build(&[]);
    let lock = std::fs::File::open(city.file(OWN).join("lock")).expect("it is there");
    lock.lock().expect("nobody has it");
    for out in ["public", "./public/", "content/../public"] {
        let run = city.run(&["build", "--out", out]).ends_with(2);
        assert!(run.stderr.contains("error[MF507]"), "{}", run.stderr);
        assert!(run.stderr.ends_with("Nothing was published by this one.\n"));
    }
    assert!(before == city.public());
    city.run(&["build", "--out", "other"]).ends_with(0);
    drop(lock);
    city.build(&[]);
}

#[test]
fn builds_at_the_same_time_publish_one_whole_site() {
    let city = City::base();
    city.build(&[]);
    let other = City::base();
    other.change("content/facts.toml", "value = 28", "value = 42");
    let wholes = [city.public(), other.build(&[])];
    let start = |from: &City| {
        let out = city.file("public");
        let mut command = mifriendly(
            from.path(),
            &["build".as_ref(), "--out".as_ref(), out.as_os_str()],
        );
        command
            .stderr(std::process::Stdio::null())
            .stdout(std::process::Stdio::null());
        command.spawn().expect("it can be run")
    };
    for _ in 0..5 {
        let mut both = [start(&city), start(&other)];
        let codes = both.each_mut().map(|b| b.wait().expect("it ends").code());
        assert!(codes.contains(&Some(0)), "{codes:?}");
        assert!(codes.iter().all(|c| matches!(c, Some(0 | 2))), "{codes:?}");
        assert!(wholes.contains(&city.public()));
    }
}

#[test]
fn an_output_folder_that_is_a_link_stays_one() {
    let city = City::base();
    std::fs::create_dir(city.file("www")).expect("folders can be made");
    std::os::unix::fs::symlink("www", city.file("public")).expect("links can be made");
    let first = city.build(&[]);
    city.change("content/facts.toml", "value = 28", "value = 42");
    city.build(&[]);
    assert!(city.file("public").is_symlink());
    let shown = tree(&city.file("www"));
    assert!(shown == city.public() && shown != first);
    std::os::unix::fs::symlink("nowhere", city.file("dead")).expect("links can be made");
    city.run(&["build", "--out", "dead"]).ends_with(2);
    assert!(city.file("dead").is_symlink());
}

#[test]
fn a_build_that_was_killed_while_the_old_site_was_moved_aside_loses_nothing() {
    // Where a file system cannot exchange two folders, the old one is moved aside for a moment.
    let city = City::base();
    let before = city.build(&[]);
    let aside = city.file(OWN).join("aside");
    std::fs::rename(city.file("public"), aside).expect("it can be moved");
    city.change(
        "content/rights/housing/en.md",
        "(fact:helpline)",
        "(fact:helpine)",
    );
    city.run(&["build"]).ends_with(1);
    assert!(before == city.public());
}

#[test]
fn what_killed_builds_left_is_taken_away_whoever_they_were() {
    let city = City::base();
    city.build(&[]);
    let whole = tree(&city.file(OWN)).into_keys().collect::<Vec<_>>();
    // Of a process of another container, of which only the lock can say that it has ended.
    city.write(
        &format!("{OWN}/next-0123456789abcdef/en/index.html"),
        "half",
    );
    city.write(&format!("{OWN}/.files-0.json.next-0123456789abcdef"), "{");
    city.write(&format!("{OWN}/files-0123.json"), "{}");
    city.build(&[]);
    assert_eq!(whole, tree(&city.file(OWN)).into_keys().collect::<Vec<_>>());
}

#[test]
fn a_site_whose_list_is_gone_is_not_touched() {
    let city = City::base();
    let before = city.build(&[]);
    std::fs::remove_dir_all(city.file(OWN)).expect("it can be removed");
    let run = city.run(&["build"]).ends_with(2);
    assert!(
        run.stderr.contains("is gone, so it is left alone"),
        "{}",
        run.stderr
    );
    assert!(before == city.public());
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
    let mut after = city.public();
    assert!(after.remove("thesis.txt").is_some());
    after.insert(".mifriendly".to_owned(), before[".mifriendly"].clone());
    assert!(before == after, "nothing else was changed");
}
