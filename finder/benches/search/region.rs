//! A made-up region: 95,000 postcodes in five postal areas, 10,000 services, and what people might type there. The same
//! on every machine.

use finder::calendar::{Day, Minutes};
use finder::directory::{Area, Contents, Directory, Kind, LanguageName};
use finder::gazetteer::{Builder, Council, Gazetteer, Unit};
use finder::geometry::Position;
use finder::hours::{Channel, Hours, Span, Zone};
use finder::place::Place;
use finder::postcode::{Format, Level};
use finder::search::{Filters, Query};
use finder::service::{
    Confirmation, Cost, Coverage, Interpreting, Location, Phone, Premises, Referral, Schedule,
    Service,
};

const POSTCODES: usize = 95_000;
const SERVICES: usize = 10_000;
/// So many of their opening hours are different.
const WEEKS: usize = 2_000;
const KINDS: [&str; 16] = [
    "immigration",
    "legal",
    "housing",
    "money",
    "food",
    "health",
    "mental-health",
    "english",
    "jobs",
    "business",
    "families",
    "women",
    "domestic-abuse",
    "trafficking",
    "lgbt",
    "community",
];
const LANGUAGES: [&str; 12] = [
    "ar", "ckb", "en", "fa", "fr", "pa", "pl", "ps", "ro", "so", "ti", "ur",
];
/// 2026-11-24, a Tuesday, at noon.
const TODAY: Day = Day(20_781);
const NOON: Minutes = 20_781 * 1440 + 720;

/// The two files of a search.
pub struct Region {
    pub gazetteer: Vec<u8>,
    pub directory: Vec<u8>,
}

impl Region {
    pub fn new() -> Region {
        let directory = Directory::new(contents(&mut Dice(3))).expect("it fits together");
        Region {
            gazetteer: gazetteer(),
            directory: directory.encode().expect("it can be written"),
        }
    }
}

/// Numbers that look thrown (SplitMix64).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, count: usize) -> usize {
        (self.next() % count as u64) as usize
    }

    /// Whether something holds that holds `percent` times in a hundred.
    fn holds(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// A point at most `reach` degrees from another in each direction.
    fn near(&mut self, (latitude, longitude): (f64, f64), reach: f64) -> (f64, f64) {
        let mut off = || (self.below(2_000_001) as f64 / 1e6 - 1.0) * reach;
        (latitude + off(), longitude + off())
    }
}

const MIDDLE: (f64, f64) = (52.5, -1.9);

/// The region's postcodes and places.
pub fn gazetteer() -> Vec<u8> {
    let dice = &mut Dice(1);
    const INWARD: &[u8] = b"ABDEFGHJLNPQRSTUWXYZ";
    let format = Format::for_country("GB").expect("it is known");
    let mut builder = Builder::new(format.clone());
    let councils: Vec<u16> = (0..20)
        .map(|number| {
            builder.council(Council {
                code: format!("E0800{number:04}"),
                county: String::new(),
                name: format!("Council {number}"),
            })
        })
        .collect();
    let (areas, districts, sectors) = (["B", "CV", "DY", "WS", "WV"], 24, 8);
    let each = POSTCODES / (areas.len() * districts * sectors);
    for area in areas {
        for district in 1..=districts {
            let middle = dice.near(MIDDLE, 0.3);
            let council = Some(councils[dice.below(councils.len())]);
            for sector in 0..sectors {
                let middle = dice.near(middle, 0.02);
                for unit in 0..each {
                    let letter = |at: usize| char::from(INWARD[at % INWARD.len()]);
                    let (first, second) = (letter(unit / 20), letter(unit));
                    let code = format!("{area}{district} {sector}{first}{second}");
                    builder.unit(Unit {
                        code: format.normalise(&code).expect("it is one"),
                        degrees: dice.near(middle, 0.006),
                        council,
                    });
                }
            }
        }
    }
    for number in 0..400 {
        let (latitude, longitude) = dice.near(MIDDLE, 0.3);
        builder.place(Place {
            name: format!("Neighbourhood {number}"),
            context: format!("Council {}", number % 20),
            spellings: vec![(format!("حي {number}"), "ar".into())],
            position: Position::from_degrees(latitude, longitude).expect("on Earth"),
            radius_m: 600,
            council: Some(councils[number % 20]),
            weight: 100,
        });
    }
    builder.encode().expect("it can be written")
}

fn contents(dice: &mut Dice) -> Contents {
    let hours: Vec<Hours> = (0..WEEKS).map(|_| hours(dice)).collect();
    let kind = |id: &str| Kind {
        id: id.into(),
        name: id.into(),
        sensitive: false,
    };
    let language = |tag: &str| LanguageName {
        tag: tag.into(),
        name: tag.into(),
    };
    let area = |number: usize| Area {
        id: format!("area-{number}"),
        name: format!("Area {number}"),
        code: format!("E0800{number:04}"),
    };
    Contents {
        kinds: KINDS.map(kind).to_vec(),
        languages: LANGUAGES.map(language).to_vec(),
        areas: (0..12).map(area).collect(),
        zone: Zone::default(),
        content_date: TODAY,
        made: Some(TODAY),
        services: (0..SERVICES)
            .map(|number| service(dice, number, &hours))
            .collect(),
        ..Contents::default()
    }
}

/// A week of one or two spans a day, with a few holidays.
fn hours(dice: &mut Dice) -> Hours {
    let (opens, closes) = (8 + dice.below(4) as u16, 15 + dice.below(5) as u16);
    let span = |start: u16, end: u16| Span {
        start: start * 60,
        end: end * 60,
        certain: true,
    };
    let mut week: [Vec<Span>; 7] = Default::default();
    for day in &mut week {
        if dice.holds(70) {
            *day = if dice.holds(30) {
                vec![span(opens, 12), span(13, closes)]
            } else {
                vec![span(opens, closes)]
            };
        }
    }
    let holiday = |ahead| finder::hours::Exception {
        day: TODAY.plus(ahead),
        spans: Some(Vec::new()),
    };
    Hours {
        week,
        exceptions: [31, 32, 34, 38].map(holiday).to_vec(),
        from: TODAY.plus(-30),
        until: TODAY.plus(400),
    }
}

fn service(dice: &mut Dice, number: usize, hours: &[Hours]) -> Service {
    let always = dice.holds(2);
    let remote = always || dice.holds(20);
    let all_day = Span {
        start: 0,
        end: 1440,
        certain: true,
    };
    let line_hours = Hours {
        week: std::array::from_fn(|_| vec![all_day]),
        exceptions: Vec::new(),
        ..hours[0].clone()
    };
    let place = |dice: &mut Dice| {
        let (latitude, longitude) = dice.near(MIDDLE, 0.3);
        Location {
            address: vec![format!("{} High Street", 1 + dice.below(200))],
            city: Some("Testford".into()),
            postcode: Some("ZZ1 2AB".into()),
            position: Position::from_degrees(latitude, longitude).filter(|_| dice.holds(95)),
            step_free: dice.holds(50).then_some(true),
            ..Location::default()
        }
    };
    Service {
        id: format!("service-{number:05}"),
        name: format!("Help for people, branch {number}"),
        kinds: (0..1 + dice.below(3))
            .map(|_| dice.below(KINDS.len()) as u16)
            .collect(),
        page: format!("services/service-{number:05}/index.html"),
        url: Some(format!("https://{number}.example.org")),
        phones: vec![Phone {
            number: format!("01632 {:06}", 960_000 + number % 1000),
            dial: format!("+441632{:06}", 960_000 + number % 1000),
            hours: always.then_some(line_hours),
            ..Phone::default()
        }],
        premises: if remote {
            Premises::Remote
        } else {
            Premises::At((0..1 + dice.below(2)).map(|_| place(dice)).collect())
        },
        schedules: (0..dice.below(3))
            .map(|_| Schedule {
                channel: [Channel::DropIn, Channel::Building, Channel::Appointment][dice.below(3)],
                hours: Some(hours[dice.below(hours.len())].clone()),
                text: "Mo-Fr 09:00-17:00".into(),
                confirmed: None,
            })
            .collect(),
        coverage: match dice.below(3) {
            0 => Coverage::Country,
            1 => Coverage::Region,
            _ => Coverage::Areas(vec![dice.below(12) as u16]),
        },
        residents_only: dice.holds(20).then_some(true),
        languages: dice
            .holds(50)
            .then(|| vec![dice.below(LANGUAGES.len()) as u16, 2]),
        interpreting: dice.holds(30).then_some(Interpreting::ByTelephone),
        cost: dice.holds(60).then_some(Cost::Free),
        referral: dice.holds(30).then_some(Referral::None),
        confirmed: Some(Confirmation {
            on: TODAY.plus(-(dice.below(300) as i32)),
            by: "Somebody".into(),
            how: None,
        }),
        ..Service::default()
    }
}

/// What somebody asks.
pub struct Typed {
    text: String,
    kinds: Vec<&'static str>,
    language: Option<&'static str>,
    free: bool,
}

impl Typed {
    pub fn query(&self) -> Query<'_> {
        Query {
            text: &self.text,
            kinds: &self.kinds,
            filters: Filters {
                language: self.language,
                free: self.free,
                ..Filters::default()
            },
            now: Some(NOON),
            ..Query::default()
        }
    }
}

/// Which of ten queries are of which sort.
#[cfg(not(target_arch = "wasm32"))]
pub const SORTS: [(usize, &str); 4] = [
    (0, "a postcode"),
    (7, "a name"),
    (8, "a misspelt name"),
    (9, "nonsense"),
];

/// Postcodes, parts of them, names, misspelt names and nonsense; half of them with kinds, some with more.
pub fn queries(gazetteer: &Gazetteer, count: usize) -> Vec<Typed> {
    let mut dice = Dice(2);
    let format = gazetteer.format();
    let [units, sectors, districts] =
        [Level::Unit, Level::Sector, Level::District].map(|level| gazetteer.codes(level));
    (0..count)
        .map(|number| {
            let one = |dice: &mut Dice, codes: &[finder::postcode::Code]| {
                format.display(&codes[dice.below(codes.len())])
            };
            let text = match number % 10 {
                0..=4 => one(&mut dice, &units),
                5 => one(&mut dice, &sectors),
                6 => one(&mut dice, &districts),
                7 => format!("neighbourhood {}", dice.below(400)),
                8 => format!("neigbourhod {}", dice.below(400)),
                _ => "nowhere at all".into(),
            };
            Typed {
                text,
                kinds: if dice.holds(50) {
                    vec![KINDS[dice.below(KINDS.len())]]
                } else {
                    Vec::new()
                },
                language: dice
                    .holds(20)
                    .then(|| LANGUAGES[dice.below(LANGUAGES.len())]),
                free: dice.holds(20),
            }
        })
        .collect()
}
