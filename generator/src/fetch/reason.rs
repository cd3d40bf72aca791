//! What the client of the web and other machines say, in the words of somebody who keeps a city's texts.

use crate::system;
use std::io;
use ureq::http::StatusCode;

/// Why an address could not be asked.
pub fn of_client(error: &ureq::Error) -> String {
    let words = match error {
        ureq::Error::Io(error) => return of_io(error),
        ureq::Error::HostNotFound => {
            "no machine of this name was found; is the address right, and is this computer on the internet?"
        }
        ureq::Error::Timeout(_) => "it took too long",
        ureq::Error::TooManyRedirects | ureq::Error::RedirectFailed => {
            "it leads on to other addresses; look in a browser where it ends, and give that address"
        }
        ureq::Error::RequireHttpsOnly(_) => {
            "it leads on to an address that is not encrypted, which is not followed"
        }
        ureq::Error::Tls(_) | ureq::Error::Rustls(_) | ureq::Error::Pem(_) => INSECURE,
        ureq::Error::InvalidProxyUrl | ureq::Error::ConnectProxyFailed(_) => {
            "the proxy through which this computer asks does not work"
        }
        ureq::Error::BadUri(_) | ureq::Error::Http(_) => "this is no address",
        ureq::Error::ConnectionFailed => "the other machine does not answer there",
        ureq::Error::Protocol(_)
        | ureq::Error::LargeResponseHeader(..)
        | ureq::Error::BodyStalled => "what came is not an answer of the web",
        _ => "it could not be asked",
    };
    words.to_owned()
}

const INSECURE: &str =
    "no safe connection: its certificate is out of date, of another name or not to be trusted";

/// Why an answer broke off.
pub fn of_io(error: &io::Error) -> String {
    let inner = error.get_ref();
    if inner.is_some_and(|e| e.is::<rustls::Error>()) {
        return INSECURE.to_owned();
    }
    match inner.and_then(|e| e.downcast_ref::<ureq::Error>()) {
        Some(error) => of_client(error),
        None => system::reason(error),
    }
}

/// What an answer without data means.
pub fn of_status(status: StatusCode) -> String {
    let words = match status.as_u16() {
        401 | 403 | 407 => "it may not be read without a permission",
        404 | 410 => {
            "there is nothing at this address; look in a browser whether it is still right"
        }
        429 => "it was asked too often; try again later",
        300..=399 => "it leads on to another address; look in a browser where, and give that one",
        500..=599 => "the other machine has a fault of its own; try again later",
        _ => "no data came",
    };
    format!("{words} (status {})", status.as_u16())
}

#[cfg(test)]
mod tests {
    use super::{of_client, of_io, of_status};
    use std::io::{Error, ErrorKind};
    use ureq::http::StatusCode;

    #[test]
    fn no_words_of_a_library_are_shown() {
        let slow = ureq::Error::Timeout(ureq::Timeout::Global);
        assert_eq!(of_client(&slow), "it took too long");
        assert_eq!(of_io(&slow.into_io()), "it took too long");
        let refused = ureq::Error::Io(Error::from(ErrorKind::ConnectionRefused));
        assert_eq!(
            of_client(&refused),
            "the other machine does not answer there"
        );
        let certificate = Error::other(rustls::Error::HandshakeNotComplete);
        assert!(of_io(&certificate).starts_with("no safe connection"));
        for status in 300..600 {
            let words = of_status(StatusCode::from_u16(status).unwrap());
            assert!(words.ends_with(&format!("(status {status})")), "{words}");
        }
    }
}
