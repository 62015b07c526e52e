//! A degree: one entry of `[[education]]` with an accepted level, the status asked, and a field that fits.
//!
//! A higher level is accepted where a finished degree is asked or the text says so. `or_equivalent` turns what fails by level or field alone
//! into unknown where work experience exists; it replaces no enrolment.

use super::{Degree, DegreeLevel, DegreeStatus};
use crate::{
    kind::{Candidate, judge::field_fits},
    logic::{Bounds, Evidence, Truth, Verdict},
    profile::{Education, EducationStatus, List},
};

/// Holds a degree against the entries of the profile.
pub(in crate::kind) fn judge(candidate: &Candidate<'_>, asked: &Degree) -> Verdict {
    let entries = candidate.profile.education.iter().enumerate();
    let best = entries.map(|(i, entry)| judge_entry(candidate, i, entry, asked)).reduce(Verdict::or);
    let verdict = match best {
        Some(verdict) => verdict,
        None if candidate.is_complete(List::Education) => Verdict::unmet(),
        None => return Verdict::unknown(["education"]),
    };
    let unmet = verdict.bounds.is_some_and(|b| b.truth() == Truth::Unmet);
    if unmet && (!candidate.is_complete(List::Education) || equivalent(candidate, asked)) {
        let bounds = verdict.bounds.map(Bounds::opened);
        return Verdict { bounds, ..verdict }.missing(["education"]);
    }
    verdict
}

/// Whether an equivalent could stand in: the text admits one, there is work experience, and an enrolment, if asked, exists.
fn equivalent(candidate: &Candidate<'_>, asked: &Degree) -> bool {
    let enrolment = asked.status != Some(DegreeStatus::Enrolled)
        || candidate.profile.education.iter().any(|entry| entry.status == Some(EducationStatus::Enrolled));
    asked.or_equivalent && !candidate.profile.work.is_empty() && enrolment
}

fn judge_entry(candidate: &Candidate<'_>, i: usize, entry: &Education, asked: &Degree) -> Verdict {
    let level = level_fits(entry.level, asked);
    let status = status_fits(entry.status, asked.status);
    if level == Truth::Unmet || status == Truth::Unmet {
        return Verdict::unmet();
    }
    let (subject, way) = field_fits(candidate.taxonomy, entry.field.as_deref(), asked);
    let mut evidence = Evidence::new(format!("education[{i}]"), describe(entry)).via(way);
    if asked.fields.is_empty() && asked.related_fields {
        evidence = evidence.note("the posting does not say which fields are related");
    }
    let parts = [(level, "level"), (status, "status"), (subject, "field")];
    if subject == Truth::Unmet {
        return Verdict::new(Bounds::UNMET, vec![evidence.note("another field")]);
    }
    let missing: Vec<String> =
        parts.iter().filter(|(truth, _)| *truth == Truth::Unknown).map(|(_, key)| format!("education[{i}].{key}")).collect();
    if missing.is_empty() { Verdict::met(evidence) } else { Verdict::unknown(missing).with(evidence) }
}

/// `master, enrolled, Data Science, A university in Boston`.
pub(in crate::kind) fn describe(entry: &Education) -> String {
    let level = entry.level.map(level_name);
    let status = entry.status.map(|status| match status {
        EducationStatus::Enrolled => "enrolled",
        EducationStatus::Completed => "completed",
        EducationStatus::Incomplete => "incomplete",
    });
    [level, status, entry.field.as_deref(), entry.institution.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn level_name(level: DegreeLevel) -> &'static str {
    match level {
        DegreeLevel::HighSchool => "high school",
        DegreeLevel::Associate => "associate",
        DegreeLevel::Bachelor => "bachelor",
        DegreeLevel::Master => "master",
        DegreeLevel::Doctorate => "doctorate",
        DegreeLevel::Professional => "professional",
    }
}

/// Whether an entry's level is accepted; without levels any college degree is.
pub(in crate::kind) fn level_fits(have: Option<DegreeLevel>, asked: &Degree) -> Truth {
    let Some(have) = have else { return Truth::Unknown };
    let higher = asked.or_higher || asked.status != Some(DegreeStatus::Enrolled);
    let above = |want: &DegreeLevel| higher && have > *want && !(have == DegreeLevel::Professional && *want == DegreeLevel::Doctorate);
    let fits =
        if asked.levels.is_empty() { have > DegreeLevel::HighSchool } else { asked.levels.iter().any(|want| have == *want || above(want)) };
    if fits { Truth::Met } else { Truth::Unmet }
}

/// Whether an entry's status is the one asked; without one, enrolled or completed.
pub(in crate::kind) fn status_fits(have: Option<EducationStatus>, asked: Option<DegreeStatus>) -> Truth {
    let Some(have) = have else { return Truth::Unknown };
    let fits = match asked {
        Some(DegreeStatus::Enrolled) => have == EducationStatus::Enrolled,
        Some(DegreeStatus::Completed) => have == EducationStatus::Completed,
        Some(DegreeStatus::Either) | None => have != EducationStatus::Incomplete,
    };
    if fits { Truth::Met } else { Truth::Unmet }
}
