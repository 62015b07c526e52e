//! Quantities: a number, or a range of two, with the words that bound it.
//!
//! `at least three (3)` is three and upwards; `2–4` is from two to four; `up to 10` ends at ten. A bare `3` is a lower bound too:
//! who asks for three takes four. What is counted is left to the callers; [`duration`](super::duration) counts time.

use super::pattern::{ends_free, pattern, starts_free};
use crate::text::Span;
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// What a quantity admits, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Range {
    /// The least.
    pub min: Option<f64>,
    /// The most.
    pub max: Option<f64>,
}

impl Range {
    /// The same range in another unit, rounded to two decimals.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        let scale = |value: f64| (value * factor * 100.0).round() / 100.0;
        Self { min: self.min.map(scale), max: self.max.map(scale) }
    }
}

/// A quantity and where it stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Numeral {
    /// What it admits.
    pub range: Range,
    /// The whole phrase, its bounding words included.
    pub span: Span,
}

/// `3`, `3.5`, `1,000`, `1 1/2`, `three`, `a couple of`, `one and a half`.
const NUMBER: &str = r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?(?:\s1/2|½)?|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|sixteen|seventeen|eighteen|twenty|thirty|forty|fifty|sixty|(?:a\s)?couple(?:\sof)?|(?:a\s)?dozen)\b)(?:\sand\sa\shalf\b)?";

/// `at least`, `a minimum of`, `>=`: what follows is the least.
const AT_LEAST: &str = r"(?:\b(?:at\s+(?:the\s+)?least|(?:a\s+)?(?:bare\s+)?minimum(?:\s+of)?(?:\s+at\s+least)?:?|min\.?|no\s+less\s+than|not\s+less\s+than|no\s+fewer\s+than|more\s+than|over|greater\s+than|upwards\s+of|in\s+excess\s+of)|>=?|≥)";

/// `up to`, `no more than`, `<`: what follows is the most.
const UP_TO: &str = r"(?:\b(?:up\s+to|at\s+(?:the\s+)?most|(?:a\s+)?maximum(?:\s+of)?:?|max\.?|no\s+more\s+than|not\s+more\s+than|less\s+than|fewer\s+than)|<=?|≤)";

/// `5+`, `5 or more`, `5 plus`: the number before is the least.
const OR_MORE: &str =
    r"(?:\s?\+|\s+plus\b|,?\s+(?:or|and)\s+(?:more|greater|above|higher|over|up|upwards|longer|better)\b|\s+minimum\b|\s+min\b)";

/// The pattern of a quantity; its groups are read by [`range_of`]. `extra` are further words for a number.
pub(super) fn quantity(extra: &str) -> String {
    let number = format!(r"(?:{NUMBER}{extra})");
    let again = format!(r"(?:\s*\(\s*{number}(?:\s*(?:-|–|to)\s*{number})?\s*\+?\s*\))?");
    format!(
        r"(?:(?:(?P<least>{AT_LEAST})|(?P<most>{UP_TO})|\b(?:between|from|about|approximately|around|roughly)\b)\s*)?(?P<low>\b{number}){again}(?P<more>{OR_MORE})?(?:\s*(?:-|–|—|to|and|or)\s*(?P<high>{number}){again}(?P<more2>{OR_MORE})?)?"
    )
}

static QUANTITY: LazyLock<Regex> = LazyLock::new(|| pattern(&quantity("")));

/// Finds the quantities of a text, left to right.
#[must_use]
pub fn find(text: &str) -> Vec<Numeral> {
    QUANTITY
        .captures_iter(text)
        .filter_map(|found| {
            let span = Span::from(found.get(0)?.range());
            let free = starts_free(text, span.start) && starts_free(text, found.name("low")?.start()) && ends_free(text, span.end);
            free.then(|| range_of(&found).map(|range| Numeral { range, span })).flatten()
        })
        .collect()
}

/// The range that the groups of [`quantity`] say.
pub(super) fn range_of(found: &Captures) -> Option<Range> {
    let low = number(found.name("low")?.as_str())?;
    let has = |group: &str| found.name(group).is_some();
    let high = found.name("high").and_then(|m| number(m.as_str())).filter(|high| *high >= low);
    Some(match high {
        _ if has("most") => Range { min: None, max: Some(high.unwrap_or(low)) },
        Some(high) if !(has("least") || has("more") || has("more2")) => Range { min: Some(low), max: Some(high) },
        _ => Range { min: Some(low), max: None },
    })
}

/// Reads one number: `1,000`, `3.5`, `twelve`, `a couple of`, `one and a half`.
#[must_use]
pub fn number(text: &str) -> Option<f64> {
    let text = text.to_ascii_lowercase();
    let (text, half) = match text.strip_suffix("and a half").or_else(|| text.strip_suffix("1/2")).or_else(|| text.strip_suffix('½')) {
        Some(rest) => (rest.trim_end(), 0.5),
        None => (text.as_str(), 0.0),
    };
    let words = text.split_ascii_whitespace().collect::<Vec<_>>();
    let value = match words.as_slice() {
        ["half"] | ["half", "a" | "an"] => 0.5,
        ["a" | "an"] => 1.0,
        ["a", "couple", "of"] | ["couple", "of"] | ["a", "couple"] | ["couple"] => 2.0,
        ["a", "dozen"] | ["dozen"] => 12.0,
        [word] => word_value(word).map(f64::from).or_else(|| word.replace(',', "").parse().ok())?,
        _ => return None,
    };
    Some(value + half)
}

/// Reads a whole number that counts things: `3`, `three`, `eighteen`.
#[must_use]
pub fn count(word: &str) -> Option<usize> {
    word.parse().ok().or_else(|| word_value(word).map(usize::from))
}

fn word_value(word: &str) -> Option<u8> {
    const SMALL: [&str; 13] = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    const LARGE: [(&str, u8); 10] = [
        ("fourteen", 14),
        ("fifteen", 15),
        ("sixteen", 16),
        ("seventeen", 17),
        ("eighteen", 18),
        ("twenty", 20),
        ("thirty", 30),
        ("forty", 40),
        ("fifty", 50),
        ("sixty", 60),
    ];
    let small = SMALL.iter().zip(0u8..).find(|(name, _)| **name == word).map(|(_, value)| value);
    small.or_else(|| LARGE.iter().find(|(name, _)| *name == word).map(|(_, value)| *value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<(Option<f64>, Option<f64>, &str)> {
        find(text).into_iter().map(|n| (n.range.min, n.range.max, n.span.of(text))).collect()
    }

    #[test]
    fn lower_bounds() {
        for (text, min, phrase) in [
            ("3 projects", 3.0, "3"),
            ("three projects", 3.0, "three"),
            ("three (3) projects", 3.0, "three (3)"),
            ("3.5 points", 3.5, "3.5"),
            ("1,000 users", 1000.0, "1,000"),
            ("a couple of projects", 2.0, "a couple of"),
            ("a dozen", 12.0, "a dozen"),
            ("5+ projects", 5.0, "5+"),
            ("8 or more", 8.0, "8 or more"),
            ("at least two papers", 2.0, "at least two"),
            ("a minimum of 2 papers", 2.0, "a minimum of 2"),
            ("more than 4", 4.0, "more than 4"),
            ("over 10", 10.0, "over 10"),
            ("2–5+ projects", 2.0, "2–5+"),
            ("Minimum 2–3 projects", 2.0, "Minimum 2–3"),
            ("one and a half", 1.5, "one and a half"),
        ] {
            assert_eq!(all(text), [(Some(min), None, phrase)], "{text}");
        }
    }

    #[test]
    fn ranges() {
        for (text, phrase) in [
            ("two to four", "two to four"),
            ("2-4", "2-4"),
            ("between 2 and 4 jobs", "between 2 and 4"),
            ("two (2) to four (4) jobs", "two (2) to four (4)"),
            ("two to four (2-4) jobs", "two to four (2-4)"),
            ("2 or 4", "2 or 4"),
        ] {
            assert_eq!(all(text), [(Some(2.0), Some(4.0), phrase)], "{text}");
        }
        assert_eq!(all("up to 10 people"), [(None, Some(10.0), "up to 10")]);
    }

    #[test]
    fn what_is_no_quantity() {
        for text in ["a project", "an idea", "someone", "often", "v2.5", "24/7", "3D", "4th", "$300", "Web2", "nineteen"] {
            assert_eq!(all(text), [], "{text}");
        }
    }

    #[test]
    fn word_boundaries_hold_inside_text() {
        assert_eq!(all("someone attends").len(), 0);
        assert_eq!(all("networks often"), []);
    }
}
