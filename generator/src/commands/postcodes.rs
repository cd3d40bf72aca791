//! `mifriendly postcodes`: open postcode files to the city's gazetteer.

use crate::cli::{CityArguments, ImportArguments, LevelArgument, PostcodesCommand};
use crate::read;
use crate::report::{self, Outcome};
use content::city::City;
use finder::postcode::Level;
use postcodes::{Imported, Importer, Options};
use std::path::Path;

/// Runs the subcommand.
pub fn run(city: &CityArguments, command: &PostcodesCommand) -> Result<Outcome, String> {
    match command {
        PostcodesCommand::Import(options) => import(city, options),
        PostcodesCommand::List(options) => list(city, level(options.level)),
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

fn import(arguments: &CityArguments, options: &ImportArguments) -> Result<Outcome, String> {
    let (sources, mut diagnostics) = read::read(&arguments.root);
    let Some(city) = read_city(&sources, &mut diagnostics) else {
        report::print(&mut diagnostics, &sources);
        return Ok(report::outcome(&diagnostics));
    };
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
    let mut importer = Importer::new(settings);
    for file in &options.files {
        let bytes = std::fs::read(file).map_err(|e| format!("`{}`: {e}", file.display()))?;
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        importer
            .add(&name, &bytes)
            .map_err(|e| format!("`{}`: {e}", file.display()))?;
    }
    let imported = importer
        .finish(level(options.level))
        .map_err(|e| e.to_string())?;
    let out = options
        .out
        .clone()
        .unwrap_or_else(|| arguments.root.join("content").join(site::IMPORTED));
    write(&out, &imported.bytes)?;
    print(&imported, &out);
    Ok(Outcome::Fine)
}

fn read_city(sources: &site::Sources, diagnostics: &mut diagnostics::Diagnostics) -> Option<City> {
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
    let fail = |e: std::io::Error| format!("`{}` cannot be written: {e}", out.display());
    if let Some(folder) = out.parent() {
        std::fs::create_dir_all(folder).map_err(fail)?;
    }
    let next = out.with_extension("next");
    std::fs::write(&next, bytes).map_err(fail)?;
    std::fs::rename(&next, out).map_err(fail)
}

fn print(imported: &Imported, out: &Path) {
    let report = &imported.report;
    println!("{} rows read, {} postcodes kept", report.rows, report.kept);
    for (reason, count) in &report.dropped {
        println!("{count} rows dropped {}", reason.words());
    }
    if report.error_max_m > 0.0 {
        println!(
            "off by {:.1} m on average, {:.1} m at most",
            report.error_mean_m, report.error_max_m
        );
    }
    println!("{} bytes: {}", report.bytes, out.display());
}

fn level(level: LevelArgument) -> Level {
    match level {
        LevelArgument::Unit => Level::Unit,
        LevelArgument::Sector => Level::Sector,
        LevelArgument::District => Level::District,
    }
}
