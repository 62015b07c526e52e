//! How postings ask when and how much a candidate can work: "available for 6 months minimum", "able to work 40 hours a week".

use super::Availability;
use crate::{
    kind::{Mention, Predicate},
    line::Line,
    value::{
        date,
        duration::{self, Unit},
        rate::{self, PerWeek},
    },
};
use std::ops::Range;

/// Wordings that ask for time of the candidate; a posting's own hours ("this is a 40-hour role") ask nothing.
const ASKED: &[&str] = &[
    "available|availability", "able|ability|willing|willingness to commit|work", "commit|commitment",
    "must|should|can _2 work|commit|start", "expected to work|be", "minimum|must commitment",
];

/// Finds what a line asks of the candidate's time.
pub(crate) fn read(line: &Line<'_>, out: &mut Vec<Mention>) {
    let Some(lead) = line.likely(ASKED, |pattern| pattern).filter_map(|p| line.search(p, 0..line.len())).min_by_key(|r| r.start) else {
        return;
    };
    if line.is_one_of(lead.start, &["commitment"]) && line.is_one_of(lead.end, &["to"]) {
        return;
    }
    let of_others = lead.start > 0
        && line
            .find(
                lead.start.saturating_sub(3)..lead.start,
                &["is", "are", "opportunities", "positions", "position", "funding", "benefits", "also", "services"],
            )
            .is_some()
        && line
            .find(0..lead.start, &["candidate", "candidates", "applicant", "applicants", "must", "student", "students", "interns"])
            .is_none();
    if of_others {
        return;
    }
    let strong = line.is_one_of(lead.start, &["available", "availability", "commit"])
        || line.find(lead.start..line.len(), &["commit", "available"]).is_some();
    let mut found = Availability {
        text: String::new(),
        min_months: None,
        max_months: None,
        start: None,
        end: None,
        hours_per_week: None,
        days_per_week: None,
        terms: Vec::new(),
    };
    let stop = sentence_end(line, lead.end);
    let mut words: Option<Range<usize>> = None;
    let mut grow =
        |range: Range<usize>| words = Some(words.clone().map_or(range.clone(), |w| w.start.min(range.start)..w.end.max(range.end)));
    for rate in rate::find(line.text) {
        let range = line.words_of(rate.span);
        let count = rate.count.max.or(rate.count.min);
        match rate.unit {
            PerWeek::Hours => found.hours_per_week = count,
            PerWeek::Days => found.days_per_week = rate.count.min.or(count),
        }
        grow(range);
    }
    if strong {
        for length in duration::find(line.text).into_iter().filter(|d| matches!(d.unit, Unit::Months | Unit::Weeks | Unit::Years)) {
            let range = line.words_of(length.span);
            if range.start < stop
                && line.matches("experience|of experience", range.end).is_none()
                && line.find(range.end..(range.end + 3).min(line.len()), &["experience", "old", "age"]).is_none()
            {
                found.min_months = length.months.min;
                found.max_months = length.months.max;
                grow(range);
            }
        }
        let mut dates = date::find(line.text, line.as_of);
        dates.retain(|d| line.words_of(d.span).start < stop);
        if let Some(first) = dates.first().filter(|d| line.words_of(d.span).start >= lead.start) {
            let range = line.words_of(first.span);
            let until = line.find(range.start.saturating_sub(2)..range.start, &["until", "through", "till"]).is_some();
            if until {
                found.end = Some(first.date)
            } else {
                found.start = Some(first.date)
            }
            grow(range);
            if let Some(last) = dates.get(1) {
                found.end = Some(last.date);
                grow(line.words_of(last.span));
            }
        }
    }
    if strong || found.hours_per_week.is_some() {
        for term in date::terms(line.text) {
            found.terms.push(term.to_string());
            grow(line.words_of(term.span));
        }
    }
    if !found.terms.is_empty() {
        (found.start, found.end) = (None, None); // "summer 2026" is a term, not a day
    }
    let Some(stated) = words else { return };
    let words = if strong { lead.start.min(stated.start) } else { stated.start }..stated.end;
    if words.len() > 24 {
        return;
    }
    found.text = line.phrase(&words).to_owned();
    out.push(Mention::of("availability", words, Predicate::Availability(found)));
}

/// Where the sentence ends that word `from` stands in: at a full stop before a capital.
fn sentence_end(line: &Line<'_>, from: usize) -> usize {
    let ends = |at: usize| line.is_one_of(at, &["."]) && line.is_spaced(at + 1) && line.is_capital(at + 1);
    (from..line.len()).find(|at| ends(*at)).unwrap_or(line.len())
}
