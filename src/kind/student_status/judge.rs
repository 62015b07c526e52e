//! A standing as a student: `[study]`, and the enrolled entries of `[[education]]` where that is silent.
//!
//! Who is not enrolled neither returns to studies nor has a last requirement open. A recent graduate finished a college degree within
//! [`RECENT_MONTHS`] and is not enrolled.

use super::{StudentCondition, StudentStatus, StudyYear};
use crate::{
    kind::{Candidate, DegreeLevel},
    logic::{Bounds, Evidence, Truth, Verdict},
    profile::{EducationStatus, List},
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
        None if candidate.is_complete(List::Education) && !candidate.profile.education.is_empty() => Verdict::unmet(),
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

fn year(candidate: &Candidate<'_>, asked: &[StudyYear]) -> Verdict {
    if let Some(year) = candidate.profile.study.year {
        let fits = asked.iter().any(|want| ordinal(*want) == ordinal(year) || (*want == StudyYear::Senior && ordinal(year) == 5));
        return decided(fits, Evidence::new("study.year", name(year)));
    }
    let graduate = |level: Option<DegreeLevel>| matches!(level, Some(DegreeLevel::Master | DegreeLevel::Doctorate));
    let mut entries = candidate.profile.education.iter().enumerate();
    let entry = entries.find(|(_, entry)| entry.status == Some(EducationStatus::Enrolled) && graduate(entry.level));
    match entry {
        Some((i, _)) => decided(asked.contains(&StudyYear::Graduate), Evidence::new(format!("education[{i}]"), "graduate student")),
        None => Verdict::unknown(["study.year"]),
    }
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
    match recent.reduce(Verdict::or) {
        Some(verdict) => verdict,
        None if candidate.is_complete(List::Education) => Verdict::unmet(),
        None => Verdict::unknown(["education"]),
    }
}
