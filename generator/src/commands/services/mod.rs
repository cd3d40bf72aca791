//! `mifriendly services`: records from other directories, and the city's own for them.

mod folder;
mod gather;
mod live;

use crate::cli::{
    CityArguments, FormatArgument, ServicesCommand, ServicesExportArguments,
    ServicesImportArguments,
};
use crate::report::{self, Outcome};
use content::country::{self, Country};
use content::service::Setting;
use exchange::draft::{self, Draft, Named, Note};
use exchange::settle::{self, Context};
use exchange::{hsds, table};
use finder::geometry::Position;
use finder::postcode::Format;
use folder::Folders;
use site::Site;
use std::collections::{BTreeMap, BTreeSet};

/// Runs the subcommand.
pub fn run(city: &CityArguments, command: &ServicesCommand) -> Result<Outcome, String> {
    match command {
        ServicesCommand::Import(options) => import(city, options),
        ServicesCommand::Export(options) => export(city, options),
    }
}

fn export(arguments: &CityArguments, options: &ServicesExportArguments) -> Result<Outcome, String> {
    let mut loaded = super::load(arguments)?;
    let Some(site) = loaded.site.filter(|_| !loaded.diagnostics.has_errors()) else {
        report::print(&mut loaded.diagnostics, &loaded.sources);
        return Ok(report::outcome(&loaded.diagnostics));
    };
    let base_url = super::base_url(options.base_url.as_deref())?;
    let base_url = base_url.as_deref().or(site.city.base_url.as_deref());
    let dataset = site::dataset(&site, base_url);
    let text = match options.format {
        FormatArgument::Hsds => hsds::write(&dataset),
        FormatArgument::Geojson => exchange::geojson::write(&dataset),
        FormatArgument::Csv => table::write(&dataset),
    };
    if site.city.licence.is_none() {
        anstream::eprintln!("note: `city.toml` names no `[licence]`, so nobody may use this file");
    }
    if base_url.is_none() && matches!(options.format, FormatArgument::Hsds) {
        say_without_url(site.services().filter(|(_, s)| s.url.is_none()).count());
    }
    match &options.out {
        Some(file) => folder::write(file, &text)?,
        None => report::say(text.trim_end_matches('\n'))?,
    }
    Ok(Outcome::Fine)
}

/// A service without a website has its page's address for one, and that needs the site's.
fn say_without_url(count: usize) {
    let who = match count {
        0 => return,
        1 => "1 service without a website of its own has".to_owned(),
        count => format!("{count} services without a website of their own have"),
    };
    anstream::eprintln!(
        "note: {who} no `url`, because nothing says where the site is. Give `--base-url`, or `base_url` in `city.toml`"
    );
}

fn import(arguments: &CityArguments, options: &ServicesImportArguments) -> Result<Outcome, String> {
    let mut loaded = super::load(arguments)?;
    let Some(site) = loaded.site else {
        report::print(&mut loaded.diagnostics, &loaded.sources);
        return Ok(report::outcome(&loaded.diagnostics));
    };
    for kind in &options.kind {
        if site.city.kind(kind).is_none() {
            return Err(format!("the city has no kind of help `{kind}`"));
        }
    }
    let feed = feed(options)?;
    let mut gathered = gather::gather(options, is_own(&site, options, &feed))?;
    let (drafts, repeated) = draft::merge(std::mem::take(&mut gathered.drafts));
    gathered.notes.extend(repeated);
    let country = country::find(&site.city.country).ok_or("the city's country is not known")?;
    let postcode = site.city.postcode_format();
    let regulated = site.city.kinds.iter().filter(|k| k.regulated);
    let regulated: Vec<&str> = regulated.map(|k| k.id.as_str()).collect();
    let setting = Setting {
        country,
        postcode: postcode.as_ref(),
        regulated_kinds: &regulated,
        today: site.today,
    };
    let named = gathered.licence.take();
    let licence = options.licence.as_deref().or(named.as_deref());
    let names = site::names(&site);
    let mut folders = Folders::read(&loaded.sources, setting, &feed);
    let secrets = folders.secrets();
    let fits = |code: &str, at: Position| fits(&site, code, at);
    let context = context(
        &site,
        country,
        postcode.as_ref(),
        options,
        &feed,
        licence,
        names,
        &fits,
        &secrets,
    );
    // Who shares a number with a refuge of the same feed may have its address.
    let new = Secrets::of(&drafts, &context, &folders);
    let changes = take_over(&drafts, context, &new, &mut folders, &mut gathered);
    say_notes(&gathered.notes);
    say_unmapped(&changes.unmapped);
    for (folder, other) in folders.namesakes() {
        anstream::eprintln!(
            "note: {folder} has the name of {other}, which is not of this feed. If they are one service, remove one of them"
        );
    }
    if gathered.complete {
        for (id, folder) in folders.vanished(&changes.seen) {
            anstream::eprintln!(
                "note: {folder} is no longer in the feed (as {id}); it was left as it is. Ask the service, then set `status = \"inactive\"` or remove the folder"
            );
        }
    }
    if licence.is_none() && changes.unlicensed {
        anstream::eprintln!(
            "note: the feed names no licence. `check` will refuse its records until they have one: ask the publisher, then import again with `--licence`"
        );
    }
    let mut failures = Vec::new();
    if !options.dry_run {
        failures = folders.write_all(&arguments.root);
    }
    for failure in &failures {
        anstream::eprintln!("error: {failure}; the other records were written");
    }
    let mut lines: Vec<String> = folders
        .changes()
        .map(|(folder, what)| format!("{what}: {folder}"))
        .collect();
    let would = if options.dry_run { "would be " } else { "" };
    lines.push(format!(
        "{} services read: {} {would}new, {} {would}changed, {} as before, {} left out",
        drafts.len() + gathered.refused,
        folders.count("new"),
        folders.count("changed"),
        changes.same,
        changes.left_out + gathered.refused
    ));
    report::say(&lines.join("\n"))?;
    if !failures.is_empty() {
        return Ok(Outcome::Refused);
    }
    if gathered.complete {
        Ok(Outcome::Fine)
    } else {
        anstream::eprintln!(
            "error: not everything could be read; what is missing was left as it was. Run the import again"
        );
        Ok(Outcome::Refused)
    }
}

/// The name by which the feed is known in records: its address, or what `--feed` says.
fn feed(options: &ServicesImportArguments) -> Result<String, String> {
    if let Some(feed) = &options.feed {
        return Ok(feed.trim().to_owned());
    }
    let addresses: BTreeSet<String> = options
        .sources
        .iter()
        .filter(|s| is_address(s))
        .map(|s| live::base(s))
        .collect();
    let mut addresses = addresses.into_iter();
    match (addresses.next(), addresses.next(), options.sources.iter().all(|s| is_address(s))) {
        (Some(feed), None, true) => Ok(feed),
        _ => Err("say which directory this comes from: `--feed https://…`, or its name. Services are known again by it, and readers are told".to_owned()),
    }
}

/// Whether the feed is this city's own export: whoever imports it says so, and what is fetched comes from the city's address.
fn is_own(site: &Site, options: &ServicesImportArguments, feed: &str) -> bool {
    let at_home = |address: &str| {
        let base = site
            .city
            .base_url
            .as_deref()
            .map(|b| b.trim_end_matches('/'));
        base.and_then(|base| address.strip_prefix(base))
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let mut fetched = options.sources.iter().filter(|s| is_address(s));
    (feed == site.city.name || at_home(feed)) && fetched.all(|source| at_home(source))
}

fn is_address(source: &str) -> bool {
    source.starts_with("https://") || source.starts_with("http://")
}

#[expect(
    clippy::too_many_arguments,
    reason = "they are the fields of one record"
)]
fn context<'a>(
    site: &'a Site,
    country: &'a Country,
    postcode: Option<&'a Format>,
    options: &'a ServicesImportArguments,
    feed: &'a str,
    licence: Option<&'a str>,
    names: site::Names,
    fits: &'a dyn Fn(&str, Position) -> Option<bool>,
    secrets: &'a BTreeSet<String>,
) -> Context<'a> {
    let host = feed
        .split("://")
        .nth(1)
        .and_then(|rest| rest.split('/').next());
    Context {
        city: &site.city,
        country,
        postcode,
        languages: names.languages,
        areas: names.areas,
        kinds: &options.kind,
        feed,
        publisher: options.publisher.as_deref().or(host).unwrap_or(feed),
        licence,
        today: site.today,
        secrets,
        fits,
        centre: centre(site),
    }
}

/// Whether an address of a postcode can be at a position, by the rule that `check` holds records to.
fn fits(site: &Site, code: &str, at: Position) -> Option<bool> {
    let location = content::service::LocationRecord {
        name: None,
        address: Vec::new(),
        city: None,
        postcode: Some(content::Spanned {
            value: code.to_owned(),
            span: 0..0,
        }),
        coordinates: None,
        step_free: None,
    };
    let (distance_m, most_m) = site::postcode_distance(site, &location, at)?;
    Some(distance_m <= most_m)
}

/// The middle of the places that the city knows already.
fn centre(site: &Site) -> Option<Position> {
    let places = site.services().flat_map(|(_, s)| &s.locations);
    let mut at: Vec<(f64, f64)> = places
        .filter_map(|l| Some(site::position(site, l)?.degrees()))
        .collect();
    // The median of each, which a single wrong place does not move.
    let middle = at.len() / 2;
    at.sort_by(|a, b| a.0.total_cmp(&b.0));
    let latitude = at.get(middle)?.0;
    at.sort_by(|a, b| a.1.total_cmp(&b.1));
    Position::from_degrees(latitude, at.get(middle)?.1)
}

/// What an import comes to.
#[derive(Default)]
struct Changes {
    seen: BTreeSet<String>,
    unmapped: BTreeMap<Named, usize>,
    same: usize,
    left_out: usize,
    unlicensed: bool,
}

/// The confidential services of an import.
struct Secrets {
    /// Which they are, by identifier.
    ids: BTreeSet<String>,
    /// What they and those of the city are known by.
    marks: BTreeSet<String>,
}

impl Secrets {
    fn of(drafts: &[Draft], context: &Context, folders: &Folders) -> Self {
        let mut secrets = Self {
            ids: BTreeSet::new(),
            marks: context.secrets.clone(),
        };
        for draft in drafts {
            let outcome = settle::settle(draft, context, folders.existing(&draft.id));
            if !outcome.hidden {
                continue;
            }
            secrets.ids.insert(draft.id.clone());
            if let Some(settled) = outcome.settled {
                secrets
                    .marks
                    .extend(content::secrecy::marks(&settled.record));
            }
        }
        secrets
    }
}

fn take_over(
    drafts: &[Draft],
    context: Context,
    new: &Secrets,
    folders: &mut Folders,
    gathered: &mut gather::Gathered,
) -> Changes {
    let mut changes = Changes::default();
    let others = Context {
        secrets: &new.marks,
        ..context.clone()
    };
    for draft in drafts {
        // A confidential one is known by its own number, of course.
        let context = match new.ids.contains(&draft.id) {
            true => &context,
            false => &others,
        };
        changes.seen.insert(draft.id.clone());
        let existing = folders.existing(&draft.id);
        let outcome = settle::settle(draft, context, existing);
        let about = match outcome.hidden {
            true => "a record that may be a refuge".to_owned(),
            false => draft::about(draft),
        };
        outcome
            .notes
            .into_iter()
            .for_each(|note| gathered.note(note));
        for term in outcome.unmapped {
            *changes.unmapped.entry(term).or_default() += 1;
        }
        let Some(settled) = outcome.settled else {
            changes.left_out += 1;
            continue;
        };
        let licence = settled
            .record
            .origin
            .as_ref()
            .and_then(|o| o.licence.as_ref());
        changes.unlicensed |= licence.is_none();
        match folders.take(&draft.id, &settled, context.city.source_language.tag) {
            Ok(true) => {}
            Ok(false) => changes.same += 1,
            Err(why) => {
                changes.left_out += 1;
                gathered.note(Note {
                    about,
                    text: format!(
                        "its record would not pass `check`, so it was not written: {why}"
                    ),
                });
            }
        }
    }
    changes
}

fn say_notes(notes: &[Note]) {
    for note in notes {
        if note.about.is_empty() {
            anstream::eprintln!("note: {}", note.text);
        } else {
            anstream::eprintln!("note: {}: {}", note.about, note.text);
        }
    }
}

/// Terms that nobody has mapped, the commonest first.
fn say_unmapped(terms: &BTreeMap<Named, usize>) {
    let mut terms: Vec<(&Named, &usize)> = terms.iter().collect();
    terms.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
    for (term, count) in terms {
        let says = [&term.name, &term.code, &term.uri];
        let mut says: Vec<&str> = says.into_iter().flatten().map(String::as_str).collect();
        says.dedup();
        anstream::eprintln!(
            "note: the term {} is mapped to no kind of help ({count} services); `city.toml`, `[import.kinds]`",
            says.iter()
                .map(|s| format!("\"{s}\""))
                .collect::<Vec<_>>()
                .join(" / ")
        );
    }
}
