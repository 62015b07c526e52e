//! `quals profile import` and `quals profile schema`.

use crate::{ended, folder, put, quals, run};
use std::fs;

const RESUME: &str = r#"{"basics": {"name": "Ada", "email": "ada@example.org"}, "skills": [{"name": "Rust", "level": "Master"}]}"#;

#[test]
fn a_resume_becomes_a_profile_that_check_accepts() {
    let dir = folder();
    put(&dir, "resume.json", RESUME);
    let wrote = run(&dir, &["profile", "import", "resume.json", "-o", "ada.toml", "--as-of", "2026-12-01"]);
    wrote.ends(0, &["note: wrote `ada.toml`: 1 fact in doubt, 1 thing not carried over; see its comments"]);
    assert_eq!(wrote.out, "");
    let shown = run(&dir, &["profile", "import", "resume.json", "--as-of", "2026-12-01"]);
    shown.ends(0, &[]);
    assert_eq!(shown.out, fs::read_to_string(dir.path().join("ada.toml")).unwrap());
    assert!(shown.out.contains("level = \"expert\" # \"Master\"\n"), "{}", shown.out);
    assert!(run(&dir, &["profile", "check", "ada.toml"]).out.ends_with("ada.toml: no mistakes\n"));
    let piped = ended(&quals(dir.path()).args(["profile", "import", "-"]).write_stdin(RESUME).output().unwrap());
    assert!(piped.code == 0 && piped.out.starts_with("# Made of standard input (JSON Resume), as of "), "{}", piped.out);
}

#[test]
fn every_kind_of_resume_is_read() {
    let dir = folder();
    put(&dir, "ada.txt", "Ada Moss\n\nSkills\n- Rust\n");
    put(&dir, "export/Skills.csv", "Name\nRust\n");
    for (file, format) in [("ada.txt", "ada.txt (text)"), ("export", "export (LinkedIn's export)")] {
        let shown = run(&dir, &["profile", "import", file, "--as-of", "2026-12-01"]);
        shown.ends(0, &[]);
        assert!(shown.out.starts_with(&format!("# Made of {format}, as of 2026-12-01.\n")), "{}", shown.out);
        assert!(shown.out.contains("[[skills]]\nname = \"Rust\"\n"), "{}", shown.out);
    }
}

#[test]
fn an_existing_file_is_kept() {
    let dir = folder();
    put(&dir, "resume.json", RESUME);
    let told = "error: `me.toml` exists; give another name, or `--force` to write over it";
    run(&dir, &["profile", "import", "resume.json", "-o", "me.toml"]).ends(2, &[told]);
    assert_eq!(fs::read_to_string(dir.path().join("me.toml")).unwrap(), crate::PROFILE);
    assert_eq!(run(&dir, &["profile", "import", "resume.json", "-o", "me.toml", "--force"]).code, 0);
    assert!(fs::read_to_string(dir.path().join("me.toml")).unwrap().contains("name = \"Rust\""));
    let files = fs::read_dir(dir.path()).unwrap().count();
    assert_eq!(run(&dir, &["profile", "import", "resume.json", "-o", "no/such/me.toml"]).code, 2);
    put(&dir, "broken.json", "{\"work\": [");
    assert_eq!(run(&dir, &["profile", "import", "broken.json", "-o", "new.toml"]).code, 2);
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), files + 1, "something half done is left behind");
}

#[test]
fn what_cannot_be_imported_is_told() {
    let dir = folder();
    put(&dir, "zeros.json", [0_u8; 64]);
    run(&dir, &["profile", "import", "none.json"]).ends(2, &["error: `none.json` does not exist"]);
    run(&dir, &["profile", "import", "."])
        .ends(2, &["error: `.` is a folder without the tables of LinkedIn's export, such as `Positions.csv`; give the file of the résumé"]);
    let zeros = run(&dir, &["profile", "import", "zeros.json"]);
    assert!(zeros.code == 2 && zeros.err.starts_with("error: `zeros.json` is "), "{}", zeros.err);
}

#[test]
fn the_schema_is_json() {
    let printed = run(&folder(), &["profile", "schema"]);
    printed.ends(0, &[]);
    let schema: serde_json::Value = serde_json::from_str(&printed.out).unwrap();
    assert_eq!(schema["properties"]["skills"]["items"]["required"][0], "name");
}
