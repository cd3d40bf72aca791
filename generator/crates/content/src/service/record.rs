//! The record of a service.

use crate::page::SourceRecord;
use crate::{Date, Spanned};
use finder::service::{CallCost, ConfirmedHow, Cost, Interpreting, PhoneKind, Referral};

/// What `service.toml` says.
#[derive(Clone, Debug)]
pub struct ServiceRecord {
    /// What it calls itself.
    pub name: String,
    /// The organisation, if of another name.
    pub organization: Option<String>,
    /// Kinds of help, the most important first.
    pub kinds: Vec<Spanned<String>>,
    /// Whether it runs.
    pub status: Status,
    /// A refuge or safe house.
    pub confidential: bool,
    /// Website.
    pub url: Option<String>,
    /// Email address.
    pub email: Option<String>,
    /// Numbers.
    pub phones: Vec<PhoneRecord>,
    /// Places to go; none where it is confidential.
    pub locations: Vec<LocationRecord>,
    /// When people can come.
    pub schedules: Vec<ScheduleRecord>,
    /// Whom it serves: area ids, or `all`, or `country`; empty: not known.
    pub areas: Vec<Spanned<String>>,
    /// Whether only people who live in `areas` may use it.
    pub residents_only: Option<bool>,
    /// Languages that staff speak; empty: not known.
    pub languages: Vec<Spanned<String>>,
    /// Whether an interpreter can be had.
    pub interpreting: Option<Interpreting>,
    /// What it costs.
    pub cost: Option<Cost>,
    /// A few words on the cost.
    pub cost_note: Option<String>,
    /// Who must refer.
    pub referral: Option<Referral>,
    /// Only for women.
    pub women_only: Option<bool>,
    /// Whether children may come along.
    pub children_welcome: Option<bool>,
    /// Registration of immigration advice.
    pub regulation: Option<RegulationRecord>,
    /// When it was last confirmed.
    pub last_confirmed: Option<Date>,
    /// By whom.
    pub confirmed_by: Option<String>,
    /// How.
    pub confirmed_how: Option<ConfirmedHow>,
    /// Where the record comes from.
    pub sources: Vec<SourceRecord>,
    /// The other directory that the record was imported from.
    pub origin: Option<OriginRecord>,
}

/// The directory that a record was imported from, and what its publisher allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OriginRecord {
    /// The feed: its address, or its name where it has none.
    pub feed: String,
    /// The service's identifier there.
    pub id: String,
    /// The licence that it was published under; without one the record may not be published, which is reported.
    pub licence: Option<String>,
    /// The day it was fetched.
    pub retrieved: Date,
}

/// Whether a service runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It runs.
    Active,
    /// Closed for now, until a day if that is known.
    TemporarilyClosed(Option<Date>),
    /// No longer there: left out.
    Inactive,
}

/// A number.
#[derive(Clone, Debug)]
pub struct PhoneRecord {
    /// As people read it.
    pub number: String,
    /// As a link dials it.
    pub dialled: String,
    /// What it is good for.
    pub kind: PhoneKind,
    /// What a call costs.
    pub cost: Option<CallCost>,
    /// What it is for.
    pub label: Option<String>,
    /// When it is answered, OpenStreetMap `opening_hours`.
    pub opening_hours: Option<String>,
}

/// A place.
#[derive(Clone, Debug)]
pub struct LocationRecord {
    /// A name of its own.
    pub name: Option<String>,
    /// Lines of the address.
    pub address: Vec<String>,
    /// Town.
    pub city: Option<String>,
    /// Postcode, as the country writes it.
    pub postcode: Option<Spanned<String>>,
    /// Latitude and longitude in degrees.
    pub coordinates: Option<Spanned<(f64, f64)>>,
    /// Step-free access.
    pub step_free: Option<bool>,
}

/// What opening hours are the hours of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScheduleKind {
    /// The building is open.
    Building,
    /// Come without an appointment.
    DropIn,
    /// By appointment.
    Appointment,
}

/// When people can come.
#[derive(Clone, Debug)]
pub struct ScheduleRecord {
    /// What the hours are the hours of.
    pub kind: ScheduleKind,
    /// OpenStreetMap `opening_hours`; readable.
    pub opening_hours: String,
    /// When they were confirmed, if on another day than the record.
    pub confirmed: Option<Date>,
}

/// Registration of immigration advice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegulationRecord {
    /// The service gives no immigration advice.
    NoAdvice,
    /// It may give immigration advice; nobody has found its registration yet, and the page says so.
    Unconfirmed,
    /// It does, and is regulated.
    Regulated {
        /// The regulator.
        body: String,
        /// The number.
        registration: String,
        /// When somebody looked it up.
        checked: Date,
    },
}
