//! Beginnings of postcodes, by which a region is named: `CV`, `EH1`, `CV1 2`, `041`.

use super::{Code, Format};

/// The beginning of postcodes of one format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// A part that the format has: `B` is not the beginning of `BL1`.
    Part(Code),
    /// The first signs, where they end between two parts.
    Signs(String),
}

impl Format {
    /// What `text` is the beginning of.
    #[must_use]
    pub fn beginning(&self, text: &str) -> Beginning {
        let mut key = text.to_ascii_uppercase();
        key.retain(|sign| sign.is_ascii_alphanumeric());
        // Nothing is put right here: these are settings, not what somebody typed in a hurry.
        let candidates = self.read(text).candidates.into_iter();
        let mut parts = candidates.filter(|code| code.key == key);
        match parts.next() {
            Some(code) => Beginning::Part(code),
            None => Beginning::Signs(key),
        }
    }

    /// Whether `code` begins so.
    #[must_use]
    pub fn begins(&self, code: &Code, beginning: &Beginning) -> bool {
        match beginning {
            Beginning::Part(part) => self.part(code, part.level).as_ref() == Some(part),
            Beginning::Signs(signs) => code.key.starts_with(signs.as_str()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beginnings_are_parts_or_signs() {
        for (country, beginning, within, without) in [
            ("GB", "B", "B1 1AA", "BL1 1AA"),
            ("GB", "eh", "EH1 1AA", "E1 1AA"),
            ("GB", "EH1", "EH1 1AA", "EH11 1AA"),
            ("GB", "CV1 2", "CV1 2HL", "CV12 2HL"),
            ("GB", "CV1 2HL", "CV1 2HL", "CV1 2HN"),
            ("IT", "041", "04100", "40100"),
            ("NL", "30", "3011 AB", "2930 AB"),
            ("NL", "3011", "3011 AB", "3012 AB"),
            ("PL", "00", "00-950", "10-950"),
        ] {
            let format = Format::for_country(country).unwrap();
            let beginning = format.beginning(beginning);
            let begins = |code| format.begins(&format.normalise(code).unwrap(), &beginning);
            assert!(begins(within), "{within}: {beginning:?}");
            assert!(!begins(without), "{without}: {beginning:?}");
        }
    }
}
