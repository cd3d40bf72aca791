//! Which services a query leaves out: only those that are known not to fit.

use super::{Filters, LanguageFit, Query};
use crate::directory::{Directory, kind_bit};
use crate::service::{Cost, Interpreting, Premises, Referral, Service};

/// What a query's kinds and filters mean in a directory.
pub(super) struct Fit<'a> {
    directory: &'a Directory,
    query: &'a Query<'a>,
    /// The kinds asked for that exist.
    kinds: Vec<u16>,
    /// Their bits.
    bits: u64,
    /// The language asked for, where any service speaks it.
    language: Option<u16>,
    asks_nothing: bool,
}

/// How a service fits, where it does.
pub(super) struct Fitting {
    pub(super) language: Option<LanguageFit>,
    pub(super) uncertain: bool,
}

impl<'a> Fit<'a> {
    pub(super) fn new(directory: &'a Directory, query: &'a Query<'a>) -> Fit<'a> {
        let kinds: Vec<u16> = query
            .kinds
            .iter()
            .filter_map(|id| directory.kind(id))
            .collect();
        Fit {
            directory,
            query,
            bits: kinds
                .iter()
                .map(|kind| kind_bit(*kind))
                .fold(0, |all, bit| all | bit),
            kinds,
            language: query
                .filters
                .language
                .and_then(|tag| directory.language(tag)),
            asks_nothing: query.kinds.is_empty() && query.filters == Filters::default(),
        }
    }

    /// The bits of the kinds asked for that exist; `None` where no kind was asked for.
    pub(super) fn kinds(&self) -> Option<u64> {
        (!self.query.kinds.is_empty()).then_some(self.bits)
    }

    /// `None` where the service at an index is known not to fit.
    pub(super) fn of(&self, at: usize) -> Option<Fitting> {
        if self.asks_nothing {
            return Some(Fitting {
                language: None,
                uncertain: false,
            });
        }
        let bits = self.directory.index().services[at].kinds;
        if !self.query.kinds.is_empty() && bits != 0 && bits & self.bits == 0 {
            return None;
        }
        let service = &self.directory.services[at];
        let mut uncertain = false;
        // Something that is asked for: known to hold, known not to, or not known.
        let mut ask = |asked: bool, holds: Option<bool>| {
            uncertain |= asked && holds.is_none();
            !asked || holds != Some(false)
        };
        let filters = &self.query.filters;
        let known = |kinds: &[u16]| kinds.iter().any(|kind| self.kinds.contains(kind));
        let fits = ask(
            !self.query.kinds.is_empty(),
            (!service.kinds.is_empty()).then(|| known(&service.kinds)),
        ) && ask(filters.free, service.cost.map(|cost| cost == Cost::Free))
            && ask(
                filters.no_referral,
                service
                    .referral
                    .map(|referral| referral != Referral::Professional),
            )
            && ask(filters.step_free, step_free(service))
            && ask(filters.not_women_only, service.women_only.map(|only| !only))
            && ask(filters.children_welcome, service.children_welcome);
        if !fits {
            return None;
        }
        let language = match filters.language {
            None => None,
            Some(_) => {
                let fit = self.language(service)?;
                uncertain |= fit == LanguageFit::Unknown;
                Some(fit)
            }
        };
        Some(Fitting {
            language,
            uncertain,
        })
    }

    fn language(&self, service: &Service) -> Option<LanguageFit> {
        let spoken = service
            .languages
            .as_ref()
            .map(|spoken| self.language.is_some_and(|wanted| spoken.contains(&wanted)));
        match (spoken, service.interpreting) {
            (Some(true), _) => Some(LanguageFit::Staff),
            (_, Some(how @ (Interpreting::Available | Interpreting::ByTelephone))) => {
                Some(LanguageFit::Interpreter(how))
            }
            (Some(false), Some(Interpreting::NotAvailable)) => None,
            _ => Some(LanguageFit::Unknown),
        }
    }
}

/// Whether one can get in without steps: at one of its places at least. A service without a place has no steps.
fn step_free(service: &Service) -> Option<bool> {
    match &service.premises {
        Premises::Remote => Some(true),
        Premises::Confidential => None,
        Premises::At(locations) => {
            if locations
                .iter()
                .any(|location| location.step_free == Some(true))
            {
                Some(true)
            } else if locations
                .iter()
                .all(|location| location.step_free == Some(false))
                && !locations.is_empty()
            {
                Some(false)
            } else {
                None
            }
        }
    }
}
