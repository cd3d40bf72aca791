//! Lists without an end: the library finds one only in a line below.

use super::is_name;
use std::ops::Range;

/// The bracket and the rest of its line, of the list that is still open where `line` starts.
pub(super) fn open_list(toml: &str, line: usize) -> Option<Range<usize>> {
    let before = &toml[..line];
    let mut end = before.len();
    for text in before.split_inclusive('\n').rev() {
        let start = end - text.len();
        let trimmed = text.trim();
        if let Some((name, value)) = trimmed.split_once('=')
            && is_name(name.trim())
        {
            let value = value.trim();
            let unquoted: String = value.split('"').step_by(2).collect();
            let bare = unquoted.split('#').next().unwrap_or_default();
            let open =
                value.starts_with('[') && bare.matches('[').count() > bare.matches(']').count();
            let at = start + text.find('[')?;
            return open.then(|| at..start + text.trim_end().len());
        }
        if trimmed.starts_with('[') || trimmed.contains(']') {
            return None;
        }
        end = start;
    }
    None
}
