//! Finds dates in running text: `November 16, 2025`, `Sunday, 16th November`, `16.11.2025`, `Dec 2024-June 2026`, `Spring 2027`.
//!
//! A day without a year takes it from a reference date: the nearest year that fits its weekday, the future rather than the past.
//! `11/12/2025` is read as the United States do, unless a number over 12 says otherwise; with dots the day comes first.

use super::{PartialDate, Season, form, term};
use crate::text::Span;
use jiff::civil::{Date, Weekday};
use regex::{Captures, Regex};

/// A date and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateMention {
    /// The date; of a season, its year.
    pub date: PartialDate,
    /// The season that the text names instead of a month.
    pub season: Option<Season>,
    /// The phrase; `May/June 2026` is two mentions with the same one.
    pub span: Span,
}

/// Reads what a form has matched; `None` where the calendar has no such day.
type Reading = fn(&Captures, Date) -> Option<Vec<PartialDate>>;

/// Finds the dates of a text, left to right. `as_of` gives a year to a day without one.
#[must_use]
pub fn find(text: &str, as_of: Date) -> Vec<DateMention> {
    let mut found = Vec::new();
    if !text.bytes().any(|b| b.is_ascii_digit()) {
        return found;
    }
    let forms: [(&Regex, Reading); 6] = [
        (&form::ISO_DAY, iso_day),
        (&form::NUMBERS_DAY, numbers_day),
        (&form::MONTH_DAY, named_day),
        (&form::DAY_MONTH, named_day),
        (&form::MONTH_YEAR, month_year),
        (&form::NUMBERS_MONTH, numbers_month),
    ];
    for (pattern, read) in forms {
        for captures in pattern.captures_iter(text) {
            let Some(span) = free_span(text, &captures) else { continue };
            let dates = read(&captures, as_of).unwrap_or_default();
            add(&mut found, span, dates.into_iter().map(|date| (date, None)));
        }
    }
    for term in term::terms(text) {
        add(&mut found, term.span, term.year.map(|year| (PartialDate::year(year), Some(term.season))).into_iter());
    }
    for captures in form::ONLY_YEAR.captures_iter(text) {
        let Some(span) = free_span(text, &captures).filter(|span| counts_nothing(text, *span)) else { continue };
        let year = captures.name("year").and_then(|m| form::year_number(m.as_str()));
        add(&mut found, span, year.map(|year| (PartialDate::year(year), None)).into_iter());
    }
    found.sort_by_key(|mention: &DateMention| (mention.span, mention.date));
    found
}

/// Adds the dates of one phrase, unless an earlier form has read some of it.
fn add(found: &mut Vec<DateMention>, span: Span, dates: impl Iterator<Item = (PartialDate, Option<Season>)>) {
    if !found.iter().any(|other| other.span.overlaps(span)) {
        found.extend(dates.map(|(date, season)| DateMention { date, season, span }));
    }
}

/// The span of a match that is no piece of a longer number, of money, of a web address.
fn free_span(text: &str, found: &Captures) -> Option<Span> {
    let span = Span::from(found.get(0)?.range());
    let before = text.get(..span.start)?;
    let after = text.get(span.end..)?;
    let follows_year = before.get(..before.len().saturating_sub(1)).is_some_and(ends_in_year);
    let glued = match before.chars().next_back() {
        Some('/' | '-') => before.len() > 1 && !follows_year && before.bytes().rev().nth(1).is_some_and(|b| b.is_ascii_alphanumeric()),
        Some('$' | '£' | '€' | '#' | '_' | '=' | '.') => true,
        _ => false,
    };
    (!glued && !after.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '%' | '_'))).then_some(span)
}

fn ends_in_year(text: &str) -> bool {
    text.get(text.len().saturating_sub(4)..)
        .is_some_and(|y| (y.starts_with("20") || y.starts_with("19")) && y.bytes().all(|b| b.is_ascii_digit()))
}

/// `2000 employees` and `2000+ hours` are no years.
fn counts_nothing(text: &str, year: Span) -> bool {
    let rest = text.get(year.end..).unwrap_or_default();
    let amount = rest.starts_with([',', '.']) && rest.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    let word = rest.trim_start().to_ascii_lowercase();
    let counted = ["hour", "hrs", "employee", "people", "customer", "client", "student", "location", "store", "sq", "square", "usd", "eur"];
    let counts = rest.starts_with(' ') && counted.iter().any(|noun| word.starts_with(noun));
    !(amount || counts || rest.starts_with('+'))
}

fn number(found: &Captures, group: &str) -> Option<i8> {
    found.name(group)?.as_str().parse().ok()
}

fn year(found: &Captures) -> Option<i16> {
    form::year_number(found.name("year")?.as_str())
}

fn day(year: i16, month: i8, day: i8) -> Option<Vec<PartialDate>> {
    Date::new(year, month, day).ok().map(|date| vec![PartialDate::day(date)])
}

fn iso_day(found: &Captures, _: Date) -> Option<Vec<PartialDate>> {
    day(year(found)?, number(found, "month")?, number(found, "day")?)
}

fn numbers_day(found: &Captures, _: Date) -> Option<Vec<PartialDate>> {
    let (first, second, year) = (number(found, "first")?, number(found, "second")?, year(found)?);
    let dots = found.name("sep").is_some_and(|sep| sep.as_str() == ".");
    if dots && found.name("year")?.as_str().len() == 2 {
        return None; // 3.11.12 is a version
    }
    let day_first = if dots { second <= 12 } else { first > 12 };
    if day_first { day(year, second, first) } else { day(year, first, second) }
}

fn named_day(found: &Captures, as_of: Date) -> Option<Vec<PartialDate>> {
    let (month, in_month) = (named_month(found, "month")?, number(found, "day")?);
    let weekday = found.name("weekday").and_then(|m| form::weekday(m.as_str()));
    match year(found) {
        Some(year) => day(year, month, in_month),
        None => nearest(month, in_month, weekday, as_of).map(|date| vec![PartialDate::day(date)]),
    }
}

fn month_year(found: &Captures, _: Date) -> Option<Vec<PartialDate>> {
    let (month, year) = (named_month(found, "month")?, year(found)?);
    let earlier = named_month(found, "earlier").map(|earlier| PartialDate::month(year - i16::from(earlier > month), earlier));
    Some(earlier.into_iter().chain([PartialDate::month(year, month)]).collect())
}

fn numbers_month(found: &Captures, _: Date) -> Option<Vec<PartialDate>> {
    Some(vec![PartialDate::month(year(found)?, number(found, "month")?)])
}

/// The month of a group, if it is written as a name: `may 5 people` has none.
fn named_month(found: &Captures, group: &str) -> Option<i8> {
    let name = found.name(group)?.as_str();
    name.starts_with(|c: char| c.is_ascii_uppercase()).then(|| form::month_number(name)).flatten()
}

/// The date that a day without a year means: the coming one, or the last one where it has passed not long ago; with a weekday,
/// the nearest year that fits, a coming one within a year first.
fn nearest(month: i8, day: i8, weekday: Option<Weekday>, as_of: Date) -> Option<Date> {
    let distance = |date: Date| match (date - as_of).get_days() {
        ahead @ 0..=366 => ahead,
        behind @ -366..0 if weekday.is_none() => 240 - behind,
        far => 1000 + far.abs(),
    };
    let years = as_of.year() - 7..=as_of.year() + 7;
    let dates = years.filter_map(|year| Date::new(year, month, day).ok());
    dates.filter(|date| weekday.is_none_or(|day| date.weekday() == day)).min_by_key(|date| distance(*date))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<String> {
        let as_of = jiff::civil::date(2025, 11, 1);
        find(text, as_of).into_iter().map(|d| format!("{} {}", d.date, d.span.of(text))).collect()
    }

    #[test]
    fn days() {
        for (text, want) in [
            ("by November 16, 2025.", "2025-11-16 November 16, 2025"),
            ("16 Nov 2025", "2025-11-16 16 Nov 2025"),
            ("the 16th of November 2025", "2025-11-16 16th of November 2025"),
            ("16-Nov-2025", "2025-11-16 16-Nov-2025"),
            ("Posted on 11/21/2025", "2025-11-21 11/21/2025"),
            ("21/11/2025", "2025-11-21 21/11/2025"),
            ("Open Date: 04-11-14", "2014-04-11 04-11-14"),
            ("16.11.2025", "2025-11-16 16.11.2025"),
            ("2025-11-16T10:00", "2025-11-16 2025-11-16"),
            ("Posted: May 9, 2024Role", "2024-05-09 May 9, 2024"),
            ("THURSDAY, APRIL 24, 2014", "2014-04-24 THURSDAY, APRIL 24, 2014"),
        ] {
            assert_eq!(all(text), [want], "{text}");
        }
    }

    #[test]
    fn days_without_a_year() {
        for (text, want) in [
            ("Sunday, 16th November", "2025-11-16 Sunday, 16th November"),
            ("Monday, November 16", "2026-11-16 Monday, November 16"),
            ("16th November", "2025-11-16 16th November"),
            ("by January 4", "2026-01-04 January 4"),
            ("since October 15", "2025-10-15 October 15"),
            ("until August 1", "2026-08-01 August 1"),
        ] {
            assert_eq!(all(text), [want], "{text}");
        }
    }

    #[test]
    fn months_seasons_and_years() {
        for (text, want) in [
            ("December 2025 or later", &["2025-12 December 2025"][..]),
            ("Dec 2024-June 2026", &["2024-12 Dec 2024", "2026-06 June 2026"]),
            ("December of 2021 or June of 2022", &["2021-12 December of 2021", "2022-06 June of 2022"]),
            ("December 2026 – May 2028", &["2026-12 December 2026", "2028-05 May 2028"]),
            ("May/June 2026", &["2026-05 May/June 2026", "2026-06 May/June 2026"]),
            ("December or May 2027", &["2026-12 December or May 2027", "2027-05 December or May 2027"]),
            ("by 05/2026", &["2026-05 05/2026"]),
            ("2025-2026", &["2025 2025", "2026 2026"]),
            ("Spring 2027", &["2027 Spring 2027"]),
            ("the summer of 2026", &["2026 summer of 2026"]),
            ("graduating in 2018, 2019 or 2020.", &["2018 2018", "2019 2019", "2020 2020"]),
            ("April 26, 2021 to Sept 3, 2021", &["2021-04-26 April 26, 2021", "2021-09-03 Sept 3, 2021"]),
        ] {
            assert_eq!(all(text), want, "{text}");
        }
    }

    #[test]
    fn what_is_no_date() {
        for text in [
            "you may 5 times", "24/7", "$2000 a month", "2,000 people", "2000+ hours", "2000 employees", "version 3.11.12", "31/31/2025",
            "call 555-2020-11", "next Monday", "in May", "30.5.2", "ISO 27001",
        ] {
            assert_eq!(all(text), Vec::<String>::new(), "{text}");
        }
    }
}
