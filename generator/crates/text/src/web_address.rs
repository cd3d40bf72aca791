//! Web addresses: which texts are some, and how one is written where only ASCII may be (RFC 3986).

use crate::invisible;
use std::fmt::Write;
use std::ops::Range;

/// Signs that no address contains, not even one written in another script.
const NEVER: [char; 9] = ['"', '<', '>', '\\', '{', '}', '|', '^', '`'];

/// Punctuation that ends a sentence or a quotation, and was copied with the address before it.
const AFTER: &str = ",;،؛؟۔።፣፤፥፦፧।॥。、，；：！？»”’›…";

/// Why a text is no web address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It begins with neither `http://` nor `https://`, or nothing follows.
    NotWhole,
    /// It names no host.
    NoHost,
    /// Its host is written in other letters than ASCII's.
    ForeignHost,
    /// Its host, or the port behind it, cannot be one.
    BadHost,
    /// It contains a sign that no address contains.
    Sign(char),
    /// It ends in a sign of the sentence around it.
    End(char),
}

impl Fault {
    /// What is wrong, in words that follow the text.
    pub fn what(self) -> String {
        match self {
            Self::NotWhole => "is not a web address".to_owned(),
            Self::NoHost => "names no host".to_owned(),
            Self::ForeignHost => "has a host in other letters than a to z".to_owned(),
            Self::BadHost => "has a host that cannot be one".to_owned(),
            Self::Sign(sign) if sign.is_whitespace() => "contains a blank".to_owned(),
            Self::Sign(sign) => match invisible::name(sign) {
                Some(name) => format!("contains {name}"),
                None => format!("contains `{sign}`, which no address contains"),
            },
            Self::End(sign) => format!("ends in `{sign}`, which belongs to the sentence around it"),
        }
    }

    /// What to do.
    pub fn hint(self) -> &'static str {
        match self {
            Self::NotWhole => "write it whole, \"https://…\"",
            Self::NoHost | Self::BadHost => {
                "after `https://` comes a host of letters, digits, dots and hyphens, without a user's name: \"https://example.org/…\""
            }
            Self::ForeignHost => {
                "if these letters are meant, write the host in its `xn--` form; if they only look like a to z, type the host anew"
            }
            Self::End(_) => "take the sign away, or write it escaped if it belongs to the address",
            Self::Sign(_) => "copy the address from a browser, which escapes such signs",
        }
    }
}

/// Whether `text` is a web address.
///
/// # Errors
/// What it lacks. A user's name before the host is no part of one: it hides where the address leads.
pub fn check(text: &str) -> Result<(), Fault> {
    let never = |c: &char| c.is_whitespace() || NEVER.contains(c) || invisible::name(*c).is_some();
    let authority = authority(text).filter(|a| a.start < text.len());
    let authority = &text[authority.ok_or(Fault::NotWhole)?];
    if let Some(sign) = text.chars().find(never) {
        return Err(Fault::Sign(sign));
    }
    if !authority.is_ascii() {
        return Err(Fault::ForeignHost);
    }
    // The colons of an IPv6 address are in brackets.
    let port = authority.rfind(':').filter(|_| !authority.ends_with(']'));
    let (host, port) = authority.split_at(port.unwrap_or(authority.len()));
    if host.is_empty() {
        return Err(Fault::NoHost);
    }
    let number = host.strip_prefix('[').and_then(|h| h.strip_suffix(']'));
    let fine = match number {
        Some(number) => number
            .bytes()
            .all(|b| b.is_ascii_hexdigit() || b":.".contains(&b)),
        // A full stop at the end makes a host's name absolute; some sites link to themselves like that.
        None => host == "localhost" || is_host_name(host.strip_suffix('.').unwrap_or(host)),
    };
    let port_fine = port.is_empty() || matches!(port[1..].parse::<u16>(), Ok(1..));
    if !fine || !port_fine {
        return Err(Fault::BadHost);
    }
    match text.chars().next_back() {
        Some(sign) if AFTER.contains(sign) => Err(Fault::End(sign)),
        _ => Ok(()),
    }
}

/// Whether `host` is the name of a host on the internet: labels of ASCII letters, digits and hyphens with dots between them.
pub fn is_host_name(host: &str) -> bool {
    let label = |label: &str| {
        let allowed = |b: u8| b.is_ascii_alphanumeric() || b"-_".contains(&b);
        !label.is_empty()
            && label.len() <= 63
            && label.bytes().all(allowed)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    host.contains('.') && host.len() <= 253 && host.split('.').all(label)
}

/// `text`, in which [`check`] finds no fault, as a URI: behind the host, what is not ASCII, brackets, a `%` that escapes nothing and a
/// second `#` are escaped by their bytes in UTF-8. What is escaped already stays as it is.
pub fn escaped(text: &str) -> String {
    let path = authority(text).map_or(0, |a| a.end);
    let mut uri = text[..path].to_owned();
    let mut fragment = false;
    for (at, byte) in text.bytes().enumerate().skip(path) {
        let keep = match byte {
            b'%' => {
                let two = text.as_bytes().get(at + 1..at + 3);
                two.is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit))
            }
            b'#' => !std::mem::replace(&mut fragment, true),
            other => other.is_ascii_alphanumeric() || b"-._~:/?@!$&'()*+,;=".contains(&other),
        };
        if keep {
            uri.push(char::from(byte));
        } else {
            // Writing to a text does not fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

/// Where host and port are in an address.
fn authority(text: &str) -> Option<Range<usize>> {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))?;
    let start = text.len() - rest.len();
    let end = rest
        .find(['/', '?', '#'])
        .map_or(text.len(), |at| start + at);
    Some(start..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_other_scripts_pass_and_become_uris() {
        for (text, uri) in [
            ("https://example.org", "https://example.org"),
            (
                "http://example.org:8000/a%20b?c=d&e='f'#g",
                "http://example.org:8000/a%20b?c=d&e='f'#g",
            ),
            (
                "https://xn--mnchen-3ya.example/straße?q=ü",
                "https://xn--mnchen-3ya.example/stra%C3%9Fe?q=%C3%BC",
            ),
            (
                "https://example.org/100%?a[]=b#c#d",
                "https://example.org/100%25?a%5B%5D=b#c%23d",
            ),
            ("http://[::1]:8000/", "http://[::1]:8000/"),
            ("http://localhost:8000/", "http://localhost:8000/"),
            ("https://example.org./a", "https://example.org./a"),
            ("https://example.org/a_(b)", "https://example.org/a_(b)"),
        ] {
            assert_eq!(check(text), Ok(()), "{text}");
            assert_eq!(escaped(text), uri);
            assert_eq!(escaped(uri), uri);
        }
    }

    #[test]
    fn what_leads_nowhere_is_told_by_what_it_lacks() {
        for (text, fault) in [
            ("example.org", Fault::NotWhole),
            ("ftp://example.org", Fault::NotWhole),
            ("https://", Fault::NotWhole),
            ("https:///x", Fault::NoHost),
            ("https://:80/x", Fault::NoHost),
            ("https://münchen.example/", Fault::ForeignHost),
            ("https://somebody@example.org/", Fault::BadHost),
            ("https://example.org:x/", Fault::BadHost),
            ("https://a[b]/", Fault::BadHost),
            ("https://[example]/", Fault::BadHost),
            ("https://example.org/a b", Fault::Sign(' ')),
            ("https://example.org/a\u{a0}b", Fault::Sign('\u{a0}')),
            ("https://example.org/a\tb", Fault::Sign('\t')),
            ("https://example.org/a|b", Fault::Sign('|')),
            ("https://example.org/\"", Fault::Sign('"')),
            ("https://www.gov.uk@evil.example/", Fault::BadHost),
            ("https://www.gоv.uk/", Fault::ForeignHost),
            ("https://example/", Fault::BadHost),
            ("https://a..example/", Fault::BadHost),
            ("https://-a.example/", Fault::BadHost),
            ("https://https://example.org/", Fault::BadHost),
            ("https://example.org:/", Fault::BadHost),
            ("https://example.org:99999/", Fault::BadHost),
            ("https://example.org/a,", Fault::End(',')),
            ("https://example.org/a،", Fault::End('،')),
            ("https://example.org/a።", Fault::End('።')),
            ("https://example.org/a\u{200b}b", Fault::Sign('\u{200b}')),
            ("https://example.org/\u{202e}b", Fault::Sign('\u{202e}')),
            ("javascript:alert(1)", Fault::NotWhole),
            ("//example.org/", Fault::NotWhole),
        ] {
            assert_eq!(check(text), Err(fault), "{text}");
        }
    }
}
