//! What was worked out before, for phrases that many postings share: `Python`, `machine learning`.
//!
//! Nothing depends on it but speed: what is remembered is what would be worked out again.

use rustc_hash::FxHashMap;
use std::sync::RwLock;

/// The most phrases that are remembered.
const MOST: usize = 1 << 16;

/// Results by phrase.
#[derive(Debug)]
pub(crate) struct Memo<V> {
    seen: RwLock<FxHashMap<Box<str>, V>>,
}

impl<V> Default for Memo<V> {
    fn default() -> Self {
        Self { seen: RwLock::default() }
    }
}

impl<V: Clone> Memo<V> {
    /// The result for a phrase, worked out where it is not remembered.
    pub(crate) fn get(&self, phrase: &str, work_out: impl FnOnce() -> V) -> V {
        if let Some(value) = self.seen.read().ok().and_then(|seen| seen.get(phrase).cloned()) {
            return value;
        }
        let value = work_out();
        if let Ok(mut seen) = self.seen.write()
            && seen.len() < MOST
        {
            seen.insert(phrase.into(), value.clone());
        }
        value
    }
}
