//! Where a person says where they are.
//!
//! The box has no name and the form is never sent; the browser is told neither to complete, correct nor
//! check what is typed, because some browsers send it away to do so.

use yew::virtual_dom::ListenerKind;

use super::answer;
use super::pen::{Pen, truth};
use crate::app::Msg;
use crate::model::Place;

/// Draws the box.
pub fn draw(pen: &mut Pen<'_>) {
    let (field, hint) = (pen.id("where"), pen.id("hint"));
    pen.el("form", "finder-search", |pen| {
        pen.attr("role", "search");
        pen.attr("aria-label", pen.word("finder-search"));
        pen.on(ListenerKind::onsubmit, Msg::Search);
        pen.el("label", "finder-label", |pen| {
            pen.attr("for", &field);
            pen.text(pen.word("finder-where"));
        });
        pen.el("div", "finder-field", |pen| {
            pen.begin("input", "");
            let attributes = [
                ("id", field.as_str()),
                ("type", "text"),
                ("maxlength", "80"),
                ("dir", "auto"),
                ("autocomplete", "off"),
                ("autocapitalize", "off"),
                ("autocorrect", "off"),
                ("spellcheck", "false"),
                ("enterkeyhint", "search"),
                ("aria-describedby", hint.as_str()),
                ("aria-invalid", truth(answer::failed(pen.model()))),
            ];
            for (name, value) in attributes {
                pen.attr(name, value);
            }
            pen.end();
            pen.el("button", "finder-button finder-primary", |pen| {
                pen.text(pen.word("finder-find"));
            });
        });
        pen.el("p", "finder-note", |pen| {
            pen.attr("id", &hint);
            pen.text(pen.word("finder-where-hint"));
        });
        pen.el("p", "finder-actions", |pen| {
            pen.button("", "finder-locate", Msg::Locate);
            if pen.model().place != Place::Unsaid {
                pen.button("", "finder-start-again", Msg::Clear);
            }
        });
        pen.say("p", "finder-private", "finder-private");
    });
}
