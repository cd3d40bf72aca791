//! Slips that editors make, and that no message is the library's own.

use super::{Mistake, explain};
use proptest::prelude::*;
use toml::de::DeTable;

fn mistakes(text: &str) -> Vec<Mistake> {
    let (_, errors) = DeTable::parse_recoverable(text);
    let found: Vec<_> = errors
        .iter()
        .map(|e| (e.span().unwrap_or(0..0), e.message().to_owned()))
        .collect();
    explain(text, 0, &found)
}

fn only(text: &str) -> (String, String) {
    let mut all = mistakes(text);
    assert_eq!(all.len(), 1, "{text}: {all:?}");
    let one = all.remove(0);
    (one.message, one.hint)
}

#[test]
fn says_how_the_line_is_written_right() {
    for (wrong, hint) in [
        ("title = “Your home”", "`title = \"Your home\"`"),
        ("title = \"Your home”", "`title = \"Your home\"`"),
        ("title = „Dom”", "`title = \"Dom\"`"),
        ("languages = [“en”, “ar”]", "`languages = [\"en\", \"ar\"]`"),
        ("title = 'L'aide'", "`title = \"L'aide\"`"),
        ("title = \"Say \"no\"\"", "`title = \"Say \\\"no\\\"\"`"),
        ("title: \"x\"", "`title = \"x\"`"),
        ("title: Your home", "`title = \"Your home\"`"),
        ("order: 3", "`order = 3`"),
        ("title = Your home", "`title = \"Your home\"`"),
        ("menu = \"main", "`menu = \"main\"`"),
        ("free = True", "`free = true`"),
        ("free = FALSE", "`free = false`"),
        ("free = yes", "`free = true`"),
        ("checked = 21.11.2026", "`checked = 2026-11-21`"),
        ("checked = 21/11/2026", "`checked = 2026-11-21`"),
        ("checked = 2026/11/21", "`checked = 2026-11-21`"),
        ("checked = 5/6/2026", "2026-11-21"),
        ("checked = 21 November 2026", "2026-11-21"),
        ("value = 0808 157 0123", "`value = \"0808 157 0123\"`"),
        ("value = 08081570123", "`value = \"08081570123\"`"),
        ("value = +44 1632 960123", "`value = \"+44 1632 960123\"`"),
        ("value = 1.234,50", "`value = 1234.50`"),
        ("value = £49.18", "`value = 49.18`"),
        ("value =", "remove the line"),
        ("title \"x\"", "`name = \"text\"`"),
        ("languages = [\"en\" \"ar\"]", "`[\"one\", \"two\"]`"),
        ("[facts", "`[facts]`"),
        ("path = \"C:\\Users\"", "`\\\\`"),
    ] {
        let (message, found) = only(&format!("{wrong}\n"));
        assert!(found.contains(hint), "{wrong}\n{message}\n{found}");
    }
}

#[test]
fn a_table_that_is_there_twice_is_one_mistake() {
    let text = "[a]\nx = 1\ny = 2\n\n[b]\nx = 1\n\n[a]\nx = 3\ny = 4\n";
    let (message, _) = only(text);
    assert!(
        message.contains("`[a]` is here twice: the first one is in line 1"),
        "{message}"
    );
    let (message, _) = only("[a]\nx = 1\ny = 2\nx = 3\n");
    assert!(
        message.contains("`x` is here twice: the first one is in line 2"),
        "{message}"
    );
}

proptest! {
    #[test]
    fn never_panics_and_never_quotes_the_library(text in "([a-z]{1,3} ?[=:]? ?[\"“”'\\[\\]a-zA-Z0-9é.,:/+ #\\\\-]{0,12}\n){1,5}") {
        for mistake in mistakes(&text) {
            prop_assert!(!mistake.hint.is_empty());
            for words in ["expected", "literal", "invalid", "newline", "unquoted"] {
                prop_assert!(!mistake.message.contains(words), "{:?}", mistake);
            }
        }
    }
}
