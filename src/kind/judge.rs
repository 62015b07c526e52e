//! Holds a predicate against a candidate: one function a kind, in the kind's own folder.
//!
//! A [`Candidate`] is a profile made ready. `skill PyTorch` against it gives a verdict with the path that decided it, or with the paths that
//! would. What an atom of a requirement sees of its surroundings (a degree beside it, the posting's place) is its [`Context`].

mod asked;
mod candidate;
mod fields;
mod key;
mod lists;
mod memo;
mod phrase;
mod places;
mod skills;
#[cfg(test)]
pub(crate) mod testing;
mod topic;
mod work;

pub(in crate::kind) use asked::Asked;
pub use candidate::Candidate;
pub(in crate::kind) use fields::field_fits;
pub(in crate::kind) use phrase::Phrase;
pub(in crate::kind) use places::{Fit as PlaceFit, covers, lies_in};
pub(in crate::kind) use skills::{Fact, Shown, level_points};
pub use topic::Topic;
pub(in crate::kind) use work::{Job, months_together};

use super::{
    Degree, Kind, Predicate, age, availability, certification, clearance, condition, degree, experience, gpa, graduation, language,
};
use super::{location, other, publication, skill, student_status, trait_, work_authorization};
use crate::{
    logic::{Bounds, Evidence, Expr, Label, Verdict},
    posting::Posting,
};
use serde::{Serialize, Serializer};

/// What a predicate can see of its surroundings.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The header facts of the posting.
    pub posting: &'a Posting,
    /// The degree that the same requirement asks.
    pub degree: Option<&'a Degree>,
}

/// A predicate with its verdict.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Judged {
    /// Its kind.
    #[serde(serialize_with = "kind_name")]
    pub kind: &'static Kind,
    /// The phrase of the posting that names it.
    pub text: String,
    /// The verdict in one word.
    pub verdict: Label,
    /// The coverage; everything from nothing to all where it is assumed.
    #[serde(serialize_with = "coverage_or_any")]
    pub coverage: Option<Bounds>,
    /// What showed it.
    pub evidence: Vec<Evidence>,
    /// The facts that would decide it, where it is unknown.
    pub missing: Vec<String>,
    /// Where it is required and unmet, the candidate is not eligible.
    #[serde(skip)]
    pub gate: bool,
    /// Its place among the predicates of its requirement, from 0; none for another member of an open list's class.
    #[serde(skip)]
    pub predicate: Option<usize>,
}

impl Judged {
    /// A predicate with its verdict.
    #[must_use]
    pub fn new(predicate: &Predicate, verdict: Verdict) -> Self {
        let label = verdict.label();
        let Verdict { bounds, evidence, missing } = verdict;
        Self {
            kind: predicate.kind(),
            text: predicate.text().to_owned(),
            verdict: label,
            coverage: bounds,
            evidence,
            missing: if label == Label::Unknown { missing } else { Vec::new() },
            gate: is_gate(predicate),
            predicate: None,
        }
    }
}

fn kind_name<S: Serializer>(kind: &Kind, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(kind.name)
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

/// Holds one predicate against a candidate.
#[must_use]
pub fn judge(candidate: &Candidate<'_>, context: &Context<'_>, predicate: &Predicate) -> Verdict {
    match key::of(predicate, context) {
        Some(key) => candidate.verdicts.get(&key, || work_out(candidate, context, predicate)),
        None => work_out(candidate, context, predicate),
    }
}

fn work_out(candidate: &Candidate<'_>, context: &Context<'_>, predicate: &Predicate) -> Verdict {
    match predicate {
        Predicate::Degree(it) => degree::judge::judge(candidate, it),
        Predicate::StudentStatus(it) => student_status::judge::judge(candidate, it),
        Predicate::Graduation(it) => graduation::judge::judge(candidate, context, it),
        Predicate::Gpa(it) => gpa::judge::judge(candidate, context, it),
        Predicate::Experience(it) => experience::judge::judge(candidate, it),
        Predicate::Skill(it) => skill::judge::judge(candidate, it),
        Predicate::Publication(it) => publication::judge::judge(candidate, it),
        Predicate::Availability(it) => availability::judge::judge(candidate, it),
        Predicate::Location(it) => location::judge::judge(candidate, context, it),
        Predicate::WorkAuthorization(it) => work_authorization::judge::judge(candidate, context, it),
        Predicate::Clearance(it) => clearance::judge::judge(candidate, it),
        Predicate::Language(it) => language::judge::judge(candidate, it),
        Predicate::Certification(it) => certification::judge::judge(candidate, it),
        Predicate::Age(it) => age::judge::judge(candidate, it),
        Predicate::Trait(it) => trait_::judge::judge(candidate, it),
        Predicate::Condition(it) => condition::judge::judge(candidate, it),
        Predicate::Other(_) => other::judge::judge(),
    }
}

/// Whether a place is another or lies in it: Munich lies within Germany.
pub(crate) fn lies_within(taxonomy: &crate::taxonomy::Taxonomy, inner: &str, outer: &str) -> bool {
    lies_in(taxonomy, inner, outer) == PlaceFit::In
}

/// Whether another member of the class of an open list is shown: `class` is the phrase that names it, `examples` are its members named.
///
/// `None` where the vocabulary does not know the class, or the profile shows no member of it.
#[must_use]
pub fn judge_class(candidate: &Candidate<'_>, class: Option<&str>, examples: &[Expr<Predicate>]) -> Option<Judged> {
    skill::judge::judge_class(candidate, class, examples)
}
