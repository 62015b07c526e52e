//! The vocabulary: concepts, their labels, what is broader than what.
//!
//! `PyTorch` in a text is the concept `pytorch`, which is a `deep-learning-framework` and implies `python`. The files of
//! `data/` are packed when the crate is built; [`Taxonomy::builtin`] unpacks them.

mod automaton;
mod concept;

pub use automaton::LabelMention;
pub use concept::{Concept, ConceptId, Family};

use crate::text::{Word, words};
use automaton::Automaton;
use rustc_hash::FxHashMap;
use std::collections::VecDeque;

/// The vocabulary as `build.rs` packs it: each family's concepts without their examples.
static PACKED: &str = include_str!(concat!(env!("OUT_DIR"), "/taxonomy.json"));

/// All concepts, ready to be found in text.
#[derive(Debug)]
pub struct Taxonomy {
    concepts: Vec<(Family, Concept)>,
    by_id: FxHashMap<String, ConceptId>,
    /// For each concept, the concepts one step up: broader ones first, then implied ones.
    up: Vec<Vec<ConceptId>>,
    automaton: Automaton,
}

impl Taxonomy {
    /// The vocabulary that quals ships.
    ///
    /// A packed file that cannot be read gives an empty vocabulary; a test of the crate keeps that from happening.
    #[must_use]
    pub fn builtin() -> Self {
        Self::new(serde_json::from_str(PACKED).unwrap_or_default())
    }

    /// A vocabulary of these concepts. References to ids that are not among them are dropped.
    #[must_use]
    pub fn new(concepts: Vec<(Family, Concept)>) -> Self {
        let place = |index: usize| ConceptId(u32::try_from(index).unwrap_or(u32::MAX));
        let by_id: FxHashMap<String, ConceptId> = concepts.iter().enumerate().map(|(i, (_, c))| (c.id.clone(), place(i))).collect();
        let up =
            concepts.iter().map(|(_, c)| c.broader.iter().chain(&c.implies).filter_map(|id| by_id.get(id).copied()).collect()).collect();
        let mut automaton = Automaton::default();
        for (i, (family, concept)) in concepts.iter().enumerate() {
            automaton.add(place(i), *family, concept);
        }
        Self { concepts, by_id, up, automaton }
    }

    /// The concept of an id.
    ///
    /// # Panics
    /// Never: ids are only made by the taxonomy they belong to.
    #[must_use]
    pub fn concept(&self, id: ConceptId) -> &Concept {
        static NONE: std::sync::LazyLock<Concept> = std::sync::LazyLock::new(Concept::default);
        self.concepts.get(id.0 as usize).map_or(&NONE, |(_, concept)| concept)
    }

    /// The family of a concept.
    #[must_use]
    pub fn family(&self, id: ConceptId) -> Option<Family> {
        self.concepts.get(id.0 as usize).map(|(family, _)| *family)
    }

    /// All concepts of a family, in the order of its files.
    pub fn of_family(&self, family: Family) -> impl Iterator<Item = (ConceptId, &Concept)> {
        self.concepts
            .iter()
            .enumerate()
            .filter(move |(_, (f, _))| *f == family)
            .map(|(i, (_, c))| (ConceptId(u32::try_from(i).unwrap_or(u32::MAX)), c))
    }

    /// The concept with this id, such as `pytorch`.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<ConceptId> {
        self.by_id.get(id).copied()
    }

    /// The concept of a family that the whole of `phrase` names, such as `scikit learn`.
    #[must_use]
    pub fn named(&self, family: Family, phrase: &str) -> Option<ConceptId> {
        let (mut folds, mut cut) = (String::new(), Vec::new());
        words(phrase, &mut folds, &mut cut);
        let whole = |m: &LabelMention| m.words.start == 0 && m.words.end == cut.len();
        self.automaton.find_all(phrase, &folds, &cut).into_iter().filter(|m| m.family == family && whole(m)).map(|m| m.concept).next()
    }

    /// The labels that occur in a line of words, of all families, longest first at each place, overlaps within a family resolved.
    #[must_use]
    pub fn mentions(&self, text: &str, folds: &str, cut: &[Word]) -> Vec<LabelMention> {
        self.automaton.find(text, folds, cut)
    }

    /// The concepts of a family that a text names, from left to right.
    #[must_use]
    pub fn mentioned(&self, family: Family, text: &str) -> Vec<ConceptId> {
        let (mut folds, mut cut) = (String::new(), Vec::new());
        words(text, &mut folds, &mut cut);
        self.mentions(text, &folds, &cut).into_iter().filter(|m| m.family == family).map(|m| m.concept).collect()
    }

    /// One step up from a concept: what it is one of, then what it implies.
    #[must_use]
    pub fn above(&self, id: ConceptId) -> &[ConceptId] {
        self.up.get(id.0 as usize).map_or(&[], Vec::as_slice)
    }

    /// The shortest way up from one concept to another, both ends included; `None` where there is none.
    ///
    /// `pytorch` to `machine-learning` goes by `deep-learning-framework`.
    #[must_use]
    pub fn way_up(&self, from: ConceptId, to: ConceptId) -> Option<Vec<ConceptId>> {
        let mut came: FxHashMap<ConceptId, ConceptId> = FxHashMap::default();
        let mut queue = VecDeque::from([from]);
        while let Some(at) = queue.pop_front() {
            if at == to {
                let mut way = vec![to];
                let mut step = to;
                while step != from {
                    step = *came.get(&step)?;
                    way.push(step);
                }
                way.reverse();
                return Some(way);
            }
            for &next in self.above(at) {
                if next != from && !came.contains_key(&next) {
                    came.insert(next, at);
                    queue.push_back(next);
                }
            }
        }
        None
    }

    /// The label nearest to `phrase` among a family's, with its Jaro–Winkler similarity, where one is at least 0.85.
    #[must_use]
    pub fn nearest(&self, family: Family, phrase: &str) -> Option<(&str, f64)> {
        let phrase = phrase.to_lowercase();
        self.of_family(family)
            .flat_map(|(_, c)| std::iter::once(&c.label).chain(&c.alt))
            .map(|label| (label.as_str(), strsim::jaro_winkler(&label.to_lowercase(), &phrase)))
            .filter(|(_, score)| *score >= 0.85)
            .max_by(|a, b| a.1.total_cmp(&b.1).then_with(|| b.0.cmp(a.0)))
    }
}
