//! Something one knows or can do that can be checked.

pub(in crate::kind) mod judge;
pub(crate) mod read;

pub use crate::value::SkillLevel;
use serde::{Deserialize, Serialize};

/// Something one knows or can do that can be checked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Skill {
    /// The phrase that names it.
    pub text: String,
    /// How well.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<SkillLevel>,
    /// The id in the taxonomy, where it is known there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub concept: Option<String>,
}
