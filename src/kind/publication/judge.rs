//! Publications: enough entries at the venues asked. An open list accepts venues of the same area and of the tier asked or a better one.

use super::Publication;
use crate::{
    kind::{Candidate, judge::Phrase},
    logic::{Bounds, Evidence, Verdict},
    profile::List,
    taxonomy::{ConceptId, Family, Taxonomy},
};

/// Holds publications asked against those of the profile.
pub(in crate::kind) fn judge(candidate: &Candidate<'_>, asked: &Publication) -> Verdict {
    let entries = &candidate.profile.publications;
    let (mut evidence, mut missing) = (Vec::new(), Vec::new());
    for (i, entry) in entries.iter().enumerate() {
        let text = [entry.venue.clone(), entry.year.map(|y| y.to_string())].into_iter().flatten().collect::<Vec<_>>().join(" ");
        match &entry.venue {
            Some(venue) => evidence
                .extend(accepted(candidate.taxonomy, venue, asked).map(|via| Evidence::new(format!("publications[{i}]"), text).via(via))),
            None if asked.venues.is_empty() => evidence.push(Evidence::new(format!("publications[{i}]"), text)),
            None => missing.push(format!("publications[{i}].venue")),
        }
    }
    let need = f64::from(asked.min_count.unwrap_or(1).max(1));
    let bounds = Bounds::ratio(u32::try_from(evidence.len()).map_or(f64::MAX, f64::from), need);
    if bounds == Bounds::MET || (missing.is_empty() && candidate.is_complete(List::Publications)) {
        return Verdict::new(bounds, evidence);
    }
    missing.push("publications".to_owned());
    Verdict::new(bounds.opened(), evidence).missing(missing)
}

/// The way from a venue to one asked; empty for the very one. `None` where it is not accepted.
fn accepted(taxonomy: &Taxonomy, venue: &str, asked: &Publication) -> Option<Vec<String>> {
    if asked.venues.is_empty() {
        return Some(Vec::new());
    }
    let have = concept(taxonomy, venue);
    let wanted: Vec<ConceptId> = asked.venues.iter().filter_map(|want| concept(taxonomy, want)).collect();
    let phrase = Phrase::new(venue);
    if have.is_some_and(|have| wanted.contains(&have)) || asked.venues.iter().any(|want| Phrase::new(want).same(&phrase)) {
        return Some(Vec::new());
    }
    let (have, open) = (taxonomy.concept(have?), asked.open);
    let alike = |want: &ConceptId| {
        let want = taxonomy.concept(*want);
        have.area.is_some() && want.area == have.area && have.tier.zip(want.tier).is_some_and(|(h, w)| h <= w)
    };
    let like = wanted.iter().find(|want| open && alike(want))?;
    Some(vec![have.label.clone(), have.area.clone().unwrap_or_default(), taxonomy.concept(*like).label.clone()])
}

fn concept(taxonomy: &Taxonomy, venue: &str) -> Option<ConceptId> {
    taxonomy.named(Family::Venue, venue).or_else(|| taxonomy.mentioned(Family::Venue, venue).first().copied())
}

#[cfg(test)]
mod tests {
    use crate::{
        kind::judge::testing::{label, verdict},
        logic::{Bounds, Label},
        profile::{Profile, PublicationEntry},
    };
    use serde_json::json;

    fn with(venues: &[&str]) -> Profile {
        let publications = venues.iter().map(|v| PublicationEntry { venue: Some((*v).into()), ..PublicationEntry::default() }).collect();
        Profile { publications, ..Profile::default() }
    }

    #[test]
    fn an_open_list_accepts_the_same_area_and_tier() {
        let asked = |open: bool| json!({"kind": "publication", "venues": ["CVPR"], "open": open});
        assert_eq!(label(&with(&["CVPR 2024"]), asked(false)), Label::Met);
        assert_eq!(label(&with(&["ECCV"]), asked(false)), Label::Unmet);
        assert_eq!(label(&with(&["ECCV"]), asked(true)), Label::Met);
        assert_eq!(label(&with(&["BMVC"]), asked(true)), Label::Unmet);
    }

    #[test]
    fn too_few_are_partial_and_an_unnamed_venue_is_missing() {
        let asked = json!({"kind": "publication", "venues": ["CVPR"], "min_count": 2});
        assert_eq!(verdict(&with(&["CVPR"]), asked.clone()).bounds, Some(Bounds::unmet(0.5)));
        let mut profile = with(&["CVPR"]);
        profile.publications.push(PublicationEntry::default());
        assert_eq!(verdict(&profile, asked).missing, ["publications[1].venue", "publications"]);
        assert_eq!(label(&with(&["BMVC"]), json!({"kind": "publication"})), Label::Met);
    }
}
