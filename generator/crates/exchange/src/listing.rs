//! What is given away: the city's services with the words of one language.

use content::city::Licence;
use content::service::ServiceRecord;
use std::collections::BTreeMap;
use text::web_address::escaped;

/// The services of a city, in its source language.
pub struct Dataset<'a> {
    /// The city's name.
    pub title: &'a str,
    /// Who runs this copy.
    pub publisher: &'a str,
    /// The site's full address, if known.
    pub homepage: Option<&'a str>,
    /// ISO 3166-1 code.
    pub country: &'a str,
    /// The language of the words, a BCP 47 tag.
    pub language: &'a str,
    /// The licence of what the city wrote; `None` where it says none.
    pub licence: Option<&'a Licence>,
    /// Names of the kinds of help by id.
    pub kinds: BTreeMap<&'a str, String>,
    /// The areas by id, `all` and `country` among them.
    pub areas: BTreeMap<&'a str, Area>,
    /// Names of languages by tag.
    pub languages: BTreeMap<&'a str, String>,
    /// The services, in a steady order.
    pub services: Vec<Listing<'a>>,
}

/// An area that services serve.
pub struct Area {
    /// Its name.
    pub name: String,
    /// The statistics office's code.
    pub code: Option<String>,
}

/// One service.
pub struct Listing<'a> {
    /// What its identifiers are made from; never shown. Stays the same while the service does.
    pub key: &'a str,
    /// Its record.
    pub record: &'a ServiceRecord,
    /// What it does, one or two sentences.
    pub description: String,
    /// The full address of its page, if known.
    pub page: Option<String>,
    /// Where each of the record's locations is, in degrees north and east: exactly or to the whole postcode, else `None`.
    pub positions: Vec<Option<(f64, f64)>>,
}

impl Dataset<'_> {
    /// The licences of other directories whose records are among these: feed and licence, each once, sorted.
    pub fn origins(&self) -> Vec<(&str, &str)> {
        let origins = self
            .services
            .iter()
            .filter_map(|s| s.record.origin.as_ref());
        let mut origins: Vec<(&str, &str)> = origins
            .filter_map(|o| Some((o.feed.as_str(), o.licence.as_deref()?)))
            .collect();
        origins.sort_unstable();
        origins.dedup();
        origins
    }
}

impl Listing<'_> {
    /// The address of its own website, as a URI.
    pub fn url(&self) -> Option<String> {
        self.record.url.as_deref().map(escaped)
    }

    /// The places that may be shown: none of a confidential service, whatever its record says.
    pub fn places(
        &self,
    ) -> impl Iterator<Item = (&content::service::LocationRecord, Option<(f64, f64)>)> {
        let shown = if self.record.confidential {
            0
        } else {
            usize::MAX
        };
        let positions = self
            .positions
            .iter()
            .copied()
            .chain(std::iter::repeat(None));
        self.record.locations.iter().zip(positions).take(shown)
    }

    /// The hours that may be shown: when a refuge is open tells where people come and go.
    pub fn schedules(&self) -> &[content::service::ScheduleRecord] {
        if self.record.confidential {
            &[]
        } else {
            &self.record.schedules
        }
    }
}
