//! Opening times in words. "Open now" sends people to locked doors: it is said only where
//! [`Opening::may_say_open_now`] allows it, and what is not known is never "closed".

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
    let sure = opening.may_say_open_now;
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
