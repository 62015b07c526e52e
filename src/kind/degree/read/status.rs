//! Whether a degree is asked for as finished, as under way, or as either: "pursuing or recently completed", "in progress".

use super::{DegreeStatus, Group};
use crate::{kind::words::Words, line::Line};
use std::ops::Range;

/// How far along the degrees of `group` must be; `words` are those of the whole mention.
pub(super) fn status(line: &Line<'_>, group: &Group, words: &Range<usize>) -> DegreeStatus {
    let classes = &Words::shared().degree;
    let before = group.words.start.saturating_sub(12)..group.words.start;
    let clause = line.search("; _", before.clone()).map_or(before.start, |r| r.start)..before.end;
    let behind = words.end..(words.end + 6).min(line.len());
    let under_way = under_way(line, group, &clause, words.end);
    let done = classes.done.find(line, clause.clone());
    if either(line, &clause, under_way, done) || line.search("completed|complete or in progress", behind.clone()).is_some() {
        return DegreeStatus::Either;
    }
    let recent = line.search("recent graduate|graduates", 0..line.len()).is_some();
    let coming = under_way.is_some()
        || line.search("in progress", behind).is_some()
        || classes.under_way.find(line, group.words.end..words.end).is_some();
    if coming && recent && done.is_none() {
        return DegreeStatus::Either;
    }
    if (coming && done.is_none()) || group.student || is_for_students(line, group) || in_program(line, group) && done.is_none() {
        return DegreeStatus::Enrolled;
    }
    DegreeStatus::Completed
}

fn under_way(line: &Line<'_>, group: &Group, clause: &Range<usize>, end: usize) -> Option<usize> {
    let candidate = line.search("candidate|candidates for|in an|a|the?", clause.clone()).filter(|c| c.end == group.words.start);
    let doctoral = line.is_one_of(end, &["candidate", "candidates"]).then_some(end);
    // "a registered pharmacist with a diploma" is under way nowhere
    let begun = |at: &usize| {
        Words::shared().degree.under_way.has(line, *at)
            && (line.word(*at) != "registered" || line.is_one_of(at + 1, &["in", "for", "at", "on", "as"]))
    };
    clause.clone().find(begun).or(candidate.map(|c| c.start)).or(doctoral)
}

/// "pursuing or recently completed", "has, or is in the process of obtaining".
fn either(line: &Line<'_>, clause: &Range<usize>, under_way: Option<usize>, done: Option<usize>) -> bool {
    let Some(under_way) = under_way else { return false };
    let held = done.or_else(|| Words::shared().degree.held.find(line, clause.clone()));
    held.is_some_and(|held| line.find(held.min(under_way)..held.max(under_way), &["or", "/"]).is_some())
}

/// "undergraduate student", "undergraduate programme"; an "undergraduate degree" is a degree like others.
fn is_for_students(line: &Line<'_>, group: &Group) -> bool {
    line.word(group.words.start) == "undergraduate"
        && !line.is_one_of(group.words.end.saturating_sub(1), &["degree", "degrees", "diploma", "qualification", "education"])
}

/// "currently in a Master's programme".
fn in_program(line: &Line<'_>, group: &Group) -> bool {
    line.word(group.words.end.saturating_sub(1)).starts_with("program")
        && line.find(group.words.start.saturating_sub(4)..group.words.start, &["in", "currently"]).is_some()
}
