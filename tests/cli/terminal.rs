//! Questions on a terminal: `quals profile new` and `quals ask --interactive`.
#![cfg(unix)]

use crate::{folder, put, run};
use assert_cmd::cargo::cargo_bin;
use rexpect::{
    process::WaitStatus,
    session::{PtySession, spawn_command},
};
use std::{fs, process::Command};
use tempfile::TempDir;

/// How long an answer of the command may take, in milliseconds; machines that run tests are slow and busy.
const PATIENCE: u64 = 60_000;

/// The command on a terminal of its own.
fn on_terminal(dir: &TempDir, args: &[&str]) -> PtySession {
    let mut command = Command::new(cargo_bin("quals"));
    command.current_dir(dir.path()).args(args).env("TERM", "xterm").env("NO_COLOR", "1");
    spawn_command(command, Some(PATIENCE)).unwrap()
}

/// Waits for a question, and answers it with keys.
#[track_caller]
fn answer(terminal: &mut PtySession, question: &str, keys: &str) {
    terminal.exp_string(question).unwrap_or_else(|error| panic!("{question}: {error}"));
    terminal.send(keys).unwrap();
    terminal.flush().unwrap();
}

/// Waits for the end, and gives what was written to the terminal since and the exit code.
#[track_caller]
fn ended(mut terminal: PtySession) -> (String, i32) {
    let rest = terminal.exp_eof().unwrap();
    match terminal.process().wait().unwrap() {
        WaitStatus::Exited(_, code) => (rest, code),
        other => panic!("{other:?}: {rest}"),
    }
}

/// The questions of `profile new`, each with the keys that answer it.
const ANSWERS: &[(&str, &str)] = &[
    ("What is your name?", "Ada \"A\" Moss\r"),
    ("Which degree do you have", "\u{1b}[A\u{1b}[A\u{1b}[A\u{1b}[A\r"),
    ("How far along is it?", "\u{1b}[A\u{1b}[A\r"),
    ("What is its field of study?", "Nursing\r"),
    ("When did you, or will you, finish it?", "soon\r"),
    ("error: ", ""),
    ("When did you, or will you, finish it?", "2019-06\r"),
    ("What is its grade?", "4.2/5\r"),
    ("Which degree do you have", "\r"),
    ("Are you enrolled", "\u{1b}[A\r"),
    ("What is the title of a job", "Nurse: nights\r"),
    ("What sort of employer is it?", "\r"),
    ("Is it an internship?", "\r"),
    ("When did it begin?", "2020-02\r"),
    ("When did it end?", "present\r"),
    ("Which skills does it use?", "wound care, triage\r"),
    ("What is the title of a job", "\r"),
    ("Of which countries are you a citizen?", "IE, GB\r"),
    ("Where else may you work", "\r"),
    ("Where would you need sponsorship?", "\r"),
    ("What do you know?", "Python:expert, SQL\r"),
    ("Which language do you speak?", "English\r"),
    ("How well?", "\u{1b}[A\r"),
    ("Which language do you speak?", "english\r"),
    ("error: the profile says so already", ""),
    ("Which language do you speak?", "\r"),
    ("Which certificates", "\r"),
    ("Where do you live?", "Leeds, United Kingdom\r"),
    ("Would you move", "\r"),
    ("Which ways of work", "onsite, remote\r"),
    ("From when are you available?", "\r"),
    ("How old are you?", "\r"),
];

const WRITTEN: &str = r#"# Made by `quals profile new`, 2026-12-01.
name = 'Ada "A" Moss'

[[education]]
level = "bachelor"
status = "completed"
field = "Nursing"
end = "2019-06"
gpa = 4.2
gpa_scale = 5

[study]
enrolled = false

[[work]]
title = "Nurse: nights"
start = "2020-02"
end = "present"
skills = ["wound care", "triage"]

[work_authorization]
citizenships = ["IE", "GB"]

[[skills]]
name = "Python"
level = "expert"

[[skills]]
name = "SQL"

[[languages]]
language = "English"
level = "native"

[location]
base = "Leeds, United Kingdom"
modes = ["onsite", "remote"]
"#;

#[test]
fn a_profile_is_made_of_answers() {
    let dir = folder();
    let mut terminal = on_terminal(&dir, &["profile", "new", "new.toml", "--as-of", "2026-12-01"]);
    for (question, keys) in ANSWERS {
        answer(&mut terminal, question, keys);
    }
    let (rest, code) = ended(terminal);
    assert_eq!(code, 0, "{rest}");
    assert!(rest.contains("wrote `new.toml`; `quals ask -p new.toml --interactive` asks what postings need besides"), "{rest}");
    assert_eq!(fs::read_to_string(dir.path().join("new.toml")).unwrap(), WRITTEN);
    assert!(run(&dir, &["profile", "check", "new.toml"]).out.ends_with("new.toml: no mistakes\n"));
}

#[test]
fn who_leaves_writes_nothing() {
    let dir = folder();
    let mut terminal = on_terminal(&dir, &["profile", "new", "new.toml"]);
    answer(&mut terminal, "What is your name?", "Ada\r");
    answer(&mut terminal, "Which degree do you have", "\u{3}");
    let (rest, code) = ended(terminal);
    assert_eq!(code, 130, "{rest}");
    let shown = rest.rfind("\u{1b}[?25h").unwrap_or_else(|| panic!("the cursor stays hidden: {rest:?}"));
    assert!(rest.rfind("\u{1b}[?25l").is_none_or(|hidden| hidden < shown) && !rest.contains("error"), "{rest:?}");
    assert!(!dir.path().join("new.toml").exists());
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 2);
}

#[test]
fn an_existing_profile_is_kept() {
    let dir = folder();
    let told = "error: `me.toml` exists; give another name, or `--force` to write over it";
    run(&dir, &["profile", "new", "me.toml"]).ends(2, &[told]);
    let mut terminal = on_terminal(&dir, &["profile", "new", "me.toml", "--force", "--as-of", "2026-12-01"]);
    answer(&mut terminal, "What is your name?", "Bo\r");
    for question in PASSED {
        answer(&mut terminal, question, "\r");
    }
    let (rest, code) = ended(terminal);
    assert_eq!(code, 0, "{rest}");
    let written = fs::read_to_string(dir.path().join("me.toml")).unwrap();
    assert_eq!(written, "# Made by `quals profile new`, 2026-12-01.\nname = \"Bo\"\n");
}

/// What is asked of who passes over all behind the name.
const PASSED: [&str; 14] = [
    "Which degree do you have", "Are you enrolled", "What is the title of a job", "Of which countries are you a citizen?",
    "Where else may you work", "Where would you need sponsorship?", "What do you know?", "Which language do you speak?",
    "Which certificates", "Where do you live?", "Would you move", "Which ways of work", "From when are you available?", "How old are you?",
];

#[test]
fn there_must_be_a_terminal() {
    let dir = folder();
    let advice = "copy `profiles/example.toml`, or make a profile of a résumé with `quals profile import`";
    run(&dir, &["profile", "new", "new.toml"]).ends(2, &[&format!("error: there is no terminal to ask on; {advice}")]);
    assert!(!dir.path().join("new.toml").exists());
}

#[test]
fn questions_of_postings_are_asked_and_their_answers_written() {
    let dir = folder();
    put(&dir, "jobs/a.md", "Nurse\n\nRequirements\n\n- Must be authorized to work in Canada\n");
    put(&dir, "jobs/b.md", "Cook\n\nRequirements\n\n- Must be 21 years of age or older\n");
    let mut terminal = on_terminal(&dir, &["ask", "-p", "me.toml", "jobs", "--interactive", "--as-of", "2026-12-01"]);
    answer(&mut terminal, "How old are you?", "thirty\r");
    answer(&mut terminal, "error: ", "");
    answer(&mut terminal, "How old are you?", "30\r");
    answer(&mut terminal, "What is your right to work in Canada?", "\u{1b}[A\u{1b}[A\r");
    let (rest, code) = ended(terminal);
    assert_eq!(code, 0, "{rest}");
    let written = fs::read_to_string(dir.path().join("me.toml")).unwrap();
    assert_eq!(written, format!("{}\n[personal]\nage = 30\n\n[work_authorization]\nauthorized_in = [\"CA\"]\n", crate::PROFILE));
}
