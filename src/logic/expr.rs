//! Combinations of predicates: all, any, at least k.
//!
//! The shape is the JSON contract's: `{"all": […]}`, `{"any": […], "open": true, "class": "…"}`,
//! `{"at_least": 2, "of": […]}`, or the predicate itself.

use super::{
    Bounds, Needed, at_least,
    bounds::{all_of, any_of},
};
use serde::{Deserialize, Serialize};

/// A combination of predicates `P`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Expr<P> {
    /// Every one is needed.
    All {
        /// The parts.
        all: Vec<Expr<P>>,
    },
    /// One is enough.
    Any {
        /// The alternatives.
        any: Vec<Expr<P>>,
        /// The alternatives are examples of a class: another member of it is enough too.
        #[serde(default, skip_serializing_if = "is_false")]
        open: bool,
        /// The phrase that names the class.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        class: Option<String>,
    },
    /// `at_least` of the parts are needed, two or more.
    AtLeast {
        /// How many are needed.
        at_least: usize,
        /// The parts.
        of: Vec<Expr<P>>,
    },
    /// One predicate.
    Atom(P),
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
fn is_false(value: &bool) -> bool {
    !value
}

impl<P> Expr<P> {
    /// All of `parts`; a single part stands for itself.
    #[must_use]
    pub fn all(parts: Vec<Expr<P>>) -> Self {
        single_or(parts, |all| Expr::All { all })
    }

    /// Any of `parts`, a closed list; a single part stands for itself.
    #[must_use]
    pub fn any(parts: Vec<Expr<P>>) -> Self {
        single_or(parts, |any| Expr::Any { any, open: false, class: None })
    }

    /// The predicates, from left to right.
    pub fn atoms(&self) -> impl Iterator<Item = &P> {
        let mut stack = vec![self];
        std::iter::from_fn(move || {
            loop {
                match stack.pop()? {
                    Expr::Atom(atom) => return Some(atom),
                    Expr::All { all: parts } | Expr::Any { any: parts, .. } | Expr::AtLeast { of: parts, .. } => {
                        stack.extend(parts.iter().rev());
                    }
                }
            }
        })
    }
}

impl<P> Expr<P> {
    /// The coverage of the whole from that of each predicate; `None` is assumed. See [`at_least`].
    pub fn coverage(&self, of: &impl Fn(&P) -> Option<Bounds>) -> Option<Bounds> {
        match self {
            Self::Atom(atom) => of(atom),
            Self::All { all } => all_of(all.iter().map(|part| part.coverage(of))),
            Self::Any { any, .. } => any_of(any.iter().map(|part| part.coverage(of))),
            Self::AtLeast { at_least: k, of: parts } => {
                at_least(Needed::AtLeast(*k), &parts.iter().map(|part| part.coverage(of)).collect::<Vec<_>>())
            }
        }
    }
}

fn single_or<P>(mut parts: Vec<Expr<P>>, many: impl FnOnce(Vec<Expr<P>>) -> Expr<P>) -> Expr<P> {
    if parts.len() == 1
        && let Some(only) = parts.pop()
    {
        return only;
    }
    many(parts)
}
