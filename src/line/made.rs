//! What is made once from a constant of the code, and known by the constant's address from then on.
//!
//! Patterns and lists of words are written where they are used, as constants. To look one up by its address costs less than to
//! compare its words with those of a line, and nothing has to be declared for it.

use std::sync::OnceLock;

/// An address and a length.
pub(super) type Key = (usize, usize);

/// Values by the constants that they are made from. It is shared by all threads, and never locked for reading.
pub(super) struct Made<T, const N: usize> {
    slots: [OnceLock<(Key, T)>; N],
}

impl<T, const N: usize> Made<T, N> {
    /// An empty table. `N` is a power of two, and well above the number of constants.
    pub(super) const fn new() -> Self {
        Self { slots: [const { OnceLock::new() }; N] }
    }

    /// The value of a constant, made where it is not there yet; `None` where the table is full.
    #[inline]
    pub(super) fn get(&self, key: Key, make: impl Fn() -> T) -> Option<&T> {
        let first = ((key.0 as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize;
        match self.slots.get(first & (N - 1)).and_then(OnceLock::get) {
            Some((known, value)) if *known == key => Some(value),
            _ => self.find(key, first, make),
        }
    }

    /// The same where the first slot that is tried does not hold it.
    #[inline(never)]
    fn find(&self, key: Key, first: usize, make: impl Fn() -> T) -> Option<&T> {
        (0..N).find_map(|step| {
            let slot = self.slots.get(first.wrapping_add(step) & (N - 1))?;
            let (known, value) = slot.get_or_init(|| (key, make()));
            (*known == key).then_some(value)
        })
    }
}

/// The key of a constant text.
pub(super) fn of_text(text: &'static str) -> Key {
    (text.as_ptr().addr(), text.len())
}

/// The key of a constant list.
pub(super) fn of_list<T>(list: &'static [T]) -> Key {
    (list.as_ptr().addr(), list.len())
}
