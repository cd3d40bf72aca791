//! Files out of a zip, one at a time: nothing is unpacked that is not read.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

/// No archive of postcodes has more files: Code-Point Open's has 130.
const MOST_FILES: usize = 2_000;

/// An archive in memory.
pub(crate) struct Archive<'a>(ZipArchive<Cursor<&'a [u8]>>);

impl<'a> Archive<'a> {
    /// Reads the list of files.
    ///
    /// # Errors
    /// Why the archive cannot be read, in words.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Archive<'a>, String> {
        if is_zip64(bytes) {
            return Err("it is in the form for archives of more than 4 GB (Zip64)".into());
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| words(&error))?;
        if archive.len() > MOST_FILES {
            return Err(format!("it holds more than {MOST_FILES} files"));
        }
        Ok(Archive(archive))
    }

    /// The names of the files and their places in the archive, by name, so that the order in the archive does not matter.
    pub(crate) fn names(&self) -> Vec<(String, usize)> {
        let named = |index| Some((self.0.name_for_index(index)?.to_owned(), index));
        let mut names: Vec<(String, usize)> = (0..self.0.len())
            .filter_map(named)
            .filter(|(name, _)| !name.ends_with('/'))
            .collect();
        names.sort();
        names
    }

    /// What a file contains, unpacked as it is read.
    ///
    /// # Errors
    /// Why it cannot be read, in words.
    pub(crate) fn file(&mut self, index: usize) -> Result<impl Read + use<'_, 'a>, String> {
        self.0.by_index(index).map_err(|error| words(&error))
    }

    /// A file of at most `most` bytes as a whole.
    ///
    /// # Errors
    /// Why it cannot be read, in words.
    pub(crate) fn whole(&mut self, name: &str, index: usize, most: u64) -> Result<Vec<u8>, String> {
        let mut contents = Vec::new();
        let size = self
            .file(index)?
            .take(most + 1)
            .read_to_end(&mut contents)
            .map_err(|_| format!("`{name}` in it is damaged; download it again"))?;
        if size as u64 > most {
            return Err(format!("{name}: it is larger than {} MB", most / 1_000_000));
        }
        Ok(contents)
    }
}

/// Whether the archive has the end of a Zip64 archive. That one may name any number of files, for which room would be made before they are
/// looked for; an archive that fits in memory needs none.
fn is_zip64(bytes: &[u8]) -> bool {
    const LOCATOR: &[u8] = b"PK\x06\x07";
    const END: &[u8] = b"PK\x05\x06";
    /// The locator is right before the end.
    const LENGTH: usize = 20;
    let mut rest = bytes;
    let mut before = 0;
    while let Some(at) = rest.iter().position(|byte| *byte == b'P') {
        let here = before + at;
        if bytes[here..].starts_with(END)
            && here
                .checked_sub(LENGTH)
                .is_some_and(|locator| bytes[locator..].starts_with(LOCATOR))
        {
            return true;
        }
        rest = &rest[at + 1..];
        before = here + 1;
    }
    false
}

fn words(error: &ZipError) -> String {
    let words = match error {
        ZipError::InvalidPassword | ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            "it is locked with a password"
        }
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => {
            "it is packed in a way that is not known here; unpack it and import the files in it"
        }
        _ => "it is damaged or cut off; download it again",
    };
    words.to_owned()
}
