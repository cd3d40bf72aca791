//! Words and numbers of a text, and what is between them.

use super::fold::{self, Letter};
use std::ops::Range;

/// A run of letters and digits.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// Which letters of the text, by index.
    pub at: Range<usize>,
    /// As it is written.
    pub text: String,
    /// In lower case.
    pub lower: String,
    /// The Latin letters and digits that it is or looks like; `None` where one looks like none.
    pub latin: Option<String>,
}

impl Token {
    /// Whether it is a number.
    pub fn is_number(&self) -> bool {
        self.text.bytes().all(|b| b.is_ascii_digit())
    }

    /// Whether it begins with a capital letter, or with one of an alphabet that has none.
    pub fn is_name(&self) -> bool {
        self.text
            .chars()
            .next()
            .is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
    }

    /// Whether no letter of it is a small one.
    pub fn is_capital(&self) -> bool {
        !self.text.contains(char::is_lowercase)
    }

    /// Whether it has a digit.
    pub fn has_digit(&self) -> bool {
        self.text.contains(|c: char| c.is_ascii_digit())
    }

    /// Whether it has both letters and digits.
    pub fn is_mixed(&self) -> bool {
        self.has_digit() && self.text.contains(char::is_alphabetic)
    }
}

/// The words and numbers among `letters`.
pub(super) fn tokens(letters: &[Letter]) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    let stands = |at: usize| {
        letters
            .get(at)
            .is_some_and(|l| l.sign.is_alphanumeric() || fold::latin(l.sign).is_some())
    };
    while at < letters.len() {
        if !stands(at) {
            at += 1;
            continue;
        }
        let start = at;
        while stands(at) {
            at += 1;
        }
        let text: String = letters[start..at].iter().map(|l| l.sign).collect();
        tokens.push(Token {
            at: start..at,
            lower: text.to_lowercase(),
            latin: text.chars().map(fold::latin).collect(),
            text,
        });
    }
    tokens
}

/// What is between two neighbours.
pub(super) fn gap(letters: &[Letter], before: &Token, after: &Token) -> String {
    letters[before.at.end..after.at.start]
        .iter()
        .map(|l| l.sign)
        .collect()
}

/// The bytes of the text from the first letter of `at` to its last.
pub(super) fn span(letters: &[Letter], at: Range<usize>) -> Range<usize> {
    let start = letters.get(at.start).map_or(0, |l| l.span.start);
    let end = at
        .end
        .checked_sub(1)
        .and_then(|last| letters.get(last))
        .map_or(start, |l| l.span.end);
    start..end.max(start)
}
