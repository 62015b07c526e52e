//! What a skill phrase of a posting asks, in terms of the vocabulary.
//!
//! `machine learning technologies` asks the concept machine learning: what is generic at either end of a phrase is passed over.
//! `troubleshoot complex issues in hardware` is a task that no list of skills names; where the vocabulary has nothing in it either, its
//! owner alone can vouch for it, as for a trait.

use super::phrase::Phrase;
use crate::{
    taxonomy::{ConceptId, Family, Taxonomy},
    text::{Word, WordKind, words},
};

/// Words that open a phrase and say nothing of what is asked.
const OPENERS: [&str; 47] = [
    "the",
    "a",
    "an",
    "common",
    "relevant",
    "modern",
    "various",
    "basic",
    "advanced",
    "core",
    "general",
    "current",
    "different",
    "multiple",
    "other",
    "related",
    "similar",
    "popular",
    "standard",
    "practical",
    "applied",
    "fundamental",
    "fundamentals",
    "principles",
    "concepts",
    "basics",
    "knowledge",
    "use",
    "using",
    "software",
    "computer",
    "of",
    "in",
    "with",
    "and",
    "at",
    "conducting",
    "performing",
    "doing",
    "working",
    "developing",
    "building",
    "creating",
    "writing",
    "applying",
    "industry",
    "real-world",
];

/// Words that close a phrase and say nothing of what is asked.
const CLOSERS: [&str; 53] = [
    "fundamentals",
    "concepts",
    "concept",
    "techniques",
    "technique",
    "skills",
    "skill",
    "tools",
    "tool",
    "technologies",
    "technology",
    "principles",
    "methods",
    "method",
    "methodologies",
    "methodology",
    "scripting",
    "programming",
    "language",
    "languages",
    "development",
    "models",
    "model",
    "frameworks",
    "framework",
    "libraries",
    "library",
    "toolkits",
    "toolkit",
    "platforms",
    "platform",
    "systems",
    "system",
    "software",
    "basics",
    "practices",
    "practice",
    "processes",
    "process",
    "environments",
    "environment",
    "applications",
    "application",
    "algorithms",
    "theory",
    "procedures",
    "packages",
    "coding",
    "products",
    "suite",
    "theories",
    "cloud",
    "services",
];

/// Verbs that open a task when they stand without `-ing`.
const TASK_VERBS: [&str; 46] = [
    "develop",
    "manage",
    "build",
    "create",
    "handle",
    "troubleshoot",
    "translate",
    "ensure",
    "deliver",
    "write",
    "lead",
    "work",
    "use",
    "analyze",
    "perform",
    "conduct",
    "implement",
    "support",
    "maintain",
    "plan",
    "prepare",
    "present",
    "propose",
    "identify",
    "interact",
    "interpret",
    "operate",
    "provide",
    "read",
    "solve",
    "understand",
    "drive",
    "apply",
    "collect",
    "coordinate",
    "establish",
    "evaluate",
    "follow",
    "organize",
    "review",
    "run",
    "set",
    "take",
    "teach",
    "turn",
    "assist",
];

/// Names of subjects that end like a verb's `-ing`.
const ING_NOUNS: [&str; 26] = [
    "engineering",
    "programming",
    "modeling",
    "modelling",
    "testing",
    "accounting",
    "marketing",
    "training",
    "learning",
    "banking",
    "nursing",
    "scripting",
    "scheduling",
    "estimating",
    "budgeting",
    "forecasting",
    "reporting",
    "computing",
    "networking",
    "manufacturing",
    "mentoring",
    "processing",
    "mining",
    "cleaning",
    "cooking",
    "welding",
];

/// What is asked by a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Asked {
    /// One thing that the vocabulary knows.
    Concept(ConceptId),
    /// Things that the vocabulary knows, among further words.
    Mentions(Vec<ConceptId>),
    /// A name that the vocabulary does not know.
    Words,
    /// A task that no list of skills would name.
    Task,
}

impl Asked {
    /// Reads a skill phrase. `Python scripting` → the concept of Python.
    #[must_use]
    pub(crate) fn read(taxonomy: &Taxonomy, text: &str) -> Self {
        if let Some(concept) = named_within(taxonomy, text) {
            return Self::Concept(concept);
        }
        let mut mentioned = taxonomy.mentioned(Family::Skill, text);
        mentioned.dedup();
        if is_task(text) {
            return if mentioned.is_empty() { Self::Task } else { Self::Mentions(mentioned) };
        }
        if mentioned.is_empty() { Self::Words } else { Self::Mentions(mentioned) }
    }
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
            let piece = cut.get(first).zip(cut.get(last)).filter(|_| first <= last).map(|(a, b)| a.span.cover(b.span).of(text));
            if let Some(concept) = piece.and_then(|piece| taxonomy.named(Family::Skill, piece)) {
                return Some(concept);
            }
        }
    }
    None
}

/// Whether a phrase is a task: it opens with a verb (`handle large data sets`) or with the doing of one (`transition of a prototype …`), or is
/// longer than any name.
#[must_use]
pub(crate) fn is_task(text: &str) -> bool {
    const LONGEST_NAME: usize = 5;
    let (mut folds, mut cut) = (String::new(), Vec::new());
    words(text, &mut folds, &mut cut);
    let word = |at: usize| cut.get(at).map_or("", |w: &Word| w.folded.of(&folds));
    let first = word(0);
    let doing = first.len() > 5 && first.ends_with("ing") && !ING_NOUNS.contains(&first);
    let of = (1..4).any(|i| word(i) == "of" && ["tion", "sion", "ment", "ance"].iter().any(|end| word(i - 1).ends_with(end)));
    let many = cut.len() >= 3;
    (many && (doing || of || TASK_VERBS.contains(&first))) || Phrase::new(text).len() > LONGEST_NAME
}
