//! Mistakes in TOML in the words of an editor: what is wrong with this line, and how the line is written right.
//!
//! The library says at which byte its grammar was left. What a person did there is seen from the line itself.

mod list;
mod twice;

use list::open_list;
use std::ops::Range;
use twice::{headers_of, twice};

/// A mistake, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mistake {
    /// What is wrong.
    pub message: String,
    /// What to do instead.
    pub hint: String,
    /// Where, in bytes of the TOML.
    pub span: Range<usize>,
}

/// What is wrong in `toml`, where the library found the errors `found`, by place: of several in one line, the first one.
/// `before` is how many lines of the file precede the TOML.
pub(crate) fn explain(toml: &str, before: usize, found: &[(Range<usize>, String)]) -> Vec<Mistake> {
    let mut mistakes: Vec<Mistake> = Vec::new();
    let mut found: Vec<_> = found.iter().collect();
    found.sort_by_key(|(span, _)| span.start);
    let mut last_line = None;
    let mut headers = None;
    for (span, message) in found {
        let line = Line::at(toml, span.start);
        if last_line == Some(line.start) {
            continue;
        }
        last_line = Some(line.start);
        if let Some(open) = open_list(toml, line.start).filter(|_| line.begins_anew()) {
            mistakes.push(Mistake {
                message: "this list has no end".to_owned(),
                hint: "write `]` after its last value: `[\"one\", \"two\"]`".to_owned(),
                span: open,
            });
            // Until the list ends nobody knows what the rest is.
            break;
        }
        let mistake = if message.contains("duplicate key") || message.contains("dotted key") {
            let headers = headers.get_or_insert_with(|| headers_of(toml));
            twice(toml, before, span, headers)
        } else {
            let (message, hint) = line.mistake(message);
            Mistake {
                message,
                hint,
                span: span.clone(),
            }
        };
        // Each line below a header that is there twice is an error to the library.
        if mistakes.last().is_none_or(|last| *last != mistake) {
            mistakes.push(mistake);
        }
    }
    mistakes
}

/// A line, taken apart.
struct Line<'t> {
    start: usize,
    text: &'t str,
    /// What precedes the first `=`, if there is one.
    name: Option<&'t str>,
    /// What follows it; the whole line where there is none.
    value: &'t str,
}

impl<'t> Line<'t> {
    fn at(toml: &'t str, at: usize) -> Self {
        let mut at = at.min(toml.len());
        // An error at a line's end belongs to that line.
        while !toml.is_char_boundary(at) {
            at -= 1;
        }
        let start = toml[..at].rfind('\n').map_or(0, |i| i + 1);
        let end = toml[at..].find('\n').map_or(toml.len(), |i| at + i);
        let text = toml[start..end].trim_end_matches('\r');
        let parts = text.split_once('=');
        Self {
            start,
            text,
            name: parts.map(|(name, _)| name.trim()),
            value: parts.map_or(text, |(_, value)| value).trim(),
        }
    }

    /// Whether a field or a table begins here.
    fn begins_anew(&self) -> bool {
        let text = self.text.trim();
        let inner = text.trim_start_matches('[').trim_end_matches(']');
        self.name.is_some_and(is_name)
            || (text.starts_with('[') && text.ends_with(']') && is_name(inner))
    }

    /// What is wrong, and what to do instead.
    fn mistake(&self, library: &str) -> (String, String) {
        self.header()
            .or_else(|| self.colon())
            .or_else(|| self.quotes(library))
            .or_else(|| self.bare(library))
            .unwrap_or_else(|| self.form(library))
    }

    /// The line as it should be, with another value.
    fn with(&self, value: &str) -> String {
        match self.name {
            Some(name) if !name.is_empty() => format!("write `{name} = {value}`"),
            _ => format!("write `{value}`"),
        }
    }

    fn header(&self) -> Option<(String, String)> {
        let text = self.text.trim();
        let inner = text.strip_prefix('[')?;
        if self.name.is_some() || inner.starts_with('"') {
            return None;
        }
        let double = inner.starts_with('[');
        let (open, close) = if double { ("[[", "]]") } else { ("[", "]") };
        let name = text.trim_matches(['[', ']', ' ']);
        (!text.ends_with(close) || !is_name(name)).then(|| {
            (
                "this heading of a table cannot be read".to_owned(),
                format!(
                    "it is a name of letters a to z, digits, `_` and `-` in brackets, on a line of its own: `{open}{}{close}`",
                    if is_name(name) { name } else { "name" }
                ),
            )
        })
    }

    /// `title: "x"`, as in YAML.
    fn colon(&self) -> Option<(String, String)> {
        let (name, value) = self.text.split_once(':')?;
        let name = name.trim();
        if !is_name(name) {
            return None;
        }
        let value = value.trim();
        let value = match value.chars().next() {
            Some('"' | '\'' | '[' | '{') => value.to_owned(),
            _ if matches!(value, "true" | "false") || is_number(value) => value.to_owned(),
            _ => quoted(value),
        };
        Some((
            format!("the name `{name}` and its value are joined by `=`, not by `:`"),
            format!("write `{name} = {value}`"),
        ))
    }

    fn quotes(&self, library: &str) -> Option<(String, String)> {
        let value = self.value;
        let opens = value.trim_start_matches(['[', ' ']).chars().next();
        let straight = value.matches('"').count();
        let curly = opens.is_some_and(is_curly)
            || (straight == 1 && opens == Some('"') && value.ends_with(is_curly));
        if curly {
            let right: String = value
                .chars()
                .map(|c| if is_curly(c) { '"' } else { c })
                .collect();
            return Some((
                "the quotes around this text are curly, as word processors and phones write them"
                    .to_owned(),
                format!("use straight quotes, and {}", self.with(&right)),
            ));
        }
        if library.contains("escape") || library.contains("unicode") || library.contains('\\') {
            return Some((
                "`\\` in a text in double quotes begins a special sign".to_owned(),
                "write `\\\\` for the sign itself".to_owned(),
            ));
        }
        if value.starts_with("\"\"\"") || value.starts_with("'''") {
            return Some((
                "the end of this text of several lines is missing".to_owned(),
                format!("close it with `{}`", &value[..3]),
            ));
        }
        let quote = opens.filter(|c| matches!(c, '"' | '\''))?;
        if value.starts_with('[') {
            return None;
        }
        let inner = value[1..].strip_suffix(quote);
        match inner {
            None if !value[1..].contains(quote) => Some((
                format!("the quote `{quote}` that ends this text is missing"),
                self.with(&quoted(value[1..].trim())),
            )),
            Some(inner) if quote == '\'' && inner.contains('\'') && !inner.contains('"') => Some((
                "this text in single quotes has an apostrophe in it, which ends it".to_owned(),
                format!(
                    "use double quotes around it, and {}",
                    self.with(&quoted(inner))
                ),
            )),
            Some(inner) if inner.contains(quote) => Some((
                "this text has quotes in it, which end it".to_owned(),
                format!(
                    "put `\\` before each of them, and {}",
                    self.with(&quoted(inner))
                ),
            )),
            _ => Some((
                "something follows the end of this text".to_owned(),
                "each field is on a line of its own; `#` begins a remark".to_owned(),
            )),
        }
    }

    /// A value without quotes.
    fn bare(&self, library: &str) -> Option<(String, String)> {
        self.name.filter(|name| is_name(name))?;
        let value = self.value.split(" #").next().unwrap_or_default().trim();
        if value.is_empty() {
            return Some((
                "nothing follows `=` here".to_owned(),
                "write the value behind it, or remove the line".to_owned(),
            ));
        }
        let lower = value.to_lowercase();
        let truth = match lower.as_str() {
            "true" | "yes" | "on" => Some("true"),
            "false" | "no" | "off" => Some("false"),
            _ => None,
        };
        if let Some(word) = truth {
            return Some((format!("`{value}` is no value here"), self.with(word)));
        }
        if let Some(day) = day(value) {
            return Some((
                "a day is written as year, month and day, with hyphens".to_owned(),
                match day {
                    Some(day) => self.with(&day),
                    None => "write it as 2026-11-21".to_owned(),
                },
            ));
        }
        if is_number(value) {
            return Some((
                "this date or number cannot be".to_owned(),
                "look it up: a day of the calendar is written 2026-11-21, a number 1234.5"
                    .to_owned(),
            ));
        }
        let digits = value.chars().filter(char::is_ascii_digit).count();
        let of_a_number = |c: char| c.is_ascii_digit() || " +-()./\u{a0}".contains(c);
        if value.chars().all(of_a_number)
            && digits >= 3
            && (value.starts_with(['0', '+', '(']) || value.contains(' '))
        {
            return Some((
                "a telephone number, like each number that can begin with 0, is written in quotes"
                    .to_owned(),
                self.with(&quoted(value)),
            ));
        }
        if digits > 0
            && value
                .chars()
                .all(|c| c.is_ascii_digit() || ".,' %£€$\u{a0}\u{202f}".contains(c))
        {
            return Some((
                "a number is written with digits alone, and a point before its decimals".to_owned(),
                match plain_number(value) {
                    Some(number) => self.with(&number),
                    None => {
                        "write it as 1234.50, without signs of thousands or currency".to_owned()
                    }
                },
            ));
        }
        let text = library.contains("must be quoted") || !value.starts_with(['[', '{', '"', '\'']);
        text.then(|| {
            (
                "this text has no quotes around it".to_owned(),
                self.with(&quoted(value)),
            )
        })
    }

    fn form(&self, library: &str) -> (String, String) {
        let (message, hint) = if library.contains("comma") {
            (
                "a comma is missing between two values",
                "write `[\"one\", \"two\"]`",
            )
        } else if library.contains("array") || library.contains(']') {
            (
                "this list has no end, or something in it is no value",
                "a list is written `[\"one\", \"two\"]`",
            )
        } else if library.contains("recurs") {
            (
                "lists and tables are too deep in each other here",
                "write them flatter",
            )
        } else if self.name.is_none() {
            (
                "this line has no `=`",
                "a field is written `name = \"text\"`, on a line of its own; a remark begins with `#`",
            )
        } else if self.name.is_some_and(|name| !is_name(name)) {
            (
                "this name of a field cannot be",
                "names are letters a to z, digits, `_` and `-`, without blanks, at the beginning of the line: `name = \"text\"`",
            )
        } else {
            (
                "this line does not follow the rules of TOML",
                "a field is written `name = \"text\"`, on a line of its own",
            )
        };
        (message.to_owned(), hint.to_owned())
    }
}

/// `21.11.2026` and the like: `Some` where a day was meant, with the right form where it is plain.
fn day(value: &str) -> Option<Option<String>> {
    let parts: Vec<&str> = value.split(['.', '/', '-', ' ']).collect();
    let [first, second, third] = parts.as_slice() else {
        return None;
    };
    let number = |text: &str| text.parse::<u16>().ok();
    let word = second.len() > 2 && second.chars().all(char::is_alphabetic);
    if word && number(first).is_some() && third.len() == 4 && number(third).is_some() {
        return Some(None);
    }
    let (year, month, day) = match (first.len(), third.len()) {
        (4, 1..=2) => (number(first)?, number(second)?, number(third)?),
        (1..=2, 4) => (number(third)?, number(second)?, number(first)?),
        _ => return None,
    };
    let right = value.contains('-') && first.len() == 4 && second.len() == 2 && third.len() == 2;
    if right {
        return None;
    }
    // With the month first, or where both could be the month, only the reader knows.
    let plain = (1..=12).contains(&month) && (1..=31).contains(&day);
    let sure = plain && (value.contains('.') || day > 12 || first.len() == 4);
    Some(sure.then(|| format!("{year:04}-{month:02}-{day:02}")))
}

/// `1.234,50` as TOML writes it, where only one reading is possible.
fn plain_number(value: &str) -> Option<String> {
    let digits: String = value
        .chars()
        .filter(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
        .collect();
    let last = digits.rfind(['.', ','])?;
    let decimals = &digits[last + 1..];
    if !matches!(decimals.len(), 1 | 2) {
        return None;
    }
    let whole: String = digits[..last]
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    Some(format!("{whole}.{decimals}"))
}

/// Whether TOML may know it as a number or a date.
fn is_number(value: &str) -> bool {
    let mut parts = value.split('-');
    let date = parts.clone().count() == 3
        && parts.all(|p| !p.is_empty() && p.bytes().all(|b| b.is_ascii_digit()));
    let plain = value.parse::<f64>().is_ok() && !value.contains(char::is_alphabetic);
    date || (plain
        && !value.starts_with('+')
        && !(value.starts_with('0') && value.len() > 1 && !value.starts_with("0.")))
}

fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.'))
}

fn is_curly(c: char) -> bool {
    matches!(
        c,
        '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’' | '‚' | '‛' | '＂' | '″'
    )
}

/// The text in double quotes, as TOML writes it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests;
