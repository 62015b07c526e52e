//! Places and countries: whether one lies in another.
//!
//! `Sacramento, California, United States` names three places; it lies in `California`. `EU` is a group of countries.

use super::{phrase::Phrase, skills::closure};
use crate::taxonomy::{ConceptId, Family, Taxonomy};
use rustc_hash::FxHashMap;

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

/// The countries of the vocabulary and the groups of countries they belong to.
#[derive(Debug, Clone, Default)]
pub(crate) struct Countries {
    by_code: FxHashMap<String, Vec<String>>,
}

impl Countries {
    /// Gathers the countries of a vocabulary.
    pub(crate) fn new(taxonomy: &Taxonomy) -> Self {
        let countries = taxonomy.of_family(Family::Place).filter(|(_, concept)| is_country(concept.sort.as_deref()));
        let by_code = countries.filter_map(|(id, concept)| Some((concept.code.clone()?, codes_above(taxonomy, id)))).collect();
        Self { by_code }
    }

    /// The country that a text names or lies in, and the groups it belongs to, as codes: `Munich` → `DE`, `EU`.
    ///
    /// A text that is unknown stands for itself in upper case.
    pub(crate) fn codes(&self, taxonomy: &Taxonomy, text: &str) -> Vec<String> {
        let code = text.trim().to_uppercase();
        if let Some(codes) = self.by_code.get(&code) {
            return codes.clone();
        }
        first_place(taxonomy, text).map_or_else(|| vec![code], |place| codes_above(taxonomy, place))
    }
}

fn codes_above(taxonomy: &Taxonomy, place: ConceptId) -> Vec<String> {
    let concepts = closure(taxonomy, place).into_iter().map(|(id, _)| taxonomy.concept(id));
    concepts.filter(|concept| is_country(concept.sort.as_deref())).filter_map(|concept| concept.code.clone()).collect()
}

fn is_country(sort: Option<&str>) -> bool {
    matches!(sort, Some("country" | "group"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_of_the_european_union_are_known_for_it() {
        let taxonomy = Taxonomy::builtin();
        let countries = Countries::new(&taxonomy);
        for (text, code) in [("ES", "ES"), ("Munich", "DE"), ("European Union", "EU"), ("EU", "EU")] {
            let codes = countries.codes(&taxonomy, text);
            assert!(codes.first().is_some_and(|first| first == code) && codes.iter().any(|it| it == "EU"), "{text}: {codes:?}");
        }
        assert!(!countries.codes(&taxonomy, "Switzerland").iter().any(|code| code == "EU"));
    }
}
