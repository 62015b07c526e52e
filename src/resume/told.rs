//! Dates as a résumé writes them, and what they are read as.
//!
//! `Summer 2019` → 2019, in doubt; `12.2019` → 2019-12; `present` → it goes on. Two of them make the span of an entry.

use super::{
    draft::{Entry, said},
    strings::Strings,
    words,
};
use crate::value::{PartialDate, date};
use regex::{Captures, Regex};
use std::{fmt, ops::RangeInclusive, sync::LazyLock};

/// `31/12/2019`.
static SLASHED: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\b(\d{1,2})/(\d{1,2})/\d{4}\b").ok());
/// `2019-12`, with what follows.
static ISO_MONTH: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\b((?:19|20)\d\d)-(0[1-9]|1[0-2])(\b[^-\d]|\s|$)").ok());
/// `12.2019`.
static DOTTED: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"(?:^|[^\d.])(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d\b").ok());

/// The years that a profile can have.
const YEARS: RangeInclusive<i16> = 1900..=2200;

/// A date, or that there is none yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// It goes on.
    Ongoing,
    /// A date.
    Date(PartialDate),
}

/// A date as it is written, and what it is read as: with what is in doubt, or not at all.
#[derive(Debug, Clone)]
pub(super) struct Told {
    text: String,
    when: Option<(When, Option<String>)>,
}

impl Told {
    /// That there is no end yet.
    pub(super) fn ongoing() -> Self {
        Self { text: "present".to_owned(), when: Some((When::Ongoing, None)) }
    }

    /// A date with what is in doubt about it.
    pub(super) fn in_doubt(date: PartialDate, doubt: String) -> Self {
        Self { text: date.to_string(), when: Some((When::Date(date), Some(doubt))) }
    }

    /// The date, where it is one.
    pub(super) fn date(&self) -> Option<PartialDate> {
        match self.when {
            Some((When::Date(date), _)) => Some(date),
            _ => None,
        }
    }
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.date() {
            Some(date) => date.fmt(f),
            None => f.write_str(&self.text),
        }
    }
}

/// Whether a date of a document can only be read with its day before its month, and none only the other way.
pub(super) fn writes_days_first(document: &str) -> bool {
    let dates = SLASHED.iter().flat_map(|pattern| pattern.captures_iter(document));
    let number = |found: &Captures<'_>, at: usize| found.get(at).and_then(|number| number.as_str().parse::<u8>().ok()).unwrap_or_default();
    let (mut days_first, mut months_first) = (false, false);
    for found in dates {
        days_first |= number(&found, 1) > 12;
        months_first |= number(&found, 2) > 12;
    }
    days_first && !months_first
}

impl Strings<'_> {
    /// A text of the same length, whose dates in numbers are written as they are read: `31/12/2019` as `31.12.2019`, `12.2019` and `2019-12` as `12/2019`.
    pub(super) fn numbered(self, text: &str) -> String {
        let swap = |text: &str, pattern: &Option<Regex>, from: &str, to: &str| {
            pattern.as_ref().map_or_else(
                || text.to_owned(),
                |it| {
                    it.replace_all(text, |found: &Captures<'_>| found.get(0).map_or_else(String::new, |it| it.as_str().replace(from, to)))
                        .into_owned()
                },
            )
        };
        let dotted = swap(text, &DOTTED, ".", "/");
        let dotted = ISO_MONTH.as_ref().map_or_else(|| dotted.clone(), |it| it.replace_all(&dotted, "$2/$1$3").into_owned());
        if self.days_first { swap(&dotted, &SLASHED, "/", ".") } else { dotted }
    }

    /// A date as a field gives it.
    pub(super) fn told(self, text: &str) -> Told {
        Told { text: text.to_owned(), when: self.when(text) }
    }

    /// A date that a phrase names, perhaps with another; `read` is how it is read, `text` as it is written.
    pub(super) fn told_in(self, date: PartialDate, read: &str, text: &str) -> Told {
        let is_sure = read == text && self.when(read).is_some_and(|(_, doubt)| doubt.is_none());
        let when = (When::Date(date), (!is_sure).then(|| said(text)));
        Told { text: text.to_owned(), when: Some(when).filter(|_| YEARS.contains(&date.year)) }
    }

    /// The date that the whole of a text names, with what is in doubt; none where it names none or several.
    pub(super) fn when(self, text: &str) -> Option<(When, Option<String>)> {
        let text = text.trim();
        if words::is_ongoing(text) {
            return Some((When::Ongoing, None));
        }
        if let Ok(date) = text.parse::<PartialDate>() {
            return YEARS.contains(&date.year).then_some((When::Date(date), None));
        }
        let found = date::find(text, self.as_of);
        let [one] = found.as_slice() else { return None };
        let is_whole = one.span.of(text) == text && one.season.is_none() && text.contains(&one.date.year.to_string());
        let is_named = text.chars().any(char::is_alphabetic) || one.date.day.is_none();
        let doubt = (!is_whole || !is_named).then(|| said(text));
        YEARS.contains(&one.date.year).then_some((When::Date(one.date), doubt))
    }

    /// Puts the start and the end of an entry of `[[work]]`; without an end it is taken to go on.
    pub(super) fn work_span(self, entry: &mut Entry, start: Option<Told>, end: Option<Told>) {
        let begun = start.and_then(|start| put_start(entry, start));
        match end {
            None if begun.is_some() => entry.text_in_doubt("end", Some("present"), Some("no end is given".to_owned())),
            None => {}
            Some(Told { when: Some((When::Ongoing, _)), .. }) => entry.text("end", Some("present")),
            Some(end) => put_end(entry, begun, end),
        }
    }

    /// Puts the start, the end and the status of an entry of `[[education]]`.
    pub(super) fn education_span(self, entry: &mut Entry, start: Option<Told>, end: Option<Told>) {
        let begun = start.and_then(|start| put_start(entry, start));
        let Some(end) = end else {
            return if begun.is_some() {
                entry.text_in_doubt("status", Some("enrolled"), Some("no end is given".to_owned()))
            };
        };
        match end.when {
            Some((When::Ongoing, _)) => entry.text_in_doubt("status", Some("enrolled"), Some(said(&end.text))),
            Some((When::Date(date), _)) => {
                let (status, why) = if date.last_day() < self.as_of { ("completed", "is over") } else { ("enrolled", "is to come") };
                entry.text_in_doubt("status", Some(status), Some(format!("the end, {}, {why}", said(&end.text))));
                put_end(entry, begun, end);
            }
            None => put_end(entry, begun, end),
        }
    }
}

fn put_start(entry: &mut Entry, start: Told) -> Option<PartialDate> {
    let date = start.date();
    match (date, start.when) {
        (Some(date), Some((_, doubt))) => entry.date("start", date, doubt),
        _ => entry.remark(format!("start: {} is not understood", said(&start.text))),
    }
    date
}

fn put_end(entry: &mut Entry, begun: Option<PartialDate>, end: Told) {
    match (end.date(), begun, end.when) {
        (Some(date), Some(begun), _) if date.last_day() < begun.first_day() => {
            entry.remark(format!("end: {} is before the start", said(&end.text)));
        }
        (Some(date), _, Some((_, doubt))) => entry.date("end", date, doubt),
        _ => entry.remark(format!("end: {} is not understood", said(&end.text))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::taxonomy::Taxonomy;

    #[test]
    fn dates() {
        let taxonomy = Taxonomy::new(Vec::new());
        let strings = Strings::new(&taxonomy, jiff::civil::date(2026, 11, 1), "");
        for (text, want) in [
            ("2019-08", Some(("2019-08", false))),
            ("August 2019", Some(("2019-08", false))),
            ("Aug 2019", Some(("2019-08", false))),
            ("2019", Some(("2019", false))),
            ("Summer 2019", Some(("2019", true))),
            ("2019-08-01T00:00:00Z", Some(("2019-08-01", true))),
            ("08/2019", Some(("2019-08", false))),
            ("03/04/2019", Some(("2019-03-04", true))),
            ("2018-2019", None),
            ("soon", None),
        ] {
            let read = strings.when(text).map(|(when, doubt)| match when {
                When::Date(date) => (date.to_string(), doubt.is_some()),
                When::Ongoing => ("ongoing".to_owned(), false),
            });
            assert_eq!(read, want.map(|(date, doubt)| (date.to_owned(), doubt)), "{text}");
        }
        assert_eq!(strings.when("Present").map(|it| it.0), Some(When::Ongoing));
    }
}
