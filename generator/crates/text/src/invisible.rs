//! Characters that nobody sees, and that change what is seen or what is copied: marks of direction, zero-width characters, controls.
//!
//! U+202E before "42" shows "24"; a soft hyphen in a telephone number is dialled wrongly by some telephones; a zero-width space in a name
//! hides it from a search. What is seen must be what was written, so all of them are faults, with two exceptions that scripts need:
//! U+200C and U+200D within words of scripts whose letters join, and the selectors and joiners of emoji.

use std::ops::Range;

/// An invisible character where none may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invisible {
    /// Its bytes; of an escape such as `\u202E` or `&#8238;`, those of the whole escape.
    pub range: Range<usize>,
    /// The character.
    pub character: char,
    /// Whether it was written as an escape.
    pub escaped: bool,
}

impl Invisible {
    /// `U+202E (right-to-left override)`.
    pub fn name(&self) -> String {
        name(self.character).unwrap_or_default()
    }

    /// Whether it begins or ends a turned or embedded order, so that only a person can say which order was meant.
    pub fn turns_order(&self) -> bool {
        matches!(self.character, '\u{202a}'..='\u{202e}')
    }
}

/// Every invisible character of `text` that may not be there, in order. Escapes of TOML and Fluent (`\u202E`), of Markdown and XML
/// (`&#x202E;`, `&shy;`) count as the characters that they stand for.
pub fn find(text: &str) -> Vec<Invisible> {
    let mut found = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '\\' | '&' => {
                if let Some((character, length)) = escape(&text[at..])
                    && is_invisible(character)
                    && !is_needed(character, &text[..at], &text[at + length..])
                {
                    let range = at..at + length;
                    found.push(Invisible {
                        range,
                        character,
                        escaped: true,
                    });
                }
            }
            c if c.is_ascii() && !c.is_ascii_control() => {}
            c if is_invisible(c) => {
                let range = at..at + c.len_utf8();
                if !is_needed(c, &text[..at], &text[range.end..]) {
                    found.push(Invisible {
                        range,
                        character: c,
                        escaped: false,
                    });
                }
            }
            _ => {}
        }
    }
    found
}

/// `text` without what [`find`] reports in it; escapes stay.
pub fn without(text: &str) -> String {
    replaced(text, |_| Some(String::new()))
}

/// `text` without what [`find`] reports in it, but for what turns the order of the characters around it; escapes stay.
pub fn without_harmless(text: &str) -> String {
    replaced(text, |found| (!found.turns_order()).then(String::new))
}

/// `text` with `U+202E` for what [`find`] reports in it, for messages; escapes stay.
pub fn named(text: &str) -> String {
    replaced(text, |found| {
        Some(format!("U+{:04X}", u32::from(found.character)))
    })
}

/// `text` with what `replacement` gives for each unescaped invisible character; `None` leaves it.
fn replaced(text: &str, replacement: impl Fn(&Invisible) -> Option<String>) -> String {
    let mut visible = String::with_capacity(text.len());
    let mut at = 0;
    for found in find(text).iter().filter(|found| !found.escaped) {
        if let Some(instead) = replacement(found) {
            visible.push_str(&text[at..found.range.start]);
            visible.push_str(&instead);
            at = found.range.end;
        }
    }
    visible.push_str(&text[at..]);
    visible
}

/// `U+202E (right-to-left override)` for a character that nobody sees; `None` for every other.
pub fn name(c: char) -> Option<String> {
    is_invisible(c).then(|| format!("U+{:04X} ({})", u32::from(c), words(c)))
}

/// Whether nobody sees the character, blanks and line ends aside: Unicode's `Cc`, `Cf` without the visible signs of Arabic numbers, line
/// and paragraph separators, noncharacters, and other code points with the property `Default_Ignorable_Code_Point`.
pub fn is_invisible(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => false,
        c if c.is_control() => true,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{70f}' | '\u{115f}' | '\u{1160}' => true,
        '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' => true,
        '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => true,
        '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' => true,
        '\u{2800}' | '\u{fff0}'..='\u{fffc}' => true,
        '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}' => true,
        '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}' => true,
        _ => false,
    }
}

fn words(c: char) -> &'static str {
    match c {
        '\u{ad}' => "soft hyphen",
        '\u{61c}' => "Arabic letter mark",
        '\u{200b}' => "zero-width space",
        '\u{200c}' => "zero-width non-joiner",
        '\u{200d}' => "zero-width joiner",
        '\u{200e}' => "left-to-right mark",
        '\u{200f}' => "right-to-left mark",
        '\u{2028}' => "line separator",
        '\u{2029}' => "paragraph separator",
        '\u{202a}' => "left-to-right embedding",
        '\u{202b}' => "right-to-left embedding",
        '\u{202c}' => "end of an embedding or override",
        '\u{202d}' => "left-to-right override",
        '\u{202e}' => "right-to-left override",
        '\u{2060}' => "word joiner",
        '\u{2066}' => "left-to-right isolate",
        '\u{2067}' => "right-to-left isolate",
        '\u{2068}' => "first strong isolate",
        '\u{2069}' => "end of an isolate",
        '\u{feff}' => "zero-width no-break space",
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => "variation selector",
        '\u{e0000}'..='\u{e007f}' => "tag character",
        c if c.is_control() => "control character",
        '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}' => "noncharacter",
        _ => "invisible character",
    }
}

/// Whether a script needs the character between what is before and after it.
fn is_needed(c: char, before: &str, after: &str) -> bool {
    let (previous, next) = (before.chars().next_back(), after.chars().next());
    match c {
        '\u{200c}' | '\u{200d}' => {
            let joins = previous.is_some_and(is_joining);
            // At the end of a word too: "ه‍" in Arabic, a final virama in Malayalam.
            let word =
                next.is_none_or(|n| is_joining(n) || !(n.is_alphanumeric() || is_invisible(n)));
            let emoji = c == '\u{200d}'
                && previous.is_some_and(|p| is_emoji(p) || is_selector(p))
                && next.is_some_and(is_emoji);
            joins && word || emoji
        }
        '\u{fe0e}' | '\u{fe0f}' => previous.is_some_and(|p| {
            is_emoji(p) || (matches!(p, '0'..='9' | '#' | '*') && next == Some('\u{20e3}'))
        }),
        // Variants of Chinese characters in names.
        '\u{fe00}'..='\u{fe02}' | '\u{e0100}'..='\u{e01ef}' => previous
            .is_some_and(|p| matches!(p, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')),
        _ => false,
    }
}

/// Letters and marks, but no digits, of scripts that join or stack: Arabic, Syriac, N'Ko, the Indic scripts, Sinhala, Tibetan, Myanmar, Khmer
/// and Mongolian.
fn is_joining(c: char) -> bool {
    let script = matches!(
        c,
        '\u{600}'..='\u{7ff}'
            | '\u{840}'..='\u{dff}'
            | '\u{f00}'..='\u{109f}'
            | '\u{1780}'..='\u{18af}'
            | '\u{a8e0}'..='\u{a8ff}'
            | '\u{a9e0}'..='\u{a9ff}'
            | '\u{aa60}'..='\u{aa7f}'
            | '\u{fb50}'..='\u{fdff}'
            | '\u{fe70}'..='\u{fefc}'
    );
    let punctuation = matches!(
        c,
        '\u{600}'..='\u{60f}' | '\u{61b}'..='\u{61f}' | '\u{66a}'..='\u{66d}' | '\u{6d4}' | '\u{6dd}' | '\u{700}'..='\u{70d}' | '\u{964}' | '\u{965}'
    );
    script && !punctuation && !c.is_numeric() && !is_invisible(c)
}

/// Characters that are or can be shown as emoji, digits aside.
fn is_emoji(c: char) -> bool {
    matches!(
        c,
        '©' | '®' | '‼' | '⁉' | '™' | 'ℹ' | '〰' | '〽' | '㊗' | '㊙'
            | '\u{2190}'..='\u{21ff}'
            | '\u{2300}'..='\u{23ff}'
            | '\u{24c2}'
            | '\u{25a0}'..='\u{27bf}'
            | '\u{2934}'..='\u{2935}'
            | '\u{2b00}'..='\u{2bff}'
            | '\u{1f000}'..='\u{1faff}'
    )
}

fn is_selector(c: char) -> bool {
    c == '\u{fe0f}'
}

/// The character that an escape at the beginning of `text` stands for, and the escape's length.
fn escape(text: &str) -> Option<(char, usize)> {
    if let Some(rest) = text.strip_prefix("\\u") {
        return hexadecimal(rest, 4).map(|c| (c, 6));
    }
    if let Some(rest) = text.strip_prefix("\\U") {
        // TOML writes eight digits, Fluent six.
        return hexadecimal(rest, 8)
            .map(|c| (c, 10))
            .or_else(|| hexadecimal(rest, 6).map(|c| (c, 8)));
    }
    let rest = text.strip_prefix('&')?;
    let (name, _) = rest
        .get(..rest.len().min(40))
        .unwrap_or(rest)
        .split_once(';')?;
    let character = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)?
        }
        None => match name {
            "shy" => '\u{ad}',
            "ZeroWidthSpace"
            | "NegativeVeryThinSpace"
            | "NegativeThinSpace"
            | "NegativeMediumSpace"
            | "NegativeThickSpace" => '\u{200b}',
            "zwnj" => '\u{200c}',
            "zwj" => '\u{200d}',
            "lrm" => '\u{200e}',
            "rlm" => '\u{200f}',
            "NoBreak" => '\u{2060}',
            "ApplyFunction" | "af" => '\u{2061}',
            "InvisibleTimes" | "it" => '\u{2062}',
            "InvisibleComma" | "ic" => '\u{2063}',
            _ => return None,
        },
    };
    Some((character, name.len() + 2))
}

fn hexadecimal(text: &str, digits: usize) -> Option<char> {
    let digits = text.get(..digits)?;
    let all = digits.bytes().all(|b| b.is_ascii_hexdigit());
    all.then(|| {
        u32::from_str_radix(digits, 16)
            .ok()
            .and_then(char::from_u32)
    })?
}

#[cfg(test)]
mod tests;
