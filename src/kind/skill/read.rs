//! How a phrase becomes a skill: a label of the vocabulary, or any phrase that the sentence says is one.

use super::{Skill, SkillLevel};
use crate::{kind::Predicate, line::Line, taxonomy::Family};
use std::ops::Range;

/// The skill that a text names which stands in the line only in parts: "trenching (and shoring) standards".
#[must_use]
pub(crate) fn of_text(text: String, level: Option<SkillLevel>) -> Predicate {
    Predicate::Skill(Skill { text, level, concept: None })
}

/// The skill that a phrase names.
#[must_use]
pub(crate) fn of_phrase(line: &Line<'_>, words: &Range<usize>, level: Option<SkillLevel>) -> Predicate {
    let text = line.phrase(words);
    let concept = line.labels_in(Family::Skill, words.clone()).max_by_key(|l| l.words.len()).filter(|l| l.words.len() == words.len());
    let concept = concept.map(|label| line.taxonomy.concept(label.concept).id.clone());
    Predicate::Skill(Skill { text: text.to_owned(), level, concept })
}
