//! What each text means, and what is said about each mistake.

mod mistakes;

use super::*;
use crate::model::{Block, CalloutKind, Column, Inline, Target};
use proptest::prelude::*;

/// The problems of a text whose body begins at byte 0: code and what is underlined.
pub(crate) fn problems(text: &str) -> Vec<(Code, &str)> {
    let options = Options {
        language: "en".to_owned(),
        retired_ids: ["section-21".to_owned()].into(),
        ..Options::default()
    };
    let (_, diagnostics) = parse("en.md", text, 0, &options);
    diagnostics
        .iter()
        .map(|d| (d.code, &text[d.location.as_ref().unwrap().span.clone()]))
        .collect()
}

pub(crate) fn hints(text: &str) -> Vec<String> {
    let (_, diagnostics) = parse("en.md", text, 0, &Options::default());
    diagnostics.into_iter().filter_map(|d| d.hint).collect()
}

/// The document of a text without a mistake.
fn document(text: &str) -> Document {
    assert_eq!(problems(text), []);
    parse("en.md", text, 0, &Options::default()).0
}

fn first_block(text: &str) -> Block {
    document(text).sections.remove(0).blocks.remove(0)
}

fn words(text: &str) -> Vec<Inline> {
    vec![Inline::Text(text.to_owned())]
}

#[test]
fn sections_are_flat_and_their_spans_count_in_the_whole_file() {
    let text = "+++\ntitle = \"é\"\n+++\nIntro.\n\n## Your *notice* {#notice}\n\nText.\n\n### More {#more}\n";
    let start = text.find("Intro").unwrap();
    let (document, diagnostics) = parse("en.md", text, start, &Options::default());
    assert!(diagnostics.is_empty());
    let seen: Vec<_> = document
        .sections
        .iter()
        .map(|s| {
            (
                s.id.as_str(),
                s.level,
                &text[s.span.clone()],
                &text[s.heading_span.clone()],
            )
        })
        .collect();
    assert_eq!(
        seen,
        [
            ("intro", 1, "Intro.\n\n", ""),
            (
                "notice",
                2,
                "## Your *notice* {#notice}\n\nText.\n\n",
                "## Your *notice* {#notice}"
            ),
            ("more", 3, "### More {#more}\n", "### More {#more}"),
        ]
    );
    assert_eq!(
        document.sections[1].heading,
        [
            Inline::Text("Your ".to_owned()),
            Inline::Emphasis(words("notice"))
        ]
    );
}

#[test]
fn a_text_that_begins_with_a_heading_has_no_introduction() {
    let document = document("## A {#a}\n");
    assert_eq!(document.ids(), ["a"]);
}

#[test]
fn statements_are_taken_from_paragraphs_and_items_tight_or_loose() {
    let text = "You must go. {#go}\n\n- Do not **sign**.\n  {#sign}\n- You may stay {#stay}\n  - if ill\n\n1. One. {#one}\n\n   More. {#more}\n\n> [!CAUTION]\n> Within [](fact:days) {#days}\n";
    let document = document(text);
    let seen: Vec<_> = document
        .statements()
        .iter()
        .map(|s| {
            (
                s.id.value.clone(),
                &text[s.id.span.clone()],
                s.inlines.len(),
            )
        })
        .collect();
    assert_eq!(
        seen,
        [
            ("go".to_owned(), "{#go}", 1),
            ("sign".to_owned(), "{#sign}", 3),
            ("stay".to_owned(), "{#stay}", 1),
            ("one".to_owned(), "{#one}", 1),
            ("more".to_owned(), "{#more}", 1),
            ("days".to_owned(), "{#days}", 2),
        ]
    );
    assert_eq!(
        document.statement("stay").unwrap().inlines,
        words("You may stay")
    );
    let Block::List { items, .. } = &document.sections[0].blocks[2] else {
        panic!("a list");
    };
    assert!(items[0].statement.is_some());
}

#[test]
fn a_direction_mark_after_an_id_does_not_hide_it() {
    let document = document("يجب أن تغادر. {#go}\u{200f}\n");
    assert_eq!(
        document.statement("go").unwrap().inlines,
        words("يجب أن تغادر.")
    );
}

#[test]
fn links_are_typed_and_carry_their_place() {
    let text = "[a](../health/#gp) <https://www.gov.uk/x> <help@example.org> [](fact:days) [asylum](term:asylum) [](service:law-centre)\n";
    let Block::Paragraph { inlines, .. } = first_block(text) else {
        panic!("a paragraph");
    };
    let seen: Vec<_> = inlines
        .iter()
        .filter(|i| !matches!(i, Inline::Text(_)))
        .collect();
    let span = |part: &str| {
        let start = text.find(part).unwrap();
        start..start + part.len()
    };
    assert_eq!(
        seen,
        [
            &Inline::Link {
                target: Target::Page {
                    path: "../health/".into(),
                    anchor: Some("gp".into())
                },
                inlines: words("a"),
                span: span("[a](../health/#gp)"),
            },
            &Inline::Link {
                target: Target::External("https://www.gov.uk/x".into()),
                inlines: words("https://www.gov.uk/x"),
                span: span("<https://www.gov.uk/x>"),
            },
            &Inline::Link {
                target: Target::Email("help@example.org".into()),
                inlines: words("help@example.org"),
                span: span("<help@example.org>"),
            },
            &Inline::Fact {
                name: "days".into(),
                span: span("[](fact:days)")
            },
            &Inline::Term {
                id: "asylum".into(),
                inlines: words("asylum"),
                span: span("[asylum](term:asylum)")
            },
            &Inline::Service {
                id: "law-centre".into(),
                inlines: vec![],
                span: span("[](service:law-centre)")
            },
        ]
    );
}

#[test]
fn quotation_marks_and_dots_stay_as_written() {
    assert_eq!(
        first_block("\"It's\" -- so...\n"),
        Block::Paragraph {
            statement: None,
            inlines: words("\"It's\" -- so...")
        }
    );
}

#[test]
fn pictures_callouts_task_lists_and_tables() {
    let text = "![A *clock*](clock.svg \"Half past nine\")\n\n> [!caution]\n> Do not sign.\n\n- [ ] Passport\n- [x] Letter\n\n| Who | Pays |\n|---|--:|\n| You | nothing |\n";
    let blocks = document(text).sections.remove(0).blocks;
    assert!(
        matches!(&blocks[0], Block::Paragraph { inlines, .. } if matches!(&inlines[0],
        Inline::Picture { source, alternative, title, .. }
            if source == "clock.svg" && alternative == "A clock" && title.as_deref() == Some("Half past nine")))
    );
    assert!(
        matches!(&blocks[1], Block::Callout { kind: CalloutKind::Caution, blocks } if blocks.len() == 1)
    );
    assert!(matches!(&blocks[2], Block::List { start: None, items }
        if items[0].task == Some(false) && items[1].task == Some(true)));
    assert!(matches!(&blocks[3], Block::Table(table)
        if table.columns == [Column::Start, Column::End] && table.rows == [[words("You"), words("nothing")]]));
}

#[test]
fn extensions_carry_the_place_of_their_settings() {
    let text = "1. Look:\n\n   ```finder\n   kinds = [\"housing\",\n     \"legal\"]\n   ```\n\n```include\npage = \"urgent\"\nsection = \"threatened\"\n```\n\n```only council=coventry\nCall [us](tel:024).\r\n\n- You may apply. {#apply}\n```\n";
    let document = document(text);
    let at = |reference: crate::Reference<'_>| {
        let section = &document.sections[0];
        let (_, span) = section
            .references()
            .into_iter()
            .find(|(r, _)| *r == reference)
            .unwrap();
        &text[span.clone()]
    };
    assert_eq!(at(crate::Reference::Kind("legal")), "\"legal\"");
    assert_eq!(at(crate::Reference::Area("coventry")), "coventry");
    assert_eq!(
        at(crate::Reference::Link(&Target::Telephone("024".into()))),
        "[us](tel:024)"
    );
    assert!(
        at(crate::Reference::Include {
            page: "urgent",
            section: "threatened"
        })
        .starts_with("```include")
    );
    assert_eq!(
        &text[document.statement("apply").unwrap().id.span.clone()],
        "{#apply}"
    );
}

#[test]
fn documents_survive_serialisation() {
    let document =
        document("Hi *you*\n\n## A {#a}\n\n- [x] b {#b}\n\n```finder\nkinds = [\"legal\"]\n```\n");
    let json = serde_json::to_string(&document).unwrap();
    assert_eq!(serde_json::from_str::<Document>(&json).unwrap(), document);
}

/// Texts made of what Markdown and the extensions are made of, which any text at all hardly ever is.
pub(crate) fn marks() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "#",
        "## ",
        "### ",
        "\n",
        "\n\n",
        "- ",
        "1. ",
        "- [ ] ",
        "> ",
        "> [!NOTE]\n",
        "[!TIP]",
        "*",
        "**",
        "_",
        "~~",
        "`",
        "```",
        "````",
        "```finder\n",
        "```include\n",
        "```only council=coventry\n",
        "kinds = [\"a\"]",
        "page = \"a\"",
        "{#a}",
        " {#b-c}\n",
        "{ #",
        "}",
        "[",
        "](",
        ")",
        "](fact:x)",
        "](term:x)",
        "](service:x)",
        "](../a/#b)",
        "](javascript:x)",
        "![",
        "<",
        ">",
        "<b>",
        "</b>",
        "<!--",
        "<script>",
        "</script>",
        "&lt;",
        "&#10;",
        "\\",
        "|",
        "|---|\n",
        ":--",
        "\t",
        "    ",
        "\r\n",
        "\r",
        "\0",
        "a",
        "Word ",
        "م",
        "ካ",
        "0800 123",
        "<https://example.org/>",
        "<a@example.org>",
        "---\n",
        "===\n",
        "\u{200f}",
        "é",
        "\"",
        "'",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn no_text_panics_and_all_spans_lie_in_it(text in prop_oneof![marks(), any::<String>()], start in 0_usize..20) {
        let (document, diagnostics) = parse("en.md", &text, start, &Options::default());
        for diagnostic in diagnostics.iter() {
            let location = diagnostic.location.as_ref().unwrap();
            prop_assert!(text.get(location.span.clone()).is_some());
            prop_assert_eq!(&diagnostics::Location::new("en.md", &text, location.span.clone()), location);
        }
        let mut end = None;
        for section in &document.sections {
            prop_assert!(text.get(section.span.clone()).is_some());
            prop_assert!(end.is_none_or(|end| end == section.span.start));
            end = Some(section.span.end);
            for (_, span) in section.references() {
                prop_assert!(text.get(span.clone()).is_some());
            }
        }
        let ids = document.ids();
        let unique: BTreeSet<_> = ids.iter().collect();
        prop_assert_eq!(unique.len(), ids.len());
    }
}
