//! What was worked out before, for things that many postings ask: `Python`, `machine learning`.
//!
//! Nothing depends on it but speed: what is remembered is what would be worked out again. A thing is looked up by the hash of its key, and only a key that
//! is the same byte for byte is taken for it, so that no posting can pass for another.

use super::{Demand, key::Keyed};
use rustc_hash::FxHashMap;
use std::sync::{Arc, RwLock};

/// The most things that are remembered.
const MOST: usize = 1 << 17;

/// A key, and what was worked out for it.
type Entry<V> = (Box<[u8]>, V);

/// Results by key.
#[derive(Debug)]
pub(crate) struct Memo<V> {
    seen: RwLock<FxHashMap<u64, Entry<V>>>,
}

impl<V> Default for Memo<V> {
    fn default() -> Self {
        Self { seen: RwLock::default() }
    }
}

impl<V: Clone> Memo<V> {
    /// The result for a key, worked out where it is not remembered.
    pub(crate) fn get(&self, key: &impl Keyed, work_out: impl FnOnce() -> V) -> V {
        let hash = key.hash();
        let known =
            self.seen.read().ok().and_then(|seen| seen.get(&hash).filter(|(bytes, _)| key.is(bytes)).map(|(_, value)| value.clone()));
        if let Some(value) = known {
            return value;
        }
        let value = work_out();
        if let Ok(mut seen) = self.seen.write()
            && seen.len() < MOST
        {
            seen.entry(hash).or_insert_with(|| (key.bytes(), value.clone()));
        }
        value
    }
}

/// Results for demands, by which demand it is: the same one in memory, however it reads.
///
/// Each demand is held for as long as its result is, so that no other can take its place.
#[derive(Debug)]
pub(crate) struct Verdicts<V> {
    seen: RwLock<FxHashMap<usize, (Arc<Demand>, V)>>,
}

impl<V> Default for Verdicts<V> {
    fn default() -> Self {
        Self { seen: RwLock::default() }
    }
}

impl<V: Clone> Verdicts<V> {
    /// The result for a demand, worked out where it is not remembered.
    pub(crate) fn get(&self, demand: &Arc<Demand>, work_out: impl FnOnce() -> V) -> V {
        let place = Arc::as_ptr(demand).addr();
        if let Some(value) = self.seen.read().ok().and_then(|seen| seen.get(&place).map(|(_, value)| value.clone())) {
            return value;
        }
        let value = work_out();
        if let Ok(mut seen) = self.seen.write()
            && seen.len() < MOST
        {
            seen.entry(place).or_insert_with(|| (Arc::clone(demand), value.clone()));
        }
        value
    }
}
