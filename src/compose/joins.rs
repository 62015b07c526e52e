//! Joins the tokens of a list that only look like several items, before its shape is read.
//!
//! "review, organize, and present large sets of data" is one task, "Application Lifecycle Management (ALM) tools" one name, "a dynamic,
//! fast-paced environment" one place. What single phrases mean is left to [`leaf`](super::leaf).

mod connectors;
mod modifiers;
mod tasks;

pub(super) use connectors::by_means_of;
pub(super) use modifiers::join_adjectives;
pub(super) use tasks::join_gerunds;

use super::{dispositions, parens};
use crate::{kind::heads::Heads, line::Line, taxonomy::Family, value::Piece};
use connectors::{join_clause, join_reach, settle_connectors, settle_nested, settle_ranges, settle_similar};
use modifiers::{join_both, join_compounds, join_descriptions, join_modifiers, join_surroundings};
use tasks::{join_actions, join_gerund_objects, join_gerund_pair, join_led_gerunds, join_objects, join_verbs};

/// The pieces with all that only looks like several items joined. `task`: the list says what is done, as behind "ability to".
pub(super) fn settled(line: &Line<'_>, pieces: Vec<Piece>, task: bool) -> Vec<Piece> {
    let pieces = parens::settled(line, settle_connectors(line, settle_ranges(line, settle_nested(line, join_clause(line, pieces)))));
    let pieces =
        join_actions(line, join_descriptions(line, join_surroundings(line, dispositions::join_ways(line, join_modifiers(line, pieces)))));
    let pieces = join_compounds(line, join_both(line, settle_similar(line, pieces)));
    if task {
        join_objects(line, join_reach(line, join_verbs(line, pieces), true))
    } else {
        join_gerund_pair(line, join_reach(line, join_gerund_objects(line, join_led_gerunds(line, pieces)), false))
    }
}

pub(super) fn is_verb_form(heads: &Heads, word: &str) -> bool {
    heads.is_verb(word) || word == "using" || (word.len() > 5 && word.ends_with("ing"))
}

pub(super) fn begins_no_label(line: &Line<'_>, at: usize) -> bool {
    line.label_at(Family::Skill, at).is_none() && line.label_at(Family::Trait, at).is_none()
}
