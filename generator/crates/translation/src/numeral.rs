//! Numbers as they are written: digits of many scripts, and the separators of many countries.

/// The digit zero of the scripts that have ten digits in a row (Unicode, general category Nd).
const ZEROS: [u32; 22] = [
    0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66,
    0xe50, 0xed0, 0xf20, 0x1040, 0x17e0, 0x1810, 0x1946, 0xa620, 0xff10,
];

/// The value of a digit in any of those scripts.
pub(crate) fn digit(c: char) -> Option<char> {
    // Most characters are letters, which this rules out faster than the search below.
    if !c.is_numeric() {
        return None;
    }
    let code = u32::from(c);
    ZEROS
        .iter()
        .find_map(|zero| code.checked_sub(*zero).filter(|value| *value < 10))
        .and_then(|value| char::from_digit(value, 10))
}

/// The value of a number in Ethiopic numerals (U+1369 … U+137C), such as ፳፰ for 28.
pub(crate) fn ethiopic(text: &str) -> Option<u64> {
    let (mut total, mut below) = (0_u64, 0_u64);
    for c in text.chars() {
        let code = u32::from(c);
        match code {
            0x1369..=0x1371 => below += u64::from(code - 0x1368),
            0x1372..=0x137a => below += u64::from(code - 0x1371) * 10,
            0x137b => below = below.max(1).saturating_mul(100),
            0x137c => {
                total = total.saturating_add(below.max(1)).saturating_mul(10_000);
                below = 0;
            }
            _ => return None,
        }
    }
    (!text.is_empty()).then(|| total.saturating_add(below))
}

/// What a written number means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// A number, in Western digits, without separators of thousands and needless zeros; a time of day keeps its colon.
    Number(String),
    /// The month of a date written in digits.
    Month(u8),
}

/// The numbers in a word, such as `1,250.50`, `09/03/2026`, `28–42` or `CV1`.
pub(crate) fn numbers(word: &str) -> Vec<Written> {
    if let Some(value) = ethiopic(word) {
        return vec![Written::Number(value.to_string())];
    }
    let plain: String = word
        .chars()
        .map(|c| digit(c).unwrap_or(c))
        .map(|c| if c == '’' { '\'' } else { c })
        .collect();
    plain
        .split(|c: char| !c.is_ascii_digit() && !".,:/-'٫٬".contains(c))
        .map(|run| run.trim_matches(|c: char| !c.is_ascii_digit()))
        .filter(|run| !run.is_empty())
        .flat_map(run_numbers)
        .collect()
}

fn run_numbers(run: &str) -> Vec<Written> {
    let parts: Vec<&str> = run.split(['.', '/', '-']).collect();
    let all_digits = parts.iter().all(|p| p.bytes().all(|b| b.is_ascii_digit()));
    if let ([a, b, c], true) = (parts.as_slice(), all_digits) {
        let date = match (a.len(), b.len(), c.len()) {
            (1..=2, 1..=2, 4) => Some((a, c)),
            (4, 1..=2, 1..=2) => Some((c, a)),
            _ => None,
        };
        let month = b.parse().ok().filter(|month| (1..=12).contains(month));
        if let (Some((day, year)), Some(month)) = (date, month) {
            return vec![number(day), Written::Month(month), number(year)];
        }
    }
    if let Some((hours, minutes)) = run.split_once(':')
        && hours.len() <= 2
        && minutes.len() == 2
    {
        let Written::Number(hours) = number(hours) else {
            return Vec::new();
        };
        return vec![Written::Number(match minutes {
            "00" => hours,
            _ => format!("{hours}:{minutes}"),
        })];
    }
    run.split(['-', '/', ':']).flat_map(decimal).collect()
}

/// A number with separators of thousands or decimals, which mean one thing in England and the other in Poland. Three digits after the only
/// separator are taken for thousands everywhere: both languages of a comparison are read by the same rule.
fn decimal(text: &str) -> Vec<Written> {
    let is_separator = |c: char| !c.is_ascii_digit();
    let separators: Vec<char> = text.chars().filter(|c| is_separator(*c)).collect();
    let parts: Vec<&str> = text.split(is_separator).collect();
    let Some(last_separator) = separators.last() else {
        return vec![number(text)];
    };
    let (last, groups) = match parts.split_last() {
        Some((last, groups)) => (*last, groups),
        None => return Vec::new(),
    };
    let are_groups = |groups: &[&str]| {
        groups.split_first().is_some_and(|(first, rest)| {
            (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3)
        })
    };
    let same = separators.iter().all(|c| c == last_separator);
    if same && *last_separator != '٫' && parts[0] != "0" && are_groups(&parts) {
        return vec![number(&parts.concat())];
    }
    if (groups.len() == 1 || !same) && (groups.len() == 1 || are_groups(groups)) {
        let decimals = last.trim_end_matches('0');
        let Written::Number(whole) = number(&groups.concat()) else {
            return Vec::new();
        };
        return vec![Written::Number(match decimals {
            "" => whole,
            _ => format!("{whole}.{decimals}"),
        })];
    }
    parts.into_iter().map(number).collect()
}

/// Two digits may begin with a zero for looks (09); longer ones that do are codes (0800).
fn number(digits: &str) -> Written {
    let plain = if digits.len() == 2 {
        digits.strip_prefix('0').unwrap_or(digits)
    } else {
        digits
    };
    Written::Number(plain.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(word: &str) -> Vec<String> {
        numbers(word)
            .into_iter()
            .map(|written| match written {
                Written::Number(number) => number,
                Written::Month(month) => format!("month {month}"),
            })
            .collect()
    }

    #[test]
    fn one_number_is_read_alike_in_every_country_and_script() {
        for (expected, written) in [
            (
                "1250",
                vec![
                    "1250",
                    "1,250",
                    "1.250",
                    "1'250",
                    "١٬٢٥٠",
                    "۱٬۲۵۰",
                    "੧,੨੫੦",
                    "£1,250",
                ],
            ),
            (
                "49.18",
                vec!["49.18", "49,18", "£49.18", "٤٩٫١٨", "49.1800"],
            ),
            ("1234567.5", vec!["1,234,567.50", "1.234.567,5"]),
            ("28", vec!["28", "٢٨", "۲۸", "੨੮", "፳፰", "28%", "28th"]),
            ("9", vec!["09", "9:00", "09:00", "9am", "9.0"]),
            ("9:30", vec!["9:30", "09:30"]),
            ("0800", vec!["0800"]),
            ("0.125", vec!["0.125", "0,125"]),
        ] {
            for word in written {
                assert_eq!(read(word), [expected], "{word}");
            }
        }
    }

    #[test]
    fn dates_and_ranges_come_apart() {
        for date in ["9/3/2026", "09.03.2026", "2026-03-09", "٠٩/٠٣/٢٠٢٦"] {
            assert_eq!(read(date), ["9", "month 3", "2026"], "{date}");
        }
        assert_eq!(read("28-42"), ["28", "42"]);
        assert_eq!(read("13/14/2026"), ["13", "14", "2026"]);
        assert_eq!(read("CV1"), ["1"]);
        assert_eq!(read("፻"), ["100"]);
        assert_eq!(read("፪፻፶"), ["250"]);
        assert_eq!(read("words"), Vec::<String>::new());
    }
}
