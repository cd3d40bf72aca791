//! `facts.toml`: figures, limits and telephone numbers, each once, with its source and its dates.

use crate::fields::{Fields, Literal, TomlText};
use crate::page::{is_web_address, past_date, period, web_address};
use crate::{Date, Spanned, country, telephone};
use diagnostics::{Code, Diagnostic, Diagnostics};
use finder::service::PhoneKind;
use std::collections::{BTreeMap, BTreeSet};

/// Facts by name.
pub type Facts = BTreeMap<String, Fact>;

/// One fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Where its name is.
    pub span: std::ops::Range<usize>,
    /// What it says.
    pub value: Value,
    /// Where it was seen.
    pub source: String,
    /// The source's name.
    pub source_name: String,
    /// Whether the source is the body that decides or measures the thing itself.
    pub primary: bool,
    /// When it was last seen there.
    pub checked: Date,
    /// Whether a primary source, or two that agree, confirm it.
    pub confirmed: bool,
    /// From when it holds.
    pub valid_from: Option<Date>,
    /// From when it no longer holds.
    pub valid_until: Option<Date>,
}

/// The value of a fact, with its unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A length of time: how many of what.
    Duration(String, TimeUnit),
    /// An amount in the country's currency (ISO 4217), with how often.
    Money {
        /// Digits as written, without separators.
        amount: String,
        /// ISO 4217.
        currency: String,
        /// `None` for an amount paid once.
        per: Option<TimeUnit>,
    },
    /// Per cent.
    Percent(String),
    /// A plain number, printed with separators.
    Number(String),
    /// A year, printed without separators.
    Year(String),
    /// A day.
    Day(Date),
    /// A telephone number: as read, and as dialled.
    Phone(String, String),
    /// A number for text messages: as read, and as dialled.
    Sms(String, String),
    /// A web address.
    Url(String),
    /// Words that are the same in every language, such as a form's name.
    Text(String),
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeUnit {
    /// Sixty seconds.
    Minute,
    /// Sixty minutes.
    Hour,
    /// A calendar day.
    Day,
    /// Seven days.
    Week,
    /// A calendar month.
    Month,
    /// A calendar year.
    Year,
}

impl TimeUnit {
    /// The word for it, as in `unit = "day"` and in the strings `unit-day` and `per-day`.
    pub fn as_str(self) -> &'static str {
        match self {
            TimeUnit::Minute => "minute",
            TimeUnit::Hour => "hour",
            TimeUnit::Day => "day",
            TimeUnit::Week => "week",
            TimeUnit::Month => "month",
            TimeUnit::Year => "year",
        }
    }

    fn parse(word: &str) -> Option<Self> {
        use TimeUnit::{Day, Hour, Minute, Month, Week, Year};
        [Minute, Hour, Day, Week, Month, Year]
            .into_iter()
            .find(|unit| unit.as_str() == word)
    }
}

/// The name of every fact in `text`, also of those that cannot be read, so that a citation of one is not reported as unknown beside it.
pub fn names(text: &str) -> BTreeSet<String> {
    let (table, _) = toml::de::DeTable::parse_recoverable(text);
    let names = table.get_ref().keys();
    names.map(|name| name.get_ref().to_string()).collect()
}

/// Reads `facts.toml`. `country_code` is the city's; `today` decides what is checked too late or no longer valid.
pub fn read(path: &str, text: &str, country_code: &str, today: Date) -> (Facts, Diagnostics) {
    let file = TomlText::new(path, text, 0..text.len());
    let facts = file.read(|fields| {
        fields
            .named_tables(|name, f| fact(f, &name, country_code, today).map(|x| (name.value, x)))
            .into_iter()
            .collect()
    });
    (facts.unwrap_or_default(), file.into_diagnostics())
}

fn fact(fields: &Fields, name: &Spanned<String>, country_code: &str, today: Date) -> Option<Fact> {
    let current = state(fields, name, country_code, today);
    let next = fields
        .table("next", |f| {
            if !f.has("valid_from") {
                f.missing("valid_from");
            }
            state(f, name, country_code, today)
        })
        .flatten();
    if let Some(own) = fields.string("country")
        && own.value != country_code
    {
        let diagnostic = Diagnostic::new(
            Code::ForeignFact,
            format!(
                "the fact `{}` belongs to {}, and this city is in {country_code}",
                name.value, own.value
            ),
        );
        fields.report(diagnostic, &own.span);
    }
    let until = fields.date("valid_until");
    let (from, follows) = match &next {
        Some(next) => (next.valid_from?, true),
        None => (Date::MAX, false),
    };
    if follows && from <= today {
        return next;
    }
    // What takes over on the day on which this one ends is at hand already.
    if let Some(until) = until.filter(|until| !follows || until.value < from) {
        let soon = today.saturating_add(jiff::Span::new().days(30));
        if until.value <= today {
            let message = format!(
                "the fact `{}` ceased to hold on {}",
                name.value, until.value
            );
            fields.report(Diagnostic::new(Code::FactExpired, message), &until.span);
        } else if until.value <= soon {
            let message = format!(
                "the fact `{}` ceases to hold on {}",
                name.value, until.value
            );
            fields.report(Diagnostic::new(Code::FactExpiresSoon, message), &until.span);
        }
    }
    current
}

/// A fact's value with its source and the days on which it holds, as it is or as it will be.
fn state(fields: &Fields, name: &Spanned<String>, country_code: &str, today: Date) -> Option<Fact> {
    let value = value(fields, country_code);
    let source = web_address(fields, "source", true);
    let source_name = fields.required("source_name");
    let primary = fields.boolean("primary").unwrap_or(false);
    let confirmed = fields.boolean("confirmed").unwrap_or(primary);
    let checked = past_date(fields, "checked", today);
    let (valid_from, valid_until) = period(fields, "valid_from", "valid_until");
    fields.text("note");
    let year_ago = today.saturating_sub(jiff::Span::new().years(1));
    if let Some(day) = checked.filter(|day| *day < year_ago) {
        let message = format!("the fact `{}` was last looked up on {day}", name.value);
        let diagnostic = Diagnostic::new(Code::OldFact, message).hint(
            "look it up at its source again, correct the value if it changed, then set `checked`",
        );
        let span = fields.date("checked").map_or(0..0, |d| d.span);
        fields.report(diagnostic, &span);
    }
    Some(Fact {
        span: name.span.clone(),
        value: value?,
        source: source?,
        source_name: source_name?.value,
        primary,
        checked: checked?,
        confirmed,
        valid_from,
        valid_until,
    })
}

/// What is wrong with a number that no time, price or share can be.
fn impossible(unit: &str, digits: &str) -> Option<&'static str> {
    let (whole, places) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.len() > 12 {
        return Some("is larger than any number that readers are told");
    }
    if unit != "number" && digits.starts_with('-') {
        return Some("is less than nothing");
    }
    (is_currency(unit) && places.len() > 2)
        .then_some("has more than two decimals, which no price has")
}

fn value(fields: &Fields, country_code: &str) -> Option<Value> {
    let unit = fields.required("unit");
    if !fields.has("value") {
        fields.missing("value");
        return None;
    }
    let literal = fields.literal("value")?;
    let unit = unit?;
    if let Literal::Number(digits) = &literal.value
        && !is_printed_as_written(digits)
    {
        let diagnostic = Diagnostic::new(
            Code::BadValue,
            "`value` is a number in a form that readers would not know",
        )
        .hint("write it in digits, perhaps with a decimal point: 1000, 49.18");
        fields.report(diagnostic, &literal.span);
        return None;
    }
    let (base, per) = match unit.value.split_once('/') {
        Some((base, per)) => (base, Some(per)),
        None => (unit.value.as_str(), None),
    };
    if let Literal::Number(digits) = &literal.value
        && let Some(what) = impossible(base, digits)
    {
        let diagnostic = Diagnostic::new(Code::BadValue, format!("`value` {what}"))
            .hint("look it up at its source again");
        fields.report(diagnostic, &literal.span);
        return None;
    }
    let found = match (base, literal.value.clone()) {
        (word, Literal::Number(n)) if per.is_none() && TimeUnit::parse(word).is_some() => {
            TimeUnit::parse(word).map(|u| Value::Duration(n, u))
        }
        (currency, Literal::Number(amount)) if is_currency(currency) => {
            let per = per.map(TimeUnit::parse);
            (per != Some(None)).then(|| Value::Money {
                amount,
                currency: currency.to_owned(),
                per: per.flatten(),
            })
        }
        ("percent", Literal::Number(n)) => Some(Value::Percent(n)),
        ("number", Literal::Number(n)) => Some(Value::Number(n)),
        ("year_number", Literal::Number(n)) => Some(Value::Year(n)),
        ("date", Literal::Date(day)) => Some(Value::Day(day)),
        ("text", Literal::Text(text)) if text.trim().is_empty() => {
            let diagnostic = Diagnostic::new(Code::MissingField, "`value` is empty");
            fields.report(diagnostic, &literal.span);
            return None;
        }
        ("text", Literal::Text(text)) => {
            if let Some(diagnostic) = document::check_plain(&text) {
                fields.report(diagnostic, &literal.span);
                return None;
            }
            Some(Value::Text(text))
        }
        ("url", Literal::Text(url)) => {
            if !is_web_address(fields, "`value`", &url, &literal.span) {
                return None;
            }
            Some(Value::Url(url))
        }
        ("phone" | "sms", Literal::Text(number)) => {
            let kind = match base {
                "sms" => PhoneKind::Text,
                _ => PhoneKind::Voice,
            };
            match telephone::dialled(country::find(country_code)?, &number, kind) {
                Ok(dialled) if base == "sms" => Some(Value::Sms(number, dialled)),
                Ok(dialled) => Some(Value::Phone(number, dialled)),
                Err(fault) => {
                    fields.report(fault.diagnostic(&number), &literal.span);
                    return None;
                }
            }
        }
        _ => None,
    };
    if found.is_none()
        && UNITS.contains(&unit.value.as_str())
        && let Some(wanted) = wanted(&unit.value, &literal.value)
    {
        let diagnostic = Diagnostic::new(
            Code::BadValue,
            format!(
                "the unit \"{}\" takes {}, but this is {}",
                unit.value, wanted.0, wanted.1
            ),
        )
        .hint(wanted.2);
        fields.report(diagnostic, &literal.span);
    } else if found.is_none() {
        let slip = (!UNITS.contains(&unit.value.as_str())).then_some(unit.value.as_str());
        let diagnostic = Diagnostic::new(
            Code::BadValue,
            format!("the unit \"{}\" does not go with this value", unit.value),
        )
        .hint("units are day, week, month, year, hour, minute, GBP (or another currency), GBP/week and the like, percent, number, year_number, date, phone, sms, url and text")
        .did_you_mean(slip.unwrap_or_default(), UNITS);
        fields.report(diagnostic, &unit.span);
    }
    found
}

/// What a unit takes, what the value is instead, and what to do, where one does not go with the other.
fn wanted(unit: &str, value: &Literal) -> Option<(&'static str, &'static str, &'static str)> {
    let is = match value {
        Literal::Number(_) => "a number",
        Literal::Text(_) => "a text in quotes",
        Literal::Date(_) => "a day",
    };
    let (takes, hint) = match unit {
        "date" => ("a day", "write it as 2026-11-21, without quotes"),
        "url" => ("an address", "write it whole, in quotes: \"https://…\""),
        "phone" | "sms" | "text" => ("a text in quotes", "put quotes around it"),
        _ => ("a number", "write the digits without quotes: `value = 42`"),
    };
    (takes != is).then_some((takes, is, hint))
}

/// Units, for suggestions.
const UNITS: [&str; 19] = [
    "day",
    "week",
    "month",
    "year",
    "hour",
    "minute",
    "GBP",
    "GBP/hour",
    "GBP/week",
    "GBP/month",
    "GBP/year",
    "percent",
    "number",
    "year_number",
    "date",
    "phone",
    "sms",
    "url",
    "text",
];

/// Whether the number is printed as it is written: `1e3`, `inf` and hexadecimal digits would be too.
fn is_printed_as_written(number: &str) -> bool {
    let (whole, decimals) = number.split_once('.').unwrap_or((number, "0"));
    let whole = whole.strip_prefix('-').unwrap_or(whole);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    digits(whole) && digits(decimals)
}

fn is_currency(word: &str) -> bool {
    word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase())
}
