use super::*;
use proptest::prelude::*;

/// Great Britain in 2026 and 2027.
fn london() -> Zone {
    let at =
        |day, hour: i64| i64::from(Day::from_iso(day).expect("a date").0) * DAY_MINUTES + hour * 60;
    Zone {
        initial_offset: 0,
        transitions: vec![
            (at("2026-03-29", 1), 60),
            (at("2026-10-25", 1), 0),
            (at("2027-03-28", 1), 60),
            (at("2027-10-31", 1), 0),
        ],
    }
}

fn day(text: &str) -> Day {
    Day::from_iso(text).expect("a date")
}

/// The moment at which clocks in London show this.
fn at(date: &str, hour: u16, minute: u16) -> Minutes {
    london().moment(day(date), hour * 60 + minute)
}

fn span(from: u16, to: u16) -> Span {
    Span {
        start: from * 60,
        end: to * 60,
        certain: true,
    }
}

/// Monday to Friday 9-13 and 14-17, Saturday 20 till 2; Christmas closed, 28 December unknown; known until new year.
fn office() -> Hours {
    let weekday = vec![span(9, 13), span(14, 17)];
    let [monday, tuesday, wednesday, thursday, friday] = std::array::from_fn(|_| weekday.clone());
    Hours {
        week: [
            monday,
            tuesday,
            wednesday,
            thursday,
            friday,
            vec![span(20, 26)],
            vec![],
        ],
        exceptions: vec![
            Exception {
                day: day("2026-12-25"),
                spans: Some(vec![]),
            },
            Exception {
                day: day("2026-12-28"),
                spans: None,
            },
        ],
        from: day("2026-06-01"),
        until: day("2026-12-31"),
    }
}

fn state(date: &str, hour: u16, minute: u16) -> State {
    office().state(&london(), at(date, hour, minute))
}

fn opens(date: &str, hour: u16, in_days: u8) -> State {
    State::Closed {
        opens: Some(Opens {
            day: day(date),
            minute: hour * 60,
            in_days,
        }),
    }
}

#[test]
fn open_closed_and_when_it_changes() {
    // 2026-11-23 is a Monday.
    assert_eq!(
        state("2026-11-23", 12, 40),
        State::Open {
            closes_in: Some(20)
        }
    );
    assert_eq!(state("2026-11-23", 13, 0), opens("2026-11-23", 14, 0));
    assert_eq!(state("2026-11-23", 8, 59), opens("2026-11-23", 9, 0));
    assert_eq!(state("2026-11-23", 17, 0), opens("2026-11-24", 9, 1));
    assert_eq!(state("2026-11-27", 18, 0), opens("2026-11-28", 20, 1));
}

#[test]
fn hours_past_midnight_belong_to_the_day_they_began() {
    assert_eq!(
        state("2026-11-28", 23, 0),
        State::Open {
            closes_in: Some(180)
        }
    );
    assert_eq!(
        state("2026-11-29", 1, 59),
        State::Open { closes_in: Some(1) }
    );
    assert_eq!(state("2026-11-29", 2, 0), opens("2026-11-30", 9, 1));
}

#[test]
fn clocks_put_back_in_the_night_lengthen_it() {
    // Sunday 2026-10-25, 02:00 summer time becomes 01:00: from Saturday 23:00 to 02:00 there are four hours.
    assert_eq!(
        state("2026-10-24", 23, 0),
        State::Open {
            closes_in: Some(240)
        }
    );
}

#[test]
fn holidays_are_closed_and_gaps_in_knowledge_are_unknown() {
    assert_eq!(state("2026-12-25", 10, 0), opens("2026-12-26", 20, 1));
    assert_eq!(state("2026-12-28", 10, 0), State::Unknown);
    // The next day that may be open is not known: nothing is promised.
    assert_eq!(state("2026-12-27", 10, 0), State::Closed { opens: None });
}

#[test]
fn nothing_is_known_outside_the_horizon() {
    assert_eq!(state("2027-01-04", 10, 0), State::Unknown);
    assert_eq!(state("2026-05-29", 10, 0), State::Unknown);
    assert_eq!(state("2026-12-31", 18, 0), State::Closed { opens: None });
    let days = office().days(day("2026-12-24"), 9);
    assert_eq!(
        days.iter()
            .map(|day| day.spans.as_ref().map(Vec::len))
            .collect::<Vec<_>>(),
        [
            Some(2),
            Some(0),
            Some(1),
            Some(0),
            None,
            Some(2),
            Some(2),
            Some(2),
            None,
        ]
    );
    assert_eq!(days.iter().filter(|day| day.exception).count(), 2);
}

#[test]
fn perhaps_open_is_unknown() {
    let mut hours = office();
    hours.week[0][0].certain = false;
    assert_eq!(
        hours.state(&london(), at("2026-11-23", 10, 0)),
        State::Unknown
    );
    assert_eq!(
        hours.state(&london(), at("2026-11-23", 15, 0)),
        State::Open {
            closes_in: Some(120)
        }
    );
    // What opens next is uncertain: nothing is promised.
    assert_eq!(
        hours.state(&london(), at("2026-11-23", 8, 0)),
        State::Closed { opens: None }
    );
}

#[test]
fn a_helpline_that_always_answers() {
    let always = Hours {
        week: std::array::from_fn(|_| vec![span(0, 24)]),
        ..office()
    };
    assert!(!always.is_always_open(), "it is closed on Christmas day");
    let always = Hours {
        exceptions: vec![],
        ..always
    };
    assert!(always.is_always_open());
    assert_eq!(
        always.state(&london(), at("2026-11-23", 3, 0)),
        State::Open { closes_in: None }
    );
    // Beyond the horizon nothing is known, so no closing time is made up.
    assert_eq!(
        always.state(&london(), at("2026-12-31", 23, 0)),
        State::Open { closes_in: None }
    );
    assert!(!office().is_always_open());
}

#[test]
fn the_citys_clock_not_the_phones() {
    let summer = london().local(at("2026-07-01", 9, 0));
    assert_eq!((summer.day, summer.minute), (day("2026-07-01"), 540));
    assert_eq!(
        at("2026-07-01", 9, 0) + 60,
        i64::from(day("2026-07-01").0) * DAY_MINUTES + 540
    );
}

proptest! {
    #[test]
    fn open_until_it_says_and_closed_until_it_says(now in at("2026-06-02", 0, 0)..at("2026-12-20", 0, 0)) {
        let (hours, zone) = (office(), london());
        match hours.state(&zone, now) {
            State::Open { closes_in: Some(minutes) } => {
                let last = hours.state(&zone, now + i64::from(minutes) - 1);
                let still_open = matches!(last, State::Open { .. });
                prop_assert!(still_open, "{last:?}");
                let after = hours.state(&zone, now + i64::from(minutes));
                let closed = matches!(after, State::Closed { .. });
                prop_assert!(closed, "{after:?}");
            }
            State::Closed { opens: Some(opens) } => {
                let moment = zone.moment(opens.day, opens.minute);
                prop_assert!(moment > now);
                let open = matches!(hours.state(&zone, moment), State::Open { .. });
                let closed = matches!(hours.state(&zone, moment - 1), State::Closed { .. });
                prop_assert!(open && closed);
            }
            other => prop_assert!(false, "{other:?}"),
        }
    }
}
