//! The settings of fenced blocks: what is after the word `only`, and the TOML of `finder` and `include`.

use super::problems::Problems;
use super::source::Source;
use crate::model::{Block, Span, Spanned};
use diagnostics::{Code, Diagnostic};
use toml::de::{DeTable, DeValue};

/// Settings of one block while they are read.
pub(super) struct Settings<'a> {
    /// The block's name.
    pub name: &'a str,
    /// The TOML in it.
    pub text: &'a str,
    /// The places of that TOML.
    pub source: &'a Source<'a>,
    /// The whole block.
    pub span: Span,
}

impl Settings<'_> {
    /// `kinds = ["housing"]`.
    pub fn finder(&self, problems: &mut Problems) -> Option<Block> {
        let table = self.table(&["kinds"], problems)?;
        let Some(value) = table.get("kinds") else {
            self.lacks("kinds", problems);
            return None;
        };
        let kinds: Option<Vec<_>> = value.get_ref().as_array().and_then(|array| {
            array
                .iter()
                .map(|kind| self.string(kind.get_ref(), kind.span()))
                .collect()
        });
        match kinds {
            Some(kinds) if !kinds.is_empty() => Some(Block::Finder {
                kinds,
                span: self.span.clone(),
            }),
            _ => {
                self.wrong(
                    &self.source.span(value.span()),
                    "`kinds` is a list of kinds of help, at least one",
                    problems,
                );
                None
            }
        }
    }

    /// `page = "urgent"` and `section = "threatened"`.
    pub fn include(&self, problems: &mut Problems) -> Option<Block> {
        let table = self.table(&["page", "section"], problems)?;
        let mut field = |name: &str| {
            let Some(value) = table.get(name) else {
                self.lacks(name, problems);
                return None;
            };
            let text = self.string(value.get_ref(), value.span());
            if text.is_none() {
                let message = format!("`{name}` is a text in quotes");
                self.wrong(&self.source.span(value.span()), &message, problems);
            }
            text
        };
        let (page, section) = (field("page"), field("section"));
        Some(Block::Include {
            page: page?,
            section: section?,
            span: self.span.clone(),
        })
    }

    fn string(&self, value: &DeValue<'_>, span: Span) -> Option<Spanned<String>> {
        let value = value.as_str().filter(|text| !text.trim().is_empty())?;
        Some(Spanned {
            value: value.to_owned(),
            span: self.source.span(span),
        })
    }

    fn table(&self, fields: &[&str], problems: &mut Problems) -> Option<DeTable<'_>> {
        let (table, errors) = DeTable::parse_recoverable(self.text);
        // One mistake makes the parser of TOML trip over what follows.
        if let Some(error) = errors.first() {
            let span = match error.span() {
                Some(span) if !span.is_empty() => self.source.span(span),
                _ => self.span.clone(),
            };
            self.wrong(&span, "these settings cannot be read", problems);
            return None;
        }
        let table = table.into_inner();
        for (name, _) in &table {
            let field = name.get_ref();
            if !fields.contains(&field.as_ref()) {
                problems.report(
                    &self.source.span(name.span()),
                    Diagnostic::new(
                        Code::BadExtension,
                        format!("`{field}` is not a setting of `{}`", self.name),
                    )
                    .hint(example(self.name))
                    .did_you_mean(field, fields.iter().copied()),
                );
            }
        }
        Some(table)
    }

    fn lacks(&self, field: &str, problems: &mut Problems) {
        let message = format!("`{}` needs the setting `{field}`", self.name);
        self.wrong(&self.span, &message, problems);
    }

    fn wrong(&self, span: &Span, message: &str, problems: &mut Problems) {
        problems.hinted(Code::BadExtension, span, message, example(self.name));
    }
}

/// The value of `council` in `council=coventry`, which is all that may follow the word `only`.
pub(super) fn council(settings: &str) -> Option<&str> {
    let value = settings.trim().strip_prefix("council=")?;
    let value = value
        .strip_prefix('"')
        .and_then(|value| value.strip_suffix('"'))
        .unwrap_or(value);
    crate::id::is_id(value).then_some(value)
}

/// What to write instead.
pub(super) fn example(name: &str) -> &'static str {
    match name {
        "finder" => "a finder holds one line: `kinds = [\"housing\"]`",
        "include" => {
            "an include holds two lines: `page = \"urgent\"` and `section = \"threatened\"`"
        }
        _ => "write ` ```only council=coventry `, then Markdown, then ` ``` `",
    }
}
