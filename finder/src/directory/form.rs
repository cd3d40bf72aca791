//! The contents of a directory file, described once for both ways: see [`Wire`].

use super::{Area, Contents, Kind, LanguageName};
use crate::calendar::Day;
use crate::geometry::Position;
use crate::hours::{Channel, Exception, Hours, Span, Zone};
use crate::locale::{Direction, DistanceUnit, Locale, Message, Plural, Strings};
use crate::service::{
    CallCost, Confirmation, ConfirmedHow, Cost, Coverage, Interpreting, Location, Paragraph, Phone,
    PhoneKind, Premises, Prose, ProseSection, Referral, Regulation, Schedule, Service, Status,
};
use crate::wire::{Error, Wire};

const NO_YES: [bool; 2] = [false, true];

/// The table of different hours while services are coded, and which of them each schedule and telephone uses.
#[derive(Default)]
pub(super) struct Table {
    pub hours: Vec<Hours>,
    pub uses: Vec<Option<u32>>,
    next: usize,
}

impl Table {
    pub(super) fn new(hours: Vec<Hours>, uses: Vec<Option<u32>>) -> Table {
        Table {
            hours,
            uses,
            next: 0,
        }
    }

    /// Codes which hours the next schedule or telephone uses: 0 none, else one more than the index.
    fn code<W: Wire>(&mut self, wire: &mut W) -> Option<Hours> {
        let known = self.uses.get(self.next).copied();
        let number = wire.number(known.flatten().map_or(0, |index| index + 1));
        let index = number.checked_sub(1);
        self.next += 1;
        if known.is_none() {
            self.uses.push(index);
        }
        let hours = index.map(|index| self.hours.get(index as usize));
        if hours == Some(None) {
            wire.fail::<()>(Error::Invalid("hours that are not listed"));
        }
        hours.flatten().cloned()
    }
}

pub(super) fn contents<W: Wire>(wire: &mut W, from: &Contents, table: &mut Table) -> Contents {
    table.hours = wire.list(&table.hours, hours);
    Contents {
        locale: locale(wire, &from.locale),
        strings: strings(wire, &from.strings),
        kinds: wire.list(&from.kinds, |wire, kind| Kind {
            id: wire.text(&kind.id),
            name: wire.text(&kind.name),
            sensitive: wire.choice(kind.sensitive, &NO_YES),
        }),
        areas: wire.list(&from.areas, |wire, area| Area {
            id: wire.text(&area.id),
            name: wire.text(&area.name),
            code: wire.text(&area.code),
        }),
        languages: wire.list(&from.languages, |wire, language| LanguageName {
            tag: wire.text(&language.tag),
            name: wire.text(&language.name),
        }),
        distance_unit: wire.choice(
            from.distance_unit,
            &[DistanceUnit::Mile, DistanceUnit::Kilometre],
        ),
        zone: zone(wire, &from.zone),
        content_date: day(wire, &from.content_date),
        made: wire.option(&from.made, day),
        districts: wire.list(&from.districts, |wire, byte| wire.byte(*byte)),
        services: wire.list(&from.services, |wire, from| service(wire, from, table)),
    }
}

fn locale<W: Wire>(wire: &mut W, from: &Locale) -> Locale {
    Locale {
        tag: wire.text(&from.tag),
        direction: wire.choice(
            from.direction,
            &[Direction::LeftToRight, Direction::RightToLeft],
        ),
        digits: from.digits.map(|digit| {
            let digit = char::from_u32(wire.number(u32::from(digit)));
            digit.unwrap_or_else(|| wire.fail(Error::Invalid("the digits")))
        }),
        decimal_separator: wire.text(&from.decimal_separator),
        weekdays: names(wire, &from.weekdays),
        months: names(wire, &from.months),
        date_pattern: wire.text(&from.date_pattern),
        time_pattern: wire.text(&from.time_pattern),
        periods: names(wire, &from.periods),
    }
}

fn names<W: Wire, const COUNT: usize>(wire: &mut W, from: &[String; COUNT]) -> [String; COUNT] {
    from.each_ref().map(|name| wire.text(name))
}

fn strings<W: Wire>(wire: &mut W, from: &Strings) -> Strings {
    const PLURALS: [Plural; 6] = [
        Plural::Zero,
        Plural::One,
        Plural::Two,
        Plural::Few,
        Plural::Many,
        Plural::Other,
    ];
    let entries = wire.list(from.entries(), |wire, (key, message)| {
        let key = wire.text(key);
        let forms = wire.list(&message.forms, |wire, (plural, text)| {
            (wire.choice(*plural, &PLURALS), wire.text(text))
        });
        (key, Message { forms })
    });
    Strings::from_sorted(entries)
        .unwrap_or_else(|| wire.fail(Error::Invalid("strings out of order")))
}

fn zone<W: Wire>(wire: &mut W, from: &Zone) -> Zone {
    Zone {
        initial_offset: offset(wire, from.initial_offset),
        transitions: wire.list(&from.transitions, |wire, (minutes, to)| {
            // Minutes since 1970 fit 32 bits until the year 6053.
            let minutes = i32::try_from(*minutes)
                .unwrap_or_else(|_| wire.fail(Error::Invalid("the time zone")));
            (i64::from(wire.signed(minutes)), offset(wire, *to))
        }),
    }
}

fn offset<W: Wire>(wire: &mut W, from: i16) -> i16 {
    let offset = wire.signed(i32::from(from));
    i16::try_from(offset).unwrap_or_else(|_| wire.fail(Error::Invalid("the time zone")))
}

fn day<W: Wire>(wire: &mut W, from: &Day) -> Day {
    Day(wire.signed(from.0))
}

#[expect(clippy::ptr_arg)] // the shape that lists and options ask for
fn text<W: Wire>(wire: &mut W, from: &String) -> String {
    wire.text(from)
}

fn index<W: Wire>(wire: &mut W, from: &u16) -> u16 {
    wire.index(*from)
}

fn service<W: Wire>(wire: &mut W, from: &Service, table: &mut Table) -> Service {
    let id = wire.text(&from.id);
    Service {
        page: page(wire, &id, from),
        name: wire.text(&from.name),
        organization: wire.option(&from.organization, text),
        kinds: wire.list(&from.kinds, index),
        status: status(wire, from.status),
        url: wire.option(&from.url, text),
        emails: wire.list(&from.emails, text),
        // In this order, which is that of `index::uses`.
        schedules: wire.list(&from.schedules, |wire, from| schedule(wire, from, table)),
        phones: wire.list(&from.phones, |wire, from| phone(wire, from, table)),
        premises: premises(wire, &from.premises),
        coverage: coverage(wire, &from.coverage),
        residents_only: wire.maybe(from.residents_only, &NO_YES),
        languages: wire.option(&from.languages, |wire, languages| {
            wire.list(languages, index)
        }),
        interpreting: wire.maybe(
            from.interpreting,
            &[
                Interpreting::Available,
                Interpreting::ByTelephone,
                Interpreting::NotAvailable,
            ],
        ),
        cost: wire.maybe(from.cost, &[Cost::Free, Cost::Some, Cost::Paid]),
        cost_note: wire.option(&from.cost_note, text),
        referral: wire.maybe(
            from.referral,
            &[
                Referral::None,
                Referral::SelfReferral,
                Referral::Professional,
            ],
        ),
        women_only: wire.maybe(from.women_only, &NO_YES),
        children_welcome: wire.maybe(from.children_welcome, &NO_YES),
        regulation: wire.option(&from.regulation, regulation),
        confirmed: wire.option(&from.confirmed, |wire, from| {
            let how = [
                ConfirmedHow::Website,
                ConfirmedHow::Telephone,
                ConfirmedHow::Email,
                ConfirmedHow::Visit,
                ConfirmedHow::Provider,
            ];
            Confirmation {
                on: day(wire, &from.on),
                by: wire.text(&from.by),
                how: wire.maybe(from.how, &how),
            }
        }),
        prose: wire.option(&from.prose, prose),
        id,
    }
}

/// The address of a service's page: nothing where it is the usual one.
fn page<W: Wire>(wire: &mut W, id: &str, from: &Service) -> String {
    let usual = |id: &str| ["services/", id, "/index.html"].concat();
    let own = if from.page == usual(&from.id) {
        ""
    } else {
        &from.page
    };
    let page = wire.text(own);
    if page.is_empty() { usual(id) } else { page }
}

/// The number to dial: what comes before the digits that it shares with the number as people read it (`+44`), and how many
/// of its digits are left out (`0`).
fn dial<W: Wire>(wire: &mut W, number: &str, from: &Phone) -> String {
    let digits = |number: &str| {
        let digits = number.chars().filter(char::is_ascii_digit);
        digits.collect::<String>()
    };
    let (shown, read) = (digits(&from.number), digits(number));
    let same = shown.bytes().rev().zip(from.dial.bytes().rev());
    let same = same.take_while(|(shown, dialled)| shown == dialled).count();
    let mut dial = wire.text(&from.dial[..from.dial.len() - same]);
    let left_out = wire.number((shown.len() - same) as u32) as usize;
    match read.get(left_out..) {
        Some(shared) => dial.push_str(shared),
        None => wire.fail(Error::Invalid("a telephone number")),
    }
    dial
}

fn status<W: Wire>(wire: &mut W, from: Status) -> Status {
    let (closed, until) = match from {
        Status::Active => (false, None),
        Status::TemporarilyClosed { until } => (true, until),
    };
    if wire.choice(closed, &NO_YES) {
        Status::TemporarilyClosed {
            until: wire.option(&until, day),
        }
    } else {
        Status::Active
    }
}

fn phone<W: Wire>(wire: &mut W, from: &Phone, table: &mut Table) -> Phone {
    let kinds = [
        PhoneKind::Voice,
        PhoneKind::Text,
        PhoneKind::Whatsapp,
        PhoneKind::Textphone,
        PhoneKind::Relay,
    ];
    let number = wire.text(&from.number);
    Phone {
        dial: dial(wire, &number, from),
        kind: wire.choice(from.kind, &kinds),
        cost: wire.maybe(
            from.cost,
            &[CallCost::Free, CallCost::Standard, CallCost::Premium],
        ),
        label: wire.option(&from.label, text),
        hours: table.code(wire),
        hours_text: wire.option(&from.hours_text, text),
        number,
    }
}

fn premises<W: Wire>(wire: &mut W, from: &Premises) -> Premises {
    let (which, locations) = match from {
        Premises::Remote => (0, &[][..]),
        Premises::Confidential => (1, &[][..]),
        Premises::At(locations) => (2, &locations[..]),
    };
    match wire.choice(which, &[0, 1, 2]) {
        0 => Premises::Remote,
        1 => Premises::Confidential,
        _ => Premises::At(wire.list(locations, location)),
    }
}

fn location<W: Wire>(wire: &mut W, from: &Location) -> Location {
    Location {
        name: wire.option(&from.name, text),
        address: wire.list(&from.address, text),
        city: wire.option(&from.city, text),
        postcode: wire.option(&from.postcode, text),
        position: if wire.choice(from.position.is_some(), &NO_YES) {
            let (latitude, longitude) = from
                .position
                .map_or((0, 0), |at| (at.latitude(), at.longitude()));
            let position = Position::new(wire.signed(latitude), wire.signed(longitude));
            if position.is_none() {
                wire.fail::<()>(Error::Invalid("a position is not on Earth"));
            }
            position
        } else {
            None
        },
        step_free: wire.maybe(from.step_free, &NO_YES),
    }
}

fn schedule<W: Wire>(wire: &mut W, from: &Schedule, table: &mut Table) -> Schedule {
    let channels = [
        Channel::Building,
        Channel::Telephone,
        Channel::DropIn,
        Channel::Appointment,
    ];
    Schedule {
        channel: wire.choice(from.channel, &channels),
        hours: table.code(wire),
        text: wire.text(&from.text),
        confirmed: wire.option(&from.confirmed, day),
    }
}

fn hours<W: Wire>(wire: &mut W, from: &Hours) -> Hours {
    let mut week: [Vec<Span>; 7] = Default::default();
    for (day, from) in week.iter_mut().zip(&from.week) {
        *day = wire.list(from, span);
    }
    let begin = day(wire, &from.from);
    let until = begin.plus(wire.signed(from.until.since(from.from)));
    let mut before = begin;
    let mut from_before = from.from;
    let exceptions = wire.list(&from.exceptions, |wire, exception| {
        // Days are counted from the one before, which makes the same holidays the same bytes.
        before = before.plus(wire.signed(exception.day.since(from_before)));
        from_before = exception.day;
        let spans = wire.option(&exception.spans, |wire, spans| wire.list(spans, span));
        Exception { day: before, spans }
    });
    Hours {
        week,
        exceptions,
        from: begin,
        until,
    }
}

fn span<W: Wire>(wire: &mut W, from: &Span) -> Span {
    Span {
        start: wire.index(from.start),
        end: wire.index(from.end),
        certain: wire.choice(from.certain, &NO_YES),
    }
}

fn coverage<W: Wire>(wire: &mut W, from: &Coverage) -> Coverage {
    let (which, areas) = match from {
        Coverage::Unknown => (0, &[][..]),
        Coverage::Areas(areas) => (1, &areas[..]),
        Coverage::Region => (2, &[][..]),
        Coverage::Country => (3, &[][..]),
    };
    match wire.choice(which, &[0, 1, 2, 3]) {
        0 => Coverage::Unknown,
        1 => Coverage::Areas(wire.list(areas, index)),
        2 => Coverage::Region,
        _ => Coverage::Country,
    }
}

fn regulation<W: Wire>(wire: &mut W, from: &Regulation) -> Regulation {
    let nothing = (&String::new(), &None, &None);
    let (regulated, (body, registration, checked)) = match from {
        Regulation::NoAdvice => (false, nothing),
        Regulation::Regulated {
            body,
            registration,
            checked,
        } => (true, (body, registration, checked)),
    };
    if wire.choice(regulated, &NO_YES) {
        Regulation::Regulated {
            body: wire.text(body),
            registration: wire.option(registration, text),
            checked: wire.option(checked, day),
        }
    } else {
        Regulation::NoAdvice
    }
}

fn prose<W: Wire>(wire: &mut W, from: &Prose) -> Prose {
    Prose {
        language: wire.text(&from.language),
        description: wire.text(&from.description),
        sections: wire.list(&from.sections, |wire, section| ProseSection {
            id: wire.text(&section.id),
            heading: wire.text(&section.heading),
            paragraphs: wire.list(&section.paragraphs, |wire, paragraph| Paragraph {
                item: wire.choice(paragraph.item, &NO_YES),
                text: wire.text(&paragraph.text),
            }),
        }),
    }
}
