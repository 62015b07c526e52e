//! Finds labels in lines of words.
//!
//! A trie over words, not characters: each word's folded and stemmed form is a number, hyphens are passed over, so that
//! `problem-solving` is `problem solving` and `databases` is `database`. Every start is tried and the longest label that passes its
//! case and context rules wins, which loses no short label to a long one that fails.

use super::{Concept, ConceptId, Family};
use crate::text::{Span, Word, WordKind, words};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A label found in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelMention {
    /// What it names.
    pub concept: ConceptId,
    /// Of what family that is.
    pub family: Family,
    /// The words of the line that it covers.
    pub words: Range<usize>,
    /// Where it stands in the line's text.
    pub span: Span,
}

#[derive(Debug, Default)]
struct Rule {
    exact: Option<String>,
    unless_next: Vec<String>,
    unless_prev: Vec<String>,
}

#[derive(Debug)]
struct Label {
    concept: ConceptId,
    family: Family,
    rule: Option<Box<Rule>>,
}

/// The trie. Node 0 is the root.
#[derive(Debug, Default)]
pub(super) struct Automaton {
    forms: FxHashMap<Box<str>, u32>,
    steps: FxHashMap<(u32, u32), u32>,
    /// The labels that end at a node.
    ends: FxHashMap<u32, Vec<Label>>,
    nodes: u32,
}

impl Automaton {
    /// Adds the labels of a concept.
    pub(super) fn add(&mut self, id: ConceptId, family: Family, concept: &Concept) {
        for label in std::iter::once(&concept.label).chain(&concept.alt) {
            self.add_label(id, family, concept, label);
        }
    }

    fn add_label(&mut self, concept: ConceptId, family: Family, entry: &Concept, label: &str) {
        let (mut folds, mut cut) = (String::new(), Vec::new());
        words(label, &mut folds, &mut cut);
        let mut node = 0;
        for word in cut.iter().filter(|w| !is_hyphen(label, w)) {
            let form = stem(word.folded.of(&folds));
            let next_form = u32::try_from(self.forms.len() + 1).unwrap_or(u32::MAX);
            let form = *self.forms.entry(form.into()).or_insert(next_form);
            node = *self.steps.entry((node, form)).or_insert_with(|| {
                self.nodes += 1;
                self.nodes
            });
        }
        if node == 0 {
            return;
        }
        let exact = (entry.case.as_deref() == Some("exact")).then(|| label.to_owned());
        let rule = Rule { exact, unless_next: entry.unless_next.clone(), unless_prev: entry.unless_prev.clone() };
        let bare = rule.exact.is_none() && rule.unless_next.is_empty() && rule.unless_prev.is_empty();
        let ends = self.ends.entry(node).or_default();
        if !ends.iter().any(|l| l.concept == concept && l.rule.is_none()) {
            ends.push(Label { concept, family, rule: (!bare).then(|| Box::new(rule)) });
        }
    }

    fn forms_of(&self, folds: &str, cut: &[Word]) -> Vec<u32> {
        cut.iter().map(|w| self.forms.get(stem(w.folded.of(folds))).copied().unwrap_or(0)).collect()
    }

    /// Every label at every place.
    pub(super) fn find_all(&self, text: &str, folds: &str, cut: &[Word]) -> Vec<LabelMention> {
        let forms = self.forms_of(folds, cut);
        let mut found = Vec::new();
        for start in 0..cut.len() {
            self.find_from(start, &forms, text, folds, cut, &mut found);
        }
        found
    }

    fn find_from(&self, start: usize, forms: &[u32], text: &str, folds: &str, cut: &[Word], found: &mut Vec<LabelMention>) {
        let mut node = 0;
        for (at, (word, form)) in cut.iter().zip(forms).enumerate().skip(start) {
            if is_hyphen(text, word) && at > start {
                continue;
            }
            if *form == 0 {
                break;
            }
            let Some(next) = self.steps.get(&(node, *form)) else { break };
            node = *next;
            let Some(labels) = self.ends.get(&node) else { continue };
            let Some(first) = cut.get(start) else { break };
            let span = first.span.cover(word.span);
            for label in labels {
                if label.rule.as_ref().is_none_or(|rule| rule.allows(start, at + 1, span.of(text), folds, cut)) {
                    found.push(LabelMention { concept: label.concept, family: label.family, words: start..at + 1, span });
                }
            }
        }
    }

    /// The labels of a line: for each family, longest first from left to right without overlaps.
    pub(super) fn find(&self, text: &str, folds: &str, cut: &[Word]) -> Vec<LabelMention> {
        let mut all = self.find_all(text, folds, cut);
        all.sort_by(|a, b| a.words.start.cmp(&b.words.start).then(b.words.end.cmp(&a.words.end)).then(a.concept.cmp(&b.concept)));
        let mut until: FxHashMap<Family, usize> = FxHashMap::default();
        all.retain(|m| {
            let end = until.entry(m.family).or_insert(0);
            let free = m.words.start >= *end;
            if free {
                *end = m.words.end;
            }
            free
        });
        all
    }
}

impl Rule {
    fn allows(&self, start: usize, end: usize, piece: &str, folds: &str, cut: &[Word]) -> bool {
        let is_one_of =
            |at: Option<usize>, list: &[String]| at.and_then(|i| cut.get(i)).is_some_and(|w| list.iter().any(|x| x == w.folded.of(folds)));
        let same_case = self.exact.as_ref().is_none_or(|label| same_but_plural(label, piece));
        same_case && !is_one_of(Some(end), &self.unless_next) && !is_one_of(start.checked_sub(1), &self.unless_prev)
    }
}

/// The same letters in the same case, but for hyphens, dots, white space and a plural `s`.
fn same_but_plural(label: &str, piece: &str) -> bool {
    let bare = |text: &str| text.chars().filter(|c| c.is_alphanumeric() || matches!(c, '+' | '#' | '&')).collect::<String>();
    let (label, piece) = (bare(label), bare(piece));
    label == piece || piece.strip_suffix('s') == Some(&label)
}

fn is_hyphen(text: &str, word: &Word) -> bool {
    word.kind == WordKind::Sign && matches!(word.span.of(text), "-" | "–" | "‑")
}

/// A word without its plural ending, on words of four letters and more: `databases` → `database`, `technologies` → `technolog`, as `technology`.
pub(super) fn stem(word: &str) -> &str {
    if word.len() < 4 || !word.is_ascii() {
        return word;
    }
    let cut = |by: usize| word.get(..word.len() - by).unwrap_or(word);
    if word.len() > 4 && word.ends_with("ies") {
        cut(3)
    } else if ["sses", "xes", "ches", "shes"].iter().any(|end| word.ends_with(end)) {
        cut(2)
    } else if word.ends_with('y') || word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end)) {
        cut(1)
    } else {
        word
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_and_singulars_meet() {
        for (one, many) in
            [("database", "databases"), ("technology", "technologies"), ("process", "processes"), ("class", "classes"), ("box", "boxes")]
        {
            assert_eq!(stem(one), stem(many), "{one}");
        }
        assert_ne!(stem("java"), stem("javascript"));
        assert_eq!(stem("sas"), "sas");
    }
}
