//! When a service can be reached, and what may be said about it.
//!
//! "Open now" sends people to locked doors, so the words are rationed: see [`Opening::sure`].

use super::{Opening, Rank};
use crate::calendar::{Day, Minutes};
use crate::directory::{Directory, Entry, Lean, Timed};
use crate::hours::{Channel, Hours, Standing, State};
use crate::service::Status;

/// Hours confirmed longer ago than this many days are no ground for "open now": six months.
pub const FRESH_HOURS_DAYS: i32 = 183;
/// A copy made this many days ago or more is no ground for "open now".
pub const FRESH_COPY_DAYS: i32 = 30;

/// The moment of a query in the city's calendar, and what holds then.
#[derive(Clone)]
pub(super) struct Clock<'a> {
    directory: &'a Directory,
    now: Minutes,
    today: Day,
    copy_is_fresh: bool,
    /// What each of the directory's different hours are good for now.
    grades: Vec<Grade>,
}

/// What hours are good for at a moment.
#[derive(Clone, Copy)]
struct Grade {
    rank: Rank,
    /// Open, and day and night on every day.
    always: bool,
}

/// Nothing is known.
const UNKNOWN: Opening = Opening {
    rank: Rank::Unknown,
    state: State::Unknown,
    channel: None,
    always: false,
    sure: false,
};

impl<'a> Clock<'a> {
    pub(super) fn new(directory: &'a Directory, now: Minutes) -> Clock<'a> {
        let local = directory.zone.local(now);
        let copy_is_fresh = directory
            .made
            .is_some_and(|made| (0..FRESH_COPY_DAYS).contains(&local.day.since(made)));
        let hours = directory.index().hours.iter();
        let grades = hours.map(|hours| {
            let standing = hours.standing(local);
            let open = matches!(standing, Standing::Open { .. });
            Grade {
                rank: match standing {
                    Standing::Open { .. } | Standing::OpensToday(_) => Rank::Open,
                    Standing::Unknown => Rank::Unknown,
                    Standing::Closed { .. } => Rank::Closed,
                },
                always: open && hours.is_always_open(),
            }
        });
        Clock {
            directory,
            now,
            today: local.day,
            copy_is_fresh,
            grades: grades.collect(),
        }
    }

    /// The rank of the best of all hours of the service at an index, and whether it is a line that always answers: what
    /// [`Clock::opening`] says of it, without the rest.
    #[inline]
    pub(super) fn rank(&self, service: usize, entry: Entry<'_>) -> (Rank, bool) {
        let lean = entry.lean;
        if lean.paused {
            let opening = self.opening(service);
            return (opening.rank, opening.always);
        }
        let mut best = (Rank::Closed, false);
        if entry.timed.is_empty() {
            best.0 = Rank::Unknown;
        }
        for timed in entry.timed {
            let grade = self.grade(timed, lean);
            best.0 = best.0.min(grade.rank);
            best.1 |= grade.always;
        }
        best
    }

    /// What some hours of a service are good for; only a telephone without a place always answers.
    #[inline]
    fn grade(&self, timed: &Timed, lean: &Lean) -> Grade {
        let unknown = Grade {
            rank: Rank::Unknown,
            always: false,
        };
        let grade = timed.hours.map_or(unknown, |at| self.grades[at as usize]);
        let line = timed.channel == Channel::Telephone && !lean.has_place;
        Grade {
            always: grade.always && line,
            ..grade
        }
    }

    /// The best of all hours of the service at an index.
    ///
    /// Of equal ranks: those that always answer, then those of which "open now" may be said, then open ones, then drop-in,
    /// telephone, building, appointment.
    pub(super) fn opening(&self, service: usize) -> Opening {
        let index = self.directory.index();
        let entry = index.entry(service);
        let record = &self.directory.services[service];
        if let Status::TemporarilyClosed { until } = record.status
            && until.is_none_or(|until| self.today <= until)
        {
            return Opening {
                rank: Rank::Closed,
                state: State::Closed { opens: None },
                ..UNKNOWN
            };
        }
        let confirmed = record.confirmed.as_ref().map(|confirmed| confirmed.on);
        // Telephones come after schedules.
        let own = record.schedules.iter().map(|schedule| schedule.confirmed);
        let own = own.chain(core::iter::repeat(None));
        let openings = entry.timed.iter().zip(own).map(|(timed, own)| {
            let hours = timed.hours.map(|at| &index.hours[at as usize]);
            let grade = self.grade(timed, entry.lean);
            self.opening_of(timed.channel, hours, grade, own.or(confirmed))
        });
        let preference = |opening: &Opening| {
            let open = matches!(opening.state, State::Open { .. });
            let channel = match opening.channel {
                Some(Channel::DropIn) => 0,
                Some(Channel::Telephone) => 1,
                Some(Channel::Building) => 2,
                Some(Channel::Appointment) | None => 3,
            };
            (
                opening.rank,
                !opening.always,
                !(opening.sure && open),
                !open,
                channel,
            )
        };
        openings.min_by_key(preference).unwrap_or(UNKNOWN)
    }

    /// The opening by some hours alone, of this grade and confirmed on `confirmed`.
    fn opening_of(
        &self,
        channel: Channel,
        hours: Option<&Hours>,
        grade: Grade,
        confirmed: Option<Day>,
    ) -> Opening {
        let state = hours.map_or(State::Unknown, |hours| {
            hours.state(&self.directory.zone, self.now)
        });
        let hours_are_fresh =
            confirmed.is_some_and(|on| (0..=FRESH_HOURS_DAYS).contains(&self.today.since(on)));
        Opening {
            rank: grade.rank,
            state,
            channel: Some(channel),
            always: grade.always,
            sure: matches!(channel, Channel::DropIn | Channel::Telephone)
                && hours_are_fresh
                && self.copy_is_fresh,
        }
    }
}
