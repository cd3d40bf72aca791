//! Names as they are compared: what is written differently and meant the same becomes the same.
//!
//! The tables hold what the languages of European cities and of the people who come to them need; the whole
//! of Unicode's decompositions would weigh more than the finder.

/// Latin letters with accents, small and capital, and what they are compared as.
const LATIN: [(&str, &str); 21] = [
    ("àáâãäåāăąǎÀÁÂÃÄÅĀĂĄǍ", "a"),
    ("æÆ", "ae"),
    ("çćĉċčÇĆĈĊČ", "c"),
    ("ďđðĎĐÐ", "d"),
    ("èéêëēĕėęěÈÉÊËĒĔĖĘĚ", "e"),
    ("ĝğġģĜĞĠĢ", "g"),
    ("ĥħĤĦ", "h"),
    ("ìíîïĩīĭįıÌÍÎÏĨĪĬĮİ", "i"),
    ("ĵĴ", "j"),
    ("ķĶ", "k"),
    ("ĺļľŀłĹĻĽĿŁ", "l"),
    ("ñńņňÑŃŅŇ", "n"),
    ("òóôõöøōŏőÒÓÔÕÖØŌŎŐ", "o"),
    ("œŒ", "oe"),
    ("ŕŗřŔŖŘ", "r"),
    ("śŝşšșŚŜŞŠȘ", "s"),
    ("ß", "ss"),
    ("ţťŧțŢŤŦȚ", "t"),
    ("ùúûüũūŭůűųÙÚÛÜŨŪŬŮŰŲ", "u"),
    ("ýÿŷÝŸŶ", "y"),
    ("źżžŹŻŽ", "z"),
];

/// Letters of the Arabic script that are written for each other, and what they are compared as.
const ARABIC: [(&str, char); 6] = [
    ("أإآٱٲٳ", 'ا'),
    ("ىئیێېۍے", 'ي'),
    ("ةهەہھۀە", 'ه'),
    ("ؤۆۇۊ", 'و'),
    ("کڪ", 'ك'),
    ("ڕ", 'ر'),
];

/// Rows of Ethiopic letters that sound like another row: first of the row, first of the row it is compared as.
const ETHIOPIC: [(u32, u32); 5] = [
    (0x1210, 0x1200),
    (0x1280, 0x1200),
    (0x1220, 0x1230),
    (0x12D0, 0x12A0),
    (0x1340, 0x1338),
];

/// The text as it is compared: lower case, without accents and marks, Arabic letters in their plain form, digits as 0-9,
/// `saint` as `st`, everything else a single space.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars() {
        match class(character) {
            Class::Letter(letter) => folded.push(letter),
            Class::Letters(letters) => folded.push_str(letters),
            Class::Nothing => {}
            Class::Space => folded.push(' '),
        }
    }
    let words = folded.split(' ').filter(|word| !word.is_empty());
    let words: Vec<&str> = words
        .map(|word| if word == "saint" { "st" } else { word })
        .collect();
    words.join(" ")
}

enum Class {
    Letter(char),
    Letters(&'static str),
    /// A mark that does not part words.
    Nothing,
    Space,
}

fn class(character: char) -> Class {
    if character.is_ascii_alphanumeric() {
        return Class::Letter(character.to_ascii_lowercase());
    }
    let number = u32::from(character);
    match number {
        // Apostrophes of all kinds (King's Heath, Kings Heath) and the soft hyphen.
        0x27 | 0x60 | 0xAD | 0xB4 | 0x02BB..=0x02BF | 0x2018..=0x201B => return Class::Nothing,
        0..0x80 | 0xA0..=0xBF | 0x2010..=0x2029 | 0x202F..=0x205F | 0x3000..=0x3003 => {
            return Class::Space;
        }
        0x060C | 0x061B | 0x061F | 0x06D4 | 0x0964 | 0x1361..=0x1368 => return Class::Space,
        // Combining marks, Arabic vowel marks and lengthening, joiners and marks of direction.
        0x0300..=0x036F
        | 0x0610..=0x061A
        | 0x061C
        | 0x0640
        | 0x064B..=0x065F
        | 0x0670
        | 0x06D6..=0x06ED => {
            return Class::Nothing;
        }
        0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0xFE00..=0xFE0F | 0xFEFF => {
            return Class::Nothing;
        }
        // Cyrillic and Greek capitals.
        0x0410..=0x042F | 0x0391..=0x03A9 => return letter(number + 0x20),
        0x0400..=0x040F => return letter(number + 0x50),
        0x0660..=0x0669 => return letter(number - 0x0660 + 0x30),
        0x06F0..=0x06F9 => return letter(number - 0x06F0 + 0x30),
        0x0A66..=0x0A6F => return letter(number - 0x0A66 + 0x30),
        0xFF10..=0xFF19 | 0xFF41..=0xFF5A => return letter(number - 0xFEE0),
        0xFF21..=0xFF3A => return letter(number - 0xFEE0 + 0x20),
        _ => {}
    }
    if let Some((_, plain)) = LATIN
        .iter()
        .find(|(letters, _)| letters.contains(character))
    {
        return Class::Letters(plain);
    }
    if let Some((_, plain)) = ARABIC
        .iter()
        .find(|(letters, _)| letters.contains(character))
    {
        return Class::Letter(*plain);
    }
    match ETHIOPIC
        .iter()
        .find(|(row, _)| (*row..row + 7).contains(&number))
    {
        Some((row, plain)) => letter(number - row + plain),
        None => Class::Letter(character),
    }
}

fn letter(number: u32) -> Class {
    char::from_u32(number).map_or(Class::Nothing, Class::Letter)
}
