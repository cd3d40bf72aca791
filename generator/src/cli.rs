//! What can be asked on the command line.

use clap::{Args, Parser, Subcommand};
use content::Date;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::path::PathBuf;

/// Turns a city's Markdown into a multilingual site that people read offline, with a finder of local help.
#[derive(Parser)]
#[command(name = "mifriendly", version, about, max_term_width = 100)]
pub struct Arguments {
    #[command(flatten)]
    pub city: CityArguments,
    #[command(subcommand)]
    pub command: Command,
}

/// Which city, and which day.
#[derive(Args)]
pub struct CityArguments {
    /// The city's folder: it holds `content/` and, if it wants, `themes/`
    #[arg(long, global = true, default_value = ".", value_name = "DIR")]
    pub root: PathBuf,
    /// The day that decides what is shown, expired and overdue, as 2026-12-31; for `find` also a moment, as 2026-12-31T18:30:00Z [default: now, UTC]
    #[arg(long, global = true, value_name = "DATE")]
    pub now: Option<String>,
}

#[derive(Subcommand)]
pub enum Command {
    /// Build the site into a folder
    Build(BuildArguments),
    /// Build the site in memory, show it at a local address, and build again when a file changes
    Serve(ServeArguments),
    /// Say everything that is wrong, and write nothing
    Check(CheckArguments),
    /// Find help near a postcode or place, as the finder on the site does
    Find(FindArguments),
    /// Show everything that a template can use to draw a page, as JSON
    Inspect(InspectArguments),
    /// Turn open postcode files into the city's gazetteer
    #[command(subcommand)]
    Postcodes(PostcodesCommand),
    /// Take services over from other directories, and give them the city's
    #[command(subcommand)]
    Services(ServicesCommand),
    /// Say more about the code of an error or warning
    Explain(ExplainArguments),
    /// Record that a translation matches its source as both are now
    Accept(AcceptArguments),
}

#[derive(Args)]
pub struct BuildArguments {
    /// Where the site is written; a folder with anything in it that this command did not write is left alone
    #[arg(long, default_value = "public", value_name = "DIR")]
    pub out: PathBuf,
    /// The site's full address, for links that must be whole; in place of the city's own
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Read every file of the last build again before it is taken over, even where its size, time and number say that it was not changed
    #[arg(long)]
    pub verify: bool,
}

#[derive(Args)]
pub struct ServeArguments {
    /// The port; another free one is taken where it is in use
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// The address to listen at; 0.0.0.0 lets a phone on the same network in. Requests that name another host are refused
    #[arg(long, default_value = "127.0.0.1", value_name = "ADDRESS")]
    pub host: std::net::IpAddr,
}

#[derive(Args)]
pub struct CheckArguments {
    /// Mend what needs no person: missing heading ids, blanks that Markdown needs, invisible characters
    #[arg(long)]
    pub fix: bool,
    /// Print the diagnostics as JSON on standard output
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct FindArguments {
    /// A postcode, a part of one, or the name of a place
    #[arg(required_unless_present = "lines", num_args = 1.., value_name = "POSTCODE OR PLACE")]
    pub query: Vec<String>,
    /// The language of the answer
    #[arg(long, value_name = "TAG")]
    pub language: Option<String>,
    /// A kind of help; may be given more than once
    #[arg(long, value_name = "KIND")]
    pub kind: Vec<String>,
    /// The nearest first, open or not
    #[arg(long)]
    pub nearest: bool,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    /// Search for every line of standard input, and print one line of JSON for each
    #[arg(long, conflicts_with = "query")]
    pub lines: bool,
}

#[derive(Args)]
pub struct InspectArguments {
    /// The page's path, such as rights/housing; "" or / is the home page
    #[arg(required_unless_present = "schema", value_name = "PAGE")]
    pub page: Option<String>,
    /// The language
    #[arg(long, value_name = "TAG")]
    pub language: Option<String>,
    /// Print the JSON Schema of what a template sees
    #[arg(long)]
    pub schema: bool,
}

#[derive(Subcommand)]
pub enum PostcodesCommand {
    /// Read OS Code-Point Open or GeoNames postal files, zipped or not, and write one gazetteer
    Import(ImportArguments),
    /// Print the postcodes that the city's finder knows, or the parts of them, one a line
    List(ListArguments),
    /// Download the files that `city.toml` names under `[postcodes]`, and import them
    Fetch,
}

#[derive(Args)]
pub struct ListArguments {
    /// How fine
    #[arg(long, value_enum, default_value_t = LevelArgument::Unit)]
    pub level: LevelArgument,
}

#[derive(Subcommand)]
pub enum ServicesCommand {
    /// Take services over from another directory: Open Referral UK (HSDS) JSON, a live feed of it, or CSV
    Import(ServicesImportArguments),
    /// Write the city's services for other directories
    Export(ServicesExportArguments),
}

#[derive(Args)]
pub struct ServicesImportArguments {
    /// Files of at most 64 MB, or the addresses of live feeds
    ///
    /// One import reads at most 200 MB and 20,000 services, asks for at most 30 minutes and needs less than 512 MiB of memory. What is
    /// over is said, and what was read is taken over.
    #[arg(required = true, value_name = "FILE OR URL")]
    pub sources: Vec<String>,
    /// The feed that files come from: its address, or its name where it has none
    #[arg(long, value_name = "URL OR NAME")]
    pub feed: Option<String>,
    /// Whose feed it is, for readers [default: the host of its address]
    #[arg(long, value_name = "NAME")]
    pub publisher: Option<String>,
    /// The licence that it is published under; in place of the one that it names
    #[arg(long, value_name = "LICENCE")]
    pub licence: Option<String>,
    /// A kind of help for services whose terms give none; may be given more than once
    #[arg(long, value_name = "KIND")]
    pub kind: Vec<String>,
    /// Only say what would change
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Args)]
pub struct ServicesExportArguments {
    /// The form
    #[arg(long, value_enum)]
    pub format: FormatArgument,
    /// Where to write [default: standard output]
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// The site's full address, so that each service can name its page; in place of the city's own
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
}

#[derive(Clone, Copy, clap::ValueEnum)]
pub enum FormatArgument {
    /// Open Referral UK 3: a page of services as JSON
    Hsds,
    /// A feature for each place
    Geojson,
    /// A row for each service and place
    Csv,
}

#[derive(Args)]
pub struct ImportArguments {
    /// The files, of at most 100 MB each
    ///
    /// One import unpacks at most 400 MB and keeps at most 1,200,000 postcodes. It needs less than 512 MiB of memory and 5 minutes. What is
    /// over is refused, and the gazetteer stays as it was.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// How fine: whole postcodes, or only the rougher parts
    #[arg(long, value_enum, default_value_t = LevelArgument::Unit)]
    pub level: LevelArgument,
    /// Where to write [default: content/places/postcodes.gaz of the city]
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

#[derive(Clone, Copy, clap::ValueEnum)]
pub enum LevelArgument {
    /// Whole postcodes
    Unit,
    /// Such as CV1 5
    Sector,
    /// Such as CV1
    District,
}

#[derive(Args)]
pub struct ExplainArguments {
    /// A code such as MF201; without one, all are listed
    pub code: Option<String>,
}

#[derive(Args)]
pub struct AcceptArguments {
    /// Paths of pages, such as rights/housing; none: every page
    #[arg(value_name = "PAGE")]
    pub pages: Vec<String>,
    /// Only this language
    #[arg(long, value_name = "TAG")]
    pub language: Option<String>,
}

impl CityArguments {
    /// The moment that `--now` names (a day means its noon, UTC), or the present one.
    pub fn moment(&self) -> Result<Timestamp, String> {
        let Some(text) = &self.now else {
            return Ok(Timestamp::now());
        };
        let noon = |day: Date| {
            Some(
                day.at(12, 0, 0, 0)
                    .to_zoned(TimeZone::UTC)
                    .ok()?
                    .timestamp(),
            )
        };
        text.parse::<Timestamp>()
            .ok()
            .or_else(|| noon(text.parse().ok()?))
            .ok_or_else(|| {
                format!("`--now {text}` is no day and no moment; write it as 2026-12-31 or 2026-12-31T18:30:00Z")
            })
    }

    /// The day of the build, UTC's: at midnight a build may be a day behind the city, never ahead of a date in the content.
    pub fn today(&self) -> Result<Date, String> {
        Ok(self.moment()?.to_zoned(TimeZone::UTC).date())
    }
}
