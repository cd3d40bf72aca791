//! Locations: postcodes that are none, coordinates that are swapped, far away or of no place on Earth.

use super::{Settler, unplaced};
use crate::draft::LocationDraft;
use crate::plain;
use crate::words::yes_or_no;
use content::Spanned;
use content::secrecy;
use content::service::LocationRecord;
use finder::geometry::Position;

/// A place farther than this from the middle of the region is of another one, in metres.
const FROM_REGION: u32 = 300_000;

impl Settler<'_> {
    pub(super) fn locations(&mut self) -> Vec<LocationRecord> {
        let mut locations: Vec<LocationRecord> = Vec::new();
        for draft in &self.draft.locations {
            if draft
                .kind
                .as_deref()
                .is_some_and(|k| k.eq_ignore_ascii_case("virtual"))
            {
                if self.location(draft).is_some() {
                    self.note("the address of an online location (`location_type` \"virtual\") is not taken over");
                }
                continue;
            }
            let Some(location) = self.location(draft) else {
                continue;
            };
            let lines = location.name.iter().chain(&location.address);
            if lines.into_iter().any(|line| secrecy::is_box(line)) {
                self.note("a post office box is no place to go to; its address is not taken over");
                continue;
            }
            if !locations.iter().any(|l| same_place(l, &location)) {
                locations.push(location);
            }
        }
        locations
    }

    fn location(&mut self, draft: &LocationDraft) -> Option<LocationRecord> {
        let clean = |text: &Option<String>| {
            let text = text.as_deref().map(|t| plain::line(&plain::text(t)));
            text.filter(|t| !t.is_empty())
        };
        let postcode = self.postcode(draft.postcode.as_deref());
        let coordinates = self.coordinates(draft, postcode.as_deref());
        let mut lines: Vec<String> = Vec::new();
        if let Some(own) = draft.own.get("lines") {
            lines = own
                .lines()
                .map(plain::line)
                .filter(|l| !l.is_empty())
                .collect();
        }
        for line in draft
            .lines
            .iter()
            .filter(|_| !draft.own.contains_key("lines"))
        {
            // A feed often has the whole address in one line.
            for part in plain::text(line).split(['\n', ',']) {
                let part = plain::line(part);
                if !part.is_empty() && !lines.contains(&part) {
                    lines.push(part);
                }
            }
        }
        let city = clean(&draft.city);
        let given = !lines.is_empty();
        lines.retain(|l| Some(l) != city.as_ref() && Some(l) != postcode.as_ref());
        // The middle of a town is nobody's door.
        let coordinates = coordinates.filter(|_| {
            let is_town = given && lines.is_empty() && postcode.is_none();
            if is_town {
                self.note("its address is only the name of a town, so that its latitude and longitude are of no door; left out");
            }
            !is_town
        });
        let name = draft
            .own
            .get("name")
            .cloned()
            .or_else(|| clean(&draft.name))
            .filter(|n| !lines.contains(n) && Some(n) != city.as_ref());
        let somewhere =
            !lines.is_empty() || postcode.is_some() || coordinates.is_some() || city.is_some();
        somewhere.then(|| LocationRecord {
            name,
            address: lines,
            city,
            postcode: postcode.map(unplaced),
            coordinates,
            step_free: draft.own.get("step_free").and_then(|w| yes_or_no(w)),
        })
    }

    fn postcode(&mut self, said: Option<&str>) -> Option<String> {
        let said = plain::line(plain::unquoted(said?));
        if said.is_empty() {
            return None;
        }
        let Some(format) = self.context.postcode else {
            return Some(said);
        };
        match format.normalise(&said) {
            Some(code) => Some(format.display(&code)),
            None => {
                self.note(format!("\"{said}\" is no postcode; left out"));
                None
            }
        }
    }

    fn coordinates(
        &mut self,
        draft: &LocationDraft,
        postcode: Option<&str>,
    ) -> Option<Spanned<(f64, f64)>> {
        let (latitude, longitude) = match (draft.latitude, draft.longitude) {
            (None, None) => return None,
            (Some(latitude), Some(longitude)) => (latitude, longitude),
            _ => {
                self.note("one of latitude and longitude is missing; both left out");
                return None;
            }
        };
        // Reckoned from the postcode by whoever wrote the file; this city does that itself.
        if draft.own.get("position").is_some_and(|p| p == "postcode") {
            return None;
        }
        if latitude == 0.0 && longitude == 0.0 {
            self.note("latitude 0, longitude 0 is in the sea; left out");
            return None;
        }
        let mut what = "the region";
        let mut near = |latitude: f64, longitude: f64| {
            let Some(at) = Position::from_degrees(latitude, longitude) else {
                return false;
            };
            if let Some(fits) = postcode.and_then(|p| (self.context.fits)(p, at)) {
                what = "its postcode";
                return fits;
            }
            let centre = self.context.centre;
            centre.is_none_or(|centre| centre.distance_m(at) <= FROM_REGION)
        };
        if near(latitude, longitude) {
            return Some(unplaced((latitude, longitude)));
        }
        if near(longitude, latitude) {
            self.note("latitude and longitude were swapped; put right");
            return Some(unplaced((longitude, latitude)));
        }
        self.note(match Position::from_degrees(latitude, longitude) {
            None => format!(
                "no place on Earth is at latitude {latitude}, longitude {longitude}; left out"
            ),
            Some(_) => {
                format!("latitude {latitude}, longitude {longitude} is far from {what}; left out")
            }
        });
        None
    }
}

fn same_place(a: &LocationRecord, b: &LocationRecord) -> bool {
    let code = |l: &LocationRecord| l.postcode.as_ref().map(|p| p.value.clone());
    let at = |l: &LocationRecord| l.coordinates.as_ref().map(|c| c.value);
    a.address == b.address && a.city == b.city && code(a) == code(b) && at(a) == at(b)
}
