//! Why phrases were taken as skills and traits, for who asks: `quals extract --explain`.
//!
//! "Strong knowledge of SQL" notes that `SQL` stands behind the head `knowledge of`. Nothing is noted, and nothing done, where nobody asks.

use crate::{
    kind::heads::{Head, Heads},
    line::Line,
};
use serde::Serialize;
use std::{cell::RefCell, ops::Range};

/// What made a phrase a skill or a trait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteRule {
    /// It stands behind a word such as "knowledge of", "experience with" or "ability to".
    Head,
    /// It is graded, as in "strong SQL", in a section that asks.
    Grade,
    /// It is a short item of a list that holds nothing but names, in a section that asks.
    BareName,
    /// It is a name of the vocabulary, in a section that asks.
    KnownName,
    /// It is a trait of the vocabulary.
    Trait,
    /// It ends as traits do: "detail-oriented".
    TraitEnding,
    /// It stands behind a word such as "passion for" or "willing to".
    TraitHead,
}

/// Why one phrase was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The phrase.
    pub text: String,
    /// What made it one.
    pub rule: NoteRule,
    /// The head it stands behind, such as `knowledge of`.
    pub head: Option<String>,
}

/// The notes on one line.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Notes(RefCell<Vec<Note>>);

impl Notes {
    pub(super) fn add(&self, line: &Line<'_>, words: &Range<usize>, head: Option<Head>, rule: NoteRule) {
        let head = head.and_then(|head| words_of_head(line, head));
        self.0.borrow_mut().push(Note { text: line.phrase(words).to_owned(), rule, head });
    }

    /// The notes so far; there are none afterwards.
    #[must_use]
    pub fn take(&self) -> Vec<Note> {
        self.0.take()
    }
}

/// A head knows where it ends only; it begins at the first word from which it would be read so.
fn words_of_head(line: &Line<'_>, head: Head) -> Option<String> {
    const LONGEST: usize = 6;
    let ends_there = |at: &usize| Heads::shared().head_at(line, *at).is_some_and(|found| found.end == head.end);
    let start = (head.end.saturating_sub(LONGEST)..head.end).find(ends_there)?;
    Some(line.phrase(&(start..head.end)).to_owned())
}
