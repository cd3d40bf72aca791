//! What a spreadsheet would take for a formula, made a text, and back.

/// What parts cells in one country or another, or within a quoted cell that is not known as one.
const PARTS: [char; 4] = [';', '\t', '\n', '\r'];

/// The signs that begin a formula, the full-width and small ones too, which some spreadsheets fold.
fn begins_formula(c: char) -> bool {
    matches!(
        c,
        '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '﹦' | '﹢' | '﹣' | '﹫'
    )
}

/// The cell with an apostrophe before whatever would be a formula, at its beginning and behind what parts cells somewhere.
pub(super) fn safe(cell: &str) -> String {
    let number = cell.parse::<f64>().is_ok() && !cell.starts_with('+');
    if number {
        return cell.to_owned();
    }
    let mut safe = String::with_capacity(cell.len());
    each_part(cell, |part| {
        if is_formula(part) {
            safe.push('\'');
        }
        safe.push_str(part);
    });
    safe
}

/// The cell as it was before [`safe`].
pub(super) fn unsafe_again(cell: &str) -> String {
    let mut plain = String::with_capacity(cell.len());
    each_part(cell.trim(), |part| {
        let without = part.strip_prefix('\'').filter(|rest| is_formula(rest));
        plain.push_str(without.unwrap_or(part));
    });
    plain
}

/// A formula, behind blanks or behind apostrophes, lest an apostrophe that was there be taken for one of ours.
fn is_formula(part: &str) -> bool {
    part.trim_start_matches(|c: char| c == '\'' || c.is_whitespace() && !PARTS.contains(&c))
        .starts_with(begins_formula)
}

/// Calls `take` with every part of the cell, each with the sign that ends it.
fn each_part(cell: &str, mut take: impl FnMut(&str)) {
    cell.split_inclusive(PARTS).for_each(&mut take);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_in_any_country() {
        for (cell, expected) in [
            ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"),
            ("+44 1632 960123", "'+44 1632 960123"),
            ("@cmd", "'@cmd"),
            ("-1.5066", "-1.5066"),
            ("x;=cmd|'/C calc'!A0", "x;'=cmd|'/C calc'!A0"),
            ("x; \u{a0}=1", "x;' \u{a0}=1"),
            ("x\t-1", "x\t'-1"),
            ("x\r\n@a", "x\r\n'@a"),
            ("＝1+1", "'＝1+1"),
            (" =1+1", "' =1+1"),
            ("'=1", "''=1"),
            ("Mo-Fr 09:00-17:00; PH off", "Mo-Fr 09:00-17:00; PH off"),
            ("a=b, -c", "a=b, -c"),
        ] {
            assert_eq!(safe(cell), expected);
        }
    }

    #[test]
    fn what_was_made_safe_comes_back() {
        for cell in [
            "=1+1",
            "+44",
            "-x",
            "@a",
            "it's",
            "'quoted'",
            "'=x",
            "''=x",
            "a;=b;'=c;d",
            "a\n+44 1\n-b",
            "-1.5",
        ] {
            assert_eq!(unsafe_again(&safe(cell)), cell);
        }
    }
}
