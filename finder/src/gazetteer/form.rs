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
const MOST_UNITS: usize = 2_000_000;
/// The most whole postcodes for each byte of the stream; a real file has less than one.
const UNITS_PER_BYTE: usize = 1_000;

/// Writes the stream.
pub(super) fn encode(tables: &Tables) -> Result<Vec<u8>, Error> {
    let mut encoder = Encoder::new();
    Form::new(&mut encoder, MOST_UNITS, 0).tables(tables)?;
    encoder.finish()
}

/// Reads the stream.
pub(super) fn decode(stream: &[u8]) -> Result<Tables, Error> {
    let most_units = stream.len().saturating_mul(UNITS_PER_BYTE).min(MOST_UNITS);
    let mut decoder = Decoder::new(stream)?;
    let tables = Form::new(&mut decoder, most_units, stream.len()).tables(&Tables::default())?;
    decoder.finish()?;
    Ok(tables)
}

/// The coder with the models of whatever is rare; whole postcodes have models of their own.
struct Form<'c, C> {
    coder: &'c mut C,
    most_units: usize,
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
    fn new(coder: &'c mut C, most_units: usize, stream_len: usize) -> Form<'c, C> {
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
        let pattern = self.text(&from.pattern);
        let format =
            Format::parse(&pattern).map_err(|_| Error::Invalid("the pattern of the postcodes"))?;
        let date = from.data_date.map_or(0, |day| day.0.max(0) as u32 + 1);
        let date = self.number(date);
        let data_date = date.checked_sub(1).map(|day| Day(day.min(1 << 20) as i32));
        let attribution = self.list(&from.attribution, |form, line| form.text(line));
        let councils = self.list(&from.councils, |form, council| Council {
            code: form.text(&council.code),
            county: form.text(&council.county),
            name: form.text(&council.name),
        });
        let grid = Grid {
            latitude: self.coordinate.signed(self.coder, from.grid.latitude),
            longitude: self.coordinate.signed(self.coder, from.grid.longitude),
            latitude_step: self.number(from.grid.latitude_step),
            longitude_step: self.number(from.grid.longitude_step),
        };
        let sectors = self.parts(&from.sectors);
        let districts = self.parts(&from.districts);
        let places = self.places(&from.places);
        let unit_count = self.count.code(self.coder, from.numbers.len() as u32) as usize;
        if unit_count > self.most_units {
            return Err(Error::Invalid("more postcodes than such a file can hold"));
        }
        let units = units::code(
            self.coder,
            &format,
            unit_count,
            self.stream_len,
            councils.len(),
            from,
        );
        let mut before = 0u32;
        let variants = self.list(&from.variants, |form, (unit, name, cell, council)| {
            before = before.saturating_add(form.count.code(form.coder, unit.wrapping_sub(before)));
            let parts = sectors.iter().chain(&districts).map(|part| part.cell);
            let mut homes = units.cells.iter().copied().chain(parts);
            let home = match homes.nth(before as usize) {
                Some(home) => home,
                None => form.coder.fail(Error::Invalid("a name for no postcode")),
            };
            (
                before,
                form.text(name),
                form.cell_near(*cell, home),
                form.optional(*council),
            )
        });
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

    fn parts(&mut self, from: &[Part]) -> Vec<Part> {
        let mut next = 0u32;
        let mut home = Cell::default();
        self.list(from, |form, part| {
            let first = next.saturating_add(form.number(part.first.wrapping_sub(next)));
            let width = form
                .index
                .code(form.coder, part.last.wrapping_sub(part.first));
            next = first.saturating_add(width);
            home = form.cell_near(part.cell, home);
            Part {
                first,
                last: next,
                cell: home,
                roughness_m: form.number(part.roughness_m),
                councils: form.list(&part.councils, |form, council| form.index(*council)),
            }
        })
    }

    fn places(&mut self, from: &[Named]) -> Vec<Named> {
        let mut home = Cell::default();
        let mut contexts: Vec<String> = Vec::new();
        self.list(from, |form, named| {
            let name = form.text(&named.name);
            // A context is written once and then named by its number.
            let known = contexts
                .iter()
                .position(|context| *context == named.context)
                .unwrap_or(contexts.len());
            let known = form.index.code(form.coder, known as u32) as usize;
            if known >= contexts.len() {
                contexts.push(form.text(&named.context));
            }
            let context = match contexts.get(known) {
                Some(context) => context.clone(),
                None => form.coder.fail(Error::Invalid("a place's context")),
            };
            home = form.cell_near(named.cell, home);
            Named {
                name,
                context,
                cell: home,
                radius_m: form.number(named.radius_m),
                council: form.optional(named.council),
                weight: form.number(named.weight),
                spellings: form.list(&named.spellings, |form, (tag, name)| {
                    (form.text(tag), form.text(name))
                }),
            }
        })
    }

    fn list<T: Default>(&mut self, from: &[T], mut each: impl FnMut(&mut Self, &T) -> T) -> Vec<T> {
        let length = self.count.code(self.coder, from.len() as u32);
        if length > MOST_ENTRIES {
            return self.coder.fail(Error::Invalid("a list is too long"));
        }
        let nothing = T::default();
        let mut list = Vec::new();
        for at in 0..length as usize {
            if self.coder.has_failed() {
                break;
            }
            let element = each(self, from.get(at).unwrap_or(&nothing));
            list.push(element);
        }
        list
    }

    fn text(&mut self, text: &str) -> String {
        self.text.code(self.coder, text)
    }

    fn number(&mut self, number: u32) -> u32 {
        self.number.code(self.coder, number)
    }

    fn index(&mut self, index: u16) -> u16 {
        let index = self.index.code(self.coder, u32::from(index));
        u16::try_from(index).unwrap_or_else(|_| self.coder.fail(Error::Invalid("an index")))
    }

    fn optional(&mut self, index: Option<u16>) -> Option<u16> {
        let some = self.coder.bit(&mut self.flag, index.is_some());
        some.then(|| self.index(index.unwrap_or(0)))
    }

    fn cell_near(&mut self, cell: Cell, home: Cell) -> Cell {
        let mut one = |value: u32, home: u32| {
            home.wrapping_add_signed(
                self.coordinate
                    .signed(self.coder, value.wrapping_sub(home) as i32),
            )
        };
        Cell {
            x: one(cell.x, home.x),
            y: one(cell.y, home.y),
        }
    }
}
