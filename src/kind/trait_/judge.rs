//! A trait: met where `[personal] traits` states it, else assumed. A stated weakness does not exist.

use super::Trait;
use crate::{
    kind::{
        Candidate,
        judge::{Phrase, closure},
    },
    logic::{Evidence, Verdict},
    profile::Profile,
    taxonomy::{ConceptId, Family, Taxonomy},
};
use rustc_hash::FxHashSet;

/// A trait that the profile claims.
#[derive(Debug)]
pub(in crate::kind) struct Claim {
    path: String,
    text: String,
    phrase: Phrase,
    /// What the vocabulary knows it as, and all that is broader; nothing where it does not.
    shows: FxHashSet<ConceptId>,
}

impl Claim {
    /// The claims of a profile.
    pub(in crate::kind) fn all(profile: &Profile, taxonomy: &Taxonomy) -> Vec<Self> {
        let claim = |(i, text): (usize, &String)| Self {
            path: format!("personal.traits[{i}]"),
            text: text.clone(),
            phrase: Phrase::new(text),
            shows: taxonomy
                .named(Family::Trait, text)
                .map(|id| closure(taxonomy, id))
                .unwrap_or_default()
                .into_iter()
                .map(|it| it.0)
                .collect(),
        };
        profile.personal.traits.iter().enumerate().map(claim).collect()
    }
}

/// What a trait asks, in terms of the vocabulary and by its words.
#[derive(Debug)]
pub(in crate::kind) struct Disposition {
    concept: Option<ConceptId>,
    phrase: Phrase,
}

impl Disposition {
    /// Reads what a trait asks.
    pub(in crate::kind) fn new(taxonomy: &Taxonomy, asked: &Trait) -> Self {
        let tagged = asked.concept.as_deref().and_then(|id| taxonomy.by_id(id));
        Self { concept: tagged.or_else(|| taxonomy.named(Family::Trait, &asked.text)), phrase: Phrase::new(&asked.text) }
    }
}

/// Holds a trait against those that the profile claims.
pub(in crate::kind) fn judge(candidate: &Candidate<'_>, wanted: &Disposition) -> Verdict {
    let is_it = |claim: &&Claim| match wanted.concept {
        Some(concept) if !claim.shows.is_empty() => claim.shows.contains(&concept),
        _ => claim.phrase.share_in(&wanted.phrase) >= 1.0,
    };
    candidate.claims.iter().find(is_it).map_or_else(Verdict::assumed, |claim| Verdict::met(Evidence::new(&claim.path, &claim.text)))
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
