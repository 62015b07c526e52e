//! How postings ask for time spent: "5+ years of industry or strong academic experience in CVML", "previous internship".
//!
//! A length of time is a requirement only beside a word for what it was spent on; the years of founders, of contracts and of
//! children are not the candidate's.

mod areas;
mod untimed;

use super::{Experience, Setting};
use crate::{
    kind::{Mention, Predicate, heads::Heads, words::Words},
    line::Line,
    taxonomy::Family,
    text::digits::has_digit,
    value::duration,
};
use areas::{areas, list_areas, trim_area};
use std::ops::Range;

/// The longest text with a list behind a colon, in words.
const LONGEST_TEXT: usize = 12;

/// The longest area before a colon, in words.
const LONGEST_LABEL: usize = 7;

/// Finds the experience of a line that has a length.
pub(crate) fn read(line: &Line<'_>, out: &mut Vec<Mention>) {
    let folded_digit = has_digit(line.text) || line.find(0..line.len(), &["year", "years", "year's", "months", "month", "yrs"]).is_some();
    if folded_digit {
        let lengths = duration::find(line.text);
        let starts: Vec<usize> = lengths.iter().map(|d| line.words_of(d.span).start).collect();
        for (index, length) in lengths.iter().enumerate() {
            let words = line.words_of(length.span);
            let next = starts.get(index + 1).copied().unwrap_or(line.len());
            let begun = !out.is_empty();
            let found = labelled(line, &words, length.months.min, length.months.max)
                .or_else(|| timed(line, &words, next, length.months.min, length.months.max, begun))
                .or_else(|| begun.then(|| further(line, &words, next, length.months.min, length.months.max)).flatten());
            out.extend(found);
        }
        read_unitless(line, out);
    }
    untimed::read(line, out);
}

/// "Java: 3 years (Preferred)", "customer service: 1 year": a form that has an area, a colon and a length.
fn labelled(line: &Line<'_>, length: &Range<usize>, min: Option<f64>, max: Option<f64>) -> Option<Mention> {
    let colon = length.start.checked_sub(1).filter(|at| line.is_one_of(*at, &[":"]))?;
    let ends = length.end >= line.len() || line.is_one_of(length.end, &["(", ")", ",", ";", ".", "•"]);
    let start = (0..colon).rev().take_while(|at| !line.is_one_of(*at, &[":", ",", ";", ")", "•"])).last()?;
    let classes = &Words::shared().experience;
    let name = trim_area(line, start..colon);
    let whole = colon - start <= LONGEST_LABEL && line.find(start..colon, &["of", "is", "required", "minimum", "age"]).is_none();
    if !ends || !whole || classes.not_spent.find(line, start..colon).is_some() || min.is_none_or(|months| months < 1.0) {
        return None;
    }
    let general = name.is_empty() || line.is_one_of(name.start, &["total", "work", "experience", "overall", "exp"]);
    let areas = if general { Vec::new() } else { list_areas(line, name) };
    Some(of_length(line, start..length.end, areas, min, max))
}

/// "…, including 2 years of estimating", "…; 5 years preferred": a further length needs no word for experience.
fn further(line: &Line<'_>, length: &Range<usize>, next: usize, min: Option<f64>, max: Option<f64>) -> Option<Mention> {
    let before = length.start.saturating_sub(5)..length.start;
    let part = line.find(before.clone(), &["including", "which", "with", "includes"]).is_some()
        && line.matches("of|in|as|with", length.end).is_some();
    let weighed = line.matches("is|are|or? more? preferred|desired|required|ideal|a", length.end).is_some();
    let aged = line.find(before, &["aged", "ages", "age", "over", "within", "last", "past"]).is_some();
    if aged || !(part || weighed) {
        return None;
    }
    let (end, areas) = areas(line, length.end, next.min(line.len()), None);
    let end = if weighed { length.end } else { end };
    Some(of_length(line, length.start..end.max(length.end), if weighed { Vec::new() } else { areas }, min, max))
}

/// "8 years of …, including at least 2 in AI": a number that counts the years before it.
fn read_unitless(line: &Line<'_>, out: &mut Vec<Mention>) {
    let Some(first) = out.first().map(|m| m.words.clone()) else { return };
    let Some(lead) =
        line.search("including|incl|with|which .? a? at? least? minimum? of? # in|within|of|as|with|working", first.start..line.len())
    else {
        return;
    };
    let Some(count) = (lead.clone()).find(|at| line.is_number(*at)) else { return };
    let years = line.word(count).parse::<f64>().ok().filter(|years| (1.0..=30.0).contains(years));
    let Some(years) = years.filter(|_| out.iter().all(|m| !m.words.contains(&count) || m.words == first)) else { return };
    let (end, areas) = areas(line, count + 1, line.len(), None);
    let start = line.matches("including|with|which", lead.start).unwrap_or(count);
    let further = of_length(line, start..end.max(lead.end), areas, Some(years * 12.0), None);
    if let Some(whole) = out.first_mut() {
        whole.words.end = whole.words.end.min(lead.start).max(whole.words.start + 1);
    }
    out.push(further);
}

/// The experience of a length.
fn of_length(line: &Line<'_>, words: Range<usize>, areas: Vec<String>, min: Option<f64>, max: Option<f64>) -> Mention {
    let months = |value: Option<f64>| value.map(|m| m.round().max(0.0)).and_then(|m| u32::try_from(m as i64).ok());
    // What names it ends before a long list behind a colon.
    let colon = line.find(words.clone(), &[":"]).filter(|_| words.len() > LONGEST_TEXT);
    let named = words.start..colon.unwrap_or(words.end).max(words.start + 1);
    let experience = Experience {
        text: line.phrase(&named).to_owned(),
        min_months: months(min),
        max_months: months(max),
        areas,
        settings: settings(line, &words),
    };
    Mention::of("experience: length", words, Predicate::Experience(experience))
}

fn timed(line: &Line<'_>, length: &Range<usize>, next: usize, min: Option<f64>, max: Option<f64>, begun: bool) -> Option<Mention> {
    let classes = &Words::shared().experience;
    let limit = next.min(line.len());
    let near = length.end..(length.end + FARTHEST_NOUN).min(limit);
    let clause_end = line.find(near.clone(), &[";", "."]).unwrap_or(near.end);
    let noun = line.find(length.end..clause_end, &["experience", "experiences", "exp"]).filter(|at| {
        let parts = |i: usize| line.is_one_of(i, &[",", "with", "and"]) && !classes.lead.has(line, i + 1); // "satisfactory, full-time"
        (length.end..*at).all(|i| !parts(i)) || at - length.end <= 7
    });
    let gerund = line.word(length.end).len() > 4 && line.word(length.end).ends_with("ing") && !classes.when.has(line, length.end);
    let done = min.or(max).is_some_and(|months| months >= 3.0)
        && (gerund || line.matches("focused on|in", length.end).is_some() || line.matches("as a|an|the", length.end).is_some());
    let spent = noun.or_else(|| done.then_some(length.end)).or_else(|| classes.spent.find(line, length.end..clause_end));
    if noun.is_none() && min.or(max).is_some_and(|months| months < 0.5) {
        return None; // "up to 2 hours using a computer", "7 day working"
    }
    let other = classes.not_spent.find(line, length.end..clause_end);
    let before = line.find(length.start.saturating_sub(5)..length.start, &["experience", "background", "experienced"]).filter(|_| !begun); // the word belongs to the length before
    let not_candidate = line
        .find(
            length.start.saturating_sub(6)..length.start,
            &[
                "founded", "over the", "we", "our", "combined", "within", "last", "past", "next", "every", "first", "ago", "company",
                "for over",
            ],
        )
        .is_some()
        && before.is_none()
        && line.find(0..length.start, &["our", "we", "company", "founders", "within", "past", "last", "us"]).is_some();
    // "With nearly 40 years of experience, the firm …": whose years they are stands behind the comma
    let heads = Heads::shared();
    let of_employer = line.is_one_of(0, &["with"])
        && length.start <= 3
        && line.find(length.end..clause_end, &[","]).is_some_and(|comma| {
            let does =
                |at: usize| line.is_one_of(at, &["is", "has"]) || line.word(at).strip_suffix('s').is_some_and(|stem| heads.is_verb(stem));
            line.is_one_of(comma + 1, &["we", "our", "the"]) || line.is_capital(comma + 1) && (comma + 2..comma + 5).any(does)
        });
    let decided = match (spent, other) {
        (Some(s), Some(o)) => s < o,
        (Some(_), None) => true,
        (None, _) => other.is_none() && (before.is_some() || is_plain(line, length, min)),
    };
    if !decided
        || not_candidate
        || of_employer
        || line.find(length.end..clause_end, &["ago", "old"]).is_some_and(|o| spent.is_none_or(|s| o < s))
        || line.is_one_of(length.start.saturating_sub(1), &["combined", "aged", "ages", "age", "first", "initial", "next"])
    {
        return None;
    }
    let from = before.filter(|_| spent.is_none()).unwrap_or(length.start);
    let (end, areas) = areas(line, length.end, limit, spent);
    let words = from..end.max(length.end).max(spent.map_or(0, |s| s + 1));
    Some(of_length(line, words, areas, min, max))
}

/// The farthest that the word for experience stands behind a length, in words: "of satisfactory, full-time, paid … experience".
const FARTHEST_NOUN: usize = 14;

/// The longest time that a posting asks for without saying of what kind, in months.
const LONGEST_ASKED: f64 = 180.0;

/// A length without a word for experience: "5 years of Go", and beside a degree "BS with 5 years".
fn is_plain(line: &Line<'_>, length: &Range<usize>, min: Option<f64>) -> bool {
    let beside_degree = line.is_one_of(length.start.saturating_sub(1), &["with", "and", "plus", "+"])
        && line.labels_of(Family::Degree).any(|l| l.words.end < length.start && l.words.end + 4 >= length.start);
    let known = line.matches("of|in|with", length.end).is_some_and(|at| line.label_at(Family::Skill, at).is_some());
    // "five years in roles, or two years with a PhD"
    let behind = line.matches("with a|an|your? relevant|related|completed?", length.end);
    let beside_degree = beside_degree || behind.is_some_and(|at| line.labels_of(Family::Degree).any(|l| l.words.start == at));
    // "3+ years of hydroponics": nothing else stands in the line; "30 years of growth" are no candidate's
    let alone = min.is_some_and(|months| months <= LONGEST_ASKED)
        && length.start == 0
        && line.matches("of", length.end).is_some()
        && line.len() <= length.end + 5;
    min.is_some_and(|months| months >= 3.0) && (beside_degree || known || alone)
}

/// The settings that a stretch names, in the order of the text.
pub(crate) fn settings(line: &Line<'_>, range: &Range<usize>) -> Vec<Setting> {
    let heads = Heads::shared();
    let mut found = Vec::new();
    for at in range.clone() {
        let two = heads.setting(line.phrase(&(at..(at + 2).min(range.end))));
        if let Some(setting) = two.or_else(|| heads.setting(line.raw(at)))
            && !found.contains(&setting)
        {
            found.push(setting);
        }
    }
    found
}
