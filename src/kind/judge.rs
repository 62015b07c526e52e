//! Holds a predicate against a candidate: one function a kind, in the kind's own folder.
//!
//! A [`Candidate`] is a profile made ready. `skill PyTorch` against it gives a verdict with the path that decided it, or with the paths that
//! would. What an atom of a requirement sees of its surroundings (a degree beside it, the posting's place) is its [`Context`].

mod asked;
mod candidate;
mod demand;
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
pub use demand::{Demand, Demands};
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
use crate::{logic::Verdict, posting::Posting};
use demand::Meaning;
use places::Countries;
use std::sync::Arc;

/// What a predicate can see of its surroundings.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The header facts of the posting.
    pub posting: &'a Posting,
    /// The degree that the same requirement asks.
    pub degree: Option<&'a Degree>,
}

/// Holds one demand against a candidate.
#[must_use]
pub fn judge(candidate: &Candidate<'_>, context: &Context<'_>, demand: &Demand) -> Finding {
    candidate.findings.get(demand.number.as_ref(), || Finding::from(work_out(candidate, context, demand)))
}

fn work_out(candidate: &Candidate<'_>, context: &Context<'_>, demand: &Demand) -> Verdict {
    match (demand.predicate(), &demand.meaning) {
        (Predicate::Skill(it), Meaning::Skill(wanted)) => skill::judge::judge(candidate, it, wanted),
        (Predicate::Experience(it), Meaning::Experience(areas)) => experience::judge::judge(candidate, it, areas),
        (Predicate::Certification(it), Meaning::Certification(title)) => certification::judge::judge(candidate, it, title),
        (_, Meaning::Trait(disposition)) => trait_::judge::judge(candidate, disposition),
        (Predicate::Condition(it), Meaning::Condition(phrase)) => condition::judge::judge(candidate, it, phrase),
        (predicate, _) => work_out_plain(candidate, context, predicate),
    }
}

/// Holds a predicate of a kind that needs no reading.
fn work_out_plain(candidate: &Candidate<'_>, context: &Context<'_>, predicate: &Predicate) -> Verdict {
    match predicate {
        Predicate::Degree(it) => degree::judge::judge(candidate, it),
        Predicate::StudentStatus(it) => student_status::judge::judge(candidate, it),
        Predicate::Graduation(it) => graduation::judge::judge(candidate, context, it),
        Predicate::Gpa(it) => gpa::judge::judge(candidate, context, it),
        Predicate::Publication(it) => publication::judge::judge(candidate, it),
        Predicate::Availability(it) => availability::judge::judge(candidate, it),
        Predicate::Location(it) => location::judge::judge(candidate, context, it),
        Predicate::WorkAuthorization(it) => work_authorization::judge::judge(candidate, context, it),
        Predicate::Clearance(it) => clearance::judge::judge(candidate, it),
        Predicate::Language(it) => language::judge::judge(candidate, it),
        Predicate::Age(it) => age::judge::judge(candidate, it),
        Predicate::Skill(_)
        | Predicate::Experience(_)
        | Predicate::Certification(_)
        | Predicate::Trait(_)
        | Predicate::Condition(_)
        | Predicate::Other(_) => other::judge::judge(),
    }
}

/// Whether a place is another or lies in it: Munich lies within Germany.
pub(crate) fn lies_within(taxonomy: &crate::taxonomy::Taxonomy, inner: &str, outer: &str) -> bool {
    lies_in(taxonomy, inner, outer) == PlaceFit::In
}

/// Whether a member of the class of an open list is shown, of a class that [`Demands::class`] gave; `None` where the profile shows none.
#[must_use]
pub fn judge_class(candidate: &Candidate<'_>, class: &Arc<Demand>) -> Option<Judged> {
    let (Predicate::Skill(skill), Meaning::Skill(wanted)) = (class.predicate(), &class.meaning) else { return None };
    let verdict = skill::judge::judge_class(candidate, skill, wanted)?;
    Some(Judged::new(Arc::clone(class), verdict.into(), None))
}
