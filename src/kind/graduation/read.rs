//! How postings ask when a candidate graduates: "graduating between December 2025 and June 2026", "class of 2027".

use super::Graduation;
use crate::{
    kind::{Mention, Predicate},
    line::Line,
    value::{
        PartialDate,
        date::{DateMention, find},
    },
};
use std::ops::Range;

const WORDS: &[&str] = &["graduate", "graduating", "graduation", "graduates", "graduated", "class", "completing", "complete", "completion"];

/// Finds the graduation windows of a line.
pub(crate) fn read(line: &Line<'_>, out: &mut Vec<Mention>) {
    let names = |at: usize| line.matches("graduate student|students|degree|degrees|program|programs|school|level|studies", at).is_some();
    let Some(at) = line.places(0..line.len(), WORDS).find(|at| !names(*at)) else { return };
    if at > 0 && line.is_one_of(at - 1, &["our", "its", "their"]) {
        return; // the employer's or the school's
    }
    let strict = line.is_one_of(at, &["class", "completing", "complete", "completion"]);
    if strict
        && line.search("class of #", at..line.len()).is_none()
        && line.search("complete|completing|completion _4 degree|studies|program _4 by|in|before|between _1 #", at..line.len()).is_none()
    {
        return;
    }
    let dates: Vec<(Range<usize>, DateMention)> =
        find(line.text, line.as_of).into_iter().map(|date| (line.words_of(date.span), date)).collect();
    let near: Vec<&(Range<usize>, DateMention)> =
        dates.iter().filter(|(words, _)| words.start > at || words.end + 1 >= at).scan(at, follow).collect();
    let (Some((first, earliest)), Some((last, latest))) = (near.first().map(|d| (&d.0, d.1.date)), near.last().map(|d| (&d.0, d.1.date)))
    else {
        return;
    };
    let start = (at.saturating_sub(3)..at)
        .find(|i| line.is_one_of(*i, &["expected", "anticipated", "projected", "date"]))
        .unwrap_or(at)
        .min(first.start);
    let before = line
        .find(at.min(first.start)..first.start, &["by", "before", "until", "prior", "no", "after", "from", "since"])
        .map_or("", |i| line.word(i));
    let later = line.matches("or|and later|after|beyond", last.end).is_some() || line.matches("onwards|onward", last.end).is_some();
    let end = line.matches("or|and later|after|beyond", last.end).or_else(|| line.matches("onwards|onward", last.end)).unwrap_or(last.end);
    let (earliest, latest) = match before {
        "by" | "before" | "until" | "prior" => (None, Some(latest)),
        "no" if line.find(at..first.start, &["earlier", "sooner"]).is_some() => (Some(earliest), None),
        "no" => (None, Some(latest)),
        "after" => (Some(next_month(earliest)), None),
        "from" | "since" if near.len() == 1 => (Some(earliest), None),
        _ if later => (Some(earliest), None),
        _ => (Some(earliest), Some(latest)),
    };
    let completed = strict && !line.is_one_of(at, &["class"]);
    let words = if completed { first.start } else { start }..end; // the degree that is completed is a mention of its own
    out.push(Mention::of(
        "graduation",
        words.clone(),
        Predicate::Graduation(Graduation { text: line.phrase(&words).to_owned(), earliest, latest }),
    ));
}

/// Dates that belong together stand within eight words of the one before.
fn follow<'d>(until: &mut usize, date: &'d (Range<usize>, DateMention)) -> Option<&'d (Range<usize>, DateMention)> {
    (date.0.start <= *until + 9).then(|| {
        *until = date.0.end;
        date
    })
}

/// "after December 2021" begins in January 2022.
fn next_month(date: PartialDate) -> PartialDate {
    match date.month {
        Some(12) => PartialDate::month(date.year + 1, 1),
        Some(month) => PartialDate::month(date.year, month + 1),
        None => PartialDate::year(date.year + 1),
    }
}
