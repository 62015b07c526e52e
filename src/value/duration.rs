//! Lengths of time: `at least 5+ years` is 60 months or more, `18-24 months` from 18 to 24, `12 weeks` 2.77.
//!
//! A week is 12/52 of a month; a day is a fifth of a week and an hour a fortieth, as people count work. Ages (`18 years old`)
//! and rates (`40 hours per week`) are no durations; [`rate`](super::rate) reads the latter.

use super::{
    numeral::{Range, quantity, range_of},
    pattern::{pattern, starts_free},
};
use crate::text::Span;
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Twelve months.
    Years,
    /// Months.
    Months,
    /// 12/52 of a month.
    Weeks,
    /// A fifth of a week.
    Days,
    /// A fortieth of a week.
    Hours,
}

impl Unit {
    fn months(self) -> f64 {
        match self {
            Self::Years => 12.0,
            Self::Months => 1.0,
            Self::Weeks => 12.0 / 52.0,
            Self::Days => 12.0 / 52.0 / 5.0,
            Self::Hours => 12.0 / 52.0 / 40.0,
        }
    }

    fn named(text: &str) -> Option<Self> {
        let first = text.bytes().next()?.to_ascii_lowercase();
        Some(match first {
            b'y' => Self::Years,
            b'm' => Self::Months,
            b'w' => Self::Weeks,
            b'd' => Self::Days,
            b'h' => Self::Hours,
            _ => return None,
        })
    }
}

/// A length of time and where it stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Duration {
    /// What it admits, in months.
    pub months: Range,
    /// The unit it is written in.
    pub unit: Unit,
    /// The whole phrase, with `at least` and `or more`.
    pub span: Span,
}

/// `5+ years`, `at least six (6) months`, `half a year`, `two-year`, `6 months or longer`, `1 year to 3 years`.
static N_YEARS: LazyLock<Regex> = LazyLock::new(|| {
    let unit = r"(?:years?|yrs?\b\.?|months?|mon?ths?|mos?\b\.?|weeks?|wks?\b\.?|days?|hours?|hrs?\b\.?)";
    pattern(&format!(
        r"\[?{}\]?(?P<gap>\s?-\s?|\s*|\s*\((?:s|es)\)\s*|\s+(?:full|calendar|consecutive|continuous|whole)\s+)(?P<unit>{unit})(?:\(s\))?(?:'s\b|')?(?P<tail>\s+(?:or|and)\s+(?:more|longer|greater|above|over|beyond|less|under|fewer)\b|\s?\+|\s+(?:minimum|min|plus|maximum|max)\b|\s+at\s+(?:least|most)\b)?",
        quantity(r"|half(?:\san?)?\b|an?\b")
    ))
});

/// Finds the lengths of time in a text, left to right.
#[must_use]
pub fn find(text: &str) -> Vec<Duration> {
    if !has_unit(text) {
        return Vec::new();
    }
    N_YEARS.captures_iter(text).filter_map(|found| read(text, &found)).collect()
}

/// A quick look: whether a word for a unit begins somewhere in a text, behind anything but a letter.
fn has_unit(text: &str) -> bool {
    let bytes = text.as_bytes();
    let begins = |rest: &[u8], word: &str| rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()));
    let unit = |rest: &[u8]| {
        let words: &[&str] = match rest.first().map(u8::to_ascii_lowercase) {
            Some(b'y') => &["year", "yr"],
            Some(b'm') => &["mo"],
            Some(b'w') => &["week", "wk"],
            Some(b'd') => &["day"],
            Some(b'h') => &["hour", "hr"],
            _ => return false,
        };
        words.iter().any(|word| begins(rest, word))
    };
    let mut inside = false;
    bytes.iter().enumerate().any(|(at, byte)| {
        let begins_word = !std::mem::replace(&mut inside, byte.is_ascii_alphabetic());
        begins_word && inside && bytes.get(at..).is_some_and(unit)
    })
}

fn read(text: &str, found: &Captures) -> Option<Duration> {
    let whole = found.get(0)?;
    let word = found.name("unit")?;
    let unit = Unit::named(word.as_str())?;
    let low = found.name("low")?;
    let behind = text.get(word.end()..).unwrap_or_default();
    let rest = text.get(whole.end()..).unwrap_or_default();
    let article = matches!(low.as_str(), "a" | "an" | "A" | "An");
    let free = starts_free(text, low.start()) && starts_free(text, whole.start()) && !rest.starts_with(|c: char| c.is_alphanumeric());
    if !free || is_rate(unit, behind) || is_age(behind) || (article && !article_counts(found, behind)) {
        return None;
    }
    let mut range = range_of(found)?;
    if unit == Unit::Years && range.min.or(range.max).is_some_and(|n| n > 60.0) {
        return None; // 2021 years, 100 years of tradition
    }
    let tail = found.name("tail").map(|m| m.as_str().to_ascii_lowercase()).unwrap_or_default();
    if ["less", "under", "fewer", "max", "most"].iter().any(|word| tail.contains(word)) {
        range = Range { min: None, max: range.max.or(range.min) };
    } else if !tail.is_empty() {
        range.max = None;
    }
    Some(Duration { months: range.times(unit.months()), unit, span: Span::new(whole.start(), whole.end()) })
}

/// `40 hours per week` and `5 days a week` say how often, not how long.
fn is_rate(unit: Unit, behind: &str) -> bool {
    let behind = behind.trim_start_matches([' ', '-', '\u{a0}']).to_ascii_lowercase();
    matches!(unit, Unit::Hours | Unit::Days | Unit::Weeks)
        && ["per ", "a ", "an ", "each ", "every ", "/", "weekly", "week"].iter().any(|word| behind.starts_with(word))
}

/// `18 years of age`, `21 years old`.
fn is_age(behind: &str) -> bool {
    let behind = behind.trim_start_matches([' ', '-', '+', '\u{a0}']).to_ascii_lowercase();
    ["old", "of age", "or older", "and older"].iter().any(|word| behind.starts_with(word))
}

/// Whether the article of `a year` counts: `at least a year`, `a year's experience`, `a year of sales`, but not `twice a year`.
fn article_counts(found: &Captures, behind: &str) -> bool {
    let bounded = found.name("least").is_some() || found.name("most").is_some() || found.name("tail").is_some();
    let spaced = found.name("gap").is_some_and(|gap| gap.as_str() == " ");
    let singular = found.name("unit").is_some_and(|unit| !unit.as_str().ends_with(['s', 'S']));
    spaced && singular && (bounded || ["'s ", " of "].iter().any(|next| behind.starts_with(next)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<(Option<f64>, Option<f64>, &str)> {
        find(text).into_iter().map(|d| (d.months.min, d.months.max, d.span.of(text))).collect()
    }

    #[test]
    fn at_least_so_long() {
        for (text, min, phrase) in [
            ("5+ years of industry", 60.0, "5+ years"),
            ("At least one year of work", 12.0, "At least one year"),
            ("at least six months", 6.0, "at least six months"),
            ("at least a year's experience", 12.0, "at least a year's"),
            ("a year's experience", 12.0, "a year's"),
            ("a year of experience", 12.0, "a year"),
            ("half a year of it", 6.0, "half a year"),
            ("1.5 years", 18.0, "1.5 years"),
            ("one and a half years", 18.0, "one and a half years"),
            ("12 weeks", 2.77, "12 weeks"),
            ("three (3) years progressively", 36.0, "three (3) years"),
            ("a two-year program", 24.0, "two-year"),
            ("Minimum 2–3 years", 24.0, "Minimum 2–3 years"),
            ("a minimum of 3 years relevant", 36.0, "a minimum of 3 years"),
            ("6 months minimum is preferred", 6.0, "6 months minimum"),
            ("2 years or more", 24.0, "2 years or more"),
            ("3 yrs. in sales", 36.0, "3 yrs."),
            ("10+yrs", 120.0, "10+yrs"),
            ("2 year(s) experience", 24.0, "2 year(s)"),
            ("5 or more years", 60.0, "5 or more years"),
            ("a couple of years", 24.0, "a couple of years"),
            ("2-5+ years", 24.0, "2-5+ years"),
            ("1 month", 1.0, "1 month"),
        ] {
            assert_eq!(all(text), [(Some(min), None, phrase)], "{text}");
        }
    }

    #[test]
    fn from_so_long_to_so_long() {
        for (text, min, max, phrase) in [
            ("1–3 years of", 12.0, 36.0, "1–3 years"),
            ("0-2 years' experience", 0.0, 24.0, "0-2 years'"),
            ("5-7 years work", 60.0, 84.0, "5-7 years"),
            ("18-24 months", 18.0, 24.0, "18-24 months"),
            ("one to two years", 12.0, 24.0, "one to two years"),
            ("between two (2) and four (4) years", 24.0, 48.0, "between two (2) and four (4) years"),
            ("2 to 4-year stays", 24.0, 48.0, "2 to 4-year"),
        ] {
            assert_eq!(all(text), [(Some(min), Some(max), phrase)], "{text}");
        }
        assert_eq!(all("up to 6 months"), [(None, Some(6.0), "up to 6 months")]);
        assert_eq!(all("2 years or less"), [(None, Some(24.0), "2 years or less")]);
    }

    #[test]
    fn what_is_no_length_of_time() {
        for text in [
            "at least 18 years old", "18 years of age or older", "40 hours per week", "5 days a week", "20-25 hours/week", "twice a year",
            "$50,000 a year", "24/7 days", "second year students", "year 2", "in 2021 years passed", "someone years ago", "monthly",
            "4 monthsary", "2 moons",
        ] {
            assert_eq!(all(text), [], "{text}");
        }
    }
}
