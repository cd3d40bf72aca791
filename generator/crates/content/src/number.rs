//! How a country writes numbers and amounts of money.
//!
//! A reader compares a page with a letter in their hand, so every language of a site follows the country's form. In a country with several
//! languages each of them has its own. The facts are those of the Unicode CLDR, release 48: separators, the least number of digits before
//! the first separator of thousands, and where the sign of the currency is. Digits are Western everywhere.

/// How numbers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberForm {
    /// Between the whole and its decimals.
    pub decimal: char,
    /// Between thousands.
    pub group: char,
    /// With how many digits before the last three the separator of thousands begins: 2 where 1234 has none and 12 345 has one.
    least: usize,
    /// The same two signs in amounts of money.
    money: (char, char),
    currency: Sign,
}

/// Where the sign of the currency is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    /// `£5`
    Before,
    /// `€ 5`
    BeforeBlank,
    /// `5 €`
    After,
}

/// U+00A0, a blank at which no line breaks.
const BLANK: char = '\u{a0}';
/// U+202F, the same, narrow.
const NARROW: char = '\u{202f}';

/// The form of a language in a country: the language's own there, or that of the country's first language.
pub fn form(country: &str, language: &str) -> NumberForm {
    use Sign::{After, Before, BeforeBlank};
    let plain = |decimal, group, least, currency| NumberForm {
        decimal,
        group,
        least,
        money: (decimal, group),
        currency,
    };
    match (country, language) {
        ("GB" | "IE", _) => plain('.', ',', 1, Before),
        ("BE", "fr") | ("FR", _) => plain(',', NARROW, 1, After),
        ("BE", "de") => plain(',', '.', 1, After),
        ("NL" | "BE", _) => plain(',', '.', 1, BeforeBlank),
        ("AT", _) => NumberForm {
            money: (',', '.'),
            ..plain(',', BLANK, 1, BeforeBlank)
        },
        ("CH", "fr") => NumberForm {
            money: ('.', NARROW),
            ..plain(',', NARROW, 1, After)
        },
        ("CH", "it") => plain('.', '’', 2, BeforeBlank),
        ("CH", _) => plain('.', '’', 1, BeforeBlank),
        ("CZ" | "FI" | "NO" | "SE", _) => plain(',', BLANK, 1, After),
        ("PL" | "PT", _) => plain(',', BLANK, 2, After),
        ("ES", "ca") | ("IT", "de") => plain(',', '.', 1, After),
        ("ES" | "IT", _) => plain(',', '.', 2, After),
        // Germany, Denmark, Greece, Romania.
        _ => plain(',', '.', 1, After),
    }
}

impl NumberForm {
    /// A number as `facts.toml` has it, `12570.5`: `12,570.5`, `12.570,5`. Decimals stay as they are.
    pub fn number(&self, digits: &str) -> String {
        self.write(digits, (self.decimal, self.group))
    }

    /// An amount with the sign of its currency: `£1,250.50`, `€ 1.250,50`. It has two decimals or none.
    pub fn money(&self, amount: &str, currency: &str) -> String {
        let mut digits = amount.replace('_', "");
        if digits.split_once('.').is_some_and(|(_, d)| d.len() == 1) {
            digits.push('0');
        }
        let amount = self.write(&digits, self.money);
        let sign = sign(currency);
        // A code of letters never touches the digits.
        match self.currency {
            Sign::After => format!("{amount}{BLANK}{sign}"),
            Sign::Before if sign == currency => format!("{amount}{BLANK}{sign}"),
            Sign::Before => format!("{sign}{amount}"),
            Sign::BeforeBlank => format!("{sign}{BLANK}{amount}"),
        }
    }

    fn write(&self, number: &str, (decimal, group): (char, char)) -> String {
        let clean = number.replace('_', "");
        let (whole, decimals) = match clean.split_once('.') {
            Some((whole, decimals)) => (whole, Some(decimals)),
            None => (clean.as_str(), None),
        };
        let digits = whole.trim_start_matches(['-', '+']);
        let mut out = String::from(if whole.starts_with('-') { "-" } else { "" });
        let grouped = digits.len() >= 3 + self.least;
        for (i, digit) in digits.chars().enumerate() {
            if grouped && i > 0 && (digits.len() - i).is_multiple_of(3) {
                out.push(group);
            }
            out.push(digit);
        }
        if let Some(decimals) = decimals {
            out.push(decimal);
            out.push_str(decimals);
        }
        out
    }
}

/// The sign of a currency, or its code.
fn sign(currency: &str) -> &str {
    match currency {
        "GBP" => "£",
        "EUR" => "€",
        "USD" => "$",
        "PLN" => "zł",
        "CZK" => "Kč",
        "DKK" => "kr.",
        "NOK" | "SEK" => "kr",
        code => code,
    }
}

#[cfg(test)]
mod tests {
    use super::form;

    #[test]
    fn amounts_as_each_country_writes_them() {
        for (country, language, currency, written) in [
            ("GB", "en", "GBP", "£1,234.50"),
            ("GB", "pl", "GBP", "£1,234.50"),
            ("GB", "ar", "CHF", "1,234.50\u{a0}CHF"),
            ("IE", "ga", "EUR", "€1,234.50"),
            ("NL", "nl", "EUR", "€\u{a0}1.234,50"),
            ("NL", "en", "EUR", "€\u{a0}1.234,50"),
            ("BE", "nl", "EUR", "€\u{a0}1.234,50"),
            ("BE", "fr", "EUR", "1\u{202f}234,50\u{a0}€"),
            ("BE", "de", "EUR", "1.234,50\u{a0}€"),
            ("FR", "ar", "EUR", "1\u{202f}234,50\u{a0}€"),
            ("DE", "de", "EUR", "1.234,50\u{a0}€"),
            ("AT", "de", "EUR", "€\u{a0}1.234,50"),
            ("CH", "de", "CHF", "CHF\u{a0}1’234.50"),
            ("CH", "fr", "CHF", "1\u{202f}234.50\u{a0}CHF"),
            ("CH", "it", "CHF", "CHF\u{a0}1234.50"),
            ("PL", "pl", "PLN", "1234,50\u{a0}zł"),
            ("CZ", "cs", "CZK", "1\u{a0}234,50\u{a0}Kč"),
            ("SE", "sv", "SEK", "1\u{a0}234,50\u{a0}kr"),
            ("DK", "da", "DKK", "1.234,50\u{a0}kr."),
            ("ES", "es", "EUR", "1234,50\u{a0}€"),
            ("ES", "ca", "EUR", "1.234,50\u{a0}€"),
            ("IT", "it", "EUR", "1234,50\u{a0}€"),
            ("IT", "de", "EUR", "1.234,50\u{a0}€"),
            ("PT", "pt", "EUR", "1234,50\u{a0}€"),
        ] {
            assert_eq!(
                form(country, language).money("1234.5", currency),
                written,
                "{country} {language}"
            );
        }
        assert_eq!(
            form("PL", "pl").money("12345.5", "PLN"),
            "12\u{a0}345,50\u{a0}zł"
        );
    }

    #[test]
    fn numbers_keep_their_digits() {
        let british = form("GB", "en");
        assert_eq!(british.number("999"), "999");
        assert_eq!(british.number("12570"), "12,570");
        assert_eq!(british.number("1_000_000"), "1,000,000");
        assert_eq!(british.number("-8.5"), "-8.5");
        assert_eq!(british.number("+8.5"), "8.5");
        assert_eq!(form("AT", "de").number("12570.5"), "12\u{a0}570,5");
        assert_eq!(form("CH", "fr").number("0.5"), "0,5");
    }
}
