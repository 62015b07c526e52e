//! Words that only describe what stands behind them: "a dynamic, fast-paced environment", "fraud, credit, or risk models".

use crate::{
    compose::leaf,
    kind::{
        heads::{Heads, TaskWord},
        words::Words,
    },
    line::Line,
    taxonomy::Family,
    value::{Piece, Token},
};
use std::ops::Range;

/// "a dynamic, fast-paced environment", "an inclusive and diverse community": adjectives before one noun of a place or a circle
/// of people are one phrase, however they are joined.
pub(super) fn join_surroundings(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
    let ends: Vec<usize> = (0..pieces.len())
        .filter(|at| {
            pieces.get(*at).is_some_and(|p| p.token == Token::Word && Words::shared().phrase.surroundings.has(line, p.words.end - 1))
        })
        .collect();
    for end in ends {
        let mut at = end;
        loop {
            while at > 0 && pieces.get(at - 1).is_some_and(|p| p.token == Token::Word) {
                at -= 1;
            }
            // The run of words that holds the noun is short, and an adjective stands before the join.
            let own = pieces.get(at).map_or(0, |p| p.words.start)..pieces.get(end).map_or(0, |p| p.words.end);
            // "engaged and positive in tough circumstances": what a preposition parts from the place does not describe it
            let parted = line.find(own.clone(), &["in", "under", "with", "at", "on", "of", "for", "to"]).is_some_and(|p| p < own.end - 1);
            let joined =
                at >= 2 && !parted && pieces.get(at - 1).is_some_and(|p| matches!(p.token, Token::Comma | Token::And | Token::Slash));
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
pub(super) fn join_descriptions(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
    let heads = Heads::shared();
    for at in 1..pieces.len().saturating_sub(1) {
        // "maintaining efficient | and | scalable pipelines": an adjective that another word leads to is no disposition of its own
        let led = at > 1 && pieces.get(at - 2).is_some_and(|p| p.token == Token::Word);
        let Some([before, join, behind]) = pieces.get_mut(at - 1..at + 2) else { break };
        let joins = matches!(join.token, Token::Comma | Token::And | Token::Or | Token::Slash)
            && before.token == Token::Word
            && behind.token == Token::Word;
        if !joins {
            continue;
        }
        let described = heads.is_description(line.word(before.words.end - 1));
        let next = line.word(behind.words.start);
        let known = line.label_at(Family::Trait, before.words.start).is_some_and(|l| l.words.end == before.words.end) && !led;
        let many = heads.is_task_word(TaskWord::Many, line.word(before.words.end - 1))
            && (line.is_one_of(behind.words.start + 1, &["-"]) || next.len() > 6 && next.ends_with("ing") && !heads.is_verb(next));
        // "supervised and unsupervised learning", "technical and non-technical audiences"
        let counterpart = line.word(before.words.end - 1).len() > 5
            && next.len() > line.word(before.words.end - 1).len()
            && next.ends_with(line.word(before.words.end - 1))
            || line.is_one_of(behind.words.start, &["non", "semi", "un"])
                && line.is_one_of(behind.words.start + 1, &["-"])
                && before.words.len() == 1;
        // "collaborating within and across teams"
        let preposition = |at: usize| {
            line.is_one_of(
                at,
                &["within", "across", "in", "on", "with", "between", "inside", "outside", "before", "during", "after", "for", "from", "to"],
            )
        };
        let reaching =
            line.is_one_of(join.words.start, &["and", "or"]) && preposition(before.words.end - 1) && preposition(behind.words.start);
        // "quickly and effectively review", "pre and post registration nursing"
        let adverbs = |p: &Piece| line.word(p.words.start).len() > 4 && line.word(p.words.start).ends_with("ly");
        let adverbs = before.words.len() == 1 && behind.words.len() == 1 && adverbs(before) && adverbs(behind);
        let times = line.is_one_of(before.words.end - 1, &["pre"]) && line.is_one_of(behind.words.start, &["post"]);
        if many || counterpart || reaching || adverbs || times {
            join.token = Token::Word; // "manage multiple, often-competing priorities"
        } else if described
            && !known
            && (led && !heads.is_verb(next) || heads.is_description(next) || line.is_one_of(behind.words.start + 1, &["-"]))
        {
            join.token = Token::Word;
        }
    }
    pieces
}

/// "building fraud, credit, or risk models": single words that share the noun behind the last, under one gerund.
pub(super) fn join_modifiers(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
    let phrase = &Words::shared().phrase;
    let word = |p: &Piece| p.token == Token::Word && p.words.len() == 1 && !line.is_capital(p.words.start);
    let joins = |p: &Piece| matches!(p.token, Token::Comma | Token::And | Token::Or);
    let Some((first, rest)) = pieces.split_first() else { return pieces };
    let gerund = word(first) && line.word(first.words.start).ends_with("ing") && line.word(first.words.start).len() > 5;
    let Some(end) = pieces.iter().rposition(word).filter(|end| gerund && *end + 1 == pieces.len() && rest.len() >= 4) else {
        return pieces;
    };
    let shared = pieces.get(end).is_some_and(|p| {
        phrase.classes.has(line, p.words.start) || phrase.alike.has(line, p.words.start) || phrase.shared.has(line, p.words.start)
    });
    // one word a place: word, join, word, …, and two behind the last join
    let inner = pieces.get(1..end - 1).unwrap_or_default();
    let (mut spaced, mut was_word, mut told) = (true, false, 0);
    for piece in inner {
        spaced &= if word(piece) { !was_word } else { joins(piece) };
        was_word = word(piece);
        told += usize::from(matches!(piece.token, Token::And | Token::Or));
    }
    let modifier = pieces.get(end - 1).is_some_and(word) && inner.last().is_some_and(joins) && inner.first().is_some_and(word);
    if shared && spaced && modifier && told == 1 {
        pieces.iter_mut().for_each(|piece| piece.token = Token::Word);
    }
    pieces
}

/// The longest run of adjectives with their noun of a place, in words and signs.
const LONGEST_PLACE: usize = 8;

fn modifies_first(line: &Line<'_>, words: &Range<usize>) -> bool {
    words.clone().take(3).any(|at| modifies(line.word(at)))
}

fn is_modifier(word: &str) -> bool {
    modifies(word) || Heads::shared().is_description(word)
}

/// Whether a word describes a noun, by its ending: "collaborative", "distributed", "fast-paced", "global".
fn modifies(word: &str) -> bool {
    word.len() > 4
        && ["al", "ic", "ive", "ed", "driven", "ing", "ous", "ble", "ary", "ant", "ent", "functional", "disciplinary", "diverse"]
            .iter()
            .any(|ending| word.ends_with(ending))
        || matches!(word, "diverse" | "paced" | "agile" | "global" | "dynamic" | "matrix" | "complex" | "remote" | "busy" | "matrixed")
}

/// "commitment to personal and professional development": two adjectives before what a disposition is for are one phrase with it.
pub(in crate::compose) fn join_adjectives(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
    for at in 1..pieces.len().saturating_sub(1) {
        let Some([before, join, behind]) = pieces.get_mut(at - 1..at + 2) else { break };
        let words = before.token == Token::Word && before.words.len() == 1 && behind.token == Token::Word;
        let led = before.words.start.wrapping_sub(1);
        let prepared = line.is_one_of(led, &["to", "in", "for", "of", "with", "about"]);
        let adjective = |p: &Piece| leaf::is_adjective(line.word(p.words.start));
        let noun = behind.words.len() > 1 || line.hash(behind.words.end).is_some() && !line.is_sign(behind.words.end);
        if words && prepared && adjective(before) && adjective(behind) && noun && matches!(join.token, Token::And | Token::Or) {
            join.token = Token::Word;
        }
    }
    pieces
}

/// "student-centered, outcomes-based education": two compound adjectives before one noun.
pub(super) fn join_compounds(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
    let compound = |dash: usize| line.is_one_of(dash, &["-"]) && !line.is_spaced(dash) && !line.is_spaced(dash + 1);
    for piece in pieces.iter_mut().filter(|p| p.token == Token::Comma) {
        let at = piece.words.start;
        let noun = line.hash(at + 4).is_some() && !line.is_sign(at + 4) && !line.is_one_of(at + 4, &["and", "or"]);
        if at >= 3 && compound(at - 2) && compound(at + 2) && line.word(at + 3).ends_with("ed") && noun {
            piece.token = Token::Word;
        }
    }
    pieces
}

/// "issues within both business and IT environments": what "both" stands before, behind a preposition, is one phrase.
pub(super) fn join_both(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
    for at in 1..pieces.len() {
        let led = pieces.get(at).is_some_and(|p| p.token == Token::Word && line.is_one_of(p.words.start, &["both"]))
            && pieces.get(at - 1).is_some_and(|p| {
                p.token == Token::Word && line.is_one_of(p.words.start, &["in", "within", "across", "from", "between", "on", "for", "with"])
            });
        if !led {
            continue;
        }
        let and = at + 1 + pieces.iter().skip(at + 1).take_while(|p| p.token == Token::Word).count();
        let near = and - at <= LONGEST_SIDE && pieces.get(and + 1).is_some_and(|p| p.token == Token::Word);
        let joined = pieces.get(and + 1).is_some_and(|p| {
            let end =
                p.words.start + pieces.iter().skip(and + 1).take_while(|p| p.token == Token::Word).map(|p| p.words.len()).sum::<usize>();
            phrase_of_place(line, p.words.start..end)
        });
        if let Some(join) = pieces.get_mut(and).filter(|join| near && joined && join.token == Token::And) {
            join.token = Token::Word;
        }
    }
    pieces
}

/// The longest first side of "both A and B", in pieces.
const LONGEST_SIDE: usize = 4;

/// "IT environments", "business audiences": ends in a place of work or in people.
fn phrase_of_place(line: &Line<'_>, words: Range<usize>) -> bool {
    words.clone().take(4).any(|at| Words::shared().phrase.surroundings.has(line, at) || Heads::shared().is_people(line.word(at)))
}
