//! What the form of a telephone number depends on: the country.
//!
//! Dialling codes are ITU-T E.164's; the lengths of national numbers are those of the countries' numbering plans (for the United Kingdom
//! Ofcom's National Telephone Numbering Plan: ten digits, in a few cases nine, after the `0`; Childline's `0800 1111` has seven).

/// How a country writes telephone numbers.
#[derive(Clone, Copy, Debug)]
pub struct Country {
    /// ISO 3166-1 code.
    pub code: &'static str,
    /// Dialling code, without `+`.
    pub dialling: &'static str,
    /// What a national number begins with and an international one drops.
    pub trunk: &'static str,
    /// Fewest and most digits of a national number, the trunk prefix counted in.
    pub digits: (usize, usize),
    /// Most digits of a short number such as 999, 111, 116 123 or a text code.
    pub short: usize,
}

/// The codes of all countries that the program knows.
pub fn codes() -> impl Iterator<Item = &'static str> {
    COUNTRIES.iter().map(|c| c.code)
}

/// The country of `code`, if the program knows it.
pub fn find(code: &str) -> Option<&'static Country> {
    COUNTRIES.iter().find(|c| c.code == code)
}

const COUNTRIES: &[Country] = &[
    country("AT", "43", "0", (8, 14)),
    country("BE", "32", "0", (9, 10)),
    country("CH", "41", "0", (10, 10)),
    country("CZ", "420", "", (9, 9)),
    country("DE", "49", "0", (6, 13)),
    country("DK", "45", "", (8, 8)),
    country("ES", "34", "", (9, 9)),
    country("FI", "358", "0", (6, 12)),
    country("FR", "33", "0", (10, 10)),
    country("GB", "44", "0", (8, 11)),
    country("GR", "30", "", (10, 10)),
    country("IE", "353", "0", (8, 11)),
    country("IT", "39", "", (6, 11)),
    country("NL", "31", "0", (8, 11)),
    country("NO", "47", "", (5, 8)),
    country("PL", "48", "", (9, 9)),
    country("PT", "351", "", (9, 9)),
    country("RO", "40", "0", (10, 10)),
    country("SE", "46", "0", (7, 13)),
];

const fn country(
    code: &'static str,
    dialling: &'static str,
    trunk: &'static str,
    digits: (usize, usize),
) -> Country {
    Country {
        code,
        dialling,
        trunk,
        digits,
        short: 6,
    }
}

impl Country {
    /// The number in the form that a link takes (`+442476223284`, or `999` for a short number), or what is wrong with it.
    ///
    /// Spaces, hyphens, dots and brackets are for people and drop out.
    pub fn dialled(&self, number: &str) -> Result<String, String> {
        let number = number.trim();
        let strange = number
            .chars()
            .find(|c| !c.is_ascii_digit() && !" -.()+".contains(*c));
        if let Some(c) = strange {
            return Err(format!("`{c}` cannot stand in a telephone number"));
        }
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        if number.starts_with('+') {
            return match digits.len() {
                8..=15 => Ok(format!("+{digits}")),
                n => Err(format!(
                    "an international number has 8 to 15 digits, this has {n}"
                )),
            };
        }
        let national = !self.trunk.is_empty() && digits.starts_with(self.trunk);
        if !national && (3..=self.short).contains(&digits.len()) {
            return Ok(digits);
        }
        let (fewest, most) = self.digits;
        if !digits.starts_with(self.trunk) {
            return Err(format!("a number begins with `{}` here", self.trunk));
        }
        if !(fewest..=most).contains(&digits.len()) {
            return Err(format!(
                "a number has {fewest} to {most} digits here, this has {}",
                digits.len()
            ));
        }
        Ok(format!("+{}{}", self.dialling, &digits[self.trunk.len()..]))
    }
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn british_numbers() {
        let gb = find("GB").unwrap();
        assert_eq!(gb.dialled("024 7622 3284").unwrap(), "+442476223284");
        assert_eq!(gb.dialled("0800 1111").unwrap(), "+448001111");
        assert_eq!(gb.dialled("116 123").unwrap(), "116123");
        assert_eq!(gb.dialled("999").unwrap(), "999");
        assert!(gb.dialled("024 7622 32845 9").is_err());
        assert!(gb.dialled("024 76").is_err());
        assert!(gb.dialled("'02476223284'").is_err());
        assert!(gb.dialled("24 7622 3284").is_err());
    }
}
