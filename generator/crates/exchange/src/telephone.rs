//! Telephone numbers out of what feeds write in a number's place.

use content::country::Country;
use content::telephone::dialled;
use finder::service::PhoneKind;

/// A number that can be dialled, and the words that were beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// As people read it; [`dialled`] takes it.
    pub number: String,
    /// What else was said of it, if anything.
    pub words: Option<String>,
    /// How it was mended, if it had to be.
    pub mended: Option<&'static str>,
}

/// Fewer digits behind a whole number are the end of another one that shares its beginning: `0121 496 0123 / 124`.
const TAIL: usize = 6;

/// What is said of a number behind which there is a piece of another.
const LEFT: &str =
    "what follows it seems to be the end of another number and was left out; write that one whole";

/// Every number in `text`, or why there is none.
///
/// A number is one by the rule that records are held to: what is left of a text after cutting may be none.
///
/// # Errors
/// Why nothing in it can be dialled; also where a spreadsheet has rounded it.
pub fn numbers(text: &str, country: &Country, kind: PhoneKind) -> Result<Vec<Found>, String> {
    let text = crate::plain::line(text);
    if is_rounded(&text) {
        return Err("a spreadsheet has rounded it; format the column as text".to_owned());
    }
    let mut found: Vec<Found> = Vec::new();
    let mut problem = None;
    for part in text.split(['/', ';', '|']).flat_map(|p| p.split(" or ")) {
        match one(part, country, kind) {
            Ok(Some(number)) => {
                let digits = |n: &str| n.bytes().filter(u8::is_ascii_digit).count();
                match found.last_mut() {
                    Some(before)
                        if digits(&number.number) < TAIL && digits(&before.number) > TAIL =>
                    {
                        before.mended = Some(LEFT);
                    }
                    _ => found.push(number),
                }
            }
            Ok(None) => {}
            Err(why) => match found.last_mut() {
                Some(before) => before.mended = Some(LEFT),
                None => problem = Some(why),
            },
        }
    }
    match (found.is_empty(), problem) {
        (false, _) => Ok(found),
        (true, Some(why)) => Err(why),
        (true, None) => Err("there is no number in it".to_owned()),
    }
}

/// `2.47677E+11`.
fn is_rounded(text: &str) -> bool {
    text.char_indices().any(|(at, sign)| {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let rest = text[at + sign.len_utf8()..].trim_start_matches('+');
        matches!(sign, 'e' | 'E')
            && digit(text[..at].chars().next_back())
            && digit(rest.chars().next())
    })
}

fn one(part: &str, country: &Country, kind: PhoneKind) -> Result<Option<Found>, String> {
    let part = crate::plain::unquoted(part);
    let Some(start) = part.find(|c: char| c.is_ascii_digit() || c == '+' || c == '(') else {
        return Ok(None);
    };
    let fits = |c: char| c.is_ascii_digit() || " +()-.".contains(c);
    let end = part[start..]
        .find(|c| !fits(c))
        .map_or(part.len(), |i| start + i);
    let raw = part[start..end].trim_end_matches(|c: char| !c.is_ascii_digit() && c != ')');
    if raw.bytes().filter(u8::is_ascii_digit).count() < 3 {
        return Ok(None);
    }
    let mut mended = None;
    // "+44 (0)24": the zero in brackets is dialled only without the code of the country.
    let mut number = raw.replace("(0)", " ");
    if let Some(rest) = number.strip_prefix("00") {
        number = format!("+{rest}");
    }
    let mut number = number
        .trim()
        .trim_end_matches(['(', '-', '.', ' '])
        .to_owned();
    if number.matches('(').count() != number.matches(')').count() {
        number = number.replace(['(', ')'], "");
    }
    number = number.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Err(fault) = dialled(country, &number, kind) {
        // A spreadsheet takes the first zero for nothing.
        let with_trunk = format!("{}{number}", country.trunk);
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        if number.starts_with('+') || digits < 9 || dialled(country, &with_trunk, kind).is_err() {
            return Err(fault.what);
        }
        number = with_trunk;
        mended = Some("its first digit was missing and was put back");
    }
    let before = part[..start].trim_matches(|c: char| !c.is_alphanumeric());
    let after = part[end..].trim_matches(|c: char| !c.is_alphanumeric());
    let plain = [
        "tel",
        "telephone",
        "phone",
        "t",
        "call",
        "mobile",
        "mob",
        "ring",
    ];
    let words: Vec<&str> = [before, after]
        .into_iter()
        .filter(|w| !w.is_empty() && !plain.contains(&w.to_lowercase().as_str()))
        .collect();
    Ok(Some(Found {
        number,
        words: (!words.is_empty()).then(|| words.join(", ")),
        mended,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use content::country::find;

    fn read(text: &str) -> Vec<(String, Option<String>)> {
        let found = numbers(text, find("GB").unwrap(), PhoneKind::Voice).unwrap();
        found.into_iter().map(|f| (f.number, f.words)).collect()
    }

    #[test]
    fn numbers_are_found_in_dirt() {
        assert_eq!(read("'0121 496 0123'"), [("0121 496 0123".into(), None)]);
        assert_eq!(
            read("Tel: 0121 496 0123 (ask for the duty desk)"),
            [("0121 496 0123".into(), Some("ask for the duty desk".into()))]
        );
        assert_eq!(
            read("+44 (0)121 496 0123"),
            [("+44 121 496 0123".into(), None)]
        );
        assert_eq!(read("00441214960123"), [("+441214960123".into(), None)]);
        assert_eq!(
            read("0121 496 0123 / 0121 496 0124"),
            [
                ("0121 496 0123".into(), None),
                ("0121 496 0124".into(), None)
            ]
        );
        assert_eq!(
            read("0121 496 0123 / 0124"),
            [("0121 496 0123".into(), None)]
        );
        assert_eq!(read("(0121) 496 0123"), [("(0121) 496 0123".into(), None)]);
        assert_eq!(read("1214960123"), [("01214960123".into(), None)]);
        assert_eq!(
            read("0121 496 0123 ext 45"),
            [("0121 496 0123".into(), Some("ext 45".into()))]
        );
    }

    #[test]
    fn what_is_no_number_is_none() {
        let gb = find("GB").unwrap();
        assert!(numbers("ask at the desk", gb, PhoneKind::Voice).is_err());
        assert!(numbers("0121 49", gb, PhoneKind::Voice).is_err());
        assert!(numbers("", gb, PhoneKind::Voice).is_err());
        assert!(numbers("1.63296E+09", gb, PhoneKind::Voice).is_err());
        assert!(numbers("1.63296E09", gb, PhoneKind::Voice).is_err());
    }
}
