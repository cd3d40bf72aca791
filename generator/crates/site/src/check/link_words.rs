//! Links whose words are an address or a number: people copy the words and tap the link, so both must be the same.

use super::Checker;
use content::{country, telephone};
use diagnostics::{Code, Diagnostic};
use document::{Inline, Span, Target, each_inline};
use finder::service::PhoneKind;

/// Endings of documents, which are no ends of hosts' names.
const DOCUMENTS: [&str; 8] = ["csv", "doc", "docx", "odt", "pdf", "txt", "xls", "xlsx"];

impl Checker<'_> {
    /// What is wrong with the links in a section: numbers that nobody can dial, and words that name another place.
    pub(super) fn links<'d>(&self, section: &'d document::Section) -> Vec<(&'d Span, Diagnostic)> {
        let mut found = Vec::new();
        section.for_each_inline(&mut |inline| {
            if let Inline::Link {
                target,
                inlines,
                span,
            } = inline
                && let Some(problem) = self.written_link(target, inlines)
            {
                found.push((span, problem));
            }
        });
        found
    }

    fn written_link(&self, target: &Target, inlines: &[Inline]) -> Option<Diagnostic> {
        let words = plain(inlines);
        match target {
            Target::Telephone(number) => self.telephone(number, &words?),
            Target::Email(address) => {
                let words = words?;
                let said = words.split_whitespace().find(|word| word.contains('@'))?;
                let said = said.trim_matches(|c: char| !c.is_alphanumeric());
                (!said.eq_ignore_ascii_case(address)).then(|| differs(said, address))
            }
            Target::External(url) => {
                let words = words?;
                let (said, host) = (host_in_words(words.trim())?, host(url)?);
                let same = host == said || host.ends_with(&format!(".{said}"));
                (!same).then(|| differs(words.trim(), url))
            }
            Target::Page { .. } | Target::Anchor(_) => None,
        }
    }

    fn telephone(&self, number: &str, words: &str) -> Option<Diagnostic> {
        let country = country::find(&self.site.city.country)?;
        let dialled = match telephone::dialled(country, number, PhoneKind::Voice) {
            Ok(dialled) => dialled,
            Err(fault) => return Some(fault.diagnostic(number)),
        };
        let digits = |text: &str| text.chars().filter_map(digit).collect::<String>();
        let (said, whole) = (digits(words), digits(&dialled));
        let national = whole
            .strip_prefix(country.dialling)
            .filter(|_| dialled.starts_with('+'))
            .map(|rest| format!("{}{rest}", country.trunk));
        let forms = [Some(whole), national];
        let mut forms = forms.iter().flatten();
        let alone = !words.chars().any(char::is_alphabetic);
        let same = match alone {
            true => forms.any(|form| *form == said),
            false => forms.any(|form| said.contains(form.as_str())),
        };
        // A few digits among words may be hours or a count.
        let is_number = said.len() >= if alone { 3 } else { 6 };
        (is_number && !same).then(|| differs(words, number))
    }
}

fn differs(words: &str, link: &str) -> Diagnostic {
    let words = words.trim();
    Diagnostic::new(
        Code::LinkWords,
        format!("the words are `{words}`, and the link behind them leads to `{link}`"),
    )
    .hint("look up which of them is right, and write it in both places")
}

/// The letters of a link; `None` where something is in it whose words are elsewhere.
fn plain(inlines: &[Inline]) -> Option<String> {
    let mut words = Some(String::new());
    each_inline(inlines, &mut |inline| match (inline, &mut words) {
        (Inline::Text(text) | Inline::Code(text), Some(words)) => words.push_str(text),
        (Inline::SoftBreak | Inline::HardBreak, Some(words)) => words.push(' '),
        (Inline::Fact { .. } | Inline::Picture { .. }, _) => words = None,
        _ => {}
    });
    words
}

/// The digit that a sign is, also in Arabic and Persian.
fn digit(sign: char) -> Option<char> {
    let zero = match sign {
        '0'..='9' => return Some(sign),
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6f0}'..='\u{6f9}' => 0x6f0,
        _ => return None,
    };
    char::from_digit(u32::from(sign) - zero, 10)
}

/// The host of an address, without `www.`.
fn host(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://")?;
    let host = rest
        .split(['/', '?', '#', ':'])
        .next()?
        .to_ascii_lowercase();
    Some(host.strip_prefix("www.").unwrap_or(&host).to_owned())
}

/// The host in words that are an address, such as `www.example.org/help`; `None` for other words.
fn host_in_words(words: &str) -> Option<String> {
    if words.contains("://") {
        return host(words);
    }
    let host = host(&format!("https://{words}"))?;
    let (name, ending) = host.rsplit_once('.')?;
    let written = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    let is_host = !name.is_empty()
        && name.chars().all(written)
        && ending.len() >= 2
        && ending.bytes().all(|b| b.is_ascii_alphabetic())
        && !DOCUMENTS.contains(&ending);
    is_host.then_some(host)
}

#[cfg(test)]
mod tests {
    use super::{host, host_in_words};

    #[test]
    fn only_words_that_are_an_address_have_a_host() {
        for (words, host) in [
            ("www.gov.uk/asylum", Some("gov.uk")),
            ("GOV.UK", Some("gov.uk")),
            ("https://example.org:8000/x", Some("example.org")),
            ("the form (form.pdf)", None),
            ("form.pdf", None),
            ("version 1.2", None),
            ("1.2", None),
            ("help", None),
        ] {
            assert_eq!(host_in_words(words).as_deref(), host, "{words}");
        }
        assert_eq!(
            host("https://www.example.org?x").as_deref(),
            Some("example.org")
        );
    }
}
