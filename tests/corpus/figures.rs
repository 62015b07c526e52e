//! What the counts amount to: F1 of each kind, and the figures over all kinds.
//!
//! `found` asks whether the atoms are there, `exact` whether they are right in every attribute too. Figures are rounded to four digits
//! behind the point, shares given in percent to two, so that a floor can be written down.

use crate::tally::{Count, Rate, Tally};
use std::collections::BTreeMap;

/// Figures by group (`all`, or a kind), then by name.
pub(crate) type Figures = BTreeMap<String, BTreeMap<String, f64>>;

/// Kinds that readers agree less on: they have a figure of their own.
const SOFT: [&str; 2] = ["trait", "condition"];
/// Kept, but not counted.
const UNCOUNTED: &str = "other";

/// The figures of what was counted.
pub(crate) fn figures(tally: &Tally) -> Figures {
    let counted = tally.kinds.iter().filter(|(kind, _)| *kind != UNCOUNTED);
    let of_kind = |(kind, count): (&String, &Count)| (kind.clone(), group([("found", found(*count)), ("exact", exact(*count))]));
    counted.map(of_kind).chain([("all".to_owned(), overall(tally))]).collect()
}

#[allow(clippy::cast_precision_loss, reason = "numbers of atoms")]
fn overall(tally: &Tally) -> BTreeMap<String, f64> {
    let sum = |is_in: &dyn Fn(&str) -> bool| {
        tally.kinds.iter().filter(|(kind, _)| *kind != UNCOUNTED && is_in(kind)).map(|(_, count)| *count).fold(Count::default(), plus)
    };
    let (hard, soft) = (sum(&|kind| !SOFT.contains(&kind)), sum(&|kind| SOFT.contains(&kind)));
    let priority = Rate { right: hard.priority, wrong: hard.found - hard.priority };
    group([
        ("postings", tally.postings as f64),
        ("found_f1", found(hard)),
        ("exact_f1", exact(hard)),
        ("soft_f1", found(soft)),
        ("priority", percent(priority)),
        ("structure", percent(tally.structure)),
        ("metadata", percent(tally.metadata)),
        ("faithful", percent(tally.faithful)),
    ])
}

fn group<const N: usize>(figures: [(&str, f64); N]) -> BTreeMap<String, f64> {
    figures.into_iter().map(|(name, figure)| (name.to_owned(), figure)).collect()
}

fn plus(a: Count, b: Count) -> Count {
    Count {
        found: a.found + b.found,
        exact: a.exact + b.exact,
        priority: a.priority + b.priority,
        missed: a.missed + b.missed,
        spurious: a.spurious + b.spurious,
    }
}

fn found(it: Count) -> f64 {
    f1(it.found, it.spurious, it.missed)
}

/// An atom with something wrong is one too many and one too few.
fn exact(it: Count) -> f64 {
    let wrong = it.found - it.exact;
    f1(it.exact, wrong + it.spurious, wrong + it.missed)
}

#[allow(clippy::cast_precision_loss, reason = "numbers of atoms")]
fn f1(right: usize, too_many: usize, too_few: usize) -> f64 {
    let share = |of: usize| if right + of == 0 { 1.0 } else { right as f64 / (right + of) as f64 };
    let (precision, recall) = (share(too_many), share(too_few));
    if precision + recall == 0.0 { 0.0 } else { rounded(2.0 * precision * recall / (precision + recall), 1e4) }
}

#[allow(clippy::cast_precision_loss, reason = "numbers of atoms")]
fn percent(rate: Rate) -> f64 {
    let of = rate.right + rate.wrong;
    if of == 0 { 100.0 } else { rounded(100.0 * rate.right as f64 / of as f64, 1e2) }
}

fn rounded(figure: f64, scale: f64) -> f64 {
    (figure * scale).round() / scale
}

#[test]
fn figures_are_those_of_the_definitions() {
    let is = |count: Count, f: f64, e: f64| assert!((found(count) - f).abs() < 1e-9 && (exact(count) - e).abs() < 1e-9, "{count:?}");
    is(Count { found: 3, exact: 2, priority: 3, missed: 1, spurious: 2 }, 0.6667, 0.4444);
    is(Count::default(), 1.0, 1.0);
    is(Count { spurious: 1, ..Count::default() }, 0.0, 0.0);
    assert!((percent(Rate { right: 2, wrong: 1 }) - 66.67).abs() < 1e-9);
}
