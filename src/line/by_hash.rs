//! What belongs to words, found by the words' hashes.
//!
//! Most words of a line have nothing: a look at one bucket says so, without a comparison.

use crate::text::flat::count;

/// Values by the hash of a word; a word may have several.
#[derive(Debug)]
pub(super) struct ByHash<T> {
    /// In the order of the hashes, those of one hash in the order that they were given in.
    values: Box<[(u32, T)]>,
    /// Where the values of each bucket begin.
    starts: Box<[u32; BUCKETS + 1]>,
}

/// How many buckets hashes are parted into, by their highest bits.
const BUCKETS: usize = 1 << 10;

fn bucket(hash: u32) -> usize {
    (hash >> (u32::BITS - BUCKETS.ilog2())) as usize
}

impl<T> ByHash<T> {
    pub(super) fn new(values: impl Iterator<Item = (u32, T)>) -> Self {
        let mut values: Box<[_]> = values.collect();
        values.sort_by_key(|(hash, _)| *hash);
        let starts = std::array::from_fn(|number| count(values.partition_point(|(hash, _)| bucket(*hash) < number)));
        Self { values, starts: Box::new(starts) }
    }

    /// The values of words that have a hash.
    #[inline]
    pub(super) fn of(&self, hash: u32) -> impl Iterator<Item = &T> {
        let bound = |bucket: usize| self.starts.get(bucket).map_or(0, |start| *start as usize);
        let near = self.values.get(bound(bucket(hash))..bound(bucket(hash) + 1)).unwrap_or_default();
        near.iter().filter(move |(own, _)| *own == hash).map(|(_, value)| value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_come_back_in_their_order() {
        let found = ByHash::new([(7, "b"), (u32::MAX, "c"), (7, "a"), (8, "d")].into_iter());
        let of = |hash: u32| found.of(hash).copied().collect::<String>();
        assert_eq!([of(7), of(8), of(u32::MAX), of(0)], ["ba", "d", "c", ""]);
    }
}
