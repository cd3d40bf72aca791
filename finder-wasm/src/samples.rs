//! A small directory with the theme's own English strings, for the tests of this crate.

use finder::calendar::Day;
use finder::directory::{Area, Contents, Directory, Kind, LanguageName};
use finder::geometry::Position;
use finder::hours::{Channel, Hours, Span, Zone};
use finder::locale::{Direction, DistanceUnit, Locale, Message, Plural, Strings};
use finder::marks::marked;
use finder::service::{Confirmation, Coverage, Location, Phone, Premises, Schedule, Service};

use crate::words::Words;

/// The theme's English strings, as they are written.
pub const FLUENT: &str = include_str!("../../themes/mifriendly/strings/en/finder.ftl");

/// A day, from its form `2026-11-21`.
pub fn day(iso: &str) -> Day {
    Day::from_iso(iso).expect("a date")
}

/// The moment `hour:minute` UTC of a day.
pub fn at(iso: &str, hour: i64, minute: i64) -> i64 {
    i64::from(day(iso).0) * 1440 + hour * 60 + minute
}

/// Hours from `start` to `end` (whole hours) on each of the first `days` days of the week.
pub fn hours(days: usize, start: u16, end: u16) -> Hours {
    let span = Span {
        start: start * 60,
        end: end * 60,
        certain: true,
    };
    let mut week: [Vec<Span>; 7] = Default::default();
    week.iter_mut().take(days).for_each(|day| day.push(span));
    Hours {
        week,
        exceptions: Vec::new(),
        from: day("2026-01-01"),
        until: day("2027-12-31"),
    }
}

/// A service of kinds 0 (housing) and 1 (legal) in Coventry, with drop-in hours from 9 to 17 on weekdays.
pub fn service(id: &str) -> Service {
    Service {
        id: id.into(),
        name: id.into(),
        kinds: vec![0, 1],
        page: ["services/", id, "/"].concat(),
        coverage: Coverage::Areas(vec![0]),
        premises: Premises::At(vec![Location {
            city: Some("Coventry".into()),
            position: Position::new(5_240_360, -150_960),
            ..Location::default()
        }]),
        phones: vec![Phone {
            number: "024 7622 0000".into(),
            dial: "+442476220000".into(),
            ..Phone::default()
        }],
        schedules: vec![Schedule {
            channel: Channel::DropIn,
            hours: Some(hours(5, 9, 17)),
            text: "Mo-Fr 09:00-17:00".into(),
            confirmed: None,
        }],
        confirmed: Some(Confirmation {
            on: day("2026-11-01"),
            by: "Somebody".into(),
            how: None,
        }),
        ..Service::default()
    }
}

/// English words over these services. Kind 2, `abuse`, is sensitive. The copy was made on 20 November 2026.
pub fn words(services: Vec<Service>) -> Words {
    over(contents(services))
}

/// Words of a Persian city that has names for its kinds of help and for its area, and no other strings: they are English.
pub fn borrowed(services: Vec<Service>) -> Words {
    let english = |text: &mut String| *text = marked(Direction::LeftToRight, "en", text);
    let mut contents = contents(services);
    contents.locale.tag = "fa".into();
    contents.locale.direction = Direction::RightToLeft;
    contents.locale.weekdays.iter_mut().for_each(english);
    contents.locale.months.iter_mut().for_each(english);
    contents.areas[0].name = "کاونتری".into();
    let mut strings = messages(FLUENT);
    for (_, message) in &mut strings {
        message.forms.iter_mut().for_each(|(_, form)| english(form));
    }
    contents.strings = Strings::new(strings);
    over(contents)
}

fn contents(services: Vec<Service>) -> Contents {
    let names =
        |names: &[&str]| -> Vec<String> { names.iter().map(|name| (*name).to_owned()).collect() };
    let days = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];
    let months = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let kind = |id: &str, sensitive| Kind {
        id: id.into(),
        name: id.into(),
        sensitive,
    };
    Contents {
        locale: Locale {
            tag: "en".into(),
            direction: Direction::LeftToRight,
            digits: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
            decimal_separator: ".".into(),
            weekdays: names(&days).try_into().expect("seven"),
            months: names(&months).try_into().expect("twelve"),
            date_pattern: "{day} {month} {year}".into(),
            time_pattern: "{hour}:{minute}".into(),
            periods: Default::default(),
        },
        strings: Strings::new(messages(FLUENT)),
        kinds: vec![
            kind("housing", false),
            kind("legal", false),
            kind("abuse", true),
        ],
        areas: vec![Area {
            id: "coventry".into(),
            name: "Coventry".into(),
            code: "E08000026".into(),
        }],
        languages: vec![LanguageName {
            tag: "ar".into(),
            name: "Arabic".into(),
        }],
        distance_unit: DistanceUnit::Mile,
        zone: Zone::default(),
        content_date: day("2026-11-20"),
        made: Some(day("2026-11-20")),
        districts: Vec::new(),
        services,
    }
}

fn over(contents: Contents) -> Words {
    let directory = Directory::new(contents).expect("a directory");
    let plural = |n| if n == 1.0 { Plural::One } else { Plural::Other };
    Words::new(Box::leak(Box::new(directory)), plural)
}

/// A sentence without the marks that isolate its values.
pub fn plain(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

/// The messages of a Fluent file that holds no more than ours do: one line, or a choice by `$n`.
pub fn messages(fluent: &str) -> Vec<(String, Message)> {
    let clean = |text: &str| text.trim().replace("{ $", "{").replace(" }", "}");
    let mut messages: Vec<(String, Message)> = Vec::new();
    for line in fluent.lines().filter(|line| !line.starts_with('#')) {
        if let Some((key, text)) = line
            .split_once(" =")
            .filter(|(key, _)| key.starts_with("finder-"))
        {
            let one = (!text.is_empty()).then(|| (Plural::Other, clean(text)));
            let forms = one.into_iter().collect();
            messages.push((key.into(), Message { forms }));
        }
        let form = line.trim().trim_start_matches('*').strip_prefix('[');
        if let (Some((name, text)), Some((_, message))) = (
            form.and_then(|form| form.split_once(']')),
            messages.last_mut(),
        ) {
            message.forms.push((Plural::from_name(name), clean(text)));
        }
    }
    messages
}
