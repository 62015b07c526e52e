//! A posting as it would stand were some of its parts met, or unmet.
//!
//! An [`Outlook`] keeps of a row what a standing and a fit are made of, and what each part is about, so that what if can be asked a thousand times without
//! judging anew.

use super::{Fit, RankRow, Standing};
use crate::{
    evaluate::RequirementVerdict,
    extract::Extraction,
    kind::{Candidate, Context, Finding, Judged, Topic},
    logic::{Bounds, Expr, Label, Truth},
    profile::Weights,
    requirement::Priority,
};
use serde::Serialize;
use std::sync::Arc;

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
    /// What each requirement is as it is, with all that is unknown met, and unmet.
    as_it_is: Vec<Judgment>,
    at_best: Vec<Judgment>,
    at_worst: Vec<Judgment>,
    /// The best and the worst standing that the unknown parts leave.
    pub(super) range: (Standing, Standing),
    weights: Weights,
}

/// A requirement without its words.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sketch {
    pub(super) id: Arc<str>,
    pub(super) quote: Arc<str>,
    pub(super) line: usize,
    pub(super) priority: Priority,
    pub(super) label: Label,
    pub(super) atoms: Vec<Part>,
    tree: Arc<Expr<usize>>,
}

/// A predicate without its words.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Part {
    /// What it is about; none where its predicate is not one of the posting's own.
    pub(super) topic: Option<Arc<Topic>>,
    finding: Finding,
    gate: bool,
    scored: bool,
}

/// Where a part stands in its posting: the requirement, and the atom in it.
pub(super) type Place = (usize, usize);

impl Part {
    pub(super) fn truth(&self) -> Option<Truth> {
        self.coverage().map(Bounds::truth)
    }

    /// The facts that would decide it, where it is unknown.
    pub(super) fn missing(&self) -> &[String] {
        self.finding.missing()
    }

    fn coverage(&self) -> Option<Bounds> {
        self.finding.bounds()
    }

    /// Its coverage, were it met or unmet where it is unknown.
    fn decided(&self, met: bool) -> Option<Bounds> {
        match (self.truth(), met) {
            (Some(Truth::Unknown), true) => Some(Bounds::MET),
            (Some(Truth::Unknown), false) => self.coverage().map(|bounds| Bounds::unmet(bounds.lo())),
            _ => self.coverage(),
        }
    }
}

impl Outlook {
    /// Keeps of a row what is needed; parts that are met or assumed lose what they are about.
    #[must_use]
    pub fn new(candidate: &Candidate<'_>, extraction: &Extraction, row: RankRow) -> Self {
        let RankRow { source, title, company, standing, fit, verdicts, .. } = row;
        let context = Context { posting: &extraction.posting, degree: None };
        let requirements: Vec<Sketch> = verdicts.into_iter().map(|verdict| sketch(candidate, &context, verdict)).collect();
        let as_it_is: Vec<Judgment> = requirements.iter().map(|it| it.given(|_, part| part.coverage())).collect();
        // where nothing is unknown, nothing can be better or worse
        let decided = |met: bool| -> Vec<Judgment> {
            let of_one = |(it, now): (&Sketch, &Judgment)| if it.is_open() { it.given(|_, part| part.decided(met)) } else { *now };
            requirements.iter().zip(&as_it_is).map(of_one).collect()
        };
        let (at_best, at_worst) = (decided(true), decided(false));
        let range = (standing_of(&at_best), standing_of(&at_worst));
        let posting = PostingName { source, title, company };
        Self { posting, standing, fit, requirements, as_it_is, at_best, at_worst, range, weights: candidate.profile.weights }
    }

    /// The parts that `keep` picks, with their places.
    pub(super) fn parts<'o>(&'o self, keep: impl Fn(&Part) -> bool + 'o) -> impl Iterator<Item = (Place, &'o Part)> {
        let places =
            self.requirements.iter().enumerate().flat_map(|(r, it)| it.atoms.iter().enumerate().map(move |(a, part)| ((r, a), part)));
        places.filter(move |(_, part)| keep(part))
    }

    /// The standing and the fit were these parts met; the parts are in order, here and below.
    pub(super) fn with_met(&self, met: &[Place]) -> (Standing, Option<f64>) {
        let judged = self.anew(&self.as_it_is, met, |part, changed| if changed { Some(Bounds::MET) } else { part.coverage() });
        let fit = Fit::from_parts(judged.iter().map(|it| (it.priority, it.scored)), self.weights).map(|fit| fit.value);
        (standing_of(&judged), fit)
    }

    /// The best standing that the unknown parts leave, were these unmet.
    pub(super) fn best_without(&self, unmet: &[Place]) -> Standing {
        standing_of(&self.anew(&self.at_best, unmet, |part, changed| part.decided(!changed)))
    }

    /// The worst standing that the unknown parts leave, were these met.
    pub(super) fn worst_with(&self, met: &[Place]) -> Standing {
        standing_of(&self.anew(&self.at_worst, met, Part::decided))
    }

    /// Judgments of which those with changed parts are made anew; `of` is told of each part whether it is one.
    fn anew(&self, base: &[Judgment], changed: &[Place], of: impl Fn(&Part, bool) -> Option<Bounds>) -> Vec<Judgment> {
        let mut judged = base.to_vec();
        for places in changed.chunk_by(|a, b| a.0 == b.0) {
            let at = places.first().map_or(0, |place| place.0);
            if let (Some(judgment), Some(sketch)) = (judged.get_mut(at), self.requirements.get(at)) {
                *judgment = sketch.given(|a, part| of(part, places.iter().any(|place| place.1 == a)));
            }
        }
        judged
    }
}

fn standing_of(judged: &[Judgment]) -> Standing {
    Standing::from_parts(judged.iter().map(|it| (it.priority, it.label, it.blocked)))
}

/// What a standing and a fit are made of.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Judgment {
    priority: Priority,
    label: Label,
    blocked: bool,
    scored: Option<Bounds>,
}

impl Sketch {
    /// Whether something in it is unknown.
    fn is_open(&self) -> bool {
        self.atoms.iter().any(|part| part.truth() == Some(Truth::Unknown))
    }

    fn given(&self, of: impl Fn(usize, &Part) -> Option<Bounds>) -> Judgment {
        let shown = self.by(&of, |_, bounds| bounds);
        let coverage = shown.or_else(|| self.by(&of, |_, bounds| bounds.or(Some(Bounds::UNKNOWN))).filter(|b| *b == Bounds::MET));
        let blocked = self.atoms.iter().any(|part| part.gate)
            && self.by(&of, |part, bounds| if part.gate { bounds } else { Some(Bounds::MET) }).is_some_and(|it| it.truth() == Truth::Unmet);
        let is_all_scored = self.atoms.iter().all(|part| part.scored);
        let scored = if is_all_scored { shown } else { self.by(&of, |part, bounds| bounds.filter(|_| part.scored)) };
        Judgment { priority: self.priority, label: Label::of(coverage), blocked, scored }
    }

    /// The coverage of the whole, where `of` gives that of each part and `pick` what of it counts.
    fn by(&self, of: &impl Fn(usize, &Part) -> Option<Bounds>, pick: impl Fn(&Part, Option<Bounds>) -> Option<Bounds>) -> Option<Bounds> {
        self.tree.coverage(&|at: &usize| self.atoms.get(*at).and_then(|part| pick(part, of(*at, part))))
    }
}

fn sketch(candidate: &Candidate<'_>, context: &Context<'_>, verdict: RequirementVerdict) -> Sketch {
    let part = |atom: Judged| {
        let open = matches!(atom.verdict, Label::Unmet | Label::Partial | Label::Unknown) && atom.predicate.is_some();
        Part {
            topic: open.then(|| Topic::of(candidate, context, atom.demand())),
            gate: atom.gate,
            scored: atom.kind.scored,
            finding: atom.into(),
        }
    };
    Sketch {
        id: verdict.requirement,
        quote: verdict.quote,
        line: verdict.line,
        priority: verdict.priority,
        label: verdict.verdict,
        atoms: verdict.atoms.into_iter().map(part).collect(),
        tree: verdict.tree,
    }
}
