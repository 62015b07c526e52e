//! The vocabulary: concepts, their labels, what is broader than what.
//!
//! `PyTorch` in a text is the concept `pytorch`, which is a `deep-learning-framework` and implies `python`. The files of
//! `data/` are packed when the crate is built; [`Taxonomy::builtin`] unpacks them.

mod automaton;
mod check;
mod concept;
mod pack;
mod phrase;
mod store;

pub use automaton::LabelMention;
pub(crate) use automaton::{Cut, Forms, stem_hash};
pub use check::{Entry, check};
pub use concept::{Concept, ConceptId, Family};
pub(crate) use phrase::CutPhrase;

use crate::text::{
    Word,
    flat::{Names, Reader, count, slice},
    words,
};
use automaton::{Automaton, stems};
use pack::{Tables, Trie};
use rustc_hash::FxHashMap;
use std::{cell::OnceCell, collections::VecDeque};
use store::Concepts;

/// The vocabulary as `build.rs` packs it: concepts without their examples, and the tables to find them.
static TABLES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/taxonomy.tables"));
static TEXT: &str = include_str!(concat!(env!("OUT_DIR"), "/taxonomy.text"));

/// All concepts, ready to be found in text.
#[derive(Debug)]
pub struct Taxonomy {
    concepts: Concepts,
    ids: Names,
    up_starts: Vec<u32>,
    up: Vec<ConceptId>,
    trie: Trie,
}

impl Taxonomy {
    /// The vocabulary that quals ships. Takes well under a millisecond: concepts are read when they are first asked for.
    #[must_use]
    pub fn builtin() -> Self {
        Self::of(Tables::read(&mut Reader { numbers: TABLES, text: TEXT }))
    }

    /// A vocabulary of these concepts. References to ids that are not among them are dropped.
    #[must_use]
    pub fn new(concepts: Vec<(Family, Concept)>) -> Self {
        let with_json = |(family, concept): (Family, Concept)| {
            let json = serde_json::to_string(&concept).unwrap_or_default();
            (family, concept, json)
        };
        Self::of(Tables::new(&concepts.into_iter().map(with_json).collect::<Vec<_>>()))
    }

    fn of(tables: Tables) -> Self {
        Self {
            concepts: Concepts::new(tables.families, tables.entry_starts, tables.entries),
            ids: tables.ids,
            up_starts: tables.up_starts,
            up: tables.up.into_iter().map(ConceptId).collect(),
            trie: tables.trie,
        }
    }

    fn automaton(&self) -> Automaton<'_> {
        Automaton { trie: &self.trie, concepts: &self.concepts }
    }

    /// The concept of an id. Ids are only made by the taxonomy they belong to; that of another may name any concept.
    #[must_use]
    pub fn concept(&self, id: ConceptId) -> &Concept {
        self.concepts.get(id)
    }

    /// The family of a concept.
    #[must_use]
    pub fn family(&self, id: ConceptId) -> Option<Family> {
        self.concepts.family(id)
    }

    /// All concepts of a family, in the order of its files.
    pub fn of_family(&self, family: Family) -> impl Iterator<Item = (ConceptId, &Concept)> {
        self.concepts.of(family).map(|id| (id, self.concepts.get(id)))
    }

    /// The concept with this id, such as `pytorch`.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<ConceptId> {
        self.ids.get(id).map(|number| ConceptId(count(number)))
    }

    /// The concept of a family that the whole of `phrase` names, such as `scikit learn`.
    #[must_use]
    pub fn named(&self, family: Family, phrase: &str) -> Option<ConceptId> {
        let (mut folds, mut cut) = (String::with_capacity(phrase.len()), Vec::with_capacity(phrase.len() / 4 + 1));
        words(phrase, &mut folds, &mut cut);
        let (stems, forms) = (stems(&folds, &cut), OnceCell::new());
        self.automaton().whole(Cut { text: phrase, folds: &folds, words: &cut, stems: &stems, forms: &forms }, family)
    }

    /// The labels that occur in a line of words, of all families, longest first at each place, overlaps within a family resolved.
    #[must_use]
    pub fn mentions(&self, text: &str, folds: &str, cut: &[Word]) -> Vec<LabelMention> {
        let (stems, forms) = (stems(folds, cut), OnceCell::new());
        self.mentions_in(Cut { text, folds, words: cut, stems: &stems, forms: &forms })
    }

    /// The same for a line whose stems are hashed already.
    pub(crate) fn mentions_in(&self, line: Cut<'_>) -> Vec<LabelMention> {
        self.automaton().find(line)
    }

    /// The labels of one family among [`mentions`](Self::mentions).
    pub(crate) fn mentions_of(&self, family: Family, line: Cut<'_>) -> Vec<LabelMention> {
        self.automaton().find_family(line, family)
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
        slice(&self.up, &self.up_starts, id.0 as usize)
    }

    /// What a concept is one of: [`above`](Self::above) without what it implies.
    pub(crate) fn broader(&self, id: ConceptId) -> &[ConceptId] {
        let (concept, above) = (self.concept(id), self.above(id));
        let is_whole = above.len() == concept.broader.len() + concept.implies.len();
        // what refers to nothing is dropped from above: then they are counted again
        let count = if is_whole { concept.broader.len() } else { concept.broader.iter().filter(|id| self.by_id(id).is_some()).count() };
        above.get(..count).unwrap_or_default()
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
            .flat_map(|(_, c)| c.labels())
            .map(|label| (label, strsim::jaro_winkler(&label.to_lowercase(), &phrase)))
            .filter(|(_, score)| *score >= 0.85)
            .max_by(|a, b| a.1.total_cmp(&b.1).then_with(|| b.0.cmp(a.0)))
    }
}
