//! Whole postcodes inside the stream: which exist, where each is, under which council.
//!
//! The models were chosen by measuring on the postcodes of the West Midlands; what each rests on is said beside it.

use core::num::NonZeroU16;

use super::{Cell, Tables};
use crate::coder::{Bit, Coder, Number};
use crate::postcode::{Format, Level};
use crate::wire::Error;

/// Whole postcodes, as they are in [`Tables`].
#[derive(Default)]
pub(super) struct Units {
    pub numbers: Vec<u32>,
    pub cells: Vec<Cell>,
    pub councils: Vec<Option<NonZeroU16>>,
}

/// Codes all whole postcodes, `count` of them; room for at most `capacity` is made before they are read.
pub(super) fn code(
    coder: &mut impl Coder,
    format: &Format,
    count: usize,
    capacity: usize,
    council_count: usize,
    from: &Tables,
) -> Units {
    let mut units = Units::default();
    if count == 0 {
        return units;
    }
    // At once what a real file needs; one that claims more grows as it proves it.
    let room = count.min(capacity);
    units.numbers.reserve_exact(room);
    units.cells.reserve_exact(room);
    units.councils.reserve_exact(room);
    let radices = format.radices();
    let mut existence = Existence {
        radices: &radices,
        models: vec![[Bit::EVEN; 1024]; radices.len()],
        count,
        numbers: &mut units.numbers,
    };
    existence.branch(coder, 0, 0, &from.numbers);
    // Its models are not needed any more, and memory is dear on an old phone.
    drop(existence);
    if units.numbers.len() != count {
        coder.fail::<()>(Error::Invalid("another number of postcodes than it says"));
        return Units::default();
    }
    // Two postcodes are of one group where only the signs of the finest level differ, and of one row where only the last.
    let above = format.levels().filter(|level| *level < Level::Unit).last();
    let group_signs = above.and_then(|level| format.end_of(level)).unwrap_or(0);
    let group_size: u32 = radices[group_signs..].iter().product();
    let row_size = radices.last().copied().unwrap_or(1);
    let mut places = Places::new();
    let mut councils = Councils::new(council_count);
    let mut group = 0;
    for index in 0..count {
        let number = units.numbers[index];
        if index == 0 || number / group_size != units.numbers[group] / group_size {
            group = index;
        }
        let step = index
            .checked_sub(1)
            .filter(|before| *before >= group)
            .map(|before| {
                let before = units.numbers[before];
                if number / row_size == before / row_size {
                    (number - before - 1).min(3)
                } else {
                    4
                }
            });
        let cell = from.cells.get(index).copied().unwrap_or_default();
        let cell = places.code(
            coder,
            step,
            &units.cells[group..],
            units.cells.last().copied(),
            cell,
        );
        units.cells.push(cell);
        if coder.has_failed() {
            return Units::default();
        }
    }
    let mut end = 0;
    while end < count {
        let begin = end;
        while end < count && units.numbers[end] / group_size == units.numbers[begin] / group_size {
            end += 1;
        }
        let wanted = from.unit_councils.get(begin..end).unwrap_or(&[]);
        councils.code(coder, &units.cells[begin..end], wanted, &mut units.councils);
    }
    units
}

/// Which postcodes exist: a walk through the tree of their signs, with one bit for each branch that there could be.
struct Existence<'a> {
    radices: &'a [u32],
    /// For each sign: the last three branches at this fork, whether there was any yet, how many of those so far there
    /// were, and how far along the fork.
    models: Vec<[Bit; 1024]>,
    count: usize,
    numbers: &'a mut Vec<u32>,
}

impl Existence<'_> {
    /// Walks the branches after `depth` signs that make the number `prefix`; `wanted` are those below, when writing.
    fn branch(&mut self, coder: &mut impl Coder, depth: usize, prefix: u32, wanted: &[u32]) {
        let Some((radix, finer)) = self.radices[depth..].split_first() else {
            if self.numbers.len() == self.count {
                coder.fail::<()>(Error::Invalid("more postcodes than it says"));
            } else {
                self.numbers.push(prefix);
            }
            return;
        };
        let span: u32 = finer.iter().product();
        let mut wanted = wanted;
        let mut history = 0;
        let mut seen = 0u32;
        for value in 0..*radix {
            let number = prefix * radix + value;
            let below;
            (below, wanted) =
                wanted.split_at(wanted.partition_point(|unit| *unit / span <= number));
            // A fork that is there leads somewhere.
            let implied = value + 1 == *radix && seen == 0;
            let exists = implied || {
                let share = (seen * 8).checked_div(value).unwrap_or(0).min(7);
                let context =
                    history & 7 | u32::from(seen > 0) << 3 | share << 4 | (value / 4).min(7) << 7;
                coder.bit(&mut self.models[depth][context as usize], !below.is_empty())
            };
            history = history << 1 | u32::from(exists);
            seen += u32::from(exists);
            if exists {
                self.branch(coder, depth + 1, number, below);
            }
            if coder.has_failed() {
                return;
            }
        }
    }
}

/// Steps from one postcode to the next have at most this many binary digits.
const LONGEST_STEP: usize = 24;
/// Where a step lies among eleven, by its quarters.
const DIRECTIONS: usize = 11;
/// Longer steps share their contexts.
const LENGTHS: usize = 16;
/// Nodes of the tree for a coordinate that have a context of their own: four levels, then one for each level.
const NODES: usize = 16 + LONGEST_STEP + 2;

/// Where each postcode is, by its step from the one before: first how far (how many binary digits the longer of both
/// coordinates has), then east, then north.
struct Places {
    first: Number,
    /// By digits already counted, gap in the alphabet, digits of the last step and of steps lately.
    length: Vec<Bit>,
    /// Sixteen times the digits of steps lately, older ones fading.
    lately: usize,
    /// By digits of the step, direction of the last step, node.
    east: Vec<Bit>,
    /// By digits of the step, direction of the last step, node, and what is known from `east`.
    north: Vec<Bit>,
}

/// The digits of a step, as far as contexts tell them apart.
fn digits(step: (i32, i32)) -> usize {
    let longest = step.0.unsigned_abs().max(step.1.unsigned_abs());
    (u32::BITS - longest.leading_zeros()) as usize
}

impl Places {
    fn new() -> Places {
        let bits = |count| vec![Bit::EVEN; count];
        Places {
            first: Number::new(),
            lately: 0,
            length: bits((LONGEST_STEP + 1) * 5 * 16 * 16),
            east: bits(LENGTHS * DIRECTIONS * NODES),
            north: bits(LENGTHS * DIRECTIONS * NODES * 10),
        }
    }

    /// Codes a cell. `step` is the gap in the alphabet to the postcode before in its group, `group` that group so far,
    /// `last` the cell before in any group.
    fn code(
        &mut self,
        coder: &mut impl Coder,
        step: Option<u32>,
        group: &[Cell],
        last: Option<Cell>,
        cell: Cell,
    ) -> Cell {
        let (Some(gap), Some(before)) = (step, last) else {
            let home = last.unwrap_or_default();
            let mut one = |value: u32, home: u32| {
                home.wrapping_add_signed(self.first.signed(coder, value.wrapping_sub(home) as i32))
            };
            return Cell {
                x: one(cell.x, home.x),
                y: one(cell.y, home.y),
            };
        };
        let between =
            |a: Cell, b: Cell| (b.x.wrapping_sub(a.x) as i32, b.y.wrapping_sub(a.y) as i32);
        let last_step = match group {
            [.., a, b] => between(*a, *b),
            _ => (0, 0),
        };
        let wanted = between(before, cell);
        let context =
            (gap as usize * 16 + digits(last_step).min(15)) * 16 + (self.lately / 8).min(15);
        let mut length = 0;
        while length < LONGEST_STEP
            && coder.bit(
                &mut self.length[length * 5 * 256 + context],
                digits(wanted) > length,
            )
        {
            length += 1;
        }
        self.lately = (self.lately * 7 + length * 16) / 8;
        if length == 0 {
            return before;
        }
        let reach = (1i32 << length) - 1;
        let quarter =
            |side: i32| (i64::from(side) * 4 / (i64::from(reach) + 1)).clamp(-5, 5) as i32;
        let direction =
            |side: i32| length.min(LENGTHS - 1) * DIRECTIONS + (quarter(side) + 5) as usize;
        let east = {
            let models = &mut self.east[direction(last_step.0) * NODES..][..NODES];
            coordinate(coder, models, length, wanted.0.wrapping_add(reach)) - reach
        };
        let known = (quarter(east) / 2 + 2) as usize + 5 * usize::from(east.abs() * 2 > reach);
        let north = {
            let models = &mut self.north[(direction(last_step.1) * 10 + known) * NODES..][..NODES];
            coordinate(coder, models, length, wanted.1.wrapping_add(reach)) - reach
        };
        Cell {
            x: before.x.wrapping_add_signed(east),
            y: before.y.wrapping_add_signed(north),
        }
    }
}

/// Codes `value`, of `length` + 1 binary digits.
fn coordinate(coder: &mut impl Coder, models: &mut [Bit], length: usize, value: i32) -> i32 {
    let mut node = 1usize;
    for depth in 0..=length {
        let context = if depth < 4 { node } else { 12 + depth };
        let bit = coder.bit(&mut models[context], value >> (length - depth) & 1 == 1);
        node = node * 2 + usize::from(bit);
    }
    (node - (2 << length)) as i32
}

/// Under which council each postcode is.
///
/// Most groups lie in one council. In the others it is the council of the nearest postcode before, as a rule.
struct Councils {
    count: usize,
    single: Bit,
    same_as_group_before: Bit,
    /// By how near the nearest is, and whether the second nearest agrees.
    as_nearest: [Bit; 32],
    /// 0 is "none".
    index: Vec<Bit>,
    group_before: Option<NonZeroU16>,
}

/// How many postcodes before are looked at.
const NEIGHBOURS: usize = 12;

impl Councils {
    fn new(count: usize) -> Councils {
        Councils {
            count,
            single: Bit::EVEN,
            same_as_group_before: Bit::EVEN,
            as_nearest: [Bit::EVEN; 32],
            index: vec![Bit::EVEN; (count + 1).next_power_of_two()],
            group_before: None,
        }
    }

    fn index(&mut self, coder: &mut impl Coder, council: Option<NonZeroU16>) -> Option<NonZeroU16> {
        let width = self.index.len().trailing_zeros();
        let index = coder.tree(
            &mut self.index,
            width,
            council.map_or(0, |council| u32::from(council.get())),
        );
        if index as usize > self.count {
            return coder.fail(Error::Invalid("a council that is not listed"));
        }
        NonZeroU16::new(index as u16)
    }

    /// Codes the councils of one group.
    fn code(
        &mut self,
        coder: &mut impl Coder,
        cells: &[Cell],
        wanted: &[Option<NonZeroU16>],
        into: &mut Vec<Option<NonZeroU16>>,
    ) {
        if self.count == 0 {
            into.resize(into.len() + cells.len(), None);
            return;
        }
        let begin = into.len();
        let first_wanted = wanted.first().copied().flatten();
        let single = coder.bit(
            &mut self.single,
            wanted.iter().all(|council| *council == first_wanted),
        );
        let first = if coder.bit(
            &mut self.same_as_group_before,
            first_wanted == self.group_before,
        ) {
            self.group_before
        } else {
            self.index(coder, first_wanted)
        };
        self.group_before = first;
        into.push(first);
        for (at, cell) in cells.iter().enumerate().skip(1) {
            if single {
                into.push(first);
                continue;
            }
            let from = at.saturating_sub(NEIGHBOURS);
            let (mut nearest, mut second) = ((u64::MAX, from), (u64::MAX, from));
            for (other, neighbour) in cells[..at].iter().enumerate().skip(from) {
                let far = u64::from(cell.x.abs_diff(neighbour.x))
                    .pow(2)
                    .saturating_add(u64::from(cell.y.abs_diff(neighbour.y)).pow(2));
                if far < nearest.0 {
                    second = nearest;
                    nearest = (far, other);
                } else if far < second.0 {
                    second = (far, other);
                }
            }
            let likely = into[begin + nearest.1];
            let agree = usize::from(likely == into[begin + second.1]);
            let near = (u64::BITS - nearest.0.leading_zeros()).min(15) as usize;
            let council = wanted.get(at).copied().flatten();
            let council = if coder.bit(&mut self.as_nearest[near * 2 + agree], council == likely) {
                likely
            } else {
                self.index(coder, council)
            };
            into.push(council);
        }
    }
}
