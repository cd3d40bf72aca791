//! Schedules: recurring events to opening hours, sorted by how people attend.

use super::Settler;
use crate::draft::ScheduleDraft;
use crate::hours::{self, Hours};
use crate::plain;
use content::Date;
use content::service::Word;
use content::service::{PhoneRecord, ScheduleKind, ScheduleRecord};
use finder::service::PhoneKind;
use std::collections::BTreeMap;

/// What hours are the hours of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Attending {
    Building,
    DropIn,
    Appointment,
    Telephone,
    Elsewhere,
}

impl Settler<'_> {
    /// The hours of places; those of the telephone go to `phones`. Where the place is `hidden`, nothing is read but those.
    pub(super) fn schedules(
        &mut self,
        phones: &mut [PhoneRecord],
        hidden: bool,
    ) -> Vec<ScheduleRecord> {
        let mut schedules: Vec<ScheduleRecord> = Vec::new();
        let mut events: BTreeMap<Attending, Hours> = BTreeMap::new();
        for draft in &self.draft.schedules {
            let attending = attending(draft);
            if hidden && attending != Attending::Telephone {
                continue;
            }
            if let Some(text) = written(draft) {
                self.place(attending, draft, text, phones, &mut schedules);
                continue;
            }
            let mut hours = events.remove(&attending).unwrap_or_default();
            match self.event(draft, &mut hours) {
                Ok(()) => {
                    if let Some(words) = &draft.description {
                        let words = plain::summary(words, 80);
                        self.note(format!(
                            "the words beside its hours were not taken over: \"{words}\""
                        ));
                    }
                }
                Err(why) => self.note(format!("hours left out: {why}")),
            }
            events.insert(attending, hours);
        }
        for (attending, hours) in events {
            if let Some(text) = hours.text() {
                let draft = ScheduleDraft::default();
                self.place(attending, &draft, text, phones, &mut schedules);
            }
        }
        schedules
    }

    fn place(
        &mut self,
        attending: Attending,
        draft: &ScheduleDraft,
        text: String,
        phones: &mut [PhoneRecord],
        schedules: &mut Vec<ScheduleRecord>,
    ) {
        let kind = match attending {
            Attending::Building => ScheduleKind::Building,
            Attending::DropIn => ScheduleKind::DropIn,
            Attending::Appointment => ScheduleKind::Appointment,
            Attending::Telephone => {
                let number = draft.own.get("number");
                let kind = draft.own.get("kind");
                let of_number = |p: &&mut PhoneRecord| {
                    number.is_none_or(|n| *n == p.number) && kind.is_none_or(|k| k == p.kind.word())
                };
                let mut answered = phones
                    .iter_mut()
                    .filter(|p| number.is_some() || p.kind == PhoneKind::Voice)
                    .filter(of_number);
                match (answered.next(), answered.next()) {
                    (Some(phone), None) => phone.opening_hours = Some(text),
                    _ => self.note(
                        "the hours of the telephone were left out: it is not said of which number",
                    ),
                }
                return;
            }
            Attending::Elsewhere => {
                self.note(
                    "hours online or at home were left out: the record has no place for them",
                );
                return;
            }
        };
        let record = ScheduleRecord {
            kind,
            opening_hours: text,
            confirmed: draft.own.get("confirmed").and_then(|d| d.parse().ok()),
        };
        let same =
            |s: &ScheduleRecord| s.kind == record.kind && s.opening_hours == record.opening_hours;
        if !schedules.iter().any(same) {
            schedules.push(record);
        }
    }

    fn event(&mut self, draft: &ScheduleDraft, hours: &mut Hours) -> Result<(), String> {
        let day_of = |text: &Option<String>| {
            text.as_deref()
                .and_then(|d| d.get(..10)?.parse::<Date>().ok())
        };
        if let Some(last) = day_of(&draft.valid_to) {
            if last < self.context.today {
                return Err(format!("they ended on {last}"));
            }
            self.note(format!(
                "its hours hold until {last}: import again before then"
            ));
        }
        // A rule is read whole or not at all: a part that is not understood may make it another one.
        if !draft.other.is_empty() {
            let parts = draft
                .other
                .iter()
                .map(|(name, value)| format!("`{name}` = {value}"));
            let parts: Vec<String> = parts.collect();
            return Err(format!(
                "their rule has {}, which opening hours cannot say",
                parts.join(", ")
            ));
        }
        if let Some(first) = day_of(&draft.valid_from)
            && first > self.context.today
        {
            return Err(format!("they begin on {first} only"));
        }
        let interval = draft
            .interval
            .as_deref()
            .map(plain::unquoted)
            .unwrap_or_default();
        if !matches!(interval, "" | "0" | "1" | "1.0") {
            return Err(format!(
                "they are every {interval} weeks or months, which opening hours cannot say"
            ));
        }
        if draft.bymonthday.is_some() {
            return Err("they are on days of the month, which opening hours cannot say".to_owned());
        }
        let time = |text: &Option<String>, what: &str| {
            let said = text.as_deref().map(plain::unquoted).unwrap_or_default();
            hours::minutes(said).ok_or_else(|| format!("\"{said}\" is no time to {what}"))
        };
        let byday = draft
            .byday
            .as_deref()
            .map(plain::unquoted)
            .unwrap_or_default();
        let freq = draft
            .freq
            .as_deref()
            .map(|f| plain::unquoted(f).to_lowercase());
        let freq = freq.as_deref().unwrap_or_default();
        if !matches!(freq, "" | "weekly" | "daily" | "monthly") {
            return Err(format!(
                "they are \"{freq}\", which opening hours cannot say"
            ));
        }
        let byday = match (byday, freq) {
            ("", "daily") => "MO,TU,WE,TH,FR,SA,SU",
            ("", _) => {
                let words = draft.description.as_deref().map(|d| plain::summary(d, 80));
                let words = words.map(|w| format!(": \"{w}\"")).unwrap_or_default();
                return Err(format!("they name no day of the week{words}"));
            }
            (byday, _) => byday,
        };
        let ((opens, zone), (mut closes, _)) = (
            time(&draft.opens_at, "open")?,
            time(&draft.closes_at, "close")?,
        );
        let offset = draft
            .timezone
            .as_deref()
            .map(plain::unquoted)
            .unwrap_or_default();
        if zone || !offset.is_empty() {
            self.note("its hours name a time zone; they were read as the clock on the wall shows");
        }
        if (opens, closes) == (0, 0) {
            return Err(
                "they open and close at midnight, which databases write where nothing is known"
                    .to_owned(),
            );
        } else if (opens, closes) == (0, 23 * 60 + 59) {
            closes = 24 * 60;
        } else if opens == closes {
            return Err("they open and close at the same time".to_owned());
        }
        if closes < opens && closes + 24 * 60 - opens > 12 * 60 {
            self.note(format!(
                "its hours go on past midnight for more than twelve hours ({}-{}): ask whether opening and closing were confused",
                hours::clock(opens),
                hours::clock(closes)
            ));
        }
        let monthly = freq == "monthly";
        let mut days = Vec::new();
        for text in byday.split(',') {
            let day =
                hours::day(plain::unquoted(text)).ok_or_else(|| format!("\"{text}\" is no day"))?;
            if monthly != day.0.is_some() {
                return Err(format!("\"{byday}\" does not fit how often they are"));
            }
            days.push(day);
        }
        for day in days {
            hours.add(day, opens, closes);
        }
        Ok(())
    }
}

/// Opening hours that are there as OpenStreetMap writes them; a sentence that happens to read as some is none.
fn written(draft: &ScheduleDraft) -> Option<String> {
    let text = draft
        .own
        .get("opening_hours")
        .or(draft.description.as_ref())?;
    let text = plain::line(text);
    let names_days = text.contains("24/7") || hours::DAYS.iter().any(|day| text.contains(day));
    let no_words = !text
        .split(|c: char| !c.is_alphabetic())
        .any(|w| w.len() > 3);
    let own = draft.own.contains_key("opening_hours");
    ((own || names_days && no_words) && opening_hours_syntax::parse(&text).is_ok()).then_some(text)
}

fn attending(draft: &ScheduleDraft) -> Attending {
    let said = draft.attending.as_deref().unwrap_or_default();
    match Word::of(said.trim()) {
        Some(ScheduleKind::Building) => return Attending::Building,
        Some(ScheduleKind::DropIn) => return Attending::DropIn,
        Some(ScheduleKind::Appointment) => return Attending::Appointment,
        None => {}
    }
    let words = crate::draft::folded(said);
    let says = |word: &str| words.contains(word);
    match () {
        () if says("drop in") || says("walk in") => Attending::DropIn,
        () if says("appointment") || says("booking") => Attending::Appointment,
        () if says("phone") => Attending::Telephone,
        () if says("online") || says("virtual") || says("home visit") || says("video") => {
            Attending::Elsewhere
        }
        // Not said: the least that it can mean, and the site then says to ask first.
        () => Attending::Building,
    }
}
