//! Lists that ask under no heading, or under another's: a run of items most of which open as only requirements do.
//!
//! Pages lose their headings on the way: "Knowledge of trenching standards" stands among duties, "Proven experience in testing" behind a
//! line about pay. Where several neighbours name knowledge, experience or a degree in their first words, the stretch from the
//! first to the last of them asks, whatever stands above it.

use super::wording::List;
use crate::{
    segment::{Form, Passage, Section},
    taxonomy::{Family, Taxonomy},
};

/// How far into an item the telling word may stand, in words.
const EARLY: usize = 6;

/// The longest item of such a list, in bytes.
const LONGEST: usize = 400;

/// The passages, with the section of each stretch that asks set right.
pub(super) fn settle(text: &str, mut passages: Vec<Passage>, taxonomy: &Taxonomy) -> Vec<Passage> {
    let mut from = 0;
    while let Some(first) = passages.get(from) {
        let (section, heading) = (first.section, first.heading);
        let len = passages.iter().skip(from).take_while(|p| p.section == section && p.heading == heading).count();
        if may_hide(section)
            && let Some(run) = passages.get_mut(from..from + len)
        {
            settle_run(text, run);
            let ours = heading.is_some_and(|heading| words_of(heading.of(text)).any(|word| List::shared().of_the_employer.has(word)));
            if matches!(section, Section::Summary | Section::Other) && !ours {
                settle_names(text, run, taxonomy);
            }
        }
        from += len;
    }
    passages
}

/// Sections whose text may hide a list of requirements.
fn may_hide(section: Section) -> bool {
    !section.asks() && !matches!(section, Section::EqualOpportunity | Section::Header | Section::Application)
}

fn settle_run(text: &str, run: &mut [Passage]) {
    let telling: Vec<usize> = run.iter().enumerate().filter(|(_, p)| is_telling(text, p)).map(|(at, _)| at).collect();
    for stretch in stretches(&telling) {
        let (Some(first), Some(last)) = (stretch.first(), stretch.last()) else { continue };
        if stretch.len() >= 2 {
            for passage in run.iter_mut().take(last + 1).skip(*first).filter(|p| !is_of_the_job(text, p)) {
                passage.section = Section::Required;
                passage.trailing = false;
            }
        }
    }
}

/// "JavaScript | Vue.js | Docker or Kubernetes", "Languages: SAS, R, Python": names of tools under no heading are asked where
/// several stand together.
fn settle_names(text: &str, run: &mut [Passage], taxonomy: &Taxonomy) {
    let counts: Vec<usize> = run.iter().map(|passage| names_in(passage.span.of(text), taxonomy)).collect();
    let named: Vec<usize> = counts.iter().enumerate().filter(|(_, count)| **count > 0).map(|(at, _)| at).collect();
    for stretch in stretches(&named) {
        let tools: usize = stretch.iter().filter_map(|at| counts.get(*at)).sum();
        if tools >= FEWEST_NAMES {
            for passage in run.iter_mut().enumerate().filter(|(at, _)| stretch.contains(at)).map(|(_, passage)| passage) {
                passage.section = Section::Required;
                passage.form = Form::Item;
                passage.trailing = false;
            }
        }
    }
}

/// How many names a line lists that is nothing but a list of names, behind a label or not; 0 for every other line.
fn names_in(piece: &str, taxonomy: &Taxonomy) -> usize {
    let label = piece.as_bytes().windows(2).take(LONGEST_LABEL + 1).position(|signs| signs == b": ");
    let list = match label.and_then(|end| piece.get(end + 2..)) {
        Some(list) if list.contains(',') => list,
        _ if piece.len() > LONGEST_NAMES || piece.ends_with('.') => return 0,
        _ => piece,
    };
    if list.len() > LONGEST {
        return 0;
    }
    let items = || {
        list.split([',', ';', '/', '|'])
            .flat_map(|item| item.split(" or "))
            .flat_map(|item| item.split(" and "))
            .map(str::trim)
            .filter(|item| !item.is_empty())
    };
    let known =
        items().filter(|item| item.len() <= LONGEST_NAMES && taxonomy.named(Family::Skill, item.trim_end_matches('.')).is_some()).count();
    if known * 5 >= items().count() * 3 { known } else { 0 }
}

/// How many names together are taken for a list that asks.
const FEWEST_NAMES: usize = 4;
/// The longest label of such a list, and the longest line of names without one, in bytes.
const LONGEST_LABEL: usize = 40;
const LONGEST_NAMES: usize = 40;

/// Parts telling items into stretches: no more than one other item stands between neighbours.
fn stretches(telling: &[usize]) -> Vec<Vec<usize>> {
    let mut out: Vec<Vec<usize>> = Vec::new();
    for at in telling {
        match out.last_mut().filter(|s| s.last().is_some_and(|last| at - last <= 2)) {
            Some(stretch) => stretch.push(*at),
            None => out.push(vec![*at]),
        }
    }
    out
}

fn is_telling(text: &str, passage: &Passage) -> bool {
    let piece = passage.span.of(text);
    if piece.len() > LONGEST || piece.ends_with(['?', '!']) || passage.form == Form::Sentence && piece.ends_with('.') {
        return false;
    }
    let List { telling, opening, of_the_job, .. } = List::shared();
    let mut words = words_of(piece);
    let (Some(first), Some(second)) = (words.next(), words.next()) else { return false };
    // "Excellent health insurance" opens as well: what is offered is no list of requirements
    let may_open = passage.form == Form::Item && matches!(passage.section, Section::Duties | Section::Summary | Section::Other);
    let mut early = [first, second].into_iter().chain(words).take(EARLY);
    !of_the_job.has(first) && (may_open && opening.has(first) || early.any(|word| telling.has(word)))
}

fn is_of_the_job(text: &str, passage: &Passage) -> bool {
    words_of(passage.span.of(text)).next().is_none_or(|first| List::shared().of_the_job.has(first))
}

fn words_of(piece: &str) -> impl Iterator<Item = &str> {
    let article = |word: &&str| ["a", "an", "the"].iter().any(|known| known.eq_ignore_ascii_case(word));
    piece
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '/' | '(' | ')' | ':' | ';' | '-'))
        .filter(|word| !word.is_empty())
        .skip_while(article)
}
