//! What the commands write.

use crate::{NURSE, folder, put, run};
use serde_json::Value;

const AS_OF: [&str; 2] = ["--as-of", "2026-12-01"];

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

#[test]
fn extract_writes_a_line_a_posting() {
    let dir = folder();
    put(&dir, "other.md", NURSE.replace("Nurse\n", "Head Nurse\n"));
    let ended = run(&dir, &[&["extract", "--format", "ndjson", "nurse.md", "other.md"], &AS_OF[..]].concat());
    ended.ends(0, &[]);
    let lines: Vec<Value> = ended.out.lines().map(json).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["schema"], "quals.extract/1");
    assert_eq!(lines[0]["source"], "nurse.md");
    assert_eq!(lines[1]["posting"]["title"], "Head Nurse");
    let requirement = &lines[0]["requirements"][0];
    let span = |at: usize| usize::try_from(requirement["span"][at].as_u64().unwrap()).unwrap();
    assert_eq!(NURSE.get(span(0)..span(1)).unwrap(), requirement["quote"].as_str().unwrap());
}

#[test]
fn extract_json_is_one_list() {
    let dir = folder();
    let two = json(&run(&dir, &["extract", "--format", "json", "nurse.md", "nurse.md"]).out);
    assert_eq!(two.as_array().unwrap().len(), 2);
    assert_eq!(json(&run(&dir, &["extract", "--format", "json", "none.md"]).out), Value::Array(vec![]));
}

#[test]
fn extract_pretty_quotes_every_requirement() {
    let dir = folder();
    let out = run(&dir, &["extract", "nurse.md"]).out;
    for piece in ["nurse.md\n", "St Mary", "“Bachelor's degree in Nursing”", "degree “Bachelor's degree", "levels bachelor", "line 7"]
    {
        assert!(out.contains(piece), "{piece}\n{out}");
    }
}

#[test]
fn rank_ndjson_is_the_contract() {
    let dir = folder();
    let ended = run(&dir, &[&["rank", "-p", "me.toml", "--format", "ndjson", "nurse.md"], &AS_OF[..]].concat());
    ended.ends(0, &[]);
    let row = json(&ended.out);
    let keys: Vec<&str> = row.as_object().unwrap().keys().map(String::as_str).collect();
    let mut want = vec![
        "schema", "profile", "source", "title", "company", "rank", "standing", "fit", "fit_low", "fit_high", "checked", "asked",
        "required", "preferred", "verdicts", "filtered",
    ];
    want.sort_unstable();
    let mut keys = keys;
    keys.sort_unstable();
    assert_eq!(keys, want);
    assert_eq!((row["schema"].as_str(), row["rank"].as_u64()), (Some("quals.rank/1"), Some(1)));
    let verdict = &row["verdicts"][0];
    for key in ["requirement", "priority", "quote", "line", "verdict", "coverage", "evidence", "missing", "atoms"] {
        assert!(verdict.get(key).is_some(), "{key}");
    }
    assert_eq!(verdict["evidence"][0]["profile"], "education[0]");
}

#[test]
fn rank_json_is_one_document() {
    let dir = folder();
    put(&dir, "jobs/a.md", NURSE);
    put(&dir, "jobs/photo.png", "");
    let run = json(&run(&dir, &[&["rank", "-p", "me.toml", "--format", "json", "jobs"], &AS_OF[..]].concat()).out);
    assert_eq!((run["schema"].as_str(), run["as_of"].as_str()), (Some("quals.ranking/1"), Some("2026-12-01")));
    assert_eq!((run["read"].as_u64(), run["failed"].as_u64()), (Some(1), Some(0)));
    assert_eq!(run["skipped"]["`.png` is no format of postings"], 1);
    assert_eq!(run["profiles"][0]["name"], "Ada");
    assert_eq!(run["profiles"][0]["rows"][0]["source"], "jobs/a.md");
}

#[test]
fn top_shows_the_first_and_counts_the_rest() {
    let dir = folder();
    let row = |n: usize| format!("{{\"title\":\"Job {n}\",\"description\":\"{}\"}}\n", ["Must have a degree.", "We bake."][n % 2]);
    put(&dir, "jobs.ndjson", (0..3_000).map(row).collect::<String>());
    let table = run(&dir, &[&["rank", "-p", "me.toml", "--top", "2", "jobs.ndjson"], &AS_OF[..]].concat()).out;
    assert!(table.contains("1500 unread (2998 not shown)") && table.contains("3000 postings read"), "{table}");
    let lines = |top: &str| {
        let args = ["rank", "-p", "me.toml", "--format", "ndjson", "--top", top, "jobs.ndjson"];
        run(&dir, &[&args, &AS_OF[..]].concat()).out.lines().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(lines("3"), lines("3000")[..3]);
    assert_eq!(run(&dir, &["rank", "-p", "me.toml", "--top", "0", "nurse.md"]).code, 2);
}

#[test]
fn explain_quotes_and_shows_the_line_that_decided() {
    let dir = folder();
    let ended = run(&dir, &[&["explain", "-p", "me.toml", "nurse.md"], &AS_OF[..]].concat());
    ended.ends(0, &[]);
    for piece in
        ["Nurse\nSt Mary · Leeds, United Kingdom\n", "STRETCH", "“Bachelor's degree in Nursing”", "[education[0], line 3]", "✗ not met"]
    {
        assert!(ended.out.contains(piece), "{piece}\n{}", ended.out);
    }
}

#[test]
fn explain_json_names_the_lines_of_the_profile() {
    let dir = folder();
    let it = json(&run(&dir, &[&["explain", "-p", "me.toml", "--format", "json", "nurse.md"], &AS_OF[..]].concat()).out);
    assert_eq!(it["schema"], "quals.explanation/1");
    assert_eq!(it["lines"]["education[0]"], 3);
    assert_eq!(it["result"]["schema"], "quals.rank/1");
    assert_eq!(it["extraction"]["schema"], "quals.extract/1");
}

#[test]
fn explain_takes_a_row_of_many() {
    let dir = folder();
    put(&dir, "jobs.ndjson", "{\"title\":\"A\",\"description\":\"We bake.\"}\n{\"title\":\"B\",\"description\":\"Must know SQL.\"}\n");
    assert!(run(&dir, &["explain", "-p", "me.toml", "jobs.ndjson:2"]).out.starts_with("B\n"));
    let told = "error: `jobs.ndjson` holds several postings; name one row, as in `jobs.ndjson:17`";
    run(&dir, &["explain", "-p", "me.toml", "jobs.ndjson"]).ends(2, &[told]);
    run(&dir, &["explain", "-p", "me.toml", "jobs.ndjson:9"]).ends(2, &["error: there is no posting to explain in `jobs.ndjson:9`"]);
    assert!(run(&dir, &["explain", "-p", "me.toml", "jobs.ndjson:1"]).out.contains("UNREAD"));
}

#[test]
fn kinds_are_seventeen() {
    let out = run(&folder(), &["kinds"]).out;
    let named = |name: &str| out.lines().any(|line| line.split(' ').next() == Some(name));
    assert!(quals::kind::KINDS.iter().all(|kind| named(kind.name)), "{out}");
}

#[test]
fn help_and_version() {
    let dir = folder();
    assert_eq!(run(&dir, &["--version"]).out, format!("quals {}\n", env!("CARGO_PKG_VERSION")));
    for command in
        [["--help"].as_slice(), &["rank", "--help"], &["explain", "--help"], &["extract", "--help"], &["profile", "check", "--help"]]
    {
        let ended = run(&dir, command);
        assert!(ended.code == 0 && ended.out.contains("Examples:"), "{command:?}\n{}", ended.out);
    }
    assert!(run(&dir, &["rank", "--help"]).out.contains("The fit, from 0 to 100"));
    assert!(run(&dir, &["--help"]).out.contains("Rank postings for one or more profiles"));
    let typo = run(&dir, &["rnak"]);
    assert!(typo.code == 2 && typo.err.contains("rank"), "{}", typo.err);
    let date = run(&dir, &["rank", "--as-of", "2026-02-30"]);
    assert!(date.code == 2 && date.err.contains("it must be a day of the calendar, as in 2026-12-01"), "{}", date.err);
}
