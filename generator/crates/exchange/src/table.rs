//! CSV (RFC 4180): a row for each service and place, for spreadsheets.
//!
//! A cell that a spreadsheet would take for a formula begins with an apostrophe, as spreadsheets write texts; it is taken away again
//! on the way in. Several things in one cell stand on lines of their own, their parts between ` | `.

use crate::draft::{Draft, LocationDraft, Named, Note, PhoneDraft, ScheduleDraft};
use crate::hsds::KINDS;
use crate::identity::uuid;
use crate::listing::{Dataset, Listing};
use crate::{plain, record};
use content::service::{LocationRecord, RegulationRecord, Status};
use std::collections::BTreeMap;

/// The columns that are written; those of [`OWN`] carry their field as the record has it.
const COLUMNS: [&str; 34] = [
    "id",
    "name",
    "organization",
    "status",
    "status_until",
    "description",
    "kinds",
    "url",
    "email",
    "phones",
    "location_name",
    "address",
    "city",
    "postal_code",
    "latitude",
    "longitude",
    "position",
    "step_free",
    "schedules",
    "areas",
    "residents_only",
    "languages",
    "interpreting",
    "cost",
    "cost_note",
    "referral",
    "women_only",
    "children_welcome",
    "confidential",
    "regulation",
    "assured_date",
    "confirmed_by",
    "confirmed_how",
    "sources",
];
/// Columns after those: where the row comes from and what may be done with it.
const PROVENANCE: [&str; 4] = ["page", "origin_feed", "origin_id", "license"];
/// Columns that are fields of this program's own records.
const OWN: [&str; 15] = [
    "status_until",
    "areas",
    "residents_only",
    "interpreting",
    "cost",
    "cost_note",
    "referral",
    "women_only",
    "children_welcome",
    "confidential",
    "regulation",
    "confirmed_by",
    "confirmed_how",
    "sources",
    "page",
];

/// The services as CSV, with CRLF at the end of each row.
pub fn write(dataset: &Dataset) -> String {
    let mut rows = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    // Writing to memory does not fail.
    let _ = rows.write_record(COLUMNS.iter().chain(&PROVENANCE));
    for listing in &dataset.services {
        let places: Vec<_> = listing.places().map(Some).collect();
        let places = if places.is_empty() {
            vec![None]
        } else {
            places
        };
        for place in places {
            let _ = rows.write_record(row(dataset, listing, place).iter().map(|cell| safe(cell)));
        }
    }
    let bytes = rows.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

type Place<'a> = (&'a LocationRecord, Option<(f64, f64)>);

fn row(dataset: &Dataset, listing: &Listing, place: Option<Place>) -> Vec<String> {
    let service = listing.record;
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let flag = |value: Option<bool>| value.map(|v| v.to_string()).unwrap_or_default();
    let word = |value: Option<&'static str>| value.unwrap_or_default().to_owned();
    let list = |values: &[content::Spanned<String>]| {
        values
            .iter()
            .map(|v| v.value.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let (status, until) = match service.status {
        Status::Active => ("active", None),
        Status::TemporarilyClosed(until) => ("temporarily closed", until),
        Status::Inactive => ("inactive", None),
    };
    let phones: Vec<String> = service
        .phones
        .iter()
        .map(|p| {
            let kind = record::phone_kind(p.kind);
            let cost = p.cost.map(record::call_cost).unwrap_or_default();
            parts(&[
                &p.number,
                kind,
                cost,
                &text(&p.label),
                &text(&p.opening_hours),
            ])
        })
        .collect();
    let schedules: Vec<String> = listing
        .schedules()
        .iter()
        .map(|s| {
            let confirmed = s.confirmed.map(|d| d.to_string()).unwrap_or_default();
            parts(&[record::schedule_kind(s.kind), &s.opening_hours, &confirmed])
        })
        .collect();
    let regulation = service.regulation.as_ref().map(|r| match r {
        RegulationRecord::NoAdvice => "no_advice".to_owned(),
        RegulationRecord::Unconfirmed => "unconfirmed".to_owned(),
        RegulationRecord::Regulated {
            body,
            registration,
            checked,
        } => format!("{body} | {registration} | {checked}"),
    });
    let sources: Vec<String> = service
        .sources
        .iter()
        .map(|s| {
            format!(
                "{} | {} | {} | {}",
                s.checked,
                if s.primary { "primary" } else { "other" },
                s.url,
                s.name
            )
        })
        .collect();
    let here = place.map(|(place, _)| place);
    let at = place.and_then(|(_, at)| at);
    let degrees =
        |pick: fn((f64, f64)) -> f64| at.map(|at| record::degrees(pick(at))).unwrap_or_default();
    let derived = here.is_some_and(|p| p.coordinates.is_none()) && at.is_some();
    let origin = service.origin.as_ref();
    let licence = origin
        .and_then(|o| o.licence.clone())
        .or_else(|| dataset.licence.map(|l| l.name.clone()));
    vec![
        uuid(&["service", listing.key, ""]),
        service.name.clone(),
        text(&service.organization),
        status.to_owned(),
        until.map(|d| d.to_string()).unwrap_or_default(),
        listing.description.clone(),
        list(&service.kinds),
        text(&service.url),
        text(&service.email),
        phones.join("\n"),
        here.map(|p| text(&p.name)).unwrap_or_default(),
        here.map(|p| p.address.join("\n")).unwrap_or_default(),
        here.map(|p| text(&p.city)).unwrap_or_default(),
        here.and_then(|p| p.postcode.as_ref().map(|c| c.value.clone()))
            .unwrap_or_default(),
        degrees(|at| at.0),
        degrees(|at| at.1),
        word(derived.then_some("postcode")),
        flag(here.and_then(|p| p.step_free)),
        schedules.join("\n"),
        list(&service.areas),
        flag(service.residents_only),
        list(&service.languages),
        word(service.interpreting.map(record::interpreting)),
        word(service.cost.map(record::cost)),
        text(&service.cost_note),
        word(service.referral.map(record::referral)),
        flag(service.women_only),
        flag(service.children_welcome),
        word(service.confidential.then_some("true")),
        regulation.unwrap_or_default(),
        service
            .last_confirmed
            .map(|d| d.to_string())
            .unwrap_or_default(),
        text(&service.confirmed_by),
        word(service.confirmed_how.map(record::confirmed_how)),
        sources.join("\n"),
        text(&listing.page),
        origin.map(|o| o.feed.clone()).unwrap_or_default(),
        origin.map(|o| o.id.clone()).unwrap_or_default(),
        licence.unwrap_or_default(),
    ]
}

/// Parts of one thing, the empty ones at the end left out.
fn parts(parts: &[&str]) -> String {
    let used = parts
        .iter()
        .rposition(|p| !p.is_empty())
        .map_or(0, |last| last + 1);
    parts[..used].join(" | ")
}

/// What a spreadsheet takes for the beginning of a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

fn safe(cell: &str) -> String {
    let number = cell.parse::<f64>().is_ok() && !cell.starts_with('+');
    if cell.starts_with(FORMULA) && !number {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// Reads a table whose columns are named as [`write()`] names them, or as HSDS names its fields.
///
/// # Errors
/// Why it is no such table, in words.
pub fn read(bytes: &[u8]) -> Result<(Vec<Draft>, Vec<Note>), String> {
    let text = std::str::from_utf8(bytes)
        .map_err(|_| "it is not UTF-8 text; save it as CSV UTF-8".to_owned())?;
    let text = text.trim_start_matches('\u{feff}');
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
    let (mut drafts, mut notes) = (Vec::new(), Vec::new());
    for row in table.records() {
        let row = match row {
            Ok(row) => row,
            Err(error) => {
                let text = format!("a row cannot be read: {error}; left out");
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
            .zip(row.iter().map(unsafe_again))
            .filter(|(_, cell)| !cell.is_empty())
            .collect();
        if cells.is_empty() {
            continue;
        }
        drafts.push(draft(&cells));
    }
    Ok((drafts, notes))
}

/// The cell without the apostrophe that keeps it from being a formula.
fn unsafe_again(cell: &str) -> String {
    let cell = cell.trim();
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(FORMULA) => rest.to_owned(),
        _ => cell.to_owned(),
    }
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
        words.filter(|w| !w.is_empty()).collect::<Vec<_>>()
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
    let empty =
        location.lines.is_empty() && location.postcode.is_none() && location.latitude.is_none();
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
        .collect()
}

fn schedules(
    cell: Option<String>,
    hours: Option<String>,
    cells: &BTreeMap<&str, String>,
) -> Vec<ScheduleDraft> {
    let cell = cell.unwrap_or_default();
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
    ours.chain(flat).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(safe("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(safe("+44 1632 960123"), "'+44 1632 960123");
        assert_eq!(safe("@cmd"), "'@cmd");
        assert_eq!(safe("-1.5066"), "-1.5066");
        for cell in ["=1+1", "+44", "-x", "@a", "it's", "'quoted'"] {
            assert_eq!(unsafe_again(&safe(cell)), cell);
        }
    }

    #[test]
    fn a_table_of_hsds_fields_is_read() {
        let csv = "\u{feff}Service Name;Postal Code;Phone Number;Category;byday;opens_at;closes_at\r\nFood Club;ZZ1 2AB;'01632 960123';Food banks|Advice;MO,TU;09:00;12:00\r\n;;;;;;\r\n";
        let (drafts, notes) = read(csv.as_bytes()).unwrap();
        assert_eq!(notes, []);
        assert_eq!(drafts.len(), 1);
        let draft = &drafts[0];
        assert_eq!(
            (draft.name.as_str(), draft.id.as_str()),
            ("Food Club", "food-club")
        );
        assert_eq!(draft.locations[0].postcode.as_deref(), Some("ZZ1 2AB"));
        assert_eq!(draft.terms.len(), 2);
        assert_eq!(draft.schedules[0].byday.as_deref(), Some("MO,TU"));
        assert!(read(b"a,b\n1,2\n").is_err());
    }
}
