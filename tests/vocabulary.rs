//! The files of `data/`: their keys, their graph, their labels, every example that they give, and that every word in them can be met.

#![expect(clippy::unwrap_used, clippy::panic, reason = "files that cannot be read end the test")]

use quals::{
    Engine,
    taxonomy::{Concept, Entry, Family, check},
    text::words,
};
use serde::Deserialize;
use std::{collections::BTreeSet, fs, path::Path};
use toml::Value;

/// A file of concepts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    concept: Vec<Concept>,
}

fn entries() -> Vec<Entry> {
    Family::ALL.into_iter().flat_map(|family| files(family).into_iter().flat_map(move |file| of_file(family, &file))).collect()
}

/// The files of a family, by their names in `data/`.
fn files(family: Family) -> Vec<String> {
    let path = Path::new("data").join(family.path());
    let mut files = vec![family.path().to_owned()];
    if path.is_dir() {
        let name = |entry: fs::DirEntry| format!("{}/{}", family.path(), entry.file_name().to_string_lossy());
        files = fs::read_dir(path).unwrap().map(|entry| name(entry.unwrap())).collect();
    }
    files.sort();
    files
}

fn of_file(family: Family, file: &str) -> Vec<Entry> {
    let text = fs::read_to_string(Path::new("data").join(file)).unwrap();
    let concepts = toml::from_str::<File>(&text).unwrap_or_else(|error| panic!("{file}: {error}")).concept;
    concepts.into_iter().map(|concept| Entry { file: file.to_owned(), family, concept }).collect()
}

fn assert_none(mut problems: Vec<String>) {
    problems.sort();
    assert!(problems.is_empty(), "{} problems\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn concepts_are_sound() {
    assert_none(check(&entries()));
}

#[test]
fn examples_hold() {
    let engine = Engine::new();
    let found = |text: &str| -> BTreeSet<String> {
        let (mut folds, mut cut) = (String::new(), Vec::new());
        words(text, &mut folds, &mut cut);
        let taxonomy = engine.taxonomy();
        taxonomy.mentions(text, &folds, &cut).iter().map(|mention| taxonomy.concept(mention.concept).id.clone()).collect()
    };
    let mut problems = Vec::new();
    for Entry { file, concept, .. } in entries() {
        let missed = concept.matches.iter().filter(|text| !found(text).contains(&concept.id));
        problems.extend(missed.map(|text| format!("{file}: `{}` is not found in `{text}`", concept.id)));
        let mistaken = concept.no_match.iter().filter(|text| found(text).contains(&concept.id));
        problems.extend(mistaken.map(|text| format!("{file}: `{}` is found in `{text}`", concept.id)));
    }
    assert_none(problems);
}

#[test]
fn packed_concepts_are_those_of_the_files() {
    let engine = Engine::new();
    let taxonomy = engine.taxonomy();
    for family in Family::ALL {
        let mut written: Vec<Concept> = files(family).iter().flat_map(|file| of_file(family, file)).map(|entry| entry.concept).collect();
        for concept in &mut written {
            concept.matches.clear();
            concept.no_match.clear();
        }
        let packed: Vec<Concept> = taxonomy.of_family(family).map(|(_, concept)| concept.clone()).collect();
        assert!(packed == written, "{family:?}");
    }
}

/// A file of words, as TOML.
fn table(file: &str) -> Value {
    toml::from_str(&fs::read_to_string(Path::new("data").join(file)).unwrap()).unwrap()
}

/// The texts of a value: its own, those of a list, those of the tables inside.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(values) => values.iter().flat_map(texts).collect(),
        Value::Table(table) => table.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

/// Those that a line can never hold as one word: "and/or" is cut into three, "lbs." loses its dot.
fn dead(found_in: &str, words: impl IntoIterator<Item = String>) -> Vec<String> {
    let is_met = |word: &str| {
        let (mut folds, mut cut) = (String::new(), Vec::new());
        quals::text::words(word, &mut folds, &mut cut);
        matches!(cut.as_slice(), [one] if one.folded.of(&folds) == word)
    };
    words.into_iter().filter(|word| !is_met(word)).map(|word| format!("{found_in}: no word is `{word}`")).collect()
}

#[test]
fn every_alternative_of_a_pattern_can_be_met() {
    let file = table("statements.toml");
    let alternative = |item: &str| item.strip_suffix('?').unwrap_or(item).split('|').map(str::to_owned).collect::<Vec<_>>();
    let is_word = |word: &String| !word.starts_with(['_', '#', '@']);
    let mut problems = dead("[class]", texts(&file["class"]));
    for name in ["about", "subject"] {
        let patterns = texts(&file[name]);
        assert!(!patterns.is_empty());
        problems.extend(patterns.iter().flat_map(|pattern| dead(pattern, pattern.split(' ').flat_map(alternative).filter(is_word))));
    }
    assert_none(problems);
}

#[test]
fn every_word_that_lines_are_searched_for_can_be_met() {
    let file = table("heads.toml");
    let mut problems = Vec::new();
    // What is looked for by another way than word by word: in a text, by the words of a phrase, by its end.
    let elsewhere = [("words", "heading"), ("words", "nationality"), ("trait", "company"), ("task", "craft"), ("action", "endings")];
    for name in ["words", "preposition", "verb", "task", "trait", "qualifier", "description", "action", "people"] {
        for (list, words) in file[name].as_table().unwrap().iter().filter(|(list, _)| !elsewhere.contains(&(name, list.as_str()))) {
            let words = texts(words).into_iter();
            let by_word = |text: String| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
            let words: Vec<String> =
                if (name, list.as_str()) == ("trait", "verbs") { words.flat_map(by_word).collect() } else { words.collect() };
            problems.extend(dead(&format!("[{name}.{list}]"), words));
        }
    }
    // Graded phrases are cut at their hyphens as well.
    for name in ["grade", "noun", "adjective"] {
        let words = texts(&file[name]).into_iter().flat_map(|phrase| phrase.split([' ', '-']).map(str::to_owned).collect::<Vec<_>>());
        problems.extend(dead(&format!("[{name}]"), words));
    }
    problems.extend(dead("[experience.places]", texts(&file["experience"]["places"])));
    assert_none(problems);
}
