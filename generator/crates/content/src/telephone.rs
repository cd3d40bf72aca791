//! Telephone numbers: one rule for records, facts, links in texts and imports.
//!
//! Whether a number can exist is decided by the numbering plans of libphonenumber. Short numbers (999, 111, 116 123, text codes) are not
//! part of these plans and are checked for their length only.

use crate::country::Country;
use diagnostics::{Code, Diagnostic};
use finder::service::PhoneKind;
use phonenumber::{Mode, PhoneNumber};

/// The prefixes of Relay UK, which are before the number of the service.
const RELAY: [&str; 3] = ["18000", "18001", "18002"];

/// Why a number cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong with it.
    pub what: String,
    /// What to write instead.
    pub hint: Option<String>,
}

impl Fault {
    fn new(what: impl Into<String>) -> Self {
        let what = what.into();
        Self { what, hint: None }
    }

    fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The fault of `number`, as it is reported.
    pub fn diagnostic(self, number: &str) -> Diagnostic {
        let number: String = number.chars().map(shown).collect();
        let message = format!("\"{number}\" cannot be a telephone number: {}", self.what);
        let diagnostic = Diagnostic::new(Code::BadTelephone, message);
        match self.hint {
            Some(hint) => diagnostic.hint(hint),
            None => diagnostic.hint("copy it again from the service's own page"),
        }
    }
}

/// The number in the form that a link takes (`+442476223284`, or `999` for a short number), or why nobody can dial it.
///
/// Spaces, hyphens, dots and brackets are for people and drop out.
pub fn dialled(country: &Country, number: &str, kind: PhoneKind) -> Result<String, Fault> {
    let number = number.trim();
    only_digits(country, number, kind)?;
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let british = country.code == "GB";
    if kind == PhoneKind::Relay && !british {
        return Ok(digits);
    }
    if matches!(kind, PhoneKind::Relay | PhoneKind::Textphone)
        && british
        && let Some(prefix) = RELAY.iter().find(|prefix| digits.starts_with(*prefix))
    {
        if digits.len() > prefix.len() {
            voice(country, &digits[prefix.len()..])?;
        }
        return Ok(digits);
    }
    match kind {
        PhoneKind::Text if is_short(country, number, &digits) => Ok(digits),
        PhoneKind::Whatsapp => whole(country, number, &digits),
        _ => voice(country, number),
    }
}

/// A number that people ring: a short one or a whole one.
fn voice(country: &Country, number: &str) -> Result<String, Fault> {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    if !is_short(country, number, &digits) {
        return whole(country, number, &digits);
    }
    // Ofcom: three digits, the harmonised numbers 116 xxx, and 118 xxx; everything else that short receives text messages.
    let rung = digits.len() == 3 || (digits.len() == 6 && digits.starts_with("11"));
    if country.code == "GB" && !rung {
        return Err(Fault::new("so short a number cannot be rung").hint(
            "where it takes text messages, write `kind = \"text\"` (in `facts.toml`: `unit = \"sms\"`)",
        ));
    }
    Ok(digits)
}

/// Whether it is a number such as 999, 116 123 or a text code, which has neither trunk prefix nor dialling code.
fn is_short(country: &Country, number: &str, digits: &str) -> bool {
    let national = !country.trunk.is_empty() && digits.starts_with(country.trunk);
    !national && !number.starts_with('+') && (3..=country.short).contains(&digits.len())
}

/// A number of the country's plan, or of another country's behind `+`.
fn whole(country: &Country, number: &str, digits: &str) -> Result<String, Fault> {
    let code = country.code;
    let international = number.starts_with('+');
    let found = parsed(country, number);
    let instead = found.as_ref().map(|n| format!("write \"{}\"", national(n)));
    let advised = |what: String| Fault {
        what,
        hint: instead.clone(),
    };
    let trunk = country.trunk;
    if let Some(rest) = digits.strip_prefix(country.dialling)
        && international
        && !trunk.is_empty()
        && rest.starts_with(trunk)
    {
        let what = format!(
            "the `{trunk}` behind +{} is dialled only without it",
            country.dialling
        );
        return Err(advised(what));
    }
    if !international && digits.starts_with("00") && trunk != "00" {
        return Err(advised(
            "the code of a country stands behind `+`, not `00`".to_owned(),
        ));
    }
    if !international && !digits.starts_with(trunk) {
        return Err(advised(format!("a number begins with `{trunk}` here")));
    }
    match found {
        Some(number) => Ok(number.format().mode(Mode::E164).to_string()),
        None => Err(Fault::new(format!(
            "it has {} digits, and no number {} is like it; a digit is missing, too many or wrong",
            digits.len(),
            match international {
                true => "with this code of a country".to_owned(),
                false => format!("of the country {code}"),
            }
        ))),
    }
}

/// The number, where it can exist.
fn parsed(country: &Country, number: &str) -> Option<PhoneNumber> {
    let region = country.code.parse().ok();
    let found = phonenumber::parse(region, number).ok()?;
    (phonenumber::is_valid(&found) && found.extension().is_none()).then_some(found)
}

/// As people of the number's own country write it; numbers of another country keep their code.
fn national(number: &PhoneNumber) -> String {
    number.format().mode(Mode::National).to_string()
}

/// Refuses every sign that is no part of a number, and says where the words beside a number belong.
fn only_digits(country: &Country, number: &str, kind: PhoneKind) -> Result<(), Fault> {
    let fits = |c: char| c.is_ascii_digit() || " -.()+".contains(c);
    let Some(at) = number.find(|c| !fits(c)) else {
        let plus = number.rfind('+');
        return match plus.is_some_and(|at| at > 0) {
            true => Err(Fault::new("`+` stands only at the beginning")),
            false => Ok(()),
        };
    };
    let strange = number[at..].chars().next().unwrap_or_default();
    let fault = Fault::new(format!("`{}` cannot stand in it", shown(strange)));
    if shown(strange) != strange.to_string() {
        return Err(fault.hint("type the number again instead of pasting it"));
    }
    let before = number[..at].trim_end_matches(|c: char| " -.(+".contains(c));
    if dialled(country, before, kind).is_err() {
        return Err(match letter_for(strange) {
            Some(digit) => fault.hint(format!("write the digit {digit} instead of the letter")),
            None => fault,
        });
    }
    let rest = number[before.len()..].trim();
    let two = rest.bytes().filter(u8::is_ascii_digit).count() >= 3
        && !rest.to_ascii_lowercase().contains("ext")
        && !strange.eq_ignore_ascii_case(&'x');
    Err(fault.hint(match two {
        true => format!(
            "write one number each: \"{before}\" here, and the other in full in a `[[phone]]` or fact of its own"
        ),
        false => format!("write \"{before}\", and put \"{rest}\" into `label`"),
    }))
}

/// The digit that a letter was typed for.
fn letter_for(letter: char) -> Option<char> {
    match letter {
        'O' | 'o' => Some('0'),
        'I' | 'l' | 'i' => Some('1'),
        'S' => Some('5'),
        'B' => Some('8'),
        _ => None,
    }
}

/// A sign as a message names it: what cannot be seen, or not be told from a blank, by its code point.
fn shown(sign: char) -> String {
    let blank = sign.is_whitespace() && sign != ' ';
    match blank || text::invisible::is_invisible(sign) {
        true => format!("U+{:04X}", u32::from(sign)),
        false => sign.to_string(),
    }
}

#[cfg(test)]
mod tests;
