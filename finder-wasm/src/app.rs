//! The widget itself: one component that turns taps into changes of the [`Model`] and draws it with the
//! functions in [`crate::view`].

use std::cell::RefCell;

use finder::calendar::Minutes;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use crate::browser::{self, Found, Shared};
use crate::model::{Choices, Flag, Model, PAGE, Place, View};
use crate::phrases::record::message;
use crate::view;

/// What a person did, or what came of it.
#[derive(Clone, Debug)]
pub enum Msg {
    /// Sent the search box.
    Search,
    /// Took one of the places that may have been meant.
    Pick(String),
    /// Asked to use the device's position.
    Locate,
    /// The device answered.
    Located(Found),
    /// Cleared the search.
    Clear,
    /// Turned a kind of help on or off.
    Kind(u16),
    /// Chose a language, or any.
    Language(Option<u16>),
    /// Turned another choice on or off.
    Flag(Flag),
    /// Removed all choices.
    ClearChoices,
    /// Wants more results.
    More,
    /// Opened another view.
    Open(View),
    /// Went back by our own button.
    Back,
    /// Came to an entry of the history.
    Popped(Option<String>),
    /// Showed or hid the picture.
    Picture,
    /// Tapped the dot of this service.
    Dot(usize),
    /// Put a service on the own list or took it off.
    Save(usize),
    /// Wants the own list kept on the device, or no longer.
    Keep,
    /// Wants everything forgotten.
    Forget,
    /// Wants to print.
    Print,
    /// Wants to share these services.
    Share(Vec<usize>),
    /// What became of sharing.
    Shared(Shared),
    /// Time passed.
    Tick,
}

/// What the loader hands over, once.
#[derive(Properties)]
pub struct Props {
    /// The state of the widget when it opens; taken by the component when it is made.
    pub model: RefCell<Option<Model>>,
    /// The element that the widget is drawn into.
    pub root: Element,
    /// The path from the page to the folder of its language, to which services' pages are relative.
    pub base: String,
    /// Tells this finder from others on the page.
    pub instance: u32,
    /// Whether chosen kinds may stand in the page's address: only where the finder is the page.
    pub addressed: bool,
}

impl PartialEq for Props {
    /// The loader never changes them.
    fn eq(&self, _: &Props) -> bool {
        true
    }
}

/// Where the focus goes once the next drawing is done.
enum Focus {
    Heading,
    Input,
    Service(usize),
}

/// The component.
pub struct App {
    /// What it knows.
    pub model: Model,
    /// What is on the screen.
    pub view: View,
    /// Views by their depth in the history; the state of an entry is only its number here.
    trail: Vec<View>,
    depth: usize,
    /// Whether the picture is shown.
    pub picture: bool,
    /// Whether the own list is kept on the device.
    pub kept: bool,
    /// The key of something to be said above the view.
    pub notice: Option<&'static str>,
    /// What the live region says.
    pub announced: String,
    focus: Option<Focus>,
}

impl Component for App {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<App>) -> App {
        let (link, clock) = (ctx.link().clone(), ctx.link().clone());
        browser::listen(
            move |state| link.send_message(Msg::Popped(state)),
            move || clock.send_message(Msg::Tick),
        );
        let mut model = ctx
            .props()
            .model
            .take()
            // The renderer is made with a model and makes one component of it.
            .expect("a finder is drawn once");
        let kept = browser::kept();
        if let Some(kept) = &kept {
            model.restore(kept);
        }
        App {
            notice: model.gazetteer.is_none().then_some("finder-no-postcodes"),
            model,
            view: View::Results,
            trail: vec![View::Results],
            depth: 0,
            picture: false,
            kept: kept.is_some(),
            announced: String::new(),
            focus: None,
        }
    }

    fn update(&mut self, ctx: &Context<App>, msg: Msg) -> bool {
        let now = browser::now();
        match msg {
            Msg::Search => self.search(ctx, now),
            Msg::Pick(text) => {
                write(ctx, &text);
                self.go(Place::Typed(text), now);
            }
            Msg::Locate => {
                self.say("finder-locating");
                let link = ctx.link().clone();
                browser::locate(move |found| link.send_message(Msg::Located(found)));
            }
            Msg::Located(Some((position, accuracy))) => {
                self.go(Place::Device(position, accuracy), now)
            }
            Msg::Located(None) => self.say("finder-locate-failed"),
            Msg::Clear => {
                write(ctx, "");
                self.go(Place::Unsaid, now);
                self.focus = Some(Focus::Input);
            }
            Msg::Kind(kind) => self.choose(ctx, self.model.with_kind(kind), now),
            Msg::Language(language) => {
                let choices = Choices {
                    language,
                    ..self.model.choices.clone()
                };
                self.choose(ctx, choices, now);
            }
            Msg::Flag(flag) => self.choose(ctx, self.model.with_flag(flag), now),
            Msg::ClearChoices => self.choose(ctx, Choices::default(), now),
            Msg::More => {
                let next = self.model.answer.hits.get(self.model.shown);
                self.focus = next.map(|hit| Focus::Service(hit.service as usize));
                self.model.shown += PAGE;
            }
            Msg::Open(view) => self.open(ctx, view),
            Msg::Back => browser::back(),
            Msg::Popped(state) => return self.popped(ctx, state.as_deref()),
            Msg::Picture => self.picture = !self.picture,
            Msg::Dot(service) => self.focus = Some(Focus::Service(service)),
            Msg::Save(service) => {
                self.model.toggle_saved(service);
                let said = self
                    .model
                    .words
                    .count("finder-saved", self.model.saved.len() as u32);
                self.announced = said;
                self.store();
            }
            Msg::Keep => {
                self.kept = !self.kept;
                if self.kept {
                    self.store();
                } else {
                    browser::forget();
                }
            }
            Msg::Forget => self.forget(ctx, now),
            Msg::Print => browser::print(),
            Msg::Share(services) => {
                let link = ctx.link().clone();
                browser::share(&self.message(ctx, &services), move |shared| {
                    link.send_message(Msg::Shared(shared))
                });
            }
            Msg::Shared(Shared::Dialogue) => return false,
            Msg::Shared(Shared::Copied) => self.say("finder-copied"),
            Msg::Shared(Shared::Failed) => self.say("finder-share-failed"),
            Msg::Tick => self.model.ask(now),
        }
        true
    }

    fn view(&self, ctx: &Context<App>) -> Html {
        view::draw(self, ctx)
    }

    fn rendered(&mut self, ctx: &Context<App>, _first: bool) {
        let selector = match self.focus.take() {
            None => return,
            Some(Focus::Heading) => ".finder-heading".to_owned(),
            Some(Focus::Input) => INPUT.to_owned(),
            Some(Focus::Service(service)) => {
                ["[data-service='", &service.to_string(), "']"].concat()
            }
        };
        browser::focus(&ctx.props().root, &selector);
    }
}

/// The search box, of which a finder has one.
const INPUT: &str = ".finder-field input";

fn input(ctx: &Context<App>) -> Option<HtmlInputElement> {
    let found = ctx.props().root.query_selector(INPUT).ok().flatten();
    found?.dyn_into().ok()
}

/// Writes into the search box.
fn write(ctx: &Context<App>, text: &str) {
    if let Some(input) = input(ctx) {
        input.set_value(text);
    }
}

impl App {
    fn search(&mut self, ctx: &Context<App>, now: Minutes) {
        let text = input(ctx).map(|input| input.value()).unwrap_or_default();
        let place = if text.trim().is_empty() {
            Place::Unsaid
        } else {
            Place::Typed(text)
        };
        self.go(place, now);
    }

    fn go(&mut self, place: Place, now: Minutes) {
        self.notice = None;
        self.model.go(place, now);
        self.announce();
        // Where nothing was found the person is left in the box, to type again.
        self.focus = Some(if view::answer::failed(&self.model) {
            Focus::Input
        } else {
            Focus::Heading
        });
    }

    fn choose(&mut self, ctx: &Context<App>, choices: Choices, now: Minutes) {
        self.model.choose(choices, now);
        if ctx.props().addressed {
            browser::set_fragment(&self.model.fragment());
        }
        self.announce();
    }

    /// Says the outcome to those who cannot see it.
    fn announce(&mut self) {
        self.announced = view::answer::announcement(&self.model);
    }

    /// Says a sentence, on the screen and to those who cannot see it.
    fn say(&mut self, key: &'static str) {
        self.notice = Some(key);
        self.announced = self.model.words.text(key).to_owned();
    }

    fn open(&mut self, ctx: &Context<App>, view: View) {
        self.trail.truncate(self.depth + 1);
        self.trail.push(view);
        self.depth += 1;
        browser::push(&state(ctx.props().instance, self.depth));
        self.show(view);
        self.focus = Some(Focus::Heading);
    }

    fn show(&mut self, view: View) {
        self.view = view;
        self.notice = None;
    }

    /// The person went back or forward. Entries of other finders, and those from before the page was loaded
    /// again, mean the list.
    fn popped(&mut self, ctx: &Context<App>, entry: Option<&str>) -> bool {
        let instance = ctx.props().instance;
        let depth =
            (0..self.trail.len()).find(|&depth| entry == Some(state(instance, depth).as_str()));
        let left = self.view;
        self.depth = depth.unwrap_or(0);
        let view = self.trail.get(self.depth).copied().unwrap_or_default();
        if view == left {
            return false;
        }
        self.show(view);
        self.focus = Some(match (left, view) {
            (View::Record(service), View::Results | View::Shortlist) => Focus::Service(service),
            _ => Focus::Heading,
        });
        true
    }

    fn store(&mut self) {
        if self.kept {
            let text = self.model.keepable().join("\n");
            if !browser::keep(&text) {
                self.kept = false;
                self.say("finder-keep-failed");
            }
        }
    }

    fn forget(&mut self, ctx: &Context<App>, now: Minutes) {
        browser::forget();
        write(ctx, "");
        self.kept = false;
        self.picture = false;
        self.model.saved.clear();
        self.model.place = Place::Unsaid;
        self.choose(ctx, Choices::default(), now);
        // Earlier entries of the history now lead to the list.
        self.trail.iter_mut().for_each(|view| *view = View::Results);
        self.show(View::Results);
        self.say("finder-forgotten");
        self.focus = Some(Focus::Heading);
    }

    /// The address of a service's page.
    pub fn page(&self, ctx: &Context<App>, service: usize) -> Option<String> {
        let page = &self.model.directory().services.get(service)?.page;
        Some([ctx.props().base.as_str(), page].concat())
    }

    fn message(&self, ctx: &Context<App>, services: &[usize]) -> String {
        let directory = self.model.directory();
        let texts = services.iter().filter_map(|&index| {
            let link = self
                .page(ctx, index)
                .and_then(|page| browser::address(&page));
            Some(message(
                &self.model.words,
                directory.services.get(index)?,
                link.as_deref(),
            ))
        });
        let texts: Vec<String> = texts.collect();
        texts.join("\n\n")
    }
}

/// The state of an entry of the history: a counter, nothing of what was looked at.
fn state(instance: u32, depth: usize) -> String {
    ["finder-", &instance.to_string(), "-", &depth.to_string()].concat()
}
