//! The shipped postings against the shipped profiles, and the README's examples of them.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice, reason = "a test fails by panicking")]

use assert_cmd::Command;
use serde_json::Value;
use std::{collections::BTreeSet, fs};

/// Runs the command on the samples, on the day that the README shows.
fn run(args: &[&str]) -> String {
    let mut command = Command::cargo_bin("quals").unwrap();
    command.env_remove("COLUMNS").env_remove("CLICOLOR_FORCE").args(args);
    let output = command.output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{args:?}");
    assert!(output.status.success(), "{args:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn every_standing_occurs() {
    let out = run(&["rank", "--format", "ndjson", "--as-of", "2026-12-01"]);
    let standing = |line: &str| serde_json::from_str::<Value>(line).unwrap()["standing"].as_str().unwrap().to_owned();
    let found: BTreeSet<String> = out.lines().map(standing).collect();
    let all = ["eligible", "ineligible", "stretch", "unclear", "unread"].map(str::to_owned);
    assert_eq!(found, BTreeSet::from(all));
}

#[test]
fn every_format_is_among_the_postings() {
    let files: Vec<String> = fs::read_dir("postings").unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    for extension in [".md", ".txt", ".html", ".json", ".ndjson", ".csv", ".docx", ".pdf"] {
        assert!(files.iter().any(|file| file.ends_with(extension)), "{extension}");
    }
    assert!(run(&["extract", "--format", "ndjson", "postings"]).lines().count() >= 14);
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for args in [
        ["rank", "--format", "json", "--as-of", "2026-12-01"].as_slice(),
        &["rank", "--as-of", "2026-12-01"],
        &["extract", "--format", "ndjson", "--as-of", "2026-12-01", "postings"],
    ] {
        assert_eq!(run(args), run(args), "{args:?}");
    }
}

#[test]
fn every_quote_stands_in_its_posting() {
    for line in run(&["extract", "--format", "ndjson", "postings"]).lines() {
        let extraction: Value = serde_json::from_str(line).unwrap();
        if extraction.get("text_of").is_some() {
            continue; // the span is in the text that was read from the file
        }
        let text = fs::read_to_string(extraction["source"].as_str().unwrap()).unwrap();
        for requirement in extraction["requirements"].as_array().unwrap() {
            let at = |n: usize| usize::try_from(requirement["span"][n].as_u64().unwrap()).unwrap();
            assert_eq!(&text[at(0)..at(1)], requirement["quote"].as_str().unwrap());
        }
    }
}

#[test]
fn every_posting_can_be_explained() {
    for line in run(&["rank", "-p", "profiles/example.toml", "--format", "ndjson", "--as-of", "2026-12-01"]).lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        let source = row["source"].as_str().unwrap();
        let text = run(&["explain", "-p", "profiles/example.toml", "--as-of", "2026-12-01", source]);
        assert!(text.contains(&row["standing"].as_str().unwrap().to_uppercase()), "{text}");
    }
}

/// Each block of the README that begins with `$ quals` holds what that command prints.
///
/// With `UPDATE_README=1` in the environment the blocks are written anew.
#[test]
fn the_readme_shows_what_the_command_prints() {
    let readme = fs::read_to_string("README.md").unwrap();
    let mut fresh = String::new();
    let mut blocks = 0;
    let mut pieces = readme.split("```text\n$ quals ");
    fresh.push_str(pieces.next().unwrap());
    for piece in pieces {
        let (block, rest) = piece.split_once("\n```\n").unwrap();
        let command = block.lines().next().unwrap();
        let args: Vec<&str> = command.split(' ').collect();
        fresh.push_str(&format!("```text\n$ quals {command}\n{}\n```\n{rest}", run(&args).trim_end()));
        blocks += 1;
    }
    assert!(blocks >= 2);
    if std::env::var_os("UPDATE_README").is_some() {
        fs::write("README.md", &fresh).unwrap();
    } else {
        assert!(fresh == readme, "the README shows an old run; `UPDATE_README=1 cargo test --test samples` writes it anew:\n{fresh}");
    }
}
