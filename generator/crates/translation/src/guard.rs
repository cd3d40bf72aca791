//! The guard: does a translation give the same numbers, months, addresses and facts as its source?

mod alike;

use crate::lexicon::{Lexicon, fold, has_capital};
use crate::numeral::{Written, digit, numbers};
use crate::token::{Gap, STRIKETHROUGH, Token, Word};
use alike::{destination, same_line, subscriber, time_otherwise};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Fewest digits of what is taken for a telephone number because of its looks; a sort code or a date has eight at most.
const FEWEST_DIGITS: usize = 9;

/// A critical fact as it can be compared across languages.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Critical {
    /// A number, in Western digits without separators of thousands: `1250.5`.
    Number(String),
    /// A month named beside a number, from 1 for January.
    Month(u8),
    /// A telephone number: digits, perhaps after a `+`.
    Telephone(String),
    /// A web address.
    Url(String),
    /// An email address.
    Email(String),
    /// The name of a cited fact.
    Fact(String),
    /// The council that a passage is for.
    Council(String),
    /// One of those, struck through.
    Struck(Box<Critical>),
}

impl fmt::Display for Critical {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "the number {number}"),
            Self::Month(month) => write!(f, "month {month} of the year"),
            Self::Telephone(number) => write!(f, "the telephone number {number}"),
            Self::Url(url) => write!(f, "the link {url}"),
            Self::Email(address) => write!(f, "the email address {address}"),
            Self::Fact(name) => write!(f, "the fact `{name}`"),
            Self::Council(area) => write!(f, "the passage for `{area}` only"),
            Self::Struck(critical) => write!(f, "{critical}, struck through"),
        }
    }
}

/// A critical fact that only one of the two has.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Difference {
    /// The source has it, the translation does not.
    Lacking(Critical),
    /// The translation has it, the source does not.
    Added(Critical),
    /// The source has it in a statement; the translation has it, but not in that statement.
    Elsewhere {
        /// The id of the statement.
        statement: String,
        /// What it lacks.
        critical: Critical,
    },
}

/// The critical facts that only one of the two sections has, sorted. Empty means: no difference was seen, not that there is none. Digits of
/// any script are read; number words from one to twelve and names of months in ten languages.
///
/// Statements are compared one by one too: two time limits that changed places are the same numbers in the section.
///
/// Known to be missed or to be warned of without need: numbers above twelve in words, an afternoon hour beside its 24-hour form. For those a
/// section takes an exception, with a reason.
pub fn facts_differ(source: &CriticalFacts, translated: &CriticalFacts) -> Vec<Difference> {
    let missing: Vec<Critical> = source.missing_in(translated).collect();
    let added = translated.missing_in(source).map(Difference::Added);
    let elsewhere = source.statements.iter().flat_map(|(id, statement)| {
        let other = translated.statements.get(id);
        other
            .into_iter()
            .flat_map(|other| statement.missing_in(other))
            .filter(|critical| {
                matches!(
                    critical,
                    Critical::Number(_) | Critical::Month(_) | Critical::Fact(_)
                ) && !missing.contains(critical)
            })
            .map(|critical| Difference::Elsewhere {
                statement: id.clone(),
                critical,
            })
    });
    let elsewhere: Vec<Difference> = elsewhere.collect();
    let lacking = missing.into_iter().map(Difference::Lacking);
    lacking.chain(added).chain(elsewhere).collect()
}

/// The critical facts of one section.
#[derive(Clone, Debug, Default)]
pub struct CriticalFacts {
    /// Those that the other text must have.
    plain: BTreeSet<Critical>,
    /// Those given in words, which the other text must have if its words are known too.
    worded: BTreeSet<Critical>,
    /// Words that may be numbers: "one" is a pronoun more often, Arabic has a dual, Persian "nine" is also "no".
    perhaps: BTreeSet<Critical>,
    /// Whether the number words of its language are known.
    words_known: bool,
    /// Those of each statement, by its id.
    statements: BTreeMap<String, CriticalFacts>,
}

impl CriticalFacts {
    /// The critical facts of a section that `tokens` hold, in a language with these words.
    pub(crate) fn of(tokens: Vec<Token>, lexicon: Option<&Lexicon>) -> Self {
        let mut statements: BTreeMap<String, Vec<Token>> = BTreeMap::new();
        let mut inside = None;
        for token in &tokens {
            if let Token::Statement(id) = token {
                inside = id.as_ref();
            } else if let Some(id) = inside {
                statements
                    .entry(id.clone())
                    .or_default()
                    .push(token.clone());
            }
        }
        let mut facts = Self::of_run(tokens, lexicon);
        facts.statements = statements
            .into_iter()
            .map(|(id, tokens)| (id, Self::of_run(tokens, lexicon)))
            .collect();
        facts
    }

    fn of_run(tokens: Vec<Token>, lexicon: Option<&Lexicon>) -> Self {
        let mut facts = Self {
            words_known: lexicon.is_some(),
            ..Self::default()
        };
        let mut words = Vec::new();
        // What a reader is told does not hold is kept apart from what does.
        let mut struck: Option<Self> = None;
        for token in tokens {
            let critical = match token {
                Token::Word(word) => {
                    words.push(word);
                    continue;
                }
                Token::Url(url) => Some(Critical::Url(url)),
                Token::Email(address) => Some(Critical::Email(address.to_lowercase())),
                Token::Telephone(number) => Some(Critical::Telephone(number)),
                Token::Fact(name) => Some(Critical::Fact(name)),
                Token::Council(Some(area)) => Some(Critical::Council(area)),
                Token::Mark(ref mark) if mark == STRIKETHROUGH => {
                    struck.as_mut().unwrap_or(&mut facts).words(&words, lexicon);
                    words.clear();
                    struck = match struck.take() {
                        Some(struck) => {
                            facts.strike(struck);
                            None
                        }
                        None => Some(Self::default()),
                    };
                    continue;
                }
                Token::Council(None) | Token::Break | Token::Mark(_) | Token::Statement(_) => None,
            };
            let into = struck.as_mut().unwrap_or(&mut facts);
            into.words(&words, lexicon);
            words.clear();
            into.plain.extend(critical);
        }
        facts.words(&words, lexicon);
        facts
    }

    fn strike(&mut self, struck: Self) {
        let strike = |critical| Critical::Struck(Box::new(critical));
        self.plain.extend(struck.plain.into_iter().map(strike));
        self.worded.extend(struck.worded.into_iter().map(strike));
        self.perhaps.extend(struck.perhaps.into_iter().map(strike));
    }

    /// The names of the facts that are cited.
    pub fn cited(&self) -> impl Iterator<Item = &str> {
        self.plain.iter().filter_map(|critical| match critical {
            Critical::Fact(name) => Some(name.as_str()),
            _ => None,
        })
    }

    /// Whom a translation has its readers ring, write to or visit that its source does not: telephone numbers, email addresses, and web
    /// addresses on hosts that the source does not name. `known` are telephone numbers that the source gives by citing a fact.
    pub fn leads_elsewhere(&self, source: &Self, known: &[String]) -> Vec<Critical> {
        let all = source.plain.iter();
        let there: BTreeSet<String> = all.filter_map(destination).collect();
        let known: BTreeSet<&str> = known.iter().map(|number| subscriber(number)).collect();
        let elsewhere = |critical: &&Critical| {
            destination(critical).is_some_and(|d| !there.contains(&d) && !known.contains(&*d))
        };
        self.plain.iter().filter(elsewhere).cloned().collect()
    }

    fn missing_in<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = Critical> + 'a {
        let worded = self.worded.iter().filter(|_| other.words_known);
        let asked: BTreeSet<_> = self.plain.iter().chain(worded).collect();
        asked
            .into_iter()
            .filter(|critical| !other.has(critical))
            .cloned()
    }

    /// Whether it is there, perhaps written in another way.
    fn has(&self, critical: &Critical) -> bool {
        let sets = [&self.plain, &self.worded, &self.perhaps];
        let is_there = |critical: &Critical| sets.iter().any(|set| set.contains(critical));
        is_there(critical)
            || match critical {
                Critical::Number(number) => {
                    time_otherwise(number).is_some_and(|time| is_there(&Critical::Number(time)))
                }
                Critical::Telephone(number) => self.plain.iter().any(
                    |other| matches!(other, Critical::Telephone(other) if same_line(number, other)),
                ),
                _ => false,
            }
    }

    /// Takes in a row of words that nothing interrupts.
    fn words(&mut self, words: &[Word], lexicon: Option<&Lexicon>) {
        // Folding is for the lexicon alone.
        let folded: Vec<String> = match lexicon {
            Some(_) => words.iter().map(|word| fold(&word.text)).collect(),
            None => Vec::new(),
        };
        let mut at = 0;
        while at < words.len() {
            at += self
                .telephone(&words[at..])
                .or_else(|| self.digits(&words[at..]))
                .or_else(|| self.number_word(words, &folded, at, lexicon?))
                .or_else(|| self.month(words, &folded, at, lexicon?))
                .unwrap_or(1);
        }
    }

    /// A telephone number written in groups of digits. How many words were taken.
    fn telephone(&mut self, words: &[Word]) -> Option<usize> {
        if !words[0]
            .text
            .starts_with(|c| c == '+' || digit(c).is_some())
        {
            return None;
        }
        let mut number = String::new();
        let mut taken = 0;
        for word in words {
            if taken > 0 && word.gap == Gap::Other {
                break;
            }
            let Some(group) = digit_group(word, taken == 0) else {
                break;
            };
            // A number with its country's code has thirteen digits at most in Europe, one without eleven.
            let most = if number.starts_with('+') { 14 } else { 11 };
            if taken > 0 && number.len() + group.len() > most {
                break;
            }
            number.push_str(&group);
            taken += 1;
        }
        let digits = number.trim_start_matches('+').len();
        let is_number = number.starts_with(['0', '+']) && digits >= FEWEST_DIGITS;
        is_number.then(|| {
            self.plain.insert(Critical::Telephone(number));
            taken
        })
    }

    /// A number in digits, with groups of thousands that spaces keep apart. How many words were taken.
    fn digits(&mut self, words: &[Word]) -> Option<usize> {
        let mut text = words.first()?.text.clone();
        if !text.contains(char::is_numeric) {
            return None;
        }
        let is_plain = |text: &str| text.chars().all(|c| digit(c).is_some());
        let mut taken = 1;
        if is_plain(&text) && text.chars().count() <= 3 && digit(text.chars().next()?) != Some('0')
        {
            for word in &words[1..] {
                let mut digits = word.text.chars().filter_map(digit);
                let is_group = word.gap == Gap::Space
                    && digits.by_ref().take(3).count() == 3
                    && digits.next().is_none()
                    && word.text.starts_with(|c| digit(c).is_some());
                if !is_group {
                    break;
                }
                text.push_str(&word.text);
                taken += 1;
            }
        }
        let found = numbers(&text);
        (!found.is_empty()).then(|| {
            for written in found {
                match written {
                    Written::Number(number) => self.plain.insert(Critical::Number(number)),
                    Written::Month(month) => self.worded.insert(Critical::Month(month)),
                };
            }
            taken
        })
    }

    fn number_word(
        &mut self,
        words: &[Word],
        folded: &[String],
        at: usize,
        lexicon: &Lexicon,
    ) -> Option<usize> {
        let word = &words[at];
        let next = words.get(at + 1);
        let pair = next
            .filter(|next| next.gap == Gap::Space)
            .and_then(|_| lexicon.number_pair(&folded[at], &folded[at + 1]));
        let found = pair.or_else(|| lexicon.number(&folded[at]))?;
        // Part of a longer number, such as `dix-huit`.
        let is_part = word.gap == Gap::Hyphen || next.is_some_and(|next| next.gap == Gap::Hyphen);
        if !is_part {
            let critical = Critical::Number(found.value.to_string());
            if found.sure && found.value > 2 {
                self.worded.insert(critical);
            } else {
                self.perhaps.insert(critical);
            }
        }
        Some(if pair.is_some() { 2 } else { 1 })
    }

    fn month(
        &mut self,
        words: &[Word],
        folded: &[String],
        at: usize,
        lexicon: &Lexicon,
    ) -> Option<usize> {
        let pair = folded
            .get(at + 1)
            .and_then(|next| lexicon.month_pair(&folded[at], next));
        let found = pair.or_else(|| lexicon.month(&folded[at], has_capital(&words[at].text)))?;
        let taken = if pair.is_some() { 2 } else { 1 };
        let is_number = |word: &Word| word.text.contains(|c| digit(c).is_some());
        let beside_number = at.checked_sub(1).is_some_and(|at| is_number(&words[at]))
            || words.get(at + taken).is_some_and(is_number);
        let critical = Critical::Month(found.value);
        if found.sure && beside_number {
            self.worded.insert(critical);
        } else {
            self.perhaps.insert(critical);
        }
        Some(taken)
    }
}

/// The digits of a word that can be a group of a telephone number, in Western digits; of the first group, with its `+`.
fn digit_group(word: &Word, first: bool) -> Option<String> {
    let text = match word.text.strip_prefix('+') {
        Some(rest) if first => rest,
        Some(_) => return None,
        None => &word.text,
    };
    let is_date = numbers(text)
        .iter()
        .any(|written| matches!(written, Written::Month(_)));
    if text.is_empty() || is_date {
        return None;
    }
    let mut group = String::new();
    if word.text.starts_with('+') {
        group.push('+');
    }
    for c in text.chars() {
        match digit(c) {
            Some(digit) => group.push(digit),
            None if matches!(c, '-' | '.' | '/') => {}
            None => return None,
        }
    }
    Some(group)
}

#[cfg(test)]
mod tests;
