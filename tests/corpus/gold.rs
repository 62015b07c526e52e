//! The annotated postings: `NAME.txt`, `.md` or `.html`, and beside it `NAME.gold.json`.
//!
//! ```json
//! {"as_of": "2026-11-20", "posting": {"title": "…"}, "requirements": [{"priority": "required", "quote": "…", "needs": {…}}], "optional_text": []}
//! ```
//!
//! Values are those of `quals extract`, so the library's own types say whether they are well formed. The rules are in `docs/annotation.md`.

use crate::{atoms::parts, pairing::is_blank, words::squash};
use jiff::civil::Date;
use quals::{
    kind::Predicate,
    posting::Posting,
    read::{Document, ReadOptions, read},
};
use serde_json::{Map, Value};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// A posting with what it asks for.
#[derive(Debug)]
pub(crate) struct Annotated {
    pub(crate) name: String,
    pub(crate) document: Document,
    pub(crate) as_of: Date,
    pub(crate) gold: Value,
}

/// Reads all postings of a folder, by name; what is wrong with any of them is told at once.
///
/// # Errors
///
/// Every fault, one a line.
pub(crate) fn load(folder: &Path) -> Result<Vec<Annotated>, String> {
    let (mut postings, mut faults) = (Vec::new(), Vec::new());
    for path in files(folder).into_iter().filter(|path| !is_gold(path)) {
        match open(&path) {
            Ok(posting) => {
                faults
                    .extend(self::faults(&posting.gold, posting.document.source.text()).iter().map(|it| format!("{}: {it}", posting.name)));
                postings.push(posting);
            }
            Err(fault) => faults.push(format!("{}: {fault}", path.display())),
        }
    }
    let is_alone = |path: &PathBuf| !postings.iter().any(|it| gold_of(path, &it.name) == *path);
    faults.extend(
        files(folder).iter().filter(|path| is_gold(path) && is_alone(path)).map(|it| format!("{}: no posting beside it", it.display())),
    );
    if faults.is_empty() { Ok(postings) } else { Err(faults.join("\n")) }
}

/// The postings and gold files of a folder; the harness itself and its floors are neither.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    let mut out: Vec<PathBuf> =
        entries.filter(|path| ["txt", "md", "html", "json"].iter().any(|it| path.extension().is_some_and(|e| e == *it))).collect();
    out.sort();
    out
}

fn is_gold(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "json")
}

fn gold_of(path: &Path, name: &str) -> PathBuf {
    path.with_file_name(format!("{name}.gold.json"))
}

fn open(path: &Path) -> Result<Annotated, String> {
    let name = path.file_stem().and_then(|it| it.to_str()).ok_or("not a name in UTF-8")?.to_owned();
    let text = fs::read_to_string(gold_of(path, &name)).map_err(|e| format!("its gold: {e}"))?;
    let gold: Value = serde_json::from_str(&text).map_err(|e| format!("its gold: {e}"))?;
    let as_of = gold["as_of"].as_str().and_then(|it| it.parse().ok()).ok_or("`as_of` is not a date")?;
    let document = read(&[path.into()], &ReadOptions::default()).next().ok_or("nothing in it")?.map_err(|e| e.to_string())?;
    Ok(Annotated { name, document, as_of, gold })
}

/// What is wrong with a gold file, given the posting's text.
pub(crate) fn faults(gold: &Value, text: &str) -> Vec<String> {
    let mut out = Vec::new();
    unknown_keys(gold, &["as_of", "posting", "requirements", "optional_text"], "the gold", &mut out);
    match gold["posting"].as_object() {
        Some(stated) => out.extend(posting_fault(stated)),
        None => out.push("`posting` is not an object".to_owned()),
    }
    let held = squash(text);
    let mut quote = |quote: &Value| match quote.as_str().map(squash) {
        Some(squashed) if !squashed.is_empty() && held.contains(&squashed) => {}
        _ => out.push(format!("{quote} is not in the posting")),
    };
    let Some((requirements, optional)) = gold["requirements"].as_array().zip(gold["optional_text"].as_array()) else {
        return vec!["`requirements` and `optional_text` are not lists".to_owned()];
    };
    requirements.iter().map(|it| &it["quote"]).chain(optional).for_each(&mut quote);
    requirements.iter().for_each(|it| requirement_faults(it, &mut out));
    out
}

/// A fact that is null is one the text does not state.
fn posting_fault(stated: &Map<String, Value>) -> Option<String> {
    let stated: Map<String, Value> =
        stated.iter().filter(|(_, value)| !value.is_null()).map(|(key, it)| (key.clone(), it.clone())).collect();
    kept_fault::<Posting>(&Value::Object(stated)).map(|fault| format!("`posting`: {fault}"))
}

fn requirement_faults(requirement: &Value, out: &mut Vec<String>) {
    unknown_keys(requirement, &["priority", "quote", "needs", "optional"], "a requirement", out);
    let at = &requirement["quote"];
    if !["required", "preferred"].iter().any(|it| requirement["priority"] == *it) {
        out.push(format!("{at}: the priority is {}", requirement["priority"]));
    }
    needs_faults(&requirement["needs"], &mut |fault| out.push(format!("{at}: {fault}")));
}

/// Goes down an expression to its atoms.
fn needs_faults(needs: &Value, complain: &mut impl FnMut(String)) {
    let Some((_, parts)) = parts(needs) else {
        return atom_fault(needs).into_iter().for_each(complain);
    };
    let keys = needs.as_object().map(|it| it.keys().map(String::as_str).collect::<Vec<_>>()).unwrap_or_default();
    let is_form = match keys.as_slice() {
        ["all"] => parts.len() >= 2,
        ["any", rest @ ..] => rest.iter().all(|key| ["class", "open"].contains(key)) && (parts.len() >= 2 || keys.len() > 1),
        ["at_least", "of"] => needs["at_least"].as_u64().is_some_and(|it| it >= 2 && it <= parts.len() as u64),
        _ => false,
    };
    if !is_form {
        complain(format!("{needs} is no expression"));
    }
    parts.iter().for_each(|part| needs_faults(part, complain));
}

fn atom_fault(atom: &Value) -> Option<String> {
    let mut stated = atom.clone();
    stated.as_object_mut()?.remove("optional");
    if crate::atoms::text(atom, "text").is_empty() {
        return Some(format!("{atom} has no text"));
    }
    kept_fault::<Predicate>(&stated)
}

/// Whether a value can be read as one of the library's, and nothing of it is lost: no key is unknown.
fn kept_fault<T: serde::de::DeserializeOwned + serde::Serialize>(stated: &Value) -> Option<String> {
    fn lost<'a>(stated: &'a Value, kept: &Value) -> Option<&'a str> {
        let fields = stated.as_object()?;
        fields.iter().filter(|(_, value)| !is_blank(value)).find_map(|(key, value)| match kept.get(key) {
            None => Some(key.as_str()),
            Some(kept) => lost(value, kept),
        })
    }
    let kept = serde_json::from_value::<T>(stated.clone()).and_then(serde_json::to_value);
    match kept {
        Err(error) => Some(format!("{stated}: {error}")),
        Ok(kept) => lost(stated, &kept).map(|key| format!("{stated} has no attribute `{key}`")),
    }
}

fn unknown_keys(value: &Value, known: &[&str], what: &str, out: &mut Vec<String>) {
    let keys = value.as_object().into_iter().flat_map(Map::keys);
    out.extend(keys.filter(|key| !known.contains(&key.as_str())).map(|key| format!("{what} has no `{key}`")));
}
