//! `floor CITY OUT`: the least work that can turn a corpus into pages: every text parsed, put into one template and written, on all
//! processors. No links, facts, languages, menus or checks.

use pulldown_cmark::{Options, Parser, html};
use rayon::prelude::*;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use tera::{Context, Tera};

const TEMPLATE: &str = "<!doctype html><html lang=\"{{ language }}\"><head><meta charset=\"utf-8\">\
    <title>{{ language }}</title></head><body><main>{{ body | safe }}</main></body></html>";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, city, out] = &arguments[..] else {
        return Err("usage: floor CITY OUT".into());
    };
    let content = Path::new(city).join("content");
    let mut tera = Tera::default();
    tera.add_raw_template("page.html", TEMPLATE)?;
    let files: Vec<PathBuf> = walkdir::WalkDir::new(&content)
        .into_iter()
        .filter_map(Result::ok)
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|e| e == "md"))
        .collect();
    files
        .par_iter()
        .try_for_each(|file| page(file, &content, Path::new(out), &tera).map_err(|e| e.to_string()))
        .map_err(Into::into)
}

fn page(file: &Path, content: &Path, out: &Path, tera: &Tera) -> Result<(), Box<dyn Error>> {
    let text = fs::read_to_string(file)?;
    let body = text.splitn(3, "+++\n").nth(2).unwrap_or_default();
    let options = Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut fragment = String::new();
    html::push_html(&mut fragment, Parser::new_ext(body, options));
    let language = file.file_stem().unwrap_or_default().to_string_lossy();
    let mut context = Context::new();
    context.insert("language", &language);
    context.insert("body", &fragment);
    let page = tera.render("page.html", &context)?;
    let folder = file
        .strip_prefix(content)?
        .parent()
        .unwrap_or(Path::new(""));
    let folder = out.join(language.as_ref()).join(folder);
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("index.html"), page)?;
    Ok(())
}
