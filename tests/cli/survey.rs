//! Questions, gaps, and two postings side by side.

use crate::{NURSE, PROFILE, Run, folder, put, run};
use serde_json::Value;
use std::fs;
use tempfile::TempDir;

fn quals(dir: &TempDir, args: &[&str]) -> Run {
    run(dir, &[args, &["--as-of", "2026-12-01"]].concat())
}

fn json(ended: &Run) -> Value {
    serde_json::from_str(&ended.out).unwrap_or_else(|error| panic!("{error}\n{}\n{}", ended.out, ended.err))
}

/// Three postings: one asks for the right to work in Canada alone, one for that and more, one for Kubernetes.
fn jobs() -> TempDir {
    let dir = folder();
    let posting = |title: &str, asks: &str| format!("{title}\nCompany: St Mary\n\nRequirements\n\n{asks}");
    let right = "- Must be authorized to work in Canada\n";
    put(&dir, "jobs/a.md", posting("Nurse", right));
    put(&dir, "jobs/b.md", posting("Nurse Manager", &format!("{right}- Master's degree in Nursing\n- Must be 21 years of age or older\n")));
    put(&dir, "jobs/c.md", posting("Platform Engineer", "- Experience with Kubernetes\n- Fluent in English\n"));
    put(&dir, "jobs/d.md", posting("Operations Engineer", "- Experience with container orchestration\n- Experience with Terraform\n"));
    dir
}

#[test]
fn questions_say_what_they_decide() {
    let dir = jobs();
    let found = json(&quals(&dir, &["ask", "-p", "me.toml", "jobs", "--format", "json"]));
    assert_eq!(found["schema"], "quals.questions/1");
    let first = &found["questions"][0];
    assert_eq!((first["id"].as_str(), first["decides"].as_u64()), (Some("work_authorization:CA"), Some(1)), "{first}");
    assert_eq!(first["text"], "What is your right to work in Canada?");
    assert_eq!((first["asked"].as_u64(), first["eligible"].as_u64()), (Some(2), Some(1)));
    assert_eq!(first["postings"][0]["source"], "jobs/a.md");
    let text = quals(&dir, &["ask", "-p", "me.toml", "jobs"]).out;
    assert!(text.contains("decides 1 of the 2 postings that ask it, could make 1 eligible: Nurse · St Mary"), "{text}");
    assert!(text.contains("How old are you?\n  asked by 1 posting\n  personal.age=NUMBER\n"), "{text}");
}

#[test]
fn answers_are_written_and_comments_stay() {
    let dir = jobs();
    let mine = format!("# about me\n{PROFILE}\n[personal] # private\ntraits = [\"calm\"]   # yes\n");
    put(&dir, "me.toml", &mine);
    let args = ["ask", "-p", "me.toml", "jobs", "--answer", "work_authorization:CA=authorized", "--answer", "personal.age=30"];
    let ended = quals(&dir, &args);
    ended.ends(0, &[]);
    assert_eq!(ended.out, "me.toml: set work_authorization.authorized_in=CA\nme.toml: set personal.age=30\n");
    let written = fs::read_to_string(dir.path().join("me.toml")).unwrap();
    let want = mine.replace("# yes\n", "# yes\nage = 30\n") + "\n[work_authorization]\nauthorized_in = [\"CA\"]\n";
    assert_eq!(written, want);
    assert_eq!(json(&quals(&dir, &["ask", "-p", "me.toml", "jobs", "--format", "json"]))["total"], 0);
    let files: Vec<_> = fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(files.len(), 3, "{files:?}");
}

#[test]
fn an_answer_that_is_none_is_told_and_nothing_is_written() {
    let dir = jobs();
    let told = |answer: &str| quals(&dir, &["ask", "-p", "me.toml", "jobs", "--answer", answer]);
    told("study.retruning=yes").ends(2, &["error: `--answer study.retruning=yes`: unknown fact `retruning`; did you mean `returning`?"]);
    told("study.returning").ends(
        2,
        &["error: `--answer study.returning`: write a question and its answer, as in `study.returning=yes` or `skills:Kubernetes=working`"],
    );
    told("=yes")
        .ends(2, &["error: `--answer =yes`: write a question and its answer, as in `study.returning=yes` or `skills:Kubernetes=working`"]);
    told("location.places:Rome=perhaps").ends(
        2,
        &["error: `--answer location.places:Rome=perhaps`: `perhaps` is no answer to `location.places:Rome`; it is one of `yes` or `no`"],
    );
    told("languages[0].level=C3")
        .ends(2, &["error: `languages[0].level=C3`: unknown level `C3`; did you mean `C1`?, and `me.toml` stays as it was"]);
    told("work_authorization:CA=perhaps").ends(
        2,
        &["error: `--answer work_authorization:CA=perhaps`: `perhaps` is no answer to `work_authorization:CA`; it is one of `citizen`, `permanent_resident`, `authorized` or `needs_sponsorship`"],
    );
    told("skills:Kubernetes=no").ends(
        0,
        &[
            "note: `skills:Kubernetes=no` is nothing that a profile can say; a list says no to what it lacks where `[assume]` calls it complete",
            "note: nothing was written to `me.toml`",
        ],
    );
    quals(&dir, &["ask", "-p", "me.toml", "jobs", "--interactive"])
        .ends(2, &["error: there is no terminal to ask on; give the answers as in `--answer study.returning=yes`"]);
    assert_eq!(fs::read_to_string(dir.path().join("me.toml")).unwrap(), PROFILE);
}

#[test]
fn gaps_say_what_they_would_open() {
    let dir = jobs();
    let found = json(&quals(&dir, &["gaps", "-p", "me.toml", "jobs", "--format", "json"]));
    assert_eq!(found["schema"], "quals.gaps/1");
    let gap = |name: &str| {
        found["gaps"].as_array().unwrap().iter().find(|gap| gap["name"] == name).unwrap_or_else(|| panic!("{name}\n{found}")).clone()
    };
    let kubernetes = gap("Kubernetes");
    assert_eq!(kubernetes["turn_eligible"][0]["source"], "jobs/c.md");
    assert_eq!(
        (kubernetes["postings"].as_u64(), kubernetes["eligible"].as_u64(), kubernetes["leave_stretch"].as_u64()),
        (Some(2), Some(1), Some(1))
    );
    assert!(kubernetes["fit_gain"].as_f64() > gap("Terraform")["fit_gain"].as_f64());
    assert_eq!(found["near"].as_array().unwrap().len(), 1);
    let near = quals(&dir, &["gaps", "-p", "me.toml", "jobs", "--near"]).out;
    assert!(near.contains("Platform Engineer · St Mary") && near.contains("Kubernetes\n") && !near.contains("Operations"), "{near}");
    let text = quals(&dir, &["gaps", "-p", "me.toml", "jobs", "--top", "1"]).out;
    assert!(text.contains("    2         +1       +1") && text.contains("not shown)"), "{text}");
}

#[test]
fn two_postings_stand_side_by_side() {
    let dir = jobs();
    let text = quals(&dir, &["explain", "-p", "me.toml", "--compare", "nurse.md", "jobs/c.md"]).out;
    let line = |name: &str| text.lines().find(|line| line.starts_with(name)).unwrap_or_else(|| panic!("{name}\n{text}"));
    assert!(line("standing").contains("stretch") && line("language").matches('✓').count() == 2, "{text}");
    assert!(line("skill").contains("✗ wound care") && line("skill").contains("✗ Kubernetes"), "{text}");
    let both = json(&quals(&dir, &["explain", "-p", "me.toml", "--compare", "nurse.md", "jobs/c.md", "--format", "json"]));
    assert_eq!((both["schema"].as_str(), both["right"]["result"]["source"].as_str()), (Some("quals.comparison/1"), Some("jobs/c.md")));
    quals(&dir, &["explain", "-p", "me.toml", "--compare", "nurse.md"])
        .ends(2, &["error: name two postings to compare, as in `--compare a.md b.md`"]);
    quals(&dir, &["explain", "-p", "me.toml", "nurse.md", "jobs/c.md"])
        .ends(2, &["error: name one posting, or put two side by side with `--compare`"]);
}

#[test]
fn every_node_of_an_explanation_has_its_verdict() {
    let dir = folder();
    put(&dir, "nurse.md", NURSE.replace("- Fluent in English", "- Fluent in English, French or German"));
    let found = json(&quals(&dir, &["explain", "-p", "me.toml", "nurse.md", "--format", "json"]));
    let tree = found["trees"].as_array().unwrap().iter().find(|tree| tree.get("any").is_some()).unwrap();
    assert_eq!((tree["verdict"].as_str(), tree["coverage"].clone()), (Some("met"), serde_json::json!([1, 1])));
    assert_eq!(tree["evidence"][0]["profile"], "languages[0]");
    let parts: Vec<&str> = tree["any"].as_array().unwrap().iter().map(|part| part["verdict"].as_str().unwrap()).collect();
    assert_eq!(parts, ["met", "unmet", "unmet"]);
}
