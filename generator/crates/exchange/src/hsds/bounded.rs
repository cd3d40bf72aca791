//! JSON whose values fit into a limited memory: a few megabytes of `{"a":0}` would else fill hundreds.

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use std::cell::Cell;
use std::fmt;

/// The most memory that the values of one text may take, in bytes.
const MOST: usize = 192 << 20;
/// What a value, an object and a field of one take beside their texts; measured generously.
const VALUE: usize = 40;
const OBJECT: usize = 640;
const FIELD: usize = 64;

/// What is said of a text whose values take more.
pub(super) const TOO_LARGE: &str = "it holds more than an import can keep in memory";

/// Reads one JSON value.
///
/// # Errors
/// What is wrong with it, or that it is too large.
pub(super) fn parse(text: &str) -> Result<Value, serde_json::Error> {
    let room = Cell::new(MOST);
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = Bounded(&room).deserialize(&mut reader)?;
    reader.end()?;
    Ok(value)
}

struct Bounded<'r>(&'r Cell<usize>);

impl Bounded<'_> {
    fn take<E: serde::de::Error>(&self, size: usize) -> Result<(), E> {
        let left = self.0.get().checked_sub(size);
        self.0.set(left.ok_or_else(|| E::custom(TOO_LARGE))?);
        Ok(())
    }

    fn again(&self) -> Self {
        Self(self.0)
    }
}

impl<'de> DeserializeSeed<'de> for Bounded<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Value, D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Bounded<'_> {
    type Value = Value;

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("a JSON value")
    }

    fn visit_bool<E: serde::de::Error>(self, flag: bool) -> Result<Value, E> {
        Ok(Value::Bool(flag))
    }

    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number.into()))
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number.into()))
    }

    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<Value, E> {
        Ok(Number::from_f64(number).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Value, E> {
        self.take(text.len() + VALUE)?;
        Ok(Value::String(text.to_owned()))
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut found = Vec::new();
        while let Some(item) = items.next_element_seed(self.again())? {
            // A list grows by doubling.
            self.take(2 * VALUE)?;
            found.push(item);
        }
        Ok(Value::Array(found))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        self.take(OBJECT)?;
        let mut found = Map::new();
        while let Some(name) = fields.next_key::<String>()? {
            self.take(name.len() + FIELD)?;
            let value = fields.next_value_seed(self.again())?;
            found.insert(name, value);
        }
        Ok(Value::Object(found))
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn a_text_of_many_small_values_is_refused_and_an_ordinary_one_read() {
        let text =
            r#"{"contents": [{"id": "1", "name": "Fo\u00f6d", "a": [1, -2, 3.5, true, null]}]}"#;
        assert_eq!(
            parse(text).unwrap(),
            serde_json::from_str::<serde_json::Value>(text).unwrap()
        );
        let many = format!("[{}{{}}]", "{\"a\":0},".repeat(400_000));
        assert!(
            parse(&many)
                .unwrap_err()
                .to_string()
                .contains("more than an import can keep")
        );
        for broken in ["", "{", "[1,]", "[] []", "nul"] {
            assert!(parse(broken).is_err(), "{broken}");
        }
    }
}
