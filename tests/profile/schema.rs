//! The JSON Schema of profiles: shipped as printed, met by every sample, broken by mistakes.

use quals::profile;
use regex::Regex;
use serde_json::Value;
use std::fs;

/// What breaks a schema, as paths with a word; knows the keywords that `profile::schema` uses, and fails on any other.
fn broken(schema: &Value, value: &Value, path: &str, found: &mut Vec<String>) {
    for (keyword, wanted) in schema.as_object().unwrap() {
        let holds = match keyword.as_str() {
            "$schema" | "title" | "description" | "examples" => true,
            "type" => {
                let names: Vec<&Value> = wanted.as_array().map_or_else(|| vec![wanted], |names| names.iter().collect());
                names.iter().any(|name| is_of(value, name.as_str().unwrap()))
            }
            "enum" => wanted.as_array().unwrap().contains(value),
            "minimum" => value.as_f64().is_none_or(|number| number >= wanted.as_f64().unwrap()),
            "maximum" => value.as_f64().is_none_or(|number| number <= wanted.as_f64().unwrap()),
            "pattern" => value.as_str().is_none_or(|text| Regex::new(wanted.as_str().unwrap()).unwrap().is_match(text)),
            "required" => wanted.as_array().unwrap().iter().all(|key| value.get(key.as_str().unwrap()).is_some()),
            "anyOf" => wanted.as_array().unwrap().iter().any(|one| told(one, value).is_empty()),
            "additionalProperties" => {
                assert_eq!(wanted, &Value::Bool(false));
                value.as_object().is_none_or(|object| object.keys().all(|key| schema["properties"].get(key).is_some()))
            }
            "items" => {
                let items = value.as_array().into_iter().flatten().enumerate();
                items.for_each(|(i, item)| broken(wanted, item, &format!("{path}[{i}]"), found));
                true
            }
            "properties" => {
                for (key, inner) in wanted.as_object().unwrap() {
                    value.get(key).into_iter().for_each(|value| broken(inner, value, &format!("{path}.{key}"), found));
                }
                true
            }
            other => panic!("the keyword `{other}` is not checked"),
        };
        if !holds {
            found.push(format!("{path} {keyword}"));
        }
    }
}

fn is_of(value: &Value, name: &str) -> bool {
    match name {
        "string" => value.is_string(),
        "integer" => value.is_i64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("the type `{other}` is not known"),
    }
}

fn told(schema: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    broken(schema, value, "", &mut found);
    found
}

fn json(text: &str) -> Value {
    serde_json::to_value(toml::from_str::<toml::Table>(text).unwrap()).unwrap()
}

#[test]
fn the_file_is_what_is_printed() {
    let file: Value = serde_json::from_str(&fs::read_to_string("profiles/schema.json").unwrap()).unwrap();
    assert!(file == profile::schema(), "run `quals profile schema > profiles/schema.json`");
    assert!(fs::read_to_string("profiles/example.toml").unwrap().starts_with("#:schema schema.json\n"));
}

#[test]
fn every_sample_meets_it() {
    let files = fs::read_dir("profiles").unwrap().map(|entry| entry.unwrap().path());
    let profiles: Vec<_> = files.filter(|file| file.extension().is_some_and(|extension| extension == "toml")).collect();
    assert!(profiles.len() >= 4);
    for file in profiles {
        assert_eq!(told(&profile::schema(), &json(&fs::read_to_string(&file).unwrap())), Vec::<String>::new(), "{}", file.display());
    }
}

#[test]
fn mistakes_break_it() {
    for (text, want) in [
        ("nmae = \"Ada\"", " additionalProperties"),
        ("name = 3", ".name type"),
        ("[study]\nenrolled = \"yes\"", ".study.enrolled type"),
        ("[[education]]\nlevel = \"bachelors\"", ".education[0].level enum"),
        ("[[education]]\ngpa = -1", ".education[0].gpa minimum"),
        ("[[education]]\nend = \"present\"", ".education[0].end pattern"),
        ("[[work]]\nend = \"2024-13\"", ".work[0].end pattern"),
        ("[[skills]]\nlevel = \"expert\"", ".skills[0] required"),
        ("[location]\nmodes = [\"office\"]", ".location.modes[0] enum"),
        ("[personal]\naccepts = [3]", ".personal.accepts[0] anyOf"),
    ] {
        assert_eq!(told(&profile::schema(), &json(text)), [want], "{text}");
    }
    let good = "[[work]]\nend = \"present\"\nstart = 2019\n[personal]\naccepts = [\"travel\", \"nights away\"]";
    assert_eq!(told(&profile::schema(), &json(good)), Vec::<String>::new());
}
