//! Everything that is asked of the browser beside drawing. There is no request among it: what the widget
//! needs was fetched by the loader before anything was typed.
//!
//! The asking itself is a dozen lines of JavaScript each, in the loader
//! (`themes/mifriendly/script/finder.js`): bindings from WebAssembly to every one of the browser's objects
//! would weigh three times as much. The two sides speak in texts and numbers.

use finder::geometry::Position;
use finder::locale::Plural;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The loader's side, made for one finder.
    #[derive(Clone)]
    pub type Browser;

    /// Minutes since 1970-01-01T00:00Z by the device's clock.
    #[wasm_bindgen(method)]
    pub fn now(this: &Browser) -> f64;

    /// The plural category of `n` in `language` by the browser's own rules: its place in [`PLURALS`].
    #[wasm_bindgen(method, js_name = plural)]
    fn plural_index(this: &Browser, language: &str, n: f64) -> u32;

    /// From now on calls `tell` with what happens; see [`Happening`].
    #[wasm_bindgen(method, js_name = listen)]
    fn listen_with(this: &Browser, tell: &JsValue);

    /// Asks for the device's position; the browser asks the person.
    #[wasm_bindgen(method)]
    pub fn locate(this: &Browser);

    /// Adds an entry to the history. Its state is `depth`, a counter, and its address the page's own: neither
    /// tells what was looked at.
    #[wasm_bindgen(method)]
    pub fn push(this: &Browser, depth: u32);

    /// Goes back one entry.
    #[wasm_bindgen(method)]
    pub fn back(this: &Browser);

    /// The fragment of the page's address, with its `#`; empty without, and where the finder is not the page.
    #[wasm_bindgen(method)]
    pub fn fragment(this: &Browser) -> String;

    /// Puts a fragment (with its `#`, or empty) into the page's address, without a new entry. Does nothing
    /// where the finder is not the page.
    #[wasm_bindgen(method)]
    pub fn address(this: &Browser, fragment: &str);

    /// The only thing that is ever kept on the device, and only when asked: ids of services, one a line.
    #[wasm_bindgen(method)]
    pub fn kept(this: &Browser) -> Option<String>;

    /// Keeps a text; says whether that worked.
    #[wasm_bindgen(method)]
    pub fn keep(this: &Browser, text: &str) -> bool;

    /// Removes what was kept.
    #[wasm_bindgen(method)]
    pub fn forget(this: &Browser);

    /// The browser's own dialogue for printing.
    #[wasm_bindgen(method)]
    pub fn print(this: &Browser);

    /// Offers a text to the device's other programs, or copies it where the browser cannot do that.
    #[wasm_bindgen(method)]
    pub fn share(this: &Browser, text: &str);

    /// The address of a page of this site, from its path below the folder of the language: relative to this page,
    /// or whole.
    #[wasm_bindgen(method)]
    pub fn page(this: &Browser, path: &str, whole: bool) -> String;

    /// A QR code of a whole address: how many modules a side has with its margin, a space, and an SVG path of the dark ones.
    /// Empty where another device could not follow the address.
    #[wasm_bindgen(method)]
    pub fn code(this: &Browser, address: &str) -> String;

    /// What is in the search box.
    #[wasm_bindgen(method)]
    pub fn typed(this: &Browser) -> String;

    /// Writes into the search box.
    #[wasm_bindgen(method)]
    pub fn write(this: &Browser, text: &str);

    /// Moves the focus to the element of the widget that a selector names, which also brings it into view.
    #[wasm_bindgen(method)]
    pub fn focus(this: &Browser, selector: &str);
}

/// The categories of [`Browser::plural_index`], in the order of the loader.
const PLURALS: [Plural; 6] = [
    Plural::Zero,
    Plural::One,
    Plural::Two,
    Plural::Few,
    Plural::Many,
    Plural::Other,
];

/// Something that happened outside the widget.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Happening {
    /// A minute passed.
    Tick,
    /// The person came to the entry of the history that this finder made at a depth; 0 for every other.
    Popped(u32),
    /// The device gave a position and its roughness in metres, or could not.
    Located(Option<(Position, u32)>),
    /// What became of [`Browser::share`].
    Shared(Shared),
    /// The person left the page; the browser may keep it and show it again.
    Left,
}

/// What became of [`Browser::share`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// Copied, to be pasted.
    Copied,
    /// Not possible. (Where the device has a dialogue of its own, that says the rest itself.)
    Failed,
}

impl Happening {
    /// Reads what the loader tells: a number for what it is, and up to three more.
    fn read(what: u32, a: f64, b: f64, c: f64) -> Happening {
        match what {
            1 => Happening::Popped(a as u32),
            2 => Happening::Located(Position::from_degrees(a, b).map(|at| (at, c as u32))),
            3 => Happening::Located(None),
            4 => Happening::Shared(Shared::Copied),
            5 => Happening::Shared(Shared::Failed),
            6 => Happening::Left,
            _ => Happening::Tick,
        }
    }
}

impl Browser {
    /// Calls `tell` with all that happens, as long as the page lasts.
    pub fn listen(&self, tell: impl Fn(Happening) + 'static) {
        let read = move |what, a, b, c| tell(Happening::read(what, a, b, c));
        let closure = Closure::<dyn FnMut(u32, f64, f64, f64)>::new(read);
        self.listen_with(&closure.into_js_value());
    }

    /// The plural categories of `language`.
    pub fn plurals(&self, language: &'static str) -> impl Fn(f64) -> Plural + use<> + 'static {
        let browser = self.clone();
        move |n| {
            let index = browser.plural_index(language, n) as usize;
            PLURALS.get(index).copied().unwrap_or_default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_off_the_earth_is_none() {
        let here = Position::from_degrees(52.4, -1.5);
        assert_eq!(
            Happening::read(2, 52.4, -1.5, 30.9),
            Happening::Located(here.map(|at| (at, 30)))
        );
        assert_eq!(
            Happening::read(2, f64::NAN, 0.0, 1.0),
            Happening::Located(None)
        );
    }
}
