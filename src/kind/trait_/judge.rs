//! A trait: met where `[personal] traits` states it, else assumed. A stated weakness does not exist.

use super::Trait;
use crate::{
    kind::{Candidate, judge::Phrase},
    logic::{Evidence, Verdict},
    taxonomy::Family,
};

/// Holds a trait against those that the profile claims.
pub(in crate::kind) fn judge(candidate: &Candidate<'_>, asked: &Trait) -> Verdict {
    let stated = candidate.profile.personal.traits.iter().enumerate().find(|(_, stated)| same(candidate, stated, asked));
    stated.map_or_else(Verdict::assumed, |(i, text)| Verdict::met(Evidence::new(format!("personal.traits[{i}]"), text)))
}

fn same(candidate: &Candidate<'_>, stated: &str, asked: &Trait) -> bool {
    let taxonomy = candidate.taxonomy;
    let wanted = asked.concept.as_deref().and_then(|id| taxonomy.by_id(id)).or_else(|| taxonomy.named(Family::Trait, &asked.text));
    let claimed = taxonomy.named(Family::Trait, stated);
    match wanted.zip(claimed) {
        Some((wanted, claimed)) => taxonomy.way_up(claimed, wanted).is_some(),
        None => Phrase::new(stated).share_in(&Phrase::new(&asked.text)) >= 1.0,
    }
}

#[cfg(test)]
mod tests {
    use crate::{kind::judge::testing::label, logic::Label, profile::Profile};
    use serde_json::json;

    #[test]
    fn a_trait_is_met_where_stated_and_assumed_else() {
        let mut profile = Profile::default();
        let asked = || json!({"kind": "trait", "text": "team player"});
        assert_eq!(label(&profile, asked()), Label::Assumed);
        profile.personal.traits = vec!["curious".into()];
        assert_eq!(label(&profile, asked()), Label::Assumed);
        profile.personal.traits.push("team player".into());
        assert_eq!(label(&profile, asked()), Label::Met);
    }
}
