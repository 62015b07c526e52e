//! Reading profiles: the samples, every mistake, and what holds for any text.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod mistakes;
mod properties;
mod samples;
mod schema;
