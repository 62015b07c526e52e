//! A posting as it would stand were some of its parts met, or unmet.
//!
//! An [`Outlook`] keeps of a row what a standing and a fit are made of, and what each part is about, so that what if can be asked a thousand times without
//! judging anew.

use super::{Fit, RankRow, Standing};
use crate::{
    evaluate::RequirementVerdict,
    extract::Extraction,
    kind::{Candidate, Context, Predicate, Topic},
    logic::{Bounds, Expr, Label, Truth},
    profile::Weights,
    requirement::Priority,
};
use serde::Serialize;

/// Which posting it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PostingName {
    /// Its file.
    pub source: String,
    /// The title.
    pub title: Option<String>,
    /// Who hires.
    pub company: Option<String>,
}

/// A posting for one profile, ready for what if.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlook {
    /// Which posting it is.
    pub posting: PostingName,
    /// The standing as it is.
    pub standing: Standing,
    /// The fit as it is.
    pub fit: Option<f64>,
    pub(super) requirements: Vec<Sketch>,
    weights: Weights,
}

/// A requirement without its words.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sketch {
    pub(super) id: String,
    pub(super) quote: String,
    pub(super) line: usize,
    pub(super) priority: Priority,
    pub(super) label: Label,
    pub(super) atoms: Vec<Part>,
    tree: Expr<usize>,
}

/// A predicate without its words.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Part {
    /// What it is about; none where its predicate is not one of the posting's own.
    pub(super) topic: Option<Topic>,
    pub(super) coverage: Option<Bounds>,
    pub(super) missing: Vec<String>,
    gate: bool,
    scored: bool,
}

/// Where a part stands in its posting: the requirement, and the atom in it.
pub(super) type Place = (usize, usize);

impl Part {
    pub(super) fn truth(&self) -> Option<Truth> {
        self.coverage.map(Bounds::truth)
    }
}

impl Outlook {
    /// Keeps of a row what is needed; parts that are met or assumed lose what they are about.
    #[must_use]
    pub fn new(candidate: &Candidate<'_>, extraction: &Extraction, row: &RankRow) -> Self {
        let posting = PostingName { source: row.source.clone(), title: row.title.clone(), company: row.company.clone() };
        let context = Context { posting: &extraction.posting, degree: None };
        let pairs = row.verdicts.iter().zip(&extraction.requirements);
        let requirements = pairs.map(|(verdict, requirement)| sketch(candidate, &context, verdict, &requirement.needs)).collect();
        Self { posting, standing: row.standing, fit: row.fit, requirements, weights: candidate.profile.weights }
    }

    /// The parts that `keep` picks, with their places.
    pub(super) fn parts<'o>(&'o self, keep: impl Fn(&Part) -> bool + 'o) -> impl Iterator<Item = (Place, &'o Part)> {
        let places =
            self.requirements.iter().enumerate().flat_map(|(r, it)| it.atoms.iter().enumerate().map(move |(a, part)| ((r, a), part)));
        places.filter(move |(_, part)| keep(part))
    }

    /// The standing and the fit where the parts have the coverage that `of` gives them.
    pub(super) fn given(&self, of: impl Fn(Place, &Part) -> Option<Bounds>) -> (Standing, Option<f64>) {
        let judged: Vec<_> = self.requirements.iter().enumerate().map(|(r, it)| it.given(|a, part| of((r, a), part))).collect();
        let standing = Standing::from_parts(judged.iter().map(|it| (it.priority, it.label, it.blocked)));
        let fit = Fit::from_parts(judged.iter().map(|it| (it.priority, it.scored)), self.weights).map(|fit| fit.value);
        (standing, fit)
    }

    /// The best and the worst standing that the unknown parts leave, where `of` says what becomes of some of them.
    pub(super) fn range(&self, of: impl Fn(Place) -> Option<bool>) -> (Standing, Standing) {
        let all = |met: bool| {
            let decided = |place, part: &Part| match (part.truth(), of(place).unwrap_or(met)) {
                (Some(Truth::Unknown), true) => Some(Bounds::MET),
                (Some(Truth::Unknown), false) => part.coverage.map(|bounds| Bounds::unmet(bounds.lo())),
                _ => part.coverage,
            };
            self.given(decided).0
        };
        (all(true), all(false))
    }
}

/// What a standing and a fit are made of.
struct Judgment {
    priority: Priority,
    label: Label,
    blocked: bool,
    scored: Option<Bounds>,
}

impl Sketch {
    fn given(&self, of: impl Fn(usize, &Part) -> Option<Bounds>) -> Judgment {
        let by = |pick: &dyn Fn(&Part, Option<Bounds>) -> Option<Bounds>| {
            self.tree.coverage(&|at: &usize| self.atoms.get(*at).and_then(|part| pick(part, of(*at, part))))
        };
        let shown = by(&|_, bounds| bounds);
        let coverage = shown.or_else(|| by(&|_, bounds| bounds.or(Some(Bounds::UNKNOWN))).filter(|b| *b == Bounds::MET));
        let blocked = by(&|part, bounds| if part.gate { bounds } else { Some(Bounds::MET) });
        Judgment {
            priority: self.priority,
            label: Label::of(coverage),
            blocked: blocked.is_some_and(|bounds| bounds.truth() == Truth::Unmet),
            scored: by(&|part, bounds| bounds.filter(|_| part.scored)),
        }
    }
}

fn sketch(candidate: &Candidate<'_>, context: &Context<'_>, verdict: &RequirementVerdict, needs: &Expr<Predicate>) -> Sketch {
    let predicates: Vec<&Predicate> = needs.atoms().collect();
    let part = |atom: &crate::kind::Judged| {
        let open = matches!(atom.verdict, Label::Unmet | Label::Partial | Label::Unknown);
        let predicate = atom.predicate.filter(|_| open).and_then(|at| predicates.get(at));
        Part {
            topic: predicate.map(|predicate| Topic::of(candidate, context, predicate)),
            coverage: atom.coverage,
            missing: atom.missing.clone(),
            gate: atom.gate,
            scored: atom.kind.scored,
        }
    };
    Sketch {
        id: verdict.requirement.clone(),
        quote: verdict.quote.clone(),
        line: verdict.line,
        priority: verdict.priority,
        label: verdict.verdict,
        atoms: verdict.atoms.iter().map(part).collect(),
        tree: verdict.tree.clone(),
    }
}
