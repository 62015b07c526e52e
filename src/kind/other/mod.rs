//! A requirement that none of the kinds can say; kept, never dropped.

pub(in crate::kind) mod judge;

use serde::{Deserialize, Serialize};

/// A requirement that none of the kinds can say; kept, never dropped.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Other {
    /// The phrase that names it.
    pub text: String,
}
