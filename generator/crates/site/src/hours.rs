//! Opening hours: OpenStreetMap text compiled to a week and exceptions for the finder, and put into words for pages.
//!
//! Compiled up to a horizon; after it nothing is known. What a record does not say about public holidays is not known either, though
//! OpenStreetMap's rules would take the place for open.

use crate::model::Site;
use crate::strings::Argument;
use crate::words::Words;
use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta};
use content::Date;
use finder::calendar::Day;
use finder::hours::{Exception, Hours, Span, Zone};
use opening_hours::localization::Country;
use opening_hours::{Context, ContextHolidays, OpeningHours, RuleKind};
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many days ahead hours are compiled: a copy older than that says "not known".
pub const HORIZON_DAYS: i32 = 180;

/// How many single days that differ from the week are put into words.
const DAYS_IN_WORDS: usize = 6;

const DAY_MINUTES: i64 = 24 * 60;

/// Compiles opening hours for the days from the day of the build to the horizon; `None` where the text cannot be read, which reading reported.
pub fn compile(site: &Site, text: &str) -> Option<Hours> {
    let holidays = holidays(site);
    let hours = text
        .parse::<OpeningHours>()
        .ok()?
        .with_context(Context::default().with_holidays(holidays.clone()));
    let from = day(site.today);
    let until = Day(from.0 + HORIZON_DAYS);
    let spans = spans(&hours, from, until)?;
    let week: [Vec<Span>; 7] = std::array::from_fn(|weekday| usual(&spans, weekday));
    let always = week.iter().all(|day| is_whole_day(day));
    let says_nothing_of_holidays = !text.contains("PH") && !always;
    let mut exceptions = Vec::new();
    for (day, own) in &spans {
        let holiday = naive(*day).is_some_and(|date| holidays.get_public().contains(date));
        if holiday && says_nothing_of_holidays {
            exceptions.push(Exception {
                day: *day,
                spans: None,
            });
        } else if week[weekday(*day)] != *own {
            exceptions.push(Exception {
                day: *day,
                spans: Some(own.clone()),
            });
        }
    }
    Some(Hours {
        week,
        exceptions,
        from,
        until,
    })
}

/// The city's own list of public holidays, or the country's as far as it is the same in all its parts.
fn holidays(site: &Site) -> ContextHolidays {
    let own: compact_calendar::CompactCalendar = site
        .city
        .public_holidays
        .iter()
        .filter_map(|d| naive(day(*d)))
        .collect();
    if !site.city.public_holidays.is_empty() {
        return ContextHolidays::new(Arc::new(own), Arc::default());
    }
    site.city
        .country
        .parse::<Country>()
        .map(Country::holidays)
        .unwrap_or_default()
}

/// The spans that begin on each day from `from` to `until`, whole where they pass midnight; what lasts longer than a day is cut at midnights.
fn spans(hours: &OpeningHours, from: Day, until: Day) -> Option<BTreeMap<Day, Vec<Span>>> {
    let origin = naive(from)?.and_hms_opt(0, 0, 0)?;
    let end = origin + TimeDelta::days(i64::from(until.0 - from.0) + 2);
    let minutes = |t: NaiveDateTime| (t - origin).num_minutes();
    let mut days: BTreeMap<Day, Vec<Span>> =
        (from.0..=until.0).map(|n| (Day(n), Vec::new())).collect();
    let mut add = |start: i64, end: i64, certain: bool| {
        let number = start.div_euclid(DAY_MINUTES);
        let Ok(offset) = i32::try_from(number) else {
            return;
        };
        let midnight = number * DAY_MINUTES;
        let span = (
            u16::try_from(start - midnight),
            u16::try_from(end - midnight),
        );
        if let (Some(day), (Ok(start), Ok(end))) = (days.get_mut(&Day(from.0 + offset)), span) {
            day.push(Span {
                start,
                end,
                certain,
            });
        }
    };
    for range in hours.iter_range(origin - TimeDelta::days(1), end) {
        let certain = match range.kind {
            RuleKind::Open => true,
            RuleKind::Unknown => false,
            RuleKind::Closed => continue,
        };
        let (mut start, end) = (minutes(range.range.start), minutes(range.range.end));
        if end - start > DAY_MINUTES {
            while start < end {
                let midnight = (start.div_euclid(DAY_MINUTES) + 1) * DAY_MINUTES;
                add(start, end.min(midnight), certain);
                start = midnight;
            }
        } else {
            add(start, end, certain);
        }
    }
    Some(days)
}

/// What a weekday (0 is Monday) is like most often up to the horizon; of two equally frequent the earlier.
fn usual(spans: &BTreeMap<Day, Vec<Span>>, wanted: usize) -> Vec<Span> {
    let same: Vec<&Vec<Span>> = spans
        .iter()
        .filter(|(day, _)| weekday(**day) == wanted)
        .map(|(_, spans)| spans)
        .collect();
    let count = |spans: &Vec<Span>| same.iter().filter(|s| **s == spans).count();
    let mut best: Option<(&Vec<Span>, usize)> = None;
    for spans in &same {
        let n = count(spans);
        if best.is_none_or(|(_, most)| n > most) {
            best = Some((spans, n));
        }
    }
    best.map(|(spans, _)| spans.clone()).unwrap_or_default()
}

/// Opening hours in words: a line for each run of days, then the single days that differ, then what holds on public holidays.
pub fn in_words(hours: &Hours, words: Words) -> Vec<String> {
    if hours.week.iter().all(|day| is_whole_day(day)) {
        return vec![words.text("hours-always")];
    }
    let mut lines = Vec::new();
    let mut first = 0;
    while first < 7 {
        let last = (first..7)
            .take_while(|d| hours.week[*d] == hours.week[first])
            .last()
            .unwrap_or(first);
        if !hours.week[first].is_empty() {
            let days = days_in_words(first, last, words);
            lines.push(line(&days, &hours.week[first], words));
        }
        first = last + 1;
    }
    let differing = hours
        .exceptions
        .iter()
        .filter_map(|e| Some((e.day, e.spans.as_ref()?)))
        .filter(|(_, spans)| !spans.is_empty());
    for (day, spans) in differing.take(DAYS_IN_WORDS) {
        if let Some(date) = date(day) {
            lines.push(line(&words.day(date), spans, words));
        }
    }
    if lines.is_empty() {
        lines.push(words.text("hours-closed"));
    }
    if hours.exceptions.iter().any(|e| e.spans.is_none()) {
        lines.push(words.text("hours-holidays-unknown"));
    } else if hours
        .exceptions
        .iter()
        .any(|e| e.spans.as_ref().is_some_and(Vec::is_empty))
    {
        lines.push(words.text("hours-holidays-closed"));
    }
    lines
}

fn days_in_words(first: usize, last: usize, words: Words) -> String {
    let name = |weekday: usize| words.text(&format!("weekday-{}", weekday + 1));
    if first == last {
        return name(first);
    }
    words.with(
        "hours-days",
        &[
            ("from", Argument::Text(&name(first))),
            ("to", Argument::Text(&name(last))),
        ],
    )
}

fn line(days: &str, spans: &[Span], words: Words) -> String {
    let times: Vec<String> = spans
        .iter()
        .map(|span| span_in_words(span, words))
        .collect();
    let times = words.list(&times);
    words.with(
        "hours-line",
        &[
            ("days", Argument::Text(days)),
            ("times", Argument::Text(&times)),
        ],
    )
}

fn span_in_words(span: &Span, words: Words) -> String {
    if (span.start, span.end) == (0, 1440) {
        return words.text("hours-all-day");
    }
    let clock = |minute: u16| {
        let minute = minute % 1440;
        format!("{:02}:{:02}", minute / 60, minute % 60)
    };
    let id = if span.certain {
        "hours-range"
    } else {
        "hours-range-perhaps"
    };
    words.with(
        id,
        &[
            ("from", Argument::Text(&clock(span.start))),
            ("to", Argument::Text(&clock(span.end))),
        ],
    )
}

/// The city's time zone from the day before the build to the horizon.
pub fn zone(site: &Site) -> Zone {
    let offset = |seconds: i32| i16::try_from(seconds / 60).unwrap_or_default();
    // `City` is only made with a time zone that exists.
    let Ok(zone) = jiff::tz::TimeZone::get(&site.city.time_zone) else {
        return Zone::default();
    };
    let start = site
        .today
        .saturating_sub(jiff::Span::new().days(1))
        .to_zoned(jiff::tz::TimeZone::UTC)
        .map(|z| z.timestamp())
        .unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let horizon = start.as_second() + i64::from(HORIZON_DAYS + 366) * 86_400;
    Zone {
        initial_offset: offset(zone.to_offset(start).seconds()),
        transitions: zone
            .following(start)
            .take_while(|t| t.timestamp().as_second() < horizon)
            .map(|t| (t.timestamp().as_second() / 60, offset(t.offset().seconds())))
            .collect(),
    }
}

/// A date as the finder counts days.
pub fn day(date: Date) -> Day {
    Day::from_ymd(
        date.year().into(),
        date.month().unsigned_abs(),
        date.day().unsigned_abs(),
    )
    .unwrap_or_default()
}

fn date(day: Day) -> Option<Date> {
    let (year, month, day) = day.ymd();
    Date::new(
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    )
    .ok()
}

fn naive(day: Day) -> Option<NaiveDate> {
    let (year, month, day) = day.ymd();
    NaiveDate::from_ymd_opt(year, month.into(), day.into())
}

fn weekday(day: Day) -> usize {
    naive(day).map_or(0, |d| d.weekday().num_days_from_monday() as usize)
}

fn is_whole_day(spans: &[Span]) -> bool {
    matches!(
        spans,
        [Span {
            start: 0,
            end: 1440,
            certain: true
        }]
    )
}
