//! Ordinary words that CommonMark takes for markup: a year for the number of a list, a pasted indent for code.

use super::blocks::Reader;
use crate::model::{Block, Inline, Item};
use diagnostics::Code;
use std::ops::Range;

/// Where the list before is, for the next one beside it.
#[derive(Clone, Copy)]
pub(super) struct ListBefore {
    /// Whether its items are numbered.
    pub is_ordered: bool,
    /// How many blanks are before its first mark.
    pub indent: usize,
    /// How many blocks of its parent are before and with it.
    pub blocks: usize,
}

impl Reader<'_, '_> {
    /// Reports a list that is probably none. `before` are the blocks beside it that come first, `range` the list's.
    pub fn check_list(
        &mut self,
        start: Option<u64>,
        items: &[Item],
        before: &[Block],
        list_before: Option<ListBefore>,
        range: &Range<usize>,
    ) {
        let first_line = self.text[range.clone()].lines().next().unwrap_or_default();
        let items_start = first_line.trim_start();
        let start_at = range.start + first_line.len() - items_start.len();
        let mark = items_start.split([' ', '\t']).next().unwrap_or_default();
        let span = self.source.span(start_at..start_at + mark.len());
        if let Some(number) = start {
            let goes_on = number == 1 || self.next_numbers.contains(&number);
            let is_date = items.len() == 1 && has_year(items);
            if !goes_on || is_date {
                let sign = if mark.ends_with(')') { ')' } else { '.' };
                let message = if goes_on {
                    format!("`{mark}` begins a list of one item: is it a date?")
                } else {
                    format!(
                        "`{mark}` begins a list that counts from {number}: is it a date, a year or a price?"
                    )
                };
                self.problems.hinted(
                    Code::AccidentalMarkup,
                    &span,
                    message,
                    &format!("write `{number}\\{sign}` where the number belongs to the sentence; a list begins at 1, or goes on where a list before it ended"),
                );
            }
            self.next_numbers.insert(number + items.len() as u64);
            return;
        }
        let indent = self.indent(range);
        let is_broken = list_before.is_some_and(|list| {
            list.is_ordered && list.blocks == before.len() && list.indent < indent
        });
        if is_broken {
            self.problems.hinted(
                Code::AccidentalMarkup,
                &span,
                "these items are meant to stand in the numbered item above, and end its list instead",
                "begin their lines with three blanks, under the first word of the numbered item",
            );
        }
        let interrupts = matches!(before.last(), Some(Block::Paragraph { inlines, .. }) if !ends_in_colon(inlines))
            && !self.follows_empty_line(range.start);
        if interrupts && items.len() == 1 {
            self.problems.hinted(
                Code::AccidentalMarkup,
                &span,
                format!("`{mark}` at the beginning of a line makes a list of one item"),
                &format!("write `\\{mark}` where it belongs to the sentence, or leave an empty line before a list"),
            );
        }
    }

    /// In which column, from 0, the first mark of a list is.
    pub fn indent(&self, range: &Range<usize>) -> usize {
        let blanks = self.text[range.clone()]
            .find(|c| c != ' ')
            .unwrap_or_default();
        let at = range.start + blanks;
        at - self.text[..at].rfind('\n').map_or(0, |i| i + 1)
    }

    fn follows_empty_line(&self, at: usize) -> bool {
        let before = &self.text[..at];
        let Some(end) = before.rfind('\n') else {
            return true;
        };
        let line = before[..end].rsplit('\n').next().unwrap_or_default();
        line.trim_matches([' ', '\t', '\r', '>']).is_empty()
    }

    /// Reports code by indentation: nobody writes it, but pasted text is often indented.
    pub fn report_indented(&mut self, range: &Range<usize>) {
        let text = self.text[range.clone()].trim_end();
        self.problems.hinted(
            Code::IndentedCode,
            &self.source.span(range.start..range.start + text.len()),
            "four blanks or a tab before a line make it code: its links, facts and ids would be printed letter by letter",
            "take the blanks away; code that is meant stands between two lines of three backquotes",
        );
    }

    /// Reports emphasis that begins in one word and ends in another: two stars that were part of their words.
    pub fn report_words_in_stars(&mut self, range: &Range<usize>) {
        let inner = &self.text[range.start + 1..range.end - 1];
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        let begins_in_word = is_letter(self.before(range.start));
        if begins_in_word
            && is_letter(inner.chars().next())
            && is_letter(inner.chars().next_back())
            && is_letter(self.text[range.end..].chars().next())
            && inner.contains(char::is_whitespace)
        {
            self.problems.hinted(
                Code::AccidentalMarkup,
                &self.source.span(range.clone()),
                "two stars inside words, between which the text would be emphasised",
                "a star that is meant is written `\\*`",
            );
        }
    }

    /// Reports a row of a table that has more or fewer cells than the table has columns.
    pub fn check_row(&mut self, range: &Range<usize>, columns: usize) {
        let row = self.text[range.clone()].trim_matches([' ', '\t', '\r', '\n', '>']);
        let mut cells = 1;
        let mut escaped = false;
        for sign in row.chars() {
            cells += usize::from(sign == '|' && !escaped);
            escaped = sign == '\\' && !escaped;
        }
        let pipes = cells - 1;
        cells -= usize::from(row.starts_with('|'));
        cells -= usize::from(pipes > 1 && row.ends_with('|') && !row.ends_with("\\|"));
        if cells == columns {
            return;
        }
        let (message, hint) = if pipes == 0 {
            (
                "a line right under a table becomes a row of it".to_owned(),
                "leave an empty line after the table",
            )
        } else if cells > columns {
            (
                format!(
                    "a row of {cells} cells in a table of {columns} columns: what is too much would not be on the page"
                ),
                "give every row as many cells as the first one; a `|` that is meant is written `\\|`",
            )
        } else {
            (
                format!(
                    "a row of {cells} {} in a table of {columns} columns",
                    if cells == 1 { "cell" } else { "cells" }
                ),
                "give every row as many cells as the first one; an empty cell is written `| |`",
            )
        };
        let trimmed = self.text[range.clone()].trim_end().len();
        self.problems.hinted(
            Code::TableRow,
            &self.source.span(range.start..range.start + trimmed),
            message,
            hint,
        );
    }
}

/// Whether the only item's second word is a year: `1. maja 2026`.
fn has_year(items: &[Item]) -> bool {
    let Some(Block::Paragraph { inlines, .. }) = items.first().and_then(|i| i.blocks.first())
    else {
        return false;
    };
    let Some(Inline::Text(text)) = inlines.first() else {
        return false;
    };
    let word = text.split_whitespace().nth(1).unwrap_or_default();
    let digits = word.trim_end_matches(['.', ',', ';', ':']);
    digits.len() == 4
        && digits.starts_with(['1', '2'])
        && digits.bytes().all(|b| b.is_ascii_digit())
}

fn ends_in_colon(inlines: &[Inline]) -> bool {
    match inlines.last() {
        Some(Inline::Text(text)) => text.trim_end().ends_with([':', '：', '፦', '፡']),
        Some(
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Link { inlines: inner, .. }
            | Inline::Term { inlines: inner, .. },
        ) => ends_in_colon(inner),
        _ => false,
    }
}
