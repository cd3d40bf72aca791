//! This program's own words in an export: each back to what it stands for.

use crate::plain;
use content::page::SourceRecord;
use content::service::RegulationRecord;
use finder::service::{CallCost, ConfirmedHow, Cost, Interpreting, PhoneKind, Referral};

pub(super) const INTERPRETING: &[Interpreting] = &[
    Interpreting::Available,
    Interpreting::ByTelephone,
    Interpreting::NotAvailable,
];
pub(super) const REFERRAL: &[Referral] = &[
    Referral::None,
    Referral::SelfReferral,
    Referral::Professional,
];
pub(super) const COST: &[Cost] = &[Cost::Free, Cost::Some, Cost::Paid];
pub(super) const CALL_COST: &[CallCost] = &[CallCost::Free, CallCost::Standard, CallCost::Premium];
pub(super) const PHONE_KIND: &[PhoneKind] = &[
    PhoneKind::Voice,
    PhoneKind::Text,
    PhoneKind::Whatsapp,
    PhoneKind::Textphone,
    PhoneKind::Relay,
];
pub(super) const CONFIRMED_HOW: &[ConfirmedHow] = &[
    ConfirmedHow::Website,
    ConfirmedHow::Telephone,
    ConfirmedHow::Email,
    ConfirmedHow::Visit,
    ConfirmedHow::Provider,
];

/// Which of `all` the word is for.
pub(super) fn of<T: Copy>(word: &str, all: &[T], name: fn(T) -> &'static str) -> Option<T> {
    all.iter()
        .copied()
        .find(|value| name(*value) == word.trim())
}

/// `no_advice`, `unconfirmed`, or `body | registration | checked`, as the exports write it.
pub(super) fn regulation(text: &str) -> Option<RegulationRecord> {
    match text {
        "no_advice" => Some(RegulationRecord::NoAdvice),
        "unconfirmed" => Some(RegulationRecord::Unconfirmed),
        text => {
            let mut parts = text.split('|').map(str::trim);
            Some(RegulationRecord::Regulated {
                body: parts.next()?.to_owned(),
                registration: parts.next()?.to_owned(),
                checked: parts.next()?.parse().ok()?,
            })
        }
    }
}

/// `checked | primary | address | name`, as the exports write it.
pub(super) fn source(line: &str) -> Option<SourceRecord> {
    let mut parts = line.splitn(4, " | ");
    Some(SourceRecord {
        checked: parts.next()?.parse().ok()?,
        primary: parts.next()? == "primary",
        url: parts.next()?.to_owned(),
        name: plain::line(parts.next()?),
    })
}
