//! Names of neighbourhoods and towns, found as people write them: any case, without accents,
//! in any of the spellings that the gazetteer has, half typed or misspelt.

mod folding;
mod misspelling;

use misspelling::Misspelt;

pub use folding::fold;

use crate::geometry::Position;

/// A named place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The name that is in answers.
    pub name: String,
    /// What tells it apart from another of the same name: the council or town, as text.
    pub context: String,
    /// Other spellings, with the language each belongs to (BCP 47, empty for any).
    pub spellings: Vec<(String, String)>,
    /// Its middle.
    pub position: Position,
    /// How far it reaches: half of its postcodes lie within this many metres. 0: not known.
    pub radius_m: u32,
    /// The index of its council in [`crate::gazetteer::Gazetteer::councils`], if it lies in one.
    pub council: Option<u16>,
    /// How many postcodes it has, to decide between places of one name: the larger first.
    pub weight: u32,
}

/// How well a name fits, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// The same name, folded.
    Exact,
    /// The name begins so.
    Prefix,
    /// A word inside the name begins so.
    Word,
    /// The name, misspelt.
    Misspelt,
}

/// A place that may be meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// The index of the place.
    pub place: usize,
    /// How well it fits.
    pub fit: Fit,
}

/// Named places, ready to be searched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    places: Vec<Place>,
    /// Every folded spelling with the index of its place; of a place its own name first.
    names: Vec<(String, usize)>,
}

/// Longer texts are no names.
const LONGEST: usize = 80;

impl Places {
    /// Prepares places for searching.
    #[must_use]
    pub fn new(places: Vec<Place>) -> Places {
        let mut names: Vec<(String, usize)> = Vec::new();
        for (index, place) in places.iter().enumerate() {
            let from = names.len();
            let mut add = |name: &str| {
                let entry = (fold(name), index);
                if !entry.0.is_empty() && !names[from..].contains(&entry) {
                    names.push(entry);
                }
            };
            add(&place.name);
            for (_, spelling) in &place.spellings {
                add(spelling);
            }
            // "Hillfields, Coventry" is that Hillfields.
            if !place.context.is_empty() {
                add(&place.full_name());
            }
        }
        Places { places, names }
    }

    /// All places.
    #[must_use]
    pub fn all(&self) -> &[Place] {
        &self.places
    }

    /// Whether another place has the same name as the one at an index.
    pub(crate) fn shares_its_name(&self, place: usize) -> bool {
        // The names of a place are together, its own first.
        let own = |place: usize| {
            let at = self.names.partition_point(|(_, of)| *of < place);
            self.names.get(at).map(|(name, _)| name)
        };
        (0..self.places.len()).any(|other| other != place && own(other) == own(place))
    }

    /// The places that `text` may mean, the likeliest first, at most `limit`: by fit, then by the number of their
    /// postcodes. Misspelt names are looked for only where nothing else fits.
    #[must_use]
    pub fn find(&self, text: &str, limit: usize) -> Vec<Match> {
        let wanted = fold(text);
        if wanted.is_empty() || text.len() > LONGEST * 4 {
            return Vec::new();
        }
        let mut found: Vec<(Fit, usize, usize)> = Vec::new();
        for (name, place) in &self.names {
            let fit = if !name.starts_with(&wanted) {
                let mut bytes = name.bytes().enumerate();
                if !bytes.any(|(at, byte)| byte == b' ' && name[at + 1..].starts_with(&wanted)) {
                    continue;
                }
                Fit::Word
            } else if name.len() == wanted.len() {
                Fit::Exact
            } else {
                Fit::Prefix
            };
            found.push((fit, 0, *place));
        }
        if found.is_empty() {
            let Some(misspelt) = Misspelt::new(&wanted) else {
                return Vec::new();
            };
            for (name, place) in &self.names {
                if let Some(edits) = misspelt.edits(name) {
                    found.push((Fit::Misspelt, edits, *place));
                }
            }
            // Only the nearest: of Leipzig and Leisnig, "leipsig" means the one.
            let least = found.iter().map(|(_, edits, _)| *edits).min();
            found.retain(|(_, edits, _)| Some(*edits) == least);
        }
        // Fit, edits, the larger first, index: in one number, so that one way of sorting serves the whole finder.
        let key = |(fit, edits, place): &(Fit, usize, usize)| {
            let small = u32::MAX - self.places[*place].weight;
            (*fit as u64) << 62 | (*edits as u64) << 60 | u64::from(small) << 28 | *place as u64
        };
        let mut keys: Vec<u64> = found.iter().map(key).collect();
        crate::order::sort(&mut keys, crate::order::ALL);
        let mut matches: Vec<Match> = Vec::new();
        for key in keys {
            let place = (key & ((1 << 28) - 1)) as usize;
            let fit = [Fit::Exact, Fit::Prefix, Fit::Word, Fit::Misspelt][(key >> 62) as usize];
            if matches.len() < limit && matches.iter().all(|other| other.place != place) {
                matches.push(Match { place, fit });
            }
        }
        matches
    }
}

impl Place {
    /// Name and context: `Hillfields, Coventry`; finds exactly this place.
    #[must_use]
    pub fn full_name(&self) -> String {
        if self.context.is_empty() {
            self.name.clone()
        } else {
            format!("{}, {}", self.name, self.context)
        }
    }
}

#[cfg(test)]
mod tests;
