//! What every search asks of every service, side by side in memory: ten thousand services are gone through in less than a
//! millisecond only if their records are not touched. What an answer tells of a service beyond its place in the order is
//! read from the record, and only of those that are shown.
//!
//! Equal hours are stored once, in the file too, and evaluated once for a search.

use super::Contents;
use crate::geometry::Position;
use crate::hours::{Channel, Hours};
use crate::service::{Cost, Coverage, Interpreting, Premises, Referral, Service, Status};

/// The services as a search goes through them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Index {
    pub services: Vec<Lean>,
    /// Positions and numbers of locations, service after service.
    pub places: Vec<(Position, u16)>,
    /// Hours of schedules, then of telephones, service after service.
    pub timed: Vec<Timed>,
    /// Languages that staff speak, service after service.
    pub languages: Vec<u16>,
    /// Different hours, in the order in which they are first used.
    pub hours: Vec<Hours>,
}

/// What a search asks of one service. Its places, hours and languages end here; they begin where those of the service
/// before end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Lean {
    /// The bits of its kinds; 0 where none is known.
    pub kinds: u64,
    /// The bits of the areas for which it is; 0 where it is for all, or that is not known.
    pub areas: u64,
    pub places_end: u32,
    pub timed_end: u32,
    pub languages_end: u32,
    /// What is known of [`QUESTIONS`] things that a search may ask for: see [`answers`].
    pub answers: u16,
    /// Whether it is known which languages staff speak.
    pub languages_known: bool,
    pub interpreting: Option<Interpreting>,
    /// It has a place that people may know and go to.
    pub has_place: bool,
    /// It is closed for now, or was: the record says until when.
    pub paused: bool,
}

/// Hours of one schedule or telephone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Timed {
    pub channel: Channel,
    /// Which of [`Index::hours`]; `None` where they are not known.
    pub hours: Option<u32>,
}

/// A service in the index, with what is its own.
#[derive(Clone, Copy)]
pub(crate) struct Entry<'a> {
    pub lean: &'a Lean,
    pub places: &'a [(Position, u16)],
    pub timed: &'a [Timed],
    pub languages: &'a [u16],
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
                });
            }
            for phone in &service.phones {
                let hours = uses.next().flatten();
                if hours.is_some() || phone.hours_text.is_some() {
                    index.timed.push(Timed {
                        channel: Channel::Telephone,
                        hours,
                    });
                }
            }
            index.languages.extend(service.languages.iter().flatten());
            index.services.push(Lean {
                kinds: bits(&service.kinds),
                areas: match &service.coverage {
                    Coverage::Areas(areas) => bits(areas),
                    _ => 0,
                },
                places_end: index.places.len() as u32,
                timed_end: index.timed.len() as u32,
                languages_end: index.languages.len() as u32,
                answers: answers(service),
                languages_known: service.languages.is_some(),
                interpreting: service.interpreting,
                has_place: matches!(service.premises, Premises::At(_)),
                paused: service.status != Status::Active,
            });
        }
        index
    }

    /// The service at an index.
    pub(crate) fn entry(&self, service: usize) -> Entry<'_> {
        let none = (0, 0, 0);
        let before = service.checked_sub(1).map(|at| &self.services[at]);
        self.between(before.map_or(none, Lean::ends), &self.services[service])
    }

    /// All services, in order.
    pub(crate) fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        self.services.iter().scan((0, 0, 0), |before, lean| {
            Some(self.between(core::mem::replace(before, lean.ends()), lean))
        })
    }

    #[inline]
    fn between<'a>(&'a self, from: (u32, u32, u32), lean: &'a Lean) -> Entry<'a> {
        let to = lean.ends();
        Entry {
            lean,
            places: &self.places[from.0 as usize..to.0 as usize],
            timed: &self.timed[from.1 as usize..to.1 as usize],
            languages: &self.languages[from.2 as usize..to.2 as usize],
        }
    }
}

impl Lean {
    /// Where its places, hours and languages end.
    #[inline]
    fn ends(&self) -> (u32, u32, u32) {
        (self.places_end, self.timed_end, self.languages_end)
    }
}

/// So many kinds of help may there be: one for each bit.
pub(crate) const MOST_KINDS: usize = 64;

/// The bits of these kinds of help or areas. A city of more areas than bits has areas that share one: seldom is
/// something then taken to serve somebody whom it does not.
pub(crate) fn bits(indices: &[u16]) -> u64 {
    indices.iter().fold(0, |all, index| all | 1 << (index & 63))
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
