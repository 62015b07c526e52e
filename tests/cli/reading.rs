//! `quals extract --explain`: how postings were read.

use crate::{folder, put, run};
use serde_json::Value;

const CLERK: &str = "Records Clerk\nCompany: Harbor Archive\n\nQualifications\n\n- High school diploma\n- Strong knowledge of PostgreSQL is a plus\n- Passion for old maps\n- Compile and verify the lists of arrivals in the ledger\n- Harbor Archive is an equal opportunity employer\n\nBenefits\n\n- A pension, and tea at four\n";

fn read() -> (Value, String) {
    let dir = folder();
    put(&dir, "clerk.md", CLERK);
    let lines = run(&dir, &["extract", "--explain", "--format", "ndjson", "clerk.md"]);
    lines.ends(0, &[]);
    (serde_json::from_str(&lines.out).unwrap(), run(&dir, &["extract", "--explain", "clerk.md"]).out)
}

#[test]
fn it_names_the_section_the_cue_and_the_rule() {
    let (json, text) = read();
    assert_eq!(json["schema"], "quals.reading/1");
    let (degree, skill) = (&json["requirements"][0], &json["requirements"][1]);
    assert_eq!((&degree["section"], &degree["form"], degree.get("cues")), (&"required".into(), &"item".into(), None));
    assert_eq!((&degree["parts"][0]["by"], &degree["parts"][0]["rule"]), (&"reader".into(), &"degree".into()));
    assert_eq!(skill["cues"], serde_json::json!(["is a plus"]));
    let part = serde_json::json!({"kind": "skill", "text": "PostgreSQL", "concept": "postgresql", "by": "phrase", "rule": "head", "head": "Strong knowledge of"});
    assert_eq!(skill["parts"][0], part);
    for piece in [
        "r1 required, line 6\n",
        "section   “Qualifications”, read as what is required; an item or a line of its own\n",
        "priority  by its wording: “is a plus”\n",
        "skill     “PostgreSQL” (postgresql in the vocabulary): a phrase behind “Strong knowledge of”\n",
        "degree    “High school diploma”: read by the rule `degree`\n",
    ] {
        assert!(text.contains(piece), "{piece}\n{text}");
    }
}

#[test]
fn it_says_why_lines_were_passed_over() {
    let (json, text) = read();
    let why: Vec<(&str, &str)> =
        json["dropped"].as_array().unwrap().iter().map(|it| (it["quote"].as_str().unwrap(), it["why"].as_str().unwrap())).collect();
    assert!(why.contains(&("Compile and verify the lists of arrivals in the ledger", "duty")), "{why:?}");
    assert!(why.contains(&("Harbor Archive is an equal opportunity employer", "notice")), "{why:?}");
    assert!(why.contains(&("A pension, and tea at four", "no_telling_word")), "{why:?}");
    for piece in [
        "line 9, under “Qualifications”: a duty; it begins with the verb of a task\n    “Compile and verify",
        "Passed over outside the sections that ask",
        ": no word that tells of a candidate\n",
    ] {
        assert!(text.contains(piece), "{piece}\n{text}");
    }
    assert!(!text.contains("tea at four"), "{text}");
}

#[test]
fn the_extraction_is_the_same_as_without() {
    let (json, _) = read();
    let dir = folder();
    put(&dir, "clerk.md", CLERK);
    let plain: Value = serde_json::from_str(&run(&dir, &["extract", "--format", "ndjson", "clerk.md"]).out).unwrap();
    assert_eq!(json["extraction"], plain);
    assert_eq!(json["requirements"].as_array().unwrap().len(), plain["requirements"].as_array().unwrap().len());
    let list: Value = serde_json::from_str(&run(&dir, &["extract", "--explain", "--format", "json", "clerk.md"]).out).unwrap();
    assert_eq!(list[0], json);
}
