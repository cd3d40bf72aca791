//! What the widget knows between two taps: the question, the choices, the answer, the reader's own list, and
//! what is on the screen. No browser in here; [`crate::app`] joins the two.

use finder::calendar::Minutes;
use finder::directory::Directory;
use finder::gazetteer::Gazetteer;
use finder::geometry::Position;
use finder::hours::LocalTime;
use finder::search::{Answer, Filters, Query, search};
use finder::service::Location;

use crate::phrases::record::is_sensitive;
use crate::words::Words;

/// How many results are shown at first, and how many more at a time.
pub const PAGE: usize = 15;

/// What is on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The list of results.
    #[default]
    Results,
    /// The whole record of a service, by its index in the directory.
    Record(usize),
    /// The reader's own list.
    Shortlist,
}

/// A choice that is on or off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flag {
    /// Costs nothing.
    Free,
    /// Nobody must refer.
    NoReferral,
    /// Step-free.
    StepFree,
    /// Children welcome.
    Children,
    /// Not for women only.
    NotWomen,
    /// The nearest first, open or not: leaves nothing out.
    Nearest,
}

impl Flag {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Flag; 6] = [
        Flag::Nearest,
        Flag::Free,
        Flag::NoReferral,
        Flag::StepFree,
        Flag::Children,
        Flag::NotWomen,
    ];

    /// The key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Flag::Free => "finder-only-free",
            Flag::NoReferral => "finder-only-no-referral",
            Flag::StepFree => "finder-only-step-free",
            Flag::Children => "finder-only-children",
            Flag::NotWomen => "finder-only-not-women",
            Flag::Nearest => "finder-nearest-first",
        }
    }

    /// Whether any service says something on it: a choice that no record can answer is not offered.
    pub fn is_offered(self, directory: &Directory) -> bool {
        let step_free = |location: &Location| location.step_free.is_some();
        directory.services.iter().any(|service| match self {
            Flag::Free => service.cost.is_some(),
            Flag::NoReferral => service.referral.is_some(),
            Flag::StepFree => service.locations().iter().any(step_free),
            Flag::Children => service.children_welcome.is_some(),
            Flag::NotWomen => service.women_only == Some(true),
            Flag::Nearest => !service.locations().is_empty(),
        })
    }
}

/// What makes the list shorter, or orders it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// Kinds of help, by index, in rising order. Empty: all.
    pub kinds: Vec<u16>,
    /// A language, by index.
    pub language: Option<u16>,
    /// Which flags are on.
    pub flags: [bool; 6],
}

impl Choices {
    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        *self == Choices::default()
    }
}

/// Where the reader is, as far as they said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// Nothing said.
    #[default]
    Unsaid,
    /// Typed.
    Typed(String),
    /// Given by the device, with its roughness in metres.
    Device(Position, u32),
}

/// The widget's memory.
pub struct Model {
    /// Words and services.
    pub words: Words,
    /// Postcodes and places; districts alone, or none, where the file could not be read.
    pub gazetteer: Option<&'static Gazetteer>,
    /// The key of what must be said where the gazetteer is not whole.
    pub limits: Option<&'static str>,
    /// Where the reader is.
    pub place: Place,
    /// What makes the list shorter.
    pub choices: Choices,
    /// The answer to all that.
    pub answer: Answer<'static>,
    /// The moment of the answer.
    pub now: Minutes,
    /// How many hits are shown.
    pub shown: usize,
    /// The reader's own list, by index, in the order in which it was made.
    pub saved: Vec<usize>,
}

impl Model {
    /// A widget that has just opened: everything listed, nothing asked. `kinds`: ids chosen from the start;
    /// those that the directory does not know are left out.
    pub fn new(
        words: Words,
        gazetteer: Option<&'static Gazetteer>,
        kinds: &[&str],
        now: Minutes,
    ) -> Model {
        let mut choices = Choices::default();
        let all = (0..).zip(&words.directory().kinds);
        let chosen = all.filter(|(_, kind)| kinds.contains(&kind.id.as_str()));
        choices.kinds.extend(chosen.map(|(index, _)| index));
        let place = Place::Unsaid;
        let answer = answer(&words, gazetteer, &place, &choices, now);
        Model {
            words,
            gazetteer,
            limits: None,
            place,
            choices,
            answer,
            now,
            shown: PAGE,
            saved: Vec::new(),
        }
    }

    /// The directory.
    pub fn directory(&self) -> &'static Directory {
        self.words.directory()
    }

    /// What the city's clock shows.
    pub fn local(&self) -> LocalTime {
        self.directory().zone.local(self.now)
    }

    /// Asks again after something changed.
    pub fn ask(&mut self, now: Minutes) {
        self.now = now;
        self.answer = answer(&self.words, self.gazetteer, &self.place, &self.choices, now);
    }

    /// Takes a new place and asks.
    pub fn go(&mut self, place: Place, now: Minutes) {
        self.place = place;
        self.shown = PAGE;
        self.ask(now);
    }

    /// Takes other choices and asks.
    pub fn choose(&mut self, choices: Choices, now: Minutes) {
        self.choices = choices;
        self.shown = PAGE;
        self.ask(now);
    }

    /// Turns a kind of help on or off.
    pub fn with_kind(&self, kind: u16) -> Choices {
        let mut choices = self.choices.clone();
        match choices.kinds.binary_search(&kind) {
            Ok(at) => drop(choices.kinds.remove(at)),
            Err(at) => choices.kinds.insert(at, kind),
        }
        choices
    }

    /// Turns a flag on or off.
    pub fn with_flag(&self, flag: Flag) -> Choices {
        let mut choices = self.choices.clone();
        if let Some(on) = choices.flags.get_mut(flag as usize) {
            *on = !*on;
        }
        choices
    }

    /// Puts a service on the reader's list or takes it off.
    pub fn toggle_saved(&mut self, service: usize) {
        match self.saved.iter().position(|&saved| saved == service) {
            Some(at) => drop(self.saved.remove(at)),
            None => self.saved.push(service),
        }
    }

    /// The ids of the reader's list that may be kept on the device: never one that could put somebody in danger.
    pub fn keepable(&self) -> Vec<&str> {
        let directory = self.directory();
        let services = self
            .saved
            .iter()
            .filter_map(|&index| directory.services.get(index));
        let harmless = services.filter(|service| !is_sensitive(directory, service));
        harmless.map(|service| service.id.as_str()).collect()
    }

    /// Takes up a list that was kept. Ids that are gone since are left out.
    pub fn restore(&mut self, kept: &str) {
        let directory = self.words.directory();
        self.saved = kept
            .split('\n')
            .filter_map(|id| directory.service(id))
            .collect();
    }

    /// The chosen kinds as they may be in an address: `#kinds=housing,legal`, without the sensitive ones; empty
    /// where none is left. Nothing else of a search ever is there.
    pub fn fragment(&self) -> String {
        let kinds = self.choices.kinds.iter();
        let open = kinds
            .filter_map(|&kind| self.directory().kinds.get(usize::from(kind)))
            .filter(|kind| !kind.sensitive);
        let ids: Vec<&str> = open.map(|kind| kind.id.as_str()).collect();
        if ids.is_empty() {
            return String::new();
        }
        [FRAGMENT, &ids.join(",")].concat()
    }
}

const FRAGMENT: &str = "#kinds=";

/// The ids in a fragment that [`Model::fragment`] wrote; `None` for any other fragment.
pub fn kinds_in(fragment: &str) -> Option<Vec<&str>> {
    Some(fragment.strip_prefix(FRAGMENT)?.split(',').collect())
}

fn answer(
    words: &Words,
    gazetteer: Option<&Gazetteer>,
    place: &Place,
    choices: &Choices,
    now: Minutes,
) -> Answer<'static> {
    let directory = words.directory();
    let kinds = choices.kinds.iter();
    let kinds: Vec<&str> = kinds
        .filter_map(|&kind| directory.kinds.get(usize::from(kind)))
        .map(|kind| kind.id.as_str())
        .collect();
    let language = choices
        .language
        .and_then(|index| directory.languages.get(usize::from(index)));
    let on = |flag: Flag| choices.flags[flag as usize];
    let mut query = Query {
        kinds: &kinds,
        filters: Filters {
            language: language.map(|language| language.tag.as_str()),
            free: on(Flag::Free),
            no_referral: on(Flag::NoReferral),
            step_free: on(Flag::StepFree),
            not_women_only: on(Flag::NotWomen),
            children_welcome: on(Flag::Children),
        },
        nearest_first: on(Flag::Nearest),
        now: Some(now),
        ..Query::default()
    };
    match place {
        Place::Unsaid => {}
        Place::Typed(text) => query.text = text,
        Place::Device(position, accuracy) => {
            query.location = Some(*position);
            query.location_accuracy_m = *accuracy;
        }
    }
    search(directory, gazetteer, &query)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{at, service, words};

    fn model(kinds: &[&str]) -> Model {
        let mut abuse = service("abuse");
        abuse.kinds = vec![2];
        let mut legal = service("legal");
        legal.kinds = vec![1];
        let words = words(vec![service("both"), abuse, legal]);
        Model::new(words, None, kinds, at("2026-11-23", 10, 0))
    }

    fn names(model: &Model) -> Vec<&str> {
        let services = &model.directory().services;
        let found = model.answer.services();
        found.map(|at| services[at].id.as_str()).collect()
    }

    #[test]
    fn opens_with_the_kinds_it_is_given_and_everything_else_listed() {
        assert_eq!(names(&model(&[])), ["abuse", "both", "legal"]);
        assert_eq!(names(&model(&["housing", "unheard-of"])), ["both"]);
    }

    #[test]
    fn choices_shorten_the_list_and_can_be_taken_back() {
        let mut model = model(&[]);
        let chosen = model.with_kind(1);
        model.choose(chosen, model.now);
        assert_eq!(names(&model), ["both", "legal"]);
        assert_eq!(model.answer.filtered_out, 1);
        let chosen = model.with_kind(1);
        model.choose(chosen, model.now);
        assert_eq!(names(&model).len(), 3);
        // A service that the choices leave out can still be looked at.
        let chosen = model.with_kind(2);
        model.choose(chosen, model.now);
        assert_eq!(names(&model), ["abuse"]);
        assert!(model.answer.hit(1).opening.is_some());
    }

    #[test]
    fn the_address_carries_harmless_kinds_alone() {
        assert_eq!(
            model(&["legal", "abuse", "housing"]).fragment(),
            "#kinds=housing,legal"
        );
        assert_eq!(model(&["abuse"]).fragment(), "");
        assert_eq!(
            kinds_in("#kinds=housing,legal"),
            Some(vec!["housing", "legal"])
        );
        assert_eq!(kinds_in("#notice"), None);
    }

    #[test]
    fn what_could_put_somebody_in_danger_is_never_kept() {
        let mut model = model(&[]);
        for service in [0, 1, 2] {
            model.toggle_saved(service);
        }
        assert_eq!(model.keepable(), ["both", "legal"]);
        model.toggle_saved(1);
        model.restore("legal\ngone\n");
        assert_eq!(model.saved, [2]);
    }

    #[test]
    fn only_what_a_record_can_answer_is_offered() {
        let mut free = service("free");
        free.cost = Some(finder::service::Cost::Free);
        let words = words(vec![free]);
        let offered: Vec<Flag> = Flag::ALL
            .into_iter()
            .filter(|flag| flag.is_offered(words.directory()))
            .collect();
        assert_eq!(offered, [Flag::Nearest, Flag::Free]);
    }
}
