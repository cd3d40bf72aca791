//! When a service can be reached, and what may be said about it.
//!
//! "Open now" sends people to locked doors, so the words are rationed: see [`Opening::may_say_open_now`].

use super::{Opening, Rank};
use crate::calendar::{Day, Minutes};
use crate::directory::Directory;
use crate::hours::{Channel, Hours, State};
use crate::service::{Premises, Service, Status};

/// Hours confirmed longer ago than this many days are no ground for "open now": six months.
pub const FRESH_HOURS_DAYS: i32 = 183;
/// A copy made this many days ago or more is no ground for "open now".
pub const FRESH_COPY_DAYS: i32 = 30;

/// The moment of a query in the city's calendar.
pub(super) struct Clock<'a> {
    directory: &'a Directory,
    now: Minutes,
    today: Day,
    copy_is_fresh: bool,
}

impl Clock<'_> {
    pub(super) fn new(directory: &Directory, now: Minutes) -> Clock<'_> {
        let today = directory.zone.local(now).day;
        let copy_is_fresh = directory
            .made
            .is_some_and(|made| (0..FRESH_COPY_DAYS).contains(&today.since(made)));
        Clock {
            directory,
            now,
            today,
            copy_is_fresh,
        }
    }

    /// The best of all hours of a service.
    ///
    /// Of equal ranks: those of which "open now" may be said, then drop-in, telephone, building, appointment.
    pub(super) fn opening(&self, service: &Service) -> Opening {
        if let Status::TemporarilyClosed { until } = service.status
            && until.is_none_or(|until| self.today <= until)
        {
            let state = State::Closed { opens: None };
            return Opening {
                rank: Rank::Closed,
                state,
                channel: None,
                may_say_open_now: false,
            };
        }
        let schedules = service.schedules.iter().map(|schedule| {
            self.opening_of(
                service,
                schedule.channel,
                schedule.hours.as_ref(),
                schedule.confirmed,
            )
        });
        let phones = service
            .phones
            .iter()
            .filter(|phone| phone.hours.is_some() || phone.hours_text.is_some())
            .map(|phone| self.opening_of(service, Channel::Telephone, phone.hours.as_ref(), None));
        let best = schedules.chain(phones).min_by_key(|opening| {
            let preference = match opening.channel {
                Some(Channel::DropIn) => 0,
                Some(Channel::Telephone) => 1,
                Some(Channel::Building) => 2,
                Some(Channel::Appointment) | None => 3,
            };
            (
                opening.rank,
                !opening.may_say_open_now,
                !matches!(opening.state, State::Open { .. }),
                preference,
            )
        });
        best.unwrap_or(Opening {
            rank: Rank::Unknown,
            state: State::Unknown,
            channel: None,
            may_say_open_now: false,
        })
    }

    /// The opening by some hours of a service alone.
    pub(super) fn opening_of(
        &self,
        service: &Service,
        channel: Channel,
        hours: Option<&Hours>,
        confirmed: Option<Day>,
    ) -> Opening {
        let state = hours.map_or(State::Unknown, |hours| {
            hours.state(&self.directory.zone, self.now)
        });
        let always = || {
            channel == Channel::Telephone
                && !matches!(service.premises, Premises::At(_))
                && hours.is_some_and(Hours::is_always_open)
        };
        let rank = match state {
            State::Open { .. } if always() => Rank::AlwaysAnswers,
            State::Open { .. } => Rank::Open,
            State::Closed { opens: Some(opens) } if opens.in_days == 0 => Rank::Open,
            State::Closed { .. } => Rank::Closed,
            State::Unknown => Rank::Unknown,
        };
        let confirmed = confirmed.or(service.confirmed.as_ref().map(|confirmed| confirmed.on));
        let hours_are_fresh =
            confirmed.is_some_and(|on| (0..=FRESH_HOURS_DAYS).contains(&self.today.since(on)));
        Opening {
            rank,
            state,
            channel: Some(channel),
            may_say_open_now: matches!(state, State::Open { .. })
                && matches!(channel, Channel::DropIn | Channel::Telephone)
                && hours_are_fresh
                && self.copy_is_fresh,
        }
    }
}
