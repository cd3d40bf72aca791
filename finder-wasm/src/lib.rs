//! The finder's widget: Yew components over the crate `finder`. The only crate that knows a browser.
//!
//! The loader (`themes/mifriendly/script/finder.js`) fetches the two files of a search and this module
//! when the finder is opened, before anything is typed, and calls [`mount`]. From then on nothing is fetched:
//! a postcode is read, looked up and forgotten on the device. It is in no address, form, storage, title or
//! history; the tests of the project watch a real browser to prove it.
//!
//! ```text
//! app        what a person does -> changes of the model; history, focus
//! model      question, choices, answer, own list             (no browser)
//! words      strings of the directory, filled and numbered   (no browser)
//! phrases/   what is said of a service or a place            (no browser)
//! around     the layout of the picture "around you"          (no browser)
//! view/      what is drawn, split by what a person sees
//! browser    everything else that is asked of the browser
//! ```
//!
//! Styles are classes alone: the page's Content-Security-Policy blocks `style=` attributes.

mod app;
mod around;
mod browser;
mod model;
mod phrases;
#[cfg(test)]
mod samples;
mod view;
mod words;

use std::cell::RefCell;

use finder::calendar::Minutes;
use finder::directory::Directory;
use finder::gazetteer::Gazetteer;
use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::browser::Browser;
use crate::model::{Model, kinds_in};
use crate::words::Words;

/// Constant-time allocation in a third of the standard allocator's bytes.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Draws a finder into `root`.
///
/// - `browser`: the loader's side of this finder; `instance` tells it from others on the page.
/// - `directory`: the bytes of the directory in the page's language.
/// - `gazetteer`: the bytes of the region's gazetteer; none, or damaged ones, leave a finder that knows districts alone.
/// - `kinds`: ids of kinds of help to begin with, separated by spaces.
///
/// Says whether the directory could be read; if not, nothing was drawn and the static list must stay.
#[wasm_bindgen]
pub fn mount(
    root: Element,
    browser: Browser,
    instance: u32,
    directory: &[u8],
    gazetteer: Option<Box<[u8]>>,
    kinds: &str,
) -> bool {
    let Ok(directory) = Directory::decode(directory) else {
        return false;
    };
    // Both live as long as the page.
    let directory: &'static Directory = Box::leak(Box::new(directory));
    let read = |bytes: &[u8]| Gazetteer::decode(bytes).ok();
    let whole = gazetteer.and_then(|bytes| read(&bytes));
    let is_whole = whole.is_some();
    let gazetteer = whole.or_else(|| read(&directory.districts));
    let limits = match &gazetteer {
        _ if is_whole => None,
        Some(_) => Some("finder-only-districts"),
        None => Some("finder-no-postcodes"),
    };
    let gazetteer = gazetteer.map(|gazetteer| &*Box::leak(Box::new(gazetteer)));
    let words = Words::new(directory, browser.plurals(&directory.locale.tag));
    let fragment = browser.fragment();
    let addressed = kinds_in(&fragment);
    let from_address = addressed.is_some();
    let kinds = addressed.unwrap_or_else(|| kinds.split_ascii_whitespace().collect());
    let mut model = Model::new(words, gazetteer, &kinds, browser.now() as Minutes);
    model.limits = limits;
    if from_address && model.fragment() != fragment {
        // Somebody else's link with a sensitive kind in it: out of the address with that.
        browser.address(&model.fragment());
    }
    // A mistake of ours ends the widget with a trap; the loader sees it and shows the list again. Nothing is
    // printed, because a message could carry what was typed.
    yew::set_custom_panic_hook(Box::new(|_| {}));
    let props = app::Props {
        model: RefCell::new(Some(model)),
        browser,
        instance,
    };
    yew::Renderer::<app::App>::with_root_and_props(root, props).render();
    true
}
