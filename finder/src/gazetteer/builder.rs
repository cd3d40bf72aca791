//! Makes gazetteer files.

use core::num::NonZeroU16;
use std::collections::BTreeMap;

use super::{
    Cell, Council, Gazetteer, Grid, MAGIC, Named, Part, Spot, Tables, VERSION, Variant, form,
};
use crate::calendar::Day;
use crate::geometry::{Plane, Position};
use crate::place::Place;
use crate::postcode::{Code, Format, Level};
use crate::wire::{self, Error};

/// A whole postcode for the [`Builder`].
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// The postcode.
    pub code: Code,
    /// Latitude and longitude in degrees, WGS 84.
    pub degrees: (f64, f64),
    /// The index of its council, as [`Builder::council`] gave it.
    pub council: Option<u16>,
}

/// Makes a gazetteer file.
#[derive(Clone, Debug)]
pub struct Builder {
    format: Format,
    cell_m: u16,
    /// Kept where a gazetteer is changed, so that nothing moves.
    grid: Option<Grid>,
    data_date: Option<Day>,
    attribution: Vec<String>,
    councils: Vec<Council>,
    units: BTreeMap<Code, ((f64, f64), Option<u16>)>,
    variants: BTreeMap<Code, Vec<Variant>>,
    parts: BTreeMap<Code, Spot>,
    places: BTreeMap<(String, String), Place>,
}

impl Builder {
    /// An empty gazetteer.
    #[must_use]
    pub fn new(format: Format) -> Builder {
        Builder {
            format,
            cell_m: 25,
            grid: None,
            data_date: None,
            attribution: Vec::new(),
            councils: Vec::new(),
            units: BTreeMap::new(),
            variants: BTreeMap::new(),
            parts: BTreeMap::new(),
            places: BTreeMap::new(),
        }
    }

    /// Begins with all that a gazetteer holds, so that places can be added to it.
    #[must_use]
    pub fn from_gazetteer(gazetteer: &Gazetteer) -> Builder {
        let mut builder = Builder::new(gazetteer.format.clone());
        let tables = &gazetteer.tables;
        builder.grid = Some(tables.grid);
        builder.data_date = tables.data_date;
        builder.attribution.clone_from(&tables.attribution);
        builder.councils.clone_from(&tables.councils);
        for (index, number) in tables.numbers.iter().enumerate() {
            let code = gazetteer.format.unit(*number);
            if let Some(spot) = gazetteer.unit(&code, index) {
                builder.unit(Unit {
                    code: code.clone(),
                    degrees: spot.position.degrees(),
                    council: tables.council_of(index),
                });
                if !spot.variants.is_empty() {
                    builder.variants.insert(code, spot.variants);
                }
            }
        }
        for (level, parts) in [
            (Level::Sector, &tables.sectors),
            (Level::District, &tables.districts),
        ] {
            for part in parts {
                let code = gazetteer
                    .format
                    .part(&gazetteer.format.unit(part.first), level);
                if let Some(mut spot) = code.and_then(|code| gazetteer.part(&code, part.first)) {
                    let variants = std::mem::take(&mut spot.variants);
                    if !variants.is_empty() {
                        builder.variants.insert(spot.code.clone(), variants);
                    }
                    builder.part(spot);
                }
            }
        }
        for place in gazetteer.places.all() {
            builder.place(place.clone());
        }
        builder
    }

    /// The widest the cells of the grid may be, in metres, 1 … 1000; 25 where not said.
    pub fn grid(&mut self, metres: u16) -> &mut Builder {
        self.cell_m = metres.clamp(1, 1000);
        self.grid = None;
        self
    }

    /// Adds a licence or attribution line.
    pub fn attribution(&mut self, line: &str) -> &mut Builder {
        if !self.attribution.iter().any(|other| other == line) {
            self.attribution.push(line.into());
        }
        self
    }

    /// Sets the day of the data.
    pub fn data_date(&mut self, day: Day) -> &mut Builder {
        self.data_date = Some(day);
        self
    }

    /// Adds a council, or finds the one with this code; gives its index.
    pub fn council(&mut self, council: Council) -> u16 {
        let known = self
            .councils
            .iter()
            .position(|other| other.code == council.code);
        let index = known.unwrap_or_else(|| {
            self.councils.push(council);
            self.councils.len() - 1
        });
        index.min(usize::from(u16::MAX)) as u16
    }

    /// The index of the council with this code, if it was added.
    #[must_use]
    pub fn council_by_code(&self, code: &str) -> Option<u16> {
        self.councils
            .iter()
            .position(|council| council.code == code)
            .map(|at| at as u16)
    }

    /// Adds a whole postcode.
    pub fn unit(&mut self, unit: Unit) -> &mut Builder {
        self.units.insert(unit.code, (unit.degrees, unit.council));
        self
    }

    /// Adds a name for one of several places that share a code.
    pub fn variant(&mut self, code: &Code, variant: Variant) -> &mut Builder {
        self.variants.entry(code.clone()).or_default().push(variant);
        self
    }

    /// Adds a part of a postcode of its own (a gazetteer without units); where units are given too, the units decide.
    pub fn part(&mut self, spot: Spot) -> &mut Builder {
        self.parts.insert(spot.code.clone(), spot);
        self
    }

    /// Adds a named place; one of the same name and context is replaced.
    pub fn place(&mut self, place: Place) -> &mut Builder {
        self.places
            .insert((place.name.clone(), place.context.clone()), place);
        self
    }

    /// Leaves out the named places.
    pub fn without_places(&mut self) -> &mut Builder {
        self.places.clear();
        self
    }

    /// Leaves out everything finer than `level`, keeping sectors and districts computed from the units.
    ///
    /// # Errors
    /// As [`Builder::encode`].
    pub fn reduce(&mut self, level: Level) -> Result<&mut Builder, Error> {
        if level < Level::Unit && !self.units.is_empty() {
            let whole = Gazetteer::new(self.tables()?)?;
            // Councils have other indices there; positions stay in their cells.
            let own =
                |index: &u16| self.council_by_code(&whole.councils()[usize::from(*index)].code);
            let mut parts = Vec::new();
            for part in [Level::District, Level::Sector]
                .into_iter()
                .filter(|part| *part <= level)
            {
                for mut spot in whole.codes(part).iter().filter_map(|code| whole.get(code)) {
                    spot.councils = spot.councils.iter().filter_map(own).collect();
                    parts.push(spot);
                }
            }
            self.parts
                .extend(parts.into_iter().map(|spot| (spot.code.clone(), spot)));
            self.grid = Some(whole.tables.grid);
            self.units.clear();
            self.variants.clear();
        }
        self.parts.retain(|code, _| code.level <= level);
        Ok(self)
    }

    /// The file. The same content, added in any order, gives the same bytes.
    ///
    /// # Errors
    /// [`Error::Invalid`] where a code does not fit the format, or a coordinate or index cannot be.
    pub fn encode(&self) -> Result<Vec<u8>, Error> {
        let tables = self.tables()?;
        let stream = form::encode(&tables)?;
        // What cannot be read again must not be written.
        if form::decode(&stream)? != tables {
            return Err(Error::Invalid("a text or list that is too long"));
        }
        Gazetteer::new(tables)?;
        Ok(wire::seal(MAGIC, VERSION, &stream))
    }

    fn tables(&self) -> Result<Tables, Error> {
        let grid = self.fitting_grid()?;
        let cell = |position: Position| {
            cell(
                &grid,
                f64::from(position.latitude()),
                f64::from(position.longitude()),
            )
        };
        // Councils in order of their codes, whatever the order in which they came.
        let mut councils: Vec<&Council> = self.councils.iter().collect();
        councils.sort_by(|a, b| a.code.cmp(&b.code));
        let renumber = |index: u16| -> Result<u16, Error> {
            let council = self
                .councils
                .get(usize::from(index))
                .ok_or(Error::Invalid("a council that is not listed"))?;
            Ok(councils.partition_point(|other| other.code < council.code) as u16)
        };
        let renumber_some = |index: Option<u16>| index.map(renumber).transpose();
        let mut tables = Tables {
            pattern: self.format.pattern().into(),
            data_date: self.data_date,
            attribution: self.attribution.clone(),
            councils: councils.iter().map(|council| (*council).clone()).collect(),
            grid,
            ..Tables::default()
        };
        let number = |code: &Code| {
            self.format
                .numbers(code)
                .ok_or(Error::Invalid("a code that does not fit the format"))
        };
        // The names of several places that share the code at an index.
        let named = |index: usize, variants: Option<&Vec<Variant>>| {
            let named = variants.into_iter().flatten().map(|variant| {
                Ok((
                    index as u32,
                    variant.name.clone(),
                    cell(variant.position),
                    renumber_some(variant.council)?,
                ))
            });
            let mut named = named.collect::<Result<Vec<_>, Error>>()?;
            named.sort_unstable();
            named.dedup();
            Ok::<_, Error>(named)
        };
        let mut units = Vec::with_capacity(self.units.len());
        for (code, (degrees, council)) in &self.units {
            if code.level != Level::Unit {
                return Err(Error::Invalid(
                    "a part of a postcode where a whole one is due",
                ));
            }
            let cell = self::cell(&grid, degrees.0 * 1e5, degrees.1 * 1e5);
            units.push((
                number(code)?.0,
                cell,
                renumber_some(*council)?,
                self.variants.get(code),
            ));
        }
        units.sort_unstable_by_key(|unit| unit.0);
        for (index, (number, home, council, variants)) in units.into_iter().enumerate() {
            tables.numbers.push(number);
            tables.cells.push(home);
            let number = council.and_then(|index| index.checked_add(1));
            tables.unit_councils.push(number.and_then(NonZeroU16::new));
            tables.variants.extend(named(index, variants)?);
        }
        let (mut sectors, mut districts) = (Vec::new(), Vec::new());
        for (code, spot) in &self.parts {
            let (first, last) = number(code)?;
            let councils = spot
                .councils
                .iter()
                .map(|council| renumber(*council))
                .collect::<Result<_, _>>()?;
            let part = Part {
                first,
                last,
                cell: cell(spot.position),
                roughness_m: spot.roughness_m,
                councils,
            };
            let variants = self.variants.get(code);
            match code.level {
                Level::Sector => sectors.push((part, variants)),
                Level::District => districts.push((part, variants)),
                Level::Area | Level::Unit => {
                    return Err(Error::Invalid("a part that is neither sector nor district"));
                }
            }
        }
        let mut index = tables.numbers.len();
        for (parts, into) in [
            (&mut sectors, &mut tables.sectors),
            (&mut districts, &mut tables.districts),
        ] {
            parts.sort_by_key(|(part, _)| part.first);
            for (part, variants) in parts.drain(..) {
                tables.variants.extend(named(index, variants)?);
                into.push(part);
                index += 1;
            }
        }
        for place in self.places.values() {
            tables.places.push(Named {
                name: place.name.clone(),
                context: place.context.clone(),
                spellings: place.spellings.clone(),
                cell: cell(place.position),
                radius_m: place.radius_m,
                council: renumber_some(place.council)?,
                weight: place.weight,
            });
        }
        Ok(tables)
    }

    /// A grid around everything: the one that was kept, begun further out where needed, or one of the right width.
    fn fitting_grid(&self) -> Result<Grid, Error> {
        let mut positions: Vec<Position> = Vec::new();
        for (degrees, _) in self.units.values() {
            positions.push(
                Position::from_degrees(degrees.0, degrees.1)
                    .ok_or(Error::Invalid("a coordinate"))?,
            );
        }
        positions.extend(
            self.variants
                .values()
                .flatten()
                .map(|variant| variant.position),
        );
        positions.extend(self.parts.values().map(|spot| spot.position));
        positions.extend(self.places.values().map(|place| place.position));
        let south = positions
            .iter()
            .map(|position| position.latitude())
            .min()
            .unwrap_or(0);
        let north = positions
            .iter()
            .map(|position| position.latitude())
            .max()
            .unwrap_or(0);
        let west = positions
            .iter()
            .map(|position| position.longitude())
            .min()
            .unwrap_or(0);
        if let Some(kept) = self.grid {
            // By whole cells, so that no postcode moves to another.
            let further = |origin: i32, step: u32, least: i32| {
                let steps = origin
                    .saturating_sub(least)
                    .max(0)
                    .unsigned_abs()
                    .div_ceil(step.max(1));
                origin.saturating_sub_unsigned(steps.saturating_mul(step))
            };
            return Ok(Grid {
                latitude: further(kept.latitude, kept.latitude_step, south),
                longitude: further(kept.longitude, kept.longitude_step, west),
                ..kept
            });
        }
        // Degrees of longitude are longest nearest the equator, and those of latitude at the poles.
        let widest = if south <= 0 && north >= 0 {
            0
        } else {
            south.abs().min(north.abs())
        };
        let units = |latitude| {
            Position::new(latitude, 0)
                .map(|position| Plane::at(position).units(u32::from(self.cell_m)))
        };
        let (Some((east, _)), Some((_, north))) =
            (units(widest), units(south.abs().max(north.abs())))
        else {
            return Err(Error::Invalid("a coordinate"));
        };
        // Even, so that the middle of a cell is a whole number.
        let even = |units: i32| (units & !1).max(2) as u32;
        // One unit of room: positions are rounded, postcodes are not.
        Ok(Grid {
            latitude: south - 1,
            longitude: west - 1,
            latitude_step: even(north),
            longitude_step: even(east),
        })
    }
}

/// The cell that holds a point, given in 1e-5 degrees and not rounded: so its middle is at most half a cell away.
fn cell(grid: &Grid, latitude: f64, longitude: f64) -> Cell {
    let count = |value: f64, origin: i32, step: u32| {
        ((value - f64::from(origin)) / f64::from(step)).floor() as u32
    };
    Cell {
        x: count(longitude, grid.longitude, grid.longitude_step),
        y: count(latitude, grid.latitude, grid.latitude_step),
    }
}
