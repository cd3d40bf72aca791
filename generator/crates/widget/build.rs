//! Compiles `finder-wasm` to WebAssembly, makes its JavaScript glue, and leaves both in `OUT_DIR` for
//! `lib.rs` to embed.
//!
//! The compilation is a second `cargo` inside the first. It has a target folder of its own, so the two
//! never wait for each other's lock, and a custom profile (`wasm`), and it must not inherit what the outer
//! one was told about *its* compilation (flags, wrappers, features).
//! With `MIFRIENDLY_WIDGET=folder` nothing is compiled: packagers and editors' tools give a built widget.

#[path = "build/shorten.rs"]
mod shorten;
#[path = "build/target.rs"]
mod target;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs, io};
use target::{Done, TARGET, Tools};

/// Names inside the folder, as `wasm-bindgen` derives them from the stem.
const STEM: &str = "finder_widget";
const GLUE: &str = "finder_widget.js";
const WASM: &str = "finder_widget_bg.wasm";
/// What glue and WebAssembly may weigh together under brotli, quality 11, in bytes.
const BUDGET: usize = 100_000;

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() {
    if let Err(error) = run() {
        // Cargo prints a build script's standard error only when it fails: this is what the person reads.
        eprintln!("\nThe finder widget could not be built.\n{error}\n");
        std::process::exit(1);
    }
}

fn run() -> Outcome<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-env-changed=MIFRIENDLY_WIDGET");
    let out = PathBuf::from(variable("OUT_DIR")?);
    match env::var_os("MIFRIENDLY_WIDGET").filter(|folder| !folder.is_empty()) {
        Some(folder) => take(Path::new(&folder), &out)?,
        None => build(&out)?,
    }
    weigh(&out)
}

fn variable(name: &str) -> Outcome<String> {
    env::var(name)
        .map_err(|_| format!("The variable {name} is not set: run this through cargo.").into())
}

/// Copies a widget that was built elsewhere.
fn take(folder: &Path, out: &Path) -> Outcome<()> {
    // Cargo runs build scripts in the package's folder; people give paths from where they are, which
    // cannot be known here. So only absolute paths have one meaning.
    if !folder.is_absolute() {
        return Err(format!(
            "MIFRIENDLY_WIDGET is `{}`; give the absolute path of the folder.",
            folder.display()
        )
        .into());
    }
    for name in [GLUE, WASM] {
        let from = folder.join(name);
        println!("cargo::rerun-if-changed={}", from.display());
        fs::copy(&from, out.join(name)).map_err(|error| {
            format!(
                "MIFRIENDLY_WIDGET names a folder that must hold {GLUE} and {WASM}, but `{}` could not be read: {error}.",
                from.display()
            )
        })?;
    }
    Ok(())
}

fn build(out: &Path) -> Outcome<()> {
    let root = workspace()?;
    for watched in [
        "Cargo.toml",
        "Cargo.lock",
        "rust-toolchain.toml",
        "finder/Cargo.toml",
        "finder/src",
        "finder-wasm/Cargo.toml",
        "finder-wasm/src",
    ] {
        println!("cargo::rerun-if-changed={}", root.join(watched).display());
    }
    let tools = Tools {
        rustc: env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()),
        path: env::var_os("PATH").unwrap_or_default(),
    };
    if let Done::Added(toolchain) = target::ensure(&tools)? {
        println!(
            "cargo::warning=rustup added the target {TARGET} to the toolchain {toolchain}, for the finder's widget."
        );
    }
    let compiled = compile(&root, &nested_target(out))?;
    bind(&compiled, out)
}

/// The workspace's folder: this package lies in `generator/crates/widget`.
fn workspace() -> Outcome<PathBuf> {
    let here = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let root = here.ancestors().nth(3).map(Path::to_path_buf);
    root.filter(|root| root.join("finder-wasm/Cargo.toml").is_file())
        .ok_or_else(|| {
            "The folder finder-wasm is missing beside generator: the clone is not whole.".into()
        })
}

/// A folder for the nested cargo, shared by all profiles of the outer one and removed by `cargo clean`.
fn nested_target(out: &Path) -> PathBuf {
    // Cargo tags the top of a target folder that it made; one that was there before has no tag, and then
    // `out` is `top/profile/build/package/out`.
    let tagged = out
        .ancestors()
        .find(|folder| folder.join("CACHEDIR.TAG").is_file());
    tagged
        .or_else(|| out.ancestors().nth(4))
        .unwrap_or(out)
        .join("widget")
}

/// Runs the nested cargo and gives the path of the compiled module.
fn compile(root: &Path, target: &Path) -> Outcome<PathBuf> {
    let mut cargo = Command::new(variable("CARGO")?);
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(belongs_to_outer_cargo) {
            cargo.env_remove(name);
        }
    }
    // Nothing of this machine's folders goes into the module: the same source gives the same bytes anywhere.
    // (Flags are between 0x1f in this variable, so a path may have spaces.)
    let mut folders = vec![root.to_path_buf()];
    folders.extend(crate_sources());
    let flags: Vec<String> = folders
        .iter()
        .map(|folder| format!("--remap-path-prefix={}=", folder.display()))
        .collect();
    cargo
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"))
        .current_dir(root)
        .args([
            "build",
            "--locked",
            "--quiet",
            "--profile",
            "wasm",
            "--lib",
            "--color",
            "never",
        ])
        .args([
            "--package",
            "finder-wasm",
            "--target",
            TARGET,
            "--target-dir",
        ])
        .arg(target)
        .stdin(Stdio::null());
    let answer = cargo
        .output()
        .map_err(|error| format!("cargo did not run: {error}."))?;
    if !answer.status.success() {
        return Err(format!(
            "Compiling finder-wasm for {TARGET} failed:\n\n{}",
            String::from_utf8_lossy(&answer.stderr)
        )
        .into());
    }
    Ok(target.join(TARGET).join("wasm").join("finder_wasm.wasm"))
}

/// Where cargo keeps the sources of crates: one folder for each registry, named after it. Of the folders that
/// fit a path, rustc takes the last.
fn crate_sources() -> Vec<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let Some(home) = home.or_else(|| Some(env::home_dir()?.join(".cargo"))) else {
        return Vec::new();
    };
    let registries = fs::read_dir(home.join("registry/src"));
    let registries = registries
        .into_iter()
        .flatten()
        .flatten()
        .map(|registry| registry.path());
    let mut registries: Vec<PathBuf> = registries.collect();
    registries.sort();
    registries.insert(0, home);
    registries
}

/// Whether a variable says how the outer cargo compiles, which must not reach the nested one. What says
/// where crates come from, how to reach the network and how many jobs may run is everybody's.
fn belongs_to_outer_cargo(name: &str) -> bool {
    const SHARED: [&str; 7] = [
        "CARGO_HOME",
        "CARGO_HTTP_",
        "CARGO_MAKEFLAGS",
        "CARGO_NET_",
        "CARGO_REGISTRIES_",
        "CARGO_REGISTRY_",
        "CARGO_SOURCE_",
    ];
    const OUTER: [&str; 12] = [
        "CLIPPY_ARGS",
        "DEBUG",
        "HOST",
        "NUM_JOBS",
        "OPT_LEVEL",
        "OUT_DIR",
        "PROFILE",
        "RUSTC_WORKSPACE_WRAPPER",
        "RUSTC_WRAPPER",
        "RUSTDOCFLAGS",
        "RUSTFLAGS",
        "TARGET",
    ];
    let cargo = name.starts_with("CARGO") && !SHARED.iter().any(|shared| name.starts_with(shared));
    cargo || OUTER.contains(&name) || name.starts_with("DEP_") || name.starts_with("RUSTC_LINKER")
}

/// Runs `wasm-bindgen` on the compiled module: two files in `out`.
fn bind(compiled: &Path, out: &Path) -> Outcome<()> {
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen
        .input_path(compiled)
        .out_name(STEM)
        .web(true)
        .map_err(|error| error.to_string())?
        .typescript(false)
        // The loader names the module's address itself: it carries a hash.
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true);
    // `{:#}` prints the whole chain of causes.
    let mut output = bindgen
        .generate_output()
        .map_err(|error| format!("wasm-bindgen: {error:#}"))?;
    let inline = output
        .snippets()
        .values()
        .any(|scripts| !scripts.is_empty());
    if inline || !output.local_modules().is_empty() {
        return Err("A dependency of finder-wasm brings JavaScript files of its own; only one glue file is embedded.".into());
    }
    let mut glue = output.js().to_owned();
    let module = output.wasm_mut();
    shorten::imports(
        &mut glue,
        module.imports.iter_mut().map(|import| &mut import.name),
    );
    shorten::exports(
        &mut glue,
        module.exports.iter_mut().map(|export| &mut export.name),
    );
    fs::write(out.join(GLUE), shorten::lines(&glue))?;
    fs::write(out.join(WASM), module.emit_wasm())?;
    Ok(())
}

/// Measures both files under brotli and writes the figures for `lib.rs`.
fn weigh(out: &Path) -> Outcome<()> {
    let glue = brotli_size(&fs::read(out.join(GLUE))?)?;
    let wasm = brotli_size(&fs::read(out.join(WASM))?)?;
    if glue + wasm > BUDGET {
        return Err(format!(
            "Glue ({glue}) and WebAssembly ({wasm}) weigh {} bytes under brotli; the budget is {BUDGET}. \
             `twiggy top` on the module says what grew.",
            glue + wasm
        )
        .into());
    }
    fs::write(out.join("sizes.rs"), format!("({glue}, {wasm}, {BUDGET})"))?;
    Ok(())
}

fn brotli_size(bytes: &[u8]) -> io::Result<usize> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &bytes[..], &mut io::sink(), &parameters)
}
