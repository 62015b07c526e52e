//! What a skill phrase of a posting asks, in terms of the vocabulary.
//!
//! `machine learning technologies` asks the concept machine learning: what is generic at either end of a phrase is passed over.
//! `troubleshoot complex issues in hardware` is a task that no list of skills names; where the vocabulary knows less than half of its words, its
//! owner alone can vouch for it, as for a trait. `create tailored workflows in HubSpot` is decided by the proper name in it.

use super::{
    lists::{CLOSERS, ING_NOUNS, OPENERS, STOP, TASK_VERBS},
    phrase::Phrase,
};
use crate::{
    taxonomy::{ConceptId, Family, LabelMention, Taxonomy},
    text::{Word, WordKind, words},
};

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
        if let Some(concept) = named_within(taxonomy, text).or_else(|| named_beside_brackets(taxonomy, text)) {
            return Self::Concept(concept);
        }
        let (mentioned, share) = mentions(taxonomy, text);
        match (mentioned.is_empty(), is_task(text)) {
            (false, false) => Self::Mentions(mentioned),
            (false, true) if share >= NAMED_SHARE => Self::Mentions(mentioned),
            (true, false) => Self::Words,
            (_, true) => Self::Task(mentioned),
        }
    }
}

/// The concepts that a phrase mentions, and the share of its words that they cover; one that is a proper name counts as the whole.
fn mentions(taxonomy: &Taxonomy, text: &str) -> (Vec<ConceptId>, f64) {
    let (mut folds, mut cut) = (String::new(), Vec::new());
    words(text, &mut folds, &mut cut);
    let found: Vec<LabelMention> = taxonomy.mentions(text, &folds, &cut).into_iter().filter(|m| m.family == Family::Skill).collect();
    let is_content = |w: &&Word| w.kind != WordKind::Sign && !STOP.contains(&w.folded.of(&folds));
    let content = |range| cut.get(range).map_or(0, |words: &[Word]| words.iter().filter(is_content).count());
    let proper = |m: &LabelMention| m.words.start > 0 && m.span.of(text).chars().any(|c| c.is_uppercase() || c.is_ascii_digit());
    let covered = found.iter().map(|m| content(m.words.clone())).sum::<usize>();
    let share = if found.iter().any(proper) { 1.0 } else { ratio(covered, content(0..cut.len())) };
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
    if let Some(concept) = taxonomy.named(Family::Skill, text) {
        return Some(concept);
    }
    let (mut folds, mut cut) = (String::new(), Vec::new());
    words(text, &mut folds, &mut cut);
    let generic =
        |word: Option<&Word>, list: &[&str]| word.is_some_and(|w| w.kind == WordKind::Sign || list.contains(&w.folded.of(&folds)));
    let leading = (0..cut.len()).take_while(|i| generic(cut.get(*i), &OPENERS)).count();
    let trailing = (0..cut.len()).take_while(|i| generic(cut.get(cut.len() - 1 - *i), &CLOSERS)).count();
    for lost in 1..=leading + trailing {
        for first in lost.saturating_sub(trailing)..=lost.min(leading) {
            let last = cut.len().checked_sub(lost - first + 1)?;
            let kept = cut.get(first..=last).unwrap_or_default();
            let piece = kept.first().zip(kept.last()).map(|(a, b)| a.span.cover(b.span).of(text));
            let piece = piece.filter(|_| !kept.iter().all(|w| generic(Some(w), &OPENERS)));
            if let Some(concept) = piece.and_then(|piece| taxonomy.named(Family::Skill, piece)) {
                return Some(concept);
            }
        }
    }
    None
}

/// Whether a phrase is a task: it opens with a verb (`handle large data sets`) or with the doing of one (`transition of a prototype …`), or is
/// longer than any name. `Operating Plan/Forecast preparation` is a title.
#[must_use]
pub(crate) fn is_task(text: &str) -> bool {
    const LONGEST_NAME: usize = 5;
    let (mut folds, mut cut) = (String::new(), Vec::new());
    words(text, &mut folds, &mut cut);
    let word = |at: usize| cut.get(at).map_or("", |w: &Word| w.folded.of(&folds));
    let first = word(0);
    let doing = first.len() > 5 && first.ends_with("ing") && !ING_NOUNS.contains(&first);
    let of = (1..4).any(|i| word(i) == "of" && ["tion", "sion", "ment", "ance"].iter().any(|end| word(i - 1).ends_with(end)));
    let is_title = cut.get(1).is_some_and(|w| w.span.of(text).starts_with(char::is_uppercase));
    let many = cut.len() >= 3 && !is_title;
    let verb = TASK_VERBS.contains(&first) || first.strip_suffix('s').is_some_and(|bare| TASK_VERBS.contains(&bare));
    (many && (doing || of || verb)) || Phrase::new(text).len() > LONGEST_NAME
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
