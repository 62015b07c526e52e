//! Dates of a profile: `"2027"`, `"2027-05"`, `"2027-05-31"`, a date of TOML, and for the end of a job `"present"`.

use super::{nearest::nearest, reader::Reader, table::Want, values::Spot};
use crate::{diagnostic::quoted, value::PartialDate};
use std::ops::RangeInclusive;
use toml::de::DeValue;

/// How dates are written.
pub(super) const DATES: &str = "`\"2027\"`, `\"2027-05\"` or `\"2027-05-31\"`";

/// The years that a date of a life can have.
const YEARS: RangeInclusive<i16> = 1900..=2200;

impl Reader<'_> {
    /// Whether a date is given as `present`.
    pub(super) fn is_present(&self, spot: &Spot<'_>) -> bool {
        spot.value.get_ref().as_str() == Some("present")
    }

    /// A date, as a string or as a date of TOML.
    pub(super) fn date(&mut self, spot: &Spot<'_>) -> Option<PartialDate> {
        let text = match spot.value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Datetime(date) if date.date.is_some() && date.time.is_none() => date.to_string(),
            DeValue::Integer(year) if year.radix() == 10 => year.as_str().to_owned(),
            _ => return self.wrong_type(spot),
        };
        match text.trim().parse::<PartialDate>() {
            Ok(date) if YEARS.contains(&date.year) => Some(date),
            Ok(date) => self.not_a_date(spot, format!("the year `{:04}` is not of our time", date.year), ""),
            Err(_) if looks_like_a_date(&text) => self.not_a_date(spot, format!("{} is not in the calendar", quoted(&text)), &text),
            Err(_) => self.not_a_date(spot, format!("{} is not a date", quoted(&text)), &text),
        }
    }

    fn not_a_date(&mut self, spot: &Spot<'_>, message: String, text: &str) -> Option<PartialDate> {
        let may_go_on = spot.key.want == Want::DateOrPresent;
        let help = match (nearest(text, &["present"]), may_go_on) {
            (Some(_), true) => "write `end = \"present\"` for a job that goes on".to_owned(),
            (Some(_), false) => "only the `end` of `[[work]]` can be `present`; give the expected date, or leave it out".to_owned(),
            _ if looks_like_a_date(text) => "mend the month or the day".to_owned(),
            (None, true) => format!("write {DATES}, for a job that goes on `\"present\"`"),
            (None, false) => format!("write {DATES}"),
        };
        self.error(spot.span(), |_| (message, help));
        None
    }
}

/// Whether it was meant to be a date, so that a number in it must be wrong.
fn looks_like_a_date(text: &str) -> bool {
    text.len() >= 6 && text.contains('-') && text.bytes().all(|b| b.is_ascii_digit() || b == b'-')
}
