//! What says where a place is: postcodes, coordinates, links to maps, streets. None of it may be near a confidential service.
//!
//! A text is searched as a reader sees it ([`fold`]), so that escapes, invisible signs and look-alike letters hide nothing.

mod code;
mod coordinate;
mod fold;
mod link;
mod record;
mod street;
mod token;
mod words;

pub use fold::{latinised, words as folded};
pub use record::{marks, strings, telephones};
pub use words::lines;

use finder::postcode::Format;
use std::collections::BTreeSet;
use std::ops::Range;

/// What a hint is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A whole postcode.
    Postcode,
    /// The first part of a postcode of the region.
    District,
    /// What may be the first part of a postcode.
    PerhapsDistrict,
    /// Latitude and longitude.
    Coordinates,
    /// A reference of a national or military grid.
    GridReference,
    /// A plus code.
    PlusCode,
    /// Three words of what3words.
    ThreeWords,
    /// A link to a map.
    Map,
    /// A link that hides where it leads.
    HiddenLink,
    /// A street with a number.
    Street,
    /// A street without a number.
    StreetName,
    /// A post office box.
    Box,
}

impl Kind {
    /// Whether it says where a place is beyond doubt; else a person has to look.
    pub fn certain(self) -> bool {
        !matches!(
            self,
            Self::PerhapsDistrict | Self::StreetName | Self::HiddenLink
        )
    }

    /// What it looks like, in words.
    pub fn what(self) -> &'static str {
        match self {
            Self::Postcode => "a postcode",
            Self::District | Self::PerhapsDistrict => "the first part of a postcode",
            Self::Coordinates => "the coordinates of a place",
            Self::GridReference => "a grid reference",
            Self::PlusCode => "a plus code, which stands for a place",
            Self::ThreeWords => "a place of what3words",
            Self::Map => "a link to a map",
            Self::HiddenLink => "a link that hides where it leads",
            Self::Street => "an address",
            Self::StreetName => "the name of a street",
            Self::Box => "a post office box",
        }
    }
}

/// Something in a text that says where a place is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// What it is.
    pub kind: Kind,
    /// Where it is written, in bytes of the text.
    pub span: Range<usize>,
    /// The same for the same hint, however it is written.
    pub key: String,
}

/// What places look like in a city.
#[derive(Clone, Copy, Debug)]
pub struct Searcher<'a> {
    /// How postcodes are written, if the program knows.
    pub format: Option<&'a Format>,
    /// Beginnings of the region's postcodes; may be none.
    pub areas: &'a [String],
}

impl Searcher<'_> {
    /// Everything in `text` that says where a place is, in its order.
    pub fn search(&self, text: &str) -> Vec<Hint> {
        let letters = fold::letters(text);
        let tokens = token::tokens(&letters);
        let mut hints = Vec::new();
        if let Some(format) = self.format {
            hints.extend(code::postcodes(&letters, &tokens, format));
            hints.extend(code::districts(&letters, &tokens, format, self.areas));
        }
        hints.extend(code::plus_codes(&letters, &tokens));
        hints.extend(coordinate::coordinates(&letters, &tokens));
        hints.extend(coordinate::grid_references(&letters, &tokens));
        hints.extend(link::maps(&letters));
        hints.extend(link::three_words(&letters, &tokens));
        hints.extend(street::streets(&letters, &tokens));
        each_once(hints)
    }

    /// Whether `text` says beyond doubt where a place is.
    pub fn finds(&self, text: &str) -> bool {
        self.search(text).iter().any(|hint| hint.kind.certain())
    }
}

/// Whether `text` names a post office box: an address for letters, and no door.
pub fn is_box(text: &str) -> bool {
    let letters = fold::letters(text);
    let tokens = token::tokens(&letters);
    let streets = street::streets(&letters, &tokens);
    streets.iter().any(|hint| hint.kind == Kind::Box)
}

/// The hints in their order, without those that lie in another one.
fn each_once(mut hints: Vec<Hint>) -> Vec<Hint> {
    // What is certain comes first; of two hints at one place the later is left out.
    hints.sort_by_key(|h| (!h.kind.certain(), h.kind, h.span.start));
    let mut kept: Vec<Hint> = Vec::new();
    let mut keys = BTreeSet::new();
    for hint in hints {
        let inside = kept
            .iter()
            .any(|k| k.span.start < hint.span.end && hint.span.start < k.span.end);
        if !inside && keys.insert((hint.kind, hint.key.clone(), hint.span.start)) {
            kept.push(hint);
        }
    }
    kept.sort_by_key(|h| h.span.start);
    kept
}

#[cfg(test)]
mod tests;
