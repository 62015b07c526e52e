//! Résumés in: where every fact of a résumé went, and what bad files are told.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice, reason = "a test fails by panicking")]

mod documents;
mod json;
mod linkedin;
mod text;

use quals::{
    diagnostic::Severity,
    profile::{self, Profile, WorkEnd},
    resume::{self, Imported, NotImported},
    taxonomy::Taxonomy,
};
use std::sync::LazyLock;

/// What is before this day is over.
const AS_OF: jiff::civil::Date = jiff::civil::date(2026, 12, 1);

static TAXONOMY: LazyLock<Taxonomy> = LazyLock::new(Taxonomy::builtin);

fn import(name: &str, bytes: impl AsRef<[u8]>) -> Result<Imported, NotImported> {
    resume::import(name, bytes.as_ref(), &TAXONOMY, AS_OF)
}

/// The text of the profile made of a résumé, and the profile.
fn made(name: &str, bytes: impl AsRef<[u8]>) -> (String, Profile) {
    sound(import(name, bytes).unwrap_or_else(|error| panic!("{error}")).text)
}

/// The text of a profile, and the profile; panics where `quals profile check` would find a mistake.
fn sound(text: String) -> (String, Profile) {
    let checked = profile::read("made.toml", &text, &TAXONOMY);
    let wrong: Vec<String> = checked.diagnostics.iter().filter(|told| told.severity > Severity::Note).map(ToString::to_string).collect();
    let wrong: Vec<&String> = wrong.iter().filter(|told| !told.contains("`gpa` has no `gpa_scale`")).collect();
    assert!(wrong.is_empty(), "{wrong:#?}\n{text}");
    (text, checked.profile.unwrap())
}

/// The line of a fact, such as `skills[0].level`.
fn line<'t>(text: &'t str, profile: &Profile, path: &str) -> &'t str {
    text.lines().nth(profile.line_of(path).unwrap_or_else(|| panic!("no {path}\n{text}")) - 1).unwrap()
}

/// An end of a job, as a profile writes it.
fn shown(end: Option<WorkEnd>) -> String {
    match end {
        Some(WorkEnd::Date(date)) => date.to_string(),
        Some(WorkEnd::Present) => "present".to_owned(),
        None => String::new(),
    }
}
