//! The bytes of our two files: numbers of variable length, strings, a checksum, and a reader that
//! refuses whatever is truncated, altered or hostile.
//!
//! Texts are apart, after everything else: a host's compression does better on words that follow on words.

/// Why bytes are not a gazetteer or a directory that can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Error {
    /// The bytes end too early.
    Truncated,
    /// The bytes do not begin as such a file begins.
    Foreign,
    /// A version that this finder does not know.
    Version(u8),
    /// The checksum differs: the bytes were altered.
    Checksum,
    /// Something in the file cannot be; the word says what.
    Invalid(&'static str),
}

impl core::fmt::Display for Error {
    fn fmt(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Error::Truncated => out.write_str("the file is cut short"),
            Error::Foreign => out.write_str("the file is of another kind"),
            Error::Version(version) => write!(
                out,
                "the file has version {version}, which this finder does not know"
            ),
            Error::Checksum => out.write_str("the file was altered: its checksum differs"),
            Error::Invalid(what) => write!(out, "the file is damaged: {what}"),
        }
    }
}

impl core::error::Error for Error {}

/// CRC-32 (ISO-HDLC, as in zip and PNG).
pub(crate) fn crc32(bytes: &[u8]) -> u32 {
    /// The remainders of the sixteen half bytes.
    const TABLE: [u32; 16] = {
        let mut table = [0; 16];
        let mut index = 0;
        while index < 16 {
            let mut remainder = index as u32;
            let mut bit = 0;
            while bit < 4 {
                remainder = if remainder & 1 == 1 {
                    remainder >> 1 ^ 0xEDB8_8320
                } else {
                    remainder >> 1
                };
                bit += 1;
            }
            table[index] = remainder;
            index += 1;
        }
        table
    };
    let half = |sum: u32, half: u32| sum >> 4 ^ TABLE[((sum ^ half) & 15) as usize];
    !bytes.iter().fold(!0, |sum, byte| {
        half(half(sum, u32::from(*byte)), u32::from(*byte) >> 4)
    })
}

/// Either side of the directory's plain bytes. One description serves both ways, as in [`crate::coder`]: every function
/// takes what is to be written and returns what was read.
///
/// What goes wrong is remembered, and everything after it is read as nothing: asking once at the end keeps the
/// finder small.
pub(crate) trait Wire: Sized {
    /// One byte.
    fn byte(&mut self, byte: u8) -> u8;

    /// A string; one that holds a NUL cannot be written.
    fn text(&mut self, text: &str) -> String;

    /// How many elements can follow at most.
    fn room(&self) -> usize;

    /// Remembers what went wrong, if nothing has yet, and goes on with nothing.
    fn fail<T: Default>(&mut self, error: Error) -> T;

    /// A whole number, seven bits a byte, the lowest first.
    fn number(&mut self, value: u32) -> u32 {
        let (mut left, mut read) = (value, 0u64);
        for place in 0..5 {
            let byte = self.byte((left & 127) as u8 | if left > 127 { 128 } else { 0 });
            left >>= 7;
            read |= u64::from(byte & 127) << (7 * place);
            if byte < 128 {
                // The shortest form only, so that the same contents have one form.
                let short = byte > 0 || place == 0;
                return match u32::try_from(read) {
                    Ok(number) if short => number,
                    _ => self.fail(Error::Invalid("a number")),
                };
            }
        }
        self.fail(Error::Invalid("a number"))
    }

    /// A whole number that may be negative.
    fn signed(&mut self, value: i32) -> i32 {
        let folded = self.number(((value << 1) ^ (value >> 31)) as u32);
        (folded >> 1) as i32 ^ -((folded & 1) as i32)
    }

    /// A small index.
    fn index(&mut self, value: u16) -> u16 {
        let index = self.number(u32::from(value));
        u16::try_from(index).unwrap_or_else(|_| self.fail(Error::Invalid("an index")))
    }

    /// The length of a list.
    fn length(&mut self, length: usize) -> usize {
        let length = self.number(length as u32) as usize;
        if length > self.room() {
            self.fail(Error::Truncated)
        } else {
            length
        }
    }

    /// One of the values of `choices`.
    fn choice<T: Copy + PartialEq>(&mut self, value: T, choices: &[T]) -> T {
        let at = choices
            .iter()
            .position(|choice| *choice == value)
            .unwrap_or(0);
        let at = usize::from(self.byte(at as u8));
        if at >= choices.len() {
            self.fail::<()>(Error::Invalid("a choice"));
        }
        choices[if at < choices.len() { at } else { 0 }]
    }

    /// One of the values of `choices`, or not known.
    fn maybe<T: Copy + PartialEq>(&mut self, value: Option<T>, choices: &[T]) -> Option<T> {
        let at = value.and_then(|value| choices.iter().position(|choice| *choice == value));
        let at = usize::from(self.byte(at.map_or(0, |at| at as u8 + 1))).checked_sub(1)?;
        let choice = choices.get(at).copied();
        if choice.is_none() {
            self.fail::<()>(Error::Invalid("a choice"));
        }
        choice
    }

    /// Something or nothing.
    fn option<T: Default>(
        &mut self,
        from: &Option<T>,
        each: impl FnOnce(&mut Self, &T) -> T,
    ) -> Option<T> {
        self.choice(from.is_some(), &[false, true])
            .then(|| match from {
                Some(from) => each(self, from),
                None => each(self, &T::default()),
            })
    }

    /// A list.
    fn list<T: Default>(&mut self, from: &[T], mut each: impl FnMut(&mut Self, &T) -> T) -> Vec<T> {
        let length = self.length(from.len());
        let nothing = T::default();
        let mut list = Vec::new();
        for at in 0..length {
            // After a failure there is no room, and the rest would be nothing anyway.
            if self.room() == 0 {
                break;
            }
            let element = each(self, from.get(at).unwrap_or(&nothing));
            list.push(element);
        }
        if list.len() < length {
            self.fail::<()>(Error::Truncated);
        }
        list
    }
}

/// What ends a text.
const END: char = '\0';

/// Writes.
#[derive(Debug, Default)]
pub(crate) struct Writer {
    bytes: Vec<u8>,
    /// Each ends in a NUL.
    texts: Vec<u8>,
    error: Option<Error>,
}

impl Writer {
    /// What was written.
    ///
    /// # Errors
    /// What could not be.
    pub(crate) fn finish(self) -> Result<Vec<u8>, Error> {
        let length = self.bytes.len() as u32;
        let whole = [&length.to_le_bytes(), &self.bytes[..], &self.texts].concat();
        self.error.map_or(Ok(whole), Err)
    }
}

impl Wire for Writer {
    fn byte(&mut self, byte: u8) -> u8 {
        self.bytes.push(byte);
        byte
    }

    fn text(&mut self, text: &str) -> String {
        if text.contains(END) {
            return self.fail(Error::Invalid("a text holds a NUL"));
        }
        self.texts.extend_from_slice(text.as_bytes());
        self.texts.push(END as u8);
        text.into()
    }

    fn room(&self) -> usize {
        usize::MAX
    }

    fn fail<T: Default>(&mut self, error: Error) -> T {
        self.error.get_or_insert(error);
        T::default()
    }
}

/// Reads.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
    texts: &'a str,
    error: Option<Error>,
}

impl<'a> Reader<'a> {
    /// Reads what a [`Writer`] wrote.
    pub(crate) fn new(bytes: &'a [u8]) -> Reader<'a> {
        let mut reader = Reader {
            rest: &[],
            texts: "",
            error: None,
        };
        let parts = bytes.split_first_chunk::<4>().and_then(|(length, rest)| {
            let length = u32::from_le_bytes(*length) as usize;
            rest.split_at_checked(length)
        });
        match parts.map(|(rest, texts)| (rest, core::str::from_utf8(texts))) {
            Some((rest, Ok(texts))) => (reader.rest, reader.texts) = (rest, texts),
            Some((_, Err(_))) => reader.fail(Error::Invalid("a text is not UTF-8")),
            None => reader.fail(Error::Truncated),
        }
        reader
    }

    /// Whether everything was read, and nothing is left.
    ///
    /// # Errors
    /// What went wrong first.
    pub(crate) fn finish(self) -> Result<(), Error> {
        match self.error {
            Some(error) => Err(error),
            None if self.room() == 0 => Ok(()),
            None => Err(Error::Invalid("more bytes than it says")),
        }
    }
}

impl Wire for Reader<'_> {
    fn byte(&mut self, _: u8) -> u8 {
        match self.rest.split_first() {
            Some((byte, rest)) => {
                self.rest = rest;
                *byte
            }
            None => self.fail(Error::Truncated),
        }
    }

    fn text(&mut self, _: &str) -> String {
        match self.texts.split_once(END) {
            Some((text, rest)) => {
                self.texts = rest;
                text.into()
            }
            None => self.fail(Error::Truncated),
        }
    }

    fn room(&self) -> usize {
        // Every element takes a byte at least, of one or the other.
        self.rest.len() + self.texts.len()
    }

    fn fail<T: Default>(&mut self, error: Error) -> T {
        self.error.get_or_insert(error);
        (self.rest, self.texts) = (&[], "");
        T::default()
    }
}

/// Puts `magic`, a version and a checksum before the contents of a file.
pub(crate) fn seal(magic: [u8; 4], version: u8, contents: &[u8]) -> Vec<u8> {
    let mut bytes = magic.to_vec();
    bytes.push(version);
    bytes.extend(crc32(contents).to_le_bytes());
    bytes.extend(contents);
    bytes
}

/// The contents of a file that [`seal`] wrote.
pub(crate) fn open(magic: [u8; 4], version: u8, bytes: &[u8]) -> Result<&[u8], Error> {
    let Some(rest) = bytes.strip_prefix(&magic) else {
        return Err(if magic.starts_with(bytes) {
            Error::Truncated
        } else {
            Error::Foreign
        });
    };
    let (found, rest) = rest.split_first().ok_or(Error::Truncated)?;
    if *found != version {
        return Err(Error::Version(*found));
    }
    let (sum, contents) = rest.split_first_chunk::<4>().ok_or(Error::Truncated)?;
    if u32::from_le_bytes(*sum) != crc32(contents) {
        return Err(Error::Checksum);
    }
    Ok(contents)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_checksum_is_the_one_of_zip() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
    }

    #[test]
    fn a_sealed_file_says_what_is_wrong_with_it() {
        let file = seal(*b"TEST", 3, b"contents");
        assert_eq!(open(*b"TEST", 3, &file), Ok(&b"contents"[..]));
        assert_eq!(open(*b"TEST", 4, &file), Err(Error::Version(3)));
        assert_eq!(open(*b"OTHR", 3, &file), Err(Error::Foreign));
        for end in 0..file.len() {
            let expected = if end < 9 {
                Error::Truncated
            } else {
                Error::Checksum
            };
            assert_eq!(
                open(*b"TEST", 3, &file[..end]),
                Err(expected),
                "{end} bytes"
            );
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(number: u32, signed: i32, text in "[^\\x00]{0,20}", known: Option<bool>) {
            let mut writer = Writer::default();
            writer.number(number);
            writer.signed(signed);
            writer.text(&text);
            writer.maybe(known, &[false, true]);
            let bytes = writer.finish().expect("writing does not fail");
            let mut reader = Reader::new(&bytes);
            prop_assert_eq!(reader.number(0), number);
            prop_assert_eq!(reader.signed(0), signed);
            prop_assert_eq!(reader.text(""), text);
            prop_assert_eq!(reader.maybe(None, &[false, true]), known);
            prop_assert_eq!(reader.finish(), Ok(()));
        }
    }
}
