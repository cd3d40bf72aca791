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
///
/// Where the words are `own`, this program's, a tag that is not known is meant as it is.
pub(crate) fn tag(word: &str, known: &BTreeMap<String, String>, own: bool) -> Option<String> {
    let lower = word.to_lowercase();
    let by_code = CODES.iter().find(|(code, _)| *code == lower);
    let found = known.get(&lower).or_else(|| known.get(by_code?.1));
    if found.is_none() && own && content::language::with_subtags(word).is_some() {
        return Some(word.to_owned());
    }
    let first = lower.split(['-', '_']).next().unwrap_or_default();
    found
        .or_else(|| known.get(first).filter(|_| first.len() == 2))
        .cloned()
}

/// The code of ISO 639 that a BCP 47 tag begins with: two or three letters. HSDS has room for no more.
pub(crate) fn code(tag: &str) -> Option<String> {
    let mut subtags = tag.split('-');
    let first = subtags.next().unwrap_or_default();
    let is_code = matches!(first.len(), 2 | 3) && first.bytes().all(|b| b.is_ascii_alphabetic());
    let rest = |s: &str| matches!(s.len(), 1..=8) && s.bytes().all(|b| b.is_ascii_alphanumeric());
    (is_code && subtags.all(rest)).then(|| first.to_ascii_lowercase())
}
