//! Opening times in words. "Open now" sends people to locked doors: it is said only where
//! [`Opening::sure`] allows it, and what is not known is never "closed".

use finder::calendar::{DAY_MINUTES, Day};
use finder::hours::{Channel, DayHours, Hours, LocalTime, Opens, Span, State};
use finder::search::Opening;
use finder::service::{Service, Status};

use crate::words::Words;

/// How an opening is coloured; the words say the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It can be reached now.
    Good,
    /// Neither: not sure, or later.
    Plain,
    /// Not known, or closed for some time: contact first.
    Warn,
}

/// From this many minutes on, a closing is told as a time, not as minutes.
const SOON: u32 = 60;

/// Whether a service can be reached now, in one line.
pub fn now(
    words: &Words,
    service: &Service,
    opening: &Opening,
    local: LocalTime,
) -> (Tone, String) {
    if let Status::TemporarilyClosed { until } = service.status {
        return (Tone::Warn, closed_for_now(words, until));
    }
    if opening.always {
        return (Tone::Good, words.text("finder-always-answers").to_owned());
    }
    let (tone, state) = state(words, opening, local);
    match opening.channel {
        Some(channel) if opening.state != State::Unknown => {
            let what = words.text(channel_key(channel));
            let said = words.say("finder-opening", &[("what", what), ("state", &state)]);
            (tone, said)
        }
        _ => (tone, state),
    }
}

fn closed_for_now(words: &Words, until: Option<Day>) -> String {
    match until {
        Some(day) => words.say("finder-closed-until", &[("date", &words.date(day))]),
        None => words.text("finder-closed-for-now").to_owned(),
    }
}

fn state(words: &Words, opening: &Opening, local: LocalTime) -> (Tone, String) {
    let sure = opening.sure;
    match opening.state {
        State::Open { closes_in } => {
            let tone = if sure { Tone::Good } else { Tone::Plain };
            (tone, open(words, sure, closes_in, local))
        }
        State::Closed { opens: Some(opens) } => (Tone::Plain, opens_at(words, sure, opens)),
        State::Closed { opens: None } => (Tone::Plain, words.text("finder-closed").to_owned()),
        State::Unknown => (Tone::Warn, words.text("finder-hours-unknown").to_owned()),
    }
}

fn open(words: &Words, sure: bool, closes_in: Option<u32>, local: LocalTime) -> String {
    match (closes_in, sure) {
        (Some(minutes), true) if minutes < SOON => words.count("finder-closes-soon", minutes),
        (Some(minutes), false) if minutes < SOON => {
            words.count("finder-closes-soon-usually", minutes)
        }
        // A time of day alone would mislead when it is tomorrow's.
        (Some(minutes), _) if i64::from(minutes) < DAY_MINUTES => {
            let key = if sure {
                "finder-open-until"
            } else {
                "finder-open-usually-until"
            };
            let until = (i64::from(local.minute) + i64::from(minutes)) % DAY_MINUTES;
            words.say(key, &[("time", &words.time(until as u16))])
        }
        (_, true) => words.text("finder-open-now").to_owned(),
        (_, false) => words.text("finder-open-usually").to_owned(),
    }
}

fn opens_at(words: &Words, sure: bool, opens: Opens) -> String {
    let time = words.time(opens.minute);
    let key = match (opens.in_days, sure) {
        (0, true) => "finder-opens-today",
        (0, false) => "finder-usually-opens-today",
        (1, true) => "finder-opens-tomorrow",
        (1, false) => "finder-usually-opens-tomorrow",
        (_, true) => "finder-opens-on",
        (_, false) => "finder-usually-opens-on",
    };
    words.say(key, &[("time", &time), ("day", words.weekday(opens.day))])
}

/// The key of the name of what hours are the hours of.
pub fn channel_key(channel: Channel) -> &'static str {
    match channel {
        Channel::Building => "finder-channel-building",
        Channel::Telephone => "finder-channel-telephone",
        Channel::DropIn => "finder-channel-drop-in",
        Channel::Appointment => "finder-channel-appointment",
    }
}

/// The next seven days, each with the name of the day and its hours in words.
pub fn week(words: &Words, hours: &Hours, today: Day) -> Vec<(String, String)> {
    if hours.is_always_open() {
        return vec![(String::new(), words.text("finder-day-all").to_owned())];
    }
    let days = hours.days(today, 7);
    days.iter()
        .map(|day| (words.weekday(day.day).to_owned(), day_line(words, day)))
        .collect()
}

fn day_line(words: &Words, day: &DayHours) -> String {
    let said = match &day.spans {
        None => words.text("finder-day-unknown").to_owned(),
        Some(spans) if spans.is_empty() => words.text("finder-day-closed").to_owned(),
        Some(spans) => {
            let said: Vec<String> = spans.iter().map(|span| span_line(words, *span)).collect();
            words.all(&said)
        }
    };
    if day.exception {
        return words.pair(&said, words.text("finder-day-different"));
    }
    said
}

fn span_line(words: &Words, span: Span) -> String {
    let said = if i64::from(span.end - span.start.min(span.end)) >= DAY_MINUTES {
        words.text("finder-day-all").to_owned()
    } else {
        let (from, to) = (words.time(span.start), words.time(span.end));
        words.say("finder-span", &[("from", &from), ("to", &to)])
    };
    if span.certain {
        said
    } else {
        words.say("finder-span-perhaps", &[("span", &said)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{at, day, hours, plain, service, words};
    use finder::search::{Query, search};

    /// The line of a service at a moment.
    fn line(service: Service, now_at: i64) -> (Tone, String) {
        let words = words(vec![service]);
        let directory = words.directory();
        let query = Query {
            now: Some(now_at),
            ..Query::default()
        };
        let opening = search(directory, None, &query).hit(0).opening;
        let opening = opening.expect("there is a time");
        let (tone, said) = now(
            &words,
            &directory.services[0],
            &opening,
            directory.zone.local(now_at),
        );
        (tone, plain(&said))
    }

    #[test]
    fn open_now_is_said_only_of_fresh_drop_in_hours() {
        let monday = at("2026-11-23", 10, 0);
        let (tone, said) = line(service("a"), monday);
        assert_eq!(said, "Without an appointment: open now, until 17:00");
        assert_eq!(tone, Tone::Good);
        let mut building = service("a");
        building.schedules[0].channel = Channel::Building;
        let (tone, said) = line(building, monday);
        assert_eq!(
            said,
            "Building: usually open now, until 17:00. Contact them first"
        );
        assert_ne!(tone, Tone::Good);
        let mut old = service("a");
        old.confirmed = None;
        assert!(line(old, monday).1.contains("usually open now"));
        // On a copy older than thirty days nothing is "open now".
        assert!(
            line(service("a"), at("2026-12-28", 10, 0))
                .1
                .contains("usually open now")
        );
    }

    #[test]
    fn closings_and_openings_are_told_as_people_ask() {
        let said = |moment| line(service("a"), moment).1;
        assert_eq!(
            said(at("2026-11-23", 16, 40)),
            "Without an appointment: open now, closes in 20 minutes"
        );
        assert_eq!(
            said(at("2026-11-23", 16, 59)),
            "Without an appointment: open now, closes in 1 minute"
        );
        assert!(said(at("2026-11-23", 8, 0)).ends_with("opens today at 9:00"));
        assert!(said(at("2026-11-23", 18, 0)).ends_with("opens tomorrow at 9:00"));
        assert!(said(at("2026-11-27", 18, 0)).ends_with("opens on Monday at 9:00"));
    }

    #[test]
    fn what_is_not_known_is_not_closed() {
        let mut unknown = service("a");
        unknown.schedules.clear();
        let (tone, said) = line(unknown, at("2026-11-23", 10, 0));
        assert_eq!(said, "Opening times not known. Contact them first");
        assert_eq!(tone, Tone::Warn);
        let mut closed = service("a");
        closed.status = Status::TemporarilyClosed {
            until: Some(day("2027-01-10")),
        };
        assert_eq!(
            line(closed, at("2026-11-23", 10, 0)).1,
            "Closed for some time, up to and including 10 January 2027"
        );
    }

    #[test]
    fn the_week_names_each_day() {
        let words = words(vec![]);
        let said = |hours: &Hours| -> Vec<(String, String)> {
            let week = week(&words, hours, day("2026-11-27"));
            week.into_iter()
                .map(|(day, said)| (day, plain(&said)))
                .collect()
        };
        let mut usual = hours(5, 9, 17);
        usual.exceptions.push(finder::hours::Exception {
            day: day("2026-11-30"),
            spans: None,
        });
        let week = said(&usual);
        assert_eq!(week[0], ("Friday".into(), "9:00 to 17:00".into()));
        assert_eq!(week[1], ("Saturday".into(), "closed".into()));
        assert_eq!(week[3], ("Monday".into(), "not known, not as usual".into()));
        assert_eq!(
            said(&hours(7, 0, 24)),
            [(String::new(), "day and night".into())]
        );
    }
}
