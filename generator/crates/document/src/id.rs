//! Ids: what one may look like, and how one is made from a heading.

use unicode_normalization::UnicodeNormalization;

/// The longest id made from a heading, in bytes; it is part of addresses that people read aloud.
const LONGEST_SLUG: usize = 40;

/// Whether `text` can be an id: lower-case letters a to z, digits and hyphens, beginning with a letter, not ending with a hyphen.
pub fn is_id(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && !text.ends_with('-')
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// An id made from words: `Twoje żądanie: 24 godziny` becomes `twoje-zadanie-24-godziny`. Words of scripts other than Latin leave nothing;
/// where nothing is left the id is `section`.
pub fn slug(words: &str) -> String {
    let slug = ascii_words(words);
    match slug.as_bytes().first() {
        None => "section".to_owned(),
        Some(first) if first.is_ascii_digit() => format!("s-{slug}"),
        Some(_) => slug,
    }
}

/// `words` in lower-case letters a to z, digits and hyphens, cut off after 40 of them; empty where nothing of them can be written so.
pub fn ascii_words(words: &str) -> String {
    let mut slug = String::new();
    let mut gap = false;
    for c in words.nfkd().flat_map(char::to_lowercase) {
        let folded: &str = match c {
            'a'..='z' | '0'..='9' => &c.to_string(),
            'ł' => "l",
            'ø' => "o",
            'đ' | 'ð' => "d",
            'ı' => "i",
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'þ' => "th",
            // Accents split off by the decomposition, and apostrophes, belong to the word they are in.
            '\'' | '’' | '\u{300}'..='\u{36f}' => continue,
            _ => {
                gap = true;
                continue;
            }
        };
        if gap && !slug.is_empty() {
            slug.push('-');
        }
        gap = false;
        slug.push_str(folded);
    }
    if slug.len() > LONGEST_SLUG {
        let cut = slug[..=LONGEST_SLUG].rfind('-').unwrap_or(LONGEST_SLUG);
        slug.truncate(cut);
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_ids_in_latin_and_other_scripts() {
        for (words, id) in [
            ("Your notice", "your-notice"),
            (
                "Twoje żądanie: 24 godziny — źródło",
                "twoje-zadanie-24-godziny-zrodlo",
            ),
            ("What you’ll need / bring", "what-youll-need-bring"),
            ("24 hours", "s-24-hours"),
            ("سكنك", "section"),
            ("Straße ÆØÅ", "strasse-aeoa"),
            (
                "What to do when your landlord wants you to leave the house",
                "what-to-do-when-your-landlord-wants-you",
            ),
        ] {
            assert_eq!(slug(words), id);
            assert!(is_id(id));
        }
    }

    #[test]
    fn ids_are_plain() {
        for bad in ["", "Notice", "2nd", "-a", "a-", "a_b", "a b", "é"] {
            assert!(!is_id(bad), "{bad}");
        }
    }
}
