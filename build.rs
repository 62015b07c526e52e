//! Packs the vocabulary of `data/` into one JSON file, without its examples, so that a start of the program reads it fast.
//!
//! A file that is not TOML, or has an unknown key, fails the build with its name; the graph is checked by tests.

use serde_json::{Value, json};
use std::{env, error::Error, fs, path::Path};

/// The files of `data/` and the families their concepts belong to.
const FAMILIES: [(&str, &str); 10] = [
    ("skills", "skill"),
    ("fields.toml", "field"),
    ("degrees.toml", "degree"),
    ("venues.toml", "venue"),
    ("certificates.toml", "certificate"),
    ("languages.toml", "language"),
    ("places.toml", "place"),
    ("permits.toml", "permit"),
    ("traits.toml", "trait"),
    ("conditions.toml", "condition"),
];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=data");
    let out = env::var("OUT_DIR")?;
    let mut concepts = Vec::new();
    for (name, family) in FAMILIES {
        let path = Path::new("data").join(name);
        for file in toml_files(&path)? {
            for mut concept in entries(&file, "concept")? {
                if let Value::Object(map) = &mut concept {
                    map.remove("match");
                    map.remove("no_match");
                }
                concepts.push(json!([family, concept]));
            }
        }
    }
    fs::write(Path::new(&out).join("taxonomy.json"), serde_json::to_string(&concepts)?)?;
    let headings = entries(Path::new("data/headings.toml"), "heading")?;
    fs::write(Path::new(&out).join("headings.json"), serde_json::to_string(&headings)?)?;
    let cues = entries(Path::new("data/cues.toml"), "cue")?;
    fs::write(Path::new(&out).join("cues.json"), serde_json::to_string(&cues)?)?;
    let heads: Value = toml::from_str(&fs::read_to_string("data/heads.toml")?).map_err(|error| format!("data/heads.toml: {error}"))?;
    fs::write(Path::new(&out).join("heads.json"), serde_json::to_string(&heads)?)?;
    Ok(())
}

/// The file itself, or the TOML files of a folder in the order of their names.
fn toml_files(path: &Path) -> Result<Vec<std::path::PathBuf>, Box<dyn Error>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files: Vec<_> = fs::read_dir(path)?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?;
    files.retain(|file| file.extension().is_some_and(|e| e == "toml"));
    files.sort();
    Ok(files)
}

/// The tables `[[name]]` of a file.
fn entries(path: &Path, name: &str) -> Result<Vec<Value>, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut file: Value = toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(match file.get_mut(name) {
        Some(Value::Array(list)) => std::mem::take(list),
        _ => Vec::new(),
    })
}
