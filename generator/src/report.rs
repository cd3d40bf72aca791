//! How a command ends, and how it says what is wrong.

use diagnostics::{Code, Diagnostics, Printer, Severity, Style};
use site::Sources;
use std::io::IsTerminal;
use std::process::ExitCode;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// All is well.
    Fine,
    /// The content has errors.
    ContentErrors,
    /// Wrong use, or the machine does not allow it.
    Refused,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        ExitCode::from(match outcome {
            Outcome::Fine => 0,
            Outcome::ContentErrors => 1,
            Outcome::Refused => 2,
        })
    }
}

/// How a command that found these ends.
pub fn outcome(diagnostics: &Diagnostics) -> Outcome {
    let machine = |code| {
        matches!(
            code,
            Code::NotACity
                | Code::Unreadable
                | Code::ForeignOutput
                | Code::CannotWrite
                | Code::OutputTaken
        )
    };
    let errors = || diagnostics.iter().filter(|d| d.severity == Severity::Error);
    if errors().any(|d| machine(d.code)) {
        Outcome::Refused
    } else if errors().next().is_some() {
        Outcome::ContentErrors
    } else {
        Outcome::Fine
    }
}

/// Writes `text` and a line break to standard output. A reader that has gone, as `head` does, is no error.
pub fn say(text: &str) -> Result<(), String> {
    use std::io::Write as _;
    match writeln!(std::io::stdout(), "{text}") {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        other => {
            other.map_err(|error| format!("standard output: {}", crate::system::reason(&error)))
        }
    }
}

/// Prints everything to standard error, in colour on a terminal, and a line that counts.
pub fn print(diagnostics: &mut Diagnostics, sources: &Sources) {
    diagnostics.sort();
    if diagnostics.is_empty() {
        return;
    }
    let colour = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let style = if colour { Style::Colour } else { Style::Plain };
    let text_of = |path: &str| sources.quoted(path);
    anstream::eprint!("{}", Printer::new(style, &text_of).all(diagnostics));
    let count = |severity, one: &str, many: &str| {
        let n = diagnostics.count(severity);
        match n {
            0 => None,
            1 => Some(format!("1 {one}")),
            _ => Some(format!("{n} {many}")),
        }
    };
    let counts: Vec<String> = [
        count(Severity::Error, "error", "errors"),
        count(Severity::Warning, "warning", "warnings"),
    ]
    .into_iter()
    .flatten()
    .collect();
    anstream::eprintln!(
        "{}. `mifriendly explain CODE` says more.",
        counts.join(", ")
    );
}
