//! Bad profiles: every mistake with its line; the others go on.

use crate::{PROFILE, folder, put, run};

/// An unknown key, a wrong type, an unknown level, an impossible date, and an end before the start.
const FIVE_MISTAKES: &str = "nmae = \"Ada\"

[[education]]
level = \"bachelors degree\"
gpa = \"3.8\"
start = \"2024-13\"

[[work]]
title = \"Nurse\"
start = \"2024-06\"
end = \"2023-06\"
";

#[test]
fn five_mistakes_are_told_at_once() {
    let dir = folder();
    put(&dir, "bad.toml", FIVE_MISTAKES);
    let alone = run(&dir, &["rank", "-p", "bad.toml", "nurse.md"]);
    assert_eq!(alone.code, 2);
    for place in ["bad.toml:1:1", "bad.toml:4:9", "bad.toml:5:7", "bad.toml:6:9", "bad.toml:11:1"] {
        assert!(alone.err.contains(place), "{place}\n{}", alone.err);
    }
    assert!(alone.err.contains("error: `bad.toml` has 5 mistakes, shown above, and is left out\n"), "{}", alone.err);
    assert!(alone.err.ends_with("error: there is no profile to work with\n"), "{}", alone.err);

    let some = run(&dir, &["rank", "-p", "bad.toml", "-p", "me.toml", "nurse.md"]);
    assert_eq!(some.code, 1);
    assert!(some.out.starts_with("Ada · me.toml"), "{}", some.out);
}

#[test]
fn check_shows_mistakes_as_its_result() {
    let dir = folder();
    put(&dir, "bad.toml", FIVE_MISTAKES);
    let bad = run(&dir, &["profile", "check", "bad.toml", "me.toml"]);
    bad.ends(1, &[]);
    assert!(bad.out.contains("error: unknown key `nmae`") && bad.out.contains("bad.toml: 5 errors\n"), "{}", bad.out);
    assert!(bad.out.ends_with("me.toml: no mistakes\n"), "{}", bad.out);
    run(&dir, &["profile", "check", "me.toml"]).ends(0, &[]);
    run(&dir, &["profile", "check", "none.toml"]).ends(2, &["error: `none.toml` does not exist"]);
}

#[test]
fn check_tells_what_has_run_out() {
    let dir = folder();
    put(&dir, "me.toml", format!("{PROFILE}\n[[certificates]]\nname = \"First aid\"\nexpires = \"2026-03\"\n"));
    let told = "`First aid` expired with `2026-03`";
    assert!(run(&dir, &["profile", "check", "me.toml", "--as-of", "2026-12-01"]).out.contains(told));
    assert!(!run(&dir, &["profile", "check", "me.toml", "--as-of", "2026-01-01"]).out.contains(told));
}

#[test]
fn no_profile() {
    let dir = folder();
    let end = "error: there is no profile to work with";
    run(&dir, &["rank", "nurse.md"]).ends(2, &["error: `profiles` does not exist; name one with `-p me.toml`", end]);
    run(&dir, &["rank", "-p", "none.toml", "nurse.md"]).ends(2, &["error: `none.toml` does not exist", end]);
    put(&dir, "profiles/notes.txt", "");
    run(&dir, &["rank", "nurse.md"])
        .ends(2, &["error: `profiles` holds no profile, which is a .toml file; name one with `-p me.toml`", end]);
    let usage = run(&dir, &["explain", "nurse.md"]);
    assert!(usage.code == 2 && usage.err.contains("--profile <PROFILE>"), "{}", usage.err);
}

#[test]
fn a_file_that_is_no_profile() {
    let dir = folder();
    put(&dir, "big.toml", "# no profile\n".repeat(200_000));
    put(&dir, "bytes.toml", b"name = \"\xff\"\n");
    let big = run(&dir, &["rank", "-p", "big.toml", "-p", "me.toml", "nurse.md"]);
    big.ends(1, &["error: `big.toml` is larger than a profile can be, which is 1 MB; is it the right file?"]);
    let bytes = run(&dir, &["rank", "-p", "bytes.toml", "nurse.md"]);
    assert!(bytes.code == 2 && bytes.err.contains("byte 8 of the file is not UTF-8"), "{}", bytes.err);
}

#[test]
fn a_folder_of_profiles_gives_a_table_each_in_the_order_of_their_names() {
    let dir = folder();
    put(&dir, "profiles/b.toml", PROFILE.replace("Ada", "Bob"));
    put(&dir, "profiles/a.toml", PROFILE);
    put(&dir, "postings/nurse.md", crate::NURSE);
    let both = run(&dir, &["rank"]);
    both.ends(0, &[]);
    let (a, b) = (both.out.find("profiles/a.toml").unwrap(), both.out.find("profiles/b.toml").unwrap());
    assert!(a < b);
}
