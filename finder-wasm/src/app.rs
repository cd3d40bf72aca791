//! The widget itself: one component that turns taps into changes of the [`Model`] and draws it with the
//! functions in [`crate::view`].

use std::cell::RefCell;

use finder::calendar::Minutes;
use finder::service::Service;
use yew::prelude::*;

use crate::browser::{Browser, Happening, Shared};
use crate::model::{Choices, Flag, Model, PAGE, Place, View};
use crate::phrases::record::message;
use crate::view;
use crate::words::without_elements;

/// What a person did, or what came of it.
#[derive(Clone, Debug)]
pub enum Msg {
    /// Sent the search box.
    Search,
    /// Took one of the places that may have been meant.
    Pick(String),
    /// Asked to use the device's position.
    Locate,
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
    /// Showed or hid the code for another phone's camera.
    Code,
    /// Wants to share these services.
    Share(Vec<usize>),
    /// Something happened outside.
    Happened(Happening),
}

/// What the loader hands over, once.
#[derive(Properties)]
pub struct Props {
    /// The state of the widget when it opens; taken by the component when it is made.
    pub model: RefCell<Option<Model>>,
    /// The browser around this finder.
    pub browser: Browser,
    /// Tells this finder from others on the page.
    pub instance: u32,
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
    browser: Browser,
    /// What is on the screen.
    pub view: View,
    /// Views by their depth in the history; the state of an entry is only its number here.
    trail: Vec<View>,
    depth: usize,
    /// Whether the picture is shown.
    pub picture: bool,
    /// Whether the code for another phone's camera is shown.
    pub code: bool,
    /// How often all choices were removed. A box that a person has used no longer follows its attributes: it is made anew.
    pub cleared: usize,
    /// What was chosen when the page was opened.
    opened: Choices,
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
        let props = ctx.props();
        let browser = props.browser.clone();
        let link = ctx.link().clone();
        browser.listen(move |happening| link.send_message(Msg::Happened(happening)));
        // The renderer is made with a model and makes one component of it.
        let mut model = props.model.take().expect("a finder is drawn once");
        let kept = browser.kept();
        if let Some(kept) = &kept {
            model.restore(kept);
        }
        App {
            notice: model.limits,
            opened: model.choices.clone(),
            model,
            browser,
            view: View::Results,
            trail: vec![View::Results],
            depth: 0,
            picture: false,
            code: false,
            cleared: 0,
            kept: kept.is_some(),
            announced: String::new(),
            focus: None,
        }
    }

    fn update(&mut self, _: &Context<App>, msg: Msg) -> bool {
        let now = self.browser.now() as Minutes;
        match msg {
            Msg::Search => {
                let text = self.browser.typed();
                let empty = text.trim_ascii().is_empty();
                self.go(
                    if empty {
                        Place::Unsaid
                    } else {
                        Place::Typed(text)
                    },
                    now,
                );
            }
            Msg::Pick(text) => {
                self.browser.write(&text);
                self.go(Place::Typed(text), now);
            }
            Msg::Locate => {
                self.say("finder-locating");
                self.browser.locate();
            }
            Msg::Clear => {
                self.browser.write("");
                self.go(Place::Unsaid, now);
                self.focus = Some(Focus::Input);
            }
            Msg::Kind(kind) => self.choose(self.model.with_kind(kind), now),
            Msg::Language(language) => {
                let mut choices = self.model.choices.clone();
                choices.language = language;
                self.choose(choices, now);
            }
            Msg::Flag(flag) => self.choose(self.model.with_flag(flag), now),
            Msg::ClearChoices => {
                self.clear_choices(now);
                // The button is gone with the choices.
                self.focus = Some(Focus::Heading);
            }
            Msg::More => {
                let next = self.model.answer.services().nth(self.model.shown);
                self.focus = next.map(Focus::Service);
                self.model.shown += PAGE;
            }
            Msg::Open(view) => self.open(view),
            Msg::Back => self.browser.back(),
            Msg::Picture => self.picture = !self.picture,
            Msg::Dot(service) => self.focus = Some(Focus::Service(service)),
            Msg::Save(service) => {
                self.model.toggle_saved(service);
                let count = self.model.saved.len() as u32;
                self.announced = self.model.words.count("finder-saved", count);
                if self.view == View::Shortlist {
                    // The button is gone with its service.
                    self.focus = Some(Focus::Heading);
                }
                self.store();
            }
            Msg::Keep => {
                self.kept = !self.kept;
                if !self.kept {
                    self.browser.forget();
                }
                self.store();
            }
            Msg::Forget => self.forget(now),
            Msg::Code => self.code = !self.code,
            Msg::Print => self.browser.print(),
            Msg::Share(services) => self
                .browser
                .share(&without_elements(&self.message(&services))),
            Msg::Happened(happening) => return self.happened(happening, now),
        }
        true
    }

    fn view(&self, ctx: &Context<App>) -> Html {
        view::draw(self, ctx)
    }

    fn rendered(&mut self, _: &Context<App>, _: bool) {
        match self.focus.take() {
            None => {}
            Some(Focus::Heading) => self.browser.focus(".finder-heading"),
            Some(Focus::Input) => self.browser.focus(".finder-field input"),
            Some(Focus::Service(service)) => {
                let selector = ["[data-service='", &service.to_string(), "']"].concat();
                self.browser.focus(&selector);
            }
        }
    }
}

impl App {
    fn happened(&mut self, happening: Happening, now: Minutes) -> bool {
        match happening {
            Happening::Tick => self.model.ask(now),
            Happening::Popped(depth) => return self.popped(depth as usize),
            Happening::Located(Some((at, roughness_m))) => {
                self.go(Place::Device(at, roughness_m), now)
            }
            Happening::Located(None) => self.say("finder-locate-failed"),
            Happening::Shared(Shared::Copied) => self.say("finder-copied"),
            Happening::Shared(Shared::Failed) => self.say("finder-share-failed"),
            Happening::Left => self.left(now),
        }
        true
    }

    fn go(&mut self, place: Place, now: Minutes) {
        self.notice = None;
        self.model.go(place, now);
        if self.view != View::Results {
            self.open(View::Results);
        }
        self.announced = view::answer::announcement(&self.model);
        // Where nothing was found the person is left in the box, to type again.
        self.focus = Some(if view::answer::failed(&self.model) {
            Focus::Input
        } else {
            Focus::Heading
        });
    }

    fn choose(&mut self, choices: Choices, now: Minutes) {
        self.model.choose(choices, now);
        self.browser.address(&self.model.fragment());
        self.announced = view::answer::announcement(&self.model);
    }

    fn clear_choices(&mut self, now: Minutes) {
        self.reset_choices(Choices::default(), now);
    }

    fn reset_choices(&mut self, choices: Choices, now: Minutes) {
        self.cleared += 1;
        self.choose(choices, now);
    }

    /// Says a sentence, on the screen and to those who cannot see it.
    fn say(&mut self, key: &'static str) {
        self.notice = Some(key);
        self.announced = self.model.words.text(key).to_owned();
    }

    fn open(&mut self, view: View) {
        self.trail.truncate(self.depth + 1);
        self.trail.push(view);
        self.depth += 1;
        self.browser.push(self.depth as u32);
        self.show(view);
        self.focus = Some(Focus::Heading);
    }

    fn show(&mut self, view: View) {
        self.view = view;
        self.notice = None;
        self.code = false;
    }

    /// The person went back or forward. Entries of other finders, and those from before the page was loaded
    /// again, mean the list.
    fn popped(&mut self, depth: usize) -> bool {
        let left = self.view;
        let view = self.trail.get(depth).copied();
        self.depth = if view.is_some() { depth } else { 0 };
        // The address of the entry is of the time when it was left.
        self.browser.address(&self.model.fragment());
        let view = view.unwrap_or_default();
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

    /// Keeps the own list, if that is wanted.
    fn store(&mut self) {
        if self.kept && !self.browser.keep(&self.model.keepable().join("\n")) {
            self.kept = false;
            self.say("finder-keep-failed");
        }
    }

    fn forget(&mut self, now: Minutes) {
        self.browser.forget();
        self.restart(Choices::default(), now);
        self.say("finder-forgotten");
        self.focus = Some(Focus::Heading);
    }

    /// The person left the page. Whoever comes back to it finds it as it opened, with the list that is kept on the device.
    fn left(&mut self, now: Minutes) {
        self.restart(self.opened.clone(), now);
        self.notice = self.model.limits;
        self.announced.clear();
    }

    /// Begins anew with these choices and what is kept on the device.
    fn restart(&mut self, choices: Choices, now: Minutes) {
        let kept = self.browser.kept();
        self.kept = kept.is_some();
        self.model.restore(&kept.unwrap_or_default());
        self.browser.write("");
        self.picture = false;
        self.model.place = Place::Unsaid;
        self.reset_choices(choices, now);
        // Earlier entries of the history now lead to the list.
        self.trail.fill(View::Results);
        self.show(View::Results);
    }

    /// The address of a service's page: relative to this page, or whole.
    pub fn page(&self, service: &Service, whole: bool) -> String {
        self.browser.page(&service.page, whole)
    }

    /// The code that leads another phone to a service's page: see [`Browser::code`].
    pub fn page_code(&self, service: &Service) -> String {
        self.browser.code(&self.page(service, true))
    }

    fn message(&self, services: &[usize]) -> String {
        let directory = self.model.directory();
        let mut text = String::new();
        for service in services
            .iter()
            .filter_map(|&index| directory.services.get(index))
        {
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            text.push_str(&message(
                &self.model.words,
                service,
                &self.page(service, true),
            ));
        }
        text
    }
}
