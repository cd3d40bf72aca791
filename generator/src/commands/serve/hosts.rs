//! Which names the local server answers to.
//!
//! A web page elsewhere can make a browser ask this server under that page's own host name, by pointing the name at this machine
//! (DNS rebinding), and then read drafts and records that are not published. So a request must name the address it came to.

use axum::extract::{Request, State};
use axum::http::uri::Authority;
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::net::{IpAddr, SocketAddr};

/// Whether a server that listens at `at` serves the host of `authority`, such as `localhost:8080` or `[::1]`.
fn serves(at: SocketAddr, authority: &str) -> bool {
    // The parser lets a user name through, which no browser sends here.
    let Ok(authority) = authority.parse::<Authority>() else {
        return false;
    };
    if authority.as_str().contains('@') {
        return false;
    }
    let host = authority.host();
    let literal = host.strip_prefix('[').and_then(|h| h.strip_suffix(']'));
    let local = at.ip().is_loopback() || at.ip().is_unspecified();
    match literal.unwrap_or(host).parse::<IpAddr>() {
        // A number cannot be pointed elsewhere, and which addresses this machine has is not known where all are listened at.
        Ok(address) => {
            at.ip().is_unspecified() || address == at.ip() || (local && address.is_loopback())
        }
        Err(_) => {
            let host = host.to_ascii_lowercase();
            local && (host == "localhost" || host.ends_with(".localhost"))
        }
    }
}

/// Passes requests for a host that is served on, and refuses others with 421 (Misdirected Request).
pub async fn only_served(State(at): State<SocketAddr>, request: Request, next: Next) -> Response {
    let named = request.headers().get(header::HOST);
    let host = named.and_then(|value| value.to_str().ok());
    let host = host.or_else(|| request.uri().authority().map(Authority::as_str));
    if host.is_some_and(|host| serves(at, host)) {
        return next.run(request).await;
    }
    let message = format!("This server answers as http://{at}/ only.\n");
    (StatusCode::MISDIRECTED_REQUEST, message).into_response()
}

#[cfg(test)]
mod tests {
    use super::serves;

    #[test]
    fn a_local_server_answers_to_local_names_only() {
        let at = "127.0.0.1:8080".parse().expect("an address");
        for host in [
            "localhost",
            "localhost:8080",
            "LOCALHOST:1",
            "127.0.0.1:8080",
            "[::1]:8080",
            "site.localhost",
        ] {
            assert!(serves(at, host), "{host}");
        }
        for host in [
            "evil.example",
            "evil.example:8080",
            "localhost.evil.example",
            "127.0.0.1.evil.example",
            "192.168.1.7",
            "localhost@evil.example",
            "localhost:x@evil.example",
            "",
            "local host",
        ] {
            assert!(!serves(at, host), "{host}");
        }
    }

    #[test]
    fn a_server_for_the_network_answers_to_numbers_and_to_localhost() {
        let at = "0.0.0.0:8080".parse().expect("an address");
        assert!(serves(at, "192.168.1.7:8080"));
        assert!(serves(at, "localhost:8080"));
        assert!(!serves(at, "evil.example:8080"));
        let at = "192.168.1.7:8080".parse().expect("an address");
        assert!(serves(at, "192.168.1.7:8080"));
        assert!(!serves(at, "192.168.1.8:8080"));
        assert!(!serves(at, "localhost:8080"));
    }
}
