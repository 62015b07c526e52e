//! A grade: that of the degree asked in the same requirement, else of the enrolled entry, else the best; compared on the scale asked.
//!
//! Grades on different scales are compared as fractions of their scale, and the evidence says so.

use super::Gpa;
use crate::{
    kind::{Candidate, Context, DegreeLevel, graduation::judge as graduation},
    logic::{Bounds, Evidence, Verdict},
    profile::{Education, EducationStatus},
};

/// Holds a least grade against the profile's.
pub(in crate::kind) fn judge(candidate: &Candidate<'_>, context: &Context<'_>, asked: &Gpa) -> Verdict {
    let entries = entries(candidate, context);
    let best = entries.iter().map(|(i, entry)| reaches(*i, entry, asked)).reduce(Verdict::or);
    let best = best.unwrap_or_else(|| Verdict::unknown(["education"]));
    let enrolled = entries.iter().any(|(_, entry)| entry.status == Some(EducationStatus::Enrolled));
    if enrolled || context.degree.is_some() {
        return best;
    }
    // were an entry that does not say how far along it is under way, its grade would count
    graduation::unsaid(candidate).fold(best, |best, i| {
        let other = candidate.profile.education.get(i).map(|entry| reaches(i, entry, asked));
        match (best.bounds, other.and_then(|other| other.bounds)) {
            (Some(ours), Some(other)) if ours.truth() != other.truth() => {
                let bounds = Bounds::unknown(ours.lo().min(other.lo()));
                Verdict { bounds: Some(bounds), ..best }.missing([format!("education[{i}].status")])
            }
            (Some(ours), Some(other)) if ours != other => Verdict { bounds: Some(ours.hull(other)), ..best },
            _ => best,
        }
    })
}

fn entries<'c>(candidate: &'c Candidate<'_>, context: &Context<'_>) -> Vec<(usize, &'c Education)> {
    if context.degree.is_some() {
        return graduation::entries(candidate, context);
    }
    let all = || candidate.profile.education.iter().enumerate();
    let enrolled: Vec<_> = all().filter(|(_, e)| e.status == Some(EducationStatus::Enrolled)).collect();
    let of_college = |e: &Education| e.gpa.is_some() || e.level.is_some_and(|level| level > DegreeLevel::HighSchool);
    if enrolled.is_empty() { all().filter(|(_, e)| of_college(e)).collect() } else { enrolled }
}

fn reaches(i: usize, entry: &Education, asked: &Gpa) -> Verdict {
    let path = format!("education[{i}].gpa");
    let (Some(have), Some(min)) = (entry.gpa, asked.min) else { return Verdict::unknown([path]) };
    let want_scale = asked.scale.unwrap_or_else(|| likely_scale(min));
    let have_scale = entry.gpa_scale.unwrap_or_else(|| if have <= want_scale { want_scale } else { likely_scale(have) });
    let evidence = Evidence::new(path, format!("{have} of {have_scale}"));
    #[expect(clippy::float_cmp, reason = "scales are stated, not computed")]
    if have_scale == want_scale {
        return Verdict::new(Bounds::ratio(have, min), vec![evidence]);
    }
    let note = format!("compared as fractions of their scales: {:.2} with {:.2}", have / have_scale, min / want_scale);
    Verdict::new(Bounds::ratio(have / have_scale, min / want_scale), vec![evidence.note(note)])
}

/// The least usual scale that holds a grade.
fn likely_scale(grade: f64) -> f64 {
    [4.0, 5.0, 10.0].into_iter().find(|scale| grade <= *scale).unwrap_or(100.0)
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

    fn with(gpa: Option<f64>, scale: Option<f64>) -> Profile {
        let entry = Education { gpa, gpa_scale: scale, ..Education::default() };
        Profile { education: vec![entry], ..Profile::default() }
    }

    #[test]
    fn grades_are_compared_on_their_scale_or_as_fractions() {
        let asked = || json!({"kind": "gpa", "min": 3.0});
        assert_eq!(label(&with(Some(3.0), Some(4.0)), asked()), Label::Met);
        assert_eq!(verdict(&with(Some(1.5), Some(4.0)), asked()).bounds, Some(Bounds::unmet(0.5)));
        let fraction = verdict(&with(Some(8.6), Some(10.0)), asked());
        assert_eq!((fraction.label(), fraction.evidence[0].note.is_some()), (Label::Met, true));
        assert_eq!(label(&with(Some(5.0), Some(10.0)), asked()), Label::Partial);
        assert_eq!(label(&with(None, None), asked()), Label::Unknown);
    }

    #[test]
    fn an_enrolled_entry_without_a_grade_is_unknown_though_another_has_one() {
        let mut profile = with(Some(3.9), Some(4.0));
        profile.education.push(Education { status: Some(EducationStatus::Enrolled), ..Education::default() });
        assert_eq!(verdict(&profile, json!({"kind": "gpa", "min": 3.0})).missing, ["education[1].gpa"]);
    }
}
