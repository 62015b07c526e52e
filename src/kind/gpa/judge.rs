//! A grade: that of the degree asked in the same requirement, else of the enrolled entry, else the best; compared on the scale asked.
//!
//! Grades on different scales are compared as fractions of their scale, and the evidence says so.

use super::Gpa;
use crate::{
    kind::{Candidate, Context, graduation::judge as graduation},
    logic::{Bounds, Evidence, Verdict},
    profile::Education,
};

/// Holds a least grade against the profile's.
pub(in crate::kind) fn judge(candidate: &Candidate<'_>, context: &Context<'_>, asked: &Gpa) -> Verdict {
    let mut entries = graduation::entries(candidate, context);
    let enrolled = entries.iter().any(|(_, e)| e.status == Some(crate::profile::EducationStatus::Enrolled));
    if context.degree.is_none() && !enrolled {
        entries = candidate.profile.education.iter().enumerate().filter(|(_, e)| e.gpa.is_some()).collect();
    }
    entries.into_iter().map(|(i, entry)| reaches(i, entry, asked)).reduce(Verdict::or).unwrap_or_else(|| Verdict::unknown(["education"]))
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
