//! `mifriendly find`: the finder's answer in a terminal, made by the same code as in the browser.

use crate::cli::{CityArguments, FindArguments};
use crate::report::{self, Outcome};
use content::service::Word;
use diagnostics::nearest;
use finder::directory::Directory;
use finder::locale::{Distance, walking_minutes};
use finder::search::{
    Answer, CouncilAnswer, Hit, Located, Outcome as Understood, Precision, Query, Rank, Residency,
    search,
};
use serde::Serialize;
use std::io::BufRead;

/// The answer as `--json` prints it.
#[derive(Serialize)]
struct Found<'a> {
    query: &'a str,
    position: Option<Position>,
    alternatives: Vec<String>,
    services: Vec<FoundService<'a>>,
}

#[derive(Serialize)]
struct Position {
    latitude: f64,
    longitude: f64,
    precision: &'static str,
    label: String,
    /// With a postcode that is not known: what was asked for; the position is that of the area around it.
    asked: Option<String>,
    /// Half of what the label covers lies within so many metres.
    roughness_m: u32,
    council: Option<Council>,
}

#[derive(Serialize)]
struct Council {
    name: String,
    /// From a whole postcode; otherwise it is only probably this one.
    certain: bool,
    /// Others that it may be.
    or: Vec<String>,
}

#[derive(Serialize)]
struct FoundService<'a> {
    id: &'a str,
    name: &'a str,
    /// In which group it is: `always-answers`, `open` (now or later today), `unknown` or `closed`.
    group: Option<&'static str>,
    distance_m: Option<u32>,
    walking_minutes: Option<u32>,
    kinds: Vec<&'a str>,
    /// The service's page, from the root of the site.
    url: String,
    website: Option<&'a str>,
    phones: Vec<&'a str>,
    emails: Vec<&'a str>,
    address: Option<String>,
    /// Tags of languages that staff speak; `null` where that is not known.
    languages: Option<Vec<&'a str>>,
    cost: Option<&'static str>,
    /// Where it is only for residents: whether the reader is one (`yours`, `perhaps`, `elsewhere`, `not-known`).
    residents_only: Option<&'static str>,
    /// It is listed although something that was asked for is not known of it.
    uncertain: bool,
    last_confirmed: Option<String>,
}

/// Searches and prints.
pub fn run(city: &CityArguments, options: &FindArguments) -> Result<Outcome, String> {
    let mut loaded = super::load(city)?;
    let Some(site) = loaded.site.filter(|_| !loaded.diagnostics.has_errors()) else {
        report::print(&mut loaded.diagnostics, &loaded.sources);
        return Ok(report::outcome(&loaded.diagnostics));
    };
    let language = super::language(&site, options.language.as_deref())?;
    for kind in &options.kind {
        if site.city.kind(kind).is_none() {
            let known = site.city.kinds.iter().map(|k| k.id.as_str());
            return Err(match nearest(kind, known.clone()) {
                Some(found) => {
                    format!("there is no kind of help `{kind}`; did you mean `{found}`?")
                }
                None => format!(
                    "there is no kind of help `{kind}`; there is {}",
                    known.collect::<Vec<_>>().join(", ")
                ),
            });
        }
    }
    let kinds: Vec<&str> = options.kind.iter().map(String::as_str).collect();
    let (directory, _) = site::directory(&site, language);
    let directory = directory.map_err(|error| error.to_string())?;
    let now = city.moment()?.as_second() / 60;
    let answer = |text: &str| {
        let query = Query {
            text,
            kinds: &kinds,
            nearest_first: options.nearest,
            now: Some(now),
            ..Query::default()
        };
        let gazetteer = site.gazetteer.as_ref().map(|g| &g.index);
        search(&directory, gazetteer, &query)
    };
    if options.lines {
        for line in std::io::stdin().lock().lines() {
            let text =
                line.map_err(|e| format!("standard input: {}", crate::system::reason(&e)))?;
            let answer = answer(&text);
            let found = found(&text, &directory, &answer, language.tag);
            report::say(&serde_json::to_string(&found).map_err(|e| e.to_string())?)?;
        }
        return Ok(Outcome::Fine);
    }
    let text = options.query.join(" ");
    let answer = answer(&text);
    if options.json {
        let found = found(&text, &directory, &answer, language.tag);
        let json = serde_json::to_string_pretty(&found).map_err(|e| e.to_string())?;
        report::say(&json)?;
    } else {
        report::say(&in_words(&directory, &answer))?;
    }
    Ok(Outcome::Fine)
}

fn found<'a>(
    query: &'a str,
    directory: &'a Directory,
    answer: &Answer<'a>,
    language: &str,
) -> Found<'a> {
    Found {
        query,
        position: answer.place.as_ref().map(|place| {
            let (latitude, longitude) = place.position.degrees();
            Position {
                latitude,
                longitude,
                precision: precision(place),
                label: place.label.clone(),
                asked: place.asked.clone(),
                roughness_m: place.roughness_m,
                council: council(&place.council),
            }
        }),
        alternatives: answer.alternatives.iter().map(|a| a.text.clone()).collect(),
        services: answer
            .hits()
            .map(|hit| service(directory, &hit, language))
            .collect(),
    }
}

fn service<'a>(directory: &'a Directory, hit: &Hit, language: &str) -> FoundService<'a> {
    let service = &directory.services[hit.service as usize];
    let locations = service.locations();
    let location = locations.get(usize::from(hit.location.unwrap_or(0)));
    FoundService {
        id: &service.id,
        name: &service.name,
        group: hit.opening.map(|opening| group(opening.rank)),
        distance_m: hit.distance_m,
        walking_minutes: hit.distance_m.map(walking_minutes),
        kinds: service
            .kinds
            .iter()
            .map(|k| directory.kinds[usize::from(*k)].id.as_str())
            .collect(),
        url: format!("{language}/{}", service.page),
        website: service.url.as_deref(),
        phones: service.phones.iter().map(|p| p.number.as_str()).collect(),
        emails: service.emails.iter().map(String::as_str).collect(),
        languages: service.languages.as_ref().map(|languages| {
            let tag = |at: &u16| directory.languages[usize::from(*at)].tag.as_str();
            languages.iter().map(tag).collect()
        }),
        cost: service.cost.map(Word::word),
        residents_only: residency(hit.residency),
        uncertain: hit.uncertain,
        address: location.map(|l| {
            let town = l.city.iter().chain(&l.postcode);
            l.address
                .iter()
                .chain(town)
                .cloned()
                .collect::<Vec<_>>()
                .join(", ")
        }),
        last_confirmed: service.confirmed.as_ref().map(|c| {
            let (year, month, day) = c.on.ymd();
            format!("{year:04}-{month:02}-{day:02}")
        }),
    }
}

fn council(council: &CouncilAnswer) -> Option<Council> {
    match council {
        CouncilAnswer::Unknown => None,
        CouncilAnswer::Named(council) => Some(Council {
            name: plain(&council.name),
            certain: true,
            or: Vec::new(),
        }),
        CouncilAnswer::Probably { likely, or } => Some(Council {
            name: plain(&likely.name),
            certain: false,
            or: or.iter().map(|council| plain(&council.name)).collect(),
        }),
    }
}

/// A name that may be of another language, without the marks that say so.
fn plain(name: &str) -> String {
    site::strings::unmarked(name).into_owned()
}

fn group(rank: Rank) -> &'static str {
    match rank {
        Rank::AlwaysAnswers => "always-answers",
        Rank::Open => "open",
        Rank::Unknown => "unknown",
        Rank::Closed => "closed",
    }
}

fn residency(residency: Residency) -> Option<&'static str> {
    match residency {
        Residency::Anyone => None,
        Residency::Yours => Some("yours"),
        Residency::Perhaps => Some("perhaps"),
        Residency::Elsewhere => Some("elsewhere"),
        Residency::NotKnown => Some("not-known"),
    }
}

fn precision(place: &Located) -> &'static str {
    match place.precision {
        Precision::Postcode => "postcode",
        Precision::Sector => "sector",
        Precision::District => "district",
        Precision::Place => "place",
        Precision::Location => "location",
    }
}

fn tell(distance: Distance) -> String {
    match distance {
        Distance::Metres(n) => format!("{n} m"),
        Distance::Yards(n) => format!("{n} yd"),
        Distance::MileTenths(n) => format!("{}.{} mi", n / 10, n % 10),
        Distance::KilometreTenths(n) => format!("{}.{} km", n / 10, n % 10),
    }
}

/// For people at a terminal.
fn in_words(directory: &Directory, answer: &Answer<'_>) -> String {
    let mut lines = Vec::new();
    match (&answer.place, answer.outcome) {
        (Some(place), _) => {
            lines.push(format!(
                "{} ({}, within about {} m)",
                place.label,
                precision(place),
                place.roughness_m
            ));
            lines.extend(council(&place.council).map(|council| {
                let sure = if council.certain { "" } else { "probably " };
                format!("Council: {sure}{}", council.name)
            }));
        }
        (None, Understood::Ambiguous) => {
            lines.push("Several places have this name. Try one of these:".to_owned());
            let others = answer.alternatives.iter();
            lines
                .extend(others.map(|other| format!("  {}  {}", other.text, plain(&other.context))));
            return lines.join("\n");
        }
        (None, _) => lines.push(
            "This postcode or place is not known here; all services, without distances.".to_owned(),
        ),
    }
    lines.push(String::new());
    for hit in answer.hits() {
        let service = &directory.services[hit.service as usize];
        let distance = hit
            .distance_m
            .map_or_else(|| "-".to_owned(), |m| tell(directory.distance_unit.tell(m)));
        let phone = service.phones.first().map_or("", |p| p.number.as_str());
        let state = match hit.opening.map(|opening| opening.rank) {
            Some(Rank::AlwaysAnswers) => "24 hours",
            Some(Rank::Open) => "open",
            Some(Rank::Closed) => "closed",
            Some(Rank::Unknown) | None => "?",
        };
        let line = format!("{distance:>8}  {state:<8}  {}  {phone}", service.name);
        lines.push(line.trim_end().to_owned());
    }
    lines.join("\n")
}
