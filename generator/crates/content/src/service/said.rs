//! Texts and lists of a record: what stands there says something, and says it once.

use crate::Spanned;
use crate::fields::Fields;
use diagnostics::{Code, Diagnostic};

/// A text that may be left out, but not be empty: an empty one would be shown, and given away, as if it were known.
pub(super) fn text(fields: &Fields, name: &str) -> Option<String> {
    let text = fields.string(name)?;
    if !filled(&text) {
        empty(fields, format!("`{name}` is empty"), &text);
        return None;
    }
    Some(text.value)
}

/// The texts of a list, such as the lines of an address.
pub(super) fn texts(fields: &Fields, name: &str) -> Vec<Spanned<String>> {
    let (texts, blank): (Vec<_>, Vec<_>) = fields.strings(name).into_iter().partition(filled);
    for text in blank {
        empty(fields, format!("`{name}` holds an empty text"), &text);
    }
    texts
}

/// The texts of a list in which nothing stands twice.
pub(super) fn each_once(fields: &Fields, name: &str) -> Vec<Spanned<String>> {
    let mut found: Vec<Spanned<String>> = Vec::new();
    for text in texts(fields, name) {
        if found.iter().any(|f| f.value == text.value) {
            let message = format!("`{name}` names \"{}\" twice", text.value);
            let diagnostic = Diagnostic::new(Code::BadValue, message).hint("remove one of them");
            fields.report(diagnostic, &text.span);
        } else {
            found.push(text);
        }
    }
    found
}

fn filled(text: &Spanned<String>) -> bool {
    !text.value.trim().is_empty()
}

fn empty(fields: &Fields, message: String, text: &Spanned<String>) {
    let diagnostic = Diagnostic::new(Code::MissingField, message)
        .hint("write what belongs there, or leave it out");
    fields.report(diagnostic, &text.span);
}
