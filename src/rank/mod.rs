//! From verdicts to a ranked list: gates, standing, fit, order.
//!
//! A [`RankRow`] is one posting for one profile, as `quals rank --format ndjson` writes it; [`order`] sorts rows and numbers them. [`Filters`] choose
//! which rows are shown, a [`SortKey`] in which order; [`Before`] holds what a row was before its profile changed.
//!
//! Over many postings, [`questions`] are what a profile leaves open, and [`gaps`] what it lacks, each with what it would change.

mod change;
mod filter;
mod fit;
mod gap;
mod order;
mod outlook;
mod question;
mod row;
mod standing;

pub use change::{Before, Changed};
pub use filter::{Dropped, FilterName, Filters, LeastPay, Silence};
pub use fit::Fit;
pub use gap::{Gap, Near, gaps, near};
pub use order::{SortKey, compare, order};
pub use outlook::{Outlook, PostingName};
pub use question::{Answers, Form, NoAnswer, Opening, Question, answer, openings, questions};
pub use row::{Counts, RANK_SCHEMA, RankRow};
pub use standing::Standing;
