//! The order of rows: standing, then fit, then the lower bound, then title and source. Total and stable; gates are a bucket, never points.
//!
//! [`SortKey`] shows rows in another order; their ranks stay.

use super::{RankRow, filter::a_year};
use crate::posting::Posting;
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
        .then_with(|| a.profile.cmp(&b.profile))
}

/// What rows are shown by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SortKey {
    /// Their rank.
    #[default]
    Rank,
    /// The fit, the highest first.
    Fit,
    /// The lower bound of the fit, the highest first: what is certain.
    FitLow,
    /// The upper bound of the fit, the highest first: what is possible.
    FitHigh,
    /// The title, by the alphabet.
    Title,
    /// Who hires, by the alphabet.
    Company,
    /// The deadline, the next first.
    Deadline,
    /// The day it was published, the newest first.
    Posted,
    /// The pay a year, the highest first, whatever its currency.
    Salary,
    /// The file.
    Source,
}

impl SortKey {
    /// All keys with their names.
    pub const ALL: [(&'static str, Self); 10] = [
        ("rank", Self::Rank),
        ("fit", Self::Fit),
        ("fit_low", Self::FitLow),
        ("fit_high", Self::FitHigh),
        ("title", Self::Title),
        ("company", Self::Company),
        ("deadline", Self::Deadline),
        ("posted", Self::Posted),
        ("salary", Self::Salary),
        ("source", Self::Source),
    ];

    /// Compares two rows with their postings; what does not state the key comes last, and what is equal by it goes by rank.
    #[must_use]
    pub fn compare(self, a: (&RankRow, &Posting), b: (&RankRow, &Posting)) -> Ordering {
        let number = |x: Option<f64>, y: Option<f64>| y.unwrap_or(-1.0).total_cmp(&x.unwrap_or(-1.0));
        let folded = |text: &Option<String>| text.as_ref().map(|text| text.to_lowercase());
        let pay = |posting: &Posting| posting.salary.as_ref().and_then(|salary| a_year(salary, posting.weekly_hours));
        let by_key = match self {
            Self::Rank => Ordering::Equal,
            Self::Fit => number(a.0.fit, b.0.fit),
            Self::FitLow => number(a.0.fit_low, b.0.fit_low),
            Self::FitHigh => number(a.0.fit_high, b.0.fit_high),
            Self::Title => last(folded(&a.1.title), folded(&b.1.title), |x, y| x.cmp(y)),
            Self::Company => last(folded(&a.1.company), folded(&b.1.company), |x, y| x.cmp(y)),
            Self::Deadline => last(a.1.deadline, b.1.deadline, |x, y| x.last_day().cmp(&y.last_day())),
            Self::Posted => last(a.1.posted, b.1.posted, |x, y| y.last_day().cmp(&x.last_day())),
            Self::Salary => number(pay(a.1), pay(b.1)),
            Self::Source => a.0.source.cmp(&b.0.source),
        };
        by_key.then_with(|| compare(a.0, b.0))
    }
}

/// Compares what is stated; what is not comes last.
fn last<T>(a: Option<T>, b: Option<T>, compare: impl Fn(&T, &T) -> Ordering) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => compare(&a, &b),
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Greater,
        (Some(_), None) => Ordering::Less,
    }
}

/// Sorts the rows of one profile and numbers them from 1.
pub fn order(rows: &mut [RankRow]) {
    rows.sort_by(compare);
    for (row, rank) in rows.iter_mut().zip(1..) {
        row.rank = rank;
    }
}
