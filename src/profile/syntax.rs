//! Reading TOML with all its mistakes.
//!
//! The parser recovers from most of them; only behind a line without `=` it gives up. Such lines are blanked and the rest is parsed
//! again, so that one of them does not hide the mistakes below it.

use super::reader::Reader;
use crate::{diagnostic::quoted, text::Span};
use std::borrow::Cow;
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
        for error in &found {
            text = Cow::Owned(blanked(&text, error.span().map_or(0, |span| span.start)));
        }
        stops.extend(found);
    }
    (text, stops)
}

/// The text with spaces for the line that holds the byte `at`.
fn blanked(text: &str, at: usize) -> String {
    let start = text.get(..at).and_then(|head| head.rfind('\n')).map_or(0, |newline| newline + 1);
    let end = text.get(at..).and_then(|tail| tail.find('\n')).map_or(text.len(), |newline| at + newline);
    let line = text.get(start..end).unwrap_or_default();
    [text.get(..start).unwrap_or_default(), &" ".repeat(line.len()), text.get(end..).unwrap_or_default()].concat()
}

impl Reader<'_> {
    /// Tells what the parser found.
    pub(super) fn syntax_error(&mut self, error: &Error) {
        let source = self.source.clone();
        let span = error.span().map(Span::from).unwrap_or_default();
        let (what, expected) = error.message().split_once(", expected ").unwrap_or((error.message(), ""));
        let piece = source.slice(span);
        let message = || match piece {
            "" | "\n" => what.to_owned(),
            piece => format!("{what}: {}", quoted(piece)),
        };
        self.error(span, message, help(what, expected, piece));
    }
}

/// The way to mend a mistake that the parser found.
fn help(what: &str, expected: &str, piece: &str) -> String {
    let quote = |piece: &str| format!("write it in quotes: `\"{}\"`", piece.trim());
    match what {
        "duplicate key" => "it stands in this table before; keep one of them".to_owned(),
        "invalid date" | "invalid datetime" => format!("{}, as `2027`, `2027-05` or `2027-05-31`", quote("2027-05")),
        "string values must be quoted" if matches!(piece, "yes" | "Yes" | "True") => "write `true`".to_owned(),
        "string values must be quoted" if matches!(piece, "no" | "No" | "False") => "write `false`".to_owned(),
        "string values must be quoted" => quote(piece),
        _ if expected.is_empty() => "see https://toml.io for how TOML is written".to_owned(),
        _ => format!("expected {expected}"),
    }
}
