//! Dates, durations, amounts and telephone numbers in the words of a language.
//!
//! Digits are Western in every language, with the separators of the country's own letters and forms (see [`content::number`]), so that a
//! reader can compare the page with the paper in their hand. Names of months and weekdays are the theme's strings: browsers and libraries
//! lack them for some of our languages, and give the Solar Hijri calendar for Persian.

use crate::context;
use crate::strings::{Argument, Strings, unmarked};
use content::facts::{Fact, TimeUnit, Value};
use content::language::{Language, with_subtags};
use content::number::NumberForm;
use content::{Date, Direction};
use document::Drawn;
use document::html::escape;

/// Writes values in one language.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// The strings.
    pub strings: &'a Strings,
    /// BCP 47 tag.
    pub language: &'a str,
    /// How the language runs.
    pub direction: Direction,
    /// How numbers are written.
    pub number: NumberForm,
    /// Whether words of another language carry the marks that a page makes elements of; elsewhere they would be rubbish.
    pub marked: bool,
}

impl Words<'_> {
    /// The same words for what has no elements: files of data.
    #[must_use]
    pub fn plain_text(self) -> Self {
        Self {
            marked: false,
            ..self
        }
    }

    /// A message without arguments.
    pub fn text(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// A message with arguments.
    pub fn with(&self, id: &str, arguments: &[(&str, Argument)]) -> String {
        let text = self.strings.text(self.language, id, arguments);
        match self.marked {
            true => text,
            false => unmarked(&text).into_owned(),
        }
    }

    /// Words one after another, as the language lists them.
    pub fn list(&self, items: &[String]) -> String {
        let Some((first, rest)) = items.split_first() else {
            return String::new();
        };
        rest.iter().fold(first.clone(), |list, item| {
            self.with(
                "list-comma",
                &[
                    ("first", Argument::Text(&list)),
                    ("rest", Argument::Text(item)),
                ],
            )
        })
    }

    /// A day in words: `21 November 2026`.
    pub fn day(&self, date: Date) -> String {
        let month = self.text(&format!("month-{}", date.month()));
        self.with(
            "date",
            &[
                ("day", Argument::Number(date.day().into())),
                ("month", Argument::Text(&month)),
                // As text: a number of four digits is no year to every language's number form.
                ("year", Argument::Text(&date.year().to_string())),
            ],
        )
    }

    /// A day for a template.
    pub fn date(&self, date: Date) -> context::Date {
        context::Date {
            iso: date.to_string(),
            text: self.day(date),
        }
    }

    /// A language's name in this language, or in itself where the theme has no string for it.
    pub fn language_name(&self, tag: &str) -> String {
        let id = format!("language-{tag}");
        if self.strings.has(&id) {
            return self.text(&id);
        }
        if let Some((language, more)) = with_subtags(tag) {
            return format!("{} ({more})", self.language_name(language.tag));
        }
        Language::find(tag).map_or_else(|| tag.to_owned(), |l| l.name.to_owned())
    }

    /// A fact as a guide cites it.
    pub fn fact(&self, fact: &Fact) -> Drawn {
        let mut drawn = match &fact.value {
            Value::Duration(number, unit) => self.plain(&self.duration(number, *unit)),
            Value::Money {
                amount,
                currency,
                per,
            } => self.plain(&self.money(amount, currency, *per)),
            Value::Percent(number) => self.plain(&self.with(
                "percent",
                &[("n", Argument::Text(&self.number.number(number)))],
            )),
            Value::Number(number) => self.plain(&self.number.number(number)),
            Value::Year(year) => self.plain(year),
            Value::Day(day) => self.plain(&self.day(*day)),
            Value::Text(text) => self.plain(text),
            Value::Phone(number, dialled) => self.link(&format!("tel:{dialled}"), number),
            Value::Sms(number, dialled) => self.link(&format!("sms:{dialled}"), number),
            Value::Url(url) => self.link(url, url),
        };
        if !fact.confirmed {
            let mark = self.text("fact-not-confirmed");
            drawn
                .html
                .push_str(&format!(" <small>({})</small>", escape(&mark)));
            drawn.text.push_str(&format!(" ({mark})"));
        }
        drawn
    }

    fn duration(&self, number: &str, unit: TimeUnit) -> String {
        let id = format!("unit-{}", unit.as_str());
        match number.parse() {
            Ok(n) => self.with(&id, &[("n", Argument::Number(n))]),
            Err(_) => {
                let number = self.number.number(number);
                self.with(&id, &[("n", Argument::Text(&number))])
            }
        }
    }

    fn money(&self, amount: &str, currency: &str, per: Option<TimeUnit>) -> String {
        let money = self.number.money(amount, currency);
        // The isolation marks keep the sign where it is in right-to-left text.
        let money = match self.direction {
            Direction::RightToLeft => format!("\u{2066}{money}\u{2069}"),
            Direction::LeftToRight => money,
        };
        match per {
            None => money,
            Some(unit) => self.with(
                &format!("per-{}", unit.as_str()),
                &[("amount", Argument::Text(&money))],
            ),
        }
    }

    fn plain(&self, text: &str) -> Drawn {
        match self.direction {
            Direction::LeftToRight => Drawn {
                html: escape(text),
                text: text.to_owned(),
            },
            Direction::RightToLeft => Drawn {
                html: format!("<bdi>{}</bdi>", escape(text)),
                text: format!("\u{2068}{text}\u{2069}"),
            },
        }
    }

    fn link(&self, url: &str, words: &str) -> Drawn {
        let shown = escape(words);
        let shown = match self.direction {
            Direction::RightToLeft => format!("<bdi dir=\"ltr\">{shown}</bdi>"),
            Direction::LeftToRight => shown,
        };
        let text = match self.direction {
            Direction::RightToLeft => format!("\u{2066}{words}\u{2069}"),
            Direction::LeftToRight => words.to_owned(),
        };
        Drawn {
            html: format!("<a class=\"number\" href=\"{}\">{shown}</a>", escape(url)),
            text,
        }
    }
}
