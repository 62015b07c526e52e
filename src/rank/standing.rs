//! The standing of a candidate before a posting, from the required requirements alone.
//!
//! A gate is a required predicate of a kind that decides by itself (a degree, a right to work). A requirement is blocked by its gates where it
//! would be unmet though everything else in it were met.

use crate::{evaluate::RequirementVerdict, logic::Label, requirement::Priority};
use serde::{Deserialize, Serialize};

/// How a candidate stands before a posting, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Every required requirement is met, or assumed.
    Eligible,
    /// None is unmet, some is unknown.
    Unclear,
    /// No gate is unmet, but another required requirement is.
    Stretch,
    /// A gate is unmet.
    Ineligible,
    /// No requirement was found: nothing was checked.
    Unread,
}

impl Standing {
    /// All standings, the best first.
    pub const ALL: [Self; 5] = [Self::Eligible, Self::Unclear, Self::Stretch, Self::Ineligible, Self::Unread];

    /// The standing that verdicts give.
    #[must_use]
    pub fn of(verdicts: &[RequirementVerdict]) -> Self {
        let required = || verdicts.iter().filter(|v| v.priority == Priority::Required);
        if verdicts.is_empty() {
            Self::Unread
        } else if required().any(RequirementVerdict::blocked_by_gate) {
            Self::Ineligible
        } else if required().any(|v| matches!(v.verdict, Label::Unmet | Label::Partial)) {
            Self::Stretch
        } else if required().any(|v| v.verdict == Label::Unknown) {
            Self::Unclear
        } else {
            Self::Eligible
        }
    }

    /// Its name in JSON and in tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Eligible => "eligible",
            Self::Unclear => "unclear",
            Self::Stretch => "stretch",
            Self::Ineligible => "ineligible",
            Self::Unread => "unread",
        }
    }
}
