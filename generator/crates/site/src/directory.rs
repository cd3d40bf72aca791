//! The finder's file of one language: strings, names and services, as the widget and `mifriendly find` search them.

use crate::hours;
use crate::model::{Page, Site};
use crate::positions;
use crate::service_context::words;
use crate::strings::marked;
use crate::words::Words;
use content::Date;
use content::city::DistanceUnit;
use content::language::Language;
use content::service::{LocationRecord, RegulationRecord, ScheduleKind, ServiceRecord, Status};
use diagnostics::Diagnostics;
use document::Block;
use finder::directory::{Area, Contents, Directory, Kind, LanguageName};
use finder::gazetteer::Builder;
use finder::hours::Channel;
use finder::locale::{Direction, Locale, Strings};
use finder::postcode::Level;
use finder::service as found;
use std::collections::BTreeSet;

/// Prefixes of the messages that the widget may use.
const WIDGET_STRINGS: &[&str] = &["finder-"];

/// The directory of `language`, and what in its strings the widget cannot use.
///
/// # Errors
/// What the finder refuses, as its error says it: a fault of the program, since records were checked.
pub fn directory(
    site: &Site,
    language: &'static Language,
) -> (Result<Directory, finder::wire::Error>, Diagnostics) {
    let words = words(site, language);
    let (strings, problems) = site.strings.bake(language.tag, WIDGET_STRINGS);
    let services: Vec<(&Page, &ServiceRecord)> = site.services().collect();
    let tags: BTreeSet<&str> = services
        .iter()
        .flat_map(|(_, s)| s.languages.iter().map(|l| l.value.as_str()))
        .collect();
    let languages: Vec<LanguageName> = tags
        .into_iter()
        .map(|tag| LanguageName {
            tag: tag.to_owned(),
            name: words.language_name(tag),
        })
        .collect();
    let names = Names {
        site,
        languages: &languages,
        language,
    };
    let contents = Contents {
        locale: locale(language, words),
        strings: Strings::new(strings),
        kinds: site
            .city
            .kinds
            .iter()
            .map(|k| Kind {
                id: k.id.clone(),
                name: words.text(&format!("kind-{}", k.id)),
                sensitive: k.sensitive,
            })
            .collect(),
        areas: site
            .city
            .areas
            .iter()
            .map(|a| Area {
                id: a.id.clone(),
                name: words.text(&format!("area-{}", a.id)),
                code: a.code.clone().unwrap_or_default(),
            })
            .collect(),
        distance_unit: match site.city.distance_unit {
            DistanceUnit::Mile => finder::locale::DistanceUnit::Mile,
            DistanceUnit::Kilometre => finder::locale::DistanceUnit::Kilometre,
        },
        zone: hours::zone(site),
        content_date: hours::day(newest(&services, site.today)),
        made: Some(hours::day(site.today)),
        districts: districts(site).unwrap_or_default(),
        services: services
            .iter()
            .map(|(page, record)| names.service(page, record))
            .collect(),
        languages,
    };
    (Directory::new(contents), problems)
}

/// The region's districts alone, for a reader whose gazetteer did not arrive whole; `None` where there are none.
fn districts(site: &Site) -> Option<Vec<u8>> {
    let index = &site.gazetteer.as_ref()?.index;
    if index.codes(Level::District).is_empty() {
        return None;
    }
    let mut builder = Builder::from_gazetteer(index);
    let districts = builder.without_places().reduce(Level::District).ok()?;
    districts.encode().ok()
}

/// The newest day on which a record was confirmed or its sources seen.
fn newest(services: &[(&Page, &ServiceRecord)], today: Date) -> Date {
    services
        .iter()
        .flat_map(|(_, s)| {
            let checked = s.sources.iter().map(|source| source.checked);
            s.last_confirmed.into_iter().chain(checked)
        })
        .max()
        .unwrap_or(today)
}

fn locale(language: &Language, words: Words) -> Locale {
    let weekday = |n: usize| words.text(&format!("weekday-{}", n + 1));
    let month = |n: usize| words.text(&format!("month-{}", n + 1));
    Locale {
        tag: language.tag.to_owned(),
        direction: match language.direction {
            document::Direction::LeftToRight => Direction::LeftToRight,
            document::Direction::RightToLeft => Direction::RightToLeft,
        },
        // Western digits and the 24-hour clock in every language: see `words`.
        digits: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
        decimal_separator: words.number.decimal.to_string(),
        weekdays: std::array::from_fn(weekday),
        months: std::array::from_fn(month),
        date_pattern: date_pattern(words),
        time_pattern: "{hour}:{minute}".to_owned(),
        periods: [String::new(), String::new()],
    }
}

/// The string `date` with the finder's placeholders for its values.
fn date_pattern(words: Words) -> String {
    use crate::strings::Argument::Text;
    let pattern = words.with(
        "date",
        &[
            ("day", Text("{day}")),
            ("month", Text("{month}")),
            ("year", Text("{year}")),
        ],
    );
    // Isolation marks are the widget's own affair.
    let pattern = pattern.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "");
    // Only the month is a word, and so of the page's language in a pattern that may be of another.
    ["{day}", "{year}"]
        .into_iter()
        .fold(pattern, |pattern, number| {
            pattern.replace(&marked(words.language, number), number)
        })
}

/// Turns ids into the directory's numbers.
struct Names<'s> {
    site: &'s Site,
    languages: &'s [LanguageName],
    language: &'static Language,
}

impl Names<'_> {
    fn service(&self, page: &Page, record: &ServiceRecord) -> found::Service {
        let compile = |text: &str| self.site.derived.hours(text).cloned();
        found::Service {
            id: page.slug().to_owned(),
            name: record.name.clone(),
            organization: record.organization.clone().filter(|o| *o != record.name),
            kinds: record
                .kinds
                .iter()
                .filter_map(|k| index(&self.site.city.kinds, |kind| kind.id == k.value))
                .collect(),
            status: match record.status {
                Status::TemporarilyClosed(until) => found::Status::TemporarilyClosed {
                    until: until.map(hours::day),
                },
                Status::Active | Status::Inactive => found::Status::Active,
            },
            page: format!("{}/index.html", page.address),
            url: record.url.clone(),
            emails: record.email.iter().cloned().collect(),
            phones: record
                .phones
                .iter()
                .map(|p| {
                    let hours = p.opening_hours.as_deref().and_then(compile);
                    found::Phone {
                        number: p.number.clone(),
                        dial: p.dialled.clone(),
                        kind: p.kind,
                        cost: p.cost,
                        label: p.label.clone(),
                        hours_text: p.opening_hours.clone().filter(|_| hours.is_none()),
                        hours,
                    }
                })
                .collect(),
            premises: self.premises(record),
            schedules: record
                .schedules
                .iter()
                .map(|s| {
                    let hours = compile(&s.opening_hours);
                    found::Schedule {
                        channel: match s.kind {
                            ScheduleKind::Building => Channel::Building,
                            ScheduleKind::DropIn => Channel::DropIn,
                            ScheduleKind::Appointment => Channel::Appointment,
                        },
                        text: match hours {
                            Some(_) => String::new(),
                            None => s.opening_hours.clone(),
                        },
                        hours,
                        confirmed: s.confirmed.map(hours::day),
                    }
                })
                .collect(),
            coverage: self.coverage(record),
            residents_only: record.residents_only,
            languages: (!record.languages.is_empty()).then(|| {
                record
                    .languages
                    .iter()
                    .filter_map(|tag| index(self.languages, |l| l.tag == tag.value))
                    .collect()
            }),
            interpreting: record.interpreting,
            cost: record.cost,
            cost_note: record.cost_note.clone(),
            referral: record.referral,
            women_only: record.women_only,
            children_welcome: record.children_welcome,
            regulation: record.regulation.as_ref().and_then(|r| match r {
                RegulationRecord::NoAdvice => Some(found::Regulation::NoAdvice),
                RegulationRecord::Unconfirmed => None,
                RegulationRecord::Regulated {
                    body,
                    registration,
                    checked,
                } => Some(found::Regulation::Regulated {
                    body: body.clone(),
                    registration: Some(registration.clone()),
                    checked: Some(hours::day(*checked)),
                }),
            }),
            confirmed: record.last_confirmed.map(|on| found::Confirmation {
                on: hours::day(on),
                by: record.confirmed_by.clone().unwrap_or_default(),
                how: record.confirmed_how,
            }),
            prose: Some(self.prose(page)),
        }
    }

    fn premises(&self, record: &ServiceRecord) -> found::Premises {
        if record.confidential {
            return found::Premises::Confidential;
        }
        if record.locations.is_empty() {
            return found::Premises::Remote;
        }
        let location = |l: &LocationRecord| found::Location {
            name: l.name.clone(),
            address: l.address.clone(),
            city: l.city.clone(),
            postcode: l.postcode.as_ref().map(|p| p.value.clone()),
            position: positions::position(self.site, l),
            step_free: l.step_free,
        };
        found::Premises::At(record.locations.iter().map(location).collect())
    }

    fn coverage(&self, record: &ServiceRecord) -> found::Coverage {
        let says = |word: &str| record.areas.iter().any(|a| a.value == word);
        if says("country") {
            return found::Coverage::Country;
        }
        if says("all") {
            return found::Coverage::Region;
        }
        if record.areas.is_empty() {
            return found::Coverage::Unknown;
        }
        found::Coverage::Areas(
            record
                .areas
                .iter()
                .filter_map(|a| index(&self.site.city.areas, |area| area.id == a.value))
                .collect(),
        )
    }

    fn prose(&self, page: &Page) -> found::Prose {
        let text = page.text(self.language.tag);
        // Plain text asks nothing of where it will be but the facts it cites.
        let assets = crate::draw::Assets::default();
        let drawer = crate::draw::Drawer::new(self.site, &assets, page, text, "", self.language);
        let section = |s: &document::Section| found::ProseSection {
            id: s.id.clone(),
            heading: document::text::inlines(&s.heading, &drawer),
            paragraphs: paragraphs(&s.blocks, false, &drawer),
        };
        found::Prose {
            language: text.language.tag.to_owned(),
            description: page.shown_description(self.language),
            sections: text.document.sections.iter().map(section).collect(),
        }
    }
}

fn paragraphs(blocks: &[Block], item: bool, drawer: &crate::draw::Drawer) -> Vec<found::Paragraph> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::List { items, .. } => {
                for item in items {
                    found.extend(paragraphs(&item.blocks, true, drawer));
                }
            }
            other => {
                let text = document::text::blocks(std::slice::from_ref(other), drawer);
                let text = text.trim();
                if !text.is_empty() {
                    let text = text.to_owned();
                    found.push(found::Paragraph { item, text });
                }
            }
        }
    }
    found
}

fn index<T>(list: &[T], fits: impl Fn(&T) -> bool) -> Option<u16> {
    list.iter()
        .position(fits)
        .and_then(|i| u16::try_from(i).ok())
}
