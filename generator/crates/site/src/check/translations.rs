//! What is wrong with a translation beside its source.

use super::Checker;
use crate::model::{Page, Text};
use diagnostics::{Code, Diagnostic};
use translation::{Critical, Difference, State};

impl Checker<'_> {
    pub(super) fn translation(&mut self, page: &Page, text: &Text) {
        let Some(alignment) = &text.alignment else {
            return;
        };
        for orphan in &alignment.orphans {
            let what = if orphan.statement {
                "statement"
            } else {
                "section"
            };
            let ids = page.source().document.ids();
            let diagnostic = Diagnostic::new(
                Code::OrphanSection,
                format!(
                    "the {what} `{}` does not exist in {}",
                    orphan.id,
                    page.source().file
                ),
            )
            .did_you_mean(&orphan.id, ids);
            self.report(&text.file, &orphan.span, diagnostic);
        }
        for missing in &alignment.missing_statements {
            // A source that grew must not stop the other languages: the page shows the new sentence and says that the part is out of date.
            let state = alignment.sections.iter().find(|a| a.id == missing.section);
            if !state.is_some_and(|a| matches!(a.state, State::Current | State::Unrecorded)) {
                continue;
            }
            let span = text
                .document
                .section(&missing.section)
                .map_or(0..0, |s| s.heading_span.clone());
            let diagnostic = Diagnostic::new(
                Code::MissingStatement,
                format!("the statement `{}` is missing here", missing.id.value),
            )
            .hint(format!(
                "translate the sentence that ends in `{{#{}}}` in {} and end it in the same id",
                missing.id.value,
                page.source().file
            ));
            self.report(&text.file, &span, diagnostic);
        }
        for aligned in &alignment.sections {
            let Some(index) = aligned.translation else {
                continue;
            };
            let translated = &text.document.sections[index];
            let found = match aligned.state {
                State::Stale => Some((Code::StaleSection, "the words")),
                State::Unsafe => {
                    Some((Code::UnsafeSection, "a number, an address or an obligation"))
                }
                State::Current | State::Unrecorded | State::Missing => None,
            };
            if let Some((code, what)) = found {
                let diagnostic = Diagnostic::new(
                    code,
                    format!(
                        "{what} in the source of the section `{}` changed since it was translated",
                        aligned.id
                    ),
                )
                .hint("translate it again, then run `mifriendly accept`");
                self.report(&text.file, &translated.heading_span, diagnostic);
            }
            let differences = translation::facts_differ(
                &page.source().readings[aligned.source].facts,
                &text.readings[index].facts,
            );
            if !differences.is_empty() {
                let diagnostic = Diagnostic::new(
                    Code::FactsDiffer,
                    format!(
                        "the section `{}` and its source differ in what must be the same: {}",
                        aligned.id,
                        describe(&differences)
                    ),
                );
                self.report(&text.file, &translated.heading_span, diagnostic);
            }
        }
    }
}

fn describe(differences: &[Difference]) -> String {
    let critical = |c: &Critical| match c {
        Critical::Number(text)
        | Critical::Telephone(text)
        | Critical::Url(text)
        | Critical::Email(text) => text.clone(),
        Critical::Month(month) => format!("month {month}"),
        Critical::Fact(name) => format!("fact:{name}"),
        Critical::Council(id) => format!("only in {id}"),
    };
    differences
        .iter()
        .map(|d| match d {
            Difference::Lacking(c) => format!("lacks {}", critical(c)),
            Difference::Added(c) => format!("adds {}", critical(c)),
        })
        .collect::<Vec<_>>()
        .join(", ")
}
