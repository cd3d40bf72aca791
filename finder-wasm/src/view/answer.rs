//! The head of an answer: where it is, how exact that is, which council, and what else may have been meant.

use finder::search::{Located, Outcome};

use super::pen::Pen;
use crate::app::Msg;
use crate::model::Model;
use crate::phrases::place;

/// Whether the text must be typed again.
pub fn failed(model: &Model) -> bool {
    matches!(
        model.answer.outcome,
        Outcome::Incomplete | Outcome::NotUnderstood
    )
}

fn trouble(model: &Model) -> Option<&'static str> {
    place::trouble(model.answer.outcome, model.limits)
}

/// The outcome in one breath, for those who cannot see it.
pub fn announcement(model: &Model) -> String {
    let count = count(model);
    match trouble(model) {
        Some(key) => [model.words.text(key), " ", &count].concat(),
        None => count,
    }
}

fn count(model: &Model) -> String {
    match model.answer.len() {
        0 => model.words.text("finder-none").to_owned(),
        found => model.words.count("finder-count", found as u32),
    }
}

/// Draws the head.
pub fn draw(pen: &mut Pen<'_>) {
    let answer = &pen.model().answer;
    let trouble = trouble(pen.model());
    pen.el("div", "finder-answer", |pen| {
        if let Some(key) = trouble {
            pen.say("p", "finder-notice", key);
            alternatives(pen);
        }
        pen.heading(&place::heading(pen.words(), answer.place.as_ref()));
        pen.leaf("p", "finder-count", &count(pen.model()));
        if let Some(place) = &answer.place {
            position(pen, place);
        }
        if trouble.is_none() && !answer.alternatives.is_empty() {
            pen.say("p", "", "finder-did-you-mean");
            alternatives(pen);
        }
    });
}

fn position(pen: &mut Pen<'_>, place: &Located) {
    pen.begin_with("p", &["class", "translate"], &["finder-note", "no"]);
    pen.text(&place::precision(pen.words(), place));
    pen.end();
    if let Some(council) = place::council(pen.words(), &place.council) {
        pen.leaf("p", "finder-note", &council);
    }
}

fn alternatives(pen: &mut Pen<'_>) {
    let alternatives = &pen.model().answer.alternatives;
    pen.list("ul", "finder-alternatives");
    for alternative in alternatives {
        pen.begin("li", "");
        let label = place::alternative(pen.words(), alternative);
        pen.button_saying("", &label, Msg::Pick(alternative.text.clone()));
        pen.end();
    }
    pen.end();
}
