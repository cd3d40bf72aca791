//! The interface's words: strings of the directory, filled and numbered as the reader's language wants.

use std::rc::Rc;

use finder::calendar::Day;
use finder::directory::Directory;
use finder::locale::{Direction, Plural, fill};
use finder::marks::{Part, is_marked, marked, parts};

/// U+2068 FIRST STRONG ISOLATE and U+2069 POP DIRECTIONAL ISOLATE. Without them a number or a Latin name tears a
/// right-to-left sentence apart ("0800 123" comes out as "123 0800").
const ISOLATE: &str = "\u{2068}";
const POP: &str = "\u{2069}";
/// U+2066 LEFT-TO-RIGHT ISOLATE and U+2067 RIGHT-TO-LEFT ISOLATE.
const LEFT_TO_RIGHT: &str = "\u{2066}";
const RIGHT_TO_LEFT: &str = "\u{2067}";

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

    /// The string `key`, with marks where it is of another language ([`finder::marks`]); the key itself where the directory lacks it, so
    /// that a gap is seen and nothing breaks.
    pub fn text<'a>(&'a self, key: &'a str) -> &'a str {
        self.directory.strings.get(key).unwrap_or(key)
    }

    /// The string `key` with `values` for its placeholders, each isolated from the sentence's direction.
    pub fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        let template = self.text(key);
        let placed: Vec<String> = values
            .iter()
            .map(|(_, value)| self.placed(template, value))
            .collect();
        let values: Vec<(&str, &str)> = values
            .iter()
            .zip(&placed)
            .map(|((name, _), value)| (*name, value.as_str()))
            .collect();
        fill(template, &values)
    }

    /// A value for a place in `template`: isolated from its direction, and marked as of the reader's language where the template is of
    /// another one. Numbers are the same in both.
    fn placed(&self, template: &str, value: &str) -> String {
        let isolated = isolated(value);
        if !is_marked(template) || is_marked(value) || value.bytes().all(|byte| byte < b'A') {
            return isolated;
        }
        let locale = &self.directory.locale;
        marked(locale.direction, &locale.tag, &isolated)
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
        let items: Vec<&str> = items.collect();
        if let [item] = items[..] {
            return isolated(item);
        }
        let template = self.text("finder-list");
        let mut list = String::new();
        for item in items {
            let item = self.placed(template, item);
            list = if list.is_empty() {
                item
            } else {
                // The list so far is isolated item by item; isolating it again would only nest.
                fill(template, &[("first", &list), ("second", &item)])
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
    [ISOLATE, text, POP].concat()
}

/// `text` where no element can say the language of its words: their direction alone is kept.
pub fn without_elements(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    parts(text, &mut |part| {
        out.push_str(match part {
            Part::Words(words) => words,
            Part::Begin(_, direction) if direction == Direction::RightToLeft.as_str() => {
                RIGHT_TO_LEFT
            }
            Part::Begin(..) => LEFT_TO_RIGHT,
            Part::End => POP,
        })
    });
    out
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use finder::marks::{Part, parts};

    use super::without_elements;
    use crate::samples::{FLUENT, borrowed, day, messages, plain, words};

    /// A text as a page shows it: `<en …>` around words that are said to be English.
    fn drawn(text: &str) -> String {
        let mut drawn = String::new();
        parts(text, &mut |part| match part {
            Part::Words(words) => drawn.push_str(words),
            Part::Begin(tag, direction) => {
                drawn.push_str(&["<", tag, " ", direction, ">"].concat())
            }
            Part::End => drawn.push_str("</>"),
        });
        plain(&drawn)
    }

    #[test]
    fn words_of_another_language_say_so_and_values_keep_their_own() {
        let words = borrowed(vec![]);
        assert_eq!(drawn(words.text("finder-find")), "<en ltr>Find help</>");
        assert_eq!(
            drawn(&words.count("finder-count", 2)),
            "<en ltr>2 services found</>"
        );
        let areas = words.areas(&[0]);
        assert_eq!(drawn(&areas), "کاونتری");
        assert_eq!(
            drawn(&words.say("finder-only-residents-yours", &[("areas", &areas)])),
            "<en ltr>Only for people who live in <fa rtl>کاونتری</>. You live there.</>"
        );
        // A time is the same in both languages, and a day is English already.
        let monday = words.weekday(day("2026-11-23"));
        assert_eq!(
            drawn(&words.say("finder-opens-on", &[("day", monday), ("time", "9:00")])),
            "<en ltr>closed now, opens on <en ltr>Monday</> at 9:00</>"
        );
        assert_eq!(
            drawn(&words.date(day("2026-11-23"))),
            "23 <en ltr>November</> 2026"
        );
        assert_eq!(
            drawn(&words.pair("کاونتری", words.text("finder-near-you"))),
            "<en ltr><fa rtl>کاونتری</>, <en ltr>Help near you</></>"
        );
    }

    #[test]
    fn where_there_is_no_element_only_the_direction_is_left() {
        let words = borrowed(vec![]);
        assert_eq!(
            without_elements(words.text("finder-find")),
            "\u{2066}Find help\u{2069}"
        );
        let said = words.say("finder-serves", &[("areas", "کاونتری")]);
        assert_eq!(
            without_elements(&said),
            "\u{2066}For people in \u{2067}\u{2068}کاونتری\u{2069}\u{2069}\u{2069}"
        );
        assert_eq!(without_elements("Find help"), "Find help");
    }

    #[test]
    fn numbers_take_their_form_and_values_their_place() {
        let words = words(vec![]);
        assert_eq!(words.count("finder-count", 1), "1 service found");
        assert_eq!(words.count("finder-count", 2), "2 services found");
        assert_eq!(words.count_tenths("finder-miles", 10), "1 mile");
        assert_eq!(words.count_tenths("finder-miles", 14), "1.4 miles");
        let near = words.say("finder-near", &[("place", "CV1 5FB")]);
        assert_eq!(near, "Help near \u{2068}CV1 5FB\u{2069}");
        assert_eq!(
            plain(&words.list(&mut ["a", "b", "c"].into_iter())),
            "a, b, c"
        );
        assert_eq!(words.list(&mut [].into_iter()), "");
    }

    /// Everything in the sources that looks like the name of a string or a class.
    fn names(folder: &Path, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                names(&path, found);
                continue;
            }
            let text = fs::read_to_string(&path).expect("a source");
            let code = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"));
            for line in code {
                for (at, _) in line.match_indices("finder-") {
                    let end =
                        line[at..].find(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-');
                    found.push(line[at..end.map_or(line.len(), |end| at + end)].to_owned());
                }
            }
        }
    }

    #[test]
    fn every_name_is_a_string_or_a_class_and_every_string_is_used() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let styles = here.join("../themes/mifriendly/style/finder.css");
        let styles = fs::read_to_string(styles).expect("the finder's style");
        let mut used = Vec::new();
        names(&here.join("src"), &mut used);
        let keys: Vec<String> = messages(FLUENT).into_iter().map(|(key, _)| key).collect();
        // What ends in "-" begins a name that is put together.
        for name in used.iter().filter(|name| !name.ends_with('-')) {
            let known = keys.contains(name) || styles.contains(&[".", name].concat());
            assert!(
                known,
                "{name} is neither a string of finder.ftl nor a class of finder.css"
            );
        }
        // These are in the page around the widget.
        let outside = ["finder-open", "finder-loading", "finder-failed"];
        for key in keys.iter().filter(|key| !outside.contains(&key.as_str())) {
            assert!(used.contains(key), "nothing says {key}");
        }
    }
}
