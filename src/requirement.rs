//! A requirement: one sentence or list item that states something about the candidate.

pub use crate::priority::Priority;
use crate::{kind::Predicate, logic::Expr, text::Span};
use serde::{Deserialize, Serialize};

/// What a requirement needs: predicates, combined.
pub type Needs = Expr<Predicate>;

/// What decided the priority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The section that the sentence stands in.
    Section,
    /// The wording of the sentence itself.
    Wording,
}

/// A requirement with its quote.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Requirement {
    /// `r1`, `r2`, … in reading order.
    pub id: String,
    /// Required or preferred.
    pub priority: Priority,
    /// What decided that.
    pub basis: Basis,
    /// The heading above it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// The sentence, cut from the source: `source[span]`.
    pub quote: String,
    /// Where the quote stands in the source's text, in bytes.
    pub span: Span,
    /// The line of the quote's first character, counted from 1.
    pub line: usize,
    /// What it asks.
    pub needs: Needs,
}
