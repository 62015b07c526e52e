//! A verdict: what is known of a requirement or a part of it, what showed it, and what is missing.

use super::{Bounds, Needed, Truth, at_least};
use serde::Serialize;

/// A verdict in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Label {
    /// It holds.
    Met,
    /// It does not hold, but a part of it does.
    Partial,
    /// It does not hold.
    Unmet,
    /// The profile does not say.
    Unknown,
    /// Nothing can show it; taken to hold, never scored.
    Assumed,
}

/// What in the profile decided a verdict.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// The path of the fact: `education[0]`.
    pub profile: String,
    /// The fact: `Computer Science, ETH Zurich`.
    pub text: String,
    /// The way through the vocabulary from the fact to what was asked, both ends included; empty where they are the same.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub via: Vec<String>,
    /// What a reader should know of how it was counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Label {
    /// The word for a coverage; *partial* is unmet with a part covered for certain, `None` is assumed.
    #[must_use]
    pub fn of(coverage: Option<Bounds>) -> Self {
        let Some(bounds) = coverage else { return Self::Assumed };
        match bounds.truth() {
            Truth::Met => Self::Met,
            Truth::Unknown => Self::Unknown,
            Truth::Unmet if bounds.lo() > 0.0 => Self::Partial,
            Truth::Unmet => Self::Unmet,
        }
    }
}

impl Evidence {
    /// A fact by its path and text.
    #[must_use]
    pub fn new(profile: impl Into<String>, text: impl Into<String>) -> Self {
        Self { profile: profile.into(), text: text.into(), via: Vec::new(), note: None }
    }

    /// The same with the way through the vocabulary.
    #[must_use]
    pub fn via(mut self, way: Vec<String>) -> Self {
        self.via = way;
        self
    }

    /// The same with a note.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }
}

/// What is known of a requirement or a part of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// The coverage; `None` where it is assumed to hold.
    pub bounds: Option<Bounds>,
    /// What showed it.
    pub evidence: Vec<Evidence>,
    /// The paths of the facts that would decide it, where it is unknown.
    pub missing: Vec<String>,
}

impl Verdict {
    /// A decided or half-decided verdict with what showed it.
    #[must_use]
    pub fn new(bounds: Bounds, evidence: Vec<Evidence>) -> Self {
        Self { bounds: Some(bounds), evidence, missing: Vec::new() }
    }

    /// Met, by one fact.
    #[must_use]
    pub fn met(evidence: Evidence) -> Self {
        Self::new(Bounds::MET, vec![evidence])
    }

    /// Unmet, with nothing that speaks for it.
    #[must_use]
    pub fn unmet() -> Self {
        Self::new(Bounds::UNMET, Vec::new())
    }

    /// Unknown, until one of these facts is stated.
    #[must_use]
    pub fn unknown<S: Into<String>>(missing: impl IntoIterator<Item = S>) -> Self {
        Self::new(Bounds::UNKNOWN, Vec::new()).missing(missing)
    }

    /// Every one of `parts` is needed; their evidence and what they miss stand together.
    #[must_use]
    pub fn all(parts: Vec<Self>) -> Self {
        let bounds = at_least(Needed::All, &parts.iter().map(|part| part.bounds).collect::<Vec<_>>());
        let (mut evidence, mut missing) = (Vec::new(), Vec::new());
        for part in parts {
            evidence.extend(part.evidence);
            missing.extend(part.missing);
        }
        Self { bounds, evidence, missing }
    }

    /// Taken to hold.
    #[must_use]
    pub fn assumed() -> Self {
        Self { bounds: None, evidence: Vec::new(), missing: Vec::new() }
    }

    /// The same with the facts that would decide it.
    #[must_use]
    pub fn missing<S: Into<String>>(mut self, missing: impl IntoIterator<Item = S>) -> Self {
        self.missing.extend(missing.into_iter().map(Into::into));
        self
    }

    /// The same with one more piece of evidence.
    #[must_use]
    pub fn with(mut self, evidence: Evidence) -> Self {
        self.evidence.push(evidence);
        self
    }

    /// The better of this and another that is only worked out where this one is not met.
    #[must_use]
    pub fn or_else(self, other: impl FnOnce() -> Self) -> Self {
        if self.bounds == Some(Bounds::MET) { self } else { self.or(other()) }
    }

    /// The verdict in one word; *partial* is unmet with a part covered for certain.
    #[must_use]
    pub fn label(&self) -> Label {
        Label::of(self.bounds)
    }

    /// The better of two verdicts on the same thing: by what is certain, then by what is possible; the first where they are equal.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        let (Some(mine), Some(theirs)) = (self.bounds, other.bounds) else {
            return if self.bounds.is_none() && other.bounds != Some(Bounds::MET) { self } else { other };
        };
        let rank = |b: Bounds| (b.lo() >= 1.0, b.hi(), b.lo());
        let better = if rank(theirs) > rank(mine) { other } else { self };
        Self { bounds: Some(mine.or(theirs)), ..better }
    }
}
