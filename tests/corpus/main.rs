//! Postings written for this project, each with what it asks for, and how much of that is read.
//!
//! The postings stand beside this file with their gold; [`gold`] reads them, [`tally`] holds what the engine finds against it, [`figures`]
//! sums up, [`floors`] says what may not fall. `docs/annotation.md` has the rules of annotation and the definitions of the figures.
//!
//! ```sh
//! cargo test --release --test corpus -- --nocapture            # the figures, each with its floor
//! MISSES=1 cargo test --release --test corpus -- --nocapture   # and everything that is read wrongly
//! RAISE_FLOORS=1 cargo test --release --test corpus            # writes the figures that rose into floors.toml
//! ```
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::print_stderr, reason = "a test fails by panicking")]

mod atoms;
mod figures;
mod floors;
mod gold;
mod pairing;
mod tally;
mod words;

use figures::{Figures, figures};
use gold::Annotated;
use quals::Engine;
use serde_json::{Value, json};
use std::{collections::BTreeSet, env, fs, path::Path, sync::LazyLock};
use tally::{Tally, misquote};

/// The fewest postings that the figures may stand on.
const FEWEST: usize = 32;

static FOLDER: LazyLock<&Path> = LazyLock::new(|| Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus")));
static CORPUS: LazyLock<Result<Vec<Annotated>, String>> = LazyLock::new(|| gold::load(&FOLDER));
static FOUND: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let engine = Engine::new();
    corpus().iter().map(|it| serde_json::to_value(engine.extract(&it.document, it.as_of)).unwrap()).collect()
});

fn corpus() -> &'static [Annotated] {
    CORPUS.as_ref().unwrap_or_else(|faults| panic!("\n{faults}"))
}

fn tally(found: &[Value]) -> Tally {
    let mut tally = Tally::default();
    corpus().iter().zip(found).for_each(|(it, found)| tally.add(&it.name, &it.gold, found, it.document.source.text()));
    tally
}

fn print(figures: &Figures, floors: &Figures, misses: &[String]) {
    if env::var_os("MISSES").is_some() {
        misses.iter().for_each(|miss| eprintln!("{miss}"));
    }
    for (group, name, figure) in floors::flat(figures) {
        let floor = floors::get(floors, group, name).map_or("none".to_owned(), |floor| floor.to_string());
        eprintln!("{group:20} {name:10} {figure:8} floor {floor:>8}");
    }
}

#[test]
fn no_figure_falls_below_its_floor() {
    let path = FOLDER.join("floors.toml");
    let floors = floors::parse(&fs::read_to_string(&path).unwrap()).unwrap_or_else(|e| panic!("{e}"));
    let tally = tally(&FOUND);
    let figures = figures(&tally);
    print(&figures, &floors, &tally.misses);
    if env::var_os("RAISE_FLOORS").is_some() {
        fs::write(&path, floors::render(&floors::raised(&figures, &floors))).unwrap();
    }
    let complaints = floors::complaints(&figures, &floors);
    let are_only_new = env::var_os("RAISE_FLOORS").is_some() && complaints.iter().all(|it| it.contains("has no floor"));
    assert!(complaints.is_empty() || are_only_new, "\n{}\nMISSES=1 shows what is read wrongly", complaints.join("\n"));
}

#[test]
fn every_quote_stands_at_its_span() {
    for (posting, found) in corpus().iter().zip(&*FOUND) {
        for requirement in found["requirements"].as_array().unwrap() {
            assert_eq!(misquote(requirement, posting.document.source.text()), None, "{}", posting.name);
        }
    }
}

#[test]
fn the_postings_are_many_and_of_every_kind_and_form() {
    assert!(corpus().len() >= FEWEST, "{} postings", corpus().len());
    let kinds: BTreeSet<&str> = corpus().iter().flat_map(|it| atoms::atoms(&it.gold)).map(|atom| atom.kind()).collect();
    let lacking: Vec<&str> = quals::kind::KINDS.iter().map(|kind| kind.name).filter(|name| !kinds.contains(name)).collect();
    assert!(lacking.is_empty(), "no posting asks for {lacking:?}");
    for extension in [".txt", ".md", ".html"] {
        assert!(corpus().iter().any(|it| it.document.source.name().ends_with(extension)), "{extension}");
    }
}

/// A posting with a perfect extraction of it.
fn perfect() -> (Value, Value, &'static str) {
    let skill = |text: &str| json!({"kind": "skill", "text": text, "level": "working"});
    let gold = json!({
        "as_of": "2026-11-20",
        "posting": {"title": "Clerk", "salary": null, "weekly_hours": 20},
        "requirements": [
            {"priority": "required", "quote": "SQL and R", "needs": {"all": [skill("SQL"), skill("R")]}},
            {"priority": "preferred", "quote": "BSc", "needs": {"kind": "degree", "text": "BSc", "levels": ["bachelor"], "status": "completed"}},
        ],
        "optional_text": ["Clerk"],
    });
    let mut found = gold.clone();
    found["requirements"][0]["span"] = json!([6, 15]);
    found["requirements"][1]["span"] = json!([16, 19]);
    (gold, found, "Clerk SQL and R\nBSc")
}

#[test]
fn a_fault_in_the_gold_is_told() {
    let (gold, _, text) = perfect();
    assert_eq!(gold::faults(&gold, text), Vec::<String>::new());
    for (pointer, wrong) in [
        ("/requirements/0/quote", json!("SQL and Java")),
        ("/requirements/0/quote", json!("")),
        ("/requirements/0/priority", json!("wanted")),
        ("/requirements/1/needs/kind", json!("diploma")),
        ("/requirements/1/needs/levels", json!(["bachelors"])),
        ("/requirements/1/needs/text", json!("")),
        ("/requirements/1/needs", json!({"kind": "degree", "text": "BSc", "levels": [], "level": "bachelor"})),
        ("/requirements/0/needs", json!({"all": []})),
        ("/requirements/0/needs", json!({"either": []})),
        ("/requirements/0", json!({"priority": "required", "quote": "BSc", "need": {}})),
        ("/posting", json!({"titel": "Clerk"})),
        ("/posting", json!({"salary": {"from": 3}})),
        ("/posting", json!({"deadline": "next week"})),
        ("/optional_text", json!(["Plumber"])),
        ("/optional_text", json!("Clerk")),
    ] {
        let mut gold = gold.clone();
        *gold.pointer_mut(pointer).unwrap() = wrong;
        assert!(!gold::faults(&gold, text).is_empty(), "{pointer} {gold}");
    }
}

#[test]
fn a_fault_in_what_was_found_lowers_its_figure() {
    let (gold, found, text) = perfect();
    let measured = |found: &Value| {
        let mut tally = Tally::default();
        tally.add("clerk", &gold, found, text);
        figures(&tally)
    };
    let best = measured(&found);
    assert!(floors::flat(&best).all(|(_, name, figure)| [1.0, 100.0].contains(&figure) || name == "postings"), "{best:?}");
    for (pointer, wrong, group, lower) in [
        ("/requirements/0/needs/all/0/text", json!("Java"), "skill", "found"),
        ("/requirements/1/needs/status", json!("enrolled"), "degree", "exact"),
        ("/requirements/1/needs/levels", json!(["master"]), "degree", "exact"),
        ("/requirements/0/priority", json!("preferred"), "all", "priority"),
        ("/requirements/0/needs", json!({"any": found["requirements"][0]["needs"]["all"]}), "all", "structure"),
        ("/requirements/1/span", json!([15, 18]), "all", "faithful"),
        ("/requirements/1/span", json!([16, 99]), "all", "faithful"),
        ("/posting/title", json!("Cook"), "all", "metadata"),
        ("/posting/salary", json!({"min": 3}), "all", "metadata"),
        ("/requirements/1", json!({"quote": "BSc", "needs": {"kind": "trait", "text": "kind"}}), "all", "soft_f1"),
        ("/requirements", json!([]), "all", "exact_f1"),
    ] {
        let mut found = found.clone();
        *found.pointer_mut(pointer).unwrap() = wrong;
        let figures = measured(&found);
        let below: Vec<String> = floors::complaints(&figures, &best);
        assert!(below.iter().any(|it| it.starts_with(&format!("{group}: {lower} is"))), "{pointer}: {below:?}");
    }
}
