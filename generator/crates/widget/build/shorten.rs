//! Makes glue and module lighter without changing what they do.
//!
//! `wasm-bindgen` names every import after what it calls and a hash of sixteen digits, once in each file.
//! Hashes do not compress: together they are a twentieth of what a reader downloads. The two files
//! only have to agree on the names, so they get short ones. Comments and indentation go too.

/// Gives the module's imports short names, where the glue writes a name once: as the key of a function.
/// Written in any other way it keeps its name: longer, and right.
pub fn imports<'a>(glue: &mut String, names: impl Iterator<Item = &'a mut String>) {
    for (index, name) in names.enumerate() {
        let key = [name, ": function("].concat();
        if glue.matches(name.as_str()).count() == 1 && glue.contains(&key) {
            let short = format!("i{index}");
            *glue = glue.replace(&key, &[&short, ": function("].concat());
            *name = short;
        }
    }
}

/// Gives the exports behind closures short names, everywhere in the glue: their names, with a hash, mean
/// nothing else there.
pub fn exports<'a>(glue: &mut String, names: impl Iterator<Item = &'a mut String>) {
    let mut closures: Vec<_> = names
        .filter(|name| name.starts_with("wasm_bindgen__convert__closures"))
        .collect();
    // One name may be the beginning of another: the longest first.
    closures.sort_by_key(|name| std::cmp::Reverse(name.len()));
    for (index, name) in closures.into_iter().enumerate() {
        let short = format!("x{index}");
        *glue = glue.replace(name.as_str(), &short);
        *name = short;
    }
}

/// The glue without comments of whole lines, indentation and empty lines. `wasm-bindgen` writes no text
/// that runs over several lines, so a line can be judged by itself.
pub fn lines(glue: &str) -> String {
    let mut out = String::with_capacity(glue.len());
    let mut in_comment = false;
    for line in glue.lines().map(str::trim) {
        in_comment |= line.starts_with("/*");
        if !in_comment && !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
        in_comment &= !line.ends_with("*/");
    }
    out
}
