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
pub mod national_grid;
mod report;

use std::collections::{BTreeMap, BTreeSet};

use finder::calendar::Day;
use finder::gazetteer::{Builder, Council, Gazetteer, Spot, Unit, Variant};
use finder::geometry::Position;
use finder::postcode::{Code, Format, Level};
use geo::{Distance, Geodesic, Point};

pub use groups::Ward;
pub use report::{Dropped, ImportError, Imported, Report};

/// What to keep of the data, and how.
#[derive(Clone, Debug)]
pub struct Options {
    /// The format of the postcodes.
    pub format: Format,
    /// Only postcodes that begin so: areas (`CV`) or, in a format without areas, first signs (`041`). Empty: all.
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

/// One row of either source.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    /// The postcode as written.
    code: String,
    /// Latitude and longitude in degrees, WGS 84.
    degrees: (f64, f64),
    /// The council; an empty code where there is none.
    council: Council,
    /// The ward's code (Code-Point Open) or empty.
    ward: String,
    /// The name of the place (GeoNames) or empty.
    place: String,
}

/// Reads files one after the other and makes one gazetteer of them.
#[derive(Clone, Debug)]
pub struct Importer {
    options: Options,
    rows: Vec<(Code, Row)>,
    seen: BTreeSet<(Code, String)>,
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
        Importer {
            options,
            rows: Vec::new(),
            seen: BTreeSet::new(),
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
    /// [`ImportError`] where the file is neither. A row that cannot be read is dropped and counted.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), ImportError> {
        if name.ends_with(".xlsx") {
            self.names.extend(
                code_list::names(bytes).map_err(|why| ImportError::Archive(name.into(), why))?,
            );
            return Ok(());
        }
        if bytes.starts_with(b"PK") {
            let members =
                archive::members(bytes).map_err(|why| ImportError::Archive(name.into(), why))?;
            let before = self.report.rows;
            for (member, bytes) in members {
                self.member(&member, &bytes)?;
            }
            return if self.report.rows > before {
                Ok(())
            } else {
                Err(ImportError::UnknownForm(name.into()))
            };
        }
        if geonames::is_form(bytes) {
            self.geonames(bytes);
        } else if code_point::is_form(bytes) {
            self.code_point(bytes);
        } else {
            return Err(ImportError::UnknownForm(name.into()));
        }
        Ok(())
    }

    /// One file out of a zip: postcodes, or one of the documents that go with them.
    fn member(&mut self, name: &str, bytes: &[u8]) -> Result<(), ImportError> {
        let lower = name.to_ascii_lowercase();
        if lower.ends_with("codelist.xlsx") && !lower.contains("nhs") {
            self.add(name, bytes)?;
        } else if lower.ends_with("licence.txt") {
            self.attribution = code_point::attribution(bytes);
        } else if lower.ends_with("metadata.txt") {
            self.data_date = code_point::data_date(bytes).or(self.data_date);
        } else if !lower.contains("doc/") && geonames::is_form(bytes) {
            self.geonames(bytes);
        } else if !lower.contains("doc/") && code_point::is_form(bytes) {
            self.code_point(bytes);
        }
        Ok(())
    }

    fn code_point(&mut self, bytes: &[u8]) {
        if self.attribution.is_empty() {
            self.attribution = code_point::default_attribution();
        }
        for row in code_point::rows(bytes) {
            self.row(row);
        }
    }

    fn geonames(&mut self, bytes: &[u8]) {
        let line = geonames::ATTRIBUTION.to_string();
        if !self.attribution.contains(&line) {
            self.attribution.push(line);
        }
        let before = self.rows.len();
        for row in geonames::rows(bytes) {
            self.row(row);
        }
        geonames::complete(&mut self.rows[before..]);
    }

    fn row(&mut self, row: Result<Row, Dropped>) {
        self.report.rows += 1;
        let kept = row.and_then(|row| {
            let format = &self.options.format;
            // The best reading; a part of a postcode is a code too.
            let code = format
                .read(&row.code)
                .candidates
                .into_iter()
                .next()
                .ok_or(Dropped::NoPostcode)?;
            if !self.is_wanted(&code) {
                return Err(Dropped::OtherArea);
            }
            if !self.seen.insert((code.clone(), row.place.clone())) {
                return Err(Dropped::Twice);
            }
            Ok((code, row))
        });
        match kept {
            Ok(row) => self.rows.push(row),
            Err(why) => *self.report.dropped.entry(why).or_default() += 1,
        }
    }

    fn is_wanted(&self, code: &Code) -> bool {
        let area = self.options.format.part(code, Level::Area);
        let begins = |wanted: &String| match &area {
            Some(area) => area.key == *wanted,
            None => code.key.starts_with(wanted.as_str()),
        };
        self.options.areas.is_empty() || self.options.areas.iter().any(begins)
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
        let mut builder = Builder::new(self.options.format.clone());
        builder.grid(self.options.grid_m);
        for line in code_point::with_year(&self.attribution, self.options.attribution_year) {
            builder.attribution(&line);
        }
        if let Some(date) = self.data_date {
            builder.data_date(date);
        }
        let mut by_code: BTreeMap<&Code, Vec<&Row>> = BTreeMap::new();
        for (code, row) in &self.rows {
            by_code.entry(code).or_default().push(row);
        }
        for (code, rows) in by_code {
            let councils: Vec<Option<u16>> = rows
                .iter()
                .map(|row| self.council(&mut builder, &row.council))
                .collect();
            let degrees = groups::mean(&rows);
            if code.level < Level::Unit {
                if let Some(spot) = groups::spot(code, degrees, &rows, &councils) {
                    builder.part(spot);
                }
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
                                name: row.place.clone(),
                                position,
                                council: *council,
                            },
                        );
                    }
                }
            }
        }
        for place in groups::named_places(&self.rows) {
            let council = self.council(&mut builder, &place.council);
            if let Some(place) = place.into_place(council) {
                builder.place(place);
            }
        }
        Ok(builder)
    }

    fn council(&self, builder: &mut Builder, council: &Council) -> Option<u16> {
        (!council.code.is_empty()).then(|| {
            let name = self
                .names
                .get(&council.code)
                .map_or(council.name.as_str(), String::as_str);
            builder.council(Council {
                name: code_list::plain_name(name),
                ..council.clone()
            })
        })
    }

    /// The gazetteer down to `level` ([`Level::Unit`] for whole postcodes), and what was done.
    ///
    /// # Errors
    /// [`ImportError`] where nothing was kept or the gazetteer cannot be made.
    pub fn finish(self, level: Level) -> Result<Imported, ImportError> {
        let mut builder = self.builder()?;
        builder.reduce(level)?;
        let bytes = builder.encode()?;
        let gazetteer = Gazetteer::decode(&bytes)?;
        let mut report = self.report;
        report.bytes = bytes.len();
        report.kept = self
            .rows
            .iter()
            .map(|(code, _)| code)
            .collect::<BTreeSet<_>>()
            .len();
        let mut errors = (0usize, 0.0);
        for (code, row) in &self.rows {
            let exact = |spot: &Spot| code.level == Level::Unit && spot.variants.is_empty();
            if let Some(spot) = gazetteer.get(code).filter(exact) {
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
