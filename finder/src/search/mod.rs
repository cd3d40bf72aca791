//! From a query to an answer: where the reader is, which services fit, in which order.
//!
//! # Order
//!
//! With a time:
//! 1. helplines that always answer, without a distance, as far as they serve the reader: see `lines.rs` for which
//!    and how many;
//! 2. what is in reach: what is open or opens later today ([`Rank::Open`]; other helplines among it), then what is not known
//!    ([`Rank::Unknown`]), then what is closed today ([`Rank::Closed`]); within each by distance, ties by id;
//! 3. what is out of reach, likewise: an open door in the next city is no better than one round the corner where one must
//!    ask, or that opens tomorrow.
//!
//! Out of reach is what lies more than [`REACH_M`] away, and what has no distance and is for areas in which the reader does
//! not live (as far as both are known).
//!
//! Without a time: by distance, ties by id. So too, after the lines of 1., where the nearest are asked for first
//! ([`Query::nearest_first`]), as by somebody who plans for another day.
//!
//! Services without a distance (by telephone, online, confidential, or of unknown position) rank as if they were
//! [`REACH_M`] away: after what is near, before what is far. It is the same number for all of them, so the
//! rank of a confidential service tells nothing of where it is. Without a position nobody has a distance: the order is by rank and id.
//!
//! Nothing unknown is ever dropped: a filter removes only what is known not to fit, and
//! [`Answer::filtered_out`] says how many those were.

mod answer;
mod filter;
mod lines;
mod locate;
mod opening;

use crate::calendar::Minutes;
use crate::directory::{Directory, bits};
use crate::gazetteer::Gazetteer;
use crate::geometry::{Plane, Position, length_m};
use crate::hours::{Channel, State};
use crate::service::{Coverage, Interpreting, Service};
use answer::Scene;
use core::ops::Range;
use filter::Fit;
use lines::Lines;
use locate::locate;
use opening::Clock;

pub use answer::{Answer, Hit};
pub use lines::MOST_LINES;

/// So far is in reach, in metres: five miles. Services without a distance rank as if they were just so far away.
pub const REACH_M: u32 = 8_000;

/// What is asked.
#[derive(Clone, Debug, Default)]
pub struct Query<'a> {
    /// What was typed: a postcode, a part of one, or the name of a place. Empty: the whole list.
    pub text: &'a str,
    /// The position of the device, if the reader gave it; then `text` is not read.
    pub location: Option<Position>,
    /// How exact the device says its position is, in metres.
    pub location_accuracy_m: u32,
    /// Kinds of help, by id; a service fits if it has one of them. Empty: all. Unknown ids fit nothing.
    pub kinds: &'a [&'a str],
    /// What else must fit.
    pub filters: Filters<'a>,
    /// What is near comes first, open or not. Without a place this asks for nothing.
    pub nearest_first: bool,
    /// The time; `None`: opening hours are left out of the order and of the answer.
    pub now: Option<Minutes>,
}

/// Filters beyond the kind of help. Each removes only what is known not to fit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filters<'a> {
    /// A language (BCP 47) that staff speak or that is interpreted.
    pub language: Option<&'a str>,
    /// Costs nothing.
    pub free: bool,
    /// Nobody else must refer: it asks no referral, or people refer themselves.
    pub no_referral: bool,
    /// Step-free.
    pub step_free: bool,
    /// Not for women only.
    pub not_women_only: bool,
    /// Children welcome.
    pub children_welcome: bool,
}

/// How the text was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing was asked.
    Nothing,
    /// The position is as exact as what was asked.
    Found,
    /// A whole postcode that is not known: the area around it is used ([`Located::asked`] says what was typed).
    Around,
    /// The beginning of a postcode: more is needed.
    Incomplete,
    /// A postcode, but not of this region.
    NotInRegion,
    /// Several places may be meant and none is likelier: see the alternatives.
    Ambiguous,
    /// Neither a postcode nor a place that is known.
    NotUnderstood,
}

/// How exact a position is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// A whole postcode.
    Postcode,
    /// `CV1 5`
    Sector,
    /// `CV1`
    District,
    /// A named place.
    Place,
    /// The device's own position.
    Location,
}

/// Where a search is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// The position.
    pub position: Position,
    /// How exact it is.
    pub precision: Precision,
    /// `CV1 5FB`, `CV1 5`, `Foleshill`; empty for the device's own position.
    pub label: String,
    /// With [`Outcome::Around`]: the postcode that was asked for and is not known.
    pub asked: Option<String>,
    /// How rough the position is, in metres: half of what the label covers lies within.
    pub roughness_m: u32,
    /// Under which council it lies.
    pub council: CouncilAnswer,
}

/// Under which council a position lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CouncilAnswer {
    /// From a whole postcode: this one.
    Named(CouncilRef),
    /// From a part or a place: probably the first, perhaps one of the others.
    Probably {
        /// The commonest.
        likely: CouncilRef,
        /// The others, the commonest first; may be empty.
        or: Vec<CouncilRef>,
    },
    /// Not known.
    Unknown,
}

/// A council in an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CouncilRef {
    /// The index into the directory's areas, where it is one of them.
    pub area: Option<u16>,
    /// The name to show: the area's in the reader's language, else the gazetteer's.
    pub name: String,
    /// The statistics office's code.
    pub code: String,
}

/// Something else that may have been meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// What to show and to put into the field: searching for this text finds exactly it.
    pub text: String,
    /// What tells it apart: its town or council; may be empty.
    pub context: String,
    /// What it is.
    pub precision: Precision,
    /// Where it is.
    pub position: Position,
}

/// In which group a service is, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// A helpline that always answers, serves the reader and fits what they asked for.
    AlwaysAnswers,
    /// Open, or opens later today.
    Open,
    /// Not known.
    Unknown,
    /// Closed today, or closed for now.
    Closed,
}

/// When a service can be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Its group in the order.
    pub rank: Rank,
    /// What holds now, of the hours that decided the rank.
    pub state: State,
    /// What those hours are the hours of; `None` where there are none.
    pub channel: Option<Channel>,
    /// It is a helpline, without a place of its own, that answers day and night on every day.
    pub always: bool,
    /// The hours may be told as they are: drop-in or telephone hours, confirmed within six months, on a copy made less
    /// than thirty days ago. Otherwise they are what is "usually" so: contact first.
    pub sure: bool,
}

/// Whether the reader may use a service, by where they live.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Residency {
    /// Not only for residents, as far as known.
    Anyone,
    /// Only for residents of an area, and the reader lives there.
    Yours,
    /// Only for residents of an area in which the reader may live.
    Perhaps,
    /// Only for residents of an area in which the reader does not live.
    Elsewhere,
    /// Only for residents of an area; where the reader lives is not known.
    NotKnown,
}

/// How a service fits a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LanguageFit {
    /// Staff speak it.
    Staff,
    /// An interpreter can be had.
    Interpreter(Interpreting),
    /// Not known.
    Unknown,
}

/// Answers a query. Without a gazetteer (it could not be read, or has not come yet) only the device's position locates.
#[must_use]
pub fn search<'a>(
    directory: &'a Directory,
    gazetteer: Option<&Gazetteer>,
    query: &Query<'_>,
) -> Answer<'a> {
    let (outcome, place, alternatives) = locate(directory, gazetteer, query);
    let plane = place.as_ref().map(|place| Plane::at(place.position));
    let fit = Fit::new(directory, query);
    let clock = query.now.map(|now| Clock::new(directory, now));
    let home = place.as_ref().map_or(0, areas_of);
    let by_distance = query.nearest_first && plane.is_some();
    let index = directory.index();
    let mut lines = Lines::new(place.as_ref(), fit.kinds);
    let mut keys: Vec<u64> = Vec::with_capacity(index.services.len());
    for (at, entry) in index.entries().enumerate() {
        if fit.of(entry).is_none() {
            continue;
        }
        let (rank, always) = clock
            .as_ref()
            .map_or((Rank::Unknown, false), |clock| clock.rank(at, entry));
        if always {
            lines.add(keys.len(), &directory.services[at], entry.lean.kinds);
        }
        let ranked_m = plane.map_or(0, |plane| {
            let places = entry.places.iter();
            let nearest = places.map(|(position, _)| plane.offset(*position).squared());
            let areas = entry.lean.areas;
            let elsewhere = home != 0 && areas != 0 && home & areas == 0;
            nearest
                .min()
                .map_or(REACH_M + u32::from(elsewhere), length_m)
        });
        let group = match clock {
            Some(_) if !by_distance => rank as u64 + if ranked_m > REACH_M { 3 } else { 0 },
            _ => Rank::Unknown as u64,
        };
        keys.push(key(group, ranked_m, at));
    }
    let mut first = 0;
    for (number, reach) in lines.first() {
        keys[number] = key(Rank::AlwaysAnswers as u64, reach, service(keys[number]));
        first += 1;
    }
    crate::order::sort(&mut keys, ORDERED);
    Answer {
        outcome,
        place,
        alternatives,
        filtered_out: index.services.len() - keys.len(),
        scene: Scene {
            directory,
            plane,
            fit,
            clock,
        },
        keys,
        first,
    }
}

/// The group (the lines, three ranks in reach, three out of it), the distance or what else orders it, and the index of the
/// service, which is the order of ids, in one number: 3, 24 (what is over 16,777 kilometres away is equally far) and 32 bits.
fn key(group: u64, ranked_m: u32, service: usize) -> u64 {
    group << 56 | u64::from(ranked_m.min((1 << 24) - 1)) << 32 | service as u64
}

/// The bits of a key that order it; keys are made in the order of services, so that of equals the first stays first.
const ORDERED: Range<u32> = 32..59;

/// The service of a key.
fn service(key: u64) -> usize {
    key as u32 as usize
}

/// The bits of the areas in which a place lies or may lie; 0 where that is not known.
fn areas_of(place: &Located) -> u64 {
    let councils = match &place.council {
        CouncilAnswer::Named(council) => core::slice::from_ref(council).iter().chain(&[]),
        CouncilAnswer::Probably { likely, or } => core::slice::from_ref(likely).iter().chain(or),
        CouncilAnswer::Unknown => return 0,
    };
    let areas: Vec<u16> = councils.filter_map(|council| council.area).collect();
    bits(&areas)
}

/// Whether the reader may use a service that is only for residents.
fn residency(service: &Service, place: Option<&Located>) -> Residency {
    let serves = |council: &CouncilRef| match &service.coverage {
        Coverage::Areas(areas) => council.area.is_some_and(|area| areas.contains(&area)),
        Coverage::Region => council.area.is_some(),
        Coverage::Country => true,
        Coverage::Unknown => false,
    };
    match place.map(|place| &place.council) {
        None | Some(CouncilAnswer::Unknown) => Residency::NotKnown,
        Some(_) if service.coverage == Coverage::Unknown => Residency::NotKnown,
        Some(CouncilAnswer::Named(council)) if serves(council) => Residency::Yours,
        Some(CouncilAnswer::Probably { likely, or }) if serves(likely) || or.iter().any(serves) => {
            Residency::Perhaps
        }
        Some(_) => Residency::Elsewhere,
    }
}

#[cfg(test)]
mod tests;
