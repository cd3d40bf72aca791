//! OS Code-Point Open: CSV without a header row, every postcode of Great Britain with easting and northing.
//!
//! Two vintages: ten columns since August 2011 (`PC,PQ,EA,NO,CY,RH,LH,CC,DC,WC` in its own list of column headers), nineteen
//! before (eight blank ones after the second, one at the end). Postcodes are written with one space, padded to seven
//! signs, or closed up; which makes no difference here. Quality 90 means that there is no position.

use finder::calendar::Day;
use finder::gazetteer::Council;

use crate::row::{Origin, Parsed};
use crate::{Dropped, national_grid};

/// Postcode, quality, easting, northing, county, district, ward.
const COLUMNS_10: [usize; 7] = [0, 1, 2, 3, 7, 8, 9];
const COLUMNS_19: [usize; 7] = [0, 1, 10, 11, 15, 16, 17];

/// Whether a file that begins with this line is one: it has the columns, or is a header.
pub(crate) fn is_form(line: &[u8]) -> bool {
    columns(fields(line).len()).is_some()
}

/// The fields of a line. Nothing in these files has a comma or a quotation mark in it.
fn fields(line: &[u8]) -> Vec<&[u8]> {
    line.split(|byte| *byte == b',')
        .map(|field| {
            let field = field.trim_ascii();
            let inside = field.strip_prefix(b"\"");
            inside
                .and_then(|field| field.strip_suffix(b"\""))
                .map_or(field, <[u8]>::trim_ascii)
        })
        .collect()
}

fn columns(count: usize) -> Option<[usize; 7]> {
    match count {
        10 => Some(COLUMNS_10),
        19 => Some(COLUMNS_19),
        _ => None,
    }
}

/// A line; `None` where it is a header.
pub(crate) fn row(line: &[u8]) -> Option<Result<Parsed, Dropped>> {
    let fields = fields(line);
    let is_header = matches!(fields.first(), Some(&b"PC" | &b"Postcode"));
    (!is_header).then(|| read(&fields))
}

fn read(row: &[&[u8]]) -> Result<Parsed, Dropped> {
    let columns = columns(row.len()).ok_or(Dropped::Malformed)?;
    // Names are not among these columns, so everything is ASCII.
    let field = |at: usize| {
        row.get(columns[at])
            .and_then(|field| std::str::from_utf8(field).ok())
            .ok_or(Dropped::Malformed)
    };
    let number = |at: usize| field(at)?.parse::<u32>().map_err(|_| Dropped::Malformed);
    let (quality, easting, northing) = (number(1)?, number(2)?, number(3)?);
    if quality >= 90 || (easting, northing) == (0, 0) {
        return Err(Dropped::NoPosition);
    }
    Ok(Parsed {
        code: field(0)?.into(),
        degrees: national_grid::to_wgs84(f64::from(easting), f64::from(northing)),
        origin: Origin {
            council: Council {
                code: field(5)?.into(),
                county: field(4)?.into(),
                name: String::new(),
            },
            ward: field(6)?.into(),
            place: String::new(),
        },
    })
}

/// The attribution lines in its licence file (which is not always UTF-8: the © may be one byte).
pub(crate) fn attribution(bytes: &[u8]) -> Vec<String> {
    let text: String = match std::str::from_utf8(bytes) {
        Ok(text) => text.into(),
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    };
    text.lines()
        .map(str::trim)
        .filter(|line| line.starts_with("Contains "))
        .map(str::to_string)
        .collect()
}

/// The lines that the licence of Code-Point Open asks for, where its licence file is not at hand: the year is missing.
pub(crate) fn default_attribution() -> Vec<String> {
    [
        "Contains OS data © Crown copyright and database right.",
        "Contains Royal Mail data © Royal Mail copyright and database right.",
        "Contains National Statistics data © Crown copyright and database right.",
    ]
    .map(str::to_string)
    .to_vec()
}

/// Ordnance Survey's lines with another year; others stay as they are.
pub(crate) fn with_year(lines: &[String], year: Option<u16>) -> Vec<String> {
    let Some(year) = year else {
        return lines.to_vec();
    };
    lines
        .iter()
        .map(|line| match line.split_once("database right") {
            Some((before, _)) => format!("{before}database right {year}."),
            None => line.clone(),
        })
        .collect()
}

/// `COPYRIGHT DATE: 20251020` in its metadata file.
pub(crate) fn data_date(bytes: &[u8]) -> Option<Day> {
    let text = String::from_utf8_lossy(bytes);
    let line = text
        .lines()
        .find_map(|line| line.trim().strip_prefix("COPYRIGHT DATE:"))?
        .trim();
    let part = |range: std::ops::Range<usize>| line.get(range)?.parse::<u16>().ok();
    Day::from_ymd(i32::from(part(0..4)?), part(4..6)? as u8, part(6..8)? as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: &str = "\"CV1 2HL\",10,433399,278455,\"E92000001\",\"E19000001\",\"E18000005\",\"\",\"E08000026\",\"E05001228\"\r\n";

    #[test]
    fn both_vintages_and_all_spacings() {
        let old = "\"CV1 2HL\",10,,,,,,,,,433399,278455,\"E92000001\",\"E19000001\",\"E18000005\",\"\",\"E08000026\",\"E05001228\",\n";
        let old = old.trim_end().as_bytes();
        let expected = row(NOW.trim_end().as_bytes());
        assert!(
            matches!(&expected, Some(Ok(row)) if row.origin.council.code == "E08000026" && row.origin.ward == "E05001228")
        );
        assert!(is_form(old));
        assert_eq!(row(old), expected);
        let spaced = NOW.replace("CV1 2HL", " CV1  2HL ");
        assert!(
            matches!(row(spaced.trim_end().as_bytes()), Some(Ok(row)) if row.code == "CV1  2HL")
        );
    }

    #[test]
    fn rows_without_a_position_or_sense_are_told_apart() {
        let text = NOW.replace("10,433399,278455", "90,0,0")
            + &NOW.replace("433399,278455", "0,0")
            + &NOW.replace("433399", "east")
            + "\"CV1\",1\n"
            + "PC,PQ,EA,NO,CY,RH,LH,CC,DC,WC\n";
        let dropped: Vec<_> = text
            .lines()
            .filter_map(|line| row(line.as_bytes()))
            .map(Result::err)
            .collect();
        let expected = [
            Dropped::NoPosition,
            Dropped::NoPosition,
            Dropped::Malformed,
            Dropped::Malformed,
        ];
        assert_eq!(dropped, expected.map(Some));
    }

    #[test]
    fn licence_and_date() {
        let licence = b"Terms.\n\nContains Ordnance Survey data \xA9 Crown copyright and database right 2025.\r\n\nContains Royal Mail data \xA9 Royal Mail copyright and database right 2025.\n";
        let lines = attribution(licence);
        assert_eq!(
            lines[0],
            "Contains Ordnance Survey data © Crown copyright and database right 2025."
        );
        assert_eq!(
            with_year(&lines, Some(2026))[1],
            "Contains Royal Mail data © Royal Mail copyright and database right 2026."
        );
        assert_eq!(
            data_date(b"PRODUCT: X\nCOPYRIGHT DATE: 20251020\n"),
            Day::from_iso("2025-10-20")
        );
    }
}
