//! A human language.

pub(crate) mod read;
pub(in crate::kind) mod judge;

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

/// How well a language is mastered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LanguageLevel {
    /// Basic.
    Basic,
    /// Conversational.
    Conversational,
    /// Fluent.
    Fluent,
    /// Native.
    Native,
    /// A1.
    #[serde(rename = "A1")]
    A1,
    /// A2.
    #[serde(rename = "A2")]
    A2,
    /// B1.
    #[serde(rename = "B1")]
    B1,
    /// B2.
    #[serde(rename = "B2")]
    B2,
    /// C1.
    #[serde(rename = "C1")]
    C1,
    /// C2.
    #[serde(rename = "C2")]
    C2,
}
