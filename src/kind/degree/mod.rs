//! A degree, or being on the way to one.

pub(in crate::kind) mod judge;
pub(crate) mod read;

pub use crate::value::DegreeLevel;
use serde::{Deserialize, Serialize};

/// A degree, or being on the way to one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Degree {
    /// The phrase that names it.
    pub text: String,
    /// The levels named, in the order of the text; empty for "a college degree".
    #[serde(default)]
    pub levels: Vec<DegreeLevel>,
    /// Whether it must be finished.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<DegreeStatus>,
    /// The fields of study named; one is enough.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<String>,
    /// A field related to those, or to the job, is enough.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub related_fields: bool,
    /// A higher level is enough too.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub or_higher: bool,
    /// An equivalent degree, or equivalent experience, is enough too.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub or_equivalent: bool,
}

/// How far along a degree must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DegreeStatus {
    /// Enrolled.
    Enrolled,
    /// Completed.
    Completed,
    /// Either.
    Either,
}
