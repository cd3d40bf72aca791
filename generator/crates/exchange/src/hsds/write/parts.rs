//! What is in a service: its numbers, places and hours.

use super::Writer;
use super::compact;
use crate::hours;
use content::service::Word;
use content::service::{LocationRecord, PhoneRecord, ScheduleKind};
use finder::service::{CallCost, PhoneKind};
use serde_json::{Value, json};

impl Writer<'_> {
    pub(super) fn phone(&self, n: usize, phone: &PhoneRecord) -> Value {
        let id = self.id("phone", &n.to_string());
        let kind = match phone.kind {
            PhoneKind::Voice => "voice",
            PhoneKind::Text | PhoneKind::Whatsapp => "text",
            PhoneKind::Textphone | PhoneKind::Relay => "textphone",
        };
        let own = [
            ("kind", Some(phone.kind.word()).filter(|k| *k != kind)),
            ("cost", phone.cost.map(Word::word)),
        ];
        let said = [
            phone.label.as_deref(),
            (phone.kind == PhoneKind::Whatsapp).then_some("WhatsApp"),
            phone
                .cost
                .and_then(|c| (c == CallCost::Free).then_some("free to call")),
        ];
        let description: Vec<&str> = said.into_iter().flatten().collect();
        compact(json!({
            "id": id,
            "service_id": self.id("service", ""),
            "number": phone.number,
            "type": kind,
            "description": (!description.is_empty()).then(|| description.join("; ")),
            "attributes": self.own(&id, "phone", own.into_iter().chain([("label", phone.label.as_deref())])),
        }))
    }

    pub(super) fn at_location(
        &self,
        n: usize,
        place: &LocationRecord,
        at: Option<(f64, f64)>,
    ) -> Value {
        let which = n.to_string();
        let id = self.id("location", &which);
        let address = (!place.address.is_empty()
            || place.postcode.is_some()
            || place.city.is_some())
        .then(|| {
            json!([{
                "id": self.id("address", &which),
                "location_id": id,
                "address_1": place.address.join(", "),
                "city": place.city.as_deref().unwrap_or_default(),
                "state_province": "",
                "postal_code": place.postcode.as_ref().map_or("", |p| p.value.as_str()),
                "country": self.dataset.country,
                "address_type": "physical",
            }])
        });
        let step_free = place.step_free.map(|s| if s { "true" } else { "false" });
        let exact = place.coordinates.is_none() && at.is_some();
        let lines = place.address.join("\n");
        // Readers part an address at its commas; lines with commas of their own are kept.
        let lines = place
            .address
            .iter()
            .any(|l| l.contains(','))
            .then_some(lines.as_str());
        let own = [
            ("lines", lines),
            ("step_free", step_free),
            ("position", exact.then_some("postcode")),
        ];
        let accessibility = place.step_free.map(|s| {
            let words = if s { "Step-free access" } else { "No step-free access" };
            json!([{ "id": self.id("accessibility", &which), "location_id": id, "description": words }])
        });
        json!({
            "id": self.id("service at location", &which),
            "service_id": self.id("service", ""),
            "location_id": id,
            "location": compact(json!({
                "id": id,
                "location_type": "physical",
                "name": place.name.as_ref().or(place.address.first()),
                "latitude": at.map(|a| a.0),
                "longitude": at.map(|a| a.1),
                "addresses": address,
                "accessibility": accessibility,
                "attributes": self.own(&id, "location", own.into_iter().chain([("name", place.name.as_deref())])),
            })),
        })
    }

    /// Every week's hours as events that recur; what is more than that in words alone.
    pub(super) fn schedules(&self) -> Vec<Value> {
        let mut schedules = Vec::new();
        for (n, schedule) in self.listing.schedules().iter().enumerate() {
            let confirmed = schedule.confirmed.map(|d| d.to_string());
            let own = [
                ("opening_hours", Some(schedule.opening_hours.as_str())),
                ("confirmed", confirmed.as_deref()),
            ];
            let word = match schedule.kind {
                ScheduleKind::Building => "building",
                ScheduleKind::DropIn => "drop_in",
                ScheduleKind::Appointment => "appointment",
            };
            self.events(
                &format!("place {n}"),
                &schedule.opening_hours,
                word,
                &own,
                &mut schedules,
            );
        }
        for (n, phone) in self.record().phones.iter().enumerate() {
            if let Some(hours) = &phone.opening_hours {
                let own = [
                    ("opening_hours", Some(hours.as_str())),
                    ("number", Some(phone.number.as_str())),
                    ("kind", Some(phone.kind.word())),
                ];
                self.events(&format!("phone {n}"), hours, "phone", &own, &mut schedules);
            }
        }
        schedules
    }

    pub(super) fn events(
        &self,
        which: &str,
        text: &str,
        attending: &str,
        own: &[(&str, Option<&str>)],
        schedules: &mut Vec<Value>,
    ) {
        let slots = hours::weekly(text).unwrap_or_default();
        let slots = slots
            .iter()
            .map(Some)
            .chain(slots.is_empty().then_some(None));
        for (n, slot) in slots.enumerate() {
            let id = self.id("schedule", &format!("{which} {n}"));
            let days = slot.map(|s| {
                let days: Vec<String> = s
                    .days
                    .iter()
                    .map(|d| hours::DAYS[*d].to_uppercase())
                    .collect();
                days.join(",")
            });
            schedules.push(compact(json!({
                "id": id,
                "service_id": self.id("service", ""),
                // Without `interval`, which is 1 where it is not said, and asks for a day to count from.
                "freq": slot.map(|_| "WEEKLY"),
                "byday": days,
                "opens_at": slot.map(|s| hours::clock(s.opens)),
                "closes_at": slot.map(|s| hours::clock(s.closes)),
                "description": text,
                "attending_type": attending,
                "attributes": self.own(&id, "schedule", own.iter().copied()),
            })));
        }
    }
}
