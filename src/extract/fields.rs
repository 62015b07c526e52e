//! Requirements that were read from structured fields beside the text, once more.
//!
//! `3 years of experience` in the text and `36 months of experience`, made of `monthsOfExperience`, in; the first alone out: the text says it better.

use crate::{kind::Predicate, requirement::Requirement};

/// Drops what stands from `fields` on and asks only what the text before it asks.
pub(super) fn drop_repeated(requirements: &mut Vec<Requirement>, fields: usize) {
    let said: Vec<Predicate> =
        requirements.iter().filter(|it| it.span.start < fields).flat_map(|it| it.needs.atoms().cloned().collect::<Vec<_>>()).collect();
    let is_said = |atom: &Predicate| said.iter().any(|known| is_same(known, atom));
    requirements.retain(|it| it.span.start < fields || !it.needs.atoms().all(is_said));
}

/// A degree and a time are asked once in a posting, whatever the words.
fn is_same(known: &Predicate, atom: &Predicate) -> bool {
    let is_measure = matches!(atom, Predicate::Degree(_) | Predicate::Experience(_));
    known.kind().name == atom.kind().name && (is_measure || known.text().eq_ignore_ascii_case(atom.text()))
}
