//! What an import did, and why one cannot be done.

use std::collections::BTreeMap;

/// Why a row was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dropped {
    /// It has no position: quality 90 or coordinates (0, 0) in Code-Point Open, none in GeoNames.
    NoPosition,
    /// Outside the areas asked for.
    OtherArea,
    /// The code does not fit the format.
    NoPostcode,
    /// Another number of columns, or a number that is none.
    Malformed,
    /// The same postcode (and place) stood there before.
    Twice,
}

impl Dropped {
    /// The reason, in words that follow a number: `161 without a position`.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Dropped::NoPosition => "without a position",
            Dropped::OtherArea => "of other areas",
            Dropped::NoPostcode => "whose code does not fit the format",
            Dropped::Malformed => "that could not be read",
            Dropped::Twice => "that stood there before",
        }
    }
}

/// What an import did.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// Rows read.
    pub rows: usize,
    /// Postcodes kept (several rows can share one).
    pub kept: usize,
    /// Rows left out, by reason.
    pub dropped: BTreeMap<Dropped, usize>,
    /// The size of the gazetteer.
    pub bytes: usize,
    /// How far postcodes lie from their true place in the gazetteer, in metres on the ellipsoid; 0 without whole postcodes.
    pub error_mean_m: f64,
    /// The same, at most.
    pub error_max_m: f64,
}

/// A finished import.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The gazetteer file.
    pub bytes: Vec<u8>,
    /// What was done.
    pub report: Report,
}

/// Why data cannot be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// Not a zip file that can be read: its name and why.
    Archive(String, String),
    /// Neither Code-Point Open nor GeoNames: the name of the file.
    UnknownForm(String),
    /// No postcode was left.
    Nothing,
    /// The gazetteer could not be made.
    Gazetteer(finder::wire::Error),
}

impl std::fmt::Display for ImportError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            ImportError::Archive(name, why) => {
                write!(out, "{name} is a zip file that cannot be read: {why}")
            }
            ImportError::UnknownForm(name) => write!(
                out,
                "{name} is neither OS Code-Point Open (zip or CSV) nor a GeoNames postal file (zip or tab-separated text)"
            ),
            ImportError::Nothing => out
                .write_str("no postcode with a position was found for this format and these areas"),
            ImportError::Gazetteer(error) => {
                write!(out, "the gazetteer could not be made: {error}")
            }
        }
    }
}

impl std::error::Error for ImportError {}

impl From<finder::wire::Error> for ImportError {
    fn from(error: finder::wire::Error) -> ImportError {
        ImportError::Gazetteer(error)
    }
}
