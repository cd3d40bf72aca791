//! Invisible characters in the city's files: one check over every text that an editor or translator writes.

use crate::sources::{Source, Sources};
use diagnostics::{Code, Diagnostic, Diagnostics, Location};
use text::invisible::{self, Invisible};

/// Endings of the files that contain what an editor or translator writes.
const TEXTS: [&str; 4] = [".md", ".toml", ".ftl", ".svg"];
/// After so many in one file it is clear what is wrong with it.
const MOST: usize = 20;

/// Reports every invisible character that may not be there.
pub(crate) fn check(sources: &Sources) -> Diagnostics {
    let mut diagnostics = Diagnostics::new();
    for source in texts(sources) {
        // Bytes that are no text are reported by whoever reads the file.
        let Ok(text) = source.text() else { continue };
        let found = find(source, text);
        for (number, invisible) in found.iter().take(MOST).enumerate() {
            let more = match found.len().saturating_sub(MOST) {
                0 => String::new(),
                _ if number + 1 < MOST => String::new(),
                n => format!(" (and {n} more in this file)"),
            };
            let written = &text[invisible.range.clone()];
            let name = invisible.name();
            let message = match invisible.escaped {
                true => format!("`{written}` is an invisible character: {name}{more}"),
                false => format!("an invisible character: {name}{more}"),
            };
            let location = Location::new(source.path.as_str(), text, invisible.range.clone());
            diagnostics.push(
                Diagnostic::new(Code::InvisibleCharacter, message)
                    .hint(hint(invisible))
                    .at(location),
            );
        }
    }
    diagnostics
}

/// The file without its invisible characters; `None` where nothing changes. What turns the order of characters stays, because somebody
/// has to look at the numbers beside it.
pub fn fixed(source: &Source) -> Option<String> {
    let text = source.text().ok()?;
    let body = text.trim_start_matches('\u{feff}');
    let mark = &text[..text.len() - body.len()];
    let fixed = format!("{mark}{}", invisible::without_harmless(body));
    (fixed != text).then_some(fixed)
}

/// Every text of the city itself and of its theme.
pub fn texts(sources: &Sources) -> impl Iterator<Item = &Source> {
    let theme = sources.theme_layers().flat_map(|(_, layers)| layers);
    let is_text = |s: &&Source| TEXTS.iter().any(|ending| s.path.ends_with(ending));
    sources.content().values().chain(theme).filter(is_text)
}

fn find(source: &Source, text: &str) -> Vec<Invisible> {
    let mut found = invisible::find(text);
    // A byte order mark is no character of the text.
    found.retain(|f| (f.range.start, f.character) != (0, '\u{feff}'));
    if source.path.ends_with(".ftl") {
        // A string may need a mark of direction; as an escape everybody sees it.
        found.retain(|f| !(f.escaped && is_mark(f.character)));
    }
    found
}

fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}'
    )
}

fn hint(invisible: &Invisible) -> &'static str {
    match invisible.character {
        _ if invisible.turns_order() => {
            "delete it, then compare every number beside it with its source: readers saw another order"
        }
        '\u{200c}' | '\u{200d}' => {
            "delete it: it may only be within words of scripts that need it, such as Persian or Punjabi"
        }
        _ if invisible.escaped => "delete it",
        c if is_mark(c) => "delete it: numbers and names are kept in order without it",
        _ => "delete it, or run `mifriendly check --fix`",
    }
}
