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

#[cfg(test)]
mod tests {
    use crate::{kind::judge::testing::label, logic::Label, profile::Profile};
    use serde_json::json;

    #[test]
    fn an_age_is_compared_and_an_unstated_one_unknown() {
        let mut profile = Profile::default();
        let asked = || json!({"kind": "age", "min": 18});
        assert_eq!(label(&profile, asked()), Label::Unknown);
        profile.personal.age = Some(18);
        assert_eq!(label(&profile, asked()), Label::Met);
        profile.personal.age = Some(17);
        assert_eq!(label(&profile, asked()), Label::Unmet);
    }
}
