//! This program's own words in an export: each back to what it stands for.

use crate::plain;
use content::page::SourceRecord;
use content::service::RegulationRecord;

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
