//! Bakes messages into plain templates for the widget, which carries no Fluent: a text per plural category with `{name}` placeholders.

use super::{Messages, RIGHT_TO_LEFT_MARK, Strings, marked};
use diagnostics::{Code, Diagnostic, Diagnostics};
use finder::locale::{Message, Plural};
use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};
use fluent_syntax::unicode::unescape_unicode_to_string;

type Forms = Vec<(Plural, String)>;

impl Strings {
    /// Every message whose id begins with one of `prefixes`, in `language`, baked; what the language lacks comes from the source
    /// language, or is English, and has marks around it.
    ///
    /// A message may choose by one number (plural categories only) and insert values; anything more is reported.
    pub fn bake(&self, language: &str, prefixes: &[&str]) -> (Vec<(String, Message)>, Diagnostics) {
        let mut diagnostics = Diagnostics::new();
        let mut baked = Vec::new();
        for id in self.ids() {
            if !prefixes.iter().any(|p| id.starts_with(p)) {
                continue;
            }
            let pattern = self
                .chain(language)
                .find_map(|(tag, m)| Some((m.pattern(id)?, tag, m.right_to_left)));
            let Some((pattern, tag, right_to_left)) = pattern else {
                continue;
            };
            match forms(pattern) {
                Ok(mut forms) => {
                    if right_to_left {
                        begin_right_to_left(&mut forms);
                    }
                    if tag != language {
                        for (_, form) in &mut forms {
                            *form = marked(tag, form);
                        }
                    }
                    baked.push((id.to_owned(), Message { forms }));
                }
                Err(what) => diagnostics.push(Diagnostic::new(
                    Code::BadStrings,
                    format!(
                        "the string `{id}` in \"{language}\" cannot be used in the finder: {what}"
                    ),
                )),
            }
        }
        (baked, diagnostics)
    }
}

/// A message that begins with an inserted value takes that value's direction unless a mark says otherwise; the same is done when the
/// generator formats a message.
fn begin_right_to_left(forms: &mut Forms) {
    for (_, form) in forms {
        if form.starts_with('{') {
            form.insert(0, RIGHT_TO_LEFT_MARK);
        }
    }
}

impl Messages {
    /// The last message of that name holds, as in the bundle.
    fn pattern(&self, id: &str) -> Option<&Pattern<&str>> {
        self.resources.iter().rev().find_map(|resource| {
            resource.entries().find_map(|entry| match entry {
                Entry::Message(message) if message.id.name == id => message.value.as_ref(),
                _ => None,
            })
        })
    }
}

fn forms(pattern: &Pattern<&str>) -> Result<Forms, String> {
    let mut forms: Forms = vec![(Plural::Other, String::new())];
    let mut chosen = false;
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => append(&mut forms, value),
            PatternElement::Placeable { expression } => match expression {
                Expression::Inline(inline) => append(&mut forms, &placeholder(inline)?),
                Expression::Select { variants, .. } if !chosen => {
                    chosen = true;
                    forms = branch(&forms, variants)?;
                }
                Expression::Select { .. } => return Err("it chooses twice".to_owned()),
            },
        }
    }
    Ok(forms)
}

fn branch(before: &Forms, variants: &[Variant<&str>]) -> Result<Forms, String> {
    let so_far = &before[0].1;
    let mut branched = Forms::new();
    for variant in variants {
        let name = match &variant.key {
            VariantKey::Identifier { name } => *name,
            VariantKey::NumberLiteral { value } => {
                return Err(format!(
                    "it chooses by the number {value}; use zero, one, two, few, many, other"
                ));
            }
        };
        let plural = Plural::from_name(name);
        if plural == Plural::Other && name != "other" {
            return Err(format!("`{name}` is no plural category"));
        }
        let inner = forms(&variant.value)?;
        if inner.len() > 1 {
            return Err("it chooses within a choice".to_owned());
        }
        branched.push((plural, format!("{so_far}{}", inner[0].1)));
    }
    branched.sort_by_key(|(plural, _)| *plural);
    if !branched.iter().any(|(plural, _)| *plural == Plural::Other) {
        return Err("it has no `other`".to_owned());
    }
    Ok(branched)
}

fn append(forms: &mut Forms, text: &str) {
    for (_, form) in forms {
        form.push_str(text);
    }
}

fn placeholder(inline: &InlineExpression<&str>) -> Result<String, String> {
    match inline {
        InlineExpression::VariableReference { id } => Ok(format!("{{{}}}", id.name)),
        InlineExpression::StringLiteral { value } => {
            Ok(unescape_unicode_to_string(value).into_owned())
        }
        InlineExpression::NumberLiteral { value } => Ok((*value).to_owned()),
        _ => Err("it refers to another message or calls a function".to_owned()),
    }
}
