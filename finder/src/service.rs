//! A service as the finder needs it, in Open Referral UK (HSDS 3) terms.
//!
//! Whatever is not known is a value of its own (`None` or a variant that says so): unknown is
//! neither "no" nor "free" nor "closed". A confidential service has no location because
//! [`Premises`] leaves it no room for one.

use crate::calendar::Day;
use crate::geometry::Position;
use crate::hours::{Channel, Hours};

/// One service, in one reader's language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Service {
    /// The stable id: the name of its folder; decides ties.
    pub id: String,
    /// What it calls itself; not translated.
    pub name: String,
    /// The organisation, where it is another.
    pub organization: Option<String>,
    /// Kinds of help, the most important first: indices into [`crate::directory::Contents::kinds`]. Empty: not known.
    pub kinds: Vec<u16>,
    /// Whether it runs.
    pub status: Status,
    /// The address of its page on this site, relative to the folder of the language, e.g. `services/example/`.
    pub page: String,
    /// Its own website.
    pub url: Option<String>,
    /// Email addresses.
    pub emails: Vec<String>,
    /// Telephone numbers, in the order in which they should be tried.
    pub phones: Vec<Phone>,
    /// Where it is.
    pub premises: Premises,
    /// When people can come, call or meet, in the order of the record.
    pub schedules: Vec<Schedule>,
    /// Whom it serves, by area.
    pub coverage: Coverage,
    /// Only people who live in `coverage`.
    pub residents_only: Option<bool>,
    /// Languages that staff speak: indices into [`crate::directory::Contents::languages`]. `None`: not known.
    pub languages: Option<Vec<u16>>,
    /// Whether an interpreter can be had.
    pub interpreting: Option<Interpreting>,
    /// What it costs.
    pub cost: Option<Cost>,
    /// A few words on the cost.
    pub cost_note: Option<String>,
    /// Who must refer.
    pub referral: Option<Referral>,
    /// For women only.
    pub women_only: Option<bool>,
    /// Children may come along.
    pub children_welcome: Option<bool>,
    /// Regulated advice on immigration.
    pub regulation: Option<Regulation>,
    /// When, by whom and how the record was last confirmed; `None`: never.
    pub confirmed: Option<Confirmation>,
    /// What it does, in the reader's language or another that is named.
    pub prose: Option<Prose>,
}

/// Whether a service runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// It runs.
    #[default]
    Active,
    /// Closed for now; still listed, as closed.
    TemporarilyClosed {
        /// The last day on which it is closed, if known.
        until: Option<Day>,
    },
}

/// Where a service is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Premises {
    /// A refuge or safe house: no address, position, distance or rank by distance, anywhere.
    Confidential,
    /// By telephone or online only.
    #[default]
    Remote,
    /// At one or more places.
    At(Vec<Location>),
}

/// A place where a service is given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Location {
    /// A name of its own, where the service has several.
    pub name: Option<String>,
    /// Lines of the address, without city and postcode.
    pub address: Vec<String>,
    /// City or town.
    pub city: Option<String>,
    /// Postcode as written.
    pub postcode: Option<String>,
    /// Where it is on the map; `None`: not known, so no distance.
    pub position: Option<Position>,
    /// Step-free access.
    pub step_free: Option<bool>,
}

/// A telephone number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Phone {
    /// As people read it: `024 7622 3053`.
    pub number: String,
    /// As a link dials it: `+442476223053` (without `tel:`); empty where none can be made.
    pub dial: String,
    /// What it is good for.
    pub kind: PhoneKind,
    /// What a call costs.
    pub cost: Option<CallCost>,
    /// What it is: "advice line".
    pub label: Option<String>,
    /// When somebody answers, compiled.
    pub hours: Option<Hours>,
    /// What the source says of them, OpenStreetMap `opening_hours`, where it could not be compiled.
    pub hours_text: Option<String>,
}

/// What a number is good for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PhoneKind {
    /// Speaking.
    #[default]
    Voice,
    /// Text messages.
    Text,
    /// WhatsApp.
    Whatsapp,
    /// A textphone.
    Textphone,
    /// Relay for people who cannot hear or speak.
    Relay,
}

/// What a call costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallCost {
    /// Nothing.
    Free,
    /// As any call.
    Standard,
    /// More than other calls.
    Premium,
}

/// When people can come, call or meet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Schedule {
    /// What the hours are the hours of.
    pub channel: Channel,
    /// The hours, compiled; `None` where the source's words could not be (still shown as `text`).
    pub hours: Option<Hours>,
    /// What the source says, OpenStreetMap `opening_hours`, where it could not be compiled; else empty.
    pub text: String,
    /// When the hours were confirmed, if on another day than the record.
    pub confirmed: Option<Day>,
}

/// Whom a service serves, by area.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Coverage {
    /// Not known.
    #[default]
    Unknown,
    /// Council areas: indices into [`crate::directory::Contents::areas`].
    Areas(Vec<u16>),
    /// The whole region.
    Region,
    /// The whole country.
    Country,
}

/// Whether an interpreter can be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interpreting {
    /// Yes.
    Available,
    /// By telephone.
    ByTelephone,
    /// No.
    NotAvailable,
}

/// What a service costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cost {
    /// Nothing.
    Free,
    /// Some of it costs something.
    Some,
    /// It must be paid.
    Paid,
}

/// Who must refer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Referral {
    /// Nobody.
    None,
    /// People ask for themselves, beforehand.
    SelfReferral,
    /// Somebody must refer: a doctor, a school, an adviser.
    Professional,
}

/// Whether immigration advice is regulated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Regulation {
    /// It helps, and gives no advice that must be regulated.
    #[default]
    NoAdvice,
    /// Regulated.
    Regulated {
        /// By whom.
        body: String,
        /// Under which number.
        registration: Option<String>,
        /// When somebody last looked it up.
        checked: Option<Day>,
    },
}

/// When, by whom and how a record was last confirmed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Confirmation {
    /// The day.
    pub on: Day,
    /// By whom; empty where not said.
    pub by: String,
    /// How.
    pub how: Option<ConfirmedHow>,
}

/// How a record was confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConfirmedHow {
    /// Read on its website.
    Website,
    /// By telephone.
    Telephone,
    /// By email.
    Email,
    /// Somebody went there.
    Visit,
    /// The provider said so.
    Provider,
}

/// Text about a service.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// The language of the text, a BCP 47 tag; another than the directory's where no translation exists.
    pub language: String,
    /// What it does and for whom, in a sentence or two.
    pub description: String,
    /// Sections in the order of the source.
    pub sections: Vec<ProseSection>,
}

/// A section of a service's text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProseSection {
    /// Its id: `what-happens`, `bring`, `who` or `know`.
    pub id: String,
    /// Its heading.
    pub heading: String,
    /// Its paragraphs and list items, as plain text.
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph or a list item of plain text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// Whether it is an item of a list.
    pub item: bool,
    /// The text.
    pub text: String,
}

impl Service {
    /// Its locations; none where it is confidential or remote.
    #[must_use]
    pub fn locations(&self) -> &[Location] {
        match &self.premises {
            Premises::At(locations) => locations,
            Premises::Confidential | Premises::Remote => &[],
        }
    }

    /// Whether its place must not be known.
    #[must_use]
    pub fn is_confidential(&self) -> bool {
        matches!(self.premises, Premises::Confidential)
    }
}
