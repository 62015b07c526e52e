//! What a single phrase is: a skill or a trait.

use super::Setting;
use crate::{
    kind::{
        Predicate,
        heads::{Head, HeadKind, Heads},
        skill, trait_,
    },
    line::Line,
    taxonomy::Family,
};
use std::ops::Range;

/// The longest phrase that is taken as a name where no head says that it is one, in words.
const LONGEST_BARE: usize = 5;

/// The longest text of an atom, in words.
const LONGEST_TEXT: usize = 14;

/// Words at the end of a phrase that are no part of what it names.
const TRAILING: &[&str] = &["etc", "skills", "skill", "skillset", "abilities", "capabilities", "experience", "experiences", "proficiency", "expertise", "knowledge", "required", "preferred", "a", "an", "the", "and", "or", "is", "are", "in", "of", "with", "to", "for", "as", "at", "on", "plus", "strongly", "highly", "background", "competency", "competencies", "desired", "other", "ability", "aptitude", "fundamentals,", "both", "using", "would", "be", "essential", "desirable", "needed", "expected", "capability", "familiarity", "understanding"];

/// Words that only say how a skill beside them is used: "both verbal and written".
const BARE_MANNER: &[&str] = &["written", "verbal", "oral", "spoken", "both", "tools", "things", "areas", "level", "levels", "field", "fields", "topics", "procedures", "processes", "systems", "others", "environment", "technology", "technologies", "techniques", "big", "issues", "standards", "practices", "principles", "methods", "concepts", "related", "etc", "track", "record", "time", "years", "information", "people", "work", "job", "team", "projects", "services", "products", "requirements", "responsibilities", "duties"];

/// What a phrase asks; `None` where it names nothing.
pub(super) fn read(line: &Line<'_>, range: &Range<usize>, head: Option<Head>, setting: Setting) -> Option<Predicate> {
    if head.is_some_and(|h| h.kind == HeadKind::Trait) {
        let words = trim_end(line, capped(range.clone()));
        return (words.len() > 1).then(|| trait_::read::of_phrase(line, &words));
    }
    let words = clean(line, range.clone());
    if words.is_empty() || !line.phrase(&words).chars().any(char::is_alphabetic) {
        return None;
    }
    if words.len() <= 2 && words.clone().all(|at| BARE_MANNER.contains(&line.word(at))) {
        return None;
    }
    let skill_label = line.labels_in(Family::Skill, words.clone()).max_by_key(|l| l.words.len());
    let trait_label = line.labels_in(Family::Trait, words.clone()).max_by_key(|l| l.words.len());
    let level = head.and_then(|h| h.level);
    let is_trait = trait_label.is_some_and(|t| skill_label.is_none_or(|s| s.words.len() <= t.words.len()) && (t.words.start <= words.start + 1 || t.words.end == words.end || t.words.len() * 2 >= words.len()));
    if is_trait || (trait_::read::ends_as_trait(line, &words) && skill_label.is_none_or(|s| s.words.len() < words.len())) {
        return Some(trait_::read::of_phrase(line, &words));
    }
    let headed = head.is_some_and(|h| h.kind != HeadKind::Grade);
    let graded = head.is_some() && setting.asks;
    let bare = setting.asks && setting.item && words.len() <= LONGEST_BARE;
    let known = skill_label.is_some_and(|s| s.words.len() + 3 >= words.len());
    (headed || graded || bare || (known && setting.asks)).then(|| skill::read::of_phrase(line, &words, level))
}

/// A phrase without the words around it that name nothing: "common ML frameworks" → "ML frameworks".
pub(super) fn clean(line: &Line<'_>, range: Range<usize>) -> Range<usize> {
    let heads = Heads::shared();
    let mut words = capped(range);
    while words.start < words.end && (line.is_sign(words.start) || heads.is_leading(line.word(words.start)) && !begins_long_label(line, &words)) {
        words.start += 1;
    }
    let words = trim_end(line, words);
    behind_tail(line, words)
}

fn capped(range: Range<usize>) -> Range<usize> {
    range.start..range.end.min(range.start + LONGEST_TEXT)
}

fn begins_long_label(line: &Line<'_>, words: &Range<usize>) -> bool {
    [Family::Skill, Family::Trait].into_iter().any(|family| line.label_at(family, words.start).is_some_and(|l| l.words.end <= words.end))
}

fn trim_end(line: &Line<'_>, mut words: Range<usize>) -> Range<usize> {
    while words.end > words.start {
        let last = words.end - 1;
        let in_label = line.labels.iter().any(|l| matches!(l.family, Family::Skill | Family::Trait) && l.words.end == words.end && l.words.start >= words.start && l.words.len() > 1);
        let sign = line.is_sign(last) && !matches!(line.word(last), "+" | "#" | "%");
        if sign || (!in_label && TRAILING.contains(&line.word(last))) {
            words.end = last;
        } else {
            break;
        }
    }
    words
}

/// "coding skills in Python" → "Python"; "communication skills with clients" → "communication".
fn behind_tail(line: &Line<'_>, words: Range<usize>) -> Range<usize> {
    let tail = (words.start + 1..words.end).find(|at| line.is_one_of(*at, &["skills", "abilities", "experience", "proficiency", "skill"]));
    let Some(tail) = tail else { return words };
    let behind = tail + 1..words.end;
    let list = line.is_one_of(behind.start, &["in", "with", "using", "of"]);
    let skill_before = line.labels_in(Family::Skill, words.start..tail).next().is_some_and(|l| l.words.len() > 1);
    if list && !skill_before && line.labels_in(Family::Skill, behind.clone()).next().is_some() {
        return behind.start + 1..behind.end;
    }
    words.start..tail
}
