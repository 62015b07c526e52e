//! How postings ask where a candidate stands as a student: returning, last requirement, year of study, recent graduate.

use super::{StudentCondition, StudentStatus, StudyYear};
use crate::{
    kind::{Mention, Predicate},
    line::Line,
};
use std::ops::Range;

/// Wordings and the condition they set.
const CONDITIONS: &[(&str, StudentCondition)] = &[
    (
        "return|returning to your|their|a|the? full? -? time? school|studies|university|college|program|programme|degree|education|campus",
        StudentCondition::Returning,
    ),
    ("returning students|student", StudentCondition::Returning),
    ("continue|continuing|resume your|their studies|education|degree after|following|upon", StudentCondition::Returning),
    ("at least one semester|term|quarter remaining|left _4", StudentCondition::Returning),
    ("last|final requirement for you|them? to? graduate|graduating|graduation", StudentCondition::FinalRequirement),
    ("last|final requirement before|for _2 graduating|graduation|graduate", StudentCondition::FinalRequirement),
    ("recent|new|fresh college|university|higher? -? education? graduate|graduates|grad|grads", StudentCondition::RecentGraduate),
    ("recent or|and soon - to - be graduates|grads", StudentCondition::RecentGraduate),
    ("recently graduated", StudentCondition::RecentGraduate),
    ("graduated within the last|past _3", StudentCondition::RecentGraduate),
    ("currently? enrolled|registered|matriculated in|at college|university|school", StudentCondition::Enrolled),
    (
        "be? currently enrolled in|at an|a accredited|recognized|local? university|college|school|institution or? college|university?",
        StudentCondition::Enrolled,
    ),
    ("enrolled in|at an|a|any _2 college|university|institution|school or? university|college|institution?", StudentCondition::Enrolled),
    ("enrolled in a full -? time degree|academic? program|programme", StudentCondition::Enrolled),
    ("enrolled as a full|part? -? time? student", StudentCondition::Enrolled),
    ("matriculation at _2 accredited college|university _3 school?", StudentCondition::Enrolled),
    (
        "current|currently|active|enrolled|full|registered -? time? undergraduate|college|university|graduate? student|students",
        StudentCondition::Enrolled,
    ),
    ("undergraduate|graduate|college|university student|students", StudentCondition::Enrolled),
    ("must be a? student|students", StudentCondition::Enrolled),
];

/// Years of study by name; a list of them is one mention.
const YEARS: &[(&str, StudyYear)] = &[
    ("freshman|freshmen", StudyYear::Freshman),
    ("sophomore|sophomores", StudyYear::Sophomore),
    ("junior|juniors", StudyYear::Junior),
    ("senior|seniors", StudyYear::Senior),
    ("first|1st -? year?", StudyYear::FirstYear),
    ("second|2nd -? year?", StudyYear::SecondYear),
    ("third|3rd|penultimate -? year?", StudyYear::ThirdYear),
    ("fourth|4th|final -? year?", StudyYear::FourthYear),
    ("fifth|5th -? year?", StudyYear::FifthYear),
];

/// Finds the standings of a line.
pub(crate) fn read(line: &Line<'_>, out: &mut Vec<Mention>) {
    read_years(line, out);
    let mut taken: Vec<Range<usize>> = out.iter().map(|m| m.words.clone()).collect();
    for (pattern, condition) in line.likely(CONDITIONS, |entry| entry.0) {
        let mut from = 0;
        while let Some(words) = line.search(pattern, from..line.len()) {
            from = words.end;
            if taken.iter().any(|t| t.start < words.end && words.start < t.end) || is_of_others(line, &words) {
                continue;
            }
            taken.push(words.clone());
            let graduate = line.is_one_of(words.start, &["graduate"]) && *condition == StudentCondition::Enrolled
                || line.search("graduate program|school", words.start..words.end).is_some() && !line.is_one_of(words.start, &["recent"]);
            let years = if graduate { vec![StudyYear::Graduate] } else { Vec::new() };
            let status = StudentStatus { text: line.phrase(&words).to_owned(), condition: *condition, years };
            out.push(Mention::of("student status", words, Predicate::StudentStatus(status)));
        }
    }
}

/// Students whom the job serves, and students named beside their degree, which says more.
fn is_of_others(line: &Line<'_>, words: &Range<usize>) -> bool {
    let serves = line
        .find(
            words.start.saturating_sub(5)..words.start,
            &[
                "support", "supporting", "teach", "teaching", "mentor", "with", "help", "helping", "provide", "providing", "advise", "for",
                "tutor", "supervise", "supervising", "of", "to", "serve", "our", "assist", "among",
            ],
        )
        .is_some();
    let student = line.is_one_of(words.end - 1, &["student", "students"]);
    let degree_follows = student
        && line.find(words.end..(words.end + 8).min(line.len()), &["pursuing", "enrolled", "majoring", "working", "studying"]).is_some()
        && !line.is_one_of(words.start, &["current"]);
    let graduates = line.is_one_of(words.start, &["new"]) && line.is_one_of(words.end, &["program", "programme", "rotation", "roles"]);
    (serves && student) || degree_follows || graduates
}

/// "rising junior or senior", "second, third or rising fourth year student".
fn read_years(line: &Line<'_>, out: &mut Vec<Mention>) {
    if line.likely(YEARS, |entry| entry.0).next().is_none() {
        return;
    }
    let mut at = 0;
    while at < line.len() {
        let Some((mut end, year)) = year_at(line, at) else {
            at += 1;
            continue;
        };
        let mut years = vec![year];
        loop {
            let next = (end..(end + 4).min(line.len()))
                .find(|i| !line.is_one_of(*i, &[",", "or", "and", "/", "rising", "a", "-", "through", "to"]))
                .unwrap_or(end);
            match year_at(line, next).filter(|_| next > end) {
                Some((after, year)) => {
                    years.push(year);
                    end = after;
                }
                None => break,
            }
        }
        let named =
            line.is_one_of(end - 1, &["year", "years"]) || years.iter().all(|y| matches!(y, StudyYear::Freshman | StudyYear::Sophomore));
        let start =
            (at.saturating_sub(3)..at).find(|i| line.is_one_of(*i, &["rising", "college", "current", "undergraduate"])).unwrap_or(at);
        let class = years.iter().any(|year| matches!(year, StudyYear::Junior | StudyYear::Senior));
        let studying = line
            .find(
                start..(end + 3).min(line.len()),
                &["rising", "student", "students", "standing", "college", "undergraduate", "university", "undergrad", "studies", "study"],
            )
            .is_some()
            || line
                .find(0..line.len(), &["enrolled", "pursuing", "degree", "studying", "student", "students", "bachelor's", "master's"])
                .is_some();
        let of_job = line.is_one_of(end, &["of"])
            && !line.is_one_of(
                end + 1,
                &[
                    "study", "studies", "college", "university", "a", "an", "your", "their", "undergraduate", "law", "school",
                    "bachelor's", "master's",
                ],
            );
        let appointed = of_job || line.find(0..line.len(), &["appointment", "contract", "renewable", "salary", "probation"]).is_some();
        let job = line.is_one_of(
            end,
            &[
                "engineer", "developer", "analyst", "manager", "management", "leadership", "management", "stakeholders", "level",
                "executives", "leaders", "members", "team", "high", "for", "experience", "results", "after", "retention",
            ],
        );
        if (named || class) && studying && !job && !appointed {
            end = student_end(line, end);
            let status = StudentStatus { text: line.phrase(&(start..end)).to_owned(), condition: StudentCondition::Enrolled, years };
            out.push(Mention::of("student status: year", start..end, Predicate::StudentStatus(status)));
        }
        at = end;
    }
}

fn year_at(line: &Line<'_>, at: usize) -> Option<(usize, StudyYear)> {
    YEARS.iter().find_map(|(pattern, year)| line.matches(pattern, at).map(|end| (end, *year)))
}

/// "third-year university student"; but a student who is "pursuing" a degree belongs to the degree.
fn student_end(line: &Line<'_>, end: usize) -> usize {
    let standing = line.matches("class? standing|student|students|year", end);
    let student = standing.or_else(|| line.matches("university|college|undergraduate|graduate|law student|students", end));
    student.filter(|after| !line.is_one_of(*after, &["pursuing", "enrolled", "majoring", "studying", "working"])).unwrap_or(end)
}
