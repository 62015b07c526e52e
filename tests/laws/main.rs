//! The laws of matching, as properties: of the logic on random trees, of verdicts, standing, fit and order on random profiles.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

mod contract;
mod given;
mod logic;
mod matching;

/// How many cases each law is tried on.
const CASES: u32 = 10_000;
