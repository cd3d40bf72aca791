//! Opening hours, compiled: a week, dated exceptions, a horizon, and the city's time zone.
//!
//! The generator compiles OpenStreetMap `opening_hours` text into [`Hours`] (see the type for what it
//! must produce); here they are only asked: what holds at a moment, and on the next days. What is
//! not known is [`State::Unknown`], never closed.

use crate::calendar::{DAY_MINUTES, Day, Minutes};

/// The city's time zone as offsets baked in: no time-zone database on the phone is asked, nor its clock's zone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Zone {
    /// Local time minus UTC, in minutes, before the first transition.
    pub initial_offset: i16,
    /// From each moment on (in rising order), local time minus UTC in minutes.
    pub transitions: Vec<(Minutes, i16)>,
}

/// A moment on the city's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LocalTime {
    /// The date.
    pub day: Day,
    /// Minutes since midnight, 0 … 1439.
    pub minute: u16,
}

impl Zone {
    /// What the city's clock and calendar show at `now`.
    #[must_use]
    pub fn local(&self, now: Minutes) -> LocalTime {
        let local = now.saturating_add(self.offset(now));
        let day = local.div_euclid(DAY_MINUTES).clamp(-1_000_000, 1_000_000);
        LocalTime {
            day: Day(day as i32),
            minute: local.rem_euclid(DAY_MINUTES) as u16,
        }
    }

    /// The moment at which the city's clock shows `minute` minutes after the midnight with which `day` begins. Of two such
    /// moments (clocks put back) the later; one that never comes (clocks put forward) is told as if clocks were put forward later.
    #[must_use]
    pub fn moment(&self, day: Day, minute: u16) -> Minutes {
        let local = i64::from(day.0) * DAY_MINUTES + i64::from(minute);
        let early = local - self.offset(local);
        local - self.offset(early)
    }

    /// Local time minus UTC at a moment, in minutes.
    fn offset(&self, now: Minutes) -> i64 {
        let past = self.transitions.partition_point(|(from, _)| *from <= now);
        i64::from(
            past.checked_sub(1)
                .map_or(self.initial_offset, |last| self.transitions[last].1),
        )
    }
}

/// What the hours are the hours of. They are different things: an open building may have nobody who can help.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Channel {
    #[default]
    /// The door of the building is open.
    Building,
    /// Somebody answers the telephone.
    Telephone,
    /// Come without an appointment.
    DropIn,
    /// By appointment only.
    Appointment,
}

/// A time from … until within a day; `end` may pass midnight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// Minutes since the midnight with which the day begins, 0 … 1439.
    pub start: u16,
    /// Minutes since the same midnight, above `start`, at most 2880.
    pub end: u16,
    /// `false`: the source says that it may be open then ("by arrangement", `unknown`): reported as [`State::Unknown`].
    pub certain: bool,
}

/// Hours of one thing, compiled.
///
/// What the compiler of OpenStreetMap text must produce: for every day from `from` to the horizon
/// `until` (both included) the spans that *begin* on that day, sorted, not overlapping, where a span that
/// passes midnight stays whole with the day on which it begins, and a whole day is `0..1440`.
/// `week` holds what is usual (Monday first); `exceptions` every day that differs from it (public
/// holidays, seasons), in rising order. Nothing is said about a day outside `from ..= until`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hours {
    /// Spans that begin on Monday … Sunday.
    pub week: [Vec<Span>; 7],
    /// Days that differ from the week, in rising order.
    pub exceptions: Vec<Exception>,
    /// The first day about which something is known.
    pub from: Day,
    /// The horizon: the last day about which something is known.
    pub until: Day,
}

/// A day on which other hours hold than on that day of the week.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exception {
    /// The day.
    pub day: Day,
    /// The spans that begin on it: empty means closed; `None` means that nobody knows.
    pub spans: Option<Vec<Span>>,
}

/// What holds at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Open.
    Open {
        /// In how many minutes it closes; `None` where it does not close within the next seven days, or where nothing
        /// is known beyond the midnight that it is open until.
        closes_in: Option<u32>,
    },
    /// Closed.
    Closed {
        /// When it opens next, within the next seven days as far as known.
        opens: Option<Opens>,
    },
    /// Not known.
    Unknown,
}

/// What holds at a moment, without what the coming days bring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Open until so many minutes after the midnight with which the day began.
    Open { until: u16 },
    /// Closed, and opens later today.
    OpensToday(Span),
    /// Closed for today; `perhaps`: unless what may be is so.
    Closed { perhaps: bool },
    /// Not known.
    Unknown,
}

/// When something opens next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opens {
    /// The day.
    pub day: Day,
    /// Minutes since its midnight.
    pub minute: u16,
    /// Days from today: 0 today, 1 tomorrow.
    pub in_days: u8,
}

/// The hours of one of the next days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayHours {
    /// The day.
    pub day: Day,
    /// The spans that begin on it; empty means closed, `None` not known.
    pub spans: Option<Vec<Span>>,
    /// Whether it is one of the exceptions (a bank holiday, say).
    pub exception: bool,
}

/// How far ahead the next opening or closing is looked for.
const WEEK: i32 = 7;

impl Hours {
    /// What holds at the moment `now` in the city's `zone`.
    #[must_use]
    pub fn state(&self, zone: &Zone, now: Minutes) -> State {
        let local = zone.local(now);
        let day = local.day;
        let opens = match self.standing(local) {
            Standing::Unknown => return State::Unknown,
            Standing::Open { until } => {
                return State::Open {
                    closes_in: self.closing(zone, now, day, until),
                };
            }
            Standing::OpensToday(span) => Some((day, span)),
            Standing::Closed { perhaps: true } => None,
            Standing::Closed { perhaps: false } => self.next_opening(day),
        };
        State::Closed {
            opens: opens
                .filter(|(_, span)| span.certain)
                .map(|(opens, span)| Opens {
                    day: opens,
                    minute: span.start,
                    in_days: opens.since(day).clamp(0, WEEK) as u8,
                }),
        }
    }

    /// What holds at a moment on the city's clock, as far as two days say it.
    pub(crate) fn standing(&self, LocalTime { day, minute }: LocalTime) -> Standing {
        if let Some(span) = self.covering(day, minute) {
            return if span.certain {
                Standing::Open { until: span.end }
            } else {
                Standing::Unknown
            };
        }
        let Some(today) = self.spans(day) else {
            return Standing::Unknown;
        };
        // Before the first day that is known, and on a day that is not, last night's hours may go on.
        let yesterday = day.plus(-1);
        if self.spans(yesterday).is_none()
            && self.week[usize::from(yesterday.weekday())]
                .iter()
                .any(|span| minute + 1440 < span.end)
        {
            return Standing::Unknown;
        }
        match today.iter().find(|span| span.start > minute) {
            Some(span) if span.certain => Standing::OpensToday(*span),
            later => Standing::Closed {
                perhaps: later.is_some(),
            },
        }
    }

    /// The hours of `days` days, beginning with `first`.
    #[must_use]
    pub fn days(&self, first: Day, days: u8) -> Vec<DayHours> {
        (0..i32::from(days))
            .map(|ahead| {
                let day = first.plus(ahead);
                DayHours {
                    day,
                    spans: self.spans(day).map(<[Span]>::to_vec),
                    exception: (self.from..=self.until).contains(&day)
                        && self.exception(day).is_some(),
                }
            })
            .collect()
    }

    /// Whether it is open day and night on every day of the week (a helpline that always answers).
    #[must_use]
    pub fn is_always_open(&self) -> bool {
        let all_day = |spans: &[Span]| {
            spans
                .iter()
                .filter(|span| span.certain)
                .try_fold(0, |end, span| {
                    (span.start <= end).then_some(span.end.max(end))
                })
                >= Some(1440)
        };
        self.week.iter().all(|spans| all_day(spans))
            && self
                .exceptions
                .iter()
                .all(|exception| exception.spans.as_deref().is_some_and(all_day))
    }

    /// Whether the hours can be: days in order, spans in order and within their day and the next.
    pub(crate) fn is_possible(&self) -> bool {
        let spans = |spans: &[Span]| {
            spans
                .iter()
                .all(|span| span.start < 1440 && span.start < span.end && span.end <= 2880)
                && spans.is_sorted_by(|a, b| a.end <= b.start)
        };
        self.from <= self.until
            && self.week.iter().all(|day| spans(day))
            && self.exceptions.is_sorted_by(|a, b| a.day < b.day)
            && self
                .exceptions
                .iter()
                .all(|exception| exception.spans.as_deref().is_none_or(spans))
    }

    fn exception(&self, day: Day) -> Option<&Exception> {
        let at = self
            .exceptions
            .binary_search_by_key(&day, |exception| exception.day)
            .ok()?;
        Some(&self.exceptions[at])
    }

    /// The spans that begin on a day; `None` where nobody knows.
    fn spans(&self, day: Day) -> Option<&[Span]> {
        if !(self.from..=self.until).contains(&day) {
            return None;
        }
        match self.exception(day) {
            Some(exception) => exception.spans.as_deref(),
            None => Some(&self.week[usize::from(day.weekday())]),
        }
    }

    /// The span in which a minute of a day lies, told in minutes of that day; last night's may go on.
    fn covering(&self, day: Day, minute: u16) -> Option<Span> {
        let mut last_night = self.spans(day.plus(-1)).unwrap_or(&[]).iter();
        if let Some(span) = last_night.find(|span| minute + 1440 < span.end) {
            return Some(Span {
                start: 0,
                end: span.end - 1440,
                certain: span.certain,
            });
        }
        let mut today = self.spans(day).unwrap_or(&[]).iter();
        today
            .find(|span| span.start <= minute && minute < span.end)
            .copied()
    }

    /// In how many minutes it closes that is open until minute `end` of `day`.
    fn closing(&self, zone: &Zone, now: Minutes, day: Day, end: u16) -> Option<u32> {
        let (mut day, mut end) = (day, end);
        let last = day.plus(WEEK);
        loop {
            if end >= 1440 {
                day = day.plus(1);
                end -= 1440;
            }
            if day > last || (end == 0 && self.spans(day).is_none()) {
                return None;
            }
            match self.covering(day, end).filter(|span| span.certain) {
                Some(span) => end = span.end,
                None => return u32::try_from(zone.moment(day, end) - now).ok(),
            }
        }
    }

    /// The first span on the days after `day`; `None` where a day comes first that is not known.
    fn next_opening(&self, day: Day) -> Option<(Day, Span)> {
        for ahead in 1..=WEEK {
            let later = day.plus(ahead);
            if let Some(span) = self.spans(later)?.first() {
                return Some((later, *span));
            }
        }
        None
    }
}

#[cfg(test)]
mod tests;
