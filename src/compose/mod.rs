//! Puts a line together: what the kinds found and the phrases between, joined as the sentence joins them.
//!
//! "BS and 5 years of experience with Python, or an MS" is any[all[degree, experience], degree]. The kinds find mentions; the words
//! between them are cut into groups, each under its head ("strong knowledge of …"); groups and mentions are the items of one
//! list, and coordination is read by [`read_list`] alone.

mod dispositions;
mod group;
mod joins;
mod leaf;
mod needs;
mod notes;
mod parens;
mod subject;

pub use notes::{Note, NoteRule, Notes};

use crate::{
    kind::{ConditionType, Mention, Predicate, Trait, heads::Heads, pieces::token_at},
    line::Line,
    logic::Expr,
    requirement::Needs,
    value::{Piece, Shape, Token, read_list},
};
use group::{Carried, Group};
use std::ops::Range;

/// What is known of a line beside its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting<'n> {
    /// It stands in a section that asks.
    pub asks: bool,
    /// A short phrase without a head may be the name of a skill: the whole line is a bare list of names.
    pub bare: bool,
    /// What the heading above makes of a line without a head of its own: "Knowledge of:", "Ability to:".
    pub lead: Option<Lead>,
    /// Where to note why a phrase was taken, where somebody asks.
    pub notes: Option<&'n Notes>,
}

/// A heading that begins the sentence which its items end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lead {
    /// "Knowledge of:"
    Skill,
    /// "Ability to:"
    Ability,
}

/// What a heading makes of the lines below it; `None` where it begins no sentence.
#[must_use]
pub fn lead_of(heading: &str) -> Option<Lead> {
    let heading = heading.trim().trim_end_matches([':', '.', '\u{2026}']).trim_end().to_lowercase();
    let ends = |list: &[&str]| list.iter().any(|wording| heading.ends_with(wording));
    if ends(&["ability to", "abilities to", "able to", "skill to", "skills to", "capacity to"]) {
        return Some(Lead::Ability);
    }
    ends(&[
        "knowledge of", "knowledge in", "experience in", "experience with", "understanding of", "proficiency in", "familiarity with",
        "skill in", "skills in", "principles of",
    ])
    .then_some(Lead::Skill)
}

/// What the given stretches of a line need; `None` where they hold nothing that any kind can say.
#[must_use]
pub fn compose(
    line: &Line<'_>,
    stretches: &[Range<usize>],
    mentions: &[Mention],
    cues: &[Range<usize>],
    setting: Setting<'_>,
) -> Option<Needs> {
    let mut resolved = Vec::new();
    let mut pieces: Vec<Piece> = Vec::new();
    let marks = Marks { mentions, cues };
    for stretch in stretches {
        let stretch = subject::behind(line, stretch, mentions)..subject::end(line, stretch);
        cut_terms(line, &stretch, &marks, setting, &mut resolved, &mut pieces);
        pieces.push(Piece { token: Token::Comma, words: stretch.end..stretch.end });
    }
    let shape = read_list(&drop_loose_joins(pieces))?;
    let needs = in_company(flatten(to_needs(&shape, &mut resolved)?));
    let bodily = |m: &Mention| m.needs.atoms().any(|p| matches!(p, Predicate::Condition(it) if it.kind == ConditionType::Physical));
    Some(if mentions.iter().any(bodily) { without_objects(needs) } else { needs })
}

/// "Frequent bending, climbing (steps, ladders)": examples of what the body deals with are no skills.
fn without_objects(needs: Needs) -> Needs {
    let object = |need: &Needs| {
        matches!(need, Expr::Any { open: true, .. }) && need.atoms().all(|p| matches!(p, Predicate::Skill(skill) if skill.level.is_none()))
    };
    match needs {
        Expr::All { all } => Expr::all(all.into_iter().filter(|need| !object(need)).collect()),
        other => other,
    }
}

/// "flexible and dynamic": beside dispositions, a word that can be one is one.
fn in_company(needs: Needs) -> Needs {
    let Expr::All { all } = needs else { return needs };
    let traits = all.iter().filter(|need| matches!(need, Expr::Atom(Predicate::Trait(_)))).count();
    let can_be = |need: &Needs| matches!(need, Expr::Atom(Predicate::Skill(skill)) if Heads::shared().is_trait_in_company(&skill.text));
    let others = all.iter().filter(|need| !can_be(need)).count();
    if traits == 0 || traits * 2 < others {
        return Expr::All { all };
    }
    let all = all.into_iter().map(|need| match need {
        Expr::Atom(Predicate::Skill(skill)) if Heads::shared().is_trait_in_company(&skill.text) => {
            Expr::Atom(Predicate::Trait(Trait { text: skill.text, concept: None }))
        }
        other => other,
    });
    Expr::All { all: all.collect() }
}

/// What is settled of a line before its phrases are read.
struct Marks<'m> {
    mentions: &'m [Mention],
    /// Wording that sets the priority; it belongs to no phrase.
    cues: &'m [Range<usize>],
}

impl Marks<'_> {
    fn next_start(&self, at: usize) -> usize {
        let mention = self.mentions.iter().map(|m| m.words.start).filter(|start| *start > at).min();
        let cue = self.cues.iter().map(|c| c.start).filter(|start| *start > at).min();
        mention.unwrap_or(usize::MAX).min(cue.unwrap_or(usize::MAX))
    }
}

/// Cuts a stretch into mentions, groups and what joins them.
fn cut_terms(
    line: &Line<'_>,
    stretch: &Range<usize>,
    marks: &Marks<'_>,
    setting: Setting<'_>,
    resolved: &mut Vec<(Range<usize>, Option<Needs>)>,
    pieces: &mut Vec<Piece>,
) {
    let mut at = stretch.start;
    let mut behind_mention = false;
    let (mut carried, mut announced) = (None, None);
    while at < stretch.end {
        if let Some(mention) = marks.mentions.iter().find(|m| m.words.start <= at && at < m.words.end) {
            if mention.words.start < stretch.start {
                at = mention.words.end; // it belongs to the stretch that it begins in
                continue;
            }
            resolved.push((mention.words.clone(), Some(mention.needs.clone())));
            pieces.push(Piece { token: Token::Word, words: mention.words.clone() });
            at = behind_aside(line, mention, stretch.end);
            behind_mention = true;
            continue;
        }
        if let Some(cue) = marks.cues.iter().find(|c| c.contains(&at)) {
            at = cue.end;
            carried = announced.take().and_then(|group: Group| group.announces(line, at)).or(carried);
            continue;
        }
        if let Some((token, end)) = join_at(line, at, stretch.end) {
            pieces.push(Piece { token, words: at..end });
            at = end;
            behind_mention = false;
            continue;
        }
        let limit = marks.next_start(at).min(stretch.end);
        let (group, end) = group::read(line, at, limit);
        let words = group.as_ref().map_or(at..end, |g| g.words.clone());
        let before_mention = marks.mentions.iter().any(|m| m.words.start == end) && join_at(line, end.saturating_sub(1), end).is_none();
        // "might be required" behind a clearance, "able to obtain" before one: words of the mention, not things of their own.
        let belongs =
            group.as_ref().is_some_and(|g| (behind_mention || before_mention) && !g.has_head() || before_mention && g.is_ability());
        behind_mention = false;
        carried = group.as_ref().and_then(|group| group.carries(line)).or(carried);
        announced = group.clone().filter(Group::has_head).or(announced);
        let labelled = at == 0 && end <= LONGEST_LABEL && group.is_none() && setting.asks;
        let listed = line.is_one_of(end + 1, &[",", "/"]); // "Practices: Build, Test, Release"
        if labelled && !listed && line.is_one_of(end.saturating_sub(1), &[":"]) && Heads::shared().is_verb(line.word(end)) {
            carried = Some(Carried { lead: Lead::Ability, alternatives: false }); // "Analytical rigor: | break problems down"
        }
        let above = carried.or(setting.lead.map(|lead| Carried { lead, alternatives: false }));
        match group.filter(|_| !belongs).and_then(|group| group.under(above).needs(line, setting)) {
            Some(needs) => {
                pieces.push(Piece { token: Token::Word, words: words.clone() });
                resolved.push((words, Some(needs)));
            }
            None => pieces.extend(last_conjunction(line, at..end)),
        }
        at = end.max(at + 1);
    }
}

/// The longest label before a task, with its colon, in words and signs.
const LONGEST_LABEL: usize = 6;

/// "3+ years in a heavy industrial setting (mining, paper)": a parenthesis behind a length of time tells of its areas.
fn behind_aside(line: &Line<'_>, mention: &Mention, end: usize) -> usize {
    let timed = mention.needs.atoms().any(|p| matches!(p, Predicate::Experience(e) if e.min_months.is_some()));
    let opens = timed && line.is_one_of(mention.words.end, &["("]);
    let close = if opens { line.find(mention.words.end..end, &[")"]) } else { None };
    close.map_or(mention.words.end, |close| close + 1)
}

/// The conjunction that a stretch without a term leaves behind: "… or the internship must be …".
fn last_conjunction(line: &Line<'_>, words: Range<usize>) -> Option<Piece> {
    words.rev().find_map(|at| match token_at(line, at, at + 1).0 {
        token @ (Token::And | Token::Or) => Some(Piece { token, words: at..at + 1 }),
        _ => None,
    })
}

/// What joins two terms: a conjunction, a comma, "with", a parenthesis.
fn join_at(line: &Line<'_>, at: usize, end: usize) -> Option<(Token, usize)> {
    let (token, after) = token_at(line, at, end);
    match token {
        Token::Word => {
            if line.is_one_of(at, &["with", "plus", "combined", "coupled", "alongside", "while"]) {
                return Some((Token::And, at + 1));
            }
            if line.is_one_of(at, &["."]) && !group::is_initial(line, at) {
                return Some((Token::Semicolon, at + 1));
            }
            line.is_sign(at).then_some((Token::Comma, at + 1))
        }
        Token::Open | Token::Close | Token::Example | Token::Namely => Some((Token::Comma, after)),
        joined => Some((joined, after)),
    }
}

/// Joins that have lost a neighbour: where an item between two joins is gone, the stronger of them stays.
fn drop_loose_joins(pieces: Vec<Piece>) -> Vec<Piece> {
    let first = pieces.iter().position(|p| p.token == Token::Word).unwrap_or(pieces.len());
    let last = pieces.iter().rposition(|p| p.token == Token::Word).map_or(0, |at| at + 1);
    pieces.into_iter().take(last).skip(first).collect()
}

/// What a shape needs. What is resolved is taken, since no two items of a list share a word.
fn to_needs(shape: &Shape, resolved: &mut [(Range<usize>, Option<Needs>)]) -> Option<Needs> {
    let mut many = |parts: &[Shape]| parts.iter().filter_map(|part| to_needs(part, resolved)).collect::<Vec<_>>();
    let some = |parts: Vec<Needs>, make: fn(Vec<Needs>) -> Needs| (!parts.is_empty()).then(|| make(parts));
    match shape {
        // Neighbours without a join are one run of words: all of them.
        Shape::Item(range) => {
            let within = resolved.iter_mut().filter(|(words, _)| range.start <= words.start && words.end <= range.end);
            some(within.filter_map(|(_, needs)| needs.take()).collect(), Expr::all)
        }
        Shape::All(parts) => some(many(parts), Expr::all),
        Shape::Any(parts) => some(many(parts), Expr::any),
        Shape::Class { name, members, .. } => {
            let own = to_needs(&Shape::Item(name.clone()), resolved);
            some(own.into_iter().chain(to_needs(members, resolved)).collect(), Expr::all)
        }
    }
}

/// Takes nested `all`s into one, and `any`s into one where neither is open.
pub(crate) fn flatten(needs: Needs) -> Needs {
    match needs {
        Expr::All { all } => {
            let mut parts: Vec<Needs> = Vec::new();
            for part in all.into_iter().map(flatten) {
                match part {
                    Expr::All { all } => parts.extend(all),
                    other => parts.push(other),
                }
            }
            Expr::all(without_repeats(parts))
        }
        Expr::Any { any, open, class } => {
            let mut parts: Vec<Needs> = Vec::new();
            for part in any.into_iter().map(flatten) {
                match part {
                    Expr::Any { any, open: false, class: None } if !open && class.is_none() => parts.extend(any),
                    other => parts.push(other),
                }
            }
            if open || class.is_some() { Expr::Any { any: parts, open, class } } else { Expr::any(without_repeats(parts)) }
        }
        other => other,
    }
}

fn without_repeats(parts: Vec<Needs>) -> Vec<Needs> {
    let mut kept: Vec<Needs> = Vec::with_capacity(parts.len());
    for part in parts {
        if !kept.contains(&part) {
            kept.push(part);
        }
    }
    kept
}
