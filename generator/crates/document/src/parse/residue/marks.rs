//! Marks of emphasis, links and the like that were not taken for any, anywhere in a text.

use super::{OBJECT, Place, Search, is_foreign_blank};
use diagnostics::Code;
use std::ops::Range;

/// Names of characters that are written for what they stand for: `&nbsp;`.
const ENTITIES: [&str; 12] = [
    "nbsp", "amp", "lt", "gt", "quot", "apos", "shy", "ndash", "mdash", "zwnj", "zwj", "hellip",
];
/// What destinations of links begin with, and nothing else in brackets does.
const DESTINATIONS: [&str; 11] = [
    "../", "./", "/", "#", "https:", "http:", "mailto:", "tel:", "fact:", "term:", "service:",
];
/// How files of pictures end.
const PICTURES: [&str; 5] = [".svg", ".png", ".jpg", ".jpeg", ".webp"];

impl Search<'_> {
    pub(super) fn marks(&mut self) {
        self.footnotes();
        self.doubled_brackets();
        self.callouts();
        self.broken_links();
        self.spaced_links();
        self.reversed_links();
        self.stars();
        self.other_emphasis();
        self.braces();
        self.entities();
        self.bare_addresses();
        self.brackets();
    }

    fn footnotes(&mut self) {
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

    fn doubled_brackets(&mut self) {
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

    fn callouts(&mut self) {
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
    fn broken_links(&mut self) {
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
            let hint = mended(destination).map_or_else(
                || "a link is written `[words](address)`, with no blank in the address and no other link in its words".to_owned(),
                |address| format!("no blank stands in the brackets after the words: write `{}({address})`", shown(words)),
            );
            self.add(
                open..at + 2 + length + 1,
                format!("no {what}, because of what stands in its brackets: it would be printed as it is"),
                hint,
            );
        }
    }

    /// `[words] (address)`.
    fn spaced_links(&mut self) {
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
    fn reversed_links(&mut self) {
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

    /// `**` that does not begin or end anything, and `*` before a word.
    fn stars(&mut self) {
        let runs: Vec<Range<usize>> = runs(self.text, '*').collect();
        let mut at = 0;
        while let Some(run) = runs.get(at) {
            at += 1;
            if run.len() == 1 {
                self.single_star(run.clone());
                continue;
            }
            let partner = runs.get(at).filter(|next| next.len() == run.len());
            let Some(partner) = partner else {
                self.add(
                    run.clone(),
                    format!("`{}` would be printed as it is", &self.text[run.clone()]),
                    "words between `**` and `**` are strong, with no blank inside the stars; a star that is meant is written `\\*`",
                );
                continue;
            };
            at += 1;
            self.pair(run.clone(), partner.clone());
        }
    }

    /// Two runs of stars that should have made words strong. CommonMark wants a blank or another sign between a word and stars that have a
    /// sign on their other side.
    fn pair(&mut self, open: Range<usize>, close: Range<usize>) {
        let stars = &self.text[open.clone()];
        let words = self.text[open.end..close.start].trim();
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let before = if is_word(self.before(open.start)) {
            " "
        } else {
            ""
        };
        let next = self.text[close.end..]
            .split(|c: char| c.is_whitespace())
            .next()
            .unwrap_or_default();
        let after = if is_word(self.after(close.end)) {
            " "
        } else {
            ""
        };
        let whole = format!("{before}{stars}{words}{stars}{after}{next}");
        let hint = if whole.contains([OBJECT, '\n']) || whole.chars().count() > 80 {
            format!(
                "a blank belongs before the first `{stars}` and after the second, and none inside"
            )
        } else {
            format!(
                "a blank belongs before the first `{stars}` and after the second, and none inside: `{}`",
                whole.trim()
            )
        };
        self.add(
            open.start..close.end,
            format!("these `{stars}` make nothing strong and would be printed"),
            hint,
        );
    }

    fn single_star(&mut self, run: Range<usize>) {
        let begins = self
            .before(run.start)
            .is_none_or(|c| c.is_whitespace() || "([{\"'“‘«".contains(c));
        let next = self.after(run.end);
        if begins && next.is_some_and(|c| !c.is_whitespace() && c != ')') {
            self.add(
                run,
                "`*` would be printed as it is",
                "begin an item of a list with `- `; words between `*` and `*` are emphasised; a star that is meant is written `\\*`",
            );
        }
    }

    /// `__`, `~~`, `==` and backquotes.
    fn other_emphasis(&mut self) {
        for (sign, lengths) in [('_', 1..=2), ('~', 2..=2), ('=', 2..=2), ('`', 1..=9)] {
            let mut open = false;
            for run in runs(self.text, sign) {
                if !lengths.contains(&run.len()) {
                    continue;
                }
                let before = self.before(run.start);
                let after = self.after(run.end);
                let begins = before.is_none_or(|c| c.is_whitespace() || "([{\"'“‘«".contains(c))
                    && after.is_some_and(char::is_alphanumeric);
                let ends = after.is_none_or(|c| c.is_whitespace() || ".,;:!?)".contains(c))
                    && before.is_some_and(char::is_alphanumeric);
                // The end of what was reported at its beginning.
                if ends && !begins && std::mem::take(&mut open) {
                    continue;
                }
                open |= begins;
                // One `_` or backquote after a word may be part of a name.
                if !(begins || run.len() > 1 && (ends || sign == '~')) {
                    continue;
                }
                let mark = self.text[run.clone()].to_owned();
                let hint = match sign {
                    '~' => "words between `~~` and `~~` are struck through, with no blank inside",
                    '=' => "words are made strong with `**` and `**`",
                    '`' => {
                        "text between backquotes is shown letter by letter; one that is meant is written `` \\` ``"
                    }
                    _ => {
                        "words between `**` and `**` are strong, between `*` and `*` emphasised; a line that is meant is written `\\_`"
                    }
                };
                self.add(run, format!("`{mark}` would be printed as it is"), hint);
            }
        }
    }

    fn braces(&mut self) {
        for mark in ["{{", "{%"] {
            for (at, _) in self.text.match_indices(mark) {
                self.add(
                    at..at + mark.len(),
                    format!("`{mark}` would be printed as it is: texts have no templates"),
                    "a value from `facts.toml` is written `[](fact:NAME)`, a passage from another page as an `include` block",
                );
            }
        }
        for (at, mark) in self.text.match_indices(['｛', '｝']) {
            let end = self.text[at..].find('｝').map_or(at, |i| at + i) + mark.len();
            self.add(
                at..end,
                format!("`{mark}` would be printed as it is"),
                "an id stands in the braces of a Latin keyboard: `{#notice}`",
            );
        }
        let text = self.text.trim_end();
        if let Some(open) = text.rfind(['{', ' ', '\n']).filter(|_| text.ends_with('}'))
            && !text[open..].contains(OBJECT)
        {
            let id: &str = text[open + 1..text.len() - 1].trim_matches(['{', '#']);
            let start = if text[open..].starts_with('{') {
                open
            } else {
                open + 1
            };
            // What is written right is an id, where there are any.
            let is_written_right = self.place != Place::Plain && text[start..].starts_with("{#");
            if crate::is_id(id) && !is_written_right {
                self.add(
                    start..text.len(),
                    format!("`{}` is no id and would be printed", &text[start..]),
                    format!("write `{{#{id}}}`"),
                );
            }
        }
        if text.ends_with('\\') && self.place != Place::Plain {
            self.add(
                text.len() - 1..text.len(),
                "`\\` at the end of the last line would be printed",
                "take it away; it keeps a line end only inside a paragraph",
            );
        }
    }

    fn entities(&mut self) {
        for (at, _) in self.text.match_indices('&') {
            let rest = &self.text[at + 1..];
            let Some(name) = ENTITIES.iter().find(|name| rest.starts_with(**name)) else {
                continue;
            };
            let after = rest[name.len()..].chars().next();
            if after.is_some_and(char::is_alphanumeric) {
                continue;
            }
            self.add(
                at..at + 1 + name.len() + usize::from(after == Some(';')),
                format!("`&{name}` would be printed as it is"),
                format!("the name of a character ends in a semicolon, `&{name};`; better write the character itself"),
            );
        }
    }

    fn bare_addresses(&mut self) {
        if self.place == Place::Plain {
            return;
        }
        for scheme in ["https://", "http://"] {
            for (at, _) in self.text.match_indices(scheme) {
                if self.linked.iter().any(|words| words.contains(&at)) {
                    continue;
                }
                let end = self.text[at..]
                    .find(|c: char| c.is_whitespace() || c == OBJECT || "<>\"".contains(c))
                    .map_or(self.text.len(), |i| at + i);
                let address = self.text[at..end]
                    .trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '،', '؛', '؟', '።']);
                let range = at..at + address.len();
                if let Some(finding) = self.add(
                    range,
                    "a web address that nobody could follow: it is no link",
                    format!("write `[words](address)` with words that say where it leads, or `<{address}>`; an address that nobody should open stands in backquotes"),
                ) {
                    finding.code = Code::BareAddress;
                }
            }
        }
    }

    /// Brackets that do not belong together, or hold nothing.
    fn brackets(&mut self) {
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
                    if self.text[start + 1..at].chars().all(char::is_whitespace) {
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

/// The runs of one sign.
fn runs(text: &str, sign: char) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(sign)?;
        let rest = &text[start..];
        let length = rest.len() - rest.trim_start_matches(sign).len();
        at = start + length;
        Some(start..at)
    })
}

/// Whether a text begins like a callout, as the reader of callouts sees it.
fn is_callout(text: &str) -> bool {
    text.strip_prefix("[!")
        .and_then(|rest| rest.split_once(']'))
        .is_some_and(|(kind, _)| !kind.is_empty() && kind.chars().all(char::is_alphanumeric))
}

/// Whether what stands in brackets is the destination of a link rather than words.
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
