//! Single characters as people type them: which capital letter, digit or gap each one means.

/// What a character means inside a postcode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A capital letter A-Z or a digit 0-9.
    Symbol(u8),
    /// An Ethiopic ten (1 … 9): tens and units are written apart there, and there is no zero.
    Tens(u8),
    /// An Ethiopic unit (1 … 9).
    Unit(u8),
    /// A space, a hyphen, punctuation or an invisible mark.
    Gap,
}

/// The zeros of the scripts that have ten digits in a row.
const ZEROS: [u32; 17] = [
    0x0660, // Arabic-Indic
    0x06F0, // Persian, Urdu
    0x07C0, // N'Ko
    0x0966, // Devanagari
    0x09E6, // Bengali
    0x0A66, // Gurmukhi
    0x0AE6, // Gujarati
    0x0BE6, // Tamil
    0x0C66, // Telugu
    0x0CE6, // Kannada
    0x0D66, // Malayalam
    0x0E50, // Thai
    0x0ED0, // Lao
    0x0F20, // Tibetan
    0x1040, // Myanmar
    0x17E0, // Khmer
    0xFF10, // full width
];

/// Letters of other alphabets that look like a Latin capital, each with the letter.
const LOOK_ALIKES: [(&str, &str); 4] = [
    // Cyrillic, capital and small.
    ("АВСЕНІЈКМОРԚЅТУХѴԜ", "ABCEHIJKMOPQSTYXVW"),
    ("авсенікморԛѕтухѵԝј", "ABCEHIKMOPQSTYXVWJ"),
    // Greek, capital and small.
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"),
    ("αβεζηικμνορτυχ", "ABEZHIKMNOPTYX"),
];

/// What `character` means; `None` if it cannot be in a postcode.
pub(super) fn meaning(character: char) -> Option<Meaning> {
    if character.is_ascii_alphanumeric() {
        return Some(Meaning::Symbol(character.to_ascii_uppercase() as u8));
    }
    let number = u32::from(character);
    if let Some(zero) = ZEROS
        .iter()
        .find(|zero| (**zero..**zero + 10).contains(&number))
    {
        return Some(Meaning::Symbol(b'0' + (number - zero) as u8));
    }
    match number {
        0xFF21..=0xFF3A => return Some(Meaning::Symbol(b'A' + (number - 0xFF21) as u8)),
        0xFF41..=0xFF5A => return Some(Meaning::Symbol(b'A' + (number - 0xFF41) as u8)),
        0x1369..=0x1371 => return Some(Meaning::Unit((number - 0x1368) as u8)),
        0x1372..=0x137A => return Some(Meaning::Tens((number - 0x1371) as u8)),
        _ => {}
    }
    for (alphabet, latin) in LOOK_ALIKES {
        if let Some(at) = alphabet.chars().position(|letter| letter == character) {
            return Some(Meaning::Symbol(latin.as_bytes()[at]));
        }
    }
    let gap = character.is_ascii_punctuation()
        || character.is_whitespace()
        || matches!(number,
            0x00AD | 0x00B7 | 0x2000..=0x206F | 0x2212
            | 0x060C | 0x061C | 0x0640 | 0x066B | 0x066C | 0x06D4 // Arabic punctuation and marks
            | 0x0964 | 0x1361..=0x1368 // danda, Ethiopic punctuation
            | 0x3001 | 0x3002 | 0x30FB | 0xFE63 | 0xFEFF | 0xFF01..=0xFF0F | 0xFF1A..=0xFF20);
    gap.then_some(Meaning::Gap)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_have_a_letter_for_each_letter() {
        for (alphabet, latin) in LOOK_ALIKES {
            assert_eq!(alphabet.chars().count(), latin.len());
            assert!(alphabet.chars().all(|letter| !letter.is_ascii()));
        }
    }
}
