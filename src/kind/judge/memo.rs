//! What was worked out before, for things that many postings ask: `Python`, `machine learning`.
//!
//! Nothing depends on it but speed: what is remembered is what would be worked out again. A thing is looked up by the hash of its key, and only a key that
//! is the same byte for byte is taken for it, so that no posting can pass for another.

use super::key::Keyed;
use rustc_hash::FxHashMap;
use std::sync::{
    Arc, OnceLock, RwLock,
    atomic::{AtomicUsize, Ordering},
};

/// The most things that are remembered, so that memory stays below 200 MB however many postings there are.
const MOST: usize = 1 << 16;

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

/// Which of the things that a store of demands numbers a demand is; of two stores, numbers are not compared.
#[derive(Debug, Clone)]
pub(super) struct Number {
    store: StoreId,
    at: usize,
}

/// Tells a store from others, by where it stands in memory.
type StoreId = Arc<()>;

/// Gives out numbers.
#[derive(Debug)]
pub(super) struct Numbers {
    store: StoreId,
    next: AtomicUsize,
}

impl Default for Numbers {
    fn default() -> Self {
        Self { store: StoreId::default(), next: AtomicUsize::new(0) }
    }
}

impl Numbers {
    /// The next number; none once there are as many as results are remembered for.
    pub(super) fn next(&self) -> Option<Number> {
        let at = self.next.fetch_add(1, Ordering::Relaxed);
        (at < MOST).then(|| Number { store: Arc::clone(&self.store), at })
    }
}

/// So many results stand side by side.
const SHELF: usize = 1 << 10;

/// Results for the numbered demands of one store, the first that is used.
///
/// No key is hashed or compared, and no lock is held but while a result is worked out.
#[derive(Debug)]
pub(super) struct Results<V> {
    store: OnceLock<StoreId>,
    shelves: Vec<OnceLock<Box<[OnceLock<V>]>>>,
}

impl<V> Default for Results<V> {
    fn default() -> Self {
        Self { store: OnceLock::new(), shelves: (0..MOST / SHELF).map(|_| OnceLock::new()).collect() }
    }
}

impl<V: Clone> Results<V> {
    /// The result for a number, worked out where it is not remembered.
    pub(super) fn get(&self, number: Option<&Number>, work_out: impl FnOnce() -> V) -> V {
        match number.and_then(|number| self.place(number)) {
            Some(place) => place.get_or_init(work_out).clone(),
            None => work_out(),
        }
    }

    fn place(&self, number: &Number) -> Option<&OnceLock<V>> {
        if !Arc::ptr_eq(self.store.get_or_init(|| Arc::clone(&number.store)), &number.store) {
            return None;
        }
        let shelf = self.shelves.get(number.at / SHELF)?.get_or_init(|| (0..SHELF).map(|_| OnceLock::new()).collect());
        shelf.get(number.at % SHELF)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_is_remembered_for_its_number_and_its_store_alone() {
        let (ours, others, results) = (Numbers::default(), Numbers::default(), Results::default());
        let (first, second, foreign) = (ours.next(), ours.next(), others.next());
        assert_eq!(results.get(first.as_ref(), || 1), 1);
        assert_eq!(results.get(first.as_ref(), || 2), 1);
        assert_eq!(results.get(second.as_ref(), || 3), 3);
        assert_eq!((results.get(foreign.as_ref(), || 4), results.get(foreign.as_ref(), || 5)), (4, 5));
        assert_eq!((results.get(None, || 6), results.get(None, || 7)), (6, 7));
    }
}
