//! The profiles of `profiles/` are read without complaint, and `example.toml` shows every field.

use quals::{
    diagnostic::Severity,
    profile::{self, Checked, KeyOutline, Profile, Want},
    taxonomy::Taxonomy,
};
use std::{fs, sync::LazyLock};

static TAXONOMY: LazyLock<Taxonomy> = LazyLock::new(Taxonomy::builtin);

fn read(path: &str) -> Checked {
    profile::read_bytes(path, &fs::read(path).unwrap(), &TAXONOMY)
}

fn profiles() -> Vec<(String, Profile)> {
    let mut files: Vec<_> = fs::read_dir("profiles").unwrap().map(|entry| entry.unwrap().path().display().to_string()).collect();
    files.retain(|file| file.ends_with(".toml"));
    files.sort();
    files.into_iter().map(|file| (file.clone(), read(&file).profile.unwrap_or_else(|| panic!("{file} has errors")))).collect()
}

#[test]
fn every_profile_is_read_without_a_warning() {
    assert!(profiles().len() >= 4);
    for (file, profile) in profiles() {
        let told: Vec<String> =
            read(&file).diagnostics.iter().filter(|told| told.severity > Severity::Note).map(ToString::to_string).collect();
        assert!(told.is_empty(), "{told:#?}");
        let run_out = profile::check_as_of(&profile, jiff::civil::date(2026, 11, 21));
        assert!(run_out.is_empty(), "{run_out:#?}");
    }
}

#[test]
fn the_example_shows_every_field_with_a_comment_or_a_heading() {
    let text = fs::read_to_string("profiles/example.toml").unwrap();
    let example = read("profiles/example.toml").profile.unwrap();
    for key in profile::outline().keys {
        let inner = match &key.want {
            Want::Table(inner) | Want::Tables(inner) => inner.keys.clone(),
            _ => Vec::new(),
        };
        assert!(example.line_of(key.name).is_some(), "{}", key.name);
        for inner in inner {
            assert!(text.lines().any(|line| line.starts_with(&format!("{} = ", inner.name))), "{}.{}", key.name, inner.name);
        }
    }
}

#[test]
fn every_example_of_the_outline_is_what_its_key_wants() {
    let check = |header: &str, key: &KeyOutline| {
        let extra = if header.starts_with("[[") { "" } else { "\n" };
        let text = format!("{header}\n{} = {}\n{extra}", key.name, key.example);
        let told = profile::read("outline.toml", &text, &TAXONOMY).diagnostics;
        let wrong: Vec<_> = told.iter().filter(|told| told.is_error() && told.message.contains(&format!("`{}` must", key.name))).collect();
        assert!(wrong.is_empty(), "{text}{wrong:?}");
    };
    for key in profile::outline().keys {
        match &key.want {
            Want::Table(inner) => inner.keys.iter().for_each(|it| check(&format!("[{}]", key.name), it)),
            Want::Tables(inner) => inner.keys.iter().for_each(|it| check(&format!("[[{}]]", key.name), it)),
            _ => check("", &key),
        }
    }
}

#[test]
fn facts_know_their_lines() {
    let example = read("profiles/example.toml").profile.unwrap();
    let text = fs::read_to_string("profiles/example.toml").unwrap();
    let line = |path: &str| text.lines().nth(example.line_of(path).unwrap() - 1).unwrap();
    assert!(line("study.returning").starts_with("returning = true"));
    assert!(line("education[1].gpa").starts_with("gpa = 3.7"));
    assert_eq!(line("skills[3]"), "[[skills]]");
    assert_eq!(line("skills[3].years"), "[[skills]]");
    assert!(line("work[0].skills[2]").starts_with("skills = ["));
    assert_eq!(example.line_of("nothing"), None);
}
