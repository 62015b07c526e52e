//! What is shown: one view for all formats, one file a format.
//!
//! [`view`] holds what `quals rank` and `quals explain` have found, ready to be shown; [`table`], [`explain`], [`pretty`], [`reading`], [`coverage`], [`json`] and [`json_ld`] write it. Nothing is
//! decided here: a standing, a verdict or an order comes in as it is. All text of postings and profiles is made safe for a terminal on its way through;
//! in JSON it stands as it was read, escaped as JSON does.

mod column;
pub mod compare;
pub mod coverage;
pub mod csv;
pub mod explain;
pub mod gaps;
pub mod json;
pub mod json_ld;
pub mod kinds;
mod look;
pub mod markdown;
pub mod pretty;
pub mod reading;
pub mod table;
pub mod view;
mod words;
mod wrap;

pub use column::Column;
pub use look::Look;
pub use view::{Change, Explanation, Ranking, Reason, Row, Subject, Tally};
