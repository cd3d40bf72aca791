//! Postcodes, their first parts, and plus codes.

use super::fold::Letter;
use super::token::{Token, gap, span};
use super::{Hint, Kind};
use finder::postcode::{Beginning, Format, Level};

/// A postcode of which every sign is alone has no more tokens: `C V 1 2 H L`.
const MOST_TOKENS: usize = 8;
/// Between two parts of a code there may be this much: a blank, marks of Markdown, the border of a table.
const WIDEST_GAP: usize = 12;

/// Everything that is written as a whole postcode, however its parts are kept apart.
pub(super) fn postcodes(letters: &[Letter], tokens: &[Token], format: &Format) -> Vec<Hint> {
    let mut hints: Vec<Hint> = Vec::new();
    let mut next = 0;
    for first in 0..tokens.len() {
        if first < next {
            continue;
        }
        for count in 1..=MOST_TOKENS {
            let Some(parts) = tokens.get(first..first + count) else {
                break;
            };
            let wide =
                |pair: &[Token]| gap(letters, &pair[0], &pair[1]).chars().count() > WIDEST_GAP;
            if count > 1 && wide(&parts[count - 2..]) {
                break;
            }
            let Some(text) = joined(parts) else { break };
            if text.len() > 12 {
                break;
            }
            let Some(code) = format.normalise(&text) else {
                continue;
            };
            let digits_alone = code.key.bytes().all(|b| b.is_ascii_digit());
            let meant = match digits_alone {
                true => digits(letters, tokens, first, count, format, &code.key),
                false => written_so(parts) && !own_address(letters, &parts[0]),
            };
            if meant {
                let at = parts[0].at.start..parts[count - 1].at.end;
                hints.push(Hint {
                    kind: Kind::Postcode,
                    span: span(letters, at),
                    key: code.key,
                });
                next = first + count;
                break;
            }
        }
    }
    hints
}

fn joined(parts: &[Token]) -> Option<String> {
    parts.iter().map(|t| t.latin.as_deref()).collect()
}

/// Whether somebody who wrote this can have meant a postcode: words that happen to spell one are none.
fn written_so(parts: &[Token]) -> bool {
    let digits: usize = parts
        .iter()
        .map(|t| t.text.chars().filter(char::is_ascii_digit).count())
        .sum();
    let letters = parts
        .iter()
        .flat_map(|t| t.text.chars())
        .filter(|c| c.is_alphabetic());
    if letters.count() < 2 {
        // Digits that were read as letters.
        return false;
    }
    // A small L is taken for a 1.
    let capital = parts
        .iter()
        .all(|t| !t.text.contains(|c: char| c.is_lowercase() && c != 'l'));
    let single = parts.iter().all(|t| t.text.chars().count() == 1);
    match parts {
        [one] => one.has_digit(),
        [first, second] => {
            let mixed = first.is_mixed() && second.is_mixed();
            // An I or O in the place of a digit: `CVI 2HL`.
            let slip = first.text.chars().count() >= 2
                && first
                    .latin
                    .as_deref()
                    .is_some_and(|l| l.ends_with(['I', 'O', 'L', 'l']))
                && second.is_mixed()
                && digits == 1;
            mixed || capital && (first.has_digit() || slip)
        }
        _ => digits >= 2 && (capital || single || parts.iter().all(Token::has_digit)),
    }
}

/// `…/services/s-d356da/`: the neutral address of a service, made from a hash.
fn own_address(letters: &[Letter], token: &Token) -> bool {
    let start = token.at.start.saturating_sub("services/s-".len());
    let before: String = letters[start..token.at.start]
        .iter()
        .map(|l| l.sign)
        .collect();
    before == "services/s-"
        && token.text.len() == 6
        && token.text.bytes().all(|b| b.is_ascii_hexdigit())
}

/// Whether digits alone can be meant as a postcode: not a piece of a telephone number, nor a sum or a year.
fn digits(
    letters: &[Letter],
    tokens: &[Token],
    first: usize,
    count: usize,
    format: &Format,
    key: &str,
) -> bool {
    let near = |a: &Token, b: &Token| {
        let gap = gap(letters, a, b);
        gap.chars().count() <= 3 && gap.chars().all(|c| " ()/.-+,:".contains(c))
    };
    let goes_on = |a: Option<&Token>, b: Option<&Token>| match (a, b) {
        (Some(a), Some(b)) => a.is_number() && b.is_number() && near(a, b),
        _ => false,
    };
    let last = first + count - 1;
    let before = first.checked_sub(1).and_then(|i| tokens.get(i));
    let alone =
        !goes_on(before, tokens.get(first)) && !goes_on(tokens.get(last), tokens.get(last + 1));
    let sign = tokens[first]
        .at
        .start
        .checked_sub(1)
        .and_then(|i| letters.get(i));
    let is_sum = sign.is_some_and(|l| "+£$€#:".contains(l.sign));
    // Gaps only where the format has them.
    let shown = format.display(&finder::postcode::Code {
        level: Level::Unit,
        key: key.to_owned(),
    });
    let parts = shown.split([' ', '-']).count();
    let fits = count == 1 || count == parts;
    // Four digits are as often a year or a number of people: only before the name of a town.
    let town = || {
        tokens
            .get(last + 1)
            .is_some_and(|t| t.is_name() && gap(letters, &tokens[last], t) == " ")
    };
    let year = key.len() == 4 && (key.starts_with("19") || key.starts_with("20"));
    alone && !is_sum && fits && (key.len() > 4 || town() && !year)
}

/// First parts of postcodes: `CV1` alone covers a few streets.
pub(super) fn districts(
    signs: &[Letter],
    tokens: &[Token],
    format: &Format,
    areas: &[String],
) -> Vec<Hint> {
    let district = |token: &Token| {
        let latin = token.latin.as_deref()?;
        if !token.is_mixed() || latin.len() > 5 {
            return None;
        }
        let candidates = format.read(latin).candidates;
        let part = |level: Level| matches!(level, Level::District | Level::Sector);
        let code = candidates.into_iter().find(|code| part(code.level))?;
        // A letter taken for a digit is no sign of a postcode.
        (code.key == latin.to_uppercase()).then_some(())?;
        let letters = code.key.bytes().take_while(u8::is_ascii_alphabetic).count();
        let of_region = areas.iter().any(|area| {
            let area = format.beginning(area);
            let around = matches!(&area, Beginning::Part(part) if format.part(part, code.level).as_ref() == Some(&code));
            around || format.begins(&code, &area)
        });
        let capital = token.is_capital();
        let kind = match (of_region, letters >= 2) {
            (true, true) => Kind::District,
            (true, false) | (false, true) if capital => Kind::PerhapsDistrict,
            _ => return None,
        };
        Some(Hint {
            kind,
            span: span(signs, token.at.clone()),
            key: code.key,
        })
    };
    let has_letters = format.pattern().contains(['L', 'l']);
    tokens
        .iter()
        .filter(|_| has_letters)
        .filter_map(district)
        .collect()
}

/// `9C4WCX4X+3H`, or the last part with a town: `CX4X+3H`.
pub(super) fn plus_codes(letters: &[Letter], tokens: &[Token]) -> Vec<Hint> {
    let of_code = |token: &Token| {
        token
            .text
            .bytes()
            .all(|b| b"23456789CFGHJMPQRVWXcfghjmpqrvwx".contains(&b))
    };
    let pairs = tokens.windows(2).filter(|pair| {
        let (first, second) = (&pair[0], &pair[1]);
        gap(letters, first, second) == "+"
            && matches!(first.text.len(), 4 | 6 | 8)
            && matches!(second.text.len(), 2..=7)
            && of_code(first)
            && of_code(second)
            && !first.is_number()
    });
    pairs
        .map(|pair| {
            let at = pair[0].at.start..pair[1].at.end;
            Hint {
                kind: Kind::PlusCode,
                span: span(letters, at),
                key: format!("{}+{}", pair[0].lower, pair[1].lower),
            }
        })
        .collect()
}
