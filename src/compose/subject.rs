//! Where what is said of the candidate begins in a sentence: behind "we are looking for an engineer who is".
//!
//! The wordings are data (`data/statements.toml`, `[subject]`); which sentences ask at all is told elsewhere.

use crate::{
    kind::{
        Mention,
        heads::{HeadKind, Heads},
    },
    line::Line,
    taxonomy::Family,
};
use serde::Deserialize;
use std::{ops::Range, sync::LazyLock};

static PACKED: &str = include_str!(concat!(env!("OUT_DIR"), "/statements.json"));

#[derive(Debug, Default, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Packed {
    subject: Subject,
}

/// Wordings that lead to what is said of the candidate, or say how much an experience matters, as patterns of words.
#[derive(Debug, Default, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Subject {
    patterns: Box<[&'static str]>,
    closing: Box<[&'static str]>,
    experience: Box<[&'static str]>,
}

impl Packed {
    fn shared() -> &'static Self {
        static SHARED: LazyLock<Packed> = LazyLock::new(|| serde_json::from_str(PACKED).unwrap_or_default());
        &SHARED
    }
}

/// How far into a sentence its subject may stand, in words.
const FARTHEST_SUBJECT: usize = 16;

/// Where what is said of the candidate begins: "In a nutshell, the successful candidate is | experienced, curious, …".
///
/// Words before the subject that name something themselves are kept: "Comfortable with ambiguity, the candidate is …".
pub(super) fn behind(line: &Line<'_>, stretch: &Range<usize>, mentions: &[Mention]) -> usize {
    let early = stretch.start..stretch.end.min(stretch.start + FARTHEST_SUBJECT);
    let subject = line
        .likely(&Packed::shared().subject.patterns, |p| p)
        .filter_map(|pattern| line.search(pattern, early.clone()))
        .min_by_key(|found| found.start);
    let Some(subject) = subject else {
        // "… as they provide the background for the duties, including knowledge of: …"
        if line.find(stretch.clone(), &["candidate", "candidates", "candidate's", "applicant's"]).is_none() {
            return stretch.start;
        }
        let listed = line.search(
            "including|includes|include|provide|provided|demonstrate|demonstrated the? knowledge|ability|skill of|to|in",
            stretch.clone(),
        );
        return listed.map_or(stretch.start, |found| found.start + 1);
    };
    let before = stretch.start..subject.start;
    let named = mentions.iter().any(|m| m.words.start < subject.end && m.words.end > before.start)
        || [Family::Skill, Family::Trait].into_iter().any(|family| line.labels_in(family, before.clone()).next().is_some())
        || before.into_iter().any(|at| Heads::shared().head_at(line, at).is_some_and(|h| h.kind != HeadKind::Grade));
    if named { stretch.start } else { subject.end }
}

/// Where what is said of the candidate ends: "If you enjoy puzzles, | we'd love to hear from you".
pub(super) fn end(line: &Line<'_>, stretch: &Range<usize>) -> usize {
    let closing = line.likely(&Packed::shared().subject.closing, |p| p).filter_map(|pattern| line.search(pattern, stretch.clone()));
    closing.map(|found| found.start).filter(|start| *start > stretch.start).min().unwrap_or(stretch.end)
}

/// "Zoning | experience is a plus": whether what stands before word `at` is an experience of which only is said how much it matters.
pub(super) fn is_experience(line: &Line<'_>, at: usize) -> bool {
    Packed::shared().subject.experience.iter().any(|pattern| line.matches(pattern, at).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wording_is_packed() {
        let subject = serde_json::from_str::<Packed>(PACKED).unwrap().subject;
        assert!(!subject.patterns.is_empty() && !subject.experience.is_empty());
    }
}
