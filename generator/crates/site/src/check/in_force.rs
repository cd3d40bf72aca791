//! Facts that are cited before the day from which they hold.

use super::Checker;
use content::Date;
use content::facts::{Fact, Value};
use diagnostics::{Code, Diagnostic};
use document::{Block, Inline, Section, Span, each_inline};

impl Checker<'_> {
    /// The citations in a section that would state what does not hold yet. `from` is the day from which the section itself holds.
    ///
    /// A paragraph that cites the day too says from when it will hold.
    pub(super) fn too_early<'d>(
        &self,
        section: &'d Section,
        from: Option<Date>,
    ) -> Vec<(&'d Span, Diagnostic)> {
        let mut found = Vec::new();
        for passage in passages(section) {
            let cited = cited(&passage);
            let fact = |name: &str| self.site.facts.get(name);
            let says = |day: Date| {
                let mut values = cited.iter().filter_map(|(name, _)| fact(name));
                values.any(|other| other.value == Value::Day(day))
            };
            for (name, span) in &cited {
                let Some(day) = fact(name).and_then(|fact| self.begins(fact)) else {
                    continue;
                };
                if from.is_some_and(|from| day <= from) || says(day) {
                    continue;
                }
                let diagnostic = Diagnostic::new(
                    Code::FactNotInForce,
                    format!("the fact `{name}` holds only from {day}, and would be printed today"),
                )
                .hint(format!(
                    "keep today's value as `[{name}]` in `facts.toml`, and write the new one below it as `[{name}.next]`, which takes over on its `valid_from`"
                ));
                found.push((*span, diagnostic));
            }
        }
        found
    }

    /// The day to come on which a fact begins to hold.
    fn begins(&self, fact: &Fact) -> Option<Date> {
        fact.valid_from.filter(|day| *day > self.site.today)
    }
}

/// What is read in one go: a heading, a paragraph, a row of a table.
fn passages(section: &Section) -> Vec<Vec<&[Inline]>> {
    let mut found = vec![vec![&section.heading[..]]];
    section.for_each_block(&mut |block| match block {
        Block::Paragraph { inlines, .. } => found.push(vec![inlines]),
        Block::Table(table) => {
            let rows = std::iter::once(&table.head).chain(&table.rows);
            found.extend(rows.map(|row| row.iter().map(|cell| &cell[..]).collect()));
        }
        _ => {}
    });
    found
}

fn cited<'d>(passage: &[&'d [Inline]]) -> Vec<(&'d str, &'d Span)> {
    let mut found = Vec::new();
    for inlines in passage {
        each_inline(inlines, &mut |inline| {
            if let Inline::Fact { name, span } = inline {
                found.push((name.as_str(), span));
            }
        });
    }
    found
}
