//! Holds a predicate against a candidate: one function a kind, in the kind's own folder.
//!
//! A [`Candidate`] is a profile made ready. `skill PyTorch` against it gives a verdict with the path that decided it, or with the paths that
//! would. What an atom of a requirement sees of its surroundings (a degree beside it, the posting's place) is its [`Context`].

mod asked;
mod candidate;
mod fields;
mod finding;
mod key;
mod lists;
mod memo;
mod nearby;
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
pub(crate) use finding::coverage_or_any;
pub use finding::{Finding, Judged, is_gate};
pub(in crate::kind) use phrase::Phrase;
pub(in crate::kind) use places::{Fit as PlaceFit, covers, lies_in};
pub(in crate::kind) use skills::{Fact, Shown, closure, level_points};
pub use topic::Topic;
pub(in crate::kind) use work::{Job, months_together};

use super::{Degree, Predicate, age, availability, certification, clearance, condition, degree, experience, gpa, graduation, language};
use super::{location, other, publication, skill, student_status, trait_, work_authorization};
use crate::{
    logic::{Expr, Verdict},
    posting::Posting,
};
use key::Asking;

/// What a predicate can see of its surroundings.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The header facts of the posting.
    pub posting: &'a Posting,
    /// The degree that the same requirement asks.
    pub degree: Option<&'a Degree>,
}

/// Holds one predicate against a candidate.
#[must_use]
pub fn judge(candidate: &Candidate<'_>, context: &Context<'_>, predicate: &Predicate) -> Finding {
    let work_out = || Finding::from(work_out(candidate, context, predicate));
    match Asking::new(predicate, context) {
        Some(asking) => candidate.findings.get(&asking, work_out),
        None => work_out(),
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
