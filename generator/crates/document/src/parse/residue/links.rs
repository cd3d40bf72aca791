//! Brackets that make no link, picture or callout.

use super::{OBJECT, Place, Search, is_foreign_blank};
use crate::id::slug;

/// What destinations of links begin with, and nothing else in brackets does.
const DESTINATIONS: [&str; 11] = [
    "../", "./", "/", "#", "https:", "http:", "mailto:", "tel:", "fact:", "term:", "service:",
];
/// How files of pictures end.
const PICTURES: [&str; 5] = [".svg", ".png", ".jpg", ".jpeg", ".webp"];

impl Search<'_> {
    pub(super) fn footnotes(&mut self) {
        for (at, _) in self.text.match_indices("[^") {
            let end = self.text[at..]
                .find([']', '\n'])
                .map_or(self.text.len(), |i| at + i + 1);
            self.add(
                at..end,
                "footnotes are not known here and would be printed as they are",
                "say it in the text; a source is named as `[[source]]` in `page.toml`",
            );
        }
    }

    pub(super) fn doubled_brackets(&mut self) {
        for (at, _) in self.text.match_indices("[[") {
            let end = self.text[at..]
                .find("]]")
                .map_or(at + 2, |length| at + length + 2);
            self.add(
                at..end,
                "`[[…]]` is no link here and would be printed as it is",
                "a link is written `[words](../folder/)`",
            );
        }
    }

    pub(super) fn callouts(&mut self) {
        for (at, _) in self.text.match_indices("[!") {
            // What begins a paragraph is reported by the reader of callouts.
            if at == 0 && self.place == Place::Paragraph && is_callout(self.text) {
                continue;
            }
            let end = self.text[at..]
                .find([']', '\n'])
                .map_or(self.text.len(), |i| at + i + 1);
            let head = self.text[..at].rfind('\n').map_or(0, |i| i + 1);
            let blanks = &self.text[head..at];
            if let Some(blank) = blanks.chars().next()
                && blanks.chars().all(is_foreign_blank)
            {
                let message = format!(
                    "a {} before `{}`, so that no callout begins here",
                    super::name(blank),
                    &self.text[at..end]
                );
                let hint = "write an ordinary blank after `>`; `check --fix` does";
                if let Some(finding) = self.add(head..at, message, hint) {
                    finding.replacement = Some(" ".to_owned());
                }
                continue;
            }
            self.add(
                at..end,
                format!("`{}` begins no callout here and would be printed as it is", &self.text[at..end].trim_end()),
                "`> [!NOTE]` stands alone on its line; the words begin on the next line, after `> `",
            );
        }
    }

    /// `[words](an address with a blank)`, or one that has no end.
    pub(super) fn broken_links(&mut self) {
        for (at, _) in self.text.match_indices("](") {
            if !self.is_free(&(at..at + 2)) {
                continue;
            }
            let Some(open) = self.text[..at].rfind('[') else {
                self.add(
                    at..at + 2,
                    "`](` would be printed as it is: the link's words have no beginning",
                    "write `[` before the words of the link",
                );
                continue;
            };
            let open = open - usize::from(self.before(open) == Some('!'));
            let rest = &self.text[at + 2..];
            let Some(length) = rest
                .find([')', '\n'])
                .filter(|i| rest[*i..].starts_with(')'))
            else {
                self.add(
                    open..at + 2,
                    "a link whose address has no end, so that its brackets would be printed",
                    "write `)` after the address, on the same line",
                );
                continue;
            };
            let destination = rest[..length].trim();
            let words = &self.text[open..=at];
            let what = if words.starts_with('!') {
                "picture"
            } else {
                "link"
            };
            let hint = if what == "picture" && is_destination(destination) {
                let (stem, ending) = destination.rsplit_once('.').unwrap_or((destination, "png"));
                let name = format!("{}.{}", slug(stem), ending.to_ascii_lowercase());
                format!(
                    "give the file a name without blanks, such as `{name}`, and write `{}({name})`",
                    shown(words)
                )
            } else {
                mended(destination).map_or_else(
                || "a link is written `[words](address)`, with no blank in the address and no other link in its words".to_owned(),
                |address| format!("no blank stands in the brackets after the words: write `{}({address})`", shown(words)),
            )
            };
            self.add(
                open..at + 2 + length + 1,
                format!("no {what}, because of what stands in its brackets: it would be printed as it is"),
                hint,
            );
        }
    }

    /// `[words] (address)`.
    pub(super) fn spaced_links(&mut self) {
        for (at, _) in self.text.match_indices(']') {
            let rest = &self.text[at + 1..];
            let trimmed =
                rest.trim_start_matches(|c: char| c.is_whitespace() || is_foreign_blank(c));
            let blanks = rest.len() - trimmed.len();
            if blanks == 0 || !trimmed.starts_with('(') || !self.is_free(&(at..at + 1)) {
                continue;
            }
            let (Some(open), Some(length)) = (self.text[..at].rfind('['), trimmed.find(')')) else {
                continue;
            };
            let is_picture = self.before(open) == Some('!');
            let destination = trimmed[1..length].trim();
            if !is_picture && !is_destination(destination) {
                continue;
            }
            let open = open - usize::from(is_picture);
            let (words, what) = (
                &self.text[open..=at],
                if is_picture { "picture" } else { "link" },
            );
            self.add(
                open..at + 1 + blanks + length + 1,
                format!("no {what}, because a blank stands between `]` and `(`: it would be printed as it is"),
                format!("write `{}({destination})`", shown(words)),
            );
        }
    }

    /// `(words)[address]`.
    pub(super) fn reversed_links(&mut self) {
        for (at, _) in self.text.match_indices(")[") {
            let rest = &self.text[at + 2..];
            let Some(length) = rest.find(']').filter(|_| self.is_free(&(at..at + 2))) else {
                continue;
            };
            let destination = rest[..length].trim();
            if !is_destination(destination) {
                continue;
            }
            let open = self.text[..at].rfind('(').unwrap_or(at);
            let words = self.text[open..at].trim_start_matches('(');
            self.add(
                open..at + 2 + length + 1,
                "the brackets of a link are the wrong way round: it would be printed as it is",
                format!("write `{}({destination})`", shown(&format!("[{words}]"))),
            );
        }
    }

    /// Brackets that do not belong together, or hold nothing.
    /// `(fact:NAME)` without the brackets before it.
    pub(super) fn bare_references(&mut self) {
        for kind in ["(fact:", "(term:", "(service:"] {
            for (at, _) in self.text.match_indices(kind) {
                let name = &self.text[at + kind.len()..];
                let Some(length) = name.find(')').filter(|length| {
                    crate::is_id(&name[..*length]) || name[..*length].contains('_')
                }) else {
                    continue;
                };
                let end = at + kind.len() + length + 1;
                self.add(
                    at..end,
                    format!("`{}` would be printed as it is", &self.text[at..end]),
                    format!("write `[]{}`", &self.text[at..end]),
                );
            }
        }
    }

    pub(super) fn brackets(&mut self) {
        let mut open = Vec::new();
        let mut single = Vec::new();
        for (at, sign) in self.text.match_indices(['[', ']']) {
            if !self.is_free(&(at..at + 1)) {
                continue;
            }
            match (sign, open.last()) {
                ("[", _) => open.push(at),
                (_, Some(&start)) => {
                    open.pop();
                    let inside = &self.text[start + 1..at];
                    let next = &self.text[at + 1..];
                    if next.starts_with('[') || is_destination(inside) {
                        let end = match next.find(']').filter(|_| next.starts_with('[')) {
                            Some(length) => at + length + 2,
                            None => at + 1,
                        };
                        self.add(
                            start..end,
                            "brackets that are no link and would be printed",
                            "a link is written `[words](address)`, a fact `[](fact:NAME)`",
                        );
                    } else if inside.chars().all(char::is_whitespace) {
                        self.add(
                            start..at + 1,
                            "empty brackets would be printed as they are",
                            "a fact is written `[](fact:NAME)`, without a blank; a box to tick `- [ ] `, at the beginning of an item",
                        );
                    }
                }
                _ => single.push(at),
            }
        }
        for at in open.into_iter().chain(single) {
            let sign = &self.text[at..at + 1];
            self.add(
                at..at + 1,
                format!("a single `{sign}`, which would be printed as it is"),
                format!("a link is written `[words](address)`; a bracket that is meant and has no partner is written `\\{sign}`"),
            );
        }
    }
}

/// Whether a text begins like a callout, as the reader of callouts sees it.
fn is_callout(text: &str) -> bool {
    text.strip_prefix("[!")
        .and_then(|rest| rest.split_once(']'))
        .is_some_and(|(kind, _)| !kind.is_empty() && kind.chars().all(char::is_alphanumeric))
}

/// Whether what is in brackets is the destination of a link rather than words.
fn is_destination(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    DESTINATIONS.iter().any(|start| lower.starts_with(start))
        || PICTURES.iter().any(|end| lower.ends_with(end))
        || lower.starts_with("www.")
}

/// The destination without what keeps it from being one; `None` where that is something else than blanks.
fn mended(destination: &str) -> Option<String> {
    if !destination.contains(char::is_whitespace) || destination.contains(OBJECT) {
        return None;
    }
    let lower = destination.to_ascii_lowercase();
    let blank = if lower.starts_with("http") {
        "%20"
    } else if lower.starts_with("../") || lower.starts_with('/') || lower.starts_with("./") {
        "-"
    } else {
        ""
    };
    let words: Vec<&str> = destination.split_whitespace().collect();
    Some(words.join(blank))
}

/// The words of a link for a hint: what is not literal, or long, is left out.
fn shown(words: &str) -> String {
    if words.contains([OBJECT, '\n']) || words.chars().count() > 60 {
        let picture = if words.starts_with('!') { "!" } else { "" };
        format!("{picture}[…]")
    } else {
        words.to_owned()
    }
}
