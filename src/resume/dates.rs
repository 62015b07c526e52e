//! From when to when, as the rows of a résumé say it.
//!
//! `Nurse, St Mary, June 2019 – present` is `2019-06` to present, with `Nurse, St Mary` beside it; `Expected May 2026` is an end.

use super::{draft::said, strings::Strings, told::Told, words};
use crate::{
    text,
    value::{PartialDate, date},
};

/// The dates of a row, and the row without them.
#[derive(Debug, Clone)]
pub(super) struct Span {
    pub(super) start: Option<Told>,
    pub(super) end: Option<Told>,
    /// What stands before and behind the dates, with a tab between.
    pub(super) rest: String,
    is_at_end: bool,
}

impl Span {
    /// The first dates of a text.
    pub(super) fn of(text: &str, strings: Strings<'_>) -> Option<Self> {
        let read = strings.numbered(text);
        let found = date::find(&read, strings.as_of);
        let first = found.first()?;
        let told = |date: PartialDate, span: text::Span| strings.told_in(date, span.of(&read), span.of(text));
        let one = told(first.date, first.span);
        let behind = || found.get(1).filter(|other| joins(&read, first.span.end, other.span.start));
        let (start, end, stop) = ongoing(&read, first.span.end)
            .map(|stop| (Some(one.clone()), Told::ongoing(), stop))
            .or_else(|| behind().map(|second| (Some(one.clone()), told(second.date, second.span), second.span.end)))
            .or_else(|| short_year(&read, first, text).map(|(end, stop)| (Some(one.clone()), end, stop)))
            .unwrap_or((None, one, first.span.end));
        let (before, after) = (text.get(..first.span.start)?, text.get(stop..)?);
        let (before, lead) = words::date_lead(before);
        let is_since = lead.is_some_and(|word| matches!(word, "since" | "from")) && start.is_none();
        let (start, end) = if is_since { (Some(end), Told::ongoing()) } else { (start, end) };
        let words = |text: &str| text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
        let is_at_end = words(before) == 0 || words(after) <= 4;
        Some(Self { start, end: Some(end), rest: format!("{before}\t{after}").trim().to_owned(), is_at_end })
    }

    /// Whether they are what the row is about: they stand at an end of a row that is no sentence.
    pub(super) fn is_of_entry(&self) -> bool {
        let words = self.rest.split_whitespace().count();
        self.is_at_end && words <= 16 && !(words > 6 && self.rest.ends_with('.'))
    }
}

/// Where a word that says that it goes on ends, behind a date.
fn ongoing(text: &str, from: usize) -> Option<usize> {
    let bare = text.get(from..)?.trim_start_matches(|c: char| !c.is_alphanumeric());
    let bare = words::begins_ongoing(bare).map(|_| bare).or_else(|| bare.strip_prefix("to ").or_else(|| bare.strip_prefix("until ")))?;
    words::begins_ongoing(bare).filter(|_| text.len() - bare.len() < from + 12).map(|len| text.len() - bare.len() + len)
}

/// Whether only a sign or a word of ranges stands between two dates; one phrase may hold both.
fn joins(text: &str, from: usize, to: usize) -> bool {
    let between = text.get(from..to).unwrap_or_default();
    let bare = between.trim_matches(|c: char| !c.is_alphanumeric());
    between.len() < 16
        && !between.contains([',', ';', '|'])
        && matches!(bare.to_lowercase().as_str(), "" | "to" | "until" | "till" | "through")
}

/// The end of `2018–19` and `2018/19`.
fn short_year(text: &str, first: &date::DateMention, written: &str) -> Option<(Told, usize)> {
    let digits = text.get(first.span.end..)?.strip_prefix(['-', '–', '/'])?;
    let end = digits.get(..2).filter(|end| end.bytes().all(|byte| byte.is_ascii_digit()))?;
    let is_alone = !digits.get(2..)?.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '/'));
    let year = first.date.year - first.date.year % 100 + end.parse::<i16>().ok()?;
    let stop = text.len() - digits.len() + 2;
    let phrase = written.get(first.span.start..stop)?;
    let told = Told::in_doubt(PartialDate::year(year), said(phrase));
    (is_alone && first.date.month.is_none() && year > first.date.year).then_some((told, stop))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::taxonomy::Taxonomy;

    #[test]
    fn dates_of_rows() {
        let taxonomy = Taxonomy::new(Vec::new());
        for (text, want) in [
            ("Nurse, St Mary, June 2019 – present", "2019-06|present|Nurse, St Mary,"),
            ("06/2019 - 08/2021  Cook", "2019-06|2021-08|Cook"),
            ("03.2019 – 05.2021 Cook", "2019-03|2021-05|Cook"),
            ("2018-2019", "2018|2019|"),
            ("2018–19", "2018|2019|"),
            ("Expected May 2026", "-|2026-05|"),
            ("Since 2020: Cook", "2020|present|: Cook"),
            ("Jun – Aug 2019", "2019-06|2019-08|"),
            ("Sept. 2019 to date", "2019-09|present|"),
            ("Cook (Jan 2020 to Current)", "2020-01|present|Cook (\t)"),
            ("May 2019, Paper of June 2020", "-|2019-05|, Paper of June 2020"),
            ("13/02/2019 – 03/04/2020", "2019-02-13|2020-04-03|"),
        ] {
            let strings = Strings::new(&taxonomy, jiff::civil::date(2026, 11, 1), "on 13/02/2019");
            let span = Span::of(text, strings).unwrap();
            let shown = |told: Option<Told>| told.map_or("-".to_owned(), |told| told.to_string());
            assert_eq!(format!("{}|{}|{}", shown(span.start), shown(span.end), span.rest), want, "{text}");
        }
    }
}
