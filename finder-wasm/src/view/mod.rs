//! What is drawn. Each module is a part that a person sees; this one puts them together.
//!
//! A view is a function of the [`App`] and draws nothing that the app does not know. What comes and goes is in
//! an element that stays: Yew compares children from the last to the first, and one more would make it draw all
//! before it anew, with what was typed, opened and focused there.

pub mod answer;
mod around;
mod choices;
mod contact;
mod pen;
mod record;
mod result;
mod search_box;
mod shortlist;
mod times;

use yew::prelude::*;

use crate::app::{App, Msg};
use crate::model::View;
use pen::Pen;

/// The whole widget.
pub fn draw(app: &App, ctx: &Context<App>) -> Html {
    let mut pen = Pen::new(app, ctx);
    search_box::draw(&mut pen);
    pen.begin_with("p", &["class", "role"], &["finder-hidden", "status"]);
    pen.text(&app.announced);
    pen.end();
    pen.el("div", "", |pen| {
        if let Some(key) = app.notice {
            pen.say("p", "finder-notice", key);
        }
    });
    // Its own element for each view, so that nothing of one view lives on in another.
    pen.begin("div", "");
    match app.view {
        View::Results => results(&mut pen),
        View::Record(service) => record::draw(&mut pen, service),
        View::Shortlist => shortlist::draw(&mut pen),
    }
    pen.end();
    shortlist::bar(&mut pen);
    pen.finish()
}

fn results(pen: &mut Pen<'_>) {
    let model = pen.model();
    answer::draw(pen);
    choices::draw(pen);
    around::draw(pen);
    let label = pen.word("finder-results");
    // Without its marks a list is none to some screen readers.
    pen.begin_with(
        "ol",
        &["class", "role", "aria-label"],
        &["finder-results", "list", label],
    );
    for (at, hit) in model.answer.hits().take(model.shown).enumerate() {
        result::draw(pen, &hit, Some(at + 1));
    }
    pen.end();
    pen.el("p", "", |pen| {
        if model.answer.len() > model.shown {
            pen.button("finder-more", "finder-more", Msg::More);
        }
    });
}
