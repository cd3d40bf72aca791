//! `mifriendly postcodes`: open postcode files to the city's gazetteer.

use crate::cli::{CityArguments, ImportArguments, LevelArgument, PostcodesCommand};
use crate::disk;
use crate::fetch::{self, Client};
use crate::read;
use crate::report::{self, Outcome};
use content::city::City;
use diagnostics::Diagnostics;
use finder::postcode::Level;
use postcodes::{Imported, Importer, Limit, Options};
use std::io::Read as _;
use std::path::Path;

/// Runs the subcommand.
pub fn run(city: &CityArguments, command: &PostcodesCommand) -> Result<Outcome, String> {
    match command {
        PostcodesCommand::Import(options) => import(city, options),
        PostcodesCommand::List(options) => list(city, level(options.level)),
        PostcodesCommand::Fetch => fetch(city),
    }
}

/// Prints what the gazetteer that the site publishes holds at a level.
fn list(arguments: &CityArguments, level: Level) -> Result<Outcome, String> {
    let mut loaded = super::load(arguments)?;
    let gazetteer = loaded
        .site
        .as_ref()
        .and_then(|site| site.gazetteer.as_ref());
    let Some(gazetteer) = gazetteer else {
        report::print(&mut loaded.diagnostics, &loaded.sources);
        return Err(
            "this city has no gazetteer; make one with `mifriendly postcodes import`".into(),
        );
    };
    let format = gazetteer.index.format();
    let codes = gazetteer.index.codes(level);
    let lines: Vec<String> = codes.iter().map(|code| format.display(code)).collect();
    report::say(&lines.join("\n"))?;
    Ok(Outcome::Fine)
}

/// Where downloads are kept, under the city's folder: beside `content/`, so that they are neither read nor watched.
const DOWNLOADS: &str = ".downloads";

fn import(arguments: &CityArguments, options: &ImportArguments) -> Result<Outcome, String> {
    let city = match city(arguments) {
        Ok(city) => city,
        Err(outcome) => return Ok(outcome),
    };
    let mut importer = importer(&city)?;
    for file in &options.files {
        add(&mut importer, file, &name_of(&file.to_string_lossy()))?;
    }
    finish(importer, arguments, options.level, options.out.as_deref())
}

/// Downloads what `city.toml` names and imports it. Until all is there and sound, the gazetteer stays as it is.
fn fetch(arguments: &CityArguments) -> Result<Outcome, String> {
    let city = match city(arguments) {
        Ok(city) => city,
        Err(outcome) => return Ok(outcome),
    };
    let downloads = &city.postcodes.downloads;
    if downloads.is_empty() {
        return Err("`content/city.toml` names nothing to fetch; write `download = \"https://…\"` under `[postcodes]`".to_owned());
    }
    let folder = arguments.root.join(DOWNLOADS);
    let client = Client::new();
    let mut importer = importer(&city)?;
    for download in downloads {
        let unharmed = |why: String| format!("{why}\nThe gazetteer is as it was.");
        let fetched = client
            .download(&download.url, download.sha256.as_deref(), &folder)
            .map_err(unharmed)?;
        let what = match fetched.unchanged {
            true => "not changed",
            false => "fetched",
        };
        report::say(&format!("{}: {what}", download.url))?;
        if let Err(why) = add(&mut importer, &fetched.path, &name_of(&download.url)) {
            // A file that is no data must not be taken for the newest.
            fetch::forget(&download.url, &folder);
            return Err(unharmed(format!("{}: {why}", download.url)));
        }
    }
    finish(importer, arguments, LevelArgument::Unit, None)
}

/// The last part of a path or address, which tells the importer a list of codes from a list of postcodes.
fn name_of(path: &str) -> String {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    name.to_owned()
}

fn add(importer: &mut Importer, file: &Path, name: &str) -> Result<(), String> {
    let fail = |e: &dyn std::fmt::Display| format!("`{}`: {e}", file.display());
    let mut bytes = Vec::new();
    // A byte more than there may be, so that the importer says what is wrong with a larger file, or one without an end.
    std::fs::File::open(file)
        .and_then(|file| file.take(Limit::File.most() + 1).read_to_end(&mut bytes))
        .map_err(|e| fail(&crate::system::reason(&e)))?;
    importer.add(name, &bytes).map_err(|e| fail(&e))
}

/// The city, or how the command ends where its settings have errors, which are printed: by others than those meant, an import would make
/// another gazetteer.
fn city(arguments: &CityArguments) -> Result<City, Outcome> {
    let (sources, _) = read::read(&arguments.root);
    let mut diagnostics = Diagnostics::new();
    match read_city(&sources, &mut diagnostics) {
        Some(city) if !diagnostics.has_errors() => Ok(city),
        _ => {
            report::print(&mut diagnostics, &sources);
            Err(report::outcome(&diagnostics))
        }
    }
}

fn importer(city: &City) -> Result<Importer, String> {
    let format = city.postcode_format().ok_or_else(|| {
        format!(
            "the program does not know how postcodes are written in {}; say so in `city.toml`, `[postcodes]`, `pattern = \"…\"`",
            city.country
        )
    })?;
    let mut settings = Options::new(format);
    settings.areas = city.postcodes.areas.clone();
    if let Some(metres) = city.postcodes.grid_m {
        settings.grid_m = metres;
    }
    Ok(Importer::new(settings))
}

fn finish(
    importer: Importer,
    arguments: &CityArguments,
    fineness: LevelArgument,
    out: Option<&Path>,
) -> Result<Outcome, String> {
    let imported = importer
        .finish(level(fineness))
        .map_err(|e| e.to_string())?;
    let out = out.map_or_else(
        || arguments.root.join("content").join(site::IMPORTED),
        Path::to_owned,
    );
    write(&out, &imported.bytes)?;
    print(&imported, &out)?;
    Ok(Outcome::Fine)
}

fn read_city(sources: &site::Sources, diagnostics: &mut Diagnostics) -> Option<City> {
    let Some(source) = sources.content().get("city.toml") else {
        diagnostics.push(diagnostics::Diagnostic::new(
            diagnostics::Code::NotACity,
            "there is no `content/city.toml` here",
        ));
        return None;
    };
    match source.text() {
        Ok(text) => {
            let (city, problems) = content::city::read(&source.path, text);
            diagnostics.append(problems);
            city
        }
        Err(problem) => {
            diagnostics.push(problem);
            None
        }
    }
}

/// Beside the old file first, so that a full disk leaves that one whole.
fn write(out: &Path, bytes: &[u8]) -> Result<(), String> {
    let fail = |e: std::io::Error| {
        format!(
            "`{}` cannot be written: {}",
            out.display(),
            crate::system::reason(&e)
        )
    };
    disk::replace(out, bytes).map_err(fail)
}

fn print(imported: &Imported, out: &Path) -> Result<(), String> {
    let report = &imported.report;
    let mut lines = vec![format!(
        "{} rows read, {} postcodes kept",
        report.rows, report.kept
    )];
    for (reason, count) in &report.dropped {
        lines.push(format!("{count} rows dropped {}", reason.words()));
    }
    for area in &report.without {
        lines.push(format!(
            "no postcode begins with \"{area}\", which `areas` in `city.toml` names"
        ));
    }
    if report.error_max_m > 0.0 {
        lines.push(format!(
            "off by {:.1} m on average, {:.1} m at most",
            report.error_mean_m, report.error_max_m
        ));
    }
    lines.push(format!("{} bytes: {}", report.bytes, out.display()));
    report::say(&lines.join("\n"))
}

fn level(level: LevelArgument) -> Level {
    match level {
        LevelArgument::Unit => Level::Unit,
        LevelArgument::Sector => Level::Sector,
        LevelArgument::District => Level::District,
    }
}
