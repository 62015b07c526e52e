//! Postings in other languages than English: unread, never half-read.

use crate::{NURSE, folder, put, run};
use serde_json::Value;

const GERMAN: &str = "Pflegefachkraft (m/w/d)\nStandort: Freiburg\n\nIhr Profil\n\n\
    - Abgeschlossene Ausbildung in der Pflege oder ein Bachelor in Nursing\n\
    - Erfahrung mit PostgreSQL und Python ist von Vorteil, aber keine Voraussetzung\n\
    - Sie arbeiten gerne im Team und sind auch am Wochenende für unsere Bewohner da\n";

const TOLD: &str = "warning: `pflege.md` is in German, which quals does not read";

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

#[test]
fn extract_names_the_language_and_finds_nothing() {
    let dir = folder();
    put(&dir, "pflege.md", GERMAN);
    let ended = run(&dir, &["extract", "--format", "ndjson", "pflege.md", "nurse.md"]);
    ended.ends(0, &[TOLD]);
    let lines: Vec<Value> = ended.out.lines().map(json).collect();
    assert_eq!(lines[0]["unread"], serde_json::json!({"language": "de", "name": "German"}));
    assert_eq!(lines[0]["requirements"], Value::Array(vec![]));
    assert_eq!(lines[0]["posting"], serde_json::json!({"title": "Pflegefachkraft (m/w/d)"}));
    assert_eq!(lines[1].get("unread"), None);
    assert!(run(&dir, &["extract", "pflege.md"]).out.contains("unread       in German, which quals does not read"));
}

#[test]
fn rank_lists_and_counts_it() {
    let dir = folder();
    put(&dir, "pflege.md", GERMAN);
    let rank = ["rank", "-p", "me.toml", "--as-of", "2026-12-01", "pflege.md", "nurse.md"];
    let table = run(&dir, &rank);
    table.ends(0, &[]);
    for piece in ["unread: in German", "1 unread", "2 postings read\n1 posting in German, which quals does not read\n"] {
        assert!(table.out.contains(piece), "{piece}\n{}", table.out);
    }
    let document = json(&run(&dir, &[&rank[..], &["--format", "json"]].concat()).out);
    assert_eq!(document["unread"], serde_json::json!({"German": 1}));
    let row = &document["profiles"][0]["rows"][1];
    assert_eq!((&row["standing"], &row["unread"]["language"], &row["fit"]), (&"unread".into(), &"de".into(), &Value::Null));
    let explained = run(&dir, &["explain", "-p", "me.toml", "pflege.md"]);
    explained.ends(0, &[TOLD]);
    assert!(explained.out.contains("UNREAD  the posting is in German, which quals does not read"), "{}", explained.out);
}

#[test]
fn of_a_mixed_posting_the_english_part_is_read() {
    let dir = folder();
    let english = "\nAbout the ward\n\nYou will join a team of twelve nurses who look after older people with care and humour. There is a \
                   garden, a library and a cat, and the tram to the town stops before the door of the house every ten minutes.\n";
    let german = "\nÜber uns\n\nSie sollten Erfahrung mit Python haben und gerne im Team arbeiten. Wir bieten Ihnen eine gründliche Einarbeitung, \
                  bezahlten Urlaub und einen Platz in unserer Kita, die nur wenige Schritte von der Station entfernt liegt.\n";
    put(&dir, "mixed.md", format!("{NURSE}{english}{german}"));
    let ended = run(&dir, &["extract", "--format", "ndjson", "mixed.md"]);
    ended.ends(0, &[]);
    let found = json(&ended.out);
    assert_eq!(found.get("unread"), None);
    let quotes: Vec<&str> = found["requirements"].as_array().unwrap().iter().map(|it| it["quote"].as_str().unwrap()).collect();
    assert_eq!(quotes, ["Bachelor's degree in Nursing", "Experience with wound care", "Fluent in English"]);
    assert_eq!(found["unread_parts"][0]["language"], "de");
}
