//! Which atom of the gold is which atom found, one to one, within a posting; and what is wrong in the one found.
//!
//! Two atoms can be a pair where they are of one kind and name the same thing: skill "SQL" and skill "strong SQL skills". Of all pairs the
//! surest are taken first. Counting them is up to [`super::tally`].

use crate::atoms::{Atom, list, text};
use crate::words::{norm, overlap, same_phrases};
use serde_json::Value;

/// Attributes whose wording varies: they weigh in pairing, but do not make an atom wrong.
const LOOSE: [(&str, &str); 7] = [
    ("experience", "areas"),
    ("certification", "name"),
    ("clearance", "level"),
    ("location", "places"),
    ("skill", "level"),
    ("language", "level"),
    ("degree", "or_equivalent"),
];
/// Bounds that are wrong too where the gold has none: a number was made up.
const BOUNDS: [&str; 5] = ["min_months", "max_months", "min", "earliest", "latest"];
/// Lists of phrases, compared by what they name.
const PHRASES: [&str; 6] = ["fields", "areas", "venues", "places", "countries", "terms"];

/// Pairs of positions in `gold` and `found`.
pub(crate) fn pairs(gold: &[Atom<'_>], found: &[Atom<'_>]) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (i, g) in gold.iter().enumerate() {
        for (j, f) in found.iter().enumerate() {
            let similarity = similarity(g.value, f.value);
            if similarity > 0.0 {
                let beside = 0.2 * overlap(g.quote, f.quote) + if g.priority == f.priority { 0.02 } else { 0.0 };
                candidates.push((similarity + beside, i, j));
            }
        }
    }
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut out: Vec<(usize, usize)> = Vec::new();
    for (_, i, j) in candidates {
        if out.iter().all(|(g, f)| *g != i && *f != j) {
            out.push((i, j));
        }
    }
    out
}

/// How surely two atoms are about the same thing; 0 where they are not.
fn similarity(gold: &Value, found: &Value) -> f64 {
    let (kind, shared) = (text(gold, "kind"), shared_name(gold, found));
    let at_least = |least: f64| if shared >= least { shared } else { 0.0 };
    match kind {
        _ if kind != text(found, "kind") => 0.0,
        "skill" | "trait" | "certification" | "condition" | "other" | "clearance" => at_least(0.5),
        "degree" => match same_set(&gold["levels"], &found["levels"]) {
            true => 0.75 + 0.25 * shared,
            false if shared >= 0.5 => 0.5 + 0.25 * shared,
            false => 0.0,
        },
        "experience" => match (gold.get("min_months"), found.get("min_months")) {
            (None, None) => at_least(0.4),
            (a, b) if a == b && shared >= 0.3 => 0.5 + 0.5 * shared,
            _ => 0.0,
        },
        "language" => f64::from(u8::from(norm(text(gold, "language")) == norm(text(found, "language")))),
        _ => 0.5 + 0.5 * shared, // one of its kind in a posting, nearly always
    }
}

/// The names of an atom.
pub(crate) fn names(atom: &Value) -> impl Iterator<Item = &str> {
    ["text", "name", "concept"].into_iter().map(|key| text(atom, key)).filter(|name| !name.is_empty())
}

fn shared_name(a: &Value, b: &Value) -> f64 {
    names(a).flat_map(|a| names(b).map(move |b| overlap(a, b))).fold(0.0, f64::max)
}

/// What is wrong in an atom that was found; nothing, where it is exact.
pub(crate) fn wrong<'a>(gold: &Atom<'a>, found: &Atom<'_>) -> Vec<&'a str> {
    let attributes = gold.value.as_object().into_iter().flatten();
    let stated = attributes.filter(|(_, value)| !is_blank(value)).map(|(key, _)| key.as_str());
    let stated = stated.filter(|key| !["kind", "text", "optional"].contains(key) && !LOOSE.contains(&(gold.kind(), key)));
    let priority = (gold.priority != found.priority).then_some("priority");
    let differs = stated.filter(|key| !same_value(key, &gold.value[*key], found.value.get(*key).unwrap_or(&Value::Null)));
    let invented = BOUNDS.into_iter().filter(|key| [gold, found].map(|it| it.value.get(key).is_none_or(is_blank)) == [true, false]);
    priority.into_iter().chain(differs).chain(invented).collect()
}

/// Whether a value says nothing.
pub(crate) fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(list) => list.is_empty(),
        Value::Number(number) => number.as_f64() == Some(0.0),
        Value::String(text) => text.is_empty(),
        _ => false,
    }
}

/// Whether the value `want` of the attribute or field `key` is what was found.
pub(crate) fn same_value(key: &str, want: &Value, got: &Value) -> bool {
    match want {
        Value::Array(_) if PHRASES.contains(&key) || key == "locations" => same_phrases(&strings(want), &strings(got)),
        Value::Array(_) => same_set(want, got),
        Value::Object(fields) => fields.iter().all(|(key, want)| same_value(key, want, &got[key])),
        Value::Number(number) => number.as_f64().zip(got.as_f64()).is_some_and(|(want, got)| (want - got).abs() < 1e-6),
        Value::String(want) => got.as_str().is_some_and(|got| norm(want) == norm(got)),
        _ => want == got,
    }
}

fn strings(list: &Value) -> Vec<&str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

fn same_set(a: &Value, b: &Value) -> bool {
    let holds = |a: &Value, b: &Value| strings(a).iter().all(|it| strings(b).contains(it));
    holds(a, b) && holds(b, a)
}

#[test]
fn pairs_are_of_one_kind_and_thing() {
    let is = |a: &str, b: &str| similarity(&serde_json::from_str(a).unwrap(), &serde_json::from_str(b).unwrap()) > 0.0;
    assert!(is(r#"{"kind":"skill","text":"SQL"}"#, r#"{"kind":"skill","text":"strong SQL skills"}"#));
    assert!(!is(r#"{"kind":"skill","text":"SQL"}"#, r#"{"kind":"trait","text":"SQL"}"#));
    assert!(!is(r#"{"kind":"skill","text":"SQL"}"#, r#"{"kind":"skill","text":"Java"}"#));
    let years = r#"{"kind":"experience","text":"3 years in sales","min_months":36}"#;
    assert!(is(years, &years.replace("in sales", "of sales work")));
    assert!(!is(years, &years.replace("36", "24")));
    assert!(!is(years, &years.replace(r#","min_months":36"#, "")));
    let degree = r#"{"kind":"degree","text":"BSc","levels":["bachelor"]}"#;
    assert!(is(degree, &degree.replace("BSc", "first degree")));
    assert!(!is(degree, &degree.replace("BSc", "doctorate").replace("bachelor", "doctorate")));
    assert_eq!(list(&serde_json::json!({"levels": ["bachelor"]}), "levels").len(), 1);
}
