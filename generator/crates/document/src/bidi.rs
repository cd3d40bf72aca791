//! Keeps numbers whole in right-to-left text.
//!
//! By the Unicode bidirectional algorithm (UAX #9) "0800 123 4567" inside Arabic comes out as "4567 123 0800": each group of digits is a
//! run of its own, and runs are laid out from the right. The same happens to "2026-03-09", "+44…", "50%" and "example.org/". Whatever is
//! made of Latin letters, digits and signs, and either holds a digit and has inner spaces or signs or is an address, is therefore isolated.

use crate::html::escape;
use crate::resolver::Direction;
use std::ops::Range;

/// `text` as HTML: escaped, and in right-to-left text with `<bdi dir="ltr">` around every number, date, amount, postcode or reference
/// that would come out in the wrong order.
pub fn html(text: &str, direction: Direction) -> String {
    isolate(text, direction, "<bdi dir=\"ltr\">", "</bdi>", escape)
}

/// `text` as plain text: in right-to-left text with U+2066 … U+2069 around what [`html`] isolates.
pub fn text(text: &str, direction: Direction) -> String {
    isolate(text, direction, "\u{2066}", "\u{2069}", str::to_owned)
}

/// `text` with `open` and `close` around what is fragile, each piece through `write`.
fn isolate(
    text: &str,
    direction: Direction,
    open: &str,
    close: &str,
    write: impl Fn(&str) -> String,
) -> String {
    if direction == Direction::LeftToRight {
        return write(text);
    }
    let mut isolated = String::new();
    let mut at = 0;
    for range in fragile(text) {
        isolated.push_str(&write(&text[at..range.start]));
        isolated.push_str(open);
        isolated.push_str(&write(&text[range.clone()]));
        isolated.push_str(close);
        at = range.end;
    }
    isolated.push_str(&write(&text[at..]));
    isolated
}

/// Where `text` holds something that right-to-left text would put in the wrong order. In order, apart from each other.
pub fn fragile(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some(run) = next_run(text, rest) {
        rest = run.end;
        if is_fragile(&text[run.clone()]) {
            found.push(run);
        }
    }
    found
}

fn is_fragile(run: &str) -> bool {
    let has_signs = run.chars().any(|c| !is_word(c));
    let has_digit = run.chars().any(is_digit);
    has_signs && (has_digit || run.contains(['/', '@']))
}

/// The next run of Latin words and numbers, from `from` on.
fn next_run(text: &str, from: usize) -> Option<Range<usize>> {
    let first = from + text[from..].find(is_word)?;
    let mut end = first;
    loop {
        end = end_of_word(text, end);
        match text[end..].find(is_word) {
            Some(next) if joins(&text[end..end + next]) => end += next,
            _ => break,
        }
    }
    // Signs written tight before the first word belong to it, +44 and £5, and so do signs after the last: 50%, 5 €, example.org/.
    let mut start = from + text[from..first].trim_end_matches(is_leading).len();
    let mut after = text[end..].chars().peekable();
    if after.peek().is_some_and(|c| is_space(*c)) && after.nth(1).is_some_and(is_currency) {
        end += text[end..]
            .chars()
            .take(2)
            .map(char::len_utf8)
            .sum::<usize>();
    }
    end += text[end..].len() - text[end..].trim_start_matches(is_trailing).len();
    // A bracket that does not close in the run belongs to the sentence around it.
    let count = |sign: char, range: Range<usize>| text[range].matches(sign).count();
    if text[end..].starts_with(')') && count('(', start..end) > count(')', start..end) {
        end += 1;
    }
    if count('(', start..end) > count(')', start..end) {
        start = text[start..first]
            .rfind('(')
            .map_or(start, |i| start + i + 1);
    }
    Some(start..end)
}

fn end_of_word(text: &str, start: usize) -> usize {
    text[start..]
        .find(|c| !is_word(c))
        .map_or(text.len(), |i| start + i)
}

/// Whether what is between two words joins them: a few signs without a space, or one space, perhaps with a bracket, a percent or a
/// currency sign at it. A comma or full stop before a space does not: the numbers of a list keep the order of the text around them.
fn joins(between: &str) -> bool {
    match between.split_once(is_space) {
        None => between.chars().count() <= 3 && between.chars().all(is_inner),
        Some((before, after)) => {
            before.chars().all(|c| is_trailing(c) || c == ')') && after.chars().all(is_leading)
        }
    }
}

fn is_word(c: char) -> bool {
    is_digit(c) || (c.is_alphabetic() && matches!(c, ..'\u{250}' | '\u{1e00}'..'\u{1f00}'))
}

/// Western digits, and the two rows of Arabic ones, which behave alike.
fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}')
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}

fn is_currency(c: char) -> bool {
    matches!(c, '£' | '€' | '$')
}

fn is_leading(c: char) -> bool {
    is_currency(c) || matches!(c, '+' | '\u{2212}' | '#' | '(')
}

fn is_trailing(c: char) -> bool {
    is_currency(c) || matches!(c, '%' | '°' | '/' | '+')
}

fn is_inner(c: char) -> bool {
    is_leading(c)
        || is_trailing(c)
        || matches!(
            c,
            '-' | '.' | ',' | ':' | ';' | '\'' | '’' | '_' | '&' | '@' | '=' | '?' | '~' | ')'
        )
        || matches!(c, '\u{2010}'..='\u{2013}' | '×' | '\u{66b}' | '\u{66c}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pieces(text: &str) -> Vec<&str> {
        fragile(text)
            .into_iter()
            .map(|range| &text[range])
            .collect()
    }

    #[test]
    fn what_breaks_is_found_whole() {
        for (text, expected) in [
            ("اتصل على 0800 123 4567 الآن", vec!["0800 123 4567"]),
            ("(هاتف +44 (0)24 7622-3053)", vec!["+44 (0)24 7622-3053"]),
            ("(024) 7622 3053 مجاناً", vec!["(024) 7622 3053"]),
            ("(0800 123 4567 مجاناً)", vec!["0800 123 4567"]),
            ("الرمز CV1 5FB، برمنغهام", vec!["CV1 5FB"]),
            (
                "£49.18 أو 50% أو 1,250 €.",
                vec!["£49.18", "50%", "1,250 €"],
            ),
            (
                "قبل 2026-03-09 أو 09/03/2026.",
                vec!["2026-03-09", "09/03/2026"],
            ),
            ("من 09:00-17:00", vec!["09:00-17:00"]),
            ("المرجع HC 1691/26", vec!["HC 1691/26"]),
            (
                "example.org/ و help@example.org",
                vec!["example.org/", "help@example.org"],
            ),
            ("٠٨٠٠ ١٢٣ ٤٥٦٧", vec!["٠٨٠٠ ١٢٣ ٤٥٦٧"]),
        ] {
            assert_eq!(pieces(text), expected, "{text}");
        }
    }

    #[test]
    fn what_does_not_break_is_left_alone() {
        for text in [
            "خلال 28 يوماً",
            "اتصل بـ Migrant Help",
            "الأرقام 10، 20، 30",
            "HC1",
            "1, 2, 3",
        ] {
            assert_eq!(pieces(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn each_output_has_its_own_marks_and_left_to_right_text_none() {
        let text_in = "<اتصل> 0800 123";
        assert_eq!(
            html(text_in, Direction::RightToLeft),
            "&lt;اتصل&gt; <bdi dir=\"ltr\">0800 123</bdi>"
        );
        assert_eq!(
            text(text_in, Direction::RightToLeft),
            "<اتصل> \u{2066}0800 123\u{2069}"
        );
        assert_eq!(text(text_in, Direction::LeftToRight), text_in);
    }

    proptest! {
        #[test]
        fn taking_the_marks_out_gives_the_text_back(words in "[0-9a-z٠-٩ا-ي .,:/()+£%€-]*") {
            let marked = text(&words, Direction::RightToLeft);
            prop_assert_eq!(marked.replace(['\u{2066}', '\u{2069}'], ""), words);
        }
    }
}
