//! Where a person says where they are.
//!
//! The box has no name and the form is never sent; the browser is told neither to complete, correct nor
//! check what is typed, because some browsers send it away to do so.

use super::answer;
use super::pen::{On, Pen, truth};
use crate::app::Msg;
use crate::model::Place;

/// The attributes of the box.
const FIELD: [&str; 11] = [
    "id",
    "type",
    "maxlength",
    "dir",
    "autocomplete",
    "autocapitalize",
    "autocorrect",
    "spellcheck",
    "enterkeyhint",
    "aria-describedby",
    "aria-invalid",
];

/// Draws the box.
pub fn draw(pen: &mut Pen<'_>) {
    let (field, hint) = (pen.id("where"), pen.id("hint"));
    let form = ["finder-search", "search", pen.word("finder-search")];
    pen.begin_with("form", &["class", "role", "aria-label"], &form);
    pen.on(On::Submit, Msg::Search);
    pen.begin_with("label", &["class", "for"], &["finder-label", &field]);
    pen.text(pen.word("finder-where"));
    pen.end();
    pen.el("div", "finder-field", |pen| {
        let wrong = truth(answer::failed(pen.model()));
        let values = [
            &field, "text", "80", "auto", "off", "off", "off", "false", "search", &hint, wrong,
        ];
        pen.begin_with("input", &FIELD, &values);
        pen.end();
        pen.say("button", "finder-button finder-primary", "finder-find");
    });
    pen.begin_with("p", &["class", "id"], &["finder-note", &hint]);
    pen.text(pen.word("finder-where-hint"));
    pen.end();
    pen.el("p", "finder-actions", |pen| {
        pen.button("", "finder-locate", Msg::Locate);
        if pen.model().place != Place::Unsaid {
            pen.button("", "finder-start-again", Msg::Clear);
        }
    });
    pen.say("p", "finder-private", "finder-private");
    pen.end();
}
