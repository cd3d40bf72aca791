use super::*;
use crate::directory::{Area, Contents, Kind, LanguageName};
use crate::gazetteer::{Builder, Council, Unit, Variant};
use crate::hours::Span;
use crate::place::Place;
use crate::postcode::{Format, Level};
use crate::service::{Confirmation, Location, Schedule, Status};
use proptest::prelude::*;

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

fn ids(directory: &Directory, answer: &Answer) -> Vec<String> {
    answer
        .hits
        .iter()
        .map(|hit| directory.services[hit.service as usize].id.clone())
        .collect()
}

fn ask<'a>(text: &'a str) -> Query<'a> {
    Query {
        text,
        now: Some(NOON),
        ..Query::default()
    }
}

fn find(text: &str) -> Answer {
    search(&directory(vec![]), Some(gazetteer()), &ask(text))
}

/// Outcome, label and precision of what a text is understood as.
fn understood(text: &str) -> (Outcome, Option<(String, Precision)>) {
    let answer = find(text);
    (
        answer.outcome,
        answer.place.map(|place| (place.label, place.precision)),
    )
}

#[test]
fn what_was_typed_and_how_exactly_it_is_known() {
    let found = |label: &str, precision| (Outcome::Found, Some((label.to_string(), precision)));
    assert_eq!(understood("cv15fb"), found("CV1 5FB", Precision::Postcode));
    assert_eq!(understood("cv1 5"), found("CV1 5", Precision::Sector));
    assert_eq!(understood("CV7"), found("CV7", Precision::District));
    assert_eq!(understood("foleshil"), found("Foleshill", Precision::Place));
    assert_eq!(
        understood("fuleshill"),
        found("Foleshill", Precision::Place)
    );
    assert_eq!(
        understood("Hillfields, Coventry"),
        found("Hillfields", Precision::Place)
    );
    assert_eq!(
        understood("12 Example Street, Coventry CV1 5FB"),
        found("CV1 5FB", Precision::Postcode)
    );
    assert_eq!(
        understood("CV1 5FB, Coventry"),
        found("CV1 5FB", Precision::Postcode)
    );
    for (text, outcome) in [
        ("", Outcome::Nothing),
        ("CV", Outcome::Incomplete),
        ("cv1 5f", Outcome::Incomplete),
        ("hillfields", Outcome::Ambiguous),
        ("M1 1AA", Outcome::NotInRegion),
        ("xyzzy", Outcome::NotUnderstood),
        ("????", Outcome::NotUnderstood),
    ] {
        assert_eq!(understood(text), (outcome, None), "{text}");
    }
}

#[test]
fn a_new_postcode_uses_the_area_around_it_and_says_so() {
    let answer = find("CV1 5ZZ");
    let place = answer.place.expect("the sector is known");
    assert_eq!(
        (answer.outcome, place.label.as_str(), place.asked.as_deref()),
        (Outcome::Around, "CV1 5", Some("CV1 5ZZ"))
    );
    assert_eq!(place.precision, Precision::Sector);
    assert_eq!(
        find("CV1 9ZZ").place.map(|place| place.label).as_deref(),
        Some("CV1")
    );
}

#[test]
fn what_else_may_be_meant_is_offered_and_finds_itself() {
    // CV15 is a district and, closed up, the sector CV1 5.
    let answer = find("cv15");
    assert_eq!(
        answer.place.map(|place| place.label).as_deref(),
        Some("CV15")
    );
    assert_eq!(
        answer
            .alternatives
            .iter()
            .map(|other| other.text.as_str())
            .collect::<Vec<_>>(),
        ["CV1 5"]
    );
    let answer = find("hillfields");
    let offered: Vec<&str> = answer
        .alternatives
        .iter()
        .map(|other| other.text.as_str())
        .collect();
    assert_eq!(
        offered,
        ["Hillfields, Coventry", "Hillfields, Wolverhampton"]
    );
    for other in &answer.alternatives {
        let found = find(&other.text);
        assert_eq!(
            (found.outcome, found.place.map(|place| place.position)),
            (Outcome::Found, Some(other.position))
        );
    }
}

#[test]
fn a_code_of_several_places_offers_them() {
    let format = Format::for_country("DE").expect("a format");
    let code = format.normalise("01945").expect("a postcode");
    let mut builder = Builder::new(format);
    let council = builder.council(Council {
        code: "12066".into(),
        county: String::new(),
        name: "OSL".into(),
    });
    builder.unit(Unit {
        code: code.clone(),
        degrees: (51.39, 13.9),
        council: Some(council),
    });
    for (name, position) in [
        ("Kroppen", at(51.3833, 13.8)),
        ("Grünewald", at(51.4, 14.0)),
    ] {
        builder.variant(
            &code,
            Variant {
                name: name.into(),
                position,
                council: Some(council),
            },
        );
    }
    let gazetteer = Gazetteer::decode(&builder.encode().expect("written")).expect("read");
    let german = |text: &str| search(&directory(vec![]), Some(&gazetteer), &ask(text));
    let answer = german("D-01945");
    assert_eq!(answer.outcome, Outcome::Ambiguous);
    assert!(answer.place.is_some_and(|place| place.roughness_m > 3_000));
    let offered: Vec<&str> = answer
        .alternatives
        .iter()
        .map(|other| other.text.as_str())
        .collect();
    assert_eq!(offered, ["01945 Grünewald", "01945 Kroppen"]);
    for other in &answer.alternatives {
        let place = german(&other.text).place.expect("it finds itself");
        assert_eq!(
            (place.label.as_str(), place.position),
            (other.text.as_str(), other.position)
        );
    }
}

#[test]
fn the_council_is_named_only_from_a_whole_postcode() {
    let council = |text: &str| find(text).place.map(|place| place.council);
    let name = |council: &CouncilRef| (council.name.clone(), council.area);
    let Some(CouncilAnswer::Named(coventry)) = council("CV1 5FB") else {
        panic!("it is named")
    };
    assert_eq!(name(&coventry), ("كوفنتري".into(), Some(0)));
    // A district of a county is itself, and belongs to the county's area.
    let Some(CouncilAnswer::Named(rugby)) = council("CV21 1AA") else {
        panic!("it is named")
    };
    assert_eq!(name(&rugby), ("Rugby".into(), Some(1)));
    let Some(CouncilAnswer::Probably { likely, or }) = council("CV7 7") else {
        panic!("only probably")
    };
    assert_eq!(
        (name(&likely), or.iter().map(name).collect::<Vec<_>>()),
        (("Solihull".into(), None), vec![("كوفنتري".into(), Some(0))])
    );
    assert!(matches!(council("CV1 5"), Some(CouncilAnswer::Probably { or, .. }) if or.is_empty()));
    assert!(matches!(
        council("foleshill"),
        Some(CouncilAnswer::Probably { .. })
    ));
    let device = Query {
        location: Some(at(52.3901, -1.6401)),
        location_accuracy_m: 40,
        ..ask("")
    };
    let place = search(&directory(vec![]), Some(gazetteer()), &device)
        .place
        .expect("a place");
    assert!(matches!(place.council, CouncilAnswer::Probably { .. }));
    assert_eq!(
        (place.precision, place.roughness_m),
        (Precision::Location, 40)
    );
    let abroad = Query {
        location: Some(at(48.0, 2.0)),
        ..ask("")
    };
    assert!(
        search(&directory(vec![]), Some(gazetteer()), &abroad)
            .place
            .is_some_and(|place| place.council == CouncilAnswer::Unknown)
    );
}

#[test]
fn the_order_with_a_time() {
    let near = Some(at(52.4110, -1.5010));
    let far = Some(at(52.4500, -1.5010));
    let mut refuge = service("refuge", None, vec![open(Channel::Telephone, hours(9, 17))]);
    refuge.premises = Premises::Confidential;
    let mut closed_for_now = service(
        "closed-for-now",
        near,
        vec![open(Channel::DropIn, hours(9, 17))],
    );
    closed_for_now.status = Status::TemporarilyClosed { until: None };
    let directory = directory(vec![
        service(
            "helpline",
            None,
            vec![open(Channel::Telephone, hours(0, 24))],
        ),
        service("open-far", far, vec![open(Channel::DropIn, hours(9, 17))]),
        service(
            "later-near",
            near,
            vec![open(Channel::DropIn, hours(14, 17))],
        ),
        service("unknown-near", near, vec![]),
        service("shut-near", near, vec![open(Channel::DropIn, hours(9, 11))]),
        service(
            "very-far",
            Some(at(52.55, -1.5)),
            vec![open(Channel::DropIn, hours(9, 17))],
        ),
        refuge,
        closed_for_now,
    ]);
    let answer = search(&directory, Some(gazetteer()), &ask("CV1 5FB"));
    assert_eq!(
        ids(&directory, &answer),
        [
            "helpline",
            "later-near",
            "open-far",
            "refuge",
            "very-far",
            "unknown-near",
            "closed-for-now",
            "shut-near",
        ]
    );
    // Helplines and refuges have no distance; nothing was dropped.
    let without: Vec<usize> = (0..8)
        .filter(|at| answer.hits[*at].distance_m.is_none())
        .collect();
    assert_eq!((without, answer.filtered_out), (vec![0, 3], 0));
    assert_eq!(answer.hits[2].bearing().map(Bearing::id), Some("n"));
    // Without a time only distance counts, and nothing is said about opening.
    let answer = search(
        &directory,
        Some(gazetteer()),
        &Query {
            now: None,
            ..ask("CV1 5FB")
        },
    );
    assert_eq!(
        ids(&directory, &answer),
        [
            "closed-for-now",
            "later-near",
            "shut-near",
            "unknown-near",
            "open-far",
            "helpline",
            "refuge",
            "very-far",
        ]
    );
    assert!(answer.hits.iter().all(|hit| hit.opening.is_none()));
    // Without a place nobody has a distance.
    let answer = search(&directory, Some(gazetteer()), &ask(""));
    assert_eq!(
        ids(&directory, &answer)[..5],
        ["helpline", "later-near", "open-far", "refuge", "very-far"]
    );
    assert!(
        answer
            .hits
            .iter()
            .all(|hit| hit.distance_m.is_none() && hit.offset.is_none())
    );
}

#[test]
fn open_now_is_said_only_where_it_is_sure() {
    let says = |schedule: Schedule, confirmed: i32, made: i32| {
        let mut open = service("a", None, vec![schedule]);
        open.confirmed = Some(Confirmation {
            on: TODAY.plus(-confirmed),
            by: String::new(),
            how: None,
        });
        let mut contents = (*directory(vec![open])).clone();
        contents.made = Some(TODAY.plus(-made));
        let directory = Directory::new(contents).expect("it fits together");
        opening(&directory, 0, NOON).may_say_open_now
    };
    let nine_to_five = || hours(9, 17);
    assert!(says(open(Channel::DropIn, nine_to_five()), 10, 1));
    assert!(says(open(Channel::Telephone, nine_to_five()), 183, 29));
    for (channel, confirmed, made) in [
        (Channel::Building, 10, 1),
        (Channel::Appointment, 10, 1), // other hours
        (Channel::DropIn, 184, 1),     // confirmed too long ago
        (Channel::DropIn, 10, 30),     // an old copy
        (Channel::DropIn, -1, 1),
        (Channel::DropIn, 10, -1), // a clock that is wrong
    ] {
        assert!(
            !says(open(channel, nine_to_five()), confirmed, made),
            "{channel:?} {confirmed} {made}"
        );
    }
    assert!(
        !says(open(Channel::DropIn, hours(14, 17)), 10, 1),
        "it is not open"
    );
    // Hours confirmed on a day of their own.
    let fresh = Schedule {
        confirmed: Some(TODAY),
        ..open(Channel::DropIn, nine_to_five())
    };
    assert!(says(fresh, 400, 1));
}

#[test]
fn filters_remove_only_what_is_known_not_to_fit() {
    let mut services: Vec<Service> = ["free", "paid", "unknown"]
        .map(|id| service(id, None, vec![]))
        .to_vec();
    (services[0].cost, services[1].cost) = (Some(Cost::Free), Some(Cost::Paid));
    services[0].languages = Some(vec![0]);
    (services[1].languages, services[1].interpreting) =
        (Some(vec![1]), Some(Interpreting::ByTelephone));
    services[2].kinds = vec![];
    let mut neither = service("neither", None, vec![]);
    (neither.languages, neither.interpreting, neither.kinds) =
        (Some(vec![]), Some(Interpreting::NotAvailable), vec![1]);
    services.push(neither);
    let directory = directory(services);
    let with = |query: &Query<'_>| {
        let answer = search(&directory, None, query);
        assert_eq!(answer.hits.len() + answer.filtered_out, 4);
        let uncertain: Vec<bool> = answer.hits.iter().map(|hit| hit.uncertain).collect();
        let languages: Vec<_> = answer.hits.iter().map(|hit| hit.language).collect();
        (ids(&directory, &answer), uncertain, languages)
    };
    let free = with(&Query {
        filters: Filters {
            free: true,
            ..Filters::default()
        },
        ..Query::default()
    });
    assert_eq!(
        (free.0, free.1),
        (
            vec!["free".into(), "neither".into(), "unknown".into()],
            vec![false, true, true]
        )
    );
    let arabic = with(&Query {
        filters: Filters {
            language: Some("ar"),
            ..Filters::default()
        },
        ..Query::default()
    });
    assert_eq!(arabic.0, ["free", "paid", "unknown"]);
    let by_telephone = LanguageFit::Interpreter(Interpreting::ByTelephone);
    assert_eq!(
        arabic.2,
        [
            Some(LanguageFit::Staff),
            Some(by_telephone),
            Some(LanguageFit::Unknown)
        ]
    );
    // A language that nobody is known to speak, and kinds.
    let french = with(&Query {
        filters: Filters {
            language: Some("fr"),
            ..Filters::default()
        },
        ..Query::default()
    });
    assert_eq!(french.0, ["free", "paid", "unknown"]);
    let legal = with(&Query {
        kinds: &["legal"],
        ..Query::default()
    });
    assert_eq!(
        (legal.0, legal.1),
        (vec!["neither".into(), "unknown".into()], vec![false, true])
    );
    assert_eq!(
        with(&Query {
            kinds: &["no-such-kind"],
            ..Query::default()
        })
        .0,
        ["unknown"]
    );
}

#[test]
fn for_residents_only() {
    let mut local = service("local", None, vec![]);
    (local.residents_only, local.coverage) = (Some(true), Coverage::Areas(vec![0]));
    let directory = directory(vec![local, service("open-to-all", None, vec![])]);
    let residency =
        |text: &str| search(&directory, Some(gazetteer()), &ask(text)).hits[0].residency;
    assert_eq!(residency("CV1 5FB"), Residency::Yours);
    assert_eq!(residency("CV7 7"), Residency::Perhaps);
    assert_eq!(residency("CV7 7AA"), Residency::Elsewhere);
    assert_eq!(residency("CV21 1AA"), Residency::Elsewhere);
    assert_eq!(residency(""), Residency::NotKnown);
    assert_eq!(
        search(&directory, Some(gazetteer()), &ask("CV21 1AA")).hits[1].residency,
        Residency::Anyone
    );
}

prop_compose! {
    fn some_service(id: usize)(
        position in prop::option::of((52.3f64..52.6, -1.7f64..-1.3)), confidential: bool, from in 0u16..23, kind in 0usize..5,
    ) -> Service {
        let schedules = match kind {
            0 => vec![],
            1 => vec![open(Channel::Telephone, hours(0, 24))],
            2 => vec![open(Channel::Building, None)],
            _ => vec![open(Channel::DropIn, hours(from, from + 1))],
        };
        let mut service = service(&format!("s{id:02}"), position.map(|(latitude, longitude)| at(latitude, longitude)), schedules);
        if confidential && position.is_none() {
            service.premises = Premises::Confidential;
        }
        service
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn the_order_is_total_stable_and_loses_nobody(
        services in (0usize..30).prop_flat_map(|count| (0..count).map(some_service).collect::<Vec<_>>()),
        timed: bool, turned in 0usize..30,
    ) {
        let (gazetteer, now) = (gazetteer(), timed.then_some(NOON));
        let query = Query { now, ..ask("CV1 5FB") };
        let straight = directory(services.clone());
        let answer = search(&straight, Some(gazetteer), &query);
        prop_assert_eq!(answer.hits.len(), services.len());
        // In whatever order the services come, the answer is the same.
        let mut services = services;
        if !services.is_empty() {
            let by = turned % services.len();
            services.rotate_left(by);
            services.reverse();
        }
        let other = search(&directory(services), Some(gazetteer), &query);
        prop_assert_eq!(&answer, &other);
        // Groups rise; within a group what has a distance rises, and what has none stands where REMOTE_M says.
        let key = |hit: &Hit| {
            let rank = hit.opening.map_or(Rank::Unknown, |opening| opening.rank);
            let far = if rank == Rank::AlwaysAnswers { 0 } else { hit.distance_m.unwrap_or(REMOTE_M) };
            (rank, far, straight.services[hit.service as usize].id.clone())
        };
        prop_assert!(answer.hits.is_sorted_by(|a, b| key(a) < key(b)));
        for hit in &answer.hits {
            let confidential = straight.services[hit.service as usize].is_confidential();
            prop_assert!(!confidential || (hit.distance_m.is_none() && hit.offset.is_none() && hit.location.is_none()));
        }
    }

    #[test]
    fn any_text_is_answered(text in ".{0,60}") {
        let _ = find(&text);
    }

    #[test]
    fn any_known_postcode_finds_itself(lower: bool, at in 0usize..7) {
        let gazetteer = gazetteer();
        let code = &gazetteer.codes(Level::Unit)[at];
        let text = if lower { code.key.to_lowercase() } else { gazetteer.format().display(code) };
        let place = find(&text).place.expect("it is known");
        prop_assert_eq!(place.label, gazetteer.format().display(code));
    }
}
