//! `mifriendly explain CODE`.

use crate::cli::ExplainArguments;
use crate::report::{Outcome, say};
use diagnostics::{Code, nearest};

/// Says more about a code, or lists them all.
pub fn run(options: &ExplainArguments) -> Result<Outcome, String> {
    let Some(text) = &options.code else {
        let lines: Vec<String> = Code::ALL
            .iter()
            .map(|code| format!("{}  {}", code.as_str(), code.title()))
            .collect();
        say(&lines.join("\n"))?;
        return Ok(Outcome::Fine);
    };
    let Some(code) = Code::parse(text) else {
        let codes = Code::ALL.iter().map(|c| c.as_str());
        return Err(match nearest(text, codes) {
            Some(found) => format!("there is no code `{text}`; did you mean {found}?"),
            None => format!("there is no code `{text}`; `mifriendly explain` lists them"),
        });
    };
    say(&format!(
        "{}: {}\n\n{}",
        code.as_str(),
        code.title(),
        code.explanation()
    ))?;
    Ok(Outcome::Fine)
}
