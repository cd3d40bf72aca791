//! Postcodes in the files of a refuge, where none may stand.

use document::Span;
use finder::postcode::Format;

/// Everything in `text` that is written as a postcode.
pub fn postcodes(text: &str, format: &Format) -> Vec<Span> {
    let words: Vec<(usize, &str)> = text
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
        .collect();
    let mut found: Vec<Span> = Vec::new();
    for (i, (start, word)) in words.iter().enumerate() {
        if found.last().is_some_and(|last| *start < last.end) {
            continue;
        }
        let after = words.get(i + 1).map(|(start, next)| start + next.len());
        let ends = [Some(start + word.len()), after];
        let is_postcode = |end: &usize| {
            is_written_so(&text[*start..*end]) && format.normalise(&text[*start..*end]).is_some()
        };
        if let Some(end) = ends.into_iter().flatten().find(is_postcode) {
            found.push(*start..end);
        }
    }
    found
}

/// Whether somebody who wrote this can have meant a postcode: two words that happen to spell one are none.
fn is_written_so(text: &str) -> bool {
    let has = |word: &str, kind: fn(&char) -> bool| word.chars().any(|c| kind(&c));
    let mixed =
        |word: &str| has(word, char::is_ascii_digit) && has(word, char::is_ascii_alphabetic);
    let words = || text.split(' ');
    text.is_ascii()
        && words().count() <= 2
        && words()
            .next()
            .is_some_and(|first| has(first, char::is_ascii_digit))
        && (text == text.to_uppercase() || words().all(mixed))
}

#[cfg(test)]
mod tests {
    use super::postcodes;
    use finder::postcode::Format;

    #[test]
    fn postcodes_are_found_however_they_are_written() {
        let format = Format::for_country("GB").unwrap();
        let text = "Near ZZ1 2AB, or \"zz1 2ae\"; (ZZ12AD). Room 1 at 9 AM, form N200.";
        let found: Vec<&str> = postcodes(text, &format)
            .into_iter()
            .map(|span| &text[span])
            .collect();
        assert_eq!(found, ["ZZ1 2AB", "zz1 2ae", "ZZ12AD"]);
    }
}
