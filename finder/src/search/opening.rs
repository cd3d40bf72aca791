//! When a service can be reached, and what may be said about it.
//!
//! "Open now" sends people to locked doors, so the words are rationed: see [`Opening::may_say_open_now`].

use super::{Opening, Rank};
use crate::calendar::{Day, Minutes};
use crate::directory::Directory;
use crate::hours::{Channel, Hours, State};
use crate::service::Status;

/// Hours confirmed longer ago than this many days are no ground for "open now": six months.
pub const FRESH_HOURS_DAYS: i32 = 183;
/// A copy made this many days ago or more is no ground for "open now".
pub const FRESH_COPY_DAYS: i32 = 30;

/// The moment of a query in the city's calendar, and what holds then.
pub(super) struct Clock<'a> {
    directory: &'a Directory,
    now: Minutes,
    today: Day,
    copy_is_fresh: bool,
    /// The state of each of the directory's different hours.
    states: Vec<State>,
}

/// Nothing is known.
const UNKNOWN: Opening = Opening {
    rank: Rank::Unknown,
    state: State::Unknown,
    channel: None,
    always: false,
    may_say_open_now: false,
};

impl Clock<'_> {
    pub(super) fn new(directory: &Directory, now: Minutes) -> Clock<'_> {
        let today = directory.zone.local(now).day;
        let copy_is_fresh = directory
            .made
            .is_some_and(|made| (0..FRESH_COPY_DAYS).contains(&today.since(made)));
        let states = directory
            .index()
            .hours
            .iter()
            .map(|hours| hours.state(&directory.zone, now))
            .collect();
        Clock {
            directory,
            now,
            today,
            copy_is_fresh,
            states,
        }
    }

    /// The best of all hours of the service at an index.
    ///
    /// Of equal ranks: those that always answer, then those of which "open now" may be said, then open ones, then drop-in,
    /// telephone, building, appointment.
    pub(super) fn opening(&self, service: usize) -> Opening {
        let index = self.directory.index();
        let lean = &index.services[service];
        if let Status::TemporarilyClosed { until } = lean.status
            && until.is_none_or(|until| self.today <= until)
        {
            return Opening {
                rank: Rank::Closed,
                state: State::Closed { opens: None },
                ..UNKNOWN
            };
        }
        let openings = index.timed(service).iter().map(|timed| {
            let hours = timed.hours.and_then(|at| index.hours.get(at as usize));
            let state = timed
                .hours
                .and_then(|at| self.states.get(at as usize))
                .copied()
                .unwrap_or(State::Unknown);
            self.opening_in(
                timed.channel,
                state,
                hours,
                timed.confirmed.or(lean.confirmed),
                lean.has_place,
            )
        });
        let preference = |opening: &Opening| {
            let channel = match opening.channel {
                Some(Channel::DropIn) => 0,
                Some(Channel::Telephone) => 1,
                Some(Channel::Building) => 2,
                Some(Channel::Appointment) | None => 3,
            };
            (
                opening.rank,
                !opening.always,
                !opening.may_say_open_now,
                !matches!(opening.state, State::Open { .. }),
                channel,
            )
        };
        openings.min_by_key(preference).unwrap_or(UNKNOWN)
    }

    /// The opening by some hours alone, confirmed on `confirmed`, of a service with or without a place.
    pub(super) fn opening_of(
        &self,
        channel: Channel,
        hours: Option<&Hours>,
        confirmed: Option<Day>,
        has_place: bool,
    ) -> Opening {
        let state = hours.map_or(State::Unknown, |hours| {
            hours.state(&self.directory.zone, self.now)
        });
        self.opening_in(channel, state, hours, confirmed, has_place)
    }

    fn opening_in(
        &self,
        channel: Channel,
        state: State,
        hours: Option<&Hours>,
        confirmed: Option<Day>,
        has_place: bool,
    ) -> Opening {
        let is_open = matches!(state, State::Open { .. });
        let rank = match state {
            State::Open { .. } => Rank::Open,
            State::Closed { opens: Some(opens) } if opens.in_days == 0 => Rank::Open,
            State::Closed { .. } => Rank::Closed,
            State::Unknown => Rank::Unknown,
        };
        let hours_are_fresh =
            confirmed.is_some_and(|on| (0..=FRESH_HOURS_DAYS).contains(&self.today.since(on)));
        Opening {
            rank,
            state,
            channel: Some(channel),
            always: is_open
                && channel == Channel::Telephone
                && !has_place
                && hours.is_some_and(Hours::is_always_open),
            may_say_open_now: is_open
                && matches!(channel, Channel::DropIn | Channel::Telephone)
                && hours_are_fresh
                && self.copy_is_fresh,
        }
    }
}
