//! Files out of a zip.

use std::io::{Cursor, Read};

/// No file of postcodes is larger: Great Britain's largest has 4 MB, a whole country in one file 150 MB.
const LARGEST: u64 = 400_000_000;

/// Names and contents of all files in a zip, by name, so that the order in the archive does not matter.
///
/// # Errors
/// Why the archive cannot be read, in words.
pub(crate) fn members(bytes: &[u8]) -> Result<Vec<(String, Vec<u8>)>, String> {
    let mut archive =
        zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let mut members = Vec::new();
    let mut room = LARGEST;
    for index in 0..archive.len() {
        let file = archive.by_index(index).map_err(|error| error.to_string())?;
        if file.is_dir() {
            continue;
        }
        let name = file.name().to_string();
        let mut contents = Vec::new();
        let size = file
            .take(room + 1)
            .read_to_end(&mut contents)
            .map_err(|error| format!("{name}: {error}"))?;
        room = room
            .checked_sub(size as u64)
            .ok_or("it holds more than 400 MB")?;
        members.push((name, contents));
    }
    members.sort();
    Ok(members)
}
