//! Attributes: kinds of help, and the fields that HSDS has no place for.

use super::super::{FIELDS, KINDS};
use super::Writer;
use crate::identity::uuid;
use content::language::Language;
use content::service::Word;
use content::service::{RegulationRecord, Status};
use serde_json::{Map, Value, json};

impl Writer<'_> {
    /// Kinds of help, and the fields that HSDS has no place for.
    pub(super) fn attributes(&self) -> Value {
        let record = self.record();
        let id = self.id("service", "");
        let mut attributes: Vec<Value> = Vec::new();
        for kind in &record.kinds {
            let name = self
                .dataset
                .kinds
                .get(kind.value.as_str())
                .map_or(kind.value.as_str(), String::as_str);
            attributes.push(attribute(
                &self.id("kind", &kind.value),
                &id,
                "service",
                "service_type",
                &term(KINDS, &kind.value, name),
                None,
            ));
        }
        let flag = |b: Option<bool>| b.map(|b| b.to_string());
        let regulation = record.regulation.as_ref().map(|r| match r {
            RegulationRecord::NoAdvice => "no_advice".to_owned(),
            RegulationRecord::Unconfirmed => "unconfirmed".to_owned(),
            RegulationRecord::Regulated {
                body,
                registration,
                checked,
            } => format!("{body} | {registration} | {checked}"),
        });
        let until = match record.status {
            Status::TemporarilyClosed(until) => until.map(|d| d.to_string()),
            _ => None,
        };
        // Where a refuge was looked up is nobody's business: a source may lead to its place.
        let sources: Vec<String> = record
            .sources
            .iter()
            .filter(|_| !record.confidential)
            .map(|s| {
                format!(
                    "{} | {} | {} | {}",
                    s.checked,
                    if s.primary { "primary" } else { "other" },
                    s.url,
                    s.name
                )
            })
            .collect();
        let areas: Vec<&str> = record.areas.iter().map(|a| a.value.as_str()).collect();
        let tags: Vec<&str> = record.languages.iter().map(|l| l.value.as_str()).collect();
        // A code says no script or region, and an import knows only the codes of the table.
        let codes_say_all = tags.iter().all(|tag| Language::find(tag).is_some());
        let origin = record.origin.as_ref();
        let own = [
            (
                "confidential",
                record.confidential.then(|| "true".to_owned()),
            ),
            ("areas", (!areas.is_empty()).then(|| areas.join(" "))),
            ("languages", (!codes_say_all).then(|| tags.join(" "))),
            ("residents_only", flag(record.residents_only)),
            (
                "interpreting",
                record.interpreting.map(|v| v.word().to_owned()),
            ),
            ("cost", record.cost.map(|v| v.word().to_owned())),
            ("cost_note", record.cost_note.clone()),
            ("referral", record.referral.map(|v| v.word().to_owned())),
            ("women_only", flag(record.women_only)),
            ("children_welcome", flag(record.children_welcome)),
            ("confirmed_by", record.confirmed_by.clone()),
            (
                "confirmed_how",
                record.confirmed_how.map(|v| v.word().to_owned()),
            ),
            ("regulation", regulation),
            ("status_until", until),
            ("sources", (!sources.is_empty()).then(|| sources.join("\n"))),
            ("page", self.listing.page.clone()),
            ("origin_feed", origin.map(|o| o.feed.clone())),
            ("origin_id", origin.map(|o| o.id.clone())),
            ("origin_licence", origin.and_then(|o| o.licence.clone())),
        ];
        let own = own.iter().map(|(field, value)| (*field, value.as_deref()));
        if let Some(Value::Array(own)) = self.own(&id, "service", own) {
            attributes.extend(own);
        }
        Value::Array(attributes)
    }

    /// Attributes of our own taxonomy on the entity `link`.
    pub(super) fn own<'v>(
        &self,
        link: &str,
        entity: &str,
        fields: impl Iterator<Item = (&'v str, Option<&'v str>)>,
    ) -> Option<Value> {
        let attributes: Vec<Value> = fields
            .filter_map(|(field, value)| {
                let id = uuid(&["attribute", link, field]);
                Some(attribute(
                    &id,
                    link,
                    entity,
                    "record",
                    &term(FIELDS, field, field),
                    Some(value?),
                ))
            })
            .collect();
        (!attributes.is_empty()).then_some(Value::Array(attributes))
    }
}

fn attribute(
    id: &str,
    link: &str,
    entity: &str,
    kind: &str,
    term: &Value,
    value: Option<&str>,
) -> Value {
    let mut attribute = Map::new();
    attribute.insert("id".to_owned(), id.into());
    attribute.insert("link_id".to_owned(), link.into());
    attribute.insert("link_entity".to_owned(), entity.into());
    attribute.insert("link_type".to_owned(), kind.into());
    attribute.insert("taxonomy_term_id".to_owned(), term["id"].clone());
    attribute.insert("taxonomy_term".to_owned(), term.clone());
    if let Some(value) = value {
        attribute.insert("value".to_owned(), value.into());
    }
    Value::Object(attribute)
}

/// A term: HSDS calls its words `name`, the UK's profile `term`.
fn term(taxonomy: &str, code: &str, name: &str) -> Value {
    json!({
        "id": uuid(&["term", taxonomy, code]),
        "code": code,
        "name": name,
        "term": name,
        "description": name,
        "taxonomy": taxonomy,
        "taxonomy_id": uuid(&["taxonomy", taxonomy]),
    })
}
