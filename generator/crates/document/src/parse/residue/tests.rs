//! Slips of markup are caught wherever they are, and ordinary words never.

use crate::parse::tests::{hints, problems};
use diagnostics::Code;
use proptest::prelude::*;

/// Slips, and what is underlined.
const SLIPS: [(&str, &str); 76] = [
    ("(1) Ask\n(2) Wait", "(2)"),
    ("a) Ask\nb) Wait", "b)"),
    ("i. Ask\nii. Wait", "ii."),
    ("① Ask\n② Wait", "②"),
    ("（١） اطلب\n（٢） انتظر", "（٢）"),
    ("→ Ask\n→ Wait", "→"),
    ("See [x][y]", "[x][y]"),
    ("See ![x][y]", "[x][y]"),
    ("Call [fact:helpline]", "[fact:helpline]"),
    ("Call (fact:helpline)", "(fact:helpline)"),
    ("Read (service:law-centre).", "(service:law-centre)"),
    ("Text {.red}", "{.red}"),
    ("Text {lang=en} here", "{lang=en}"),
    ("a|b\n1|2", "1|2"),
    ("##Heading {#x}", "##"),
    ("##\u{a0}Heading", "##\u{a0}"),
    ("##\u{202f}Heading", "##\u{202f}"),
    ("\u{a0}## Heading", "\u{a0}## "),
    ("#Heading", "#"),
    ("#\u{a0}Heading", "#\u{a0}"),
    ("＃＃ Heading", "＃＃ "),
    ("-Two", "-"),
    ("-\u{a0}Two", "-\u{a0}"),
    ("*three", "*"),
    ("*\u{a0}three", "*\u{a0}"),
    ("• first", "•"),
    ("•\u{a0}first", "•"),
    ("\u{f0b7}\tfirst", "\u{f0b7}"),
    ("– first", "–"),
    ("1.\u{a0}Ask", "1.\u{a0}"),
    ("1.Ask", "1."),
    ("1)Ask", "1)"),
    ("١. اطلب", "١."),
    ("1- اطلب\n2- انتظر", "2-"),
    ("1- Ask\n\n2- Wait", "2-"),
    ("፩/ ሕተት\n፪/ ተጸበ", "፪/"),
    ("> \u{a0}[!CAUTION]\n> Danger", "\u{a0}"),
    ("A [!CAUTION] here", "[!CAUTION]"),
    ("[](fact: move_on_period)", "[](fact: move_on_period)"),
    ("[call](tel:024 7678 6666)", "[call](tel:024 7678 6666)"),
    (
        "[x](https://example.org/a b)",
        "[x](https://example.org/a b)",
    ),
    ("[rent]( ../renting page/)", "[rent]( ../renting page/)"),
    ("See [your home] (../housing/)", "[your home] (../housing/)"),
    (
        "See [your home]\u{a0}(../housing/)",
        "[your home]\u{a0}(../housing/)",
    ),
    ("![A clock] (clock.svg)", "![A clock] (clock.svg)"),
    ("![A clock](my clock.svg)", "![A clock](my clock.svg)"),
    ("(your home)[../housing/]", "(your home)[../housing/]"),
    ("See your home](../housing/)", "]("),
    ("See [your home](../housing/", "[your home]("),
    ("See [your home", "["),
    ("See your home]", "]"),
    ("See []", "[]"),
    ("Ask.[^a] Sign.", "[^a]"),
    ("[[renting]]", "[[renting]]"),
    ("**Note", "**"),
    ("**Note:**Read", "**Note:**"),
    ("**(important)**must", "**(important)**"),
    ("**ملاحظة:**اقرأ", "**ملاحظة:**"),
    ("**መጠንቀቕታ፦**ኣንብብ", "**መጠንቀቕታ፦**"),
    ("** Note **", "** Note **"),
    ("__Note", "__"),
    ("~~Note", "~~"),
    ("==Note==", "=="),
    ("`Note", "`"),
    ("| A | B |\n| 1 | 2 |", "| A | B |"),
    ("A | B | C\nD | E | F", "D | E | F"),
    ("Term\n: Meaning", ":"),
    ("::: tip", ":::"),
    ("{{< figure >}}", "{{"),
    ("{% include %}", "{%"),
    ("You must leave. ｛#leave｝", "｛#leave｝"),
    ("You must leave. {leave}", "{leave}"),
    ("You must leave. #leave}", "#leave}"),
    ("A&nbsp B", "&nbsp"),
    ("[ ] Passport", "[ ]"),
    ("- [x]Passport", "[x]"),
];

/// What people write, and what must never be called a slip.
const ORDINARY: [&str; 71] = [
    "It costs £49.18, or €1.250,50; about ~£5, and takes 20~ days.",
    "Call 024.7622.3053 or +44 24 7622 3053, 9.30-17.00.",
    "+44 24 7622 3053 is the number.",
    "-5 °C in winter, -£20 on the bill.",
    "Learn C# and C++.",
    "You are #1 here.\n#1 in the list.",
    "On 1. May and on 14. grudnia 2026 r.",
    "1. May is a holiday.",
    "Write to name_surname@example.org.",
    "5 * 3 = 15; 2 × 4; 10 > 9; 3 < 4; 1/2; 50 %.",
    "The field is snake_case or snake__case.",
    "He said \"I seen [sic] it\" (really).",
    "See [sic] (he wrote).",
    "[…] and so on.",
    "Name: ____________",
    "Q&A with R&D; and B&B.",
    "Mitarbeiter*innen der Stadt.",
    "LGBTQ* people are welcome.",
    "Nothing (see above) [1] here.",
    "O`zbek tili va Qur`on.",
    "You can't; it's the people's 'right'.",
    "“Quoted” – with a dash — and … dots.",
    "a\n– wrapped – line",
    "2-bedroom flats\nand 3-bedroom flats.",
    "2- and 3-bedroom flats.",
    "24/7, day and night.",
    "9.30am to 5pm.",
    "3.5 km from here.",
    "هذا نص عربي، وفيه فاصلة؛ وسؤال؟ نعم: «اقتباس».",
    "١٢ يومًا و٤٩٫١٨ جنيه.",
    "٢٠٢٦. سنة جديدة.",
    "ናይ ትግርኛ ጽሑፍ። ካልእ፤ ከምኡ፦ ንሱ።",
    "Tak – i nie.",
    "C'est vrai : oui ; non ! Pourquoi ?",
    "Straße 5, 2. Stock.",
    "ਪੰਜਾਬੀ ਲਿਖਤ। ਹੋਰ।",
    "Yes / no | maybe.",
    "A|B",
    "The code is 123-45.",
    "Version 2.0.1, section 3(1)(a).",
    "section 82(1)[a] of the Act",
    "(a) first, (b) second.",
    "a) first, b) second.",
    "e.g. this, i.e. that.",
    "https in words, www.gov.uk and gov.uk.",
    "[https://www.gov.uk](https://www.gov.uk/)",
    "<https://www.gov.uk/>",
    "`https://bad.example` must not be opened.",
    "Write \\# or \\* or \\[ or \\`.",
    "\\- a dash\n\\| a bar",
    "&ndash; a dash",
    "Use `**` and `](` and `##`.",
    "**Bold**, *emphasis*, ***both***, ~~no~~.",
    "**Bold** words **and** more.",
    "The \"**bold**\" word (**here**).",
    "word**bold**word",
    "**Note:** Read.",
    "**ملاحظة:** اقرأ.",
    "[](fact:rate) a week, [](service:law).",
    "- [ ] Passport\n- [x] Letter",
    "- one\n- two\n\n1. one\n2. two",
    "1. one\n\n   More.\n\n2. two",
    "1. one\n2. two\n\nWords.\n\n3. three",
    "Bring:\n- a passport",
    "| A | B |\n|---|---|\n| 1 | 2 |\n| \\| | `x` |",
    "A | B\n--|--\n1 | 2",
    "> [!NOTE]\n> So.",
    "> Quoted.",
    "[words][label]\n\n[label]: https://example.org/",
    "1- 2- 3-",
    "**1. Ask.** How.\n\n**2. Wait.** So.",
];

#[test]
fn slips_are_errors_at_their_place() {
    for (text, expected) in SLIPS {
        let found = problems(text);
        let marked: Vec<_> = found
            .iter()
            .filter(|(code, _)| *code == Code::MarkupAsText)
            .map(|(_, marked)| *marked)
            .collect();
        assert_eq!(marked, [expected], "{text:?} {found:?}");
    }
}

#[test]
fn ordinary_words_are_no_slip() {
    for text in ORDINARY {
        assert_eq!(problems(text), [], "{text:?}");
    }
}

#[test]
fn messages_give_the_text_to_write() {
    for (text, expected) in [
        ("[](fact: move_on_period)", "`[](fact:move_on_period)`"),
        ("[call](tel:024 7678 6666)", "`[call](tel:02476786666)`"),
        (
            "[a](https://a.example/b c)",
            "`[a](https://a.example/b%20c)`",
        ),
        ("[a](../renting page/)", "`[a](../renting-page/)`"),
        ("[a] (../b/)", "`[a](../b/)`"),
        ("(a)[../b/]", "`[a](../b/)`"),
        ("**Note:**Read it", "`**Note:** Read`"),
        ("Now**(so)**must", "**(so)** must`"),
        ("You must. {leave}", "`{#leave}`"),
        ("##Your notice", "`## Your …`"),
        ("See https://a.example/b.", "`<https://a.example/b>`"),
    ] {
        let hints = hints(text);
        assert!(
            hints.iter().any(|hint| hint.contains(expected)),
            "{text:?}: {hints:?}"
        );
    }
}

#[test]
fn words_that_become_markup_are_errors() {
    for (text, code, expected) in [
        ("2026. The rule changed.", Code::AccidentalMarkup, "2026."),
        (
            "14. grudnia 2026 r. jest dobrze",
            Code::AccidentalMarkup,
            "14.",
        ),
        ("1. maja 2026 r. jest dobrze", Code::AccidentalMarkup, "1."),
        ("1. Ask\n  - by phone\n2. Wait", Code::AccidentalMarkup, "-"),
        ("It costs £5\n+ VAT each", Code::AccidentalMarkup, "+"),
        (
            "Alle Bürger*innen und Mieter*innen.",
            Code::AccidentalMarkup,
            "*innen und Mieter*",
        ),
        (
            "    You must leave. {#leave}",
            Code::IndentedCode,
            "You must leave. {#leave}",
        ),
        (
            "| A | B |\n|---|---|\n| 1 | 2 | 3 |\n",
            Code::TableRow,
            "| 1 | 2 | 3 |",
        ),
        ("| A | B |\n|---|---|\n| 1 |\n", Code::TableRow, "| 1 |"),
        (
            "| A | B |\n|---|---|\n| 1 | 2 |\nMore.\n",
            Code::TableRow,
            "More.",
        ),
        ("[Note]: read", Code::UnusedDefinition, "[Note]: read"),
        (
            "See https://a.example/b.",
            Code::BareAddress,
            "https://a.example/b",
        ),
        (
            "انظر https://a.example/b، ثم",
            Code::BareAddress,
            "https://a.example/b",
        ),
        (
            "Hi[^1].\n\n[^1]: https://a.example/",
            Code::MarkupAsText,
            "[^1]",
        ),
    ] {
        assert_eq!(problems(text), [(code, expected)], "{text:?}");
    }
}

#[test]
fn plain_texts_hold_no_markup() {
    use crate::check_plain;
    for text in [
        "**Home**",
        "*Home*",
        "Your `home`",
        "[Home](../home/)",
        "Home {#home}",
        "Home[^1]",
    ] {
        assert!(check_plain(text).is_some(), "{text:?}");
    }
    for text in ORDINARY
        .iter()
        .filter(|text| !text.contains(['`', '\\', '*', '<', '~', '\n', '[', '&']))
    {
        assert_eq!(check_plain(text), None);
    }
    assert_eq!(
        check_plain("Help in 5 * 3 towns, about £5 [sic] – https://a.example"),
        None
    );
    assert_eq!(
        problems("![**A clock**: `x` [^1]](clock.svg \"**Now**\")")
            .iter()
            .map(|(code, _)| *code)
            .collect::<Vec<_>>(),
        [Code::MarkupAsText, Code::MarkupAsText]
    );
}

#[test]
fn only_two_tildes_strike() {
    use crate::model::{Block, Inline};
    let words = |text: &str| {
        let document = crate::parse("en.md", text, 0, &Default::default()).0;
        match document.sections[0].blocks[0].clone() {
            Block::Paragraph { inlines, .. } => inlines,
            other => panic!("{other:?}"),
        }
    };
    let text = "It costs ~£5, and takes 20~ days.";
    assert_eq!(words(text), [Inline::Text(text.to_owned())]);
    assert!(matches!(words("~~no~~")[..], [Inline::Strikethrough(_)]));
}

/// Pieces of prose to build texts from that hold no markup.
fn word() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "home",
        "£5",
        "28",
        "days,",
        "(or",
        "so)",
        "letter.",
        "C#",
        "a_b",
        "5",
        "-",
        "–",
        "يوم،",
        "بيت",
        "ገዛ።",
        "24/7",
        "don't",
        "“yes”",
        "name@example.org",
        "9.30",
        "50%",
        "&",
        "Q&A",
        "1/2",
        "[sic]",
    ])
}

proptest! {
    #[test]
    fn prose_is_never_a_slip(words in prop::collection::vec(word(), 1..30)) {
        let text = format!("So {}", words.join(" "));
        prop_assert_eq!(problems(&text), []);
    }

    #[test]
    fn a_slip_is_found_in_every_paragraph(
        slip in prop::sample::select(SLIPS.to_vec()),
        before in prop::collection::vec(word(), 1..8),
        after in prop::collection::vec(word(), 1..8),
        wrap in prop::sample::select(vec!["", "> ", "- "]),
    ) {
        prop_assume!(wrap.is_empty() || !slip.0.starts_with("> ") && !slip.0.starts_with("- ") && !slip.0.starts_with("[ ]"));
        let lines: Vec<String> = slip.0.lines().map(|line| format!("{}{line}", if wrap == "- " { "  " } else { wrap })).collect();
        let inner = lines.join("\n").replacen("  ", if wrap == "- " { "- " } else { "  " }, usize::from(wrap == "- "));
        let text = format!("{wrap}So {}\n\n{inner}\n\n{wrap}And {}\n", before.join(" "), after.join(" "));
        let found = problems(&text);
        prop_assert!(found.iter().any(|(code, _)| *code == Code::MarkupAsText), "{:?} {:?}", text, found);
    }
}
