//! Where the candidate stands as a student.

pub(in crate::kind) mod judge;
pub(crate) mod read;

pub use crate::value::StudyYear;
use serde::{Deserialize, Serialize};

/// Where the candidate stands as a student.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StudentStatus {
    /// The phrase that names it.
    pub text: String,
    /// What must hold.
    pub condition: StudentCondition,
    /// The years of study accepted; empty for any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub years: Vec<StudyYear>,
}

/// A standing as a student.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StudentCondition {
    /// Enrolled.
    Enrolled,
    /// Returning.
    Returning,
    /// Final requirement.
    FinalRequirement,
    /// Recent graduate.
    RecentGraduate,
}
