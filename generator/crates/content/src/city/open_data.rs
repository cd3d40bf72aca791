//! What the city takes from elsewhere and on which terms it gives its own: downloads, licence, terms of other directories.

use crate::Spanned;
use crate::fields::Fields;
use diagnostics::{Code, Diagnostic};
use std::collections::BTreeMap;

/// A file to fetch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    /// Its address.
    pub url: String,
    /// The SHA-256 that its bytes must have, as 64 lower-case hexadecimal digits.
    pub sha256: Option<String>,
}

/// A licence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Licence {
    /// Its SPDX identifier, such as `CC-BY-4.0`.
    pub name: String,
    /// Its full name.
    pub title: Option<String>,
    /// Where its words are.
    pub url: Option<String>,
}

/// An address, with the SHA-256 of its file after `#sha256=` where the city pins it.
pub(super) fn download(fields: &Fields, text: Spanned<String>) -> Option<Download> {
    let (url, pin) = match text.value.split_once('#') {
        None => (text.value.as_str(), None),
        Some((url, fragment)) => (url, Some(fragment)),
    };
    let rest = url.strip_prefix("https://").or_else(|| {
        // Nobody is between a machine and itself.
        let rest = url.strip_prefix("http://")?;
        let host = rest.split(['/', ':']).next()?;
        matches!(host, "localhost" | "127.0.0.1").then_some(rest)
    });
    if rest.is_none() || text::web_address::check(url).is_err() {
        let message = format!("\"{url}\" is no address to download from");
        fields.report(
            Diagnostic::new(Code::BadLinkScheme, message).hint("write it whole, \"https://…\""),
            &text.span,
        );
        return None;
    }
    let sha256 = pin.map(|pin| pin.strip_prefix("sha256=").map(str::to_ascii_lowercase));
    let is_hash = |h: &String| h.len() == 64 && h.bytes().all(|b| b.is_ascii_hexdigit());
    if let Some(hash) = &sha256
        && !hash.as_ref().is_some_and(is_hash)
    {
        let message = "after `#` stands `sha256=` and 64 hexadecimal digits";
        fields.report(Diagnostic::new(Code::BadValue, message), &text.span);
        return None;
    }
    Some(Download {
        url: url.to_owned(),
        sha256: sha256.flatten(),
    })
}

pub(super) fn licence(fields: &Fields) -> Option<Licence> {
    let name = fields.required("name");
    let title = fields.text("title");
    let url = crate::page::web_address(fields, "url", false);
    Some(Licence {
        name: name?.value,
        title,
        url,
    })
}

pub(super) fn import_kinds(fields: &Fields) -> BTreeMap<String, Vec<Spanned<String>>> {
    fields
        .names()
        .into_iter()
        .map(|term| {
            let kinds = fields.strings(&term);
            (term, kinds)
        })
        .collect()
}
