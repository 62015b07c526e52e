//! A human language.

pub(in crate::kind) mod judge;
pub(crate) mod read;

pub use crate::value::LanguageLevel;
use serde::{Deserialize, Serialize};

/// A human language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Language {
    /// The phrase that names it.
    pub text: String,
    /// Its English name; none for "a foreign language".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// How well.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<LanguageLevel>,
}
