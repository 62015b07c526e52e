//! The tree of a requirement with a verdict on every node, from the verdicts on its predicates.
//!
//! `any of [degree, all of [five years, certificate]]` says of the inner *all* too whether it is met, what showed it and what is missing.

use super::{RequirementVerdict, coverage, grounds};
use crate::{
    kind::{Judged, coverage_or_any},
    logic::{Bounds, Evidence, Expr, Label},
};
use serde::Serialize;

/// A node with its verdict.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Node<'v> {
    /// What it is made of.
    #[serde(flatten)]
    pub form: Form<'v>,
    /// The verdict in one word.
    pub verdict: Label,
    /// The coverage; everything from nothing to all where it is assumed.
    #[serde(serialize_with = "coverage_or_any")]
    pub coverage: Option<Bounds>,
    /// What decided it.
    pub evidence: Vec<&'v Evidence>,
    /// The facts that would decide it, where it is unknown.
    pub missing: Vec<&'v str>,
}

/// What a node is made of.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Form<'v> {
    /// Every one is needed.
    All {
        /// The parts.
        all: Vec<Node<'v>>,
    },
    /// One is enough.
    Any {
        /// The alternatives.
        any: Vec<Node<'v>>,
        /// The alternatives are examples of a class.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        open: bool,
        /// The phrase that names the class.
        #[serde(skip_serializing_if = "Option::is_none")]
        class: Option<&'v str>,
    },
    /// So many of the parts are needed.
    AtLeast {
        /// How many.
        at_least: usize,
        /// The parts.
        of: Vec<Node<'v>>,
    },
    /// A predicate.
    Atom {
        /// Its kind.
        kind: &'static str,
        /// The phrase of the posting that names it.
        text: &'v str,
    },
}

impl RequirementVerdict {
    /// The verdict on every node of the requirement.
    #[must_use]
    pub fn node(&self) -> Node<'_> {
        node(&self.tree, &self.atoms)
    }

    /// The verdict on a part of the requirement.
    #[must_use]
    pub fn label_of(&self, part: &Expr<usize>) -> Label {
        Label::of(coverage(part, &self.atoms))
    }
}

fn node<'v>(tree: &'v Expr<usize>, atoms: &'v [Judged]) -> Node<'v> {
    let parts = |list: &'v [Expr<usize>]| list.iter().map(|part| node(part, atoms)).collect();
    let form = match tree {
        Expr::All { all } => Form::All { all: parts(all) },
        Expr::Any { any, open, class } => Form::Any { any: parts(any), open: *open, class: class.as_deref() },
        Expr::AtLeast { at_least, of } => Form::AtLeast { at_least: *at_least, of: parts(of) },
        Expr::Atom(at) => {
            let atom = atoms.get(*at);
            Form::Atom { kind: atom.map_or("", |atom| atom.kind.name), text: atom.map(Judged::text).unwrap_or_default() }
        }
    };
    let coverage = coverage(tree, atoms);
    let verdict = Label::of(coverage);
    let (evidence, missing) = grounds(tree, atoms, verdict);
    Node { form, verdict, coverage, evidence, missing }
}
