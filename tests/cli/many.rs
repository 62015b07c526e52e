//! Many postings: as a filter, on several threads, in formats that are named.

use crate::{NURSE, Run, ended, folder, put, quals, run};
use serde_json::{Value, json};

fn filter(args: &[&str], input: &str) -> Run {
    let dir = folder();
    ended(
        &quals(dir.path())
            .args(["extract", "--format", "ndjson", "--as-of", "2026-12-01", "-"])
            .args(args)
            .write_stdin(input)
            .output()
            .unwrap(),
    )
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_line_in_is_a_line_out() {
    let rows = format!(
        "{}\n{{\"description\":\n\n{{\"title\": \"x\"}}\n[1]\n{{\"description\": \"\"}}\n{}",
        json!({ "description": NURSE }),
        json!({ "text": "RN" })
    );
    let found = filter(&[], &rows);
    assert_eq!((found.code, found.err.lines().count()), (1, 5), "{}", found.err);
    let out = lines(&found.out);
    let sources: Vec<&str> = out.iter().map(|line| line["source"].as_str().unwrap()).collect();
    assert_eq!(sources, ["-:1", "-:2", "-:3", "-:4", "-:5", "-:6", "-:7"]);
    assert!(out.iter().all(|line| line["schema"] == "quals.extract/1"));
    let errors: Vec<bool> = out.iter().map(|line| line["error"].is_string()).collect();
    assert_eq!(errors, [false, true, true, true, true, true, false]);
    assert_eq!(out[1]["error"], "row `-:2` is no sound JSON at column 15; write one whole object a line");
    assert_eq!(out[0]["requirements"].as_array().unwrap().len(), 3);
}

#[test]
fn the_output_is_the_same_for_any_number_of_threads() {
    let rows: String = (0..3_000)
        .map(|id| match id % 7 {
            0 => "{\"broken\"\n".to_owned(),
            n => format!("{}\n", json!({ "title": format!("Job {id}"), "description": format!("Requirements\n{}", "- 3 years of experience with Python\n".repeat(n)) })),
        })
        .collect();
    let one = filter(&["--threads", "1"], &rows);
    assert_eq!(one.out.lines().count(), 3_000);
    for (line, row) in lines(&one.out).iter().zip(1..) {
        assert_eq!(line["source"], format!("-:{row}"));
    }
    for threads in ["2", "3", "8"] {
        let many = filter(&["--threads", threads], &rows);
        assert!(many.out == one.out && many.err == one.err && many.code == one.code, "{threads} threads");
    }
    let dir = folder();
    put(&dir, "jobs.ndjson", &rows);
    let rank =
        |threads: &str| run(&dir, &["rank", "-p", "me.toml", "--as-of", "2026-12-01", "--top", "9", "--threads", threads, "jobs.ndjson"]);
    assert_eq!(rank("1").out, rank("3").out);
    assert_eq!(rank("2").out.matches("read\n").count(), 1, "{}", rank("2").out);
}

#[test]
fn a_row_of_a_table_can_be_named() {
    let dir = folder();
    put(&dir, "jobs.csv", format!("title,what\nCook,Thai\nNurse,\"{NURSE}\"\n"));
    let args = ["explain", "-p", "me.toml", "--as-of", "2026-12-01", "--column", "description=what"];
    let found = run(&dir, &[&args[..], &["jobs.csv:3"]].concat());
    assert_eq!(found.code, 0, "{}", found.err);
    assert!(found.out.contains("posting  jobs.csv:3") && found.out.contains("“Experience with wound care”"), "{}", found.out);
    let told = "error: `jobs.csv` holds several postings; name one row, as in `jobs.ndjson:17`";
    run(&dir, &[&args[..], &["jobs.csv"]].concat()).ends(2, &[told]);
}

#[test]
fn the_format_and_the_column_can_be_given() {
    let dir = folder();
    put(&dir, "odd", "a;b\nNurse;RN license\n");
    let found = run(&dir, &["extract", "--format", "ndjson", "--input-format", "csv", "--column", "description=b", "odd"]);
    assert_eq!((found.code, lines(&found.out)[0]["text_of"].clone()), (0, json!("column:b")), "{}", found.err);
    put(&dir, "braces.txt", "{\"description\": \"RN license\"}");
    let found = run(&dir, &["extract", "--format", "ndjson", "--input-format", "text", "braces.txt"]);
    assert_eq!(lines(&found.out)[0].get("text_of"), None);
    for args in [["--input-format", "doc"], ["--column", "text"], ["--threads", "0"]] {
        let wrong = run(&dir, &[&["extract", "nurse.md"][..], &args].concat());
        assert_eq!(wrong.code, 2, "{args:?}");
        assert!(wrong.err.starts_with("error: ") && wrong.err.lines().count() == 1, "{}", wrong.err);
    }
}

#[test]
fn postings_are_given_back_as_json_ld() {
    let dir = folder();
    let found = run(&dir, &["extract", "--format", "json-ld", "nurse.md"]);
    let value = &lines(&found.out)[0];
    assert_eq!((&value["@type"], &value["title"]), (&json!("JobPosting"), &json!("Nurse")));
    assert_eq!(value["educationRequirements"][0]["credentialCategory"], "bachelor degree");
    assert_eq!(value["description"], NURSE);
}
