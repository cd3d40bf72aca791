//! The picture "around you": an inline drawing, without a map server. The list says the same in words, so
//! the drawing is one image to a screen reader, with a text that says so.

use super::pen::{On, Pen};
use crate::app::Msg;
use crate::around::{DOT, Dot, Landmark, NORTH, Picture, Point, YOU, lay_out};
use crate::phrases::distance::length;
use finder::geometry::{Offset, Plane};
use finder::search::{Hit, Located};

/// A service to be drawn: its place in the list, and where it lies.
type Entry = (usize, Hit);

/// Renders the button, and the picture where it is wanted; empty where the search has no place.
pub fn draw(pen: &mut Pen<'_>) {
    pen.begin("div", "finder-around");
    if let Some(place) = &pen.model().answer.place {
        around(pen, place);
    }
    pen.end();
}

fn around(pen: &mut Pen<'_>, place: &Located) {
    let model = pen.model();
    let mut entries: Vec<Entry> = Vec::new();
    let mut offsets: Vec<Offset> = Vec::new();
    for (at, hit) in model.answer.hits().take(model.shown).enumerate() {
        if let Some(offset) = hit.offset {
            entries.push((at, hit));
            offsets.push(offset);
        }
    }
    if entries.is_empty() {
        return;
    }
    let shown = pen.app.picture;
    let key = if shown {
        "finder-around-hide"
    } else {
        "finder-around-show"
    };
    pen.opener(key, shown, Msg::Picture);
    if shown {
        let picture = lay_out(
            model.directory().distance_unit,
            &offsets,
            landmarks(pen, place),
        );
        svg(pen, &entries, &picture);
        if picture.far > 0 {
            pen.leaf(
                "p",
                "finder-note",
                &pen.words().count("finder-around-far", picture.far),
            );
        }
    }
}

fn landmarks<'a>(pen: &Pen<'a>, place: &Located) -> Vec<Landmark<'a>> {
    let model = pen.model();
    let plane = Plane::at(place.position);
    let tag = model.directory().locale.tag.as_str();
    let mut landmarks = Vec::new();
    if let Some(gazetteer) = &model.gazetteer {
        for other in gazetteer.places().all() {
            if other.name == place.label {
                continue;
            }
            let own = other.spellings.iter().find(|(_, language)| language == tag);
            landmarks.push(Landmark {
                name: own.map_or(other.name.as_str(), |(name, _)| name),
                offset: plane.offset(other.position),
                weight: other.weight,
            });
        }
    }
    landmarks
}

fn svg(pen: &mut Pen<'_>, entries: &[Entry], picture: &Picture<'_>) {
    const MIDDLE: Point = Point { x: 0, y: 0 };
    let frame = [
        "finder-picture",
        "-500 -500 1000 1000",
        "img",
        pen.word("finder-around-text"),
    ];
    pen.begin_with("svg", &["class", "viewBox", "role", "aria-label"], &frame);
    for ring in &picture.rings {
        circle(pen, "finder-picture-ring", MIDDLE, ring.radius);
        label(
            pen,
            "finder-picture-length",
            ring.label,
            &length(pen.words(), ring.metres),
        );
    }
    label(
        pen,
        "finder-picture-north",
        NORTH,
        pen.word("finder-around-north"),
    );
    circle(pen, "finder-picture-you", MIDDLE, YOU);
    for (name, at) in &picture.names {
        label(pen, "finder-picture-name", *at, name);
    }
    for dot in &picture.dots {
        if let Some((at, hit)) = entries.get(dot.index) {
            draw_dot(pen, dot, *at, hit);
        }
    }
    pen.end();
}

fn circle(pen: &mut Pen<'_>, class: &'static str, at: Point, radius: i32) {
    let (x, y, r) = (at.x.to_string(), at.y.to_string(), radius.to_string());
    pen.begin_with("circle", &["class", "cx", "cy", "r"], &[class, &x, &y, &r]);
    pen.end();
}

fn label(pen: &mut Pen<'_>, class: &'static str, at: Point, text: &str) {
    pen.begin_with(
        "text",
        &["class", "x", "y"],
        &[class, &at.x.to_string(), &at.y.to_string()],
    );
    pen.plain(text);
    pen.end();
}

fn draw_dot(pen: &mut Pen<'_>, dot: &Dot, at: usize, hit: &Hit) {
    let number = pen.model().directory().locale.number(at as u32 + 1);
    pen.el("g", "finder-picture-dot", |pen| {
        pen.on(On::Click, Msg::Dot(hit.service as usize));
        if let Some(from) = dot.from {
            let [a, b, c, d] = [from.x, from.y, dot.at.x, dot.at.y].map(|value| value.to_string());
            pen.begin_with("line", &["x1", "y1", "x2", "y2"], &[&a, &b, &c, &d]);
            pen.end();
        }
        circle(pen, "", dot.at, DOT - 4);
        label(pen, "", dot.at, &number);
    });
}
