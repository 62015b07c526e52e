//! The skills that a profile shows, each with everything it is one of or implies.
//!
//! Built once for a candidate, so that asking for a concept is one look-up: `python` is shown by `skills[1]`, PyTorch, which implies it.

use super::{nearby::Nearby, phrase::Phrase};
use crate::{
    kind::SkillLevel,
    profile::Profile,
    taxonomy::{ConceptId, Family, Taxonomy},
};
use rustc_hash::{FxHashMap, FxHashSet};

/// A skill that a profile states.
#[derive(Debug, Clone)]
pub(crate) struct Fact {
    /// Its path: `work[0].skills[2]`.
    pub(crate) path: String,
    /// As the candidate writes it.
    pub(crate) text: String,
    /// Its content words.
    pub(crate) phrase: Phrase,
    /// How well, where the profile says.
    pub(crate) level: Option<SkillLevel>,
    /// Years of use, where the profile says.
    pub(crate) years: Option<f64>,
    /// What the vocabulary knows it as.
    pub(crate) concepts: Vec<ConceptId>,
}

/// How a concept is shown best.
#[derive(Debug, Clone)]
pub(crate) struct Shown {
    /// The place of the fact in [`SkillIndex::facts`].
    pub(crate) fact: usize,
    /// How well; `None`, not stated, meets any level.
    pub(crate) level: Option<SkillLevel>,
    /// Labels from the fact's concept to this one; empty where they are the same.
    pub(crate) via: Vec<String>,
}

/// All skills of a profile.
#[derive(Debug, Clone, Default)]
pub(crate) struct SkillIndex {
    facts: Vec<Fact>,
    /// The facts by their words, and those of them that the vocabulary does not know.
    near: Nearby,
    near_unknown: Nearby,
    /// The facts with years of use, each with the concepts that it shows.
    dated: Vec<(usize, FxHashSet<ConceptId>)>,
    shown: FxHashMap<ConceptId, Shown>,
    stated: FxHashMap<ConceptId, usize>,
}

impl SkillIndex {
    /// Gathers the skills of a profile: those listed, those of work and projects, those named by titles of publications.
    #[must_use]
    pub(crate) fn new(profile: &Profile, taxonomy: &Taxonomy) -> Self {
        let mut index = Self { facts: facts(profile, taxonomy), ..Self::default() };
        let phrases = |all: bool| index.facts.iter().enumerate().filter(move |(_, fact)| all || fact.concepts.is_empty());
        let near = |all: bool| Nearby::new(phrases(all).map(|(at, fact)| (at, &fact.phrase)));
        let shows = |fact: &Fact| fact.concepts.iter().flat_map(|concept| closure(taxonomy, *concept)).map(|(id, _)| id).collect();
        let dated = phrases(true).filter(|(_, fact)| fact.years.is_some()).map(|(at, fact)| (at, shows(fact))).collect();
        (index.near, index.near_unknown, index.dated) = (near(true), near(false), dated);
        for (concept, fact, level) in index.levels() {
            index.stated.insert(concept, fact);
            for (above, way) in closure(taxonomy, concept) {
                let shown = Shown { fact, level, via: labels(taxonomy, &way) };
                match index.shown.get(&above) {
                    Some(old) if !better(&shown, old) => {}
                    _ => {
                        index.shown.insert(above, shown);
                    }
                }
            }
        }
        index
    }

    /// The facts in the order of the profile.
    #[must_use]
    pub(crate) fn facts(&self) -> &[Fact] {
        &self.facts
    }

    /// The facts that have a word of a phrase; all others have nothing of it.
    pub(crate) fn near(&self, phrase: &Phrase) -> impl Iterator<Item = &Fact> {
        self.near.of(phrase).into_iter().filter_map(|at| self.facts.get(at))
    }

    /// Of [`near`](Self::near), those that the vocabulary does not know.
    pub(crate) fn unknown_near(&self, phrase: &Phrase) -> impl Iterator<Item = &Fact> {
        self.near_unknown.of(phrase).into_iter().filter_map(|at| self.facts.get(at))
    }

    /// The most months of use that are stated for something that shows a concept, and the place of the fact that states them.
    pub(crate) fn months_of(&self, concept: ConceptId) -> Option<(f64, usize)> {
        let shown = self.dated.iter().filter(|(_, shows)| shows.contains(&concept));
        let months = shown.filter_map(|(at, _)| Some((self.facts.get(*at)?.years? * 12.0, *at)));
        months.max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)))
    }

    /// How a concept is shown best, by itself or by something narrower.
    #[must_use]
    pub(crate) fn shows(&self, concept: ConceptId) -> Option<(&Shown, &Fact)> {
        let shown = self.shown.get(&concept)?;
        Some((shown, self.facts.get(shown.fact)?))
    }

    /// The fact that states the nearest concept above, and the steps between: deep learning for PyTorch.
    #[must_use]
    pub(crate) fn broader(&self, taxonomy: &Taxonomy, concept: ConceptId) -> Option<(u8, ConceptId, &Fact)> {
        let mut level = vec![concept];
        for steps in 1..=2 {
            level = level.iter().flat_map(|c| taxonomy.broader(*c)).copied().collect();
            if let Some((above, fact)) = level.iter().find_map(|c| self.stated.get(c).map(|fact| (*c, *fact))) {
                return self.facts.get(fact).map(|fact| (steps, above, fact));
            }
        }
        None
    }

    /// Each stated concept with its fact and level. A level that is stated for a concept anywhere is its level; a bare mention in a job adds
    /// nothing to it.
    fn levels(&self) -> Vec<(ConceptId, usize, Option<SkillLevel>)> {
        let mut list: Vec<(ConceptId, usize, Option<SkillLevel>)> = Vec::new();
        for (at, fact) in self.facts.iter().enumerate() {
            for &concept in &fact.concepts {
                match list.iter_mut().find(|entry| entry.0 == concept) {
                    None => list.push((concept, at, fact.level)),
                    Some(entry) if fact.level > entry.2 => *entry = (concept, at, fact.level),
                    Some(_) => {}
                }
            }
        }
        list
    }
}

/// A higher level (none stated is the highest), then the shorter way.
fn better(new: &Shown, old: &Shown) -> bool {
    let rank = |s: &Shown| s.level.map_or(u8::MAX, level_points);
    (rank(new), old.via.len()) > (rank(old), new.via.len())
}

/// The points of a level, for its share of a higher one: familiar 1 … expert 4.
#[must_use]
pub(crate) fn level_points(level: SkillLevel) -> u8 {
    level as u8 + 1
}

fn labels(taxonomy: &Taxonomy, way: &[ConceptId]) -> Vec<String> {
    if way.len() < 2 { Vec::new() } else { way.iter().map(|id| taxonomy.concept(*id).label.clone()).collect() }
}

/// Every concept at or above one, with the way to it, nearest first.
pub(crate) fn closure(taxonomy: &Taxonomy, concept: ConceptId) -> Vec<(ConceptId, Vec<ConceptId>)> {
    let mut found = vec![(concept, vec![concept])];
    let mut at = 0;
    while let Some((from, way)) = found.get(at).cloned() {
        at += 1;
        for &next in taxonomy.above(from) {
            if !found.iter().any(|(c, _)| *c == next) {
                let mut longer = way.clone();
                longer.push(next);
                found.push((next, longer));
            }
        }
    }
    found
}

fn facts(profile: &Profile, taxonomy: &Taxonomy) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut add = |path: String, text: &str, level, years, whole: bool| {
        let concepts = concepts_of(taxonomy, text, whole);
        facts.push(Fact { path, text: text.to_owned(), phrase: Phrase::new(text), level, years, concepts });
    };
    for (i, skill) in profile.skills.iter().enumerate() {
        add(format!("skills[{i}]"), &skill.name, skill.level, skill.years, true);
    }
    for (i, work) in profile.work.iter().enumerate() {
        for (j, skill) in work.skills.iter().enumerate() {
            add(format!("work[{i}].skills[{j}]"), skill, None, None, true);
        }
    }
    for (i, project) in profile.projects.iter().enumerate() {
        for (j, skill) in project.skills.iter().enumerate() {
            add(format!("projects[{i}].skills[{j}]"), skill, None, None, true);
        }
    }
    for (i, publication) in profile.publications.iter().enumerate() {
        if let Some(title) = &publication.title {
            add(format!("publications[{i}].title"), title, None, None, false);
        }
    }
    facts
}

/// The concept that a skill's whole name names, else those that it mentions.
fn concepts_of(taxonomy: &Taxonomy, text: &str, whole: bool) -> Vec<ConceptId> {
    match super::asked::named_within(taxonomy, text) {
        Some(concept) if whole => vec![concept],
        _ => taxonomy.mentioned(Family::Skill, text),
    }
}
