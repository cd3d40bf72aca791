//! Open data on postcodes, read into the finder's gazetteer: OS Code-Point Open (Great Britain) and GeoNames' postal
//! files (most countries).
//!
//! Pure: bytes come in, the bytes of a gazetteer and a [`Report`] go out. The command reads and writes files:
//!
//! ```
//! # fn main() -> Result<(), postcodes::ImportError> {
//! use finder::postcode::{Format, Level};
//! use postcodes::{Importer, Options};
//!
//! let csv = b"\"CV1 2HL\",10,433399,278455,\"E92000001\",\"E19000001\",\"E18000005\",\"\",\"E08000026\",\"E05001228\"\n";
//! let format = Format::for_country("GB").expect("a format");
//! let mut importer = Importer::new(Options::new(format));
//! importer.add("cv.csv", csv)?;
//! let imported = importer.finish(Level::Unit)?;
//! assert_eq!(imported.report.kept, 1);
//! # Ok(())
//! # }
//! ```

mod archive;
mod code_list;
mod code_point;
mod geonames;
mod groups;
mod lines;
pub mod national_grid;
mod report;
mod row;

use std::collections::BTreeMap;
use std::io::Read;

use finder::calendar::Day;
use finder::gazetteer::{Builder, Council, Gazetteer, Spot, Unit, Variant};
use finder::geometry::Position;
use finder::postcode::{Beginning, Code, Format, Level};
use geo::{Distance, Geodesic, Point};

use archive::Archive;
use lines::{Broken, Lines};
use row::{Origins, Parsed, Row};

pub use groups::Ward;
pub use report::{Dropped, ImportError, Imported, Limit, Report};

/// No document beside the postcodes that is read is larger: the code list has 1 MB.
const LARGEST_DOCUMENT: u64 = 16_000_000;
/// No postcode is longer.
const LONGEST_CODE: usize = 40;

/// The index of each council by its code.
type Councils<'a> = BTreeMap<&'a str, u16>;

/// What to keep of the data, and how.
#[derive(Clone, Debug)]
pub struct Options {
    /// The format of the postcodes.
    pub format: Format,
    /// Only postcodes that begin so: a part of one (`CV`, `CV1`, `CV1 2`) or its first signs (`041`). Empty: all.
    pub areas: Vec<String>,
    /// The widest the cells of the grid may be, in metres.
    pub grid_m: u16,
    /// The year in the attribution lines of Ordnance Survey data; `None`: as its own licence file says.
    pub attribution_year: Option<u16>,
}

impl Options {
    /// Everything, on a grid of 25 m.
    #[must_use]
    pub fn new(format: Format) -> Options {
        Options {
            format,
            areas: Vec::new(),
            grid_m: 25,
            attribution_year: None,
        }
    }
}

/// Reads files one after the other and makes one gazetteer of them.
#[derive(Clone, Debug)]
pub struct Importer {
    options: Options,
    /// The areas asked for, and whether a postcode began so.
    areas: Vec<(Beginning, bool)>,
    /// Of each code and place the first, in the order of codes and places once all is read.
    rows: Vec<Row>,
    origins: Origins,
    /// How many bytes may still be unpacked.
    room: u64,
    attribution: Vec<String>,
    data_date: Option<Day>,
    /// Names of councils and wards by code.
    names: BTreeMap<String, String>,
    report: Report,
}

impl Importer {
    /// Nothing read yet.
    #[must_use]
    pub fn new(options: Options) -> Importer {
        let beginning = |text: &String| (options.format.beginning(text), false);
        Importer {
            areas: options.areas.iter().map(beginning).collect(),
            options,
            rows: Vec::new(),
            origins: Origins::default(),
            room: Limit::Unpacked.most(),
            attribution: Vec::new(),
            data_date: None,
            names: BTreeMap::new(),
            report: Report::default(),
        }
    }

    /// Reads a file: a zip of either source, Code-Point Open's CSV, or GeoNames' tab-separated text. `name` is for messages
    /// and, by its end, tells a code list from postcodes.
    ///
    /// # Errors
    /// [`ImportError`] where the file is neither, or holds more than a [`Limit`]. A row that cannot be read is dropped and counted.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), ImportError> {
        if bytes.len() as u64 > Limit::File.most() {
            return Err(ImportError::TooMuch(name.into(), Limit::File));
        }
        let damaged = |why| ImportError::Archive(name.into(), why);
        if name.ends_with(".xlsx") {
            self.names.extend(code_list::names(bytes).map_err(damaged)?);
            return Ok(());
        }
        let before = self.report.rows;
        if bytes.starts_with(b"PK") {
            let mut archive = Archive::open(bytes).map_err(damaged)?;
            for (member, index) in archive.names() {
                self.member(&mut archive, &member, index)?;
            }
        } else {
            self.text(name, bytes)?;
        }
        self.tidy();
        if self.report.rows == before {
            return Err(ImportError::UnknownForm(name.into()));
        }
        Ok(())
    }

    /// One file out of a zip: postcodes, or one of the documents that go with them.
    fn member(
        &mut self,
        archive: &mut Archive<'_>,
        name: &str,
        index: usize,
    ) -> Result<(), ImportError> {
        let damaged = |why| ImportError::Archive(name.into(), why);
        let document = |archive: &mut Archive<'_>| {
            archive
                .whole(name, index, LARGEST_DOCUMENT)
                .map_err(damaged)
        };
        let lower = name.to_ascii_lowercase();
        if lower.ends_with("codelist.xlsx") && !lower.contains("nhs") {
            let list = document(archive)?;
            self.names.extend(code_list::names(&list).map_err(damaged)?);
        } else if lower.ends_with("licence.txt") {
            self.attribution = code_point::attribution(&document(archive)?);
        } else if lower.ends_with("metadata.txt") {
            self.data_date = code_point::data_date(&document(archive)?).or(self.data_date);
        } else if !lower.contains("doc/") {
            self.text(name, archive.file(index).map_err(damaged)?)?;
        }
        Ok(())
    }

    /// A text of rows; nothing is taken from one whose first line is none.
    fn text(&mut self, name: &str, text: impl Read) -> Result<(), ImportError> {
        let broken = |broken| match broken {
            Broken::TooMuch(limit) => ImportError::TooMuch(name.into(), limit),
            Broken::Damaged(why) => ImportError::Archive(name.into(), why),
        };
        let mut lines = Lines::new(text);
        let mut room = self.room;
        let first = match lines.next(&mut room) {
            Ok(Some(line)) => line,
            Ok(None) | Err(Broken::TooMuch(Limit::Line)) => return Ok(()),
            Err(why) => return Err(broken(why)),
        };
        let is_geonames = geonames::is_form(first);
        if !is_geonames && !code_point::is_form(first) {
            return Ok(());
        }
        if is_geonames {
            let line = geonames::ATTRIBUTION.to_string();
            if !self.attribution.contains(&line) {
                self.attribution.push(line);
            }
        } else if self.attribution.is_empty() {
            self.attribution = code_point::default_attribution();
        }
        let before = self.rows.len();
        let mut line = Some(first);
        while let Some(bytes) = line {
            let row = match is_geonames {
                true => Some(geonames::row(bytes)),
                false => code_point::row(bytes),
            };
            if let Some(row) = row {
                self.row(row)
                    .map_err(|limit| ImportError::TooMuch(name.into(), limit))?;
            }
            line = lines.next(&mut room).map_err(broken)?;
        }
        self.room = room;
        if is_geonames {
            geonames::complete(&mut self.rows[before..], &mut self.origins);
        }
        Ok(())
    }

    fn row(&mut self, row: Result<Parsed, Dropped>) -> Result<(), Limit> {
        self.report.rows += 1;
        let kept = row.and_then(|row| {
            let format = &self.options.format;
            if row.code.len() > LONGEST_CODE {
                return Err(Dropped::NoPostcode);
            }
            // The best reading; a part of a postcode is a code too.
            let code = format
                .read(&row.code)
                .candidates
                .into_iter()
                .next()
                .ok_or(Dropped::NoPostcode)?;
            if self.is_wanted(&code) {
                Ok((code, row))
            } else {
                Err(Dropped::OtherArea)
            }
        });
        match kept {
            Ok((
                code,
                Parsed {
                    degrees, origin, ..
                },
            )) => {
                let origin = self.origins.shared(origin);
                self.rows.push(Row {
                    code,
                    degrees,
                    origin,
                });
            }
            Err(why) => self.drop(why, 1),
        }
        if self.rows.len() as u64 > Limit::Rows.most() {
            return Err(Limit::Rows);
        }
        if self.origins.count() as u64 > Limit::Places.most() {
            return Err(Limit::Places);
        }
        if self.origins.size() as u64 > Limit::Names.most() {
            return Err(Limit::Names);
        }
        Ok(())
    }

    fn drop(&mut self, why: Dropped, count: usize) {
        if count > 0 {
            *self.report.dropped.entry(why).or_default() += count;
        }
    }

    /// Puts the rows in order and leaves out all but the first of each code and place.
    fn tidy(&mut self) {
        let before = self.rows.len();
        self.rows
            .sort_by(|a, b| (&a.code, &a.origin.place).cmp(&(&b.code, &b.origin.place)));
        self.rows
            .dedup_by(|b, a| a.code == b.code && a.origin.place == b.origin.place);
        self.drop(Dropped::Twice, before - self.rows.len());
    }

    fn is_wanted(&mut self, code: &Code) -> bool {
        let mut wanted = self.areas.is_empty();
        for (beginning, met) in &mut self.areas {
            if self.options.format.begins(code, beginning) {
                (wanted, *met) = (true, true);
            }
        }
        wanted
    }

    /// Wards with the middle of their postcodes (Code-Point Open with its code list), by name: names for places.
    #[must_use]
    pub fn wards(&self) -> Vec<Ward> {
        groups::wards(&self.rows, &self.names)
    }

    /// A builder with all that was read, for whoever wants to add to it; [`Importer::finish`] encodes it.
    ///
    /// # Errors
    /// [`ImportError::Nothing`] where no row was kept.
    pub fn builder(&self) -> Result<Builder, ImportError> {
        if self.rows.is_empty() {
            return Err(ImportError::Nothing);
        }
        let shared: usize = self
            .rows
            .chunk_by(|a, b| a.code == b.code)
            .map(<[Row]>::len)
            .filter(|count| *count > 1)
            .sum();
        if shared as u64 > Limit::Places.most() {
            return Err(ImportError::TooMuch("the data".into(), Limit::Places));
        }
        let mut builder = Builder::new(self.options.format.clone());
        builder.grid(self.options.grid_m);
        for line in code_point::with_year(&self.attribution, self.options.attribution_year) {
            builder.attribution(&line);
        }
        if let Some(date) = self.data_date {
            builder.data_date(date);
        }
        let mut parts = Vec::new();
        let mut councils = Councils::default();
        for rows in self.rows.chunk_by(|a, b| a.code == b.code) {
            let code = &rows[0].code;
            let councils: Vec<Option<u16>> = rows
                .iter()
                .map(|row| self.council(&mut councils, &mut builder, &row.origin.council))
                .collect::<Result<_, _>>()?;
            let degrees = groups::mean(rows);
            if code.level < Level::Unit {
                parts.extend(groups::spot(code, degrees, rows, &councils));
            } else {
                builder.unit(Unit {
                    code: code.clone(),
                    degrees,
                    council: councils[0],
                });
            }
            if rows.len() > 1 {
                for (row, council) in rows.iter().zip(&councils) {
                    if let Some(position) = Position::from_degrees(row.degrees.0, row.degrees.1) {
                        builder.variant(
                            code,
                            Variant {
                                name: row.origin.place.clone(),
                                position,
                                council: *council,
                            },
                        );
                    }
                }
            }
        }
        groups::widen(&mut parts);
        for spot in parts {
            builder.part(spot);
        }
        for place in groups::named_places(&self.rows) {
            let council = self.council(&mut councils, &mut builder, place.council)?;
            if let Some(place) = place.into_place(council) {
                builder.place(place);
            }
        }
        Ok(builder)
    }

    fn council<'a>(
        &self,
        known: &mut Councils<'a>,
        builder: &mut Builder,
        council: &'a Council,
    ) -> Result<Option<u16>, ImportError> {
        if council.code.is_empty() {
            return Ok(None);
        }
        if let Some(index) = known.get(council.code.as_str()) {
            return Ok(Some(*index));
        }
        if known.len() as u64 >= Limit::Councils.most() {
            return Err(ImportError::TooMuch("the data".into(), Limit::Councils));
        }
        let name = self
            .names
            .get(&council.code)
            .map_or(council.name.as_str(), String::as_str);
        let index = builder.council(Council {
            name: code_list::plain_name(name),
            ..council.clone()
        });
        known.insert(&council.code, index);
        Ok(Some(index))
    }

    /// The gazetteer down to `level` ([`Level::Unit`] for whole postcodes), and what was done.
    ///
    /// # Errors
    /// [`ImportError`] where nothing was kept or the gazetteer cannot be made.
    pub fn finish(self, level: Level) -> Result<Imported, ImportError> {
        let mut builder = self.builder()?;
        builder.reduce(level)?;
        let bytes = builder.encode()?;
        drop(builder);
        let gazetteer = Gazetteer::decode(&bytes)?;
        let mut report = self.report;
        report.bytes = bytes.len();
        let areas = self.options.areas.iter().zip(&self.areas);
        report.without = areas
            .filter(|(_, (_, met))| !met)
            .map(|(area, _)| area.clone())
            .collect();
        let mut errors = (0usize, 0.0);
        for rows in self.rows.chunk_by(|a, b| a.code == b.code) {
            report.kept += 1;
            let row = &rows[0];
            let exact = |spot: &Spot| row.code.level == Level::Unit && spot.variants.is_empty();
            if let Some(spot) = gazetteer.get(&row.code).filter(exact) {
                let (latitude, longitude) = spot.position.degrees();
                let off = Geodesic.distance(
                    Point::new(longitude, latitude),
                    Point::new(row.degrees.1, row.degrees.0),
                );
                errors = (errors.0 + 1, errors.1 + off);
                report.error_max_m = report.error_max_m.max(off);
            }
        }
        report.error_mean_m = if errors.0 > 0 {
            errors.1 / errors.0 as f64
        } else {
            0.0
        };
        Ok(Imported { bytes, report })
    }
}
