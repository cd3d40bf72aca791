//! Names of neighbourhoods and towns, found as people write them: any case, without accents,
//! in any of the spellings that the gazetteer has, half typed or misspelt.

mod folding;

pub use folding::fold;

use crate::geometry::Position;

/// A named place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The name that stands in answers.
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
    /// Every folded spelling with the index of its place.
    names: Vec<(String, usize)>,
}

/// Shorter texts are not taken for misspelt names: too many names would be near them.
const SHORTEST_MISSPELT: usize = 4;
/// Longer texts are no names.
const LONGEST: usize = 80;

impl Places {
    /// Prepares places for searching.
    #[must_use]
    pub fn new(places: Vec<Place>) -> Places {
        let mut names = Vec::new();
        for (index, place) in places.iter().enumerate() {
            let mut add = |name: &str| {
                let folded = fold(name);
                let entry = (folded, index);
                if !entry.0.is_empty() && !names.contains(&entry) {
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
            let fit = if *name == wanted {
                Fit::Exact
            } else if name.starts_with(&wanted) {
                Fit::Prefix
            } else if name
                .match_indices(&wanted)
                .any(|(at, _)| name[..at].ends_with(' '))
            {
                Fit::Word
            } else {
                continue;
            };
            found.push((fit, 0, *place));
        }
        if found.is_empty() {
            let wanted: Vec<char> = wanted.chars().collect();
            let allowed = match wanted.len() {
                0..SHORTEST_MISSPELT => return Vec::new(),
                SHORTEST_MISSPELT..7 => 1,
                _ => 2,
            };
            for (name, place) in &self.names {
                if let Some(edits) = edits(&wanted, name, allowed) {
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
        crate::order::sort(&mut keys);
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

/// How many letters must be put in, left out, exchanged or swapped with their neighbour to make `name` of `wanted`;
/// `None` where there are more than `allowed`. (Optimal string alignment, by rows.)
fn edits(wanted: &[char], name: &str, allowed: usize) -> Option<usize> {
    let name: Vec<char> = name.chars().take(wanted.len() + allowed + 1).collect();
    if name.len().abs_diff(wanted.len()) > allowed {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=name.len()).collect();
    for (i, letter) in wanted.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, other) in name.iter().enumerate() {
            let mut cost = (row[j] + usize::from(letter != other))
                .min(row[j + 1] + 1)
                .min(next[j] + 1);
            if i > 0 && j > 0 && *letter == name[j - 1] && wanted[i - 1] == *other {
                cost = cost.min(before[j - 1] + 1);
            }
            next.push(cost);
        }
        before = core::mem::replace(&mut row, next);
    }
    row.last().copied().filter(|edits| *edits <= allowed)
}

#[cfg(test)]
mod tests;
