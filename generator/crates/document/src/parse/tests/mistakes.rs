//! What is said about each mistake.

use super::{hints, problems, words};
use crate::model::{Block, Inline};
use crate::parse::{Options, parse};
use diagnostics::Code;

#[test]
fn headings_need_ids() {
    assert_eq!(
        problems(
            "## Your notice\n\n## A {#Bad}\n\n## B {#b .c}\n\n## C {.c}\n\n## D {#section-21}\n\n## E {#intro}\n"
        ),
        [
            (Code::HeadingWithoutId, "## Your notice"),
            (Code::BadId, "{#Bad}"),
            (Code::BadId, "{#b .c}"),
            (Code::HeadingWithoutId, "## C {.c}"),
            (Code::RetiredId, "{#section-21}"),
            (Code::DuplicateId, "{#intro}"),
        ]
    );
    assert!(hints("## Your notice\n")[0].contains("{#your-notice}"));
    assert_eq!(hints("## A {#Bad}\n"), ["write it `{#bad}`"]);
}

#[test]
fn made_up_ids_never_take_a_written_one() {
    let (document, diagnostics) = parse(
        "en.md",
        "## Notice\n\n## X {#notice}\n",
        0,
        &Options::default(),
    );
    assert_eq!(document.ids(), ["notice-2", "notice"]);
    assert_eq!(diagnostics.iter().count(), 1);
}

#[test]
fn ids_stand_once_statements_included() {
    assert_eq!(
        problems("Go. {#a}\n\n## A {#a}\n\nSo. {#b}\n\n- So. {#b}\n- No. {#Wrong}\n"),
        [
            (Code::DuplicateId, "{#a}"),
            (Code::DuplicateId, "{#b}"),
            (Code::BadId, "{#Wrong}"),
        ]
    );
}

#[test]
fn what_looks_like_an_id_and_is_none_is_reported() {
    assert_eq!(
        problems(
            "Go {#a} now.\n\n**Go. {#b}**\n\n| x {#c} |\n|---|\n\nGo. { #d }\n\n{#e}\n\nGo {#f\n"
        ),
        [
            (Code::BadId, "{#a}"),
            (Code::BadId, "{#b}"),
            (Code::BadId, "{#c}"),
            (Code::BadId, "{#e}"),
            (Code::BadId, "{#f"),
        ]
    );
    assert_eq!(problems("Write \\{#a} or `{#a}`, not {a}.\n"), []);
}

#[test]
fn html_is_reported_once_for_each_element() {
    assert_eq!(
        problems("A <b>bold</b> <!-- word --> 3 < 4.\n\n<div>\nx\n</div>\n\nEnd\n"),
        [
            (Code::RawHtml, "<b>"),
            (Code::RawHtml, "<!-- word -->"),
            (Code::RawHtml, "<div>\nx\n</div>"),
        ]
    );
}

#[test]
fn links_and_pictures_must_be_safe_and_have_words() {
    assert_eq!(
        problems(
            "[a](javascript:alert(1)) [b](fcat:x) [](../a/) [ ](term:x) [c](fact:x) [d](../d/ \"t\") [e](tel:1)\n"
        ),
        [
            (Code::BadLinkScheme, "[a](javascript:alert(1))"),
            (Code::UnknownExtension, "[b](fcat:x)"),
            (Code::BadExtension, "[](../a/)"),
            (Code::BadExtension, "[ ](term:x)"),
            (Code::BadExtension, "[c](fact:x)"),
            (Code::BadExtension, "[d](../d/ \"t\")"),
            (Code::BadTelephone, "[e](tel:1)"),
        ]
    );
    assert_eq!(
        problems("![](a.svg) ![A](https://elsewhere.example/a.svg)\n"),
        [
            (Code::PictureWithoutText, "![](a.svg)"),
            (Code::BadLinkScheme, "![A](https://elsewhere.example/a.svg)"),
        ]
    );
}

#[test]
fn a_refused_link_leaves_its_words() {
    let (document, _) = parse("en.md", "See [this](data:x) now\n", 0, &Options::default());
    assert_eq!(
        document.sections[0].blocks,
        [Block::Paragraph {
            statement: None,
            inlines: words("See this now")
        }]
    );
}

#[test]
fn unknown_extensions_are_named() {
    assert_eq!(
        problems(
            "```findr\nkinds = [\"a\"]\n```\n\n```rust\nfn main() {}\n```\n\n```\nplain\n```\n"
        ),
        [
            (Code::UnknownExtension, "```findr"),
            (Code::UnknownExtension, "```rust")
        ]
    );
    assert_eq!(hints("```findr\n```\n"), ["did you mean `finder`?"]);
    assert_eq!(
        problems("> [!NOTICE]\n> a\n\n> [!NOTE] a\n\n[!TIP]\na\n"),
        [
            (Code::UnknownExtension, "[!NOTICE]"),
            (Code::UnknownExtension, "[!NOTE]"),
            (Code::UnknownExtension, "[!TIP]"),
        ]
    );
    assert_eq!(hints("> [!CATION]\n> a\n"), ["did you mean `[!CAUTION]`?"]);
}

#[test]
fn headings_begin_at_two_and_skip_none() {
    assert_eq!(
        problems("# A {#a}\n\n#### B {#b}\n\n## C {#c}\n\n### D {#d}\n\n## {#e}\n\n> ## F {#f}\n"),
        [
            (Code::HeadingLevel, "# A {#a}"),
            (Code::HeadingLevel, "#### B {#b}"),
            (Code::BadExtension, "## {#e}"),
            (Code::HeadingLevel, "## F {#f}\n"),
        ]
    );
    assert_eq!(
        problems("### A {#a}\n"),
        [(Code::HeadingLevel, "### A {#a}")]
    );
}

#[test]
fn settings_of_blocks_are_checked() {
    for (text, underlined) in [
        ("```finder\nkinds = []\n```\n", "[]"),
        ("```finder\nkinds = [\"a\", 1]\n```\n", "[\"a\", 1]"),
        ("```finder\nkinds = [\"a\"]\nkind = 1\n```\n", "kind"),
        ("```finder\n```\n", "```finder\n```"),
        ("```finder legal\nkinds = [\"a\"]\n```\n", "```finder legal"),
        ("```include\npage = \"a\"\nsection = 3\n```\n", "3"),
        (
            "```include\npage = \"a\"\n```\n",
            "```include\npage = \"a\"\n```",
        ),
        ("```only\nText\n```\n", "```only"),
        (
            "```only area=coventry\nText\n```\n",
            "```only area=coventry",
        ),
        (
            "```only council=coventry\n```\n",
            "```only council=coventry",
        ),
        ("```\nnever closed\n", "```"),
    ] {
        assert_eq!(problems(text), [(Code::BadExtension, underlined)], "{text}");
    }
    let broken = problems("```finder\nkinds = [housing]\n```\n");
    assert!(!broken.is_empty() && broken.iter().all(|(code, _)| *code == Code::BadExtension));
}

#[test]
fn what_stands_in_an_only_block_is_checked_too() {
    assert_eq!(
        problems(
            "````only council=coventry\n## A {#a}\n\n<b>x\n\n```only council=walsall\nx\n```\n````\n"
        ),
        [
            (Code::HeadingLevel, "## A {#a}\n"),
            (Code::RawHtml, "<b>"),
            (Code::BadExtension, "```only council=walsall"),
        ]
    );
}

#[test]
fn nesting_has_a_limit_and_loses_no_words() {
    let text = format!("{} deep {{#deep}}\n\nafter\n", ">".repeat(5000));
    let (document, diagnostics) = parse("en.md", &text, 0, &Options::default());
    assert_eq!(
        diagnostics.iter().map(|d| d.code).collect::<Vec<_>>(),
        [Code::BadExtension]
    );
    assert!(document.statement("deep").is_some());
    assert_eq!(document.sections[0].blocks.len(), 2);
    let (document, _) = parse(
        "en.md",
        &format!("{}x{}", "*a ".repeat(2000), "*".repeat(2000)),
        0,
        &Options::default(),
    );
    let mut last = String::new();
    document.sections[0].for_each_inline(&mut |inline| {
        if let Inline::Text(text) = inline {
            last.clone_from(text);
        }
    });
    assert!(last.contains('x'));
}

#[test]
fn lines_and_columns_are_those_of_the_file() {
    let text = "+++\n+++\né <b>\n\n<i>";
    let (_, diagnostics) = parse("ar.md", text, 8, &Options::default());
    let places: Vec<_> = diagnostics
        .iter()
        .map(|d| {
            d.location
                .as_ref()
                .map(|l| (l.path.as_str(), l.line, l.column))
                .unwrap()
        })
        .collect();
    assert_eq!(places, [("ar.md", 3, 3), ("ar.md", 5, 1)]);
}

#[test]
fn an_id_may_stand_before_the_closing_marks_of_a_heading() {
    let text = "## Notice {#a} ##\n\n### More `x` {#b} ###  \n\n## Bad {#B} ##\n\n## None ##\n\n## {#c} \\##\n";
    assert_eq!(
        problems(text),
        [
            (Code::BadId, "{#B}"),
            (Code::HeadingWithoutId, "## None ##"),
            (Code::HeadingWithoutId, "## {#c} \\##"),
            (Code::BadId, "{#c}"),
        ]
    );
    let (document, _) = parse("en.md", text, 0, &Options::default());
    assert_eq!(document.sections[0].id, "a");
    assert_eq!(document.sections[0].heading, words("Notice"));
    assert_eq!(document.sections[1].id, "b");
}

#[test]
fn a_translated_heading_without_an_id_is_offered_the_id_of_its_source() {
    let text =
        "Words.\n\n## Erste\n\n## Zweite {#b}\n\n## Dritte\n\n## Vierte\n\n## Fünfte {#Bad}\n";
    let source = ["intro", "a", "b", "c", "d"].map(str::to_owned);
    let options = Options {
        source_ids: Some(source.to_vec()),
        ..Options::default()
    };
    let (document, diagnostics) = parse("de.md", text, 0, &options);
    let hints: Vec<_> = diagnostics
        .iter()
        .filter_map(|d| d.hint.as_deref())
        .collect();
    let offers = |id| format!("end it with the id that its source has at this place: `{{#{id}}}`");
    assert_eq!(
        hints,
        [
            &offers("a"),
            &offers("c"),
            &offers("d"),
            "write it `{#bad}`"
        ]
    );
    let ids: Vec<_> = document.sections.iter().map(|s| s.id.as_str()).collect();
    assert_eq!(ids, ["intro", "a", "b", "c", "d", "funfte"]);

    let (_, diagnostics) = parse("de.md", "## Eins\n\n## Zwei {#a}\n", 0, &options);
    let hint = diagnostics.iter().next().and_then(|d| d.hint.clone());
    assert_eq!(
        hint.as_deref(),
        Some("end it with the id that the same heading has in the source text")
    );
}
