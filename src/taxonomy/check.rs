//! Checks of the vocabulary's graph and labels, for those who edit `data/`.
//!
//! Two skills that are both called `Go` in, ``skills/computing.toml: `golang`: the label `Go` is also that of `go-game` `` out.
//! `tests/vocabulary.rs` runs them over all files.

use super::{Concept, Family};
use crate::text::{key::stem, words};
use rustc_hash::FxHashMap;
use std::collections::hash_map::Entry as Slot;

/// A concept with the file that it stands in.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The file, for messages.
    pub file: String,
    /// The family of the file.
    pub family: Family,
    /// The concept.
    pub concept: Concept,
}

/// What is wrong with a vocabulary, one sentence each, in the order of its entries. Entries of a file stand in its order.
#[must_use]
pub fn check(entries: &[Entry]) -> Vec<String> {
    let by_id: FxHashMap<&str, &Entry> = entries.iter().map(|entry| (entry.concept.id.as_str(), entry)).collect();
    let mut labels = FxHashMap::default();
    let mut found = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| entries.get(at));
        let problems = of_entry(entry)
            .into_iter()
            .chain(of_order(entry, before))
            .chain(of_references(entry, &by_id))
            .chain(of_labels(entry, &mut labels));
        found.extend(problems.map(|problem| format!("{}: `{}`: {problem}", entry.file, entry.concept.id)));
    }
    found
}

fn of_entry(entry: &Entry) -> Vec<String> {
    let concept = &entry.concept;
    let kebab = |c: char| c == '-' || c.is_ascii_digit() || c.is_ascii_lowercase();
    let mut found = Vec::new();
    if concept.id.is_empty() || !concept.id.chars().all(kebab) {
        found.push("the id is not in kebab-case".to_owned());
    }
    if let Some(case) = concept.case.as_ref().filter(|case| *case != "exact") {
        found.push(format!("unknown case `{case}`"));
    }
    if concept.labels().any(|label| label.trim().is_empty()) {
        found.push("an empty label".to_owned());
    }
    for word in concept.unless_next.iter().chain(&concept.unless_prev).filter(|word| !is_folded(word)) {
        found.push(format!("`{word}` is not one word in lower case"));
    }
    let ruled = concept.case.is_some() || !concept.unless_next.is_empty() || !concept.unless_prev.is_empty();
    if ruled && concept.matches.is_empty() {
        found.push("`match` is missing, which `case` and `unless_*` need".to_owned());
    }
    found
}

/// Whether a text is one word in its folded form. `.net` and `at&t` are words of texts in capitals only.
fn is_folded(text: &str) -> bool {
    let folds_to = |written: &str| {
        let (mut folds, mut cut) = (String::new(), Vec::new());
        words(written, &mut folds, &mut cut);
        matches!(cut.as_slice(), [word] if word.folded.of(&folds) == text)
    };
    folds_to(text) || folds_to(&text.to_uppercase())
}

fn of_order(entry: &Entry, before: Option<&Entry>) -> Option<String> {
    let before = before.filter(|before| before.file == entry.file)?;
    (before.concept.id >= entry.concept.id).then(|| format!("stands behind `{}`", before.concept.id))
}

fn of_references(entry: &Entry, by_id: &FxHashMap<&str, &Entry>) -> Vec<String> {
    let concept = &entry.concept;
    let mut found = Vec::new();
    if by_id.get(concept.id.as_str()).is_some_and(|other| !std::ptr::eq(*other, entry)) {
        found.push("the id is given twice".to_owned());
    }
    for id in concept.broader.iter().chain(&concept.implies).filter(|id| !by_id.contains_key(id.as_str())) {
        found.push(format!("`{id}` is no concept"));
    }
    for other in concept.broader.iter().filter_map(|id| by_id.get(id.as_str())).filter(|other| other.family != entry.family) {
        found.push(format!("the broader `{}` is of another family", other.concept.id));
    }
    if above(concept, by_id, &concept.id) {
        found.push("`broader` and `implies` lead back to it".to_owned());
    }
    found
}

/// Whether `id` is above a concept.
fn above(concept: &Concept, by_id: &FxHashMap<&str, &Entry>, id: &str) -> bool {
    let mut seen: Vec<&str> = Vec::new();
    let mut open: Vec<&Concept> = vec![concept];
    while let Some(at) = open.pop() {
        for up in at.broader.iter().chain(&at.implies) {
            if up == id {
                return true;
            }
            if !seen.contains(&up.as_str()) {
                seen.push(up);
                open.extend(by_id.get(up.as_str()).map(|entry| &entry.concept));
            }
        }
    }
    false
}

/// Labels by family and form; each with the id that has it.
type Labels<'e> = FxHashMap<(Family, String), &'e str>;

/// Labels that another concept of the family has too. A label that matches in its case only is no other's in another case.
fn of_labels<'e>(entry: &'e Entry, labels: &mut Labels<'e>) -> Vec<String> {
    let exact = entry.concept.case.is_some();
    let mut found = Vec::new();
    for label in entry.concept.labels() {
        let form = if exact { label.to_owned() } else { form(label) };
        match labels.entry((entry.family, form)) {
            Slot::Occupied(slot) if *slot.get() != entry.concept.id => {
                found.push(format!("the label `{label}` is also that of `{}`", slot.get()));
            }
            Slot::Occupied(_) => {}
            Slot::Vacant(slot) => {
                slot.insert(&entry.concept.id);
            }
        }
    }
    found
}

/// The form under which a label is found.
fn form(label: &str) -> String {
    let (mut folds, mut cut) = (String::new(), Vec::new());
    words(label, &mut folds, &mut cut);
    let stems: Vec<String> = cut.iter().map(|word| stem(word.folded.of(&folds))).map(|(begin, end)| [begin, end].concat()).collect();
    stems.into_iter().filter(|stem| stem != "-").collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(id: &str, label: &str) -> Entry {
        let concept = Concept { id: id.to_owned(), label: label.to_owned(), ..Concept::default() };
        Entry { file: "x.toml".to_owned(), family: Family::Skill, concept }
    }

    #[test]
    fn each_mistake_is_named() {
        let mut wrong = entry("rust", "Databases");
        wrong.concept.case = Some("any".to_owned());
        wrong.concept.broader = vec!["nothing".to_owned()];
        wrong.concept.unless_next = vec!["two words".to_owned()];
        let mut around = entry("c", "C");
        around.concept.implies = vec!["c".to_owned()];
        let found = check(&[entry("sql", "database"), wrong, around]);
        let want = [
            "x.toml: `rust`: unknown case `any`",
            "x.toml: `rust`: `two words` is not one word in lower case",
            "x.toml: `rust`: `match` is missing, which `case` and `unless_*` need",
            "x.toml: `rust`: stands behind `sql`",
            "x.toml: `rust`: `nothing` is no concept",
            "x.toml: `c`: stands behind `rust`",
            "x.toml: `c`: `broader` and `implies` lead back to it",
        ];
        assert_eq!(found, want);
        assert_eq!(check(&[entry("a", "Database"), entry("b", "databases")]), ["x.toml: `b`: the label `databases` is also that of `a`"]);
    }
}
