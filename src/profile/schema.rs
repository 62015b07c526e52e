//! The JSON Schema of a profile, made of the tables of `keys.rs`, so that editors complete and check the file as it is typed.
//!
//! The key `gpa` becomes `"gpa": {"type": "number", "minimum": 0.0, "maximum": 110.0, "description": "The grade, in points of `gpa_scale`.", …}`.
//! What a schema cannot say (an `end` before its `start`, an unknown country) is left to [`read`](super::read()).

use super::{
    choices::CONDITIONS,
    keys,
    table::{KeyOutline, Outline, Want},
};
use serde_json::{Value, json};

/// How a date is written, and the end of a job that goes on.
const DATE: &str = "[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?";

/// The JSON Schema (draft 2020-12) of a profile.
///
/// ```
/// let schema = quals::profile::schema();
/// assert_eq!(schema["properties"]["study"]["properties"]["enrolled"]["type"], "boolean");
/// ```
#[must_use]
pub fn schema() -> Value {
    let mut schema = table(&keys::outline());
    put(&mut schema, "$schema", json!("https://json-schema.org/draft/2020-12/schema"));
    put(&mut schema, "title", json!("A profile of quals: what one candidate has, knows and wants"));
    schema
}

fn put(schema: &mut Value, key: &str, value: Value) {
    if let Some(object) = schema.as_object_mut() {
        object.insert(key.to_owned(), value);
    }
}

fn table(outline: &Outline) -> Value {
    let properties: serde_json::Map<String, Value> = outline.keys.iter().map(|key| (key.name.to_owned(), described(key))).collect();
    let required: Vec<&str> = outline.keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    let mut schema = json!({ "type": "object", "properties": properties, "additionalProperties": false });
    if !required.is_empty() {
        put(&mut schema, "required", json!(required));
    }
    schema
}

/// What a key wants, with its sentence and its example.
fn described(key: &KeyOutline) -> Value {
    let mut schema = wanted(&key.want);
    put(&mut schema, "description", json!(key.about));
    if let Some(example) = example(key) {
        put(&mut schema, "examples", json!([example]));
    }
    schema
}

/// The example of a key as JSON; none for tables.
fn example(key: &KeyOutline) -> Option<Value> {
    let mut table: toml::Table = toml::from_str(&format!("example = {}", key.example)).ok()?;
    serde_json::to_value(table.remove("example")?).ok()
}

fn wanted(want: &Want) -> Value {
    match want {
        Want::Text => json!({ "type": "string" }),
        Want::Texts | Want::Countries => list(json!({ "type": "string" })),
        Want::Flag => json!({ "type": "boolean" }),
        Want::Number(bounds) => json!({ "type": "number", "minimum": bounds.start(), "maximum": bounds.end() }),
        Want::Whole(bounds) => json!({ "type": "integer", "minimum": bounds.start(), "maximum": bounds.end() }),
        Want::Date => date(&format!("^{DATE}$")),
        Want::DateOrPresent => date(&format!("^({DATE}|present)$")),
        Want::OneOf(names) => json!({ "type": "string", "enum": names }),
        Want::SomeOf(names) => list(json!({ "type": "string", "enum": names })),
        Want::Conditions => list(json!({ "anyOf": [{ "type": "string", "enum": CONDITIONS }, { "type": "string" }] })),
        Want::Table(inner) => table(inner),
        Want::Tables(inner) => list(table(inner)),
    }
}

fn list(items: Value) -> Value {
    json!({ "type": "array", "items": items })
}

/// A string of this pattern, or a year alone.
fn date(pattern: &str) -> Value {
    json!({ "type": ["string", "integer"], "pattern": pattern, "minimum": 1900, "maximum": 2200 })
}
