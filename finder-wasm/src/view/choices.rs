//! What makes the list shorter or orders it: kinds of help, a language, and a few yes-or-no choices. Only what some service
//! can answer is offered, and a service of which it is not known stays.

use super::pen::{On, Pen};
use crate::app::Msg;
use crate::model::{Flag, Place};

/// Draws the choices.
pub fn draw(pen: &mut Pen<'_>) {
    let model = pen.model();
    let left_out = model.answer.filtered_out as u32;
    pen.el("div", "finder-choices", |pen| {
        kinds(pen);
        pen.el("details", "finder-more-choices", |pen| {
            pen.say("summary", "", "finder-choices");
            language(pen);
            flags(pen);
            pen.say("p", "finder-note", "finder-choices-note");
        });
        pen.el("div", "", |pen| {
            if left_out > 0 {
                let said = pen.words().count("finder-left-out", left_out);
                pen.leaf("p", "finder-note", &said);
            }
            if !model.choices.is_empty() {
                pen.button("", "finder-clear-choices", Msg::ClearChoices);
            }
        });
    });
}

/// Kinds of help. Open until a person has said where they are: then the results matter more, and what was chosen
/// is in the line that opens them again.
fn kinds(pen: &mut Pen<'_>) {
    let model = pen.model();
    let directory = model.directory();
    let open = model.place == Place::Unsaid;
    let names: &[&str] = if open { &["class", "open"] } else { &["class"] };
    pen.begin_with("details", names, &["finder-kinds", ""]);
    pen.el("summary", "", |pen| {
        pen.text(pen.word("finder-kinds"));
        let chosen = &mut model
            .choices
            .kinds
            .iter()
            .map(|&kind| pen.words().kind(kind));
        let chosen = pen.words().list(chosen);
        pen.leaf("span", "finder-chosen", &chosen);
    });
    pen.begin_with(
        "div",
        &["class", "role", "aria-label"],
        &["finder-chips", "group", pen.word("finder-kinds")],
    );
    for (kind, name) in (0..).zip(&directory.kinds) {
        if directory
            .services
            .iter()
            .any(|service| service.kinds.contains(&kind))
        {
            pen.tick(
                &name.name,
                model.choices.kinds.contains(&kind),
                Msg::Kind(kind),
            );
        }
    }
    pen.end();
    pen.end();
}

fn language(pen: &mut Pen<'_>) {
    let model = pen.model();
    let languages = &model.directory().languages;
    if languages.is_empty() {
        return;
    }
    pen.el("label", "finder-language", |pen| {
        pen.say("span", "", "finder-language");
        pen.el("select", "", |pen| {
            pen.key(pen.app.cleared);
            pen.on(On::Change, Msg::Language(None));
            option(
                pen,
                "",
                pen.word("finder-language-any"),
                model.choices.language.is_none(),
            );
            for (index, language) in (0..).zip(languages) {
                let on = model.choices.language == Some(index);
                option(pen, &index.to_string(), &language.name, on);
            }
        });
    });
}

fn option(pen: &mut Pen<'_>, value: &str, label: &str, on: bool) {
    let names: &[&str] = if on {
        &["value", "selected"]
    } else {
        &["value"]
    };
    pen.begin_with("option", names, &[value, ""]);
    pen.plain(label);
    pen.end();
}

fn flags(pen: &mut Pen<'_>) {
    let model = pen.model();
    pen.el("div", "finder-chips", |pen| {
        for flag in Flag::ALL {
            if flag.is_offered(model.directory()) {
                pen.tick(
                    pen.word(flag.key()),
                    model.choices.flags[flag as usize],
                    Msg::Flag(flag),
                );
            }
        }
    });
}
