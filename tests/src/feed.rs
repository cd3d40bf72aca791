//! What tests of feeds share: a city that knows the terms of one, and a term.

use crate::City;
use serde_json::{Value, json};

/// The base city with the terms of a feed mapped.
#[must_use]
pub fn city() -> City {
    let city = City::base();
    let toml = city.read("content/city.toml");
    let kinds = "[import.kinds]\n\"Food banks\" = [\"housing\"]\n\"esd:123\" = [\"legal\"]\n\"Refuges\" = [\"domestic-abuse\"]\n\"Gardening\" = []\n";
    city.write("content/city.toml", format!("{toml}\n{kinds}"));
    city
}

/// A term of that feed, on a service.
#[must_use]
pub fn term(name: &str) -> Value {
    json!({ "id": "t", "taxonomy_term": { "id": "t1", "name": name, "taxonomy": "test terms" } })
}
