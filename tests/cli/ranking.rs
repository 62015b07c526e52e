//! Many profiles at once, filters, columns and formats; what if, and what changed.

use crate::{PROFILE, Run, folder, put, run};
use serde_json::Value;
use std::fs;
use tempfile::TempDir;

/// A folder with two candidates and four postings that state different things.
fn jobs() -> TempDir {
    let dir = folder();
    let with_skill = PROFILE.replace("Ada", "Bob").replace("\n[[languages]]", "\n[[skills]]\nname = \"wound care\"\n\n[[languages]]");
    put(&dir, "people/ada.toml", PROFILE);
    put(&dir, "people/bob.toml", with_skill);
    let posting = |facts: &str, asks: &str| format!("Nurse\nCompany: St Mary\n{facts}\n\nRequirements\n\n- {asks}\n");
    put(
        &dir,
        "jobs/a.md",
        posting("Location: Leeds, United Kingdom\nJob type: Full-time\nDeadline: 12 January 2027", "Experience with wound care"),
    );
    put(&dir, "jobs/b.md", posting("Location: Berlin, Germany\nJob type: Internship\nDeadline: 1 June 2026", "Fluent in English"));
    put(&dir, "jobs/c.md", posting("Location: Leeds, United Kingdom", "Bachelor's degree in Nursing"));
    put(&dir, "jobs/d.md", "We bake.\n");
    dir
}

fn quals(dir: &TempDir, args: &str) -> Run {
    let args: Vec<&str> = args.split(' ').chain(["--as-of", "2026-12-01"]).collect();
    run(dir, &args)
}

/// The sources of the rows, in order.
fn sources(dir: &TempDir, args: &str) -> Vec<String> {
    let ended = quals(dir, &format!("rank -p people/ada.toml jobs --format ndjson {args}"));
    assert_eq!(ended.code, 0, "{}", ended.err);
    let source = |line: &str| serde_json::from_str::<Value>(line).unwrap()["source"].as_str().unwrap().to_owned();
    ended.out.lines().map(source).collect()
}

#[test]
fn filters_choose_rows_and_count_what_they_drop() {
    let dir = jobs();
    assert_eq!(sources(&dir, "--top 9").len(), 4);
    assert_eq!(sources(&dir, "--eligible"), ["jobs/b.md", "jobs/c.md"]);
    assert_eq!(sources(&dir, "--standing stretch,unread"), ["jobs/a.md", "jobs/d.md"]);
    assert_eq!(sources(&dir, "--min-fit 50"), ["jobs/b.md", "jobs/c.md"]);
    assert_eq!(sources(&dir, "--place Germany"), ["jobs/b.md"]);
    assert_eq!(sources(&dir, "--employment internship --unstated"), ["jobs/b.md", "jobs/c.md", "jobs/d.md"]);
    assert!(!sources(&dir, "--open").contains(&"jobs/b.md".to_owned()));
    let table = quals(&dir, "rank -p people/ada.toml jobs --employment internship --title nurse").out;
    assert!(table.contains("1 eligible\n3 dropped by --employment, 2 of them for they do not state it\n"), "{table}");
    let none = quals(&dir, "rank -p people/ada.toml jobs --title baker").out;
    assert!(none.contains("nothing is left to show") && none.contains("4 dropped by --title, 1 of them"), "{none}");
    let told = quals(&dir, "rank -p people/ada.toml jobs --format csv --open");
    assert_eq!(told.err, "note: 1 dropped by --open\n");
}

#[test]
fn a_filter_changes_no_standing_and_dropped_rows_can_be_kept() {
    let dir = jobs();
    let rows = |args: &str| -> Vec<Value> {
        let out = quals(&dir, &format!("rank -p people/ada.toml jobs --format ndjson {args}")).out;
        out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    let (all, kept) = (rows("--top 9"), rows("--place Germany --dropped"));
    assert_eq!((all.len(), kept.len()), (4, 4));
    let filtered: Vec<&Value> = kept.iter().map(|row| &row["filtered"]).collect();
    assert_eq!(filtered, [&Value::Null, &"place".into(), &"place".into(), &"place".into()]);
    for row in &kept {
        let same = all.iter().find(|other| other["source"] == row["source"]).unwrap();
        assert_eq!((&same["standing"], &same["fit"]), (&row["standing"], &row["fit"]));
    }
}

#[test]
fn wants_drop_what_says_otherwise() {
    let dir = jobs();
    put(&dir, "people/ada.toml", format!("{PROFILE}\n[wants]\nemployment = [\"internship\"]\nplaces = [\"Germany\"]\n"));
    assert_eq!(sources(&dir, "--wanted"), ["jobs/b.md", "jobs/d.md"]);
    let document: Value = serde_json::from_str(&quals(&dir, "rank -p people/ada.toml jobs --format json --wanted").out).unwrap();
    assert_eq!(document["profiles"][0]["dropped"], serde_json::json!({"wants.employment": 1, "wants.place": 1}));
}

#[test]
fn candidates_are_ranked_for_each_posting() {
    let dir = jobs();
    let table = quals(&dir, "rank -p people jobs --by posting --standing eligible").out;
    let first = table.split("\n\n").nth(1).unwrap();
    assert!(table.starts_with("Nurse · St Mary · Leeds, United Kingdom · until 2027-01-12 · jobs/a.md\n"), "{table}");
    assert!(first.contains("1  eligible  80   Bob · people/bob.toml") && !first.contains("Ada"), "{table}");
    assert!(table.contains("1 posting without a candidate left\n3 dropped by --standing\n"), "{table}");
    let document: Value = serde_json::from_str(&quals(&dir, "rank -p people jobs --by posting --format json").out).unwrap();
    let rows = document["postings"][0]["rows"].as_array().unwrap();
    let order: Vec<(&str, u64)> = rows.iter().map(|row| (row["profile"].as_str().unwrap(), row["rank"].as_u64().unwrap())).collect();
    assert_eq!(order, [("people/bob.toml", 1), ("people/ada.toml", 2)]);
}

#[test]
fn columns_and_sort_are_free_and_ranks_stay() {
    let dir = jobs();
    let csv = quals(&dir, "rank -p people/ada.toml jobs --format csv --columns rank,source,deadline --sort deadline").out;
    assert_eq!(csv, "rank,source,deadline\n1,jobs/b.md,2026-06-01\n3,jobs/a.md,2027-01-12\n2,jobs/c.md,\n4,jobs/d.md,\n");
    let table = quals(&dir, "rank -p people/ada.toml jobs --columns title,place --top 1 --sort source").out;
    assert!(table.contains("Title  Place\n") && table.contains("Nurse  Leeds, United Kingdom\n"), "{table}");
    let markdown = quals(&dir, "rank -p people/ada.toml jobs --format markdown --top 1").out;
    assert!(markdown.contains("| 1 | eligible | 80 | Nurse · St Mary · Berlin, Germany | 1/1 | – | 2026-06-01 |  |\n"), "{markdown}");
}

#[test]
fn hostile_text_breaks_neither_csv_nor_markdown() {
    let dir = folder();
    put(&dir, "jobs.ndjson", "{\"title\":\"=HYPERLINK('x')|<script>, Nurse\",\"description\":\"Must know SQL.\"}\n");
    let csv = quals(&dir, "rank -p me.toml jobs.ndjson --format csv --columns title,rank").out;
    assert_eq!(csv.lines().nth(1).unwrap(), "\"'=HYPERLINK('x')|<script>, Nurse\",1");
    let markdown = quals(&dir, "rank -p me.toml jobs.ndjson --format markdown --columns title").out;
    assert!(markdown.contains("| =HYPERLINK('x')\\|&lt;script>, Nurse |"), "{markdown}");
}

#[test]
fn what_if_shows_before_and_after_and_touches_no_file() {
    let dir = folder();
    let run = |with: &str| quals(&dir, &format!("rank -p me.toml nurse.md {with}"));
    let table = run("--with skills=wound_care:working --format table").out;
    assert!(table.contains("Ada · me.toml with skills=wound_care:working"), "{table}");
    let with = ["rank", "-p", "me.toml", "nurse.md", "--as-of", "2026-12-01", "--with", "skills=wound care:working"];
    let table = crate::run(&dir, &with).out;
    assert!(table.contains("stretch → eligible") && table.contains("now met: wound care"), "{table}");
    assert!(table.contains("another standing: 1 stretch → eligible"), "{table}");
    let ndjson = crate::run(&dir, &[&with[..], &["--format", "ndjson"]].concat()).out;
    let row: Value = serde_json::from_str(&ndjson).unwrap();
    assert_eq!((row["before"]["standing"].as_str(), row["standing"].as_str()), (Some("stretch"), Some("eligible")));
    assert_eq!(row["before"]["changed"][0]["parts"], serde_json::json!(["wound care"]));
    assert_eq!(fs::read_to_string(dir.path().join("me.toml")).unwrap(), PROFILE);
}

#[test]
fn mistakes_in_what_if_are_told_with_the_nearest_name() {
    let dir = folder();
    let told = |with: &str| crate::run(&dir, &["rank", "-p", "me.toml", "nurse.md", "--as-of", "2026-12-01", "--with", with]);
    told("skils=Go").ends(2, &["error: `skils=Go` is no value of `--with`: unknown fact `skils`; did you mean `skills`?"]);
    told("skills=Go:expret").ends(2, &["error: `--with skills=Go:expret`: unknown level `expret`; did you mean `expert`?"]);
    told("education[1].status=completed")
        .ends(2, &["error: `--with education[1].status=completed`: the profile has no `education[1]`; entries count from 0"]);
    told("skills=Kubernets").ends(
        0,
        &["warning: `--with skills=Kubernets`: the vocabulary does not know the skill `Kubernets`, which is matched by its words; the nearest name is `Kubernetes`"],
    );
    told("study.enrolled=true").ends(
        0,
        &["warning: `--with study.enrolled=true`: `enrolled = true`, but no `[[education]]` has `status = \"enrolled\"`; add the degree that is under way to `[[education]]`"],
    );
}

#[test]
fn a_diff_shows_what_a_changed_profile_changes() {
    let dir = jobs();
    let table = quals(&dir, "diff -p people/ada.toml -p people/bob.toml jobs").out;
    assert!(table.starts_with("Bob · people/ada.toml → people/bob.toml"), "{table}");
    assert!(table.contains("stretch → eligible") && table.contains("1 eligible · 3 unchanged"), "{table}");
    quals(&dir, "diff -p people/ada.toml jobs")
        .ends(2, &["error: name the old and the new profile, as in `quals diff -p old.toml -p new.toml`"]);
    quals(&dir, "diff -p people/ada.toml -p people/ada.toml jobs")
        .ends(2, &["error: `people/ada.toml` is named as the old and the new profile; name two files"]);
    quals(&dir, "diff -p people/ada.toml -p people jobs").ends(2, &["error: `people` holds several profiles; name one file"]);
}

#[test]
fn wrong_names_are_told_in_one_sentence() {
    let dir = jobs();
    for (args, told) in [
        ("--standing eligble", "unknown value `eligble` of `--standing`; did you mean `eligible`?"),
        ("--columns rank,fitt", "unknown value `fitt` of `--columns`; did you mean `fit`?"),
        ("--sort deadlin", "unknown value `deadlin` of `--sort`; did you mean `deadline`?"),
        ("--employment intership", "unknown value `intership` of `--employment`; did you mean `internship`?"),
        ("--mode remot", "unknown value `remot` of `--mode`; did you mean `remote`?"),
        ("--stnding eligible", "there is no option `--stnding`; did you mean `--standing`?"),
        ("--min-salary lots", "`lots` is no value of `--min-salary`: it must be a sum a year, as in `60000` or `60000 CHF`"),
        ("--top 0", "`0` is no value of `--top`: it must be a whole number, 1 or more"),
        ("--threads many", "`many` is no value of `--threads`: it must be a whole number, 1 or more"),
        ("--min-fit 200", "`200` is no value of `--min-fit`: it must be a whole number from 0 to 100"),
        (
            "--with =working",
            "`=working` is no value of `--with`: write a fact and its value, as in `skills=Kubernetes:working` or `education[0].status=completed`",
        ),
        ("--eligible --standing stretch", "`--eligible` and `--standing` do not go together; choose one"),
        (
            "--format json --columns fit",
            "`--columns` does not go with JSON: JSON always holds all; choose `--format table`, `csv` or `markdown`",
        ),
    ] {
        quals(&dir, &format!("rank -p people/ada.toml jobs {args}")).ends(2, &[&format!("error: {told}")]);
    }
    let no_columns = quals(&dir, "rank -p people/ada.toml jobs --columns=");
    assert!(
        no_columns.code == 2 && no_columns.err.starts_with("error: `--columns` needs a value; it is one of `rank`"),
        "{}",
        no_columns.err
    );
    quals(&dir, "rank -p people/ada.toml jobs --place Swizerland").ends(
        0,
        &["warning: the vocabulary does not know the place `Swizerland` of `--place`, which is matched by its words; the nearest name is `Switzerland`"],
    );
}

#[test]
fn profiles_that_share_a_name_or_contradict_themselves_are_told() {
    let dir = jobs();
    put(&dir, "people/bob.toml", PROFILE);
    quals(&dir, "rank -p people jobs")
        .ends(0, &["warning: `people/ada.toml` and `people/bob.toml` have the same name `Ada`; their files tell them apart"]);
    quals(&dir, "rank -p people/ada.toml -p people/ada.toml jobs").ends(0, &["warning: `people/ada.toml` is given twice, and used once"]);
    let over = "[study]\nenrolled = true\n\n[[education]]\nlevel = \"bachelor\"\nstatus = \"enrolled\"\nend = \"2025-06\"\n";
    put(&dir, "over.toml", over);
    quals(&dir, "rank -p over.toml jobs").ends(
        0,
        &["warning: over.toml:7:1: the degree is under way, but its end `2025-06` is past; set `status = \"completed\"`, or the end that is expected now"],
    );
    put(&dir, "over.toml", over.replace("status = \"enrolled\"", "status = \"completed\""));
    quals(&dir, "rank -p over.toml jobs").ends(
        0,
        &["warning: over.toml:2:1: `enrolled = true`, but no `[[education]]` has `status = \"enrolled\"`; add the degree that is under way to `[[education]]`"],
    );
}
