//! Every case in `cases/`: all that the command says and writes, to the letter.

use diagnostics::{Code, Severity};
use end_to_end::Case;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// `CASE=MF3 cargo test -p end-to-end` runs only the cases whose names begin so.
fn wanted() -> Vec<Case> {
    let prefix = std::env::var("CASE").unwrap_or_default();
    let mut cases = Case::all();
    cases.retain(|case| case.name.starts_with(&prefix));
    cases
}

#[test]
fn every_case_says_and_writes_what_is_expected() {
    let cases = wanted();
    let next = AtomicUsize::new(0);
    let failures = Mutex::new(Vec::new());
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let found = std::panic::catch_unwind(|| case.failures())
                        .unwrap_or_else(|_| vec!["it panicked; see above".to_owned()]);
                    let mut all = failures.lock().expect("no other thread panics with it");
                    all.extend(found.into_iter().map(|f| (case.name.clone(), f)));
                }
            });
        }
    });
    let mut failures = failures.into_inner().expect("all threads have ended");
    failures.sort();
    let report: String = failures
        .iter()
        .map(|(name, failure)| format!("\n=== {name}\n{failure}"))
        .collect();
    assert!(
        failures.is_empty(),
        "{report}\n`UPDATE=1 cargo test -p end-to-end` writes what was found as what is expected\n"
    );
}

#[test]
fn every_code_has_a_case_that_prints_it_with_its_severity() {
    let cases = Case::all();
    let mut lacking = Vec::new();
    for code in Code::ALL {
        let severity = match code.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let head = format!("{severity}[{}]: ", code.as_str());
        let mut own = cases
            .iter()
            .filter(|case| case.name.starts_with(code.as_str()));
        let printed = own.any(|case| {
            std::fs::read_to_string(case.folder().join("expected.stderr"))
                .is_ok_and(|text| text.lines().any(|line| line.starts_with(&head)))
        });
        if !printed {
            lacking.push(format!("{}: {}", code.as_str(), code.title()));
        }
    }
    assert!(
        lacking.is_empty(),
        "no case in tests/cases/ shows these codes:\n{}",
        lacking.join("\n")
    );
}

#[test]
fn no_case_is_named_after_a_code_that_does_not_exist() {
    for case in Case::all() {
        let code = case.name.split('-').next().unwrap_or_default();
        if code.starts_with("MF") {
            assert!(Code::parse(code).is_some(), "{}", case.name);
        }
    }
}
