//! What `mifriendly check --fix` can mend by itself.

use crate::parse::{Options, read};

/// `text` with an id written into every heading that has none, made from its words, unique in the text and none of
/// [`Options::retired_ids`]; `None` where nothing is missing. Everything else stays as it is, byte for byte. Only for source texts: a
/// translation takes the ids of its source.
pub fn heading_ids(text: &str, body_start: usize, options: &Options) -> Option<String> {
    let read = read(text, body_start, options);
    if read.without_id.is_empty() {
        return None;
    }
    let mut fixed = String::with_capacity(text.len() + 16 * read.without_id.len());
    let mut at = 0;
    for index in read.without_id {
        let section = &read.document.sections[index];
        let end = section.heading_span.start + end_of_words(&text[section.heading_span.clone()]);
        fixed.push_str(&text[at..end]);
        fixed.push_str(&format!(" {{#{}}}", section.id));
        at = end;
    }
    fixed.push_str(&text[at..]);
    Some(fixed)
}

/// `text` with an ordinary blank where Markdown needs one and another sign, or nothing, is: after `##`, `-`, `1.` and `>`. `None` where
/// nothing is to mend.
pub fn blanks(text: &str, body_start: usize, options: &Options) -> Option<String> {
    let mut fixed = String::with_capacity(text.len());
    let mut at = 0;
    for (span, replacement) in read(text, body_start, options).mends() {
        fixed.push_str(&text[at..span.start]);
        fixed.push_str(&replacement);
        at = span.end;
    }
    (at > 0).then(|| fixed + &text[at..])
}

/// Where the words of a heading end: with its line, or, where it is underlined, with the line before the last.
fn end_of_words(heading: &str) -> usize {
    let underlined = !heading.starts_with('#');
    let words = match heading.rfind('\n') {
        Some(line_end) if underlined => &heading[..line_end],
        _ => heading,
    };
    words.trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::parse;
    use diagnostics::Code;
    use proptest::prelude::*;

    fn fix(text: &str) -> Option<String> {
        let retired_ids = ["old".to_owned()].into();
        heading_ids(
            text,
            0,
            &Options {
                retired_ids,
                ..Options::default()
            },
        )
    }

    #[test]
    fn ids_are_unique_new_and_at_the_end() {
        let text = "## Notice\r\n\nYou must go. {#notice-2}\n\n### Notice ##\n\nLong\nwords\n---\n\n## Old\n\n## Here {#notice}\n";
        assert_eq!(
            fix(text).unwrap(),
            "## Notice {#notice-3}\r\n\nYou must go. {#notice-2}\n\n### Notice ## {#notice-4}\n\nLong\nwords {#long-words}\n---\n\n## Old {#old-2}\n\n## Here {#notice}\n"
        );
    }

    #[test]
    fn front_matter_and_whole_texts_are_left_alone() {
        let text = "+++\n# not a heading\n+++\n## A\n";
        let options = Options::default();
        assert_eq!(
            heading_ids(text, 24, &options).unwrap(),
            "+++\n# not a heading\n+++\n## A {#a}\n"
        );
        assert_eq!(fix("## A {#a}\n\n## B {#Wrong}\n"), None);
    }

    #[test]
    fn blanks_are_put_where_markdown_needs_them() {
        let text = "+++\n##no\n+++\n##Notice {#a}\n\n##\u{a0}More {#b}\n\n-\u{a0}one\n-\u{a0}two\n\n\u{a0}### Sub {#c}\n\n1.\u{202f}Ask\n\n>\u{a0}[!NOTE]\n> So.\n";
        let options = Options::default();
        let fixed = blanks(text, 13, &options).unwrap();
        assert_eq!(
            fixed,
            "+++\n##no\n+++\n## Notice {#a}\n\n## More {#b}\n\n- one\n- two\n\n### Sub {#c}\n\n1. Ask\n\n> [!NOTE]\n> So.\n"
        );
        assert_eq!(blanks(&fixed, 13, &options), None);
        assert!(parse("en.md", &fixed, 13, &options).1.is_empty());
    }

    proptest! {
        #[test]
        fn afterwards_no_heading_lacks_an_id(text in "([#=\\-] {0,1}|\n|[a-z]{1,3}|[{}\\\\#>* `]|ä|## )*") {
            let options = Options::default();
            if let Some(fixed) = heading_ids(&text, 0, &options) {
                let missing = |text: &str| {
                    let (_, problems) = parse("en.md", text, 0, &options);
                    problems.iter().filter(|d| d.code == Code::HeadingWithoutId).count()
                };
                prop_assert_eq!(missing(&fixed), 0, "{:?}", fixed);
            }
        }
    }
}
