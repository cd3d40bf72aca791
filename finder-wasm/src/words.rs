//! The interface's words: strings of the directory, filled and numbered as the reader's language wants.

use std::rc::Rc;

use finder::calendar::Day;
use finder::directory::Directory;
use finder::locale::{Plural, fill};

/// U+2068 FIRST STRONG ISOLATE and U+2069 POP DIRECTIONAL ISOLATE. Without them a number or a Latin name tears a
/// right-to-left sentence apart ("0800 123" comes out as "123 0800").
const ISOLATE: char = '\u{2068}';
const POP: char = '\u{2069}';

/// Strings, names and forms of the reader's language.
#[derive(Clone)]
pub struct Words {
    directory: &'static Directory,
    plural: Rc<dyn Fn(f64) -> Plural>,
}

impl Words {
    /// Words of `directory`; `plural` gives the plural category of a number in its language.
    pub fn new(directory: &'static Directory, plural: impl Fn(f64) -> Plural + 'static) -> Words {
        Words {
            directory,
            plural: Rc::new(plural),
        }
    }

    /// The directory whose words these are.
    pub fn directory(&self) -> &'static Directory {
        self.directory
    }

    /// The string `key`; the key itself where the directory lacks it, so that a gap is seen and nothing breaks.
    pub fn text<'a>(&'a self, key: &'a str) -> &'a str {
        self.directory.strings.get(key).unwrap_or(key)
    }

    /// The string `key` with `values` for its placeholders, each isolated from the sentence's direction.
    pub fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        filled(self.text(key), values)
    }

    /// The string `key` in the form for the number `n`, which stands for `{n}`.
    pub fn count(&self, key: &str, n: u32) -> String {
        self.numbered(key, f64::from(n), &self.directory.locale.number(n))
    }

    /// Like [`Words::count`] for tenths: 14 is told as 1.4.
    pub fn count_tenths(&self, key: &str, tenths: u32) -> String {
        let number = self.directory.locale.tenths(tenths);
        self.numbered(key, f64::from(tenths) / 10.0, &number)
    }

    fn numbered(&self, key: &str, n: f64, number: &str) -> String {
        let form = self.directory.strings.plural(key, (self.plural)(n));
        // A number alone is safe in a sentence of either direction.
        fill(form.unwrap_or(key), &[("n", number)])
    }

    /// Things one after the other, as the language joins them; empty for none.
    pub fn list(&self, items: &mut dyn Iterator<Item = &str>) -> String {
        let mut list = String::new();
        for item in items {
            let item = isolated(item);
            list = if list.is_empty() {
                item
            } else {
                // The list so far is isolated item by item; isolating it again would only nest.
                fill(
                    self.text("finder-list"),
                    &[("first", &list), ("second", &item)],
                )
            };
        }
        list
    }

    /// Two things, one after the other.
    pub fn pair(&self, first: &str, second: &str) -> String {
        self.list(&mut [first, second].into_iter())
    }

    /// Things one after the other.
    pub fn all(&self, items: &[String]) -> String {
        self.list(&mut items.iter().map(String::as_str))
    }

    /// A date in the reader's language.
    pub fn date(&self, day: Day) -> String {
        self.directory.locale.date(day)
    }

    /// A time of day from minutes since midnight.
    pub fn time(&self, minute: u16) -> String {
        self.directory.locale.time(minute)
    }

    /// The name of the day of the week.
    pub fn weekday(&self, day: Day) -> &str {
        &self.directory.locale.weekdays[usize::from(day.weekday()) % 7]
    }

    /// The name of a kind of help.
    pub fn kind(&self, index: u16) -> &str {
        name(&self.directory.kinds, index, |kind| &kind.name)
    }

    /// The names of areas.
    pub fn areas(&self, indices: &[u16]) -> String {
        let area = |&index: &u16| name(&self.directory.areas, index, |area| &area.name);
        self.list(&mut indices.iter().map(area))
    }

    /// The name of a language that services speak.
    pub fn language(&self, index: u16) -> &str {
        name(&self.directory.languages, index, |language| &language.name)
    }
}

fn name<T>(table: &[T], index: u16, get: impl Fn(&T) -> &String) -> &str {
    table.get(usize::from(index)).map_or("", |entry| get(entry))
}

/// `text` between isolates.
pub fn isolated(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 6);
    out.push(ISOLATE);
    out.push_str(text);
    out.push(POP);
    out
}

fn filled(template: &str, values: &[(&str, &str)]) -> String {
    let isolated: Vec<String> = values.iter().map(|(_, value)| isolated(value)).collect();
    let values: Vec<(&str, &str)> = values
        .iter()
        .zip(&isolated)
        .map(|((name, _), value)| (*name, value.as_str()))
        .collect();
    fill(template, &values)
}
