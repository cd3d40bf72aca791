//! Files in which git left both versions of the same lines.

use crate::sources::{Source, Sources};
use diagnostics::{Code, Diagnostic, Location};

/// What lines between two versions begin with, in git's order.
const MARKS: [&str; 3] = ["<<<<<<<", "|||||||", ">>>>>>>"];

/// The first mark of a conflict in each text file. Such a file says two things at once, and every other problem in it, or in files that
/// lean on it, may be one of the mark's.
pub(super) fn conflicts(sources: &Sources) -> Vec<Diagnostic> {
    let theme = sources.theme_layers().flat_map(|(_, layers)| layers);
    let files = sources.content().values().chain(theme);
    files.filter_map(conflict).collect()
}

fn conflict(source: &Source) -> Option<Diagnostic> {
    let text = source.text().ok()?;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let is_mark = MARKS.iter().any(|mark| {
            line.strip_prefix(mark)
                .is_some_and(|rest| rest.starts_with([' ', '\r', '\n']) || rest.is_empty())
        });
        if is_mark {
            let span = at..at + line.trim_end().len();
            let diagnostic = Diagnostic::new(
                Code::ConflictMarkers,
                "a mark that git puts between two versions of the same lines",
            )
            .hint("keep the lines that are right, and delete the others and the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`; nothing else was checked")
            .at(Location::new(source.path.as_str(), text, span));
            return Some(diagnostic);
        }
        at += line.len();
    }
    None
}
