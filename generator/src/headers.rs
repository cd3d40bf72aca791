//! The `_headers` file that Netlify and its like read: what is equal for every page.
//!
//! Each page carries its own Content-Security-Policy; only what a `<meta>` cannot say stands here.

/// The file.
pub fn headers() -> String {
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
  Cache-Control: public, max-age=31536000, immutable

/media/*
  Cache-Control: public, max-age=31536000, immutable

/data/*
  Access-Control-Allow-Origin: *

/data/*.geojson
  Content-Type: application/geo+json

/data/*.csv
  Content-Type: text/csv; charset=utf-8

/assets/*.wasm
  Content-Type: application/wasm
"
    .to_owned()
}
