//! `quals extract --coverage`: how much of a collection was read.

use crate::{folder, put, run};
use serde_json::{Value, json};

const ROWS: &str = "{\"description\":\"Requirements\\n- Knowledge of PostgreSQL\\n- Knowledge of flurbing\\n- Bachelor's degree\"}\n\
    {\"description\":\"Requirements\\n- Compile the lists of arrivals in the ledger\"}\n{\"description\":\"We look after maps.\"}\n{oops\n";

#[test]
fn it_counts_what_was_read_and_what_was_not() {
    let dir = folder();
    put(&dir, "jobs.ndjson", ROWS);
    put(
        &dir,
        "de/pflege.md",
        "Pflegekraft\n\nSie arbeiten gerne im Team und haben eine Ausbildung in der Pflege, die Sie mit Erfolg abgeschlossen haben.\n",
    );
    let args = ["extract", "--coverage", "jobs.ndjson", "de", "nurse.md"];
    let ended = run(&dir, &[&args[..], &["--format", "json"]].concat());
    assert_eq!(ended.code, 1, "{}", ended.err);
    assert_eq!(ended.err.lines().count(), 1, "{}", ended.err);
    let found: Value = serde_json::from_str(&ended.out).unwrap();
    for (name, want) in [
        ("schema", json!("quals.coverage/1")),
        ("failed", json!(1)),
        ("postings", json!(5)),
        ("not_english", json!(1)),
        ("languages", json!([{"name": "German", "times": 1}])),
        ("without_requirements", json!(2)),
        ("asks_in_vain", json!(1)),
        ("requirements", json!(6)),
    ] {
        assert_eq!(found[name], want, "{name}");
    }
    let degree = found["kinds"].as_array().unwrap().iter().find(|it| it["kind"] == "degree").unwrap();
    assert_eq!((&degree["requirements"], &degree["predicates"]), (&json!(2), &json!(2)));
    let origins: Vec<&String> = found["origins"].as_object().unwrap().keys().collect();
    assert_eq!(origins, [".", "de", "jobs.ndjson"]);
    assert!(found["unknown_skills"]["commonest"].as_array().unwrap().contains(&json!({"name": "flurbing", "times": 1})));
}

#[test]
fn the_text_says_the_same_and_is_limited() {
    let dir = folder();
    put(&dir, "jobs.ndjson", ROWS);
    let text = run(&dir, &["extract", "--coverage", "--unknown", "0", "jobs.ndjson", "nurse.md"]).out;
    for piece in [
        "      4  postings read\n", "      2  without a requirement, though in English\n", "1  of them with a section that asks\n",
        "\nKind", "jobs.ndjson  ",
    ] {
        assert!(text.contains(piece), "{piece}\n{text}");
    }
    assert!(text.contains("outside the vocabulary") && !text.contains("flurbing"), "{text}");
}

#[test]
fn it_does_not_go_with_an_explanation() {
    let dir = folder();
    assert_eq!(run(&dir, &["extract", "--coverage", "--explain", "nurse.md"]).code, 2);
    assert_eq!(run(&dir, &["extract", "--unknown", "3", "nurse.md"]).code, 2);
}
