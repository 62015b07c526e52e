//! Lists of patterns: which of them may be in a line, told by one look at each word of the line.

use super::{
    made::{Made, of_list},
    pattern::rarest,
    word_set::{WordSet, place},
};

/// Patterns of a list, a bit each.
pub(super) type Patterns = u128;

/// The most patterns of a list that are told apart; of a longer list every pattern is looked for, one after the other.
pub(crate) const MOST: usize = Patterns::BITS as usize;

/// The patterns of a list by the words that they cannot do without.
#[derive(Debug)]
pub(super) struct Group {
    /// The patterns that can do without any word, a bit each.
    always: Patterns,
    /// All words, to pass over most lines and most words of the others.
    set: WordSet,
    /// The hashes of words, in their order, each with the patterns of which it is a word.
    words: Box<[(u32, Patterns)]>,
}

impl Group {
    /// The group of a constant list; `None` where it is too long.
    pub(super) fn of<T>(list: &'static [T], pattern: fn(&T) -> &'static str) -> Option<&'static Self> {
        static GROUPS: Made<Group, 1024> = Made::new();
        if list.len() > MOST {
            return None;
        }
        GROUPS.get(of_list(list), || Self::new(list.iter().map(pattern)))
    }

    fn new(patterns: impl Iterator<Item = &'static str>) -> Self {
        let (mut always, mut words) = (0, std::collections::BTreeMap::<u32, Patterns>::new());
        for (number, pattern) in patterns.enumerate() {
            match rarest(pattern) {
                Some(hashes) => hashes.into_iter().for_each(|hash| *words.entry(hash).or_default() |= 1 << number),
                None => always |= 1 << number,
            }
        }
        let mut set = WordSet::default();
        words.keys().for_each(|hash| set.insert(*hash));
        Self { always, set, words: words.into_iter().collect() }
    }

    /// The patterns that may be in a line of these words, a bit each.
    pub(super) fn likely(&self, hashes: &[u32], line: &WordSet) -> Patterns {
        let mut likely = self.always;
        if self.set.meets(line) {
            for own in hashes {
                if self.set.holds(place(*own)) {
                    likely |= self.with(*own);
                }
            }
        }
        likely
    }

    /// The patterns of which a word is one that they cannot do without.
    #[inline(never)]
    fn with(&self, own: u32) -> Patterns {
        let found = self.words.binary_search_by_key(&own, |(hash, _)| *hash).ok();
        found.and_then(|at| self.words.get(at)).map_or(0, |(_, patterns)| *patterns)
    }
}
