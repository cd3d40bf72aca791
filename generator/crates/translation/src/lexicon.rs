//! Number words from one to twelve, and the names of the months, in the languages that cities of this kind write.
//!
//! Fingerprints of sources in these languages depend on the tables: whoever changes a form changes the rule ([`crate::RULE`]).

mod tables;

use std::collections::BTreeMap;
use std::sync::LazyLock;
use tables::TABLES;
use unicode_normalization::UnicodeNormalization;

/// Words that only look like a number behind a prefix: Arabic "you are not" is "for six". They are no forms of the tables, so that the
/// rule of fingerprints stays.
const LOOKS_LIKE: [&str; 1] = ["لست"];

/// A number word or month that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// The number, or the month from 1 on.
    pub value: u8,
    /// Whether the word hardly ever means anything else.
    pub sure: bool,
}

/// The words of one language.
pub(crate) struct Lexicon {
    language: &'static str,
    numbers: BTreeMap<String, Found>,
    months: BTreeMap<String, Found>,
    prefixes: &'static [&'static str],
}

static LEXICONS: LazyLock<Vec<Lexicon>> = LazyLock::new(|| {
    let read = |forms: &[&'static str; 12]| {
        (1..)
            .zip(forms)
            .flat_map(|(value, forms)| forms.split('|').map(move |form| (value, form)))
            .filter(|(_, form)| !form.is_empty())
            .map(|(value, form)| {
                let sure = !form.starts_with('?');
                let composed: String = form.trim_start_matches('?').nfc().collect();
                (fold(&composed), Found { value, sure })
            })
            .collect()
    };
    TABLES
        .iter()
        .map(|table| Lexicon {
            language: table.language,
            numbers: read(&table.numbers),
            months: read(&table.months),
            prefixes: table.prefixes,
        })
        .collect()
});

impl Lexicon {
    /// The words of a language, by its BCP 47 tag.
    pub fn of(tag: &str) -> Option<&'static Self> {
        let language = tag.split('-').next().unwrap_or_default();
        LEXICONS
            .iter()
            .find(|lexicon| lexicon.language.eq_ignore_ascii_case(language))
    }

    /// The number that a word means, folded by [`fold`].
    pub fn number(&self, folded: &str) -> Option<Found> {
        self.numbers.get(folded).copied().or_else(|| {
            self.prefixes
                .iter()
                .filter_map(|prefix| folded.strip_prefix(prefix))
                .find_map(|rest| self.numbers.get(rest).copied())
                .map(|found| Found {
                    sure: found.sure && !LOOKS_LIKE.contains(&folded),
                    ..found
                })
        })
    }

    /// The number that two folded words mean together: in Arabic a unit and ten, in Tigrinya ten and a unit.
    pub fn number_pair(&self, first: &str, second: &str) -> Option<Found> {
        if !matches!(self.language, "ar" | "ti") {
            return None;
        }
        let (first, second) = (self.number(first)?.value, self.number(second)?.value);
        let (ten, unit) = match self.language {
            "ar" => (second, first),
            _ => (first, second),
        };
        (ten == 10 && unit < 10).then_some(Found {
            value: 10 + unit,
            sure: true,
        })
    }

    /// The month that a folded word names. In English only with a capital: "you may", "a march".
    pub fn month(&self, folded: &str, has_capital: bool) -> Option<Found> {
        if self.language == "en" && !has_capital {
            return None;
        }
        self.months.get(folded).copied()
    }

    /// The month that two folded words name together.
    pub fn month_pair(&self, first: &str, second: &str) -> Option<Found> {
        // Only Arabic and Sorani have such names, and all begin with one of these letters.
        if !first.starts_with(['ک', 'ت']) {
            return None;
        }
        self.months.get(&format!("{first} {second}")).copied()
    }
}

/// Whether a word begins with a capital.
pub(crate) fn has_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// A word in Unicode's composed form, without what writers of one language write differently: capitals, vowel signs of Arabic script, the
/// two forms of yeh and kaf.
pub(crate) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.chars()
        .flat_map(char::to_lowercase)
        .filter(|c| !matches!(c, '\u{640}' | '\u{64b}'..='\u{652}' | '\u{670}'))
        .map(|c| match c {
            'أ' | 'إ' | 'ٱ' => 'ا',
            'ي' | 'ى' => 'ی',
            'ك' => 'ک',
            _ => c,
        })
        .collect()
}

/// Every form of every language, for the test that keeps the rule as it is.
#[cfg(test)]
pub(crate) fn forms() -> impl Iterator<Item = (&'static str, &'static str)> {
    TABLES.iter().flat_map(|table| {
        [table.numbers, table.months]
            .into_iter()
            .flatten()
            .flat_map(|forms| forms.split('|'))
            .filter(|form| !form.is_empty())
            .map(|form| (table.language, form.trim_start_matches('?')))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_twelve_of_each_and_none_twice() {
        for table in &TABLES {
            let lexicon = Lexicon::of(table.language).unwrap();
            for (forms, found) in [
                (&table.numbers, &lexicon.numbers),
                (&table.months, &lexicon.months),
            ] {
                let count: usize = forms
                    .iter()
                    .flat_map(|f| f.split('|'))
                    .filter(|f| !f.is_empty())
                    .count();
                assert_eq!(
                    found.len(),
                    count,
                    "{}: a form stands twice",
                    table.language
                );
            }
            assert!(table.months.iter().all(|forms| !forms.is_empty()));
        }
    }

    #[test]
    fn tags_forms_and_pairs() {
        let value = |tag: &str, word: &str| {
            Lexicon::of(tag)
                .unwrap()
                .number(&fold(word))
                .map(|f| f.value)
        };
        assert_eq!(value("en-GB", "Twelve"), Some(12));
        assert_eq!(value("ar", "وثلاثةِ"), Some(3));
        assert_eq!(value("ar", "الأربعة"), Some(4));
        assert_eq!(value("ti", "ንሰለስተ"), Some(3));
        assert_eq!(value("pl", "trzech"), Some(3));
        let pair = |tag: &str, a: &str, b: &str| {
            Lexicon::of(tag)
                .unwrap()
                .number_pair(&fold(a), &fold(b))
                .map(|f| f.value)
        };
        assert_eq!(pair("ar", "اثني", "عشر"), Some(12));
        assert_eq!(pair("ti", "ዓሰርተ", "ሓደ"), Some(11));
        assert_eq!(pair("en", "ten", "one"), None);
        assert!(Lexicon::of("nl").is_none());
    }

    #[test]
    fn may_is_a_month_only_with_a_capital() {
        let english = Lexicon::of("en").unwrap();
        assert_eq!(english.month("may", true).map(|f| f.value), Some(5));
        assert_eq!(english.month("may", false), None);
        assert_eq!(
            Lexicon::of("ar")
                .unwrap()
                .month_pair(&fold("تشرين"), &fold("الأول"))
                .map(|f| f.value),
            Some(10)
        );
    }
}
