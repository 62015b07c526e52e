//! Wording that makes a thing required or preferred, with its direction and scope.
//!
//! "Python required, Java a plus" holds two cues that govern what stands before them; "preferably in a hospital" holds one that
//! governs what follows. After the ConText algorithm: cues have a direction, end at terminators, and pseudo cues
//! ("as required", "preferred pronouns", "essential duties") set nothing.

use crate::{line::Line, text::flat::Sieve};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::ops::Range;

static PACKED: &str = include_str!(concat!(env!("OUT_DIR"), "/cues.json"));

/// Whether a thing must be met, or is only welcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    /// Must be met.
    Required,
    /// Welcome.
    Preferred,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Direction {
    Back,
    Forward,
    Pseudo,
}

#[derive(Debug, Clone, Deserialize)]
struct Entry {
    text: String,
    priority: Option<Priority>,
    direction: Direction,
}

/// A cue found in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cue {
    /// The words that hold it.
    pub words: Range<usize>,
    /// What it says.
    pub priority: Priority,
    direction: Direction,
}

/// A stretch of a line and the priority that wording gives it; `None` where none does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// The words, in one or more stretches.
    pub words: Vec<Range<usize>>,
    /// What wording says.
    pub priority: Option<Priority>,
}

/// Finds cues.
#[derive(Debug)]
pub struct Cues {
    /// By first word; the longest first.
    by_first: FxHashMap<String, Vec<Wording>>,
    /// The first words, for a quick look, since most words begin none.
    firsts: Sieve,
}

/// A cue's words behind its first, what it says, and where.
type Wording = (Vec<String>, Option<Priority>, Direction);

impl Default for Cues {
    fn default() -> Self {
        Self::new()
    }
}

impl Cues {
    /// Loads the cues.
    #[must_use]
    pub fn new() -> Self {
        let entries: Vec<Entry> = serde_json::from_str(PACKED).unwrap_or_default();
        let mut by_first: FxHashMap<String, Vec<_>> = FxHashMap::default();
        for entry in entries {
            let mut words = entry.text.split(' ').map(str::to_owned);
            if let Some(first) = words.next() {
                by_first.entry(first).or_default().push((words.collect::<Vec<_>>(), entry.priority, entry.direction));
            }
        }
        for list in by_first.values_mut() {
            list.sort_by_key(|(rest, ..)| std::cmp::Reverse(rest.len()));
        }
        let firsts = Sieve::new(by_first.keys().map(String::as_str));
        Self { by_first, firsts }
    }

    /// The cues of a line, in reading order, without overlaps.
    #[must_use]
    pub fn find(&self, line: &Line<'_>) -> Vec<Cue> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < line.len() {
            match self.at(line, at) {
                Some((end, Some(priority), direction)) => {
                    // "Preferred experience in …": at the start of a line a cue can only govern what follows.
                    let direction = if at == 0 && end < line.len() { Direction::Forward } else { direction };
                    found.push(Cue { words: at..end, priority, direction });
                    at = end;
                }
                Some((end, ..)) => at = end,
                None => at += 1,
            }
        }
        found
    }

    fn at(&self, line: &Line<'_>, at: usize) -> Option<(usize, Option<Priority>, Direction)> {
        if !self.firsts.passes_hash(line.hash(at)?) {
            return None;
        }
        let list = self.by_first.get(line.word(at))?;
        list.iter().find_map(|(rest, priority, direction)| {
            let end = rest.iter().try_fold(at + 1, |next, word| {
                let next = if line.word(next) == "-" && word != "-" { next + 1 } else { next };
                (line.word(next) == word).then_some(next + 1)
            })?;
            Some((end, *priority, *direction))
        })
    }
}

/// Parts a line by the priority that its wording gives. A line whose cues agree is one region.
#[must_use]
pub fn regions(line: &Line<'_>, cues: &[Cue]) -> Vec<Region> {
    let whole = whole_of(line);
    let Some(first) = cues.first() else { return vec![Region { words: whole, priority: None }] };
    let parted = parenthesised(line, cues);
    if parted.is_none()
        && let Some(regions) = by_clause(line, cues)
    {
        return regions;
    }
    if cues.iter().all(|cue| cue.priority == first.priority) && parted.is_none() && !splits(line, first) && !stops(line, cues) {
        return vec![Region { words: whole, priority: Some(first.priority) }];
    }
    match parted {
        Some(inner) => part_parenthesis(line, cues, &inner),
        None => part_by_direction(line, cues),
    }
}

/// "SQL and Python; Scala is a plus": what stands behind a semicolon has its own priority. `None` where there is one clause only, or
/// where one clause holds cues that do not agree.
fn by_clause(line: &Line<'_>, cues: &[Cue]) -> Option<Vec<Region>> {
    let mut regions: Vec<Region> = Vec::new();
    for clause in clauses(line) {
        let mut own = cues.iter().filter(|cue| clause.contains(&cue.words.start));
        let first = own.next();
        if clause == (0..line.len()) || first.is_some_and(|first| own.any(|cue| cue.priority != first.priority) || splits(line, first)) {
            return None;
        }
        let priority = first.map(|cue| cue.priority);
        match regions.iter_mut().find(|region| region.priority == priority) {
            Some(region) => region.words.push(clause),
            None => regions.push(Region { words: vec![clause], priority }),
        }
    }
    Some(regions)
}

/// The parts of a line between semicolons that stand in no parenthesis.
fn clauses(line: &Line<'_>) -> Vec<Range<usize>> {
    let (mut out, mut from, mut depth) = (Vec::new(), 0, 0_usize);
    for at in 0..line.len() {
        match line.word(at) {
            "(" | "[" => depth += 1,
            ")" | "]" => depth = depth.saturating_sub(1),
            ";" if depth == 0 && at > from => {
                out.push(from..at + 1);
                from = at + 1;
            }
            _ => {}
        }
    }
    if from < line.len() {
        out.push(from..line.len());
    }
    out
}

fn whole_of(line: &Line<'_>) -> Vec<Range<usize>> {
    std::iter::once(0..line.len()).collect()
}

/// A forward cue in the middle of a line governs only what follows: "experience with SQL, preferably PostgreSQL".
fn splits(line: &Line<'_>, cue: &Cue) -> bool {
    cue.direction == Direction::Forward
        && cue.priority == Priority::Preferred
        && cue.words.start > 2
        && line.is_one_of(cue.words.start, &["preferably", "ideally", "preference"])
}

/// "Some experience is preferred, if you have …": a backward cue ends what it governs where a clause of some length follows it.
fn stops(line: &Line<'_>, cues: &[Cue]) -> bool {
    let Some(last) = cues.last().filter(|cue| cue.direction == Direction::Back && cue.priority == Priority::Preferred) else {
        return false;
    };
    line.is_one_of(last.words.end, &[";", "."]) && last.words.end + 3 < line.len()
        || line.is_one_of(last.words.end, &[","])
            && last.words.end + 5 < line.len()
            && !line.is_one_of(
                last.words.end + 1,
                &["but", "or", "especially", "particularly", "including", "such", "e.g", "eg", "preferably", "ideally", "with", "in"],
            )
}

/// The parenthesis that holds a cue and more, where words stand outside: "PC skills required (Excel preferred)".
fn parenthesised(line: &Line<'_>, cues: &[Cue]) -> Option<Range<usize>> {
    cues.iter().find_map(|cue| {
        let open = (0..cue.words.start).rev().take_while(|at| !line.is_one_of(*at, &[")"])).find(|at| line.is_one_of(*at, &["("]))?;
        let close = line.find(cue.words.end..line.len(), &[")"]).unwrap_or(line.len());
        let names = line.labels().iter().any(|label| {
            open < label.words.start
                && label.words.end <= close
                && (label.words.end <= cue.words.start || cue.words.end <= label.words.start)
        });
        let more = names || close - open - 1 > cue.words.len() + 1;
        (more && open > 1).then_some(open..close + 1)
    })
}

fn part_parenthesis(line: &Line<'_>, cues: &[Cue], inner: &Range<usize>) -> Vec<Region> {
    let end = inner.end.min(line.len());
    let (within, outside): (Vec<Cue>, Vec<Cue>) =
        cues.iter().cloned().partition(|cue| inner.start <= cue.words.start && cue.words.end <= end);
    let mut parts = match outside.first() {
        Some(first) if outside.iter().any(|cue| cue.priority != first.priority) => part_by_direction(line, &outside),
        first => vec![Region { words: whole_of(line), priority: first.map(|cue| cue.priority) }],
    };
    for part in &mut parts {
        part.words = part.words.iter().flat_map(|words| without(words, &(inner.start..end))).collect();
    }
    parts.retain(|part| !part.words.is_empty());
    let inside = inner.start + 1..end.saturating_sub(1).max(inner.start + 1);
    parts.push(Region { words: std::iter::once(inside).collect(), priority: within.first().map(|cue| cue.priority) });
    parts
}

/// What is left of a stretch before and behind a part of it.
fn without(words: &Range<usize>, part: &Range<usize>) -> Vec<Range<usize>> {
    let before = words.start..words.end.min(part.start);
    let behind = words.start.max(part.end)..words.end;
    [before, behind].into_iter().filter(|rest| !rest.is_empty()).collect()
}

/// Backward cues govern what stands between the cue before and themselves, forward cues what follows up to the next cue's stretch.
fn part_by_direction(line: &Line<'_>, cues: &[Cue]) -> Vec<Region> {
    let mut regions: Vec<Region> = Vec::new();
    let mut from = 0;
    for (index, cue) in cues.iter().enumerate() {
        match cue.direction {
            Direction::Back => {
                push_region(&mut regions, from..cue.words.end, Some(cue.priority));
                from = cue.words.end;
            }
            _ => {
                push_region(&mut regions, from..cue.words.start, None);
                let next = cues.get(index + 1);
                let end = match next {
                    Some(next) if next.direction == Direction::Forward => next.words.start,
                    Some(next) => clause_end(line, cue.words.end, next.words.start),
                    None => line.len(),
                };
                push_region(&mut regions, cue.words.start..end, Some(cue.priority));
                from = end;
            }
        }
    }
    push_region(&mut regions, from..line.len(), None);
    regions
}

fn clause_end(line: &Line<'_>, from: usize, to: usize) -> usize {
    line.find(from..to, &[";", ".", ","]).unwrap_or(to)
}

fn push_region(regions: &mut Vec<Region>, words: Range<usize>, priority: Option<Priority>) {
    if words.is_empty() {
        return;
    }
    regions.push(Region { words: vec![words], priority });
}
