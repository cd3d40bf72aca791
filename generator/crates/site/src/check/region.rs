//! Places that are not where the city is.

use super::Checker;
use content::service::{LocationRecord, ServiceRecord};
use diagnostics::{Code, Diagnostic, Location};
use document::Span;
use finder::geometry::Position;
use finder::postcode::Level;

/// Metres from the middle of the nearest district beyond which nothing is in the region.
const REACH_M: u32 = 40_000;

impl Checker<'_> {
    /// Parts of the region, as `city.toml` names them, from which the gazetteer has nothing.
    pub(super) fn region(&mut self) {
        let Some(gazetteer) = &self.site.gazetteer else {
            if !self.site.city.postcodes.downloads.is_empty() {
                let diagnostic = Diagnostic::new(
                    Code::UnreadableImport,
                    "`city.toml` says where the postcodes are downloaded from, and none are here: the finder knows no postcode",
                )
                .hint("run `mifriendly postcodes fetch`, on a host before each build: git does not keep the file that it writes")
                .at(Location::file("content/city.toml"));
                self.diagnostics.push(diagnostic);
            }
            return;
        };
        let format = gazetteer.index.format();
        let levels = [Level::District, Level::Sector, Level::Unit];
        let postcodes = &self.site.city.postcodes;
        for (area, span) in postcodes.areas.iter().zip(&postcodes.area_spans) {
            let beginning = format.beginning(area);
            let is_known = levels.iter().any(|level| {
                let codes = gazetteer.index.codes(*level);
                codes.iter().any(|code| format.begins(code, &beginning))
            });
            if !is_known {
                let message = format!("the finder knows no postcode that begins with \"{}\"", area);
                let diagnostic = Diagnostic::new(Code::OutsideRegion, message).hint(
                    "look whether it is right; if it is, import the postcodes again with `mifriendly postcodes import` or `postcodes fetch`",
                );
                self.report("content/city.toml", span, diagnostic);
            }
        }
    }

    /// A postcode that the gazetteer does not have, or coordinates far from every one that it has.
    pub(super) fn outside_region(
        &self,
        service: &ServiceRecord,
        location: &LocationRecord,
    ) -> Option<(Span, Diagnostic)> {
        if service.areas.iter().any(|area| area.value == "country") {
            return None;
        }
        let index = &self.site.gazetteer.as_ref()?.index;
        if let Some(written) = &location.postcode
            && let Some(code) = index.format().normalise(&written.value)
        {
            let known = |level| {
                let part = index.format().part(&code, level);
                part.is_none_or(|part| index.get(&part).is_some())
            };
            let message = if !known(Level::District) {
                format!("{} is outside this city's region", written.value)
            } else if index.finest() != Level::District && !known(Level::Sector) {
                format!("no postcode of this region is like {}", written.value)
            } else {
                return self.far_from_region(location);
            };
            return Some((written.span.clone(), outside(message)));
        }
        self.far_from_region(location)
    }

    fn far_from_region(&self, location: &LocationRecord) -> Option<(Span, Diagnostic)> {
        let index = &self.site.gazetteer.as_ref()?.index;
        let at = location.coordinates.as_ref()?;
        let position = Position::from_degrees(at.value.0, at.value.1)?;
        let districts = index.codes(Level::District);
        let nearest = districts
            .iter()
            .filter_map(|code| Some(index.get(code)?.position.distance_m(position)))
            .min()?;
        (nearest > REACH_M).then(|| {
            let message = format!(
                "this place is {} km from the nearest postcode of this city's region",
                nearest / 1000
            );
            (at.span.clone(), outside(message))
        })
    }
}

fn outside(message: String) -> Diagnostic {
    Diagnostic::new(Code::OutsideRegion, message).hint(
        "copy it again from the service's own page; where it is right and the service is for the whole country, write `areas = [\"country\"]`",
    )
}
