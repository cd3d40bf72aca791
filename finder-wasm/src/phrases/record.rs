//! The facts of a service's record in words, each with "we do not know" where the record says nothing.

use finder::calendar::Day;
use finder::directory::Directory;
use finder::geometry::Position;
use finder::search::{Hit, LanguageFit, Residency};
use finder::service::{
    CallCost, Confirmation, ConfirmedHow, Cost, Coverage, Interpreting, Location, Phone, PhoneKind,
    Premises, Referral, Regulation, Service,
};

use crate::words::Words;

/// A record confirmed longer ago than this is said to be old (CARE: six months).
const OLD_DAYS: i32 = 183;

/// A fact of the record: the key of its label, and what is known.
pub type Fact = (&'static str, Vec<String>);

/// The facts that follow contact, times and addresses.
pub fn facts(words: &Words, service: &Service) -> Vec<Fact> {
    let mut facts = vec![
        ("finder-languages", languages(words, service)),
        ("finder-cost", cost(words, service)),
        ("finder-referral", who(words, service)),
    ];
    if let Some(known) = service.children_welcome {
        let key = if known {
            "finder-children-yes"
        } else {
            "finder-children-no"
        };
        facts.push(("finder-children", vec![words.text(key).to_owned()]));
    }
    facts
}

fn languages(words: &Words, service: &Service) -> Vec<String> {
    let staff = match &service.languages {
        Some(known) if !known.is_empty() => {
            let names = words.list(&mut known.iter().map(|&index| words.language(index)));
            words.say("finder-languages-staff", &[("languages", &names)])
        }
        _ => words.text("finder-languages-unknown").to_owned(),
    };
    let interpreter = match service.interpreting {
        Some(Interpreting::Available) => "finder-interpreting-yes",
        Some(Interpreting::ByTelephone) => "finder-interpreting-phone",
        Some(Interpreting::NotAvailable) => "finder-interpreting-no",
        None => "finder-interpreting-unknown",
    };
    vec![staff, words.text(interpreter).to_owned()]
}

fn cost(words: &Words, service: &Service) -> Vec<String> {
    let key = match service.cost {
        Some(Cost::Free) => "finder-cost-free",
        Some(Cost::Some) => "finder-cost-some",
        Some(Cost::Paid) => "finder-cost-paid",
        None => "finder-cost-unknown",
    };
    let mut said = vec![words.text(key).to_owned()];
    said.extend(service.cost_note.clone());
    said
}

fn who(words: &Words, service: &Service) -> Vec<String> {
    let key = match service.referral {
        Some(Referral::None) => "finder-referral-none",
        Some(Referral::SelfReferral) => "finder-referral-self",
        Some(Referral::Professional) => "finder-referral-professional",
        None => "finder-referral-unknown",
    };
    let mut said = vec![words.text(key).to_owned()];
    match &service.coverage {
        Coverage::Unknown => {}
        Coverage::Region => said.push(words.text("finder-serves-region").to_owned()),
        Coverage::Country => said.push(words.text("finder-serves-country").to_owned()),
        Coverage::Areas(areas) => {
            let key = if service.residents_only == Some(true) {
                "finder-only-residents"
            } else {
                "finder-serves"
            };
            said.push(words.say(key, &[("areas", &words.areas(areas))]));
        }
    }
    if service.women_only == Some(true) {
        said.push(words.text("finder-women").to_owned());
    }
    said
}

/// The registration for advice on immigration, where the record speaks of it.
pub fn regulation(words: &Words, service: &Service) -> Option<String> {
    match service.regulation.as_ref()? {
        Regulation::NoAdvice => Some(words.text("finder-no-advice").to_owned()),
        Regulation::Regulated {
            body,
            registration,
            checked,
        } => {
            let mut said = vec![words.say("finder-regulated", &[("body", body)])];
            if let Some(number) = registration {
                said.push(words.say("finder-registration", &[("number", number)]));
            }
            if let Some(day) = checked {
                said.push(words.say("finder-regulation-checked", &[("date", &words.date(*day))]));
            }
            Some(words.all(&said))
        }
    }
}

/// Whether a location can be entered without steps.
pub fn access_key(location: &Location) -> &'static str {
    match location.step_free {
        Some(true) => "finder-access-yes",
        Some(false) => "finder-access-no",
        None => "finder-access-unknown",
    }
}

/// When the record was last confirmed, and whether that is so long ago that it must be said with a warning.
pub fn confirmed(words: &Words, service: &Service, today: Day) -> (bool, String) {
    let Some(confirmation) = &service.confirmed else {
        return (true, words.text("finder-confirmed-never").to_owned());
    };
    let old = today.since(confirmation.on) > OLD_DAYS;
    let key = if old {
        "finder-confirmed-old"
    } else {
        "finder-confirmed"
    };
    (
        old,
        words.say(key, &[("date", &words.date(confirmation.on))]),
    )
}

/// By whom and how the record was confirmed, as far as known.
pub fn confirmed_by(words: &Words, confirmation: &Confirmation) -> Option<String> {
    let how = confirmation.how.map(|how| {
        words.text(match how {
            ConfirmedHow::Website => "finder-confirmed-website",
            ConfirmedHow::Telephone => "finder-confirmed-telephone",
            ConfirmedHow::Email => "finder-confirmed-email",
            ConfirmedHow::Visit => "finder-confirmed-visit",
            ConfirmedHow::Provider => "finder-confirmed-provider",
        })
    });
    let by = (!confirmation.by.is_empty())
        .then(|| words.say("finder-confirmed-by", &[("who", &confirmation.by)]));
    match (by, how) {
        (Some(by), Some(how)) => Some(words.pair(&by, how)),
        (by, how) => by.or_else(|| how.map(str::to_owned)),
    }
}

/// Whether the reader may use a service by where they live, where that is a question.
pub fn residency(words: &Words, service: &Service, residency: Residency) -> Option<String> {
    let key = match residency {
        Residency::Anyone => return None,
        Residency::Yours => "finder-only-residents-yours",
        Residency::Perhaps => "finder-only-residents-perhaps",
        Residency::Elsewhere => "finder-only-residents-elsewhere",
        Residency::NotKnown => "finder-only-residents",
    };
    let Coverage::Areas(areas) = &service.coverage else {
        return None;
    };
    Some(words.say(key, &[("areas", &words.areas(areas))]))
}

/// How a service fits the language asked for.
pub fn language_fit(words: &Words, hit: &Hit, language: &str) -> Option<String> {
    let (key, named) = match hit.language? {
        LanguageFit::Staff => ("finder-speaks", true),
        LanguageFit::Interpreter(Interpreting::ByTelephone) => ("finder-interprets-phone", false),
        LanguageFit::Interpreter(_) => ("finder-interprets", false),
        LanguageFit::Unknown => ("finder-speaks-unknown", true),
    };
    if named {
        return Some(words.say(key, &[("language", language)]));
    }
    Some(words.text(key).to_owned())
}

/// The key of what a number is good for.
pub fn phone_key(kind: PhoneKind) -> &'static str {
    match kind {
        PhoneKind::Voice => "finder-phone",
        PhoneKind::Text => "finder-sms",
        PhoneKind::Whatsapp => "finder-whatsapp",
        PhoneKind::Textphone => "finder-textphone",
        PhoneKind::Relay => "finder-relay",
    }
}

/// The key of what a number costs to use. A WhatsApp message has no price but goes to a company.
pub fn call_cost_key(phone: &Phone) -> &'static str {
    match (phone.kind, phone.cost) {
        (PhoneKind::Whatsapp, _) => "finder-whatsapp-leaves",
        (_, Some(CallCost::Free)) => "finder-call-free",
        (_, Some(CallCost::Standard)) => "finder-call-standard",
        (_, Some(CallCost::Premium)) => "finder-call-premium",
        (_, None) => "finder-call-unknown",
    }
}

/// The address of a link that uses the number; `None` where none can be made.
pub fn phone_link(phone: &Phone) -> Option<String> {
    if phone.dial.is_empty() {
        return None;
    }
    let (scheme, number) = match phone.kind {
        PhoneKind::Voice | PhoneKind::Textphone | PhoneKind::Relay => ("tel:", phone.dial.as_str()),
        PhoneKind::Text => ("sms:", phone.dial.as_str()),
        // wa.me wants the international number in digits alone.
        PhoneKind::Whatsapp => ("https://wa.me/", phone.dial.trim_start_matches('+')),
    };
    Some([scheme, number].concat())
}

/// A link to OpenStreetMap's directions. It carries the destination alone: never where the reader is.
pub fn directions_link(position: Position) -> String {
    [
        "https://www.openstreetmap.org/directions?to=",
        &degrees(position.latitude()),
        "%2C",
        &degrees(position.longitude()),
    ]
    .concat()
}

/// 1e-5 degrees as a decimal number, without floating point.
fn degrees(value: i32) -> String {
    let magnitude = value.unsigned_abs();
    let mut fraction = (magnitude % 100_000 + 100_000).to_string();
    fraction.remove(0);
    let sign = if value < 0 { "-" } else { "" };
    [sign, &(magnitude / 100_000).to_string(), ".", &fraction].concat()
}

/// The name of the site to which a link leads, as people know it: `example.org`.
pub fn site_name(url: &str) -> &str {
    let rest = url
        .trim_start_matches(|sign| sign != ':')
        .trim_start_matches([':', '/']);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

/// Whether a service has a kind of help that must leave no trace on the device.
pub fn is_sensitive(directory: &Directory, service: &Service) -> bool {
    let sensitive = |&kind: &u16| {
        directory
            .kinds
            .get(usize::from(kind))
            .is_none_or(|kind| kind.sensitive)
    };
    service.is_confidential() || service.kinds.iter().any(sensitive)
}

/// A service in a few lines of plain text, for a message to somebody. `link`: the address of its page.
pub fn message(words: &Words, service: &Service, link: &str) -> String {
    let mut lines = vec![service.name.clone()];
    for phone in &service.phones {
        lines.push(words.say(
            "finder-opening",
            &[
                ("what", words.text(phone_key(phone.kind))),
                ("state", &phone.number),
            ],
        ));
    }
    lines.extend(service.emails.iter().cloned());
    if let Premises::At(locations) = &service.premises {
        lines.extend(locations.iter().map(|location| address(words, location)));
    }
    lines.extend(service.url.clone());
    lines.push(link.to_owned());
    lines.join("\n")
}

/// The address of a location in one line.
pub fn address(words: &Words, location: &Location) -> String {
    let parts = location.name.iter().chain(&location.address);
    words.list(
        &mut parts
            .chain(&location.city)
            .chain(&location.postcode)
            .map(String::as_str),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{day, plain, service, words};

    #[test]
    fn directions_carry_only_the_destination_with_its_sign_and_zeros() {
        let position = Position::new(5_240_360, -150_960).expect("a position");
        assert_eq!(
            directions_link(position),
            "https://www.openstreetmap.org/directions?to=52.40360%2C-1.50960"
        );
        assert_eq!(degrees(-5), "-0.00005");
        assert_eq!(degrees(0), "0.00000");
    }

    #[test]
    fn numbers_are_linked_by_what_they_are_good_for() {
        let phone = |kind, dial: &str| Phone {
            number: "024 7622 0000".into(),
            dial: dial.into(),
            kind,
            ..Phone::default()
        };
        let link = |kind| phone_link(&phone(kind, "+442476220000"));
        assert_eq!(link(PhoneKind::Voice).as_deref(), Some("tel:+442476220000"));
        assert_eq!(link(PhoneKind::Text).as_deref(), Some("sms:+442476220000"));
        assert_eq!(
            link(PhoneKind::Whatsapp).as_deref(),
            Some("https://wa.me/442476220000")
        );
        assert_eq!(phone_link(&phone(PhoneKind::Voice, "")), None);
    }

    #[test]
    fn a_site_is_named_without_its_trimmings() {
        assert_eq!(site_name("https://www.example.org/a?b"), "example.org");
        assert_eq!(site_name("http://help.example.org"), "help.example.org");
    }

    #[test]
    fn what_is_not_known_is_said_to_be_unknown() {
        let words = words(vec![service("a")]);
        let said: Vec<String> = facts(&words, &words.directory().services[0])
            .into_iter()
            .flat_map(|(_, said)| said)
            .map(|said| plain(&said))
            .collect();
        for unknown in [
            "We do not know which languages staff speak.",
            "We do not know if they have an interpreter. Ask them.",
            "We do not know. Ask first.",
            "We do not know if someone must send you. Ask them.",
        ] {
            assert!(
                said.iter().any(|said| said == unknown),
                "{unknown}: {said:?}"
            );
        }
        assert!(!said.iter().any(|said| said == "Free"));
    }

    #[test]
    fn a_record_of_more_than_six_months_ago_is_called_old() {
        let words = words(vec![]);
        let mut service = service("a");
        let said = |service: &Service, today| {
            let (old, said) = confirmed(&words, service, day(today));
            (old, plain(&said))
        };
        assert_eq!(
            said(&service, "2026-11-21"),
            (false, "We last checked this on 1 November 2026.".into())
        );
        assert!(said(&service, "2027-06-01").0);
        service.confirmed = None;
        assert!(
            said(&service, "2026-11-21")
                .1
                .starts_with("Nobody has checked this yet.")
        );
    }

    #[test]
    fn sensitive_and_confidential_services_are_known_as_such() {
        let mut abuse = service("abuse");
        abuse.kinds = vec![1, 2];
        let mut refuge = service("refuge");
        refuge.premises = Premises::Confidential;
        let words = words(vec![service("a"), abuse, refuge]);
        let directory = words.directory();
        let sensitive = |index: usize| is_sensitive(directory, &directory.services[index]);
        assert_eq!(
            [sensitive(0), sensitive(1), sensitive(2)],
            [false, true, true]
        );
    }

    #[test]
    fn a_shared_service_can_be_reached_without_this_site() {
        let words = words(vec![service("a")]);
        let text = plain(&message(
            &words,
            &words.directory().services[0],
            "https://example.org/en/services/a/",
        ));
        let lines = [
            "a",
            "Phone: 024 7622 0000",
            "Coventry",
            "https://example.org/en/services/a/",
        ];
        assert_eq!(text.lines().collect::<Vec<_>>(), lines);
    }
}
