//! What another profile, or another version of one, changes for a posting.
//!
//! The standing and the fit before, and every requirement whose verdict is another now: `Kubernetes` was unmet and is met.

use super::{RankRow, Standing};
use crate::{evaluate::RequirementVerdict, logic::Label};
use serde::Serialize;

/// The result before a change.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Before {
    /// The standing.
    pub standing: Standing,
    /// The fit.
    pub fit: Option<f64>,
    /// Its lower bound.
    pub fit_low: Option<f64>,
    /// Its upper bound.
    pub fit_high: Option<f64>,
    /// The requirements whose verdict has changed, in reading order.
    pub changed: Vec<Changed>,
}

/// A requirement whose verdict has changed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Changed {
    /// The id of the requirement.
    pub requirement: String,
    /// Its sentence.
    pub quote: String,
    /// Its parts whose verdict has changed, in the words of the posting.
    pub parts: Vec<String>,
    /// The verdict before.
    pub before: Label,
    /// The verdict now.
    pub after: Label,
}

impl Before {
    /// What `old` was, and what changed from it to `new`; both are rows of the same posting.
    #[must_use]
    pub fn of(old: &RankRow, new: &RankRow) -> Self {
        let pairs = old.verdicts.iter().zip(&new.verdicts).filter(|(a, b)| a.verdict != b.verdict || a.coverage != b.coverage);
        Self {
            standing: old.standing,
            fit: old.fit,
            fit_low: old.fit_low,
            fit_high: old.fit_high,
            changed: pairs.map(|(a, b)| changed(a, b)).collect(),
        }
    }
}

fn changed(old: &RequirementVerdict, new: &RequirementVerdict) -> Changed {
    let differs = |text: &str, verdict| !old.atoms.iter().any(|atom| atom.text() == text && atom.verdict == verdict);
    let parts = new.atoms.iter().filter(|atom| differs(atom.text(), atom.verdict)).map(|atom| atom.text().to_owned()).collect();
    Changed { requirement: new.requirement.to_string(), quote: new.quote.to_string(), parts, before: old.verdict, after: new.verdict }
}

impl RankRow {
    /// The same, with what it was before.
    #[must_use]
    pub fn since(mut self, old: &Self) -> Self {
        self.before = Some(Before::of(old, &self));
        self
    }

    /// Whether the standing, the fit, or a verdict is another than before.
    #[must_use]
    pub fn has_changed(&self) -> bool {
        self.before.as_ref().is_some_and(|before| {
            let was = (before.standing, before.fit, before.fit_low, before.fit_high);
            was != (self.standing, self.fit, self.fit_low, self.fit_high) || !before.changed.is_empty()
        })
    }
}
