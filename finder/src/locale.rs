//! Names and forms of one language, baked at build: dates, times, digits and the strings of the
//! interface. No browser is asked for them, because browsers lack the data for some of our languages.

use crate::calendar::Day;

/// Which way a language is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    #[default]
    LeftToRight,
    /// Right to left.
    RightToLeft,
}

impl Direction {
    /// The value of `dir`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Direction::LeftToRight => "ltr",
            Direction::RightToLeft => "rtl",
        }
    }
}

/// The six plural categories of Unicode (CLDR). Which one a number takes is asked of the browser's `Intl.PluralRules`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Plural {
    /// `zero`
    Zero,
    /// `one`
    One,
    /// `two`
    Two,
    /// `few`
    Few,
    /// `many`
    Many,
    /// `other`
    #[default]
    Other,
}

impl Plural {
    /// The category of that CLDR name (`"one"`); unknown names are [`Plural::Other`].
    #[must_use]
    pub fn from_name(name: &str) -> Plural {
        match name {
            "zero" => Plural::Zero,
            "one" => Plural::One,
            "two" => Plural::Two,
            "few" => Plural::Few,
            "many" => Plural::Many,
            _ => Plural::Other,
        }
    }
}

/// One string of the interface: a text for each plural category that the language uses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// By category, [`Plural::Other`] always among them; a string without plural has only that.
    pub forms: Vec<(Plural, String)>,
}

/// The strings of the interface, by key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strings {
    entries: Vec<(String, Message)>,
}

impl Strings {
    /// From keys and messages in any order; of two with one key the later holds.
    #[must_use]
    pub fn new(entries: impl IntoIterator<Item = (String, Message)>) -> Strings {
        let mut entries: Vec<(String, Message)> = entries.into_iter().collect();
        // A stable sort, turned round: of two with one key the later comes first and is kept.
        entries.reverse();
        entries.sort_by(|a, b| a.0.cmp(&b.0));
        entries.dedup_by(|later, kept| later.0 == kept.0);
        Strings { entries }
    }
    /// From entries sorted by key; `None` where they are not, or a key is twice.
    pub(crate) fn from_sorted(entries: Vec<(String, Message)>) -> Option<Strings> {
        entries
            .is_sorted_by(|a, b| a.0 < b.0)
            .then_some(Strings { entries })
    }

    pub(crate) fn entries(&self) -> &[(String, Message)] {
        &self.entries
    }

    /// Keys and messages, by key.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Message)> {
        self.entries
            .iter()
            .map(|(key, message)| (key.as_str(), message))
    }
    /// The text of `key`; `None` where there is none.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.plural(key, Plural::Other)
    }
    /// The text of `key` in the form for `plural`, or in the form `other`.
    #[must_use]
    pub fn plural(&self, key: &str, plural: Plural) -> Option<&str> {
        let at = self
            .entries
            .binary_search_by(|(other, _)| other.as_str().cmp(key))
            .ok()?;
        let forms = &self.entries[at].1.forms;
        let form = |wanted| forms.iter().find(|(category, _)| *category == wanted);
        form(plural)
            .or_else(|| form(Plural::Other))
            .map(|(_, text)| text.as_str())
    }
}

/// Writes `values` for the `{name}` placeholders of `template`; a placeholder without a value stays as it is.
#[must_use]
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let value = after.split_once('}').and_then(|(name, after)| {
            let (_, value) = values.iter().find(|(other, _)| *other == name)?;
            Some((value, after))
        });
        if let Some((value, after)) = value {
            text.push_str(value);
            rest = after;
        } else {
            text.push('{');
            rest = after;
        }
    }
    text.push_str(rest);
    text
}

/// How one language writes dates, times and numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Locale {
    /// The BCP 47 tag.
    pub tag: String,
    /// Which way it is written.
    pub direction: Direction,
    /// The digits 0 … 9.
    pub digits: [char; 10],
    /// What is between whole and tenths: `.` or `,` or `٫`.
    pub decimal_separator: String,
    /// Monday … Sunday.
    pub weekdays: [String; 7],
    /// January … December, as they are inside a date.
    pub months: [String; 12],
    /// `{day} {month} {year}`, where `{month}` is the name and `{month_number}` the number; `{day2}` and `{month2}` have two digits.
    pub date_pattern: String,
    /// `{hour}:{minute}`, minutes always of two digits; `{hour2}` has two too; on a 12-hour clock `{hour12}` and `{period}`.
    pub time_pattern: String,
    /// Before and after noon, for `{period}`; empty on a 24-hour clock.
    pub periods: [String; 2],
}

impl Locale {
    /// A number in the language's digits.
    #[must_use]
    pub fn number(&self, number: u32) -> String {
        self.padded(number, 1)
    }

    /// A number of tenths, `14` → `1.4`; whole ones without a fraction (`20` → `2`).
    #[must_use]
    pub fn tenths(&self, tenths: u32) -> String {
        let mut text = self.number(tenths / 10);
        if !tenths.is_multiple_of(10) {
            text.push_str(&self.decimal_separator);
            text.push(self.digits[(tenths % 10) as usize]);
        }
        text
    }

    /// A date.
    #[must_use]
    pub fn date(&self, day: Day) -> String {
        let (year, month, date) = day.ymd();
        fill(
            &self.date_pattern,
            &[
                ("day", &self.number(u32::from(date))),
                ("day2", &self.padded(u32::from(date), 2)),
                ("month", &self.months[usize::from(month) - 1]),
                ("month_number", &self.number(u32::from(month))),
                ("month2", &self.padded(u32::from(month), 2)),
                ("year", &self.number(year.unsigned_abs())),
            ],
        )
    }

    /// A time of day from minutes since midnight; 1440 and more go round.
    #[must_use]
    pub fn time(&self, minute: u16) -> String {
        let (hour, minute) = (u32::from(minute) / 60 % 24, u32::from(minute) % 60);
        fill(
            &self.time_pattern,
            &[
                ("hour", &self.number(hour)),
                ("hour2", &self.padded(hour, 2)),
                ("hour12", &self.number((hour + 11) % 12 + 1)),
                ("minute", &self.padded(minute, 2)),
                ("period", &self.periods[usize::from(hour >= 12)]),
            ],
        )
    }

    /// A number with zeros before it, at least `width` digits.
    fn padded(&self, mut number: u32, width: usize) -> String {
        let mut reversed = Vec::with_capacity(10);
        while number > 0 || reversed.len() < width {
            reversed.push(self.digits[(number % 10) as usize]);
            number /= 10;
        }
        reversed.iter().rev().collect()
    }
}

/// What distances are told in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DistanceUnit {
    /// Miles.
    Mile,
    /// Kilometres.
    #[default]
    Kilometre,
}

/// A distance as it is told, rounded as its roughness allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Distance {
    /// Whole metres, in tens (kilometre cities, below 1 km).
    Metres(u32),
    /// Whole yards, in tens (mile cities, below a quarter of a mile).
    Yards(u32),
    /// Tenths of a mile.
    MileTenths(u32),
    /// Tenths of a kilometre.
    KilometreTenths(u32),
}

impl DistanceUnit {
    /// How `metres` are told.
    #[must_use]
    pub fn tell(self, metres: u32) -> Distance {
        let metres = u64::from(metres);
        let nearest =
            |numerator: u64, denominator: u64| ((numerator + denominator / 2) / denominator) as u32;
        match self {
            // A yard is 914.4 mm, a mile 1609.344 m.
            DistanceUnit::Mile if metres < 402 => {
                Distance::Yards(nearest(metres * 1000, 9144) * 10)
            }
            DistanceUnit::Mile => Distance::MileTenths(nearest(metres * 10_000, 1_609_344)),
            DistanceUnit::Kilometre if metres < 995 => Distance::Metres(nearest(metres, 10) * 10),
            DistanceUnit::Kilometre => Distance::KilometreTenths(nearest(metres, 100)),
        }
    }
}

/// Minutes on foot for `metres` as the crow flies: 75 m a minute (4.5 km/h) on ways 1.3 times as long, rounded up.
#[must_use]
pub fn walking_minutes(metres: u32) -> u32 {
    (u64::from(metres) * 13).div_ceil(750) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(digits: &str, date_pattern: &str, time_pattern: &str) -> Locale {
        let mut all = digits.chars();
        Locale {
            digits: std::array::from_fn(|_| all.next().unwrap_or('?')),
            decimal_separator: "٫".into(),
            months: std::array::from_fn(|month| format!("M{}", month + 1)),
            date_pattern: date_pattern.into(),
            time_pattern: time_pattern.into(),
            periods: ["am".into(), "pm".into()],
            ..Locale::default()
        }
    }

    #[test]
    fn dates_times_and_numbers_in_the_languages_own_form() {
        let day = Day::from_iso("2026-03-09").expect("a date");
        let arabic = locale("٠١٢٣٤٥٦٧٨٩", "{day} {month} {year}", "{hour}:{minute}");
        assert_eq!(arabic.date(day), "٩ M3 ٢٠٢٦");
        assert_eq!(arabic.time(9 * 60 + 5), "٩:٠٥");
        assert_eq!(
            (arabic.tenths(14), arabic.tenths(20), arabic.number(0)),
            ("١٫٤".into(), "٢".into(), "٠".into())
        );
        let english = locale(
            "0123456789",
            "{year}-{month2}-{day2}",
            "{hour12}:{minute} {period}",
        );
        assert_eq!(english.date(day), "2026-03-09");
        let times = [0, 45, 12 * 60, 17 * 60 + 30, 24 * 60].map(|minute| english.time(minute));
        assert_eq!(
            times,
            ["12:00 am", "12:45 am", "12:00 pm", "5:30 pm", "12:00 am"]
        );
    }

    #[test]
    fn distances_are_told_as_roughly_as_they_are_known() {
        use Distance::{KilometreTenths, Metres, MileTenths, Yards};
        let miles =
            [0, 100, 401, 402, 804, 1609, 16_093].map(|metres| DistanceUnit::Mile.tell(metres));
        assert_eq!(
            miles,
            [
                Yards(0),
                Yards(110),
                Yards(440),
                MileTenths(2),
                MileTenths(5),
                MileTenths(10),
                MileTenths(100)
            ]
        );
        let kilometres = [4, 994, 995, 1449].map(|metres| DistanceUnit::Kilometre.tell(metres));
        assert_eq!(
            kilometres,
            [
                Metres(0),
                Metres(990),
                KilometreTenths(10),
                KilometreTenths(14)
            ]
        );
        assert_eq!([0, 1, 750, 1000].map(walking_minutes), [0, 1, 13, 18]);
    }

    #[test]
    fn strings_by_key_and_plural() {
        let message = |forms: &[(Plural, &str)]| Message {
            forms: forms
                .iter()
                .map(|(plural, text)| (*plural, (*text).into()))
                .collect(),
        };
        let strings = Strings::new([
            (
                "results".into(),
                message(&[
                    (Plural::One, "{count} place"),
                    (Plural::Other, "{count} places"),
                ]),
            ),
            ("find".into(), message(&[(Plural::Other, "old")])),
            ("find".into(), message(&[(Plural::Other, "Find")])),
        ]);
        assert_eq!(
            (
                strings.get("find"),
                strings.get("lost"),
                strings.get("results")
            ),
            (Some("Find"), None, Some("{count} places"))
        );
        assert_eq!(
            strings.plural("results", Plural::One),
            Some("{count} place")
        );
        assert_eq!(
            strings.plural("results", Plural::Few),
            Some("{count} places")
        );
    }

    #[test]
    fn placeholders_are_filled_once() {
        assert_eq!(
            fill("{a} and {b}, {c} { {a", &[("a", "{b}"), ("b", "2")]),
            "{b} and 2, {c} { {a"
        );
    }
}
