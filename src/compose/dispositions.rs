//! Several dispositions in one run of words: "work independently and in a team", "detail-oriented self-starter", "interest and
//! experience in robotics".

use super::{group::Wish, leaf};
use crate::{
    kind::{
        Predicate, Trait,
        heads::{Heads, TaskWord},
        pieces::token_at,
        trait_,
        words::Words,
    },
    line::Line,
    logic::Expr,
    requirement::Needs,
    taxonomy::Family,
    value::{Piece, Shape, Token},
};
use std::ops::Range;

/// The longest way of working, in words: "in a fast-moving and diverse team".
const LONGEST_WAY: usize = 7;

/// What a run of words needs that names several dispositions; `None` where it names one, or none.
pub(super) fn several(line: &Line<'_>, words: &Range<usize>) -> Option<Needs> {
    if words.len() < 2 {
        return None;
    }
    shared_parts(line, words).or_else(|| ways_of_working(line, words)).or_else(|| of_a_person(line, words))
}

/// "self-motivated and directed", "results and delivery oriented": two compounds that share their first or their last word.
fn shared_parts(line: &Line<'_>, words: &Range<usize>) -> Option<Needs> {
    let join = line.find(words.start + 1..words.end - 1, &["and", "&"])?;
    let named = |text: &str| line.taxonomy.named(Family::Trait, text).is_some();
    if line.is_one_of(words.start, &["self"]) && join + 2 == words.end {
        let second = format!("self-{}", line.raw(join + 1));
        return named(&second).then(|| Expr::all(vec![disposition(line.phrase(&(words.start..join)).to_owned()), disposition(second)]));
    }
    let last = words.end - 1;
    let before = words.start..join - usize::from(line.is_one_of(join - 1, &["-"]));
    let single = before.len() == 1 && line.label_at(Family::Trait, before.start).is_none_or(|label| label.words.end > join);
    let behind = join + 1..words.end;
    (Words::shared().phrase.compound.has(line, last) && single && (2..=3).contains(&behind.len())).then(|| {
        let first = format!("{} {}", line.phrase(&before), line.raw(last));
        Expr::all(vec![disposition(first), disposition(line.phrase(&behind).to_owned())])
    })
}

/// "work effectively both independently and in a team": one disposition for each way.
fn ways_of_working(line: &Line<'_>, words: &Range<usize>) -> Option<Needs> {
    let start = words.start + usize::from(line.word(words.start).ends_with("ly"));
    if words.len() < 4 || !Heads::shared().is_task_verb(TaskWord::Manner, line.word(start)) {
        return None;
    }
    let verb = start..line.matches("effectively|well|efficiently|successfully|productively", start + 1).unwrap_or(start + 1);
    let from = line.matches(",? both|either", verb.end).unwrap_or(verb.end);
    let (mut ways, mut any, mut at, mut way) = (Vec::new(), false, from, from);
    while at <= words.end {
        let (token, after) = if at < words.end { token_at(line, at, words.end) } else { (Token::And, at + 1) };
        if matches!(token, Token::And | Token::Or | Token::Comma) {
            any |= token == Token::Or;
            if way < at {
                ways.push(way_of_working(line, way..at)?);
            }
            way = after;
            if token == Token::Comma && !matches!(token_at(line, after, words.end).0, Token::And | Token::Or) {
                break; // "…, in a fast paced environment" says where
            }
        }
        at = after;
    }
    let verb = line.phrase(&verb);
    let place = line.labels_in(Family::Trait, way..words.end).next().map(|label| Expr::Atom(trait_::read::of_phrase(line, &label.words)));
    let needs = ways.iter().map(|way| disposition(format!("{verb} {}", line.phrase(way)))).chain(place);
    (ways.len() > 1).then(|| if any { Expr::any(needs.collect()) } else { Expr::all(needs.collect()) })
}

/// "independently", "as part of a team | to resolve issues": a way of working, without what the work is for.
fn way_of_working(line: &Line<'_>, words: Range<usize>) -> Option<Range<usize>> {
    let end = line.find(words.start + 1..words.end, &["to", "for", "under", "without", "while"]).unwrap_or(words.end);
    let first = line.word(words.start);
    let alone = words.start + 1 == end && (first.ends_with("ly") || matches!(first, "alone" | "solo"));
    let lists = &Words::shared().phrase;
    let company = |at: usize| lists.surroundings.has(line, at) || Heads::shared().is_people(line.word(at)) || lists.company.has(line, at);
    let led = line.is_one_of(words.start, &["in", "with", "as", "on", "within", "part"]);
    (alone || led && end - words.start <= LONGEST_WAY && (words.start..end).any(company)).then_some(words.start..end)
}

/// Joins what tells of several ways of working into one run of words, which [`several`] parts again.
pub(super) fn join_ways(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
    let run_end = |pieces: &[Piece], from: usize| from + pieces.iter().skip(from).take_while(|p| p.token == Token::Word).count();
    let words =
        |pieces: &[Piece], run: Range<usize>| Some(pieces.get(run.start)?.words.start..pieces.get(run.end.checked_sub(1)?)?.words.end);
    let mut from = 0;
    while from < pieces.len() {
        let end = run_end(&pieces, from);
        let next = end + pieces.iter().skip(end).take_while(|p| matches!(p.token, Token::And | Token::Or | Token::Comma)).count();
        let next_end = run_end(&pieces, next);
        let told = pieces.get(end..next).is_some_and(|joins| joins.iter().any(|p| matches!(p.token, Token::And | Token::Or)));
        let joined = words(&pieces, from..end).zip(words(&pieces, next..next_end)).is_some_and(|(first, second)| {
            let both = first.start..second.end;
            told && (shared_parts(line, &both).is_some() || way_of_working(line, second).is_some() && several(line, &both).is_some())
        });
        if joined {
            pieces.iter_mut().take(next).skip(end).for_each(|piece| piece.token = Token::Word);
        } else {
            from = next.max(from + 1);
        }
    }
    pieces
}

/// "detail-oriented self-starter", "goal-driven individual": dispositions before a noun for a person.
fn of_a_person(line: &Line<'_>, words: &Range<usize>) -> Option<Needs> {
    line.labels_in(Family::Trait, words.clone()).next()?; // most phrases hold none
    let words = leaf::clean(line, words.clone());
    let last = words.end.checked_sub(1).filter(|last| *last > words.start)?;
    let person = Words::shared().phrase.person.has(line, last);
    let named = line.label_at(Family::Trait, words.start).is_some_and(|label| label.words == words);
    if named || !person && !line.word(last).ends_with("er") {
        return None;
    }
    let end = if person { last } else { words.end };
    let (mut at, mut found) = (words.start, Vec::new());
    while at < end {
        let label = line.label_at(Family::Trait, at).filter(|label| label.words.end <= end)?;
        at = label.words.end;
        found.push(Expr::Atom(trait_::read::of_phrase(line, &label.words)));
    }
    let whole = person || line.labels_of(Family::Trait).any(|label| label.words.end == end && label.words.len() > 1); // not "avid | learner"
    (whole && found.len() > usize::from(!person)).then(|| Expr::all(found))
}

/// "interest and experience in | robotics": what a wish beside a head is for, item by item.
/// The list begins at `list`.
pub(super) fn wishes(line: &Line<'_>, wish: &Wish, list: usize, shape: &Shape) -> Vec<Needs> {
    match shape {
        Shape::Item(words) | Shape::Class { name: words, .. } => {
            let words = leaf::clean(line, words.clone());
            let joint = if line.is_one_of(list - 1, &["in", "for", "of", "with", "about"]) { line.raw(list - 1) } else { "in" };
            let text = format!("{} {joint} {}", line.phrase(&wish.noun), line.phrase(&words));
            (!words.is_empty()).then(|| disposition(text)).into_iter().collect()
        }
        Shape::All(parts) | Shape::Any(parts) => parts.iter().flat_map(|part| wishes(line, wish, list, part)).collect(),
    }
}

fn disposition(text: String) -> Needs {
    Expr::Atom(Predicate::Trait(Trait { text, concept: None }))
}
