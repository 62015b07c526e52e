//! Reads the sentence of a case with the engine and holds what it found against what the case says.

use crate::format::{Atom, Case, Expected, File, Section, Tree};
use quals::{Engine, extract::Extraction, posting::Posting, read::Document, text::Source};
use serde_json::Value;

/// An engine with the day on which the cases are read.
pub(crate) struct Checker {
    engine: Engine,
    as_of: jiff::civil::Date,
}

impl Default for Checker {
    fn default() -> Self {
        Self { engine: Engine::new(), as_of: jiff::civil::date(2025, 11, 21) }
    }
}

impl Checker {
    /// The requirements of a posting that holds only this sentence.
    fn read(&self, section: Section, sentence: &str) -> Found {
        let mark = if section.item { "* " } else { "" };
        let text = format!("Example posting\n\n## {}\n\n{mark}{sentence}\n", section.heading);
        let document = Document { source: Source::new("case", text), facts: Posting::default(), fields: None };
        Found::new(&self.engine.extract(&document, self.as_of))
    }
}

/// What is wrong with a case, if anything is.
pub(crate) fn complaint(checker: &Checker, file: &File, case: &Case) -> Option<String> {
    let found = checker.read(case.section, &case.sentence);
    match (found.holds(&case.expected, file.kind), case.gap) {
        (false, false) => Some(format!("{:?} → {}", case.sentence, found.words())),
        (true, true) => Some(format!("{:?} is no gap any more: take its mark away", case.sentence)),
        _ => None,
    }
}

/// The requirements found, each with its priority, in the form of the contract.
struct Found {
    requirements: Vec<(String, Value)>,
}

impl Found {
    fn new(extraction: &Extraction) -> Self {
        let of = |value: &Value, key: &str| value.get(key).cloned().unwrap_or_default();
        let requirements = extraction.requirements.iter().map(|it| serde_json::to_value(it).unwrap());
        Self { requirements: requirements.map(|it| (of(&it, "priority").as_str().unwrap().to_owned(), of(&it, "needs"))).collect() }
    }

    fn atoms(&self) -> Vec<(&str, &Value)> {
        self.requirements.iter().flat_map(|(priority, needs)| atoms_of(needs).into_iter().map(|atom| (priority.as_str(), atom))).collect()
    }

    fn holds(&self, expected: &[Expected], own: Option<&str>) -> bool {
        let one_each = self.has_just(expected, own);
        one_each && expected.iter().all(|it| self.holds_one(it, own))
    }

    fn holds_one(&self, expected: &Expected, own: Option<&str>) -> bool {
        match expected {
            Expected::Nothing => self.requirements.is_empty(),
            Expected::No(kind, text) => {
                !self.atoms().iter().any(|(_, atom)| is_kind(atom, kind) && text.as_ref().is_none_or(|t| has_text(atom, t)))
            }
            Expected::Needs(_, Tree::Atom(_)) => true, // see `has_just`
            Expected::Needs(priority, tree) => {
                self.requirements.iter().any(|(said, needs)| priority.as_ref().is_none_or(|p| p == said) && fits(tree, needs, own))
            }
        }
    }

    /// Of the kinds that stand by themselves in a case, exactly those atoms are found.
    fn has_just(&self, expected: &[Expected], own: Option<&str>) -> bool {
        let wanted: Vec<_> = expected
            .iter()
            .filter_map(|it| match it {
                Expected::Needs(priority, Tree::Atom(atom)) => Some((priority, atom)),
                _ => None,
            })
            .collect();
        let mut left: Vec<_> = self.atoms().into_iter().filter(|(_, atom)| wanted.iter().any(|(_, w)| is_kind(atom, w.kind))).collect();
        let all = wanted.iter().all(|(priority, want)| {
            let at = left.iter().position(|(said, atom)| priority.as_ref().is_none_or(|p| p == said) && is_atom(want, atom, own));
            at.map(|at| left.remove(at)).is_some()
        });
        all && left.is_empty()
    }

    /// What was found, in the notation of the cases.
    fn words(&self) -> String {
        let all: Vec<_> = self.requirements.iter().map(|(priority, needs)| format!("{priority} {}", words_of(needs))).collect();
        if all.is_empty() { "nothing".to_owned() } else { all.join("; ") }
    }
}

fn parts<'v>(needs: &'v Value, key: &str) -> Option<&'v Vec<Value>> {
    needs.get(key).and_then(Value::as_array)
}

fn atoms_of(needs: &Value) -> Vec<&Value> {
    match ["all", "any", "of"].into_iter().find_map(|key| parts(needs, key)) {
        Some(parts) => parts.iter().flat_map(atoms_of).collect(),
        None => vec![needs],
    }
}

fn is_kind(atom: &Value, kind: &str) -> bool {
    atom.get("kind").is_some_and(|it| it == kind)
}

fn has_text(atom: &Value, text: &str) -> bool {
    atom.get("text").and_then(Value::as_str).is_some_and(|it| it.to_lowercase() == text.to_lowercase())
}

fn fits(tree: &Tree, needs: &Value, own: Option<&str>) -> bool {
    let all = |trees: &[Tree], key: &str| {
        parts(needs, key)
            .is_some_and(|parts| parts.len() == trees.len() && parts.iter().zip(trees).all(|(part, tree)| fits(tree, part, own)))
    };
    match tree {
        Tree::Atom(atom) => is_atom(atom, needs, own),
        Tree::All(trees) => all(trees, "all"),
        Tree::AtLeast(count, trees) => needs.get("at_least").and_then(Value::as_u64) == Some(*count) && all(trees, "of"),
        Tree::Any { parts, open, class } => {
            let is_open = needs.get("open").is_some_and(|it| it == true);
            let named = needs.get("class").and_then(Value::as_str);
            all(parts, "any") && is_open == *open && class.as_ref().is_none_or(|class| named.is_some_and(|n| n.eq_ignore_ascii_case(class)))
        }
    }
}

/// An atom of the kind that the file is about is stated in full; of another kind only what the case names is looked at.
fn is_atom(want: &Atom, atom: &Value, own: Option<&str>) -> bool {
    let fields = atom.as_object().unwrap();
    let named = want.attributes.iter().all(|(name, value)| fields.get(name).is_some_and(|found| same(value, found)));
    let in_full = || fields.iter().all(|(name, found)| is_apart(name) || is_absent(found) || want.attributes.contains_key(name));
    is_kind(atom, want.kind) && want.text.as_ref().is_none_or(|t| has_text(atom, t)) && named && (own != Some(want.kind) || in_full())
}

/// What is no attribute, or is only the text once more.
fn is_apart(name: &str) -> bool {
    matches!(name, "kind" | "text" | "concept" | "name")
}

fn is_absent(value: &Value) -> bool {
    value.is_null() || *value == false || value.as_array().is_some_and(Vec::is_empty)
}

fn same(want: &Value, found: &Value) -> bool {
    match (want, found) {
        (Value::Number(want), Value::Number(found)) => want.as_f64() == found.as_f64(),
        (Value::String(want), Value::String(found)) => want.to_lowercase() == found.to_lowercase(),
        (Value::Array(want), Value::Array(found)) => want.len() == found.len() && want.iter().zip(found).all(|(w, f)| same(w, f)),
        _ => want == found,
    }
}

fn words_of(needs: &Value) -> String {
    let list = |parts: &[Value]| parts.iter().map(words_of).collect::<Vec<_>>().join(", ");
    if let Some(parts) = parts(needs, "all") {
        return format!("all[{}]", list(parts));
    }
    if let Some(parts) = parts(needs, "of") {
        return format!("{} of[{}]", needs["at_least"], list(parts));
    }
    if let Some(parts) = parts(needs, "any") {
        let open = if needs.get("open").is_some() { "open " } else { "" };
        let class = needs.get("class").map(|class| format!(" class={class}")).unwrap_or_default();
        return format!("{open}any[{}]{class}", list(parts));
    }
    let mut out = format!("{} {}", needs["kind"].as_str().unwrap(), needs["text"]);
    for (name, value) in needs.as_object().unwrap().iter().filter(|(name, value)| !is_apart(name) && !is_absent(value)) {
        out.push_str(&match value {
            Value::Bool(_) => format!(" {name}"),
            Value::Array(values) => format!(" {name}={}", values.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")),
            Value::String(word) if word.chars().all(|c| c.is_alphanumeric() || "_-".contains(c)) => format!(" {name}={word}"),
            other => format!(" {name}={other}"),
        });
    }
    out
}
