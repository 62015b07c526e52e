//! Joins the tokens of a list that only look like several items, before its shape is read.
//!
//! "review, organize, and present large sets of data" is one task, "Application Lifecycle Management (ALM) tools" one name, "a dynamic,
//! fast-paced environment" one place. What single phrases mean is left to [`leaf`](super::leaf).

use crate::{
    kind::{heads::Heads, pieces::token_at},
    line::Line,
    taxonomy::Family,
    value::{Piece, Token},
};
use std::ops::Range;

/// The pieces with all that only looks like several items joined. `task`: the list says what is done, as behind "ability to".
pub(super) fn settled(line: &Line<'_>, pieces: Vec<Piece>, task: bool) -> Vec<Piece> {
    let pieces = settle_asides(line, join_abbreviations(line, settle_connectors(line, pieces)));
    let pieces = join_actions(line, join_descriptions(line, join_surroundings(line, pieces)));
    if task { join_reach(line, join_objects(line, join_verbs(line, pieces))) } else { pieces }
}

/// "Earned Value Management (EVMS)": the letters of the words before.
pub(super) fn is_abbreviation(line: &Line<'_>, name: &Range<usize>, range: &Range<usize>) -> bool {
    let letters: String = line.phrase(range).chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let initials: String = name.clone().filter_map(|at| line.word(at).chars().next()).filter(|c| c.is_alphabetic()).collect();
    range.len() <= 2
        && letters.len() >= 2
        && letters.len() <= 7
        && letters.chars().next().is_some_and(|c| initials.contains(c))
        && letters.chars().take(2).all(|c| initials.contains(c))
}

/// "Application Lifecycle Management (ALM) tools": an abbreviation inside a phrase is a part of it.
fn join_abbreviations(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
    for open in 1..pieces.len() {
        let Some([before, opening, inner, closing, behind]) = pieces.get_mut(open - 1..open + 4) else { break };
        let shaped = before.token == Token::Word
            && opening.token == Token::Open
            && inner.token == Token::Word
            && closing.token == Token::Close
            && behind.token == Token::Word;
        let from = before.words.end.saturating_sub(6);
        if shaped && is_abbreviation(line, &(from..before.words.end), &inner.words) {
            opening.token = Token::Word;
            closing.token = Token::Word;
        }
    }
    pieces
}

/// "a dynamic, fast-paced environment", "an inclusive and diverse community": adjectives before one noun of a place or a circle
/// of people are one phrase, however they are joined.
fn join_surroundings(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
    let ends: Vec<usize> = (0..pieces.len())
        .filter(|at| pieces.get(*at).is_some_and(|p| p.token == Token::Word && line.is_one_of(p.words.end - 1, SURROUNDINGS)))
        .collect();
    for end in ends {
        let mut at = end;
        loop {
            while at > 0 && pieces.get(at - 1).is_some_and(|p| p.token == Token::Word) {
                at -= 1;
            }
            // The run of words that holds the noun is short, and an adjective stands before the join.
            let own = pieces.get(at).map_or(0, |p| p.words.start)..pieces.get(end).map_or(0, |p| p.words.end);
            let joined = at >= 2 && pieces.get(at - 1).is_some_and(|p| matches!(p.token, Token::Comma | Token::And));
            let adjective =
                pieces.get(at.wrapping_sub(2)).is_some_and(|p| p.token == Token::Word && is_modifier(line.word(p.words.end - 1)));
            let Some(join) = pieces
                .get_mut(at.wrapping_sub(1))
                .filter(|_| joined && adjective && own.len() <= LONGEST_PLACE && modifies_first(line, &own))
            else {
                break;
            };
            join.token = Token::Word;
        }
    }
    pieces
}

/// "large, complex, multi-dimensional data sets", "efficient and scalable data pipelines": words that only praise or measure a
/// thing name nothing, so those before one noun are one phrase.
fn join_descriptions(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
    let heads = Heads::shared();
    for at in 1..pieces.len().saturating_sub(1) {
        // "maintaining efficient | and | scalable pipelines": an adjective that another word leads to is no disposition of its own
        let led = at > 1 && pieces.get(at - 2).is_some_and(|p| p.token == Token::Word);
        let Some([before, join, behind]) = pieces.get_mut(at - 1..at + 2) else { break };
        let joins = matches!(join.token, Token::Comma | Token::And | Token::Or | Token::Slash)
            && before.token == Token::Word
            && behind.token == Token::Word;
        let described = heads.is_description(line.word(before.words.end - 1));
        let next = line.word(behind.words.start);
        let known = line.label_at(Family::Trait, before.words.start).is_some_and(|l| l.words.end == before.words.end) && !led;
        if joins && described && !known && (heads.is_description(next) || line.is_one_of(behind.words.start + 1, &["-"])) {
            join.token = Token::Word;
        }
    }
    pieces
}

/// The longest run of adjectives with their noun of a place, in words and signs.
const LONGEST_PLACE: usize = 8;

/// Nouns of a place of work, or of the people in it.
const SURROUNDINGS: &[&str] = &[
    "environment", "environments", "setting", "settings", "team", "teams", "community", "communities", "atmosphere", "culture",
    "workplace", "organization", "organisation",
];

fn modifies_first(line: &Line<'_>, words: &Range<usize>) -> bool {
    words.clone().take(3).any(|at| modifies(line.word(at)))
}

fn is_modifier(word: &str) -> bool {
    modifies(word) || Heads::shared().is_description(word)
}

/// Whether a word describes a noun, by its ending: "collaborative", "distributed", "fast-paced", "global".
fn modifies(word: &str) -> bool {
    word.len() > 4
        && ["al", "ic", "ive", "ed", "ing", "ous", "ble", "ary", "ant", "ent", "functional", "disciplinary", "diverse"]
            .iter()
            .any(|ending| word.ends_with(ending))
        || matches!(word, "diverse" | "paced" | "agile" | "global" | "dynamic" | "matrix" | "complex" | "remote" | "busy" | "matrixed")
}

/// Parentheses that list nothing: "(for inference layers)" is left out, "(structured and unstructured) data" is a part of its phrase,
/// and "(in Excel)" says with what.
fn settle_asides(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
    let mut at = 0;
    while let Some(open) = pieces.iter().skip(at).position(|p| p.token == Token::Open).map(|found| at + found) {
        let Some(close) = pieces.iter().skip(open).position(|p| p.token == Token::Close).map(|found| open + found) else { break };
        at = close + 1;
        let inner = pieces.get(open).map_or(0, |p| p.words.end)..pieces.get(close).map_or(0, |p| p.words.start);
        let goes_on = open > 0 && pieces.get(close + 1).is_some_and(|p| p.token == Token::Word);
        let named = line.labels_in(Family::Skill, inner.clone()).next().is_some() || inner.clone().any(|word| line.is_capital(word));
        let of_trait = line.labels_of(Family::Trait).any(|label| label.words.end == inner.start.saturating_sub(1));
        if line.is_one_of(inner.start, &["for", "as", "core", "when", "if"]) || line.find(inner.clone(), &["not"]).is_some() {
            pieces.drain(open..=close);
            at = open;
        } else if goes_on && !named && !of_trait && inner.len() <= LONGEST_ASIDE {
            pieces.iter_mut().take(close + 1).skip(open).for_each(|piece| piece.token = Token::Word);
        } else if line.is_one_of(inner.start, &["in", "using", "with", "via"]) && inner.len() > 1 {
            if let Some(piece) = pieces.get_mut(open) {
                *piece = Piece { token: Token::And, words: inner.start..inner.start + 1 };
            }
            pieces.remove(close);
            pieces.remove(open + 1);
            at = open + 1;
        }
    }
    pieces
}

/// The longest parenthesis that is taken for a part of its phrase, in words.
const LONGEST_ASIDE: usize = 4;

/// "the development and enhancement of the curriculum": nouns of action that share one object are one task.
fn join_actions(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
    let mut from = 0;
    for of in 0..pieces.len() {
        let ends = pieces.get(of).is_some_and(|p| p.token == Token::Word && line.is_one_of(p.words.start, &["of"]))
            && of > 0
            && pieces.get(of - 1).is_some_and(|p| is_action(line, p));
        if !ends {
            continue;
        }
        let mut at = of - 1; // the last noun of action; what follows walks back over the others
        let mut told = false;
        while at > from {
            let Some(join) = (from..at).rev().find(|i| pieces.get(*i).is_some_and(|p| p.token != Token::Word)) else { break };
            told |= pieces.get(join).is_some_and(|p| matches!(p.token, Token::And | Token::Or | Token::Slash));
            let adjectives = at - join <= 2;
            let mut first = join;
            while first > from
                && pieces.get(first - 1).is_some_and(|p| matches!(p.token, Token::Comma | Token::And | Token::Or | Token::Slash))
            {
                first -= 1;
            }
            let plain = pieces
                .get(first..=join)
                .is_some_and(|run| run.iter().all(|p| matches!(p.token, Token::Comma | Token::And | Token::Or | Token::Slash)));
            if !told || !adjectives || !plain || first == 0 || !pieces.get(first - 1).is_some_and(|p| is_action(line, p)) {
                break;
            }
            pieces.iter_mut().take(join + 1).skip(first).for_each(|piece| piece.token = Token::Word);
            at = first - 1;
        }
        from = of;
    }
    pieces
}

/// "development", "maintenance", "optimization": what is done, as a noun.
fn is_action(line: &Line<'_>, piece: &Piece) -> bool {
    let word = line.word(piece.words.end.saturating_sub(1));
    piece.token == Token::Word && piece.words.len() == 1 && Heads::shared().is_action(word)
}

/// "assess profiles across sales, marketing and operations": what a task reaches over is listed, not asked.
fn join_reach(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
    let heads = Heads::shared();
    let mut reaches = false;
    let mut depth = 0_usize;
    for at in 1..pieces.len() {
        let Some(piece) = pieces.get(at) else { break };
        match piece.token {
            Token::Open => depth += 1,
            Token::Close => depth = depth.saturating_sub(1),
            Token::Semicolon | Token::Example | Token::Namely => reaches = false,
            Token::Word if line.is_one_of(piece.words.start, &["across", "between", "among", "throughout", "regardless", "for"]) => {
                reaches = true
            }
            Token::Comma | Token::And | Token::Or | Token::Slash if reaches && depth == 0 => {
                let next = (at + 1..pieces.len()).find(|i| pieces.get(*i).is_some_and(|p| p.token == Token::Word));
                let word = next.and_then(|i| pieces.get(i)).map_or(0, |p| p.words.start);
                let verb = is_verb_form(heads, line.word(word)) && line.label_at(Family::Skill, word).is_none();
                if verb || line.label_at(Family::Trait, word).is_some() {
                    reaches = false;
                } else if let Some(join) = pieces.get_mut(at) {
                    join.token = Token::Word;
                }
            }
            _ => {}
        }
    }
    pieces
}

/// Words that only join: "as applied to problems in" parts two items.
fn settle_connectors(line: &Line<'_>, pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut skip_to = 0;
    for piece in pieces {
        let at = piece.words.start;
        if at < skip_to {
            continue;
        }
        let connector = line
            .matches("as? applied to problems? in?", at)
            .or_else(|| line.matches("with a? focus|emphasis on", at))
            .or_else(|| line.matches("in addition to", at))
            .or_else(|| line.matches("who is|are", at))
            .or_else(|| line.matches("along with", at))
            .or_else(|| by_means_of(line, at))
            .or_else(|| behind_experience(line, at));
        match connector {
            Some(end) if piece.token == Token::Word => {
                out.push(Piece { token: Token::And, words: at..end });
                skip_to = end;
            }
            _ => out.push(piece),
        }
    }
    out
}

/// "hardware development experience | with | Verilog": what the experience is of, and what it was gathered with, are two things.
fn behind_experience(line: &Line<'_>, at: usize) -> Option<usize> {
    let end = line.matches("with|in|using", at)?;
    let noun = at >= 2 && line.is_one_of(at - 1, &["experience", "expertise"]); // "coding skills in Python" asks for Python
    let ends_name = line.labels_of(Family::Skill).any(|label| label.words.end + 1 == at || label.words.end == at);
    let named = ends_name && line.label_at(Family::Skill, end).is_some();
    (noun && named).then_some(end)
}

/// "building front-end applications using PyQt": what something is done with is known as well, where the vocabulary has it.
pub(super) fn by_means_of(line: &Line<'_>, at: usize) -> Option<usize> {
    if at > 0
        && let Some(end) = line.matches("in|using|with either", at)
    {
        return Some(end); // "developing services in either Java or Python"
    }
    let end = line
        .matches("using|utilizing|leveraging|via|through? the? use? of?", at)
        .filter(|_| line.is_one_of(at, &["using", "utilizing", "leveraging", "via"]))?;
    let named = (end..end + 4).any(|i| line.label_at(Family::Skill, i).is_some())
        || line.is_capital(end)
        || (end..line.len().min(end + 4)).any(|i| token_at(line, i, line.len()).0 == Token::Example); // "using frameworks such as"
    let led = at > 0 && !line.is_one_of(at - 1, &["and", "or", "/"]); // "creating and using APIs" is one task
    (led && named).then_some(end)
}

/// "review, organize, and present large sets of data": bare verbs before an object are one task with it.
fn join_verbs(line: &Line<'_>, pieces: Vec<Piece>) -> Vec<Piece> {
    let heads = Heads::shared();
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut index = 0;
    while let Some(piece) = pieces.get(index) {
        let run = pieces.iter().skip(index).take_while(|p| p.token == Token::Word).count();
        let verb = piece.token == Token::Word
            && run == 1
            && is_verb_form(heads, line.word(piece.words.start))
            && begins_no_trait(line, piece.words.start);
        let joins =
            pieces.iter().skip(index + run).take_while(|p| matches!(p.token, Token::Comma | Token::And | Token::Or | Token::Slash)).count();
        let next = index + run + joins;
        let chained = verb && chain_ends_in_object(line, heads, &pieces, next);
        let next_is_verb = chained
            && pieces.get(next).is_some_and(|p| {
                p.token == Token::Word && is_verb_form(heads, line.word(p.words.start)) && begins_no_trait(line, p.words.start)
            });
        if verb && joins > 0 && next_is_verb {
            // The verb and the joins become words of the next item.
            out.extend(pieces.iter().skip(index).take(run + joins).map(|p| Piece { token: Token::Word, words: p.words.clone() }));
            index = next;
            continue;
        }
        out.extend(pieces.iter().skip(index).take(run.max(1)).cloned());
        index += run.max(1);
    }
    out
}

/// Whether a chain of bare verbs ends in one with an object: "review, organize, and present | large sets of data".
fn chain_ends_in_object(line: &Line<'_>, heads: &Heads, pieces: &[Piece], mut at: usize) -> bool {
    while let Some(piece) = pieces.get(at).filter(|p| p.token == Token::Word && is_verb_form(heads, line.word(p.words.start))) {
        let run = pieces.iter().skip(at).take_while(|p| p.token == Token::Word).count();
        let words: usize = pieces.iter().skip(at).take(run).map(|p| p.words.len()).sum();
        if words > 1 {
            return line.label_at(Family::Skill, piece.words.start).is_none_or(|l| l.words.len() < words);
        }
        at += run
            + pieces.iter().skip(at + run).take_while(|p| matches!(p.token, Token::Comma | Token::And | Token::Or | Token::Slash)).count();
    }
    false
}

/// "collaborate with senior members and stakeholders": in a list of tasks, what begins with no verb and is nothing known by itself is
/// one more object of the task before it.
fn join_objects(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
    let heads = Heads::shared();
    let mut depth = 0_usize;
    let mut open = false;
    if pieces.iter().filter(|p| p.token == Token::Comma).count() >= 2 {
        return pieces; // three objects and more are listed: "instructions, correspondence, and memos"
    }
    for index in 1..pieces.len() {
        let (Some(before), Some(piece)) = (pieces.get(index - 1).cloned(), pieces.get(index).cloned()) else { break };
        match piece.token {
            Token::Open => depth += 1,
            Token::Close => depth = depth.saturating_sub(1),
            Token::Example | Token::Namely | Token::Semicolon => open = true,
            _ => {}
        }
        let plain = line.is_one_of(before.words.start, &[",", "and", "/", "&", "as"]); // not "using", which only stands for a conjunction
        let joined = plain && matches!(before.token, Token::Comma | Token::And | Token::Slash);
        let begins = piece.token == Token::Word && joined && depth == 0 && !open;
        if !begins {
            continue;
        }
        let at = piece.words.start;
        let at = if line.word(at).ends_with("ly") || line.is_one_of(at, &["to", "the"]) { at + 1 } else { at };
        let own = is_verb_form(heads, line.word(at))
            || !begins_no_label(line, at)
            || line.label_at(Family::Condition, at).is_some()
            || line.is_one_of(at, &["as", "with", "under", "other"]);
        if !own {
            let joins = pieces
                .iter()
                .take(index)
                .rev()
                .take_while(|p| matches!(p.token, Token::Comma | Token::And | Token::Or | Token::Slash))
                .count();
            for piece in pieces.iter_mut().take(index).skip(index - joins) {
                piece.token = Token::Word;
            }
        }
    }
    pieces
}

/// "motivation on growing and learning new things": bare gerunds behind a disposition share what follows the last of them.
pub(super) fn join_gerunds(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
    let gerund = |at: usize| line.word(at).len() > 4 && line.word(at).ends_with("ing");
    for at in 2..pieces.len().saturating_sub(1) {
        let Some([led, before, join, behind]) = pieces.get_mut(at - 2..at + 2) else { break };
        let prepared = led.token == Token::Word && line.is_one_of(led.words.start, &["on", "in", "for", "about", "of", "to", "with"]);
        let bare = before.token == Token::Word && gerund(before.words.start) && behind.token == Token::Word && gerund(behind.words.start);
        if prepared && bare && matches!(join.token, Token::Comma | Token::And | Token::Or) {
            join.token = Token::Word;
        }
    }
    pieces
}

pub(super) fn is_verb_form(heads: &Heads, word: &str) -> bool {
    heads.is_verb(word) || (word.len() > 5 && word.ends_with("ing"))
}

fn begins_no_trait(line: &Line<'_>, at: usize) -> bool {
    line.label_at(Family::Trait, at).is_none()
}

pub(super) fn begins_no_label(line: &Line<'_>, at: usize) -> bool {
    line.label_at(Family::Skill, at).is_none() && line.label_at(Family::Trait, at).is_none()
}
