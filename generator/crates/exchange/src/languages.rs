//! Codes of three letters (ISO 639-2 and 639-3) that feeds use for languages, and the tags of two that this program knows.

use std::collections::BTreeMap;

/// Code and tag.
const CODES: &[(&str, &str)] = &[
    ("amh", "am"),
    ("ara", "ar"),
    ("arb", "ar"),
    ("ben", "bn"),
    ("bos", "bs"),
    ("bul", "bg"),
    ("cat", "ca"),
    ("ces", "cs"),
    ("chi", "zh"),
    ("cym", "cy"),
    ("cze", "cs"),
    ("dan", "da"),
    ("deu", "de"),
    ("dut", "nl"),
    ("ell", "el"),
    ("eng", "en"),
    ("est", "et"),
    ("fas", "fa"),
    ("fin", "fi"),
    ("fra", "fr"),
    ("fre", "fr"),
    ("ger", "de"),
    ("gle", "ga"),
    ("gre", "el"),
    ("guj", "gu"),
    ("hau", "ha"),
    ("heb", "he"),
    ("hin", "hi"),
    ("hrv", "hr"),
    ("hun", "hu"),
    ("ita", "it"),
    ("kur", "ku"),
    ("lav", "lv"),
    ("lit", "lt"),
    ("nep", "ne"),
    ("nld", "nl"),
    ("nob", "nb"),
    ("nor", "no"),
    ("pan", "pa"),
    ("per", "fa"),
    ("pes", "fa"),
    ("pol", "pl"),
    ("por", "pt"),
    ("pus", "ps"),
    ("ron", "ro"),
    ("rum", "ro"),
    ("rus", "ru"),
    ("slk", "sk"),
    ("slo", "sk"),
    ("slv", "sl"),
    ("som", "so"),
    ("spa", "es"),
    ("sqi", "sq"),
    ("alb", "sq"),
    ("srp", "sr"),
    ("swa", "sw"),
    ("swe", "sv"),
    ("tam", "ta"),
    ("tha", "th"),
    ("tir", "ti"),
    ("tur", "tr"),
    ("ukr", "uk"),
    ("urd", "ur"),
    ("vie", "vi"),
    ("wel", "cy"),
    ("yor", "yo"),
    ("zho", "zh"),
];

/// The tag that a code or name stands for: as `known` has it, by its code of three letters, or by its first part (`en-GB`).
pub(crate) fn tag<'k>(word: &str, known: &'k BTreeMap<String, String>) -> Option<&'k String> {
    let word = word.to_lowercase();
    let code = CODES.iter().find(|(code, _)| *code == word);
    let first = word.split(['-', '_']).next().unwrap_or_default();
    known
        .get(&word)
        .or_else(|| known.get(code?.1))
        .or_else(|| known.get(first).filter(|_| first.len() == 2))
}
