//! A verdict as many postings share it, and a predicate with its verdict.
//!
//! What showed that `Python` is met is written down once, however many postings ask for Python.

use super::Demand;
use crate::{
    kind::{Kind, Predicate},
    logic::{Bounds, Evidence, Label, Verdict},
};
use serde::{Serialize, Serializer, ser::SerializeStruct};
use std::sync::Arc;

/// A verdict on a predicate, cheap to copy.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    bounds: Option<Bounds>,
    /// None where nothing shows it and nothing is missing.
    grounds: Option<Arc<Grounds>>,
}

/// What a verdict stands on.
#[derive(Debug, PartialEq)]
struct Grounds {
    evidence: Vec<Evidence>,
    missing: Vec<String>,
}

impl From<Verdict> for Finding {
    /// Keeps what is missing only where it is unknown: elsewhere nothing is.
    fn from(verdict: Verdict) -> Self {
        let is_unknown = verdict.label() == Label::Unknown;
        let Verdict { bounds, evidence, missing } = verdict;
        let missing = if is_unknown { missing } else { Vec::new() };
        let says_nothing = evidence.is_empty() && missing.is_empty();
        Self { bounds, grounds: (!says_nothing).then(|| Arc::new(Grounds { evidence, missing })) }
    }
}

impl Finding {
    /// The coverage; none where it is assumed.
    #[must_use]
    pub fn bounds(&self) -> Option<Bounds> {
        self.bounds
    }

    /// What showed it.
    #[must_use]
    pub fn evidence(&self) -> &[Evidence] {
        self.grounds.as_deref().map_or(&[], |grounds| &grounds.evidence)
    }

    /// The facts that would decide it, where it is unknown.
    #[must_use]
    pub fn missing(&self) -> &[String] {
        self.grounds.as_deref().map_or(&[], |grounds| &grounds.missing)
    }
}

/// A predicate with its verdict.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// Its kind.
    pub kind: &'static Kind,
    /// The verdict in one word.
    pub verdict: Label,
    /// The coverage; none where it is assumed.
    pub coverage: Option<Bounds>,
    demand: Arc<Demand>,
    grounds: Option<Arc<Grounds>>,
    /// Where it is required and unmet, the candidate is not eligible.
    pub gate: bool,
    /// Its place among the predicates of its requirement, from 0; none for another member of an open list's class.
    pub predicate: Option<usize>,
}

impl Judged {
    /// A predicate with its verdict, and its place in its requirement.
    #[must_use]
    pub fn new(demand: Arc<Demand>, finding: Finding, place: Option<usize>) -> Self {
        Self {
            kind: demand.kind(),
            verdict: Label::of(finding.bounds),
            coverage: finding.bounds,
            grounds: finding.grounds,
            gate: demand.is_gate(),
            predicate: place,
            demand,
        }
    }

    /// The phrase of the posting that names it.
    #[must_use]
    pub fn text(&self) -> &str {
        self.demand.text()
    }

    /// What is asked.
    #[must_use]
    pub fn demand(&self) -> &Arc<Demand> {
        &self.demand
    }

    /// What showed it.
    #[must_use]
    pub fn evidence(&self) -> &[Evidence] {
        self.grounds.as_deref().map_or(&[], |grounds| &grounds.evidence)
    }

    /// The facts that would decide it, where it is unknown.
    #[must_use]
    pub fn missing(&self) -> &[String] {
        self.grounds.as_deref().map_or(&[], |grounds| &grounds.missing)
    }
}

impl From<Judged> for Finding {
    fn from(judged: Judged) -> Self {
        Self { bounds: judged.coverage, grounds: judged.grounds }
    }
}

impl Serialize for Judged {
    /// Writes what is assumed as anything from nothing to all.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Judged", 6)?;
        fields.serialize_field("kind", self.kind.name)?;
        fields.serialize_field("text", self.text())?;
        fields.serialize_field("verdict", &self.verdict)?;
        fields.serialize_field("coverage", &self.coverage.unwrap_or(Bounds::UNKNOWN))?;
        fields.serialize_field("evidence", self.evidence())?;
        fields.serialize_field("missing", self.missing())?;
        fields.end()
    }
}

/// Writes a coverage; what is assumed is written as unknown.
pub(crate) fn coverage_or_any<S: Serializer>(coverage: &Option<Bounds>, serializer: S) -> Result<S::Ok, S::Error> {
    coverage.unwrap_or(Bounds::UNKNOWN).serialize(serializer)
}

/// Whether a predicate is a gate where it is required: experience is one only with a duration.
#[must_use]
pub fn is_gate(predicate: &Predicate) -> bool {
    match predicate {
        Predicate::Experience(it) => it.min_months.is_some(),
        _ => predicate.kind().gate,
    }
}
