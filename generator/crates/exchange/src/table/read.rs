//! Rows as drafts, whatever their columns are called.

use super::columns::{self, OWN};
use super::formula::unsafe_again;
use crate::draft::{Draft, LocationDraft, MOST, Named, Note, PhoneDraft, ScheduleDraft};
use crate::hsds::KINDS;
use crate::plain;
use crate::secret::Signs;
use std::collections::BTreeMap;
use text::invisible::without;

/// Columns that say who vouches for a record: they are believed only where the table is `trusted`.
const VOUCHING: [&str; 4] = ["regulation", "sources", "confirmed_by", "confirmed_how"];

/// Reads a table whose columns are named as [`super::write()`] names them, or as HSDS names its fields.
///
/// # Errors
/// Why it is no such table, in words.
pub fn read(bytes: &[u8], trusted: bool) -> Result<(Vec<Draft>, Vec<Note>), String> {
    let text = std::str::from_utf8(bytes)
        .map_err(|_| "it is not UTF-8 text; save it as CSV UTF-8".to_owned())?;
    let text = text.trim_start_matches('\u{feff}');
    // Excel's line that says what separates the columns.
    let text = match text.split_once('\n') {
        Some((first, rest)) if first.trim().to_ascii_lowercase().starts_with("sep=") => rest,
        _ => text,
    };
    let head = text.lines().next().unwrap_or_default();
    let count = |sign: char| head.matches(sign).count();
    let delimiter = [',', ';', '\t']
        .into_iter()
        .max_by_key(|sign| count(*sign))
        .map_or(b',', |c| c as u8);
    let mut table = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_reader(text.as_bytes());
    let headers = table.headers().map_err(|e| e.to_string())?.clone();
    let columns: Vec<String> = headers
        .iter()
        .map(|h| h.trim().to_lowercase().replace([' ', '-'], "_"))
        .collect();
    if !columns.iter().any(|c| NAMES.contains(&c.as_str())) {
        return Err(format!(
            "it has no column `name`; its columns are {}",
            columns.join(", ")
        ));
    }
    columns::refuse_others(&columns)?;
    // Only this program's tables have such a column; what they say of languages are tags.
    let ours = columns.iter().any(|c| c == "origin_feed");
    let (mut drafts, mut notes) = (Vec::new(), columns::unknown(&columns));
    for row in table.records() {
        let row = match row {
            Ok(row) => row,
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                let text = format!("the row in line {line} is not UTF-8 text; left out");
                notes.push(Note {
                    about: String::new(),
                    text,
                });
                continue;
            }
        };
        let cells: BTreeMap<&str, String> = columns
            .iter()
            .map(String::as_str)
            .zip(row.iter().map(|cell| unsafe_again(&without(cell))))
            .filter(|(_, cell)| says(cell))
            .collect();
        if cells.is_empty() {
            continue;
        }
        let mut draft = draft(&cells);
        if ours && let Some(tags) = cells.get("languages") {
            draft.own.insert("languages".to_owned(), tags.clone());
        }
        let mut signs = Signs::default();
        for (column, cell) in columns.iter().zip(row.iter()) {
            signs.look(column, cell);
        }
        draft.secret = signs.found();
        if !trusted {
            let count = draft.own.len();
            draft
                .own
                .retain(|field, _| !VOUCHING.contains(&field.as_str()));
            if draft.own.len() < count {
                let unread = "who confirmed it, regulates it and vouches for it, which only this city's own exports may say";
                draft.unread.push(unread.to_owned());
            }
            draft.ours = false;
        } else {
            draft.ours = true;
        }
        drafts.push(draft);
    }
    Ok((drafts, notes))
}

/// Whether a cell says anything.
fn says(cell: &str) -> bool {
    let nothing = [
        "",
        "n/a",
        "na",
        "null",
        "none",
        "-",
        "–",
        "not known",
        "unknown",
        "#n/a",
        "#ref!",
        "#value!",
    ];
    !nothing.contains(&cell.trim().to_lowercase().as_str())
}

const NAMES: [&str; 3] = ["name", "service_name", "title"];

fn draft(cells: &BTreeMap<&str, String>) -> Draft {
    let get = |names: &[&str]| names.iter().find_map(|n| cells.get(n).cloned());
    let name = get(&NAMES).unwrap_or_default();
    let organization = get(&[
        "organization",
        "organisation",
        "organization_name",
        "organisation_name",
    ]);
    let id = get(&["id", "service_id", "identifier"]).unwrap_or_else(|| {
        // A table without identifiers: name and organisation have to do.
        plain::slug(&format!(
            "{} {name}",
            organization.clone().unwrap_or_default()
        ))
    });
    let mut own: BTreeMap<String, String> = OWN
        .iter()
        .filter_map(|field| Some(((*field).to_owned(), cells.get(field)?.clone())))
        .collect();
    if let Some(licence) = get(&["license", "licence"]) {
        own.insert("origin_licence".to_owned(), licence);
    }
    // Another table's column of this name holds words, not our ids.
    let cost = own.get("cost").cloned();
    if cost
        .as_deref()
        .is_some_and(|c| !matches!(c, "free" | "some" | "paid"))
    {
        own.remove("cost");
    }
    let areas = get(&["service_areas", "service_area", "area"]);
    let words = |cell: Option<String>, signs: &[char]| {
        let cell = cell.unwrap_or_default();
        let words = cell.split(signs).map(|w| w.trim().to_owned());
        words
            .filter(|w| !w.is_empty())
            .take(MOST)
            .collect::<Vec<_>>()
    };
    let ours = words(get(&["kinds"]), &[' ', ',', ';'])
        .into_iter()
        .map(|code| Named {
            code: Some(code),
            taxonomy: Some(KINDS.to_owned()),
            ..Named::default()
        });
    let theirs = words(
        get(&[
            "taxonomy_terms",
            "taxonomy_term",
            "categories",
            "category",
            "service_type",
        ]),
        &[';', '|', '\n'],
    );
    let theirs = theirs.into_iter().map(|name| Named {
        name: Some(name),
        ..Named::default()
    });
    Draft {
        id,
        name,
        organization,
        description: get(&["description", "service_description"]),
        more: get(&["eligibility_description", "eligibility"])
            .into_iter()
            .collect(),
        status: get(&["status"]),
        url: get(&["url", "website", "web"]),
        email: get(&["email", "e_mail", "email_address"]),
        phones: phones(get(&[
            "phones",
            "phone",
            "phone_number",
            "telephone",
            "number",
        ])),
        locations: location(cells, &get).into_iter().collect(),
        schedules: schedules(
            get(&["schedules", "schedule"]),
            get(&["opening_hours"]),
            cells,
        ),
        areas: words(areas, &[';', ',', '\n'])
            .into_iter()
            .map(|name| Named {
                name: Some(name),
                ..Named::default()
            })
            .collect(),
        languages: words(get(&["languages", "language"]), &[' ', ';', ',', '\n']),
        costs: Vec::new(),
        fees: get(&["fees_description", "fees"]).or(cost.filter(|_| !own.contains_key("cost"))),
        terms: ours.chain(theirs).collect(),
        assured: get(&["assured_date", "last_confirmed"]),
        own,
        ..Draft::default()
    }
}

fn location(
    cells: &BTreeMap<&str, String>,
    get: &dyn Fn(&[&str]) -> Option<String>,
) -> Option<LocationDraft> {
    let number = |names: &[&str]| get(names).and_then(|n| n.replace(',', ".").parse().ok());
    let lines = [get(&["address", "address_1"]), get(&["address_2"])];
    let own = ["step_free", "position"]
        .iter()
        .filter_map(|field| Some(((*field).to_owned(), cells.get(field)?.clone())));
    let mut location = LocationDraft {
        name: get(&["location_name", "location"]),
        lines: lines
            .into_iter()
            .flatten()
            .flat_map(|l| l.lines().map(str::to_owned).collect::<Vec<_>>())
            .collect(),
        city: get(&["city", "town"]),
        postcode: get(&["postal_code", "postcode"]),
        latitude: number(&["latitude", "lat"]),
        longitude: number(&["longitude", "lon", "lng", "long"]),
        kind: get(&["location_type"]),
        own: own.collect(),
    };
    if cells.contains_key("address") {
        // Our own column: lines are lines, and a comma in one is part of it.
        location
            .own
            .insert("lines".to_owned(), location.lines.join("\n"));
    }
    let empty = location.lines.is_empty()
        && location.postcode.is_none()
        && location.latitude.is_none()
        && location.city.is_none();
    (!empty).then_some(location)
}

fn phones(cell: Option<String>) -> Vec<PhoneDraft> {
    let cell = cell.unwrap_or_default();
    let phone = |line: &str| {
        let mut parts = line.split(" | ").map(str::trim);
        let number = parts.next().unwrap_or_default().to_owned();
        let fields = ["kind", "cost", "label", "opening_hours"]
            .into_iter()
            .zip(parts);
        let own: BTreeMap<String, String> = fields
            .filter(|(_, part)| !part.is_empty())
            .map(|(field, part)| (field.to_owned(), part.to_owned()))
            .collect();
        PhoneDraft {
            number,
            own,
            ..PhoneDraft::default()
        }
    };
    cell.lines()
        .filter(|l| !l.trim().is_empty())
        .map(phone)
        .take(MOST)
        .collect()
}

fn schedules(
    cell: Option<String>,
    hours: Option<String>,
    cells: &BTreeMap<&str, String>,
) -> Vec<ScheduleDraft> {
    let cell = cell.unwrap_or_default();
    let plain = cell
        .lines()
        .filter(|l| !l.contains(" | ") && !l.trim().is_empty());
    let plain = plain.map(|line| ScheduleDraft {
        description: Some(line.trim().to_owned()),
        ..ScheduleDraft::default()
    });
    let ours = cell.lines().filter(|l| l.contains(" | ")).map(|line| {
        let mut parts = line.split(" | ").map(str::trim);
        let attending = parts.next().map(str::to_owned);
        let fields = ["opening_hours", "confirmed"].into_iter().zip(parts);
        let own = fields
            .filter(|(_, p)| !p.is_empty())
            .map(|(f, p)| (f.to_owned(), p.to_owned()));
        ScheduleDraft {
            attending,
            own: own.collect(),
            ..ScheduleDraft::default()
        }
    });
    let get = |name: &str| cells.get(name).cloned();
    let flat = (get("byday").is_some() || hours.is_some()).then(|| ScheduleDraft {
        freq: get("freq"),
        interval: get("interval"),
        byday: get("byday"),
        opens_at: get("opens_at"),
        closes_at: get("closes_at"),
        valid_from: get("valid_from"),
        valid_to: get("valid_to"),
        description: hours,
        attending: get("attending_type"),
        ..ScheduleDraft::default()
    });
    ours.chain(plain).chain(flat).take(MOST).collect()
}
