//! Reads the fields of a TOML table one by one, and reports every one that is missing, unknown or of the wrong kind.

use crate::{Date, Spanned, mistake, spanned};
use diagnostics::{Code, Diagnostic, Diagnostics, Lines, nearest};
use std::cell::{Cell, OnceCell, RefCell};
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// A file, or the part of one, that holds TOML; collects what is wrong in it.
pub struct TomlText<'s> {
    path: &'s str,
    text: &'s str,
    range: Range<usize>,
    lines: OnceCell<Lines>,
    diagnostics: RefCell<Diagnostics>,
}

impl<'s> TomlText<'s> {
    /// The TOML that is in `range` of `text`, the whole text of the file at `path`.
    pub fn new(path: &'s str, text: &'s str, range: Range<usize>) -> Self {
        Self {
            path,
            text,
            range,
            lines: OnceCell::new(),
            diagnostics: RefCell::default(),
        }
    }

    /// Reads the table with `read`, which takes the fields it knows; then reports those it did not ask for.
    ///
    /// Where the TOML is broken its mistakes are reported and nothing is read, lest one slip be reported as ten missing fields.
    pub fn read<T>(&self, read: impl FnOnce(&Fields) -> T) -> Option<T> {
        let (table, errors) = DeTable::parse_recoverable(&self.text[self.range.clone()]);
        let toml = &self.text[self.range.clone()];
        let found: Vec<_> = errors
            .iter()
            .map(|e| (e.span().unwrap_or(0..0), e.message().to_owned()))
            .collect();
        let before = self.text[..self.range.start].matches('\n').count();
        for mistake in mistake::explain(toml, before, &found) {
            let diagnostic = Diagnostic::new(Code::BrokenToml, mistake.message).hint(mistake.hint);
            self.report(diagnostic, &visible(mistake.span, toml));
        }
        if !errors.is_empty() {
            return None;
        }
        let fields = Fields {
            file: self,
            table: table.get_ref(),
            span: 0..0,
            asked: RefCell::default(),
            open: Cell::new(false),
        };
        let record = read(&fields);
        fields.finish();
        Some(record)
    }

    /// Everything reported so far.
    pub fn into_diagnostics(self) -> Diagnostics {
        self.diagnostics.into_inner()
    }

    fn report(&self, diagnostic: Diagnostic, span: &Range<usize>) {
        self.place(diagnostic, self.shift(span));
    }

    /// Reports at `span` of the whole file.
    fn place(&self, diagnostic: Diagnostic, span: Range<usize>) {
        let lines = self.lines.get_or_init(|| Lines::new(self.text));
        let location = lines.location(self.path, self.text, span);
        self.diagnostics.borrow_mut().push(diagnostic.at(location));
    }

    fn shift(&self, span: &Range<usize>) -> Range<usize> {
        span.start + self.range.start..span.end + self.range.start
    }
}

/// The fields of one table.
pub struct Fields<'f> {
    file: &'f TomlText<'f>,
    table: &'f DeTable<'f>,
    span: Range<usize>,
    asked: RefCell<Vec<String>>,
    open: Cell<bool>,
}

impl<'f> Fields<'f> {
    fn get(&self, name: &str) -> Option<(&'f DeValue<'f>, Range<usize>)> {
        self.asked.borrow_mut().push(name.to_owned());
        let value = self.table.get(name)?;
        Some((value.get_ref(), value.span()))
    }

    fn wrong(&self, name: &str, wanted: &str, found: &DeValue, span: &Range<usize>) {
        let message = format!("`{name}` takes {wanted}, but this is {}", kind_of(found));
        self.file
            .report(Diagnostic::new(Code::BadValue, message), span);
    }

    /// Reports a problem with a value that was read from here.
    pub fn report(&self, diagnostic: Diagnostic, span: &Range<usize>) {
        self.file.place(diagnostic, span.clone());
    }

    /// The bytes of the file that this table began at; empty at the start for the file's own table.
    pub fn span(&self) -> Range<usize> {
        self.file.shift(&self.span)
    }

    /// Reports that a field must be there.
    pub fn missing(&self, name: &str) {
        self.file.report(
            Diagnostic::new(Code::MissingField, format!("`{name}` is missing here")).hint(format!(
                "add a line `{name} = …`; `docs/content-format.md` says what belongs there"
            )),
            &self.span,
        );
    }

    /// The names of all fields here, for tables whose names are free.
    pub fn names(&self) -> Vec<String> {
        self.open.set(true);
        self.table.keys().map(|k| k.get_ref().to_string()).collect()
    }

    /// Whether the field is here, whatever it holds.
    pub fn has(&self, name: &str) -> bool {
        // A field that is looked for is a known one, for suggestions.
        self.asked.borrow_mut().push(name.to_owned());
        self.table.contains_key(name)
    }

    /// Takes every other field of this table as known, unread.
    pub fn ignore_rest(&self) {
        self.open.set(true);
    }

    /// A text.
    pub fn string(&self, name: &str) -> Option<Spanned<String>> {
        let (value, span) = self.get(name)?;
        match value {
            DeValue::String(text) => Some(spanned(text.to_string(), self.file.shift(&span))),
            other => {
                self.wrong(name, "a text in quotes", other, &span);
                None
            }
        }
    }

    /// A text without its place.
    pub fn text(&self, name: &str) -> Option<String> {
        self.string(name).map(|s| s.value)
    }

    /// A text that must be there and not be empty.
    pub fn required(&self, name: &str) -> Option<Spanned<String>> {
        if !self.has(name) {
            self.missing(name);
            return None;
        }
        let text = self.string(name)?;
        if text.value.trim().is_empty() {
            self.report(
                Diagnostic::new(Code::MissingField, format!("`{name}` is empty")),
                &text.span,
            );
            return None;
        }
        Some(text)
    }

    /// One of a few words, given with what each stands for.
    pub fn choice<T: Copy>(&self, name: &str, words: &[(&str, T)]) -> Option<T> {
        let text = self.string(name)?;
        let found = words.iter().find(|(word, _)| *word == text.value);
        if found.is_none() {
            let all = words.iter().map(|(w, _)| *w).collect::<Vec<_>>();
            let hint = match nearest(&text.value, all.iter().copied()) {
                Some(word) => format!("did you mean \"{word}\"?"),
                None => format!("it is one of {}", all.join(", ")),
            };
            let message = format!("`{name}` cannot be \"{}\"", text.value);
            self.report(
                Diagnostic::new(Code::BadValue, message).hint(hint),
                &text.span,
            );
        }
        found.map(|(_, value)| *value)
    }

    /// `true` or `false`.
    pub fn boolean(&self, name: &str) -> Option<bool> {
        let (value, span) = self.get(name)?;
        match value {
            DeValue::Boolean(b) => Some(*b),
            other => {
                self.wrong(name, "true or false", other, &span);
                None
            }
        }
    }

    /// A whole number.
    pub fn integer(&self, name: &str) -> Option<Spanned<i64>> {
        let (value, span) = self.get(name)?;
        let number = match value {
            DeValue::Integer(digits) => i64::from_str_radix(digits.as_str(), digits.radix()).ok(),
            _ => None,
        };
        if number.is_none() {
            self.wrong(name, "a whole number", value, &span);
        }
        number.map(|n| spanned(n, self.file.shift(&span)))
    }

    /// A number with or without decimals.
    pub fn number(&self, name: &str) -> Option<Spanned<f64>> {
        let (value, span) = self.get(name)?;
        let number = match value {
            DeValue::Integer(digits) => digits.as_str().parse().ok(),
            DeValue::Float(digits) => digits.as_str().parse().ok(),
            _ => None,
        };
        if number.is_none() {
            self.wrong(name, "a number", value, &span);
        }
        number.map(|n| spanned(n, self.file.shift(&span)))
    }

    /// A number, text or date as it is written, with what kind it is.
    pub fn literal(&self, name: &str) -> Option<Spanned<Literal>> {
        let (value, span) = self.get(name)?;
        let literal = match value {
            DeValue::Integer(digits) if digits.radix() == 10 => {
                Literal::Number(digits.as_str().to_owned())
            }
            DeValue::Float(digits) => Literal::Number(digits.as_str().to_owned()),
            DeValue::String(text) => Literal::Text(text.to_string()),
            DeValue::Datetime(_) => Literal::Date(self.date(name)?.value),
            other => {
                self.wrong(name, "a number, a text or a date", other, &span);
                return None;
            }
        };
        Some(spanned(literal, self.file.shift(&span)))
    }

    /// A day.
    pub fn date(&self, name: &str) -> Option<Spanned<Date>> {
        let (value, span) = self.get(name)?;
        self.day(name, value, &span)
            .map(|d| spanned(d, self.file.shift(&span)))
    }

    /// A list of days; empty where the field is absent.
    pub fn dates(&self, name: &str) -> Vec<Date> {
        let Some((value, span)) = self.get(name) else {
            return Vec::new();
        };
        let DeValue::Array(items) = value else {
            self.wrong(name, "a list of days, [2026-12-25, …]", value, &span);
            return Vec::new();
        };
        items
            .iter()
            .filter_map(|item| self.day(name, item.get_ref(), &item.span()))
            .collect()
    }

    fn day(&self, name: &str, value: &DeValue, span: &Range<usize>) -> Option<Date> {
        let day = match value {
            DeValue::Datetime(datetime) if datetime.time.is_none() => datetime.date.and_then(|d| {
                let year = i16::try_from(d.year).ok()?;
                Date::new(year, i8::try_from(d.month).ok()?, i8::try_from(d.day).ok()?).ok()
            }),
            _ => None,
        };
        if day.is_none() {
            let message = format!(
                "`{name}` takes a day written 2026-12-31 without quotes, but this is {}",
                kind_of(value)
            );
            self.file
                .report(Diagnostic::new(Code::BadDate, message), span);
        }
        day
    }

    /// A list of texts; empty where the field is absent.
    pub fn strings(&self, name: &str) -> Vec<Spanned<String>> {
        let Some((value, span)) = self.get(name) else {
            return Vec::new();
        };
        let DeValue::Array(items) = value else {
            self.wrong(name, "a list of texts, [\"…\", \"…\"]", value, &span);
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in items.iter() {
            match item.get_ref() {
                DeValue::String(text) => {
                    texts.push(spanned(text.to_string(), self.file.shift(&item.span())));
                }
                other => self.wrong(name, "a list of texts", other, &item.span()),
            }
        }
        texts
    }

    /// A text, or a list of texts; empty where the field is absent.
    pub fn one_or_more(&self, name: &str) -> Vec<Spanned<String>> {
        match self.table.get(name).map(|value| value.get_ref()) {
            Some(DeValue::Array(_)) => self.strings(name),
            _ => self.string(name).into_iter().collect(),
        }
    }

    /// A table under this one, read by `read`; its unknown fields are reported too.
    pub fn table<T>(&self, name: &str, read: impl FnOnce(&Fields) -> T) -> Option<T> {
        let (value, span) = self.get(name)?;
        match value {
            DeValue::Table(table) => Some(self.nested(table, span, read)),
            other => {
                self.wrong(name, "a table, [name]", other, &span);
                None
            }
        }
    }

    /// A list of tables, `[[name]]`, each read by `read`; what gives nothing is left out.
    pub fn tables<T>(&self, name: &str, mut read: impl FnMut(&Fields) -> Option<T>) -> Vec<T> {
        let Some((value, span)) = self.get(name) else {
            return Vec::new();
        };
        let DeValue::Array(items) = value else {
            self.wrong(name, "a list of tables, [[name]]", value, &span);
            return Vec::new();
        };
        let mut records = Vec::new();
        for item in items.iter() {
            match item.get_ref() {
                DeValue::Table(table) => {
                    records.extend(self.nested(table, item.span(), &mut read));
                }
                other => self.wrong(name, "a list of tables, [[name]]", other, &item.span()),
            }
        }
        records
    }

    /// Every table under this one with its name, for tables whose names are free, such as facts; the rest is reported.
    pub fn named_tables<T>(
        &self,
        mut read: impl FnMut(Spanned<String>, &Fields) -> Option<T>,
    ) -> Vec<T> {
        self.open.set(true);
        let mut records = Vec::new();
        for (key, value) in self.table.iter() {
            let name = spanned(key.get_ref().to_string(), self.file.shift(&key.span()));
            match value.get_ref() {
                DeValue::Table(table) => {
                    records.extend(self.nested(table, key.span(), |f| read(name, f)));
                }
                other => self.wrong(&name.value, "a table, [name]", other, &value.span()),
            }
        }
        records
    }

    /// Every text under this table with its name, for tables whose names are free.
    pub fn named_strings(&self) -> Vec<(String, Spanned<String>)> {
        self.names()
            .into_iter()
            .filter_map(|name| self.string(&name).map(|text| (name, text)))
            .collect()
    }

    fn nested<T>(
        &self,
        table: &'f DeTable<'f>,
        span: Range<usize>,
        read: impl FnOnce(&Fields) -> T,
    ) -> T {
        let fields = Fields {
            file: self.file,
            table,
            span,
            asked: RefCell::default(),
            open: Cell::new(false),
        };
        let record = read(&fields);
        fields.finish();
        record
    }

    fn finish(&self) {
        if self.open.get() {
            return;
        }
        let asked = self.asked.borrow();
        for key in self.table.keys() {
            let name: &str = key.get_ref();
            if !asked.iter().any(|a| a == name) {
                let diagnostic =
                    Diagnostic::new(Code::UnknownField, format!("`{name}` is not a field here"))
                        .did_you_mean(name, asked.iter().map(String::as_str));
                self.file.report(diagnostic, &key.span());
            }
        }
    }
}

/// A mistake between two signs has no width: the sign before it is shown, or the one after where the line begins with it.
fn visible(span: Range<usize>, text: &str) -> Range<usize> {
    if !span.is_empty() {
        return span;
    }
    let before = text[..span.start].chars().next_back();
    match (before, text[span.start..].chars().next()) {
        (Some(sign), _) if sign != '\n' => span.start - sign.len_utf8()..span.end,
        (_, Some(sign)) => span.start..span.end + sign.len_utf8(),
        _ => span,
    }
}

/// A value as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Literal {
    /// Digits, with their decimals as written.
    Number(String),
    /// A text.
    Text(String),
    /// A day.
    Date(Date),
}

fn kind_of(value: &DeValue) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
