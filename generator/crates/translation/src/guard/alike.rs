//! Facts that are written differently and are the same.

use super::{Critical, FEWEST_DIGITS};

/// Where a reader ends up, in a form in which equal destinations are equal: a host, a whole email address, the end of a telephone number,
/// which is the same with and without the country's code.
pub(super) fn destination(critical: &Critical) -> Option<String> {
    match critical {
        Critical::Url(url) => {
            let rest = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest);
            let host = rest.split(['/', '?', '#', ':']).next()?.to_lowercase();
            let host = host.trim_end_matches('.');
            Some(host.strip_prefix("www.").unwrap_or(host).to_owned())
        }
        Critical::Email(address) => Some(address.clone()),
        Critical::Telephone(number) => Some(subscriber(number).to_owned()),
        Critical::Struck(critical) => destination(critical),
        Critical::Number(_) | Critical::Month(_) | Critical::Fact(_) | Critical::Council(_) => None,
    }
}

/// The last nine digits of a telephone number, or all of a shorter one.
pub(super) fn subscriber(number: &str) -> &str {
    let digits = number.trim_start_matches('+');
    &digits[digits.len().saturating_sub(FEWEST_DIGITS)..]
}

/// A time of day as it is written in other countries: `9:30` as the number 9.3, and 9.3 as `9:30`.
pub(super) fn time_otherwise(number: &str) -> Option<String> {
    if let Some((hours, minutes)) = number.split_once(':') {
        return Some(format!("{hours}.{}", minutes.trim_end_matches('0')));
    }
    let (hours, minutes) = number.split_once('.')?;
    let fits = hours.parse::<u8>().is_ok_and(|h| h < 24) && minutes.len() <= 2;
    fits.then(|| format!("{hours}:{minutes:0<2}"))
}

/// Whether two numbers ring the same telephone: one with its country's code, the other with the zero that takes its place at home.
pub(super) fn same_line(a: &str, b: &str) -> bool {
    let (abroad, home) = if a.starts_with('+') { (a, b) } else { (b, a) };
    let (Some(abroad), Some(home)) = (abroad.strip_prefix('+'), home.strip_prefix('0')) else {
        return false;
    };
    let code = abroad.len().checked_sub(home.len());
    code.is_some_and(|digits| (1..=3).contains(&digits)) && abroad.ends_with(home)
}
