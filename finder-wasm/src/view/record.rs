//! The whole record of one service.

use finder::service::{Prose, ProseSection, Service};

use super::pen::Pen;
use super::{contact, result, times};
use crate::app::Msg;
use crate::phrases::record::{access_key, confirmed_by, facts, regulation};

/// Draws the record of the service at `index`.
pub fn draw(pen: &mut Pen<'_>, index: usize) {
    let Some(service) = pen.service(index) else {
        return;
    };
    let hit = pen.model().answer.hit(index);
    pen.el("article", "finder-record", |pen| {
        pen.button("finder-back", "finder-back", Msg::Back);
        pen.heading(&service.name);
        if let Some(organization) = &service.organization {
            pen.el("p", "finder-note", |pen| pen.isolate(organization));
        }
        result::description(pen, service);
        if let Some(opening) = &hit.opening {
            times::line(pen, service, opening);
        }
        result::cautions(pen, service, &hit);
        if let Some(confirmed) = &service.confirmed
            && let Some(said) = confirmed_by(pen.words(), confirmed)
        {
            pen.leaf("p", "finder-note", &said);
        }
        pen.say("h3", "", "finder-contact");
        contact::ways(pen, service);
        if let Some(said) = regulation(pen.words(), service) {
            pen.leaf("p", "", &said);
        }
        pen.say("h3", "", "finder-address");
        result::here(pen, &hit);
        places(pen, service);
        pen.say("h3", "", "finder-week");
        times::days(pen, service);
        list(pen, service);
        if let Some(prose) = &service.prose {
            text(pen, prose);
        }
        actions(pen, service, index);
    });
}

fn places(pen: &mut Pen<'_>, service: &Service) {
    for location in service.locations() {
        contact::place(pen, service, location);
        let said = [
            pen.word("finder-access"),
            ": ",
            pen.word(access_key(location)),
        ]
        .concat();
        pen.leaf("p", "finder-note", &said);
    }
}

fn list(pen: &mut Pen<'_>, service: &Service) {
    pen.el("dl", "finder-facts", |pen| {
        for (label, said) in facts(pen.words(), service) {
            pen.begin("div", "");
            pen.say("dt", "", label);
            for said in said {
                pen.leaf("dd", "", &said);
            }
            pen.end();
        }
    });
}

fn text(pen: &mut Pen<'_>, prose: &Prose) {
    if prose.sections.is_empty() {
        return;
    }
    if prose.language != pen.model().directory().locale.tag {
        pen.say("p", "finder-note", "finder-other-language");
    }
    pen.begin_with("div", &["lang", "dir"], &[&prose.language, "auto"]);
    for part in &prose.sections {
        section(pen, part);
    }
    pen.end();
}

fn section(pen: &mut Pen<'_>, section: &ProseSection) {
    pen.leaf("h3", "", &section.heading);
    let mut in_list = false;
    for paragraph in &section.paragraphs {
        // Items of a list are in order among paragraphs; a run of them is one list.
        if paragraph.item != in_list {
            if in_list {
                pen.end();
            } else {
                pen.begin("ul", "");
            }
            in_list = !in_list;
        }
        pen.leaf(if in_list { "li" } else { "p" }, "", &paragraph.text);
    }
    if in_list {
        pen.end();
    }
}

/// The code that a phone across the desk reads with its camera.
fn code(pen: &mut Pen<'_>, service: &Service) {
    let drawn = pen.app.page_code(service);
    let Some((side, path)) = drawn.split_once(' ') else {
        return pen.say("p", "finder-notice", "finder-share-failed");
    };
    let frame = ["0 0 ", side, " ", side].concat();
    let values = ["finder-code", &frame, "img", pen.word("finder-code-text")];
    pen.begin_with("svg", &["class", "viewBox", "role", "aria-label"], &values);
    pen.begin_with("path", &["d"], &[path]);
    pen.end();
    pen.end();
}

fn actions(pen: &mut Pen<'_>, service: &Service, index: usize) {
    pen.el("p", "finder-actions", |pen| {
        result::save(pen, index);
        pen.button("", "finder-print", Msg::Print);
        pen.button("", "finder-share", Msg::Share(vec![index]));
        pen.opener("finder-code", pen.app.code, Msg::Code);
    });
    pen.el("div", "", |pen| {
        if pen.app.code {
            code(pen, service);
        }
    });
    pen.el("p", "finder-page", |pen| {
        pen.link(&pen.app.page(service, false));
        pen.text(pen.word("finder-page"));
        pen.end();
    });
}
