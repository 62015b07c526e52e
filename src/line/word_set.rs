//! The set of a line's words: says that a word is not in the line without a look at the words.

/// Where a word is marked in a set.
pub(super) type Place = u16;

/// The place of a word, by its hash.
pub(super) fn place(hash: u32) -> Place {
    (hash >> 21) as Place
}

/// A set of words that may hold a few more than were put in: of a line of twenty words about one in a hundred others.
#[derive(Debug, Clone, Default)]
pub(super) struct WordSet([u64; 32]);

impl WordSet {
    /// Adds a word by its hash.
    pub(super) fn insert(&mut self, hash: u32) {
        let place = place(hash);
        if let Some(part) = self.0.get_mut(usize::from(place >> 6)) {
            *part |= 1 << (place & 63);
        }
    }

    /// Whether a word may be in both.
    pub(super) fn meets(&self, other: &Self) -> bool {
        // Without a way out in the middle, so that several parts are compared at once.
        self.0.iter().zip(&other.0).fold(0, |both, (own, other)| both | own & other) != 0
    }

    /// Whether the word of a place may be in the set.
    pub(super) fn holds(&self, place: Place) -> bool {
        self.0.get(usize::from(place >> 6)).is_some_and(|part| part >> (place & 63) & 1 != 0)
    }
}
