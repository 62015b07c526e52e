//! When the candidate graduates.

pub(in crate::kind) mod judge;
pub(crate) mod read;

use crate::value::PartialDate;
use serde::{Deserialize, Serialize};

/// When the candidate graduates.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Graduation {
    /// The phrase that names it.
    pub text: String,
    /// Not before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earliest: Option<PartialDate>,
    /// Not after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latest: Option<PartialDate>,
}
