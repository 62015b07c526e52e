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
    let best = entries.map(|(i, entry)| judge_entry(candidate, i, entry, asked)).reduce(or_both);
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

/// The better of two; where neither entry is anything of what is asked, both say why.
fn or_both(mut one: Verdict, other: Verdict) -> Verdict {
    if one.bounds == Some(Bounds::UNMET) && other.bounds == Some(Bounds::UNMET) {
        one.evidence.extend(other.evidence);
        return one;
    }
    one.or(other)
}

/// Whether an equivalent could stand in: the text admits one, there is work experience, and an enrolment, if asked, exists or may.
fn equivalent(candidate: &Candidate<'_>, asked: &Degree) -> bool {
    let enrolment = asked.status != Some(DegreeStatus::Enrolled)
        || candidate.profile.education.iter().any(|entry| entry.status.is_none_or(|status| status == EducationStatus::Enrolled));
    asked.or_equivalent && !candidate.profile.work.is_empty() && enrolment
}

fn judge_entry(candidate: &Candidate<'_>, i: usize, entry: &Education, asked: &Degree) -> Verdict {
    let level = level_fits(entry.level, asked);
    let status = status_fits(entry.status, asked.status);
    let is_not = |note: &str| Verdict::new(Bounds::UNMET, vec![Evidence::new(format!("education[{i}]"), describe(entry)).note(note)]);
    if level == Truth::Unmet {
        return is_not("another level");
    }
    if status == Truth::Unmet {
        return is_not(if asked.status == Some(DegreeStatus::Enrolled) { "not enrolled" } else { "not completed" });
    }
    let (subject, way) = field_fits(candidate, entry.field.as_deref(), asked);
    let mut evidence = Evidence::new(format!("education[{i}]"), describe(entry)).via(way);
    if asked.fields.is_empty() && asked.related_fields {
        evidence = evidence.note("the posting does not say which fields are related");
    }
    match (subject, &entry.field) {
        (Truth::Unmet, _) => return Verdict::new(Bounds::UNMET, vec![evidence.note("another field")]),
        (Truth::Unknown, Some(field)) => evidence = evidence.note(format!("whether `{field}` is related is not known")),
        _ => {}
    }
    let parts = [(level, "level"), (status, "status"), (subject, "field")];
    let unknown = || parts.iter().filter(|(truth, _)| *truth == Truth::Unknown);
    // a field that is stated is not missing, even where nobody can say whether it is related
    let missing = unknown().filter(|(_, key)| *key != "field" || entry.field.is_none()).map(|(_, key)| format!("education[{i}].{key}"));
    if unknown().next().is_none() { Verdict::met(evidence) } else { Verdict::unknown(missing).with(evidence) }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        kind::judge::testing::{label, verdict},
        logic::Label,
        profile::{Profile, Work},
    };
    use serde_json::{Value, json};

    fn entry(level: DegreeLevel, status: EducationStatus, field: &str) -> Education {
        Education { level: Some(level), status: Some(status), field: Some(field.into()), ..Education::default() }
    }

    fn with(entries: Vec<Education>) -> Profile {
        Profile { education: entries, ..Profile::default() }
    }

    fn asked(levels: &[&str], status: &str, fields: &[&str], related: bool) -> Value {
        json!({"kind": "degree", "levels": levels, "status": status, "fields": fields, "related_fields": related})
    }

    #[test]
    fn an_enrolment_must_be_at_the_level_and_a_finished_degree_at_least() {
        let doctoral = with(vec![entry(DegreeLevel::Doctorate, EducationStatus::Enrolled, "Computer Science")]);
        assert_eq!(label(&doctoral, asked(&["master", "doctorate"], "enrolled", &[], false)), Label::Met);
        assert_eq!(label(&doctoral, asked(&["bachelor"], "enrolled", &[], false)), Label::Unmet);
        assert_eq!(label(&doctoral, asked(&["bachelor"], "completed", &[], false)), Label::Unmet);
        let mut higher = asked(&["bachelor"], "enrolled", &[], false);
        higher["or_higher"] = json!(true);
        assert_eq!(label(&doctoral, higher), Label::Met);
        let master = with(vec![entry(DegreeLevel::Master, EducationStatus::Completed, "Economics")]);
        assert_eq!(label(&master, asked(&["bachelor"], "completed", &[], false)), Label::Met);
        assert_eq!(label(&master, asked(&["master"], "enrolled", &[], false)), Label::Unmet);
        assert_eq!(label(&master, asked(&[], "completed", &[], false)), Label::Met);
        let school = with(vec![entry(DegreeLevel::HighSchool, EducationStatus::Completed, "")]);
        assert_eq!(label(&school, asked(&[], "completed", &[], false)), Label::Unmet);
    }

    #[test]
    fn fields_are_narrower_members_of_a_group_or_related() {
        let have = |field: &str| with(vec![entry(DegreeLevel::Bachelor, EducationStatus::Completed, field)]);
        let judged = |field: &str, want: &str, related| label(&have(field), asked(&["bachelor"], "completed", &[want], related));
        assert_eq!(judged("Machine Learning", "Computer Science", false), Label::Met);
        assert_eq!(judged("Computer Science", "Machine Learning", false), Label::Unmet);
        assert_eq!(judged("Computer Science", "Machine Learning", true), Label::Met);
        assert_eq!(judged("Electrical Engineering", "engineering", false), Label::Met);
        assert_eq!(judged("Electrical Engineering", "Computer Science", true), Label::Met);
        assert_eq!(judged("Electrical Engineering", "Computer Science", false), Label::Unmet);
        assert_eq!(judged("Economics", "Computer Science", true), Label::Unmet);
        assert_eq!(judged("Puppetry", "puppetry", false), Label::Met);
        assert_eq!(judged("Puppetry", "Computer Science", true), Label::Unknown);
        assert_eq!(judged("Puppetry", "Computer Science", false), Label::Unmet);
    }

    #[test]
    fn an_equivalent_leaves_a_level_open_but_no_enrolment() {
        let mut asked = asked(&["master"], "enrolled", &[], false);
        asked["or_equivalent"] = json!(true);
        let mut profile = with(vec![entry(DegreeLevel::Bachelor, EducationStatus::Enrolled, "Computer Science")]);
        assert_eq!(label(&profile, asked.clone()), Label::Unmet);
        profile.work.push(Work::default());
        assert_eq!(label(&profile, asked.clone()), Label::Unknown);
        profile.education = vec![entry(DegreeLevel::Master, EducationStatus::Completed, "Computer Science")];
        assert_eq!(label(&profile, asked), Label::Unmet);
    }

    #[test]
    fn what_an_entry_does_not_say_is_missing() {
        let profile = with(vec![Education { level: Some(DegreeLevel::Bachelor), ..Education::default() }]);
        let verdict = verdict(&profile, asked(&["bachelor"], "completed", &["Economics"], false));
        assert_eq!(verdict.missing, ["education[0].status", "education[0].field"]);
        assert_eq!(label(&Profile::default(), asked(&["bachelor"], "completed", &[], false)), Label::Unmet);
    }
}
