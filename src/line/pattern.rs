//! A small language of word patterns, so that a wording reads as itself.
//!
//! `"currently|presently? enrolled|registered in|at? a|an? #"` is a sequence of items parted by spaces. An item is one or more
//! alternatives parted by `|`; a `?` behind it makes it optional. `#` is a number in digits, `_` any word, `_3` up to three
//! words that are no sign of the end of a clause. Words are compared in their folded form; a hyphen is a word of its own, so
//! that `full -? time` is `full-time` and `full time`.

use super::{
    Line,
    made::{Made, of_text},
    word_set::{Place, place},
};
use crate::text::flat::hash;
use std::ops::Range;

/// The most words that a gap `_9` can pass.
const WIDEST_GAP: usize = 9;

/// Where the pattern ends when it begins at word `at`; `None` where it does not fit.
#[must_use]
pub fn matches_at(line: &Line<'_>, pattern: &'static str, at: usize) -> Option<usize> {
    match Pattern::known(pattern) {
        Some(known) => known.end(line, at),
        None => Pattern::parse(pattern).end(line, at),
    }
}

/// The first place in `range` where the pattern begins, and its end, which is neither there nor behind the range.
pub(super) fn search(line: &Line<'_>, pattern: &'static str, range: Range<usize>) -> Option<Range<usize>> {
    match Pattern::known(pattern) {
        Some(known) => known.find(line, range),
        None => Pattern::parse(pattern).find(line, range),
    }
}

/// A pattern, parsed.
#[derive(Debug)]
struct Pattern {
    /// For each item that must be there, the places of its words in the set of a line's words, and [`END`]; the item that is
    /// seldom there comes first.
    needs: Box<[Place]>,
    /// A bit of the hash of every word with which it may begin; all bits where any word will do.
    begins: u64,
    items: Box<[Item]>,
}

/// Ends the places of an item's words; no word has it for its place.
const END: Place = Place::MAX;

/// The most words of an item that are looked for one by one before a pattern is tried.
const MOST_NEEDED: usize = 24;

/// Words that stand in most lines, so that an item that allows one of them is no help.
const COMMON: &[&str] =
    &["a", "an", "and", "or", "of", "in", "to", "the", "is", "are", "be", "for", "with", "as", "at", "on", ",", ".", "-", "this", "our"];

#[derive(Debug)]
enum Item {
    /// Up to so many words.
    Gap(usize),
    /// One of some words, a number, any word.
    One { words: Words, number: bool, any: bool, optional: bool },
}

/// The words of an item in the order of their hashes: some items name all trades.
#[derive(Debug)]
struct Words {
    /// A bit of every word's hash.
    bits: u64,
    words: Box<[(u32, &'static str)]>,
}

impl Words {
    fn new(words: impl Iterator<Item = &'static str>) -> Self {
        let mut words: Box<[_]> = words.map(|word| (hash(word), word)).collect();
        words.sort_unstable();
        Self { bits: words.iter().fold(0, |bits, (hash, _)| bits | bit(*hash)), words }
    }

    /// Whether word `at` of a line, which has the hash `own`, is one of them.
    fn hold(&self, line: &Line<'_>, at: usize, own: u32) -> bool {
        self.bits & bit(own) != 0 && {
            let first = self.words.partition_point(|(hash, _)| *hash < own);
            let mut same = self.words.iter().skip(first).take_while(|(hash, _)| *hash == own);
            same.any(|(_, word)| line.word(at) == *word)
        }
    }
}

/// For two items that a pattern cannot do without, those that are seldom in a line, the hashes of their words; `None` for each item that there is not.
pub(super) fn rarest(pattern: &'static str) -> [Option<Vec<u32>>; 2] {
    let items: Vec<Item> = items(pattern).collect();
    let needs = by_rarity(&items);
    let hashes = |number: usize| needs.get(number).map(|words| words.iter().map(|(hash, _)| *hash).collect());
    [hashes(0), hashes(1)]
}

fn items(pattern: &'static str) -> impl Iterator<Item = Item> {
    pattern.split(' ').filter(|item| !item.is_empty()).map(Item::parse)
}

/// The words of each item that must be there, those first that are seldom in a line.
fn by_rarity(items: &[Item]) -> Vec<&[(u32, &'static str)]> {
    let mut needs: Vec<&[(u32, &str)]> = items.iter().filter_map(Item::need).collect();
    needs.sort_by_key(|words| words.iter().map(|(_, word)| if COMMON.contains(word) { 100 } else { 1 }).sum::<usize>());
    needs
}

impl Pattern {
    /// Patterns are constants of the code: one is parsed when it is first met, and known by its address. `None` where there is no
    /// room for more.
    #[inline]
    fn known(pattern: &'static str) -> Option<&'static Self> {
        static PARSED: Made<Pattern, 4096> = Made::new();
        PARSED.get(of_text(pattern), || Self::parse(pattern))
    }

    fn parse(pattern: &'static str) -> Self {
        let items: Box<[Item]> = items(pattern).collect();
        let needs = by_rarity(&items).into_iter().filter(|words| words.len() <= MOST_NEEDED);
        let needs = needs.flat_map(|words| words.iter().map(|(hash, _)| place(*hash)).chain([END])).collect();
        Self { needs, begins: begins(&items), items }
    }

    /// Where it ends when it begins at word `at`.
    #[inline]
    fn end(&self, line: &Line<'_>, at: usize) -> Option<usize> {
        if self.may_begin_at(line, at) { ends(line, &self.items, at) } else { None }
    }

    /// The first place in `range` where it begins, and its end.
    fn find(&self, line: &Line<'_>, range: Range<usize>) -> Option<Range<usize>> {
        let limit = range.end;
        let found = |at: usize| self.end(line, at).filter(|end| *end <= limit && *end > at).map(|end| at..end);
        if self.may_be_in(line) { range.into_iter().find_map(found) } else { None }
    }

    /// Whether it may begin with word `at`: a quick look, since most words begin none.
    fn may_begin_at(&self, line: &Line<'_>, at: usize) -> bool {
        self.begins == u64::MAX || line.hashes.get(at).is_some_and(|hash| self.begins & bit(*hash) != 0)
    }

    /// Whether the line may hold the words that the pattern cannot do without.
    fn may_be_in(&self, line: &Line<'_>) -> bool {
        let mut met = false;
        for place in &self.needs {
            if *place != END {
                met = met || line.word_set.holds(*place);
            } else if !std::mem::take(&mut met) {
                return false;
            }
        }
        true
    }
}

/// The bits of the words with which a sequence of items may begin.
fn begins(items: &[Item]) -> u64 {
    let mut bits = 0;
    for item in items {
        let Item::One { words, number: false, any: false, optional } = item else { return u64::MAX };
        bits |= words.bits;
        if !optional {
            return bits;
        }
    }
    u64::MAX
}

fn bit(hash: u32) -> u64 {
    1 << (hash & 63)
}

impl Item {
    fn parse(item: &'static str) -> Self {
        let (body, optional) = match item.strip_suffix('?') {
            Some(body) if !body.is_empty() => (body, true),
            _ => (item, false),
        };
        if let Some(most) = body.strip_prefix('_').and_then(|most| most.parse::<usize>().ok()) {
            return Self::Gap(most.min(WIDEST_GAP));
        }
        let has = |sign: &str| body.split('|').any(|word| word == sign);
        let words = body.split('|').filter(|word| !matches!(*word, "#" | "_"));
        Self::One { words: Words::new(words), number: has("#"), any: has("_"), optional }
    }

    /// The words of which one must be there; `None` where there may be none.
    fn need(&self) -> Option<&[(u32, &'static str)]> {
        let Self::One { words, number: false, any: false, optional: false } = self else { return None };
        Some(&words.words)
    }

    /// Whether the item is word `at`.
    fn is(&self, line: &Line<'_>, at: usize) -> bool {
        let Self::One { words, number, any, .. } = self else { return false };
        let Some(own) = line.hashes.get(at) else { return false };
        words.hold(line, at, *own) || *number && line.is_number(at) || *any && !line.is_sign(at)
    }
}

/// Where a sequence of items ends that begins at word `at`.
fn ends(line: &Line<'_>, items: &[Item], at: usize) -> Option<usize> {
    let Some((item, rest)) = items.split_first() else { return Some(at) };
    match item {
        Item::Gap(most) => gap(line, *most, at).find_map(|end| ends(line, rest, end)),
        Item::One { optional, .. } => {
            let behind = if item.is(line, at) { ends(line, rest, at + 1) } else { None };
            behind.or_else(|| if *optional { ends(line, rest, at) } else { None })
        }
    }
}

/// The ends of a gap of up to `most` words, the shortest first.
fn gap(line: &Line<'_>, most: usize, at: usize) -> impl Iterator<Item = usize> {
    // "(ML)" is passed, a longer parenthesis is not.
    let short = |open: usize| line.is_one_of(open, &["("]) && line.is_one_of(open + 2, &[")"]);
    let passes = |step: &usize| {
        let here = at + step;
        here < line.len()
            && (!line.is_one_of(here, &[";", ".", ":", "(", ")"]) || short(here) || here >= 2 && here - 2 >= at && short(here - 2))
    };
    let reach = (0..most).take_while(passes).count();
    at..=at + reach
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::taxonomy::Taxonomy;

    fn end(text: &str, pattern: &'static str) -> Option<usize> {
        let taxonomy = Taxonomy::new(Vec::new());
        matches_at(&Line::new(text, &taxonomy, jiff::civil::Date::ZERO), pattern, 0)
    }

    #[test]
    fn alternatives_options_and_gaps() {
        assert_eq!(end("currently enrolled in a", "currently|presently? enrolled|registered in|at?"), Some(3));
        assert_eq!(end("enrolled a", "currently? enrolled in?"), Some(1));
        assert_eq!(end("able to quickly and safely lift 50 lb", "able to _3 lift # lb"), Some(8));
        assert_eq!(end("able to: lift", "able to _3 lift"), None);
        assert_eq!(end("full-time", "full -? time"), Some(3));
        assert_eq!(end("full", "full time"), None);
    }
}
