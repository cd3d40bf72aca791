//! A small region and directory to search in.

use super::*;
use crate::calendar::Day;
use crate::directory::{Area, Contents, Kind, LanguageName};
use crate::gazetteer::{Builder, Council, Unit, Variant};
use crate::geometry::Bearing;
use crate::hours::{Hours, Span};
use crate::place::Place;
use crate::postcode::{Format, Level};
use crate::service::{Confirmation, Location, Premises, Schedule, Service, Status};
use proptest::prelude::*;

mod locate;
mod order;

/// 2026-11-23, a Monday, at noon UTC; the city's clock is UTC in these tests.
const TODAY: Day = Day(20_780);
const NOON: Minutes = 20_780 * 1440 + 720;

fn at(latitude: f64, longitude: f64) -> Position {
    Position::from_degrees(latitude, longitude).expect("on Earth")
}

fn gazetteer() -> &'static Gazetteer {
    static MADE: std::sync::OnceLock<Gazetteer> = std::sync::OnceLock::new();
    MADE.get_or_init(make_gazetteer)
}

fn make_gazetteer() -> Gazetteer {
    let mut builder = Builder::new(Format::for_country("GB").expect("a format"));
    let mut council = |code: &str, county: &str, name: &str| {
        builder.council(Council {
            code: code.into(),
            county: county.into(),
            name: name.into(),
        })
    };
    let coventry = council("E08000026", "", "Coventry");
    let solihull = council("E08000029", "", "Solihull");
    let rugby = council("E07000220", "E10000031", "Rugby");
    for (text, degrees, council) in [
        ("CV1 5FB", (52.4105, -1.5012), coventry),
        ("CV1 5FA", (52.4101, -1.5030), coventry),
        ("CV7 7AA", (52.3900, -1.6400), solihull),
        ("CV7 7AB", (52.3910, -1.6390), coventry),
        ("CV7 7AD", (52.3910, -1.6395), solihull),
        ("CV21 1AA", (52.3700, -1.2600), rugby),
        ("CV15 9ZZ", (52.3000, -1.4000), coventry),
    ] {
        let code = Format::for_country("GB")
            .and_then(|format| format.normalise(text))
            .expect("a postcode");
        builder.unit(Unit {
            code,
            degrees,
            council: Some(council),
        });
    }
    for (name, context, degrees, weight) in [
        ("Hillfields", "Coventry", (52.4122, -1.4987), 120),
        ("Hillfields", "Wolverhampton", (52.5800, -2.1000), 40),
        ("Foleshill", "Coventry", (52.4300, -1.4950), 400),
        ("Aston Heath", "Coventry", (52.4400, -1.4950), 10),
        ("Aston", "Coventry", (52.4500, -1.4950), 30),
    ] {
        builder.place(Place {
            name: name.into(),
            context: context.into(),
            spellings: Vec::new(),
            position: at(degrees.0, degrees.1),
            radius_m: 400,
            council: Some(coventry),
            weight,
        });
    }
    Gazetteer::decode(&builder.encode().expect("it can be written")).expect("it can be read")
}

fn hours(from: u16, to: u16) -> Option<Hours> {
    let span = vec![Span {
        start: from * 60,
        end: to * 60,
        certain: true,
    }];
    Some(Hours {
        week: std::array::from_fn(|_| span.clone()),
        exceptions: vec![],
        from: TODAY.plus(-90),
        until: TODAY.plus(90),
    })
}

fn open(channel: Channel, hours: Option<Hours>) -> Schedule {
    Schedule {
        channel,
        hours,
        text: String::new(),
        confirmed: None,
    }
}

fn service(id: &str, position: Option<Position>, schedules: Vec<Schedule>) -> Service {
    let premises = position.map_or(Premises::Remote, |position| {
        Premises::At(vec![Location {
            position: Some(position),
            ..Location::default()
        }])
    });
    let confirmed = Some(Confirmation {
        on: TODAY.plus(-10),
        by: String::new(),
        how: None,
    });
    Service {
        id: id.into(),
        kinds: vec![0],
        premises,
        schedules,
        confirmed,
        ..Service::default()
    }
}

fn directory(services: Vec<Service>) -> Directory {
    let area = |id: &str, name: &str, code: &str| Area {
        id: id.into(),
        name: name.into(),
        code: code.into(),
    };
    Directory::new(Contents {
        kinds: ["housing", "legal"]
            .map(|id| Kind {
                id: id.into(),
                ..Kind::default()
            })
            .to_vec(),
        areas: vec![
            area("coventry", "كوفنتري", "E08000026"),
            area("warwickshire", "وركشير", "E10000031"),
        ],
        languages: ["ar", "ti"]
            .map(|tag| LanguageName {
                tag: tag.into(),
                ..LanguageName::default()
            })
            .to_vec(),
        made: Some(TODAY.plus(-1)),
        services,
        ..Contents::default()
    })
    .expect("it fits together")
}

fn ids(directory: &Directory, answer: &Answer<'_>) -> Vec<String> {
    let ids = answer.services();
    ids.map(|service| directory.services[service].id.clone())
        .collect()
}

fn ask<'a>(text: &'a str) -> Query<'a> {
    Query {
        text,
        now: Some(NOON),
        ..Query::default()
    }
}

fn find(text: &str) -> Answer<'static> {
    static NOTHING: std::sync::OnceLock<Directory> = std::sync::OnceLock::new();
    let nothing = NOTHING.get_or_init(|| directory(vec![]));
    search(nothing, Some(gazetteer()), &ask(text))
}
