//! The command as a person or a program calls it: commands and formats, bad input, looks.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice, reason = "a test fails by panicking")]

mod commands;
mod coverage;
mod imports;
mod looks;
mod many;
mod postings;
mod profiles;
mod ranking;
mod reading;
mod survey;
mod terminal;
mod unread;

use assert_cmd::Command;
use std::{fs, path::Path, process::Output};
use tempfile::TempDir;

/// A posting that asks for three things.
const NURSE: &str = "Nurse\nCompany: St Mary\nLocation: Leeds, United Kingdom\n\nRequirements\n\n- Bachelor's degree in Nursing\n- Experience with wound care\n- Fluent in English\n";

/// A profile that has two of them.
const PROFILE: &str = "name = \"Ada\"\n\n[[education]]\nlevel = \"bachelor\"\nstatus = \"completed\"\nfield = \"Nursing\"\n\n[[languages]]\nlanguage = \"English\"\nlevel = \"native\"\n";

/// A folder with `me.toml` and `nurse.md`.
fn folder() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    put(&dir, "me.toml", PROFILE);
    put(&dir, "nurse.md", NURSE);
    dir
}

fn put(dir: &TempDir, name: &str, content: impl AsRef<[u8]>) {
    let path = dir.path().join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

/// The command in that folder, on a fixed day, without colors or widths of the surroundings.
fn quals(dir: impl AsRef<Path>) -> Command {
    let mut command = Command::cargo_bin("quals").unwrap();
    command.current_dir(dir).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").env_remove("CLICOLOR").env_remove("COLUMNS");
    command
}

/// What a run gave.
struct Run {
    code: i32,
    out: String,
    err: String,
}

fn run(dir: &TempDir, args: &[&str]) -> Run {
    ended(&quals(dir.path()).args(args).output().unwrap())
}

fn ended(output: &Output) -> Run {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    Run { code: output.status.code().unwrap(), out: text(&output.stdout), err: text(&output.stderr) }
}

impl Run {
    /// Asserts the exit code, and that standard error holds exactly these sentences.
    #[track_caller]
    fn ends(&self, code: i32, sentences: &[&str]) {
        let told: Vec<&str> = self.err.lines().collect();
        assert_eq!(told, sentences, "{}", self.out);
        assert_eq!(self.code, code, "{}", self.err);
    }
}
