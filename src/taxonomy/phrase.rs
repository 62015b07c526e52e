//! A phrase of which the vocabulary is asked several things: cut into words, and looked up, once.
//!
//! `Python scripting` names nothing as a whole, and Python without its last word.

use super::{
    ConceptId, Family, LabelMention, Taxonomy,
    automaton::{Cut, Forms, stems},
};
use crate::text::{Word, words};
use std::{cell::OnceCell, ops::Range};

/// A phrase in words, which are looked up in the vocabulary when it is first asked for them.
#[derive(Debug)]
pub(crate) struct CutPhrase<'t> {
    taxonomy: &'t Taxonomy,
    text: &'t str,
    folds: String,
    words: Vec<Word>,
    stems: Vec<u32>,
    forms: OnceCell<Forms>,
}

impl<'t> CutPhrase<'t> {
    /// Cuts a phrase.
    pub(crate) fn new(taxonomy: &'t Taxonomy, text: &'t str) -> Self {
        let (mut folds, mut cut) = (String::with_capacity(text.len()), Vec::with_capacity(8));
        words(text, &mut folds, &mut cut);
        Self { taxonomy, text, stems: stems(&folds, &cut), folds, words: cut, forms: OnceCell::new() }
    }

    /// The phrase.
    pub(crate) fn text(&self) -> &'t str {
        self.text
    }

    /// Its words and signs.
    pub(crate) fn words(&self) -> &[Word] {
        &self.words
    }

    /// A word or sign in its folded form; empty where there is none.
    pub(crate) fn fold(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.folded.of(&self.folds))
    }

    /// The folded forms of all words and signs.
    pub(crate) fn folds(&self) -> impl DoubleEndedIterator<Item = (&Word, &str)> + ExactSizeIterator {
        self.words.iter().map(|word| (word, word.folded.of(&self.folds)))
    }

    /// The concept of a family that some of its words, side by side, name by themselves.
    pub(crate) fn named(&self, family: Family, part: Range<usize>) -> Option<ConceptId> {
        let (words, forms) = (self.words.get(part.clone())?, self.forms().get(part)?);
        self.taxonomy.automaton().whole_of(Cut { words, ..self.cut() }, forms, family)
    }

    /// The labels of a family in it.
    pub(crate) fn mentions(&self, family: Family) -> Vec<LabelMention> {
        self.taxonomy.automaton().family_of(self.cut(), self.forms(), family)
    }

    /// The number of each word in the vocabulary.
    fn forms(&self) -> &[u32] {
        self.taxonomy.automaton().forms(self.cut())
    }

    fn cut(&self) -> Cut<'_> {
        Cut { text: self.text, folds: &self.folds, words: &self.words, stems: &self.stems, forms: &self.forms }
    }
}
