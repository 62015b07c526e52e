//! What time was spent on: the words before "experience" and the list behind it.
//!
//! "3 years of retail or banking experience" → retail, banking; "in sales, marketing and a good command of Excel" → sales, marketing.

use crate::{
    kind::{heads::Heads, pieces::list_pieces, words::Words},
    line::Line,
    taxonomy::Family,
    value::{Piece, Shape, Token, read_list},
};
use std::ops::Range;

/// What the time was spent on: the words between the length and "experience", and the list behind it. Gives where it ends.
pub(super) fn areas(line: &Line<'_>, from: usize, limit: usize, spent: Option<usize>) -> (usize, Vec<String>) {
    let heads = Heads::shared();
    let mut areas = Vec::new();
    let noun =
        spent.filter(|at| line.is_one_of(*at, &["experience", "experiences", "exp", "background", "expertise", "practice", "knowledge"]));
    if let Some(noun) = noun {
        let phrase = trim_area(line, from..noun);
        if !phrase.is_empty() && heads.setting(line.phrase(&phrase)).is_none() {
            areas.extend(list_areas(line, phrase));
        }
    }
    let start = noun.map_or(from, |n| n + 1);
    let start =
        line.matches("and|or|/ working|practical|good|strong? knowledge|understanding|expertise|skills of|in|with", start).unwrap_or(start);
    let end = areas_end(line, start, limit);
    let behind = trim_area(line, start..end);
    if !behind.is_empty() {
        areas.extend(list_areas(line, behind.clone()));
    }
    let end = if behind.is_empty() { start.min(end) } else { behind.end };
    (end.max(start), areas)
}

/// Where the list of what the time was spent on ends.
pub(super) fn areas_end(line: &Line<'_>, start: usize, limit: usize) -> usize {
    let classes = &Words::shared().experience;
    let mut at = start;
    while at < limit {
        if let Some(end) = aside_in_list(line, at, limit).or_else(|| names_members(line, at)).filter(|_| at > start) {
            at = end;
            continue;
        }
        let ends = classes.stop.has(line, at) || line.matches("in lieu|place|addition|order|conjunction", at).is_some();
        if ends && !(line.is_one_of(at, &["("]) && at == start) {
            break;
        }
        if at > start && line.word(at) == "-" && line.is_spaced(at) && line.is_spaced(at + 1) {
            break; // "as a Data Scientist - 7+ years"
        }
        if matches!(line.word(at), "," | "and" | "or" | "with" | "&") && opens_another(line, at + 1) {
            break;
        }
        if line.is_one_of(at, &[":"]) && at > start + 8 && !line.is_one_of(at - 1, &["following", "fields", "areas", "to"]) {
            break;
        }
        at += 1;
    }
    while at > start
        && line.is_one_of(at - 1, &[",", "and", "or", "with", "a", "an", "at", "least", "minimum", "of", "&", "/", "the", "in", "for"])
    {
        at -= 1;
    }
    at
}

/// "coding (e.g. Python, R), querying databases": where a parenthesis closes behind which the list goes on.
fn aside_in_list(line: &Line<'_>, open: usize, limit: usize) -> Option<usize> {
    let close = line.find(open..limit, &[")"]).filter(|_| line.is_one_of(open, &["("]))?;
    (close + 1 < limit && line.is_one_of(close + 1, &[",", "and", "or"])).then_some(close + 1)
}

/// "a technical field, | including computer science": behind a word for fields or places, the list goes on with those meant.
fn names_members(line: &Line<'_>, at: usize) -> Option<usize> {
    let classes = &Words::shared().experience;
    let end = line.matches(",? including ,? but? not? limited? to? :?", at)?;
    (at > 0 && classes.class.has(line, at - 1)).then_some(end)
}

/// What follows a conjunction is another requirement, not another area.
fn opens_another(line: &Line<'_>, at: usize) -> bool {
    let classes = &Words::shared().experience;
    let at = line.matches("a|an|the|or|and relevant|related?", at).unwrap_or(at);
    line.is_number(at)
        || classes.opening.has(line, at) && !line.is_one_of(at + 1, &["with", "field", "fields"])
        || line.label_at(Family::Degree, at).is_some_and(|l| !line.is_one_of(l.words.start, &["as"]))
}

/// An area without the words around it that name nothing.
pub(super) fn trim_area(line: &Line<'_>, mut range: Range<usize>) -> Range<usize> {
    let classes = &Words::shared().experience;
    // "in-house counsel", "full-cycle recruiting": the first half of a compound is no lead, "full-time" is one as a whole
    let halves = |at: usize| line.is_one_of(at + 1, &["-"]) && at + 2 < range.end && !classes.lead.has(line, at + 2);
    while range.start < range.end && classes.lead.has(line, range.start) && !halves(range.start) {
        range.start += 1;
    }
    while range.end > range.start && classes.trail.has(line, range.end - 1) {
        range.end -= 1;
    }
    range
}

/// The areas that a stretch lists.
pub(super) fn list_areas(line: &Line<'_>, range: Range<usize>) -> Vec<String> {
    let pieces = joined_purposes(line, list_pieces(line, range, &[Family::Skill, Family::Field]));
    let Some(shape) = read_list(&pieces) else { return Vec::new() };
    named(line, &shape)
        .into_iter()
        .map(|item| trim_area(line, item))
        .filter(|item| !item.is_empty() && !is_place_name(line, item))
        .map(|item| line.phrase(&item).to_owned())
        .collect()
}

/// The areas of a shape: "languages such as Go and Java" are Go and Java, "coding (e.g. Python, R)" is coding.
fn named(line: &Line<'_>, shape: &Shape) -> Vec<Range<usize>> {
    let aside = |name: &Range<usize>| line.is_one_of(name.end, &["("]) && !Words::shared().phrase.classes.has(line, name.end - 1);
    match shape {
        Shape::All(parts) | Shape::Any(parts) => parts.iter().flat_map(|part| named(line, part)).collect(),
        Shape::Class { name, .. } if !name.is_empty() && aside(name) => vec![name.clone()],
        other => other.items(),
    }
}

/// "using analytics to solve product or business problems, coding": what something is done for is no list of its own.
fn joined_purposes(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
    let mut reaches = false;
    for piece in &mut pieces {
        match piece.token {
            Token::Word if line.is_one_of(piece.words.start, &["to"]) => reaches = Heads::shared().is_verb(line.word(piece.words.end)),
            Token::And | Token::Or | Token::Slash if reaches => piece.token = Token::Word,
            Token::Word => {}
            _ => reaches = false,
        }
    }
    pieces
}

/// "the New York City area": where the time was spent, not on what.
fn is_place_name(line: &Line<'_>, item: &Range<usize>) -> bool {
    line.label_at(Family::Place, item.start).is_some_and(|place| {
        (place.words.end..item.end).all(|at| line.is_one_of(at, &["area", "region", "market", "metropolitan", "metro"]))
    })
}
