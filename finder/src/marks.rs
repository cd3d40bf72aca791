//! Marks around words of another language, in texts that are not yet a page.
//!
//! A city's language may lack a string and take it from another one. A screen reader needs to know, and in a right-to-left page the
//! full stop of an English sentence would come first. A text carries the language until it is rendered as an element with `lang` and `dir`:
//! [`OPEN`], direction, space, tag, [`TAGGED`], words, [`CLOSE`]; words inside may be marked again. The marks are Unicode noncharacters,
//! which are reserved for a program's own use, and which the texts of a city may not contain.

use crate::locale::Direction;

/// Precedes the direction and the tag of the language of what follows.
pub const OPEN: char = '\u{fdd0}';
/// Ends the tag.
pub const TAGGED: char = '\u{fdd1}';
/// Ends the words.
pub const CLOSE: char = '\u{fdd2}';

/// A part of a text with marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'t> {
    /// Words, perhaps none.
    Words(&'t str),
    /// Begins words of another language: the values of `lang` and `dir`.
    Begin(&'t str, &'t str),
    /// Ends what was begun last.
    End,
}

/// Whether `text` is whole in a language of its own.
#[must_use]
pub fn is_marked(text: &str) -> bool {
    text.starts_with(OPEN) && text.ends_with(CLOSE)
}

/// `text`, in the language `tag`, with its marks.
#[must_use]
pub fn marked(direction: Direction, tag: &str, text: &str) -> String {
    let mut out = String::from(OPEN);
    out.push_str(direction.as_str());
    out.push(' ');
    out.push_str(tag);
    out.push(TAGGED);
    out.push_str(text);
    out.push(CLOSE);
    out
}

/// Calls `take` with each part of `text` in order; with one, where there is no mark.
pub fn parts<'t>(text: &'t str, take: &mut dyn FnMut(Part<'t>)) {
    let mut rest = text;
    while let Some(at) = rest.find([OPEN, CLOSE]) {
        let (words, after) = rest.split_at(at);
        take(Part::Words(words));
        rest = match after.strip_prefix(OPEN) {
            Some(after) => {
                let (language, words) = after.split_once(TAGGED).unwrap_or_default();
                let (direction, tag) = language.split_once(' ').unwrap_or_default();
                take(Part::Begin(tag, direction));
                words
            }
            None => {
                take(Part::End);
                after.strip_prefix(CLOSE).unwrap_or_default()
            }
        };
    }
    take(Part::Words(rest));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(text: &str) -> Vec<Part<'_>> {
        let mut taken = Vec::new();
        parts(text, &mut |part| taken.push(part));
        taken.retain(|part| *part != Part::Words(""));
        taken
    }

    #[test]
    fn a_text_without_marks_is_one_part() {
        assert_eq!(taken("Free"), [Part::Words("Free")]);
        let mut count = 0;
        parts("", &mut |_| count += 1);
        assert_eq!(count, 1);
    }

    #[test]
    fn words_inside_others_are_taken_apart_too() {
        let day = marked(Direction::RightToLeft, "fa", "دوشنبه");
        let text = marked(Direction::LeftToRight, "en", &format!("open on {day}."));
        assert_eq!(
            taken(&format!("({text})")),
            [
                Part::Words("("),
                Part::Begin("en", "ltr"),
                Part::Words("open on "),
                Part::Begin("fa", "rtl"),
                Part::Words("دوشنبه"),
                Part::End,
                Part::Words("."),
                Part::End,
                Part::Words(")"),
            ]
        );
        assert!(is_marked(&text) && !is_marked(&format!("({text})")));
    }
}
