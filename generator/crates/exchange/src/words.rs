//! Lists of phrases in many languages, as files that translators can read, and how they are found in a text.

use content::secrecy;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A word of a text in the forms it may be meant in: most have one, an Arabic one may begin with "and" or "in".
type Word = Vec<String>;

/// Phrases of one purpose.
pub(crate) struct Phrases {
    /// Phrases by their first word, or by its beginning where it ends in `*`.
    by_first: BTreeMap<String, Vec<Phrase>>,
}

struct Phrase {
    words: Vec<Pattern>,
    shown: String,
}

enum Pattern {
    Whole(String),
    Beginning(String),
}

/// A text made ready for [`Phrases::find`].
pub(crate) struct Text {
    words: Vec<Word>,
}

const SHELTERS: &str = include_str!("../data/shelters.txt");
const SECRETS: &str = include_str!("../data/secrets.txt");
const YES_NO: &str = include_str!("../data/yes-no.txt");

pub(crate) static SHELTER: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(SHELTERS, "shelter"));
pub(crate) static DANGER: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(SHELTERS, "danger"));
pub(crate) static HOME: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(SHELTERS, "home"));
pub(crate) static KIND: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(SHELTERS, "kind"));
pub(crate) static ASYLUM: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(SHELTERS, "asylum"));
pub(crate) static HOUSING: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(SHELTERS, "housing"));
pub(crate) static SIGN: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(SECRETS, "sign"));
pub(crate) static FIELD: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(SECRETS, "field"));

static YES: LazyLock<Vec<String>> = LazyLock::new(|| answers("yes"));
static NO: LazyLock<Vec<String>> = LazyLock::new(|| answers("no"));

fn answers(section: &str) -> Vec<String> {
    let lines = secrecy::lines(YES_NO, section);
    lines
        .flat_map(|(_, words)| words.split(',').map(answer))
        .collect()
}

/// An answer for comparing; a sign that is no letter stays what it is.
fn answer(text: &str) -> String {
    let folded = secrecy::folded(text);
    if folded.is_empty() {
        text.trim().to_owned()
    } else {
        folded
    }
}

/// What a table's cell says: `None` where it is neither a yes nor a no.
pub(crate) fn yes_or_no(text: &str) -> Option<bool> {
    let said = answer(text);
    match () {
        () if NO.contains(&said) => Some(false),
        () if YES.contains(&said) => Some(true),
        () => None,
    }
}

/// Whether a cell or field says nothing or no; everything else may mean yes.
pub(crate) fn is_no(text: &str) -> bool {
    matches!(text.trim(), "" | "-" | "–" | "—" | "/") || yes_or_no(text) == Some(false)
}

impl Phrases {
    fn of(file: &str, section: &str) -> Self {
        let mut by_first: BTreeMap<String, Vec<Phrase>> = BTreeMap::new();
        let lines = secrecy::lines(file, section);
        for shown in lines.flat_map(|(_, phrases)| phrases.split(',')) {
            let words: Vec<Pattern> = shown.split_whitespace().filter_map(pattern).collect();
            let Some(Pattern::Whole(first) | Pattern::Beginning(first)) = words.first() else {
                continue;
            };
            let first = first.clone();
            let shown = shown.trim().replace('*', "");
            by_first
                .entry(first)
                .or_default()
                .push(Phrase { words, shown });
        }
        Self { by_first }
    }

    /// The first phrase that is in `text`.
    pub fn find(&self, text: &Text) -> Option<&str> {
        (0..text.words.len()).find_map(|at| self.at(&text.words[at..]))
    }

    fn at(&self, words: &[Word]) -> Option<&str> {
        let first = words.first()?;
        let beginnings = first.iter().flat_map(|form| {
            let ends = form.char_indices().map(|(at, c)| at + c.len_utf8());
            ends.filter_map(|end| self.by_first.get(&form[..end]))
        });
        let fits = |(pattern, word): (&Pattern, &Word)| {
            word.iter().any(|form| match pattern {
                Pattern::Whole(whole) => whole == form,
                Pattern::Beginning(start) => form.starts_with(start),
            })
        };
        let found = beginnings.flatten().find(|phrase| {
            phrase.words.len() <= words.len() && phrase.words.iter().zip(words).all(fits)
        });
        found.map(|phrase| phrase.shown.as_str())
    }
}

fn pattern(word: &str) -> Option<Pattern> {
    let start = word.strip_suffix('*');
    let folded = stem(&secrecy::folded(start.unwrap_or(word)));
    if folded.is_empty() {
        return None;
    }
    Some(match start {
        Some(_) => Pattern::Beginning(folded),
        None => Pattern::Whole(folded),
    })
}

impl Text {
    /// The words of `text`, which may hold HTML.
    pub fn new(text: &str) -> Self {
        let folded = secrecy::folded(&crate::plain::text(text));
        let mut words: Vec<Word> = Vec::new();
        let mut spaced = String::new();
        for word in folded.split(' ') {
            // R E F U G E
            if word.chars().count() == 1 {
                spaced.push_str(word);
            } else {
                close(&mut spaced, &mut words);
            }
            words.push(forms(&secrecy::latinised(word)));
        }
        close(&mut spaced, &mut words);
        Self { words }
    }
}

/// Letters that were alone are also a word of their own.
fn close(spaced: &mut String, words: &mut Vec<Word>) {
    if spaced.chars().count() >= 4 {
        words.push(vec![spaced.clone()]);
    }
    spaced.clear();
}

fn forms(word: &str) -> Word {
    let whole = stem(word);
    let rest = whole
        .strip_prefix(['و', 'ف', 'ب', 'ل', 'ك'])
        .filter(|rest| rest.chars().count() >= 3);
    let rest = rest.map(stem);
    std::iter::once(whole.clone()).chain(rest).collect()
}

/// An Arabic word without its article and the particles that are written together with it; any other word as it is.
fn stem(word: &str) -> String {
    if !word.starts_with(|c| ('\u{621}'..='\u{64a}').contains(&c)) {
        return word.to_owned();
    }
    let same: String = word
        .chars()
        .map(|c| match c {
            'ة' => 'ه',
            'ى' => 'ي',
            other => other,
        })
        .collect();
    let articles = ["وال", "بال", "فال", "كال", "لل", "ال"];
    let bare = articles.iter().find_map(|a| {
        same.strip_prefix(a)
            .filter(|rest| rest.chars().count() >= 2)
    });
    bare.unwrap_or(&same).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_words_for_every_purpose() {
        let languages = [
            "bg", "hr", "cs", "da", "nl", "en", "et", "fi", "fr", "de", "el", "hu", "ga", "it",
            "lv", "lt", "mt", "pl", "pt", "ro", "sk", "sl", "es", "sv", "cy", "uk", "tr", "ar",
        ];
        for (file, section) in [
            (SHELTERS, "shelter"),
            (SHELTERS, "danger"),
            (SHELTERS, "home"),
            (SHELTERS, "kind"),
            (SHELTERS, "asylum"),
            (SHELTERS, "housing"),
            (SECRETS, "sign"),
            (SECRETS, "field"),
            (YES_NO, "yes"),
            (YES_NO, "no"),
        ] {
            let tags: Vec<&str> = secrecy::lines(file, section).map(|(tag, _)| tag).collect();
            for language in languages {
                assert!(
                    tags.contains(&language),
                    "[{section}] has no words in {language}"
                );
            }
        }
    }

    #[test]
    fn a_phrase_is_found_however_it_is_written() {
        for text in [
            "our refuge is",
            "REFUGE",
            "Ref\u{ad}uge",
            "ｒｅｆｕｇｅ",
            "R e f u g e",
            "Rеfugе",
            "ref&shy;uge",
            "Ref<b></b>uge",
            "safe-house",
            "Safehouses",
            "Women’s Shelter",
            "Frauenhäuser",
            "Zufluchtswohnungen",
            "hébergement d’urgence pour femmes",
            "CASA RIFUGIO",
            "en el البيت الآمن",
            "ودار إيواء",
        ] {
            assert!(SHELTER.find(&Text::new(text)).is_some(), "{text}");
        }
        for text in [
            "refugee",
            "réfugiés",
            "refugees are welcome",
            "a house",
            "rifugiati",
            "food bank",
            "",
        ] {
            assert_eq!(SHELTER.find(&Text::new(text)), None, "{text}");
        }
    }

    #[test]
    fn yes_is_yes_however_it_is_spelled() {
        for yes in [
            "TRUE", "yes", "Y", "1", "x", "X", "✓", "Ja", "Oui", "SÍ", "tak", "ναι", "نعم",
            " true ",
        ] {
            assert_eq!(yes_or_no(yes), Some(true), "{yes}");
        }
        for no in ["FALSE", "no", "N", "0", "Nein", "NULL", "لا"] {
            assert_eq!(yes_or_no(no), Some(false), "{no}");
        }
        assert_eq!(yes_or_no("perhaps"), None);
        assert!(is_no("") && is_no(" - ") && !is_no("perhaps"));
    }
}
