//! Coordinates: decimal degrees, degrees and minutes, references of grids.

use super::fold::Letter;
use super::token::{Token, gap, span};
use super::{Hint, Kind};
use std::ops::Range;

/// A decimal number with so many places is no price and no time: four places of a degree are eleven metres.
const PRECISE: usize = 4;

/// A number with decimal places.
struct Decimal {
    at: Range<usize>,
    places: usize,
    comma: bool,
}

/// Latitudes and longitudes.
pub(super) fn coordinates(letters: &[Letter], tokens: &[Token]) -> Vec<Hint> {
    let mut hints = Vec::new();
    let decimals = decimals(letters);
    let mut push = |at: Range<usize>| {
        let key: String = letters[at.clone()]
            .iter()
            .filter(|l| l.sign.is_ascii_digit())
            .map(|l| l.sign)
            .collect();
        hints.push(Hint {
            kind: Kind::Coordinates,
            span: span(letters, at),
            key,
        });
    };
    let mut paired = 0;
    for pair in decimals.windows(2) {
        let (first, second) = (&pair[0], &pair[1]);
        if first.at.start < paired {
            continue;
        }
        let between: String = letters[first.at.end..second.at.start]
            .iter()
            .map(|l| l.sign)
            .collect();
        let around: String = letters
            [first.at.start.saturating_sub(24)..(second.at.end + 4).min(letters.len())]
            .iter()
            .map(|l| l.sign)
            .collect();
        let near = between.chars().count() <= 24 && !between.contains(|c: char| c.is_ascii_digit());
        let exact = |d: &Decimal| d.places >= 3 && !(d.comma && d.places == 3);
        let rough = first.places >= 2 && second.places >= 2 && is_labelled(&around);
        if near && (exact(first) && exact(second) || rough) {
            push(first.at.start..second.at.end);
            paired = second.at.end;
        }
    }
    for decimal in decimals.iter().filter(|d| d.places >= PRECISE) {
        push(decimal.at.clone());
    }
    degrees(letters)
        .into_iter()
        .chain(compass(letters, tokens))
        .for_each(push);
    hints
}

/// Whether words around two numbers say that they are degrees.
fn is_labelled(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphabetic());
    text.contains('°')
        || words.clone().any(|w| {
            w.starts_with("latit")
                || w.starts_with("longit")
                || w.starts_with("coord")
                || matches!(w, "lat" | "lon" | "lng" | "long" | "gps" | "geo")
        })
}

fn decimals(letters: &[Letter]) -> Vec<Decimal> {
    let sign = |at: usize| letters.get(at).map(|l| l.sign);
    let digit = |at: usize| sign(at).is_some_and(|c| c.is_ascii_digit());
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        if !digit(at) {
            at += 1;
            continue;
        }
        let start = at;
        while digit(at) {
            at += 1;
        }
        let whole = at - start;
        let point = sign(at);
        let is_point = matches!(point, Some('.' | ',' | '٫' | '·'));
        if !is_point || !digit(at + 1) {
            continue;
        }
        let mut end = at + 1;
        while digit(end) {
            end += 1;
        }
        let joined = |at: usize| {
            sign(at).is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '.' && digit(at + 1))
        };
        let before = start.checked_sub(1);
        // A piece of a version, an IP address or a telephone number: more points and digits. A compass letter may be closed up.
        let compass = matches!(
            sign(end),
            Some('N' | 'S' | 'E' | 'W' | 'O' | 'n' | 's' | 'e' | 'w' | 'z')
        );
        let of_more = before
            .and_then(sign)
            .is_some_and(|c| c == '.' || c == '_' || c.is_alphabetic() && !is_axis(c))
            || joined(end) && !compass;
        if whole <= 3 && !of_more {
            let start = if before
                .and_then(sign)
                .is_some_and(|c| matches!(c, '-' | '+'))
            {
                start - 1
            } else {
                start
            };
            found.push(Decimal {
                at: start..end,
                places: end - at - 1,
                comma: point == Some(','),
            });
        }
        at = end;
    }
    found
}

/// `N52.4052`, `3d-1.5018`, `z17`: letters that are before a number in addresses of maps.
fn is_axis(sign: char) -> bool {
    matches!(
        sign.to_ascii_lowercase(),
        'n' | 's' | 'e' | 'w' | 'd' | 'y' | 'x'
    )
}

/// `52° 24' 18" N`, `52°24.312'`; not a temperature.
fn degrees(letters: &[Letter]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut next = 0;
    for (at, letter) in letters.iter().enumerate().filter(|(_, l)| l.sign == '°') {
        if at < next {
            continue;
        }
        let start = letters[..at]
            .iter()
            .rposition(|l| !(l.sign.is_ascii_digit() || l.sign == '.' || l.sign == ' '))
            .map_or(0, |i| i + 1);
        let number = letters[start..at].iter().any(|l| l.sign.is_ascii_digit());
        let after: String = letters[at + 1..].iter().take(24).map(|l| l.sign).collect();
        let after = after.trim_start();
        let minutes = after.starts_with(|c: char| c.is_ascii_digit()) && after.contains('\'');
        let compass = after.starts_with(['N', 'S', 'E', 'W', 'O', 'n', 's'])
            && !after.chars().nth(1).is_some_and(char::is_alphabetic);
        if number && (minutes || compass) {
            let end = letters[at..]
                .iter()
                .take(60)
                .position(|l| l.sign == '\n')
                .map_or((at + 60).min(letters.len()), |i| at + i);
            let start = letters[start..at]
                .iter()
                .position(|l| l.sign.is_ascii_digit())
                .map_or(start, |i| start + i);
            let last = letters[at..end]
                .iter()
                .rposition(|l| matches!(l.sign, '\'' | '"' | 'N' | 'S' | 'E' | 'W' | '°'));
            found.push(start..last.map_or(at + 1, |i| at + i + 1));
            next = end;
        }
        debug_assert!(letter.sign == '°');
    }
    found
}

/// `52 24.3 N, 1 30.1 W`.
fn compass(letters: &[Letter], tokens: &[Token]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let point = |token: &Token, wanted: &[&str]| {
        let rest = token.text.trim_start_matches(|c: char| c.is_ascii_digit());
        (wanted.contains(&rest), rest.len() < token.text.len())
    };
    for (n, token) in tokens.iter().enumerate() {
        let (is_north, closed) = point(token, &["N", "S"]);
        let numbers_before = |n: usize, closed: bool| {
            closed || n.checked_sub(1).is_some_and(|i| tokens[i].is_number())
        };
        if !is_north || !numbers_before(n, closed) {
            continue;
        }
        let east = (n + 1..(n + 6).min(tokens.len())).find(|m| {
            let (is_east, closed) = point(&tokens[*m], &["E", "W", "O"]);
            is_east && numbers_before(*m, closed)
        });
        let Some(east) = east else { continue };
        let all_numbers = tokens[n + 1..east].iter().all(Token::is_number);
        if all_numbers {
            let mut first = n;
            while first > 0
                && tokens[first - 1].is_number()
                && gap(letters, &tokens[first - 1], &tokens[first])
                    .chars()
                    .count()
                    <= 2
            {
                first -= 1;
            }
            found.push(tokens[first].at.start..tokens[east].at.end);
        }
    }
    found.extend(compass_before(tokens));
    found
}

/// `N52 24.3 W1 30.1`.
fn compass_before(tokens: &[Token]) -> Vec<Range<usize>> {
    let numbers = |from: usize| {
        let rest = tokens.get(from..).unwrap_or_default();
        rest.iter().take_while(|t| t.is_number()).take(3).count()
    };
    // The letter closed up with a number, or before one; minutes or decimals have to follow.
    let last = |n: usize, wanted: &[char]| {
        let rest = tokens.get(n)?.text.strip_prefix(wanted)?;
        let more = numbers(n + 1);
        let fits = rest.bytes().all(|b| b.is_ascii_digit());
        (fits && more + usize::from(!rest.is_empty()) > 1).then_some(n + more)
    };
    (0..tokens.len())
        .filter_map(|n| {
            let north = last(n, &['N', 'S'])?;
            let east = last(north + 1, &['E', 'W', 'O'])?;
            Some(tokens[n].at.start..tokens[east].at.end)
        })
        .collect()
}

/// `SP 337 790` of the British grid, `30U WC 12345 67890` of the military one.
pub(super) fn grid_references(letters: &[Letter], tokens: &[Token]) -> Vec<Hint> {
    let mut hints = Vec::new();
    for (n, token) in tokens.iter().enumerate() {
        let Some(latin) = token.latin.as_deref().filter(|_| token.is_capital()) else {
            continue;
        };
        let square: String = latin
            .chars()
            .take_while(char::is_ascii_alphabetic)
            .collect();
        let closed = &latin[square.len()..];
        let british = square.len() == 2
            && square.starts_with(['H', 'J', 'N', 'O', 'S', 'T'])
            && !square.ends_with('I')
            // SC begins the numbers of Scottish charities; the others are words.
            && !matches!(square.as_str(), "SC" | "NO" | "SO" | "TO");
        let zone = n.checked_sub(1).and_then(|i| tokens.get(i));
        let military = square.len() == 2 && zone.is_some_and(is_zone);
        if !(british || military) || !closed.bytes().all(|b| b.is_ascii_digit()) {
            continue;
        }
        let follows = |m: usize| {
            tokens
                .get(m)
                .filter(|t| t.is_number() && gap(letters, &tokens[m - 1], t) == " ")
        };
        let (end, groups) = match closed {
            "" => match (follows(n + 1), follows(n + 2)) {
                (Some(a), Some(b)) if a.text.len() == b.text.len() => {
                    (n + 2, vec![a.text.as_str(), b.text.as_str()])
                }
                (Some(a), _) => (n + 1, vec![a.text.as_str()]),
                _ => continue,
            },
            closed => (n, vec![closed]),
        };
        let digits: usize = groups.iter().map(|g| g.len()).sum();
        let pairs = groups.len() == 2 && digits >= 4;
        if digits.is_multiple_of(2) && digits <= 10 && (digits >= 6 || pairs) {
            hints.push(Hint {
                kind: Kind::GridReference,
                span: span(letters, token.at.start..tokens[end].at.end),
                key: format!("{square}{}", groups.concat()),
            });
        }
    }
    hints
}

/// A zone of the military grid: `30U`.
fn is_zone(token: &Token) -> bool {
    let (digits, band) = token
        .text
        .split_at(token.text.bytes().take_while(u8::is_ascii_digit).count());
    matches!(digits.len(), 1 | 2) && band.len() == 1 && band.bytes().all(|b| b.is_ascii_uppercase())
}
