//! Dates as people give them: a year, a month, or a day; and the terms of a year.
//!
//! [`find`] reads them in running text (`Sunday, 16th November`), [`terms`] reads `winter academic term 2023`.

mod find;
mod form;
mod term;

pub use find::{DateMention, find};
pub use term::{Season, Term, seasons, terms};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::{fmt, str::FromStr};

/// A date that may lack its day, or its month too. Written `2027`, `2027-05`, `2027-05-31`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartialDate {
    /// The year, four digits.
    pub year: i16,
    /// 1 to 12.
    pub month: Option<i8>,
    /// 1 to 31; only with a month.
    pub day: Option<i8>,
}

impl PartialDate {
    /// A year alone.
    #[must_use]
    pub fn year(year: i16) -> Self {
        Self { year, month: None, day: None }
    }

    /// A month of a year.
    #[must_use]
    pub fn month(year: i16, month: i8) -> Self {
        Self { year, month: Some(month), day: None }
    }

    /// A day.
    #[must_use]
    pub fn day(date: jiff::civil::Date) -> Self {
        Self { year: date.year(), month: Some(date.month()), day: Some(date.day()) }
    }

    /// The first day that the date can mean.
    #[must_use]
    pub fn first_day(self) -> jiff::civil::Date {
        let month = self.month.unwrap_or(1);
        jiff::civil::Date::new(self.year, month, self.day.unwrap_or(1)).unwrap_or(jiff::civil::Date::MIN)
    }

    /// The last day that the date can mean.
    #[must_use]
    pub fn last_day(self) -> jiff::civil::Date {
        match self.day {
            Some(_) => self.first_day(),
            None => jiff::civil::Date::new(self.year, self.month.unwrap_or(12), 1)
                .map_or(jiff::civil::Date::MAX, jiff::civil::Date::last_of_month),
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// What is wrong with a text that should be a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a date of the form `2027`, `2027-05` or `2027-05-31`")]
pub struct NotADate;

impl FromStr for PartialDate {
    type Err = NotADate;

    /// Reads `2027`, `2027-05` or `2027-05-31`.
    ///
    /// # Errors
    /// [`NotADate`] for another shape or a day that the calendar does not have.
    fn from_str(text: &str) -> Result<Self, NotADate> {
        let parts: Vec<&str> = text.split('-').collect();
        let digits =
            |part: &str, len: usize| if part.len() == len && part.bytes().all(|b| b.is_ascii_digit()) { part.parse().ok() } else { None };
        let (year, month, day) = match parts.as_slice() {
            [y] => (digits(y, 4), None, None),
            [y, m] => (digits(y, 4), Some(digits(m, 2)), None),
            [y, m, d] => (digits(y, 4), Some(digits(m, 2)), Some(digits(d, 2))),
            _ => return Err(NotADate),
        };
        let year: i16 = year.ok_or(NotADate)?;
        let month: Option<i16> = month.map(|m| m.ok_or(NotADate)).transpose()?;
        let day: Option<i16> = day.map(|d| d.ok_or(NotADate)).transpose()?;
        let small = |value: Option<i16>| value.map(|v| i8::try_from(v).map_err(|_| NotADate)).transpose();
        let date = Self { year, month: small(month)?, day: small(day)? };
        jiff::civil::Date::new(year, date.month.unwrap_or(1), date.day.unwrap_or(1)).map_err(|_| NotADate)?;
        Ok(date)
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}
