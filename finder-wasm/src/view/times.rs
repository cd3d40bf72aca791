//! Opening times: in one line, and for the next seven days.

use finder::hours::{Channel, Hours};
use finder::search::Opening;
use finder::service::Service;

use super::pen::Pen;
use crate::phrases::opening::{Tone, channel_key, now, week};
use crate::words::isolated;

/// Whether the service can be reached now.
pub fn line(pen: &mut Pen<'_>, service: &Service, opening: &Opening) {
    let (tone, said) = now(pen.words(), service, opening, pen.model().local());
    let class = match tone {
        Tone::Good => "finder-state finder-good",
        Tone::Plain => "finder-state",
        Tone::Warn => "finder-state finder-warn",
    };
    pen.leaf("p", class, &said);
}

/// The next seven days of every schedule and telephone; where nothing is known, that.
pub fn days(pen: &mut Pen<'_>, service: &Service) {
    let mut known = false;
    for times in &service.schedules {
        known = true;
        table(pen, times.channel, None, times.hours.as_ref(), &times.text);
    }
    for phone in &service.phones {
        let text = phone.hours_text.as_deref().unwrap_or_default();
        if phone.hours.is_some() || !text.is_empty() {
            known = true;
            table(
                pen,
                Channel::Telephone,
                Some(&phone.number),
                phone.hours.as_ref(),
                text,
            );
        }
    }
    if !known {
        pen.say("p", "", "finder-hours-unknown");
    }
}

fn table(
    pen: &mut Pen<'_>,
    channel: Channel,
    number: Option<&str>,
    hours: Option<&Hours>,
    text: &str,
) {
    pen.el("div", "finder-week", |pen| {
        pen.el("h4", "", |pen| {
            pen.text(pen.word(channel_key(channel)));
            if let Some(number) = number {
                pen.text(" ");
                pen.isolate_ltr(number);
            }
        });
        match hours {
            Some(hours) => pen.el("dl", "", |pen| {
                for (day, said) in week(pen.words(), hours, pen.model().local().day) {
                    pen.el("div", "", |pen| {
                        pen.leaf("dt", "", &day);
                        pen.leaf("dd", "", &said);
                    });
                }
            }),
            None => {
                let said = [pen.word("finder-hours-source"), ": ", &isolated(text)].concat();
                pen.leaf("p", "", &said);
            }
        }
    });
}
