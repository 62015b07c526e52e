//! A posting made ready to be held against candidates.
//!
//! `Python scripting or the like` names the concept Python, and the class of its open list, whoever is held against it: that is worked out here, once for a
//! posting, and once for all postings that share the [`Demands`].

use crate::{
    extract::Extraction,
    kind::{Context, Degree, Demand, Demands, Predicate},
    logic::Expr,
    requirement::Requirement,
};
use std::sync::Arc;

/// An extraction with everything that it asks made ready.
///
/// ```
/// use quals::{Engine, evaluate::Brief, kind::{Candidate, Demands}, profile, rank::RankRow, read::{Input, ReadOptions, read}};
///
/// let (engine, as_of) = (Engine::new(), jiff::civil::date(2026, 1, 1));
/// let demands = Demands::new(engine.taxonomy());
/// let profiles = ["[[skills]]\nname = \"Python\"", "[[skills]]\nname = \"Java\""];
/// let profiles: Vec<_> = profiles.iter().filter_map(|text| profile::read("p.toml", text, engine.taxonomy()).profile).collect();
/// let candidates: Vec<_> = profiles.iter().map(|profile| Candidate::new(profile, engine.taxonomy(), as_of)).collect();
/// for document in read(&[Input::from("postings")], &ReadOptions::default()).flatten() {
///     let extraction = engine.extract(&document, as_of);
///     let brief = Brief::new(&demands, &extraction);
///     let rows: Vec<RankRow> = candidates.iter().map(|candidate| RankRow::by_brief(candidate, &brief)).collect();
///     assert_eq!(rows[0].asked, rows[1].asked);
/// }
/// ```
#[derive(Debug, Clone)]
pub struct Brief<'e> {
    extraction: &'e Extraction,
    asked: Vec<Asked>,
}

/// What one requirement asks.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    /// The id of the requirement and its sentence, as every verdict on it has them.
    pub(super) id: Arc<str>,
    pub(super) quote: Arc<str>,
    /// How its predicates combine: each by its place from left to right.
    pub(super) tree: Arc<Expr<usize>>,
    /// Its predicates from left to right.
    pub(super) demands: Box<[Arc<Demand>]>,
    /// The place of the first degree among them.
    degree: Option<usize>,
    /// The class of each open list, in the order in which the lists end; none where the vocabulary does not know it.
    pub(super) classes: Box<[Option<Arc<Demand>>]>,
}

impl<'e> Brief<'e> {
    /// Makes a posting ready.
    #[must_use]
    pub fn new(demands: &Demands<'_>, extraction: &'e Extraction) -> Self {
        let asked = extraction.requirements.iter().map(|requirement| Asked::new(demands, extraction, requirement)).collect();
        Self { extraction, asked }
    }

    /// The posting.
    #[must_use]
    pub fn extraction(&self) -> &'e Extraction {
        self.extraction
    }

    /// The requirements, each with what it asks.
    pub(super) fn asks(&self) -> impl Iterator<Item = (&'e Requirement, &Asked)> {
        self.extraction.requirements.iter().zip(&self.asked)
    }
}

impl Asked {
    fn new(demands: &Demands<'_>, extraction: &Extraction, requirement: &Requirement) -> Self {
        let context = Context { posting: &extraction.posting, degree: None };
        let mut classes = Vec::new();
        gather(demands, &context, &requirement.needs, &mut classes);
        let demands: Box<[Arc<Demand>]> = requirement.needs.atoms().map(|predicate| demands.demand(&context, predicate)).collect();
        Self {
            id: requirement.id.as_str().into(),
            quote: requirement.quote.as_str().into(),
            tree: Arc::new(placed(&requirement.needs, &mut 0)),
            degree: demands.iter().position(|demand| matches!(demand.predicate(), Predicate::Degree(_))),
            demands,
            classes: classes.into(),
        }
    }

    /// The degree that the requirement asks, for what is said of "your degree" beside it.
    pub(super) fn degree(&self) -> Option<&Degree> {
        let demand = self.demands.get(self.degree?)?;
        if let Predicate::Degree(degree) = demand.predicate() { Some(degree) } else { None }
    }
}

/// The same combination of places, counted from left to right.
fn placed(needs: &Expr<Predicate>, count: &mut usize) -> Expr<usize> {
    let mut parts = |list: &[Expr<Predicate>]| list.iter().map(|part| placed(part, count)).collect();
    match needs {
        Expr::All { all } => Expr::All { all: parts(all) },
        Expr::Any { any, open, class } => Expr::Any { any: parts(any), open: *open, class: class.clone() },
        Expr::AtLeast { at_least, of } => Expr::AtLeast { at_least: *at_least, of: parts(of) },
        Expr::Atom(_) => {
            *count += 1;
            Expr::Atom(*count - 1)
        }
    }
}

/// Gathers the classes of open lists, the inner ones first.
fn gather(demands: &Demands<'_>, context: &Context<'_>, needs: &Expr<Predicate>, classes: &mut Vec<Option<Arc<Demand>>>) {
    let (parts, class) = match needs {
        Expr::Atom(_) => return,
        Expr::All { all: parts } | Expr::AtLeast { of: parts, .. } | Expr::Any { any: parts, open: false, .. } => (parts, None),
        Expr::Any { any, open: true, class } => (any, Some(class.as_deref())),
    };
    parts.iter().for_each(|part| gather(demands, context, part, classes));
    if let Some(class) = class {
        classes.push(demands.class(context, class, parts));
    }
}
