//! A graduation window: the `end` of the entry that it is about lies within.
//!
//! That is the entry of the degree asked in the same requirement, else the enrolled one, else the last finished college degree. Without any,
//! it is unmet.

use super::Graduation;
use crate::{
    kind::{Candidate, Context, DegreeLevel, degree::judge as degree},
    logic::{Bounds, Evidence, Truth, Verdict},
    profile::{Education, EducationStatus, List},
    value::PartialDate,
};

/// Holds a graduation window against the profile's dates.
pub(in crate::kind) fn judge(candidate: &Candidate<'_>, context: &Context<'_>, asked: &Graduation) -> Verdict {
    let best = entries(candidate, context).into_iter().map(|(i, entry)| in_window(i, entry, asked)).reduce(Verdict::or);
    match best {
        Some(verdict) => verdict,
        None if candidate.is_complete(List::Education) => Verdict::unmet(),
        None => Verdict::unknown(["education"]),
    }
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
    let enrolled: Vec<_> = all().filter(|(_, e)| e.status == Some(EducationStatus::Enrolled)).collect();
    if !enrolled.is_empty() || context.degree.is_some() {
        return enrolled;
    }
    let finished = |e: &Education| e.status == Some(EducationStatus::Completed) && e.level.is_none_or(|l| l > DegreeLevel::HighSchool);
    all().filter(|(_, e)| finished(e)).max_by_key(|(_, e)| e.end).into_iter().collect()
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
