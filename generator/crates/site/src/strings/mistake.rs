//! Mistakes in Fluent files in the words of somebody who writes strings.

use fluent_syntax::parser::{ErrorKind, ParserError};
use std::ops::Range;

/// What is wrong, what to do instead, and where.
pub(super) fn explain(text: &str, error: &ParserError) -> (String, String, Range<usize>) {
    let at = error.pos.start.min(text.len());
    let at = floor(text, at);
    // An error at a line's end is shown on the last sign before it.
    let start = if text[at..].starts_with(['\n', '\r']) || at == text.len() {
        let before = text[..at].trim_end();
        before.char_indices().next_back().map_or(0, |(i, _)| i)
    } else {
        at
    };
    let (message, hint) = words(&error.kind);
    let line = line_at(text, at);
    let (message, hint) = match &error.kind {
        ErrorKind::ExpectedToken('=') if line.split_once(':').is_some_and(|(id, _)| is_id(id)) => (
            "the name of a string and its words are joined by `=`, not by `:`".to_owned(),
            hint,
        ),
        _ => (message, hint),
    };
    let sign = text[start..].chars().next().map_or(0, char::len_utf8);
    (message, hint, start..start + sign)
}

fn words(kind: &ErrorKind) -> (String, String) {
    let (message, hint) = match kind {
        ErrorKind::ExpectedToken('=') => (
            "behind the name of a string `=` is missing",
            "write `name = Words`; a name has no blanks in it",
        ),
        ErrorKind::ExpectedToken('}') | ErrorKind::UnbalancedClosingBrace => (
            "a brace is open or closed that has no partner",
            "a value is put in as `{ $name }`; a brace that shall be seen is written `{\"{\"}`",
        ),
        ErrorKind::ExpectedToken(_) => (
            "a sign is missing here, or one is too many",
            "compare it with the same string in the English file",
        ),
        ErrorKind::ExpectedCharRange { .. } => (
            "a name begins with another sign than a letter a to z",
            "each string begins at the beginning of a line, `name = Words`; the next lines of a long one begin with a blank; a remark begins with `#`",
        ),
        ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. } => (
            "this name has no words",
            "write them behind `=`, or remove the line",
        ),
        ErrorKind::MissingValue => (
            "words are missing behind `=`",
            "write them, or remove the line",
        ),
        ErrorKind::MissingDefaultVariant | ErrorKind::MultipleDefaultVariants => (
            "of the forms for different numbers exactly one begins with `*`",
            "write `*[other]`",
        ),
        ErrorKind::UnterminatedStringLiteral => (
            "the quote that ends this text is missing",
            "write it on the same line",
        ),
        ErrorKind::UnknownEscapeSequence(_) | ErrorKind::InvalidUnicodeEscapeSequence(_) => (
            "`\\` in quotes begins a special sign that there is not",
            "write `\\\\` for the sign itself",
        ),
        _ => (
            "what is in these braces cannot be read",
            "compare it with the same string in the English file; a value is put in as `{ $name }`",
        ),
    };
    (message.to_owned(), hint.to_owned())
}

/// An error of formatting, in words.
pub(super) fn formatting(id: &str, error: &fluent_bundle::FluentError) -> String {
    use fluent_bundle::resolver::ResolverError;
    use fluent_bundle::resolver::errors::ReferenceKind;
    match error {
        fluent_bundle::FluentError::ResolverError(ResolverError::Reference(kind)) => match kind {
            ReferenceKind::Variable { id: name } => {
                format!("the string `{id}` wants a value `${name}`, which it is not given here")
            }
            ReferenceKind::Message { id: name, .. } | ReferenceKind::Term { id: name, .. } => {
                format!("the string `{id}` puts in the string `{name}`, which there is not")
            }
            ReferenceKind::Function { id: name } => {
                format!("the string `{id}` asks for the function `{name}`, which there is not")
            }
        },
        fluent_bundle::FluentError::ResolverError(ResolverError::Cyclic) => {
            format!("the string `{id}` puts itself in")
        }
        _ => format!("the string `{id}` cannot be made from its parts"),
    }
}

fn line_at(text: &str, at: usize) -> &str {
    let start = text[..floor(text, at)].rfind('\n').map_or(0, |i| i + 1);
    text[start..].lines().next().unwrap_or_default()
}

fn is_id(text: &str) -> bool {
    let text = text.trim();
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
