//! Lists of words that a line is searched for: looked up by hash, once they are known.

use super::{
    made::{Made, of_list},
    word_set::{Place, place},
};
use crate::text::flat::hash;

/// The longest list that is compared word by word.
pub(super) const SHORT: usize = 4;

/// A list of words, ready to be looked up.
#[derive(Debug)]
pub(super) struct List {
    /// A few bits of every word's hash, to pass over most other words.
    sieve: [u64; 4],
    /// In the order of the hashes.
    words: Box<[(u32, &'static str)]>,
}

impl List {
    /// The list of a constant; `None` where there is no room for more constants.
    pub(super) fn of(words: &'static [&'static str]) -> Option<&'static Self> {
        static LISTS: Made<List, 4096> = Made::new();
        LISTS.get(of_list(words), || Self::new(words))
    }

    fn new(words: &[&'static str]) -> Self {
        let mut words: Box<[_]> = words.iter().map(|word| (hash(word), *word)).collect();
        words.sort_unstable();
        let mut sieve = [0; 4];
        for (hash, _) in &words {
            if let Some(part) = sieve.get_mut(part(*hash)) {
                *part |= bit(*hash);
            }
        }
        Self { sieve, words }
    }

    /// Whether a word, given with its hash, is in the list.
    pub(super) fn holds(&self, own: u32, word: &str) -> bool {
        self.sieve.get(part(own)).is_some_and(|part| part & bit(own) != 0) && {
            let first = self.words.partition_point(|(hash, _)| *hash < own);
            self.words.iter().skip(first).take_while(|(hash, _)| *hash == own).any(|(_, known)| *known == word)
        }
    }

    /// Where its words may stand in the set of a line's words.
    pub(super) fn places(&self) -> impl Iterator<Item = Place> {
        self.words.iter().map(|(hash, _)| place(*hash))
    }
}

fn part(hash: u32) -> usize {
    (hash >> 6 & 3) as usize
}

fn bit(hash: u32) -> u64 {
    1 << (hash & 63)
}
