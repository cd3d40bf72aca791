//! Markdown to a typed document, and back out as HTML and plain text.
//!
//! [`parse`] reads CommonMark with tables, task lists, strikethrough, GitHub's alerts and the closed set of extensions that
//! `docs/content-format.md` lists, and reports everything that is wrong with the text by itself. What needs the rest of the city (does this
//! page, fact, term, picture exist?) is asked later, of the document: [`Section::references`] lists it with its places.
//! The writers [`html`] and [`text`] ask a [`Resolver`] for it.

#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod bidi;
pub mod fix;
pub mod html;
mod id;
mod model;
mod parse;
mod reference;
mod resolver;
pub mod text;

pub use id::{ascii_words, is_id, slug};
pub use model::{
    Block, CalloutKind, Column, Document, INTRO, Id, Inline, Item, Section, Span, Spanned,
    Statement, Table, Target,
};
pub use parse::{Options, check_plain, parse};
pub use reference::{Reference, each_inline};
pub use resolver::{Beside, Direction, Drawn, PictureFile, Resolver, ServiceLink, TermLink};
