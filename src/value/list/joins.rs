//! How the conjunctions of a list bind: `A, B or C` is any of three, `A or B, C, and D` all of three, of which one is a choice.

use super::{Shape, Token};

/// A conjunction between two items, with whether a comma or semicolon stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Join {
    Comma,
    Semicolon,
    And { comma: bool },
    Or { comma: bool },
    Slash,
}

/// What a conjunction or sign makes of the join before it: a comma with "and" behind it is one join.
pub(super) fn merge(before: Option<Join>, token: Token) -> Join {
    let comma = matches!(before, Some(Join::Comma | Join::Semicolon | Join::And { comma: true } | Join::Or { comma: true }));
    match token {
        Token::Comma => match before {
            Some(Join::Semicolon) => Join::Semicolon,
            Some(Join::And { .. }) => Join::And { comma: true },
            Some(Join::Or { .. }) => Join::Or { comma: true },
            _ => Join::Comma,
        },
        Token::Semicolon => Join::Semicolon,
        Token::And if matches!(before, Some(Join::Or { .. })) => Join::Or { comma },
        Token::And => Join::And { comma },
        Token::Slash if matches!(before, Some(Join::And { .. } | Join::Or { .. })) => Join::Or { comma },
        Token::Slash => Join::Slash,
        _ => Join::Or { comma },
    }
}

/// Combines items by the precedence of their joins.
pub(super) fn combine(items: Vec<Shape>, joins: Vec<Join>) -> Option<Shape> {
    if items.is_empty() {
        return None;
    }
    let (items, joins) = fold_joins(items, joins, |join| *join == Join::Slash, Shape::Any);
    let has_comma_conjunction = joins.iter().any(|j| matches!(j, Join::And { comma: true } | Join::Or { comma: true }));
    let last_comma = joins.iter().rposition(|j| matches!(j, Join::Comma | Join::Semicolon));
    // A conjunction without a comma that is not the one closing the list binds its two neighbours.
    let tight = |at: usize, join: &Join| match join {
        Join::And { comma: false } | Join::Or { comma: false } => has_comma_conjunction || last_comma.is_some_and(|c| at < c),
        _ => false,
    };
    let marks: Vec<bool> = joins.iter().enumerate().map(|(at, join)| tight(at, join)).collect();
    let (items, joins) = fold_marked(items, joins, &marks);
    let items_joins = resolve_commas(items, joins);
    Some(precedence(items_joins.0, items_joins.1))
}

/// Folds runs of neighbours whose join passes `test` into one shape.
fn fold_joins(
    items: Vec<Shape>,
    joins: Vec<Join>,
    test: impl Fn(&Join) -> bool,
    make: impl Fn(Vec<Shape>) -> Shape,
) -> (Vec<Shape>, Vec<Join>) {
    if !joins.iter().any(&test) {
        return (items, joins);
    }
    let mut out: Vec<Vec<Shape>> = Vec::new();
    let mut left = Vec::new();
    let mut joins = joins.into_iter();
    let mut join: Option<Join> = None;
    for item in items {
        match join.take() {
            Some(j) if test(&j) => {
                if let Some(run) = out.last_mut() {
                    run.push(item);
                }
            }
            Some(j) => {
                left.push(j);
                out.push(vec![item]);
            }
            None => out.push(vec![item]),
        }
        join = joins.next();
    }
    (out.into_iter().map(|run| one_or(run, &make)).collect(), left)
}

fn one_or(mut run: Vec<Shape>, make: &impl Fn(Vec<Shape>) -> Shape) -> Shape {
    if run.len() == 1
        && let Some(only) = run.pop()
    {
        return only;
    }
    make(run)
}

fn fold_marked(items: Vec<Shape>, joins: Vec<Join>, marks: &[bool]) -> (Vec<Shape>, Vec<Join>) {
    if !marks.contains(&true) {
        return (items, joins);
    }
    let mut out: Vec<Shape> = Vec::new();
    let mut left = Vec::new();
    let mut before: Option<(Join, bool)> = None;
    let mut rest = joins.into_iter().zip(marks.iter().copied());
    for item in items {
        match before.take() {
            Some((join, true)) => {
                let last = out.pop();
                let pair = last.into_iter().chain([item]).collect();
                out.push(if matches!(join, Join::Or { .. }) { Shape::Any(pair) } else { Shape::All(pair) });
            }
            Some((join, false)) => {
                left.push(join);
                out.push(item);
            }
            None => out.push(item),
        }
        before = rest.next();
    }
    (out, left)
}

/// Each comma takes the conjunction that closes its list; a semicolon, and a comma without one, is "and".
fn resolve_commas(items: Vec<Shape>, joins: Vec<Join>) -> (Vec<Shape>, Vec<Join>) {
    let mut closing = Join::And { comma: true };
    let mut resolved: Vec<Join> = joins
        .into_iter()
        .rev()
        .map(|join| match join {
            Join::Comma => closing,
            Join::Semicolon => {
                let here = if matches!(closing, Join::Or { comma: true }) { closing } else { Join::And { comma: true } };
                closing = here;
                here
            }
            other => {
                closing = match other {
                    Join::Or { .. } => Join::Or { comma: true },
                    _ => Join::And { comma: true },
                };
                if matches!(other, Join::Or { .. }) { other } else { Join::And { comma: matches!(other, Join::And { comma: true }) } }
            }
        })
        .collect();
    resolved.reverse();
    (items, resolved)
}

/// A list of one conjunction is flat; with both, "or" without a comma binds closer than "and", "or" behind a comma is outermost.
fn precedence(items: Vec<Shape>, joins: Vec<Join>) -> Shape {
    let any_and = joins.iter().any(|j| matches!(j, Join::And { .. }));
    let any_or = joins.iter().any(|j| matches!(j, Join::Or { .. }));
    if !(any_and && any_or) {
        let make = if any_or { Shape::Any } else { Shape::All };
        return one_or(items, &make);
    }
    if joins.iter().any(|j| matches!(j, Join::Or { comma: true })) {
        let (items, joins) = fold_joins(items, joins, |j| matches!(j, Join::And { .. }), Shape::All);
        let _ = joins;
        return one_or(items, &Shape::Any);
    }
    let (items, _) = fold_joins(items, joins, |j| matches!(j, Join::Or { .. }), Shape::Any);
    one_or(items, &Shape::All)
}
