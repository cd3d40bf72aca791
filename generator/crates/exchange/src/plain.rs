//! Words as feeds hold them, made plain: without HTML, stray quotes and doubled spaces.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text without HTML; paragraphs are parted by an empty line.
pub fn text(html: &str) -> String {
    let mut plain = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let tag = rest[1..].trim_start_matches('/');
        let name: String = tag
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        let name = name.to_ascii_lowercase();
        let named = name.starts_with(|c: char| c.is_ascii_alphabetic());
        if !named && !rest.starts_with("<!--") {
            plain.push('<');
            rest = &rest[1..];
            continue;
        }
        let end = match name.as_str() {
            "" => rest.find("-->").map(|i| i + 3),
            "script" | "style" if !rest.starts_with("</") => {
                let close = format!("</{name}");
                let close = rest.to_ascii_lowercase().find(&close);
                close.and_then(|i| rest[i..].find('>').map(|j| i + j + 1))
            }
            _ => rest.find('>').map(|i| i + 1),
        };
        if matches!(
            name.as_str(),
            "p" | "div" | "ul" | "ol" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "tr" | "table"
        ) {
            plain.push_str("\n\n");
        } else if name == "br" || name == "li" && !rest.starts_with("</") {
            plain.push('\n');
        }
        // A tag that never ends takes the rest with it: nothing of it can be trusted.
        rest = end.map_or("", |end| &rest[end..]);
    }
    plain.push_str(rest);
    paragraphs(&entities(&plain))
}

/// HTML's character references.
fn entities(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.char_indices().take(12).find(|(_, c)| *c == ';');
        let found = end.and_then(|(end, _)| Some((end, reference(&rest[1..end])?)));
        match found {
            Some((end, c)) => {
                plain.push(c);
                rest = &rest[end + 1..];
            }
            None => {
                plain.push('&');
                rest = &rest[1..];
            }
        }
    }
    plain.push_str(rest);
    plain
}

fn reference(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" | "rsquo" | "lsquo" => '\'',
        "nbsp" => ' ',
        "ldquo" | "rdquo" => '"',
        "ndash" => '–',
        "mdash" => '—',
        "pound" => '£',
        "euro" => '€',
        "bull" | "middot" => '·',
        "hellip" => '…',
        "eacute" => 'é',
        _ => return None,
    })
}

/// Spaces made single, lines of a paragraph kept together, invisible characters left out.
fn paragraphs(text: &str) -> String {
    let mut found: Vec<String> = vec![String::new()];
    for text_line in text.lines() {
        let clean = line(text_line);
        let last = found.len() - 1;
        match (clean.is_empty(), found[last].is_empty()) {
            (true, false) => found.push(String::new()),
            (true, true) => {}
            (false, true) => found[last] = clean,
            (false, false) => {
                found[last].push('\n');
                found[last].push_str(&clean);
            }
        }
    }
    found.retain(|p| !p.is_empty());
    found.join("\n\n")
}

/// One line without doubled or strange spaces and invisible characters.
pub fn line(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let plain = text::invisible::without(&plain);
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words without quotes around them.
pub fn unquoted(text: &str) -> &str {
    text.trim()
        .trim_matches(|c: char| c.is_whitespace() || "'\"`‘’“”".contains(c))
}

/// The first sentences that fit into `most` characters, else the first words with an ellipsis.
pub fn summary(text: &str, most: usize) -> String {
    let text = line(text);
    if text.chars().count() <= most {
        return text;
    }
    let cut: String = text.chars().take(most).collect();
    let sentence = cut
        .match_indices(['.', '!', '?', '።', '؟'])
        .map(|(i, sign)| i + sign.len())
        .rfind(|end| text[*end..].starts_with(' '));
    match sentence {
        Some(end) if end > most / 4 => cut[..end].to_owned(),
        _ => {
            let words: String = text.chars().take(most - 1).collect();
            let end = words.rfind(' ').unwrap_or(words.len());
            format!("{}…", words[..end].trim_end_matches([',', ';', ':']))
        }
    }
}

/// A line without marks of Markdown, for a place that shows them as they are: `**Free** [food](x)` is `Free food`.
pub fn unmarked(line: &str) -> String {
    let mut words = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("](") {
        let Some((_, behind)) = after.split_once(')') else {
            break;
        };
        words.push_str(before);
        rest = behind;
    }
    words.push_str(rest);
    for mark in ["**", "__", "~~", "==", "{{", "}}", "{%", "%}"] {
        words = words.replace(mark, "");
    }
    if document::check_plain(&words).is_some() {
        words.retain(|c| !"*_`[]{}#|".contains(c));
    }
    self::line(&words)
}

/// `text` as Markdown that says the same and nothing more: no link, no list, no id.
pub fn markdown(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for (number, paragraph) in text.split("\n\n").enumerate() {
        if number > 0 {
            safe.push_str("\n\n");
        }
        for (number, line) in paragraph.lines().enumerate() {
            if number > 0 {
                // A line of its own, as the feed had it.
                safe.push_str("\\\n");
            }
            let digits = line.bytes().take_while(u8::is_ascii_digit).count();
            for (at, c) in line.char_indices() {
                let begins = at == 0 && matches!(c, '+' | '-' | '=' | '~');
                let counts = at == digits && digits > 0 && matches!(c, '.' | ')');
                if begins || counts || "\\`*_{}[]<>#|!$&^:".contains(c) && !is_plain(line, at, c) {
                    safe.push('\\');
                }
                safe.push(c);
            }
        }
    }
    safe
}

/// Signs that mean something only in some places, and are in many an ordinary sentence.
fn is_plain(line: &str, at: usize, c: char) -> bool {
    let next = line[at + c.len_utf8()..].chars().next();
    match c {
        '!' => next != Some('['),
        '#' => at > 0,
        '&' => next.is_none_or(|n| n.is_whitespace()),
        ':' | '$' | '^' => true,
        _ => false,
    }
}

/// A folder's name: lower-case letters a to z, digits and hyphens; empty where the name has none of them.
pub fn slug(name: &str) -> String {
    let folded: String = name
        .nfkd()
        .filter(|c| !is_combining_mark(*c) && *c != '\'' && *c != '’')
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' })
        .collect();
    let mut slug = String::new();
    for word in folded.split_whitespace() {
        // Long names make long addresses; whole words only, but for one that is too long by itself.
        let word = &word[..word.len().min(60)];
        if slug.len() + word.len() > 60 && !slug.is_empty() {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_words() {
        assert_eq!(
            text(
                "<p>Help &amp; advice</p><script>alert(1)</script><ul><li>food</li><li>£5 &lt; £10</li></ul>"
            ),
            "Help & advice\n\nfood\n£5 < £10"
        );
        assert_eq!(text("a < b, 3<4"), "a < b, 3<4");
        assert_eq!(text("fine <a href=\"https://x"), "fine");
        assert_eq!(text("&pound;5 &unknown; &#8211; R&D"), "£5 &unknown; – R&D");
    }

    #[test]
    fn nothing_in_a_text_becomes_markup() {
        assert_eq!(
            markdown("1. Call <us> [now](x) {#id}"),
            "1\\. Call \\<us\\> \\[now\\](x) \\{#id\\}"
        );
        assert_eq!(markdown("- one\n# two"), "\\- one\\\n\\# two");
        assert_eq!(
            markdown("Open: we help! Fish & chips"),
            "Open: we help! Fish & chips"
        );
    }

    #[test]
    fn a_summary_ends_with_a_sentence_or_says_that_it_does_not() {
        assert_eq!(
            summary("One. Two three four. Five six seven.", 22),
            "One. Two three four."
        );
        assert_eq!(summary("One two three four five", 12), "One two…");
        assert_eq!(summary("Short.", 12), "Short.");
    }

    #[test]
    fn slugs_are_folder_names() {
        assert_eq!(
            slug("St. Mary’s Café & Food-Bank (Łódź)"),
            "st-marys-cafe-food-bank-odz"
        );
        assert_eq!(slug("مساعدة"), "");
        assert_eq!(slug(&"x".repeat(300)).len(), 60);
    }
}
