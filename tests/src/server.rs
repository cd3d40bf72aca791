//! A web server for one test: it answers each request as the test says, well or badly.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// A request: the address with its query, and its headers in lower case.
#[derive(Clone, Debug)]
pub struct Request {
    /// As `/services?page=1`.
    pub target: String,
    /// By name.
    pub headers: BTreeMap<String, String>,
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Answer {
    status: &'static str,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
    /// The length that is said, if another than the body's.
    said: Option<usize>,
}

impl Answer {
    /// A good answer.
    pub fn ok(body: impl Into<Vec<u8>>) -> Self {
        Self::new("200 OK", body)
    }

    /// An answer of another status.
    pub fn new(status: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: body.into(),
            said: None,
        }
    }

    /// With a header.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// Only the first `bytes` bytes come, though the whole length is said: the connection breaks.
    #[must_use]
    pub fn broken_after(mut self, bytes: usize) -> Self {
        self.said = Some(self.body.len());
        self.body.truncate(bytes);
        self
    }
}

/// A running server; it ends with the test's process.
pub struct Server {
    /// Its address, without a slash at the end.
    pub address: String,
    requests: Arc<Mutex<Vec<Request>>>,
}

impl Server {
    /// Starts one that answers with `answer`; the number counts the requests from 0.
    pub fn start(answer: impl Fn(usize, &Request) -> Answer + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let port = listener.local_addr().expect("it has an address").port();
        let requests: Arc<Mutex<Vec<Request>>> = Arc::default();
        let (seen, answer) = (Arc::clone(&requests), Arc::new(answer));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (seen, answer) = (Arc::clone(&seen), Arc::clone(&answer));
                std::thread::spawn(move || {
                    // A client that has gone is no fault of the server.
                    let _ = serve(stream, |request| {
                        let mut seen = seen.lock().expect("no thread panics with it");
                        seen.push(request.clone());
                        answer(seen.len() - 1, request)
                    });
                });
            }
        });
        Self {
            address: format!("http://127.0.0.1:{port}"),
            requests,
        }
    }

    /// What was asked so far.
    pub fn requests(&self) -> Vec<Request> {
        self.requests
            .lock()
            .expect("no thread panics with it")
            .clone()
    }
}

fn serve(stream: TcpStream, answer: impl FnOnce(&Request) -> Answer) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    let target = first.split(' ').nth(1).unwrap_or_default().to_owned();
    let mut headers = BTreeMap::new();
    for line in lines {
        let line = line?;
        let Some((name, value)) = line.split_once(':') else {
            break;
        };
        headers.insert(name.to_lowercase(), value.trim().to_owned());
    }
    let answer = answer(&Request { target, headers });
    let length = answer.said.unwrap_or(answer.body.len());
    let mut stream = stream;
    write!(
        stream,
        "HTTP/1.1 {}\r\nContent-Length: {length}\r\nConnection: close\r\n",
        answer.status
    )?;
    for (name, value) in &answer.headers {
        write!(stream, "{name}: {value}\r\n")?;
    }
    stream.write_all(b"\r\n")?;
    stream.write_all(&answer.body)?;
    stream.flush()
}
