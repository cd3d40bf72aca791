//! The formats of texts that JSON Schema names, as far as our schemas use them. Others, such as `uint32`, rule no text.

/// Whether `text` is of the format.
pub fn fits(format: &str, text: &str) -> bool {
    match format {
        "uuid" => like("xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx", text),
        "date" => is_date(text),
        "time" => is_time(text),
        "date-time" => text
            .split_once('T')
            .is_some_and(|(date, time)| is_date(date) && is_time(time)),
        "email" => is_email(text),
        "uri" => is_web_address(text),
        _ => true,
    }
}

/// Whether `text` has the shape: `0` stands for a digit, `x` for a hexadecimal one, anything else for itself.
fn like(shape: &str, text: &str) -> bool {
    let same = |(shape, sign): (u8, u8)| match shape {
        b'0' => sign.is_ascii_digit(),
        b'x' => sign.is_ascii_hexdigit(),
        other => other == sign,
    };
    shape.len() == text.len() && shape.bytes().zip(text.bytes()).all(same)
}

/// The number that is in a text of digits at these bytes.
fn number(text: &str, at: std::ops::Range<usize>) -> u32 {
    text[at].parse().expect("they are digits")
}

/// RFC 3339, `full-date`.
fn is_date(text: &str) -> bool {
    if !like("0000-00-00", text) {
        return false;
    }
    let (year, month, day) = (number(text, 0..4), number(text, 5..7), number(text, 8..10));
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(leap),
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// RFC 3339, `full-time`: a time of day with its offset from UTC.
fn is_time(text: &str) -> bool {
    let fits = |text: &str| number(text, 0..2) < 24 && number(text, 3..5) < 60;
    let Some((time, zone)) = text.split_at_checked(8) else {
        return false;
    };
    let fraction = zone.strip_prefix('.').map_or(zone, |rest| {
        rest.trim_start_matches(|c: char| c.is_ascii_digit())
    });
    let digits = !zone.starts_with('.') || zone.len() - fraction.len() > 1;
    let offset = fraction == "Z"
        || ["+00:00", "-00:00"].iter().any(|s| like(s, fraction)) && fits(&fraction[1..]);
    like("00:00:00", time) && fits(time) && number(time, 6..8) < 61 && digits && offset
}

/// A name and a host with a dot, in ASCII.
fn is_email(text: &str) -> bool {
    let sign = |b: u8| b.is_ascii_graphic() && !b"<>\"(),:;[]\\".contains(&b);
    text.bytes().all(sign)
        && text.split_once('@').is_some_and(|(user, host)| {
            !user.is_empty()
                && !host.contains('@')
                && host.contains('.')
                && host.split('.').all(|label| !label.is_empty())
        })
}

/// RFC 3986, as far as addresses on the web go: a host of a name, only signs that need no escape, and `%` only before two hexadecimal
/// digits.
fn is_web_address(text: &str) -> bool {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let sign = |b: u8| b.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=%".contains(&b);
    let escape = |after: &str| after.get(..2).is_some_and(|two| like("xx", two));
    rest.is_some_and(|rest| {
        !rest.is_empty()
            && !rest.starts_with(['/', '?', '#', ':'])
            && rest.bytes().all(sign)
            && rest.split('%').skip(1).all(escape)
            && rest.matches('#').count() < 2
    })
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn texts_fit_their_formats_or_not() {
        for (format, fitting, others) in [
            (
                "uuid",
                vec!["0190a6c2-1f5e-8d3b-9a77-0F3b77d2a1c9"],
                vec!["0190a6c21f5e8d3b9a770f3b77d2a1c9", "s1", ""],
            ),
            (
                "date",
                vec!["2026-11-21", "2028-02-29"],
                vec![
                    "2026-11-31",
                    "2026-02-29",
                    "2026-13-01",
                    "21-11-2026",
                    "2026-1-1",
                ],
            ),
            (
                "time",
                vec!["09:30:00Z", "23:59:60.5+01:00"],
                vec![
                    "09:30",
                    "24:00:00Z",
                    "09:30:00",
                    "09:30:00.Z",
                    "09:30:00+1:00",
                    "é9:30:00Z",
                ],
            ),
            (
                "date-time",
                vec!["2026-11-21T00:00:00.000Z", "2026-11-21T23:00:00-05:30"],
                vec!["2026-11-21", "2026-11-21 00:00:00Z", "2026-11-31T00:00:00Z"],
            ),
            (
                "email",
                vec!["help@food.example.org"],
                vec![
                    "help",
                    "@example.org",
                    "a@b@example.org",
                    "help@example",
                    "a b@example.org",
                    "ü@example.org",
                ],
            ),
            (
                "uri",
                vec!["https://example.org", "http://example.org:80/a%20b?c='d'#e"],
                vec![
                    "example.org",
                    "https://",
                    "https:///x",
                    "https://example.org/ß",
                    "https://example.org/a b",
                    "https://example.org/100%",
                    "https://example.org/a|b",
                    "https://example.org/[]",
                    "https://example.org/#a#b",
                ],
            ),
            ("uint32", vec!["anything"], vec![]),
        ] {
            for text in fitting {
                assert!(fits(format, text), "{format}: {text}");
            }
            for text in others {
                assert!(!fits(format, text), "{format}: {text}");
            }
        }
    }
}
