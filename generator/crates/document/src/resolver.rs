//! What the writers have to be told: everything that depends on the rest of the city, the reader's language and the theme.

use crate::model::{CalloutKind, Target};
use serde::{Deserialize, Serialize};

/// Which way a text runs. It belongs to the language and its script; see the city's table of languages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// Left to right.
    #[default]
    #[serde(rename = "ltr")]
    LeftToRight,
    /// Right to left.
    #[serde(rename = "rtl")]
    RightToLeft,
}

impl Direction {
    /// The value of HTML's `dir` attribute.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

/// Something already drawn, in both forms. The HTML is written as it is: whoever makes it has escaped it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawn {
    /// As HTML. For a fact: phrasing content, isolated already where the text runs right to left.
    pub html: String,
    /// As plain text, isolated likewise (U+2066 … U+2069).
    pub text: String,
}

/// A glossary term as a page shows it. Plain text; the writers escape.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermLink {
    /// Where the glossary explains it.
    pub href: String,
    /// The explanation to offer in place; `None` where it was offered before or is too long.
    pub explanation: Option<String>,
}

/// A service as a page shows it. Plain text; the writers escape.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceLink {
    /// Its name, as it calls itself.
    pub name: String,
    /// Where its page is.
    pub href: String,
}

/// A picture as a page shows it. Plain text; the writers escape.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PictureFile {
    /// The address of the file.
    pub src: String,
    /// Width in CSS pixels.
    pub width: u32,
    /// Height in CSS pixels.
    pub height: u32,
    /// The value of `srcset`, where there is more than one size.
    pub srcset: Option<String>,
}

/// A statement in its source language, to be beside the translation that nobody has checked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beside {
    /// BCP 47 tag of the source language.
    pub language: String,
    /// Which way that language runs.
    pub direction: Direction,
    /// The source sentence, drawn in that language ([`crate::html::inlines`]: phrasing content).
    pub drawn: Drawn,
}

/// Answers what a writer asks about the rest of the city, for one page in one language. `None` means "there is no such thing", which
/// was reported elsewhere: the writer then shows the words, or the name in square brackets, so that nothing vanishes from a sentence.
pub trait Resolver {
    /// Which way the text runs.
    fn direction(&self) -> Direction;
    /// The address a link leads to, from this page.
    fn href(&self, target: &Target) -> Option<String>;
    /// A fact's value with its unit, in the reader's language; a telephone number as a link to call.
    fn fact(&self, name: &str) -> Option<Drawn>;
    /// A term of the glossary.
    fn term(&self, id: &str) -> Option<TermLink>;
    /// A service.
    fn service(&self, id: &str) -> Option<ServiceLink>;
    /// A picture of this page's folder.
    fn picture(&self, source: &str) -> Option<PictureFile>;
    /// The text of another page's section, drawn as blocks.
    fn include(&self, page: &str, section: &str) -> Option<Drawn>;
    /// The finder's block for some kinds of help, drawn as blocks.
    fn finder(&self, kinds: &[&str]) -> Option<Drawn>;
    /// "Only in Coventry". Plain text.
    fn only_label(&self, council: &str) -> String;
    /// The word above a callout, such as "Be careful". Plain text.
    fn callout_label(&self, kind: CalloutKind) -> String;
    /// What to show beside a statement: its source-language sentence, unless this text is the source or a person has checked it.
    fn beside(&self, statement: &str) -> Option<Beside>;
}
