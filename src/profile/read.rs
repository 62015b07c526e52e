//! From the text of a profile to a checked [`Profile`], with everything there is to say about the file.
//!
//! `gpa = "3.8"` in line 9 gives no profile but the error ``me.toml:9:7: `gpa` must be a number, not a string; write `gpa = 3.8` ``.

use super::{
    Profile,
    check::contradictions,
    keys,
    reader::{MOST, Reader, TOP, Words},
    syntax::without_stops,
    values::Given,
};
use crate::{
    diagnostic::{Diagnostic, Severity},
    taxonomy::Taxonomy,
    text::{Source, Span},
};
use std::{cmp::Reverse, collections::BTreeSet, sync::Arc};
use toml::de::DeTable;

/// The most bytes of a profile. A long curriculum vitae has twenty thousand.
pub const MAX_BYTES: usize = 1 << 20;

/// A profile that was read, with what there is to say about its file.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// The profile; `None` where a diagnostic is an error.
    pub profile: Option<Profile>,
    /// Errors and warnings in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a profile. `name` is how diagnostics call the file.
///
/// All mistakes are told at once, as diagnostics with their places; a file with an error gives no profile.
///
/// ```
/// use quals::{profile, taxonomy::Taxonomy};
/// let checked = profile::read("me.toml", "[study]\nenroled = true\n", &Taxonomy::builtin());
/// assert_eq!(checked.diagnostics[0].to_string(), "me.toml:2:1: unknown key `enroled` in `[study]`; did you mean `enrolled`?");
/// ```
#[must_use]
pub fn read(name: &str, text: &str, taxonomy: &Taxonomy) -> Checked {
    if text.len() > MAX_BYTES {
        return refused(name, format!("the file has {} bytes, but a profile has at most {MAX_BYTES}", text.len()), "is it the right file?");
    }
    let source = Arc::new(Source::new(name, text.strip_prefix('\u{feff}').unwrap_or(text)));
    let tables = keys::profile();
    let mut reader = Reader::new(source.clone(), taxonomy, tables.outline());
    let mut profile = Profile { source: name.to_owned(), ..Profile::default() };
    let (text, stops) = without_stops(source.text());
    let (root, errors) = DeTable::parse_recoverable(&text);
    for error in stops.iter().chain(&errors) {
        reader.syntax_error(error);
    }
    let syntax = reader.found.len();
    tables.read(&mut profile, Given { table: root.get_ref(), span: Span::default() }, TOP, "", &mut reader);
    if root.get_ref().is_empty() && syntax == 0 {
        reader.tell(Severity::Warning, Span::default(), |_| nothing_stated());
    }
    finish(profile, reader, syntax)
}

fn nothing_stated() -> Words {
    let help = "every field is optional, but where nothing is stated all is unknown".to_owned();
    Words { message: "the profile states nothing".to_owned(), help, replacement: None }
}

/// Reads a profile from the bytes of its file, which must be UTF-8, with or without a byte order mark.
#[must_use]
pub fn read_bytes(name: &str, bytes: &[u8], taxonomy: &Taxonomy) -> Checked {
    match std::str::from_utf8(bytes) {
        Ok(text) => read(name, text, taxonomy),
        Err(error) => {
            let at = error.valid_up_to();
            let valid = bytes.get(..at).and_then(|valid| std::str::from_utf8(valid).ok()).unwrap_or_default();
            let place = Diagnostic::at(
                Severity::Error,
                &Source::new(name, valid),
                Span::new(at, at),
                format!("byte {at} of the file is not UTF-8"),
            );
            Checked { profile: None, diagnostics: vec![place.help("save the file as UTF-8")] }
        }
    }
}

fn refused(name: &str, message: String, help: &str) -> Checked {
    Checked { profile: None, diagnostics: vec![Diagnostic::new(Severity::Error, name, message).help(help)] }
}

/// Adds what is to say of the facts together, orders all, and drops what only follows from the first `syntax` diagnostics, the parser's.
fn finish(mut profile: Profile, reader: Reader<'_>, syntax: usize) -> Checked {
    let Reader { mut found, mut untold, places, .. } = reader;
    profile.places = places;
    let broken: BTreeSet<usize> = found.iter().take(syntax).map(|told| told.line).collect();
    let mut contradictions = contradictions(&profile);
    let told = contradictions.len().min(MOST - found.len().min(MOST));
    untold += contradictions.len() - told;
    found.extend(contradictions.drain(..told).map(|finding| finding.into_diagnostic(&profile)));
    let mut diagnostics: Vec<Diagnostic> =
        found.into_iter().enumerate().filter(|(at, told)| *at < syntax || !broken.contains(&told.line)).map(|(_, told)| told).collect();
    diagnostics.sort_by_key(|told| (told.span, Reverse(told.severity)));
    diagnostics.dedup_by(|a, b| a.span == b.span && a.message == b.message);
    if untold > 0 {
        diagnostics.push(Diagnostic::new(Severity::Error, &profile.source, format!("{untold} more mistakes are not shown")));
    }
    let failed = diagnostics.iter().any(Diagnostic::is_error);
    Checked { profile: (!failed).then_some(profile), diagnostics }
}
