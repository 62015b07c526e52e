//! A place or a way of work: where the candidate lives or would work, and how.
//!
//! A place outside `[location] places` is unknown with `relocate = true`, unmet with `false`; who does not say where they live may live there.

use super::Location;
use crate::{
    kind::{
        Candidate, Context,
        judge::{PlaceFit, covers, lies_in},
    },
    logic::{Bounds, Evidence, Verdict},
};

/// Holds a place against the profile's.
pub(in crate::kind) fn judge(candidate: &Candidate<'_>, context: &Context<'_>, asked: &Location) -> Verdict {
    let mut parts = Vec::new();
    if !asked.places.is_empty() {
        parts.push(places(candidate, &asked.places));
    } else if asked.relocation {
        parts.push(relocation(candidate, context));
    }
    if !asked.modes.is_empty() {
        parts.push(modes(candidate, asked));
    }
    if parts.is_empty() {
        return Verdict::unknown(["location"]);
    }
    Verdict::all(parts)
}

fn places(candidate: &Candidate<'_>, asked: &[String]) -> Verdict {
    let (taxonomy, location) = (candidate.taxonomy, &candidate.profile.location);
    if let Some(base) = location.base.as_deref().filter(|base| asked.iter().any(|want| lies_in(taxonomy, base, want) == PlaceFit::In)) {
        return Verdict::met(Evidence::new("location.base", base));
    }
    let would = location.places.iter().enumerate().find(|(_, place)| asked.iter().any(|want| covers(taxonomy, place, want)));
    match (would, location.relocate) {
        (Some((i, place)), _) => Verdict::met(Evidence::new(format!("location.places[{i}]"), place)),
        (None, Some(false)) if location.base.is_none() => Verdict::unknown(["location.base"]),
        (None, Some(false)) => Verdict::new(Bounds::UNMET, vec![Evidence::new("location.relocate", "false")]),
        (None, Some(true)) => Verdict::unknown(["location.places"]).with(Evidence::new("location.relocate", "true")),
        (None, None) => Verdict::unknown(["location.places", "location.relocate"]),
    }
}

/// Being willing to relocate; who lives at the posting's place need not.
fn relocation(candidate: &Candidate<'_>, context: &Context<'_>) -> Verdict {
    let location = &candidate.profile.location;
    let at_home = location
        .base
        .as_deref()
        .filter(|base| context.posting.locations.iter().any(|place| lies_in(candidate.taxonomy, base, place) == PlaceFit::In));
    match (location.relocate, at_home) {
        (Some(true), _) => Verdict::met(Evidence::new("location.relocate", "true")),
        (_, Some(base)) => Verdict::met(Evidence::new("location.base", base).note("lives there")),
        (Some(false), None) if location.base.is_none() => Verdict::unknown(["location.base"]),
        (Some(false), None) => Verdict::new(Bounds::UNMET, vec![Evidence::new("location.relocate", "false")]),
        (None, None) => Verdict::unknown(["location.relocate"]),
    }
}

fn modes(candidate: &Candidate<'_>, asked: &Location) -> Verdict {
    let modes = &candidate.profile.location.modes;
    if modes.is_empty() {
        return Verdict::unknown(["location.modes"]);
    }
    let names = modes.iter().map(|mode| format!("{mode:?}").to_lowercase()).collect::<Vec<_>>().join(", ");
    let fits = asked.modes.iter().any(|want| modes.contains(want));
    Verdict::new(if fits { Bounds::MET } else { Bounds::UNMET }, vec![Evidence::new("location.modes", names)])
}

#[cfg(test)]
mod tests {
    use crate::{
        kind::judge::testing::{label, verdict},
        logic::Label,
        posting::Workplace,
        profile::Profile,
    };
    use serde_json::json;

    #[test]
    fn a_place_is_where_one_lives_would_work_or_might_move() {
        let mut profile = Profile::default();
        let atlanta = || json!({"kind": "location", "places": ["Atlanta, GA"]});
        assert_eq!(verdict(&profile, atlanta()).missing, ["location.places", "location.relocate"]);
        profile.location.relocate = Some(false);
        assert_eq!(verdict(&profile, atlanta()).missing, ["location.base"]);
        profile.location.base = Some("Munich, Germany".into());
        profile.location.relocate = Some(true);
        assert_eq!(label(&profile, atlanta()), Label::Unknown);
        profile.location.relocate = Some(false);
        assert_eq!(label(&profile, atlanta()), Label::Unmet);
        assert_eq!(label(&profile, json!({"kind": "location", "places": ["Germany"]})), Label::Met);
        profile.location.places = vec!["United States".into()];
        assert_eq!(label(&profile, atlanta()), Label::Met);
    }

    #[test]
    fn ways_of_work_and_relocation() {
        let mut profile = Profile::default();
        let onsite = || json!({"kind": "location", "modes": ["onsite"]});
        assert_eq!(verdict(&profile, onsite()).missing, ["location.modes"]);
        profile.location.modes = vec![Workplace::Hybrid];
        assert_eq!(label(&profile, onsite()), Label::Unmet);
        profile.location.relocate = Some(true);
        assert_eq!(label(&profile, json!({"kind": "location", "relocation": true})), Label::Met);
    }
}
