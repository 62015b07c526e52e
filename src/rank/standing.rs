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
        Self::from_parts(verdicts.iter().map(|v| (v.priority, v.verdict, v.priority == Priority::Required && v.blocked_by_gate())))
    }

    /// The standing that requirements give: of each its priority, its verdict, and whether a gate blocks it. The gravest decides.
    pub(super) fn from_parts(requirements: impl Iterator<Item = (Priority, Label, bool)>) -> Self {
        let of_one = |(priority, label, blocked): (Priority, Label, bool)| match label {
            _ if priority != Priority::Required => Self::Eligible,
            _ if blocked => Self::Ineligible,
            Label::Unmet | Label::Partial => Self::Stretch,
            Label::Unknown => Self::Unclear,
            Label::Met | Label::Assumed => Self::Eligible,
        };
        requirements.map(of_one).max().unwrap_or(Self::Unread)
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
