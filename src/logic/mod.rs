//! Combinations of predicates, and truth that admits it does not know.

mod expr;

pub use expr::Expr;
