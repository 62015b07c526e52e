//! Tables that are packed when the crate is built and read back without parsing: lists of numbers, and names with their numbers.
//!
//! A [`Names`] of `go`, `rust` says 1 for `rust` and nothing for `java`. `build.rs` shares this file.

use std::borrow::Cow;

/// Lists of numbers as bytes, one behind the other, and the text that they point into.
#[derive(Debug, Default)]
pub(crate) struct Writer {
    /// The numbers, four bytes each, the lowest first; every list begins with its length.
    pub(crate) numbers: Vec<u8>,
    /// The text.
    pub(crate) text: String,
}

impl Writer {
    /// Appends a list.
    pub(crate) fn list(&mut self, list: &[u32]) {
        self.numbers.extend(count(list.len()).to_le_bytes());
        self.numbers.extend(list.iter().flat_map(|number| number.to_le_bytes()));
    }

    /// Appends a text.
    pub(crate) fn text(&mut self, text: &str) {
        self.list(&[count(text.len())]);
        self.text.push_str(text);
    }

    /// Appends a sieve.
    #[allow(dead_code, reason = "only the build packs")]
    pub(crate) fn sieve(&mut self, sieve: &Sieve) {
        self.list(&sieve.bits);
    }

    /// Appends names.
    pub(crate) fn names(&mut self, names: &Names) {
        self.text(&names.text);
        self.list(&names.starts);
        self.list(&names.slots);
    }
}

/// Reads back what a [`Writer`] wrote, in the same order. What is missing reads as empty.
#[derive(Debug)]
pub(crate) struct Reader {
    /// What of [`Writer::numbers`] is still to be read.
    pub(crate) numbers: &'static [u8],
    /// What of [`Writer::text`] is still to be read.
    pub(crate) text: &'static str,
}

impl Reader {
    /// The next list.
    pub(crate) fn list(&mut self) -> Vec<u32> {
        let Some((len, rest)) = self.numbers.split_first_chunk() else { return Vec::new() };
        let len = u32::from_le_bytes(*len) as usize;
        let (list, rest) = rest.split_at_checked(len * 4).unwrap_or((&[], &[]));
        self.numbers = rest;
        list.as_chunks().0.iter().map(|bytes| u32::from_le_bytes(*bytes)).collect()
    }

    /// The next text.
    pub(crate) fn text(&mut self) -> &'static str {
        let len = self.list().first().map_or(0, |len| *len as usize);
        let (text, rest) = self.text.split_at_checked(len).unwrap_or_default();
        self.text = rest;
        text
    }

    /// The next sieve.
    pub(crate) fn sieve(&mut self) -> Sieve {
        Sieve { bits: self.list() }
    }

    /// The next names.
    pub(crate) fn names(&mut self) -> Names {
        Names { text: Cow::Borrowed(self.text()), starts: self.list(), slots: self.list() }
    }
}

/// A set of words that may hold a few more than were put in: a quick look before a slow one.
#[derive(Debug, Default)]
pub(crate) struct Sieve {
    bits: Vec<u32>,
}

impl Sieve {
    /// A sieve that lets these words through.
    pub(crate) fn new<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut bits = vec![0; 1 << 11];
        for word in words {
            let (at, bit) = Self::place(hash(word));
            if let Some(part) = bits.get_mut(at) {
                *part |= bit;
            }
        }
        Self { bits }
    }

    /// Whether a word may be among those that were put in.
    pub(crate) fn passes(&self, word: &str) -> bool {
        self.passes_hash(hash(word))
    }

    /// The same of a word that is given by its hash.
    pub(crate) fn passes_hash(&self, hash: u32) -> bool {
        let (at, bit) = Self::place(hash);
        self.bits.get(at).is_some_and(|part| part & bit != 0)
    }

    fn place(hash: u32) -> (usize, u32) {
        ((hash >> 21) as usize, 1 << (hash >> 16 & 31))
    }
}

/// Distinct strings, numbered in their order, to be looked up by hash.
#[derive(Debug, Default)]
pub(crate) struct Names {
    text: Cow<'static, str>,
    /// Where each name begins in the text, and at last where the text ends.
    starts: Vec<u32>,
    /// A power of two of places; each is 0, or a name's number plus one below a part of its hash.
    slots: Vec<u32>,
}

/// How many bits of a slot hold the number.
const NUMBER_BITS: u32 = 20;

impl Names {
    /// Numbers distinct names in their order.
    pub(crate) fn new<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        let (mut text, mut starts) = (String::new(), vec![0]);
        for name in names {
            text.push_str(name);
            starts.push(count(text.len()));
        }
        let mut out = Self { text: text.into(), slots: vec![0; (starts.len() * 2).next_power_of_two()], starts };
        for number in 0..out.len() {
            let hash = hash(out.name(number));
            let mask = out.slots.len() - 1;
            let mut at = hash as usize & mask;
            while out.slots.get(at).is_some_and(|slot| *slot != 0) {
                at = (at + 1) & mask;
            }
            if let Some(slot) = out.slots.get_mut(at) {
                *slot = tag(hash) | (count(number) + 1);
            }
        }
        out
    }

    /// How many names there are.
    pub(crate) fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The name with a number; empty where there is none.
    pub(crate) fn name(&self, number: usize) -> &str {
        part(&self.text, &self.starts, number)
    }

    /// The number of a name.
    pub(crate) fn get(&self, name: &str) -> Option<usize> {
        self.get_hashed(hash(name), || (name, ""))
    }

    /// The number of a name that is given by its hash; its two parts are asked for where one may be it.
    pub(crate) fn get_hashed<'n>(&self, hash: u32, parts: impl Fn() -> (&'n str, &'n str)) -> Option<usize> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut at = hash as usize & mask;
        loop {
            let slot = *self.slots.get(at)?;
            let number = (slot & ((1 << NUMBER_BITS) - 1)).checked_sub(1)? as usize;
            if tag(slot) == tag(hash) && self.is_name(number, parts()) {
                return Some(number);
            }
            at = (at + 1) & mask;
        }
    }
}

impl Names {
    /// Whether the name with a number is what two parts make.
    fn is_name(&self, number: usize, (begin, end): (&str, &str)) -> bool {
        let bounds = self.starts.get(number).zip(self.starts.get(number + 1));
        let name = bounds.and_then(|(from, to)| self.text.as_bytes().get(*from as usize..*to as usize));
        name.and_then(|name| name.split_at_checked(begin.len())).is_some_and(|(first, last)| {
            first == begin.as_bytes() && last.len() == end.len() && (last.is_empty() || last == end.as_bytes())
        })
    }
}

/// Part `number` of a text, where `starts` says where the parts begin and the last ends.
pub(crate) fn part<'t>(text: &'t str, starts: &[u32], number: usize) -> &'t str {
    let bound = |at: usize| starts.get(at).map(|start| *start as usize);
    bound(number).zip(bound(number + 1)).and_then(|(start, end)| text.get(start..end)).unwrap_or_default()
}

/// List `number` of lists that stand one behind the other.
pub(crate) fn slice<'l, T>(list: &'l [T], starts: &[u32], number: usize) -> &'l [T] {
    let bound = |at: usize| starts.get(at).map(|start| *start as usize);
    bound(number).zip(bound(number + 1)).and_then(|(start, end)| list.get(start..end)).unwrap_or_default()
}

/// A length as a number of a table. No table comes near the limit.
pub(crate) fn count(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}

fn tag(hash: u32) -> u32 {
    hash & !((1 << NUMBER_BITS) - 1)
}

/// The hash of a word, eight bytes at a time; the same on every machine, since tables are packed by it.
pub(crate) fn hash(name: &str) -> u32 {
    let mix = |hash: u64, part: u64| (hash.rotate_left(5) ^ part).wrapping_mul(0x517c_c1b7_2722_0a95);
    let (parts, rest) = name.as_bytes().as_chunks();
    let hash = parts.iter().fold(name.len() as u64, |hash, part| mix(hash, u64::from_le_bytes(*part)));
    let last = rest.iter().fold(0, |last, byte| last << 8 | u64::from(*byte));
    let hash = mix(hash, last);
    (hash >> 32) as u32 ^ hash as u32
}

/// The hash of a word that is given in two parts.
pub(crate) fn hash_parts((begin, end): (&str, &str)) -> u32 {
    if end.is_empty() { hash(begin) } else { hash(&[begin, end].concat()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_back_by_number_and_by_name() {
        let words: Vec<String> = (0..5000).map(|n| format!("word-{n}")).collect();
        let mut writer = Writer::default();
        writer.names(&Names::new(words.iter().map(String::as_str)));
        let mut reader = Reader { numbers: writer.numbers.leak(), text: writer.text.leak() };
        let names = reader.names();
        assert_eq!(names.len(), words.len());
        for (number, word) in words.iter().enumerate() {
            assert_eq!((names.get(word), names.name(number)), (Some(number), word.as_str()));
        }
        assert_eq!(names.get("word"), None);
        assert_eq!(Names::default().get("word"), None);
    }

    #[test]
    fn a_sieve_lets_its_words_through_and_few_others() {
        let words: Vec<String> = (0..1000).map(|n| format!("word-{n}")).collect();
        let sieve = Sieve::new(words.iter().map(String::as_str));
        assert!(words.iter().all(|word| sieve.passes(word)));
        assert!((0..1000).filter(|n| sieve.passes(&format!("other-{n}"))).count() < 50);
        assert!(!Sieve::default().passes("word-1"));
    }

    #[test]
    fn what_is_missing_reads_as_empty() {
        let mut reader = Reader { numbers: &[9, 0, 0, 0, 1], text: "" };
        assert!(reader.list().is_empty());
        assert_eq!(reader.names().len(), 0);
    }
}
