//! Which helplines are before everything else: those that answer day and night, serve the reader, and fit.
//!
//! Somebody who is afraid at night needs a person who answers, before a list of closed doors. Somebody who looks for food
//! needs the food bank round the corner, and not a page of telephone numbers of other cities before it. So:
//!
//! - A line is first only where it serves the reader: it is for the whole country or region, or for the council under
//!   which the reader lives or may live. Without a place, only lines for the country or region do. A line whose area is not
//!   known keeps its place among what is open, as if it were [`super::REACH_M`] away; one for other areas is out of reach.
//! - Where kinds of help were chosen, all such lines of these kinds are first; one whose kinds are not known does not.
//! - Where none was chosen nobody knows what it is about: only the [`MOST_LINES`] that can help with most do, so that what is
//!   near still begins on the first screen.
//!
//! Among themselves: those for the country, for the region, for the reader's council, for one that may be theirs; then
//! without a chosen kind those that help with more kinds, with one those that are made for it and help with fewer; then by id.

use super::{Located, Residency, residency};
use crate::service::{Coverage, Service};

/// So many lines are first where no kind of help was chosen.
pub const MOST_LINES: usize = 2;

/// The lines that may be first, while services are gone through.
pub(super) struct Lines<'a> {
    place: Option<&'a Located>,
    /// The bits of the kinds that were chosen; `None`: none was.
    kinds: Option<u64>,
    /// Reach and breadth above, the number of the key below.
    found: Vec<u64>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(place: Option<&'a Located>, kinds: Option<u64>) -> Lines<'a> {
        Lines {
            place,
            kinds,
            found: Vec::new(),
        }
    }

    /// Takes in a line that always answers, with the bits of its kinds, whose key in the order has the number `at`.
    pub(super) fn add(&mut self, at: usize, service: &Service, kinds: u64) {
        let breadth = match self.kinds {
            Some(asked) if kinds & asked == 0 => return,
            Some(_) => kinds.count_ones(),
            None => 64 - kinds.count_ones(),
        };
        if let Some(reach) = self.reach(service) {
            self.found
                .push(u64::from(reach << 7 | breadth) << 31 | at as u64);
        }
    }

    /// The lines that are first, in their order: numbers of keys, each with what orders it among them.
    pub(super) fn first(mut self) -> impl Iterator<Item = (usize, u32)> {
        crate::order::sort(&mut self.found, crate::order::ALL);
        let most = self.kinds.map_or(MOST_LINES, |_| self.found.len());
        let number = |key: u64| ((key & ((1 << 31) - 1)) as usize, (key >> 31) as u32);
        self.found.into_iter().take(most).map(number)
    }

    /// How surely a line serves the reader, the surest first; `None` where it is not known to.
    fn reach(&self, service: &Service) -> Option<u32> {
        match (&service.coverage, residency(service, self.place)) {
            (Coverage::Country, _) => Some(0),
            (Coverage::Region, _) => Some(1),
            (_, Residency::Yours) => Some(2),
            (_, Residency::Perhaps) => Some(3),
            _ => None,
        }
    }
}
