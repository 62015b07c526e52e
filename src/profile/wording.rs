//! The words of messages about values: what a key wants, what it was given, and an example.

use super::table::{KeyOutline, Want};
use toml::de::DeValue;

/// What one name of a list is called: `modes` → `mode`.
pub(super) fn singular(name: &str) -> &str {
    match name {
        "modes" => "mode",
        "complete" => "list",
        other => other,
    }
}

pub(super) fn sort_of(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "a number",
        DeValue::Float(_) => "a number with a fraction",
        DeValue::Boolean(_) => "`true` or `false`",
        DeValue::Datetime(date) if date.time.is_some() => "a time",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(list) if list.iter().any(|item| item.get_ref().is_table()) => "a list of tables",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

pub(super) fn wanted(want: &Want) -> &'static str {
    match want {
        Want::Text | Want::OneOf(_) => "a string",
        Want::Texts | Want::SomeOf(_) | Want::Countries | Want::Conditions => "a list of strings",
        Want::Flag => "`true` or `false`",
        Want::Number(_) => "a number",
        Want::Whole(_) => "a whole number",
        Want::Date | Want::DateOrPresent => "a date",
        Want::Table(_) => "a table",
        Want::Tables(_) => "a list of tables",
    }
}

pub(super) fn example(key: &KeyOutline) -> String {
    match key.want {
        Want::Table(_) => format!("begin it with `[{}]`", key.name),
        Want::Tables(_) => format!("begin each of them with `[[{}]]`", key.name),
        _ => format!("write `{} = {}`", key.name, key.example),
    }
}
