//! Words for what the library says in values: a verdict, a kind, pay, a date.

use crate::{
    logic::Label,
    posting::{Employment, PayPeriod, Salary, Workplace},
};

/// The sign of a verdict.
pub(super) fn sign(label: Label) -> &'static str {
    match label {
        Label::Met => "✓",
        Label::Partial => "~",
        Label::Unmet => "✗",
        Label::Unknown => "?",
        Label::Assumed => "·",
    }
}

/// The word of a verdict.
pub(super) fn verdict(label: Label) -> &'static str {
    match label {
        Label::Met => "met",
        Label::Partial => "partly met",
        Label::Unmet => "not met",
        Label::Unknown => "unknown",
        Label::Assumed => "assumed",
    }
}

/// `full_time` as a person writes it.
pub(super) fn employment(employment: Employment) -> &'static str {
    match employment {
        Employment::Internship => "internship",
        Employment::FullTime => "full time",
        Employment::PartTime => "part time",
        Employment::Contract => "contract",
        Employment::Temporary => "temporary",
        Employment::Apprenticeship => "apprenticeship",
        Employment::Volunteer => "volunteer work",
    }
}

/// Where the work is done.
pub(super) fn workplace(workplace: Workplace) -> &'static str {
    match workplace {
        Workplace::Onsite => "on site",
        Workplace::Hybrid => "hybrid",
        Workplace::Remote => "remote",
    }
}

/// `USD 131,500–243,300 a year`.
pub(super) fn salary(salary: &Salary) -> String {
    let sum = match (salary.min, salary.max) {
        (Some(min), Some(max)) if min < max => format!("{}–{}", amount(min), amount(max)),
        (Some(min), None) => format!("from {}", amount(min)),
        (Some(sum), _) => amount(sum),
        (None, Some(max)) => format!("up to {}", amount(max)),
        (None, None) => return String::new(),
    };
    let period = match salary.period {
        Some(PayPeriod::Year) => " a year",
        Some(PayPeriod::Month) => " a month",
        Some(PayPeriod::Week) => " a week",
        Some(PayPeriod::Day) => " a day",
        Some(PayPeriod::Hour) => " an hour",
        None => "",
    };
    let currency = salary.currency.as_ref().map(|code| format!("{code} ")).unwrap_or_default();
    format!("{currency}{sum}{period}")
}

/// A sum with separators, and cents where there are some: `131,500`, `22.50`.
fn amount(sum: f64) -> String {
    let text = if sum.fract() == 0.0 { format!("{sum:.0}") } else { format!("{sum:.2}") };
    let (whole, cents) = text.split_once('.').map_or((text.as_str(), None), |(whole, cents)| (whole, Some(cents)));
    let mut out = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    cents.map_or(out.clone(), |cents| format!("{out}.{cents}"))
}

/// `1 posting`, `2 postings`.
pub(super) fn count(number: usize, one: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {one}{plural}")
}

/// A number without needless decimals: `40`, `37.5`, `3.25`.
pub(super) fn number(value: f64) -> String {
    format!("{value:.2}").trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pay_reads_as_written_by_a_person() {
        let pay = |min, max, period| salary(&Salary { min, max, currency: Some("USD".to_owned()), period });
        assert_eq!(pay(Some(131_500.0), Some(243_300.0), Some(PayPeriod::Year)), "USD 131,500–243,300 a year");
        assert_eq!(pay(Some(22.5), None, Some(PayPeriod::Hour)), "USD from 22.50 an hour");
        assert_eq!(pay(Some(900.0), Some(900.0), None), "USD 900");
    }

    #[test]
    fn counts_and_numbers() {
        assert_eq!(count(1, "posting"), "1 posting");
        assert_eq!(count(0, "posting"), "0 postings");
        assert_eq!([number(37.5), number(40.0), number(3.25)], ["37.5", "40", "3.25"]);
    }
}
