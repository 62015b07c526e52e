//! The tool that shows what a change of extraction changes: `examples/findings`.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice, reason = "a test fails by panicking")]

#[allow(dead_code, reason = "its main is not called here")]
#[path = "../examples/findings/main.rs"]
mod findings;

use clap::Parser;
use quals::{
    Engine,
    extract::Extraction,
    read::{ReadOptions, read_bytes},
};
use std::{fs, io, path::PathBuf};
use tempfile::TempDir;

const CLERK: &str =
    "Clerk\nCompany: Harbor Archive\n\nRequirements\n\n- Bachelor's degree\n- Knowledge of PostgreSQL or MySQL\n- Fluent in French\n";

fn extraction(name: &str, text: &str) -> Extraction {
    let document = read_bytes(name, text.as_bytes().to_vec(), &ReadOptions::default()).next().unwrap().unwrap();
    Engine::new().extract(&document, jiff::civil::date(2026, 12, 1))
}

fn write(dir: &TempDir, name: &str, pages: &[Extraction]) -> String {
    let path = dir.path().join(name);
    fs::write(&path, pages.iter().map(|page| serde_json::to_string(page).unwrap() + "\n").collect::<String>()).unwrap();
    path.to_str().unwrap().to_owned()
}

/// Whether they differ, and what is written.
fn compare(before: &[Extraction], after: &[Extraction], more: &[&str]) -> (bool, String) {
    let dir = tempfile::tempdir().unwrap();
    let (before, after) = (write(&dir, "before", before), write(&dir, "after", after));
    let arguments = findings::Arguments::parse_from([&["findings", before.as_str(), after.as_str()], more].concat());
    let mut out = Vec::new();
    let differs = findings::run(&arguments, &mut out).unwrap();
    (differs, String::from_utf8(out).unwrap())
}

fn clerk() -> Extraction {
    extraction("clerk.md", CLERK)
}

#[test]
fn the_same_is_no_difference() {
    let pages = [clerk(), extraction("b.md", "We bake.")];
    assert_eq!(compare(&pages, &pages, &[]), (false, "0 of 2 postings differ\n".to_owned()));
    // Another order is none either.
    let turned = [pages[1].clone(), pages[0].clone()];
    assert!(!compare(&pages, &turned, &[]).0);
}

#[test]
fn it_shows_what_appeared_vanished_and_changed() {
    let (mut fewer, mut other) = (clerk(), clerk());
    fewer.requirements.remove(2);
    let (vanished, text) = compare(&[clerk()], &[fewer.clone()], &[]);
    assert!(vanished);
    assert!(text.contains("language                    0        1        0\n"), "{text}");
    assert!(text.contains("language vanished (1)\n  clerk.md, line 8\n    - required “French” "), "{text}");
    assert!(compare(&[fewer], &[clerk()], &[]).1.contains("language appeared (1)\n  clerk.md, line 8\n    + required “French” "));

    other.requirements[0].priority = quals::requirement::Priority::Preferred;
    other.posting.company = None;
    let (_, text) = compare(&[clerk()], &[other], &[]);
    assert!(text.contains("degree changed (1)\n  clerk.md, line 6\n    - required “Bachelor's degree” "), "{text}");
    assert!(text.contains("    + preferred “Bachelor's degree” ") && text.contains("      “Bachelor's degree”\n"), "{text}");
    assert!(text.contains("posting vanished (1)\n  clerk.md\n    - company \"Harbor Archive\"\n"), "{text}");
}

#[test]
fn a_new_combination_and_a_new_quote_are_changes() {
    let mut shaped = clerk();
    let atoms = shaped.requirements[1].needs.atoms().cloned().map(quals::logic::Expr::Atom).collect();
    shaped.requirements[1].needs = quals::logic::Expr::All { all: atoms };
    let (_, text) = compare(&[clerk()], &[shaped], &[]);
    assert!(text.contains("shape                       0        0        1\n"), "{text}");
    assert!(text.contains("- any of (“PostgreSQL”, “MySQL”)\n    + all of (“PostgreSQL”, “MySQL”)\n"), "{text}");

    let mut cut = clerk();
    cut.requirements[0].quote = "Bachelor's".to_owned();
    cut.requirements[0].span.end -= " degree".len();
    let (_, text) = compare(&[clerk()], &[cut], &[]);
    assert!(text.contains("degree                      0        0        1\n") && text.contains(" in “Bachelor's”\n"), "{text}");
}

#[test]
fn postings_of_one_file_only_and_unread_ones_are_told() {
    let mut unread = clerk();
    unread.requirements.clear();
    unread.unread = Some(quals::extract::Unread { language: "de".to_owned(), name: "German".to_owned() });
    let (_, text) = compare(&[clerk()], &[unread], &[]);
    assert!(text.contains("unread appeared (1)\n  clerk.md\n    + in German\n"), "{text}");
    let (differs, text) = compare(&[], &[clerk()], &[]);
    assert!(differs && text.starts_with("1 of 1 postings differ\n") && text.contains("skill appeared (2)"), "{text}");
}

#[test]
fn examples_are_limited_and_one_kind_can_be_asked_for() {
    let pages: Vec<Extraction> = (0..9).map(|n| extraction(&format!("{n}.md"), CLERK)).collect();
    let (_, text) = compare(&[], &pages, &["--limit", "2", "--kind", "skill"]);
    assert!(text.contains("skill appeared (18)\n") && !text.contains("degree"), "{text}");
    assert_eq!(text.matches("    + required").count(), 2, "{text}");
    assert!(!compare(&[], &pages, &["--kind", "gpa"]).0);
}

#[test]
fn what_a_terminal_would_obey_is_dropped() {
    let (_, text) = compare(&[], &[extraction("\u{1b}[31mx.md", "Requirements\n\n- Knowledge of SQL\u{9b}31m and \u{202e}Python\n")], &[]);
    assert!(!text.contains(|c: char| (c.is_control() && c != '\n') || c == '\u{202e}'), "{text:?}");
}

#[test]
fn a_file_that_is_no_extraction_is_told_by_its_line() {
    let dir = tempfile::tempdir().unwrap();
    let (good, bad) = (write(&dir, "good", &[clerk()]), dir.path().join("bad"));
    fs::write(&bad, "{}\n").unwrap();
    let of = |file: PathBuf| {
        let arguments = findings::Arguments::parse_from(["findings", good.as_str(), file.to_str().unwrap()]);
        findings::run(&arguments, &mut io::sink()).unwrap_err().to_string()
    };
    assert!(of(bad).contains("bad:1` is no line of `quals extract --format ndjson`: missing field"));
    assert!(of(dir.path().join("none")).starts_with("cannot read `"));
}
