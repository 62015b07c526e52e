//! Time spent in a role, a job, an industry or a setting.

pub(in crate::kind) mod judge;
pub(crate) mod read;

pub use crate::value::Setting;
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
