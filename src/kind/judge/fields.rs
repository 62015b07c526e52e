//! Fields of study: whether the one of a profile is one of, narrower than, or related to those asked.
//!
//! Data Science is related to Computer Science by their group, computing; Mechanical Engineering lies in the group `engineering`.

use super::Phrase;
use crate::{
    kind::{Candidate, Degree},
    logic::Truth,
    taxonomy::{ConceptId, Family, Taxonomy},
};

/// Whether a field fits a degree asked, and the way through the vocabulary where it is not the very field.
pub(crate) fn field_fits(candidate: &Candidate<'_>, have: Option<&str>, asked: &Degree) -> (Truth, Vec<String>) {
    if asked.fields.is_empty() {
        return (Truth::Met, Vec::new());
    }
    let Some(have) = have else { return (Truth::Unknown, Vec::new()) };
    let mut best = Truth::Unmet;
    for want in &asked.fields {
        match candidate
            .field_fits
            .get(&(have, want.as_str(), asked.related_fields), || fits_one(candidate.taxonomy, have, want, asked.related_fields))
        {
            (Truth::Met, way) => return (Truth::Met, way),
            (Truth::Unknown, _) => best = Truth::Unknown,
            (Truth::Unmet, _) => {}
        }
    }
    (best, Vec::new())
}

fn fits_one(taxonomy: &Taxonomy, have: &str, want: &str, related: bool) -> (Truth, Vec<String>) {
    let (have_ids, want_ids) = (fields(taxonomy, have), fields(taxonomy, want));
    for (h, w) in have_ids.iter().flat_map(|h| want_ids.iter().map(move |w| (*h, *w))) {
        if let Some(way) = way(taxonomy, h, w, related) {
            return (Truth::Met, way);
        }
    }
    let (have_words, want_words) = (Phrase::new(have), Phrase::new(want));
    if want_words.share_in(&have_words) >= 1.0 {
        return (Truth::Met, Vec::new());
    }
    let unplaced = related && (have_ids.is_empty() || want_ids.is_empty());
    (if unplaced { Truth::Unknown } else { Truth::Unmet }, Vec::new())
}

/// The field that a phrase names, else those that it mentions.
fn fields(taxonomy: &Taxonomy, phrase: &str) -> Vec<ConceptId> {
    taxonomy.named(Family::Field, phrase).map_or_else(|| taxonomy.mentioned(Family::Field, phrase), |id| vec![id])
}

/// The way from a field to one asked: itself, by what is broader, as a member of a group, or, where related ones do, by a shared group.
fn way(taxonomy: &Taxonomy, have: ConceptId, want: ConceptId, related: bool) -> Option<Vec<String>> {
    let label = |id: ConceptId| taxonomy.concept(id).label.clone();
    if let Some(way) = taxonomy.way_up(have, want) {
        return Some(if way.len() > 1 { way.into_iter().map(label).collect() } else { Vec::new() });
    }
    let (h, w) = (taxonomy.concept(have), taxonomy.concept(want));
    let groups = |group: &str| taxonomy.by_id(group);
    if let Some(group) = h.group.as_deref().and_then(groups)
        && taxonomy.way_up(group, want).is_some()
    {
        return Some(vec![label(have), label(want)]);
    }
    if w.group.as_deref() == Some(&w.id) && h.related.contains(&w.id) {
        return Some(vec![label(have), label(want)]);
    }
    let shared = related.then(|| shared_group(h, w)).flatten()?;
    let name = groups(&shared).map_or(shared, label);
    Some(vec![label(have), format!("{name} (related)"), label(want)])
}

/// A group that one field belongs to and the other belongs to or is related to.
fn shared_group(h: &crate::taxonomy::Concept, w: &crate::taxonomy::Concept) -> Option<String> {
    let (hg, wg) = (h.group.as_ref()?, w.group.as_ref()?);
    if hg == wg || h.related.contains(wg) {
        return Some(wg.clone());
    }
    w.related.contains(hg).then(|| hg.clone())
}
