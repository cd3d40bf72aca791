//! The gazetteer: where every postcode of a region is and which council it belongs to, in one small
//! file that is the same for every reader.
//!
//! # The file
//!
//! | bytes | what |
//! |---|---|
//! | 4 | `MFGZ` |
//! | 1 | the version of the form, 1 |
//! | 4 | CRC-32 of everything after it, the lowest byte first |
//! | rest | one arithmetic-coded stream, described once for both ways in `form.rs` |
//!
//! The stream holds the format of the postcodes, the day of the data, licence and attribution lines, councils, the
//! grid, whole postcodes (which exist, in which cell of the grid, under which council), parts of postcodes that are
//! for themselves, and named places. Positions lie in the middle of their cell.
//!
//! Sectors and districts are not stored where whole postcodes are: their middles are computed when asked for.

mod builder;
mod form;
mod tables;
mod units;

pub use builder::{Builder, Unit};
pub(crate) use tables::{Cell, Grid, Named, Part, Tables};

use crate::calendar::Day;
use crate::geometry::{Plane, Position, length_m};
use crate::place::{Place, Places};
use crate::postcode::{Code, Format, Level};
use crate::wire::{self, Error};

const MAGIC: [u8; 4] = *b"MFGZ";
const VERSION: u8 = 1;

/// A council of the region.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Council {
    /// The statistics office's code: `E08000026`.
    pub code: String,
    /// The code of the county around it, where there is one: `E10000031`. Empty otherwise.
    pub county: String,
    /// Its name, in the country's own language.
    pub name: String,
}

/// A postcode or a part of one: where it is and which councils it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The code that was found: of the level asked for.
    pub code: Code,
    /// Its middle.
    pub position: Position,
    /// How rough the position is: half of the postcodes lie within so many metres; for a whole postcode, half the diagonal of a cell of the grid.
    pub roughness_m: u32,
    /// The councils of its postcodes, the commonest first: indices into [`Gazetteer::councils`]. Empty: not known.
    pub councils: Vec<u16>,
    /// Several places share the code: what each is called and where it is. Empty where there is one.
    pub variants: Vec<Variant>,
}

/// One of several places that share a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// Its name.
    pub name: String,
    /// Where it is.
    pub position: Position,
    /// Its council.
    pub council: Option<u16>,
}

/// A gazetteer, decoded.
#[derive(Clone, Debug)]
pub struct Gazetteer {
    format: Format,
    tables: Tables,
    places: Places,
}

impl Gazetteer {
    /// Reads a gazetteer file.
    ///
    /// # Errors
    /// [`Error`] where the bytes are truncated, altered, of another version or impossible.
    pub fn decode(bytes: &[u8]) -> Result<Gazetteer, Error> {
        Gazetteer::new(form::decode(wire::open(MAGIC, VERSION, bytes)?)?)
    }

    /// Checks what the form cannot: that every cell lies on Earth and every index points somewhere.
    fn new(mut tables: Tables) -> Result<Gazetteer, Error> {
        let format = Format::parse(&tables.pattern)
            .map_err(|_| Error::Invalid("the pattern of the postcodes"))?;
        let council_is_known = |council: &Option<u16>| {
            council.is_none_or(|index| usize::from(index) < tables.councils.len())
        };
        let position = |cell: Cell| {
            tables
                .grid
                .position(cell)
                .ok_or(Error::Invalid("a position is not on Earth"))
        };
        for cell in &tables.cells {
            position(*cell)?;
        }
        let mut known =
            (0..tables.numbers.len()).all(|unit| council_is_known(&tables.council_of(unit)));
        for (_, _, cell, council) in &tables.variants {
            position(*cell)?;
            known &= council_is_known(council);
        }
        for part in tables.sectors.iter().chain(&tables.districts) {
            position(part.cell)?;
            known &= part
                .councils
                .iter()
                .all(|council| council_is_known(&Some(*council)));
        }
        let mut places = Vec::with_capacity(tables.places.len());
        for named in core::mem::take(&mut tables.places) {
            known &= council_is_known(&named.council);
            places.push(Place {
                name: named.name,
                context: named.context,
                spellings: named.spellings,
                position: position(named.cell)?,
                radius_m: named.radius_m,
                council: named.council,
                weight: named.weight,
            });
        }
        if !known {
            return Err(Error::Invalid("a council that is not listed"));
        }
        Ok(Gazetteer {
            format,
            tables,
            places: Places::new(places),
        })
    }

    /// The format of its postcodes.
    #[must_use]
    pub fn format(&self) -> &Format {
        &self.format
    }

    /// Licence and attribution lines of the data inside, to be printed where sources are named.
    #[must_use]
    pub fn attribution(&self) -> &[String] {
        &self.tables.attribution
    }

    /// The day of the data it was made from.
    #[must_use]
    pub fn data_date(&self) -> Option<Day> {
        self.tables.data_date
    }

    /// The councils.
    #[must_use]
    pub fn councils(&self) -> &[Council] {
        &self.tables.councils
    }

    /// Named places.
    #[must_use]
    pub fn places(&self) -> &Places {
        &self.places
    }

    /// The finest level it holds: [`Level::Unit`] with full postcodes, else [`Level::Sector`] or [`Level::District`].
    #[must_use]
    pub fn finest(&self) -> Level {
        if !self.tables.numbers.is_empty() {
            Level::Unit
        } else if !self.tables.sectors.is_empty() {
            Level::Sector
        } else {
            Level::District
        }
    }

    /// How many whole postcodes it holds.
    #[must_use]
    pub fn unit_count(&self) -> usize {
        self.tables.numbers.len()
    }

    /// What is known of a code, at exactly its level; `None` where the code is not in the gazetteer.
    ///
    /// A sector or district is computed from its postcodes, where there are any: their mean, and the median of
    /// their distances from it.
    #[must_use]
    pub fn get(&self, code: &Code) -> Option<Spot> {
        let (first, last) = self.format.numbers(code)?;
        let from = self
            .tables
            .numbers
            .partition_point(|number| *number < first);
        let to = self
            .tables
            .numbers
            .partition_point(|number| *number <= last);
        if from == to {
            return self.part(code, first);
        }
        if code.level == Level::Unit {
            return self.unit(code, from);
        }
        let cells = &self.tables.cells[from..to];
        let count = cells.len() as u64;
        let mean = |sum: u64| ((sum + count / 2) / count) as u32;
        let middle = Cell {
            x: mean(cells.iter().map(|cell| u64::from(cell.x)).sum()),
            y: mean(cells.iter().map(|cell| u64::from(cell.y)).sum()),
        };
        let position = self.tables.grid.position(middle)?;
        let plane = Plane::at(position);
        let positions = cells
            .iter()
            .filter_map(|cell| self.tables.grid.position(*cell));
        let mut distances: Vec<u64> = positions
            .map(|at| u64::from(plane.offset(at).distance_m()))
            .collect();
        crate::order::sort(&mut distances, 0..32);
        let roughness_m = distances
            .get(distances.len() / 2)
            .map_or(0, |distance| *distance as u32);
        let mut counts = vec![0u64; self.tables.councils.len()];
        for council in self.tables.unit_councils[from..to].iter().flatten() {
            counts[usize::from(council.get()) - 1] += 1;
        }
        // The commonest first, ties by index: both in one number, the count turned round.
        let counted = counts.iter().enumerate().filter(|(_, count)| **count > 0);
        let mut councils: Vec<u64> = counted
            .map(|(council, count)| (u64::MAX - count) << 16 | council as u64)
            .collect();
        crate::order::sort(&mut councils, crate::order::ALL);
        let councils = councils.into_iter().map(|council| council as u16).collect();
        Some(Spot {
            code: code.clone(),
            position,
            roughness_m,
            councils,
            variants: Vec::new(),
        })
    }

    /// The whole postcode at `index`.
    fn unit(&self, code: &Code, index: usize) -> Option<Spot> {
        let tables = &self.tables;
        let position = tables.grid.position(tables.cells[index])?;
        let corner = Position::new(
            position.latitude() + (tables.grid.latitude_step / 2) as i32,
            position.longitude() + (tables.grid.longitude_step / 2) as i32,
        );
        Some(Spot {
            code: code.clone(),
            position,
            roughness_m: corner.map_or(0, |corner| position.distance_m(corner)),
            councils: tables.council_of(index).into_iter().collect(),
            variants: self.variants(index),
        })
    }

    /// The places that share the code at `index`: whole postcodes are counted, then sectors, then districts.
    fn variants(&self, index: usize) -> Vec<Variant> {
        let tables = &self.tables;
        let from = tables
            .variants
            .partition_point(|variant| (variant.0 as usize) < index);
        tables.variants[from..]
            .iter()
            .take_while(|variant| variant.0 as usize == index)
            .filter_map(|(_, name, cell, council)| {
                Some(Variant {
                    name: name.clone(),
                    position: tables.grid.position(*cell)?,
                    council: *council,
                })
            })
            .collect()
    }

    fn part(&self, code: &Code, first: u32) -> Option<Spot> {
        let (sectors, units) = (&self.tables.sectors, self.tables.numbers.len());
        let (parts, before) = match code.level {
            Level::Sector => (sectors, units),
            Level::District => (&self.tables.districts, units + sectors.len()),
            Level::Area | Level::Unit => return None,
        };
        let at = parts.binary_search_by_key(&first, |part| part.first).ok()?;
        let part = &parts[at];
        Some(Spot {
            code: code.clone(),
            position: self.tables.grid.position(part.cell)?,
            roughness_m: part.roughness_m,
            councils: part.councils.clone(),
            variants: self.variants(before + at),
        })
    }

    /// The councils at and around a position: that of the nearest postcode first, then the others of its sector or district.
    /// Empty where nothing is within `reach_m` metres.
    #[must_use]
    pub fn councils_around(&self, position: Position, reach_m: u32) -> Vec<u16> {
        let plane = Plane::at(position);
        // Most of a region's postcodes are far away, and few comparisons say so. Of equally near ones the first.
        let nearest = |cells: &[Cell]| {
            let grid = &self.tables.grid;
            let mut best = (u64::from(reach_m).pow(2) + 1, None);
            let mut window = grid.around(&plane, reach_m);
            for (index, &cell) in cells.iter().enumerate() {
                if window.holds(cell)
                    && let Some(at) = grid.position(cell)
                    && let far = plane.offset(at).squared()
                    && far < best.0
                {
                    best = (far, Some(index));
                    window = grid.around(&plane, length_m(far));
                }
            }
            best.1
        };
        let tables = &self.tables;
        let parts = if tables.sectors.is_empty() {
            &tables.districts
        } else {
            &tables.sectors
        };
        if let Some(unit) = nearest(&tables.cells) {
            let unit_code = self.format.unit(tables.numbers[unit]);
            let above = self
                .format
                .levels()
                .filter(|level| *level < Level::Unit)
                .last();
            let around = above.and_then(|level| self.get(&self.format.part(&unit_code, level)?));
            let mut councils: Vec<u16> = tables.council_of(unit).into_iter().collect();
            for council in around.map(|spot| spot.councils).unwrap_or_default() {
                if !councils.contains(&council) {
                    councils.push(council);
                }
            }
            councils
        } else if let Some(part) = nearest(&parts.iter().map(|part| part.cell).collect::<Vec<_>>())
        {
            parts[part].councils.clone()
        } else {
            Vec::new()
        }
    }

    /// All codes of a level, in order (for pictures and tests; not for a search).
    #[must_use]
    pub fn codes(&self, level: Level) -> Vec<Code> {
        let units = self.tables.numbers.iter();
        let parts = match level {
            Level::Sector => &self.tables.sectors[..],
            Level::District => &self.tables.districts[..],
            Level::Area | Level::Unit => &[],
        };
        let numbers = units.chain(parts.iter().map(|part| &part.first));
        let mut numbers: Vec<u64> = numbers.map(|number| u64::from(*number)).collect();
        crate::order::sort(&mut numbers, 0..32);
        let mut codes: Vec<Code> = Vec::new();
        for number in numbers {
            if let Some(code) = self.format.part(&self.format.unit(number as u32), level)
                && codes.last() != Some(&code)
            {
                codes.push(code);
            }
        }
        codes
    }
}

#[cfg(test)]
mod tests;
