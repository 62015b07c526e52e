//! Laws of the logic, on random trees.

use crate::config;
use proptest::prelude::*;
use quals::logic::{Bounds, Expr, Truth};

/// A leaf: its coverage, or none where it is assumed.
type Leaf = Option<Bounds>;

fn leaf() -> impl Strategy<Value = Leaf> {
    prop_oneof![
        3 => Just(Some(Bounds::MET)),
        2 => (0..=6_u8).prop_map(|sixths| Some(Bounds::unmet(f64::from(sixths) / 6.0))),
        2 => (0..=6_u8).prop_map(|sixths| Some(Bounds::unknown(f64::from(sixths) / 6.0))),
        1 => Just(None),
    ]
}

fn tree_of(leaf: impl Strategy<Value = Leaf> + 'static) -> impl Strategy<Value = Expr<Leaf>> {
    leaf.prop_map(Expr::Atom).prop_recursive(4, 40, 6, |part| {
        let parts = prop::collection::vec(part, 1..6);
        prop_oneof![
            parts.clone().prop_map(|all| Expr::All { all }),
            parts.clone().prop_map(|any| Expr::Any { any, open: false, class: None }),
            (parts, 2..4_usize).prop_map(|(of, at_least)| Expr::AtLeast { at_least: at_least.min(of.len()), of }),
        ]
    })
}

fn tree() -> impl Strategy<Value = Expr<Leaf>> {
    tree_of(leaf())
}

/// Trees without assumed parts.
fn stated_tree() -> impl Strategy<Value = Expr<Leaf>> {
    tree_of(leaf().prop_map(|leaf| leaf.or(Some(Bounds::UNKNOWN))))
}

fn coverage(tree: &Expr<Leaf>) -> Leaf {
    tree.coverage(&|leaf: &Leaf| *leaf)
}

/// Strong Kleene by truth values alone.
fn kleene(tree: &Expr<Leaf>) -> Truth {
    let (needed, parts) = match tree {
        Expr::Atom(leaf) => return leaf.map_or(Truth::Unknown, Bounds::truth),
        Expr::All { all } => (all.len(), all),
        Expr::Any { any, .. } => (1, any),
        Expr::AtLeast { at_least, of } => (*at_least, of),
    };
    let truths: Vec<Truth> = parts.iter().map(kleene).collect();
    let count = |truth| truths.iter().filter(|t| **t == truth).count();
    if count(Truth::Met) >= needed {
        Truth::Met
    } else if truths.len() - count(Truth::Unmet) < needed {
        Truth::Unmet
    } else {
        Truth::Unknown
    }
}

/// Mean, maximum, sum of the k best over k, without any care.
fn plain(tree: &Expr<Leaf>, of: &impl Fn(Bounds) -> f64) -> f64 {
    let (needed, parts) = match tree {
        Expr::Atom(leaf) => return leaf.map_or(0.0, of),
        Expr::All { all } => (all.len(), all),
        Expr::Any { any, .. } => (1, any),
        Expr::AtLeast { at_least, of } => (*at_least, of),
    };
    let mut values: Vec<f64> = parts.iter().map(|part| plain(part, of)).collect();
    values.sort_by(|a, b| b.total_cmp(a));
    values[..needed].iter().sum::<f64>() / needed as f64
}

/// The tree with its leaves changed, each by the next of `changes`.
fn change(tree: &Expr<Leaf>, changes: &mut impl Iterator<Item = u8>, by: &impl Fn(Leaf, u8) -> Leaf) -> Expr<Leaf> {
    let mut parts = |list: &[Expr<Leaf>]| list.iter().map(|part| change(part, changes, by)).collect();
    match tree {
        Expr::Atom(leaf) => Expr::Atom(by(*leaf, changes.next().unwrap_or(0))),
        Expr::All { all } => Expr::All { all: parts(all) },
        Expr::Any { any, .. } => Expr::Any { any: parts(any), open: false, class: None },
        Expr::AtLeast { at_least, of } => Expr::AtLeast { at_least: *at_least, of: parts(of) },
    }
}

/// An unknown leaf stays, becomes met, or becomes unmet with no less than was certain.
fn learn(leaf: Leaf, how: u8) -> Leaf {
    match leaf {
        Some(bounds) if bounds.truth() == Truth::Unknown => match how % 4 {
            0 => leaf,
            1 => Some(Bounds::MET),
            2 => Some(Bounds::unmet(bounds.lo())),
            _ => Some(Bounds::unknown(f64::midpoint(bounds.lo(), 1.0))),
        },
        _ => leaf,
    }
}

/// A leaf stays or rises.
fn raise(leaf: Leaf, how: u8) -> Leaf {
    let bounds = leaf?;
    match how % 4 {
        0 => leaf,
        1 => Some(Bounds::MET),
        2 => Some(bounds.opened()),
        _ => Some(bounds.or(Bounds::unmet(0.5))),
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn met_is_one_and_unmet_is_below_one_by_strong_kleene(tree in stated_tree()) {
        let bounds = coverage(&tree).unwrap();
        prop_assert!(0.0 <= bounds.lo() && bounds.lo() <= bounds.hi() && bounds.hi() <= 1.0);
        prop_assert_eq!(bounds.truth() == Truth::Met, bounds.lo() == 1.0);
        prop_assert_eq!(bounds.truth() == Truth::Unmet, bounds.hi() < 1.0);
        prop_assert_eq!(bounds.truth(), kleene(&tree));
    }

    #[test]
    fn coverage_is_mean_maximum_and_k_best(tree in stated_tree()) {
        let bounds = coverage(&tree).unwrap();
        prop_assert!((bounds.lo() - plain(&tree, &Bounds::lo)).abs() < 1e-9);
        prop_assert!((bounds.hi() - plain(&tree, &Bounds::hi)).abs() < 1e-9);
    }

    #[test]
    fn learning_never_overturns_nor_widens(tree in tree(), how in prop::collection::vec(any::<u8>(), 60)) {
        let learned = change(&tree, &mut how.into_iter(), &learn);
        match (coverage(&tree), coverage(&learned)) {
            (Some(before), Some(after)) => {
                prop_assert!(before.lo() <= after.lo() + 1e-12 && after.hi() <= before.hi() + 1e-12, "{before:?} {after:?}");
                prop_assert!(before.truth() == Truth::Unknown || before.truth() == after.truth());
            }
            (None, after) => prop_assert!(after.is_none_or(|b| b.truth() == Truth::Met)),
            (Some(before), None) => prop_assert!(before.truth() == Truth::Unknown, "{before:?} became assumed"),
        }
    }

    #[test]
    fn raising_a_part_never_lowers_the_whole(tree in stated_tree(), how in prop::collection::vec(any::<u8>(), 60)) {
        let raised = change(&tree, &mut how.into_iter(), &raise);
        let (before, after) = (coverage(&tree).unwrap(), coverage(&raised).unwrap());
        prop_assert!(before.lo() <= after.lo() + 1e-12 && before.hi() <= after.hi() + 1e-12);
        prop_assert!(before.truth() != Truth::Met || after.truth() == Truth::Met);
        prop_assert!(before.truth() != Truth::Unknown || after.truth() != Truth::Unmet);
    }

    #[test]
    fn what_is_assumed_counts_as_met_for_the_label(tree in tree()) {
        let met = coverage(&change(&tree, &mut std::iter::repeat(0), &|leaf, _| leaf.or(Some(Bounds::MET)))).unwrap();
        match coverage(&tree) {
            Some(bounds) => prop_assert_eq!(bounds.truth(), met.truth()),
            None => prop_assert_eq!(met.truth(), Truth::Met),
        }
    }
}
