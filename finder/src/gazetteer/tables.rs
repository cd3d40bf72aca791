//! What a gazetteer file holds, in memory as in the file.

use core::num::NonZeroU16;

use super::Council;
use crate::calendar::Day;
use crate::geometry::{Plane, Position};

/// The grid on which positions are stored: cells of so many 1e-5 degrees from an origin in the south-west.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Grid {
    pub latitude: i32,
    pub longitude: i32,
    pub latitude_step: u32,
    pub longitude_step: u32,
}

/// A cell of the grid, counted from the origin: to the east, to the north.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Cell {
    pub x: u32,
    pub y: u32,
}

impl Grid {
    /// The middle of a cell; `None` where it would not be on Earth.
    pub(crate) fn position(&self, cell: Cell) -> Option<Position> {
        let middle = |origin: i32, step: u32, count: u32| {
            i64::from(origin) + i64::from(step) * i64::from(count) + i64::from(step / 2)
        };
        let latitude = middle(self.latitude, self.latitude_step, cell.y);
        let longitude = middle(self.longitude, self.longitude_step, cell.x);
        Position::new(
            i32::try_from(latitude).ok()?,
            i32::try_from(longitude).ok()?,
        )
    }

    /// All cells whose middle is within so many metres of the origin of a plane, and a few more.
    pub(crate) fn around(&self, plane: &Plane, metres: u32) -> Window {
        let (east, north) = plane.units(metres + 1);
        let at = |middle: i32, origin: i32, step: u32, units: i64| {
            let cells = (i64::from(middle) - i64::from(origin) + units) / i64::from(step.max(1));
            (cells + units.signum()).clamp(0, i64::from(u32::MAX)) as u32
        };
        let position = plane.origin();
        let cell = |east: i64, north: i64| Cell {
            x: at(
                position.longitude(),
                self.longitude,
                self.longitude_step,
                east,
            ),
            y: at(
                position.latitude(),
                self.latitude,
                self.latitude_step,
                north,
            ),
        };
        let (mut east, north) = (i64::from(east) + 1, i64::from(north) + 1);
        if i64::from(position.longitude()).abs() + east > 18_000_000 {
            // Across the date line longitudes begin anew.
            east = 36_000_000;
        }
        Window {
            from: cell(-east, -north),
            to: cell(east, north),
        }
    }
}

/// Cells from … to, both included, in both directions.
#[derive(Clone, Copy)]
pub(crate) struct Window {
    from: Cell,
    to: Cell,
}

impl Window {
    pub(crate) fn holds(&self, cell: Cell) -> bool {
        // Below `from` wraps round to something large.
        let within = |at: u32, from: u32, to: u32| at.wrapping_sub(from) <= to - from;
        within(cell.x, self.from.x, self.to.x) & within(cell.y, self.from.y, self.to.y)
    }
}

/// A part of a postcode that stands for itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Part {
    /// Its whole codes, by number: from … to.
    pub first: u32,
    pub last: u32,
    pub cell: Cell,
    pub roughness_m: u32,
    pub councils: Vec<u16>,
}

/// A named place on the grid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Named {
    pub name: String,
    pub context: String,
    pub spellings: Vec<(String, String)>,
    pub cell: Cell,
    pub radius_m: u32,
    pub council: Option<u16>,
    pub weight: u32,
}

/// What the file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tables {
    pub pattern: String,
    pub data_date: Option<Day>,
    pub attribution: Vec<String>,
    pub councils: Vec<Council>,
    pub grid: Grid,
    /// Whole postcodes by their number, rising.
    pub numbers: Vec<u32>,
    /// The cell of each.
    pub cells: Vec<Cell>,
    /// One more than the index of the council of each: two bytes, where an index that may be missing takes four.
    pub unit_councils: Vec<Option<NonZeroU16>>,
    /// Names where several places share a postcode: the index of the postcode, rising. Sectors are counted after whole
    /// postcodes, districts after sectors.
    pub variants: Vec<(u32, String, Cell, Option<u16>)>,
    /// Parts, by level and number.
    pub sectors: Vec<Part>,
    pub districts: Vec<Part>,
    pub places: Vec<Named>,
}

impl Tables {
    /// The index of the council of a whole postcode.
    pub(crate) fn council_of(&self, unit: usize) -> Option<u16> {
        self.unit_councils[unit].map(|number| number.get() - 1)
    }
}
