//! The atoms of a posting's requirements, each with the operators above it.
//!
//! `{"all": [A, {"any": [B, C]}]}` → A below all, B and C below all, any. Gold and extraction have the same form, so both are taken apart
//! here; pairing them is up to [`super::pairing`].

use serde_json::Value;
use std::ptr;

/// How two atoms of one posting hang together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Relation {
    All,
    Any,
}

/// An atom where it stands.
#[derive(Debug)]
pub(crate) struct Atom<'a> {
    pub(crate) value: &'a Value,
    /// The nodes above it, the outermost first.
    path: Vec<(Relation, &'a Value)>,
    /// Which of the requirements it belongs to.
    pub(crate) requirement: usize,
    pub(crate) priority: &'a str,
    pub(crate) quote: &'a str,
    /// Two careful readers could differ: it counts neither way.
    pub(crate) is_optional: bool,
}

impl<'a> Atom<'a> {
    pub(crate) fn kind(&self) -> &'a str {
        text(self.value, "kind")
    }

    /// The relation of the nearest node that both stand below; two requirements are both asked for.
    pub(crate) fn relation(&self, other: &Self) -> Relation {
        if self.requirement != other.requirement {
            return Relation::All;
        }
        let shared = self.path.iter().zip(&other.path).take_while(|(a, b)| ptr::eq(a.1, b.1));
        shared.last().map_or(Relation::All, |((relation, _), _)| *relation)
    }
}

/// A text field, empty where it is not there.
pub(crate) fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// A list, empty where it is not there.
pub(crate) fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The parts of an expression with what joins them; none of an atom. "At least two of" is nearer to any than to all.
pub(crate) fn parts(needs: &Value) -> Option<(Relation, &[Value])> {
    let forms = [("all", Relation::All), ("any", Relation::Any), ("of", Relation::Any)];
    forms.into_iter().find(|(form, _)| needs.get(form).is_some()).map(|(form, relation)| (relation, list(needs, form)))
}

/// All atoms of a gold file or an extraction, in reading order.
pub(crate) fn atoms(posting: &Value) -> Vec<Atom<'_>> {
    let mut out = Vec::new();
    for (at, requirement) in list(posting, "requirements").iter().enumerate() {
        add(&requirement["needs"], &mut Vec::new(), at, requirement, &mut out);
    }
    out
}

fn add<'a>(needs: &'a Value, path: &mut Vec<(Relation, &'a Value)>, at: usize, requirement: &'a Value, out: &mut Vec<Atom<'a>>) {
    let Some((relation, parts)) = parts(needs) else {
        let is_optional = [needs, requirement].iter().any(|it| it["optional"] == true);
        let (priority, quote) = (text(requirement, "priority"), text(requirement, "quote"));
        out.push(Atom { value: needs, path: path.clone(), requirement: at, priority, quote, is_optional });
        return;
    };
    path.push((relation, needs));
    parts.iter().for_each(|part| add(part, path, at, requirement, out));
    path.pop();
}

/// The phrases that name a class of examples, each with the quote it stands in.
pub(crate) fn classes(posting: &Value) -> Vec<(&str, &str)> {
    fn of<'a>(needs: &'a Value, quote: &'a str, out: &mut Vec<(&'a str, &'a str)>) {
        out.extend(needs.get("class").and_then(Value::as_str).map(|class| (class, quote)));
        parts(needs).into_iter().flat_map(|(_, parts)| parts).for_each(|part| of(part, quote, out));
    }
    let mut out = Vec::new();
    list(posting, "requirements").iter().for_each(|it| of(&it["needs"], text(it, "quote"), &mut out));
    out
}

#[test]
fn relations_are_those_of_the_nearest_node() {
    let atom = |text: &str| serde_json::json!({"kind": "skill", "text": text});
    let needs = serde_json::json!({"all": [atom("SQL"), {"any": [atom("R"), {"all": [atom("C"), atom("Go")]}]}]});
    let posting =
        serde_json::json!({"requirements": [{"needs": needs}, {"needs": {"at_least": 2, "of": [atom("a"), atom("b"), atom("c")]}}]});
    let atoms = atoms(&posting);
    let relation = |a: usize, b: usize| atoms[a].relation(&atoms[b]);
    assert_eq!(atoms.len(), 7);
    assert_eq!([relation(0, 1), relation(1, 2), relation(2, 3)], [Relation::All, Relation::Any, Relation::All]);
    assert_eq!([relation(4, 5), relation(0, 4)], [Relation::Any, Relation::All]);
}
