//! The fit: how much of what is asked the candidate covers, from 0 to 100.
//!
//! With weight w and coverage c over the decided, scored requirements it is `100 · (Σ w·c + 1) / (Σ w + 2)`: one requirement met is weaker evidence than
//! twelve. The bounds count every unknown as 0 and as 1. A requirement that is decided in part counts in part: with coverage `lo..hi` it weighs
//! `w · (1 - (hi - lo))` and covers `w · lo`, so that the fit always lies within its bounds.

use crate::{evaluate::RequirementVerdict, logic::Bounds, profile::Weights, requirement::Priority};

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
        Self::from_parts(verdicts.iter().map(|verdict| (verdict.priority, verdict.scored())), weights)
    }

    /// The fit that requirements give: of each its priority, and its coverage where it is scored.
    pub(super) fn from_parts(requirements: impl ExactSizeIterator<Item = (Priority, Option<Bounds>)>, weights: Weights) -> Option<Self> {
        if requirements.len() == 0 {
            return None;
        }
        let (mut decided, mut total, mut sure, mut possible) = (0.0, 0.0, 0.0, 0.0);
        for (priority, bounds) in requirements {
            let Some(bounds) = bounds else { continue };
            let weight = match priority {
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

#[cfg(test)]
mod tests {
    use super::super::{RankRow, Standing};
    use crate::{
        kind::{Candidate, testing::TAXONOMY},
        profile::{Profile, SkillEntry},
    };
    use serde_json::{Value, json};

    fn row(requirements: &[(&str, Value)]) -> RankRow {
        let profile = Profile { skills: vec![SkillEntry { name: "Python".into(), ..SkillEntry::default() }], ..Profile::default() };
        let whole = |(i, (priority, needs)): (usize, &(&str, Value))| json!({"id": format!("r{i}"), "priority": priority, "basis": "section", "quote": "…", "span": [0, 3], "line": 1, "needs": needs});
        let requirements: Vec<Value> = requirements.iter().enumerate().map(whole).collect();
        let extraction = json!({"schema": "quals.extract/1", "source": "p", "posting": {}, "requirements": requirements});
        let candidate = Candidate::new(&profile, &TAXONOMY, jiff::civil::date(2025, 12, 1));
        RankRow::new(&candidate, &serde_json::from_value(extraction).unwrap())
    }

    fn skill(text: &str) -> Value {
        json!({"kind": "skill", "text": text})
    }

    #[test]
    fn the_fit_weighs_and_the_bounds_count_unknowns_both_ways() {
        let age = json!({"kind": "age", "text": "18", "min": 18});
        let row = row(&[("required", skill("Python")), ("preferred", skill("Java")), ("required", age)]);
        assert_eq!((row.fit, row.fit_low, row.fit_high), (Some(66.7), Some(44.4), Some(77.8)));
        assert_eq!((row.standing, row.checked, row.asked), (Standing::Unclear, 2, 3));
        assert_eq!(row.headline().unwrap().requirement.as_ref(), "r2");
    }

    #[test]
    fn nothing_read_has_no_number_and_what_is_not_scored_does_not_count() {
        assert_eq!((row(&[]).standing, row(&[]).fit), (Standing::Unread, None));
        let curious = json!({"kind": "trait", "text": "curious"});
        let row = row(&[("required", curious), ("required", skill("Python"))]);
        assert_eq!((row.standing, row.fit, row.required.assumed), (Standing::Eligible, Some(80.0), 1));
    }

    #[test]
    fn a_gate_outweighs_every_gap_and_is_named_first() {
        let degree = json!({"kind": "degree", "text": "BS", "levels": ["bachelor"], "status": "completed"});
        let gap = row(&[("required", skill("Python")), ("required", skill("Java"))]);
        assert_eq!((gap.standing, gap.headline().unwrap().requirement.as_ref()), (Standing::Stretch, "r1"));
        let blocked = row(&[("required", skill("Java")), ("required", degree.clone())]);
        assert_eq!((blocked.standing, blocked.headline().unwrap().requirement.as_ref()), (Standing::Ineligible, "r1"));
        assert_eq!(row(&[("preferred", degree)]).standing, Standing::Eligible);
    }
}
