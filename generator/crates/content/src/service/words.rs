//! The words that `service.toml` has for its choices; records, pages, open data and the command line use the same.

use super::ScheduleKind;
use finder::service::{CallCost, ConfirmedHow, Cost, Interpreting, PhoneKind, Referral};

/// A choice that is written as a word.
pub trait Word: Copy + 'static {
    /// Every choice with its word.
    const WORDS: &'static [(&'static str, Self)];

    /// Its word.
    fn word(self) -> &'static str;

    /// The choice that `word` is for.
    fn of(word: &str) -> Option<Self> {
        let known = Self::WORDS.iter().find(|(known, _)| *known == word);
        known.map(|(_, choice)| *choice)
    }
}

macro_rules! words {
    ($($choice:ident { $($word:literal $variant:ident)* })*) => {$(
        impl Word for $choice {
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, $choice::$variant)),*];

            fn word(self) -> &'static str {
                match self { $($choice::$variant => $word),* }
            }
        }
    )*};
}

words! {
    Interpreting { "available" Available "by_telephone" ByTelephone "not_available" NotAvailable }
    Cost { "free" Free "some" Some "paid" Paid }
    Referral { "none" None "self" SelfReferral "professional" Professional }
    ConfirmedHow { "website" Website "telephone" Telephone "email" Email "visit" Visit "provider" Provider }
    PhoneKind { "voice" Voice "text" Text "whatsapp" Whatsapp "textphone" Textphone "relay" Relay }
    CallCost { "free" Free "standard" Standard "premium" Premium }
    ScheduleKind { "building" Building "drop_in" DropIn "appointment" Appointment }
}
