//! What a skill phrase of a posting asks, in terms of the vocabulary.
//!
//! `machine learning technologies` asks the concept machine learning: what is generic at either end of a phrase is passed over.
//! `troubleshoot complex issues in hardware` is a task that no list of skills names; where the vocabulary knows less than half of its words, its
//! owner alone can vouch for it, as for a trait. `create tailored workflows in HubSpot` is decided by the proper name in it.

use super::{lists::Role, phrase::Phrase};
use crate::{
    taxonomy::{ConceptId, CutPhrase, Family, LabelMention, Taxonomy},
    text::{Word, WordKind},
};
use std::ops::Range;

/// The share of a task's words from which on it is judged by what the vocabulary knows in it.
const NAMED_SHARE: f64 = 0.5;

/// What is asked by a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Asked {
    /// One thing that the vocabulary knows.
    Concept(ConceptId),
    /// Things that the vocabulary knows, among further words.
    Mentions(Vec<ConceptId>),
    /// A name that the vocabulary does not know.
    Words,
    /// A task that no list of skills would name, with the little in it that the vocabulary knows.
    Task(Vec<ConceptId>),
}

impl Asked {
    /// Reads a skill phrase. `Python scripting` → the concept of Python.
    #[must_use]
    pub(crate) fn read(taxonomy: &Taxonomy, text: &str) -> Self {
        let cut = CutPhrase::new(taxonomy, text);
        Self::of(taxonomy, &cut, &Phrase::of(&cut))
    }

    /// The one thing of the vocabulary that is asked, or mentioned in what is asked.
    #[must_use]
    pub(crate) fn single(&self) -> Option<ConceptId> {
        match self {
            Self::Concept(concept) => Some(*concept),
            Self::Mentions(concepts) => concepts.first().copied().filter(|_| concepts.len() == 1),
            Self::Words | Self::Task(_) => None,
        }
    }

    /// The same of a phrase that is cut already.
    #[must_use]
    pub(crate) fn of(taxonomy: &Taxonomy, cut: &CutPhrase<'_>, phrase: &Phrase) -> Self {
        if let Some(concept) = within(cut).or_else(|| named_beside_brackets(taxonomy, cut.text())) {
            return Self::Concept(concept);
        }
        let (mentioned, share) = mentions(cut);
        match (mentioned.is_empty(), is_task(cut, phrase)) {
            (false, false) => Self::Mentions(mentioned),
            (false, true) if share >= NAMED_SHARE => Self::Mentions(mentioned),
            (true, false) => Self::Words,
            (_, true) => Self::Task(mentioned),
        }
    }
}

/// The concepts that a phrase mentions, and the share of its words that they cover; one that is a proper name counts as the whole.
fn mentions(cut: &CutPhrase<'_>) -> (Vec<ConceptId>, f64) {
    let found = cut.mentions(Family::Skill);
    if found.is_empty() {
        return (Vec::new(), 0.0);
    }
    let is_content = |(word, fold): &(&Word, &str)| word.kind != WordKind::Sign && !Role::Stop.is_of(fold);
    let content = |range: Range<usize>| cut.folds().skip(range.start).take(range.len()).filter(is_content).count();
    let proper = |m: &LabelMention| m.words.start > 0 && m.span.of(cut.text()).chars().any(|c| c.is_uppercase() || c.is_ascii_digit());
    let covered = found.iter().map(|m| content(m.words.clone())).sum::<usize>();
    let share = if found.iter().any(proper) { 1.0 } else { ratio(covered, content(0..cut.words().len())) };
    let mut concepts: Vec<ConceptId> = found.into_iter().map(|m| m.concept).collect();
    concepts.dedup();
    (concepts, share)
}

#[expect(clippy::cast_precision_loss, reason = "a phrase has few words")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// `Earned Value Management (EVMS)`: what stands outside of the brackets, else inside.
fn named_beside_brackets(taxonomy: &Taxonomy, text: &str) -> Option<ConceptId> {
    let (before, rest) = text.split_once('(')?;
    let (inside, after) = rest.split_once(')')?;
    named_within(taxonomy, &format!("{} {}", before.trim(), after.trim())).or_else(|| named_within(taxonomy, inside))
}

/// The concept that a phrase names, whole or without what is generic at its ends.
#[must_use]
pub(crate) fn named_within(taxonomy: &Taxonomy, text: &str) -> Option<ConceptId> {
    within(&CutPhrase::new(taxonomy, text))
}

fn within(cut: &CutPhrase<'_>) -> Option<ConceptId> {
    let len = cut.words().len();
    if let Some(concept) = cut.named(Family::Skill, 0..len) {
        return Some(concept);
    }
    let generic = |role: Role| move |(word, fold): &(&Word, &str)| word.kind == WordKind::Sign || role.is_of(fold);
    let leading = cut.folds().take_while(generic(Role::Opener)).count();
    let trailing = cut.folds().rev().take_while(generic(Role::Closer)).count();
    for lost in 1..=leading + trailing {
        for first in lost.saturating_sub(trailing)..=lost.min(leading) {
            let end = len.checked_sub(lost - first)?;
            let says_nothing = first >= end || cut.folds().take(end).skip(first).all(|word| generic(Role::Opener)(&word));
            if !says_nothing && let Some(concept) = cut.named(Family::Skill, first..end) {
                return Some(concept);
            }
        }
    }
    None
}

/// Whether a phrase is a task: it opens with a verb (`handle large data sets`) or with the doing of one (`transition of a prototype …`), or is
/// longer than any name. `Operating Plan/Forecast preparation` is a title.
#[must_use]
fn is_task(cut: &CutPhrase<'_>, phrase: &Phrase) -> bool {
    const LONGEST_NAME: usize = 5;
    if phrase.len() > LONGEST_NAME {
        return true;
    }
    let is_title = cut.words().get(1).is_some_and(|w| w.span.of(cut.text()).starts_with(char::is_uppercase));
    if cut.words().len() < 3 || is_title {
        return false;
    }
    let first = cut.fold(0);
    let doing = first.len() > 5 && first.ends_with("ing") && !Role::IngNoun.is_of(first);
    let made = |word: &str| ["tion", "sion", "ment", "ance"].iter().any(|end| word.ends_with(end));
    let of = || (1..4).any(|i| cut.fold(i) == "of" && made(cut.fold(i - 1)));
    let verb = || Role::TaskVerb.is_of(first) || first.strip_suffix('s').is_some_and(|bare| Role::TaskVerb.is_of(bare));
    doing || of() || verb()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::judge::testing::TAXONOMY;

    fn label(text: &str) -> String {
        let name = |ids: &[ConceptId]| ids.iter().map(|id| TAXONOMY.concept(*id).label.as_str()).collect::<Vec<_>>().join(" + ");
        match Asked::read(&TAXONOMY, text) {
            Asked::Concept(concept) => name(&[concept]),
            Asked::Mentions(concepts) => format!("~ {}", name(&concepts)),
            Asked::Words => "words".to_owned(),
            Asked::Task(concepts) => format!("task {}", name(&concepts)).trim_end().to_owned(),
        }
    }

    #[test]
    fn generic_words_at_either_end_are_passed_over() {
        for (text, concept) in [
            ("machine learning technologies", "machine learning"),
            ("common deep learning toolkits", "deep learning framework"),
            ("Python scripting", "Python"),
            ("software programming techniques", "programming language"),
            ("machine learning (ML)", "machine learning"),
        ] {
            assert_eq!(label(text), concept, "{text}");
        }
    }

    #[test]
    fn longer_phrases_mention_and_unknown_ones_are_words() {
        assert_eq!(label("Python and Java pipelines"), "~ Python + Java");
        assert_eq!(label("embodied systems"), "words");
        assert_eq!(label("software"), "words");
    }

    #[test]
    fn tasks_are_told_from_names() {
        assert_eq!(label("troubleshoot complex issues in hardware"), "task");
        assert_eq!(label("transition of a prototype into a final product"), "task");
        assert_eq!(label("translates research into clear technical writing with Git"), "~ Git");
        assert_eq!(label("crafting and delivering fast machine learning solutions for everyone"), "task machine learning");
        for name in ["Operating Plan/Forecast preparation", "engineering drawings", "welding of pipes", "technical team building"] {
            assert_eq!(label(name), "words", "{name}");
        }
    }
}
