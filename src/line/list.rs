//! Lists of words that a line is searched for: looked up by hash.

use super::{
    made::{Made, of_list},
    word_set::{Place, place},
};
use crate::text::flat::hash;

/// The longest list that is compared word by word.
pub(super) const SHORT: usize = 4;

/// A list of words, ready to be looked up.
#[derive(Debug, Default)]
pub(crate) struct List<W = &'static str> {
    /// A few bits of every word's hash, to pass over most other words.
    sieve: [u64; 16],
    /// In the order of the hashes.
    words: Box<[(u32, W)]>,
}

impl List {
    /// The list of a constant; `None` where there is no room for more constants.
    pub(super) fn of(words: &'static [&'static str]) -> Option<&'static Self> {
        static LISTS: Made<List, 4096> = Made::new();
        LISTS.get(of_list(words), || Self::new(words.iter().copied()))
    }
}

impl<W: AsRef<str> + Ord> List<W> {
    /// The list of some words in their folded form.
    pub(crate) fn new(words: impl Iterator<Item = W>) -> Self {
        let mut words: Box<[_]> = words.map(|word| (hash(word.as_ref()), word)).collect();
        words.sort_unstable();
        let mut sieve = [0; 16];
        for (hash, _) in &words {
            if let Some(part) = sieve.get_mut(part(*hash)) {
                *part |= bit(*hash);
            }
        }
        Self { sieve, words }
    }

    /// Whether a word, given with its hash, is in the list.
    #[inline]
    pub(super) fn holds<'l>(&self, own: u32, word: impl FnOnce() -> &'l str) -> bool {
        self.sieve.get(part(own)).is_some_and(|part| part & bit(own) != 0) && self.has(own, word())
    }

    /// The same for a word that the sieve lets through.
    #[inline(never)]
    fn has(&self, own: u32, word: &str) -> bool {
        let first = self.words.partition_point(|(hash, _)| *hash < own);
        let mut same = self.words.iter().skip(first).take_while(|(hash, _)| *hash == own);
        same.any(|(_, known)| known.as_ref() == word)
    }

    /// Where its words may stand in the set of a line's words.
    pub(super) fn places(&self) -> impl Iterator<Item = Place> {
        self.words.iter().map(|(hash, _)| place(*hash))
    }
}

fn part(hash: u32) -> usize {
    (hash >> 6 & 15) as usize
}

fn bit(hash: u32) -> u64 {
    1 << (hash & 63)
}
