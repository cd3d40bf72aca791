//! Out of the web: small answers at once, large files so that a broken connection costs only what is missing.
//!
//! Only `https:`, but for the machine itself. Certificates are held against those that the system trusts; none are carried along.

mod budget;
mod files;
mod reason;

pub use budget::{Budget, MOST_MB, MOST_MINUTES};

use files::{Files, Mark};
use sha2::{Digest as _, Sha256};
use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;
use ureq::http::{Response, StatusCode, Uri, header};
use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Agent, Body};

/// How often a request is tried.
const TRIES: u32 = 4;
/// The largest file that is downloaded, since no larger one is imported; Great Britain's postcodes have 15 MB, the world's 30.
const LARGEST_FILE: u64 = postcodes::Limit::File.most();
/// No try to download a file takes longer; the next goes on where it ended.
const LONGEST_DOWNLOAD: Duration = Duration::from_secs(600);

/// Asks other machines.
pub struct Client {
    agent: Agent,
}

/// A file that is whole and checked.
pub struct Fetched {
    /// Where it is.
    pub path: PathBuf,
    /// Whether the other side said that the copy here is still the newest.
    pub unchanged: bool,
}

/// Why a try failed.
enum Failure {
    /// Another try may succeed.
    Passing(String),
    /// No other try will.
    Final(String),
}

impl Client {
    /// A client that can be used from several threads.
    pub fn new() -> Self {
        // A provider that is there already does as well.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let tls = TlsConfig::builder()
            .root_certs(RootCerts::PlatformVerifier)
            .build();
        let config = Agent::config_builder()
            .tls_config(tls)
            .http_status_as_error(false)
            .timeout_connect(Some(Duration::from_secs(20)))
            .timeout_recv_response(Some(Duration::from_secs(60)))
            .timeout_recv_body(Some(Duration::from_secs(1200)))
            .user_agent(concat!("mifriendly/", env!("CARGO_PKG_VERSION")))
            .build();
        Self {
            agent: config.into(),
        }
    }

    /// The answer to `GET url`, of at most `most` bytes, paid from `budget`.
    ///
    /// # Errors
    /// What went wrong, in words that name the address.
    pub fn get(&self, url: &str, most: usize, budget: &Budget) -> Result<Vec<u8>, String> {
        tries(|| {
            let over = || {
                Failure::Final(format!(
                    "{url}: the {MOST_MINUTES} minutes of an import are over"
                ))
            };
            let time = budget.time().ok_or_else(over)?;
            let mut response = self.ask(url, &[], time)?;
            checked(url, response.status())?;
            let mut reader = response.body_mut().as_reader();
            let mut answer = Vec::new();
            let mut buffer = vec![0; 1 << 16];
            loop {
                let size = match reader.read(&mut buffer) {
                    Ok(0) => return Ok(answer),
                    Ok(size) => size,
                    Err(_) if budget.time().is_none() => return Err(over()),
                    Err(error) => {
                        let why = reason::of_io(&error);
                        return Err(Failure::Passing(format!("{url}: {why}")));
                    }
                };
                if !budget.spend(size) {
                    return Err(Failure::Final(format!(
                        "{url}: more than the {MOST_MB} MB that an import may read"
                    )));
                }
                if answer.len() + size > most {
                    return Err(Failure::Final(format!(
                        "{url}: the answer is larger than {} MB",
                        most / 1_000_000
                    )));
                }
                answer.extend_from_slice(&buffer[..size]);
            }
        })
    }

    /// Downloads `url` into `folder`, going on where an earlier try broke off; the file must have the SHA-256 `sha256`, if given.
    ///
    /// What was downloaded before stays until the new file is whole and checked.
    ///
    /// # Errors
    /// What went wrong, in words that name the address.
    pub fn download(
        &self,
        url: &str,
        sha256: Option<&str>,
        folder: &Path,
    ) -> Result<Fetched, String> {
        prepare(folder)?;
        let file = Files::of(url, folder);
        tries(|| self.try_download(url, sha256, &file))
    }

    fn try_download(
        &self,
        url: &str,
        sha256: Option<&str>,
        file: &Files,
    ) -> Result<Fetched, Failure> {
        let part = file.mark(&file.part).and_then(|mark| {
            let size = std::fs::metadata(&file.part).ok()?.len();
            (size > 0).then_some((size, mark.validator()?))
        });
        let whole = file.mark(&file.whole).filter(|_| file.whole.is_file());
        let mut headers: Vec<(header::HeaderName, String)> = Vec::new();
        if let Some((size, validator)) = &part {
            headers.push((header::RANGE, format!("bytes={size}-")));
            headers.push((header::IF_RANGE, validator.clone()));
        } else if let Some(mark) = &whole {
            let etag = mark.etag.iter().map(|e| (header::IF_NONE_MATCH, e.clone()));
            let date = mark.last_modified.iter();
            let date = date.map(|d| (header::IF_MODIFIED_SINCE, d.clone()));
            headers.extend(etag.chain(date));
        }
        let mut response = self.ask(url, &headers, LONGEST_DOWNLOAD)?;
        let have = match response.status() {
            StatusCode::NOT_MODIFIED if whole.is_some() => {
                check_hash(url, &file.whole, sha256)?;
                return Ok(Fetched {
                    path: file.whole.clone(),
                    unchanged: true,
                });
            }
            StatusCode::PARTIAL_CONTENT => {
                let have = part.as_ref().map_or(0, |(size, _)| *size);
                let range = text(&response, &header::CONTENT_RANGE).unwrap_or_default();
                if !range.starts_with(&format!("bytes {have}-")) {
                    file.forget_part();
                    return Err(Failure::Passing(format!(
                        "{url}: another part came than was asked for"
                    )));
                }
                have
            }
            StatusCode::RANGE_NOT_SATISFIABLE => {
                file.forget_part();
                return Err(Failure::Passing(format!(
                    "{url}: the file has changed since it was begun"
                )));
            }
            status => {
                checked(url, status)?;
                0
            }
        };
        if text(&response, &header::CONTENT_TYPE).is_some_and(|t| t.contains("text/html")) {
            return Err(Failure::Final(web_page(url)));
        }
        let length = text(&response, &header::CONTENT_LENGTH);
        let length: Option<u64> = length.and_then(|l| l.trim().parse().ok());
        if length.is_some_and(|l| have + l > LARGEST_FILE) {
            return Err(Failure::Final(format!("{url}: the file is too large")));
        }
        if have == 0 {
            file.write_mark(&file.part, &Mark::of(url, &response))?;
        }
        let came = receive(url, &mut response, &file.part, have)?;
        if length.is_some_and(|l| l != came) {
            let whole = have + length.unwrap_or_default();
            return Err(Failure::Passing(format!(
                "{url}: the connection broke after {} of {whole} bytes; what came is kept, and the next try goes on from there",
                have + came
            )));
        }
        check_form(url, file)?;
        if let Err(failure) = check_hash(url, &file.part, sha256) {
            file.forget_part();
            return Err(failure);
        }
        file.keep_part()?;
        Ok(Fetched {
            path: file.whole.clone(),
            unchanged: false,
        })
    }

    fn ask(
        &self,
        url: &str,
        headers: &[(header::HeaderName, String)],
        time: Duration,
    ) -> Result<Response<Body>, Failure> {
        may_ask(url).map_err(Failure::Final)?;
        // A redirection must not lead to where others can read and change what comes: from an encrypted address only to encrypted
        // ones, from this machine nowhere.
        let secure = url.to_ascii_lowercase().starts_with("https:");
        let config = self.agent.get(url).config().https_only(secure);
        let config = config.max_redirects(if secure { 10 } else { 0 });
        let config = config.timeout_global(Some(time));
        let mut request = config.build();
        for (name, value) in headers {
            request = request.header(name, value);
        }
        request
            .call()
            .map_err(|e| Failure::Passing(format!("{url}: {}", reason::of_client(&e))))
    }
}

/// Whether an address is one to ask: encrypted, or of this machine. It is read as the client reads it.
///
/// # Errors
/// Why not.
pub fn may_ask(url: &str) -> Result<(), String> {
    let uri: Uri = url
        .parse()
        .map_err(|_| format!("{url}: this is no address"))?;
    if uri.authority().is_some_and(|a| a.as_str().contains('@')) {
        return Err(format!(
            "{url}: a name before the host hides where an address leads; leave it out"
        ));
    }
    let host = uri.host().filter(|host| !host.is_empty());
    let here = matches!(host, Some("localhost" | "127.0.0.1" | "[::1]"));
    match uri.scheme_str() {
        Some("https") if host.is_some() => Ok(()),
        Some("http") if here => Ok(()),
        _ => Err(format!(
            "{url}: only https:// addresses are asked, since others could be changed on the way"
        )),
    }
}

/// Forgets what was downloaded from `url`, so that the next download is a new one.
pub fn forget(url: &str, folder: &Path) {
    let file = Files::of(url, folder);
    file.forget_part();
    for path in [&file.whole, &Files::beside(&file.whole)] {
        // A file that is not there is forgotten.
        let _ = std::fs::remove_file(path);
    }
}

/// Writes what comes behind the first `have` bytes of `part`; how many bytes came. A broken connection leaves what came.
fn receive(
    url: &str,
    response: &mut Response<Body>,
    part: &Path,
    have: u64,
) -> Result<u64, Failure> {
    let fail = |e: &std::io::Error| cannot_write(part, e);
    let mut file = match have {
        0 => File::create(part),
        _ => File::options().append(true).open(part),
    }
    .map_err(|e| fail(&e))?;
    let mut reader = response.body_mut().as_reader();
    let mut buffer = vec![0; 1 << 16];
    let mut came = 0;
    loop {
        let size = match reader.read(&mut buffer) {
            Ok(0) => break,
            Ok(size) => size,
            Err(error) => {
                return Err(Failure::Passing(format!(
                    "{url}: the connection broke after {} bytes ({}); what came is kept, and the next try goes on from there",
                    have + came,
                    reason::of_io(&error)
                )));
            }
        };
        file.write_all(&buffer[..size]).map_err(|e| fail(&e))?;
        came += size as u64;
        if have + came > LARGEST_FILE {
            return Err(Failure::Final(format!("{url}: the file is too large")));
        }
    }
    file.sync_all().map_err(|e| fail(&e))?;
    Ok(came)
}

/// A web page where data was meant: a notice that the file has moved, or a form to fill in.
fn check_form(url: &str, file: &Files) -> Result<(), Failure> {
    let mut start = [0; 64];
    let read = File::open(&file.part).and_then(|mut f| f.read(&mut start));
    let size = read.map_err(|e| cannot_write(&file.part, &e))?;
    let first = start[..size].iter().find(|b| !b.is_ascii_whitespace());
    if matches!(first, Some(b'<') | None) {
        file.forget_part();
        return Err(Failure::Final(match first {
            None => format!("{url}: an empty file came"),
            Some(_) => web_page(url),
        }));
    }
    Ok(())
}

fn check_hash(url: &str, path: &Path, sha256: Option<&str>) -> Result<(), Failure> {
    let Some(wanted) = sha256 else {
        return Ok(());
    };
    let mut file = File::open(path).map_err(|e| cannot_write(path, &e))?;
    let mut hasher = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    loop {
        let size = file.read(&mut buffer).map_err(|e| cannot_write(path, &e))?;
        if size == 0 {
            break;
        }
        hasher.update(&buffer[..size]);
    }
    let found: String = hasher
        .finalize()
        .iter()
        .map(|b| format!("{b:02x}"))
        .collect();
    if found != wanted {
        return Err(Failure::Final(format!(
            "{url}: the file has the SHA-256 {found}, and `city.toml` asks for {wanted}. Look what changed before you trust it"
        )));
    }
    Ok(())
}

fn web_page(url: &str) -> String {
    format!(
        "{url}: a web page came instead of data; look in a browser whether the address is still right"
    )
}

fn checked(url: &str, status: StatusCode) -> Result<(), Failure> {
    if status == StatusCode::OK {
        return Ok(());
    }
    let message = format!("{url}: {}", reason::of_status(status));
    if status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS {
        Err(Failure::Passing(message))
    } else {
        Err(Failure::Final(message))
    }
}

fn text(response: &Response<Body>, name: &header::HeaderName) -> Option<String> {
    Some(response.headers().get(name)?.to_str().ok()?.to_owned())
}

fn cannot_write(path: &Path, error: &std::io::Error) -> Failure {
    Failure::Final(format!(
        "`{}`: {}",
        path.display(),
        crate::system::reason(error)
    ))
}

/// Tries again where that may help, a little later each time.
fn tries<T>(mut work: impl FnMut() -> Result<T, Failure>) -> Result<T, String> {
    let mut left = TRIES;
    loop {
        left -= 1;
        match work() {
            Ok(done) => return Ok(done),
            Err(Failure::Final(why)) => return Err(why),
            Err(Failure::Passing(why)) if left == 0 => return Err(why),
            Err(Failure::Passing(_)) => {
                std::thread::sleep(Duration::from_millis(200 << (TRIES - left)));
            }
        }
    }
}

/// Makes the folder, with a note to git that nothing in it is the city's work.
fn prepare(folder: &Path) -> Result<(), String> {
    let fail = |e: std::io::Error| format!("`{}`: {}", folder.display(), crate::system::reason(&e));
    std::fs::create_dir_all(folder).map_err(fail)?;
    std::fs::write(folder.join(".gitignore"), "*\n").map_err(fail)
}

#[cfg(test)]
mod tests {
    use super::may_ask;

    #[test]
    fn an_address_is_judged_as_it_is_read() {
        for fine in [
            "https://example.org/o",
            "https://example.org:8443",
            "http://localhost:8000/o",
            "http://127.0.0.1:1/",
            "http://[::1]:8000/o",
        ] {
            assert_eq!(may_ask(fine), Ok(()), "{fine}");
        }
        for bad in [
            "http://example.org/",
            "http://localhost:x@127.0.0.2:8931/",
            "http://localhost@evil.example/",
            "https://example.org@evil.example/",
            "http://127.0.0.1.evil.example/",
            "http://localhost.evil.example/",
            "http://127.0.0.2/",
            "file:///etc/passwd",
            "ftp://example.org",
            "https://",
            "/o",
            "",
            "http://LOCALHOST.:80@x/",
            "http://localhost\\@evil.example/",
            "https://exa mple.org",
        ] {
            assert!(may_ask(bad).is_err(), "{bad}");
        }
    }
}
