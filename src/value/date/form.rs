//! The forms in which people write dates, as patterns, and the pieces that they share: months, weekdays, years.

use crate::value::pattern::pattern;
use regex::Regex;
use std::sync::LazyLock;

/// The name of a month, full or cut.
pub(super) const MONTH: &str = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?";

/// The name of a weekday, full or cut.
const WEEKDAY: &str = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?";

/// What joins the two ends of a range, or two alternatives.
pub(super) const JOINER: &str = r"\s*(?:/|-|–|—|&|\bto\b|\bor\b|\band\b|\bthrough\b|\buntil\b|\bthru\b)\s*";

/// A year of four digits, or of two behind an apostrophe.
pub(super) const YEAR: &str = r"(?:(?:19|20)\d\d|'\d\d)";

/// `2025-11-21`, `2025/11/21`.
pub(super) static ISO_DAY: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})"));

/// `11/21/2025`, `16.11.2025`, `04-11-14`.
pub(super) static NUMBERS_DAY: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?P<first>\d{1,2})(?P<sep>[/.-])(?P<second>\d{1,2})[/.-](?P<year>(?:19|20)\d\d|\d\d)"));

/// `November 16, 2025`, `Sunday, Nov. 16th`, `MAY 9 2024`.
pub(super) static MONTH_DAY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?:\b(?P<weekday>{WEEKDAY})\b\.?,?\s+(?:the\s+)?)?\b(?P<month>{MONTH})\s*(?P<day>\d{{1,2}})\b(?:st\b|nd\b|rd\b|th\b)?(?:\s*,?\s*(?P<year>{YEAR}))?"
    ))
});

/// `16 Nov 2025`, `Sunday, 16th of November`, `16-Nov-2025`.
pub(super) static DAY_MONTH: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?:\b(?P<weekday>{WEEKDAY})\b\.?,?\s+(?:the\s+)?)?\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<month>{MONTH})(?:[\s,-]*(?P<year>{YEAR}))?"
    ))
});

/// `December 2025`, `Dec '25`, `December of 2021`, `May/June 2026`, `May - August 2020`.
pub(super) static MONTH_YEAR: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?:\b(?P<earlier>{MONTH}){JOINER})?\b(?P<month>{MONTH})(?:\s+of)?[\s,-]*(?P<year>{YEAR})")));

/// `05/2026`.
pub(super) static NUMBERS_MONTH: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(?P<month>0?[1-9]|1[0-2])\s?/\s?(?P<year>20\d\d)"));

/// `2027`.
pub(super) static ONLY_YEAR: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(?P<year>19[5-9]\d|20\d\d)\b"));

/// The number of a month: `Sept.` is 9.
pub(super) fn month_number(name: &str) -> Option<i8> {
    const FIRST_THREE: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let head = name.get(..3)?.to_ascii_lowercase();
    FIRST_THREE.iter().zip(1..).find(|(month, _)| **month == head).map(|(_, number)| number)
}

/// The weekday of a name: `Thurs` is a Thursday.
pub(super) fn weekday(name: &str) -> Option<jiff::civil::Weekday> {
    use jiff::civil::Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
    Some(match name.get(..3)?.to_ascii_lowercase().as_str() {
        "mon" => Monday,
        "tue" => Tuesday,
        "wed" => Wednesday,
        "thu" => Thursday,
        "fri" => Friday,
        "sat" => Saturday,
        "sun" => Sunday,
        _ => return None,
    })
}

/// The year of `2025`, `'25` or `25`.
pub(super) fn year_number(text: &str) -> Option<i16> {
    let digits = text.trim_start_matches('\'');
    let value: i16 = digits.parse().ok()?;
    match digits.len() {
        2 if value < 70 => Some(2000 + value),
        2 => Some(1900 + value),
        4 => Some(value),
        _ => None,
    }
}
