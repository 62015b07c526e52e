//! The files of `data/`: their keys, their graph, their labels, and every example that they give.

#![expect(clippy::unwrap_used, clippy::panic, reason = "files that cannot be read end the test")]

use quals::{
    Engine,
    taxonomy::{Concept, Entry, Family, check},
    text::words,
};
use serde::Deserialize;
use std::{collections::BTreeSet, fs, path::Path};

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
