//! Settings of a confidential service: every text in them as it is meant, not as it is escaped, and what is written beside the texts.

use super::{Hint, Kind, Searcher, folded};
use crate::service::ServiceRecord;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// A text in a TOML file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The field it is the value of.
    pub field: String,
    /// What it says.
    pub value: String,
    /// Where it is written, quotes included.
    pub span: Range<usize>,
}

/// Every text in the TOML `text`, in its order; none where it cannot be read.
pub fn strings(text: &str) -> Vec<Text> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut found = Vec::new();
    if errors.is_empty() {
        of_table(table.get_ref(), &mut found);
    }
    found.sort_by_key(|text| text.span.start);
    found
}

fn of_table(table: &DeTable, found: &mut Vec<Text>) {
    for (key, value) in table {
        of_value(key.get_ref(), value.get_ref(), value.span(), found);
    }
}

fn of_value(field: &str, value: &DeValue, span: Range<usize>, found: &mut Vec<Text>) {
    match value {
        DeValue::String(text) => found.push(Text {
            field: field.to_owned(),
            value: text.to_string(),
            span,
        }),
        DeValue::Array(items) => {
            for item in items.iter() {
                of_value(field, item.get_ref(), item.span(), found);
            }
        }
        DeValue::Table(table) => of_table(table, found),
        _ => {}
    }
}

impl Searcher<'_> {
    /// Everything in the TOML `text` that says where a place is: in its texts, in two of them together, in its numbers and remarks.
    pub fn search_toml(&self, text: &str) -> Vec<Hint> {
        let strings = strings(text);
        let mut hints = Vec::new();
        // Numbers of telephones and registers are no postcodes, even where those are digits alone.
        let digits = |hint: &Hint| hint.key.bytes().all(|b| b.is_ascii_digit());
        let is_number = |field: &str| matches!(field, "number" | "registration" | "id");
        for string in &strings {
            let found = self.search(&string.value);
            let found = found
                .into_iter()
                .filter(|h| !(digits(h) && is_number(&string.field)))
                .filter(|h| !is_hours(string, &h.span));
            hints.extend(found.map(|hint| Hint {
                span: written(text, string, &hint.span),
                ..hint
            }));
        }
        hints.extend(self.across(&strings));
        let mut rest = text.as_bytes().to_vec();
        for string in &strings {
            rest[string.span.clone()].fill(b' ');
        }
        // Whole strings were taken out, so what is left is still UTF-8.
        if let Ok(rest) = String::from_utf8(rest) {
            hints.extend(self.search(&rest));
        }
        hints.sort_by_key(|h| h.span.start);
        hints
    }

    /// What is divided between two texts: half a postcode in each.
    fn across(&self, strings: &[Text]) -> Vec<Hint> {
        let strings: Vec<&Text> = strings
            .iter()
            .filter(|s| !matches!(s.field.as_str(), "number" | "opening_hours"))
            .collect();
        let mut joined = String::new();
        let mut starts = Vec::new();
        for string in &strings {
            starts.push(joined.len());
            joined.push_str(&string.value);
            joined.push('\n');
        }
        let of = |at: usize| {
            starts
                .partition_point(|start| *start <= at)
                .saturating_sub(1)
        };
        let found = self.search(&joined).into_iter().filter_map(|hint| {
            let (first, last) = (of(hint.span.start), of(hint.span.end.saturating_sub(1)));
            let divided = first < last && matches!(hint.kind, Kind::Postcode | Kind::Coordinates);
            divided.then(|| Hint {
                span: strings[first].span.start..strings[last].span.end,
                ..hint
            })
        });
        found.collect()
    }
}

/// Whether a part of a text is opening hours, `12:30; PH off`, and no remark in quotes beside them.
fn is_hours(text: &Text, part: &Range<usize>) -> bool {
    let quotes = text.value.get(..part.end).unwrap_or_default();
    text.field == "opening_hours"
        && !quotes.contains('"')
        && opening_hours_syntax::parse(&text.value).is_ok()
}

/// Where a part of a text is in the file; the whole text where it is escaped.
fn written(file: &str, text: &Text, part: &Range<usize>) -> Range<usize> {
    let written = file.get(text.span.clone()).unwrap_or_default();
    match written.find(&text.value) {
        Some(at) => {
            let start = text.span.start + at;
            start + part.start..start + part.end
        }
        None => text.span.clone(),
    }
}

/// What a confidential service is known by: email address, numbers and name; nothing of any other. What names one of them may not say
/// where it is either.
pub fn marks(record: &ServiceRecord) -> Vec<String> {
    if !record.confidential {
        return Vec::new();
    }
    let email = record.email.iter().map(|e| e.to_lowercase());
    email
        .chain(telephones(record))
        .chain([folded(&record.name)])
        .collect()
}

/// The numbers of a service as they are dialled.
pub fn telephones(record: &ServiceRecord) -> impl Iterator<Item = String> {
    record.phones.iter().map(|p| p.dialled.clone())
}
