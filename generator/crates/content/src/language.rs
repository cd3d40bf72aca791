//! Languages: their tags, direction, and name in themselves.
//!
//! Direction comes from this table and not from a library, because one in use takes `pa` for right-to-left: Punjabi is written in Gurmukhi here,
//! left to right. Names are CLDR's autonyms, with a capital where the language writes one at the start of a line.

use document::Direction;

/// A language that the program knows by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// BCP 47 tag.
    pub tag: &'static str,
    /// Its name in itself.
    pub name: &'static str,
    /// How its script runs.
    pub direction: Direction,
}

impl Language {
    /// The language of `tag`, if it is in the table.
    pub fn find(tag: &str) -> Option<&'static Language> {
        LANGUAGES.iter().find(|l| l.tag == tag)
    }
}

/// The language that a tag such as `zh-Hant` or `pt-BR` begins with, and what the tag says more: a script, a region. `None` where the
/// language is not in the table or the rest is no script or region as BCP 47 writes them.
pub fn with_subtags(tag: &str) -> Option<(&'static Language, &str)> {
    let (first, rest) = tag.split_once('-')?;
    let is = |part: &str, length, fits: fn(&u8) -> bool| {
        part.len() == length && part.as_bytes().iter().all(fits)
    };
    let is_script = |part: &str| {
        part.len() == 4
            && part.is_ascii()
            && is(&part[..1], 1, u8::is_ascii_uppercase)
            && is(&part[1..], 3, u8::is_ascii_lowercase)
    };
    let is_region =
        |part: &str| is(part, 2, u8::is_ascii_uppercase) || is(part, 3, u8::is_ascii_digit);
    let fits = match rest.split_once('-') {
        Some((script, region)) => is_script(script) && is_region(region),
        None => is_script(rest) || is_region(rest),
    };
    let language = Language::find(first)?;
    fits.then_some((language, rest))
}

/// Every tag in the table, for suggestions.
pub fn tags() -> impl Iterator<Item = &'static str> {
    LANGUAGES.iter().map(|l| l.tag)
}

const fn ltr(tag: &'static str, name: &'static str) -> Language {
    Language {
        tag,
        name,
        direction: Direction::LeftToRight,
    }
}

const fn rtl(tag: &'static str, name: &'static str) -> Language {
    Language {
        tag,
        name,
        direction: Direction::RightToLeft,
    }
}

/// The languages of Europe's states and those that its newcomers bring most.
const LANGUAGES: &[Language] = &[
    ltr("am", "አማርኛ"),
    rtl("ar", "العربية"),
    ltr("bg", "Български"),
    ltr("bn", "বাংলা"),
    ltr("bs", "Bosanski"),
    ltr("ca", "Català"),
    rtl("ckb", "کوردیی ناوەندی"),
    ltr("cs", "Čeština"),
    ltr("cy", "Cymraeg"),
    ltr("da", "Dansk"),
    ltr("de", "Deutsch"),
    ltr("el", "Ελληνικά"),
    ltr("en", "English"),
    ltr("es", "Español"),
    ltr("et", "Eesti"),
    rtl("fa", "فارسی"),
    ltr("fi", "Suomi"),
    ltr("fr", "Français"),
    ltr("ga", "Gaeilge"),
    ltr("gu", "ગુજરાતી"),
    ltr("ha", "Hausa"),
    rtl("he", "עברית"),
    ltr("hi", "हिन्दी"),
    ltr("hr", "Hrvatski"),
    ltr("hu", "Magyar"),
    ltr("hy", "Հայերեն"),
    ltr("it", "Italiano"),
    ltr("ka", "ქართული"),
    ltr("kmr", "Kurmancî"),
    ltr("ln", "Lingála"),
    ltr("lt", "Lietuvių"),
    ltr("lv", "Latviešu"),
    ltr("mk", "Македонски"),
    ltr("ml", "മലയാളം"),
    ltr("mt", "Malti"),
    ltr("nb", "Norsk bokmål"),
    ltr("ne", "नेपाली"),
    ltr("nl", "Nederlands"),
    ltr("om", "Oromoo"),
    ltr("pa", "ਪੰਜਾਬੀ"),
    ltr("pl", "Polski"),
    rtl("ps", "پښتو"),
    ltr("pt", "Português"),
    ltr("ro", "Română"),
    ltr("ru", "Русский"),
    ltr("rw", "Ikinyarwanda"),
    ltr("si", "සිංහල"),
    ltr("sk", "Slovenčina"),
    ltr("sl", "Slovenščina"),
    ltr("so", "Soomaali"),
    ltr("sq", "Shqip"),
    ltr("sr", "Српски"),
    ltr("sv", "Svenska"),
    ltr("sw", "Kiswahili"),
    ltr("ta", "தமிழ்"),
    ltr("th", "ไทย"),
    ltr("ti", "ትግርኛ"),
    ltr("tl", "Tagalog"),
    ltr("tr", "Türkçe"),
    ltr("uk", "Українська"),
    rtl("ur", "اردو"),
    ltr("vi", "Tiếng Việt"),
    ltr("yo", "Yorùbá"),
    ltr("zh", "中文"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gurmukhi_runs_left_to_right() {
        assert_eq!(
            Language::find("pa").map(|l| l.direction),
            Some(Direction::LeftToRight)
        );
    }

    #[test]
    fn scripts_and_regions_are_told_from_other_words() {
        let read = |tag| with_subtags(tag).map(|(language, rest)| (language.tag, rest));
        assert_eq!(read("zh-Hant"), Some(("zh", "Hant")));
        assert_eq!(read("pt-BR"), Some(("pt", "BR")));
        assert_eq!(read("sr-Latn-RS"), Some(("sr", "Latn-RS")));
        assert_eq!(read("es-419"), Some(("es", "419")));
        for other in [
            "en", "en_GB", "en-gb", "xx-Latn", "en-", "-", "ar-éabc", "zh-hant", "en-GB-GB",
        ] {
            assert_eq!(read(other), None, "{other}");
        }
    }

    #[test]
    fn the_table_is_sorted_and_has_no_tag_twice() {
        assert!(LANGUAGES.windows(2).all(|w| w[0].tag < w[1].tag));
    }

    #[test]
    fn the_documentation_lists_every_language_and_country() {
        let text = include_str!("../../../../docs/content-format.md");
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let languages = LANGUAGES.iter().map(|l| format!("`{}` {}", l.tag, l.name));
        let countries = crate::country::codes().map(|code| format!("`{code}`"));
        let (languages, countries): (Vec<_>, Vec<_>) = (languages.collect(), countries.collect());
        assert!(text.contains(&format!("(`languages`): {}.", languages.join(", "))));
        assert!(text.contains(&format!("(`country`): {}.", countries.join(", "))));
    }
}
