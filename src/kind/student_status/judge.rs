//! A standing as a student: `[study]`, and the enrolled entries of `[[education]]` where that is silent.
//!
//! A complete list without an enrolled entry says that one is not. Who is not enrolled neither returns to studies nor has a last requirement open. A recent graduate finished a college degree within
//! [`RECENT_MONTHS`] and is not enrolled.

use super::{StudentCondition, StudentStatus, StudyYear};
use crate::{
    kind::{Candidate, DegreeLevel, graduation::judge as graduation},
    logic::{Bounds, Evidence, Truth, Verdict},
    profile::{Education, EducationStatus, List},
};
use jiff::ToSpan;

/// How long ago a graduation is recent.
const RECENT_MONTHS: i32 = 24;

/// Holds a standing as a student against the profile's.
pub(in crate::kind) fn judge(candidate: &Candidate<'_>, asked: &StudentStatus) -> Verdict {
    let study = &candidate.profile.study;
    let verdict = match asked.condition {
        StudentCondition::Enrolled => enrolled(candidate),
        StudentCondition::Returning => stated(candidate, study.returning, "study.returning"),
        StudentCondition::FinalRequirement => stated(candidate, study.final_requirement, "study.final_requirement"),
        StudentCondition::RecentGraduate => return recent_graduate(candidate),
    };
    if asked.years.is_empty() { verdict } else { both(verdict, year(candidate, &asked.years)) }
}

/// Both must hold; evidence and what is missing come from both.
fn both(a: Verdict, b: Verdict) -> Verdict {
    let bounds = a.bounds.zip(b.bounds).map(|(a, b)| a.min(b));
    Verdict { bounds, evidence: [a.evidence, b.evidence].concat(), missing: [a.missing, b.missing].concat() }
}

fn decided(holds: bool, evidence: Evidence) -> Verdict {
    Verdict::new(if holds { Bounds::MET } else { Bounds::UNMET }, vec![evidence])
}

fn enrolled(candidate: &Candidate<'_>) -> Verdict {
    if let Some(enrolled) = candidate.profile.study.enrolled {
        return decided(enrolled, Evidence::new("study.enrolled", enrolled.to_string()));
    }
    let entry = candidate.profile.education.iter().position(|entry| entry.status == Some(EducationStatus::Enrolled));
    match entry {
        Some(i) => Verdict::met(Evidence::new(format!("education[{i}].status"), "enrolled")),
        None if candidate.is_complete(List::Education) && candidate.profile.education.iter().all(|e| e.status.is_some()) => {
            Verdict::unmet()
        }
        None => Verdict::unknown(["study.enrolled"]),
    }
}

/// What the file says, else unmet for who is not enrolled.
fn stated(candidate: &Candidate<'_>, fact: Option<bool>, path: &str) -> Verdict {
    match fact {
        Some(holds) => decided(holds, Evidence::new(path, holds.to_string())),
        None if enrolled(candidate).bounds.is_some_and(|b| b.truth() == Truth::Unmet) => enrolled(candidate),
        None => Verdict::unknown([path]),
    }
}

/// The year; an entry that may be a graduate's, for it does not say enough, leaves open what that would change.
fn year(candidate: &Candidate<'_>, asked: &[StudyYear]) -> Verdict {
    let verdict = year_by(candidate, asked, is_graduate_entry);
    let could_be = |e: &Education| {
        let under_way = matches!(e.status, None | Some(EducationStatus::Enrolled));
        under_way && matches!(e.level, None | Some(DegreeLevel::Master | DegreeLevel::Doctorate))
    };
    let open = candidate.profile.education.iter().position(|e| could_be(e) && !is_graduate_entry(e));
    let truth = |verdict: &Verdict| verdict.bounds.map(Bounds::truth);
    match open {
        Some(i) if truth(&year_by(candidate, asked, could_be)) != truth(&verdict) => {
            let key = if candidate.profile.education.get(i).is_some_and(|e| e.status.is_none()) { "status" } else { "level" };
            Verdict::unknown([format!("education[{i}].{key}")])
        }
        _ => verdict,
    }
}

fn is_graduate_entry(e: &Education) -> bool {
    e.status == Some(EducationStatus::Enrolled) && matches!(e.level, Some(DegreeLevel::Master | DegreeLevel::Doctorate))
}

/// A graduate student is one by the year stated or by an enrolled entry; a freshman … senior is none.
fn year_by(candidate: &Candidate<'_>, asked: &[StudyYear], is_graduate: impl Fn(&Education) -> bool) -> Verdict {
    let stated = candidate.profile.study.year;
    let entries = candidate.profile.education.iter().enumerate();
    let entry = entries.filter(|(_, e)| is_graduate(e)).map(|(i, _)| i).next();
    let graduate = stated == Some(StudyYear::Graduate) || entry.is_some();
    let evidence = || match (stated, entry) {
        (Some(year), _) => Evidence::new("study.year", name(year)),
        (None, i) => Evidence::new(format!("education[{}]", i.unwrap_or_default()), "graduate student"),
    };
    if graduate && asked.contains(&StudyYear::Graduate) {
        return decided(true, evidence());
    }
    let open: Vec<StudyYear> = asked.iter().copied().filter(|want| !(graduate && is_undergraduate(*want))).collect();
    match stated {
        Some(year) => decided(open.iter().any(|want| same_year(*want, year)), evidence()),
        None if open.is_empty() => decided(false, evidence()),
        None => Verdict::unknown(["study.year"]),
    }
}

fn is_undergraduate(year: StudyYear) -> bool {
    matches!(year, StudyYear::Freshman | StudyYear::Sophomore | StudyYear::Junior | StudyYear::Senior)
}

/// A senior is in the fourth year or a later one.
fn same_year(want: StudyYear, have: StudyYear) -> bool {
    ordinal(want) == ordinal(have) || (want == StudyYear::Senior && have == StudyYear::FifthYear)
}

/// The place of a year: a freshman is in the first. Graduates stand apart.
fn ordinal(year: StudyYear) -> u8 {
    match year {
        StudyYear::Freshman | StudyYear::FirstYear => 1,
        StudyYear::Sophomore | StudyYear::SecondYear => 2,
        StudyYear::Junior | StudyYear::ThirdYear => 3,
        StudyYear::Senior | StudyYear::FourthYear => 4,
        StudyYear::FifthYear => 5,
        StudyYear::Graduate => 6,
    }
}

fn name(year: StudyYear) -> &'static str {
    match year {
        StudyYear::Freshman => "freshman",
        StudyYear::Sophomore => "sophomore",
        StudyYear::Junior => "junior",
        StudyYear::Senior => "senior",
        StudyYear::FirstYear => "first year",
        StudyYear::SecondYear => "second year",
        StudyYear::ThirdYear => "third year",
        StudyYear::FourthYear => "fourth year",
        StudyYear::FifthYear => "fifth year",
        StudyYear::Graduate => "graduate",
    }
}

fn recent_graduate(candidate: &Candidate<'_>) -> Verdict {
    let Ok(earliest) = candidate.as_of.checked_sub(RECENT_MONTHS.months()) else { return Verdict::unknown(["education"]) };
    let entries = candidate.profile.education.iter().enumerate();
    let college =
        entries.filter(|(_, e)| e.status == Some(EducationStatus::Completed) && e.level.is_none_or(|l| l > DegreeLevel::HighSchool));
    let recent = college.map(|(i, entry)| match entry.end {
        Some(end) => decided(end.last_day() >= earliest, Evidence::new(format!("education[{i}].end"), end.to_string())),
        None => Verdict::unknown([format!("education[{i}].end")]),
    });
    let unsaid = graduation::unsaid(candidate).map(|i| Verdict::unknown([format!("education[{i}].status")]));
    match recent.chain(unsaid).reduce(Verdict::or) {
        Some(verdict) => verdict,
        None if candidate.is_complete(List::Education) => Verdict::unmet(),
        None => Verdict::unknown(["education"]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        kind::judge::testing::{label, verdict},
        logic::Label,
        profile::Profile,
    };
    use serde_json::{Value, json};

    fn asked(condition: &str, years: &[&str]) -> Value {
        json!({"kind": "student_status", "condition": condition, "years": years})
    }

    fn enrolled(level: DegreeLevel) -> Profile {
        let education = vec![Education { level: Some(level), status: Some(EducationStatus::Enrolled), ..Education::default() }];
        Profile { education, ..Profile::default() }
    }

    #[test]
    fn enrolment_is_stated_or_shown_by_an_entry() {
        assert_eq!(label(&Profile::default(), asked("enrolled", &[])), Label::Unmet);
        let unstated = Profile { education: vec![Education::default()], ..Profile::default() };
        assert_eq!(verdict(&unstated, asked("enrolled", &[])).missing, ["study.enrolled"]);
        assert_eq!(label(&enrolled(DegreeLevel::Bachelor), asked("enrolled", &[])), Label::Met);
        let mut profile = Profile::default();
        profile.study.enrolled = Some(false);
        assert_eq!(label(&profile, asked("enrolled", &[])), Label::Unmet);
    }

    #[test]
    fn who_is_not_enrolled_does_not_return() {
        let mut profile = Profile::default();
        profile.study.enrolled = Some(true);
        assert_eq!(verdict(&profile, asked("returning", &[])).missing, ["study.returning"]);
        profile.study.enrolled = Some(false);
        assert_eq!(label(&profile, asked("returning", &[])), Label::Unmet);
    }

    #[test]
    fn years_go_by_either_name_and_graduates_stand_apart() {
        let mut profile = enrolled(DegreeLevel::Bachelor);
        assert_eq!(verdict(&profile, asked("enrolled", &["junior"])).missing, ["study.year"]);
        profile.study.year = Some(StudyYear::ThirdYear);
        assert_eq!(label(&profile, asked("enrolled", &["junior", "senior"])), Label::Met);
        assert_eq!(label(&profile, asked("enrolled", &["freshman"])), Label::Unmet);
        let master = enrolled(DegreeLevel::Master);
        assert_eq!(label(&master, asked("enrolled", &["graduate"])), Label::Met);
        assert_eq!(label(&master, asked("enrolled", &["junior"])), Label::Unmet);
    }

    #[test]
    fn a_recent_graduate_finished_within_two_years() {
        let finished = |end: &str| {
            let entry = Education {
                level: Some(DegreeLevel::Bachelor),
                status: Some(EducationStatus::Completed),
                end: end.parse().ok(),
                ..Education::default()
            };
            Profile { education: vec![entry], ..Profile::default() }
        };
        assert_eq!(label(&finished("2025-05"), asked("recent_graduate", &[])), Label::Met);
        assert_eq!(label(&finished("2017-05"), asked("recent_graduate", &[])), Label::Unmet);
    }
}
