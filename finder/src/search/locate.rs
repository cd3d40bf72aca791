//! Where a reader is, from what they typed or from the position they gave.

use super::{Alternative, CouncilAnswer, CouncilRef, Located, Outcome, Precision, Query};
use crate::directory::Directory;
use crate::gazetteer::{Gazetteer, Spot, Variant};
use crate::place::{Fit, Match, fold};
use crate::postcode::{Code, Level};

/// So many other places are offered at most.
const MOST_ALTERNATIVES: usize = 8;
/// Beyond this many metres from the nearest postcode no council is named.
const COUNCIL_REACH_M: u32 = 5_000;

/// Of two places of one name the larger is taken where it is so many times as large; the other is offered.
const LIKELIER: u32 = 10;

type Where = (Outcome, Option<Located>, Vec<Alternative>);

pub(super) fn locate(
    directory: &Directory,
    gazetteer: Option<&Gazetteer>,
    query: &Query<'_>,
) -> Where {
    if let Some(position) = query.location {
        let council = gazetteer.map_or(CouncilAnswer::Unknown, |gazetteer| {
            let finder = Finder {
                directory,
                gazetteer,
            };
            finder.probably(&gazetteer.councils_around(position, COUNCIL_REACH_M))
        });
        let located = Located {
            position,
            precision: Precision::Location,
            label: String::new(),
            asked: None,
            roughness_m: query.location_accuracy_m,
            council,
        };
        return (Outcome::Found, Some(located), Vec::new());
    }
    let text = query.text.trim();
    if text.is_empty() {
        return (Outcome::Nothing, None, Vec::new());
    }
    match gazetteer {
        Some(gazetteer) => Finder {
            directory,
            gazetteer,
        }
        .text(text),
        None => (Outcome::NotUnderstood, None, Vec::new()),
    }
}

struct Finder<'a> {
    directory: &'a Directory,
    gazetteer: &'a Gazetteer,
}

impl Finder<'_> {
    fn text(&self, text: &str) -> Where {
        let reading = self.gazetteer.format().read(text);
        // Two letters are an area, too wide to search around; they may be the beginning of a place's name as well.
        let codes: Vec<Code> = reading
            .candidates
            .iter()
            .filter(|code| code.level > Level::Area)
            .cloned()
            .collect();
        let incomplete = reading.incomplete || reading.candidates.len() > codes.len();
        if let Some(found) = self.codes(&codes) {
            return found;
        }
        if let Some(found) = self.named(text) {
            return found;
        }
        if let Some(found) = self.within(text) {
            return found;
        }
        let matches = self.gazetteer.places().find(text, MOST_ALTERNATIVES);
        // "Aston" may begin a postcode in which O and S stand for digits; it is a place.
        let named = matches.first().is_some_and(|best| best.fit == Fit::Exact);
        if incomplete && !named {
            return (Outcome::Incomplete, None, self.offer(&matches));
        }
        if matches.is_empty() {
            // A postcode in form: of another region, or of none.
            let outcome = if codes.is_empty() {
                Outcome::NotUnderstood
            } else {
                Outcome::NotInRegion
            };
            return (outcome, None, Vec::new());
        }
        self.places(&matches)
    }

    /// The first code that is known; or the area around the first that is known in part.
    fn codes(&self, codes: &[Code]) -> Option<Where> {
        let known: Vec<Spot> = codes
            .iter()
            .filter_map(|code| self.gazetteer.get(code))
            .collect();
        if let Some((spot, others)) = known.split_first() {
            if !spot.variants.is_empty() {
                return Some(self.variants(spot, None));
            }
            let others = others
                .iter()
                .map(|other| self.alternative_code(other))
                .collect();
            return Some((Outcome::Found, Some(self.spot(spot, None)), others));
        }
        for code in codes {
            let levels = [Level::Sector, Level::District]
                .into_iter()
                .filter(|level| *level < code.level);
            for level in levels {
                let part = self.gazetteer.format().part(code, level);
                if let Some(spot) = part.and_then(|part| self.gazetteer.get(&part)) {
                    let asked = Some(self.gazetteer.format().display(code));
                    return Some(if spot.variants.is_empty() {
                        (Outcome::Around, Some(self.spot(&spot, asked)), Vec::new())
                    } else {
                        self.variants(&spot, asked)
                    });
                }
            }
        }
        None
    }

    /// Several places share a postcode, or the part of one that was asked for: from their middle, with all of them offered.
    fn variants(&self, spot: &Spot, asked: Option<String>) -> Where {
        let code = self.gazetteer.format().display(&spot.code);
        let mut located = self.spot(spot, asked);
        let farthest = spot
            .variants
            .iter()
            .map(|variant| spot.position.distance_m(variant.position))
            .max();
        located.roughness_m = located.roughness_m.max(farthest.unwrap_or(0));
        let offers = spot.variants.iter().map(|variant| Alternative {
            text: format!("{code} {}", variant.name),
            context: self.council_name(variant.council),
            precision: precision(spot.code.level),
            position: variant.position,
        });
        (Outcome::Ambiguous, Some(located), offers.collect())
    }

    /// `01945 Kroppen`: a postcode that several places share, and which of them.
    fn named(&self, text: &str) -> Option<Where> {
        let mut splits = text
            .char_indices()
            .filter(|(_, character)| character.is_whitespace());
        splits.find_map(|(at, _)| {
            let (code, name) = text.split_at(at);
            let reading = self.gazetteer.format().read(code);
            let code = reading.candidates.first()?;
            let spot = self.gazetteer.get(code)?;
            let name = fold(name);
            let variant: &Variant = spot
                .variants
                .iter()
                .find(|variant| fold(&variant.name) == name)?;
            let mut located = self.spot(&spot, None);
            located.position = variant.position;
            located.label = format!("{} {}", located.label, variant.name);
            located.council = match variant.council {
                Some(council) if code.level == Level::Unit => {
                    CouncilAnswer::Named(self.council(council))
                }
                council => self.probably(council.as_slice()),
            };
            Some((Outcome::Found, Some(located), Vec::new()))
        })
    }

    /// A whole postcode among other words, the last first: of an address that was pasted.
    fn within(&self, text: &str) -> Option<Where> {
        let words: Vec<&str> = text.split_whitespace().collect();
        for length in [2, 1] {
            for from in (0..words.len().saturating_sub(length) + 1).rev() {
                let piece = words.get(from..from + length).unwrap_or_default();
                if piece.len() < words.len()
                    && let Some(code) = self.gazetteer.format().normalise(&piece.join(" "))
                    && let Some(found) = self.codes(&[code])
                {
                    return Some(found);
                }
            }
        }
        None
    }

    /// Places by name: taken where only one fits best, else offered.
    fn places(&self, matches: &[Match]) -> Where {
        let weight = |found: &Match| self.gazetteer.places().all()[found.place].weight;
        let mut exact = matches.iter().filter(|found| found.fit == Fit::Exact);
        let exact_count = exact.clone().count();
        let takes = match (exact.next(), exact.next()) {
            (Some(first), Some(second)) => weight(first) >= weight(second).saturating_mul(LIKELIER),
            (Some(_), None) => true,
            (None, _) => matches.len() == 1,
        };
        let (Some(first), true) = (matches.first(), takes) else {
            return (Outcome::Ambiguous, None, self.offer(matches));
        };
        let place = &self.gazetteer.places().all()[first.place];
        let mut councils: Vec<u16> = place.council.into_iter().collect();
        for council in self
            .gazetteer
            .councils_around(place.position, COUNCIL_REACH_M)
        {
            if !councils.contains(&council) {
                councils.push(council);
            }
        }
        let located = Located {
            position: place.position,
            precision: Precision::Place,
            label: place.name.clone(),
            asked: None,
            roughness_m: place.radius_m,
            council: self.probably(&councils),
        };
        // Others of that name were perhaps meant; names that only begin so, or lie in it, were not.
        let others = exact_count.clamp(1, matches.len());
        (
            Outcome::Found,
            Some(located),
            self.offer(&matches[1..others]),
        )
    }

    fn offer(&self, matches: &[Match]) -> Vec<Alternative> {
        let places = self.gazetteer.places().all();
        let offers = matches.iter().map(|found| {
            let place = &places[found.place];
            Alternative {
                text: if self.gazetteer.places().shares_its_name(found.place) {
                    place.full_name()
                } else {
                    place.name.clone()
                },
                context: place.context.clone(),
                precision: Precision::Place,
                position: place.position,
            }
        });
        offers.collect()
    }

    fn alternative_code(&self, spot: &Spot) -> Alternative {
        Alternative {
            text: self.gazetteer.format().display(&spot.code),
            context: self.council_name(spot.councils.first().copied()),
            precision: precision(spot.code.level),
            position: spot.position,
        }
    }

    fn spot(&self, spot: &Spot, asked: Option<String>) -> Located {
        let council = match (spot.code.level, spot.councils.first()) {
            (Level::Unit, Some(council)) => CouncilAnswer::Named(self.council(*council)),
            _ => self.probably(&spot.councils),
        };
        Located {
            position: spot.position,
            precision: precision(spot.code.level),
            label: self.gazetteer.format().display(&spot.code),
            asked,
            roughness_m: spot.roughness_m,
            council,
        }
    }

    fn probably(&self, councils: &[u16]) -> CouncilAnswer {
        match councils.split_first() {
            Some((likely, or)) => CouncilAnswer::Probably {
                likely: self.council(*likely),
                or: or.iter().map(|council| self.council(*council)).collect(),
            },
            None => CouncilAnswer::Unknown,
        }
    }

    /// A council of the gazetteer, as one of the directory's areas where it is one: by its own code or its county's.
    fn council(&self, index: u16) -> CouncilRef {
        let council = &self.gazetteer.councils()[usize::from(index)];
        let area_of = |code: &str| {
            self.directory
                .areas
                .iter()
                .position(|area| !code.is_empty() && area.code == code)
        };
        let own = area_of(&council.code);
        let area = own.or_else(|| area_of(&council.county));
        CouncilRef {
            area: area.map(|area| area as u16),
            // A district of a county is named as itself: that is who its residents turn to.
            name: match own {
                Some(area) => self.directory.areas[area].name.clone(),
                None => council.name.clone(),
            },
            code: council.code.clone(),
        }
    }

    fn council_name(&self, index: Option<u16>) -> String {
        index
            .map(|index| self.council(index).name)
            .unwrap_or_default()
    }
}

fn precision(level: Level) -> Precision {
    match level {
        Level::Unit => Precision::Postcode,
        Level::Sector => Precision::Sector,
        Level::District | Level::Area => Precision::District,
    }
}
