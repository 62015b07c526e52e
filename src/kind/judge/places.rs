//! Places and countries: whether one lies in another.
//!
//! `Sacramento, California, United States` names three places; it lies in `California`. `EU` is a group of countries.

use super::phrase::Phrase;
use crate::taxonomy::{ConceptId, Family, Taxonomy};

/// How two places stand to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fit {
    /// One lies in the other, or is it.
    In,
    /// It does not.
    Out,
}

/// Whether `inner` is `outer` or lies in it.
#[must_use]
pub(crate) fn lies_in(taxonomy: &Taxonomy, inner: &str, outer: &str) -> Fit {
    let outer_first = first_place(taxonomy, outer);
    let within = |place: ConceptId| outer_first.is_some_and(|outer| taxonomy.way_up(place, outer).is_some());
    if taxonomy.mentioned(Family::Place, inner).into_iter().any(within) {
        return Fit::In;
    }
    let parts = |text: &str| text.split(',').map(Phrase::new).collect::<Vec<_>>();
    let (inner_parts, outer_parts) = (parts(inner), parts(outer));
    match outer_parts.first() {
        Some(first) if inner_parts.iter().any(|part| part.same(first)) => Fit::In,
        _ => Fit::Out,
    }
}

/// Whether one of `places` is `asked`, lies in it, or has it within.
#[must_use]
pub(crate) fn covers(taxonomy: &Taxonomy, place: &str, asked: &str) -> bool {
    lies_in(taxonomy, place, asked) == Fit::In || lies_in(taxonomy, asked, place) == Fit::In
}

/// The most particular place that a text names.
fn first_place(taxonomy: &Taxonomy, text: &str) -> Option<ConceptId> {
    taxonomy.named(Family::Place, text).or_else(|| taxonomy.mentioned(Family::Place, text).first().copied())
}

/// The country that a text names or lies in, and the groups of countries it belongs to, as codes: `Munich` → `DE`, `EU`.
///
/// A text that is unknown stands for itself in upper case.
#[must_use]
pub(crate) fn country_codes(taxonomy: &Taxonomy, text: &str) -> Vec<String> {
    let mut codes = vec![text.trim().to_uppercase()];
    let coded = taxonomy
        .of_family(Family::Place)
        .find(|(_, c)| is_country(c.sort.as_deref()) && c.code.as_deref() == codes.first().map(String::as_str));
    let Some(place) = coded.map(|(id, _)| id).or_else(|| first_place(taxonomy, text)) else { return codes };
    codes.clear();
    for (id, _) in super::skills::closure(taxonomy, place) {
        let concept = taxonomy.concept(id);
        if is_country(concept.sort.as_deref()) {
            codes.extend(concept.code.clone());
        }
    }
    codes
}

fn is_country(sort: Option<&str>) -> bool {
    matches!(sort, Some("country" | "group"))
}
