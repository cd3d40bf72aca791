//! Texts and lists of a record: what is there says something, and says it once.

use crate::fields::Fields;
use crate::{Spanned, secrecy};
use diagnostics::{Code, Diagnostic};

/// A text that may be left out, but not be empty: an empty one would be shown, and given away, as if it were known.
pub(super) fn text(fields: &Fields, name: &str) -> Option<String> {
    let text = fields.string(name)?;
    if !filled(&text) {
        empty(fields, format!("`{name}` is empty"), &text);
        return None;
    }
    plain(fields, &text);
    Some(text.value)
}

/// Reports marks of Markdown, which would be printed as they are.
pub(super) fn plain(fields: &Fields, text: &Spanned<String>) {
    if let Some(diagnostic) = document::check_plain(&text.value) {
        fields.report(diagnostic, &text.span);
    }
}

/// The texts of a list, such as the lines of an address.
pub(super) fn texts(fields: &Fields, name: &str) -> Vec<Spanned<String>> {
    let (texts, blank): (Vec<_>, Vec<_>) = fields.strings(name).into_iter().partition(filled);
    for text in blank {
        empty(fields, format!("`{name}` holds an empty text"), &text);
    }
    texts
}

/// The lines of an address to go to.
pub(super) fn address(fields: &Fields) -> Vec<Spanned<String>> {
    let lines = texts(fields, "address");
    if let Some(line) = lines.iter().find(|line| secrecy::is_box(&line.value)) {
        let message =
            "a post office box is no place to go to, and people would be shown the way there";
        let diagnostic = Diagnostic::new(Code::BadValue, message)
            .hint("leave it out; where letters matter, write the box into the service's text");
        fields.report(diagnostic, &line.span);
    }
    lines
}

/// The texts of a list in which nothing is twice.
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
