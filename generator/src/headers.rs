//! The `_headers` file that Netlify and its like read: what is equal for every page.
//!
//! Each page carries its own Content-Security-Policy; only what a `<meta>` cannot say is here.

/// For files that are no pages: opened at their own address they may draw themselves and nothing else. A page that loads them is held to
/// its own policy. `frame-ancestors` is here again, because some hosts replace a header by a later rule and do not add to it.
const ALONE: &str = "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

/// The file.
pub fn headers() -> String {
    format!(
        "\
/*
  Content-Security-Policy: frame-ancestors 'none'
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  Permissions-Policy: camera=(), geolocation=(self), microphone=(), payment=(), usb=(), browsing-topics=()
  Cross-Origin-Opener-Policy: same-origin
  Cross-Origin-Resource-Policy: same-origin
  Strict-Transport-Security: max-age=31536000

/assets/*
  {ALONE}
  Cache-Control: public, max-age=31536000, immutable

/media/*
  {ALONE}
  Cache-Control: public, max-age=31536000, immutable

/data/*
  {ALONE}
  Access-Control-Allow-Origin: *

/data/*.geojson
  Content-Type: application/geo+json

/data/*.csv
  Content-Type: text/csv; charset=utf-8

/assets/*.wasm
  Content-Type: application/wasm
"
    )
}
