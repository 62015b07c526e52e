//! The cases beside each kind, and those of priority and structure: sentences with what must be read from them.
//!
//! `src/kind/<kind>/cases.md` are read by [`format`], their sentences by the engine, and [`check`] holds one against the other. A failing
//! case is printed as `file:line` with what was found instead, in the notation of the cases.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::print_stderr, reason = "a test fails by panicking")]

mod check;
mod format;

use check::{Checker, complaint};
use format::{Case, File};
use quals::kind::KINDS;
use std::{fmt::Write, fs, path::Path, sync::LazyLock};

static CHECKER: LazyLock<Checker> = LazyLock::new(Checker::default);
static FILES: LazyLock<Vec<File>> = LazyLock::new(|| paths().map(|(path, kind)| read(&path, kind)).collect());

/// The most cases of a kind that may wait to be mended, in percent.
const MOST_GAPS: usize = 15;

/// Every file of cases, with the kind that it is about.
fn paths() -> impl Iterator<Item = (String, Option<&'static str>)> {
    let kinds = KINDS.iter().map(|kind| {
        let folder = if kind.name == "trait" { "trait_" } else { kind.name }; // `trait` is a word of the language
        (format!("src/kind/{folder}/cases.md"), Some(kind.name))
    });
    kinds.chain([("src/priority/cases.md".to_owned(), None), ("src/compose/cases.md".to_owned(), None)])
}

fn read(path: &str, kind: Option<&'static str>) -> File {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap_or_else(|e| panic!("{path}: {e}"));
    File::parse(path, kind, &text).unwrap_or_else(|e| panic!("{e}"))
}

#[test]
fn every_case_holds() {
    let mut failures = String::new();
    for file in &*FILES {
        for case in &file.cases {
            if let Some(complaint) = complaint(&CHECKER, file, case) {
                writeln!(failures, "{}:{}: {complaint}", file.path, case.line).unwrap();
            }
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn every_kind_has_cases_for_and_against() {
    for file in &*FILES {
        let (positive, negative): (Vec<&Case>, Vec<&Case>) = file.cases.iter().partition(|case| !case.is_negative());
        let gaps = file.cases.iter().filter(|case| case.gap).count();
        eprintln!("{:38} {:3} positive {:3} negative {:3} gaps", file.path, positive.len(), negative.len(), gaps);
        let few = matches!(file.kind, Some("age" | "other"));
        let (least, least_negative) = if few { (4, 3) } else { (8, 5) };
        assert!(gaps * 100 <= file.cases.len() * MOST_GAPS, "{}: {gaps} gaps of {} cases", file.path, file.cases.len());
        if let Some(kind) = file.kind {
            assert!(positive.len() >= least && negative.len() >= least_negative, "{}: too few cases", file.path);
            assert!(negative.len() * 2 >= positive.len(), "{}: negative cases are fewer than half of the positive ones", file.path);
            let strays: Vec<_> = positive.iter().filter(|case| !case.names(kind)).map(|case| case.line).collect();
            assert!(strays.is_empty(), "{}: cases in lines {strays:?} are about another kind", file.path);
        }
    }
}

#[test]
fn no_sentence_is_given_twice() {
    for file in &*FILES {
        for (at, case) in file.cases.iter().enumerate() {
            let twice = file.cases[..at].iter().any(|other| other.sentence == case.sentence && other.section == case.section);
            assert!(!twice, "{}:{}: given before", file.path, case.line);
        }
    }
}

/// What the harness says of one line of a file of cases about degrees.
fn said_of(line: &str) -> Option<String> {
    let file = File::parse("cases.md", Some("degree"), line).unwrap();
    complaint(&CHECKER, &file, &file.cases[0])
}

#[test]
fn a_wrong_expectation_fails() {
    let right = r#"* "Master's degree in Physics." → degree levels=master status=completed fields=Physics"#;
    assert_eq!(said_of(right), None);
    for (from, to) in [
        ("levels=master", "levels=doctorate"),
        ("fields=Physics", "fields=Chemistry"),
        (" fields=Physics", ""),
        ("Physics", "Physics; no degree"),
        ("status=completed fields=Physics", "status=completed fields=Physics or_higher"),
        ("→ degree", "→ preferred degree"),
        ("→ degree", "→ degree \"degree in Chemistry\""),
        ("fields=Physics", "fields=Physics; degree levels=master status=completed fields=Physics"),
        ("degree levels", "all[degree, skill]; degree levels"),
        ("degree levels=master status=completed fields=Physics", "nothing"),
        ("degree levels=master status=completed fields=Physics", "no degree"),
        ("degree levels=master status=completed fields=Physics", "gpa min=3"),
    ] {
        let (sentence, expected) = right.split_once('→').unwrap();
        let wrong = format!("{sentence}{}", format!("→{expected}").replace(from, to));
        assert_ne!(wrong, right, "{from} is not there");
        assert!(said_of(&wrong).is_some(), "{wrong}");
        assert_eq!(said_of(&format!("{wrong} (gap)")), None, "{wrong}");
    }
    assert!(said_of(&format!("{right} (gap)")).is_some_and(|it| it.contains("no gap")));
}
