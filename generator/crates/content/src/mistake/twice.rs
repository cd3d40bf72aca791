//! Tables and fields that are there twice.

use super::Mistake;
use std::ops::Range;

/// The headings of tables that may be there once: the bytes of their names.
pub(super) fn headers_of(toml: &str) -> Vec<Range<usize>> {
    let mut headers = Vec::new();
    let mut at = 0;
    for line in toml.split_inclusive('\n') {
        let text = line.trim();
        if text.starts_with('[')
            && let Some(end) = line.rfind(']')
            && let Some(start) = line.find('[')
            && start < end
        {
            headers.push(at + start..at + end + 1);
        }
        at += line.len();
    }
    headers
}

/// A table or a field that is there twice.
pub(super) fn twice(
    toml: &str,
    before: usize,
    span: &Range<usize>,
    headers: &[Range<usize>],
) -> Mistake {
    let line_of = |at: usize| before + toml[..at].matches('\n').count() + 1;
    let own = headers.partition_point(|h| h.start <= span.start);
    let own = own.checked_sub(1).and_then(|i| headers.get(i));
    if let Some(own) = own {
        let first = headers
            .iter()
            .find(|h| h.start < own.start && toml[(*h).clone()] == toml[own.clone()]);
        let list = toml[own.clone()].starts_with("[[");
        if let Some(first) = first.filter(|_| !list) {
            return Mistake {
                message: format!(
                    "`{}` is here twice: the first one is in line {}",
                    &toml[own.clone()],
                    line_of(first.start)
                ),
                hint: "keep one of them, or give the second one another name".to_owned(),
                span: own.clone(),
            };
        }
    }
    let name = toml.get(span.clone()).unwrap_or_default();
    let from = own.map_or(0, |h| h.end);
    let mut at = from;
    let mut first = None;
    for line in toml[from..span.start.max(from)].split_inclusive('\n') {
        if line.split_once('=').is_some_and(|(n, _)| n.trim() == name) {
            first = Some(at);
            break;
        }
        at += line.len();
    }
    Mistake {
        message: match first {
            Some(at) => format!(
                "`{name}` is here twice: the first one is in line {}",
                line_of(at)
            ),
            None => format!("`{name}` is here twice"),
        },
        hint: "keep one of them".to_owned(),
        span: span.clone(),
    }
}
