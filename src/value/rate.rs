//! Hours and days of work a week: `40 hours per week`, `20-25 hrs/week`, `three days a week`, `37.5 hours weekly`.

use super::{
    numeral::{Range, quantity, range_of},
    pattern::{pattern, starts_free},
};
use crate::text::Span;
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// What is counted each week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PerWeek {
    /// Hours of work.
    Hours,
    /// Days of work.
    Days,
}

/// An amount of work each week.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rate {
    /// How many.
    pub count: Range,
    /// Of what.
    pub unit: PerWeek,
    /// The whole phrase.
    pub span: Span,
}

/// `up to 40 hours per week`, `35-hour week`, `21 hours/week`, `2 days weekly`.
static N_HOURS_A_WEEK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"{}\s?-?\s?(?P<unit>hours?|hrs?\.?|h|days?)(?:\s+of\s+work)?(?:\s+(?:per|a|each|every|in\s+a)\s+|\s*/\s*|\s*p\.?/|\s+|-)(?:work)?-?\s?(?:week|wk)(?:ly)?\b",
        quantity("")
    ))
});

/// Finds the weekly amounts of work in a text, left to right.
#[must_use]
pub fn find(text: &str) -> Vec<Rate> {
    let bytes = text.as_bytes();
    let is = |at: usize, word: &[u8]| bytes.get(at..at + word.len()).is_some_and(|b| b.eq_ignore_ascii_case(word));
    let weekly = |at: usize| is(at, b"week") || is(at, b"wk");
    if !memchr::memchr2_iter(b'w', b'W', bytes).any(weekly) {
        return Vec::new(); // no week
    }
    N_HOURS_A_WEEK.captures_iter(text).filter_map(|found| read(text, &found)).collect()
}

fn read(text: &str, found: &Captures) -> Option<Rate> {
    let span = Span::from(found.get(0)?.range());
    let unit = if found.name("unit")?.as_str().starts_with(['d', 'D']) { PerWeek::Days } else { PerWeek::Hours };
    let most = if unit == PerWeek::Days { 7.0 } else { 168.0 };
    let count = range_of(found)?;
    let possible = count.min.or(count.max).is_some_and(|n| n > 0.0 && n <= most);
    (possible && starts_free(text, found.name("low")?.start())).then_some(Rate { count, unit, span })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<(Option<f64>, Option<f64>, PerWeek)> {
        find(text).into_iter().map(|r| (r.count.min, r.count.max, r.unit)).collect()
    }

    #[test]
    fn hours_and_days_a_week() {
        for (text, min, max, unit) in [
            ("40 hours per week", Some(40.0), None, PerWeek::Hours),
            ("20-25 hrs/week", Some(20.0), Some(25.0), PerWeek::Hours),
            ("a 37.5 hour week", Some(37.5), None, PerWeek::Hours),
            ("21 hours/week (Tuesday-Thursday)", Some(21.0), None, PerWeek::Hours),
            ("up to 40 hours/week", None, Some(40.0), PerWeek::Hours),
            ("35 hours weekly", Some(35.0), None, PerWeek::Hours),
            ("three days a week", Some(3.0), None, PerWeek::Days),
            ("at least 2 days per week", Some(2.0), None, PerWeek::Days),
        ] {
            assert_eq!(all(text), [(min, max, unit)], "{text}");
        }
    }

    #[test]
    fn what_is_no_weekly_amount() {
        for text in ["40 hours", "24 hours a day", "7 days", "two weeks", "400 hours per week", "hours per week", "3 months a year"] {
            assert_eq!(all(text), [], "{text}");
        }
    }
}
