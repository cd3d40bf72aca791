//! A text as a reader sees it, whatever it was written with: references and escapes decoded, invisible characters left out, digits of
//! every script and compatibility forms replaced by plain ones. Each character keeps the bytes of the text that it came from.

use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// An escape may itself be escaped: `%2525`. Nobody needs more rounds than these.
const ROUNDS: usize = 4;

/// A character and the bytes that it was written with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Letter {
    pub sign: char,
    pub span: Range<usize>,
}

/// The characters that a reader sees in `text`.
pub(super) fn letters(text: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = text
        .char_indices()
        .map(|(at, sign)| Letter {
            sign,
            span: at..at + sign.len_utf8(),
        })
        .collect();
    for _ in 0..ROUNDS {
        let (decoded, changed) = decode(&letters);
        letters = decoded;
        if !changed {
            break;
        }
    }
    letters.iter().flat_map(plain).collect()
}

/// `text` for comparing words: as [`letters`], in lower case, every other sign a single blank.
pub fn words(text: &str) -> String {
    let mut words = String::with_capacity(text.len() + 2);
    // Most texts hold nothing to decode.
    if text.is_ascii() && !text.contains(['&', '%', '\\']) {
        for sign in text.chars().filter(|c| !matches!(c, '\'' | '`')) {
            if sign.is_ascii_alphanumeric() {
                words.push(sign.to_ascii_lowercase());
            } else if !words.ends_with(' ') {
                words.push(' ');
            }
        }
        return words.trim().to_owned();
    }
    for letter in letters(text) {
        if letter.sign.is_alphanumeric() {
            words.extend(
                letter
                    .sign
                    .to_lowercase()
                    .filter(|c| !is_combining_mark(*c)),
            );
        } else if matches!(letter.sign, '\'' | '’' | '`' | '´' | 'ʼ') {
            // "Women's" and "womens" are one word.
        } else if !words.ends_with(' ') {
            words.push(' ');
        }
    }
    words.trim().to_owned()
}

/// The compatibility form of one character without accents and invisible signs.
fn plain(letter: &Letter) -> impl Iterator<Item = Letter> + use<> {
    let span = letter.span.clone();
    // Their compatibility forms are other signs than they look like.
    let sign = match letter.sign {
        'º' | '˚' | '∘' => '°',
        'Ϲ' => 'C',
        'ϲ' => 'c',
        other => other,
    };
    let signs: Vec<char> = match sign {
        sign if invisible(sign) => Vec::new(),
        '’' | '‘' | '′' | 'ʹ' => vec!['\''],
        '″' | '“' | '”' => vec!['"'],
        sign if sign.is_whitespace() && sign != '\n' => vec![' '],
        // Braille's empty pattern and Hangul's filler are blanks too.
        '\u{2800}' | '\u{3164}' | '\u{ffa0}' | '\u{1160}' | '\u{115f}' => vec![' '],
        sign if sign != '\n' && sign.is_control() => vec![' '],
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' | '־' | '᠆' =>
        {
            vec!['-']
        }
        sign => std::iter::once(sign)
            .nfkd()
            .filter(|c| !is_combining_mark(*c) && !invisible(*c))
            .map(digit)
            .collect(),
    };
    signs.into_iter().map(move |sign| Letter {
        sign,
        span: span.clone(),
    })
}

/// Signs that are not seen: joiners, marks of direction, soft hyphens, variation selectors, tags.
fn invisible(sign: char) -> bool {
    matches!(sign,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{640}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// The zeros of scripts that have ten digits in a row.
const ZEROS: [u32; 24] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50,
    0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0xa620, 0x1e950, 0x1fbf0,
];

fn digit(sign: char) -> char {
    let number = u32::from(sign);
    let zero = ZEROS
        .iter()
        .find(|zero| (**zero..**zero + 10).contains(&number));
    zero.and_then(|zero| char::from_digit(number - zero, 10))
        .unwrap_or(sign)
}

/// Letters of other alphabets that look like a Latin one, each with that letter.
const LOOK_ALIKES: [(&str, &str); 7] = [
    // Cyrillic, capital and small.
    ("АВСЕНІЈКМОРԚЅТУХѴԜҮԌЬ", "ABCEHIJKMOPQSTYXVWYGB"),
    ("авсенікморԛѕтухѵԝјһԁӏѡ", "abcehikmopqstyxvwjhdlw"),
    // Greek, capital and small.
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿ", "ABEZHIKMNOPTYXCJ"),
    ("αβεικμνορτυχηγω", "abeikmvoptuxnyw"),
    // Armenian, Cherokee, Lisu.
    ("ՍՕԼԶհոսօց", "UOLQhnuog"),
    ("ᎪᏴᏟᎠᎬᎻᎫᏦᏞᎷᏢᏒᏚᎢᏙᎳᏃᎩ", "ABCDEHJKLMPRSTVWZY"),
    ("ꓐꓚꓓꓰꓝꓖꓧꓲꓙꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜ", "BCDEFGHIJKLMNOPRSTUVWXYZ"),
];

/// Small capitals, which have no compatibility form.
const SMALL_CAPITALS: (&str, &str) = ("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "ABCDEFGHIJKLMNOPRSTUVWYZ");

/// The Latin letter or digit that a reader takes `sign` for.
pub(super) fn latin(sign: char) -> Option<char> {
    if sign.is_ascii_alphanumeric() {
        return Some(sign);
    }
    let number = u32::from(sign);
    let nth = |first: u32| char::from_u32(u32::from('A') + number - first);
    match number {
        // Letters as flags are made of, and letters in black circles and squares.
        0x1f1e6..=0x1f1ff => return nth(0x1f1e6),
        0x1f150..=0x1f169 => return nth(0x1f150),
        0x1f170..=0x1f189 => return nth(0x1f170),
        0x131 => return Some('i'),
        _ => {}
    }
    let alphabets = LOOK_ALIKES.iter().chain([&SMALL_CAPITALS]);
    alphabets
        .filter_map(|(alphabet, latin)| {
            let at = alphabet.chars().position(|letter| letter == sign)?;
            latin.chars().nth(at)
        })
        .next()
}

/// `word` as it looks, where some of its letters are Latin and others only look so.
pub fn latinised(word: &str) -> String {
    let is_latin = |c: char| c.is_ascii_alphabetic();
    if word.is_ascii() || !word.contains(is_latin) {
        return word.to_owned();
    }
    word.chars()
        .map(|c| latin(c).map_or(c, |c| c.to_ascii_lowercase()))
        .collect()
}

/// One round of decoding, and whether it changed anything.
fn decode(letters: &[Letter]) -> (Vec<Letter>, bool) {
    let mut decoded = Vec::with_capacity(letters.len());
    let mut changed = false;
    let mut at = 0;
    while let Some(letter) = letters.get(at) {
        let rest = &letters[at..];
        let found = match letter.sign {
            '&' => reference(rest),
            '%' => percent(rest),
            '\\' => escape(rest),
            _ => None,
        };
        match found {
            Some((signs, length)) => {
                let span = letter.span.start..rest[length - 1].span.end;
                decoded.extend(signs.chars().map(|sign| Letter {
                    sign,
                    span: span.clone(),
                }));
                at += length;
                changed = true;
            }
            None => {
                decoded.push(letter.clone());
                at += 1;
            }
        }
    }
    (decoded, changed)
}

/// HTML's `&#86;`, `&#x56;`, `&nbsp;`; the semicolon may be missing behind a number, as browsers allow.
fn reference(letters: &[Letter]) -> Option<(String, usize)> {
    let text: String = letters.iter().take(12).map(|l| l.sign).collect();
    let name: String = text[1..]
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '#')
        .collect();
    let closed = text[1 + name.len()..].starts_with(';');
    let length = 1 + name.len() + usize::from(closed);
    if let Some(number) = name.strip_prefix('#') {
        let (digits, radix) = match number.strip_prefix(['x', 'X']) {
            Some(hex) => (hex, 16),
            None => (number, 10),
        };
        let sign = char::from_u32(u32::from_str_radix(digits, radix).ok()?)?;
        return Some((sign.to_string(), length));
    }
    let (_, sign) = NAMED.iter().find(|(known, _)| *known == name)?;
    closed.then(|| (sign.to_string(), length))
}

/// The named references that can be in an address or hide one.
const NAMED: [(&str, char); 36] = [
    ("nbsp", ' '),
    ("ensp", ' '),
    ("emsp", ' '),
    ("emsp13", ' '),
    ("emsp14", ' '),
    ("numsp", ' '),
    ("puncsp", ' '),
    ("thinsp", ' '),
    ("hairsp", ' '),
    ("Tab", ' '),
    ("NewLine", ' '),
    ("shy", '\u{ad}'),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("lrm", '\u{200e}'),
    ("rlm", '\u{200f}'),
    ("amp", '&'),
    ("AMP", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("ndash", '-'),
    ("mdash", '-'),
    ("hyphen", '-'),
    ("dash", '-'),
    ("minus", '-'),
    ("period", '.'),
    ("comma", ','),
    ("sol", '/'),
    ("num", '#'),
    ("percnt", '%'),
    ("plus", '+'),
    ("deg", '°'),
    ("colon", ':'),
    ("commat", '@'),
];

/// `%C3%A9`: bytes of UTF-8.
fn percent(letters: &[Letter]) -> Option<(String, usize)> {
    let mut bytes = Vec::new();
    let mut rest = letters;
    while let [sign, high, low, ..] = rest
        && sign.sign == '%'
        && let (Some(high), Some(low)) = (high.sign.to_digit(16), low.sign.to_digit(16))
    {
        bytes.push((high * 16 + low) as u8);
        rest = &rest[3..];
    }
    if bytes.is_empty() {
        return None;
    }
    // The bytes before one that is none of UTF-8 still say something.
    let text = String::from_utf8_lossy(&bytes).into_owned();
    Some((text, bytes.len() * 3))
}

/// `\u0020`, `\U00000020`, `\u{20}`, `\x20`, as TOML, JSON and programs write them.
fn escape(letters: &[Letter]) -> Option<(String, usize)> {
    let text: String = letters.iter().take(12).map(|l| l.sign).collect();
    let body = &text[1..];
    let (digits, length) = if let Some(braced) = body.strip_prefix("u{") {
        let digits = &braced[..braced.find('}')?];
        (digits.to_owned(), digits.len() + 4)
    } else {
        let wanted = match body.chars().next()? {
            'u' => 4,
            'U' => 8,
            'x' => 2,
            _ => return None,
        };
        let digits: String = body.chars().skip(1).take(wanted).collect();
        (digits.len() == wanted).then_some(())?;
        (digits, wanted + 2)
    };
    let code = u32::from_str_radix(&digits, 16).ok()?;
    if (0xd800..0xdc00).contains(&code) {
        // JSON's two halves of one character.
        let next: String = letters
            .iter()
            .skip(length)
            .take(6)
            .map(|l| l.sign)
            .collect();
        let low = u32::from_str_radix(next.strip_prefix("\\u")?, 16).ok()?;
        let low = low.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
        let sign = char::from_u32(0x1_0000 + ((code - 0xd800) << 10) + low)?;
        return Some((sign.to_string(), length + 6));
    }
    Some((char::from_u32(code)?.to_string(), length))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        letters(text).into_iter().map(|l| l.sign).collect()
    }

    #[test]
    fn a_text_is_what_a_reader_sees() {
        for (text, seen) in [
            ("C&#86;1&nbsp;2HL", "CV1 2HL"),
            ("C&#x56;1&amp;nbsp;2HL", "CV1 2HL"),
            ("CV1%202HL", "CV1 2HL"),
            ("CV1%25202HL", "CV1 2HL"),
            ("\\u0043V1\\u00202HL", "CV1 2HL"),
            ("\\ud835\\udc02V1", "CV1"),
            ("ＣＶ１　２ＨＬ", "CV1 2HL"),
            ("CV1\u{200b}\u{a0}2\u{ad}HL", "CV1 2HL"),
            ("CV١–٢HL", "CV1-2HL"),
            ("𝐂𝐕𝟏 Ⓒ ⁵", "CV1 C 5"),
            ("100 % sure & more \\n %zz", "100 % sure & more \\n %zz"),
        ] {
            assert_eq!(shown(text), seen, "{text}");
        }
    }

    #[test]
    fn spans_are_those_of_the_text() {
        let text = "a &#86;\u{200b}b";
        let letters = letters(text);
        let spans: Vec<&str> = letters.iter().map(|l| &text[l.span.clone()]).collect();
        assert_eq!(spans, ["a", " ", "&#86;", "b"]);
    }

    #[test]
    fn words_are_compared_without_case_accents_and_signs() {
        assert_eq!(words("Women’s Aid: Ref\u{ad}UGE"), "womens aid refuge");
        assert_eq!(words("Frauenhäuser — Azyl"), "frauenhauser azyl");
        assert_eq!(words("بَيْتٌ آمِن"), "بيت امن");
    }

    #[test]
    fn the_tables_have_a_letter_for_each_letter() {
        for (alphabet, latin) in LOOK_ALIKES.iter().chain([&SMALL_CAPITALS]) {
            assert_eq!(
                alphabet.chars().count(),
                latin.chars().count(),
                "{alphabet}"
            );
        }
    }

    #[test]
    fn nothing_makes_it_panic() {
        for text in [
            "&",
            "&#",
            "%",
            "%4",
            "\\",
            "\\u",
            "\\u{",
            "\\ud800",
            "&#xffffffff;",
            "%ff%fe",
            "\\u{110000}",
            "\\u00é0x",
        ] {
            letters(text);
        }
    }
}
