//! A security clearance.

pub(in crate::kind) mod judge;
pub(crate) mod read;

use serde::{Deserialize, Serialize};

/// A security clearance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Clearance {
    /// The phrase that names it.
    pub text: String,
    /// The level, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// Held already, or to be obtained.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<ClearanceStatus>,
}

/// How far along a clearance must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClearanceStatus {
    /// Active.
    Active,
    /// Obtainable.
    Obtainable,
}
