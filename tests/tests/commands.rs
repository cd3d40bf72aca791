//! The commands one by one: how each ends, and what `check`, `explain`, `inspect` and `accept` do.

use diagnostics::Code;
use end_to_end::City;
use end_to_end::command::{binary, mifriendly, run};
use end_to_end::schema;
use serde_json::Value;
use std::process::Command;

/// A city with an error that only the content's author can mend.
fn with_error() -> City {
    let city = City::base();
    city.change(
        "content/rights/housing/en.md",
        "(fact:helpline)",
        "(fact:zebra)",
    );
    city
}

#[test]
fn commands_end_with_0_where_all_is_well() {
    let city = City::base();
    for arguments in [
        &["build"][..],
        &["check"],
        &["find", "ZZ1 2AB"],
        &["inspect", "rights/housing"],
        &["inspect", ""],
        &["inspect", "--schema"],
        &["explain"],
        &["explain", "MF108"],
        &["accept"],
        &["--help"],
        &["--version"],
    ] {
        let run = city.run(arguments).ends_with(0);
        assert_eq!(run.stderr, "", "{arguments:?}");
        assert_ne!(run.stdout, "", "{arguments:?}");
    }
}

#[test]
fn commands_end_with_1_where_the_content_has_errors() {
    let city = with_error();
    for arguments in [&["build"][..], &["check"], &["find", "ZZ1 2AB"]] {
        let run = city.run(arguments).ends_with(1);
        assert!(run.stderr.contains("error[MF304]"), "{arguments:?}");
        assert_eq!(run.stdout, "", "{arguments:?}");
    }
    city.run(&["check", "--json"]).ends_with(1);
}

#[test]
fn commands_end_with_2_where_there_is_no_city_or_they_are_used_wrongly() {
    let nothing = City::empty();
    for arguments in [
        &["build"][..],
        &["serve", "--port", "0"],
        &["check"],
        &["find", "ZZ1 2AB"],
        &["inspect", "rights"],
        &["accept"],
    ] {
        let run = nothing.run(arguments).ends_with(2);
        assert!(
            run.stderr.contains("error[MF001]"),
            "{arguments:?}: {}",
            run.stderr
        );
    }
    let city = City::base();
    for arguments in [
        &["bild"][..],
        &[],
        &["build", "--outt", "x"],
        &["build", "--base-url", "example.org"],
        &["check", "--now", "tomorrow"],
        &["find"],
        &["inspect"],
        &["inspect", "rights/hosing"],
        &["inspect", "rights", "--language", "pl"],
        &["explain", "MF999"],
        &["accept", "rights/hosing"],
    ] {
        let run = city.run(arguments).ends_with(2);
        assert_ne!(run.stderr, "", "{arguments:?}");
        assert_eq!(run.stdout, "", "{arguments:?}");
    }
}

#[test]
fn slips_in_the_name_of_a_page_or_code_are_named() {
    let city = City::base();
    let inspect = city.run(&["inspect", "rights/hosing"]);
    assert_eq!(
        inspect.stderr,
        "error: there is no page `rights/hosing`; did you mean `rights/housing`?\n"
    );
    let explain = city.run(&["explain", "MF1088"]);
    assert_eq!(
        explain.stderr,
        "error: there is no code `MF1088`; did you mean MF108?\n"
    );
}

#[test]
fn every_code_is_explained_in_any_case_and_anywhere() {
    let nothing = City::empty();
    let list = nothing.run(&["explain"]).ends_with(0).stdout;
    for code in Code::ALL {
        let line = format!("{}  {}\n", code.as_str(), code.title());
        assert!(list.contains(&line), "{line}");
        let lower = code.as_str().to_lowercase();
        let more = nothing.run(&["explain", &lower]).ends_with(0).stdout;
        assert!(more.starts_with(&format!("{}: {}\n\n", code.as_str(), code.title())));
        assert!(more.contains(code.explanation()));
    }
}

#[test]
fn check_writes_nothing() {
    let city = City::base();
    let before = end_to_end::city::tree(city.path());
    city.run(&["check"]).ends_with(0);
    assert!(before == end_to_end::city::tree(city.path()));
}

#[test]
fn check_gives_its_findings_to_programs_as_json() {
    let city = with_error();
    let run = city.run(&["check", "--json"]).ends_with(1);
    assert_eq!(run.stderr, "");
    let found: Value = serde_json::from_str(&run.stdout).expect("it prints JSON");
    let expected = serde_json::json!([{
        "code": "MF304",
        "severity": "error",
        "message": "there is no fact `zebra`",
        "hint": null,
        "location": {
            "path": "content/rights/housing/en.md",
            "line": 6,
            "column": 26,
            "span": {"start": 112, "end": 126},
        },
    }]);
    assert_eq!(found, expected);
    let fine = City::base().run(&["check", "--json"]).ends_with(0);
    assert_eq!(fine.stdout, "[]\n");
}

#[test]
fn check_fix_writes_missing_ids_and_nothing_else() {
    let city = City::base();
    let page = "content/rights/housing/en.md";
    let whole = city.read(page);
    city.change(
        page,
        "## If you are threatened {#threatened}",
        "## If you are threatened",
    );
    city.run(&["check"]).ends_with(1);
    let run = city.run(&["check", "--fix"]).ends_with(0);
    assert_eq!(run.stderr, "content/rights/housing/en.md: ids written\n");
    assert_eq!(
        city.read(page),
        whole.replace("{#threatened}", "{#if-you-are-threatened}")
    );
    let again = city.run(&["check", "--fix"]).ends_with(0);
    assert_eq!(again.stderr, "");
}

#[test]
fn after_accept_a_translation_is_up_to_date() {
    let city = City::of_case("site-translations");
    let warned = city.run(&["check"]).ends_with(0).stderr;
    assert!(
        warned.contains("MF316") && warned.contains("MF317"),
        "{warned}"
    );
    let accepted = city
        .run(&["accept", "rights/housing", "--language", "ar"])
        .ends_with(0);
    assert_eq!(accepted.stdout, "1 translations recorded.\n");
    // What was accepted is still compared with its source, and no person has checked its telephone number.
    let left = city.run(&["check"]).ends_with(1).stderr;
    assert!(!left.contains("MF316") && !left.contains("MF317"), "{left}");
    assert!(left.contains("MF326"), "{left}");
    city.change(
        "content/rights/housing/ar.md",
        "0808 157 0123",
        "0808 157 0124",
    );
    let clean = city.run(&["check"]).ends_with(0);
    assert_eq!(
        (clean.stdout.as_str(), clean.stderr.as_str()),
        ("Nothing is wrong.\n", "")
    );
    let text = city.read("content/rights/housing/ar.md");
    let again = city.run(&["accept"]).ends_with(0);
    assert_eq!(again.stdout, "0 translations recorded.\n");
    assert_eq!(city.read("content/rights/housing/ar.md"), text);
}

#[test]
fn the_schema_describes_every_page_that_inspect_shows() {
    let city = City::of_case("site-translations").with_region();
    city.write(
        "content/notices/flood/notice.toml",
        "from = 2026-11-01\nuntil = 2027-01-01\n",
    );
    let notice = "+++\ntitle = \"Flood\"\ndescription = \"The river.\"\n+++\n\nStay at home.\n";
    city.write("content/notices/flood/en.md", notice);
    let print = |arguments: &[&str]| -> Value {
        let run = city.run(arguments).ends_with(0);
        serde_json::from_str(&run.stdout).expect("it prints JSON")
    };
    let described = print(&["inspect", "--schema"]);
    assert_eq!(
        described["$schema"],
        "https://json-schema.org/draft/2020-12/schema"
    );
    for page in [
        "",
        "rights",
        "rights/housing",
        "urgent",
        "glossary",
        "services",
        "services/law-centre",
    ] {
        for language in ["en", "ar"] {
            let shown = print(&["inspect", page, "--language", language]);
            assert_eq!(shown["path"], page);
            let problems = schema::problems(&described, &shown);
            assert!(problems.is_empty(), "{page} in {language}: {problems:#?}");
        }
    }
    let wrong = serde_json::json!({"path": 3});
    assert!(!schema::problems(&described, &wrong).is_empty());
}

#[test]
fn the_command_alone_builds_a_whole_site_from_a_folder_of_content() {
    let machine = City::empty();
    let alone = machine.file("mifriendly");
    // By another process: one that this one wrote could still be open in a process that another test is just starting.
    let mut copy = Command::new("cp");
    copy.arg(binary()).arg(&alone);
    run(copy).ends_with(0);
    let city = City::base().with_region();
    for (name, bytes) in end_to_end::city::tree(city.path()) {
        machine.write(&name, bytes);
    }
    let mut command = Command::new(&alone);
    command.args(["build", "--now", end_to_end::TODAY]);
    command.current_dir(machine.path()).env_clear();
    run(command).ends_with(0);
    let files = machine.public();
    assert!(files == city.build(&[]), "the same as anywhere else");
    for (start, end) in [
        ("assets/style-", ".css"),
        ("assets/finder-widget-", ".wasm"),
        ("assets/finder-widget-", ".js"),
        ("assets/region-", ".gaz"),
        ("assets/directory-en-", ".bin"),
    ] {
        let there = files
            .keys()
            .any(|n| n.starts_with(start) && n.ends_with(end));
        assert!(there, "{start}…{end}");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let city = City::base();
    let mut shell = Command::new("sh");
    let script = "\"$0\" inspect rights/housing --now 2026-11-21 2> errors | head -c 1 > first; test ! -s errors";
    shell
        .arg("-c")
        .arg(script)
        .arg(binary())
        .current_dir(city.path());
    run(shell).ends_with(0);
}

#[test]
fn colours_are_for_terminals() {
    let city = with_error();
    let mut command = mifriendly(city.path(), &["check"]);
    command.env_remove("NO_COLOR");
    let run = run(command).ends_with(1);
    assert!(!run.stderr.contains('\u{1b}'), "{}", run.stderr);
}

#[test]
fn commands_that_need_sound_content_say_what_is_wrong_with_it() {
    let city = with_error();
    let run = city.run(&["accept"]).ends_with(1);
    assert!(run.stderr.contains("error[MF304]"), "{}", run.stderr);
    assert!(
        run.stderr.contains("Nothing was recorded"),
        "{}",
        run.stderr
    );
    let run = city.run(&["inspect", "rights"]).ends_with(1);
    assert!(run.stderr.contains("error[MF304]"), "{}", run.stderr);
    let context: Value = serde_json::from_str(&run.stdout).expect("it is shown all the same");
    assert_eq!(context["path"], "rights");
}

#[test]
fn coordinates_far_from_the_postcode_beside_them_are_found() {
    let city = City::base().with_region();
    city.run(&["check"]).ends_with(0);
    let record = "content/services/law-centre/service.toml";
    city.change(record, "latitude = 52.0", "latitude = 52.9");
    let run = city.run(&["check"]).ends_with(1);
    assert!(
        run.stderr
            .contains("error[MF403]: this place is 100 km from ZZ1 2AB"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains(record), "{}", run.stderr);
}
