//! How the grammars of this folder compile their patterns.
//!
//! Patterns are ASCII-only and blind to case, which keeps them small and quick to build; a dash is written `(?:-|–)`, since a
//! byte class holds no wider character. All of them are compiled by the tests of their files.

use regex::Regex;

/// Compiles a pattern, blind to case, with ASCII classes.
#[expect(clippy::expect_used, reason = "patterns are constants, and the tests of each file compile all of theirs")]
pub(crate) fn pattern(source: &str) -> Regex {
    Regex::new(&format!("(?i-u){source}")).expect("a constant pattern that a test compiles")
}

/// Whether a number that begins at `at` stands for itself: not in the middle of `24/7`, `v2.5`, `$300` or `10,000`.
pub(crate) fn starts_free(text: &str, at: usize) -> bool {
    let mut back = text.get(..at).unwrap_or_default().chars().rev();
    match back.next() {
        Some('/' | '.' | ',' | ':' | '-') => !back.next().is_some_and(|c| c.is_ascii_digit()),
        Some('$' | '£' | '€' | '#' | '_') => false,
        Some(c) => !c.is_alphanumeric(),
        None => true,
    }
}

/// Whether a number that ends at `at` stands for itself: not in the middle of `24/7`, `3D`, `50%`.
pub(crate) fn ends_free(text: &str, at: usize) -> bool {
    let mut ahead = text.get(at..).unwrap_or_default().chars();
    match ahead.next() {
        Some('/' | '.' | ',' | ':') => !ahead.next().is_some_and(|c| c.is_ascii_digit()),
        Some('%') => false,
        Some(c) => !c.is_alphanumeric(),
        None => true,
    }
}
