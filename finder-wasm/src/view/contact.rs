//! How to reach a service: telephone, text, WhatsApp, email, website, with what each costs and where it leads.
//! Numbers are isolated from the direction of the text around them, which would turn them about.

use finder::service::{Location, Phone, Service};

use super::pen::Pen;
use crate::phrases::record::{
    address, call_cost_key, directions_link, is_sensitive, phone_key, phone_link,
};
use crate::words::isolated;

/// The ways to reach a service, in the order in which to try them.
pub fn ways(pen: &mut Pen<'_>, service: &Service) {
    if service.phones.is_empty() && service.emails.is_empty() && service.url.is_none() {
        return pen.say("p", "finder-note", "finder-no-contact");
    }
    pen.list("ul", "finder-contact");
    for phone in &service.phones {
        pen.el("li", "", |pen| number(pen, phone));
    }
    for email in &service.emails {
        pen.el("li", "", |pen| {
            pen.text(pen.word("finder-email"));
            pen.text(" ");
            link(pen, &["mailto:", email].concat(), email);
        });
    }
    if let Some(url) = &service.url {
        pen.el("li", "", |pen| pen.away(url, "finder-website"));
    }
    pen.end();
}

fn link(pen: &mut Pen<'_>, href: &str, shown: &str) {
    pen.link(href);
    pen.isolate_ltr(shown);
    pen.end();
}

fn number(pen: &mut Pen<'_>, phone: &Phone) {
    pen.text(pen.word(phone_key(phone.kind)));
    if let Some(label) = &phone.label {
        pen.text(&[" (", &isolated(label), ")"].concat());
    }
    pen.text(" ");
    call(pen, phone);
}

/// The number itself, and what it costs.
pub fn call(pen: &mut Pen<'_>, phone: &Phone) {
    pen.el("span", "finder-phone-number", |pen| {
        match phone_link(phone) {
            Some(href) => link(pen, &href, &phone.number),
            None => pen.isolate_ltr(&phone.number),
        }
    });
    pen.aside(pen.word(call_cost_key(phone)));
}

/// A place to go to: its address and, where the kind of help is not sensitive, a link to the way there. That link would put
/// the place into another site's address, and so into the history.
pub fn place(pen: &mut Pen<'_>, service: &Service, location: &Location) {
    pen.el("div", "finder-address", |pen| {
        pen.leaf("address", "", &address(pen.words(), location));
        if let Some(position) = location.position
            && !is_sensitive(pen.model().directory(), service)
        {
            pen.el("p", "", |pen| {
                pen.away(&directions_link(position), "finder-directions")
            });
        }
    });
}
