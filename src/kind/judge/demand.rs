//! A predicate made ready to be held against candidates, and a store of those that many postings ask.
//!
//! What a phrase names, and its words, depend on no candidate: `Python scripting` is read as the concept of Python once, however many postings
//! ask for it and however many profiles are held against them.

use super::{
    Context, Countries,
    asked::Asked,
    finding::is_gate,
    key::Asking,
    memo::{Memo, Number, Numbers},
    phrase::Phrase,
    topic::Topic,
};
use crate::{
    kind::{
        Kind, Predicate, Skill, certification::judge::Title, experience::judge::Area, skill::judge::Wanted, trait_::judge::Disposition,
    },
    logic::Expr,
    taxonomy::{ConceptId, Taxonomy},
};
use std::sync::{Arc, OnceLock};

/// A predicate made ready.
#[derive(Debug)]
pub struct Demand {
    predicate: Predicate,
    kind: &'static Kind,
    is_gate: bool,
    /// By what verdicts on it are remembered; none where they depend on what else its posting says.
    pub(super) number: Option<Number>,
    pub(super) meaning: Meaning,
    topic: OnceLock<Arc<Topic>>,
}

/// What the phrases of a predicate mean.
#[derive(Debug)]
pub(super) enum Meaning {
    /// Of a skill.
    Skill(Wanted),
    /// Of each area of experience.
    Experience(Vec<Area>),
    /// Of a certificate.
    Certification(Title),
    /// Of a trait.
    Trait(Disposition),
    /// Of a condition, its words.
    Condition(Phrase),
    /// The other kinds need no reading.
    Plain,
}

impl PartialEq for Demand {
    /// All else follows from the predicate.
    fn eq(&self, other: &Self) -> bool {
        self.predicate == other.predicate
    }
}

impl Demand {
    fn new(taxonomy: &Taxonomy, predicate: Predicate, number: Option<Number>) -> Self {
        let meaning = match &predicate {
            Predicate::Skill(it) => Meaning::Skill(Wanted::new(taxonomy, it)),
            Predicate::Experience(it) => Meaning::Experience(it.areas.iter().map(|text| Area::new(taxonomy, text)).collect()),
            Predicate::Certification(it) => Meaning::Certification(Title::asked(taxonomy, it)),
            Predicate::Trait(it) => Meaning::Trait(Disposition::new(taxonomy, it)),
            Predicate::Condition(it) => Meaning::Condition(Phrase::new(&it.text)),
            _ => Meaning::Plain,
        };
        let (kind, is_gate) = (predicate.kind(), is_gate(&predicate));
        Self { predicate, kind, is_gate, number, meaning, topic: OnceLock::new() }
    }

    /// The predicate.
    #[must_use]
    pub fn predicate(&self) -> &Predicate {
        &self.predicate
    }

    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> &'static Kind {
        self.kind
    }

    /// The phrase of the posting that names it.
    #[must_use]
    pub fn text(&self) -> &str {
        self.predicate.text()
    }

    /// Where it is required and unmet, a candidate is not eligible.
    #[must_use]
    pub fn is_gate(&self) -> bool {
        self.is_gate
    }

    /// What it is about; the context is that of its posting.
    pub(crate) fn topic(&self, taxonomy: &Taxonomy, countries: &Countries, context: &Context<'_>) -> Arc<Topic> {
        self.topic.get_or_init(|| Arc::new(Topic::work_out(taxonomy, countries, context, self))).clone()
    }
}

/// What postings ask, each thing made ready once.
///
/// Nothing but speed depends on it: what it gives is what would be made anew. It is filled by whoever makes a posting ready, from any thread.
#[derive(Debug)]
pub struct Demands<'t> {
    taxonomy: &'t Taxonomy,
    known: Memo<Arc<Demand>>,
    numbers: Numbers,
    readings: Memo<Asked>,
}

impl<'t> Demands<'t> {
    /// An empty store.
    #[must_use]
    pub fn new(taxonomy: &'t Taxonomy) -> Self {
        Self { taxonomy, known: Memo::default(), numbers: Numbers::default(), readings: Memo::default() }
    }

    /// A predicate of a posting, made ready.
    #[must_use]
    pub fn demand(&self, context: &Context<'_>, predicate: &Predicate) -> Arc<Demand> {
        let make = |number| Arc::new(Demand::new(self.taxonomy, predicate.clone(), number));
        match Asking::new(predicate, context) {
            Some(asking) => self.known.get(&asking, || make(self.numbers.next())),
            None => make(None),
        }
    }

    /// The class of an open list, as a skill that another member of it meets: `class` is the phrase that names it, `examples` are its members named.
    ///
    /// It is what its phrase names, else the concept that all examples, two or more, lie directly below; `None` where the vocabulary knows neither.
    #[must_use]
    pub fn class(&self, context: &Context<'_>, class: Option<&str>, examples: &[Expr<Predicate>]) -> Option<Arc<Demand>> {
        let skills = examples.iter().flat_map(Expr::atoms);
        let examples: Vec<&Skill> = skills.filter_map(|it| if let Predicate::Skill(skill) = it { Some(skill) } else { None }).collect();
        let level = examples.first()?.level;
        let concept = class.and_then(|class| self.concept(class)).or_else(|| self.common_parent(&examples))?;
        let known = self.taxonomy.concept(concept);
        let text = class.unwrap_or(&known.label).to_owned();
        Some(self.demand(context, &Predicate::Skill(Skill { text, level, concept: Some(known.id.clone()) })))
    }

    /// The concept that a phrase names.
    fn concept(&self, phrase: &str) -> Option<ConceptId> {
        let asked = self.readings.get(&phrase, || Asked::read(self.taxonomy, phrase));
        if let Asked::Concept(concept) = asked { Some(concept) } else { None }
    }

    fn concept_of(&self, skill: &Skill) -> Option<ConceptId> {
        skill.concept.as_deref().and_then(|id| self.taxonomy.by_id(id)).or_else(|| self.concept(&skill.text))
    }

    /// The concept that all examples, two or more, lie directly below.
    fn common_parent(&self, examples: &[&Skill]) -> Option<ConceptId> {
        let mut parents = examples.iter().filter_map(|skill| self.concept_of(skill)).map(|id| &self.taxonomy.concept(id).broader);
        let first = parents.next()?;
        let rest: Vec<&Vec<String>> = parents.collect();
        let common = first.iter().find(|id| !rest.is_empty() && rest.iter().all(|list| list.contains(id)))?;
        self.taxonomy.by_id(common)
    }
}
