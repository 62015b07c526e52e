//! The vocabulary in flat tables: made from concepts when the crate is built, read back at the start.
//!
//! Each concept stays as JSON until someone asks for it; ids, ways up and the label trie are lists of numbers. `build.rs` shares
//! this file.

use super::concept::{Concept, Family};
use crate::text::{
    Word, WordKind,
    flat::{Names, Reader, Writer, count, hash_parts},
    key::stem,
    words,
};
use std::{
    borrow::Cow,
    cmp::Reverse,
    collections::{BTreeMap, HashMap, VecDeque},
};

/// Everything that a taxonomy holds.
#[derive(Debug, Default)]
pub(super) struct Tables {
    /// The number of each concept's family.
    pub(super) families: Vec<u32>,
    /// Each concept's id.
    pub(super) ids: Names,
    /// Where each concept's JSON begins in `entries`.
    pub(super) entry_starts: Vec<u32>,
    /// All concepts' JSON.
    pub(super) entries: Cow<'static, str>,
    /// Where each concept's list begins in `up`.
    pub(super) up_starts: Vec<u32>,
    /// For each concept, the concepts one step up: broader ones first, then implied ones.
    pub(super) up: Vec<u32>,
    /// The labels.
    pub(super) trie: Trie,
}

/// The labels as a trie over the stems of their words. Node 0 is the root.
#[derive(Debug, Default)]
pub(super) struct Trie {
    /// The stems.
    pub(super) forms: Names,
    /// For each stem, the node it leads to from the root; 0 where there is none.
    pub(super) root: Vec<u32>,
    /// Where each node's edges begin in `edges`.
    pub(super) edge_starts: Vec<u32>,
    /// The stem and the next node of each edge, in pairs; a node's edges are in the order of stems.
    pub(super) edges: Vec<u32>,
    /// The marks of all edges, [`PAIR_BITS`] of them: most words go on no label, and a look at one bit says so.
    pub(super) pairs: Vec<u32>,
    /// By a part of the hash of a stem: the families of which a label may begin with it, a bit each.
    pub(super) begun: Vec<u32>,
    /// Where each node's labels begin in `ends`.
    pub(super) end_starts: Vec<u32>,
    /// The concept of each label with its family (see [`Trie::ended`]), and the label's number within the concept plus one where it
    /// has rules, else 0; in pairs.
    pub(super) ends: Vec<u32>,
}

impl Tables {
    /// The tables of concepts, each with its JSON. References to ids that are not among them are dropped.
    pub(super) fn new(concepts: &[(Family, Concept, String)]) -> Self {
        let mut by_id: HashMap<&str, u32> = HashMap::new();
        let (mut out, mut builder, mut entries) = (Self::default(), Builder::default(), String::new());
        for (number, (_, concept, _)) in concepts.iter().enumerate() {
            by_id.insert(&concept.id, count(number));
        }
        for (number, (family, concept, json)) in concepts.iter().enumerate() {
            out.families.push(*family as u32);
            out.entry_starts.push(count(entries.len()));
            entries.push_str(json);
            out.up_starts.push(count(out.up.len()));
            out.up.extend(concept.broader.iter().chain(&concept.implies).filter_map(|id| by_id.get(id.as_str())));
            builder.add(count(number), *family, concept);
        }
        out.entry_starts.push(count(entries.len()));
        out.up_starts.push(count(out.up.len()));
        out.ids = Names::new(concepts.iter().map(|(_, concept, _)| concept.id.as_str()));
        out.entries = entries.into();
        out.trie = builder.by_use().finish();
        out
    }

    /// Appends the tables to `out`.
    #[allow(dead_code, reason = "only the build packs")]
    pub(super) fn write(&self, out: &mut Writer) {
        out.text(&self.entries);
        out.names(&self.ids);
        out.names(&self.trie.forms);
        let trie = &self.trie;
        let lists = [&self.families, &self.entry_starts, &self.up_starts, &self.up, &trie.root];
        for list in lists.into_iter().chain([&trie.edge_starts, &trie.edges, &trie.pairs, &trie.begun, &trie.end_starts, &trie.ends]) {
            out.list(list);
        }
    }

    /// Reads what [`Tables::write`] wrote.
    #[allow(dead_code, reason = "the build only packs")]
    pub(super) fn read(from: &mut Reader) -> Self {
        let entries = Cow::Borrowed(from.text());
        let (ids, forms) = (from.names(), from.names());
        Self {
            entries,
            ids,
            families: from.list(),
            entry_starts: from.list(),
            up_starts: from.list(),
            up: from.list(),
            trie: Trie {
                forms,
                root: from.list(),
                edge_starts: from.list(),
                edges: from.list(),
                pairs: from.list(),
                begun: from.list(),
                end_starts: from.list(),
                ends: from.list(),
            },
        }
    }
}

/// How many bits mark the edges of a trie.
const PAIR_BITS: u32 = 19;

/// The lowest bit of a family in an end; the number of the concept stands below it.
const FAMILY_BIT: u32 = 24;

impl Trie {
    /// The family of an end, and the number of its concept.
    pub(super) fn ended(end: u32) -> (Option<Family>, u32) {
        (Family::ALL.get((end >> FAMILY_BIT) as usize).copied(), end & ((1 << FAMILY_BIT) - 1))
    }

    /// Whether a label of a family may begin with a stem, given by its hash.
    pub(super) fn may_begin(&self, family: Family, stem: u32) -> bool {
        self.begun.get(beginning(stem)).is_some_and(|families| families >> family as u32 & 1 != 0)
    }

    /// Whether an edge by a stem may leave a node.
    pub(super) fn may_go_on(&self, node: u32, form: u32) -> bool {
        let (at, bit) = pair(node, form);
        self.pairs.get(at).is_some_and(|part| part & bit != 0)
    }
}

/// How many bits of a stem's hash say which families may begin with it.
const BEGUN_BITS: u32 = 14;

/// The place of a stem, given by its hash, among those with which labels begin.
fn beginning(hash: u32) -> usize {
    (hash >> (32 - BEGUN_BITS)) as usize
}

/// Where the mark of an edge stands.
fn pair(node: u32, form: u32) -> (usize, u32) {
    let mixed = node.wrapping_mul(0x9e37_79b9).rotate_left(15) ^ form.wrapping_mul(0x85eb_ca6b);
    let place = mixed.wrapping_mul(0xc2b2_ae35) >> (32 - PAIR_BITS);
    ((place >> 5) as usize, 1 << (place & 31))
}

/// Builds a trie. The maps are ordered, so that the same vocabulary gives the same bytes.
#[derive(Debug, Default)]
struct Builder {
    forms: HashMap<String, u32>,
    /// The stems in the order of their numbers.
    names: Vec<String>,
    /// How many words of labels each stem is of.
    uses: Vec<usize>,
    /// From a node by a stem to the next node.
    steps: BTreeMap<(u32, u32), u32>,
    ends: BTreeMap<u32, Vec<[u32; 2]>>,
    /// Families by places of stems.
    begun: BTreeMap<usize, u32>,
}

impl Builder {
    fn add(&mut self, number: u32, family: Family, concept: &Concept) {
        let ruled = concept.case.is_some() || !concept.unless_next.is_empty() || !concept.unless_prev.is_empty();
        for (label, at) in concept.labels().zip(1..) {
            let node = self.node(label, family);
            if node == 0 {
                continue;
            }
            let (ends, end) = (self.ends.entry(node).or_default(), number | (family as u32) << FAMILY_BIT);
            if concept.case.is_some() || !ends.iter().any(|[other, _]| *other == end) {
                ends.push([end, if ruled { at } else { 0 }]);
            }
        }
    }

    /// The node at which a label of a family ends.
    fn node(&mut self, label: &str, family: Family) -> u32 {
        let (mut folds, mut cut) = (String::new(), Vec::new());
        words(label, &mut folds, &mut cut);
        let mut node = 0;
        for word in cut.iter().filter(|word| !is_hyphen(label, word)) {
            let stem = stem(word.folded.of(&folds));
            if node == 0 {
                *self.begun.entry(beginning(hash_parts(stem))).or_default() |= 1 << family as u32;
            }
            let form = self.form(stem);
            let next = count(self.steps.len() + 1);
            node = *self.steps.entry((node, form)).or_insert(next);
        }
        node
    }

    fn form(&mut self, (begin, end): (&str, &str)) -> u32 {
        let (stem, next) = ([begin, end].concat(), count(self.names.len()));
        let form = *self.forms.entry(stem.clone()).or_insert_with(|| {
            self.names.push(stem);
            self.uses.push(0);
            next
        });
        if let Some(uses) = self.uses.get_mut(form as usize) {
            *uses += 1;
        }
        form
    }

    /// The same with other numbers: stems that many labels have come first, and nodes in the order of the stems that lead to them,
    /// nearest to the root first. What most lines ask for then lies together.
    fn by_use(self) -> Self {
        let mut stems: Vec<(usize, String)> = self.names.into_iter().enumerate().collect();
        stems.sort_by_key(|(old, _)| (Reverse(self.uses.get(*old).copied()), *old));
        let forms: HashMap<usize, u32> = stems.iter().map(|(old, _)| *old).zip(0..).collect();
        let form = |old: u32| forms.get(&(old as usize)).copied().unwrap_or_default();
        let steps: BTreeMap<(u32, u32), u32> = self.steps.into_iter().map(|((node, old), next)| ((node, form(old)), next)).collect();
        let (mut nodes, mut queue) = (HashMap::from([(0, 0)]), VecDeque::from([0]));
        while let Some(node) = queue.pop_front() {
            for next in steps.range((node, 0)..=(node, u32::MAX)).map(|(_, next)| *next) {
                nodes.insert(next, count(nodes.len()));
                queue.push_back(next);
            }
        }
        let node = |old: u32| nodes.get(&old).copied().unwrap_or_default();
        Self {
            names: stems.into_iter().map(|(_, stem)| stem).collect(),
            steps: steps.into_iter().map(|((from, form), next)| ((node(from), form), node(next))).collect(),
            ends: self.ends.into_iter().map(|(old, ends)| (node(old), ends)).collect(),
            begun: self.begun,
            ..Self::default()
        }
    }

    fn finish(self) -> Trie {
        let mut trie = Trie { root: vec![0; self.names.len()], pairs: vec![0; 1 << (PAIR_BITS - 5)], ..Trie::default() };
        let mut steps = self.steps.into_iter().peekable();
        while let Some(((_, form), next)) = steps.next_if(|((node, _), _)| *node == 0) {
            if let Some(slot) = trie.root.get_mut(form as usize) {
                *slot = next;
            }
        }
        trie.begun = (0..1 << BEGUN_BITS).map(|place| self.begun.get(&place).copied().unwrap_or_default()).collect();
        let nodes = self.ends.keys().next_back().map_or(0, |last| last + 1);
        for node in 0..nodes {
            trie.edge_starts.push(count(trie.edges.len() / 2));
            while let Some(((_, form), next)) = steps.next_if(|((from, _), _)| *from == node) {
                trie.edges.extend([form, next]);
                let (at, bit) = pair(node, form);
                if let Some(part) = trie.pairs.get_mut(at) {
                    *part |= bit;
                }
            }
            trie.end_starts.push(count(trie.ends.len() / 2));
            trie.ends.extend(self.ends.get(&node).into_iter().flatten().flatten());
        }
        trie.edge_starts.push(count(trie.edges.len() / 2));
        trie.end_starts.push(count(trie.ends.len() / 2));
        trie.forms = Names::new(self.names.iter().map(String::as_str));
        trie
    }
}

/// Whether a word is a hyphen, which labels pass over.
pub(super) fn is_hyphen(text: &str, word: &Word) -> bool {
    word.kind == WordKind::Sign && matches!(word.span.of(text), "-" | "–" | "‑")
}
