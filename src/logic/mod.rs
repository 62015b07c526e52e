//! Combinations of predicates, and truth that admits it does not know.

mod bounds;
mod expr;
mod verdict;

pub use bounds::{Bounds, Needed, Truth, at_least};
pub use expr::Expr;
pub use verdict::{Evidence, Label, Verdict};
