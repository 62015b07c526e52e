//! From verdicts to a ranked list: gates, standing, fit, order.
//!
//! A [`RankRow`] is one posting for one profile, as `quals rank --format ndjson` writes it; [`order`] sorts rows and numbers them. [`Filters`] choose
//! which rows are shown, [`Before`] holds what a row was before its profile changed.

mod change;
mod filter;
mod fit;
mod order;
mod row;
mod standing;

pub use change::{Before, Changed};
pub use filter::{Dropped, FilterName, Filters, LeastPay, Silence};
pub use fit::Fit;
pub use order::{SortKey, compare, order};
pub use row::{Counts, RANK_SCHEMA, RankRow};
pub use standing::Standing;
