//! An age: `[personal] age` at or above the one asked.

use super::Age;
use crate::{
    kind::Candidate,
    logic::{Bounds, Evidence, Verdict},
};

/// Holds a least age against the profile's.
pub(in crate::kind) fn judge(candidate: &Candidate<'_>, asked: &Age) -> Verdict {
    match (candidate.profile.personal.age, asked.min) {
        (Some(age), Some(min)) => {
            let bounds = if age >= min { Bounds::MET } else { Bounds::UNMET };
            Verdict::new(bounds, vec![Evidence::new("personal.age", age.to_string())])
        }
        _ => Verdict::unknown(["personal.age"]),
    }
}
