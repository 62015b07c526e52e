//! How a phrase becomes a trait: a disposition of the vocabulary, or what a word such as "passion" or "willing" heads.

use super::Trait;
use crate::{kind::Predicate, line::Line, taxonomy::Family};
use std::ops::Range;

/// Endings that make any phrase a disposition: "innovation focused", "results-driven".
const ENDINGS: &[&str] = &[
    "focused", "oriented", "minded", "driven", "motivated", "mindset", "mentality", "attitude", "personality", "demeanor", "ethic",
    "ethics", "thinker", "learner", "player", "starter", "solver", "judgment", "judgement", "spirit", "manner", "learning",
];

/// The trait that a phrase names.
#[must_use]
pub(crate) fn of_phrase(line: &Line<'_>, words: &Range<usize>) -> Predicate {
    let concept = line
        .labels_in(Family::Trait, words.clone())
        .max_by_key(|l| l.words.len())
        .map(|label| line.taxonomy.concept(label.concept).id.clone());
    Predicate::Trait(Trait { text: line.phrase(words).to_owned(), concept })
}

/// Whether the last word of a phrase makes it a disposition.
#[must_use]
pub(crate) fn ends_as_trait(line: &Line<'_>, words: &Range<usize>) -> bool {
    let whole = words.len() > 1 || line.is_one_of(words.start, &["driven", "motivated", "focused"]); // "manner" alone is none
    let of_subject = line.labels_of(Family::Skill).any(|label| label.words.end == words.end && label.words.len() > 1); // "machine learning"
    !words.is_empty() && whole && !of_subject && line.is_one_of(words.end - 1, ENDINGS)
}
