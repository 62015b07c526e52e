//! A graduation window: the `end` of the entry that it is about lies within.
//!
//! That is the entry of the degree asked in the same requirement, else the enrolled one or a finished college degree. Without any, it is unmet; an entry that
//! does not say how far along it is, or when it ends, leaves it open.

use super::Graduation;
use crate::{
    kind::{Candidate, Context, DegreeLevel, degree::judge as degree},
    logic::{Bounds, Evidence, Truth, Verdict},
    profile::{Education, EducationStatus, List},
    value::PartialDate,
};

/// Holds a graduation window against the profile's dates.
pub(in crate::kind) fn judge(candidate: &Candidate<'_>, context: &Context<'_>, asked: &Graduation) -> Verdict {
    let sure = entries(candidate, context).into_iter().map(|(i, entry)| in_window(i, entry, asked));
    let undecided = unsaid(candidate).map(|i| Verdict::unknown([format!("education[{i}].status")]));
    match sure.chain(undecided).reduce(Verdict::or) {
        Some(verdict) => verdict,
        None if candidate.is_complete(List::Education) => Verdict::unmet(),
        None => Verdict::unknown(["education"]),
    }
}

/// The entries of a college that do not say how far along they are.
pub(in crate::kind) fn unsaid<'c>(candidate: &'c Candidate<'_>) -> impl Iterator<Item = usize> + 'c {
    let entries = candidate.profile.education.iter().enumerate();
    entries.filter(|(_, e)| e.status.is_none() && e.level.is_none_or(|level| level > DegreeLevel::HighSchool)).map(|(i, _)| i)
}

/// The entries that a statement on "your degree" is about.
pub(in crate::kind) fn entries<'c>(candidate: &'c Candidate<'_>, context: &Context<'_>) -> Vec<(usize, &'c Education)> {
    let all = || candidate.profile.education.iter().enumerate();
    if let Some(asked) = context.degree {
        let fits = |e: &Education| {
            degree::level_fits(e.level, asked) != Truth::Unmet && degree::status_fits(e.status, asked.status) != Truth::Unmet
        };
        let matching: Vec<_> = all().filter(|(_, e)| fits(e)).collect();
        if !matching.is_empty() {
            return matching;
        }
    }
    let enrolled = |e: &Education| e.status == Some(EducationStatus::Enrolled);
    let finished = |e: &Education| e.status == Some(EducationStatus::Completed) && e.level.is_none_or(|l| l > DegreeLevel::HighSchool);
    all().filter(|(_, e)| enrolled(e) || (context.degree.is_none() && finished(e))).collect()
}

fn in_window(i: usize, entry: &Education, asked: &Graduation) -> Verdict {
    let path = format!("education[{i}].end");
    let Some(end) = entry.end else { return Verdict::unknown([path]) };
    let evidence = Evidence::new(path.clone(), end.to_string());
    match within(end, asked.earliest, asked.latest) {
        Truth::Met => Verdict::met(evidence),
        Truth::Unmet => Verdict::new(Bounds::UNMET, vec![evidence]),
        Truth::Unknown => Verdict::unknown([path]).with(evidence),
    }
}

/// Whether a date lies within a window; unknown where it is too coarse to tell.
fn within(date: PartialDate, earliest: Option<PartialDate>, latest: Option<PartialDate>) -> Truth {
    let after = earliest.map(|e| (date.first_day() >= e.first_day(), date.last_day() >= e.first_day()));
    let before = latest.map(|l| (date.last_day() <= l.last_day(), date.first_day() <= l.last_day()));
    let (sure, possible) = [after, before].into_iter().flatten().fold((true, true), |(s, p), (a, b)| (s && a, p && b));
    match (sure, possible) {
        (true, _) => Truth::Met,
        (false, true) => Truth::Unknown,
        (false, false) => Truth::Unmet,
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
    use serde_json::json;

    fn with(status: EducationStatus, end: &str) -> Profile {
        let entry = Education { level: Some(DegreeLevel::Bachelor), status: Some(status), end: end.parse().ok(), ..Education::default() };
        Profile { education: vec![entry], ..Profile::default() }
    }

    #[test]
    fn the_end_of_the_entry_lies_in_the_window() {
        let window = || json!({"kind": "graduation", "earliest": "2026-12", "latest": "2027"});
        assert_eq!(label(&with(EducationStatus::Enrolled, "2027-05"), window()), Label::Met);
        assert_eq!(label(&with(EducationStatus::Enrolled, "2026-05"), window()), Label::Unmet);
        assert_eq!(label(&with(EducationStatus::Enrolled, "2026"), window()), Label::Unknown);
        assert_eq!(verdict(&with(EducationStatus::Enrolled, ""), window()).missing, ["education[0].end"]);
        assert_eq!(label(&Profile::default(), window()), Label::Unmet);
    }

    #[test]
    fn a_finished_degree_is_dated_too() {
        let window = || json!({"kind": "graduation", "earliest": "2024", "latest": "2025"});
        assert_eq!(label(&with(EducationStatus::Completed, "2025-05"), window()), Label::Met);
        assert_eq!(label(&with(EducationStatus::Completed, "2017-05"), window()), Label::Unmet);
    }
}
