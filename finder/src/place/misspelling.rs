//! How far a name is from what was typed: letters put in, left out, exchanged, or swapped with their neighbour, each
//! counted once (optimal string alignment).
//!
//! Thousands of spellings are compared with one text, so a whole column of the usual table is held in the bits of one
//! number: Heikki Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances" (2003).

/// Shorter texts are not taken for misspelt names: too many names would be near them.
const SHORTEST: usize = 4;
/// Longer ones do not fit into a number, and are no names.
const LONGEST: usize = 64;

/// A text that may be a misspelt name.
pub(super) struct Misspelt {
    /// The places where each letter of ASCII is, as bits; and each place of another letter.
    ascii: [u64; 128],
    others: Vec<(char, u64)>,
    length: usize,
    /// So many mistakes may be in it.
    allowed: usize,
}

impl Misspelt {
    /// `None` where a text is too short or too long to be one. It is folded.
    pub(super) fn new(text: &str) -> Option<Misspelt> {
        let mut ascii = [0; 128];
        let mut others: Vec<(char, u64)> = Vec::new();
        let mut length = 0;
        for letter in text.chars() {
            if length == LONGEST {
                return None;
            }
            let place = 1 << length;
            match ascii.get_mut(letter as usize) {
                Some(places) => *places |= place,
                None => others.push((letter, place)),
            }
            length += 1;
        }
        let allowed = match length {
            0..SHORTEST => return None,
            SHORTEST..7 => 1,
            _ => 2,
        };
        Some(Misspelt {
            ascii,
            others,
            length,
            allowed,
        })
    }

    /// How many mistakes make the text of `name`; `None` where there are more than may be.
    pub(super) fn edits(&self, name: &str) -> Option<usize> {
        // A letter has at most four bytes.
        if name.len() + self.allowed < self.length || name.len() > 4 * (self.length + self.allowed)
        {
            return None;
        }
        let last = 1 << (self.length - 1);
        let mut edits = self.length;
        // Where a value of the column is one above, or one below, the value over it.
        let (mut above, mut below) = (u64::MAX, 0u64);
        // Where a value is that of its neighbour up and to the left; and where the letter before is.
        let (mut same, mut before) = (0u64, 0u64);
        for letter in name.chars() {
            let places = match self.ascii.get(letter as usize) {
                Some(places) => *places,
                None => {
                    let others = self.others.iter().filter(|(other, _)| *other == letter);
                    others.fold(0, |all, (_, place)| all | place)
                }
            };
            let swapped = (!same & places) << 1 & before;
            same = ((places & above).wrapping_add(above) ^ above) | places | below | swapped;
            let right = below | !(same | above);
            let left = same & above;
            edits += usize::from(right & last != 0);
            edits -= usize::from(left & last != 0);
            let right = right << 1 | 1;
            above = left << 1 | !(same | right);
            below = right & same;
            before = places;
        }
        (edits <= self.allowed).then_some(edits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The same by the table as textbooks have it.
    fn by_table(a: &str, b: &str) -> usize {
        let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                table[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let cost = usize::from(a[i - 1] != b[j - 1]);
                    let mut least = (table[i - 1][j] + 1)
                        .min(table[i][j - 1] + 1)
                        .min(table[i - 1][j - 1] + cost);
                    if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                        least = least.min(table[i - 2][j - 2] + 1);
                    }
                    least
                };
            }
        }
        table[a.len()][b.len()]
    }

    proptest! {
        #[test]
        fn counts_what_the_table_counts(text in "[abcأ]{0,12}|[a-c]{60,66}", name in "[abcأ]{0,14}|[a-c]{60,70}") {
            let found = Misspelt::new(&text).map(|misspelt| misspelt.edits(&name));
            let length = text.chars().count();
            prop_assert_eq!(found.is_some(), (SHORTEST..=LONGEST).contains(&length));
            if let Some(found) = found {
                let allowed = if length < 7 { 1 } else { 2 };
                let edits = by_table(&text, &name);
                prop_assert_eq!(found, (edits <= allowed).then_some(edits));
            }
        }

        #[test]
        fn mistakes_are_found(text in "[a-e]{7,20}", at in 0usize..19, how in 0u8..4) {
            let mut typed: Vec<char> = text.chars().collect();
            let at = at % (typed.len() - 1);
            match how {
                0 => drop(typed.remove(at)),
                1 => typed.insert(at, 'x'),
                2 => typed[at] = 'x',
                _ => typed.swap(at, at + 1),
            }
            let typed: String = typed.into_iter().collect();
            let found = Misspelt::new(&typed).and_then(|misspelt| misspelt.edits(&text));
            prop_assert!(found.is_some_and(|edits| edits <= 1), "{typed} {text} {found:?}");
        }
    }
}
