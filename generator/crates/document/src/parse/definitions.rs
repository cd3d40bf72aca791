//! Definitions of links, `[words]: address`: they are printed nowhere, so one that no link uses is text that disappears.

use super::blocks::Reader;
use diagnostics::Code;
use pulldown_cmark::RefDefs;
use std::collections::BTreeMap;
use std::ops::Range;

/// The definitions of one text that no link has used yet: their places by label, in lower case.
#[derive(Default)]
pub(super) struct Definitions(BTreeMap<String, Range<usize>>);

impl Definitions {
    /// All that a text has.
    pub fn of(definitions: &RefDefs<'_>) -> Self {
        let unused = definitions.iter();
        Self(
            unused
                .map(|(label, definition)| (label.to_lowercase(), definition.span.clone()))
                .collect(),
        )
    }
}

impl Reader<'_, '_> {
    /// Takes note of a link at `range` that may be made by the definition `label`.
    pub fn use_definition(&mut self, label: &str, range: &Range<usize>) {
        if label.is_empty() || self.definitions.0.is_empty() {
            return;
        }
        self.definitions.0.remove(&label.to_lowercase());
        if label.starts_with('^') {
            self.problems.hinted(
                Code::MarkupAsText,
                &self.source.span(range.clone()),
                "footnotes are not known here, and this one would become a link",
                "say it in the text; a source is named as `[[source]]` in `page.toml`",
            );
        }
    }

    /// Reports the definitions that no link used, at the end of a text.
    pub fn report_definitions(&mut self) {
        for range in std::mem::take(&mut self.definitions.0).into_values() {
            let line = self.text[range.clone()].trim_end();
            let label = line.find("]:").map_or(line, |end| &line[..end + 2]);
            let line = line.len();
            self.problems.hinted(
                Code::UnusedDefinition,
                &self.source.span(range.start..range.start + line),
                format!("`{label}` and the rest of this line would not be on the page"),
                "this is how Markdown defines the address of a link, and no link uses it; write words that are meant without the brackets",
            );
        }
    }
}
