//! Something one knows or can do that can be checked.

pub(crate) mod read;
pub(in crate::kind) mod judge;

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

/// How well a skill is mastered, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SkillLevel {
    /// Familiar.
    Familiar,
    /// Working.
    Working,
    /// Proficient.
    Proficient,
    /// Expert.
    Expert,
}
