//! A clearance: one of the asked rank or above in `[work_authorization] clearances`.
//!
//! Where none is held, one that need only be obtained is unknown; a profile without the list is unknown too.

use super::{Clearance, ClearanceStatus};
use crate::{
    kind::{Candidate, judge::Phrase},
    logic::{Evidence, Verdict},
    taxonomy::{Concept, Family},
};

const PATH: &str = "work_authorization.clearances";

/// Holds a clearance against those that the profile lists.
pub(in crate::kind) fn judge(candidate: &Candidate<'_>, asked: &Clearance) -> Verdict {
    let Some(held) = &candidate.profile.work_authorization.clearances else { return Verdict::unknown([PATH]) };
    let enough = held.iter().enumerate().find(|(_, held)| reaches(candidate, held, asked.level.as_deref()));
    match enough {
        Some((i, text)) => Verdict::met(Evidence::new(format!("{PATH}[{i}]"), text)),
        None if asked.status == Some(ClearanceStatus::Obtainable) => Verdict::unknown([PATH]),
        None => Verdict::unmet(),
    }
}

fn reaches(candidate: &Candidate<'_>, held: &str, level: Option<&str>) -> bool {
    let Some(level) = level else { return true };
    match (clearance(candidate, held), clearance(candidate, level)) {
        (Some(have), Some(want)) => have.id == want.id || (have.code == want.code && have.rank >= want.rank),
        _ => Phrase::new(level).share_in(&Phrase::new(held)) >= 1.0,
    }
}

/// The clearance that a text names, else the highest that it mentions; ranks order those of one country.
fn clearance<'t>(candidate: &Candidate<'t>, text: &str) -> Option<&'t Concept> {
    let taxonomy = candidate.taxonomy;
    let ranked = |id| Some(taxonomy.concept(id)).filter(|concept| concept.rank.is_some());
    let whole = taxonomy.named(Family::Permit, text).and_then(ranked);
    whole.or_else(|| taxonomy.mentioned(Family::Permit, text).into_iter().filter_map(ranked).max_by_key(|concept| concept.rank))
}

#[cfg(test)]
mod tests {
    use crate::{kind::judge::testing::label, logic::Label, profile::Profile};
    use serde_json::json;

    #[test]
    fn a_higher_clearance_meets_and_an_unstated_list_is_unknown() {
        let mut profile = Profile::default();
        let asked = |level: &str, status: &str| json!({"kind": "clearance", "level": level, "status": status});
        assert_eq!(label(&profile, asked("Secret", "active")), Label::Unknown);
        profile.work_authorization.clearances = Some(Vec::new());
        assert_eq!(label(&profile, asked("Secret", "active")), Label::Unmet);
        assert_eq!(label(&profile, asked("Secret", "obtainable")), Label::Unknown);
        profile.work_authorization.clearances = Some(vec!["Top Secret".into()]);
        assert_eq!(label(&profile, asked("Secret", "active")), Label::Met);
        profile.work_authorization.clearances = Some(vec!["Secret".into()]);
        assert_eq!(label(&profile, asked("Top Secret", "active")), Label::Unmet);
    }
}
