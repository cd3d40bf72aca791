//! Lines of a file that is read piece by piece, within bounds.

use std::io::{BufRead, BufReader, Read};

use crate::Limit;

/// GeoNames' longest has 300 bytes.
const LONGEST: u64 = Limit::Line.most();

/// The lines of a file.
pub(crate) struct Lines<R> {
    reader: BufReader<R>,
    line: Vec<u8>,
}

/// Why a file cannot be read on.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Broken {
    /// A line is too long, or the whole import has no room left for it.
    TooMuch(Limit),
    /// The archive is damaged, in words.
    Damaged(String),
}

impl<R: Read> Lines<R> {
    pub(crate) fn new(reader: R) -> Lines<R> {
        Lines {
            reader: BufReader::new(reader),
            line: Vec::new(),
        }
    }

    /// The next line that is not blank, without its end; its bytes are taken from `room`.
    pub(crate) fn next(&mut self, room: &mut u64) -> Result<Option<&[u8]>, Broken> {
        loop {
            self.line.clear();
            let size = (&mut self.reader)
                .take(LONGEST + 1)
                .read_until(b'\n', &mut self.line)
                .map_err(|_| {
                    Broken::Damaged("it is damaged or cut off; download it again".to_owned())
                })? as u64;
            if size == 0 {
                return Ok(None);
            }
            if size > LONGEST {
                return Err(Broken::TooMuch(Limit::Line));
            }
            *room = room
                .checked_sub(size)
                .ok_or(Broken::TooMuch(Limit::Unpacked))?;
            if !self.line.trim_ascii().is_empty() {
                break;
            }
        }
        let line = self.line.strip_suffix(b"\n").unwrap_or(&self.line);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        Ok(Some(line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8], mut room: u64) -> Result<Vec<String>, Broken> {
        let mut lines = Lines::new(bytes);
        let mut all = Vec::new();
        while let Some(line) = lines.next(&mut room)? {
            all.push(String::from_utf8_lossy(line).into_owned());
        }
        Ok(all)
    }

    #[test]
    fn lines_within_bounds() {
        let text = b"\xEF\xBB\xBFa,b\r\n\n \nc\nd";
        assert_eq!(
            all(text, 100),
            Ok(["a,b", "c", "d"].map(String::from).to_vec())
        );
        assert_eq!(all(text, 9), Err(Broken::TooMuch(Limit::Unpacked)));
        assert_eq!(
            all(&vec![b'x'; 8_193], 100_000),
            Err(Broken::TooMuch(Limit::Line))
        );
        assert_eq!(
            all(&vec![b'x'; 8_192], 100_000).map(|lines| lines.len()),
            Ok(1)
        );
    }
}
