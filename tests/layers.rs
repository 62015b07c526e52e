//! The layers of `docs/architecture.md`: a module uses what stands before it in the order, and nothing behind it.
//!
//! Read off the source: every path that begins with `crate::`, or with as many `super::` as lead there. Comments and unit tests are left out.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice, reason = "a test fails by panicking")]

use std::{collections::BTreeSet, fs, path::Path};

/// The modules from the ground up.
const ORDER: [&str; 22] = [
    // 0: texts and what is said of them
    "text", "diagnostic", //
    // 1: grammars of values, the vocabulary, truth
    "value", "taxonomy", "logic", //
    // 2: a line made ready; the two inputs
    "line", "posting", "profile", //
    // 3: the readers, which do not know one another
    "read", "segment", "priority", "kind", //
    // 4: what a line asks; a résumé, read by the same grammars
    "requirement", "compose", "resume", //
    // 5: a whole posting; a candidate before it
    "extract", "evaluate", //
    // 6, 7, 8
    "rank", "coverage", "report", "engine", "lib",
];

/// Groups whose members do not use one another.
const STRANGERS: [&[&str]; 2] = [&["value", "taxonomy", "logic"], &["read", "segment", "priority", "kind"]];

/// A use of a path of the crate, in a file.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Use {
    file: String,
    /// The path behind `crate::`: `kind`, `DegreeLevel`.
    path: Vec<String>,
}

#[test]
fn no_module_uses_one_behind_it() {
    let uses: Vec<Use> =
        files("src").iter().filter(|file| !file.starts_with("src/cli/")).flat_map(|file| uses(file, &source(file))).collect();
    assert!(uses.len() > 100, "the source was not understood");
    let wrong: Vec<String> = uses.iter().filter_map(violation).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_module_has_a_place_in_the_order() {
    let modules: BTreeSet<String> = files("src").iter().filter(|file| !file.starts_with("src/cli/")).map(|file| module(file)).collect();
    assert_eq!(modules, ORDER.iter().map(|name| (*name).to_owned()).collect());
}

#[test]
fn the_command_sees_the_public_api_only() {
    let main = source("src/cli/main.rs");
    let own: Vec<&str> = main.lines().filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';')).collect();
    for file in files("src/cli") {
        let text = source(&file);
        assert!(!text.contains("#[path"), "{file}");
        for used in uses(&file, &text) {
            assert!(own.contains(&used.path[0].as_str()), "{used:?}");
        }
    }
}

#[test]
fn a_planted_violation_is_found() {
    let is_wrong = |file: &str, text: &str| uses(file, text).iter().any(|used| violation(used).is_some());
    for (file, text) in [
        ("src/text/span.rs", "use crate::value::PartialDate;"),
        ("src/value/mod.rs", "use crate::{\n    text::Span,\n    taxonomy::{Taxonomy, Concept},\n};"),
        ("src/read/html/mod.rs", "fn f() { crate::segment::cut(); }"),
        ("src/segment/mod.rs", "use super::kind::Kind;"),
        ("src/kind/skill/read.rs", "use crate::priority::Priority;"),
        ("src/kind/skill/read.rs", "use crate::profile::Profile;"),
        ("src/kind/skill/mod.rs", "use super::super::profile::Profile;"),
        ("src/profile/model.rs", "use crate::kind::{DegreeLevel, Candidate};"),
        ("src/profile/model.rs", "use crate::kind::{self};"),
        ("src/extract.rs", "use crate::rank::{Fit, Standing};"),
        ("src/evaluate.rs", "pub(crate) use crate::report::Look;"),
        ("src/report/table.rs", "use crate::engine::Engine;"),
        ("src/resume/json.rs", "use crate::extract::Extraction;"),
    ] {
        assert!(is_wrong(file, text), "{file}: {text}");
    }
    for (file, text) in [
        ("src/value/mod.rs", "use crate::text::{Span, words};"),
        ("src/value/date/find.rs", "use super::super::pattern::pattern; // crate::rank::Fit"),
        ("src/profile/model.rs", "use crate::value::{DegreeLevel, SkillLevel};"),
        ("src/kind/skill/judge.rs", "use crate::profile::Profile;"),
        ("src/evaluate.rs", "/// See [`order`](crate::rank::order).\nuse crate::{extract::Extraction};"),
        ("src/text/span.rs", "fn f() {}\n#[cfg(test)]\nmod tests {\n    use crate::rank::Fit;\n}"),
    ] {
        assert!(!is_wrong(file, text), "{file}: {text}");
    }
}

/// What is wrong with a use; none where nothing is.
fn violation(used: &Use) -> Option<String> {
    let (from, to) = (module(&used.file), used.path[0].as_str());
    let place = |name: &str| ORDER.iter().position(|module| *module == name);
    let told = |why: &str| Some(format!("{}: `crate::{}` {why}", used.file, used.path.join("::")));
    if from == to || place(to).is_none() {
        return None; // itself, or a name that lib.rs re-exports, which has its own module behind it
    }
    if from == "kind" && to == "profile" && !is_judge(&used.file) {
        return told("is for judging, not for reading");
    }
    if STRANGERS.iter().any(|group| group.contains(&from.as_str()) && group.contains(&to)) {
        return told("is a stranger in the same layer");
    }
    if place(to) > place(&from) { told("stands behind it in the order") } else { None }
}

fn is_judge(file: &str) -> bool {
    file.ends_with("/judge.rs") || file.starts_with("src/kind/judge")
}

/// `src/value/date/find.rs` is in `value`, `src/engine.rs` in `engine`.
fn module(file: &str) -> String {
    file.trim_start_matches("src/").split('/').next().unwrap().trim_end_matches(".rs").to_owned()
}

/// The files of Rust below a folder, by path.
fn files(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.to_str().unwrap().replace('\\', "/");
        if path.is_dir() {
            found.extend(files(&name));
        } else if Path::new(&name).extension().is_some_and(|extension| extension == "rs") {
            found.push(name);
        }
    }
    found.sort();
    found
}

fn source(file: &str) -> String {
    fs::read_to_string(file).unwrap()
}

/// Every path of the crate that a file names, outside comments and unit tests.
fn uses(file: &str, text: &str) -> Vec<Use> {
    let text = text.split("#[cfg(test)]\nmod ").next().unwrap();
    let code: Vec<&str> = text.lines().map(|line| line.split("//").next().unwrap()).collect();
    let code = code.join("\n");
    let starts = ["crate::".to_owned(), "super::".repeat(depth(file))];
    let mut found = Vec::new();
    for start in starts {
        for (at, _) in code.match_indices(&start) {
            let before = code[..at].chars().next_back();
            let is_whole = before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '_' | ':' | '$'));
            if is_whole {
                paths(&code[at + start.len()..], &[], &mut found);
            }
        }
    }
    found.into_iter().map(|path| Use { file: file.to_owned(), path }).collect()
}

/// How many `super::` lead from a file to the root of the crate.
fn depth(file: &str) -> usize {
    let inner = file.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    inner.split('/').count()
}

/// Reads one path or one list of paths in braces, and gives back what stands behind it.
fn paths<'t>(text: &'t str, before: &[String], found: &mut Vec<Vec<String>>) -> &'t str {
    let text = text.trim_start();
    if let Some(mut rest) = text.strip_prefix('{') {
        loop {
            rest = rest.trim_start_matches([',', ' ', '\n']);
            match rest.strip_prefix('}') {
                Some(rest) => return rest,
                None if rest.is_empty() => return rest,
                None => rest = paths(rest, before, found),
            }
        }
    }
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '*').unwrap_or(text.len());
    if end == 0 {
        return text.get(1..).unwrap_or_default(); // not a path: go on behind it
    }
    let path: Vec<String> = before.iter().cloned().chain([text[..end].to_owned()]).collect();
    let rest = &text[end..];
    if let Some(rest) = rest.strip_prefix("::") {
        return paths(rest, &path, found);
    }
    found.push(path);
    let rest = rest.trim_start();
    rest.strip_prefix("as ").map_or(rest, |renamed| renamed.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_'))
}
