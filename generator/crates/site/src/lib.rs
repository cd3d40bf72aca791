//! Pages times languages, resolved: layers, fallbacks, links, navigation, and what each page needs to be drawn.
//!
//! [`load`] turns [`Sources`] into a [`Site`], [`check`] says what is wrong between its pages, and [`page_context`] gives the
//! [`context::PageContext`] of one page in one language, which is all that a template sees. No I/O and no clock: the day comes in.

pub mod address;
mod check;
pub mod context;
mod derived;
mod directory;
mod directory_page;
mod draw;
mod gazetteer;
mod hours;
pub mod invisible;
mod load;
pub mod model;
pub mod names;
mod open_data;
mod page_context;
pub mod parallel;
mod picture;
mod plan;
mod positions;
mod service_context;
mod sources;
pub mod strings;
pub mod svg;
mod words;

pub use check::check;
pub use directory::directory;
pub use draw::{Assets, GLUE, WASM};
pub use gazetteer::IMPORTED;
pub use load::load;
pub use model::Site;
pub use open_data::{DATA, Names, dataset, names, offered};
pub use page_context::page_context;
pub use picture::is_picture;
pub use plan::{Rendering, Template, plan};
pub use positions::{position, postcode_distance};
pub use sources::{LARGEST_FILE, LARGEST_TEXT, LARGEST_TEXTS, Layer, Source, Sources};
pub use strings::{Argument, Strings};
