//! The pen with which views draw: a compact way to write Yew's virtual DOM.
//!
//! Yew's `html!` writes out the making of every element, attribute and listener where it is. This widget
//! has some ninety elements, and its weight is counted in bytes on a prepaid phone: drawing them by calls of
//! a few shared functions makes the module about a fifth smaller.
//!
//! ```text
//! pen.el("li", "finder-result", |pen| {
//!     pen.leaf("h3", "finder-name", &service.name);
//!     pen.button("", "finder-save", Msg::Save(index));
//! });
//! ```

use std::rc::Rc;

use finder::marks::{Part, parts};
use finder::service::Service;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};
use yew::html::Scope;
use yew::prelude::*;
use yew::virtual_dom::{
    AttributeOrProperty, Attributes, Listener, ListenerKind, VList, VTag, VText,
};

use crate::app::{App, Msg};
use crate::model::Model;
use crate::phrases::record::site_name;
use crate::words::{Words, without_elements};

/// Draws what the [`App`] knows.
pub struct Pen<'a> {
    /// The component.
    pub app: &'a App,
    /// Its context.
    pub ctx: &'a Context<App>,
    /// The elements that are begun, the innermost last; the first holds what is at the top.
    begun: Vec<(VTag, Vec<Html>)>,
}

impl<'a> Pen<'a> {
    /// A pen over an empty sheet.
    pub fn new(app: &'a App, ctx: &'a Context<App>) -> Pen<'a> {
        Pen {
            app,
            ctx,
            begun: vec![(VTag::new(""), Vec::new())],
        }
    }

    /// What was drawn.
    pub fn finish(mut self) -> Html {
        let top = self
            .begun
            .pop()
            .map(|(_, children)| children)
            .unwrap_or_default();
        VList::with_children(top, None).into()
    }

    /// The model.
    pub fn model(&self) -> &'a Model {
        &self.app.model
    }

    /// The words.
    pub fn words(&self) -> &'a Words {
        &self.app.model.words
    }

    /// The string `key`.
    pub fn word(&self, key: &'static str) -> &'a str {
        self.app.model.words.text(key)
    }

    /// The service at an index of the directory.
    pub fn service(&self, index: usize) -> Option<&'a Service> {
        self.model().directory().services.get(index)
    }

    /// A name for the element `part`, of which the page has only one.
    pub fn id(&self, part: &str) -> String {
        ["finder-", &self.ctx.props().instance.to_string(), "-", part].concat()
    }

    /// An element and what is in it.
    #[inline(always)]
    pub fn el(
        &mut self,
        tag: &'static str,
        class: &'static str,
        inside: impl FnOnce(&mut Pen<'a>),
    ) {
        self.begin(tag, class);
        inside(self);
        self.end();
    }

    /// An element with nothing but text in it.
    pub fn leaf(&mut self, tag: &'static str, class: &'static str, text: &str) {
        self.begin(tag, class);
        self.text(text);
        self.end();
    }

    /// An element with nothing but the string `key` in it.
    pub fn say(&mut self, tag: &'static str, class: &'static str, key: &'static str) {
        self.leaf(tag, class, self.word(key));
    }

    /// Begins an element that has no attribute but, perhaps, a class; [`Pen::end`] ends it.
    pub fn begin(&mut self, tag: &'static str, class: &'static str) {
        let names: &[&str] = if class.is_empty() { &[] } else { &["class"] };
        self.begin_with(tag, names, &[class]);
    }

    /// Begins an element with attributes: their names, and as many values. One without attributes of its own
    /// keeps its names where they are in memory, by which Yew knows that only values can have changed.
    pub fn begin_with(
        &mut self,
        tag: &'static str,
        names: &'static [&'static str],
        values: &[&str],
    ) {
        let mut tag = VTag::new(tag);
        let values = values[..names.len()].iter();
        let values = values
            .map(|value| Some(AttributeOrProperty::Attribute(copy(value))))
            .collect();
        tag.set_attributes(Attributes::Dynamic {
            keys: names,
            values,
        });
        self.begun.push((tag, Vec::new()));
    }

    /// Begins a list. Without its marks it would be none to some screen readers.
    pub fn list(&mut self, tag: &'static str, class: &'static str) {
        self.begin_with(tag, &["class", "role"], &[class, "list"]);
    }

    /// Ends the element begun last.
    pub fn end(&mut self) {
        if let Some((mut tag, children)) = self.begun.pop() {
            tag.add_children(children);
            self.put(tag.into());
        }
    }

    fn put(&mut self, node: Html) {
        if let Some((_, children)) = self.begun.last_mut() {
            children.push(node);
        }
    }

    /// Text; words of another language in it are elements that say so.
    pub fn text(&mut self, text: &str) {
        parts(text, &mut |part| match part {
            Part::Words(words) => self.plain(words),
            Part::Begin(tag, direction) => {
                self.begin_with("span", &["lang", "dir"], &[tag, direction]);
            }
            Part::End => self.end(),
        });
    }

    /// Text where there can be no element.
    pub fn plain(&mut self, text: &str) {
        self.put(VText::new(copy(text)).into());
    }

    /// Keeps the element begun last the same one when its place in the list changes.
    pub fn key(&mut self, key: usize) {
        if let Some((tag, _)) = self.begun.last_mut() {
            tag.key = Some(key.into());
        }
    }

    /// Sends `msg` when `event` happens to the element begun last.
    pub fn on(&mut self, event: On, msg: Msg) {
        let scope = self.ctx.link().clone();
        if let Some((tag, _)) = self.begun.last_mut() {
            tag.add_listener(Rc::new(Sender { event, scope, msg }));
        }
    }

    /// A button that says the string `key`.
    pub fn button(&mut self, class: &'static str, key: &'static str, msg: Msg) {
        self.button_saying(class, self.word(key), msg);
    }

    /// A button.
    pub fn button_saying(&mut self, class: &'static str, label: &str, msg: Msg) {
        let class = ["finder-button ", class].concat();
        self.begin_with("button", &["class", "type"], &[&class, "button"]);
        self.on(On::Click, msg);
        self.text(label);
        self.end();
    }

    /// A button that shows and hides something.
    pub fn opener(&mut self, key: &'static str, shown: bool, msg: Msg) {
        let values = ["finder-button", "button", truth(shown)];
        self.begin_with("button", &["class", "type", "aria-expanded"], &values);
        self.on(On::Click, msg);
        self.text(self.word(key));
        self.end();
    }

    /// A box to tick, with its words.
    pub fn tick(&mut self, label: &str, on: bool, msg: Msg) {
        self.el("label", "finder-chip", |pen| {
            pen.begin_with("input", &["type"], &["checkbox"]);
            pen.on(On::Change, msg);
            if let Some((tag, _)) = pen.begun.last_mut() {
                tag.set_checked(on);
            }
            pen.end();
            pen.leaf("span", "", label);
        });
    }

    /// Text of either direction, kept together.
    pub fn isolate(&mut self, text: &str) {
        self.leaf("bdi", "", text);
    }

    /// A number, postcode or address of the net: left to right in every language.
    pub fn isolate_ltr(&mut self, text: &str) {
        self.begin_with("bdi", &["dir"], &["ltr"]);
        self.text(text);
        self.end();
    }

    /// A remark in brackets.
    pub fn aside(&mut self, text: &str) {
        self.leaf("span", "finder-note", &[" (", text, ")"].concat());
    }

    /// Begins a link that does not tell where it was followed from.
    pub fn link(&mut self, href: &str) {
        self.begin_with("a", &["href", "rel"], &[href, "noreferrer"]);
    }

    /// A link that leaves the site, and the words that say so.
    pub fn away(&mut self, href: &str, key: &'static str) {
        self.link(href);
        self.text(self.word(key));
        self.end();
        let leaves = self
            .words()
            .say("finder-leaves", &[("site", site_name(href))]);
        self.aside(&leaves);
    }

    /// The heading of a view: it takes the focus when the view is opened. Not to be sent to a machine that
    /// translates, because it may say what was typed.
    pub fn heading(&mut self, text: &str) {
        self.begin_with(
            "h2",
            &["class", "tabindex", "translate"],
            &["finder-heading", "-1", "no"],
        );
        self.isolate(text);
        self.end();
    }
}

fn copy(text: &str) -> AttrValue {
    AttrValue::from(without_elements(text))
}

/// `true` or `false`, for attributes.
pub fn truth(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}

/// What can happen to an element.
#[derive(Clone, Copy)]
pub enum On {
    /// It is tapped, or chosen by keyboard.
    Click,
    /// Its value was changed.
    Change,
    /// It is a form and is sent.
    Submit,
}

/// Tells the component what a person did.
struct Sender {
    event: On,
    scope: Scope<App>,
    msg: Msg,
}

impl Listener for Sender {
    fn kind(&self) -> ListenerKind {
        match self.event {
            On::Click => ListenerKind::onclick,
            On::Change => ListenerKind::onchange,
            On::Submit => ListenerKind::onsubmit,
        }
    }

    fn handle(&self, event: Event) {
        let msg = match &self.msg {
            Msg::Search => {
                // A form that is sent would put what was typed into the address.
                event.prevent_default();
                Msg::Search
            }
            Msg::Language(_) => {
                // A select has a value as an input has, and that binding is there already.
                let chosen = event
                    .target()
                    .map(JsCast::unchecked_into::<HtmlInputElement>);
                Msg::Language(chosen.and_then(|chosen| chosen.value().parse().ok()))
            }
            other => other.clone(),
        };
        self.scope.send_message(msg);
    }

    fn passive(&self) -> bool {
        false
    }
}
