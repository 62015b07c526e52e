//! Holds one candidate against one posting.
//!
//! Each requirement gets a verdict, made of the verdicts on its predicates by the rules of [`logic`](crate::logic); this module prints nothing and
//! decides nothing on the whole posting, which is [`rank`](crate::rank)'s part.

mod brief;
mod node;

pub use brief::Brief;
pub use node::{Form, Node};

use crate::{
    extract::Extraction,
    kind::{Candidate, Context, Demand, Judged, judge, judge_class},
    logic::{Bounds, Evidence, Expr, Label, Truth},
    requirement::{Priority, Requirement},
};
use brief::Asked;
use serde::{Serialize, Serializer, ser::SerializeStruct};
use std::sync::Arc;

/// A requirement with its verdict.
#[derive(Debug, Clone, PartialEq)]
pub struct RequirementVerdict {
    /// The id of the requirement in its posting: `r1`.
    pub requirement: Arc<str>,
    /// Required or preferred.
    pub priority: Priority,
    /// The sentence.
    pub quote: Arc<str>,
    /// Its line, counted from 1.
    pub line: usize,
    /// The verdict in one word.
    pub verdict: Label,
    /// The coverage; none where it is assumed.
    pub coverage: Option<Bounds>,
    /// The predicates from left to right; behind the examples of an open list another member of its class, where the profile shows one.
    pub atoms: Vec<Judged>,
    /// How the atoms combine: each by its place in `atoms`.
    pub tree: Arc<Expr<usize>>,
}

impl RequirementVerdict {
    /// What decided it.
    #[must_use]
    pub fn evidence(&self) -> Vec<&Evidence> {
        grounds(&self.tree, &self.atoms, self.verdict).0
    }

    /// The facts that would decide it, where it is unknown.
    #[must_use]
    pub fn missing(&self) -> Vec<&str> {
        grounds(&self.tree, &self.atoms, self.verdict).1
    }

    /// The coverage of the whole where `of` gives that of each atom.
    pub fn coverage_by(&self, of: impl Fn(&Judged) -> Option<Bounds>) -> Option<Bounds> {
        self.tree.coverage(&|at: &usize| self.atoms.get(*at).and_then(&of))
    }

    /// Whether a gate alone keeps it from being met: it would be unmet though everything that is no gate were met.
    ///
    /// `any[degree, experience]` with one met is met; `all[degree, skill]` is blocked by the degree, not by the skill.
    #[must_use]
    pub fn blocked_by_gate(&self) -> bool {
        let is_closed = |atom: &Judged| atom.gate && atom.coverage.is_some_and(|bounds| bounds.truth() == Truth::Unmet);
        if !self.atoms.iter().any(is_closed) {
            return false;
        }
        let bounds = self.coverage_by(|atom| if atom.gate { atom.coverage } else { Some(Bounds::MET) });
        bounds.is_some_and(|b| b.truth() == Truth::Unmet)
    }

    /// The coverage that the fit counts: of the scored kinds alone; `None` where nothing is scored.
    #[must_use]
    pub fn scored(&self) -> Option<Bounds> {
        self.coverage_by(|atom| atom.coverage.filter(|_| atom.kind.scored))
    }

    /// Whether it is decided: met or unmet, by the profile.
    #[must_use]
    pub fn is_decided(&self) -> bool {
        matches!(self.verdict, Label::Met | Label::Partial | Label::Unmet)
    }
}

/// Holds a candidate against every requirement of a posting, in reading order.
///
/// Where many candidates are held against it, a [`Brief`] saves reading its phrases for each of them.
#[must_use]
pub fn evaluate(candidate: &Candidate<'_>, extraction: &Extraction) -> Vec<RequirementVerdict> {
    evaluate_brief(candidate, &Brief::new(&candidate.demands, extraction))
}

/// Holds a candidate against every requirement of a posting that is made ready.
#[must_use]
pub fn evaluate_brief(candidate: &Candidate<'_>, brief: &Brief<'_>) -> Vec<RequirementVerdict> {
    brief.asks().map(|(requirement, asked)| evaluate_one(candidate, brief.extraction(), requirement, asked)).collect()
}

fn evaluate_one(candidate: &Candidate<'_>, extraction: &Extraction, requirement: &Requirement, asked: &Asked) -> RequirementVerdict {
    let context = Context { posting: &extraction.posting, degree: asked.degree() };
    let (tree, atoms) = judge_tree(candidate, context, asked);
    let coverage = coverage(&tree, &atoms);
    RequirementVerdict {
        requirement: Arc::clone(&asked.id),
        priority: requirement.priority,
        quote: Arc::clone(&asked.quote),
        line: requirement.line,
        verdict: Label::of(coverage),
        coverage,
        atoms,
        tree,
    }
}

impl Serialize for RequirementVerdict {
    /// Writes what decided it beside it: to gather that is left until someone looks.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (evidence, missing) = grounds(&self.tree, &self.atoms, self.verdict);
        let mut fields = serializer.serialize_struct("RequirementVerdict", 9)?;
        fields.serialize_field("requirement", &*self.requirement)?;
        fields.serialize_field("priority", &self.priority)?;
        fields.serialize_field("quote", &*self.quote)?;
        fields.serialize_field("line", &self.line)?;
        fields.serialize_field("verdict", &self.verdict)?;
        fields.serialize_field("coverage", &self.coverage.unwrap_or(Bounds::UNKNOWN))?;
        fields.serialize_field("evidence", &evidence)?;
        fields.serialize_field("missing", &missing)?;
        fields.serialize_field("atoms", &self.atoms)?;
        fields.end()
    }
}

/// The predicates of a requirement with their verdicts, and how they combine.
fn judge_tree(candidate: &Candidate<'_>, context: Context<'_>, asked: &Asked) -> (Arc<Expr<usize>>, Vec<Judged>) {
    let judged = |(place, demand): (usize, &Arc<Demand>)| Judged::new(Arc::clone(demand), judge(candidate, &context, demand), Some(place));
    let judged = asked.demands.iter().enumerate().map(judged);
    if asked.classes.iter().all(Option::is_none) {
        return (Arc::clone(&asked.tree), judged.collect());
    }
    let mut opening = Opening { candidate, judged, classes: asked.classes.iter(), atoms: Vec::with_capacity(asked.demands.len() + 1) };
    let tree = opening.tree(&asked.tree);
    (Arc::new(tree), opening.atoms)
}

/// Adds to open lists another member of their class.
struct Opening<'a, J> {
    candidate: &'a Candidate<'a>,
    judged: J,
    classes: std::slice::Iter<'a, Option<Arc<Demand>>>,
    atoms: Vec<Judged>,
}

impl<J: Iterator<Item = Judged>> Opening<'_, J> {
    fn tree(&mut self, tree: &Expr<usize>) -> Expr<usize> {
        match tree {
            Expr::Atom(_) => {
                let at = self.atoms.len();
                self.atoms.extend(self.judged.next());
                Expr::Atom(at)
            }
            Expr::All { all } => Expr::All { all: self.parts(all) },
            Expr::AtLeast { at_least, of } => Expr::AtLeast { at_least: *at_least, of: self.parts(of) },
            Expr::Any { any, open, class } => {
                let mut list = self.parts(any);
                if *open && let Some(member) = self.member(&list) {
                    list.push(member);
                }
                Expr::Any { any: list, open: *open, class: class.clone() }
            }
        }
    }

    fn parts(&mut self, list: &[Expr<usize>]) -> Vec<Expr<usize>> {
        list.iter().map(|part| self.tree(part)).collect()
    }

    /// Another member of the class of a list, where the profile shows one and none of the examples.
    fn member(&mut self, examples: &[Expr<usize>]) -> Option<Expr<usize>> {
        let class = self.classes.next()?.as_ref()?;
        if examples.iter().any(|part| is_met(part, &self.atoms)) {
            return None;
        }
        self.atoms.push(judge_class(self.candidate, class)?);
        Some(Expr::Atom(self.atoms.len() - 1))
    }
}

/// The coverage of a tree; one that holds without what is assumed in it is met.
fn coverage(tree: &Expr<usize>, atoms: &[Judged]) -> Option<Bounds> {
    let shown = |at: &usize| atoms.get(*at).and_then(|atom| atom.coverage);
    tree.coverage(&shown).or_else(|| tree.coverage(&|at| shown(at).or(Some(Bounds::UNKNOWN))).filter(|b| *b == Bounds::MET))
}

fn is_met(tree: &Expr<usize>, atoms: &[Judged]) -> bool {
    coverage(tree, atoms) == Some(Bounds::MET)
}

/// The evidence of the atoms that decided, and what is missing where it is unknown: of alternatives, those that are met are enough.
fn grounds<'a>(tree: &Expr<usize>, atoms: &'a [Judged], verdict: Label) -> (Vec<&'a Evidence>, Vec<&'a str>) {
    let mut deciding = Vec::new();
    collect(tree, atoms, &mut deciding);
    let (mut evidence, mut missing) = (Vec::new(), Vec::new());
    for atom in deciding.into_iter().filter_map(|at| atoms.get(at)) {
        let shown: Vec<&Evidence> = atom.evidence().iter().filter(|it| !evidence.contains(it)).collect();
        evidence.extend(shown);
        if verdict == Label::Unknown {
            let lacking: Vec<&str> = atom.missing().iter().map(String::as_str).filter(|it| !missing.contains(it)).collect();
            missing.extend(lacking);
        }
    }
    (evidence, missing)
}

fn collect(tree: &Expr<usize>, atoms: &[Judged], deciding: &mut Vec<usize>) {
    match tree {
        Expr::Atom(at) => deciding.push(*at),
        Expr::All { all } => all.iter().for_each(|part| collect(part, atoms, deciding)),
        Expr::Any { any: parts, .. } | Expr::AtLeast { of: parts, .. } => {
            let enough = is_met(tree, atoms);
            parts.iter().filter(|part| !enough || is_met(part, atoms)).for_each(|part| collect(part, atoms, deciding));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        kind::testing::TAXONOMY,
        profile::{Profile, SkillEntry},
    };
    use jiff::civil::date;
    use serde_json::{Value, json};

    fn evaluated(skills: &[&str], needs: Value) -> RequirementVerdict {
        let skills = skills.iter().map(|name| SkillEntry { name: (*name).to_owned(), ..SkillEntry::default() }).collect();
        let profile = Profile { skills, ..Profile::default() };
        let requirement =
            json!({"id": "r1", "priority": "required", "basis": "section", "quote": "…", "span": [0, 3], "line": 1, "needs": needs});
        let extraction = json!({"schema": "quals.extract/1", "source": "p", "posting": {}, "requirements": [requirement]});
        let candidate = Candidate::new(&profile, &TAXONOMY, date(2025, 12, 1));
        evaluate(&candidate, &serde_json::from_value(extraction).unwrap()).remove(0)
    }

    fn skill(text: &str) -> Value {
        json!({"kind": "skill", "text": text})
    }

    #[test]
    fn an_open_list_accepts_another_member_of_its_class() {
        let open = |class: Value| json!({"any": [skill("PyTorch"), skill("TensorFlow")], "open": true, "class": class});
        let unnamed = evaluated(&["Python"], open(json!("deep learning toolkits")));
        assert_eq!((unnamed.verdict, unnamed.atoms.len()), (Label::Unmet, 2));
        let languages = json!({"any": [skill("Java"), skill("C++")], "open": true, "class": "third-generation tongues"});
        let shown = evaluated(&["Python"], languages);
        assert_eq!((shown.verdict, shown.atoms.len()), (Label::Met, 3));
        assert_eq!(shown.evidence()[0].via, ["Python", "programming language"]);
        assert_eq!(evaluated(&["PyTorch"], open(Value::Null)).evidence().len(), 1);
    }

    #[test]
    fn a_closed_list_does_not() {
        let closed = json!({"any": [skill("Java"), skill("C++")]});
        assert_eq!(evaluated(&["Python"], closed).verdict, Label::Unmet);
    }

    #[test]
    fn a_gate_blocks_only_what_it_alone_keeps_from_being_met() {
        let degree = json!({"kind": "degree", "text": "BS", "levels": ["bachelor"], "status": "completed"});
        assert!(evaluated(&[], json!({"all": [degree, skill("Java")]})).blocked_by_gate());
        assert!(!evaluated(&["Java"], json!({"any": [degree, skill("Java")]})).blocked_by_gate());
        assert!(!evaluated(&[], json!({"any": [degree, skill("Java")]})).blocked_by_gate());
        assert!(!evaluated(&[], skill("Java")).blocked_by_gate());
        let unstated = json!({"kind": "experience", "text": "experience"});
        assert!(!evaluated(&[], unstated).blocked_by_gate());
        assert!(evaluated(&[], json!({"kind": "experience", "text": "a year", "min_months": 12})).blocked_by_gate());
    }

    #[test]
    fn what_is_shown_beside_what_is_assumed_is_met() {
        let curious = json!({"kind": "trait", "text": "curious"});
        assert_eq!(evaluated(&["Java"], json!({"any": [curious, skill("Java")]})).verdict, Label::Met);
        assert_eq!(evaluated(&[], json!({"any": [curious, skill("Java")]})).verdict, Label::Assumed);
        assert_eq!(evaluated(&[], json!({"all": [curious, skill("Java")]})).verdict, Label::Unmet);
    }
}
