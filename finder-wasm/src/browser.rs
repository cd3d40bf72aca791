//! Everything that is asked of the browser beside drawing. There is no request among it: what the widget
//! needs was fetched by the loader before anything was typed.

use finder::calendar::Minutes;
use finder::geometry::Position;
use finder::locale::Plural;
use js_sys::{Array, Date, Function, Intl, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, PositionOptions, ShareData, Storage, Window};

/// How long the device may take to find itself, in milliseconds.
const LOCATION_TIMEOUT: u32 = 30_000;
/// How old a position of the device may be, in milliseconds.
const LOCATION_AGE: u32 = 120_000;

/// The only thing the widget ever keeps on the device, and only when asked: ids of services, one a line.
const STORE: &str = "finder-list";

fn window() -> Option<Window> {
    web_sys::window()
}

/// Minutes since 1970-01-01T00:00Z by the device's clock.
pub fn now() -> Minutes {
    (Date::now() / 60_000.0) as Minutes
}

/// The plural categories of `language` by the browser's own rules. Where it has none for the language, one is
/// [`Plural::One`] and everything else [`Plural::Other`].
pub fn plural_rules(language: &str) -> impl Fn(f64) -> Plural + 'static {
    let locales = Array::of1(&language.into());
    let options = Object::new();
    let known = Intl::PluralRules::supported_locales_of(&locales, &options).length() > 0;
    let rules = known.then(|| Intl::PluralRules::new(&locales, &options));
    move |n| match &rules {
        Some(rules) => Plural::from_name(&String::from(rules.select(n))),
        None if n == 1.0 => Plural::One,
        None => Plural::Other,
    }
}

/// A function for the browser to call. All have one form, whatever they are given, because each form weighs.
fn callable(call: impl FnMut(JsValue) + 'static) -> Function {
    Closure::<dyn FnMut(JsValue)>::new(call)
        .into_js_value()
        .unchecked_into()
}

/// What [`locate`] gives: a position and its roughness in metres, or nothing.
pub type Found = Option<(Position, u32)>;

/// Asks for the device's position; the browser asks the person.
pub fn locate(done: impl Fn(Found) + Clone + 'static) {
    let Some(geolocation) = window().and_then(|window| window.navigator().geolocation().ok())
    else {
        return done(None);
    };
    let options = PositionOptions::new();
    options.set_timeout(LOCATION_TIMEOUT);
    options.set_maximum_age(LOCATION_AGE);
    let found = done.clone();
    let success = callable(move |answer| {
        let at = answer.unchecked_into::<web_sys::Position>().coords();
        let position = Position::from_degrees(at.latitude(), at.longitude());
        found(position.map(|position| (position, at.accuracy() as u32)));
    });
    let refused = done.clone();
    let failure = callable(move |_| refused(None));
    let asked = geolocation.get_current_position_with_error_callback_and_options(
        &success,
        Some(&failure),
        &options,
    );
    if asked.is_err() {
        done(None);
    }
}

/// Calls back when the person goes back or forward, with the state of the entry they came to, and again
/// and again while time passes. Both last as long as the page.
pub fn listen(popped: impl Fn(Option<String>) + 'static, passed: impl Fn() + 'static) {
    let Some(window) = window() else { return };
    let on_pop = callable(move |event| {
        popped(
            event
                .unchecked_into::<web_sys::PopStateEvent>()
                .state()
                .as_string(),
        )
    });
    // Several finders may be on a page, so the handler is added, not set.
    let _ = window.add_event_listener_with_callback("popstate", &on_pop);
    let on_minute = callable(move |_| passed());
    // Without a timer the widget works; only "closes in 20 minutes" grows old.
    let _ = window.set_interval_with_callback_and_timeout_and_arguments_0(&on_minute, 60_000);
}

/// Adds an entry to the history. Its state is an opaque counter and its address the page's own: neither tells
/// what was looked at.
pub fn push(state: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.push_state(&state.into(), "");
    }
}

/// Goes back one entry.
pub fn back() {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.back();
    }
}

/// The fragment of the page's address, with its `#`; empty without.
pub fn fragment() -> String {
    window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// Puts `fragment` (with its `#`, or empty) into the page's address, without a new entry.
pub fn set_fragment(fragment: &str) {
    let Some(history) = window().and_then(|window| window.history().ok()) else {
        return;
    };
    let state = history.state().unwrap_or(JsValue::NULL);
    let address = if fragment.is_empty() { "#" } else { fragment };
    let _ = history.replace_state_with_url(&state, "", Some(address));
}

fn store() -> Option<Storage> {
    // Asking is itself an error where the person has forbidden storage.
    window()?.local_storage().ok()?
}

/// What was kept on the device, if anything.
pub fn kept() -> Option<String> {
    store()?.get_item(STORE).ok()?
}

/// Keeps `text` on the device; says whether that worked.
pub fn keep(text: &str) -> bool {
    store().is_some_and(|store| store.set_item(STORE, text).is_ok())
}

/// Removes what was kept.
pub fn forget() {
    if let Some(store) = store() {
        let _ = store.remove_item(STORE);
    }
}

/// The browser's own dialogue for printing.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// What became of [`share`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// The device's own dialogue was opened; it says the rest itself.
    Dialogue,
    /// Copied, to be pasted.
    Copied,
    /// Neither was possible.
    Failed,
}

/// Offers `text` to the device's other programs, or copies it where the browser cannot do that.
pub fn share(text: &str, done: impl Fn(Shared) + Clone + 'static) {
    let Some(navigator) = window().map(|window| window.navigator()) else {
        return done(Shared::Failed);
    };
    let has = |name: &str| Reflect::has(&navigator, &name.into()) == Ok(true);
    let promise: Promise;
    // Closing the dialogue again rejects its promise: no failure to speak of.
    let (kept, broken) = if has("share") {
        let data = ShareData::new();
        data.set_text(text);
        promise = navigator.share_with_data(&data);
        (Shared::Dialogue, Shared::Dialogue)
    } else if has("clipboard") {
        promise = navigator.clipboard().write_text(text);
        (Shared::Copied, Shared::Failed)
    } else {
        return done(Shared::Failed);
    };
    let failed = done.clone();
    let then: Result<Function, _> =
        Reflect::get(&promise, &"then".into()).map(JsValue::unchecked_into);
    if let Ok(then) = then {
        let _ = then.call2(
            &promise,
            &callable(move |_| done(kept)),
            &callable(move |_| failed(broken)),
        );
    }
}

/// The whole address of `page` as seen from this page.
pub fn address(page: &str) -> Option<String> {
    let base = window()?.document()?.base_uri().ok()??;
    Some(web_sys::Url::new_with_base(page, &base).ok()?.href())
}

/// Moves the focus to the element of `root` that `selector` names, which also brings it into view.
pub fn focus(root: &Element, selector: &str) {
    let found = root.query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
