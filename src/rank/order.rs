//! The order of rows: standing, then fit, then the lower bound, then title and source. Total and stable; gates are a bucket, never points.

use super::RankRow;
use std::cmp::Ordering;

/// Compares two rows of one profile, the better first.
#[must_use]
pub fn compare(a: &RankRow, b: &RankRow) -> Ordering {
    let descending = |a: Option<f64>, b: Option<f64>| b.unwrap_or(-1.0).total_cmp(&a.unwrap_or(-1.0));
    a.standing
        .cmp(&b.standing)
        .then_with(|| descending(a.fit, b.fit))
        .then_with(|| descending(a.fit_low, b.fit_low))
        .then_with(|| a.title.cmp(&b.title))
        .then_with(|| a.source.cmp(&b.source))
}

/// Sorts the rows of one profile and numbers them from 1.
pub fn order(rows: &mut [RankRow]) {
    rows.sort_by(compare);
    for (row, rank) in rows.iter_mut().zip(1..) {
        row.rank = rank;
    }
}
