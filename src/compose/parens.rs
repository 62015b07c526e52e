//! Parentheses in a list: what they leave out, explain or belong to.
//!
//! "Hardware Security Modules (HSMs)" is one name, "(structured and unstructured) data" one phrase, "(in Excel)" says with what; lists of
//! examples are left to [`read_list`](crate::value::read_list).

use crate::{
    kind::words::Words,
    line::Line,
    taxonomy::Family,
    value::{Piece, Token},
};
use std::ops::Range;

/// The pieces with all parentheses that list nothing settled.
pub(super) fn settled(line: &Line<'_>, pieces: Vec<Piece>) -> Vec<Piece> {
    settle_asides(line, drop_spelled(line, drop_abbreviations(line, join_abbreviations(line, pieces))))
}

/// "Earned Value Management (EVMS)": the letters of the words before.
pub(super) fn is_abbreviation(line: &Line<'_>, name: &Range<usize>, range: &Range<usize>) -> bool {
    let letters: String = line.phrase(range).chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let initials: String = name.clone().filter_map(|at| line.word(at).chars().next()).filter(|c| c.is_alphabetic()).collect();
    range.len() <= 3 // "CI/CD"
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

/// "Common Criteria (CC)": an abbreviation behind the name that it shortens says nothing new.
fn drop_abbreviations(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
    let mut open = 1;
    while let Some([before, opening, inner]) = pieces.get(open - 1..open + 2) {
        let closes = pieces.get(open + 2).is_none_or(|p| p.token == Token::Close);
        let shaped = before.token == Token::Word && opening.token == Token::Open && inner.token == Token::Word && closes;
        let from = before.words.end.saturating_sub(6);
        if shaped && is_abbreviation(line, &(from..before.words.end), &inner.words) {
            pieces.drain(open..(open + 3).min(pieces.len()));
        } else {
            open += 1;
        }
    }
    pieces
}

/// "DOE (Design of Experiments)": an abbreviation and the name that it stands for are one thing; the one that the vocabulary knows is
/// kept, and of two unknown the short one.
fn drop_spelled(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
    let mut open = 1;
    while pieces.get(open).is_some() {
        let close = pieces.iter().skip(open).position(|p| p.token == Token::Close).map_or(pieces.len(), |found| open + found);
        let inner = pieces.get(open).map_or(0, |p| p.words.end)..pieces.get(close - 1).map_or(0, |p| p.words.end);
        let short = pieces.get(open - 1).map_or(0..0, |p| p.words.clone());
        let one = pieces.get(open).is_some_and(|p| p.token == Token::Open)
            && pieces.get(open - 1).is_some_and(|p| p.token == Token::Word)
            && open.checked_sub(2).is_none_or(|at| pieces.get(at).is_some_and(|p| p.token != Token::Word))
            && short.len() == 1
            && line.raw(short.start).chars().all(char::is_uppercase);
        if one && inner.len() >= 2 && spells(line, &short, &inner) {
            let known = |words: &Range<usize>| line.labels_in(Family::Skill, words.clone()).any(|label| label.words == *words);
            if known(&inner) && !known(&short) {
                pieces.drain(open - 1..=open);
                if pieces.get(close - 2).is_some_and(|p| p.token == Token::Close) {
                    pieces.remove(close - 2);
                }
            } else {
                pieces.drain(open..(close + 1).min(pieces.len()));
            }
        } else {
            open += 1;
        }
    }
    pieces
}

/// Whether the letters of a word begin the words behind it, one after the other.
fn spells(line: &Line<'_>, short: &Range<usize>, long: &Range<usize>) -> bool {
    let mut letters = line.word(short.start).chars().peekable();
    for at in long.clone() {
        if letters.peek().is_some_and(|letter| line.word(at).starts_with(*letter)) {
            letters.next();
        }
    }
    letters.peek().is_none() && line.word(short.start).len() >= 2
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
        let signed = line.phrase(&inner).starts_with(['<', '>', '~', '+']);
        let plain = inner.clone().all(|word| !line.is_capital(word));
        let numbered = inner.clone().any(|word| line.raw(word).bytes().any(|b| b.is_ascii_digit()));
        let unnamed = line.labels_in(Family::Skill, inner.clone()).next().is_none();
        // "(25 wpm minimum)", "(> 1TB)", "(formats 1-5)"
        let counted = line.is_number(inner.start) && (plain || unnamed);
        let measure = inner.len() <= LONGEST_ASIDE && (counted || unnamed && (signed || numbered && plain));
        let manner = goes_on && inner.clone().all(|word| Words::shared().phrase.usage.has(line, word)); // "(verbal/written) communication"
        if manner {
            pieces.iter_mut().take(close + 1).skip(open).for_each(|piece| piece.token = Token::Word);
        } else if line.is_one_of(inner.start, &["for", "as", "core", "when", "if"])
            || line.find(inner.clone(), &["not"]).is_some()
            || measure
        {
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
