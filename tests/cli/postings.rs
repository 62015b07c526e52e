//! Bad postings: one sentence for each on standard error, the others go on.

use crate::{NURSE, Run, folder, put, quals, run};
use tempfile::TempDir;

fn rank(dir: &TempDir, postings: &[&str]) -> Run {
    let args = ["rank", "-p", "me.toml", "--as-of", "2026-12-01"];
    run(dir, &[&args, postings].concat())
}

#[test]
fn a_missing_file_does_not_stop_the_others() {
    let dir = folder();
    let told = "error: `none.md` does not exist; check the name, or give the folder it is in";
    let some = rank(&dir, &["none.md", "nurse.md"]);
    some.ends(1, &[told]);
    assert!(some.out.contains("Nurse · St Mary") && some.out.contains("1 posting read\n1 could not be read"), "{}", some.out);
    rank(&dir, &["none.md"]).ends(2, &[told]);
    run(&dir, &["extract", "none.md"]).ends(2, &[told]);
    run(&dir, &["explain", "-p", "me.toml", "none.md"]).ends(2, &[told, "error: there is no posting to explain in `none.md`"]);
}

#[test]
fn a_folder_without_postings() {
    let dir = folder();
    put(&dir, "photos/cat.png", "");
    let told = "error: `photos` holds no posting; give a folder with .txt, .md, .html, .json, .ndjson, .csv, .docx or .pdf files";
    rank(&dir, &["photos"]).ends(2, &[told]);
    let some = rank(&dir, &["photos", "nurse.md"]);
    some.ends(1, &[told]);
    assert!(some.out.contains("1 file skipped: `.png` is no format of postings\n"), "{}", some.out);
}

#[test]
fn an_empty_file() {
    let dir = folder();
    put(&dir, "empty.txt", "");
    put(&dir, "blank.md", " \n\u{200b}\n");
    let told = ["error: `empty.txt` has no text; fill it, or leave it out", "error: `blank.md` has no text; fill it, or leave it out"];
    rank(&dir, &["empty.txt", "blank.md", "nurse.md"]).ends(1, &told);
}

#[test]
fn a_binary_file() {
    let dir = folder();
    put(&dir, "posting.txt", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3e\0");
    put(&dir, "posting.md", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n");
    let some = rank(&dir, &["posting.txt", "posting.md", "nurse.md"]);
    assert_eq!((some.code, some.err.lines().count()), (1, 2), "{}", some.err);
    assert!(some.err.contains("`posting.txt` is a program, not text; save the posting as text, Markdown or HTML"), "{}", some.err);
    assert!(some.err.contains("row `posting.md` is a damaged PDF document; save it anew, or as text"), "{}", some.err);
    assert!(some.out.contains("Nurse · St Mary"));
}

#[test]
fn invalid_utf8_is_decoded_as_what_it_is() {
    let dir = folder();
    put(&dir, "latin.txt", b"Infirmi\xe8re\n\nRequirements\n- Fran\xe7ais et \xe9criture; fluent in French\n");
    let some = run(&dir, &["extract", "--format", "ndjson", "latin.txt"]);
    some.ends(0, &[]);
    assert!(some.out.contains("Infirmière") && some.out.contains("\"text_of\":\"repaired\""), "{}", some.out);
}

#[test]
fn a_file_of_50_megabytes_is_read() {
    let dir = folder();
    let filler = "The tulips came up early this year, and the frost came back in April.\n";
    put(&dir, "big.txt", format!("{NURSE}\nAbout us\n\n{}", filler.repeat((50 << 20) / filler.len())));
    let big = rank(&dir, &["big.txt", "nurse.md"]);
    big.ends(0, &[]);
    assert!(big.out.contains("2 postings read"), "{}", big.out);
}

#[test]
fn a_file_larger_than_any_posting_is_refused() {
    let dir = folder();
    put(&dir, "huge.txt", "all work and no play \n".repeat((65 << 20) / 22));
    let told = "error: `huge.txt` is larger than 64 MB; give postings in files of their own, or as NDJSON with one a line";
    rank(&dir, &["huge.txt", "nurse.md"]).ends(1, &[told]);
}

#[test]
fn a_line_of_5_megabytes_without_a_break() {
    let dir = folder();
    put(&dir, "long.txt", "x".repeat(5 << 20));
    put(&dir, "words.txt", "Requirements: experience with Python and SQL, ".repeat((5 << 20) / 46));
    let long = rank(&dir, &["long.txt", "words.txt", "nurse.md"]);
    long.ends(0, &[]);
    assert!(long.out.contains("3 postings read") && long.out.len() < 10_000, "{}", long.out.len());
}

#[cfg(unix)]
#[test]
fn an_unreadable_file_among_good_ones() {
    use std::{fs, os::unix::fs::PermissionsExt};
    let dir = folder();
    put(&dir, "jobs/a.md", NURSE);
    put(&dir, "jobs/b.md", NURSE);
    let locked = dir.path().join("jobs/b.md");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::File::open(&locked).is_ok() {
        // Who may read everything is told the same of a link that leads to itself.
        fs::remove_file(&locked).unwrap();
        std::os::unix::fs::symlink("b.md", &locked).unwrap();
        let some = rank(&dir, &["jobs/a.md", "jobs/b.md"]);
        assert!(
            some.code == 1 && some.err.starts_with("error: cannot read `jobs/b.md`: ") && some.err.lines().count() == 1,
            "{}",
            some.err
        );
        return;
    }
    let some = rank(&dir, &["jobs"]);
    some.ends(1, &["error: cannot read `jobs/b.md`: permission denied; check its permissions, or leave it out"]);
    assert!(some.out.contains("Nurse · St Mary"));
}

#[test]
fn a_bad_row_does_not_stop_the_others() {
    let dir = folder();
    put(
        &dir,
        "jobs.ndjson",
        "{\"title\":\"A\",\"description\":\"Must have a degree.\"}\n{oops\n{\"title\":\"C\",\"description\":\"Must know SQL.\"}\n",
    );
    let some = rank(&dir, &["jobs.ndjson"]);
    assert_eq!(some.code, 1);
    assert!(some.err.starts_with("error: row `jobs.ndjson:2` is no sound JSON") && some.err.lines().count() == 1, "{}", some.err);
    assert!(some.out.contains("2 postings read\n1 could not be read"), "{}", some.out);
}

#[test]
fn rows_are_read_off_standard_input() {
    let dir = folder();
    let rows = "{\"title\":\"A\",\"description\":\"Must have a degree.\"}\n".repeat(600);
    let output = quals(dir.path()).args(["extract", "--format", "ndjson", "-"]).write_stdin(rows).output().unwrap();
    let lines: Vec<String> = String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect();
    assert_eq!(lines.len(), 600);
    for (line, row) in lines.iter().zip(1..) {
        assert!(line.contains(&format!("\"source\":\"-:{row}\"")), "{line}");
    }
}

#[test]
fn no_postings_at_all() {
    let dir = folder();
    let told = "error: no postings are given, and there is no folder `postings` here; name files or folders of postings";
    rank(&dir, &[]).ends(2, &[told]);
}
