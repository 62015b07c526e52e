//! Reading TOML with all its mistakes.
//!
//! The parser recovers from most of them; only behind a line without `=` it gives up. Such lines are blanked and the rest is parsed
//! again, so that one of them does not hide the mistakes below it.

use super::{dates::DATES, reader::Reader, table::Want};
use crate::{diagnostic::quoted, text::Span};
use std::{borrow::Cow, collections::BTreeSet};
use toml::de::{DeTable, Error};

/// How often the rest of a file is parsed again.
const ROUNDS: usize = 20;

/// Blanks the lines at which the parser gives up, and returns the text with the mistakes that were on them.
pub(super) fn without_stops(text: &str) -> (Cow<'_, str>, Vec<Error>) {
    let (mut text, mut stops) = (Cow::Borrowed(text), Vec::new());
    for _ in 0..ROUNDS {
        let (_, errors) = DeTable::parse_recoverable(&text);
        let found: Vec<Error> = errors.into_iter().filter(|error| error.message().starts_with("key with no value")).collect();
        if found.is_empty() {
            break;
        }
        let places = found.iter().filter_map(|error| error.span()).map(|span| span.start).collect();
        text = Cow::Owned(blanked(&text, &places));
        stops.extend(found);
    }
    (text, stops)
}

/// The text with spaces for the lines that hold one of these bytes, or end before it.
fn blanked(text: &str, places: &BTreeSet<usize>) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let (start, content) = (out.len(), line.trim_end_matches(['\r', '\n']));
        if places.range(start..=start + content.len()).next().is_some() {
            out.extend(std::iter::repeat_n(' ', content.len()));
            out.push_str(line.get(content.len()..).unwrap_or_default());
        } else {
            out.push_str(line);
        }
    }
    out
}

impl Reader<'_> {
    /// Tells what the parser found.
    pub(super) fn syntax_error(&mut self, error: &Error) {
        let span = error.span().map(Span::from).unwrap_or_default();
        self.error(span, |reader| reader.words_for(error, reader.source.slice(span).trim()));
    }

    /// The message and the help for what the parser found at a piece of the file.
    fn words_for(&self, error: &Error, piece: &str) -> (String, String) {
        let (what, expected) = error.message().split_once(", expected ").unwrap_or((error.message(), ""));
        let shown = quoted(piece);
        match what {
            "duplicate key" => (format!("{shown} is given twice"), self.help_for_twice(piece)),
            "invalid date" | "invalid datetime" => (format!("{shown} is not a date"), format!("write {DATES}")),
            "string values must be quoted" if piece.is_empty() => ("the value is missing".to_owned(), "write it behind the `=`".to_owned()),
            "string values must be quoted" => (format!("{shown} is text without quotes"), help_for_unquoted(piece)),
            "key with no value" => ("this line has no value".to_owned(), "write `key = value`".to_owned()),
            what if piece.is_empty() => (what.to_owned(), help_for_expected(expected)),
            what => (format!("{what}: {shown}"), help_for_expected(expected)),
        }
    }

    /// Keeps one of two, but for tables of which there can be several.
    fn help_for_twice(&self, name: &str) -> String {
        let several = self.outline.keys.iter().any(|key| key.name == name && matches!(key.want, Want::Tables(_)));
        if several { format!("begin each of them with `[[{name}]]`") } else { "keep one of them".to_owned() }
    }
}

fn help_for_expected(expected: &str) -> String {
    if expected.is_empty() { "see https://toml.io for how TOML is written".to_owned() } else { format!("expected {expected}") }
}

/// `yes` was meant to be `true`, other words to be text.
fn help_for_unquoted(piece: &str) -> String {
    match piece {
        "yes" | "Yes" | "True" => "write `true`".to_owned(),
        "no" | "No" | "False" => "write `false`".to_owned(),
        _ => format!("write {}", quoted(&format!("\"{piece}\""))),
    }
}
