//! Postcodes as people type them: a format described as data, and a tolerant reader for it.
//!
//! # Patterns
//!
//! A format is a short text, written in `city.toml` or taken by country from [`Format::for_country`]:
//!
//! | sign | meaning |
//! |---|---|
//! | `d` | a digit |
//! | `L` | a letter A-Z |
//! | `l` | a letter that is in the inward part of a British postcode (not C I K M O V) |
//! | `A` | a letter or a digit |
//! | `[x]` | `x` may be missing (one sign) |
//! | `"LV-"` | at the beginning: always written, need not be typed |
//! | `(SE\|S)` | at the beginning: may be typed, is never written |
//! | space, `-` | written between the signs, need not be typed |
//! | `/` | ends a level: what is before it is a partial postcode |
//!
//! Levels are named from the finest: the whole code is [`Level::Unit`]; one cut gives a district;
//! two, sector and district; three, sector, district and area. Great Britain is
//! `L[L]/d[A]/ d/ll`, the Netherlands `dddd/ LL`, Germany `ddddd`, Sweden `ddd/ dd`.

mod beginning;
mod characters;
mod countries;
mod read;

pub use beginning::Beginning;

/// How much of a postcode is there, the finest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// `CV`
    Area,
    /// `CV1`
    District,
    /// `CV1 5`
    Sector,
    /// `CV1 5FB`
    Unit,
}

/// A postcode or a part of one, in the form in which it is kept: capital letters and digits, nothing between.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code {
    /// How much of a postcode it is.
    pub level: Level,
    /// Capital letters and digits: `CV15FB`.
    pub key: String,
}

/// A country's format of postcodes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Format {
    pattern: String,
    /// Written before every code.
    literal: String,
    /// May be typed before a code: capital letters and digits.
    prefixes: Vec<String>,
    signs: Vec<Sign>,
    /// After how many signs each level ends, the roughest first; the last is the unit.
    levels: Vec<(Level, usize)>,
}

/// One sign of a format.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Sign {
    class: Class,
    /// It may be missing.
    optional: bool,
    /// What is written before it.
    separator: Option<char>,
}

/// What a sign may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Digit,
    Letter,
    Inward,
    Either,
}

impl Class {
    fn symbols(self) -> &'static [u8] {
        match self {
            Class::Digit => b"0123456789",
            Class::Letter => b"ABCDEFGHIJKLMNOPQRSTUVWXYZ",
            Class::Inward => b"ABDEFGHJLNPQRSTUWXYZ",
            Class::Either => b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        }
    }

    fn value(self, symbol: u8) -> Option<u8> {
        self.symbols()
            .iter()
            .position(|other| *other == symbol)
            .map(|at| at as u8)
    }
}

impl Sign {
    /// How many values the sign has; 0 is "missing" where it may be.
    fn radix(&self) -> u32 {
        self.class.symbols().len() as u32 + u32::from(self.optional)
    }

    fn value(&self, symbol: u8) -> Option<u8> {
        Some(self.class.value(symbol)? + u8::from(self.optional))
    }

    fn symbol(&self, value: u8) -> Option<u8> {
        let index = value.checked_sub(u8::from(self.optional))?;
        self.class.symbols().get(usize::from(index)).copied()
    }
}

/// What a text could be as a postcode.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Everything that it can be, the likeliest first: `CV15` is the district CV15 or the sector CV1 5. Empty: no postcode.
    pub candidates: Vec<Code>,
    /// It is no postcode yet but more typing could make it one.
    pub incomplete: bool,
}

/// Why a pattern is not one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PatternError {
    /// The byte at which it goes wrong.
    pub at: usize,
    /// What is wrong.
    pub message: &'static str,
}

impl core::fmt::Display for PatternError {
    fn fmt(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(out, "{} (at sign {})", self.message, self.at + 1)
    }
}

impl core::error::Error for PatternError {}

/// The most signs that a format may have.
const MOST_SIGNS: usize = 16;

impl Format {
    /// Reads a pattern.
    ///
    /// # Errors
    /// [`PatternError`] with the place where it goes wrong.
    pub fn parse(pattern: &str) -> Result<Format, PatternError> {
        let wrong = |at, message| Err(PatternError { at, message });
        if !pattern.is_ascii() || pattern.len() > 100 {
            return wrong(0, "a pattern is at most 100 ASCII characters");
        }
        let mut format = Format {
            pattern: pattern.into(),
            literal: String::new(),
            prefixes: Vec::new(),
            signs: Vec::new(),
            levels: Vec::new(),
        };
        let mut cuts = Vec::new();
        let mut separator = None;
        let mut combinations = 1u64;
        let bytes = pattern.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let begin = at;
            let optional = bytes[at] == b'[';
            at += usize::from(optional);
            let class = match bytes.get(at) {
                Some(b'd') => Class::Digit,
                Some(b'L') => Class::Letter,
                Some(b'l') => Class::Inward,
                Some(b'A') => Class::Either,
                Some(b' ' | b'-')
                    if !optional && !format.signs.is_empty() && separator.is_none() =>
                {
                    separator = Some(char::from(bytes[at]));
                    at += 1;
                    continue;
                }
                Some(b'/') if !optional && !format.signs.is_empty() && separator.is_none() => {
                    if cuts.last() == Some(&format.signs.len()) || cuts.len() == 3 {
                        return wrong(
                            begin,
                            "at most three levels before the whole code, each with signs of its own",
                        );
                    }
                    cuts.push(format.signs.len());
                    at += 1;
                    continue;
                }
                Some(open @ (b'"' | b'(')) if !optional && format.signs.is_empty() => {
                    let close = if *open == b'(' { b')' } else { b'"' };
                    let Some(length) = bytes[at + 1..].iter().position(|byte| *byte == close)
                    else {
                        return wrong(begin, "it is never closed");
                    };
                    let inside = &pattern[at + 1..at + 1 + length];
                    at += length + 2;
                    if *open == b'"' {
                        format.literal = inside.into();
                        format.prefixes.push(letters_and_digits(inside));
                    } else {
                        format
                            .prefixes
                            .extend(inside.split('|').map(letters_and_digits));
                    }
                    continue;
                }
                _ => {
                    return wrong(
                        begin,
                        "here may stand: d L l A, one of them in [ ], a space, - or /; at the beginning \"…\" or (…)",
                    );
                }
            };
            at += 1;
            if optional {
                if bytes.get(at) != Some(&b']') {
                    return wrong(begin, "[ ] holds one sign");
                }
                at += 1;
            }
            let sign = Sign {
                class,
                optional,
                separator: separator.take(),
            };
            combinations *= u64::from(sign.radix());
            if format.signs.len() == MOST_SIGNS || combinations > u64::from(u32::MAX) {
                return wrong(
                    begin,
                    "too many signs: there would be more than four thousand million codes",
                );
            }
            format.signs.push(sign);
        }
        if format.signs.is_empty()
            || separator.is_some()
            || cuts.last() == Some(&format.signs.len())
        {
            return wrong(bytes.len(), "a pattern ends in a sign");
        }
        format.prefixes.retain(|prefix| !prefix.is_empty());
        let names = [Level::Area, Level::District, Level::Sector];
        let names = match cuts.len() {
            3 => &names[..],
            2 => &names[1..],
            _ => &names[1..2],
        };
        format.levels = names.iter().copied().zip(cuts).collect();
        format.levels.push((Level::Unit, format.signs.len()));
        Ok(format)
    }

    /// The format of a country by its ISO 3166-1 code (`GB`), for the countries of Europe that have one.
    #[must_use]
    pub fn for_country(country: &str) -> Option<Format> {
        let pattern = countries::PATTERNS
            .iter()
            .find(|(code, _)| *code == country)?
            .1;
        Format::parse(pattern).ok()
    }

    /// The pattern it was made from.
    #[must_use]
    pub fn pattern(&self) -> &str {
        &self.pattern
    }

    /// Its levels, the roughest first; [`Level::Unit`] is always the last.
    pub fn levels(&self) -> impl Iterator<Item = Level> + '_ {
        self.levels.iter().map(|(level, _)| *level)
    }

    /// A code as people write it: `CV1 5FB`.
    #[must_use]
    pub fn display(&self, code: &Code) -> String {
        let Some(values) = self.values(code) else {
            return code.key.clone();
        };
        let mut text = self.literal.clone();
        for (sign, value) in self.signs.iter().zip(values) {
            if let Some(symbol) = sign.symbol(value) {
                text.extend(sign.separator);
                text.push(char::from(symbol));
            }
        }
        text
    }

    /// The part of a code at a rougher level; `None` where the format has no such level or the code is rougher already.
    #[must_use]
    pub fn part(&self, code: &Code, level: Level) -> Option<Code> {
        if level > code.level {
            return None;
        }
        let end = self.end_of(level)?;
        Some(self.code(level, &self.values(code)?[..end]))
    }

    /// After how many signs a level ends.
    pub(crate) fn end_of(&self, level: Level) -> Option<usize> {
        self.levels
            .iter()
            .find(|(other, _)| *other == level)
            .map(|(_, end)| *end)
    }

    /// How many values each sign has.
    pub(crate) fn radices(&self) -> Vec<u32> {
        self.signs.iter().map(Sign::radix).collect()
    }

    /// The numbers of the codes that begin like `code`, among all whole codes in order: from … to, both included.
    pub(crate) fn numbers(&self, code: &Code) -> Option<(u32, u32)> {
        let values = self.values(code)?;
        let (mut first, mut last) = (0u32, 0u32);
        for (index, sign) in self.signs.iter().enumerate() {
            let radix = sign.radix();
            let value = values.get(index).map(|value| u32::from(*value));
            first = first * radix + value.unwrap_or(0);
            last = last * radix + value.unwrap_or(radix - 1);
        }
        Some((first, last))
    }

    /// The whole code of this number.
    pub(crate) fn unit(&self, mut number: u32) -> Code {
        let mut values = vec![0; self.signs.len()];
        for (sign, value) in self.signs.iter().zip(&mut values).rev() {
            *value = (number % sign.radix()) as u8;
            number /= sign.radix();
        }
        self.code(Level::Unit, &values)
    }

    /// The code whose signs have these values.
    fn code(&self, level: Level, values: &[u8]) -> Code {
        let symbols = self
            .signs
            .iter()
            .zip(values)
            .filter_map(|(sign, value)| sign.symbol(*value));
        Code {
            level,
            key: symbols.map(char::from).collect(),
        }
    }
}

fn letters_and_digits(text: &str) -> String {
    text.chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|symbol| symbol.to_ascii_uppercase())
        .collect()
}

#[cfg(test)]
mod tests;
