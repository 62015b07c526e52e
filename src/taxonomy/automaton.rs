//! Finds labels in lines of words.
//!
//! A trie over words, not characters: each word's folded and stemmed form is a number, hyphens are passed over, so that
//! `problem-solving` is `problem solving` and `databases` is `database`. Every start is tried and the longest label that passes its
//! case and context rules wins, which loses no short label to a long one that fails.

use super::{Concept, ConceptId, Family, pack::Trie, pack::is_hyphen, store::Concepts};
use crate::text::{
    Span, Word,
    flat::{hash_parts, slice},
    key::stem,
};
use std::{cell::OnceCell, ops::Range};

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

/// A line of words under search.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cut<'l> {
    pub(crate) text: &'l str,
    pub(crate) folds: &'l str,
    pub(crate) words: &'l [Word],
    /// The hash of each word's stem.
    pub(crate) stems: &'l [u32],
    /// What all searches of the line share.
    pub(crate) forms: &'l OnceCell<Forms>,
}

/// The number of each word's stem in the vocabulary, looked up once a line.
#[derive(Debug)]
pub(crate) struct Forms(Vec<u32>);

/// The hash of a word's stem; most words are their own stems, whose hash is `own`.
pub(crate) fn stem_hash(word: &str, own: u32) -> u32 {
    let stem = stem(word);
    if stem.0.len() == word.len() { own } else { hash_parts(stem) }
}

/// The hash of each word's stem.
pub(super) fn stems(folds: &str, words: &[Word]) -> Vec<u32> {
    words.iter().map(|word| hash_parts(stem(word.folded.of(folds)))).collect()
}

/// The number of a stem that no label has.
const UNKNOWN: u32 = u32::MAX;

/// The trie with the concepts whose labels it holds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Automaton<'t> {
    pub(super) trie: &'t Trie,
    pub(super) concepts: &'t Concepts,
}

impl Automaton<'_> {
    /// The labels of a line: for each family, longest first from left to right without overlaps.
    pub(super) fn find(self, line: Cut<'_>) -> Vec<LabelMention> {
        let (mut found, mut here) = (Vec::new(), Vec::new());
        let mut until = [0; Family::ALL.len()];
        let forms = self.forms(line);
        for start in 0..line.words.len() {
            let free = |family: Family| until.get(family as usize).is_some_and(|end| *end <= start);
            self.walk(line, forms, start, &free, &mut |mention| here.push(mention));
            here.sort_by(|a: &LabelMention, b| b.words.end.cmp(&a.words.end).then(a.concept.cmp(&b.concept)));
            for mention in here.drain(..) {
                let Some(end) = until.get_mut(mention.family as usize).filter(|end| **end <= start) else { continue };
                *end = mention.words.end;
                found.push(mention);
            }
        }
        found
    }

    /// The labels of one family, as [`find`](Self::find) has them among the others; much less work where the family is small.
    pub(super) fn find_family(self, line: Cut<'_>, family: Family) -> Vec<LabelMention> {
        let (mut found, mut here, mut until) = (Vec::new(), Vec::new(), 0);
        for (start, stem) in line.stems.iter().enumerate() {
            if start < until || !self.trie.may_begin(family, *stem) {
                continue;
            }
            self.walk(line, self.forms(line), start, &|own| own == family, &mut |mention| here.push(mention));
            let longest = here.drain(..).min_by(|a: &LabelMention, b| b.words.end.cmp(&a.words.end).then(a.concept.cmp(&b.concept)));
            until = longest.as_ref().map_or(until, |mention| mention.words.end);
            found.extend(longest);
        }
        found
    }

    /// The first concept of a family of which the whole line is a label.
    pub(super) fn whole(self, line: Cut<'_>, family: Family) -> Option<ConceptId> {
        self.whole_of(line, self.forms(line), family)
    }

    /// The same where the words are numbered already.
    pub(super) fn whole_of(self, line: Cut<'_>, forms: &[u32], family: Family) -> Option<ConceptId> {
        let mut named = None;
        self.walk(line, forms, 0, &|own| own == family, &mut |mention| {
            if named.is_none() && mention.words.end == line.words.len() {
                named = Some(mention.concept);
            }
        });
        named
    }

    /// The labels of one family, as [`find`](Self::find) has them among the others, where the words are numbered already.
    pub(super) fn family_of(self, line: Cut<'_>, forms: &[u32], family: Family) -> Vec<LabelMention> {
        let (mut found, mut here, mut until) = (Vec::new(), Vec::new(), 0);
        for start in 0..line.words.len() {
            if start >= until {
                self.walk(line, forms, start, &|own| own == family, &mut |mention| here.push(mention));
                let longest = here.drain(..).min_by(|a: &LabelMention, b| b.words.end.cmp(&a.words.end).then(a.concept.cmp(&b.concept)));
                until = longest.as_ref().map_or(until, |mention| mention.words.end);
                found.extend(longest);
            }
        }
        found
    }

    /// Hands over every label of some families that begins at word `start`, the shortest first.
    fn walk(self, line: Cut<'_>, forms: &[u32], start: usize, wanted: &impl Fn(Family) -> bool, hand: &mut impl FnMut(LabelMention)) {
        let root = |form: &u32| self.trie.root.get(*form as usize).copied().filter(|node| *node != 0);
        let Some(mut node) = forms.get(start).and_then(root) else { return };
        let words = line.words.iter().zip(forms).enumerate().skip(start + 1);
        self.labels(line, start..start + 1, node, wanted, hand);
        for (at, (word, form)) in words {
            if is_hyphen(line.text, word) {
                continue;
            }
            if !self.trie.may_go_on(node, *form) {
                return;
            }
            let edges = slice(self.trie.edges.as_chunks().0, &self.trie.edge_starts, node as usize);
            let Ok(edge) = edges.binary_search_by_key(form, |[form, _]| *form) else { return };
            let Some([_, next]) = edges.get(edge) else { return };
            node = *next;
            self.labels(line, start..at + 1, node, wanted, hand);
        }
    }

    /// The number of each word's stem; [`UNKNOWN`] where no label has it.
    pub(super) fn forms<'l>(self, line: Cut<'l>) -> &'l [u32] {
        let form = |(word, hash): (&Word, &u32)| {
            let form = self.trie.forms.get_hashed(*hash, || stem(word.folded.of(line.folds)));
            form.and_then(|form| u32::try_from(form).ok()).unwrap_or(UNKNOWN)
        };
        &line.forms.get_or_init(|| Forms(line.words.iter().zip(line.stems).map(form).collect())).0
    }

    /// Hands over the labels that end at a node and pass their rules.
    fn labels(self, line: Cut<'_>, words: Range<usize>, node: u32, wanted: &impl Fn(Family) -> bool, hand: &mut impl FnMut(LabelMention)) {
        for [end, label] in slice(self.trie.ends.as_chunks().0, &self.trie.end_starts, node as usize) {
            let (family, id) = (Trie::ended(*end).0.filter(|family| wanted(*family)), ConceptId(Trie::ended(*end).1));
            let (Some(family), Some(first), Some(last)) = (family, line.words.get(words.start), line.words.get(words.end - 1)) else {
                continue;
            };
            let span = first.span.cover(last.span);
            let allowed = *label == 0 || allows(self.concepts.get(id), *label as usize - 1, line, &words, span.of(line.text));
            if allowed {
                hand(LabelMention { concept: id, family, words: words.clone(), span });
            }
        }
    }
}

/// Whether a concept's rules let its label `number` stand here. The neighboring word is looked for behind hyphens too, so that
/// `suite` stops `C-suite`; a rule may also name the hyphen itself.
fn allows(concept: &Concept, number: usize, line: Cut<'_>, words: &Range<usize>, piece: &str) -> bool {
    let same = concept.case.as_deref() != Some("exact") || concept.labels().nth(number).is_some_and(|label| same_case(label, piece));
    let mut next = line.words.iter().skip(words.end);
    let mut prev = line.words.iter().take(words.start).rev();
    same && !stops(line, &mut next, &concept.unless_next) && !stops(line, &mut prev, &concept.unless_prev)
}

/// Whether one of `list` stands first, but for hyphens.
fn stops<'l>(line: Cut<'l>, neighbors: &mut impl Iterator<Item = &'l Word>, list: &[String]) -> bool {
    if list.is_empty() {
        return false;
    }
    for word in neighbors {
        let own = word.folded.of(line.folds);
        if list.iter().any(|stop| stop == own) {
            return true;
        }
        if !is_hyphen(line.text, word) {
            return false;
        }
    }
    false
}

/// The same letters in the same case, but for hyphens, dots and white space. A plural `s` may follow where it cannot make another
/// name: behind a common noun (`laws`), a capital or digit (`LLMs`), or several words (`Power Apps`). So `Canvas` is not `Canva`.
fn same_case(label: &str, piece: &str) -> bool {
    let matters = |c: &char| c.is_alphanumeric() || matches!(c, '+' | '#' | '&');
    let mut rest = piece.chars().filter(matters);
    let begins = label.chars().filter(matters).all(|c| rest.next() == Some(c));
    let plural = || {
        let noun = label.starts_with(char::is_lowercase) || label.ends_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        noun || label.contains([' ', '-'])
    };
    begins
        && match rest.next() {
            None => true,
            Some('s') => plural() && rest.next().is_none(),
            Some(_) => false,
        }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{taxonomy::Taxonomy, text::words};

    fn found(concept: Concept, text: &str) -> Vec<String> {
        let taxonomy = Taxonomy::new(vec![(Family::Skill, concept)]);
        let (mut folds, mut cut) = (String::new(), Vec::new());
        words(text, &mut folds, &mut cut);
        taxonomy.mentions(text, &folds, &cut).iter().map(|mention| mention.span.of(text).to_owned()).collect()
    }

    fn exact(label: &str) -> Concept {
        Concept { id: "it".to_owned(), label: label.to_owned(), case: Some("exact".to_owned()), ..Concept::default() }
    }

    #[test]
    fn exact_labels_match_in_their_case_and_number() {
        for (label, text, want) in [
            ("Canva", "Canva", true),
            ("Canva", "Canvas", false),
            ("Canvas", "Canvas", true),
            ("Securities", "security", false),
            ("Security", "Securities", false),
            ("law", "laws", true),
            ("LLM", "LLMs", true),
            ("LLM", "llm", false),
            ("Power App", "Power Apps", true),
            ("Power BI", "PowerBI", false),
            ("C-suite", "C suite", true),
        ] {
            assert_eq!(!found(exact(label), text).is_empty(), want, "{label} in {text}");
        }
    }

    #[test]
    fn neighbors_are_looked_for_behind_hyphens() {
        let concept = Concept { unless_next: vec!["suite".to_owned()], unless_prev: vec!["vitamin".to_owned()], ..exact("C") };
        for (text, want) in [("C and Go", 1), ("the C-suite", 0), ("the C suite", 0), ("vitamin-C", 0), ("C - suites", 1)] {
            assert_eq!(found(concept.clone(), text).len(), want, "{text}");
        }
    }

    #[test]
    fn the_longest_label_that_is_allowed_wins() {
        let concept = Concept {
            label: "machine learning".to_owned(),
            alt: vec!["machine".to_owned(), "machine learning model".to_owned()],
            unless_next: vec!["operator".to_owned()],
            ..Concept::default()
        };
        assert_eq!(found(concept.clone(), "Machine-learning models, machines"), ["Machine-learning models", "machines"]);
        assert_eq!(found(concept, "machine operator, machine learning operator"), ["machine"]);
    }
}
