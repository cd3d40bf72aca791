//! Which services a query leaves out: only those that are known not to fit.

use super::{LanguageFit, Query};
use crate::directory::{Directory, Lean, QUESTIONS, SHARED, bit, bits};
use crate::service::Interpreting;

/// What a query's kinds and filters mean in a directory.
pub(super) struct Fit<'a> {
    directory: &'a Directory,
    /// The kinds asked for that exist, and their bits; `None` where no kind was asked for.
    kinds: Option<(Vec<u16>, u64)>,
    /// The language asked for, and its bit; of one that no service speaks neither.
    language: Option<Option<(u16, u64)>>,
    /// What else is asked for: the bits of the index's answers.
    asked: u16,
}

/// How a service fits, where it does.
pub(super) struct Fitting {
    pub(super) language: Option<LanguageFit>,
    pub(super) uncertain: bool,
}

impl<'a> Fit<'a> {
    pub(super) fn new(directory: &'a Directory, query: &Query<'a>) -> Fit<'a> {
        let kinds = query.kinds.iter().filter_map(|id| directory.kind(id));
        let kinds: Vec<u16> = kinds.collect();
        let filters = &query.filters;
        let asked: [bool; QUESTIONS] = [
            filters.free,
            filters.no_referral,
            filters.step_free,
            filters.not_women_only,
            filters.children_welcome,
        ];
        let fold = |all, asked: &bool| all << 1 | u16::from(*asked);
        let known = |tag| directory.language(tag).map(|index| (index, bit(index)));
        Fit {
            directory,
            kinds: (!query.kinds.is_empty()).then(|| {
                let bits = bits(&kinds);
                (kinds, bits)
            }),
            language: filters.language.map(known),
            asked: asked.iter().rev().fold(0, fold),
        }
    }

    /// The bits of the kinds asked for that exist; `None` where no kind was asked for.
    pub(super) fn kinds(&self) -> Option<u64> {
        self.kinds.as_ref().map(|(_, bits)| *bits)
    }

    /// `None` where the service at an index is known not to fit.
    pub(super) fn of(&self, at: usize) -> Option<Fitting> {
        let lean = &self.directory.index().services[at];
        if lean.answers >> 8 & self.asked != 0 {
            return None;
        }
        let mut uncertain = self.asked & !lean.answers != 0;
        if let Some((kinds, bits)) = &self.kinds {
            let common = lean.kinds & bits;
            let fits = common & !SHARED != 0
                || common != 0 && {
                    let own = &self.directory.services[at].kinds;
                    own.iter().any(|kind| kinds.contains(kind))
                };
            if !fits && lean.kinds != 0 {
                return None;
            }
            uncertain |= !fits;
        }
        let language = match self.language {
            None => None,
            Some(wanted) => {
                let fit = self.language(at, lean, wanted)?;
                uncertain |= fit == LanguageFit::Unknown;
                Some(fit)
            }
        };
        Some(Fitting {
            language,
            uncertain,
        })
    }

    fn language(&self, at: usize, lean: &Lean, wanted: Option<(u16, u64)>) -> Option<LanguageFit> {
        let spoken = lean.languages.map(|spoken| {
            wanted.is_some_and(|(index, bit)| {
                let own = || self.directory.services[at].languages.as_deref();
                spoken & bit != 0 && (bit != SHARED || own().unwrap_or_default().contains(&index))
            })
        });
        match (spoken, lean.interpreting) {
            (Some(true), _) => Some(LanguageFit::Staff),
            (_, Some(how @ (Interpreting::Available | Interpreting::ByTelephone))) => {
                Some(LanguageFit::Interpreter(how))
            }
            (Some(false), Some(Interpreting::NotAvailable)) => None,
            _ => Some(LanguageFit::Unknown),
        }
    }
}
