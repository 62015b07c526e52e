//! Colors, widths, pipes that close, and text that a terminal would obey.

use crate::{NURSE, folder, put, quals, run};
use std::{
    io::Read,
    process::{Command, Stdio},
};

const RANK: [&str; 6] = ["rank", "-p", "me.toml", "--as-of", "2026-12-01", "nurse.md"];

fn is_colored(args: &[&str], variables: &[(&str, &str)]) -> bool {
    let dir = folder();
    let output = quals(dir.path()).args(args).envs(variables.iter().copied()).output().unwrap();
    assert!(output.status.success());
    output.stdout.contains(&0x1b)
}

#[test]
fn color_is_for_terminals_unless_asked() {
    let explain = ["explain", "-p", "me.toml", "nurse.md"];
    for args in [RANK.as_slice(), &explain, &["extract", "nurse.md"], &["kinds"]] {
        let with = |color| [args, &["--color", color]].concat();
        assert!(!is_colored(args, &[]), "{args:?}");
        assert!(!is_colored(&with("auto"), &[]), "{args:?}");
        assert!(!is_colored(&with("never"), &[]), "{args:?}");
        assert!(is_colored(&with("always"), &[]), "{args:?}");
    }
}

#[test]
fn no_color_is_obeyed_and_the_flag_wins() {
    assert!(is_colored(&RANK, &[("CLICOLOR_FORCE", "1")]));
    assert!(!is_colored(&RANK, &[("CLICOLOR_FORCE", "0"), ("NO_COLOR", "1")]));
    assert!(is_colored(&[&RANK[..], &["--color", "always"]].concat(), &[("NO_COLOR", "1")]));
    assert!(!is_colored(&[&RANK[..], &["--color", "never"]].concat(), &[("CLICOLOR_FORCE", "1")]));
}

/// The most columns of a line; every character of these texts takes one.
fn widest(text: &str) -> usize {
    text.lines().map(|line| line.chars().count()).max().unwrap()
}

#[test]
fn the_table_fits_from_60_columns_on() {
    let dir = folder();
    let long = NURSE.replace("Nurse\n", "Senior Nurse for Adult Intensive Care and High Dependency at Night\n");
    put(&dir, "jobs/a.md", long.replace("Location:", "Deadline: 12 January 2027\nLocation:"));
    put(&dir, "jobs/b.md", NURSE.replace("St Mary", "Trust-of-the-very-long-name-without-a-space-in-it-anywhere"));
    put(&dir, "jobs/photo.png", "");
    let profile = "a-folder/of-a-name/that-goes-on/and-on/for-longer-than-any-table/me.toml";
    put(&dir, profile, crate::PROFILE);
    for columns in [60, 79, 80, 100, 129, 130, 200] {
        let args = ["rank", "-p", profile, "--as-of", "2026-12-01", "jobs"];
        let output = quals(dir.path()).env("COLUMNS", columns.to_string()).args(args).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(widest(&text) <= columns, "{columns}\n{text}");
        for fact in ["Senior Nurse", "2027-01-12", "St", "wound care"] {
            assert!(text.contains(fact), "{columns}: {fact}\n{text}");
        }
    }
}

#[test]
fn without_a_terminal_the_width_is_100() {
    let dir = folder();
    let long = "and patience with people who are afraid ".repeat(10);
    let title = "Nurse for the Wards of Surgery and Medicine, by Day and by Night\n";
    put(&dir, "long.md", NURSE.replace("wound care", &format!("wound care {long}")).replace("Nurse\n", title));
    let table = run(&dir, &["rank", "-p", "me.toml", "long.md"]).out;
    assert_eq!(widest(&table), 100, "{table}");
    assert!(widest(&run(&dir, &["explain", "-p", "me.toml", "long.md"]).out) <= 100);
    assert!(widest(&run(&dir, &["extract", "long.md"]).out) <= 100);
    assert!(widest(&run(&dir, &["extract", "--explain", "long.md"]).out) <= 100);
}

#[test]
fn what_a_terminal_would_obey_is_dropped() {
    let dir = folder();
    let hostile = "\u{1b}]0;pwned\u{7}Nur\u{1b}[31mse\u{9b}31m \u{202e}x";
    let posting = NURSE.replace("Nurse\n", &format!("{hostile}\n")).replace("wound care", "wound \u{1b}[5mcare");
    put(&dir, "nurse.md", posting.replace("St Mary", "St\u{1b}[2J Mary"));
    put(&dir, "me.toml", crate::PROFILE.replace("Ada", "A\\u001b[31mda"));
    let explain = ["explain", "-p", "me.toml", "nurse.md"];
    for args in [
        RANK.as_slice(),
        &explain,
        &["extract", "nurse.md"],
        &["extract", "--explain", "nurse.md"],
        &["extract", "--coverage", "nurse.md"],
        &["profile", "check", "me.toml"],
    ] {
        let ended = run(&dir, args);
        let shown = ended.out + &ended.err;
        let bad = shown.chars().find(|c| (c.is_control() && *c != '\n') || matches!(c, '\u{202e}' | '\u{200b}'));
        assert_eq!(bad, None, "{args:?}\n{shown:?}");
    }
}

#[test]
fn a_closed_pipe_is_no_error() {
    let dir = folder();
    let rows = "{\"title\":\"A\",\"description\":\"Must have a degree in nursing.\"}\n".repeat(5_000);
    put(&dir, "jobs.ndjson", rows);
    let explain = ["explain", "-p", "me.toml", "nurse.md"];
    let long = [["rank", "-p", "me.toml", "--format", "ndjson"].as_slice(), &["jobs.ndjson"]].concat();
    for args in [["extract", "--format", "ndjson", "jobs.ndjson"].as_slice(), &long, &RANK, &explain, &["kinds"]] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_quals"))
            .args(args)
            .current_dir(dir.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let mut told = String::new();
        child.stderr.take().unwrap().read_to_string(&mut told).unwrap();
        assert_eq!((child.wait().unwrap().code(), told.as_str()), (Some(0), ""), "{args:?}");
    }
}
