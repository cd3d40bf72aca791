//! The finder's widget, built: its JavaScript glue and its WebAssembly module, embedded in the program so
//! that the `mifriendly` command needs nothing beside it.
//!
//! `build.rs` makes both from the crate `finder-wasm` and fails the build when they grow over their budget.

/// One file of the widget.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct File {
    /// The name as built, without a hash: `finder_widget.js` or `finder_widget_bg.wasm`.
    pub name: &'static str,
    /// The whole content.
    pub bytes: &'static [u8],
    /// Size in bytes under brotli, quality 11, window 22: what a phone downloads from a good host.
    pub brotli_size: usize,
}

/// Bytes that glue and WebAssembly may weigh together under brotli, quality 11 (kept by `build.rs`).
pub const BUDGET: usize = SIZES.2;

/// Glue, WebAssembly, budget.
const SIZES: (usize, usize, usize) = include!(concat!(env!("OUT_DIR"), "/sizes.rs"));

static FILES: [File; 2] = [
    File {
        name: "finder_widget.js",
        bytes: include_bytes!(concat!(env!("OUT_DIR"), "/finder_widget.js")),
        brotli_size: SIZES.0,
    },
    File {
        name: "finder_widget_bg.wasm",
        bytes: include_bytes!(concat!(env!("OUT_DIR"), "/finder_widget_bg.wasm")),
        brotli_size: SIZES.1,
    },
];

/// All files of the widget: the glue first, then the WebAssembly module. The page names both; the glue
/// knows no address by itself, so either may be renamed with a hash.
pub fn files() -> &'static [File] {
    &FILES
}

/// The ES module that starts the WebAssembly module. Its default export takes `{ module_or_path }`.
pub fn glue() -> &'static File {
    &FILES[0]
}

/// The WebAssembly module.
pub fn wasm() -> &'static File {
    &FILES[1]
}

/// What the widget weighs under brotli, in bytes.
pub fn brotli_size() -> usize {
    FILES.iter().map(|file| file.brotli_size).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn carries_a_module_and_the_glue_that_starts_it() {
        assert_eq!(&wasm().bytes[..8], b"\0asm\x01\0\0\0");
        let glue = std::str::from_utf8(glue().bytes).expect("glue is UTF-8");
        assert!(
            glue.contains("export function mount"),
            "the loader calls mount()"
        );
        assert!(
            glue.contains("default"),
            "the loader calls the default export"
        );
        assert!(
            !glue.contains("import.meta.url"),
            "the loader alone knows addresses"
        );
    }

    #[test]
    fn carries_no_path_of_the_machine_that_built_it() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .ancestors()
            .nth(3)
            .expect("a workspace");
        let home = std::env::home_dir().expect("a home");
        for folder in [root, home.join(".cargo").as_path()] {
            let folder = folder.to_str().expect("UTF-8").as_bytes();
            assert!(
                FILES
                    .iter()
                    .all(|file| !file.bytes.windows(folder.len()).any(|part| part == folder))
            );
        }
    }

    #[test]
    fn stays_within_its_budget() {
        assert!(brotli_size() <= BUDGET, "{} bytes", brotli_size());
        assert!(FILES.iter().all(|file| file.brotli_size > 0));
    }
}
