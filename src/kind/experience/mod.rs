//! Time spent in a role, a job, an industry or a setting.

pub(crate) mod read;
pub(in crate::kind) mod judge;

use serde::{Deserialize, Serialize};

/// Time spent in a role, a job, an industry or a setting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Experience {
    /// The phrase that names it.
    pub text: String,
    /// The least time, in months.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_months: Option<u32>,
    /// The most time, in months; never a reason to reject.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_months: Option<u32>,
    /// What the time was spent on; one is enough.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<String>,
    /// Where it was spent; one is enough.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub settings: Vec<Setting>,
}

/// Where time was spent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Setting {
    /// Industry.
    Industry,
    /// Academic.
    Academic,
    /// Internship.
    Internship,
    /// Military.
    Military,
    /// Government.
    Government,
    /// Volunteer.
    Volunteer,
}
