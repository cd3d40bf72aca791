//! Email addresses that a mail program opens and a reader can type: the plain form of RFC 5321, in ASCII.

use crate::web_address::is_host_name;

/// Signs besides letters and digits that the name before `@` may hold. RFC 5322 allows more, but what follows `?`, `&` or `%` in a
/// `mailto:` link is not part of the address.
const IN_NAME: &str = "!#$'*+-/=^_`{|}~.";

/// Whether `address` is one email address, with nothing around it.
pub fn is_email(address: &str) -> bool {
    address.split_once('@').is_some_and(|(name, host)| {
        let allowed = |c: char| c.is_ascii_alphanumeric() || IN_NAME.contains(c);
        let dots = name.starts_with('.') || name.ends_with('.') || name.contains("..");
        !name.is_empty() && name.chars().all(allowed) && !dots && is_host_name(host)
    })
}

#[cfg(test)]
mod tests {
    use super::is_email;

    #[test]
    fn one_plain_address_is_one() {
        for address in [
            "help@example.org",
            "first.last+tag@mail.example.co.uk",
            "o'neil@xn--mnchen-3ya.example",
        ] {
            assert!(is_email(address), "{address}");
        }
        for address in [
            "",
            "nobody",
            "@example.org",
            "help@",
            "help@localhost",
            "help@.example.org",
            "help@example..org",
            "help@example.org.",
            "help@example.org،",
            "help@example.org,",
            "a@b@example.org",
            "a b@example.org",
            "a@example.org?bcc=b@example.org",
            "a%0d@example.org",
            "<a@example.org>",
            "a..b@example.org",
            "hеlp@example.org",
            "help@münchen.example",
            "help@example\u{202e}.org",
        ] {
            assert!(!is_email(address), "{address}");
        }
    }
}
