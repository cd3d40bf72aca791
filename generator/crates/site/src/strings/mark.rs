//! Words of another language inside a page: they carry marks until the page is drawn, where the marks become `lang` and `dir`.
//!
//! A string may pass through several templates and sentences, be escaped, or end in an attribute, so whether it can be an element of its
//! own is known only in the finished page. The finder's directory keeps the marks ([`finder::marks`]), and its widget makes the elements.

use content::Direction;
use content::language::Language;
use finder::marks::{self, CLOSE, OPEN, TAGGED};
use std::borrow::Cow;

/// Elements that hold text alone.
const TEXT_ONLY: &[&str] = &["title", "script", "style", "textarea", "option"];

/// `text`, which is in the language `tag`, with its marks; unchanged where it has them already.
pub(crate) fn marked(tag: &str, text: &str) -> String {
    if marks::is_marked(text) {
        return text.to_owned();
    }
    let direction = match Language::find(tag).map(|l| l.direction) {
        Some(Direction::RightToLeft) => finder::locale::Direction::RightToLeft,
        Some(Direction::LeftToRight) | None => finder::locale::Direction::LeftToRight,
    };
    marks::marked(direction, tag, text)
}

/// The text without marks.
pub fn unmarked(text: &str) -> Cow<'_, str> {
    if !text.contains([OPEN, CLOSE]) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find([OPEN, CLOSE]) {
        plain.push_str(&rest[..at]);
        rest = after_mark(&rest[at..]).1;
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

/// A finished page with elements `<span lang="en" dir="ltr">` for its marks; in attributes and in elements that hold text alone there is
/// no room for one, and the words are there without.
pub fn in_html(html: String) -> String {
    if !html.contains(OPEN) {
        return html;
    }
    let mut drawn = String::with_capacity(html.len() + 1024);
    let mut open: Vec<Option<&str>> = Vec::new();
    let mut state = State::Text;
    let mut rest = html.as_str();
    while let Some(c) = rest.chars().next() {
        if c == OPEN || c == CLOSE {
            let (tag, after) = after_mark(rest);
            rest = after;
            if state != State::Text {
                continue;
            }
            if c == CLOSE {
                if let Some(Some(_)) = open.pop() {
                    drawn.push_str("</span>");
                }
                continue;
            }
            let language = tag.and_then(Language::find);
            let inside = open.iter().rev().flatten().next();
            // Words inside others of the same language need no second element.
            let new = language.filter(|l| inside != Some(&l.tag));
            if let Some(l) = new {
                let direction = l.direction.as_str();
                drawn.push_str(&format!("<span lang=\"{}\" dir=\"{direction}\">", l.tag));
            }
            open.push(new.map(|l| l.tag));
            continue;
        }
        state = state.after(c, rest);
        drawn.push(c);
        rest = &rest[c.len_utf8()..];
    }
    drawn
}

/// Where in the page a sign is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Text,
    /// In a tag; whether its element holds text alone.
    Tag(bool),
    /// In the value of an attribute, which ends with this quote.
    Value(char, bool),
    /// In an element that holds text alone.
    Raw,
}

impl State {
    /// The state behind `c`, the first sign of `rest`.
    fn after(self, c: char, rest: &str) -> Self {
        match (self, c) {
            (State::Text, '<') => State::Tag(holds_text_alone(rest)),
            (State::Raw, '<') if rest.starts_with("</") => State::Tag(false),
            (State::Tag(raw), '"' | '\'') => State::Value(c, raw),
            (State::Value(quote, raw), _) if c == quote => State::Tag(raw),
            (State::Tag(raw), '>') => match raw {
                true => State::Raw,
                false => State::Text,
            },
            (state, _) => state,
        }
    }
}

fn holds_text_alone(tag: &str) -> bool {
    let name = tag[1..].split([' ', '>', '\n']).next().unwrap_or_default();
    TEXT_ONLY.contains(&name)
}

/// The tag of the mark that `text` begins with, if it opens one, and what follows it.
fn after_mark(text: &str) -> (Option<&str>, &str) {
    let Some(rest) = text.strip_prefix(OPEN) else {
        return (None, text.strip_prefix(CLOSE).unwrap_or(text));
    };
    match rest.split_once(TAGGED) {
        Some((language, after)) if language.len() < 20 => {
            (language.split_once(' ').map(|(_, tag)| tag), after)
        }
        _ => (None, rest),
    }
}

#[cfg(test)]
mod tests {
    use super::{in_html, marked, unmarked};

    #[test]
    fn words_of_another_language_become_elements_only_where_there_is_room() {
        let words = marked("en", "Skip to the text");
        let page = format!(
            "<title>{words}</title><nav aria-label=\"{words}\"><a href='#'>{words}</a></nav>"
        );
        assert_eq!(
            in_html(page),
            "<title>Skip to the text</title><nav aria-label=\"Skip to the text\"><a href='#'><span lang=\"en\" dir=\"ltr\">Skip to the text</span></a></nav>"
        );
    }

    #[test]
    fn words_of_the_page_inside_them_are_marked_again() {
        let day = marked("ar", "21 نوفمبر");
        let page = marked("en", &format!("on {day}, {}", marked("en", "always")));
        assert_eq!(
            in_html(page.clone()),
            "<span lang=\"en\" dir=\"ltr\">on <span lang=\"ar\" dir=\"rtl\">21 نوفمبر</span>, always</span>"
        );
        assert_eq!(unmarked(&page), "on 21 نوفمبر, always");
    }

    #[test]
    fn a_mark_that_is_no_language_makes_no_element() {
        let page = marked("en\" onclick=\"x", "words");
        assert!(!in_html(page).contains('<'));
    }
}
