//! Packs the vocabulary of `data/`, so that a start of the program parses nothing: labels are folded, stemmed and put into their
//! trie here, headings are folded here. The examples are left out.
//!
//! A file that is not TOML, or a concept with an unknown key, fails the build with its name; the graph is checked by tests.

// The parts of the library that fold and pack, under the same paths. The library uses more of them than the build does.
mod text {
    pub(crate) use crate::{
        flat, key,
        words::{self, Word, WordKind, words},
    };
}
#[allow(dead_code, unreachable_pub)]
#[path = "src/taxonomy/concept.rs"]
mod concept;
#[allow(dead_code, unreachable_pub)]
#[path = "src/text/flat.rs"]
mod flat;
#[allow(dead_code, unreachable_pub)]
#[path = "src/text/key.rs"]
mod key;
#[allow(dead_code, unreachable_pub)]
#[path = "src/taxonomy/pack.rs"]
mod pack;
#[allow(dead_code, unreachable_pub)]
#[path = "src/text/span.rs"]
mod span;
#[allow(dead_code, unreachable_pub)]
#[path = "src/text/words.rs"]
mod words;

use concept::{Concept, Family};
use flat::{Names, Sieve, Writer};
use serde_json::Value;
use span::Span;
use std::{
    collections::BTreeMap,
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=data");
    for shared in ["text/span.rs", "text/words.rs", "text/flat.rs", "text/key.rs", "taxonomy/concept.rs", "taxonomy/pack.rs"] {
        println!("cargo:rerun-if-changed=src/{shared}");
    }
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let mut tables = Writer::default();
    pack::Tables::new(&concepts()?).write(&mut tables);
    save(&out, "taxonomy", &tables)?;
    save(&out, "headings", &headings()?)?;
    let cues = entries(Path::new("data/cues.toml"), "cue")?;
    fs::write(out.join("cues.json"), serde_json::to_string(&cues)?)?;
    fs::write(out.join("heads.json"), serde_json::to_string(&toml_file(Path::new("data/heads.toml"))?)?)?;
    fs::write(out.join("statements.json"), statements()?)?;
    Ok(())
}

fn save(out: &Path, name: &str, tables: &Writer) -> Result<(), Box<dyn Error>> {
    fs::write(out.join(format!("{name}.tables")), &tables.numbers)?;
    Ok(fs::write(out.join(format!("{name}.text")), &tables.text)?)
}

/// A concept with its family and its JSON.
type Packed = (Family, Concept, String);

/// All concepts with their families, and as JSON without examples and without absent keys.
fn concepts() -> Result<Vec<Packed>, Box<dyn Error>> {
    let mut concepts = Vec::new();
    for family in Family::ALL {
        for file in toml_files(&Path::new("data").join(family.path()))? {
            for mut value in entries(&file, "concept")? {
                if let Value::Object(map) = &mut value {
                    map.remove("match");
                    map.remove("no_match");
                }
                let json = value.to_string();
                let concept = serde_json::from_value(value).map_err(|error| format!("{}: {error} in {json}", file.display()))?;
                concepts.push((family, concept, json));
            }
        }
    }
    Ok(concepts)
}

/// The wordings of statements as JSON, with the words of each class in the place of its name.
fn statements() -> Result<String, Box<dyn Error>> {
    let file = toml_file(Path::new("data/statements.toml"))?;
    let mut text = file.to_string();
    for (name, words) in file.get("class").and_then(Value::as_object).into_iter().flatten() {
        let words: Vec<&str> = words.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        text = text.replace(&format!("@{name}"), &words.join("|"));
    }
    Ok(text)
}

/// The first words of headings; the headings and their beginnings by their folded words, each with the number of its section, 0 for a mere beginning; and the
/// sections' names.
fn headings() -> Result<Writer, Box<dyn Error>> {
    let mut by_key: BTreeMap<String, Option<String>> = BTreeMap::new();
    for entry in entries(Path::new("data/headings.toml"), "heading")? {
        let field = |name: &str| entry.get(name).and_then(Value::as_str).ok_or_else(|| format!("data/headings.toml: no {name} in {entry}"));
        let key = key::key(field("text")?);
        for beginning in key.match_indices(' ').filter_map(|(end, _)| key.get(..end)) {
            by_key.entry(beginning.to_owned()).or_default();
        }
        by_key.insert(key, Some(field("section")?.to_owned()));
    }
    let mut sections: Vec<&Option<String>> = by_key.values().collect();
    sections.sort();
    sections.dedup();
    let number = |section: &Option<String>| sections.binary_search(&section).map(flat::count).unwrap_or_default();
    let mut out = Writer::default();
    out.sieve(&Sieve::new(by_key.keys().filter(|key| !key.contains(' ')).map(String::as_str)));
    out.names(&Names::new(by_key.keys().map(String::as_str)));
    out.list(&by_key.values().map(number).collect::<Vec<_>>());
    out.text(&serde_json::to_string(&sections)?);
    Ok(out)
}

/// The file itself, or the TOML files of a folder in the order of their names.
fn toml_files(path: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files: Vec<_> = fs::read_dir(path)?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?;
    files.retain(|file| file.extension().is_some_and(|e| e == "toml"));
    files.sort();
    Ok(files)
}

fn toml_file(path: &Path) -> Result<Value, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?)
}

/// The tables `[[name]]` of a file.
fn entries(path: &Path, name: &str) -> Result<Vec<Value>, Box<dyn Error>> {
    Ok(match toml_file(path)?.get_mut(name) {
        Some(Value::Array(list)) => std::mem::take(list),
        _ => Vec::new(),
    })
}
