//! A grade point average, or a mark on another scale.

pub(in crate::kind) mod judge;
pub(crate) mod read;

use serde::{Deserialize, Serialize};

/// A grade point average, or a mark on another scale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Gpa {
    /// The phrase that names it.
    pub text: String,
    /// The least grade, in points of `scale`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<f64>,
    /// The best grade of the scale, where stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<f64>,
}
