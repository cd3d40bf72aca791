//! Between OpenStreetMap's `opening_hours` and the recurring events of HSDS schedules.

use opening_hours_syntax::rules::day::{DaySelector, HolidayKind, WeekDayRange};
use opening_hours_syntax::rules::time::{Time, TimeSelector};
use opening_hours_syntax::rules::{RuleKind, RuleOperator};
use std::collections::BTreeMap;

/// Days as OpenStreetMap writes them, Monday first.
pub const DAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// Opening and closing, minutes after midnight.
type Span = (u16, u16);

/// The same hours on some days of every week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Days, 0 for Monday.
    pub days: Vec<usize>,
    /// Minutes after midnight.
    pub opens: u16,
    /// Minutes after that midnight; more than a day's where it is open past the next one.
    pub closes: u16,
}

/// The slots of a week, where the text says nothing but the same week over and over, apart from closing on public holidays.
pub fn weekly(text: &str) -> Option<Vec<Slot>> {
    let mut week: [Vec<(u16, u16)>; 7] = Default::default();
    for rule in opening_hours_syntax::parse(text).ok()?.rules {
        if rule.operator == RuleOperator::Fallback || !rule.comment.is_empty() {
            return None;
        }
        let Some(days) = days(&rule.day_selector)? else {
            // Public holidays alone: to be closed then is what HSDS has no field for, and what its readers expect.
            (rule.kind == RuleKind::Closed).then_some(())?;
            continue;
        };
        let spans = spans(&rule.time_selector)?;
        for day in days {
            match rule.kind {
                RuleKind::Open if rule.operator == RuleOperator::Additional => {
                    week[day].extend(&spans);
                }
                RuleKind::Open => week[day].clone_from(&spans),
                RuleKind::Closed if spans == [(0, DAY)] => week[day].clear(),
                RuleKind::Closed | RuleKind::Unknown => return None,
            }
        }
    }
    let mut slots: BTreeMap<(u16, u16), Vec<usize>> = BTreeMap::new();
    for (day, spans) in week.iter().enumerate() {
        for span in spans {
            let days = slots.entry(*span).or_default();
            if !days.contains(&day) {
                days.push(day);
            }
        }
    }
    let slot = |((opens, closes), days)| Slot {
        days,
        opens,
        closes,
    };
    Some(slots.into_iter().map(slot).collect())
}

/// The days that a rule is about; `None` for public holidays alone.
fn days(selector: &DaySelector) -> Option<Option<Vec<usize>>> {
    if !(selector.year.is_empty() && selector.monthday.is_empty() && selector.week.is_empty()) {
        return None;
    }
    if selector.weekday.is_empty() {
        return Some(Some((0..7).collect()));
    }
    let mut days = Vec::new();
    let mut holidays = false;
    for range in &selector.weekday {
        match range {
            WeekDayRange::Fixed {
                range,
                offset: 0,
                nth_from_start: [true, true, true, true, true],
                nth_from_end: [true, true, true, true, true],
            } => {
                let (first, last) = (*range.start() as usize, *range.end() as usize);
                let length = (last + 7 - first) % 7;
                days.extend((0..=length).map(|step| (first + step) % 7));
            }
            WeekDayRange::Holiday {
                kind: HolidayKind::Public,
                offset: 0,
            } => holidays = true,
            _ => return None,
        }
    }
    match (days.is_empty(), holidays) {
        (true, _) => Some(None),
        (false, false) => Some(Some(days)),
        // "Mo-Fr,PH": open on holidays is more than a week.
        (false, true) => None,
    }
}

fn spans(selector: &TimeSelector) -> Option<Vec<(u16, u16)>> {
    let span = |span: &opening_hours_syntax::rules::time::TimeSpan| match (
        &span.range.start,
        &span.range.end,
    ) {
        (Time::Fixed(start), Time::Fixed(end)) if !span.open_end && span.repeats.is_none() => {
            let (opens, closes) = (start.mins_from_midnight(), end.mins_from_midnight());
            Some((
                opens,
                if closes <= opens {
                    closes + DAY
                } else {
                    closes
                },
            ))
        }
        _ => None,
    };
    selector.spans.iter().map(span).collect()
}

/// A time of day as HSDS writes it, `HH:MM`; the end of a day is 23:59, for readers that know no 24:00.
pub fn clock(minutes: u16) -> String {
    match minutes {
        DAY => "23:59".to_owned(),
        minutes => format!("{:02}:{:02}", minutes % DAY / 60, minutes % 60),
    }
}

/// Minutes after midnight of `10:00`, `10:00:00`, `9:30`, `10:00Z` or `10:00+01:00`, and whether a time zone was there.
///
/// The zone is not reckoned in: a schedule says the same hours in summer and winter, so an offset in it cannot be meant.
pub fn minutes(text: &str) -> Option<(u16, bool)> {
    let time = text.trim().trim_end_matches(['Z', 'z']);
    let time = time.split(['+', '-']).next()?;
    let zone = time.len() < text.trim().len();
    let mut parts = time.split(':');
    let hour: u16 = parts.next()?.parse().ok()?;
    let minute: u16 = parts.next()?.parse().ok()?;
    let seconds_fine = parts.next().is_none_or(|s| {
        s.split('.')
            .all(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
    });
    let fine = seconds_fine && minute < 60 && (hour < 24 || (hour, minute) == (24, 0));
    fine.then(|| (hour * 60 + minute, zone))
}

/// A day of an iCalendar rule: `MO`, or `2MO`, the second Monday of a month.
pub fn day(text: &str) -> Option<(Option<i8>, usize)> {
    let text = text.trim();
    let letters = text.find(|c: char| c.is_ascii_alphabetic())?;
    let (nth, name) = text.split_at(letters);
    let name = name.get(..2)?;
    let day = DAYS.iter().position(|d| d.eq_ignore_ascii_case(name))?;
    // MO, Mon and Monday are meant alike; anything else is not a day.
    let long = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ][day];
    let rest = text[letters..].to_ascii_lowercase();
    if !long.starts_with(&rest) {
        return None;
    }
    let nth = match nth {
        "" => None,
        nth => Some(
            nth.parse::<i8>()
                .ok()
                .filter(|n| matches!(n, -5..=-1 | 1..=5))?,
        ),
    };
    Some((nth, day))
}

/// Hours on days of the week, or on some of a month's, put together into one text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hours {
    weekly: [Vec<(u16, u16)>; 7],
    monthly: Vec<(i8, usize, (u16, u16))>,
}

impl Hours {
    /// Adds hours from `opens` to `closes`, minutes after midnight; a `closes` not after `opens` is the next day's.
    pub fn add(&mut self, (nth, day): (Option<i8>, usize), opens: u16, closes: u16) {
        let closes = if closes <= opens {
            closes + DAY
        } else {
            closes
        };
        match nth {
            None => self.weekly[day].push((opens, closes)),
            Some(nth) => self.monthly.push((nth, day, (opens, closes))),
        }
    }

    /// As OpenStreetMap writes it; `None` where there are no hours.
    pub fn text(mut self) -> Option<String> {
        for spans in &mut self.weekly {
            spans.sort_unstable();
            spans.dedup();
        }
        self.monthly.sort_unstable();
        self.monthly.dedup();
        let mut rules: Vec<(Vec<usize>, &Vec<Span>)> = Vec::new();
        for (day, spans) in self
            .weekly
            .iter()
            .enumerate()
            .filter(|(_, s)| !s.is_empty())
        {
            match rules.iter_mut().find(|(_, other)| *other == spans) {
                Some((days, _)) => days.push(day),
                None => rules.push((vec![day], spans)),
            }
        }
        let weekly: Vec<String> = rules
            .iter()
            .map(|(days, spans)| format!("{} {}", day_names(days), span_texts(spans)))
            .collect();
        let monthly = self
            .monthly
            .iter()
            .map(|(nth, day, span)| format!("{}[{nth}] {}", DAYS[*day], span_texts(&[*span])));
        // Days of a month come beside the weekly hours of their day, not in their place: a comma.
        let text: Vec<String> = std::iter::once(weekly.join("; "))
            .filter(|w| !w.is_empty())
            .chain(monthly)
            .collect();
        let text = text.join(", ");
        opening_hours_syntax::parse(&text).is_ok().then_some(text)
    }
}

fn day_names(days: &[usize]) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for day in days {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *day => *last = *day,
            _ => runs.push((*day, *day)),
        }
    }
    let run = |(first, last): &(usize, usize)| match last - first {
        0 => DAYS[*first].to_owned(),
        1 => format!("{},{}", DAYS[*first], DAYS[*last]),
        _ => format!("{}-{}", DAYS[*first], DAYS[*last]),
    };
    runs.iter().map(run).collect::<Vec<_>>().join(",")
}

fn span_texts(spans: &[(u16, u16)]) -> String {
    let time = |minutes: u16| match minutes {
        DAY => "24:00".to_owned(),
        minutes => format!("{:02}:{:02}", minutes % DAY / 60, minutes % 60),
    };
    let span = |(opens, closes): &(u16, u16)| format!("{}-{}", time(*opens), time(*closes));
    spans.iter().map(span).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slot(days: &[usize], opens: u16, closes: u16) -> Slot {
        Slot {
            days: days.to_vec(),
            opens,
            closes,
        }
    }

    #[test]
    fn a_plain_week_becomes_slots_and_anything_more_does_not() {
        assert_eq!(
            weekly("Mo-Th 09:00-17:00; Fr 09:00-16:30; PH off").unwrap(),
            [slot(&[4], 540, 990), slot(&[0, 1, 2, 3], 540, 1020)]
        );
        assert_eq!(
            weekly("Mo-Fr 08:30-13:00,13:30-16:00; We off").unwrap(),
            [slot(&[0, 1, 3, 4], 510, 780), slot(&[0, 1, 3, 4], 810, 960)]
        );
        assert_eq!(
            weekly("24/7").unwrap(),
            [slot(&[0, 1, 2, 3, 4, 5, 6], 0, 1440)]
        );
        assert_eq!(weekly("Sa 22:00-02:00").unwrap(), [slot(&[5], 1320, 1560)]);
        assert_eq!(
            weekly("Mo,Mo 10:00-12:00, Mo 10:00-12:00,10:00-12:00").unwrap(),
            [slot(&[0], 600, 720)]
        );
        for more in [
            "Mo[1] 10:00-12:00",
            "Dec Mo 10:00-12:00",
            "Mo-Fr,PH 09:00-10:00",
            "PH 10:00-12:00",
            "Mo 10:00+",
            "sunrise-sunset",
        ] {
            assert_eq!(weekly(more), None, "{more}");
        }
    }

    #[test]
    fn times_are_read_however_feeds_write_them() {
        assert_eq!(minutes("10:00:00"), Some((600, false)));
        assert_eq!(minutes("9:30"), Some((570, false)));
        assert_eq!(minutes("09:00Z"), Some((540, true)));
        assert_eq!(minutes("09:00-05:00"), Some((540, true)));
        assert_eq!(minutes("24:00"), Some((1440, false)));
        assert_eq!(minutes("25:00"), None);
        assert_eq!(minutes("2000:00"), None);
        assert_eq!(minutes("65535:59"), None);
        assert_eq!(minutes("noon"), None);
    }

    #[test]
    fn days_are_read_however_feeds_write_them() {
        assert_eq!(day("MO"), Some((None, 0)));
        assert_eq!(day("Wed"), Some((None, 2)));
        assert_eq!(day("-1FR"), Some((Some(-1), 4)));
        assert_eq!(day("9MO"), None);
        assert_eq!(day("Mothers"), None);
    }

    #[test]
    fn hours_are_written_as_people_write_them() {
        let mut hours = Hours::default();
        for day in [0, 1, 2, 4] {
            hours.add((None, day), 540, 1020);
        }
        hours.add((None, 3), 540, 1140);
        hours.add((None, 5), 1320, 120);
        hours.add((Some(-1), 6), 600, 720);
        let text = hours.text().unwrap();
        assert_eq!(
            text,
            "Mo-We,Fr 09:00-17:00; Th 09:00-19:00; Sa 22:00-02:00, Su[-1] 10:00-12:00"
        );
    }

    proptest::proptest! {
        #[test]
        fn no_text_of_a_feed_makes_it_panic(text in "\\PC{0,40}", time in "[0-9]{0,8}:[0-9]{0,4}[Z+:0-9.]{0,6}", number in "[0-9 +()/.E-]{0,30}") {
            for text in [&text, &time, &number] {
                minutes(text);
                day(text);
                crate::plain::text(text);
                crate::slug(text);
                let country = content::country::find("GB").unwrap();
                let _ = crate::telephone::numbers(text, country, finder::service::PhoneKind::Voice);
                let _ = crate::hsds::page(text.as_bytes());
                let _ = crate::table::read(format!("name,phones\n{text},{number}").as_bytes(), false);
                let value = serde_json::json!({ "id": text, "status": time, "schedules": [{ "opens_at": time, "byday": text }] });
                let _ = crate::hsds::read(&value, false);
            }
        }
    }
}
