//! An age.

pub(in crate::kind) mod judge;
pub(crate) mod read;

use serde::{Deserialize, Serialize};

/// An age.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Age {
    /// The phrase that names it.
    pub text: String,
    /// The least age in years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<u32>,
}
