//! What a reader gets of each section.

use super::{Alignment, Fingerprint, Reading, State};
use document::{Document, Options};
use proptest::prelude::*;
use std::collections::BTreeMap;

const SOURCE: &str = "Start.\n\n## Notice {#notice}\n\nYou have 28 days. {#days}\n\n## Help {#help}\n\nAsk us. {#ask}\n\n## Costs {#costs}\n\nIt is free.\n\n## Law {#law}\n\nRead it.\n";

fn document(language: &str, text: &str) -> Document {
    let options = Options {
        language: language.to_owned(),
        ..Options::default()
    };
    let (document, problems) = document::parse("x.md", text, 0, &options);
    assert!(problems.is_empty());
    document
}

fn align(
    source: &Document,
    translation: &Document,
    recorded: &BTreeMap<String, Fingerprint>,
) -> Alignment {
    super::align(source, &Reading::all(source), translation, recorded)
}

fn fingerprints(document: &Document) -> BTreeMap<String, Fingerprint> {
    let ids = document.sections.iter().map(|section| section.id.clone());
    ids.zip(Reading::all(document).iter().map(|r| r.fingerprint))
        .collect()
}

fn states(alignment: &Alignment) -> Vec<(&str, State)> {
    alignment
        .sections
        .iter()
        .map(|s| (s.id.as_str(), s.state))
        .collect()
}

#[test]
fn each_section_has_its_state_in_the_order_of_the_source() {
    let recorded = fingerprints(&document("en", SOURCE));
    let source = document(
        "en",
        &SOURCE
            .replace("28 days", "42 days")
            .replace("Ask us", "Do ask us")
            .replace("It is free", "It costs nothing"),
    );
    let mut recorded = recorded;
    recorded.remove("law");
    let translation = document(
        "fr",
        "## Droit {#law}\n\nLisez.\n\n## Coûts {#costs}\n\nGratuit.\n\n## Préavis {#notice}\n\nVous avez 28 jours. {#days}\n\nDébut {#old-one}\n\n## Vieux {#old}\n\nNon.\n",
    );
    let alignment = align(&source, &translation, &recorded);
    assert_eq!(
        states(&alignment),
        [
            ("intro", State::Missing),
            ("notice", State::Unsafe),
            ("help", State::Missing),
            ("costs", State::Stale),
            ("law", State::Unrecorded),
        ]
    );
    let orphans: Vec<_> = alignment
        .orphans
        .iter()
        .map(|o| (o.id.as_str(), o.statement))
        .collect();
    assert_eq!(orphans, [("old", false), ("old-one", true)]);
    let missing: Vec<_> = alignment
        .missing_statements
        .iter()
        .map(|m| {
            (
                m.id.value.as_str(),
                m.section.as_str(),
                m.section_translated,
            )
        })
        .collect();
    assert_eq!(missing, [("ask", "help", false)]);
}

#[test]
fn what_accept_records_is_current_until_the_source_changes() {
    let source = document("en", SOURCE);
    let translation = document("en", SOURCE);
    let recorded = align(&source, &translation, &BTreeMap::new())
        .sections
        .into_iter()
        .map(|s| (s.id, s.fingerprint))
        .collect();
    let alignment = align(&source, &translation, &recorded);
    assert!(alignment.sections.iter().all(|s| s.state == State::Current));
    assert!(alignment.orphans.is_empty() && alignment.missing_statements.is_empty());
}

#[test]
fn another_rule_is_as_good_as_no_record() {
    let source = document("en", SOURCE);
    let recorded = fingerprints(&source)
        .into_iter()
        .map(|(id, fingerprint)| {
            (
                id,
                Fingerprint {
                    rule: 2,
                    ..fingerprint
                },
            )
        })
        .collect();
    let alignment = align(&source, &source, &recorded);
    assert!(
        alignment
            .sections
            .iter()
            .all(|s| s.state == State::Unrecorded)
    );
}

#[test]
fn a_statement_may_stand_in_another_section() {
    let translation = document(
        "fr",
        "Vous avez 28 jours. {#days}\n\n## Aide {#help}\n\nDemandez. {#ask}\n",
    );
    let alignment = align(&document("en", SOURCE), &translation, &BTreeMap::new());
    assert_eq!(alignment.missing_statements, []);
}

proptest! {
    #[test]
    fn the_order_of_a_translation_does_not_matter(order in Just(vec![0, 1, 2, 3, 4]).prop_shuffle(), kept in 0..5_usize) {
        let sections = [
            "## Notice {#notice}\n\nYou have 28 days. {#days}\n\n",
            "## Help {#help}\n\nAsk.\n\n",
            "## Costs {#costs}\n\nIt is free.\n\n",
            "## More {#more}\n\nMore. {#extra}\n\n",
            "## Law {#law}\n\nRead it.\n\n",
        ];
        let source = document("en", SOURCE);
        let recorded = fingerprints(&source);
        let build = |order: &[usize]| -> String {
            order.iter().filter(|i| **i <= kept).map(|i| sections[*i]).collect()
        };
        let plain = align(&source, &document("fr", &build(&[0, 1, 2, 3, 4])), &recorded);
        let shuffled = align(&source, &document("fr", &build(&order)), &recorded);
        prop_assert_eq!(states(&plain), states(&shuffled));
        prop_assert_eq!(&plain.missing_statements, &shuffled.missing_statements);
        let ids = |a: &Alignment| a.orphans.iter().map(|o| (o.id.clone(), o.statement)).collect::<Vec<_>>();
        prop_assert_eq!(ids(&plain), ids(&shuffled));
    }
}
