//! Where a link may lead. The one place that decides what may be in an `href`.

use crate::model::Target;
use diagnostics::{Code, Diagnostic, nearest};
use text::email::is_email;
use text::web_address;

/// Schemes that are extensions, not addresses.
const EXTENSIONS: [&str; 3] = ["fact", "term", "service"];

/// What a link's destination means.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Destination {
    /// An address.
    Target(Target),
    /// A fact's name.
    Fact(String),
    /// A term's id.
    Term(String),
    /// A service's folder.
    Service(String),
}

/// Reads a destination, entities and escapes already resolved.
pub(super) fn read(destination: &str) -> Result<Destination, Diagnostic> {
    let forbidden =
        |message: String, hint: &str| Err(Diagnostic::new(Code::BadLinkScheme, message).hint(hint));
    // Browsers drop tabs and line breaks and take `\` for `/`, so that `java&Tab;script:` and `\\elsewhere.example` would lead astray.
    if destination.contains(|c: char| c.is_control() || c == '\\')
        || destination.trim() != destination
    {
        return forbidden(
            "a link with signs that no address has".to_owned(),
            "copy the address again, without spaces around it",
        );
    }
    if destination.is_empty() || destination == "#" {
        return forbidden(
            "a link that leads nowhere".to_owned(),
            "write where it leads between the brackets `(…)`",
        );
    }
    let Some(scheme_end) = scheme_end(destination) else {
        if destination.starts_with("//") {
            return forbidden(
                format!("`{destination}` leads to another site without saying how"),
                "begin it with `https://`",
            );
        }
        return Ok(Destination::Target(match destination.split_once('#') {
            Some(("", anchor)) => Target::Anchor(anchor.to_owned()),
            Some((path, anchor)) => Target::Page {
                path: path.to_owned(),
                anchor: Some(anchor.to_owned()),
            },
            None => Target::Page {
                path: destination.to_owned(),
                anchor: None,
            },
        }));
    };
    let scheme = destination[..scheme_end].to_ascii_lowercase();
    let rest = &destination[scheme_end + 1..];
    Ok(match scheme.as_str() {
        "fact" => Destination::Fact(rest.to_owned()),
        "term" => Destination::Term(rest.to_owned()),
        "service" => Destination::Service(rest.to_owned()),
        "https" | "http" => {
            let url = format!("{scheme}:{rest}");
            if let Err(fault) = web_address::check(&url) {
                return forbidden(format!("`{destination}` {}", fault.what()), fault.hint());
            }
            Destination::Target(Target::External(url))
        }
        "mailto" => {
            if !is_email(rest) {
                return forbidden(
                    format!("`{rest}` is no email address"),
                    "write the address alone, `mailto:name@example.org`, without a subject",
                );
            }
            Destination::Target(Target::Email(rest.to_owned()))
        }
        "tel" => match telephone(rest) {
            Some(number) => Destination::Target(Target::Telephone(number)),
            None => {
                return Err(Diagnostic::new(
                    Code::BadTelephone,
                    format!("`{rest}` is no telephone number"),
                )
                .hint("write it in digits, `tel:08088010503` or `tel:+448088010503`"));
            }
        },
        _ => {
            if let Some(known) = nearest(&scheme, EXTENSIONS) {
                return Err(Diagnostic::new(
                    Code::UnknownExtension,
                    format!("`{scheme}:` is not a kind of link"),
                )
                .hint(format!("did you mean `{known}:`?")));
            }
            return forbidden(
                format!("links may not begin with `{scheme}:`"),
                "a link begins with `https:`, `http:`, `mailto:`, `tel:`, `fact:`, `term:` or `service:`, or is a path such as `../health/`",
            );
        }
    })
}

/// Whether a picture's source is a path, as it must be.
pub(super) fn is_path(source: &str) -> bool {
    !source.is_empty()
        && scheme_end(source).is_none()
        && !source.starts_with("//")
        && !source.contains(|c: char| c.is_control() || c == '\\')
}

/// The place of the colon that ends a scheme. Whatever a browser could take for a scheme is one, well-formed or not.
fn scheme_end(destination: &str) -> Option<usize> {
    let colon = destination.find(':')?;
    (!destination[..colon].contains(['/', '?', '#'])).then_some(colon)
}

/// The number without what only helps reading (RFC 3966 calls them visual separators).
fn telephone(number: &str) -> Option<String> {
    let mut plain = String::new();
    for c in number.replace("%20", "").chars() {
        match c {
            '0'..='9' => plain.push(c),
            '+' if plain.is_empty() => plain.push(c),
            ' ' | '-' | '.' | '(' | ')' => {}
            _ => return None,
        }
    }
    // Three digits are the shortest number one can ring; ITU-T E.164 allows fifteen at most.
    let digits = plain.trim_start_matches('+').len();
    (3..=15).contains(&digits).then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(destination: &str) -> Option<Target> {
        match read(destination) {
            Ok(Destination::Target(target)) => Some(target),
            _ => None,
        }
    }

    fn code(destination: &str) -> Option<Code> {
        read(destination).err().map(|d| d.code)
    }

    #[test]
    fn addresses_are_told_apart() {
        for (destination, expected) in [
            (
                "HTTPS://www.gov.uk/a?b#c",
                Target::External("https://www.gov.uk/a?b#c".into()),
            ),
            (
                "mailto:help@example.org",
                Target::Email("help@example.org".into()),
            ),
            (
                "tel:+44-808%20801-0503",
                Target::Telephone("+448088010503".into()),
            ),
            ("tel:999", Target::Telephone("999".into())),
            ("#notice", Target::Anchor("notice".into())),
            (
                "../health/#gp",
                Target::Page {
                    path: "../health/".into(),
                    anchor: Some("gp".into()),
                },
            ),
            (
                "./12:30/",
                Target::Page {
                    path: "./12:30/".into(),
                    anchor: None,
                },
            ),
        ] {
            assert_eq!(target(destination), Some(expected), "{destination}");
        }
    }

    #[test]
    fn what_could_run_or_lead_astray_is_refused() {
        for destination in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "java\tscript:alert(1)",
            " javascript:alert(1)",
            "\u{1}javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:x",
            ":x",
            "//elsewhere.example",
            "\\\\elsewhere.example",
            "https:elsewhere.example",
            "https://",
            "https://www.gov.uk@elsewhere.example/",
            "https://bücher.example/",
            "https://example.org/x،",
            "https://example.org/a b",
            "https://example.org/a\u{200b}b",
            "mailto:help@example.org،",
            "mailto:a@example.org?bcc=b@example.org",
            "mailto:nobody",
            "",
            "#",
        ] {
            assert_eq!(
                code(destination),
                Some(Code::BadLinkScheme),
                "{destination:?}"
            );
        }
    }

    #[test]
    fn numbers_that_cannot_be_rung_are_refused() {
        for destination in [
            "tel:",
            "tel:99",
            "tel:0800-HELP-NOW",
            "tel:1234567890123456",
        ] {
            assert_eq!(code(destination), Some(Code::BadTelephone), "{destination}");
        }
    }

    #[test]
    fn slips_in_the_name_of_an_extension_are_named() {
        let diagnostic = read("fcat:move_on_period").unwrap_err();
        assert_eq!(diagnostic.code, Code::UnknownExtension);
        assert_eq!(diagnostic.hint.as_deref(), Some("did you mean `fact:`?"));
    }
}
