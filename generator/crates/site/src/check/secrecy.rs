//! Nothing says where a confidential service is: not its own files, not those of another page or record.

use super::{Checker, folder_prefix};
use crate::draw::{Assets, Drawer};
use crate::model::{Page, Text};
use content::secrecy::{self, Hint, Kind, Searcher};
use content::service::ServiceRecord;
use diagnostics::{Code, Diagnostic, Location};
use document::Span;
use std::collections::BTreeSet;

/// A telephone number of fewer digits is one of many services: 999, 111.
const SHORTEST_NUMBER: usize = 7;
/// A name of fewer letters is an ordinary word too.
const SHORTEST_NAME: usize = 8;

impl Checker<'_> {
    /// Confidential services, and what other pages say of them.
    pub(super) fn secrecy(&mut self) {
        let format = self.site.city.postcode_format();
        let searcher = Searcher {
            format: format.as_ref(),
            areas: &self.site.city.postcodes.areas,
        };
        let site = self.site;
        let mut marks = Vec::new();
        for (page, service) in site.services().filter(|(_, s)| s.confidential) {
            self.own_files(page, &searcher);
            marks.push((page, Marks::of(service)));
        }
        for page in site.pages.values() {
            match &page.service {
                Some(service) if service.confidential => {}
                Some(service) => {
                    self.other_record(page, service, &marks);
                    self.other_texts(page, &marks, &searcher);
                }
                None => self.other_texts(page, &marks, &searcher),
            }
        }
    }

    /// Texts, records, pictures and the folder of a confidential service.
    fn own_files(&mut self, page: &Page, searcher: &Searcher) {
        for text in page.texts.values() {
            let source = self
                .sources
                .quoted(&text.file)
                .unwrap_or_default()
                .to_owned();
            let mut hints = searcher.search(&source);
            let front = front_matter(&source);
            let settings = searcher.search_toml(&source[front.clone()]).into_iter();
            hints.extend(settings.map(|hint| moved(hint, front.start)));
            let shown = self.shown(page, text, searcher);
            self.report_hints(&text.file, hints, shown);
        }
        for name in ["service.toml", "page.toml"] {
            let file = format!("{}{name}", folder_prefix(page));
            if let Some(source) = self.sources.quoted(&file) {
                let hints = searcher.search_toml(source);
                self.report_hints(&file, hints, Vec::new());
            }
        }
        let names = page.pictures.values().map(|picture| picture.file.clone());
        let folder = folder_prefix(page).trim_end_matches('/').to_owned();
        for file in names.chain([folder]) {
            let name = file.rsplit('/').next().unwrap_or_default();
            for hint in each_kind(searcher.search(name)) {
                let diagnostic = diagnostic(&hint, "and its name looks like", "rename it");
                self.diagnostics
                    .push(diagnostic.at(Location::file(file.as_str())));
            }
        }
        for picture in page.pictures.values() {
            self.secret_picture(&picture.file, &picture.bytes, searcher);
        }
    }

    /// Hints in what a reader sees of a text: cells and items side by side, the values of facts, passages of other pages. Of each
    /// only the section is known.
    fn shown(&self, page: &Page, text: &Text, searcher: &Searcher) -> Vec<Hint> {
        let assets = Assets::default();
        let drawer = Drawer::new(self.site, &assets, page, text, "", text.language);
        let sections = text.document.sections.iter();
        let found = sections.flat_map(|section| {
            let words = document::text::section(section, &drawer);
            searcher.search(&words).into_iter().map(|hint| Hint {
                span: section.span.start..section.heading_span.end.max(section.span.start),
                ..hint
            })
        });
        found.collect()
    }

    fn secret_picture(&mut self, file: &str, bytes: &[u8], searcher: &Searcher) {
        let Some(source) = file
            .ends_with(".svg")
            .then(|| std::str::from_utf8(bytes).ok())
            .flatten()
        else {
            let diagnostic = Diagnostic::new(
                Code::DoubtfulSecrecy,
                "this service is confidential, and no program can tell what a picture shows",
            )
            .hint("leave it out if it shows a house, a street, a sign or a view: people find places by them");
            self.diagnostics.push(diagnostic.at(Location::file(file)));
            return;
        };
        let links = |hint: &Hint| matches!(hint.kind, Kind::Map | Kind::HiddenLink);
        let hints = searcher.search(source).into_iter().filter(links).collect();
        let shown = searcher.search(&svg_words(source)).into_iter();
        let shown = shown.map(|hint| Hint { span: 0..0, ..hint }).collect();
        self.report_hints(file, hints, shown);
    }

    /// Reports `written` hints where they are written, and `shown` ones that are not among them.
    fn report_hints(&mut self, file: &str, written: Vec<Hint>, shown: Vec<Hint>) {
        let mut seen: Vec<Hint> = Vec::new();
        for hint in written {
            let overlaps =
                |old: &Hint| old.span.start < hint.span.end && hint.span.start < old.span.end;
            if !seen.iter().any(overlaps) {
                seen.push(hint);
            }
        }
        for hint in shown {
            if !seen
                .iter()
                .any(|old| (old.kind, &old.key) == (hint.kind, &hint.key))
            {
                seen.push(hint);
            }
        }
        for hint in seen {
            let help = match hint.kind {
                Kind::HiddenLink => "write the address that it leads to",
                _ => "take every word about the place out",
            };
            let diagnostic = diagnostic(&hint, "and this looks like", help);
            self.report(file, &hint.span, diagnostic);
        }
    }

    /// Another record with the number, email address or name of a confidential service, and a place.
    fn other_record(&mut self, page: &Page, service: &ServiceRecord, marks: &[(&Page, Marks)]) {
        if service.locations.is_empty() {
            return;
        }
        let own = Marks::of(service);
        for (secret, marks) in marks {
            let Some(what) = marks.shared(&own) else {
                continue;
            };
            let message = format!(
                "this service has a place, and {what} of `{}`, which is confidential",
                secret.path
            );
            let diagnostic = Diagnostic::new(Code::SecretElsewhere, message).hint(
                "leave the place out here, or the number, name or email address, if this is where the other one is",
            );
            let file = format!("{}service.toml", folder_prefix(page));
            self.diagnostics.push(diagnostic.at(Location::file(file)));
        }
    }

    /// Words of another page that name a confidential service and a place in one breath.
    fn other_texts(&mut self, page: &Page, marks: &[(&Page, Marks)], searcher: &Searcher) {
        let assets = Assets::default();
        for text in page.texts.values() {
            let drawer = Drawer::new(self.site, &assets, page, text, "", text.language);
            for section in &text.document.sections {
                let words = document::text::section(section, &drawer);
                let heading = document::text::inlines(&section.heading, &drawer);
                let under = marks
                    .iter()
                    .any(|(_, marks)| marks.named_in(&heading).is_some());
                let parts: Vec<&str> = if under {
                    vec![&words]
                } else {
                    words.lines().collect()
                };
                for part in parts {
                    let mut named = marks
                        .iter()
                        .filter_map(|(p, m)| Some((p, m.named_in(part)?)));
                    let Some((secret, what)) = named.next() else {
                        continue;
                    };
                    let found = searcher.search(part).into_iter().find(|h| h.kind.certain());
                    let Some(hint) = found else { continue };
                    let message = format!(
                        "this gives {what} of `{}`, which is confidential, beside what looks like {}",
                        secret.path,
                        hint.kind.what()
                    );
                    let diagnostic = Diagnostic::new(Code::SecretElsewhere, message).hint(
                        "take the place out, or say it far from there if it is of another service",
                    );
                    let span = section.span.start..section.heading_span.end.max(section.span.start);
                    self.report(&text.file, &span, diagnostic);
                }
            }
        }
    }
}

fn diagnostic(hint: &Hint, looks: &str, help: &str) -> Diagnostic {
    let code = match hint.kind.certain() {
        true => Code::ConfidentialLocation,
        false => Code::DoubtfulSecrecy,
    };
    let message = format!("this service is confidential, {looks} {}", hint.kind.what());
    Diagnostic::new(code, message).hint(help)
}

fn each_kind(hints: Vec<Hint>) -> Vec<Hint> {
    let mut kinds = BTreeSet::new();
    hints.into_iter().filter(|h| kinds.insert(h.kind)).collect()
}

/// Where the settings at the beginning of a text are written.
fn front_matter(source: &str) -> Span {
    let start = source.strip_prefix("+++").map_or(0, |_| 3);
    match source[start..].find("\n+++") {
        Some(length) if start > 0 => start..start + length + 1,
        _ => 0..0,
    }
}

fn moved(hint: Hint, by: usize) -> Hint {
    Hint {
        span: hint.span.start + by..hint.span.end + by,
        ..hint
    }
}

/// Every word in an SVG picture: texts, remarks, titles and labels.
fn svg_words(source: &str) -> String {
    let Ok(tree) = roxmltree::Document::parse(source) else {
        return source.to_owned();
    };
    let mut words = Vec::new();
    for node in tree.descendants() {
        if node.is_text() || node.is_comment() {
            words.extend(node.text());
        }
        let labels = node.attributes().filter(|a| {
            a.name().contains("label") || matches!(a.name(), "id" | "title" | "alt" | "desc")
        });
        words.extend(labels.map(|a| a.value()));
    }
    words.join(" ")
}

/// What a service is known by.
struct Marks {
    numbers: Vec<String>,
    email: Option<String>,
    name: String,
}

impl Marks {
    fn of(service: &ServiceRecord) -> Self {
        Self {
            numbers: secrecy::telephones(service)
                .filter(|n| n.len() >= SHORTEST_NUMBER)
                .collect(),
            email: service.email.as_ref().map(|e| e.to_lowercase()),
            name: secrecy::folded(&service.name),
        }
    }

    /// What both are known by, in words.
    fn shared(&self, other: &Self) -> Option<&'static str> {
        match () {
            () if self.numbers.iter().any(|n| other.numbers.contains(n)) => {
                Some("a telephone number")
            }
            () if self.email.is_some() && self.email == other.email => Some("the email address"),
            () if self.name == other.name => Some("the name"),
            () => None,
        }
    }

    /// By what a text names the service, in words.
    fn named_in(&self, text: &str) -> Option<&'static str> {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        // A number is written with the zero that a code of the country takes the place of.
        let tail = |number: &String| {
            let number = number.trim_start_matches('+');
            number
                .get(number.len().saturating_sub(9)..)
                .unwrap_or(number)
                .to_owned()
        };
        let words = || format!(" {} ", secrecy::folded(text));
        match () {
            () if self.numbers.iter().any(|n| digits.contains(&tail(n))) => {
                Some("a telephone number")
            }
            () if self
                .email
                .as_ref()
                .is_some_and(|e| text.to_lowercase().contains(e)) =>
            {
                Some("the email address")
            }
            () if self.name.len() >= SHORTEST_NAME
                && words().contains(&format!(" {} ", self.name)) =>
            {
                Some("the name")
            }
            () => None,
        }
    }
}
