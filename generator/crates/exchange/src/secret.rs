//! Whether the texts of a record are those of a refuge, or say that its place is secret. Every field is searched, also those that are
//! not taken over: whoever filled the form in may have said it anywhere.

use crate::words::{DANGER, FIELD, HOME, SHELTER, SIGN, Text, is_no};

/// Collects the texts of one record.
#[derive(Default)]
pub(crate) struct Signs {
    found: Option<String>,
}

impl Signs {
    /// Looks at the field `name` with the text `value`.
    pub fn look(&mut self, name: &str, value: &str) {
        if self.found.is_some() || value.trim().is_empty() {
            return;
        }
        let text = Text::new(value);
        let find = |phrases: &'static crate::words::Phrases| phrases.find(&text).map(str::to_owned);
        self.found = find(&SHELTER).or_else(|| find(&SIGN)).or_else(|| {
            let (danger, home) = (DANGER.find(&text)?, HOME.find(&text)?);
            Some(format!("{danger}, {home}"))
        });
        if self.found.is_none() && !is_no(value) {
            let name = Text::new(&name.replace(['_', '.', '-'], " "));
            self.found = FIELD
                .find(&name)
                .or_else(|| SHELTER.find(&name))
                .map(str::to_owned);
        }
    }

    /// The words that say it, if any do.
    pub fn found(self) -> Option<String> {
        self.found
    }
}

#[cfg(test)]
mod tests {
    use super::Signs;

    fn found(name: &str, value: &str) -> bool {
        let mut signs = Signs::default();
        signs.look(name, value);
        signs.found().is_some()
    }

    #[test]
    fn a_refuge_is_known_by_any_text() {
        let mut missed = Vec::new();
        for text in [
            "Testford Refuge",
            "Safehouses",
            "Ref\u{ad}uge",
            "ｒｅｆｕｇｅ",
            "Rеfugе",
            "https://women-refuge.example.org",
            "https://x.example.org/safe-house/",
            "Emergency accommodation for women fleeing domestic abuse",
            "NRM accommodation for victims of modern slavery",
            "Women's crisis house",
            "Supported accommodation for LGBT+ people",
            "Coventry Women's Aid",
            "Emergency accommodation for people escaping domestic abuse. Address not given out.",
            "confidential location",
            "Address withheld",
            "Confidential address",
            "redacted",
            "Lloches i fenywod",
            "foyer d'urgence pour femmes",
            "hébergement sécurisé",
            "Bezpieczny dom dla kobiet",
            "casa de acogida",
            "casa rifugio",
            "دار إيواء",
            "Frauenhaus",
            "Frauenhäuser",
            "blijf-van-mijn-lijfhuis, blijfhuis",
            "kvinnojouren",
            "krisecenter",
            "krisesenter",
            "turvakoti",
            "azylový dům",
            "bezpečný ženský dom",
            "anyaotthon",
            "adăpost pentru victime",
            "кризисен център",
            "ξενώνας φιλοξενίας",
            "casa-abrigo",
            "sigurna kuća",
            "varna hiša",
            "naiste varjupaik",
            "krīzes centrs",
            "krizių centras",
            "притулок для жінок",
            "sığınma evi",
            "kadın sığınağı konukevi",
            "tearmann",
            "dar tal-kenn",
            "adresse confidentielle",
            "Adresse geheim",
            "adres tajny",
            "dirección secreta",
            "indirizzo segreto",
            "عنوان سري",
            "gizli adres",
        ] {
            if !found("description", text) {
                missed.push(text);
            }
        }
        assert!(missed.is_empty(), "{missed:?}");
        for (name, value) in [
            ("confidential", "TRUE"),
            ("Confidential", "yes"),
            ("confidential", "1"),
            ("is_confidential", "x"),
            ("address_withheld", "true"),
            ("confidential", "oui"),
            ("confidential", "perhaps"),
            ("is refuge", "Y"),
            ("geheim", "ja"),
            ("redacted", "true"),
        ] {
            assert!(found(name, value), "{name} = {value}");
        }
    }

    #[test]
    fn other_services_are_none() {
        for (name, value) in [
            (
                "description",
                "Advice on housing and benefits for refugees.",
            ),
            ("description", "A food bank. Come to the church hall."),
            ("description", "Night shelter for homeless people."),
            ("description", "English classes for women."),
            ("confidential", "no"),
            ("confidential", "FALSE"),
            ("confidential", ""),
            ("confidential", "0"),
            ("secretary", "A. Person"),
            ("description", "Help for people who fled war"),
            ("description", "Maison de quartier"),
        ] {
            assert!(!found(name, value), "{name} = {value}");
        }
    }
}
