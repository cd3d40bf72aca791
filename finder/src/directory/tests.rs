use super::*;
use crate::geometry::Position;
use crate::hours::{Channel, Exception, Span};
use crate::locale::{Direction, Message, Plural};
use crate::service::*;
use proptest::prelude::*;

/// Text of any script.
fn text() -> impl Strategy<Value = String> {
    "[a-z ]{0,8}|[^\\x00]{0,4}"
}

fn any_day() -> impl Strategy<Value = Day> {
    (-40_000i32..200_000).prop_map(Day)
}

fn spans() -> impl Strategy<Value = Vec<Span>> {
    prop::collection::btree_set(0u16..1440, 0..4).prop_map(|starts| {
        let starts: Vec<u16> = starts.into_iter().collect();
        let mut spans = Vec::new();
        for (index, start) in starts.iter().enumerate() {
            let end = starts.get(index + 1).map_or(start + 700, |next| *next);
            spans.push(Span {
                start: *start,
                end,
                certain: start % 3 != 0,
            });
        }
        spans
    })
}

fn hours() -> impl Strategy<Value = Hours> {
    let exceptions = prop::collection::btree_map(0i32..400, prop::option::of(spans()), 0..4);
    (
        prop::array::uniform7(spans()),
        exceptions,
        any_day(),
        0i32..500,
    )
        .prop_map(|(week, exceptions, from, length)| Hours {
            week,
            exceptions: exceptions
                .into_iter()
                .map(|(ahead, spans)| Exception {
                    day: from.plus(ahead),
                    spans,
                })
                .collect(),
            from,
            until: from.plus(length),
        })
}

fn premises() -> impl Strategy<Value = Premises> {
    let position = (-9_000_000i32..=9_000_000, -18_000_000i32..=18_000_000);
    let location = (
        text(),
        prop::option::of(text()),
        prop::option::of(position),
        any::<Option<bool>>(),
    )
        .prop_map(|(line, postcode, position, step_free)| Location {
            name: None,
            address: vec![line.clone(), line],
            city: postcode.clone(),
            postcode,
            position: position.and_then(|(latitude, longitude)| Position::new(latitude, longitude)),
            step_free,
        });
    prop_oneof![
        Just(Premises::Confidential),
        Just(Premises::Remote),
        prop::collection::vec(location, 0..3).prop_map(Premises::At),
    ]
}

prop_compose! {
    fn service(id: String)(
        name in text(), other in prop::option::of(text()), flags in any::<[Option<bool>; 4]>(), number in 0u8..8,
        premises in premises(), hours in prop::option::of(hours()), phone_hours in prop::option::of(hours()),
        day in prop::option::of(any_day()),
    ) -> Service {
        let pick = |count: u8| number % count;
        Service {
            id: id.clone(),
            name: name.clone(),
            organization: other.clone(),
            kinds: vec![u16::from(pick(2)); usize::from(pick(3))],
            status: if pick(2) == 0 { Status::Active } else { Status::TemporarilyClosed { until: day } },
            page: format!("services/{id}/"),
            url: other.clone(),
            emails: other.clone().into_iter().collect(),
            phones: vec![Phone {
                number: name.clone(),
                dial: "+442476223053".into(),
                kind: [PhoneKind::Voice, PhoneKind::Text, PhoneKind::Whatsapp, PhoneKind::Relay][usize::from(pick(4))],
                cost: [None, Some(CallCost::Free), Some(CallCost::Premium)][usize::from(pick(3))],
                label: other.clone(),
                hours: phone_hours,
                hours_text: other.clone(),
            }],
            premises,
            schedules: vec![Schedule { channel: Channel::DropIn, hours, text: name.clone(), confirmed: day }],
            coverage: [Coverage::Unknown, Coverage::Areas(vec![0]), Coverage::Region, Coverage::Country][usize::from(pick(4))].clone(),
            residents_only: flags[0],
            languages: (pick(2) == 0).then(|| vec![0]),
            interpreting: [None, Some(Interpreting::ByTelephone)][usize::from(pick(2))],
            cost: [None, Some(Cost::Free), Some(Cost::Some), Some(Cost::Paid)][usize::from(pick(4))],
            cost_note: other.clone(),
            referral: [None, Some(Referral::Professional)][usize::from(pick(2))],
            women_only: flags[1],
            children_welcome: flags[2],
            regulation: [
                None,
                Some(Regulation::NoAdvice),
                Some(Regulation::Regulated { body: name.clone(), registration: other.clone(), checked: day }),
            ][usize::from(pick(3))].clone(),
            confirmed: day.map(|on| Confirmation { on, by: name.clone(), how: Some(ConfirmedHow::Visit) }),
            prose: other.map(|other| Prose {
                language: "ar".into(),
                description: other.clone(),
                sections: vec![ProseSection {
                    id: "bring".into(),
                    heading: name,
                    paragraphs: vec![Paragraph { item: true, text: other }],
                }],
            }),
        }
    }
}

fn services() -> impl Strategy<Value = Vec<Service>> {
    prop::collection::btree_set("[a-z]{1,4}", 0..6)
        .prop_flat_map(|ids| ids.into_iter().map(service).collect::<Vec<_>>())
}

/// Everything but services.
fn frame(services: Vec<Service>) -> Contents {
    let kind = |id: &str, sensitive| Kind {
        id: id.into(),
        name: format!("Name of {id}"),
        sensitive,
    };
    Contents {
        locale: Locale {
            tag: "ar".into(),
            direction: Direction::RightToLeft,
            digits: ['٠', '١', '٢', '٣', '٤', '٥', '٦', '٧', '٨', '٩'],
            ..Locale::default()
        },
        strings: Strings::new([
            (
                "b".into(),
                Message {
                    forms: vec![
                        (Plural::Two, "مكانان".into()),
                        (Plural::Other, "{count}".into()),
                    ],
                },
            ),
            (
                "a".into(),
                Message {
                    forms: vec![(Plural::Other, "نص".into())],
                },
            ),
        ]),
        kinds: vec![kind("housing", false), kind("trafficking", true)],
        areas: vec![Area {
            id: "coventry".into(),
            name: "كوفنتري".into(),
            code: "E08000026".into(),
        }],
        languages: vec![LanguageName {
            tag: "ti".into(),
            name: "التيغرينية".into(),
        }],
        distance_unit: DistanceUnit::Mile,
        zone: Zone {
            initial_offset: 0,
            transitions: vec![(29_570_100, 60), (29_872_500, 0)],
        },
        content_date: Day(20_778),
        made: Some(Day(20_779)),
        districts: vec![0, 77, 255],
        services,
    }
}

#[test]
fn what_does_not_fit_together_is_refused() {
    let service = |id: &str| Service {
        id: id.into(),
        ..Service::default()
    };
    let refused = |change: fn(&mut Contents)| {
        let mut contents = frame(vec![service("a"), service("b")]);
        change(&mut contents);
        Directory::new(contents).is_err()
    };
    assert!(!refused(|_| ()));
    assert!(refused(|contents| contents.services[1].id = "a".into()));
    assert!(refused(|contents| contents.services[0].kinds = vec![2]));
    assert!(refused(
        |contents| contents.services[0].languages = Some(vec![1])
    ));
    assert!(refused(
        |contents| contents.services[0].coverage = Coverage::Areas(vec![1])
    ));
    assert!(refused(|contents| contents.zone.transitions.reverse()));
    assert!(refused(|contents| {
        let mut hours = Hours::default();
        hours.week[0].push(Span {
            start: 600,
            end: 600,
            certain: true,
        });
        contents.services[0].schedules.push(Schedule {
            hours: Some(hours),
            ..Schedule::default()
        });
    }));
}

#[test]
fn services_are_sorted_and_found_by_id() {
    let ids = ["walsall", "coventry", "birmingham"];
    let services = ids.map(|id| Service {
        id: id.into(),
        ..Service::default()
    });
    let directory = Directory::new(frame(services.to_vec())).expect("it fits together");
    let sorted: Vec<&str> = directory
        .services
        .iter()
        .map(|service| service.id.as_str())
        .collect();
    assert_eq!(sorted, ["birmingham", "coventry", "walsall"]);
    assert_eq!(
        (directory.service("coventry"), directory.service("dudley")),
        (Some(1), None)
    );
    assert_eq!(
        (
            directory.kind("trafficking"),
            directory.kind("x"),
            directory.language("ti")
        ),
        (Some(1), None, Some(0))
    );
}

#[test]
fn what_cannot_be_written_is_refused() {
    let nul = Service {
        name: "a\0b".into(),
        ..Service::default()
    };
    let file = Directory::new(frame(vec![nul])).and_then(|directory| directory.encode());
    assert_eq!(file, Err(Error::Invalid("a text holds a NUL")));
}

#[test]
fn damaged_files_say_so() {
    let file = Directory::new(frame(Vec::new()))
        .and_then(|directory| directory.encode())
        .expect("it can be written");
    for end in 0..file.len() {
        assert!(
            matches!(
                Directory::decode(&file[..end]),
                Err(Error::Truncated | Error::Checksum)
            ),
            "{end} bytes"
        );
    }
    assert_eq!(Directory::decode(b"MFGZ....."), Err(Error::Foreign));
    let mut later = file.clone();
    later[4] = 9;
    assert_eq!(Directory::decode(&later), Err(Error::Version(9)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read(services in services()) {
        let directory = Directory::new(frame(services)).expect("it fits together");
        let file = directory.encode().expect("it can be written");
        let read = Directory::decode(&file);
        prop_assert_eq!(read.as_ref(), Ok(&directory));
        prop_assert_eq!(read.and_then(|read| read.encode()), Ok(file));
    }

    #[test]
    fn hostile_contents_are_refused_or_read(services in services(), at: prop::sample::Index, to: u8, cut in 0usize..20) {
        let file = Directory::new(frame(services)).and_then(|directory| directory.encode()).expect("it can be written");
        let mut contents = file[9..].to_vec();
        let at = at.index(contents.len());
        contents[at] = to;
        contents.truncate(contents.len() - cut);
        if let Ok(directory) = Directory::decode(&wire::seal(MAGIC, VERSION, &contents)) {
            let _ = directory.encode();
        }
    }

    #[test]
    fn noise_is_refused(noise in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(Directory::decode(&noise).is_err());
        let _ = Directory::decode(&wire::seal(MAGIC, VERSION, &noise));
    }
}
