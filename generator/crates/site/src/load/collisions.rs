//! Files and folders whose names some systems cannot tell apart. They are an error on every system, or a city would build on one and not on another.

use crate::names;
use crate::sources::{Source, Sources};
use diagnostics::{Code, Diagnostic, Diagnostics, Location};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// Compares all names, those of folders too.
pub(super) fn check(sources: &Sources) -> Diagnostics {
    let mut diagnostics = Diagnostics::new();
    let content = sources.content().iter();
    compare(content.map(|(n, s)| (n.as_str(), s)), &mut diagnostics);
    compare(sources.theme(), &mut diagnostics);
    diagnostics
}

fn compare<'s>(files: impl Iterator<Item = (&'s str, &'s Source)>, diagnostics: &mut Diagnostics) {
    let mut first: BTreeMap<String, (&str, &Source)> = BTreeMap::new();
    let mut reported: BTreeSet<(&str, &str)> = BTreeSet::new();
    for (name, source) in files {
        let folders = name.match_indices('/').map(|(end, _)| &name[..end]);
        for path in folders.chain([name]) {
            let (known, other) = match first.entry(names::folded(path)) {
                Entry::Vacant(free) => {
                    free.insert((path, source));
                    continue;
                }
                Entry::Occupied(known) => *known.get(),
            };
            // What is in two such folders is not to blame for their names.
            if last(known) != last(path) && reported.insert((known, path)) {
                // A theme's file of the city's own can be renamed, the built-in one cannot.
                let theirs = if source.layer < other.layer {
                    other
                } else {
                    source
                };
                diagnostics.push(alike(known, path).at(Location::file(theirs.path.as_str())));
            }
        }
    }
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

fn alike(first: &str, second: &str) -> Diagnostic {
    let how = if names::composed(first) == names::composed(second) {
        "look the same and are written with different characters"
    } else {
        "differ only in capital letters"
    };
    Diagnostic::new(
        Code::NamesAlike,
        format!("the names `{first}` and `{second}` {how}"),
    )
    .hint("some systems take them for one: rename one of them")
}
