//! What is found: services in order, and of each that is looked at what an answer tells of it.
//!
//! The order is made for all services; everything else only for those that somebody looks at. Of ten thousand that
//! is a screenful.

use super::filter::Fit;
use super::opening::Clock;
use super::{
    Alternative, LanguageFit, Located, Opening, Outcome, Rank, Residency, residency, service,
};
use crate::directory::Directory;
use crate::geometry::{Bearing, Offset, Plane};
use crate::service::Coverage;

/// What is found.
#[derive(Clone)]
pub struct Answer<'a> {
    /// How the text was understood.
    pub outcome: Outcome,
    /// Where the search is; `None` where nothing was asked or understood.
    pub place: Option<Located>,
    /// What else may have been meant, the likeliest first: offered, never taken silently.
    pub alternatives: Vec<Alternative>,
    /// How many services the kinds and filters left out, all of them known not to fit.
    pub filtered_out: usize,
    pub(super) scene: Scene<'a>,
    /// The services that fit, in order: see `key`.
    pub(super) keys: Vec<u64>,
    /// So many of them, the first, are lines that always answer.
    pub(super) first: usize,
}

/// From where services are looked at, when, and for what.
#[derive(Clone)]
pub(super) struct Scene<'a> {
    pub directory: &'a Directory,
    pub plane: Option<Plane>,
    pub fit: Fit,
    pub clock: Option<Clock<'a>>,
}

/// One service in an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The index into the directory's services.
    pub service: u32,
    /// The index of its nearest location with a position; `None` where it has none.
    pub location: Option<u16>,
    /// The distance to it in whole metres; `None` for telephone, online and confidential services and without a position.
    pub distance_m: Option<u32>,
    /// Where it lies as seen from the reader, for the picture around them.
    pub offset: Option<Offset>,
    /// Its opening; `None` without a time.
    pub opening: Option<Opening>,
    /// Whether the reader may use it, by where they live.
    pub residency: Residency,
    /// How it fits the language asked for; `None` where none was.
    pub language: Option<LanguageFit>,
    /// It is kept although something that was asked for is not known of it.
    pub uncertain: bool,
}

impl Hit {
    /// In which direction it lies.
    #[must_use]
    pub fn bearing(&self) -> Option<Bearing> {
        self.offset.and_then(Offset::bearing)
    }
}

impl Answer<'_> {
    /// How many services were found.
    #[must_use]
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether no service was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// The services that were found, in order: indices into the directory's.
    pub fn services(&self) -> impl ExactSizeIterator<Item = usize> {
        self.keys.iter().map(|key| service(*key))
    }

    /// The services that were found, in order.
    pub fn hits(&self) -> impl ExactSizeIterator<Item = Hit> {
        self.keys.iter().enumerate().map(|(at, key)| {
            let mut hit = self.hit(service(*key));
            if let Some(opening) = hit.opening.as_mut().filter(|_| at < self.first) {
                opening.rank = Rank::AlwaysAnswers;
            }
            hit
        })
    }

    /// A service as this search sees it, found or not; a line that is first is not told from others.
    ///
    /// # Panics
    /// If there is no service with this index.
    #[must_use]
    pub fn hit(&self, service: usize) -> Hit {
        let Scene {
            directory,
            plane,
            fit,
            clock,
        } = &self.scene;
        let entry = directory.index().entry(service);
        let fitting = fit.of(entry);
        // Of equally near places the first.
        let nearest = plane.and_then(|plane| {
            let places = entry.places.iter();
            places
                .map(|(position, location)| {
                    let offset = plane.offset(*position);
                    (offset.distance_m(), *location, offset)
                })
                .min_by_key(|(distance_m, location, _)| (*distance_m, *location))
        });
        let record = &directory.services[service];
        let everyone = record.residents_only != Some(true) || record.coverage == Coverage::Country;
        Hit {
            service: service as u32,
            location: nearest.map(|(_, location, _)| location),
            distance_m: nearest.map(|(distance_m, ..)| distance_m),
            offset: nearest.map(|(.., offset)| offset),
            opening: clock.as_ref().map(|clock| clock.opening(service)),
            residency: if everyone {
                Residency::Anyone
            } else {
                residency(record, self.place.as_ref())
            },
            language: fitting.as_ref().and_then(|fitting| fitting.language),
            uncertain: fitting.is_some_and(|fitting| fitting.uncertain),
        }
    }
}
