//! Which services, in which order, and what is said about them.

use super::*;
use crate::service::Cost;

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
        helpline("helpline", Coverage::Country, vec![0]),
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
            "unknown-near",
            "closed-for-now",
            "shut-near",
            // Open, and out of reach.
            "very-far",
        ]
    );
    // Helplines and refuges have no distance; nothing was dropped.
    let hits: Vec<Hit> = answer.hits().collect();
    let without: Vec<usize> = (0..8).filter(|at| hits[*at].distance_m.is_none()).collect();
    assert_eq!((without, answer.filtered_out), (vec![0, 3], 0));
    assert_eq!(hits[2].bearing().map(Bearing::id), Some("n"));
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
    assert!(answer.hits().all(|hit| hit.opening.is_none()));
    // The same where the nearest are asked for, but that what always answers stays first, and opening is told.
    let nearest = Query {
        nearest_first: true,
        ..ask("CV1 5FB")
    };
    let mut expected = ids(&directory, &answer);
    expected.retain(|id| id != "helpline");
    expected.insert(0, "helpline".into());
    let answer = search(&directory, Some(gazetteer()), &nearest);
    assert_eq!(ids(&directory, &answer), expected);
    let ranks = answer.hits().map(|hit| hit.opening.map(|o| o.rank));
    assert_eq!(
        ranks.take(3).collect::<Vec<_>>(),
        [Rank::AlwaysAnswers, Rank::Closed, Rank::Open].map(Some)
    );
    // Without a place nothing is near.
    let nowhere = Query {
        text: "",
        ..nearest
    };
    let usual = search(&directory, Some(gazetteer()), &ask(""));
    let answer = search(&directory, Some(gazetteer()), &nowhere);
    assert_eq!(ids(&directory, &answer), ids(&directory, &usual));
    // Without a place nobody has a distance.
    let answer = search(&directory, Some(gazetteer()), &ask(""));
    assert_eq!(
        ids(&directory, &answer)[..5],
        ["helpline", "later-near", "open-far", "refuge", "very-far"]
    );
    assert!(
        answer
            .hits()
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
        let answer = search(&directory, None, &ask(""));
        let opening = answer.hit(0).opening;
        opening.is_some_and(|opening| opening.sure && matches!(opening.state, State::Open { .. }))
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
        assert_eq!(answer.len() + answer.filtered_out, 4);
        let uncertain: Vec<bool> = answer.hits().map(|hit| hit.uncertain).collect();
        let languages: Vec<_> = answer.hits().map(|hit| hit.language).collect();
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
    let residency = |text: &str| {
        search(&directory, Some(gazetteer()), &ask(text))
            .hit(0)
            .residency
    };
    assert_eq!(residency("CV1 5FB"), Residency::Yours);
    assert_eq!(residency("CV7 7"), Residency::Perhaps);
    assert_eq!(residency("CV7 7AA"), Residency::Elsewhere);
    assert_eq!(residency("CV21 1AA"), Residency::Elsewhere);
    assert_eq!(residency(""), Residency::NotKnown);
    assert_eq!(
        search(&directory, Some(gazetteer()), &ask("CV21 1AA"))
            .hit(1)
            .residency,
        Residency::Anyone
    );
}

/// A line that answers day and night.
fn helpline(id: &str, coverage: Coverage, kinds: Vec<u16>) -> Service {
    let mut line = service(id, None, vec![open(Channel::Telephone, hours(0, 24))]);
    (line.coverage, line.kinds) = (coverage, kinds);
    line
}

/// The lines that are first, in order.
fn first(directory: &Directory, query: &Query<'_>) -> Vec<String> {
    let answer = search(directory, Some(gazetteer()), query);
    let ranks = answer.hits().map(|hit| hit.opening.map(|o| o.rank));
    let count = ranks
        .take_while(|rank| *rank == Some(Rank::AlwaysAnswers))
        .count();
    ids(directory, &answer)[..count].to_vec()
}

#[test]
fn a_line_stands_first_only_where_it_serves_the_reader() {
    let directory = directory(vec![
        helpline("coventry", Coverage::Areas(vec![0]), vec![0]),
        helpline("warwickshire", Coverage::Areas(vec![1]), vec![0]),
        helpline("region", Coverage::Region, vec![0]),
        helpline("country", Coverage::Country, vec![0]),
        helpline("anywhere", Coverage::Unknown, vec![0]),
    ]);
    let housing = |text| {
        let query = Query {
            kinds: &["housing"],
            ..ask(text)
        };
        first(&directory, &query)
    };
    assert_eq!(housing("CV1 5FB"), ["country", "region", "coventry"]);
    // In Rugby, under its county; in Solihull, of which the directory has no area.
    assert_eq!(housing("CV21 1AA"), ["country", "region", "warwickshire"]);
    assert_eq!(housing("CV7 7AA"), ["country", "region"]);
    // Solihull probably, perhaps Coventry: its line may be needed.
    assert_eq!(housing("CV7 7"), ["country", "region", "coventry"]);
    assert_eq!(housing(""), ["country", "region"]);
    // The others are not lost: they answer too, and are after what is for the reader.
    let answer = search(&directory, Some(gazetteer()), &ask("CV1 5FB"));
    let other = answer.hits().nth(4).expect("five were found");
    let line = &directory.services[other.service as usize];
    assert_eq!(line.coverage, Coverage::Areas(vec![1]));
    let opening = other.opening.expect("there is a time");
    assert_eq!((opening.rank, opening.always), (Rank::Open, true));
}

#[test]
fn without_a_kind_few_lines_stand_first_those_that_help_with_most() {
    let near = service(
        "near",
        Some(at(52.4110, -1.5010)),
        vec![open(Channel::DropIn, hours(9, 17))],
    );
    let directory = directory(vec![
        helpline("a-one", Coverage::Country, vec![0]),
        helpline("b-local", Coverage::Areas(vec![0]), vec![0, 1]),
        helpline("c-one", Coverage::Country, vec![1]),
        helpline("d-two", Coverage::Country, vec![0, 1]),
        helpline("e-none", Coverage::Country, vec![]),
        near,
    ]);
    assert_eq!(first(&directory, &ask("CV1 5FB")), ["d-two", "a-one"]);
    let answer = search(&directory, Some(gazetteer()), &ask("CV1 5FB"));
    assert_eq!(ids(&directory, &answer)[MOST_LINES], "near");
    // With a kind, the one made for it first, and none of which it is not known.
    let legal = Query {
        kinds: &["legal"],
        ..ask("CV1 5FB")
    };
    assert_eq!(first(&directory, &legal), ["c-one", "d-two", "b-local"]);
}

prop_compose! {
    fn some_service(id: usize)(
        position in prop::option::of((52.3f64..52.6, -1.7f64..-1.3)), confidential: bool, from in 0u16..23, kind in 0usize..7,
    ) -> Service {
        let schedules = match kind {
            0 => vec![],
            1 | 5 | 6 => vec![open(Channel::Telephone, hours(0, 24))],
            2 => vec![open(Channel::Building, None)],
            _ => vec![open(Channel::DropIn, hours(from, from + 1))],
        };
        let mut service = service(&format!("s{id:02}"), position.map(|(latitude, longitude)| at(latitude, longitude)), schedules);
        service.coverage = match kind {
            1 => Coverage::Country,
            5 => Coverage::Areas(vec![0]),
            6 => Coverage::Areas(vec![1]),
            _ => Coverage::Unknown,
        };
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
        prop_assert_eq!(answer.len(), services.len());
        // In whatever order the services come, the answer is the same.
        let mut services = services;
        if !services.is_empty() {
            let by = turned % services.len();
            services.rotate_left(by);
            services.reverse();
        }
        let turned = directory(services);
        let other = search(&turned, Some(gazetteer), &query);
        prop_assert_eq!(answer.hits().collect::<Vec<_>>(), other.hits().collect::<Vec<_>>());
        // Groups rise; within a group what has a distance rises, and what has none is where REACH_M says.
        let key = |hit: &Hit| {
            let rank = hit.opening.map_or(Rank::Unknown, |opening| opening.rank);
            let service = &straight.services[hit.service as usize];
            let elsewhere = u32::from(service.coverage == Coverage::Areas(vec![1]));
            let far = match (rank, &service.coverage) {
                (Rank::AlwaysAnswers, Coverage::Country) => 0,
                (Rank::AlwaysAnswers, _) => 1,
                _ => hit.distance_m.unwrap_or(REACH_M + elsewhere),
            };
            (timed && far > REACH_M, rank, far, service.id.clone())
        };
        prop_assert!(answer.hits().is_sorted_by(|a, b| key(a) < key(b)));
        // No line of another council's is first, and never more than may.
        let mut first: Vec<Hit> = answer.hits().collect();
        first.retain(|hit| key(hit).1 == Rank::AlwaysAnswers);
        prop_assert!(first.len() <= MOST_LINES);
        for hit in first {
            prop_assert!(straight.services[hit.service as usize].coverage != Coverage::Areas(vec![1]));
        }
        for hit in answer.hits() {
            let confidential = straight.services[hit.service as usize].is_confidential();
            prop_assert!(!confidential || (hit.distance_m.is_none() && hit.offset.is_none() && hit.location.is_none()));
        }
    }
}
