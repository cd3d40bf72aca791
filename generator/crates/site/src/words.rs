//! Dates, durations, amounts and telephone numbers in the words of a language.
//!
//! Digits are Western in every language, with the decimal point and the comma of thousands of the country's own letters and forms, so that a
//! reader can compare the page with the paper in their hand. Names of months and weekdays are the theme's strings: browsers and libraries
//! lack them for some of our languages, and give the Solar Hijri calendar for Persian.

use crate::context;
use crate::strings::{Argument, Strings};
use content::facts::{Fact, TimeUnit, Value};
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
}

impl Words<'_> {
    /// A message without arguments.
    pub fn text(&self, id: &str) -> String {
        self.strings.text(self.language, id, &[])
    }

    /// A message with arguments.
    pub fn with(&self, id: &str, arguments: &[(&str, Argument)]) -> String {
        self.strings.text(self.language, id, arguments)
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
        content::language::Language::find(tag).map_or_else(|| tag.to_owned(), |l| l.name.to_owned())
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
            Value::Percent(number) => {
                self.plain(&self.with("percent", &[("n", Argument::Text(&grouped(number)))]))
            }
            Value::Number(number) => self.plain(&grouped(number)),
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
            Err(_) => self.with(&id, &[("n", Argument::Text(number))]),
        }
    }

    fn money(&self, amount: &str, currency: &str, per: Option<TimeUnit>) -> String {
        let amount = amount_of_money(amount);
        // The isolation marks keep the sign before the digits in right-to-left text.
        let money = match currency_sign(currency) {
            Some(sign) => format!("{sign}{amount}"),
            None => format!("{amount}\u{a0}{currency}"),
        };
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

/// Digits as written, with commas between thousands: `12570` -> `12,570`; decimals stay.
fn grouped(number: &str) -> String {
    let clean = number.replace('_', "");
    let (whole, decimals) = match clean.split_once('.') {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (clean.as_str(), None),
    };
    let digits = whole.trim_start_matches('-');
    let mut out = String::from(if whole.starts_with('-') { "-" } else { "" });
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(decimals) = decimals {
        out.push('.');
        out.push_str(decimals);
    }
    out
}

/// An amount of money has two decimals or none: `8.5` is written `8.50`.
fn amount_of_money(number: &str) -> String {
    let mut amount = grouped(number);
    if amount.split_once('.').is_some_and(|(_, d)| d.len() == 1) {
        amount.push('0');
    }
    amount
}

fn currency_sign(currency: &str) -> Option<&'static str> {
    match currency {
        "GBP" => Some("£"),
        "EUR" => Some("€"),
        "USD" => Some("$"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{amount_of_money, grouped};

    #[test]
    fn amounts_as_the_countrys_letters_write_them() {
        assert_eq!(grouped("999"), "999");
        assert_eq!(grouped("12570"), "12,570");
        assert_eq!(grouped("49.18"), "49.18");
        assert_eq!(amount_of_money("1250.5"), "1,250.50");
        assert_eq!(grouped("8.5"), "8.5");
        assert_eq!(grouped("1_000_000"), "1,000,000");
    }
}
