//! Several words for what is done, on one thing: "review, organize, and present data", "the design and upkeep of networks".

use super::{begins_no_label, is_verb_form};
use crate::{
    kind::{
        heads::{Heads, TaskWord},
        words::Words,
    },
    line::Line,
    taxonomy::Family,
    value::{Piece, Token},
};

/// "writing, debugging, and optimizing performant software": bare gerunds at the beginning of a list share the object of the last.
pub(super) fn join_led_gerunds(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
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

/// "dashboards, building and testing models": further on in a list, two gerunds that share an object.
pub(super) fn join_gerund_objects(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
    let heads = Heads::shared();
    let gerund = |p: &Piece| p.token == Token::Word && p.words.len() == 1 && is_task_gerund(line, heads, p.words.start);
    for at in 1..pieces.len().saturating_sub(2) {
        let Some([led, first, join, second, object]) = pieces.get_mut(at - 1..at + 4) else { break };
        let begins = led.token != Token::Word && gerund(first) && matches!(join.token, Token::And | Token::Or | Token::Slash);
        if begins && gerund(second) && object.token == Token::Word && heads.noun_at(line, object.words.start).is_none() {
            join.token = Token::Word;
        }
    }
    pieces
}

/// "building": a verb's form that is no name of the vocabulary, unless it says what is made.
fn is_task_gerund(line: &Line<'_>, heads: &Heads, at: usize) -> bool {
    let word = line.word(at);
    let Some(stem) = word.strip_suffix("ing").filter(|stem| stem.len() > 2) else { return false };
    let doubled = stem.get(..stem.len() - 1).unwrap_or_default();
    let verb = [stem, doubled].into_iter().any(|stem| heads.is_verb(stem)) || heads.is_verb(&format!("{stem}e"));
    let named = [Family::Skill, Family::Trait].into_iter().any(|family| line.label_at(family, at).is_some());
    verb && !line.is_capital(at) && (!named || Words::shared().phrase.making.has(line, at))
}

/// "the development and enhancement of the curriculum": nouns of action that share one object are one task.
pub(super) fn join_actions(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
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

/// "wire diagram reading and drawing": a single gerund behind a phrase that ends in one shares the words before both.
pub(super) fn join_gerund_pair(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
    let gerund =
        |p: &Piece| line.word(p.words.end.saturating_sub(1)).len() > 5 && line.word(p.words.end.saturating_sub(1)).ends_with("ing");
    let Some(join) = pieces.len().checked_sub(2).filter(|join| *join >= 2) else { return pieces };
    let Some([led, before, joint, last]) = pieces.get(join - 2..) else { return pieces };
    let shaped = led.token == Token::Word && before.token == Token::Word && joint.token == Token::And && last.token == Token::Word;
    if !shaped || !gerund(before) || !gerund(last) || last.words.len() != 1 {
        return pieces;
    }
    let known = line.labels_of(Family::Skill).any(|label| label.words.end == before.words.end && label.words.len() > 1)
        || line.taxonomy.named(Family::Skill, &format!("{} {}", line.phrase(&led.words), line.phrase(&last.words))).is_some();
    let named = known || line.label_at(Family::Skill, last.words.start).is_some_and(|label| line.is_capital(label.words.start));
    if !named && let Some(joint) = pieces.get_mut(join) {
        joint.token = Token::Word;
    }
    pieces
}

/// "review, organize, and present large sets of data": bare verbs before an object are one task with it.
pub(super) fn join_verbs(line: &Line<'_>, pieces: Vec<Piece>) -> Vec<Piece> {
    let heads = Heads::shared();
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut index = 0;
    while let Some(piece) = pieces.get(index) {
        let run = pieces.iter().skip(index).take_while(|p| p.token == Token::Word).count();
        // "effectively supervise and coordinate …", "quickly and effectively review and …"
        let adverb = |p: &&Piece| line.word(p.words.start).ends_with("ly") || line.is_one_of(p.words.start, &["and", "to"]);
        let adverbs = pieces.iter().skip(index).take(run.saturating_sub(1)).take_while(adverb).count();
        let at = pieces.get(index + adverbs).map_or(piece.words.start, |p| p.words.start);
        let verb = piece.token == Token::Word
            && run == 1 + adverbs
            && is_verb_form(heads, line.word(at))
            && chains(line, heads, at)
            && line.label_at(Family::Trait, at).is_none_or(|label| label.words.len() == 1);
        let joins =
            pieces.iter().skip(index + run).take_while(|p| matches!(p.token, Token::Comma | Token::And | Token::Or | Token::Slash)).count();
        let next = index + run + joins;
        let chained = verb && chain_ends_in_object(line, &pieces, next, at);
        let next_is_verb =
            chained && verb_in(line, &pieces, next).is_some_and(|next| says_nothing_alone(line, at) || chains(line, heads, next));
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

/// "collect and | analyze data": a verb that no name of the vocabulary begins with.
fn says_nothing_alone(line: &Line<'_>, verb: usize) -> bool {
    let named = line.label_at(Family::Skill, verb).is_some_and(|label| label.words.len() > 1 || line.is_capital(verb));
    Heads::shared().is_verb(line.word(verb)) && !named
}

/// "clearly | express": the verb with which the run of words at a piece begins, behind adverbs.
fn verb_in(line: &Line<'_>, pieces: &[Piece], at: usize) -> Option<usize> {
    let heads = Heads::shared();
    let mut run = pieces.iter().skip(at).take_while(|p| p.token == Token::Word).map(|p| p.words.start);
    run.find(|word| !line.word(*word).ends_with("ly") || heads.is_verb(line.word(*word))) // "multiply" is no adverb
        .filter(|word| is_verb_form(heads, line.word(*word)))
}

/// Whether a chain of bare verbs ends in one with an object: "review, organize, and present | large sets of data".
/// It begins with the verb at word `first`.
fn chain_ends_in_object(line: &Line<'_>, pieces: &[Piece], mut at: usize, first: usize) -> bool {
    while let Some(verb) = verb_in(line, pieces, at) {
        let run = pieces.iter().skip(at).take_while(|p| p.token == Token::Word).count();
        let words: usize = pieces.iter().skip(at).take(run).filter(|p| p.words.start >= verb).map(|p| p.words.len()).sum();
        let how = words == 2 && line.word(verb + 1).ends_with("ly"); // "prioritize accordingly"
        if words > 1 && !how {
            let made = Words::shared().phrase.making.has(line, verb); // "designing and building ETL pipelines"
            let behind = line.is_one_of(verb + 1, &["to", "with", "in", "on", "for", "from", "under"]);
            let apart = behind && Heads::shared().is_task_verb(TaskWord::Disposition, line.word(first)); // "learn and adapt to change"
            let whole = || line.label_at(Family::Skill, verb).is_none_or(|l| l.words.len() < words);
            return !apart && (made || says_nothing_alone(line, first) || whole());
        }
        at += run
            + pieces.iter().skip(at + run).take_while(|p| matches!(p.token, Token::Comma | Token::And | Token::Or | Token::Slash)).count();
    }
    false
}

/// "collaborate with senior members and stakeholders": in a list of tasks, what begins with no verb and is nothing known by itself is
/// one more object of the task before it.
pub(super) fn join_objects(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
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
            || heads.is_task_verb(TaskWord::Disposition, line.word(at)) // "… and remain calm"
            || line.is_one_of(at, &["be"])
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
pub(in crate::compose) fn join_gerunds(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
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

/// Whether a verb may share its object with another: it begins no disposition, or says what is done all the same.
fn chains(line: &Line<'_>, heads: &Heads, at: usize) -> bool {
    let disposed = || heads.is_task_verb(TaskWord::Disposition, line.word(at));
    line.label_at(Family::Trait, at).is_none_or(|label| label.words.len() == 1 && !disposed())
        || [TaskWord::Craft, TaskWord::Light].into_iter().any(|role| heads.is_task_verb(role, line.word(at)))
}
