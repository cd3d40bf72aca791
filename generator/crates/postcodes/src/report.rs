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
    /// The same postcode (and place) was there before.
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
            Dropped::Twice => "for a postcode and place that came before",
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
    /// The areas asked for with which no postcode begins.
    pub without: Vec<String>,
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

/// What an import may need at most, so that no file takes all memory or time of the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// The size of a file as it comes, in bytes.
    File,
    /// All that is read out of all files, unpacked, in bytes.
    Unpacked,
    /// The rows kept.
    Rows,
    /// Places with a name, and the postcodes that several of them share.
    Places,
    /// The bytes of the names of places and councils kept.
    Names,
    /// The councils.
    Councils,
    /// The bytes of a line.
    Line,
}

impl Limit {
    /// The number.
    #[must_use]
    pub const fn most(self) -> u64 {
        match self {
            Limit::File => 100_000_000,
            Limit::Unpacked => 400_000_000,
            Limit::Rows => 1_200_000,
            Limit::Places => 65_000,
            Limit::Names => 40_000_000,
            Limit::Councils => 20_000,
            Limit::Line => 8_192,
        }
    }

    /// What is wrong and what to do.
    #[must_use]
    pub fn words(self) -> String {
        let most = self.most();
        let mb = most / 1_000_000;
        match self {
            Limit::File => format!(
                "the file is larger than the {mb} MB that an import reads; give the zip file, or the files of the region alone"
            ),
            Limit::Unpacked => format!(
                "more than the {mb} MB that an import unpacks; give the files of the region alone"
            ),
            Limit::Rows => format!(
                "more than {most} postcodes; name those of the region in `city.toml`, `[postcodes]`, `areas = [\"…\"]`"
            ),
            Limit::Places => format!(
                "more than {most} places with a name; name the postcodes of the region in `city.toml`, `[postcodes]`, `areas = [\"…\"]`"
            ),
            Limit::Names => format!(
                "names of places and councils of more than {mb} MB; name the postcodes of the region in `city.toml`, `[postcodes]`, `areas = [\"…\"]`"
            ),
            Limit::Councils => format!(
                "more than {most} councils; name the postcodes of the region in `city.toml`, `[postcodes]`, `areas = [\"…\"]`"
            ),
            Limit::Line => format!(
                "a line of more than {most} bytes; this is no file of postcodes, or it is damaged"
            ),
        }
    }
}

/// Why data cannot be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// Not a zip file that can be read: its name and why.
    Archive(String, String),
    /// Neither Code-Point Open nor GeoNames: the name of the file.
    UnknownForm(String),
    /// More than an import may read or keep: the name of the file and of what there is too much.
    TooMuch(String, Limit),
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
            ImportError::TooMuch(name, limit) => write!(out, "{name}: {}", limit.words()),
            ImportError::Nothing => out.write_str(
                "no row has a position and a postcode of this country's form that begins as `areas` in `city.toml` says",
            ),
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
