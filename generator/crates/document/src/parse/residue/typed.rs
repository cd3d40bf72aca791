//! Lists that were numbered or marked by hand, as in a letter: `(1)`, `a)`, `①`, `→`.

use super::Search;
use super::lines::Line;

impl Search<'_> {
    /// Two lines that begin as items follow each other: they run on as one line.
    pub(super) fn run_on(&mut self, line: Line, before: Option<&str>) {
        let (Some(mark), Some(earlier)) = (typed_mark(line.words), before.and_then(typed_mark))
        else {
            return;
        };
        if mark.follows(&earlier) {
            self.add(
                line.mark(mark.length),
                format!(
                    "`{}` begins no item of a list: the lines run on as one paragraph",
                    &line.words[..mark.length]
                ),
                "begin each step with `1. `, or each item with `- `, on a line of its own",
            );
        }
    }
}

/// What a line begins with where it looks like an item that was numbered or marked by hand.
struct TypedMark {
    /// The number or the letter's code; the same for every item of an unnumbered list.
    number: u32,
    /// The sign around or behind it, or the mark itself.
    form: char,
    length: usize,
}

impl TypedMark {
    fn follows(&self, earlier: &TypedMark) -> bool {
        self.form == earlier.form && (self.number == 0 || self.number == earlier.number + 1)
    }
}

fn typed_mark(words: &str) -> Option<TypedMark> {
    /// Signs that are before the items of a list, and in no sentence.
    const SIGNS: &str = "→⇒➔✓✔✅☐☑✗✘★☆►▶";
    let first = words.chars().next()?;
    let mark = |number, form, length| {
        Some(TypedMark {
            number,
            form,
            length,
        })
    };
    if SIGNS.contains(first) {
        return mark(0, first, first.len_utf8());
    }
    if ('\u{2460}'..='\u{2473}').contains(&first) {
        return mark(u32::from(first) - 0x245f, '①', first.len_utf8());
    }
    let inside = words.trim_start_matches(['(', '（']);
    let bracket = words.len() - inside.len();
    let length = inside
        .find(|c: char| !c.is_alphanumeric())
        .filter(|length| (1..=6).contains(length))?;
    let (label, rest) = inside.split_at(length);
    let sign = rest.chars().next()?;
    let is_closed = matches!(sign, ')' | '）');
    // A sentence may begin with "a." or "I.", but not two lines, one with the letter after the other's.
    let is_item = is_closed || bracket == 0 && matches!(sign, '.' | '．' | '․');
    let number = ordinal(label).filter(|_| is_item)?;
    mark(
        number,
        if bracket > 0 { '(' } else { sign },
        bracket + length + sign.len_utf8(),
    )
}

/// The number that digits, one letter, or small Roman numerals say.
fn ordinal(label: &str) -> Option<u32> {
    const ROMAN: [&str; 10] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
    if label.chars().all(char::is_numeric) && label.chars().count() < 3 {
        // In other digits the last one says whether it follows.
        return label
            .parse()
            .ok()
            .or_else(|| label.chars().last().map(u32::from));
    }
    let lower = label.to_lowercase();
    if let Some(at) = ROMAN.iter().position(|numeral| *numeral == lower) {
        return u32::try_from(at + 1).ok();
    }
    let mut letters = lower.chars();
    let letter = letters.next().filter(|c| c.is_alphabetic())?;
    letters.next().is_none().then_some(u32::from(letter))
}
