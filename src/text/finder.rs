//! Words that are looked for anywhere in a text, whatever their case, all of them in one pass.
//!
//! `gpa` and `grade` are looked for; `Upgrades` holds the second. Only every other byte is looked at, together with the two behind it:
//! most of the time one bit says that no word stands there. An automaton has to wait for one byte before it can look at the next.

use super::flat::{count, slice};
use std::ops::Range;

/// Some words of two letters and more.
#[derive(Debug)]
pub(crate) struct Finder {
    /// A bit for each three signs at which a word may be met.
    marks: Box<[u64; PARTS]>,
    /// How many bits are set before each part of the marks.
    ranks: Box<[u32; PARTS]>,
    /// Where the places of each mark begin.
    starts: Vec<u32>,
    /// In the order of their signs.
    places: Vec<Place>,
    words: Box<[Box<str>]>,
}

/// Three signs of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    signs: u16,
    /// The number of the word.
    word: usize,
    /// How many of its bytes stand before the signs: a look falls on its first byte, or else on its second.
    before: usize,
}

/// How many bits tell signs apart.
const SIGN_BITS: u32 = 5;

/// The marks, 64 to a part.
const PARTS: usize = 1 << (3 * SIGN_BITS - 6);

/// Each byte as a sign: a letter in either case, or one of a few groups of all others.
static SIGNS: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        #[expect(clippy::indexing_slicing, reason = "checked by the compiler: the table is made before the program runs")]
        {
            table[byte] = match byte as u8 {
                letter @ (b'a'..=b'z' | b'A'..=b'Z') => (letter | 0x20) - b'a',
                other => 26 + other % 6,
            };
        }
        byte += 1;
    }
    table
};

fn signs(first: u8, second: u8, third: u8) -> u16 {
    let sign = |byte: u8| SIGNS.get(usize::from(byte)).copied().map_or(0, u16::from);
    sign(first) << (2 * SIGN_BITS) | sign(second) << SIGN_BITS | sign(third)
}

impl Finder {
    /// Looks for these words, which are in lower case.
    pub(crate) fn new(words: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        let words: Box<[Box<str>]> = words.into_iter().map(|word| word.as_ref().into()).collect();
        let mut places: Vec<Place> = Vec::new();
        for (word, text) in words.iter().enumerate() {
            for before in 0..2 {
                let signs = met(text.as_bytes().get(before..).unwrap_or_default());
                places.extend(signs.into_iter().map(|signs| Place { signs, word, before }));
            }
        }
        places.sort_unstable();
        let (mut marks, mut ranks, mut starts) = (Box::new([0; PARTS]), Box::new([0; PARTS]), Vec::new());
        for (number, place) in places.iter().enumerate() {
            if number.checked_sub(1).and_then(|before| places.get(before)).is_none_or(|before| before.signs != place.signs) {
                starts.push(count(number));
            }
            if let Some(part) = marks.get_mut(usize::from(place.signs / 64)) {
                *part |= 1 << (place.signs % 64);
            }
        }
        starts.push(count(places.len()));
        let mut before = 0;
        for (rank, part) in ranks.iter_mut().zip(marks.iter()) {
            *rank = before;
            before += u64::count_ones(*part);
        }
        Self { marks, ranks, starts, places, words }
    }

    /// Whether a text holds one of the words.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        self.any(text, |_, _| true)
    }

    /// Whether something is true of a place where a word stands, given the number of the word; all places are gone through up to
    /// the first of which it is, and one may come before another that ends a little earlier.
    pub(crate) fn any(&self, text: &str, mut is: impl FnMut(usize, Range<usize>) -> bool) -> bool {
        let bytes = text.as_bytes();
        let (pairs, rest) = bytes.as_chunks();
        let behind = pairs.get(1..).unwrap_or_default();
        // A plain loop: it is the most of what this costs.
        for (number, ([first, second], [third, _])) in pairs.iter().zip(behind).enumerate() {
            let signs = signs(*first, *second, *third);
            if self.is_marked(signs) && self.is_met(bytes, number * 2, signs, &mut is) {
                return true;
            }
        }
        let third = rest.first().copied().unwrap_or_default();
        let last = pairs.last().map(|[first, second]| (bytes.len() - rest.len() - 2, signs(*first, *second, third)));
        let odd = rest.first().map(|first| (bytes.len() - 1, signs(*first, 0, 0)));
        last.into_iter().chain(odd).any(|(at, signs)| self.is_marked(signs) && self.is_met(bytes, at, signs, &mut is))
    }

    fn is_marked(&self, signs: u16) -> bool {
        self.marks.get(usize::from(signs / 64)).is_some_and(|part| part >> (signs % 64) & 1 != 0)
    }

    /// Whether it is true of one of the words that stand where their signs, which are marked, were met.
    #[inline(never)]
    fn is_met(&self, text: &[u8], at: usize, signs: u16, is: &mut impl FnMut(usize, Range<usize>) -> bool) -> bool {
        self.words_at(text, at, signs).any(|(word, range)| is(word, range))
    }

    /// The words that have these signs, which are marked, at a place, where they stand there.
    fn words_at(&self, text: &[u8], at: usize, signs: u16) -> impl Iterator<Item = (usize, Range<usize>)> {
        let part = usize::from(signs / 64);
        let lower = self.marks.get(part).map_or(0, |marks| (marks & ((1 << (signs % 64)) - 1)).count_ones());
        let places = slice(&self.places, &self.starts, (self.ranks.get(part).copied().unwrap_or_default() + lower) as usize);
        places.iter().filter_map(move |place| {
            let (word, start) = (self.words.get(place.word)?.as_bytes(), at.checked_sub(place.before)?);
            let range = start..start + word.len();
            text.get(range.clone())?.eq_ignore_ascii_case(word).then_some((place.word, range))
        })
    }
}

/// The signs that a look may meet where some bytes stand, whatever follows them; none where there are no bytes.
fn met(bytes: &[u8]) -> Vec<u16> {
    let any = || (0..=u8::MAX).collect::<Vec<u8>>();
    let [first, rest @ ..] = bytes else { return Vec::new() };
    let (second, third) = (rest.first().map_or_else(any, |byte| vec![*byte]), rest.get(1).map_or_else(any, |byte| vec![*byte]));
    let mut met: Vec<u16> = second.iter().flat_map(|second| third.iter().map(|third| signs(*first, *second, *third))).collect();
    met.sort_unstable();
    met.dedup();
    met
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: [&str; 6] = ["gpa", "grade", "g.p.a", "on\nsite", "ba", "grades"];

    /// What a plain search finds, by place and word.
    fn plain(text: &str) -> Vec<(usize, usize)> {
        let lower = text.to_ascii_lowercase();
        let starts = |word: &str| (0..lower.len()).filter(|at| lower.as_bytes()[*at..].starts_with(word.as_bytes())).collect::<Vec<_>>();
        let mut found: Vec<_> =
            WORDS.iter().enumerate().flat_map(|(number, word)| starts(word).into_iter().map(move |at| (at, number))).collect();
        found.sort_unstable();
        found
    }

    #[test]
    fn every_word_is_found_once_wherever_it_stands() {
        let finder = Finder::new(WORDS);
        for text in ["Upgrades", "GPA", "a gpa", "a G.P.A. of", "an on\nsite", "ba", "bbabab", "é gpa é ba", "gp", "", "b", "gradegpagpA"]
        {
            for before in ["", "x"] {
                let text = format!("{before}{text}");
                let mut found = Vec::new();
                finder.any(&text, |word, range| {
                    found.push((range.start, word));
                    false
                });
                found.sort_unstable();
                assert_eq!(found, plain(&text), "{text}");
                assert_eq!(finder.is_in(&text), !found.is_empty());
            }
        }
    }
}
