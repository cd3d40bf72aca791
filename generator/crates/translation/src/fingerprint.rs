//! Fingerprints: what a section says, in sixteen bytes.

use crate::lexicon::{Lexicon, fold, has_capital};
use crate::token::{Gap, Token};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use siphasher::sip::SipHasher24;
use std::fmt;
use std::hash::Hasher;
use std::str::FromStr;

/// The version of the rule by which fingerprints are made today.
pub const RULE: u32 = 1;

/// What a section said when it was translated. Printed `1:6a0c2f1b9e44d871:0f3b77d2a1c95e60`; serialised as that string.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint {
    /// The version of the rule, so that the rule can change.
    pub rule: u32,
    /// The hash of its words.
    pub text: u64,
    /// The hash of its critical facts.
    pub facts: u64,
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{:016x}:{:016x}", self.rule, self.text, self.facts)
    }
}

/// Why a text is no fingerprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseFingerprintError {
    /// Not three parts between colons.
    Parts,
    /// The rule is not a number.
    Rule,
    /// A hash is not sixteen digits of 0-9 and a-f.
    Hash,
}

impl fmt::Display for ParseFingerprintError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Parts => "a fingerprint has three parts, `rule:text:facts`",
            Self::Rule => "a fingerprint begins with the number of its rule",
            Self::Hash => "a fingerprint's hashes are sixteen digits of 0-9 and a-f",
        })
    }
}

impl std::error::Error for ParseFingerprintError {}

impl FromStr for Fingerprint {
    type Err = ParseFingerprintError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut parts = text.split(':');
        let (Some(rule), Some(words), Some(facts), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(ParseFingerprintError::Parts);
        };
        let hash = |part: &str| {
            let plain =
                part.len() == 16 && part.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
            plain
                .then(|| u64::from_str_radix(part, 16).ok())
                .flatten()
                .ok_or(ParseFingerprintError::Hash)
        };
        // `parse` alone would take `+1`.
        let digits = !rule.is_empty() && rule.bytes().all(|b| b.is_ascii_digit());
        Ok(Self {
            rule: digits
                .then(|| rule.parse().ok())
                .flatten()
                .ok_or(ParseFingerprintError::Rule)?,
            text: hash(words)?,
            facts: hash(facts)?,
        })
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

/// The fingerprint of the section that `tokens` were read from, in a language with these words, by rule 1:
///
/// - `text` is the hash of the words in order, with numbers, cited facts and what bears meaning like words (the kind of a callout, words
///   struck through). White space, emphasis, punctuation outside numbers, picture files and the targets of internal links do not count.
/// - `facts` is the hash, in order, of the critical facts: every number with the word after it (its unit, or the month) and a month before
///   it; number words from two to twelve in the languages of [`crate::facts_differ`]; web, email and telephone addresses; cited facts by
///   name; councils; and the id and the words of every statement, because turning "must" into "must not" changes no number.
pub(crate) fn fingerprint(tokens: &[Token], lexicon: Option<&Lexicon>) -> Fingerprint {
    let mut text = Hash::default();
    for token in tokens {
        match token {
            Token::Word(word) => text.add("", &word.text),
            Token::Mark(mark) => text.add("mark", mark),
            Token::Fact(name) => text.add("fact", name),
            Token::Council(council) => text.add("council", council.as_deref().unwrap_or_default()),
            Token::Break
            | Token::Url(_)
            | Token::Email(_)
            | Token::Telephone(_)
            | Token::Statement(_) => {}
        }
    }
    Fingerprint {
        rule: RULE,
        text: text.finish(),
        facts: facts(tokens, lexicon),
    }
}

fn facts(tokens: &[Token], lexicon: Option<&Lexicon>) -> u64 {
    let mut facts = Hash::default();
    let mut in_statement = false;
    let word_at = |at: usize| match tokens.get(at) {
        Some(Token::Word(word)) => Some(word),
        _ => None,
    };
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Word(word) if in_statement => facts.add("statement", &word.text),
            Token::Word(word) => {
                let is_number = word.text.contains(char::is_numeric)
                    || lexicon
                        .and_then(|lexicon| lexicon.number(&fold(&word.text)))
                        .is_some_and(|found| found.value > 1);
                if !is_number {
                    continue;
                }
                if let Some(before) = at.checked_sub(1).and_then(word_at)
                    && word.gap == Gap::Space
                    && lexicon.is_some_and(|lexicon| {
                        lexicon
                            .month(&fold(&before.text), has_capital(&before.text))
                            .is_some()
                    })
                {
                    facts.add("month", &before.text);
                }
                facts.add("number", &word.text);
                if let Some(after) = word_at(at + 1)
                    && after.gap != Gap::Other
                {
                    facts.add("unit", &after.text);
                }
            }
            Token::Url(url) => facts.add("url", url),
            Token::Email(address) => facts.add("email", address),
            Token::Telephone(number) => facts.add("telephone", number),
            Token::Fact(name) => facts.add("fact", name),
            Token::Council(council) => {
                facts.add("council", council.as_deref().unwrap_or_default());
            }
            Token::Statement(id) => {
                in_statement = id.is_some();
                facts.add("id", id.as_deref().unwrap_or_default());
            }
            Token::Mark(_) | Token::Break => {}
        }
    }
    facts.finish()
}

/// SipHash-2-4 with a key of zeros, over lines of UTF-8. It is specified to the bit with test vectors, reads bytes in one order on every
/// machine, and spreads short and similar inputs well; `std`'s hasher promises none of this from one version of Rust to the next.
#[derive(Default)]
struct Hash(SipHasher24);

impl Hash {
    fn add(&mut self, kind: &str, value: &str) {
        for part in [kind, "\t", value, "\n"] {
            self.0.write(part.as_bytes());
        }
    }

    fn finish(&self) -> u64 {
        self.0.finish()
    }
}

#[cfg(test)]
mod tests;
