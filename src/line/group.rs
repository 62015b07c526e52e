//! Lists of patterns: which of them may be in a line, told by one look at each word of the line.

use super::{
    Line,
    by_hash::ByHash,
    made::{Made, of_list},
    pattern::rarest,
    word_set::{WordSet, place},
};
use std::collections::BTreeMap;

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
        let (mut always, mut words) = (0, BTreeMap::<u32, Patterns>::new());
        for (number, pattern) in patterns.enumerate() {
            let [rarest, _] = rarest(pattern);
            match rarest {
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

/// Several lists of patterns that are looked for in the same lines: one look at each word tells for all of them which may be there.
#[derive(Debug)]
pub(crate) struct Lists<const N: usize> {
    patterns: [&'static [&'static str]; N],
    /// What is met of the patterns of each list without any word.
    always: [Met; N],
    /// For words, the numbers of lists, and what is met of their patterns by the word.
    words: ByHash<(usize, Met)>,
}

/// Of two items that each pattern of a list cannot do without: the patterns of which the first is met, and those of which the second is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Met {
    first: Patterns,
    second: Patterns,
}

impl Met {
    fn add(&mut self, other: Self) {
        self.first |= other.first;
        self.second |= other.second;
    }
}

/// The patterns that may be in a line, for each of several lists.
#[derive(Debug)]
pub(crate) struct Likely<const N: usize> {
    patterns: [&'static [&'static str]; N],
    likely: [Patterns; N],
}

impl<const N: usize> Lists<N> {
    /// These lists, none of which has more than [`MOST`] patterns.
    pub(crate) fn new(patterns: [&'static [&'static str]; N]) -> Self {
        let mut always = [Met::default(); N];
        let mut words = BTreeMap::<(u32, usize), Met>::new();
        for (list, (patterns, always)) in patterns.iter().zip(&mut always).enumerate() {
            for (number, pattern) in patterns.iter().enumerate() {
                let bit = 1 << number;
                let parts = [Met { first: bit, second: 0 }, Met { first: 0, second: bit }];
                for (hashes, met) in rarest(pattern).into_iter().zip(parts) {
                    match hashes {
                        Some(hashes) => hashes.into_iter().for_each(|hash| words.entry((hash, list)).or_default().add(met)),
                        None => always.add(met),
                    }
                }
            }
        }
        let words = ByHash::new(words.into_iter().map(|((hash, list), met)| (hash, (list, met))));
        Self { patterns, always, words }
    }

    /// The patterns that may be in a line.
    pub(crate) fn likely(&self, line: &Line<'_>) -> Likely<N> {
        let mut met = self.always;
        for own in &line.hashes {
            for (list, by_word) in self.words.of(*own) {
                met.get_mut(*list).into_iter().for_each(|met| met.add(*by_word));
            }
        }
        Likely { patterns: self.patterns, likely: met.map(|met| met.first & met.second) }
    }
}

impl<const N: usize> Likely<N> {
    /// The patterns of a list that may be in the line, in their order.
    pub(crate) fn patterns(&self, list: usize) -> impl Iterator<Item = &'static str> {
        let (patterns, mut rest) =
            (self.patterns.get(list).copied().unwrap_or_default(), self.likely.get(list).copied().unwrap_or_default());
        std::iter::from_fn(move || {
            let next = patterns.get(rest.trailing_zeros() as usize)?;
            rest &= rest - 1;
            Some(*next)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::taxonomy::Taxonomy;

    #[test]
    fn a_pattern_is_likely_where_two_of_its_items_are_met() {
        const ASKED: &[&str] = &["you must|should have", "no # needed", "_2"];
        const WELCOME: &[&str] = &["a? plus", "you must like"];
        let taxonomy = Taxonomy::new(Vec::new());
        let likely = |text: &str| {
            let likely = Lists::new([ASKED, WELCOME]).likely(&Line::new(text, &taxonomy, jiff::civil::Date::ZERO));
            [0, 1].map(|list| likely.patterns(list).collect::<Vec<_>>())
        };
        assert_eq!(likely("You should have Go"), [vec!["you must|should have", "_2"], vec![]]);
        assert_eq!(likely("You must like Go, a plus"), [vec!["_2"], vec!["a? plus", "you must like"]]);
        assert_eq!(likely("needed"), [vec!["_2"], vec![]]);
    }
}
