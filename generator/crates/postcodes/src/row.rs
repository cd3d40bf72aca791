//! Rows of postcodes as they are kept: what many rows share is stored once.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::rc::Rc;

use finder::gazetteer::Council;
use finder::postcode::Code;

/// Where a postcode belongs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Origin {
    /// The name of the place (GeoNames) or empty.
    pub(crate) place: String,
    /// The ward's code (Code-Point Open) or empty.
    pub(crate) ward: String,
    /// The council; an empty code where there is none.
    pub(crate) council: Council,
}

impl Origin {
    fn texts(&self) -> [&str; 5] {
        let Council { code, county, name } = &self.council;
        [&self.place, &self.ward, code, county, name].map(String::as_str)
    }
}

impl Ord for Origin {
    fn cmp(&self, other: &Origin) -> Ordering {
        self.texts().cmp(&other.texts())
    }
}

impl PartialOrd for Origin {
    fn partial_cmp(&self, other: &Origin) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A row as it was read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Parsed {
    /// The postcode as written.
    pub(crate) code: String,
    /// Latitude and longitude in degrees, WGS 84.
    pub(crate) degrees: (f64, f64),
    pub(crate) origin: Origin,
}

/// A row that is kept.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) code: Code,
    /// Latitude and longitude in degrees, WGS 84.
    pub(crate) degrees: (f64, f64),
    pub(crate) origin: Rc<Origin>,
}

/// Every origin once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Origins {
    all: BTreeSet<Rc<Origin>>,
    /// The bytes that their texts take.
    size: usize,
}

impl Origins {
    /// The origin that is stored already, or this one.
    pub(crate) fn shared(&mut self, origin: Origin) -> Rc<Origin> {
        // The gazetteer names the place for each postcode.
        self.size += origin.place.len();
        if let Some(known) = self.all.get(&origin) {
            return Rc::clone(known);
        }
        self.size += size(&origin);
        let origin = Rc::new(origin);
        self.all.insert(Rc::clone(&origin));
        origin
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.all.len()
    }

    /// About how many bytes they take.
    pub(crate) fn size(&self) -> usize {
        self.size
    }
}

/// With what the allocator and the tree need.
fn size(origin: &Origin) -> usize {
    let texts: usize = origin
        .texts()
        .iter()
        .map(|text| text.len().max(8) + 16)
        .sum();
    texts + size_of::<Origin>() + 48
}
