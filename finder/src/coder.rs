//! A binary arithmetic coder with adaptive models: what makes the gazetteer small enough to need no
//! compression by the host.
//!
//! One description serves both ways: code that says "here is a bit in this context" is generic over
//! [`Coder`]. The [`Encoder`] writes the bit it is given; the [`Decoder`] ignores it and returns the one
//! it reads. So the two can never drift apart.
//!
//! The coder is the carry-less 32-bit one of Matt Mahoney's "Data Compression Explained", section 3.2;
//! whole numbers only, so that every machine decodes the same.

use crate::wire::Error;

/// The probability that a bit is set, learned from the bits seen in its context.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bit {
    /// The probability times 2^16.
    probability: u16,
    seen: u8,
}

/// How many bits a context remembers: what was seen longer ago fades.
const MEMORY: u8 = 250;

/// 2^16 / (n + 1.5): how far the n-th bit moves the probability.
const RATES: [u16; MEMORY as usize + 1] = {
    let mut rates = [0; MEMORY as usize + 1];
    let mut seen = 0;
    while seen < rates.len() {
        rates[seen] = (131_072 / (2 * seen as u32 + 3)) as u16;
        seen += 1;
    }
    rates
};

impl Bit {
    pub(crate) const EVEN: Bit = Bit {
        probability: 1 << 15,
        seen: 0,
    };

    /// Never certain: every bit costs something, so what a file can hold is bounded by its length.
    #[inline(always)]
    fn clamped(self) -> u32 {
        u32::from(self.probability).clamp(64, 65_536 - 64)
    }

    // Here and below: inlined even where code is built to be small, because a browser waits for it.
    #[inline(always)]
    fn learn(&mut self, bit: bool) {
        // Without a branch: the bits are hard to guess, for a processor too.
        let goal = if bit { 65_535 } else { 0 };
        let probability = i32::from(self.probability);
        let step = ((goal - probability) * i32::from(RATES[usize::from(self.seen)])) >> 16;
        self.probability = (probability + step) as u16;
        self.seen += u8::from(self.seen < MEMORY);
    }
}

/// Either side of the coder.
pub(crate) trait Coder {
    /// Codes one bit. The encoder writes `bit`; the decoder returns the bit it reads.
    fn bit(&mut self, model: &mut Bit, bit: bool) -> bool;

    /// Remembers what went wrong, if nothing has yet, and goes on with nothing.
    fn fail<T: Default>(&mut self, error: Error) -> T;

    /// Whether something went wrong. Asked in every loop whose length the bits decide.
    fn has_failed(&self) -> bool;

    /// Codes the low `width` bits of `value`, the highest first, by a tree of contexts: `models` has 2^width.
    fn tree(&mut self, models: &mut [Bit], width: u32, value: u32) -> u32 {
        let mut node = 1;
        for place in (0..width).rev() {
            let bit = self.bit(&mut models[node as usize], value >> place & 1 == 1);
            node = node * 2 + u32::from(bit);
        }
        node - (1 << width)
    }
}

/// Models for a whole number: how many bits it has, then its two highest bits, then the rest.
#[derive(Clone, Debug)]
pub(crate) struct Number {
    length: [Bit; 64],
    high: [[Bit; 4]; 33],
    rest: [Bit; 33],
}

impl Number {
    pub(crate) fn new() -> Number {
        Number {
            length: [Bit::EVEN; 64],
            high: [[Bit::EVEN; 4]; 33],
            rest: [Bit::EVEN; 33],
        }
    }

    /// Codes a whole number, small ones cheaply.
    pub(crate) fn code(&mut self, coder: &mut impl Coder, value: u32) -> u32 {
        let length = coder.tree(&mut self.length, 6, 32 - value.leading_zeros());
        if length > 32 {
            return coder.fail(Error::Invalid("a number is too long"));
        }
        if length < 2 {
            return length;
        }
        let mut number = 1;
        for place in (0..length - 1).rev() {
            let depth = length - 2 - place;
            let model = if depth < 2 {
                let node = if depth == 0 { 1 } else { 2 + (number & 1) };
                &mut self.high[length as usize][node as usize]
            } else {
                &mut self.rest[place as usize]
            };
            number = number * 2 + u32::from(coder.bit(model, value >> place & 1 == 1));
        }
        number
    }

    /// Codes a whole number that may be negative.
    pub(crate) fn signed(&mut self, coder: &mut impl Coder, value: i32) -> i32 {
        let folded = self.code(coder, ((value << 1) ^ (value >> 31)) as u32);
        (folded >> 1) as i32 ^ -((folded & 1) as i32)
    }
}

/// Models for text: each byte in the context of the lower six bits of the one before it, which tell letters apart and
/// keep the models small.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    length: Number,
    bytes: Vec<[Bit; 256]>,
}

/// The longest text, in bytes.
const LONGEST_TEXT: u32 = 4096;

impl Text {
    pub(crate) fn new() -> Text {
        Text {
            length: Number::new(),
            bytes: vec![[Bit::EVEN; 256]; 64],
        }
    }

    /// Codes a string of at most [`LONGEST_TEXT`] bytes.
    pub(crate) fn code(&mut self, coder: &mut impl Coder, text: &str) -> String {
        let length = self.length.code(coder, text.len() as u32);
        if length > LONGEST_TEXT {
            return coder.fail(Error::Invalid("a text is too long"));
        }
        let mut bytes = Vec::with_capacity(length as usize);
        let mut before = 0u8;
        for index in 0..length as usize {
            let byte = text.as_bytes().get(index).copied().unwrap_or(0);
            before = coder.tree(
                &mut self.bytes[usize::from(before & 63)],
                8,
                u32::from(byte),
            ) as u8;
            bytes.push(before);
        }
        match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(_) => coder.fail(Error::Invalid("a text is not UTF-8")),
        }
    }
}

/// Writes bits.
#[derive(Debug)]
pub(crate) struct Encoder {
    low: u32,
    high: u32,
    bytes: Vec<u8>,
    error: Option<Error>,
}

impl Encoder {
    pub(crate) fn new() -> Encoder {
        Encoder {
            low: 0,
            high: u32::MAX,
            bytes: Vec::new(),
            error: None,
        }
    }

    /// Everything that was written.
    ///
    /// # Errors
    /// What could not be written.
    pub(crate) fn finish(mut self) -> Result<Vec<u8>, Error> {
        self.bytes.extend(self.low.to_be_bytes());
        self.error.map_or(Ok(self.bytes), Err)
    }
}

/// Where the interval is divided: the lower part belongs to a set bit.
#[inline(always)]
fn middle(low: u32, high: u32, model: Bit) -> u32 {
    let range = high - low;
    low + ((u64::from(range) * u64::from(model.clamped())) >> 16) as u32
}

impl Coder for Encoder {
    fn bit(&mut self, model: &mut Bit, bit: bool) -> bool {
        let middle = middle(self.low, self.high, *model);
        if bit {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
        model.learn(bit);
        while (self.low ^ self.high) >> 24 == 0 {
            self.bytes.push((self.high >> 24) as u8);
            self.low <<= 8;
            self.high = self.high << 8 | 255;
        }
        bit
    }

    fn fail<T: Default>(&mut self, error: Error) -> T {
        self.error.get_or_insert(error);
        T::default()
    }

    fn has_failed(&self) -> bool {
        self.error.is_some()
    }
}

/// Reads bits.
#[derive(Debug)]
pub(crate) struct Decoder<'a> {
    low: u32,
    high: u32,
    window: u32,
    rest: &'a [u8],
    error: Option<Error>,
}

impl<'a> Decoder<'a> {
    /// # Errors
    /// [`Error::Truncated`] where there are not even the four bytes with which a stream ends.
    pub(crate) fn new(bytes: &'a [u8]) -> Result<Decoder<'a>, Error> {
        let (window, rest) = bytes.split_first_chunk::<4>().ok_or(Error::Truncated)?;
        Ok(Decoder {
            low: 0,
            high: u32::MAX,
            window: u32::from_be_bytes(*window),
            rest,
            error: None,
        })
    }

    /// Whether every byte has been read, and no more.
    ///
    /// # Errors
    /// What went wrong first.
    pub(crate) fn finish(self) -> Result<(), Error> {
        match self.error {
            Some(error) => Err(error),
            None if self.rest.is_empty() => Ok(()),
            None => Err(Error::Invalid("more bytes than it says")),
        }
    }
}

impl Coder for Decoder<'_> {
    #[inline(always)]
    fn bit(&mut self, model: &mut Bit, _: bool) -> bool {
        let middle = middle(self.low, self.high, *model);
        let bit = self.window <= middle;
        if bit {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
        model.learn(bit);
        while (self.low ^ self.high) >> 24 == 0 {
            let next = match self.rest.split_first() {
                Some((next, rest)) => {
                    self.rest = rest;
                    *next
                }
                None => self.fail(Error::Truncated),
            };
            self.low <<= 8;
            self.high = self.high << 8 | 255;
            self.window = self.window << 8 | u32::from(next);
        }
        bit
    }

    fn fail<T: Default>(&mut self, error: Error) -> T {
        self.error.get_or_insert(error);
        T::default()
    }

    fn has_failed(&self) -> bool {
        self.error.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    type All = (Vec<u32>, Vec<String>, Vec<bool>);

    proptest! {
        #[test]
        fn what_is_written_is_read(numbers in prop::collection::vec(any::<u32>(), 0..200), texts in prop::collection::vec(".{0,40}", 0..20), bits in prop::collection::vec(any::<bool>(), 0..5000)) {
            fn both(coder: &mut impl Coder, numbers: &[u32], texts: &[String], bits: &[bool]) -> All {
                let (mut number, mut text, mut bit) = (Number::new(), Text::new(), Bit::EVEN);
                (
                    numbers.iter().map(|value| number.code(coder, *value)).collect(),
                    texts.iter().map(|value| text.code(coder, value)).collect(),
                    bits.iter().map(|value| coder.bit(&mut bit, *value)).collect(),
                )
            }
            let mut encoder = Encoder::new();
            both(&mut encoder, &numbers, &texts, &bits);
            let bytes = encoder.finish().expect("encoding does not fail");
            let mut decoder = Decoder::new(&bytes).expect("long enough");
            let read = both(&mut decoder, &vec![0; numbers.len()], &vec![String::new(); texts.len()], &vec![false; bits.len()]);
            prop_assert_eq!(read, (numbers, texts, bits));
            prop_assert_eq!(decoder.finish(), Ok(()));
        }
    }

    #[test]
    fn a_bit_that_is_always_set_costs_little_but_not_nothing() {
        let mut encoder = Encoder::new();
        let mut model = Bit::EVEN;
        for _ in 0..1_000_000 {
            encoder.bit(&mut model, true);
        }
        let bytes = encoder.finish().expect("encoding does not fail").len();
        assert!((300..500).contains(&bytes), "{bytes}");
    }
}
