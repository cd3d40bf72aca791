//! `corpus PAGES FOLDER` writes `FOLDER/city` for `mifriendly` and `FOLDER/hugo` for Hugo: PAGES articles in each of ten languages.

use benchmarks::{LANGUAGES, SECTIONS, article};
use std::error::Error;
use std::fs;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, pages, folder] = &arguments[..] else {
        return Err("usage: corpus PAGES FOLDER".into());
    };
    let (pages, folder) = (pages.parse()?, Path::new(folder));
    city(pages, &folder.join("city"))?;
    hugo(pages, &folder.join("hugo"))?;
    Ok(())
}

fn write(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(path, text)
}

fn city(pages: usize, root: &Path) -> Result<(), Box<dyn Error>> {
    let tags: Vec<String> = LANGUAGES
        .iter()
        .map(|(tag, _)| format!("\"{tag}\""))
        .collect();
    let content = root.join("content");
    write(
        &content.join("city.toml"),
        &format!(
            "format = 1\nname = \"Testford\"\ncountry = \"GB\"\ntime_zone = \"Europe/London\"\nsource_language = \"en\"\n\
             languages = [{}]\ndistance_unit = \"mile\"\n\n[operator]\nname = \"Testford Volunteers\"\n\n\
             [budgets]\nhome = 60000\nlist = 60000\npage = 60000\n",
            tags.join(", ")
        ),
    )?;
    let plain = |title: &str, body: &str| {
        format!("+++\ntitle = \"{title}\"\ndescription = \"{title} of Testford.\"\n+++\n\n{body}\n")
    };
    write(
        &content.join("en.md"),
        &plain("Testford", "Words of welcome."),
    )?;
    write(
        &content.join("urgent/en.md"),
        &plain("Urgent help", "Ask for help."),
    )?;
    for section in 0..SECTIONS {
        let folder = content.join(format!("section-{section}"));
        write(
            &folder.join("en.md"),
            &plain(&format!("Section {section}"), "Articles."),
        )?;
    }
    for (tag, syllables) in LANGUAGES {
        for number in 0..pages {
            let link =
                |target: usize| format!("../../section-{}/article-{target}/", target % SECTIONS);
            let article = article(number, pages, syllables, link);
            let translation = if tag == "en" {
                ""
            } else {
                "\n[translation]\nby = \"machine\"\ndate = 2026-11-01\n"
            };
            let text = format!(
                "+++\ntitle = \"{}\"\ndescription = \"{}\"\n{translation}+++\n\n{}",
                article.title, article.description, article.body
            );
            let folder = content.join(format!("section-{}/article-{number}", number % SECTIONS));
            write(&folder.join(format!("{tag}.md")), &text)?;
        }
    }
    Ok(())
}

fn hugo(pages: usize, root: &Path) -> Result<(), Box<dyn Error>> {
    let mut settings =
        "baseURL = \"https://example.org/\"\ntitle = \"Testford\"\ndefaultContentLanguage = \"en\"\n\
         defaultContentLanguageInSubdir = true\ndisableKinds = [\"taxonomy\", \"term\", \"RSS\"]\n\n\
         [markup.goldmark.parser.attribute]\nblock = true\n"
            .to_owned();
    for (tag, _) in LANGUAGES {
        settings.push_str(&format!(
            "\n[languages.{tag}]\ncontentDir = \"content/{tag}\"\n"
        ));
    }
    write(&root.join("hugo.toml"), &settings)?;
    let layouts = root.join("layouts");
    write(&layouts.join("_default/baseof.html"), HUGO_FRAME)?;
    write(
        &layouts.join("_default/single.html"),
        "{{ define \"main\" }}{{ .Content }}{{ end }}",
    )?;
    write(
        &layouts.join("_default/list.html"),
        "{{ define \"main\" }}<ul>{{ range .Pages }}<li><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a> {{ .Description }}</li>\
         {{ end }}</ul>{{ end }}",
    )?;
    for (tag, syllables) in LANGUAGES {
        let content = root.join("content").join(tag);
        for section in 0..SECTIONS {
            let text = format!("+++\ntitle = \"Section {section}\"\n+++\n");
            write(&content.join(format!("section-{section}/_index.md")), &text)?;
        }
        for number in 0..pages {
            let link =
                |target: usize| format!("../../section-{}/article-{target}/", target % SECTIONS);
            let article = article(number, pages, syllables, link);
            let text = format!(
                "+++\ntitle = \"{}\"\ndescription = \"{}\"\n+++\n\n{}",
                article.title, article.description, article.body
            );
            let file = format!("section-{}/article-{number}.md", number % SECTIONS);
            write(&content.join(file), &text)?;
        }
    }
    Ok(())
}

/// A frame with what a page of ours has: menu, trail, languages, foot.
const HUGO_FRAME: &str = r#"<!doctype html>
<html lang="{{ .Language.Lang }}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Description }}"><link rel="canonical" href="{{ .Permalink }}">
{{ range .Translations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">
{{ end }}</head>
<body>
<header><a href="{{ .Site.Home.RelPermalink }}">{{ .Site.Title }}</a>
<nav>{{ range .Site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</nav>
<nav>{{ range .Translations }}<a href="{{ .RelPermalink }}">{{ .Language.Lang }}</a> {{ end }}</nav></header>
<main><h1>{{ .Title }}</h1>{{ with .CurrentSection }}<p><a href="{{ .RelPermalink }}">{{ .Title }}</a></p>{{ end }}
{{ .TableOfContents }}{{ block "main" . }}{{ end }}
{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</main>
<footer><p>{{ .Site.Title }}</p></footer>
</body></html>
"#;
