//! Which services a query leaves out: only those that are known not to fit.

use super::{LanguageFit, Query};
use crate::directory::{Directory, Entry, QUESTIONS, bits};
use crate::service::Interpreting;

/// What a query's kinds and filters mean in a directory.
#[derive(Clone)]
pub(super) struct Fit {
    /// The bits of the kinds asked for that exist; `None` where no kind was asked for.
    pub(super) kinds: Option<u64>,
    /// The language asked for; of one that no service speaks, its absence.
    language: Option<Option<u16>>,
    /// What else is asked for: the bits of the index's answers.
    asked: u16,
}

/// How a service fits, where it does.
pub(super) struct Fitting {
    pub(super) language: Option<LanguageFit>,
    pub(super) uncertain: bool,
}

impl Fit {
    pub(super) fn new(directory: &Directory, query: &Query<'_>) -> Fit {
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
        Fit {
            kinds: (!query.kinds.is_empty()).then(|| bits(&kinds)),
            language: filters.language.map(|tag| directory.language(tag)),
            asked: asked.iter().rev().fold(0, fold),
        }
    }

    /// `None` where a service is known not to fit.
    #[inline]
    pub(super) fn of(&self, entry: Entry<'_>) -> Option<Fitting> {
        let lean = entry.lean;
        if lean.answers >> 8 & self.asked != 0 {
            return None;
        }
        let mut uncertain = self.asked & !lean.answers != 0;
        if let Some(kinds) = self.kinds {
            let fits = lean.kinds & kinds != 0;
            if !fits && lean.kinds != 0 {
                return None;
            }
            uncertain |= !fits;
        }
        let language = match self.language {
            None => None,
            Some(wanted) => {
                let fit = speaks(entry, wanted)?;
                uncertain |= fit == LanguageFit::Unknown;
                Some(fit)
            }
        };
        Some(Fitting {
            language,
            uncertain,
        })
    }
}

/// How a service fits a language; `None` where it is known not to.
fn speaks(entry: Entry<'_>, wanted: Option<u16>) -> Option<LanguageFit> {
    let spoken = entry
        .lean
        .languages_known
        .then(|| wanted.is_some_and(|wanted| entry.languages.contains(&wanted)));
    match (spoken, entry.lean.interpreting) {
        (Some(true), _) => Some(LanguageFit::Staff),
        (_, Some(how @ (Interpreting::Available | Interpreting::ByTelephone))) => {
            Some(LanguageFit::Interpreter(how))
        }
        (Some(false), Some(Interpreting::NotAvailable)) => None,
        _ => Some(LanguageFit::Unknown),
    }
}
