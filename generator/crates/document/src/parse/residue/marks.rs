//! Marks of emphasis and the like that were not taken for any, and addresses that are no link, anywhere in a text.

use super::{OBJECT, Place, Search};
use diagnostics::Code;
use std::ops::Range;

/// Names of characters that are written for what they stand for: `&nbsp;`.
const ENTITIES: [&str; 12] = [
    "nbsp", "amp", "lt", "gt", "quot", "apos", "shy", "ndash", "mdash", "zwnj", "zwj", "hellip",
];

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
        self.bare_references();
        self.brackets();
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
        for (at, _) in self.text.match_indices('{') {
            let inside = self.text[at + 1..].split('}').next().unwrap_or_default();
            let closed = self.text[at + 1 + inside.len()..].starts_with('}');
            let is_attribute = |word: &str| {
                word.strip_prefix('.').is_some_and(crate::is_id)
                    || word
                        .split_once('=')
                        .is_some_and(|(name, _)| crate::is_id(name))
            };
            if closed && !inside.is_empty() && inside.split_whitespace().any(is_attribute) {
                self.add(
                    at..at + inside.len() + 2,
                    format!("`{{{inside}}}` would be printed as it is: texts have no classes and attributes"),
                    "only an id stands in braces: `{#notice}`",
                );
            }
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
