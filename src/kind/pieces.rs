//! Cuts a stretch of a line into the tokens of a list, for [`read_list`](crate::value::read_list).

use crate::{
    kind::{heads::Heads, words::Words},
    line::Line,
    taxonomy::Family,
    value::{Piece, Token},
};
use std::ops::Range;

/// The list tokens of a stretch of words. Words that belong to one vocabulary label stay one item even where they hold a
/// conjunction or a slash ("R&D", "CI/CD", "research and development").
#[must_use]
pub(crate) fn list_pieces(line: &Line<'_>, range: Range<usize>, families: &[Family]) -> Vec<Piece> {
    let mut out = Vec::with_capacity(range.len());
    let mut at = range.start;
    while at < range.end {
        let whole = line.labels_at(at).find(|l| l.words.end <= range.end && families.contains(&l.family));
        let (token, end) = match whole {
            Some(label) if label.words.len() > 1 && !is_two_labels(line, &label.words, families) => (Token::Word, label.words.end),
            _ if line.word(at) == "/" && !line.is_spaced(at) && families.contains(&Family::Skill) && !parts_labels(line, at) => {
                (Token::Word, at + 1)
            }
            _ => token_at(line, at, range.end),
        };
        out.push(Piece { token, words: at..end });
        at = end;
    }
    out
}

/// A label such as "machine learning and artificial intelligence", whose two sides are labels too.
fn is_two_labels(line: &Line<'_>, words: &Range<usize>, families: &[Family]) -> bool {
    let Some(join) = line.find(words.clone(), &["and", "or", "/", "&"]) else { return false };
    if join == words.start + 1 && line.is_one_of(words.start, &["written", "verbal", "oral", "spoken"]) {
        return false; // "written and verbal communication"
    }
    if join == words.start + 1 && Heads::shared().is_verb(line.word(words.start)) {
        return false; // "craft and deliver messages"
    }
    if line.is_one_of(join, &["/"]) && line.raw(join - 1).len() == 2 && line.raw(join + 1).len() == 2 {
        return false; // "AI/ML"
    }
    let known = |range: Range<usize>| families.iter().any(|family| line.taxonomy.named(*family, line.phrase(&range)).is_some());
    known(words.start..join) && known(join + 1..words.end)
}

/// A slash without spaces parts two alternatives where both are known: "Python/C++", but not "search/IR".
fn parts_labels(line: &Line<'_>, slash: usize) -> bool {
    let before = line.labels().iter().any(|l| l.words.end == slash);
    before && line.labels().iter().any(|l| l.words.start == slash + 1)
}

/// "PL/SQL - database programming": a dash between spaces behind a name ends it.
fn ends_name(line: &Line<'_>, dash: usize) -> bool {
    line.is_spaced(dash)
        && line.is_spaced(dash + 1)
        && !line.is_number(dash + 1)
        && !line.is_one_of(dash + 1, &["a", "an", "the", "$"])
        && line.labels_of(Family::Skill).any(|label| label.words.end == dash)
}

/// "database technologies - Oracle, MySQL": behind a noun of many things, a dash between spaces leads to examples by name.
fn ends_class(line: &Line<'_>, dash: usize) -> bool {
    line.is_spaced(dash)
        && line.is_spaced(dash + 1)
        && dash > 0
        && Words::shared().phrase.classes.has(line, dash - 1)
        && line.is_capital(dash + 1)
        && line.label_at(Family::Skill, dash + 1).is_some()
}

/// The list token at a word, and where it ends.
#[must_use]
pub(crate) fn token_at(line: &Line<'_>, at: usize, end: usize) -> (Token, usize) {
    let word = line.word(at);
    let until = |pattern: &'static str| line.matches(pattern, at).filter(|e| *e <= end);
    match word {
        "," | "•" => (Token::Comma, at + 1),
        ";" => (Token::Semicolon, at + 1),
        "(" | "[" => (Token::Open, at + 1),
        ")" | "]" => (Token::Close, at + 1),
        "and" | "or" => match until("and / or").or_else(|| until("or / and")).or_else(|| until("and or")) {
            Some(e) => (Token::Or, e),
            None if word == "or" => (Token::Or, at + 1),
            None => (Token::And, until("and also").unwrap_or(at + 1)),
        },
        "&" => (Token::And, at + 1),
        "but" => until("but also").map_or((Token::Word, at + 1), |e| (Token::And, e)),
        "+" if line.is_spaced(at) && line.is_spaced(at + 1) => (Token::And, at + 1),
        "one" => until("one or|and more").map_or((Token::Word, at + 1), |e| (Token::Word, e)),
        "as" => match until("as well as") {
            Some(e) => (Token::And, e),
            None => (Token::Word, at + 1),
        },
        "along" => until("along with").map_or((Token::Word, at + 1), |e| (Token::And, e)),
        "/" => (Token::Slash, at + 1),
        "-" | "\u{2013}" | "\u{2014}" if ends_class(line, at) => (Token::Example, at + 1),
        "-" | "\u{2013}" | "\u{2014}" if ends_name(line, at) => (Token::Comma, at + 1),
        "such" => until("such as ,? and|but? not limited to :?")
            .or_else(|| until("such as"))
            .map_or((Token::Word, at + 1), |e| (Token::Example, e)),
        "ex" if until("ex .|:").is_some() => (Token::Example, until("ex .|:").unwrap_or(at + 1)),
        "eg" | "e.g" | "especially" | "particularly" => (Token::Example, at + 1),
        "to" if until("to include :?").is_some() => (Token::Example, until("to include :?").unwrap_or(at + 1)),
        "like" if !line.is_one_of(at + 1, &["to"]) => (Token::Example, at + 1),
        "including" => (Token::Example, until("including ,? but not limited to :?").or_else(|| until("including :|;")).unwrap_or(at + 1)),
        "for" => until("for example|instance").map_or((Token::Word, at + 1), |e| (Token::Example, e)),
        "ie" | "i.e" | "namely" | "specifically" => (Token::Namely, at + 1),
        _ => (Token::Word, at + 1),
    }
}
