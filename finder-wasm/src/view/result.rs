//! One service in a list.

use super::pen::{On, Pen};
use super::{contact, times};
use crate::app::Msg;
use crate::model::View;
use crate::phrases::distance::whereabouts;
use crate::phrases::record::{confirmed, language_fit, residency};
use finder::search::{Hit, Rank, Residency};
use finder::service::{Cost, Referral, Service};

/// Draws a service; `number` joins it to its dot in the picture.
pub fn draw(pen: &mut Pen<'_>, hit: &Hit, number: Option<usize>) {
    let index = hit.service as usize;
    let Some(service) = pen.service(index) else {
        return;
    };
    if number.is_some() && is_brief(pen, hit) {
        return brief(pen, service, hit, number);
    }
    let nearest = hit
        .location
        .and_then(|at| service.locations().get(usize::from(at)));
    pen.el("li", "finder-result", |pen| {
        pen.key(index);
        pen.el("div", "finder-main", |pen| {
            name(pen, service, index, number);
            here(pen, hit);
            if let Some(opening) = &hit.opening {
                times::line(pen, service, opening);
            }
            description(pen, service);
            known(pen, service);
            cautions(pen, service, hit);
            pen.el("p", "finder-actions", |pen| save(pen, index));
        });
        pen.el("div", "finder-reach", |pen| {
            contact::ways(pen, service);
            if let Some(location) = nearest.or_else(|| service.locations().first()) {
                contact::place(pen, service, location);
            }
        });
        if number.is_none() {
            // On the reader's own list, which may be printed: hours for another day.
            pen.el("div", "finder-times", |pen| times::days(pen, service));
        }
    });
}

/// Whether a service is a line that answers day and night and is first although nobody asked for its kind of help.
fn is_brief(pen: &Pen<'_>, hit: &Hit) -> bool {
    let first = hit
        .opening
        .is_some_and(|opening| opening.rank == Rank::AlwaysAnswers);
    first && pen.model().choices.kinds.is_empty()
}

/// Draws such a line: its name and its number, so that what is near still begins on the first screen.
fn brief(pen: &mut Pen<'_>, service: &Service, hit: &Hit, number: Option<usize>) {
    let index = hit.service as usize;
    pen.el("li", "finder-result finder-brief", |pen| {
        pen.key(index);
        pen.el("div", "finder-main", |pen| {
            name(pen, service, index, number);
            pen.say("p", "finder-state finder-good", "finder-always-answers");
            let (_, checked) = confirmed(pen.words(), service, pen.model().local().day);
            pen.leaf("p", "finder-note", &checked);
        });
        pen.el("div", "finder-reach", |pen| {
            if let Some(phone) = service.phones.first() {
                pen.el("p", "", |pen| contact::call(pen, phone));
            }
            save(pen, index);
        });
    });
}

fn name(pen: &mut Pen<'_>, service: &Service, index: usize, number: Option<usize>) {
    pen.el("h3", "finder-name", |pen| {
        if let Some(number) = number {
            pen.begin_with(
                "span",
                &["class", "aria-hidden"],
                &["finder-number", "true"],
            );
            pen.text(&pen.model().directory().locale.number(number as u32));
            pen.end();
        }
        let id = index.to_string();
        pen.begin_with(
            "button",
            &["class", "type", "data-service"],
            &["finder-open", "button", &id],
        );
        pen.on(On::Click, Msg::Open(View::Record(index)));
        pen.isolate(&service.name);
        pen.end();
    });
}

/// How far away it is, where that is a question.
pub fn here(pen: &mut Pen<'_>, hit: &Hit) {
    let located = pen.model().answer.place.is_some();
    if let Some(said) = whereabouts(pen.words(), hit, located) {
        pen.leaf("p", "finder-where", &said);
    }
}

/// What it does, in a sentence or two, in whichever language there is.
pub fn description(pen: &mut Pen<'_>, service: &Service) {
    if let Some(prose) = &service.prose {
        pen.begin_with("p", &["lang", "dir"], &[&prose.language, "auto"]);
        pen.text(&prose.description);
        pen.end();
    }
}

/// The button that puts a service on the reader's own list or takes it off.
pub fn save(pen: &mut Pen<'_>, service: usize) {
    let saved = pen.model().saved.contains(&service);
    let key = if saved {
        "finder-unsave"
    } else {
        "finder-save"
    };
    pen.button("", key, Msg::Save(service));
}

/// What kind of help it is, and what is known of cost, referral and languages; the whole record says what is not.
fn known(pen: &mut Pen<'_>, service: &Service) {
    let words = pen.words();
    let cost = service.cost.map(|cost| match cost {
        Cost::Free => "finder-cost-free",
        Cost::Some => "finder-cost-some",
        Cost::Paid => "finder-cost-paid",
    });
    let referral = (service.referral == Some(Referral::Professional))
        .then_some("finder-referral-professional");
    let women = (service.women_only == Some(true)).then_some("finder-women");
    let languages = service.languages.as_deref().unwrap_or_default();
    let languages = words.list(&mut languages.iter().map(|&index| words.language(index)));
    pen.list("ul", "finder-known");
    for &kind in &service.kinds {
        pen.leaf("li", "", words.kind(kind));
    }
    for key in [cost, referral, women].into_iter().flatten() {
        pen.say("li", "", key);
    }
    if !languages.is_empty() {
        let said = words.say("finder-languages-staff", &[("languages", &languages)]);
        pen.leaf("li", "", &said);
    }
    pen.end();
}

/// What may keep a person from being helped there, and how sure the record is.
pub fn cautions(pen: &mut Pen<'_>, service: &Service, hit: &Hit) {
    let words = pen.words();
    let model = pen.model();
    if let Some(said) = residency(words, service, hit.residency) {
        let class = if hit.residency == Residency::Yours {
            "finder-note"
        } else {
            "finder-caution"
        };
        pen.leaf("p", class, &said);
    }
    let language = model.choices.language.map(|index| words.language(index));
    if let Some(said) = language.and_then(|language| language_fit(words, hit, language)) {
        pen.leaf("p", "finder-note", &said);
    }
    if hit.uncertain {
        pen.say("p", "finder-caution", "finder-uncertain");
    }
    let (old, checked) = confirmed(words, service, model.local().day);
    pen.leaf(
        "p",
        if old { "finder-caution" } else { "finder-note" },
        &checked,
    );
}
