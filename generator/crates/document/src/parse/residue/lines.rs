//! Lines that begin like a heading, an item, a quotation or a row, and are none.

use super::{Place, Search, is_foreign_blank, name};
use diagnostics::Code;
use std::ops::Range;

/// Signs that word processors put before the items of a list.
const BULLETS: &str = "•·‣⁃◦▪▫●○■□➢➤\u{f0b7}\u{f0a7}\u{f0d8}";

/// A line without the blanks at its ends.
#[derive(Clone, Copy)]
pub(super) struct Line<'t> {
    /// The first byte of the line, blanks included.
    start: usize,
    /// The first byte that is no blank.
    words_start: usize,
    pub(super) words: &'t str,
    is_first: bool,
}

impl Line<'_> {
    /// From the first byte of the line to byte `end` of its words.
    fn head(&self, end: usize) -> Range<usize> {
        self.start..self.words_start + end
    }

    /// The first `length` bytes of the words.
    pub(super) fn mark(&self, length: usize) -> Range<usize> {
        self.words_start..self.words_start + length
    }
}

impl Search<'_> {
    pub(super) fn lines(&mut self, last_number: &mut Option<char>) {
        if self.place == Place::Cell || self.place == Place::Plain {
            return;
        }
        let text = self.text;
        let mut start = 0;
        let mut rows = 0;
        let mut before = None;
        for raw in text.split('\n') {
            let words = raw.trim_start_matches(|c| c == ' ' || is_foreign_blank(c));
            let line = Line {
                start,
                words_start: start + raw.len() - words.len(),
                words: words.trim_end(),
                is_first: start == 0,
            };
            start += raw.len() + 1;
            self.heading(line);
            if self.place == Place::Paragraph {
                self.item(line);
                self.number(line, last_number);
                self.other_block(line);
                self.run_on(line, before);
                before = Some(line.words);
                rows += usize::from(is_row(line.words));
                self.row(line, rows);
            }
        }
    }

    /// `##Heading`, or a no-break space after `##`.
    fn heading(&mut self, line: Line) {
        let marks = line.words.trim_start_matches(['#', '＃']);
        let length = line.words.len() - marks.len();
        let Some(next) = marks.chars().next() else {
            return;
        };
        let count = line.words[..length].chars().count();
        if count == 0 {
            return;
        }
        let shown = &line.words[..length];
        let words = marks.trim_start_matches(|c: char| c.is_whitespace() || is_foreign_blank(c));
        let blanks = marks.len() - words.len();
        let level = "#".repeat(count);
        let is_mark = match next {
            c if is_foreign_blank(c) => true,
            // "#1" is the first of something.
            c if count == 1 => {
                shown == "＃" || c.is_alphabetic() || line.start < line.words_start && c == ' '
            }
            _ => true,
        };
        if !is_mark || self.place == Place::Heading && count == 1 {
            return;
        }
        let (message, hint) = if let Some(first) =
            marks.chars().next().filter(|c| is_foreign_blank(*c))
        {
            (
                format!(
                    "a {} after `{shown}`, so that no heading begins here",
                    name(first)
                ),
                format!("write an ordinary blank after `{level}`; `check --fix` does"),
            )
        } else if shown.contains('＃') {
            (
                format!("`{shown}` begins no heading"),
                format!("write `{level} `, with the sign `#` of a Latin keyboard"),
            )
        } else if count > 6 {
            (
                format!("`{shown}` would be printed as it is: a heading has six levels at most"),
                "begin a section with `## `".to_owned(),
            )
        } else if self.place == Place::Heading {
            (
                format!("`{shown}` would be printed as it is, inside a heading"),
                "write the signs of a heading once, at the beginning of its line".to_owned(),
            )
        } else if line.start < line.words_start && next == ' ' {
            let blank = self.text[line.start..].chars().next().unwrap_or(' ');
            (
                format!(
                    "a {} before `{shown}`, so that no heading begins here",
                    name(blank)
                ),
                format!("begin the line with `{level} `; `check --fix` does"),
            )
        } else if next == ' ' {
            // Markdown itself takes `## ` for a heading wherever it can: here it was escaped or is after other words.
            (
                format!("`{shown}` would be printed as it is"),
                format!("begin a line of its own with `{level} `"),
            )
        } else if count == 1 {
            (
                "`#` would be printed as it is, because no blank follows it".to_owned(),
                format!(
                    "a section begins with `## {}`; a `#` that is meant is written `\\#`",
                    first_word(words)
                ),
            )
        } else {
            (
                format!("`{shown}` would be printed as it is, because no blank follows it"),
                format!("write `{level} {}`; `check --fix` does", first_word(words)),
            )
        };
        let mendable = (2..=6).contains(&count) && self.place == Place::Paragraph;
        if let Some(finding) = self.add(line.head(length + blanks), message, hint)
            && mendable
        {
            finding.replacement = Some(format!("{level} "));
        }
    }

    /// `-First`, `• First`, or a no-break space after `-` or `>`.
    fn item(&mut self, line: Line) {
        let mut signs = line.words.chars();
        let (Some(mark), next) = (signs.next(), signs.next()) else {
            return;
        };
        let length = mark.len_utf8();
        let blanks: usize = line.words[length..]
            .chars()
            .take_while(|c| is_foreign_blank(*c) || *c == ' ')
            .map(char::len_utf8)
            .sum();
        let foreign = next.filter(|c| is_foreign_blank(*c));
        match (mark, next) {
            ('-' | '*' | '+' | '>', _)
                if foreign.is_some() || line.start < line.words_start && next == Some(' ') =>
            {
                let blank = foreign.or_else(|| self.after(line.start)).unwrap_or(' ');
                let what = if mark == '>' {
                    "quotation"
                } else {
                    "item of a list"
                };
                let side = if foreign.is_some() { "after" } else { "before" };
                let message = format!(
                    "a {} {side} `{mark}`, so that no {what} begins here",
                    name(blank)
                );
                let hint = format!(
                    "begin the line with `{mark}` and an ordinary blank; `check --fix` does"
                );
                if let Some(finding) = self.add(line.head(length + blanks), message, hint) {
                    finding.replacement = Some(format!("{mark} "));
                }
            }
            ('-', Some(c)) if c.is_alphabetic() || c == '[' || c == '*' => {
                self.add(
                    line.mark(1),
                    "`-` would be printed as it is, because no blank follows it",
                    format!("begin an item of a list with `- `: `- {}`; a minus sign that is meant is written `\\-`", first_word(&line.words[1..])),
                );
            }
            ('–' | '—', Some(' ' | '\u{a0}')) if line.is_first => {
                self.add(
                    line.mark(length),
                    format!("`{mark}` begins no item of a list and would be printed as it is"),
                    format!("begin an item of a list with `- `; a dash that is meant is written `&{}dash;`", if mark == '–' { 'n' } else { 'm' }),
                );
            }
            (mark, Some(_)) if BULLETS.contains(mark) => {
                self.add(
                    line.mark(length),
                    format!("`{mark}` begins no item of a list and would be printed as it is"),
                    "begin each item of a list with `- ` on a line of its own",
                );
            }
            _ => {}
        }
    }

    /// `1.` with a no-break space or none, and steps numbered in a way that Markdown does not know: `1- First`, `١. First`.
    fn number(&mut self, line: Line, last_number: &mut Option<char>) {
        let rest = line.words.trim_start_matches(char::is_numeric);
        let digits = &line.words[..line.words.len() - rest.len()];
        let count = digits.chars().count();
        let mut signs = rest.chars();
        let (Some(first), Some(sign), next) = (digits.chars().next(), signs.next(), signs.next())
        else {
            self.forget_number(line, last_number);
            return;
        };
        if count > 2 || !".)-–/،．）۔".contains(sign) {
            self.forget_number(line, last_number);
            return;
        }
        let length = digits.len() + sign.len_utf8();
        let foreign = next.filter(|c| is_foreign_blank(*c));
        let is_known = matches!(sign, '.' | ')') && digits.is_ascii();
        if is_known && let Some(blank) = foreign {
            let message = format!(
                "a {} after `{digits}{sign}`, so that no item of a list begins here",
                name(blank)
            );
            let hint =
                format!("write an ordinary blank after `{digits}{sign}`; `check --fix` does");
            if let Some(finding) = self.add(line.head(length + blank.len_utf8()), message, hint) {
                finding.replacement = Some(format!("{digits}{sign} "));
            }
            return;
        }
        if is_known && next.is_some_and(char::is_alphabetic) {
            self.add(
                line.mark(length),
                format!("`{digits}{sign}` begins no item of a list, because no blank follows it"),
                format!("write `{digits}{sign} {}`; a number that is meant is written `{digits}\\{sign}`", first_word(&rest[sign.len_utf8()..])),
            );
            return;
        }
        if !next.is_none_or(char::is_whitespace) {
            self.forget_number(line, last_number);
            return;
        }
        // `1.` begins a paragraph only where it is in strong words or the like, as part of a title.
        let follows = count == 1
            && !(is_known && line.is_first)
            && last_number.is_some_and(|last| u32::from(last) + 1 == u32::from(first));
        let foreign_digits =
            line.is_first && !digits.is_ascii() && matches!(sign, '.' | ')' | '．' | '）');
        if follows || foreign_digits {
            self.add(
                line.mark(length),
                format!("`{digits}{sign}` begins no item of a list: the steps run on as one paragraph"),
                "begin each step with `1. ` in digits 0 to 9 on a line of its own; the page shows the digits of its language",
            );
        }
        *last_number = (count == 1).then_some(first);
    }

    /// Steps follow each other, or are in paragraphs one after the other.
    fn forget_number(&self, line: Line, last_number: &mut Option<char>) {
        if line.is_first {
            *last_number = None;
        }
    }

    /// Marks of blocks that other programs know.
    fn other_block(&mut self, line: Line) {
        let words = line.words;
        if words.starts_with(": ") && !line.is_first {
            self.add(
                line.mark(1),
                "`:` begins no explanation of a word and would be printed as it is",
                "write the word and its meaning as an item of a list: `- **word**: meaning`",
            );
        } else if words.starts_with(":::") || words.starts_with("!!! ") {
            self.add(
                line.mark(3),
                format!(
                    "`{}` begins no block and would be printed as it is",
                    &words[..3]
                ),
                "a callout is written `> [!NOTE]`, with `> ` before each line",
            );
        } else if words.starts_with("+++") {
            self.add(
                line.mark(3),
                "`+++` would be printed as it is",
                "the front matter stands once, at the top of the file, between two lines `+++`",
            );
        } else if words.starts_with("```") {
            self.add(
                line.mark(3),
                "a block that begins inside a line",
                "begin the block on a line of its own, with three backquotes and its name",
            );
        }
        let is_box = ["[ ]", "[x]", "[X]"].iter().any(|b| {
            words
                .strip_prefix(b)
                .is_some_and(|rest| !rest.starts_with(['(', '[']))
        });
        if is_box {
            self.add(
                line.mark(3),
                format!("`{}` is no box to tick here and would be printed as it is", &words[..3]),
                "begin the line with `- [ ] `: an item of a list, with a blank before and after the box",
            );
        }
    }

    /// A row of a table that is none. `rows`: how many lines up to this one have cells.
    fn row(&mut self, line: Line, rows: usize) {
        let words = line.words;
        if words.starts_with('|') || words.ends_with('|') || rows > 1 {
            let covered = self
                .found
                .iter()
                .any(|f| f.code == Code::MarkupAsText && f.message.contains("table"));
            if !covered {
                self.add(
                    line.mark(words.len()),
                    "a line of a table that is none, so that its `|` would be printed",
                    "put an empty line before the table, and a line `|---|---|` with as many columns after its first line",
                );
            }
        }
    }
}

/// Whether a line may be a row of a table: words on both sides of `|`.
fn is_row(words: &str) -> bool {
    let cells = words.split('|');
    let is_word = |cell: &str| cell.chars().any(char::is_alphanumeric);
    cells.clone().count() > 1 && cells.filter(|cell| is_word(cell)).count() > 1
}

/// The first word of `text`, for a hint.
fn first_word(text: &str) -> String {
    let word: String = text
        .split(|c: char| c.is_whitespace() || is_foreign_blank(c))
        .find(|word| !word.is_empty())
        .unwrap_or_default()
        .chars()
        .filter(|c| *c != super::OBJECT)
        .collect();
    format!("{word} …")
}
