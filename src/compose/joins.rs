//! Joins the tokens of a list that only look like several items, before its shape is read.
//!
//! "review, organize, and present large sets of data" is one task, "Application Lifecycle Management (ALM) tools" one name, "a dynamic,
//! fast-paced environment" one place. What single phrases mean is left to [`leaf`](super::leaf).

use super::{dispositions, parens};
use crate::{
    kind::{
        heads::{Heads, TaskWord},
        pieces::token_at,
        words::Words,
    },
    line::Line,
    taxonomy::Family,
    value::{Piece, Token},
};
use std::ops::Range;

/// The pieces with all that only looks like several items joined. `task`: the list says what is done, as behind "ability to".
pub(super) fn settled(line: &Line<'_>, pieces: Vec<Piece>, task: bool) -> Vec<Piece> {
    let pieces = parens::settled(line, settle_connectors(line, settle_ranges(line, settle_nested(line, join_clause(line, pieces)))));
    let pieces =
        join_actions(line, join_descriptions(line, join_surroundings(line, dispositions::join_ways(line, join_modifiers(line, pieces)))));
    let pieces = settle_similar(line, pieces);
    if task {
        join_objects(line, join_reach(line, join_verbs(line, pieces), true))
    } else {
        join_gerund_pair(line, join_reach(line, join_led_gerunds(line, pieces), false))
    }
}

/// "writing, debugging, and optimizing performant software": bare gerunds at the beginning of a list share the object of the last.
fn join_led_gerunds(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
    let gerund = |p: &Piece| {
        let word = line.word(p.words.start);
        p.token == Token::Word && p.words.len() == 1 && word.len() > 5 && word.ends_with("ing") && !line.is_capital(p.words.start)
    };
    let joins = |p: &Piece| matches!(p.token, Token::Comma | Token::And | Token::Or | Token::Slash);
    let mut at = 0;
    let mut told = false;
    while pieces.get(at).is_some_and(gerund) && pieces.get(at + 1).is_some_and(joins) {
        let next = at + 1 + pieces.iter().skip(at + 1).take_while(|p| joins(p)).count();
        told |= pieces.get(at + 1..next).is_some_and(|run| run.iter().any(|p| matches!(p.token, Token::And | Token::Or)));
        at = next;
    }
    let object = pieces.get(at).is_some_and(gerund)
        && pieces.get(at + 1).is_some_and(|p| p.token == Token::Word && Heads::shared().noun_at(line, p.words.start).is_none());
    let known = pieces.get(at).and_then(|p| line.label_at(Family::Skill, p.words.start)).is_some_and(|label| label.words.len() > 1);
    if told && object && !known {
        pieces.iter_mut().take(at).for_each(|piece| piece.token = Token::Word);
    }
    pieces
}

/// "Canva and CapCut or similar tools": what is like both names stands for both.
fn settle_similar(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
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

/// "a dynamic, fast-paced environment", "an inclusive and diverse community": adjectives before one noun of a place or a circle
/// of people are one phrase, however they are joined.
fn join_surroundings(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
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
        let many = heads.is_task_word(TaskWord::Many, line.word(before.words.end - 1)) && line.is_one_of(behind.words.start + 1, &["-"]);
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
        if joins && (many || counterpart || reaching) {
            join.token = Token::Word; // "manage multiple, often-competing priorities"
        } else if joins
            && described
            && !known
            && (led && !heads.is_verb(next) || heads.is_description(next) || line.is_one_of(behind.words.start + 1, &["-"]))
        {
            join.token = Token::Word;
        }
    }
    pieces
}

/// "building fraud, credit, or risk models": single words that share the noun behind the last, under one gerund.
fn join_modifiers(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
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
    let gerund = word.len() > 6 && word.ends_with("ing"); // "operation and commissioning of cooling systems"
    piece.token == Token::Word && piece.words.len() == 1 && (gerund || Heads::shared().is_action(word))
}

/// "assess profiles across sales, marketing and operations", "laws applicable to hiring and recruitment": what a task or a subject
/// reaches over is listed, not asked.
fn join_reach(line: &Line<'_>, mut pieces: Vec<Piece>, task: bool) -> Vec<Piece> {
    let heads = Heads::shared();
    let (mut reaches, mut listed) = (false, false); // `listed`: what it reaches over may be parted by commas
    let mut depth = 0_usize;
    for at in 1..pieces.len() {
        let Some(piece) = pieces.get(at) else { break };
        match piece.token {
            Token::Open => depth += 1,
            Token::Close => depth = depth.saturating_sub(1),
            Token::Semicolon | Token::Example | Token::Namely => reaches = false,
            Token::Comma if !task && !listed => reaches = false,
            Token::Word if begins_reach(line, piece.words.start, task) => {
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

/// Words behind which stands what something reaches over.
fn begins_reach(line: &Line<'_>, at: usize, task: bool) -> bool {
    task && line.is_one_of(at, &["into"])
        || line.is_one_of(at, &["across", "between", "among", "throughout", "regardless", "for"])
            && (task || line.label_at(Family::Skill, at + 1).is_none_or(|label| label.words.len() == 1))
        || line.matches("applicable|related|relating|pertaining|relevant|specific|pertinent to _", at).is_some()
        || line.is_one_of(at, &["governing", "concerning"])
}

/// "wire diagram reading and drawing": a single gerund behind a phrase that ends in one shares the words before both.
fn join_gerund_pair(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
    let gerund =
        |p: &Piece| line.word(p.words.end.saturating_sub(1)).len() > 5 && line.word(p.words.end.saturating_sub(1)).ends_with("ing");
    let Some(join) = pieces.len().checked_sub(2).filter(|join| *join >= 2) else { return pieces };
    let Some([led, before, joint, last]) = pieces.get(join - 2..) else { return pieces };
    let shaped = led.token == Token::Word && before.token == Token::Word && joint.token == Token::And && last.token == Token::Word;
    let known = line.labels_of(Family::Skill).any(|label| label.words.end == before.words.end && label.words.len() > 1)
        || line.taxonomy.named(Family::Skill, &format!("{} {}", line.phrase(&led.words), line.phrase(&last.words))).is_some();
    let named = known || line.label_at(Family::Skill, last.words.start).is_some_and(|label| line.is_capital(label.words.start));
    if shaped
        && gerund(before)
        && gerund(last)
        && last.words.len() == 1
        && !named
        && let Some(joint) = pieces.get_mut(join)
    {
        joint.token = Token::Word;
    }
    pieces
}

/// "how attribution, budgets and decisions differ between channels": a clause of its own is one thing, whatever it lists.
fn join_clause(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        let asks = piece.token == Token::Word
            && line.is_one_of(piece.words.start, &["how", "what", "why", "when", "whether", "where"])
            && !line.is_one_of(piece.words.start + 1, &["to", "and", "or"])
            && (at == 0 || pieces.get(at - 1).is_some_and(|before| before.token != Token::Word));
        let names = |p: &Piece| line.label_at(Family::Skill, p.words.start).is_some() && line.is_capital(p.words.start);
        let end = at + pieces.iter().skip(at).take_while(|p| !matches!(p.token, Token::Semicolon | Token::Open | Token::Example)).count();
        let listed = pieces.get(at..end).unwrap_or_default().iter().filter(|p| names(p)).count();
        if asks && listed < 2 {
            pieces.iter_mut().take(end).skip(at).for_each(|p| p.token = Token::Word);
            at = end;
        } else {
            at += 1;
        }
    }
    pieces
}

/// "workflows, including tools like A and B": what is a part, and what are examples of that part.
fn settle_nested(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
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
fn settle_ranges(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
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
            .or_else(|| line.matches("with a|an? strong|particular|special|heavy? focus|emphasis on|in", at))
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
        let adverb = run == 2 && line.word(piece.words.start).ends_with("ly"); // "effectively supervise and coordinate …"
        let at = pieces.get(index + usize::from(adverb)).map_or(piece.words.start, |p| p.words.start);
        let verb = piece.token == Token::Word
            && run == 1 + usize::from(adverb)
            && is_verb_form(heads, line.word(at))
            && chains(line, heads, at)
            && line.label_at(Family::Trait, at).is_none_or(|label| label.words.len() == 1);
        let joins =
            pieces.iter().skip(index + run).take_while(|p| matches!(p.token, Token::Comma | Token::And | Token::Or | Token::Slash)).count();
        let next = index + run + joins;
        let chained = verb && chain_ends_in_object(line, heads, &pieces, next);
        let next_is_verb = chained
            && pieces.get(next).is_some_and(|p| {
                p.token == Token::Word && is_verb_form(heads, line.word(p.words.start)) && chains(line, heads, p.words.start)
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
            let made = Words::shared().phrase.making.has(line, piece.words.start); // "designing and building ETL pipelines"
            return made || line.label_at(Family::Skill, piece.words.start).is_none_or(|l| l.words.len() < words);
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
    let told = pieces.iter().find(|p| !line.word(p.words.start).ends_with("ly")).map_or("", |p| line.word(p.words.start)); // "succinctly communicate"
    if !heads.is_task_verb(TaskWord::Disposition, told) && pieces.iter().filter(|p| p.token == Token::Comma).count() >= 2 {
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
        let prepared = led.token == Token::Word
            && line.is_one_of(
                led.words.start,
                &["on", "in", "for", "about", "of", "to", "with", "enjoy", "enjoys", "love", "loves", "like", "likes"],
            );
        let bare = before.token == Token::Word && gerund(before.words.start) && behind.token == Token::Word && gerund(behind.words.start);
        if prepared && bare && matches!(join.token, Token::Comma | Token::And | Token::Or) {
            join.token = Token::Word;
        }
    }
    pieces
}

/// "commitment to personal and professional development": two adjectives before what a disposition is for are one phrase with it.
pub(super) fn join_adjectives(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
    for at in 2..pieces.len().saturating_sub(2) {
        let Some([led, before, join, behind, noun]) = pieces.get_mut(at - 2..at + 3) else { break };
        let words = [&*led, before, behind, noun].iter().all(|p| p.token == Token::Word && p.words.len() == 1);
        let prepared = line.is_one_of(led.words.start, &["to", "in", "for", "of", "with", "about"]);
        let adjective = |p: &Piece| {
            line.word(p.words.start).len() > 5
                && ["al", "ic", "ive", "ous", "ary"].iter().any(|end| line.word(p.words.start).ends_with(end))
        };
        if words && prepared && adjective(before) && adjective(behind) && matches!(join.token, Token::And | Token::Or) {
            join.token = Token::Word;
        }
    }
    pieces
}

pub(super) fn is_verb_form(heads: &Heads, word: &str) -> bool {
    heads.is_verb(word) || word == "using" || (word.len() > 5 && word.ends_with("ing"))
}

/// Whether a verb may share its object with another: it begins no disposition, or says what is done all the same.
fn chains(line: &Line<'_>, heads: &Heads, at: usize) -> bool {
    let disposed = || heads.is_task_verb(TaskWord::Disposition, line.word(at));
    line.label_at(Family::Trait, at).is_none_or(|label| label.words.len() == 1 && !disposed())
        || [TaskWord::Craft, TaskWord::Light].into_iter().any(|role| heads.is_task_verb(role, line.word(at)))
}

pub(super) fn begins_no_label(line: &Line<'_>, at: usize) -> bool {
    line.label_at(Family::Skill, at).is_none() && line.label_at(Family::Trait, at).is_none()
}
