//! Where the candidate must be or be willing to go.

pub(in crate::kind) mod judge;
pub(crate) mod read;

use crate::posting::Workplace;
use serde::{Deserialize, Serialize};

/// Where the candidate must be or be willing to go.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Location {
    /// The phrase that names it.
    pub text: String,
    /// Places; one is enough.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
    /// Ways of work; one is enough.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub modes: Vec<Workplace>,
    /// Willing to relocate.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub relocation: bool,
}
