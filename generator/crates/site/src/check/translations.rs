//! What is wrong with a translation beside its source.

use super::Checker;
use crate::model::Text;
use content::facts::Value;
use diagnostics::{Code, Diagnostic};
use document::{Inline, Section, Span};
use std::collections::{BTreeMap, BTreeSet};
use translation::{Critical, CriticalFacts, Difference, Part, State, Unnamed};

impl Checker<'_> {
    /// What is wrong with the translations of one page or notice; `source` is the text they were made from.
    pub(super) fn translations<'t>(
        &mut self,
        source: &Text,
        texts: impl Iterator<Item = &'t Text> + Clone,
    ) {
        if !source.sound {
            return;
        }
        let texts = texts.filter(|text| text.sound);
        let unnamed = self.unnamed_statements(source, texts.clone());
        for text in texts {
            self.translation(source, text, &unnamed);
        }
    }

    /// Reports sentences of the source that have an id in translations and none in the source, once at the source's line; gives their ids.
    fn unnamed_statements<'t>(
        &mut self,
        source: &Text,
        texts: impl Iterator<Item = &'t Text>,
    ) -> BTreeSet<String> {
        let mut found: BTreeMap<String, (Span, Vec<&str>)> = BTreeMap::new();
        for text in texts {
            let orphans = text.alignment.iter().flat_map(|a| &a.orphans);
            for orphan in orphans.filter(|orphan| orphan.statement) {
                let unnamed = translation::unnamed(&source.document, &text.document, &orphan.span);
                if let Some(unnamed) = unnamed {
                    let span = self.sentence(source, &unnamed);
                    let entry = found.entry(orphan.id.clone()).or_insert((span, Vec::new()));
                    entry.1.push(&text.file);
                }
            }
        }
        for (id, (span, files)) in &found {
            let diagnostic = Diagnostic::new(
                Code::StatementWithoutId,
                format!("this sentence has the id `{id}` in {} and none here", files.join(", ")),
            )
            .hint(format!(
                "end it in `{{#{id}}}`, or take the id out there if the sentence need not reach every reader"
            ));
            self.report(&source.file, span, diagnostic);
        }
        found.into_keys().collect()
    }

    /// Where a sentence is: found by its longest piece of plain words, or else its section's heading.
    fn sentence(&self, source: &Text, sentence: &Unnamed) -> Span {
        let section = sentence.section;
        let pieces = sentence.inlines.iter().filter_map(|inline| match inline {
            Inline::Text(text) => Some(text.trim()),
            _ => None,
        });
        let Some(words) = pieces.max_by_key(|words| words.len()) else {
            return section.heading_span.clone();
        };
        let file = self.sources.quoted(&source.file).unwrap_or_default();
        let at = file
            .get(section.span.clone())
            .and_then(|text| text.find(words))
            .map(|at| section.span.start + at);
        match at {
            Some(at) => at..at + words.len(),
            None => section.heading_span.clone(),
        }
    }

    fn translation(&mut self, source: &Text, text: &Text, unnamed: &BTreeSet<String>) {
        let Some(alignment) = &text.alignment else {
            return;
        };
        for orphan in &alignment.orphans {
            if orphan.statement && unnamed.contains(&orphan.id) {
                continue; // Reported where the id is missing.
            }
            let what = if orphan.statement {
                "statement"
            } else {
                "section"
            };
            let ids = source.document.ids();
            let diagnostic = Diagnostic::new(
                Code::OrphanSection,
                format!(
                    "the {what} `{}` does not exist in {}",
                    orphan.id, source.file
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
                missing.id.value, source.file
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
            let source_section = &source.document.sections[aligned.source];
            self.shape(text, source_section, translated, aligned.state);
            let differences = translation::facts_differ(
                &source.readings[aligned.source].facts,
                &text.readings[index].facts,
            );
            let settled = matches!(aligned.state, State::Current | State::Unrecorded);
            // A translation that says nothing of its maker counts as a machine's.
            let record = text.front.translation.as_ref();
            let checked = record.is_some_and(|t| t.checked_by.is_some());
            if settled && !checked {
                let source = &source.readings[aligned.source].facts;
                self.leads_elsewhere(source, text, index);
            }
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

    /// A translation that is not known to be old is built as its source.
    fn shape(&mut self, text: &Text, source: &Section, translated: &Section, state: State) {
        if !matches!(state, State::Current | State::Unrecorded) {
            return;
        }
        let Some(difference) = translation::shapes_differ(source, translated) else {
            return;
        };
        let diagnostic = Diagnostic::new(
            Code::ShapeDiffers,
            format!(
                "the section `{}` is built otherwise than its source: there {}, here {}",
                source.id,
                parts_in_words(&difference.source),
                parts_in_words(&difference.translation)
            ),
        )
        .hint("compare the two, block by block; what stands under a numbered item begins with three blanks");
        self.report(&text.file, &translated.heading_span, diagnostic);
    }

    /// Reports whom the translation has its readers ring or visit that its source does not. Where the source changed since, the page says
    /// so, and a number that was mended in the source must not stop the other languages.
    fn leads_elsewhere(&mut self, source: &CriticalFacts, text: &Text, index: usize) {
        let numbers = source.cited().filter_map(|name| {
            match self.site.facts.get(name).map(|fact| &fact.value) {
                Some(Value::Phone(_, dialled) | Value::Sms(_, dialled)) => Some(dialled.clone()),
                _ => None,
            }
        });
        let numbers: Vec<String> = numbers.collect();
        let elsewhere = text.readings[index].facts.leads_elsewhere(source, &numbers);
        if elsewhere.is_empty() {
            return;
        }
        let section = &text.document.sections[index];
        let names: Vec<String> = elsewhere.iter().map(critical).collect();
        let diagnostic = Diagnostic::new(
            Code::LeadsElsewhere,
            format!(
                "the section `{}` leads to what its source does not name: {}",
                section.id,
                names.join(", ")
            ),
        )
        .hint("take the number or address from the source; one that is meant needs a person who has checked the text, `checked_by` and `checked_on`");
        self.report(&text.file, &section.heading_span, diagnostic);
    }
}

fn parts_in_words(parts: &[Part]) -> String {
    let words: Vec<_> = parts.iter().map(Part::to_string).collect();
    match words.split_last() {
        None => "nothing".to_owned(),
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
    }
}

fn critical(critical: &Critical) -> String {
    match critical {
        Critical::Number(text)
        | Critical::Telephone(text)
        | Critical::Url(text)
        | Critical::Email(text) => text.clone(),
        Critical::Month(month) => format!("month {month}"),
        Critical::Fact(name) => format!("fact:{name}"),
        Critical::Council(id) => format!("only in {id}"),
        Critical::Struck(inner) => format!("{}, struck through", self::critical(inner)),
    }
}

fn describe(differences: &[Difference]) -> String {
    differences
        .iter()
        .map(|d| match d {
            Difference::Lacking(c) => format!("lacks {}", critical(c)),
            Difference::Added(c) => format!("adds {}", critical(c)),
            Difference::Elsewhere {
                statement,
                critical: c,
            } => format!(
                "lacks {} in the statement `{statement}` and has it elsewhere",
                critical(c)
            ),
        })
        .collect::<Vec<_>>()
        .join(", ")
}
