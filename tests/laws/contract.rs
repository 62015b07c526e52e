//! The JSON of a row, field by field.

use crate::matching::row;
use quals::{
    extract::Extraction,
    profile::{Profile, SkillEntry},
    rank::order,
};
use serde_json::json;

#[test]
fn a_row_is_written_as_the_contract_says() {
    let posting: Extraction = serde_json::from_value(json!({
        "schema": "quals.extract/1", "source": "postings/zurich.md", "posting": {"title": "Intern", "company": "Example AG"},
        "requirements": [
            {"id": "r1", "priority": "required", "basis": "section", "quote": "Python.", "span": [0, 7], "line": 3,
             "needs": {"kind": "skill", "text": "Python"}},
            {"id": "r2", "priority": "preferred", "basis": "section", "quote": "18.", "span": [8, 11], "line": 4,
             "needs": {"kind": "age", "text": "18", "min": 18}}]
    }))
    .unwrap();
    let skills = vec![SkillEntry { name: "PyTorch".into(), ..SkillEntry::default() }];
    let profile = Profile { source: "profiles/mira.toml".into(), skills, ..Profile::default() };
    let mut rows = vec![row(&profile, &posting)];
    order(&mut rows);
    assert_eq!(
        serde_json::to_value(&rows[0]).unwrap(),
        json!({"schema": "quals.rank/1", "profile": "profiles/mira.toml", "source": "postings/zurich.md", "title": "Intern", "company": "Example AG",
            "rank": 1, "standing": "eligible", "fit": 80.0, "fit_low": 66.7, "fit_high": 83.3, "checked": 1, "asked": 2,
            "required": {"met": 1, "partial": 0, "unmet": 0, "unknown": 0, "assumed": 0},
            "preferred": {"met": 0, "partial": 0, "unmet": 0, "unknown": 1, "assumed": 0},
            "verdicts": [
                {"requirement": "r1", "priority": "required", "quote": "Python.", "line": 3, "verdict": "met", "coverage": [1, 1],
                 "evidence": [{"profile": "skills[0]", "text": "PyTorch", "via": ["PyTorch", "Python"]}], "missing": [],
                 "atoms": [{"kind": "skill", "text": "Python", "verdict": "met", "coverage": [1, 1],
                            "evidence": [{"profile": "skills[0]", "text": "PyTorch", "via": ["PyTorch", "Python"]}], "missing": []}]},
                {"requirement": "r2", "priority": "preferred", "quote": "18.", "line": 4, "verdict": "unknown", "coverage": [0, 1],
                 "evidence": [], "missing": ["personal.age"],
                 "atoms": [{"kind": "age", "text": "18", "verdict": "unknown", "coverage": [0, 1], "evidence": [], "missing": ["personal.age"]}]}],
            "filtered": null})
    );
}
