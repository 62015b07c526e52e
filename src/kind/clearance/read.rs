//! How postings ask for a security clearance: "active TS/SCI with polygraph", "able to obtain a Secret clearance".

use super::{Clearance, ClearanceStatus};
use crate::{
    kind::{Mention, Predicate},
    line::Line,
    taxonomy::{Family, LabelMention},
};
use std::ops::Range;

/// Words that say the clearance is still to be had.
const TO_OBTAIN: &[&str] = &[
    "obtain", "obtaining", "eligible", "eligibility", "acquire", "undergo", "gain", "get", "receive", "granted", "subject", "process",
    "achieve", "attain", "pass", "maintain", "clearable", "sponsored", "complete",
];

/// Finds the clearances of a line.
pub(crate) fn read(line: &Line<'_>, out: &mut Vec<Mention>) {
    let levels: Vec<&LabelMention> = line.labels_of(Family::Permit).filter(|l| is_clearance(line, l)).collect();
    let mut at = 0;
    while let Some(words) = next(line, &levels, at) {
        at = words.end;
        if is_form(line, &words) {
            continue;
        }
        let level = levels
            .iter()
            .filter(|l| l.words.start < words.end && words.start < l.words.end)
            .find_map(|l| bare_level(line, polygraph(line, l)));
        let clearance = Clearance {
            text: line.phrase(&words).to_owned(),
            level: level.map(|range| line.phrase(&range).to_owned()),
            status: status(line, &words),
        };
        let start = asked_from(line, words.start);
        out.push(Mention::of("clearance", start..words.end, Predicate::Clearance(clearance)));
    }
}

fn is_clearance(line: &Line<'_>, label: &LabelMention) -> bool {
    let concept = line.taxonomy.concept(label.concept);
    concept.sort.as_deref() == Some("clearance")
}

fn polygraph(line: &Line<'_>, label: &LabelMention) -> Range<usize> {
    let end = line.matches("clearance? with a? full? scope? ci? polygraph|poly", label.words.end);
    label.words.start..end.unwrap_or(label.words.end)
}

/// Words that every clearance may have beside its level.
const BARE: &[&str] =
    &["clearance", "clearances", "security", "active", "current", "government", "federal", "us", "u.s", "uk", "level", "a", "an"];

/// The level alone: "active Secret clearance" is Secret, "security clearance" has none.
fn bare_level(line: &Line<'_>, mut words: Range<usize>) -> Option<Range<usize>> {
    while words.start < words.end && line.is_one_of(words.start, BARE) {
        words.start += 1;
    }
    while words.start < words.end && line.is_one_of(words.end - 1, BARE) {
        words.end -= 1;
    }
    (!words.is_empty()).then_some(words)
}

/// Where "willing to undergo a", "able to obtain and maintain a" begins; the words say the status, nothing of their own.
fn asked_from(line: &Line<'_>, start: usize) -> usize {
    const BETWEEN: &[&str] = &["and", "or", "a", "an", "to", "the", "be", "of", "for", "/"];
    let leads = |at: usize| line.is_one_of(at, TO_OBTAIN) || line.is_one_of(at, &["willing", "willingness", "able", "ability"]);
    (0..start).rev().take_while(|at| leads(*at) || line.is_one_of(*at, BETWEEN)).filter(|at| leads(*at)).last().unwrap_or(start)
}

/// The next clearance: a level's name, the word itself, or both.
fn next(line: &Line<'_>, levels: &[&LabelMention], from: usize) -> Option<Range<usize>> {
    let word = line.places(from..line.len(), &["clearance", "clearances"]).find(|at| {
        *at > 0
            && (line.is_one_of(at - 1, &["security", "government", ")", "level", "federal"])
                || levels.iter().any(|l| l.words.end >= at - 1 && l.words.start < *at))
    });
    let level = levels.iter().find(|l| l.words.start >= from && firm(line, l)).map(|l| polygraph(line, l));
    let mut words = match (word, level) {
        (Some(at), Some(level)) if level.start <= at + 1 || line.is_one_of(at + 1, &["("]) && level.start == at + 2 => {
            level.start.min(at)..level.end.max(at + 1)
        }
        (Some(at), _) => at..at + 1,
        (None, Some(level)) => level,
        (None, None) => return None,
    };
    while words.start > from
        && line.is_one_of(
            words.start - 1,
            &[
                "security", "government", "federal", "us", "uk", "dod", "secret", "top", "active", "current", "level", "dod-level",
                "previously", "held", "undergo",
            ],
        )
    {
        words.start -= 1;
    }
    words.end = line.matches("with a? full? scope? ci? polygraph|poly", words.end).unwrap_or(words.end);
    if line.is_one_of(words.end, &["("])
        && let Some(level) = levels.iter().find(|l| l.words.start == words.end + 1)
    {
        words.end = polygraph(line, level).end; // "active clearance (TS/SCI with polygraph)"
        words.end += usize::from(line.is_one_of(words.end, &[")"]));
    }
    Some(words)
}

/// "Secret" alone names a clearance only beside the word or in a line that speaks of one.
fn firm(line: &Line<'_>, label: &LabelMention) -> bool {
    label.words.len() > 1
        || line.phrase(&label.words).chars().all(|c| c.is_uppercase() || !c.is_alphabetic())
        || line.find(0..line.len(), &["clearance", "clearances", "cleared"]).is_some()
}

/// A line of a form: "Clearance Level Must Currently Possess:".
fn is_form(line: &Line<'_>, words: &Range<usize>) -> bool {
    line.matches("level|type", words.end).is_some_and(|e| e > words.end) && line.find(words.end..line.len(), &[":"]).is_some()
        || line.find(0..line.len(), &["not"]).is_some() && line.search("not required|necessary|needed", 0..line.len()).is_some()
}

fn status(line: &Line<'_>, words: &Range<usize>) -> Option<ClearanceStatus> {
    let before = words.start.saturating_sub(12)..words.start;
    let clause = (before.clone()).rev().find(|at| line.is_one_of(*at, &[",", ";", "or"])).map_or(before.start, |at| at + 1)..words.end;
    if line.find(clause.clone(), &["previously", "past", "former"]).is_some() {
        return None;
    }
    if line.find(clause.clone(), TO_OBTAIN).is_some() || line.search("be sponsored|granted|obtained", words.end..line.len()).is_some() {
        return Some(ClearanceStatus::Obtainable);
    }
    let held =
        line.find(clause, &["active", "current", "currently", "holding", "hold", "holds", "possess", "existing", "have", "must"]).is_some()
            || line.find(0..line.len(), &["active", "current"]).is_some();
    Some(if held { ClearanceStatus::Active } else { ClearanceStatus::Obtainable })
}
