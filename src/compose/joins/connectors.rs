//! Wording that parts or reaches: "as applied to", "building apps using Qt", "from attribution to testing", "across sales and marketing".

use super::is_verb_form;
use crate::{
    kind::{heads::Heads, pieces::token_at, words::Words},
    line::Line,
    taxonomy::Family,
    value::{Piece, Token},
};

/// "Canva and CapCut or similar tools": what is like both names stands for both.
pub(super) fn settle_similar(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
    let run = |pieces: &[Piece], end: usize| end - pieces.iter().take(end).rev().take_while(|p| p.token == Token::Word).count();
    for or in 1..pieces.len().saturating_sub(1) {
        let likeness = pieces.get(or + 1).is_some_and(|p| line.is_one_of(p.words.start, &["similar", "equivalent", "comparable"]));
        if !likeness || !pieces.get(or).is_some_and(|p| p.token == Token::Or) {
            continue;
        }
        let second = run(&pieces, or);
        let Some(and) = second.checked_sub(1).filter(|and| pieces.get(*and).is_some_and(|p| p.token == Token::And)) else { continue };
        let names = pieces.get(second).zip(pieces.get(and.wrapping_sub(1)));
        let named = names.is_some_and(|(after, before)| line.is_capital(after.words.start) && line.is_capital(before.words.end - 1));
        if let Some(piece) = pieces.get_mut(and).filter(|_| named) {
            piece.token = Token::Or;
        }
    }
    pieces
}

/// "assess profiles across sales, marketing and operations", "laws applicable to hiring and recruitment": what a task or a subject
/// reaches over is listed, not asked.
pub(super) fn join_reach(line: &Line<'_>, mut pieces: Vec<Piece>, task: bool) -> Vec<Piece> {
    let heads = Heads::shared();
    let company = is_company(line, &pieces);
    let task = task || company;
    let (mut reaches, mut listed) = (false, false); // `listed`: what it reaches over may be parted by commas
    let mut depth = 0_usize;
    for at in 1..pieces.len() {
        let Some(piece) = pieces.get(at) else { break };
        match piece.token {
            Token::Open => depth += 1,
            Token::Close => depth = depth.saturating_sub(1),
            Token::Semicolon | Token::Example | Token::Namely => reaches = false,
            Token::Comma if !task && !listed => reaches = false,
            Token::Word if begins_reach(line, piece.words.start, task) || company && line.is_one_of(piece.words.start, &["with"]) => {
                (reaches, listed) = (true, !line.is_one_of(piece.words.start, &["for"]));
            }
            Token::Comma | Token::And | Token::Or | Token::Slash if reaches && depth == 0 => {
                let next = (at + 1..pieces.len()).find(|i| pieces.get(*i).is_some_and(|p| p.token == Token::Word));
                let word = next.and_then(|i| pieces.get(i)).map_or(0, |p| p.words.start);
                let verb = is_verb_form(heads, line.word(word)) && line.label_at(Family::Skill, word).is_none();
                let named = !task && (line.is_capital(word) || line.label_at(Family::Skill, word).is_some_and(|l| l.words.len() > 1));
                if verb || named || line.label_at(Family::Trait, word).is_some() {
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

/// "working across sales, marketing and finance", "working with design, product and engineering teams": with whom one works.
fn is_company(line: &Line<'_>, pieces: &[Piece]) -> bool {
    const WORKING: &[&str] = &["working", "collaborating", "partnering", "interfacing", "liaising", "coordinating", "communicating"];
    let Some((first, last)) = pieces.first().zip(pieces.last()) else { return false };
    let verb = first.words.start;
    let joint =
        line.matches("cross - functionally|closely|effectively|directly|collaboratively|cross-functionally", verb + 1).unwrap_or(verb + 1);
    let people = || {
        let end = last.words.end - 1;
        Heads::shared().is_people(line.word(end)) || line.is_one_of(end, &["teams", "team", "functions", "departments", "groups", "units"])
    };
    line.is_one_of(verb, WORKING) && (line.is_one_of(joint, &["across"]) || line.is_one_of(joint, &["with"]) && people())
}

/// Words behind which stands what something reaches over.
fn begins_reach(line: &Line<'_>, at: usize, task: bool) -> bool {
    task && line.is_one_of(at, &["into"])
        || line.is_one_of(at, &["across", "between", "among", "throughout", "regardless", "for"])
            && (task || line.label_at(Family::Skill, at + 1).is_none_or(|label| label.words.len() == 1))
        || line.matches("applicable|related|relating|pertaining|relevant|specific|pertinent to _", at).is_some()
        || line.is_one_of(at, &["governing", "concerning"])
}

/// "how attribution, budgets and decisions differ between channels": a clause of its own is one thing, whatever it lists.
pub(super) fn join_clause(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        let asks = piece.token == Token::Word
            && line.is_one_of(piece.words.start, &["how", "what", "why", "when", "whether", "where"])
            && !line.is_one_of(piece.words.start + 1, &["to", "and", "or"])
            && (at == 0 || pieces.get(at - 1).is_some_and(|before| before.token != Token::Word));
        if !asks {
            at += 1;
            continue;
        }
        let names = |p: &Piece| line.label_at(Family::Skill, p.words.start).is_some() && line.is_capital(p.words.start);
        let end = at + pieces.iter().skip(at).take_while(|p| !matches!(p.token, Token::Semicolon | Token::Open | Token::Example)).count();
        let listed = pieces.get(at..end).unwrap_or_default().iter().filter(|p| names(p)).count();
        if listed < 2 {
            pieces.iter_mut().take(end).skip(at).for_each(|p| p.token = Token::Word);
            at = end;
        } else {
            at += 1;
        }
    }
    pieces
}

/// "workflows, including tools like A and B": what is a part, and what are examples of that part.
pub(super) fn settle_nested(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
    for at in 1..pieces.len() {
        let opens = pieces.get(at).is_some_and(|p| p.token == Token::Example && line.is_one_of(p.words.start, &["including"]));
        let words = pieces.iter().skip(at + 1).take_while(|p| p.token == Token::Word).count();
        let nested = (1..=LONGEST_CLASS).contains(&words) && pieces.get(at + 1 + words).is_some_and(|p| p.token == Token::Example);
        if let Some(piece) = pieces.get_mut(at).filter(|_| opens && nested) {
            piece.token = Token::And;
        }
    }
    pieces
}

/// The longest class between two words for examples, in pieces.
const LONGEST_CLASS: usize = 4;

/// "the measurement stack, from attribution to incrementality testing": the ends of a range are known as well; and "statistical
/// languages: R, Python": what stands behind a colon are examples.
pub(super) fn settle_ranges(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
    for at in 1..pieces.len() {
        let (Some(before), Some(piece)) = (pieces.get(at - 1), pieces.get(at)) else { break };
        if piece.token != Token::Word {
            continue;
        }
        let word = piece.words.start;
        if line.is_one_of(word, &["from"]) && before.token == Token::Comma && !Words::shared().phrase.whole.has(line, word + 1) {
            let to = (at + 2..pieces.len())
                .take_while(|i| pieces.get(*i).is_some_and(|p| p.token == Token::Word))
                .find(|i| pieces.get(*i).is_some_and(|p| line.is_one_of(p.words.start, &["to"])));
            if let Some(to) = to {
                pieces.remove(at);
                let to = to - 1;
                pieces.get_mut(to).into_iter().for_each(|p| p.token = Token::Comma);
            }
        } else if line.is_one_of(word, &[":"]) && before.token == Token::Word && pieces.get(at + 1).is_some() {
            pieces.get_mut(at).into_iter().for_each(|p| p.token = Token::Example);
        }
    }
    pieces
}

/// Words that only join: "as applied to problems in" parts two items.
pub(super) fn settle_connectors(line: &Line<'_>, pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut skip_to = 0;
    for piece in pieces {
        let at = piece.words.start;
        if at < skip_to {
            continue;
        }
        if piece.token != Token::Word || !line.is_one_of(at, CONNECTING) {
            out.push(piece);
            continue;
        }
        let connector = line
            .matches("as? applied to problems? in?", at)
            .or_else(|| line.matches("with a|an? strong|particular|special|heavy? focus|emphasis on|in", at))
            .or_else(|| line.matches("in addition to", at))
            .or_else(|| line.matches("who is|are", at))
            .or_else(|| line.matches("along with", at))
            .or_else(|| by_means_of(line, at))
            .or_else(|| behind_experience(line, at));
        match connector {
            Some(end) => {
                out.push(Piece { token: Token::And, words: at..end });
                skip_to = end;
            }
            None => out.push(piece),
        }
    }
    out
}

/// The words with which the connectors of [`settle_connectors`] begin.
const CONNECTING: &[&str] = &["as", "applied", "with", "in", "who", "along", "using", "through", "utilizing", "leveraging", "via"];

/// "hardware development experience | with | Verilog": what the experience is of, and what it was gathered with, are two things.
fn behind_experience(line: &Line<'_>, at: usize) -> Option<usize> {
    let end = line.matches("with|in|using", at)?;
    let noun = at >= 2 && line.is_one_of(at - 1, &["experience", "expertise"]); // "coding skills in Python" asks for Python
    let ends_name = line.labels_of(Family::Skill).any(|label| label.words.end + 1 == at || label.words.end == at);
    let coding = noun && line.is_one_of(at - 2, &["programming", "coding", "scripting"]); // "programming experience in Python" is Python
    let named = ends_name && line.label_at(Family::Skill, end).is_some();
    (noun && named && !coding).then_some(end)
}

/// "building front-end applications using PyQt": what something is done with is known as well, where the vocabulary has it.
pub(in crate::compose) fn by_means_of(line: &Line<'_>, at: usize) -> Option<usize> {
    if !line.is_one_of(at, &["in", "using", "with", "through", "utilizing", "leveraging", "via"]) {
        return None;
    }
    if at > 0
        && let Some(end) = line.matches("in|using|with either", at)
    {
        return Some(end); // "developing services in either Java or Python"
    }
    if at > 0
        && let Some(end) = line.matches("through", at)
        && line.label_at(Family::Skill, end).is_some_and(|label| line.is_capital(label.words.start))
    {
        return Some(end); // "integrations through REST APIs"
    }
    if at > 1
        && let Some(end) = line.matches("in", at)
        && line.label_at(Family::Skill, end).is_some_and(|label| line.is_capital(label.words.start))
        && line.labels_of(Family::Skill).any(|label| label.words.end == at && label.words.len() > 1)
    {
        return Some(end); // "data visualization in R"
    }
    let end = line
        .matches("using|utilizing|leveraging|via|through? the? use? of?", at)
        .filter(|_| line.is_one_of(at, &["using", "utilizing", "leveraging", "via"]))?;
    let near = line.find(end..end + 4, &[","]).unwrap_or(end + 4); // "using whole ounces, fractions" names the ounces first
    let named = (end..near).any(|i| line.label_at(Family::Skill, i).is_some())
        || line.is_capital(end)
        || (end..line.len().min(end + 4)).any(|i| token_at(line, i, line.len()).0 == Token::Example); // "using frameworks such as"
    let led = at > 0 && !line.is_one_of(at - 1, &["and", "or", "/"]); // "creating and using APIs" is one task
    (led && named).then_some(end)
}
