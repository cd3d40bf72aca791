//! `mifriendly accept`: records in each translation which version of its source it matches.

use crate::cli::{AcceptArguments, CityArguments};
use crate::disk;
use crate::report::{self, Outcome};
use site::model::{Page, Text};
use std::fmt::Write as _;
use std::path::Path;

/// Writes `[translation.sections]` of the pages and languages asked for.
pub fn run(city: &CityArguments, options: &AcceptArguments) -> Result<Outcome, String> {
    let mut loaded = super::load(city)?;
    let Some(site) = loaded.site.filter(|_| !loaded.diagnostics.has_errors()) else {
        report::print(&mut loaded.diagnostics, &loaded.sources);
        anstream::eprintln!("Nothing was recorded.");
        return Ok(report::outcome(&loaded.diagnostics));
    };
    for path in &options.pages {
        if site.page(path.trim_matches('/')).is_none() {
            return Err(format!("there is no page `{path}`"));
        }
    }
    if let Some(tag) = &options.language
        && site.city.language(tag).is_none()
    {
        let known: Vec<&str> = site.city.languages.iter().map(|l| l.tag).collect();
        return Err(format!(
            "`{tag}` is not a language of this city, which has {}",
            known.join(", ")
        ));
    }
    let wanted = |page: &&Page| {
        options.pages.is_empty()
            || options
                .pages
                .iter()
                .any(|p| p.trim_matches('/') == page.path)
    };
    let mut accepted = 0;
    for page in site.pages.values().filter(wanted) {
        for text in page.texts.values() {
            let asked = options
                .language
                .as_deref()
                .is_none_or(|tag| tag == text.language.tag);
            if asked && accept(&city.root, text)? {
                accepted += 1;
            }
        }
    }
    println!("{accepted} translations recorded.");
    Ok(Outcome::Fine)
}

/// Whether the file was changed. Sections that the translation lacks, or in which it lacks a statement, stay unrecorded.
fn accept(root: &Path, text: &Text) -> Result<bool, String> {
    let (Some(alignment), Some(_)) = (&text.alignment, &text.front.translation) else {
        return Ok(false);
    };
    let mut table = String::from("[translation.sections]\n");
    let lacks = |id: &str| alignment.missing_statements.iter().any(|m| m.section == id);
    for aligned in alignment
        .sections
        .iter()
        .filter(|s| s.translation.is_some())
    {
        if lacks(&aligned.id) {
            anstream::eprintln!(
                "{}: the section `{}` lacks a statement of its source, so it is not recorded",
                text.file,
                aligned.id
            );
            continue;
        }
        // Ids are letters, digits and hyphens: bare keys. A String takes everything.
        let _ = writeln!(table, "{} = \"{}\"", aligned.id, aligned.fingerprint);
    }
    let file = root.join(&text.file);
    let fail =
        |error: std::io::Error| format!("`{}`: {}", file.display(), crate::system::reason(&error));
    let old = std::fs::read_to_string(&file).map_err(fail)?;
    let Some(parts) = content::front_matter::split(&old) else {
        return Ok(false);
    };
    let front = &old[parts.toml.clone()];
    let new = format!(
        "{}{}{}",
        &old[..parts.toml.start],
        with_table(front, &table),
        &old[parts.toml.end..]
    );
    if new == old {
        return Ok(false);
    }
    disk::replace(&file, new.as_bytes()).map_err(fail)?;
    Ok(true)
}

/// The front matter with its table of sections replaced, or added at its end.
fn with_table(front: &str, table: &str) -> String {
    const HEAD: &str = "[translation.sections]";
    let mut kept = String::new();
    let mut inside = false;
    for line in front.split_inclusive('\n') {
        let trimmed = line.trim();
        if trimmed.starts_with('[') {
            inside = trimmed == HEAD;
        }
        if !inside {
            kept.push_str(line);
        }
    }
    format!("{}\n\n{table}", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::with_table;

    #[test]
    fn replaces_its_own_table_and_keeps_the_rest() {
        let front = "title = \"x\"\n\n[translation]\nby = \"machine\"\n\n[translation.sections]\nold = \"1:0:0\"\n";
        let table = "[translation.sections]\nnew = \"1:1:1\"\n";
        assert_eq!(
            with_table(front, table),
            "title = \"x\"\n\n[translation]\nby = \"machine\"\n\n[translation.sections]\nnew = \"1:1:1\"\n"
        );
    }
}
