//! A disposition or social skill that only its owner can vouch for.

pub(in crate::kind) mod judge;
pub(crate) mod read;
pub(crate) mod task;

use serde::{Deserialize, Serialize};

/// A disposition or social skill that only its owner can vouch for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Trait {
    /// The phrase that names it.
    pub text: String,
    /// The id in the taxonomy, where it is known there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub concept: Option<String>,
}
