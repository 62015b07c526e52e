//! Facts as fields state them: a word of a list, a date in ISO form or in seconds, a sum.
//!
//! `"FULL_TIME"`, `"Intern"`, `1763683200`, `"85,000"` in; [`Employment`], a date, a number out. What is no such thing is no fact.

use crate::posting::{Employment, PayPeriod, Workplace};
use crate::text::repair;
use crate::value::PartialDate;
use jiff::{Timestamp, tz::TimeZone};
use serde_json::Value;

/// The longest text that is a fact, in bytes; what is longer is a text.
const LONGEST: usize = 300;

/// A text in one line, or the name of an object; none where there is nothing in it.
pub(super) fn fact(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text,
        Value::Object(map) => ["name", "label", "descriptor"].iter().find_map(|key| map.get(*key)?.as_str())?,
        _ => return None,
    };
    line(text)
}

/// A text in one line; none where there is nothing in it.
pub(super) fn line(text: &str) -> Option<String> {
    let text = repair(text).unwrap_or_else(|| text.to_owned());
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = words.join(" ");
    let is_none = matches!(line.to_ascii_lowercase().as_str(), "" | "nan" | "null" | "none" | "n/a" | "-");
    (!is_none && line.len() <= LONGEST).then_some(line)
}

/// A number, or a text that is one.
pub(super) fn amount(value: &Value) -> Option<f64> {
    let number = match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.trim().replace([',', ' ', '\u{a0}'], "").parse().ok(),
        _ => None,
    };
    number.filter(|number: &f64| number.is_finite() && *number > 0.0)
}

/// `2026-11-21`, `2026-11-21T08:00:00Z`, or seconds or milliseconds since 1970.
pub(super) fn day(value: &Value) -> Option<PartialDate> {
    match value {
        Value::String(text) => {
            let text = text.trim();
            let date = text.split(['T', ' ']).next().unwrap_or_default();
            date.parse().ok().filter(|date: &PartialDate| date.month.is_some())
        }
        Value::Number(number) => {
            let number = number.as_i64().filter(|number| *number > 0)?;
            let seconds = if number > 100_000_000_000 { number / 1_000 } else { number };
            let date = Timestamp::from_second(seconds).ok()?.to_zoned(TimeZone::UTC).date();
            (date.year() >= 1990).then(|| PartialDate::day(date))
        }
        _ => None,
    }
}

/// `FULL_TIME`, `Full-time`, `fulltime`, `Intern`, `CONTRACTOR`.
pub(super) fn employment(words: &str) -> Option<Employment> {
    let key: String = words.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let has = |word: &str| key.contains(word);
    Some(match key.as_str() {
        _ if has("intern") && !has("international") && !has("internal") || has("coop") || has("placement") => Employment::Internship,
        _ if has("apprentice") => Employment::Apprenticeship,
        _ if has("volunteer") => Employment::Volunteer,
        _ if has("fulltime") => Employment::FullTime,
        _ if has("parttime") => Employment::PartTime,
        _ if has("contract") => Employment::Contract,
        _ if has("temp") || has("seasonal") || has("fixedterm") => Employment::Temporary,
        _ => return None,
    })
}

/// `Remote`, `on-site`, `Hybrid`, `TELECOMMUTE`.
pub(super) fn workplace(words: &str) -> Option<Workplace> {
    let key: String = words.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    Some(match key.as_str() {
        "remote" | "fullyremote" | "telecommute" => Workplace::Remote,
        "onsite" | "inperson" | "inoffice" => Workplace::Onsite,
        "hybrid" | "hybridremote" => Workplace::Hybrid,
        _ => return None,
    })
}

/// That the work is done elsewhere, said as true; false says nothing, since it stands in every row.
pub(super) fn remote(value: &Value) -> Option<Workplace> {
    let is_true = match value {
        Value::Bool(is_true) => *is_true,
        Value::String(text) => text.eq_ignore_ascii_case("true") || text.eq_ignore_ascii_case("yes"),
        _ => false,
    };
    is_true.then_some(Workplace::Remote)
}

/// `YEAR`, `yearly`, `1 YEAR`, `per-year-salary`, `HOUR`.
pub(super) fn period(words: &str) -> Option<PayPeriod> {
    let words = words.to_ascii_lowercase();
    let names = [
        ("year", PayPeriod::Year),
        ("annual", PayPeriod::Year),
        ("annum", PayPeriod::Year),
        ("month", PayPeriod::Month),
        ("week", PayPeriod::Week),
        ("day", PayPeriod::Day),
        ("daily", PayPeriod::Day),
        ("hour", PayPeriod::Hour),
    ];
    names.into_iter().find(|(name, _)| words.contains(name)).map(|(_, period)| period)
}

/// Whether a text has the form of a code of ISO 4217.
pub(super) fn is_currency(code: &str) -> bool {
    code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}
