//! Ways to make contact: web address, email address, telephone numbers.

use super::{REMARK, Settler};
use crate::draft::{PhoneDraft, folded};
use crate::{plain, telephone};
use content::service::PhoneRecord;
use content::service::Word;
use content::telephone::dialled;
use finder::service::PhoneKind;
use text::web_address::{self, Fault};

impl Settler<'_> {
    pub(super) fn url(&mut self) -> Option<String> {
        let text = plain::unquoted(self.draft.url.as_deref()?).to_owned();
        if text.is_empty() || self.draft.own.get("page") == Some(&text) {
            return None;
        }
        let whole = text.starts_with("https://") || text.starts_with("http://");
        let host = text.split('/').next().unwrap_or_default();
        let bare = !text.contains(':') && host.contains('.') && !host.contains('@');
        if !(whole || bare) {
            self.note(format!("\"{text}\" is no web address; left out"));
            return None;
        }
        let mut url = match whole {
            true => text.clone(),
            false => format!("https://{text}"),
        };
        let mended = match web_address::check(&url) {
            Err(Fault::Sign(sign)) => !sign.is_whitespace() && !text::invisible::is_invisible(sign),
            _ => false,
        };
        if mended {
            url = web_address::escaped(&url);
        }
        if let Err(Fault::End(sign)) = web_address::check(&url) {
            url.truncate(url.len() - sign.len_utf8());
            self.note(format!("`{sign}` was taken away at the end of {text}"));
        }
        if let Err(fault) = web_address::check(&url) {
            self.note(format!(
                "\"{text}\" is no web address: it {}; left out",
                fault.what()
            ));
            return None;
        }
        if !whole {
            self.note(format!("`https://` was put before the web address {text}"));
        }
        if mended {
            self.note(format!(
                "signs that stand in no address were escaped in {text}"
            ));
        }
        Some(url)
    }

    pub(super) fn email(&mut self) -> Option<String> {
        let said = plain::unquoted(self.draft.email.as_deref()?).to_owned();
        let first = said.split([',', ';', ' ']).find(|p| p.contains('@'));
        let address = first.unwrap_or(&said).trim_start_matches("mailto:");
        let fine = text::email::is_email(address);
        if !said.is_empty() && !fine {
            self.note(format!("\"{said}\" is no email address; left out"));
        }
        fine.then(|| address.to_owned())
    }

    pub(super) fn phones(&mut self) -> Vec<PhoneRecord> {
        let mut phones: Vec<PhoneRecord> = Vec::new();
        for draft in &self.draft.phones {
            let Some(kind) = self.phone_kind(draft) else {
                continue;
            };
            for phone in self.numbers(draft, kind) {
                if !phones
                    .iter()
                    .any(|p| (&p.dialled, p.kind) == (&phone.dialled, phone.kind))
                {
                    phones.push(phone);
                }
            }
        }
        phones
    }

    fn numbers(&mut self, draft: &PhoneDraft, kind: PhoneKind) -> Vec<PhoneRecord> {
        let country = self.context.country;
        // Our own exports write more into the description than the label.
        let label = match draft.own.is_empty() {
            true => draft.description.as_ref(),
            false => draft.own.get("label"),
        };
        let label = label.map(|d| plain::line(&plain::text(d)));
        let hours = draft.own.get("opening_hours").cloned();
        let cost = draft.own.get("cost").and_then(|w| Word::of(w.trim()));
        let record = |number: String, dialled: String, words: Option<String>| PhoneRecord {
            number,
            dialled,
            kind,
            cost,
            label: label
                .clone()
                .filter(|l| !l.is_empty())
                .or(words)
                .filter(|l| l.chars().count() <= REMARK),
            opening_hours: hours
                .clone()
                .filter(|h| opening_hours_syntax::parse(h).is_ok()),
        };
        if kind == PhoneKind::Relay {
            // The relay's prefix and the number of the service in one.
            let number = plain::unquoted(&draft.number).to_owned();
            return match dialled(country, &number, kind) {
                Ok(dialled) => vec![record(number, dialled, None)],
                Err(fault) => {
                    self.note(format!(
                        "\"{number}\" is no relay number ({}); left out",
                        fault.what
                    ));
                    Vec::new()
                }
            };
        }
        match telephone::numbers(&draft.number, country, kind) {
            Ok(found) => found
                .into_iter()
                .filter_map(|f| {
                    if let Some(how) = f.mended {
                        self.note(format!("telephone number {}: {how}", f.number));
                    }
                    let dialled = dialled(country, &f.number, kind).ok()?;
                    Some(record(f.number, dialled, f.words))
                })
                .collect(),
            Err(why) => {
                let number = plain::line(&draft.number);
                if !number.is_empty() {
                    self.note(format!(
                        "\"{number}\" is no telephone number ({why}); left out"
                    ));
                }
                Vec::new()
            }
        }
    }

    /// What a number is good for; `None` for those that nobody could ring.
    fn phone_kind(&mut self, phone: &PhoneDraft) -> Option<PhoneKind> {
        if let Some(kind) = phone.own.get("kind").and_then(|w| Word::of(w.trim())) {
            return Some(kind);
        }
        let word = folded(phone.kind.as_deref().unwrap_or("voice"));
        let about = folded(phone.description.as_deref().unwrap_or_default());
        if word.contains("whatsapp") || about.contains("whatsapp") {
            return Some(PhoneKind::Whatsapp);
        }
        match word.as_str() {
            "text" | "sms" => Some(PhoneKind::Text),
            "textphone" | "minicom" | "tty" => Some(PhoneKind::Textphone),
            "relay" => Some(PhoneKind::Relay),
            "fax" | "pager" | "video" => {
                self.note(format!("the {word} number was left out"));
                None
            }
            _ => Some(PhoneKind::Voice),
        }
    }
}
