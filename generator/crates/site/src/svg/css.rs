//! The styles of an SVG: read by a closed list of properties and functions, and written again.

use super::lists;

/// Functions that only reckon with numbers and colours. `url` is checked by where it leads.
const FUNCTIONS: [&str; 32] = [
    "blur",
    "brightness",
    "calc",
    "circle",
    "contrast",
    "drop-shadow",
    "ellipse",
    "grayscale",
    "hsl",
    "hsla",
    "hue-rotate",
    "inset",
    "invert",
    "matrix",
    "max",
    "min",
    "opacity",
    "path",
    "polygon",
    "rgb",
    "rgba",
    "rotate",
    "saturate",
    "scale",
    "scaleX",
    "scaleY",
    "sepia",
    "skewX",
    "skewY",
    "translate",
    "translateX",
    "translateY",
];

/// A `<style>`: rules, perhaps within `@media`. An error says what may not be there.
pub(super) fn sheet(text: &str) -> Result<String, String> {
    let text = without_comments(text)?;
    let mut written = String::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (prelude, body, after) = block(rest)?;
        if let Some(query) = prelude.strip_prefix("@media") {
            let fine = |c: char| c.is_ascii_alphanumeric() || " ():,.-".contains(c);
            if !query.chars().all(fine) {
                return Err(format!("`{prelude}`"));
            }
            written.push_str(&format!("{prelude}{{{}}}", rules(body)?));
        } else {
            written.push_str(&rule(prelude, body)?);
        }
        rest = after.trim_start();
    }
    Ok(written)
}

fn rules(text: &str) -> Result<String, String> {
    let mut written = String::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (selector, body, after) = block(rest)?;
        written.push_str(&rule(selector, body)?);
        rest = after.trim_start();
    }
    Ok(written)
}

fn rule(selector: &str, body: &str) -> Result<String, String> {
    let fine = |c: char| c.is_ascii_alphanumeric() || " \t\r\n_.#,>+~*:-".contains(c);
    if selector.is_empty() || !selector.chars().all(fine) {
        return Err(format!("`{selector}`"));
    }
    let words: Vec<&str> = selector.split_whitespace().collect();
    Ok(format!("{}{{{}}}", words.join(" "), declarations(body)?))
}

/// What is before the first `{`, what is up to the `}` that ends it, and what follows.
fn block(text: &str) -> Result<(&str, &str, &str), String> {
    let broken = || "rules that do not end".to_owned();
    let open = text.find('{').ok_or_else(|| {
        let statement = text.split(';').next().unwrap_or(text);
        format!("`{}`", statement.trim())
    })?;
    if let Some(statement) = text[..open].split_once(';') {
        return Err(format!("`{}`", statement.0.trim()));
    }
    let mut depth = 0_usize;
    for (at, c) in text.char_indices().skip_while(|(at, _)| *at < open) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Ok((text[..open].trim(), &text[open + 1..at], &text[at + 1..]));
        }
    }
    Err(broken())
}

/// Declarations, `fill:red;stroke:none`; also what a `style` attribute holds.
pub(super) fn declarations(text: &str) -> Result<String, String> {
    let text = without_comments(text)?;
    let mut written = Vec::new();
    for declaration in text.split(';').map(str::trim).filter(|d| !d.is_empty()) {
        let Some((name, text)) = declaration.split_once(':') else {
            return Err(format!("`{declaration}`"));
        };
        let name = name.trim().to_ascii_lowercase();
        if lists::is_property(&name) {
            written.push(format!("{name}:{}", value(text)?));
        } else if !lists::is_property_of_editors(&name) {
            return Err(format!("the property `{name}`"));
        }
    }
    Ok(written.join(";"))
}

/// The value of a property or of an attribute with a property's name.
pub(super) fn value(text: &str) -> Result<String, String> {
    let text = text.trim();
    let refused = || format!("`{text}`");
    if text.contains(['\\', '@', '<', '{', '}', ';']) || text.contains("/*") {
        return Err(refused());
    }
    if ['\'', '"']
        .iter()
        .any(|quote| text.matches(*quote).count() % 2 == 1)
    {
        return Err(refused());
    }
    let mut rest = text;
    while let Some(open) = rest.find('(') {
        let name = &rest[..open];
        let start = name
            .rfind(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_' || !c.is_ascii()))
            .map_or(0, |at| at + 1);
        let name = &name[start..];
        let after = &rest[open + 1..];
        if name.eq_ignore_ascii_case("url") {
            let target = after.split(')').next().unwrap_or_default();
            let target = target.trim().trim_matches(['\'', '"']);
            if !is_fragment(target) {
                return Err(refused());
            }
        } else if !FUNCTIONS.iter().any(|f| f.eq_ignore_ascii_case(name)) {
            return Err(refused());
        }
        rest = after;
    }
    Ok(text.to_owned())
}

/// Whether an address leads to a place of the same file, `#shape`.
pub(super) fn is_fragment(address: &str) -> bool {
    address.strip_prefix('#').is_some_and(|id| {
        !id.is_empty()
            && !id
                .contains(|c: char| c.is_whitespace() || c.is_control() || "\"'()<>\\".contains(c))
    })
}

fn without_comments(text: &str) -> Result<String, String> {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("/*") {
        plain.push_str(&rest[..start]);
        // A blank, lest the words around the comment become one.
        plain.push(' ');
        let end = rest[start + 2..]
            .find("*/")
            .ok_or("a comment that does not end")?;
        rest = &rest[start + 2 + end + 2..];
    }
    plain.push_str(rest);
    Ok(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_draws_is_written_again() {
        for (sheet_in, out) in [
            (
                "@media(prefers-color-scheme:dark){svg{color:#8ed3be}}",
                "@media(prefers-color-scheme:dark){svg{color:#8ed3be}}",
            ),
            (
                " .a , #b > g{ fill : url( #g ) ; /* x */ stroke:rgb(0,0,0) } ",
                ".a , #b > g{fill:url( #g );stroke:rgb(0,0,0)}",
            ),
            (
                "g{font-family:'Noto Serif', serif;-inkscape-x:y}",
                "g{font-family:'Noto Serif', serif}",
            ),
            ("", ""),
        ] {
            assert_eq!(sheet(sheet_in).as_deref(), Ok(out));
        }
    }

    #[test]
    fn what_loads_or_hides_is_refused() {
        for text in [
            "@import url(https://evil.example/);",
            "@import 'https://evil.example/'; g{fill:red}",
            "@font-face{font-family:x;src:url(https://evil.example/)}",
            "g{fill:url(https://evil.example/)}",
            "g{fill:url( \"https://evil.example/\")}",
            "g{fill:URL(//evil.example/#a)}",
            "g{fill:u\\72l(https://evil.example/)}",
            "g{fill:url/**/(https://evil.example/)}",
            "g{fill:image-set('https://evil.example/' 1x)}",
            "g{background-image:url(#a)}",
            "g{behavior:url(#a)}",
            "g{unicode-bidi:bidi-override}",
            "g[id^='a']{fill:red}",
            "g{fill:red",
            "g{fill:red}}",
            "/* g{}",
            "g{fill}",
            "@media screen{@import 'x';}",
            "@media screen{g{fill:url(x)}}",
        ] {
            assert!(sheet(text).is_err(), "{text}");
        }
    }
}
