//! `mifriendly serve`: the site from memory at a local address, built again when a file changes.

mod hosts;

use crate::build::{self, Loaded};
use crate::cli::{CityArguments, ServeArguments};
use crate::manifest::Manifest;
use crate::read;
use crate::report::{self, Outcome};
use crate::sink::{Files, Memory};
use axum::Router;
use axum::extract::{Path as UrlPath, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use notify::{RecursiveMode, Watcher};
use std::convert::Infallible;
use std::path::PathBuf;
use std::sync::{Arc, RwLock, mpsc};
use std::time::{Duration, Instant};
use tokio::net::TcpListener;
use tokio::sync::watch;

/// Where the page's live reload listens and finds its script; no page of a city can have this address.
const RELOAD_EVENTS: &str = "/__mifriendly/events";
const RELOAD_SCRIPT: &str = "/__mifriendly/reload.js";

/// Loads the page again when the site was built again. In a file of its own because pages allow no inline script.
const RELOAD_JS: &str =
    "new EventSource('/__mifriendly/events').addEventListener('built',()=>location.reload());";

/// How long a burst of changes must be over before the site is built again.
const QUIET: Duration = Duration::from_millis(80);

/// What the server answers from, replaced whole by each build.
type Shown = Arc<RwLock<Arc<Files>>>;

#[derive(Clone)]
struct Server {
    shown: Shown,
    built: watch::Receiver<u64>,
}

/// Serves until it is stopped.
pub fn run(city: &CityArguments, options: &ServeArguments) -> Result<Outcome, String> {
    let mut builder = Builder {
        city,
        files: Files::new(),
        manifest: Manifest::new(),
    };
    let outcome = builder.build()?;
    if builder.files.is_empty() {
        return Ok(outcome);
    }
    let shown: Shown = Arc::new(RwLock::new(Arc::new(builder.files.clone())));
    let (announce, built) = watch::channel(0);
    let server = Server {
        shown: Arc::clone(&shown),
        built,
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|e| e.to_string())?;
    let listener = runtime.block_on(listen(options)).map_err(|error| {
        format!(
            "cannot listen at {}:{}: {}",
            options.host,
            options.port,
            crate::system::reason(&error)
        )
    })?;
    let address = listener.local_addr().map_err(|e| e.to_string())?;
    println!("http://{address}/");
    let app = Router::new()
        .route(RELOAD_EVENTS, get(events))
        .route(RELOAD_SCRIPT, get(reload_script))
        .route("/", get(front))
        .route("/{*path}", get(file))
        .with_state(server)
        .layer(axum::middleware::from_fn_with_state(
            address,
            hosts::only_served,
        ));
    std::thread::scope(|scope| {
        let (changed, changes) = mpsc::channel();
        // Kept alive until the server ends.
        let _watcher = watch_files(read::watched(&city.root), changed)?;
        scope.spawn(move || {
            while let Ok(()) = changes.recv() {
                while changes.recv_timeout(QUIET).is_ok() {}
                if let Err(error) = builder.build() {
                    anstream::eprintln!("error: {error}");
                    continue;
                }
                *shown
                    .write()
                    .unwrap_or_else(std::sync::PoisonError::into_inner) =
                    Arc::new(builder.files.clone());
                announce.send_modify(|n| *n += 1);
            }
        });
        runtime
            .block_on(async { axum::serve(listener, app).await })
            .map_err(|e| e.to_string())?;
        Ok(Outcome::Fine)
    })
}

/// Builds generations in memory, each after the last.
struct Builder<'c> {
    city: &'c CityArguments,
    files: Files,
    manifest: Manifest,
}

impl Builder<'_> {
    /// What is wrong is printed; the pages that can be shown are shown, so that an editor sees their work.
    fn build(&mut self) -> Result<Outcome, String> {
        let start = Instant::now();
        let Loaded {
            sources,
            site,
            mut diagnostics,
        } = super::load(self.city)?;
        if let Some(site) = &site {
            let files = std::mem::take(&mut self.files);
            let memory = Memory::after(files, std::mem::take(&mut self.manifest.files));
            let (manifest, problems) = build::draw(site, &sources, None, &memory);
            diagnostics.append(problems);
            self.manifest = manifest;
            self.files = memory.into_files();
        }
        report::print(&mut diagnostics, &sources);
        if site.is_some() {
            anstream::eprintln!("Built in {:.1} s.", start.elapsed().as_secs_f64());
        }
        Ok(report::outcome(&diagnostics))
    }
}

/// The port asked for, or any free one.
async fn listen(options: &ServeArguments) -> std::io::Result<TcpListener> {
    match TcpListener::bind((options.host, options.port)).await {
        Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {
            TcpListener::bind((options.host, 0)).await
        }
        other => other,
    }
}

fn watch_files(
    folders: Vec<PathBuf>,
    changed: mpsc::Sender<()>,
) -> Result<notify::RecommendedWatcher, String> {
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let matters = event.is_ok_and(|e| !e.kind.is_access());
        if matters {
            // The receiver is gone only when the server ends.
            let _ = changed.send(());
        }
    })
    .map_err(|e| e.to_string())?;
    for folder in folders {
        watcher
            .watch(&folder, RecursiveMode::Recursive)
            .map_err(|e| e.to_string())?;
    }
    Ok(watcher)
}

async fn front(State(server): State<Server>) -> Response {
    answer(&server, "index.html")
}

async fn file(State(server): State<Server>, UrlPath(path): UrlPath<String>) -> Response {
    answer(&server, &path)
}

fn answer(server: &Server, path: &str) -> Response {
    let files = Arc::clone(
        &server
            .shown
            .read()
            .unwrap_or_else(std::sync::PoisonError::into_inner),
    );
    let wanted = if path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    };
    if let Some(bytes) = files.get(&wanted) {
        return reply(StatusCode::OK, &wanted, bytes);
    }
    if files.contains_key(&format!("{wanted}/index.html")) {
        let location = HeaderValue::try_from(format!("/{wanted}/"));
        return location.map_or_else(
            |_| StatusCode::NOT_FOUND.into_response(),
            |to| (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, to)]).into_response(),
        );
    }
    match files.get("404.html") {
        Some(bytes) => reply(StatusCode::NOT_FOUND, "404.html", bytes),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn reply(status: StatusCode, path: &str, bytes: &[u8]) -> Response {
    let mut headers = HeaderMap::new();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static(media_type(path)),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let mut body = bytes.to_vec();
    if path.ends_with(".html") {
        body.extend_from_slice(format!("<script src=\"{RELOAD_SCRIPT}\"></script>").as_bytes());
    }
    (status, headers, body).into_response()
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

async fn reload_script() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/javascript")], RELOAD_JS)
}

async fn events(
    State(server): State<Server>,
) -> Sse<impl futures_core::Stream<Item = Result<Event, Infallible>>> {
    let mut built = server.built.clone();
    built.mark_unchanged();
    let stream = futures_util::stream::unfold(built, |mut built| async move {
        // An error means that the builder is gone, and with it the need to reload.
        built.changed().await.ok()?;
        Some((Ok(Event::default().event("built").data("1")), built))
    });
    Sse::new(stream).keep_alive(KeepAlive::default())
}
