//! What every search asks of every service, side by side in memory: ten thousand services are gone through in less than a
//! millisecond only if their records are not touched.
//!
//! Hours that are the same stand once, in the file too; their state is found once for a search.

use super::Contents;
use crate::calendar::Day;
use crate::geometry::Position;
use crate::hours::{Channel, Hours};
use crate::service::{Cost, Coverage, Premises, Referral, Service, Status};

/// The services as a search goes through them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Index {
    pub services: Vec<Lean>,
    /// Positions and numbers of locations, service after service.
    pub places: Vec<(Position, u16)>,
    /// Hours of schedules, then of telephones, service after service.
    pub timed: Vec<Timed>,
    /// Different hours, in the order in which they are first used.
    pub hours: Vec<Hours>,
}

/// What a search asks of one service. Its places and hours end here; they begin where those of the service before end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Lean {
    pub places_end: u32,
    pub timed_end: u32,
    /// The bits of its kinds; 0 where none is known.
    pub kinds: u64,
    /// What is known of [`QUESTIONS`] things that a search may ask for: see [`answers`].
    pub answers: u16,
    /// When the record was confirmed.
    pub confirmed: Option<Day>,
    pub status: Status,
    /// It has a place that people may know and go to.
    pub has_place: bool,
    /// Some may not use it, by where they live.
    pub residents_only: bool,
}

/// Hours of one schedule or telephone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Timed {
    pub channel: Channel,
    /// Which of [`Index::hours`]; `None` where they are not known.
    pub hours: Option<u32>,
    /// When they were confirmed, if on another day than the record.
    pub confirmed: Option<Day>,
}

impl Index {
    /// The index of `contents`, whose hours, in the order of [`uses`], are these of the table `hours`.
    pub(crate) fn new(contents: &Contents, hours: Vec<Hours>, uses: &[Option<u32>]) -> Index {
        let mut index = Index {
            hours,
            ..Index::default()
        };
        let mut uses = uses.iter().copied();
        for service in &contents.services {
            for (at, location) in service.locations().iter().enumerate() {
                index
                    .places
                    .extend(location.position.map(|position| (position, at as u16)));
            }
            for schedule in &service.schedules {
                let hours = uses.next().flatten();
                index.timed.push(Timed {
                    channel: schedule.channel,
                    hours,
                    confirmed: schedule.confirmed,
                });
            }
            for phone in &service.phones {
                let hours = uses.next().flatten();
                if hours.is_some() || phone.hours_text.is_some() {
                    index.timed.push(Timed {
                        channel: Channel::Telephone,
                        hours,
                        confirmed: None,
                    });
                }
            }
            index.services.push(Lean {
                places_end: index.places.len() as u32,
                timed_end: index.timed.len() as u32,
                kinds: bits(&service.kinds),
                answers: answers(service),
                confirmed: service.confirmed.as_ref().map(|confirmed| confirmed.on),
                status: service.status,
                has_place: matches!(service.premises, Premises::At(_)),
                residents_only: service.residents_only == Some(true)
                    && service.coverage != Coverage::Country,
            });
        }
        index
    }

    /// The places of a service.
    pub(crate) fn places(&self, service: usize) -> &[(Position, u16)] {
        let from = service
            .checked_sub(1)
            .map_or(0, |before| self.services[before].places_end);
        &self.places[from as usize..self.services[service].places_end as usize]
    }

    /// The hours of a service.
    pub(crate) fn timed(&self, service: usize) -> &[Timed] {
        let from = service
            .checked_sub(1)
            .map_or(0, |before| self.services[before].timed_end);
        &self.timed[from as usize..self.services[service].timed_end as usize]
    }
}

/// So many kinds of help may there be: one for each bit.
pub(crate) const MOST_KINDS: usize = 64;

/// The bits of these kinds of help.
pub(crate) fn bits(kinds: &[u16]) -> u64 {
    kinds.iter().fold(0, |all, kind| all | 1 << (kind & 63))
}

/// So many things can be asked for that are so, are not so, or are not known.
pub(crate) const QUESTIONS: usize = 5;

/// What is known of a service: that it is free, asks for nobody's referral, has no steps, is not for women only, and
/// welcomes children. For each in turn a bit where it is so, and one eight places higher where it is not.
fn answers(service: &Service) -> u16 {
    let known: [Option<bool>; QUESTIONS] = [
        service.cost.map(|cost| cost == Cost::Free),
        service
            .referral
            .map(|referral| referral != Referral::Professional),
        step_free(service),
        service.women_only.map(|only| !only),
        service.children_welcome,
    ];
    let mut answers = 0;
    for known in known.into_iter().rev() {
        let no = u16::from(known == Some(false));
        answers = answers << 1 | u16::from(known == Some(true)) | no << 8;
    }
    answers
}

/// Whether one can get in without steps: at one of its places at least. A service without a place has no steps.
fn step_free(service: &Service) -> Option<bool> {
    let places = match &service.premises {
        Premises::Remote => return Some(true),
        Premises::Confidential => return None,
        Premises::At(places) => places,
    };
    let all = |answer| places.iter().all(|place| place.step_free == answer);
    if places.iter().any(|place| place.step_free == Some(true)) {
        Some(true)
    } else {
        (!places.is_empty() && all(Some(false))).then_some(false)
    }
}

/// The hours of all schedules and telephones, service after service.
pub(crate) fn uses(contents: &Contents) -> impl Iterator<Item = &Option<Hours>> {
    contents.services.iter().flat_map(|service| {
        let schedules = service.schedules.iter().map(|schedule| &schedule.hours);
        schedules.chain(service.phones.iter().map(|phone| &phone.hours))
    })
}

/// Each different hours once, in the order in which they are first used, and which of them each use is.
pub(crate) fn different(contents: &Contents) -> (Vec<Hours>, Vec<Option<u32>>) {
    let mut numbers = std::collections::BTreeMap::new();
    let mut different = Vec::new();
    let uses = uses(contents)
        .map(|hours| {
            hours.as_ref().map(|hours| {
                *numbers.entry(hours).or_insert_with(|| {
                    different.push(hours.clone());
                    different.len() as u32 - 1
                })
            })
        })
        .collect();
    (different, uses)
}
