//! A service, as a template sees it.

use super::{Date, Kind, Language, Source};
use schemars::JsonSchema;
use serde::Serialize;

/// One service, ready to print. What is not known is absent, and the theme says "not known" where that matters.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Service {
    /// Its name; never translated.
    pub name: String,
    /// The organisation, if of another name.
    pub organization: Option<String>,
    /// Relative link to its page.
    pub page: String,
    /// One or two sentences.
    pub description: String,
    /// The language of the description, if not the page's.
    pub description_language: Option<Language>,
    /// Kinds of help, the most important first.
    pub kinds: Vec<Kind>,
    /// A refuge or safe house: contact only.
    pub confidential: bool,
    /// Whether it is closed for a time.
    pub temporarily_closed: bool,
    /// Until when, if known.
    pub closed_until: Option<Date>,
    /// Website.
    pub url: Option<String>,
    /// Email address.
    pub email: Option<String>,
    /// Telephone numbers, text numbers and the like.
    pub phones: Vec<Phone>,
    /// Places to go.
    pub locations: Vec<Location>,
    /// When people can come.
    pub schedules: Vec<Schedule>,
    /// Whom it serves, in words.
    pub areas: Vec<String>,
    /// Whether only people who live there may use it.
    pub residents_only: bool,
    /// Languages that staff speak, in words; empty: not known.
    pub languages: Vec<String>,
    /// `available` | `by_telephone` | `not_available`; absent: not known.
    pub interpreting: Option<String>,
    /// `free` | `some` | `paid`; absent: not known.
    pub cost: Option<String>,
    /// What it costs, in words, in the city's first language.
    pub cost_note: Option<String>,
    /// The language of `cost_note` and of the telephones' labels, if not the page's.
    pub record_language: Option<Language>,
    /// `none` | `self` | `professional`; absent: not known.
    pub referral: Option<String>,
    /// Only for women.
    pub women_only: bool,
    /// Whether children are welcome; absent: not known.
    pub children_welcome: Option<bool>,
    /// Who regulates its immigration advice, and under which number.
    pub regulation: Option<Regulation>,
    /// When somebody last saw or heard that the record is right; absent: not confirmed.
    pub last_confirmed: Option<Date>,
    /// How: `website` | `telephone` | `email` | `visit` | `provider`.
    pub confirmed_how: Option<String>,
    /// Who confirmed it.
    pub confirmed_by: Option<String>,
    /// Where the record comes from.
    pub sources: Vec<Source>,
}

/// A number to ring or write to.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Phone {
    /// As people read it: `0808 801 0503`.
    pub number: String,
    /// As a link: `tel:+448088010503`, `sms:…`, `https://wa.me/…`.
    pub url: String,
    /// `voice` | `text` | `whatsapp` | `textphone` | `relay`.
    pub kind: String,
    /// `free` | `standard` | `premium`; absent: not known.
    pub cost: Option<String>,
    /// What the number is for, in the city's first language.
    pub label: Option<String>,
    /// When it is answered, in words, a line for each part; empty: not known.
    pub hours: Vec<String>,
}

/// A place to go.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Location {
    /// Lines of the address, with town and postcode.
    pub address: Vec<String>,
    /// The postcode.
    pub postcode: Option<String>,
    /// Link to directions on a map; leaves the site.
    pub directions: Option<String>,
    /// Step-free access; absent: not known.
    pub step_free: Option<bool>,
}

/// When people can come.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Schedule {
    /// `building` | `drop_in` | `appointment`.
    pub kind: String,
    /// In words, a line for each part.
    pub hours: Vec<String>,
    /// When these hours were last confirmed.
    pub confirmed: Option<Date>,
}

/// Registration of an immigration adviser.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Regulation {
    /// `regulated` | `none` (it gives no immigration advice) | `unconfirmed` (nobody has found its registration).
    pub advice: String,
    /// The regulator.
    pub body: Option<String>,
    /// Registration number.
    pub registration: Option<String>,
    /// When the register was looked at.
    pub checked: Option<Date>,
}
