//! A mention: what a kind found in a line, and where.

use super::Predicate;
use crate::{line::Line, logic::Expr};
use std::ops::Range;

/// A part of a line that a kind has read.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// The words it covers.
    pub words: Range<usize>,
    /// What they ask.
    pub needs: Expr<Predicate>,
    /// The name of the rule that read it, for `--explain`.
    pub rule: &'static str,
}

impl Mention {
    /// A mention of one predicate.
    #[must_use]
    pub fn of(rule: &'static str, words: Range<usize>, predicate: Predicate) -> Self {
        Self { words, needs: Expr::Atom(predicate), rule }
    }
}

/// Reads a line into mentions of one kind.
pub type Reader = fn(&Line<'_>, &mut Vec<Mention>);

/// Keeps the mentions that do not overlap: the longest first, then the kind that is registered first.
#[must_use]
pub fn without_overlaps(mut mentions: Vec<Mention>) -> Vec<Mention> {
    mentions.sort_by_key(|m| std::cmp::Reverse(m.words.len()));
    let mut kept: Vec<Mention> = Vec::new();
    for mention in mentions {
        if kept.iter().all(|k| k.words.end <= mention.words.start || mention.words.end <= k.words.start) {
            kept.push(mention);
        }
    }
    kept.sort_by_key(|m| m.words.start);
    kept
}
