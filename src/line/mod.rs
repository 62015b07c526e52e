//! A line as the kinds see it: its words, and the vocabulary's labels among them.

mod by_hash;
mod group;
mod list;
mod made;
mod pattern;
mod word_set;

#[cfg(test)]
pub(crate) use group::MOST as MOST_PATTERNS;
pub(crate) use group::{Likely, Lists};
pub(crate) use list::List;
pub use pattern::matches_at;

use crate::{
    taxonomy::{Cut, Family, Forms, LabelMention, Taxonomy, stem_hash},
    text::{Span, Word, WordKind, flat::hash, words},
};
use group::Group;
use list::SHORT;
use std::{cell::OnceCell, ops::Range};
use word_set::WordSet;

/// One sentence or list item, cut into words, with the labels that occur in it.
#[derive(Debug)]
pub struct Line<'a> {
    /// The normalised text.
    pub text: &'a str,
    /// The vocabulary.
    pub taxonomy: &'a Taxonomy,
    /// The day that gives a year to dates without one.
    pub as_of: jiff::civil::Date,
    /// Looked for when first asked for: many lines are put aside before.
    labels: OnceCell<Labels>,
    /// Those of the two small families that the kinds ask for first, before all others are looked for.
    degrees: OnceCell<Vec<LabelMention>>,
    permits: OnceCell<Vec<LabelMention>>,
    /// What these searches share.
    forms: OnceCell<Forms>,
    folds: String,
    words: Vec<Word>,
    /// The hash of each word's folded form.
    hashes: Vec<u32>,
    /// The hash of each word's stem.
    stems: Vec<u32>,
    /// All words that occur.
    word_set: WordSet,
}

/// The labels of a line.
#[derive(Debug)]
struct Labels {
    /// Those of all families, in reading order.
    list: Vec<LabelMention>,
    /// Their families, a bit each.
    families: u32,
}

impl<'a> Line<'a> {
    /// Cuts `text` into words.
    #[must_use]
    pub fn new(text: &'a str, taxonomy: &'a Taxonomy, as_of: jiff::civil::Date) -> Self {
        let (mut folds, mut cut) = (String::with_capacity(text.len() + 16), Vec::with_capacity(text.len() / 4));
        words(text, &mut folds, &mut cut);
        let (mut hashes, mut stems) = (Vec::with_capacity(cut.len()), Vec::with_capacity(cut.len()));
        let mut word_set = WordSet::default();
        for word in &cut {
            let folded = word.folded.of(&folds);
            let own = hash(folded);
            hashes.push(own);
            stems.push(stem_hash(folded, own));
            word_set.insert(own);
        }
        Self {
            text,
            taxonomy,
            as_of,
            labels: OnceCell::new(),
            degrees: OnceCell::new(),
            permits: OnceCell::new(),
            forms: OnceCell::new(),
            folds,
            words: cut,
            hashes,
            stems,
            word_set,
        }
    }

    /// How many words and signs there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is no word at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The folded form of word `at`; empty behind the end.
    #[must_use]
    pub fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |w| w.folded.of(&self.folds))
    }

    /// Word `at` as it is written.
    #[must_use]
    pub fn raw(&self, at: usize) -> &'a str {
        self.words.get(at).map_or("", |w| w.span.of(self.text))
    }

    /// Whether word `at` is one of `list`.
    #[must_use]
    #[inline]
    pub fn is_one_of(&self, at: usize, list: &'static [&'static str]) -> bool {
        if list.len() > SHORT {
            return self.is_among(at, list);
        }
        // Where it is called, the words are known: they are compared without a call.
        let word = self.words.get(at).and_then(|w| self.folds.as_bytes().get(w.folded.start..w.folded.end)).unwrap_or_default();
        !word.is_empty() && list.iter().any(|other| other.as_bytes() == word)
    }

    /// Whether word `at` is one of a list that is looked up by hash.
    fn is_among(&self, at: usize, list: &'static [&'static str]) -> bool {
        match List::of(list) {
            Some(known) => self.is_in(at, known),
            None => list.contains(&self.word(at)),
        }
    }

    /// Whether word `at` is in a list.
    #[must_use]
    #[inline]
    pub(crate) fn is_in<W: AsRef<str> + Ord>(&self, at: usize, list: &List<W>) -> bool {
        self.hashes.get(at).is_some_and(|hash| list.holds(*hash, || self.word(at)))
    }

    /// The hash of word `at`.
    #[must_use]
    pub(crate) fn hash(&self, at: usize) -> Option<u32> {
        self.hashes.get(at).copied()
    }

    /// Whether word `at` is a number.
    #[must_use]
    pub fn is_number(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|w| w.kind == WordKind::Number)
    }

    /// Whether word `at` is a sign.
    #[must_use]
    pub fn is_sign(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|w| w.kind == WordKind::Sign)
    }

    /// Whether white space stands before word `at`.
    #[must_use]
    pub fn is_spaced(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|w| w.spaced)
    }

    /// Whether word `at` begins with a capital.
    #[must_use]
    pub fn is_capital(&self, at: usize) -> bool {
        self.raw(at).chars().next().is_some_and(char::is_uppercase)
    }

    /// Where the words of a range stand in the text.
    #[must_use]
    pub fn span(&self, range: &Range<usize>) -> Span {
        match (self.words.get(range.start), self.words.get(range.end.saturating_sub(1))) {
            (Some(first), Some(last)) if range.start < range.end => first.span.cover(last.span),
            (Some(first), _) => Span::new(first.span.start, first.span.start),
            _ => Span::new(self.text.len(), self.text.len()),
        }
    }

    /// The text of a range of words.
    #[must_use]
    pub fn phrase(&self, range: &Range<usize>) -> &'a str {
        self.span(range).of(self.text)
    }

    /// The words that a span of the text touches.
    #[must_use]
    pub fn words_of(&self, span: Span) -> Range<usize> {
        let start = self.words.partition_point(|w| w.span.end <= span.start);
        let end = self.words.partition_point(|w| w.span.start < span.end);
        start..end.max(start)
    }

    /// The words as the vocabulary looks for its labels in them.
    fn cut(&self) -> Cut<'_> {
        Cut { text: self.text, folds: &self.folds, words: &self.words, stems: &self.stems, forms: &self.forms }
    }

    fn found(&self) -> &Labels {
        self.labels.get_or_init(|| {
            let list = self.taxonomy.mentions_in(self.cut());
            let families = list.iter().fold(0, |families, label| families | 1 << label.family as u32);
            Labels { list, families }
        })
    }

    /// The labels of all families, in reading order.
    #[must_use]
    pub fn labels(&self) -> &[LabelMention] {
        &self.found().list
    }

    /// The labels of a family, in reading order.
    pub fn labels_of(&self, family: Family) -> impl DoubleEndedIterator<Item = &LabelMention> {
        let early = match family {
            Family::Degree => Some(&self.degrees),
            Family::Permit => Some(&self.permits),
            _ => None,
        };
        if let Some(early) = early.filter(|_| self.labels.get().is_none()) {
            let labels = early.get_or_init(|| self.taxonomy.mentions_of(family, self.cut()));
            return labels.iter().filter(by_family(family));
        }
        let found = self.found();
        let labels = if found.families >> family as u32 & 1 != 0 { found.list.as_slice() } else { &[] };
        labels.iter().filter(by_family(family))
    }

    /// The labels that begin at word `at`, the longest first.
    pub fn labels_at(&self, at: usize) -> impl Iterator<Item = &LabelMention> {
        let labels = self.labels();
        let first = labels.partition_point(|label| label.words.start < at);
        labels.iter().skip(first).take_while(move |label| label.words.start == at)
    }

    /// The label of a family that begins at word `at`.
    #[must_use]
    pub fn label_at(&self, family: Family, at: usize) -> Option<&LabelMention> {
        self.labels_at(at).find(|label| label.family == family)
    }

    /// The labels of a family within a range of words.
    pub fn labels_in(&self, family: Family, range: Range<usize>) -> impl Iterator<Item = &LabelMention> {
        self.labels_of(family).filter(move |label| range.start <= label.words.start && label.words.end <= range.end)
    }

    /// The first place in `range` where one of the words of `list` stands.
    #[must_use]
    pub fn find(&self, range: Range<usize>, list: &'static [&'static str]) -> Option<usize> {
        if range.len() * list.len() <= SHORT * 2 {
            return range.into_iter().find(|at| self.is_one_of(*at, list));
        }
        let Some(known) = List::of(list) else { return range.into_iter().find(|at| self.is_one_of(*at, list)) };
        if range.len() * 2 > list.len() && !known.places().any(|place| self.word_set.holds(place)) {
            return None;
        }
        let hashes = self.hashes.get(..range.end.min(self.hashes.len()))?;
        hashes.iter().enumerate().skip(range.start).find(|(at, hash)| known.holds(**hash, || self.word(*at))).map(|(at, _)| at)
    }

    /// The places in `range` where words of `list` stand.
    pub fn places(&self, range: Range<usize>, list: &'static [&'static str]) -> impl Iterator<Item = usize> {
        let mut rest = range;
        std::iter::from_fn(move || {
            let at = self.find(rest.clone(), list)?;
            rest.start = at + 1;
            Some(at)
        })
    }

    /// Where `pattern` ends when it begins at word `at`. See [`matches_at`].
    #[must_use]
    pub fn matches(&self, pattern: &'static str, at: usize) -> Option<usize> {
        pattern::matches_at(self, pattern, at)
    }

    /// The entries of a constant list whose patterns may be in the line, in their order: a look at all of them at once.
    pub fn likely<T>(&self, list: &'static [T], pattern: fn(&T) -> &'static str) -> impl Iterator<Item = &'static T> {
        let likely = Group::of(list, pattern).map(|group| group.likely(&self.hashes, &self.word_set));
        let entries = list.iter().enumerate();
        entries.filter(move |(number, _)| likely.is_none_or(|likely| likely >> number & 1 != 0)).map(|(_, entry)| entry)
    }

    /// Whether one of the patterns of a constant list is in the line.
    #[must_use]
    pub fn has_any(&self, patterns: &'static [&'static str]) -> bool {
        self.likely(patterns, |pattern| pattern).any(|pattern| self.search(pattern, 0..self.len()).is_some())
    }

    /// The first place in `range` where `pattern` begins, with its end.
    #[must_use]
    pub fn search(&self, pattern: &'static str, range: Range<usize>) -> Option<Range<usize>> {
        pattern::search(self, pattern, range)
    }
}

/// Whether a label is of a family.
fn by_family(family: Family) -> impl Fn(&&LabelMention) -> bool {
    move |label| label.family == family
}
