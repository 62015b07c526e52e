//! From verdicts to a ranked list: gates, standing, fit, order.
//!
//! A [`RankRow`] is one posting for one profile, as `quals rank --format ndjson` writes it; [`order`] sorts rows and numbers them.

mod fit;
mod order;
mod row;
mod standing;

pub use fit::Fit;
pub use order::{compare, order};
pub use row::{Counts, RANK_SCHEMA, RankRow};
pub use standing::Standing;
