//! What the language of templates says is wrong, in plain words, at its place.

use crate::read::THEME;
use diagnostics::{Code, Diagnostic, Location};
use tera::ErrorKind;

/// An error of a template, at its place, with the nearest known name where one is unknown. `what` says what could not be done.
pub fn blame(error: &tera::Error, what: &str) -> Diagnostic {
    let (ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report)) = error.kind() else {
        return Diagnostic::new(Code::BadTemplate, format!("{what}: {}", whole(error)));
    };
    let (why, known) = [". Available variables: ", ". Available fields: "]
        .iter()
        .find_map(|mark| report.message().split_once(mark))
        .unwrap_or((report.message(), ""));
    let unknown = why.split('`').nth(1).unwrap_or_default();
    let span = report.span();
    Diagnostic::new(Code::BadTemplate, format!("{what}: {}", placed(why)))
        .did_you_mean(unknown, known.split(", ").filter(|name| !name.is_empty()))
        .at(Location {
            path: format!("themes/{THEME}/templates/{}", report.filename()),
            line: span.start_line,
            column: span.start_col + 1,
            span: span.range.clone(),
        })
}

/// What is wrong at one place. Rare mistakes keep the words of the language of templates, which its own documentation uses.
fn placed(why: &str) -> String {
    let why = why.trim_end_matches('.');
    if let Some((found, wanted)) = why
        .strip_prefix("Found ")
        .and_then(|w| w.split_once(" but expected "))
    {
        let plain = |sign: &str| sign.trim_matches('`').to_owned();
        return format!(
            "here is `{}`, and `{}` is needed",
            plain(found),
            plain(wanted)
        );
    }
    let name = why.split('`').nth(1).unwrap_or_default();
    match why {
        _ if why.starts_with("Unexpected end of input") => {
            "it ends before everything that was opened is closed".to_owned()
        }
        _ if why.starts_with("Variable `") && why.ends_with("is not defined") => {
            format!("there is no value `{name}`")
        }
        _ if why.starts_with("Field `") && why.ends_with("is not defined") => {
            format!("there is no `{name}` in this value")
        }
        "Unknown tag" => {
            "this tag does not belong here; one before it, such as an `if` or a `for`, may have no end".to_owned()
        }
        _ => why.to_owned(),
    }
}

/// What is wrong with templates as a whole.
fn whole(error: &tera::Error) -> String {
    match error.kind() {
        ErrorKind::MissingParent { current, parent } => {
            format!("`{current}` builds on `{parent}`, which is not there")
        }
        ErrorKind::TemplateNotFound(name) => format!("there is no template `{name}`"),
        ErrorKind::ComponentNotFound(name) => format!("there is no component `{name}`"),
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            format!("`{tpl}` builds on itself, by itself or by way of others")
        }
        _ => {
            let mut text = error.to_string();
            let mut behind = std::error::Error::source(error);
            while let Some(cause) = behind {
                text = format!("{text}: {cause}");
                behind = cause.source();
            }
            text
        }
    }
}
