//! JSON Schema (draft 2020-12), as much of it as `mifriendly inspect --schema` and our schema of open data use. A keyword that is not known here is an error, lest a
//! rule go unread.

use crate::formats;
use serde_json::{Map, Value};

/// Keywords that rule nothing.
const WORDS: [&str; 5] = ["$schema", "$defs", "title", "description", "default"];

/// Everything in `value` that `schema` forbids, and everything in `schema` that cannot be understood.
pub fn problems(schema: &Value, value: &Value) -> Vec<String> {
    let mut reader = Reader {
        root: schema,
        problems: Vec::new(),
    };
    reader.check(schema, value, "");
    reader.problems
}

struct Reader<'s> {
    root: &'s Value,
    problems: Vec<String>,
}

impl Reader<'_> {
    fn wrong(&mut self, place: &str, what: impl AsRef<str>) {
        self.problems.push(format!("{place}: {}", what.as_ref()));
    }

    fn check(&mut self, schema: &Value, value: &Value, place: &str) {
        let rules = match schema {
            Value::Bool(true) => return,
            Value::Object(rules) => rules,
            _ => return self.wrong(place, "this is no schema"),
        };
        for (keyword, rule) in rules {
            match keyword.as_str() {
                word if WORDS.contains(&word) => {}
                "$ref" => self.reference(rule, value, place),
                "type" => self.kind(rule, value, place),
                "format" => self.format(rule, value, place),
                "enum" => {
                    if !list(rule).contains(value) {
                        self.wrong(place, format!("{value} is not one of {rule}"));
                    }
                }
                "const" => {
                    if rule != value {
                        self.wrong(place, format!("{value} is not {rule}"));
                    }
                }
                "anyOf" | "oneOf" => self.any(list(rule), value, place),
                "properties" => self.properties(rules, rule, value, place),
                "additionalProperties" => {} // Read with `properties`.
                "required" => self.required(rule, value, place),
                "items" => {
                    for (i, item) in list(value).iter().enumerate() {
                        self.check(rule, item, &format!("{place}[{i}]"));
                    }
                }
                "minimum" => self.bound(rule, value, place, |v, bound| v >= bound),
                "maximum" => self.bound(rule, value, place, |v, bound| v <= bound),
                other => self.wrong(place, format!("the keyword `{other}` is not known")),
            }
        }
        if !rules.contains_key("properties") {
            self.properties(rules, &Value::Null, value, place);
        }
    }

    fn reference(&mut self, rule: &Value, value: &Value, place: &str) {
        let pointer = rule.as_str().and_then(|r| r.strip_prefix('#'));
        match pointer.and_then(|p| self.root.pointer(p)) {
            Some(found) => self.check(&found.clone(), value, place),
            None => self.wrong(place, format!("there is no {rule}")),
        }
    }

    fn kind(&mut self, rule: &Value, value: &Value, place: &str) {
        let one = [rule.clone()];
        let kinds = rule.as_array().map_or(&one[..], Vec::as_slice);
        let fits = kinds.iter().any(|kind| match kind.as_str() {
            Some("null") => value.is_null(),
            Some("boolean") => value.is_boolean(),
            Some("integer") => value.is_i64() || value.is_u64(),
            Some("number") => value.is_number(),
            Some("string") => value.is_string(),
            Some("array") => value.is_array(),
            Some("object") => value.is_object(),
            _ => false,
        });
        if !fits {
            self.wrong(place, format!("{value} is not of type {rule}"));
        }
    }

    fn format(&mut self, rule: &Value, value: &Value, place: &str) {
        if let (Some(format), Some(text)) = (rule.as_str(), value.as_str())
            && !formats::fits(format, text)
        {
            self.wrong(place, format!("\"{text}\" is no {format}"));
        }
    }

    fn any(&mut self, choices: &[Value], value: &Value, place: &str) {
        let before = self.problems.len();
        for choice in choices {
            self.check(choice, value, place);
            let failed = self.problems.len() > before;
            if !failed {
                return;
            }
            self.problems.truncate(before);
        }
        self.wrong(place, format!("{value} fits none of the choices"));
    }

    /// A property that the schema does not name is wrong even where the schema would let it pass: it would be a field without a word on it.
    fn properties(
        &mut self,
        rules: &Map<String, Value>,
        named: &Value,
        value: &Value,
        place: &str,
    ) {
        let Some(fields) = value.as_object() else {
            return;
        };
        let chooses = ["$ref", "anyOf", "oneOf"]
            .iter()
            .any(|k| rules.contains_key(*k));
        for (name, field) in fields {
            let place = format!("{place}/{name}");
            match (named.get(name), rules.get("additionalProperties")) {
                (Some(rule), _) | (None, Some(rule)) => self.check(rule, field, &place),
                (None, None) if chooses => {}
                (None, None) => self.wrong(&place, "the schema does not name it"),
            }
        }
    }

    fn required(&mut self, rule: &Value, value: &Value, place: &str) {
        let lacking = |name: &&Value| {
            let fields = value.as_object();
            fields.is_some_and(|f| name.as_str().is_some_and(|n| !f.contains_key(n)))
        };
        for name in list(rule).iter().filter(lacking) {
            self.wrong(place, format!("{name} is missing"));
        }
    }

    fn bound(&mut self, rule: &Value, value: &Value, place: &str, fits: fn(f64, f64) -> bool) {
        if let (Some(bound), Some(number)) = (rule.as_f64(), value.as_f64())
            && !fits(number, bound)
        {
            self.wrong(place, format!("{number} is out of bounds ({bound})"));
        }
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::problems;
    use serde_json::json;

    #[test]
    fn wrong_missing_and_unnamed_values_are_told() {
        let schema = json!({
            "$defs": {"Day": {"type": "object", "properties": {"iso": {"type": "string"}}, "required": ["iso"]}},
            "type": "object",
            "properties": {
                "day": {"anyOf": [{"$ref": "#/$defs/Day"}, {"type": "null"}]},
                "days": {"type": "array", "items": {"$ref": "#/$defs/Day"}},
                "level": {"type": "integer", "minimum": 0}
            },
            "required": ["level"]
        });
        let fine = json!({"day": null, "days": [{"iso": "2026-11-21"}], "level": 2});
        assert_eq!(problems(&schema, &fine), Vec::<String>::new());
        let bad = json!({"day": 3, "days": [{}], "extra": 1});
        assert_eq!(problems(&schema, &bad).len(), 4);
    }
}
