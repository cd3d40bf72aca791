//! From what somebody typed to the postcodes that it can be.

use super::characters::{Meaning, meaning};
use super::{Class, Code, Format, Level, Reading};

/// A symbol as typed, and whether there was a gap before it.
#[derive(Clone, Copy, Debug)]
struct Typed {
    symbol: u8,
    gap: bool,
}

/// No postcode is longer, with every gap somebody may type.
const LONGEST: usize = 60;

/// What a way of reading a text costs: corrections of letters and digits weigh more than gaps in other places.
const CORRECTION: u32 = 100;
/// A gap was typed where none is written.
const STRAY_GAP: u32 = 10;
/// No gap was typed where one is written.
const MISSING_GAP: u32 = 1;

impl Format {
    /// What `text` could be, however it was typed.
    ///
    /// Letters and digits that are taken for each other are put right where only the other can be: O and 0, I, L and
    /// 1, S and 5. What was typed exactly comes first.
    #[must_use]
    pub fn read(&self, text: &str) -> Reading {
        let Some(typed) = symbols(text) else {
            return Reading::default();
        };
        let mut found: Vec<(u32, Code)> = Vec::new();
        let mut incomplete = u32::MAX;
        let mut rests = vec![&typed[..]];
        for prefix in &self.prefixes {
            let begins = typed.len() > prefix.len()
                && typed
                    .iter()
                    .zip(prefix.bytes())
                    .all(|(typed, symbol)| typed.symbol == symbol);
            if begins {
                rests.push(&typed[prefix.len()..]);
            }
        }
        for rest in rests {
            let mut walk = Walk {
                format: self,
                rest,
                values: Vec::new(),
                found: &mut found,
                incomplete: &mut incomplete,
            };
            walk.step(0, 0);
        }
        // The best reading first; of equals the rougher, because it is what was typed so far.
        let keys = found.iter().enumerate();
        let mut keys: Vec<u64> = keys
            .map(|(at, (cost, code))| {
                u64::from(*cost) << 32 | (code.level as u64) << 24 | at as u64
            })
            .collect();
        crate::order::sort(&mut keys, crate::order::ALL);
        let mut found: Vec<(u32, Code)> = keys
            .iter()
            .map(|key| found[(key & 0xFF_FFFF) as usize].clone())
            .collect();
        // Gaps that were typed where they are written settle it: `B1 1` is not B11.
        let strays = |cost: u32| cost % CORRECTION >= STRAY_GAP;
        if found.first().is_some_and(|(cost, _)| !strays(*cost)) {
            found.retain(|(cost, _)| !strays(*cost));
        }
        // What would need letters put right as well as gaps is too far from what was typed, and so is what needs letters
        // put right where nothing is wrong but that more must be typed.
        let most = if incomplete < CORRECTION { 0 } else { u32::MAX };
        found.retain(|(cost, _)| *cost < CORRECTION || (!strays(*cost) && *cost <= most));
        let mut candidates: Vec<Code> = Vec::new();
        for (_, code) in found {
            if !candidates.contains(&code) {
                candidates.push(code);
            }
        }
        Reading {
            incomplete: incomplete < u32::MAX && candidates.is_empty(),
            candidates,
        }
    }

    /// The whole postcode that `text` is, however it was typed; `None` for parts and for everything else.
    #[must_use]
    pub fn normalise(&self, text: &str) -> Option<Code> {
        self.read(text)
            .candidates
            .into_iter()
            .find(|code| code.level == Level::Unit)
    }

    /// The values of the signs of a code; `None` where it does not fit the format.
    pub(crate) fn values(&self, code: &Code) -> Option<Vec<u8>> {
        let end = self.end_of(code.level)?;
        let mut values = Vec::with_capacity(end);
        self.fit(code.key.as_bytes(), end, &mut values)
            .then_some(values)
    }

    fn fit(&self, rest: &[u8], end: usize, values: &mut Vec<u8>) -> bool {
        let at = values.len();
        if at == end {
            return rest.is_empty();
        }
        let sign = &self.signs[at];
        if let Some((symbol, rest)) = rest.split_first()
            && let Some(value) = sign.value(*symbol)
        {
            values.push(value);
            if self.fit(rest, end, values) {
                return true;
            }
            values.truncate(at);
        }
        if sign.optional {
            values.push(0);
            if self.fit(rest, end, values) {
                return true;
            }
            values.truncate(at);
        }
        false
    }
}

/// The symbols of a text; `None` where something in it cannot be in a postcode.
fn symbols(text: &str) -> Option<Vec<Typed>> {
    let mut typed: Vec<Typed> = Vec::new();
    let mut gap = false;
    let mut ten_is_open = false;
    for (index, character) in text.chars().enumerate() {
        if index == LONGEST {
            return None;
        }
        let meaning = meaning(character)?;
        if ten_is_open && !matches!(meaning, Meaning::Unit(_)) {
            typed.push(Typed {
                symbol: b'0',
                gap: false,
            });
        }
        ten_is_open = matches!(meaning, Meaning::Tens(_));
        match meaning {
            Meaning::Symbol(symbol) => typed.push(Typed { symbol, gap }),
            Meaning::Unit(digit) | Meaning::Tens(digit) => typed.push(Typed {
                symbol: b'0' + digit,
                gap,
            }),
            Meaning::Gap => {}
        }
        gap = meaning == Meaning::Gap;
    }
    if ten_is_open {
        typed.push(Typed {
            symbol: b'0',
            gap: false,
        });
    }
    Some(typed)
}

/// Tries every way in which typed symbols can be the signs of a format.
struct Walk<'a> {
    format: &'a Format,
    rest: &'a [Typed],
    values: Vec<u8>,
    found: &'a mut Vec<(u32, Code)>,
    /// What the cheapest way costs in which it could go on.
    incomplete: &'a mut u32,
}

impl Walk<'_> {
    /// `used` symbols are read; what they cost so far.
    fn step(&mut self, used: usize, cost: u32) {
        let at = self.values.len();
        let format = self.format;
        if used == self.rest.len() {
            if used == 0 {
                return;
            }
            // A missing sign at the end of a level ends it too: CV1 is the district CV1, its fourth sign missing.
            let level = format.levels.iter().find(|(_, end)| {
                *end >= at && format.signs[at..*end].iter().all(|sign| sign.optional)
            });
            if let Some((level, end)) = level.copied() {
                // Nobody means an area by a digit.
                if level == Level::Area && cost >= CORRECTION {
                    return;
                }
                let mut values = self.values.clone();
                values.resize(end, 0);
                self.found.push((cost, format.code(level, &values)));
            } else {
                *self.incomplete = cost.min(*self.incomplete);
            }
            return;
        }
        let Some(sign) = format.signs.get(at) else {
            return;
        };
        let typed = self.rest[used];
        let gap = match (sign.separator.is_some(), typed.gap && used > 0) {
            (true, false) => MISSING_GAP,
            (false, true) => STRAY_GAP,
            _ => 0,
        };
        for (symbol, correction) in [
            (Some(typed.symbol), 0),
            (meant(sign.class, typed.symbol), CORRECTION),
        ] {
            if let Some(value) = symbol.and_then(|symbol| sign.value(symbol)) {
                self.values.push(value);
                self.step(used + 1, cost + gap + correction);
                self.values.pop();
                break;
            }
        }
        if sign.optional {
            self.values.push(0);
            self.step(used, cost);
            self.values.pop();
        }
    }
}

/// The symbol of `class` that is taken for `symbol`.
fn meant(class: Class, symbol: u8) -> Option<u8> {
    let meant = match (class, symbol) {
        (Class::Digit, b'O') => b'0',
        (Class::Digit, b'I' | b'L') => b'1',
        (Class::Digit, b'S') => b'5',
        (Class::Letter, b'0') => b'O',
        (Class::Letter, b'1') => b'I',
        // I and O are not there.
        (Class::Inward, b'1' | b'I') => b'L',
        (Class::Letter | Class::Inward, b'5') => b'S',
        _ => return None,
    };
    Some(meant)
}
