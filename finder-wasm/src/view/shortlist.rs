//! The reader's own list: made by hand, gone with the page unless it is to be kept, forgotten at a tap.

use super::pen::Pen;
use super::result;
use crate::app::Msg;
use crate::model::View;

/// The way to the list, below every other view as soon as there is something on it, and the way to forget.
pub fn bar(pen: &mut Pen<'_>) {
    let saved = pen.model().saved.len() as u32;
    pen.el("p", "finder-actions finder-bar", |pen| {
        if saved > 0 && pen.app.view != View::Shortlist {
            let label = pen.words().count("finder-saved", saved);
            pen.button_saying("finder-primary", &label, Msg::Open(View::Shortlist));
        }
        pen.button("", "finder-forget", Msg::Forget);
    });
}

/// Draws the list.
pub fn draw(pen: &mut Pen<'_>) {
    let model = pen.model();
    pen.el("div", "finder-shortlist", |pen| {
        pen.button("finder-back", "finder-back", Msg::Back);
        pen.heading(pen.word("finder-shortlist"));
        if model.saved.is_empty() {
            pen.say("p", "", "finder-shortlist-empty");
        } else {
            tools(pen);
        }
        pen.list("ol", "finder-results");
        for &service in &model.saved {
            result::draw(pen, &model.answer.hit(service), None);
        }
        pen.end();
    });
}

fn tools(pen: &mut Pen<'_>) {
    let model = pen.model();
    let never = (model.saved.len() - model.keepable().len()) as u32;
    pen.el("p", "finder-actions", |pen| {
        pen.button("", "finder-print", Msg::Print);
        pen.button("", "finder-share", Msg::Share(model.saved.clone()));
    });
    pen.tick(pen.word("finder-keep"), pen.app.kept, Msg::Keep);
    pen.say("p", "finder-note", "finder-keep-note");
    if never > 0 {
        pen.leaf(
            "p",
            "finder-caution",
            &pen.words().count("finder-keep-sensitive", never),
        );
    }
}
