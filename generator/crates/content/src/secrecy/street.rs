//! Streets with and without a number, and post office boxes, in the languages of Europe and those next to it.

use super::fold::{self, Letter};
use super::token::{Token, gap, span};
use super::words::{STREETS, Street};
use super::{Hint, Kind};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The most words of a street's name.
const LONGEST_NAME: usize = 4;

/// Where a word for streets is beside the name, and whether it is an ordinary word too.
#[derive(Clone, Copy, Default)]
struct Role {
    after: Option<bool>,
    before: Option<bool>,
}

static ROLES: LazyLock<BTreeMap<String, Role>> = LazyLock::new(|| {
    let mut roles: BTreeMap<String, Role> = BTreeMap::new();
    for Street { word, ordinary } in &STREETS.after {
        let role = roles.entry(word.clone()).or_default();
        role.after = Some(*ordinary && role.after != Some(false));
    }
    for Street { word, ordinary } in &STREETS.before {
        let role = roles.entry(word.clone()).or_default();
        role.before = Some(*ordinary && role.before != Some(false));
    }
    roles
});

struct Reader<'t> {
    letters: &'t [Letter],
    tokens: &'t [Token],
    folded: Vec<String>,
}

/// Addresses, names of streets and post office boxes.
pub(super) fn streets(letters: &[Letter], tokens: &[Token]) -> Vec<Hint> {
    let reader = Reader {
        letters,
        tokens,
        folded: tokens.iter().map(|t| fold::words(&t.text)).collect(),
    };
    let mut hints = Vec::new();
    for n in 0..tokens.len() {
        let role = ROLES.get(&reader.folded[n]).copied().unwrap_or_default();
        let found = [
            role.after
                .and_then(|ordinary| reader.behind_name(n, ordinary)),
            role.before
                .and_then(|ordinary| reader.before_name(n, ordinary)),
            reader.in_name(n),
            reader.in_box(n),
        ];
        hints.extend(found.into_iter().flatten());
    }
    hints
}

impl Reader<'_> {
    fn hint(&self, kind: Kind, first: usize, last: usize) -> Hint {
        let at = self.tokens[first].at.start..self.tokens[last].at.end;
        Hint {
            kind,
            span: span(self.letters, at),
            key: self.folded[first..=last].join(" "),
        }
    }

    /// Whether two neighbours belong to one address: nothing between them ends a sentence, a line or a cell.
    fn joined(&self, before: usize) -> bool {
        let (Some(a), Some(b)) = (self.tokens.get(before), self.tokens.get(before + 1)) else {
            return false;
        };
        let gap = gap(self.letters, a, b);
        // A dot may end an abbreviation: "ul. Długa".
        let sentence = gap.starts_with(['!', '?', ';', ':'])
            || gap.len() > 1
                && gap.starts_with('.')
                && a.text.chars().count() > 4
                && !a.lower.ends_with("str");
        !sentence && !gap.contains('\n') && gap.chars().count() <= 6
    }

    /// Whether words are joined as in a name of a file or in an address of the web, where all letters are small.
    fn is_slug(&self, before: usize) -> bool {
        let (Some(a), Some(b)) = (self.tokens.get(before), self.tokens.get(before + 1)) else {
            return false;
        };
        matches!(
            gap(self.letters, a, b).as_str(),
            "-" | "_" | "." | "+" | "/"
        )
    }

    /// A house's number: up to four digits and perhaps a letter, not a piece of a time, a date or a telephone number.
    fn is_number(&self, n: usize) -> bool {
        let Some(token) = self.tokens.get(n) else {
            return false;
        };
        let digits = token.text.bytes().take_while(u8::is_ascii_digit).count();
        let rest = &token.text[digits..];
        let fits = matches!(digits, 1..=4)
            && (rest.is_empty()
                || rest.chars().count() == 1 && rest.chars().all(char::is_alphabetic));
        let touches = |a: usize| match (self.tokens.get(a), self.tokens.get(a + 1)) {
            (Some(x), Some(y)) => {
                let gap = gap(self.letters, x, y);
                x.has_digit()
                    && y.has_digit()
                    && (gap == ":" || gap == "." || gap == " " && digits > 2)
            }
            _ => false,
        };
        let ordinal = matches!(rest, "h" | "m");
        let touched = touches(n) || n > 0 && touches(n - 1);
        fits && !ordinal && !touched
    }

    /// The number that is behind `n`, perhaps behind "No." or a comma.
    fn number_behind(&self, n: usize) -> Option<usize> {
        let sign = |n: usize| {
            self.folded.get(n).is_some_and(|w| {
                matches!(
                    w.as_str(),
                    "no" | "nr"
                        | "num"
                        | "number"
                        | "numer"
                        | "n"
                        | "nro"
                        | "č"
                        | "c"
                        | "br"
                        | "д"
                        | "буд"
                        | "номер"
                        | "رقم"
                )
            })
        };
        let next = n + 1;
        if !self.joined(n) {
            // "No: 12"
            return None;
        }
        if self.is_number(next) {
            return Some(next);
        }
        (sign(next) && self.is_number(next + 1)).then_some(next + 1)
    }

    fn is_small(&self, n: usize) -> bool {
        let small = |w: &str| {
            w.chars().count() < 3
                || matches!(
                    w,
                    "the"
                        | "and"
                        | "for"
                        | "from"
                        | "near"
                        | "with"
                        | "hour"
                        | "hours"
                        | "miles"
                        | "minutes"
                        | "metres"
                        | "days"
                        | "years"
                        | "weeks"
                )
        };
        self.folded.get(n).is_none_or(|w| small(w))
    }

    /// `12 Acacia Road`, `Kossuth utca 12`.
    fn behind_name(&self, n: usize, ordinary: bool) -> Option<Hint> {
        let is_name = |i: usize| self.tokens[i].is_name();
        let mut named = false;
        let mut first = n;
        for _ in 0..=LONGEST_NAME {
            let Some(before) = first.checked_sub(1).filter(|before| self.joined(*before)) else {
                break;
            };
            if self.is_number(before) {
                let words = first..n;
                if words.is_empty() {
                    break;
                }
                let slug = (before..n).all(|i| self.is_slug(i));
                let capital = named && (!ordinary || is_name(n) || slug);
                let plain =
                    !ordinary && words.len() <= 2 && !words.clone().any(|i| self.is_small(i));
                if capital || slug || plain {
                    return Some(self.hint(Kind::Street, before, n));
                }
                break;
            }
            first = before;
            named |= is_name(first);
        }
        let name = n.checked_sub(1).filter(|before| self.joined(*before))?;
        let slug = self.is_slug(name);
        let beside = is_name(name) && !self.tokens[name].is_number();
        if (beside || slug && !ordinary)
            && let Some(number) = self.number_behind(n)
        {
            return Some(self.hint(Kind::Street, name, number));
        }
        let english = !ordinary && self.tokens[n].text.chars().count() > 2;
        (beside && is_name(n) && english && self.tokens[name].text.chars().count() > 2)
            .then(|| self.hint(Kind::StreetName, name, n))
    }

    /// `12 rue de la Paix`, `ul. Długa 5`.
    fn before_name(&self, n: usize, ordinary: bool) -> Option<Hint> {
        let is_name = |i: usize| self.tokens.get(i).is_some_and(Token::is_name);
        let mut named = false;
        let mut last = n;
        for _ in 0..LONGEST_NAME {
            if !self.joined(last) {
                break;
            }
            if last > n
                && (named || !ordinary && self.is_slug(n))
                && let Some(number) = self.number_behind(last)
            {
                return Some(self.hint(Kind::Street, n, number));
            }
            last += 1;
            named |= is_name(last);
        }
        if last > n
            && named
            && let Some(number) = self.number_behind(last)
        {
            return Some(self.hint(Kind::Street, n, number));
        }
        let before = n
            .checked_sub(1)
            .filter(|b| self.joined(*b) && self.is_number(*b));
        let slug = (n..last).all(|i| self.is_slug(i)) && last > n;
        if let Some(before) = before
            && last > n
            && (named || slug && !ordinary)
        {
            let end = (n + 1..=last).find(|i| is_name(*i)).unwrap_or(last);
            return Some(self.hint(Kind::Street, before, end));
        }
        (last > n
            && !ordinary
            && self.joined(n)
            && is_name(n + 1)
            && self.tokens[n].text.chars().count() > 3
            && ROLES.get(&self.folded[n]).is_none_or(|r| r.after.is_none()))
        .then(|| self.hint(Kind::StreetName, n, n + 1))
    }

    /// `Hauptstraße 12`.
    fn in_name(&self, n: usize) -> Option<Hint> {
        let word = &self.folded[n];
        let ends =
            |street: &Street| word.len() > street.word.len() + 1 && word.ends_with(&street.word);
        if !STREETS.end.iter().any(ends) {
            return None;
        }
        let known = self.tokens[n].is_name() || n > 0 && self.is_slug(n - 1) || self.is_slug(n);
        if !known {
            return None;
        }
        if let Some(number) = self.number_behind(n) {
            return Some(self.hint(Kind::Street, n, number));
        }
        let before = n
            .checked_sub(1)
            .filter(|b| self.joined(*b) && self.is_number(*b));
        before.map(|before| self.hint(Kind::Street, before, n))
    }

    /// `PO Box 12`, `P.O. Box 12`.
    fn in_box(&self, n: usize) -> Option<Hint> {
        let spelled: String = self.folded[n..]
            .iter()
            .take(2)
            .map(String::as_str)
            .collect();
        let dotted = spelled == "po" && self.folded.get(n + 2).is_some_and(|w| w == "box");
        let last = match dotted {
            true => Some(n + 2),
            false => STREETS
                .boxes
                .iter()
                .find(|phrase| self.folded[n..].starts_with(phrase))
                .map(|phrase| n + phrase.len() - 1),
        }?;
        let number =
            (last + 1..=last + 2).find(|i| self.tokens.get(*i).is_some_and(Token::has_digit))?;
        (self.tokens[number].at.start - self.tokens[last].at.end <= 12)
            .then(|| self.hint(Kind::Box, n, number))
    }
}
