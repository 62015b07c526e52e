//! The fit: how much of what is asked the candidate covers, from 0 to 100.
//!
//! With weight w and coverage c over the decided, scored requirements it is `100 · (Σ w·c + 1) / (Σ w + 2)`: one requirement met is weaker evidence than
//! twelve. The bounds count every unknown as 0 and as 1. A requirement that is decided in part counts in part: with coverage `lo..hi` it weighs
//! `w · (1 - (hi - lo))` and covers `w · lo`, so that the fit always lies within its bounds.

use crate::{evaluate::RequirementVerdict, profile::Weights, requirement::Priority};

/// A fit with its bounds, to one decimal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fit {
    /// By what is decided.
    pub value: f64,
    /// Were every unknown unmet.
    pub low: f64,
    /// Were every unknown met.
    pub high: f64,
}

impl Fit {
    /// The fit that verdicts give; `None` where there is no requirement.
    #[must_use]
    pub fn of(verdicts: &[RequirementVerdict], weights: Weights) -> Option<Self> {
        if verdicts.is_empty() {
            return None;
        }
        let (mut decided, mut total, mut sure, mut possible) = (0.0, 0.0, 0.0, 0.0);
        for verdict in verdicts {
            let Some(bounds) = verdict.scored() else { continue };
            let weight = match verdict.priority {
                Priority::Required => weights.required,
                Priority::Preferred => weights.preferred,
            };
            total += weight;
            decided += weight * (1.0 - (bounds.hi() - bounds.lo()));
            sure += weight * bounds.lo();
            possible += weight * bounds.hi();
        }
        let low = percent(sure, total);
        let high = percent(possible, total);
        Some(Self { value: percent(sure, decided).clamp(low, high), low, high })
    }
}

fn percent(covered: f64, weight: f64) -> f64 {
    ((covered + 1.0) / (weight + 2.0) * 1000.0).round() / 10.0
}
