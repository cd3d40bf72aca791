//! The text of a page: its sections, translated where they are, and how far the translation can be trusted.

use super::Builder;
use crate::context::{Link, Section, Translation};
use crate::draw::{Drawer, page_link};
use crate::service_context::language_context;
use document::html::TableNames;
use translation::State;

impl Builder<'_> {
    /// The source's sections in its order, each translated where it is, with how far the translation can be trusted.
    pub(super) fn sections(&self) -> Vec<Section> {
        let source = self.page.source();
        let drawer = Drawer::new(
            self.site,
            self.assets,
            self.page,
            self.text,
            self.output,
            self.language,
        );
        let mut tables = TableNames::default();
        let Some(alignment) = &self.text.alignment else {
            let sections = self.text.document.sections.iter();
            return sections
                .map(|s| self.section(s, &drawer, "source", &mut tables))
                .collect();
        };
        let in_source = drawer.with_text(source);
        alignment
            .sections
            .iter()
            .map(|aligned| match aligned.translation {
                Some(index) => {
                    let state = match aligned.state {
                        State::Current => "current",
                        State::Stale => "stale",
                        State::Unsafe => "unsafe",
                        State::Unrecorded => "unrecorded",
                        State::Missing => "missing",
                    };
                    let section = &self.text.document.sections[index];
                    self.section(section, &drawer, state, &mut tables)
                }
                None => {
                    let section = &source.document.sections[aligned.source];
                    self.section(section, &in_source, "missing", &mut tables)
                }
            })
            .collect()
    }

    fn section(
        &self,
        section: &document::Section,
        drawer: &Drawer,
        state: &str,
        tables: &mut TableNames,
    ) -> Section {
        let record = self.page.record.sections.get(&section.id);
        let from = record.and_then(|r| r.valid_from);
        let until = record.and_then(|r| r.valid_until);
        let validity = match (from, until) {
            (_, Some(until)) if until <= self.site.today => "past",
            (Some(from), _) if from > self.site.today => "future",
            _ => "valid",
        };
        let other = drawer.text.language != self.text.language;
        Section {
            id: section.id.clone(),
            level: section.level,
            heading_html: document::html::inlines(&section.heading, drawer),
            heading: document::text::inlines(&section.heading, drawer),
            html: document::html::body(section, drawer, tables)
                + &self.missing_statements(section, drawer),
            language: other.then(|| language_context(drawer.text.language)),
            applies_to: record
                .iter()
                .flat_map(|r| &r.applies_to)
                .map(|status| self.words.text(&format!("status-{status}")))
                .collect(),
            translation: state.to_owned(),
            validity: validity.to_owned(),
            valid_from: from.map(|d| self.words.date(d)),
            valid_until: until.map(|d| self.words.date(d)),
        }
    }

    /// Statements of the source that this translated section lacks, in the source language: they must reach every reader.
    fn missing_statements(&self, section: &document::Section, drawer: &Drawer) -> String {
        let source = self.page.source();
        let Some(alignment) = &drawer.text.alignment else {
            return String::new();
        };
        let in_source = drawer.with_text(source);
        let lacks = |m: &&translation::MissingStatement| m.section == section.id;
        let missing = alignment.missing_statements.iter().filter(lacks);
        missing
            .filter_map(|m| source.document.statement(&m.id.value))
            .map(|statement| {
                format!(
                    "<p class=\"statement\" id=\"{}\" lang=\"{}\" dir=\"{}\">{}</p>",
                    statement.id.value,
                    source.language.tag,
                    source.language.direction.as_str(),
                    document::html::inlines(statement.inlines, &in_source)
                )
            })
            .collect()
    }

    pub(super) fn translation(&self) -> Option<Translation> {
        let record = self.text.front.translation.clone().or_else(|| {
            // A translation that does not say who made it is treated as a machine's.
            self.text.alignment.as_ref().map(|_| Default::default())
        })?;
        let alignment = self.text.alignment.as_ref();
        let outdated = alignment
            .iter()
            .flat_map(|a| &a.sections)
            .filter(|s| matches!(s.state, State::Stale | State::Unsafe | State::Missing));
        let drawer = Drawer::new(
            self.site,
            self.assets,
            self.page,
            self.text,
            self.output,
            self.language,
        );
        let heading = |id: &str| {
            let own = self.text.document.section(id);
            let found = own.or_else(|| self.page.source().document.section(id))?;
            Some(document::text::inlines(&found.heading, &drawer)).filter(|h| !h.is_empty())
        };
        Some(Translation {
            by_machine: record.by_machine || self.text.front.translation.is_none(),
            translator: record.translator,
            date: record.date.map(|d| self.words.date(d)),
            checked_by: record.checked_by,
            checked_on: record.checked_on.map(|d| self.words.date(d)),
            source_url: page_link(self.page, self.output, self.page.source_language),
            source_language: language_context(self.page.source_language),
            outdated: outdated
                .map(|s| Link {
                    title: heading(&s.id).unwrap_or_else(|| self.page.shown_title(self.language)),
                    // The introduction is the top of the page, wherever a template puts it.
                    url: if s.id == document::INTRO {
                        "#".to_owned()
                    } else {
                        format!("#{}", s.id)
                    },
                    current: false,
                })
                .collect(),
        })
    }
}
