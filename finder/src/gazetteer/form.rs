//! The stream inside a gazetteer file, described once for both ways: see [`crate::coder`].
//!
//! Every function takes what is to be written and returns what was read; on the way out they
//! are the same.

use super::{Cell, Council, Grid, Named, Part, Tables, units};
use crate::calendar::Day;
use crate::coder::{Bit, Coder, Decoder, Encoder, Number, Text};
use crate::postcode::Format;
use crate::wire::Error;

/// The most of anything but whole postcodes that a file may list.
const MOST_ENTRIES: u32 = 65_000;
/// The most whole postcodes: all of Great Britain has 1.75 million.
const MOST_UNITS: u32 = 2_000_000;
/// The most whole postcodes for each byte of the stream; a real file has less than one.
const UNITS_PER_BYTE: usize = 1_000;

/// Writes the stream.
pub(super) fn encode(tables: &Tables) -> Result<Vec<u8>, Error> {
    let mut encoder = Encoder::new();
    Form::new(&mut encoder, MOST_UNITS, 0).tables(tables)?;
    Ok(encoder.finish())
}

/// Reads the stream.
pub(super) fn decode(stream: &[u8]) -> Result<Tables, Error> {
    let most_units = u32::try_from(stream.len().saturating_mul(UNITS_PER_BYTE))
        .unwrap_or(u32::MAX)
        .min(MOST_UNITS);
    let mut decoder = Decoder::new(stream)?;
    let tables = Form::new(&mut decoder, most_units, stream.len()).tables(&Tables::default())?;
    decoder.check()?;
    if decoder.is_at_end() {
        Ok(tables)
    } else {
        Err(Error::Invalid("more bytes than it says"))
    }
}

/// The coder with the models of whatever is rare; whole postcodes have models of their own.
struct Form<'c, C> {
    coder: &'c mut C,
    most_units: u32,
    /// How long the stream is, when it is read.
    stream_len: usize,
    count: Number,
    number: Number,
    coordinate: Number,
    index: Number,
    text: Text,
    flag: Bit,
}

impl<'c, C: Coder> Form<'c, C> {
    fn new(coder: &'c mut C, most_units: u32, stream_len: usize) -> Form<'c, C> {
        Form {
            coder,
            most_units,
            stream_len,
            count: Number::new(),
            number: Number::new(),
            coordinate: Number::new(),
            index: Number::new(),
            text: Text::new(),
            flag: Bit::EVEN,
        }
    }

    fn tables(&mut self, from: &Tables) -> Result<Tables, Error> {
        let pattern = self.text(&from.pattern)?;
        let format =
            Format::parse(&pattern).map_err(|_| Error::Invalid("the pattern of the postcodes"))?;
        let date = from.data_date.map_or(0, |day| day.0.max(0) as u32 + 1);
        let date = self.number.code(self.coder, date)?;
        let data_date = date.checked_sub(1).map(|day| Day(day.min(1 << 20) as i32));
        let attribution = self.list(&from.attribution, |form, line| form.text(line))?;
        let councils = self.list(&from.councils, |form, council| {
            Ok(Council {
                code: form.text(&council.code)?,
                county: form.text(&council.county)?,
                name: form.text(&council.name)?,
            })
        })?;
        let grid = Grid {
            latitude: self.signed(from.grid.latitude)?,
            longitude: self.signed(from.grid.longitude)?,
            latitude_step: self.number.code(self.coder, from.grid.latitude_step)?,
            longitude_step: self.number.code(self.coder, from.grid.longitude_step)?,
        };
        let sectors = self.parts(&from.sectors)?;
        let districts = self.parts(&from.districts)?;
        let places = self.places(&from.places)?;
        let unit_count = self.count.code(self.coder, from.numbers.len() as u32)?;
        if unit_count > self.most_units {
            return Err(Error::Invalid("more postcodes than such a file can hold"));
        }
        let units = units::code(
            self.coder,
            &format,
            unit_count as usize,
            self.stream_len,
            councils.len(),
            from,
        )?;
        let mut before = 0;
        let variants = self.list(&from.variants, |form, (unit, name, cell, council)| {
            before += form.count.code(form.coder, unit.wrapping_sub(before))?;
            let home = units
                .cells
                .get(before as usize)
                .ok_or(Error::Invalid("a name for no postcode"))?;
            Ok((
                before,
                form.text(name)?,
                form.cell_near(*cell, *home)?,
                form.optional(*council)?,
            ))
        })?;
        Ok(Tables {
            pattern,
            data_date,
            attribution,
            councils,
            grid,
            numbers: units.numbers,
            cells: units.cells,
            unit_councils: units.councils,
            variants,
            sectors,
            districts,
            places,
        })
    }

    fn parts(&mut self, from: &[Part]) -> Result<Vec<Part>, Error> {
        let mut next = 0u32;
        let mut home = Cell::default();
        self.list(from, |form, part| {
            let first = next.checked_add(
                form.number
                    .code(form.coder, part.first.wrapping_sub(next))?,
            );
            let first = first.ok_or(Error::Invalid("a part that is no postcode"))?;
            let width = form
                .index
                .code(form.coder, part.last.wrapping_sub(part.first))?;
            let last = first
                .checked_add(width)
                .ok_or(Error::Invalid("a part that is no postcode"))?;
            next = last;
            home = form.cell_near(part.cell, home)?;
            Ok(Part {
                first,
                last,
                cell: home,
                roughness_m: form.number.code(form.coder, part.roughness_m)?,
                councils: form.list(&part.councils, |form, council| form.index(*council))?,
            })
        })
    }

    fn places(&mut self, from: &[Named]) -> Result<Vec<Named>, Error> {
        let mut home = Cell::default();
        let mut contexts: Vec<String> = Vec::new();
        self.list(from, |form, named| {
            let name = form.text(&named.name)?;
            // A context is written once and then named by its number.
            let known = contexts
                .iter()
                .position(|context| *context == named.context)
                .unwrap_or(contexts.len());
            let known = form.index.code(form.coder, known as u32)? as usize;
            if known >= contexts.len() {
                contexts.push(form.text(&named.context)?);
            }
            let context = contexts
                .get(known)
                .cloned()
                .ok_or(Error::Invalid("a place's context"))?;
            home = form.cell_near(named.cell, home)?;
            Ok(Named {
                name,
                context,
                cell: home,
                radius_m: form.number.code(form.coder, named.radius_m)?,
                council: form.optional(named.council)?,
                weight: form.number.code(form.coder, named.weight)?,
                spellings: form.list(&named.spellings, |form, (tag, name)| {
                    Ok((form.text(tag)?, form.text(name)?))
                })?,
            })
        })
    }

    fn list<T: Default, U>(
        &mut self,
        from: &[T],
        mut each: impl FnMut(&mut Self, &T) -> Result<U, Error>,
    ) -> Result<Vec<U>, Error> {
        let length = self.count.code(self.coder, from.len() as u32)?;
        if length > MOST_ENTRIES {
            return Err(Error::Invalid("a list is too long"));
        }
        let nothing = T::default();
        (0..length as usize)
            .map(|at| each(self, from.get(at).unwrap_or(&nothing)))
            .collect()
    }

    fn text(&mut self, text: &str) -> Result<String, Error> {
        self.text.code(self.coder, text)
    }

    fn index(&mut self, index: u16) -> Result<u16, Error> {
        let index = self.index.code(self.coder, u32::from(index))?;
        u16::try_from(index).map_err(|_| Error::Invalid("an index"))
    }

    fn optional(&mut self, index: Option<u16>) -> Result<Option<u16>, Error> {
        let some = self.coder.bit(&mut self.flag, index.is_some());
        if some {
            self.index(index.unwrap_or(0)).map(Some)
        } else {
            Ok(None)
        }
    }

    fn signed(&mut self, value: i32) -> Result<i32, Error> {
        let folded = ((value << 1) ^ (value >> 31)) as u32;
        let folded = self.coordinate.code(self.coder, folded)?;
        Ok((folded >> 1) as i32 ^ -((folded & 1) as i32))
    }

    fn cell_near(&mut self, cell: Cell, home: Cell) -> Result<Cell, Error> {
        let mut one = |value: u32, home: u32| -> Result<u32, Error> {
            Ok(home.wrapping_add_signed(self.signed(value.wrapping_sub(home) as i32)?))
        };
        Ok(Cell {
            x: one(cell.x, home.x)?,
            y: one(cell.y, home.y)?,
        })
    }
}
