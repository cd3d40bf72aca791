//! What is no part of a text: HTML, and callouts that are none.

use super::blocks::Reader;
use super::inlines::Leaf;
use crate::model::{CalloutKind, Inline};
use diagnostics::{Code, Diagnostic};
use std::ops::Range;

impl Reader<'_, '_> {
    /// Reports a tag of HTML; the closing one of a pair is not reported again.
    pub fn report_tag(&mut self, leaf: &mut Leaf, html: &str, range: Range<usize>) {
        let name = |tag: &str| -> String {
            tag.chars()
                .take_while(char::is_ascii_alphanumeric)
                .map(|c| c.to_ascii_lowercase())
                .collect()
        };
        if let Some(closing) = html.strip_prefix("</") {
            let opened = leaf.opened.entry(name(closing)).or_default();
            if *opened > 0 {
                *opened -= 1;
                return;
            }
        } else {
            *leaf
                .opened
                .entry(name(html.trim_start_matches('<')))
                .or_default() += 1;
        }
        self.report_html(html, range);
    }

    /// Reports HTML as what it is.
    pub fn report_html(&mut self, html: &str, range: Range<usize>) {
        let span = self.source.span(range);
        let hint = if html.starts_with("<!--") {
            "comments would be published too: keep notes in a file whose name begins with `_`"
        } else {
            "write it in Markdown (`**strong**`, `| tables |`, `> [!NOTE]`), or `\\<` for the sign itself"
        };
        self.problems
            .hinted(Code::RawHtml, &span, "HTML in a text", hint);
    }

    /// Reports a paragraph that begins like a callout but is none. `opens_quotation`: it is the first of one.
    pub fn report_callout(&mut self, inlines: &[Inline], start: usize, opens_quotation: bool) {
        let Some(Inline::Text(text)) = inlines.first() else {
            return;
        };
        let Some((kind, _)) = text
            .strip_prefix("[!")
            .and_then(|rest| rest.split_once(']'))
        else {
            return;
        };
        if kind.is_empty() || !kind.chars().all(char::is_alphanumeric) {
            return;
        }
        let known = CalloutKind::ALL.map(|known| format!("[!{}]", known.as_str().to_uppercase()));
        let span = self.source.span(start..start + kind.len() + 3);
        let folded = format!("[!{}]", kind.to_uppercase());
        let diagnostic = if !known.contains(&folded) {
            Diagnostic::new(
                Code::UnknownExtension,
                format!("`[!{kind}]` is not a callout"),
            )
            .hint("the callouts are NOTE, TIP, IMPORTANT, WARNING and CAUTION")
            .did_you_mean(&folded, known.iter().map(String::as_str))
        } else if opens_quotation {
            Diagnostic::new(
                Code::UnknownExtension,
                format!("`[!{kind}]` shares its line with other words"),
            )
            .hint(format!(
                "`> [!{kind}]` stands alone; the words begin on the next line"
            ))
        } else {
            Diagnostic::new(
                Code::UnknownExtension,
                format!("`[!{kind}]` does not begin a quotation"),
            )
            .hint("begin every line of a callout with `> `")
        };
        self.problems.report(&span, diagnostic);
    }
}
