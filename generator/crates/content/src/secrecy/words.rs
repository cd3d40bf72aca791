//! Lists of words as data files: sections in brackets, a language's words behind its tag, `#` before a remark.

use super::fold;
use std::sync::LazyLock;

/// A word for streets.
pub(super) struct Street {
    /// In the form of [`fold::words`].
    pub word: String,
    /// It is an ordinary word too, and counts only beside a name with a capital letter.
    pub ordinary: bool,
}

/// Words for streets, by where they are beside the name.
pub(super) struct Streets {
    pub after: Vec<Street>,
    pub before: Vec<Street>,
    pub end: Vec<Street>,
    /// Words of which a number follows.
    pub boxes: Vec<Vec<String>>,
}

/// The file of words for streets.
pub(super) static STREETS: LazyLock<Streets> = LazyLock::new(|| {
    let file = include_str!("../../data/streets.txt");
    let words = |section: &str| {
        let words = lines(file, section).flat_map(|(_, words)| words.split_whitespace());
        let street = |word: &str| Street {
            word: fold::words(word.trim_start_matches('!')),
            ordinary: word.starts_with('!'),
        };
        words.map(street).collect()
    };
    let phrase = |words: &str| fold::words(words).split(' ').map(str::to_owned).collect();
    Streets {
        after: words("after"),
        before: words("before"),
        end: words("end"),
        boxes: lines(file, "box").map(|(_, words)| phrase(words)).collect(),
    }
});

/// The patterns of a section of the file of map addresses.
pub(super) fn hosts(section: &str) -> impl Iterator<Item = &'static str> {
    let file = include_str!("../../data/map-hosts.txt");
    section_lines(file, section)
}

/// The lines of a section as tags and words.
pub fn lines<'f>(file: &'f str, section: &str) -> impl Iterator<Item = (&'f str, &'f str)> {
    section_lines(file, section).filter_map(|line| {
        let (tags, words) = line.split_once(':')?;
        Some((tags.trim(), words.trim()))
    })
}

fn section_lines<'f>(file: &'f str, section: &str) -> impl Iterator<Item = &'f str> {
    let head = format!("[{section}]");
    file.lines()
        .map(str::trim)
        .skip_while(move |line| *line != head)
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}
